"""When a claim was said where, and who copied whom: dates as columns, a line for each root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from provenance.desk.records import Place
from provenance.tui.dates import short
from provenance.tui.names import home_of
from provenance.tui.pieces import Line, Piece, cut, fit

#: Columns of a date, at least and at most.
NARROWEST, WIDEST = 14, 22


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place on the timeline."""

    column: int
    name: str
    copied: bool


def timeline(places: Sequence[Place], copied_from: Mapping[str, str], width: int) -> list[Line]:
    """Lines of at most `width` columns; none where fewer than two dates are known."""
    # As ISO 8601 sorts: a day without an hour comes before the hours of that day.
    places = sorted(places, key=lambda place: place.document.published)
    dates = list(
        dict.fromkeys(short(place.document.published) for place in places if place.document.published)
    )
    if len(dates) < 2 or width < NARROWEST * 2:
        return []
    column = max(min((width - 6) // len(dates), WIDEST), NARROWEST)
    shown = dates[: max((width - 6) // column, 2)]
    made: list[Line] = [
        (Piece("      " + "".join(fit(date, column) for date in shown), "quiet"),),
        (Piece("      " + ("│" + " " * (column - 1)) * len(shown), "quiet"),),
    ]
    for entries in _roots(places, copied_from, shown):
        made.append((Piece("      "), *_drawn(entries, len(shown), column)))
    if len(dates) > len(shown):
        made.append((Piece(f"      … {len(dates) - len(shown)} later dates", "quiet"),))
    if copied_from:
        made.append((Piece("      ○ copied from ●   ● on its own", "quiet"),))
    return made


def _roots(
    places: Sequence[Place], copied_from: Mapping[str, str], dates: Sequence[str]
) -> list[list[_Entry]]:
    """The entries of each line: a copy stands in the line of what it was copied from, if its date is a later one."""
    lines: list[list[_Entry]] = []
    line_of: dict[str, int] = {}
    seen: set[str] = set()
    for place in places:
        date = short(place.document.published)
        origin = copied_from.get(place.statement.id, "")
        if date not in dates or (place.document.id in seen and not origin):
            continue
        seen.add(place.document.id)
        column = dates.index(date)
        entry = _Entry(column, home_of(place.document), bool(origin))
        at = line_of.get(origin, -1)
        if at >= 0 and lines[at][-1].column < column:
            lines[at].append(entry)
        else:
            at = len(lines)
            lines.append([entry])
        line_of[place.statement.id] = at
    return lines


def _drawn(entries: Sequence[_Entry], columns: int, width: int) -> Line:
    by_column = {entry.column: entry for entry in entries}
    last = max(by_column)
    joined = len(entries) > 1
    pieces: list[Piece] = []
    running = False
    for at in range(columns):
        entry = by_column.get(at)
        if entry is None:
            rail = "─" if running and at < last else " "
            pieces.append(Piece(("┼" if rail == "─" else "│") + rail * (width - 1), "quiet"))
            continue
        sign = "○" if entry.copied else "●"
        running = joined and at < last
        room = width - 3
        name = cut(entry.name, room - (1 if running else 0))
        fill = ("─" if running else " ") * (room - cell_len(name))
        pieces += [Piece(f"{sign} ", "strong"), Piece(name), Piece(f" {fill}", "quiet")]
    return tuple(pieces)
