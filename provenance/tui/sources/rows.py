"""A source in a line, and in full: what it is called, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from provenance.desk.looks import LOOKS
from provenance.desk.records import Place, SourceRow
from provenance.tui.bars import bar, percent, stacked
from provenance.tui.names import home_of
from provenance.tui.pieces import Line, Piece, apart, fit, safe, wrap

SIGNS = {look.name: look.sign for look in LOOKS}
#: Kind of statement → glyph of its part of the bar: the more directly, the higher.
KIND_GLYPHS = {
    "direct": "▆", "indirect": "▅", "free_indirect": "▅", "indirect_free_indirect": "▅", "reported": "▃", "fragment": "▂",
}  # fmt: skip
SHARE, KINDS = 22, 26


#: Columns of statements and documents.
COUNT = 11


def _room(width: int) -> int:
    """Columns of the name."""
    return max(width - 3 - 2 * COUNT - (SHARE + KINDS + 3 if width >= 96 else 8), 12)


def source_line(row: SourceRow, maybe: str, width: int) -> Line:
    """Sign, name, role, statements, share, how directly, documents."""
    source = row.source
    room = _room(width)
    name = safe(source.name) + (" ✎" if row.corrected else "")
    role = safe(source.role or source.type.replace("_", " "))
    if role.casefold() == source.name.casefold():
        role = safe(source.type.replace("_", " "))
    cells = [Piece(f" {SIGNS[row.look]} ")]
    if cell_len(name) + cell_len(role) + 2 <= room:
        cells += [Piece(name), Piece(" " * (room - cell_len(name) - cell_len(role))), Piece(role, "quiet")]
    else:
        cells += [Piece(fit(name, room))]
    cells += [Piece(f"{row.statements:>{COUNT}}")]
    if width >= 96:
        shared = f"{bar(row.share * 3, SHARE - 6)} {percent(row.share)}"
        how = stacked(row.kinds, KIND_GLYPHS, min(KINDS - 8, row.statements), sum(row.kinds.values()))
        cells += [Piece(f"  {fit(shared, SHARE)} ", "quiet")]
        if maybe:
            cells += [Piece(f"{fit(how, 6)} ", "quiet"), Piece(fit(f"= {maybe}?", KINDS - 7), "doubt")]
        else:
            cells += [Piece(fit(how, KINDS), "quiet")]
    else:
        cells += [Piece(fit(percent(row.share), 8, right=True), "quiet")]
    return (*cells, Piece(f"{row.documents:>{COUNT}}"))


def source_heads(width: int) -> Line:
    """Heads of the columns."""
    words = f"   {fit('source', _room(width))}{'statements':>{COUNT}}"
    if width >= 96:
        words += f"  {fit('share of words', SHARE)} {fit('direct ▆ indirect ▅ told ▃', KINDS)}"
    else:
        words += f"{'words':>8}"
    return (Piece(f"{words}{'documents':>{COUNT}}", "quiet"),)


def shares_line(shares: Mapping[str, float]) -> str:
    """Kinds of sources by their share of the words."""
    parts = [
        f"{look.sign} {look.name} {bar(shares[look.name], 16)} {percent(shares[look.name])}"
        for look in LOOKS
        if shares.get(look.name, 0) > 0
    ]
    return "   ".join(parts)


def source_lines(
    row: SourceRow, maybe: str, machine: str, said: Sequence[Place], total: int, width: int
) -> list[Line]:
    """All of a source."""
    return list(_lines(row, maybe, machine, said, total, width))


def _lines(
    row: SourceRow, maybe: str, machine: str, said: Sequence[Place], total: int, width: int
) -> Iterator[Line]:
    source = row.source
    about = ", ".join(
        filter(None, (source.type.replace("_", " "), source.role, source.party, source.employer))
    )
    yield (
        Piece("  "),
        *apart(
            (Piece(safe(source.name).upper(), "title"),), (Piece(f"{safe(about)}  ", "quiet"),), width - 4
        ),
    )
    if source.aliases:
        names = ", ".join(map(safe, source.aliases))
        yield from wrap([Piece(f"named as: {names}", "quiet")], width - 2, "  ", "    ")
    if machine:
        yield from wrap([Piece(f"the program had read: {safe(machine)}", "quiet")], width - 2, "  ", "    ")
    if maybe:
        yield (Piece(f"  may be {maybe}: = says that it is, ! that it is not", "doubt"),)
    yield ()
    for place in said:
        home = home_of(place.document)
        yield (
            Piece(f"    {fit(f'{place.document.number} {home}', 18)} ", "quiet"),
            Piece(fit(safe(place.statement.text), max(width - 26, 10))),
        )
    if total > len(said):
        yield (Piece(f"    … {total - len(said):,} more: ↵ reads them", "quiet"),)
