"""What an editor wants to know first: how many statements of which kind rest on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from provenance.languages import spoken
from provenance.model import AuditReport, Document, Finding, Severity, SourceType
from provenance.report.limits import limits
from provenance.rules.context import STORY
from provenance.words import UNKNOWN, codes

KINDS = ("direct", "indirect", "free_indirect", "indirect_free_indirect", "reported", "narrated")
SHORT = {"indirect_free_indirect": "subjunctive sequel", "free_indirect": "hearsay or free indirect"}
NAMED = frozenset({"person", "organisation", "government", "document", "agency", "outlet"})


def summarise(report: AuditReport) -> dict[str, int]:
    """The counts of a run: statements by kind, sources by how they are named, chains, findings."""
    counts: Counter[str] = Counter()
    types = {source.id: source.type for source in report.sources}
    for document in report.documents:
        counts.update(document_counts(document, types))
    totals = {
        "documents": len(report.documents),
        "statements": sum(len(document.statements) for document in report.documents),
    }
    totals |= {
        key: counts[key] for key in (*KINDS, "named", "unnamed", "metonymic", "unattributed", "open_chains")
    }
    totals |= {"sources": len(report.sources), "claims": len(report.claims)}
    totals["conflicts"] = sum(len(claim.conflicts) for claim in report.claims)
    severities = Counter(finding.severity for finding in report.findings)
    totals |= {f"{severity}s": severities[severity] for severity in Severity}
    return totals


def document_counts(document: Document, types: Mapping[str, SourceType]) -> Counter[str]:
    """The same counts for one document; `types` are those of the run's sources by id."""
    counts: Counter[str] = Counter()
    for statement in document.statements:
        counts[statement.kind] += 1
        if statement.attribution is None:
            continue
        counts[_naming(types.get(statement.attribution.source or ""))] += 1
        counts["open_chains"] += any(
            hop.basis == "missing" and hop.role != "publisher" for hop in statement.chain
        )
    return counts


def _naming(kind: SourceType | None) -> str:
    if kind is None:
        return "unattributed"
    if kind == "metonym":
        return "metonymic"
    return "named" if kind in NAMED else "unnamed"


def summary_lines(report: AuditReport) -> Iterator[str]:
    """The summary that `provenance audit` prints: a paragraph a document, then the findings that matter."""
    types = {source.id: source.type for source in report.sources}
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.document, []).append(finding)
    for document in report.documents:
        yield from _document_lines(document, types, findings.get(document.id, []))
    outlets = {document.id: document.outlet for document in (*report.documents, *report.background)}
    # What an outlet takes over from itself is its series, and no news.
    shown = [
        copy for copy in report.copies if not outlets[copy.of] or outlets[copy.of] != outlets[copy.document]
    ]
    for copy in shown:
        taken = f"  {copy.share:.0%} of its words stand in {copy.of}"
        credit = f"credited as “{copy.credit}”" if copy.credited else "not credited"
        order = "; which came first is open" if copy.order == "unknown" else ""
        yield f"{copy.document}{taken}, {credit}{order}"
    if shown:
        yield ""
    totals = report.summary
    yield (
        f"{_many(totals['documents'], 'document')}, {_many(totals['statements'] - totals['narrated'], 'sourced statement')}, "
        f"{_many(totals['claims'], 'claim')} in common, {_many(totals['conflicts'], 'conflict')}; "
        f"{_many(totals['errors'], 'error')}, {_many(totals['warnings'], 'warning')}, {_many(totals['notes'], 'note')}"
    )


def _document_lines(
    document: Document, types: Mapping[str, SourceType], findings: Sequence[Finding]
) -> Iterator[str]:
    counts = document_counts(document, types)
    title = f"  {document.title}" if document.title else ""
    yield f"{document.id}{title}"
    if not spoken(document.language):
        yield f"  language    {_unread(document)}"
    kinds = ", ".join(f"{counts[kind]} {SHORT.get(kind, kind)}" for kind in KINDS if counts[kind])
    yield f"  statements  {kinds or 'none'}"
    yield (
        f"  sources     {counts['named']} on named, {counts['unnamed']} on unnamed, {counts['metonymic']} on metonymic sources, "
        f"{counts['unattributed']} on nobody; {_many(counts['open_chains'], 'open chain')}"
    )
    for told in limits(document):
        yield f"  limits      {told}"
    if findings:
        grouped: dict[str, list[Finding]] = {}
        for finding in sorted(findings, key=lambda finding: finding.severity.rank):
            grouped.setdefault(finding.rule, []).append(finding)
        words = ", ".join(
            f"{rule} ×{len(group)}" if len(group) > 1 else rule for rule, group in grouped.items()
        )
        yield f"  findings    {words}"
    yield ""


def unread_lines(report: AuditReport) -> Iterator[str]:
    """One line for each document whose statements cannot be judged, all of them or some.

    Nobody here reads its language, it has no story, or it goes over a limit.
    """
    for document in report.documents:
        if not spoken(document.language):
            yield f"{document.id}: {_unread(document)}; judged nothing but its credits"
        elif document.format == "html" and not any(block.kind in STORY for block in document.blocks):
            yield f"{document.id}: no story in this page; judged nothing but its credits"
        for told in limits(document):
            yield f"{document.id}: {told}"


def _unread(document: Document) -> str:
    known = " or ".join(codes())
    if document.language == UNKNOWN:
        return f"in no language that is known here; read it with --language if it is {known}"
    return (
        f"in the language {document.language!r}, which is not read; read it with --language if it is {known}"
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
