"""What stands left of a line of the article: the selection, what was decided, the worst finding, who speaks."""

from __future__ import annotations

from provenance.desk.looks import SEVERITY_SIGNS
from provenance.desk.records import FindingRow
from provenance.model import Document, Severity
from provenance.tui.pieces import Line, Piece
from provenance.tui.reader.layout import Row
from provenance.tui.reader.marks import Marks
from provenance.tui.signs import STATE_SIGNS

#: Columns left of the text: bar of the selection, decision, worst finding, two signs of sources, with blanks.
GUTTER = 8
_LOOKS = {Severity.ERROR: "fault", Severity.WARNING: "doubt", Severity.NOTE: "quiet"}


def gutter(marks: Marks, document: Document, row: Row, worst: FindingRow | None, lit: bool) -> Line:
    """The columns before a line; `worst` is the finding that is shown there, `lit` whether selected words are on it."""
    state = STATE_SIGNS[worst.state] if worst else " "
    open_ = worst is not None and worst.state in ("open", "follow_up", "stale")
    sign = SEVERITY_SIGNS[worst.finding.severity] if worst else " "
    look = _LOOKS[worst.finding.severity] if worst and open_ else "quiet"
    signs = _signs(marks, document, row)
    return (
        Piece(" "),
        Piece("▌" if lit else " ", "accent"),
        Piece(f"{state} ", "quiet"),
        Piece(f"{sign} ", look),
        Piece(" " * (1 - len(signs[1:]))),
        *signs,
        *([] if signs else [Piece(" ")]),
        Piece(" "),
    )


def _signs(marks: Marks, document: Document, row: Row) -> list[Piece]:
    """Signs of at most two statements that begin on the line; those of routes in doubt are tinted."""
    begun = dict.fromkeys(number for number in marks.painted[row.start : row.end] if number >= 0)
    return [
        Piece(marks.sign(number)[0], _sign_look(marks, number))
        for number in begun
        if marks.sign(number)[0] and row.start <= document.statements[number].start < row.end
    ][:2]


def _sign_look(marks: Marks, number: int) -> str:
    return "gone" if marks.gone(number) else "doubt" if marks.sign(number)[1] else ""
