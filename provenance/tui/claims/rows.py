"""A claim in a line, and in full: its timeline, its figures as a table, and the words that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from provenance.desk.records import ClaimRow, Place
from provenance.model import Claim, Value
from provenance.trace import certainty, in_words
from provenance.tui.claims.timeline import timeline
from provenance.tui.dates import day, short
from provenance.tui.names import home_of
from provenance.tui.pieces import Line, Piece, apart, fit, safe, wrap


def sign_of(row: ClaimRow) -> str:
    """≠ in dispute, ↯ something was lost on the way."""
    return "≠" if row.claim.conflicts else "↯" if row.claim.losses else " "


def _right(width: int) -> int:
    return 51 if width >= 96 else 24


def claim_line(row: ClaimRow, width: int) -> Line:
    """Sign, words, who says it so, roots, dates."""
    right = _right(width)
    room = width - 3 - right
    lost = f" {row.lost}" if row.lost and room > 40 else ""
    said = f"{row.said[0]} of {row.said[1]}"
    words = (
        Piece(f" {sign_of(row)} ", "doubt"),
        Piece(fit(about(row.claim), room - len(lost) - 1)),
        Piece(f"{lost} ", "doubt"),
        Piece(f"{said:>10}{row.roots:>8}"),
    )
    if width < 96:
        return (*words, Piece(fit(day(row.first), 6, right=True), "quiet"))
    dates = f"{day(row.first):>12}{day(row.last):>9} "
    return (*words, Piece(f"{row.effective:>11.1f}"), Piece(dates, "quiet"))


def claim_heads(width: int) -> Line:
    """Heads of the columns."""
    room = width - 3 - _right(width)
    if width < 96:
        return (Piece(f"   {fit('what is said', room)}{'said by':>10}{'roots':>8}{'first':>6}", "quiet"),)
    heads = f"{'said by':>10}{'roots':>8}{'effective':>11}{'first':>12}{'last':>9} "
    return (Piece(f"   {fit('what is said', room)}{heads}", "quiet"),)


def about(claim: Claim) -> str:
    """What a claim is about, in a line."""
    return safe(claim.text)


def claim_lines(row: ClaimRow, places: Sequence[Place], width: int) -> list[Line]:
    """All of a claim."""
    return list(_lines(row, places, width))


def _lines(row: ClaimRow, places: Sequence[Place], width: int) -> Iterator[Line]:
    claim = row.claim
    right = f"{len(claim.members)} statements, {row.roots} root{'s' * (row.roots != 1)}, {row.effective:.1f} effective"
    yield (Piece("  "), *apart((Piece(about(claim), "title"),), (Piece(f"{right}  ", "quiet"),), width - 4))
    yield ()
    copied = {member.statement: member.copied_from for member in claim.members if member.copied_from}
    drawn = timeline(places, copied, width - 2)
    yield from drawn
    if drawn:
        yield ()
    if claim.values:
        yield from _figures(claim, places, width)
        yield ()
    yield from _members(claim, places, width)


def _figures(claim: Claim, places: Sequence[Place], width: int) -> Iterator[Line]:
    by_id = {place.statement.id: place for place in places}
    lost = {loss.statement: loss for loss in claim.losses}
    against = {one for conflict in claim.conflicts for one in (conflict.a, conflict.b)}
    room = min(width - 8, 104)
    (what, _), *_ = Counter(value.counted for value in claim.values).most_common()
    words = [_figure(value, what) for value in claim.values]
    first = min(max(map(cell_len, [*words, "figure"])), room * 3 // 10)
    when = max(4, *(len(short(value.time)) for value in claim.values))
    others = (room - first - when - 3) // 4
    shares = (first, others, others + others // 2, when)
    if what:
        yield (Piece(f"      {safe(what)}", "quiet"),)
    head = " ".join(map(fit, ("figure", "who says it", "where", "when"), shares))
    yield (Piece(f"      {head}  how sure", "quiet"),)
    yield (Piece("    " + "─" * (room + 2), "rule"),)
    for value, figure in zip(claim.values, words, strict=True):
        place = by_id.get(value.statement)
        loss = lost.get(value.statement)
        sign = "↯" if loss else "≠" if value.statement in against else " "
        name = safe(place.source.name) if place and place.source else "nobody"
        where = home_of(place.document) if place else ""
        line = " ".join(map(fit, (name, where, short(value.time)), shares[1:]))
        sure = f"“{safe(loss.words)}” is lost here" if loss else _sure(place)
        yield (
            Piece(f"    {sign} ", "doubt"),
            Piece(f"{fit(figure, first)} ", "strong"),
            Piece(f"{line}  "),
            Piece(fit(sure, max(room - sum(shares) - 3, 6)).rstrip(), "doubt" if loss else "quiet"),
        )


def _figure(value: Value, what: str) -> str:
    """A figure; with what it counts, if that is another thing than what the others count."""
    same = value.counted[:5].casefold() == what[:5].casefold()
    return safe(value.words if same else f"{value.words} {value.counted}")


def _sure(place: Place | None) -> str:
    if place is None or place.statement.attribution is None:
        return "the writer's own" if place else ""
    if place.statement.kind in ("free_indirect", "indirect_free_indirect"):
        return "by mood alone"
    return in_words(certainty(place.statement.chain, place.statement.attribution))


def _members(claim: Claim, places: Sequence[Place], width: int) -> Iterator[Line]:
    members = {member.statement: member for member in claim.members}
    for place in places:
        member = members.get(place.statement.id)
        home = home_of(place.document)
        who = safe(place.source.name) if place.source else "nobody"
        where = (Piece(f"    {who}", "strong"), Piece(f", {home}", "quiet"))
        relation = place.relation if place.relation != "origin" else "first"
        when = f"{relation}  {short(place.document.published)}  "
        yield (*apart(where, (Piece(when, "quiet"),), width - 2),)
        yield from wrap([Piece(safe(place.statement.text))], min(width - 4, 110), "      ")
        if member and (member.lacks or member.adds):
            words = [*(f"−{word}" for word in member.lacks), *(f"+{word}" for word in member.adds)]
            yield from wrap([Piece(safe(" ".join(words)), "quiet")], min(width - 4, 110), "      ")
    for loss in claim.losses:
        yield (Piece(f"    ↯ “{safe(loss.words)}” was lost on the way ({loss.kind})", "doubt"),)
