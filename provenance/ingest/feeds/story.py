"""The story of an item told from what its agency or its sender puts around it.

Before the story: headline and teaser once more, words of priority, notes to desks, a byline. Behind it: who worked on
it, whom to call, the desk's initials, a word that it is over. None of it is a sentence of the story; all of it but
what stands twice is kept, typed as what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from provenance.ingest.advisories import (
    is_desk,
    is_end,
    is_initials,
    is_note,
    is_priority,
    is_signature,
    note_status,
)
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import REPORTING_LINE, read_byline
from provenance.ingest.copy_datelines import printed_dateline
from provenance.ingest.feeds.item import Item, Piece
from provenance.ingest.pull_quotes import is_pulled, words_of
from provenance.ingest.releases import is_about, is_contact, sender_of
from provenance.model import BlockKind
from provenance.words import alternatives, any_of, every, later

#: So many pieces are looked at from either end.
_NEAR = 8
#: Longer paragraphs are no byline, in code points.
_BYLINE = 120
#: Longer paragraphs are no notice of copyright, in code points.
_NOTICE = 300
#: Longer words are no button, in code points.
_BUTTON = 25
_BULLET = re.compile(r"[*•]\s")
_LETTERS = re.compile(r"[\W_]+")
_BUTTONS = later(lambda: re.compile(rf"\W*(?:{alternatives('pages', 'buttons')})\W*", re.I))
_ASKS = later(lambda: re.compile(rf"\W*(?:{alternatives('pages', 'calls')})", re.I))
_ELSEWHERE = later(lambda: re.compile(rf"\W*(?:{alternatives('pages', 'promotion_starts')})"))
#: What a feed's software puts behind a text that it has cut short.
_CUT = later(
    lambda: re.compile(
        rf"\s*[\[(](?:{alternatives('pages', 'cut')}|(?:{any_of(every('pages', 'more'))})\W*)[\])]\W*$", re.I
    )
)
_BRACKETS = re.compile(r"\([^()]*\)")
_CALL = re.compile(r"\(*[^()@\s]*\s?[^()@]{0,80}@[^()]{2,200}\)*|\(\+?[\d\s()/-]{6,40}[^()]{0,80}\)")


@dataclass(slots=True)
class _Story:
    """An item's pieces in the making."""

    item: Item
    pieces: list[Piece] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Statuses that notes give."""


def shape(item: Item) -> Item:
    """The item with its body typed: `status`, `notes`, `byline` as the text itself gives them."""
    story = _Story(replace(item, notes=[note for note in item.notes if not is_end(note)]))
    pieces = [piece for piece in item.body if any(map(str.isalnum, piece.text))]
    _fields(story.item, pieces)
    _head(story, pieces)
    _foot(story)
    _frame(story)
    _pull_quotes(story)
    story.item.body = [
        replace(piece, kind="boilerplate") if _is_of_the_site(piece) else piece for piece in story.pieces
    ]
    for note in story.item.notes:
        if said := note_status(note):
            story.said.append(said)
    story.item.status = " ".join((item.status, *story.said)).strip()
    return story.item


def _pull_quotes(story: _Story) -> None:
    """Leave out a quotation that is set off beside the paragraph that it is taken from."""
    told = words_of(piece.text for piece in story.pieces if piece.kind == "paragraph")
    story.pieces = [
        piece for piece in story.pieces if piece.kind != "blockquote" or not is_pulled(piece.text, told)
    ]


def _is_of_the_site(piece: Piece) -> bool:
    """Whether a paragraph asks the reader to do something for the site, or to read something else."""
    text = piece.text.strip()
    if piece.kind != "paragraph" or len(text) > _NOTICE:
        return False
    if len(text) < _BUTTON and _BUTTONS.fullmatch(text):
        return True
    asks = _ASKS.match(text) is not None and (len(text) < _BYLINE or text[-1:] not in ".!?")
    return asks or (len(text) < 2 * _BYLINE and text[-1:] not in ".!?" and _ELSEWHERE.match(text) is not None)


def _fields(item: Item, pieces: list[Piece]) -> None:
    """Clear fields of what they are not: initials and the outlet are no writer, keywords and a text's first paragraph
    no subtitle."""
    if is_initials(item.byline) or (item.byline and _key(item.byline) == _key(item.outlet)):
        item.byline = ""
    first = next((_key(piece.text) for piece in pieces if piece.kind == "paragraph"), "")
    if item.lead and first.startswith(_key(item.lead)):
        item.lead = ""
    item.notes = list(dict.fromkeys(item.notes))
    said = _key(item.subtitle)
    told = any(piece.kind == "paragraph" and _key(piece.text).endswith(said) for piece in pieces[:_NEAR])
    if said and (told or _BRACKETS.sub("", item.subtitle).isupper()):
        item.subtitle = ""


def _head(story: _Story, pieces: list[Piece]) -> None:
    item = story.item
    printed = {key for text in (item.headline, item.subtitle, item.lead) if (key := _key(text))}
    at = 0
    while at < len(pieces) and at < _NEAR:
        piece = pieces[at]
        if _key(piece.text) in printed:
            at += 1
            continue
        first, rest = _first_part(piece.text)
        kind = _head_kind(story, first) if piece.kind != "editor_note" else piece.kind
        if (
            kind is None
            and _BULLET.match(first)
            and any(_is_byline(later.text) for later in pieces[at:_NEAR])
        ):
            kind = "list_item"
        if kind is None:
            break
        story.pieces.append(replace(piece, kind=kind, text=first))
        if rest:
            pieces[at] = replace(piece, text=rest)
        else:
            at += 1
    story.pieces += pieces[at:]


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _first_part(text: str) -> tuple[str, str]:
    """A paragraph's first line, or the bracket that it begins with and that a line end follows; and what is left."""
    if text.startswith("(") and (end := text.find(")")) > 0 and text[end + 1 :].lstrip(" .").startswith("\n"):
        return text[: end + 1], text[end + 1 :].lstrip(" .\n")
    first, line_end, rest = text.partition("\n")
    if line_end and (is_priority(first) or _is_byline(first)):
        return first.strip(), rest.strip()
    return text, ""


def _is_byline(text: str) -> bool:
    return (
        len(text) < _BYLINE and text[-1:] not in ".!?:" and read_byline(text, labelled_only=True) is not None
    )


def _head_kind(story: _Story, text: str) -> BlockKind | None:
    """What a paragraph before the story is; None where the story begins."""
    if is_note(text):
        story.item.notes.append(" ".join(text.split()))
        return "editor_note"
    if is_priority(text):
        return "metadata"
    if _is_byline(text):
        story.item.byline = story.item.byline or " ".join(text.split())
        return "byline"
    return None


def _foot(story: _Story) -> None:
    if story.pieces and (cut := _CUT.search(story.pieces[-1].text)):
        story.item.cut = True
        story.pieces[-1] = replace(story.pieces[-1], text=story.pieces[-1].text[: cut.start()])
    behind: list[Piece] = []
    for _ in range(_NEAR):
        _peel(story)
        if not story.pieces or len(story.pieces) == 1:
            break
        piece = story.pieces[-1]
        kind = _foot_kind(story, piece)
        if kind is None:
            break
        behind.insert(0, replace(story.pieces.pop(), kind=kind))
    if story.pieces:
        body, tail = _signed(story.pieces[-1].text)
        if tail and story.pieces[-1].kind in ("paragraph", "list_item"):
            piece = story.pieces.pop()
            story.pieces.append(replace(piece, text=body))
            _take_names(story, tail)
            behind.insert(0, replace(piece, kind="byline", text=tail))
    story.pieces += behind


def _peel(story: _Story) -> None:
    """Give a last line that is the desk's, or says who worked on the story, a piece of its own."""
    if story.pieces and story.pieces[-1].kind == "paragraph":
        piece = story.pieces[-1]
        before, line_end, last = piece.text.rstrip().rpartition("\n")
        if line_end and before.strip() and _foot_kind(story, replace(piece, text=last)):
            story.pieces[-1:] = [replace(piece, text=before), replace(piece, text=last)]


def _frame(story: _Story) -> None:
    """In a press release, whom to call and what the sender always says of itself is no part of it."""
    if not _is_release(story):
        return
    half = len(story.pieces) // 2
    told = 0
    for at, piece in enumerate(story.pieces):
        line = piece.text.strip().partition("\n")[0]
        # A heading over what it says of itself ends a release however long that is; whom to call may stand above it.
        if ((told or at >= half) and is_about(line)) or (at >= half and is_contact(line)):
            behind = [replace(piece, kind="boilerplate") for piece in story.pieces[at:]]
            story.pieces[at:] = behind
            if any(sender_of(piece.text) == story.item.byline for piece in behind):
                story.item.byline = ""  # who sends it is named where a writer is
            return
        told += len(piece.text) > _BYLINE


def _is_release(story: _Story) -> bool:
    names = [story.item.source, story.item.credit]
    for piece in story.pieces[:_NEAR]:
        dateline = printed_dateline(piece.text) if piece.kind == "paragraph" else None
        names += dateline.agencies if dateline else []
    agencies = (lookup(name) for name in names if name)
    return any(agency is not None and agency.kind == "release" for agency in agencies)


def _signed(text: str) -> tuple[str, str]:
    """A paragraph without the bracket at its end that says who worked on the story."""
    shown = text.rstrip()
    opening = shown.rfind("(") if shown.endswith(")") else -1
    if opening > 0 and is_signature(shown[opening:]):
        return shown[:opening].rstrip(), shown[opening:]
    return text, ""


def _foot_kind(story: _Story, piece: Piece) -> BlockKind | None:
    """What a paragraph behind the story is; None where the story ends."""
    if piece.kind not in ("paragraph", "subheading", "list_item"):
        return None
    text = " ".join(piece.text.split())
    if _key(text) == _key(story.item.headline):
        return "metadata"  # a component with the title, behind the text
    if is_signature(text):
        _take_names(story, text)
        return "byline"
    if is_note(text):
        story.item.notes.append(text)
        return "editor_note"
    if (
        is_end(text)
        or (text.startswith("©") and len(text) < _NOTICE)
        or (text.startswith("(") and text.endswith(")") and _is_sender(story, text))
        or is_desk(text)
        or (len(text) < 200 and _CALL.fullmatch(text))
    ):
        return "boilerplate"
    return None


def _is_sender(story: _Story, text: str) -> bool:
    """Whether a bracket names who stands in the dateline, or an agency."""
    printed = (piece.text for piece in story.pieces[:_NEAR] if piece.kind == "paragraph")
    datelines = (dateline.text for part in printed if (dateline := printed_dateline(part)))
    return lookup(text) is not None or any(text in dateline for dateline in datelines)


def _take_names(story: _Story, text: str) -> None:
    """ "(Reporting by A and B; Editing by C)" names A and B where no byline does."""
    match = REPORTING_LINE.search(" ".join(text.split()))
    if match is not None and not story.item.byline and not story.item.writers:
        byline = read_byline(match["names"].strip())
        story.item.writers = byline.persons if byline else []
