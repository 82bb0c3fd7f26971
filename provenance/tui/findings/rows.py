"""A finding in a line, and in full: its words in their sentence, why, what would answer it, and what is like it."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.desk.looks import SEVERITY_SIGNS
from provenance.desk.records import FindingRow, Reading
from provenance.model import Severity
from provenance.rules import RULES, sections
from provenance.tui.names import file_name
from provenance.tui.pieces import Line, Piece, apart, fit, safe, visible, wrap
from provenance.tui.reader.route import decided
from provenance.tui.signs import STATE_SIGNS, STATE_WORDS

LOOKS = {Severity.ERROR: "fault", Severity.WARNING: "doubt", Severity.NOTE: "quiet"}
#: So much of the text is shown on each side of a finding's words, in characters.
AROUND = 160
#: Columns of most messages.
MESSAGE = 100
#: Columns of the state at the right of a row: "dismissed · AK 14:02".
STATE = 14


def finding_line(row: FindingRow, marked: bool, width: int) -> Line:
    """Mark, severity, rule, document, message, state."""
    finding = row.finding
    settled = row.state in ("accepted", "dismissed")
    rule, home = columns(width)
    state = STATE_WORDS[row.state]
    if row.decision is not None and width >= 96:
        state += f" · {safe(row.decision.reviewer)[:8]}"
    state_room = STATE if width >= 96 else 10
    room = width - 5 - rule - 1 - (home + 1 if home else 0) - state_room - 1
    look = "quiet" if settled else ""
    return (
        Piece(f"{'✓' if marked else ' '} ", "accent"),
        Piece(f"{SEVERITY_SIGNS[finding.severity]} ", "quiet" if settled else LOOKS[finding.severity]),
        Piece(f"{fit(finding.rule, rule)} ", look),
        Piece(f"{fit(f'{row.number}  {file_name(row.document_title)}', home)} " if home else "", "quiet"),
        Piece(fit(safe(finding.message), room), look),
        Piece(f" {fit(state if row.state != 'open' else '', state_room, right=True)}", "quiet"),
    )


def finding_lines(row: FindingRow, reading: Reading, siblings: list[int], width: int) -> list[Line]:
    """All of a finding."""
    return list(_lines(row, reading, siblings, width))


def _lines(row: FindingRow, reading: Reading, siblings: list[int], width: int) -> Iterator[Line]:
    finding = row.finding
    place = f"{row.number} {file_name(row.document_title)}, line {finding.line}"
    yield (Piece("  "), *apart((Piece(place, "strong"),), (Piece(f"{finding.name}  ", "quiet"),), width - 4))
    yield ()
    yield from wrap(_words(row, reading), min(width - 4, 108), "      ")
    yield ()
    yield from _told("what", [Piece(safe(finding.message))], width)
    if row.state != "open":
        who = f" · {decided(row.decision)}" if row.decision else ""
        yield from _told(
            "state", [Piece(f"{STATE_SIGNS[row.state]} {STATE_WORDS[row.state]}{who}", "accent")], width
        )
    for note in row.notes:
        yield from _told("note", [Piece(decided(note), "accent")], width)
    if finding.edit:
        yield from _told("repair", [Piece(safe(finding.edit), "strong")], width)
    yield from _told("", [Piece(safe(finding.help), "quiet")], width)
    if finding.rule in RULES:
        page = sections(finding.rule)
        yield from _told("why", [Piece(page["Why"]), Piece(f" {page['Source']}", "quiet")], width)
    if siblings:
        same = "the same rule on the same source or words once more" if len(siblings) == 1 else (
            f"the same rule on the same source or words {len(siblings)} times more"
        )  # fmt: skip
        yield from _told("also", [Piece(f"{same} in this document: + selects them")], width)


def _told(name: str, pieces: list[Piece], width: int) -> Iterator[Line]:
    lines = wrap(pieces, min(width - 4, 108), " " * 14)
    for at, made in enumerate(lines):
        yield (Piece(f"      {name:<8}", "quiet"), *_cut(made)) if at == 0 else made


def _cut(made: Line) -> Line:
    """A line without its indent."""
    return (
        made[1:]
        if made and not made[0].words.strip()
        else (Piece(made[0].words[14:], made[0].look), *made[1:])
    )


def _words(row: FindingRow, reading: Reading) -> list[Piece]:
    text, finding = reading.document.text, row.finding
    start, end = max(finding.start - AROUND, 0), min(finding.end + AROUND, len(text))
    # Whole words, of the paragraph that the finding stands in.
    start = max(start, text.rfind("\n\n", 0, finding.start) + 2 if "\n\n" in text[: finding.start] else 0)
    stop = text.find("\n\n", finding.end, end)
    end = stop if stop >= 0 else end
    head, tail = visible(text[start : finding.start]), visible(text[finding.end : end])
    if start > 0 and text[start - 1] not in " \n":
        head = "… " + head.partition(" ")[2]
    if end < len(text) and stop < 0:
        tail = tail.rpartition(" ")[0] + " …"
    return [Piece(head), Piece(visible(text[finding.start : finding.end]), "lit"), Piece(tail)]


def heads(width: int) -> Line:
    """Heads of the columns."""
    rule, home = columns(width)
    document = f"{fit('document', home)} " if home else ""
    return (Piece(f"    {fit('rule', rule)} {document}what it says", "quiet"),)


def columns(width: int) -> tuple[int, int]:
    """Columns of a list so wide for rule and document: a title has room where a message leaves it, and none at 80."""
    return (18, 0) if width < 96 else (24, max(16, width - 24 - STATE - MESSAGE))
