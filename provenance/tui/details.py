"""The selected statement in words: who says it, by which route, how sure, and where else it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from provenance.inert import line
from provenance.model import AuditReport, Claim, Document, Finding, Hop, Source, Statement
from provenance.report.explain import about_row
from provenance.trace import certainty, in_words
from provenance.tui.signs import BASIS_LINES, SEVERITY_SIGNS, look_of


@dataclass(slots=True)
class Library:
    """A report with what is looked up in it again and again."""

    report: AuditReport
    sources: dict[str, Source]
    claims: dict[str, Claim]
    statements: dict[str, tuple[Document, Statement]]
    findings: dict[str, list[Finding]]
    """Findings by statement id, and by document id for those without a statement."""


def open_library(report: AuditReport) -> Library:
    """The lookups of a report."""
    statements = {
        statement.id: (document, statement)
        for document in (*report.documents, *report.background)
        for statement in document.statements
    }
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        home = finding.statement if finding.statement in statements else None
        findings.setdefault(home or finding.document, []).append(finding)
    return Library(
        report,
        {source.id: source for source in report.sources},
        {claim.id: claim for claim in report.claims},
        statements,
        findings,
    )


def describe(library: Library, document: Document, statement: Statement) -> Text:
    """Everything the panel shows of a statement; all words from documents are inert."""
    text = Text()
    look = look_of(statement, library.sources)
    number = statement.id.rpartition("#")[2]
    text.append(f"{look.sign} {number} {statement.kind.replace('_', ' ')}".strip() + "\n", "bold")
    if statement.attribution is None:
        text.append("the publication's own voice\n")
    else:
        _who(text, library, document, statement)
        _chain(text, document, statement)
    _flags(text, document, statement)
    _findings(text, library.findings.get(statement.id, ()))
    _elsewhere(text, library, statement)
    return text


def describe_finding(library: Library, document: Document, finding: Finding) -> Text:
    """What the panel shows of a finding on the document itself, and the others on it below."""
    text = Text()
    text.append(f"{SEVERITY_SIGNS[finding.severity]} {finding.severity} {finding.rule}\n", "bold")
    text.append(f"on the document, line {finding.line}\n", "dim")
    if words := line(document.text[finding.start : finding.end]):
        text.append(f"«{words}»\n", "italic")
    text.append(f"\n{line(finding.message)}\n")
    text.append(f"{line(finding.help)}\n", "dim")
    others = [other for other in library.findings.get(document.id, ()) if other is not finding]
    _findings(text, others, "Others on the document")
    return text


def _who(text: Text, library: Library, document: Document, statement: Statement) -> None:
    attribution = statement.attribution
    assert attribution is not None
    source = library.sources.get(attribution.source or "")
    if source is None:
        text.append("nobody is named\n")
    else:
        text.append(line(source.name), "bold")
        text.append(f"  {source.type.replace('_', ' ')}\n")
    way = attribution.explanation.way if attribution.explanation else ""
    for label, spans in (
        ("speaker", attribution.speaker),
        ("cue", attribution.cue),
        ("to", attribution.addressee),
    ):
        if spans:
            words = " … ".join(line(document.text[start:end]) for start, end in spans)
            text.append(f"{label:<8}", "dim")
            text.append(f"«{words}»")
            text.append(f" {line(way)}\n" if label == "speaker" and way else "\n", "dim")
    text.append("found by", "dim")
    text.append(f" {line(statement.pattern)}, confidence {attribution.confidence:.2f}\n")
    if about := about_row(document.language, statement.pattern):
        text.append(f"{line(about)}\n", "dim")


def _chain(text: Text, document: Document, statement: Statement) -> None:
    if not statement.chain:
        return
    value = certainty(statement.chain, statement.attribution)
    _heading(text, f"Chain: {in_words(value)}")
    for position, hop in enumerate(statement.chain):
        text.append("  " + ("┌" if position == 0 else "└" if position == len(statement.chain) - 1 else "├"))
        text.append(f"{BASIS_LINES[hop.basis] * 2} ")
        text.append(line(hop.name), "bold" if hop.basis != "missing" else "italic")
        text.append(f"  {hop.role}, {hop.basis}\n", "dim")
        evidence = _evidence(document, hop)
        if evidence:
            text.append("  │   " if position < len(statement.chain) - 1 else "      ")
            text.append(f"«{evidence}»\n", "italic")


def _evidence(document: Document, hop: Hop) -> str:
    if hop.start is None or hop.end is None:
        return ""
    return line(document.text[hop.start : hop.end])


def _flags(text: Text, document: Document, statement: Statement) -> None:
    if not statement.flags:
        return
    _heading(text, "Doubts")
    for flag in statement.flags:
        text.append(f"  ⚑ {flag.code.replace('_', ' ')} ")
        text.append(f"«{line(document.text[flag.start : flag.end])}»", "italic")
        text.append(f" {line(flag.note)}\n" if flag.note else "\n", "dim")


def _findings(text: Text, findings: Sequence[Finding], heading: str = "Findings") -> None:
    if not findings:
        return
    _heading(text, heading)
    for finding in findings:
        text.append(f"  {SEVERITY_SIGNS[finding.severity]} {finding.severity} {finding.rule}\n", "bold")
        text.append(f"    {line(finding.message)}\n")
        text.append(f"    {line(finding.help)}\n", "dim")


def _elsewhere(text: Text, library: Library, statement: Statement) -> None:
    claim = library.claims.get(statement.claim or "")
    if claim is None:
        return
    many = "root" if claim.independent_sources == 1 else "roots"
    effective = (
        f", {claim.effective_sources:g} effective"
        if claim.effective_sources != claim.independent_sources
        else ""
    )
    _heading(
        text,
        f"Claim {claim.id}: {len(claim.members)} statements, {claim.independent_sources} independent {many}{effective}",
    )
    for member in claim.members:
        home, other = library.statements[member.statement]
        here = "▸" if other.id == statement.id else " "
        source = library.sources.get(other.attribution.source or "") if other.attribution else None
        text.append(f"  {here} {member.relation:<8} {member.score:>5.1f}  ")
        text.append(f"{line(home.id)}", "bold")
        text.append(f"  {line(source.name) if source else 'no source'}\n", "dim")
        text.append(f"      {line(other.text)}\n")
        if member.lacks or member.adds:
            words = [*(f"−{word}" for word in member.lacks), *(f"+{word}" for word in member.adds)]
            text.append(f"      {line(' '.join(words))}\n", "dim")
        if member.copied_from:
            text.append(f"      copied from {line(member.copied_from)}\n", "dim")
    for loss in claim.losses:
        if loss.statement == statement.id:
            text.append(f"  lost here: «{line(loss.words)}» of {line(loss.earlier)}\n", "bold")
    _conflicts(text, library, claim)


def _conflicts(text: Text, library: Library, claim: Claim) -> None:
    """The figures in dispute as a table; other conflicts a line each."""
    if claim.conflicts:
        text.append("  conflicts\n", "bold")
    width = max((len(value.words) for value in claim.values), default=0)
    for value in claim.values:
        source = library.sources.get(value.source or "")
        where = [source.name if source else "no source", value.place or "", value.time or ""]
        text.append(f"    {line(value.words):<{width}}  ")
        text.append(f"{line(', '.join(word for word in where if word))}\n", "dim")
    for conflict in claim.conflicts:
        if conflict.kind == "negation":
            text.append(f"    ≠ {line(conflict.detail)}\n")


def _heading(text: Text, words: str) -> None:
    text.append(f"\n{words}\n", "underline")
