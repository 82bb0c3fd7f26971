"""Plain text into typed blocks: the text stays as it is, blocks only point into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.glyphs import DOUBLE_CLOSING, SINGLE_CLOSING, STOPS
from provenance.ingest.advisories import (
    GRAVEST,
    headline_status,
    is_desk,
    is_embargo,
    is_priority,
    note_status,
)
from provenance.ingest.advisories import is_note as is_advisory
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import REPORTING_LINE, read_byline
from provenance.ingest.copy_datelines import printed_dateline, whole_dateline
from provenance.ingest.credits import LABEL, parse_credit, split_caption
from provenance.ingest.datelines import DAY, PLACES, REACH, Dateline, split_places
from provenance.ingest.dates import read_date
from provenance.ingest.forms import read_form
from provenance.ingest.genre import RELEASE_NOUNS
from provenance.ingest.language import language_of
from provenance.ingest.releases import is_about, is_contact, is_release_mark, sender_of
from provenance.ingest.wires import read_credit_line
from provenance.model import Block, BlockKind, Document
from provenance.spans import line_starts, place
from provenance.words import alternatives, any_of, every, later

#: So many paragraphs from either end may frame a release.
_NEAR = 8
#: A line that opens whom to call and is no longer has the rest below it, in code points.
_LABEL = 40
#: A dateline with its agency opens one of the first so many paragraphs of prose; those before it are standfirsts.
_STANDFIRSTS = 3
#: Longest line that can be a heading; newspapers' headlines stay below it.
HEADING = 140
_DATE_LINE = re.compile(
    rf"(?:(?:{alternatives('notes', 'dated')})\b(?:\s*:)?\s*(?:(?:{any_of(every('time', 'day_prepositions'))})\s+)?"
    rf"|(?:{RELEASE_NOUNS})(?: {alternatives('releases', 'numbered')})?(?:,| (?:{any_of(every('releases', 'dated_by'))}))\s+)?"
    rf"(?:(?:{any_of(every('time', 'weekday_starts'))})\w*,?\s+(?:(?:{any_of(every('time', 'day_articles'))})\s+)?)?"
    r"(?:\d{4}-\d\d(?:-\d\d)?|\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-ZÄÖÜ][a-zäöü]{2,8}\.?\s+)\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})"
    rf"(?:[,T ]+\d{{1,2}}[:.]\d\d(?:\s?(?:{any_of(every('time', 'clock'))}))?)?",
    re.I,
)
#: Place and day in a line of their own, as letters begin: "Nordby, den 5. März 2026".
_PLACE_AND_DAY = later(
    lambda: re.compile(
        rf"(?P<place>{PLACES}),\s(?:(?:{any_of(every('time', 'day_articles'))})\s)?(?P<day>{DAY}\.?)"
    )
)
_NOTE = re.compile(rf"\s*(?:{alternatives('notes', 'notes')})")
_CORRECTION = re.compile(rf"\s*(?:{alternatives('notes', 'corrections')})\s*[:–—-]")
_ITEM = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s+\S")
_TERMINAL = (*STOPS, *DOUBLE_CLOSING, *SINGLE_CLOSING, ":", ")")


@dataclass(slots=True)
class _Stretch:
    """A paragraph of the file: offsets without the white space around it."""

    start: int
    end: int


def parse_plain(text: str, path: str, language: str | None) -> Document:
    """The document that a plain text is; `Document.text` is the text itself."""
    document = Document(path, path, "text", language_of(text, given=language), text)
    body = read_form(document)
    stretches = [stretch for stretch in _stretches(text) if stretch.start >= body]
    released, frame = _frame(document, stretches)
    heads = _heads(document, stretches, released, frame)
    if document.title:
        heads = dict.fromkeys(heads, "subheading")
    told = 0
    for number, stretch in enumerate(stretches):
        if number in frame:
            _add(document, frame[number], stretch.start, stretch.end)
        else:
            told += _read_stretch(document, stretch, number, heads, told)
    signed_under(document)
    closing_credit(document)
    _settle(document)
    said = [note_status(note) for note in document.editor_notes] + [headline_status(document.title or "")]
    document.status = next((status for status in GRAVEST if status in said), document.status)
    if embargo := next((note for note in document.editor_notes if is_embargo(note)), ""):
        document.status, document.embargo_until = "embargoed", read_date(embargo)
    return document


def _frame(document: Document, stretches: list[_Stretch]) -> tuple[bool, dict[int, BlockKind]]:
    """Whether a text is a press release by its frame, and the stretches of it: its sender, that it is one, whom to
    call, what it always says of itself."""
    frame: dict[int, BlockKind] = {}
    count = len(stretches)
    for number, stretch in enumerate(stretches):
        words = document.text[stretch.start : stretch.end]
        outer = number < _NEAR or number >= count - _NEAR
        if outer and (sender := sender_of(words)):
            document.source = document.source or sender
            frame[number] = "metadata"
        elif number < _NEAR and is_release_mark(words):
            frame[number] = "metadata"
        elif frame and number < _NEAR and number < count // 2 and is_contact(words.partition("\n")[0]):
            frame[number] = "metadata"  # whom to call, over a release
    released = bool(frame) or _has_release_wire(document, stretches)
    for number, stretch in enumerate(stretches[:_NEAR] if released else ()):
        if document.text[stretch.start : stretch.end] == document.source:
            frame[number] = "metadata"  # a letterhead
    for number in range(max(count - 2, 1), count):
        if is_desk(document.text[stretches[number].start : stretches[number].end].strip("() ")):
            frame[number] = "boilerplate"
    for number in range(count // 2, count):
        words = document.text[stretches[number].start : stretches[number].end]
        first = words.partition("\n")[0]
        if is_contact(first) or (released and is_about(first)):
            behind: dict[int, BlockKind] = dict.fromkeys(range(number, count), "boilerplate")
            return released, behind | frame
    return released, frame


def _has_release_wire(document: Document, stretches: list[_Stretch]) -> bool:
    """Whether a distributor of releases stands in the dateline."""
    for stretch in stretches[:_NEAR]:
        words = document.text[stretch.start : min(stretch.end, stretch.start + REACH)]
        dateline = printed_dateline(words) or whole_dateline(words)
        if dateline is not None:
            agencies = (lookup(name) for name in dateline.agencies)
            return any(agency is not None and agency.kind == "release" for agency in agencies)
    return False


def is_note(text: str) -> bool:
    """Whether a paragraph is a note for editors and not for readers."""
    return bool(_NOTE.match(text))


def is_correction(text: str) -> bool:
    """Whether a paragraph corrects an earlier version."""
    return bool(_CORRECTION.match(text))


def _stretches(text: str) -> list[_Stretch]:
    """Paragraphs: divided by blank lines; lines of their own where lines are paragraphs (not hard-wrapped)."""
    found: list[_Stretch] = []
    for match in re.finditer(r"\S(?:[^\n]|\n(?![ \t]*\n))*", text):
        lines = match[0].split("\n")
        wrapped = (
            len(lines) > 1 and max(map(len, lines)) <= 100 and not all(_ITEM.match(line) for line in lines)
        )
        at = match.start()
        near = len(found) < _NEAR
        for line in (_peeled(lines) if near else [match[0]]) if wrapped else lines:
            shown = line.strip()
            if shown:
                left = at + len(line) - len(line.lstrip())
                found.append(_Stretch(left, left + len(shown)))
            at += len(line) + 1
    return found


def _peeled(lines: list[str]) -> list[str]:
    """A wrapped paragraph without what stands in lines of its own before it: a sender, a mark, a date, a byline; and
    divided where a line begins with a dateline that has its sender."""
    for number, line in enumerate(lines[:_NEAR]):
        dateline = printed_dateline(line) if number else None
        if dateline is not None and set("(/") & set(dateline.text):
            return [*(["\n".join(lines[:number])] if number else []), "\n".join(lines[number:])]
        if len(line) < HEADING and _stands_alone(line):
            before = ["\n".join(lines[:number])] if number else []
            rest = lines[number + 1 :]
            return [*before, line, *(_peeled(rest) if rest else [])]
    return ["\n".join(lines)]


def _stands_alone(line: str) -> bool:
    date = _DATE_LINE.match(line.strip())
    return bool(
        sender_of(line)
        or is_release_mark(line)
        or _letterhead(line.strip())
        or is_priority(line.strip())
        or (is_contact(line) and len(line) > _LABEL)
        or is_embargo(line.strip())
        or (date is not None and date.end() > len(line.strip()) - 6)
    )


def _heads(
    document: Document, stretches: list[_Stretch], released: bool, frame: dict[int, BlockKind]
) -> dict[int, BlockKind]:
    """Which of the first stretches are kicker and headline: short lines without a full stop before prose.

    In a release the headline is the first of them, and may be wrapped.
    """
    text = document.text
    heads: dict[int, BlockKind] = {}
    lines: list[int] = []
    for number, stretch in enumerate(stretches[: _NEAR if released else 4]):
        words = text[stretch.start : stretch.end]
        special = number in frame or _special(words)
        if len(words) > HEADING or ("\n" in words and not released) or special:
            if special and not lines:
                continue
            break
        if (words.endswith((".", ":")) and not words.endswith("...")) or _ITEM.match(words):
            break
        lines.append(number)
    if not lines or lines[-1] + 1 >= len(stretches):
        return heads
    if (
        not released
        and len(lines) >= 2
        and stretches[lines[0]].end - stretches[lines[0]].start < 40
        and lines[1] == lines[0] + 1
        and len(text[stretches[lines[1]].start : stretches[lines[1]].end].split()) > 3
    ):
        heads[lines[0]] = "kicker"
        lines = lines[1:]
    heads[lines[0]] = "headline"
    for number in lines[1:]:
        heads[number] = "subheading"
    return heads


def _letterhead(words: str) -> re.Match[str] | None:
    """Place and day, where a line is nothing else; None for any other."""
    return _PLACE_AND_DAY.fullmatch(words) if len(words) < HEADING else None


def _special(words: str) -> bool:
    """Whether a line is metadata, a credit or a byline rather than a heading."""
    if _letterhead(words):
        return True
    date = _DATE_LINE.match(words)
    glued = date and (parts := split_caption(words[date.end() :])).credit and parts.credit.start < 4
    return bool(
        glued
        or (date and date.end() > len(words) - 12)
        or LABEL.match(words)
        or (read_byline(words, labelled_only=True) and len(words) < 100)
        or _NOTE.match(words)
        or sender_of(words)
        or is_release_mark(words)
        or is_advisory(words)
        or whole_dateline(words)
    )


def _read_stretch(
    document: Document, stretch: _Stretch, number: int, heads: dict[int, BlockKind], told: int
) -> bool:
    """Add a stretch's blocks; says whether it is the story's prose. `told` counts the prose before it."""
    text = document.text
    start, end = stretch.start, stretch.end
    words = text[start:end]
    if number in heads:
        _add(document, heads[number], start, end)
    elif _NOTE.match(words) or (not told and is_advisory(words)):
        _add(document, "editor_note", start, end)
        document.editor_notes.append(words)
    elif _CORRECTION.match(words):
        _add(document, "correction", start, end)
    elif (not told and _dateline(document, start, end)) or (
        _metadata(document, start, end, number)
        or _byline(document, start, end, number)
        or _credit(document, start, end)
    ):
        return False
    elif _ITEM.match(words) and len(words) < 400:
        _add(document, "list_item", start, end)
    elif (
        len(words) <= 80
        and "\n" not in words
        and not words.endswith(_TERMINAL)
        and number
        and len(words.split()) < 12
    ):
        _add(document, "subheading", start, end)
    else:
        _prose(document, start, end, told)
        return True
    return False


def _dateline(document: Document, start: int, end: int) -> bool:
    """A dateline in a line of its own before the story, as distributors of releases send it."""
    dateline = whole_dateline(document.text[start:end], start)
    if dateline is None or document.dateline:
        return False
    _add(document, "dateline", start, end)
    _filed(document, dateline)
    return True


def _filed(document: Document, dateline: Dateline) -> None:
    document.dateline = dateline.text
    document.published = document.published or read_date(dateline.text)
    document.datelines.extend(place for place in dateline.places if place not in document.datelines)
    document.wire_credits.extend(
        agency for agency in dateline.agencies if agency not in document.wire_credits
    )


def _metadata(document: Document, start: int, end: int, number: int) -> bool:
    """A date line; behind it, glued on, a credit and a caption: "date 2026-09 Harbour Office via AP Boats …"."""
    if number > 5:
        return False
    words = document.text[start:end]
    if lettered := _letterhead(words):
        _add(document, "metadata", start, end)
        document.published = document.published or read_date(lettered["day"])
        document.datelines = document.datelines or split_places(lettered["place"])
        return True
    date = _DATE_LINE.match(words)
    at = start
    if date:
        rest = words[date.end() :]
        glued = split_caption(rest) if rest.strip(" |,–-") else None
        if (
            rest.strip(" |,–-")
            and (glued is None or glued.credit is None or glued.credit.start > 4)
            and not _is_tail(rest)
        ):
            return False
        _add(document, "metadata", start, start + date.end())
        document.published = document.published or read_date(date[0])
        at = start + date.end()
        if _is_tail(rest):
            return True
    elif number > 3:
        return False
    rest = document.text[at:end]
    parts = split_caption(rest, at)
    if parts.credit is None or parts.credit.start > at + len(rest) - len(rest.lstrip()) + 2:
        return bool(date)
    if not date and (parts.caption is None or len(rest) > 300 or not LABEL.match(rest.lstrip())):
        return False
    document.photo_credits.append(parts.credit)
    _add(document, "photo_credit", parts.credit.start, parts.credit.end)
    if parts.caption is not None:
        document.captions.append(parts.caption)
        _add(document, "caption", parts.caption.start, parts.caption.end)
    return True


def _is_tail(rest: str) -> bool:
    return len(rest.strip(" |,–-")) < 12 and not re.search(r"[A-ZÄÖÜ][a-zäöü]{3}", rest)


def _byline(document: Document, start: int, end: int, number: int) -> bool:
    words = document.text[start:end]
    if number > 5 or len(words) > 120 or "\n" in words or words.endswith((".", "!", "?")):
        return False
    byline = read_byline(words, labelled_only=True)
    if byline is None:
        return False
    _add(document, "byline", start, end)
    document.byline = document.byline or byline.text
    document.bylines.extend(person for person in byline.persons if person not in document.bylines)
    document.wire_credits.extend(agency for agency in byline.agencies if agency not in document.wire_credits)
    return True


def _credit(document: Document, start: int, end: int) -> bool:
    """A line of its own that is a labelled credit, or a caption with its labelled credit."""
    words = document.text[start:end]
    if len(words) > 300 or not LABEL.search(words):
        return False
    credit = parse_credit(words, start, labelled_only=True)
    if credit is not None:
        document.photo_credits.append(credit)
        _add(document, "photo_credit", credit.start, credit.end)
        return True
    parts = split_caption(words, start)
    if (
        parts.credit is None
        or parts.caption is None
        or not LABEL.match(parts.credit.text)
        or parts.credit.end < end - 2
    ):
        return False
    document.captions.append(parts.caption)
    document.photo_credits.append(parts.credit)
    _add(document, "caption", parts.caption.start, parts.caption.end)
    _add(document, "photo_credit", parts.credit.start, parts.credit.end)
    return True


def _prose(document: Document, start: int, end: int, told: int) -> None:
    first = not told
    if told < _STANDFIRSTS and not document.dateline:
        dateline = printed_dateline(document.text[start : min(end, start + REACH)], start)
        if dateline is not None and dateline.end < end and (first or dateline.agencies):
            _add(document, "dateline", dateline.start, dateline.start + len(dateline.text))
            _filed(document, dateline)
            start = dateline.end
    lead = first and any(block.kind == "headline" for block in document.blocks)
    _add(document, "lead" if lead else "paragraph", start, end)


def signed_under(document: Document) -> None:
    """ "Reporting by A and B; editing by C" under the story: a byline, and no sentence of it."""
    for block in document.blocks[-3:]:
        words = document.text[block.start : block.end]
        match = (
            REPORTING_LINE.match(words)
            if block.kind in ("paragraph", "subheading") and len(words) < 200
            else None
        )
        byline = read_byline(match["names"].strip()) if match else None
        if byline is not None:
            block.kind = "byline"
            document.byline = document.byline or words
            document.bylines.extend(person for person in byline.persons if person not in document.bylines)


def closing_credit(document: Document) -> None:
    """ "(dpa/AFP, 3.9.2026)" behind the last sentence: cut out of its paragraph into a block of its own."""
    printed = read_credit_line(_without_pictures(document))
    if printed is None:
        return
    line = printed.line
    document.credit_line = line
    document.wire_credits.extend(agency for agency in line.agencies if agency not in document.wire_credits)
    for at, block in enumerate(document.blocks):
        if block.start <= printed.start and printed.end <= block.end:
            pieces = [Block("wire_credit", printed.start, printed.end)]
            before = document.text[block.start : printed.start].rstrip()
            after = document.text[printed.end : block.end]
            if before:
                pieces.insert(0, Block(block.kind, block.start, block.start + len(before)))
            if after.strip():
                left = printed.end + len(after) - len(after.lstrip())
                pieces.append(Block("boilerplate", left, block.end))
            document.blocks[at : at + 1] = pieces
            break


def _without_pictures(document: Document) -> str:
    """The text with blanks for what stands under pictures: "(AP)" behind a caption supplies no story."""
    text, parts, at = document.text, [], 0
    under = (block for block in document.blocks if block.kind in ("caption", "photo_credit"))
    for block in sorted(under, key=lambda block: block.start):
        start = max(block.start, at)  # a credit may stand within its caption
        parts += [text[at:start], " " * (block.end - start)]
        at = max(at, block.end)
    return "".join([*parts, text[at:]])


def _add(document: Document, kind: BlockKind, start: int, end: int) -> None:
    text = document.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        document.blocks.append(Block(kind, start, end))


def _settle(document: Document) -> None:
    """Blocks in order with their lines; the headline as title."""
    document.blocks.sort(key=lambda block: block.start)
    starts = line_starts(document.text)
    for block in document.blocks:
        block.line = place(starts, block.start).line
        if block.kind == "headline" and document.title is None:
            document.title = document.text[block.start : block.end]
    if document.published is None and document.credit_line is not None:
        document.published = document.credit_line.date
