"""Kept documents judged one by one beside the rest of their archive, and what is found kept for the lists."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict

from provenance import __version__
from provenance.archive import connect, told_plainly
from provenance.archive.judged import Judged, Listing, Said, Speaks, Told, as_json, keep_listing
from provenance.archive.opening import Connection, writing
from provenance.archive.record import unpack
from provenance.archive.schema import VERSIONS
from provenance.desk.anchors import anchors
from provenance.desk.columns import SEVERITIES
from provenance.desk.looks import look_of, look_of_type
from provenance.desk.records import Anchor
from provenance.desk.rows import NAMED, folded, look_counts, moment, spread
from provenance.desk.table import FRAGMENT
from provenance.desk.targets import finding_targets
from provenance.errors import InputError
from provenance.model import AuditReport, Claim, Document, Finding, Source, Statement
from provenance.pipeline import audit
from provenance.rules.policy import Policy


def policy_text(policy: Policy) -> str:
    """What of a policy decides what is found, as text: the same for the same findings."""
    plain = asdict(policy)
    for name in ("fail_on", "archive"):
        plain.pop(name)
    return json.dumps(plain, sort_keys=True, default=str, ensure_ascii=False)


def waiting(database: Connection, policy: Policy) -> list[tuple[int, str]]:
    """Newest versions that were not judged yet, or by other rules: their rows and their documents' ids."""
    return database.execute(
        "SELECT version.id, name FROM version JOIN document ON document.id = version.document"
        " LEFT JOIN judged ON judged.version = version.id AND program = ? AND policy = ?"
        " WHERE current = 1 AND judged.version IS NULL ORDER BY version.id",
        (__version__, policy_text(policy)),
    ).fetchall()


def fill(
    archive: str, policy: Policy, first: Callable[[], Sequence[str]], unreadable: dict[str, str]
) -> Iterator[str]:
    """Judge what was not judged yet, a document a step; yields its id once it is kept. For a thread of its own.

    `first` are the ids of those that are wanted most, such as those on the screen: asked for before each step. A damaged
    document costs itself: it is put into `unreadable` with what is wrong.

    Raises:
        InputError: the archive cannot be written.
    """
    with closing(connect(archive)) as database, told_plainly(archive):
        left = {name: version for version, name in waiting(database, policy)}
        while left:
            name = next((one for one in first() if one in left), None) or next(iter(left))
            try:
                made = judge(database, left.pop(name), policy)
            except InputError as error:
                made, unreadable[name] = None, str(error)
            if made is not None:
                unreadable.pop(name, None)
                yield name
            else:
                unreadable.setdefault(name, f"{name}: cannot be judged; look with provenance archive check")


def judge(database: Connection, version: int, policy: Policy) -> Judged | None:
    """Judge a version beside the rest of its archive, and keep what is found; None for a damaged record."""
    report = judged_report(database, version, policy)
    if report is None:
        return None
    made = listing(report, policy)
    with writing(database):
        keep_listing(database, version, made)
    return made.judged


def judged_report(database: Connection, version: int, policy: Policy) -> AuditReport | None:
    """The audit of one version beside the rest of its archive."""
    row = database.execute(f"SELECT record, name FROM {VERSIONS} WHERE version.id = ?", (version,)).fetchone()
    if row is None:
        return None
    document = unpack(*row).document
    report = audit([document], policy=policy, archive=database.path, on_error=lambda _: None)
    return report if report.documents else None


def listing(report: AuditReport, policy: Policy) -> Listing:
    """What an audit of one document gives to the lists; its claims get ids that hold in the whole archive."""
    (document,) = report.documents
    renamed = {claim.id: f"{document.id}/{claim.id}" for claim in report.claims}
    for claim in report.claims:
        claim.id = renamed[claim.id]
    for statement in document.statements:
        statement.claim = renamed.get(statement.claim or "")
    sources = {source.id: source for source in report.sources}
    statements = {statement.id: statement for statement in document.statements}
    looks = look_counts(document.statements, sources)
    targets = finding_targets(enumerate(report.findings))
    hung = anchors(document.id, document.text, targets, range(len(targets)))
    ranks = Counter(finding.severity for finding in report.findings)
    sourced = sum(count for look, count in looks.items() if look != "narrated")
    return Listing(
        __version__, policy_text(policy), looks, sourced, sum(looks.get(look, 0) for look in NAMED),
        [ranks[severity] for severity in SEVERITIES],
        Judged(document, report.sources, report.claims),
        [
            _told(document, statements, sources, finding, hung[key])
            for key, finding in enumerate(report.findings)
        ],
        speakers_of(document, sources),
        [_said(report, number, claim) for number, claim in enumerate(report.claims)],
    )  # fmt: skip


def _told(
    document: Document,
    statements: Mapping[str, Statement],
    sources: Mapping[str, Source],
    finding: Finding,
    anchor: Anchor,
) -> Told:
    statement = statements.get(finding.statement or "")
    source = statement.attribution.source if statement and statement.attribution else None
    words = document.text[finding.start : finding.end]
    parts = (finding.rule, finding.message, document.title or document.id, document.outlet or "", words)
    return Told(
        finding.rule, finding.severity.rank, finding.start, finding.statement or "", source or "",
        look_of(statement, sources).name if statement else "", folded(" ".join(parts).lower()), folded(words),
        as_json(anchor), as_json(finding),
    )  # fmt: skip


def speakers_of(document: Document, sources: Mapping[str, Source]) -> list[Speaks]:
    """What each source says in a document, in numbers."""
    said: dict[str, list[Statement]] = {}
    for statement in document.statements:
        if statement.attribution is not None and statement.attribution.source in sources:
            said.setdefault(statement.attribution.source or "", []).append(statement)
    made = []
    for name, rows in said.items():
        kinds: Counter[str] = Counter()
        for row in rows:
            kinds[FRAGMENT if row.parent is not None else row.kind] += row.text.count(" ") + 1
        words = sum(count for kind, count in kinds.items() if kind != FRAGMENT)
        look = look_of_type(sources[name].type).name
        made.append(Speaks(name, look, len(rows), words, as_json(dict(kinds)), as_json(sources[name])))
    return made


def _said(report: AuditReport, number: int, claim: Claim) -> Said:
    homes = {document.id: document.published for document in (*report.documents, *report.background)}
    dates = [homes.get(member.statement.rpartition("#")[0]) or "" for member in claim.members]
    told = sorted(filter(None, dates), key=moment)
    figures = (f"{value.words} {value.counted}" for value in claim.values)
    return Said(
        number, claim.origin, bool(claim.conflicts), bool(claim.losses), spread(claim), len(claim.members),
        told[0] if told else "", told[-1] if told else "", folded(" ".join((claim.text, *figures)).lower()),
        as_json(claim),
    )  # fmt: skip
