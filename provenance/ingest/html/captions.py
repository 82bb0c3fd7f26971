"""What the words of a picture say: its caption and its credits, by their form and by the elements around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from provenance.ingest.advisories import is_initials
from provenance.ingest.credits import (
    LABEL,
    is_maker,
    is_qualifier,
    may_be_maker,
    open_label,
    parse_credit,
    split_caption,
)
from provenance.ingest.html.tree import Image, Segment
from provenance.ingest.html.vocabulary import Role
from provenance.model import Caption, Credit
from provenance.words import alternatives, any_of, every

#: Words of the page's machinery under pictures.
_BUTTONS = re.compile(rf"^(?:{alternatives('pages', 'buttons')})$", re.I)
#: A caption with its credit in brackets behind it.
_BRACKET = re.compile(r"[.!?…\w]\s*\([^()]{3,80}\)\s*$")
_RESERVED = alternatives("credits", "all_rights")
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|{any_of(every('credits', 'copyright'))})\W{{0,3}}(?:\d{{4}}\b|{_RESERVED})|\d{{4}}\b.*(?:{_RESERVED})",
    re.I,
)
#: What a page prints before a picture's text.
_CAPTION_LABEL = re.compile(rf"(?:{any_of(every('pages', 'caption_labels'))})\s*:\s+", re.I)
#: The length of a film closes its title, which is no picture's text.
_PLAYED = re.compile(rf"\b\d{{1,2}}:\d\d\s+(?:{any_of(every('pages', 'minutes'))})\.?$", re.I)
_MORE = any_of(every("pages", "more"))
_CUT = re.compile(rf"(?:…|\.\.\.|{_MORE})$")
#: Fewer words beside a credit are part of it.
_LEAST_TOLD = 2
SIGNS = ("©", "© ")
#: Longer lines are no credits, in code points.
_CREDIT = 100
_TRIM = " :.–-|>»"


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says beside its pictures, by which names under them are told apart."""

    story: str
    """Headline and text: names in it are more likely on a picture than behind it."""
    makers: frozenset[str]
    """Those whom the metadata name as makers of pictures and of the text, and the house, lower case."""


@dataclass(slots=True)
class Words:
    """What is printed with a picture: text of its segments on one line, offsets into it."""

    first: int
    indices: list[int]
    text: str = ""
    line: int = 1
    caption: Caption | None = None
    credits: list[Credit] = field(default_factory=list)
    image: Image | None = None


def read_words(group: list[Segment], told: Told) -> Words | None:
    """Caption and credits of a group of segments, with offsets into its text; None if they are buttons only."""
    group = [segment for segment in group if not _BUTTONS.match(segment.text.strip(_TRIM))]
    if not group:
        return None
    text = " ".join(segment.text for segment in group)
    words = Words(group[0].index, [segment.index for segment in group], text, group[0].line)
    captions: list[tuple[int, int]] = []
    end, sign = -1, -1
    for number, segment in enumerate(group):
        start = end + 1
        end = start + len(segment.text)
        signed, sign = sign, -1
        if signed >= 0 and _is_name(segment) and (named := parse_credit(text[signed:end], signed)):
            words.credits.append(named)  # sign or label in a box of its own: the next line is the name
        elif segment.text in SIGNS:
            sign = start
        elif (label := open_label(segment.text)) is not None:
            sign = start + label
            _read_text(words, captions, segment.text[:label], start)
        else:
            _read_segment(words, captions, segment, start, _is_credit(group, number, told), told)
    words.caption = _whole_caption(words, captions)
    return words


def _is_name(segment: Segment) -> bool:
    """Whether a line can be whom a sign or a label before it names."""
    text = segment.text
    return len(text) < _CREDIT and (bool(segment.role & Role.CREDIT) or " " not in text or is_maker(text))


def _is_credit(group: list[Segment], number: int, told: Told) -> bool:
    """Whether a segment is who made the picture: the template says so, or its place and its form do."""
    segment = group[number]
    text = segment.text
    if _is_called(segment) or (len(text) < 120 and LABEL.match(text)):
        return True
    if len(text) >= _CREDIT or text.endswith("."):
        return False
    if any(other.role & Role.CAPTION for other in group) and not segment.role & Role.CAPTION:
        return may_be_maker(text)
    return text.strip("()[] ").lower() in told.makers or (len(group) > 1 and is_maker(text, surely=True))


def _is_called(segment: Segment) -> bool:
    """Whether the template calls a segment a credit, or a writer's name: under a picture that is the maker's."""
    text = segment.text
    if segment.role & Role.CAPTION:
        return bool(segment.role & Role.CREDIT) and len(text) < 60 and not text.endswith(".")
    if segment.role & Role.PICTURE and segment.role & (Role.BYLINE | Role.SOURCE):
        return len(text) < _CREDIT and not text.endswith(".")
    return bool(segment.role & Role.CREDIT) and not _BRACKET.search(text) and may_be_maker(text)


def _whole_caption(words: Words, captions: list[tuple[int, int]]) -> Caption | None:
    """The stretches of a caption up to the first credit between them, without one that says the first again."""
    if not captions:
        return None
    credited = sorted(credit.start for credit in words.credits)
    start, end = captions[0]
    for nearer, further in captions[1:]:
        if _opening(words.text, start, end) == _opening(words.text, nearer, further):
            continue
        at = bisect_left(credited, end)
        if at == len(credited) or credited[at] >= nearer:
            end = further
    return Caption(words.text[start:end], start, end)


def _opening(text: str, start: int, end: int) -> str:
    """How a stretch begins: a second one that begins so says it again, in full or cut short."""
    return " ".join(text[start : min(end, start + 200)].split()).rstrip(" .…")[:80]


def _read_segment(
    words: Words, captions: list[tuple[int, int]], segment: Segment, start: int, credit_line: bool, told: Told
) -> None:
    start, text = _without_buttons(segment, start)
    if (len(text) < 120 and _COPYRIGHT.search(text)) or _PLAYED.search(text):
        return
    parts = split_caption(text, start)
    # A box of credits may hold the caption too: "Der Hafen / dpa".
    both = (
        parts.caption is not None
        and parts.credit is not None
        and (is_maker(parts.credit.text, surely=True) or _is_told(parts.caption.text))
    )
    if credit_line and not both and (credit := parse_credit(text, start)) is not None:
        words.credits.append(credit)
        return
    if (
        segment.role & (Role.CAPTION | Role.CREDIT) == Role.CREDIT
        and parts.credit is None
        and len(text) < _CREDIT
    ):
        return  # a button or a counter in a box of credits
    for first, end in _own_elements(segment, text, told):
        credit = parse_credit(text[first:end], start + first)
        if credit is not None:
            words.credits.append(credit)
            rest = split_caption(text[end:], start + end) if not first else split_caption(text[:first], start)
            if rest.caption is not None:
                captions.append((rest.caption.start, rest.caption.end))
            return
    _read_text(words, captions, text, start)


def _is_told(caption: str) -> bool:
    """Whether words beside a credit with a label are a picture's text rather than more of its makers."""
    return len(caption.split()) > _LEAST_TOLD and not is_maker(caption) and not is_qualifier(caption)


def _read_text(words: Words, captions: list[tuple[int, int]], text: str, start: int) -> None:
    """A stretch without elements of its own: its caption, and its credit by their forms."""
    parts = split_caption(text, start)
    if parts.credit is not None:
        words.credits.append(parts.credit)
    if (
        parts.caption is not None
        and any(map(str.isalpha, parts.caption.text))
        and not is_initials(parts.caption.text)
        and not is_qualifier(parts.caption.text)
    ):
        captions.append((parts.caption.start, parts.caption.end))


def _without_buttons(segment: Segment, start: int) -> tuple[int, str]:
    """A segment's text without the links at its ends that are buttons, and where it begins."""
    text = segment.text
    for mark in reversed(segment.marks):
        if mark.link and mark.end == len(text) and _BUTTONS.match(text[mark.start :].strip(_TRIM)):
            text = text[: mark.start].rstrip()
    if label := _CAPTION_LABEL.match(text):
        return start + label.end(), text[label.end() :]
    for mark in segment.marks:
        if mark.start == 0 and mark.link and _BUTTONS.match(text[: mark.end].strip()):
            return start + mark.end, text[mark.end :]
    return start, text


def _own_elements(segment: Segment, text: str, told: Told) -> list[tuple[int, int]]:
    """The inline elements that close or open a caption and are makers by their form."""
    if len(text) != len(segment.text):
        return []
    found = []
    for mark in reversed(segment.marks):
        shown = text[mark.start : mark.end].strip(" ()[]")
        if mark.end - mark.start >= min(_CREDIT, len(text)) or not is_maker(shown):
            continue
        closes = mark.end == len(text)
        called = mark.role & (Role.BYLINE | Role.CREDIT | Role.SOURCE) and shown not in told.story
        if (
            shown.lower() in told.makers
            or (is_maker(shown, surely=True) and (closes or mark.start == 0))
            or (closes and called)
        ):
            found.append((mark.start, mark.end))
    return found


class Repeats:
    """Captions that a page has printed, to know one that is printed again, in full or cut short with "…"."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    def has(self, text: str) -> bool:
        """Whether a caption was there before; else it is there from now on."""
        seen = self._seen
        key = " ".join(re.findall(r"\w+", text.lower()))
        at = bisect_left(seen, key)
        if seen[at : at + 1] == [key]:
            return True
        if _CUT.search(text.rstrip()):
            cut = re.sub(rf" (?:{_MORE})$", "", key)[:60]
            like = bisect_left(seen, cut)
            if like < len(seen) and seen[like].startswith(cut):
                return True
        seen.insert(at, key)
        return False
