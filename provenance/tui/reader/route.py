"""The selected statement beside the article: who says it, by which route, what was found, where else it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from provenance.desk.looks import SEVERITY_SIGNS, look_of_type
from provenance.desk.records import Decision, FindingRow, Place, Reading
from provenance.model import Claim, Hop, Severity, Statement
from provenance.trace import certainty, in_words
from provenance.tui.dates import day, short
from provenance.tui.names import home_of, shortened
from provenance.tui.pieces import Line, Piece, apart, fit, safe, wrap
from provenance.tui.reader.stops import Stop
from provenance.tui.signs import BASIS_RAILS, BASIS_WORDS, KIND_WORDS, STATE_WORDS

_LOOKS = {Severity.ERROR: "fault", Severity.WARNING: "doubt", Severity.NOTE: "quiet"}


@dataclass(frozen=True, slots=True)
class Selected:
    """What the pane tells of."""

    reading: Reading
    stop: Stop
    finding: int
    """Key of the finding that decisions fall on, or -1."""
    places: Sequence[Place]
    """Members of the statement's claim, the earliest first."""


def route_lines(told: Selected, width: int) -> list[Line]:
    """All of it, for a pane."""
    made: list[Line] = [()]
    statement = told.stop.statement
    if statement is not None:
        made += [*_who(told.reading, statement, width), (), *_route(told.reading, statement, width)]
        made += _flags(told.reading, statement, width)
    made += _findings(told, width)
    made += _elsewhere(told, width)
    made += _stale(told.reading, width)
    return made if made[1:2] != [()] else made[1:]


def strip_lines(told: Selected, width: int) -> list[Line]:
    """The most important of it in three lines, for a strip under the article."""
    statement, reading = told.stop.statement, told.reading
    first: Line = ()
    if statement is not None:
        hops = [_hop_words(hop) for hop in statement.chain]
        rails = [_evidence(reading, hop) for hop in statement.chain]
        words = hops[0] if hops else "the publication's own voice"
        for hop, evidence, basis in zip(hops[1:], rails, statement.chain, strict=False):
            line = "━" if basis.basis in ("stated", "metadata") else "┄"
            words += f" {line} {evidence} {line}▶ {hop}" if evidence else f" {line}▶ {hop}"
        sure, look = _sure(statement)
        sign = _sign(reading, statement)
        pen = "✎ " if statement.id in reading.machine else ""
        first = (Piece(" "), *apart((Piece(f"{sign} {pen}{words}"),), (Piece(sure, look),), width - 2))
    rows = told.stop.findings
    current = next((row for row in rows if row.key == told.finding), rows[0] if rows else None)
    second: list[Line] = []
    if current is not None:
        finding = current.finding
        more = f" (1 of {len(rows)})" if len(rows) > 1 else ""
        pieces = [
            Piece(f"{SEVERITY_SIGNS[finding.severity]} ", _LOOKS[finding.severity]),
            Piece(f"{finding.rule}{more}: ", "strong"),
            Piece(safe(finding.message)),
            *([Piece(f" · {_decided(current)}", "quiet")] if current.state != "open" else []),
        ]
        second = wrap(pieces, width - 2, " ", "   ")[:2]
    elif told.places:
        second = [(Piece(f" stands in {len(told.places) - 1} other places: e", "quiet"),)]
    return [first, *second] if first else list(second)


def _heading(words: str, right: str, width: int, look: str = "quiet") -> Line:
    return (Piece(" "), *apart((Piece(words, "heading"),), (Piece(right, look),), width - 2))


def _sign(reading: Reading, statement: Statement) -> str:
    source = reading.sources.get(statement.attribution.source or "") if statement.attribution else None
    if statement.attribution is None:
        return " "
    return look_of_type(source.type).sign if source else "∅"


def _who(reading: Reading, statement: Statement, width: int) -> Iterator[Line]:
    attribution = statement.attribution
    number = statement.id.rpartition("#")[2]
    kind = statement.kind.replace("_", " ")
    if attribution is None:
        yield _heading("NOBODY BUT THE WRITER", number, width)
        yield (Piece(f" {KIND_WORDS['narrated']}"),)
        return
    source = reading.sources.get(attribution.source or "")
    name = safe(source.name) if source else "nobody is named"
    about = ", ".join(filter(None, (source.role, source.type.replace("_", " ")))) if source else ""
    yield (Piece(" "), *apart((Piece(name.upper(), "title"),), (Piece(safe(about), "quiet"),), width - 2))
    if machine := reading.machine.get(statement.id):
        yield from wrap([Piece(f"the program had read: {safe(machine)}", "quiet")], width - 1, " ", "   ")
    yield (Piece(f" {KIND_WORDS[statement.kind]}"),)
    cue = " … ".join(safe(reading.document.text[start:end]) for start, end in attribution.cue)
    right = f"{number} · {kind} · {attribution.confidence:.2f}".replace("0.", ".")
    yield (Piece(" "), *apart((Piece(f"“{cue}”" if cue else ""),), (Piece(right, "quiet"),), width - 2))


def _sure(statement: Statement) -> tuple[str, str]:
    """How sure a route is, and the look of that."""
    if statement.attribution is None:
        return "", "quiet"
    words = in_words(certainty(statement.chain, statement.attribution))
    if words == "open":
        gap = next(
            (hop for hop in statement.chain if hop.basis == "missing" and hop.role != "publisher"), None
        )
        return (f"open: {safe(gap.name)}" if gap else "open"), "doubt"
    if words == "firm":
        return words, "quiet"
    weakest = min(
        (hop for hop in statement.chain if hop.role != "publisher"),
        key=lambda hop: ("missing", "inferred", "metadata", "stated").index(hop.basis),
        default=None,
    )
    why = (
        f"{words}: the {weakest.role} is {weakest.basis}"
        if weakest and weakest.basis == "inferred"
        else words
    )
    return why, "doubt" if words == "weak" else "quiet"


def _route(reading: Reading, statement: Statement, width: int) -> Iterator[Line]:
    if not statement.chain:
        return
    yield _heading("ROUTE", *_pair(_sure(statement), width))
    yield ()
    last = len(statement.chain) - 1
    for at, hop in enumerate(statement.chain):
        sign = "▼" if at == last else _sign(reading, statement) if at == 0 else "●"
        look = "doubt" if hop.basis == "missing" and hop.role != "publisher" else ""
        left = (Piece(f"{sign} "), Piece(_hop_words(hop), look or "strong"))
        yield (Piece("   "), *apart(left, (Piece(hop.role, "quiet"),), width - 5))
        evidence = _evidence(reading, hop) or BASIS_WORDS[hop.basis]
        weak = hop.basis in ("inferred", "missing") and (at < last or hop.role != "publisher")
        right = (Piece(hop.basis, "doubt" if weak else "quiet"),)
        rail = BASIS_RAILS[hop.basis] if at < last else " "
        yield (Piece("   "), *apart((Piece(f"{rail} ", "quiet"), Piece(evidence, "quiet")), right, width - 5))
        if at < last:
            yield (Piece(f"   {rail}", "quiet"),)


def _pair(sure: tuple[str, str], width: int) -> tuple[str, int, str]:
    return sure[0], width, sure[1]


def _hop_words(hop: Hop) -> str:
    return safe(hop.name)


def _evidence(reading: Reading, hop: Hop) -> str:
    if hop.start is None or hop.end is None:
        return ""
    return f"“{safe(reading.document.text[hop.start : hop.end])}”"


def _flags(reading: Reading, statement: Statement, width: int) -> Iterator[Line]:
    if not statement.flags:
        return
    yield ()
    yield _heading("DOUBTS", "", width)
    for flag in statement.flags:
        words = safe(reading.document.text[flag.start : flag.end])
        note = f" {safe(flag.note)}" if flag.note else ""
        pieces = [Piece(f"{flag.code.replace('_', ' ')} ", "doubt"), Piece(f"“{words}”{note}", "quiet")]
        yield from wrap(pieces, width - 1, "   ", "     ")


def decided(decision: Decision) -> str:
    """Who decided when, and why, on one line."""
    when = short(decision.at.replace("+00:00", "")).rpartition(" ")
    reason = f": {decision.value}" if decision.value else ""
    return safe(f"{decision.reviewer} {when[0]} {when[2]}{reason}")


def _decided(row: FindingRow) -> str:
    words = STATE_WORDS[row.state]
    return f"{words} · {decided(row.decision)}" if row.decision else words


def _findings(told: Selected, width: int) -> Iterator[Line]:
    rows = told.stop.findings
    if not rows:
        return
    open_ = sum(row.state == "open" for row in rows)
    yield ()
    yield _heading("FINDINGS", f"{open_} open" if open_ else "all decided", width)
    for row in rows:
        finding = row.finding
        mark = "▸" if row.key == told.finding and len(rows) > 1 else " "
        yield ()
        yield (
            Piece(f" {mark} ", "accent"),
            Piece(f"{SEVERITY_SIGNS[finding.severity]} ", _LOOKS[finding.severity]),
            Piece(finding.rule, "strong"),
        )
        yield from wrap([Piece(safe(finding.message))], width - 1, "     ")
        if finding.edit or finding.help:
            yield from wrap(
                [Piece(f"→ {safe(finding.edit or finding.help)}", "quiet")], width - 1, "     ", "       "
            )
        if row.state != "open":
            yield from wrap([Piece(_decided(row), "accent")], width - 1, "     ", "       ")
        for note in row.notes:
            yield from wrap([Piece(f"note · {decided(note)}", "quiet")], width - 1, "     ", "       ")


def _stale(reading: Reading, width: int) -> Iterator[Line]:
    """Decisions whose words the document no longer has: shown, and applied to nothing."""
    if not reading.stale:
        return
    yield ()
    yield _heading("NO LONGER IN THE TEXT", f"{len(reading.stale)} decided", width)
    for decision in reading.stale:
        verdict = decision.verdict.replace("_", " ")
        words = [
            Piece(f"? {verdict} ", "doubt"), Piece(f"“{safe(decision.anchor.words)}” "), Piece(decided(decision), "quiet"),
        ]  # fmt: skip
        yield from wrap(words, width - 1, "   ", "     ")


def _against(claim: Claim | None, statement: str) -> frozenset[str]:
    """Statements that contradict one."""
    pairs = [(conflict.a, conflict.b) for conflict in claim.conflicts] if claim else []
    return frozenset(other for a, b in pairs for one, other in ((a, b), (b, a)) if one == statement)


def _elsewhere(told: Selected, width: int) -> Iterator[Line]:
    statement = told.stop.statement
    if statement is None or len(told.places) < 2:
        return
    claim = told.reading.claims.get(statement.claim or "")
    against = _against(claim, statement.id)
    parts = [f"{len(told.places)} places"]
    if claim:
        parts.append(f"{claim.independent_sources} root{'s' * (claim.independent_sources != 1)}")
    if against:
        parts.append(f"{len(against)} ≠")
    yield ()
    yield _heading("ELSEWHERE", ", ".join(parts), width)
    yield ()
    date = max((len(day(place.document.published)) for place in told.places), default=0)
    room = max(width - 7 - date, 12)
    names = [safe(place.source.name) if place.source else "nobody" for place in told.places]
    first = min(max(cell_len(safe(place.words)) for place in told.places), room * 42 // 100)
    names = [shortened(name, room * 30 // 100) for name in names]
    second = min(max(map(cell_len, names)), room * 30 // 100)
    for place, name in zip(told.places, names, strict=True):
        here = place.statement.id == statement.id
        sign = "▸" if here else "≠" if place.statement.id in against else " "
        yield (
            Piece(f" {sign} ", "accent" if here else "doubt"),
            Piece(fit(safe(place.words), first), "strong" if here else ""),
            Piece(f" {fit(name, second)} {fit(home_of(place.document), room - first - second)} "),
            Piece(fit(day(place.document.published), date, right=True), "quiet"),
        )
