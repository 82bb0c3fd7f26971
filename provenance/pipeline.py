"""All stages in one place: documents in, an audit out. The file to read first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance import __version__
from provenance.attribute import find
from provenance.attribute.join import merge_sources
from provenance.errors import Defect, InputError, raised
from provenance.model import SCHEMA_VERSION, AuditReport, Claim, Document, Source, Tool

if TYPE_CHECKING:
    from provenance.archive.record import Record
    from provenance.files import Identity
    from provenance.match.known import Known
    from provenance.rules.policy import Policy

Progress = Callable[[str, int, int], None]
"""Told the stage, how many documents are done, and how many there are."""
Enough = Callable[[], bool]
"""Asked before each document whether the rest is to be left out."""


def audit(
    documents: Sequence[Document],
    *,
    policy: Policy | None = None,
    generated_at: str | None = None,
    progress: Progress | None = None,
    archive: str | None = None,
    on_error: Callable[[InputError], None] | None = None,
    enough: Enough | None = None,
) -> AuditReport:
    """The report on a set of documents: statements, sources, claims, chains and findings.

    The documents are those that `provenance.ingest.read` gives; their statements are filled in. With an archive,
    kept documents that say the same or contradict them are their background: matched and traced, not judged.
    A document whose statements cannot be found is told to `on_error` and left out, and so is a kept one that is damaged.
    Once `enough` says so no further document is read; the report is on those before.

    Raises:
        InputError: the archive cannot be read, or without `on_error` a document.
    """
    from provenance.match import claims as match_claims
    from provenance.rules import judge
    from provenance.trace import trace

    # In the order of their ids, so that nothing that is found depends on the order in which paths were named.
    ordered, found = _attributed(
        sorted(documents, key=lambda document: document.id), on_error, progress, enough
    )
    judged = {document.id for document in ordered}
    documents = [document for document in documents if document.id in judged]
    with _related(archive, ordered, on_error) as (kept, known):
        background = [record.document for record in kept]
        sources = merge_sources([*ordered, *background], [*found, *(record.sources for record in kept)])
        claims = match_claims(ordered, background=background, known=known)
    background = _members(background, claims)
    copies = trace([*ordered, *background], sources, claims)
    findings = judge(ordered, sources, claims, policy, background=background, copies=copies)
    places = {document.id: place for place, document in enumerate(documents)}
    findings.sort(key=lambda finding: places[finding.document])
    report = AuditReport(
        SCHEMA_VERSION,
        Tool("provenance", __version__),
        list(documents),
        sources,
        claims,
        findings,
        {},
        generated_at,
        copies,
        background,
    )
    from provenance.report.summary import summarise

    report.summary = summarise(report)
    return report


def _attributed(
    documents: Sequence[Document],
    on_error: Callable[[InputError], None] | None,
    progress: Progress | None,
    enough: Enough | None,
) -> tuple[list[Document], list[list[Source]]]:
    """The documents with their statements filled in, and the sources of each."""
    judged: list[Document] = []
    found: list[list[Source]] = []
    for number, document in enumerate(documents, 1):
        if enough and enough():
            break
        try:
            found.append(find(document))
            judged.append(document)
        except Exception as error:
            # One document costs itself and not the run; that it was not judged is told, and exits 2.
            defect = Defect(document.id, error)
            if on_error is None:
                raise defect from error
            on_error(defect)
        if progress:
            progress("attribute", number, len(documents))
    return judged, found


@contextmanager
def _related(
    archive: str | None, documents: Sequence[Document], on_error: Callable[[InputError], None] | None
) -> Iterator[tuple[list[Record], Known | None]]:
    """What an archive has on the documents, and what it knows of words for as long as it is open."""
    if not archive:
        yield [], None
        return
    from provenance.archive import read_only
    from provenance.archive.related import related

    with read_only(archive) as database:
        found = related(database, documents, on_error or raised)
        yield found.records, found.known


def _members(background: Sequence[Document], claims: Sequence[Claim]) -> list[Document]:
    """The kept documents that a claim rests on, with the statements that are members and no others."""
    members = {member.statement for claim in claims for member in claim.members}
    for document in background:
        document.statements = [statement for statement in document.statements if statement.id in members]
    return [document for document in background if document.statements]


def audit_paths(
    paths: Sequence[str],
    *,
    stdin_name: str | None = None,
    language: str | None = None,
    policy: Policy | None = None,
    generated_at: str | None = None,
    on_error: Callable[[InputError], None],
    progress: Progress | None = None,
    archive: str | None = None,
    leave_out: AbstractSet[Identity] = frozenset(),
    enough: Enough | None = None,
) -> AuditReport:
    """The report on files and folders; every file that cannot be read is told to `on_error` and left out.

    `leave_out` are files that are not documents where they are only found in a folder: results, archives. Once `enough`
    says so the report is on what was read before.
    """
    from provenance.ingest import read_together
    from provenance.ingest.agencies import set_houses
    from provenance.report.source import find_places

    set_houses(policy.houses if policy else ())
    documents = []
    for item in read_together(paths, stdin_name=stdin_name, language=language, leave_out=leave_out):
        if isinstance(item, InputError):
            on_error(item)
        else:
            documents.append(item)
    report = audit(
        documents, policy=policy, generated_at=generated_at, progress=progress, archive=archive, on_error=on_error,
        enough=enough,
    )  # fmt: skip
    find_places(report)
    return report
