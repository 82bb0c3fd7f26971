"""A claim in a line, and in full: its timeline, its figures as a table, and the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    shares = (room * 22 // 100, room * 22 // 100, room * 22 // 100, 14)
    names = ("figure", "who says it", "where", "when")
    head = " ".join(fit(name, share) for name, share in zip(names, shares, strict=True))
    yield (Piece(f"      {head} how sure", "quiet"),)
    yield (Piece("    " + "─" * (room + 2), "rule"),)
    for value in claim.values:
        place = by_id.get(value.statement)
        loss = lost.get(value.statement)
        sign = "↯" if loss else "≠" if value.statement in against else " "
        cells = _cells(value, place)
        line = " ".join(fit(cell, share) for cell, share in zip(cells[1:], shares[1:], strict=True))
        sure = f"“{safe(loss.words)}” is lost here" if loss else _sure(place)
        yield (
            Piece(f"    {sign} ", "doubt"),
            Piece(f"{fit(cells[0], shares[0])} ", "strong"),
            Piece(f"{line} "),
            Piece(fit(sure, max(room - sum(shares) - 4, 6)), "doubt" if loss else "quiet"),
        )


def _cells(value: Value, place: Place | None) -> tuple[str, str, str, str]:
    name = safe(place.source.name) if place and place.source else "nobody"
    home = place.document if place else None
    where = home_of(home) if home else ""
    return safe(f"{value.words} {value.counted}"), name, where, short(value.time)


def _sure(place: Place | None) -> str:
    if place is None or place.statement.attribution is None:
        return "the writer's own words" if place else ""
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
