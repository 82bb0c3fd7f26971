"""The grammar of picture credits: label, holders, route, qualifiers; glued to a caption or apart from it.

credit := label* holder (("/" | "|" | "," before an agency) holder)* ("via" route)? qualifier*

Source: forms collected from German and English news pages; the IPTC Photo Metadata Standard tells creator,
credit line and source apart, so holders keep their printed order and "via" names the route only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.glyphs import (
    APOSTROPHES,
    CAPITALS,
    DASHES,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    STOPS,
    UPPER,
    one_of,
)
from provenance.ingest.agencies import lookup
from provenance.model import Caption, Credit
from provenance.words import alternatives, any_of, every, every_phrase, later

_NOUN = f"(?:{alternatives('credits', 'nouns')})"
_SIGN = r"(?:©|\([cC]\)|&copy;)"
#: A label with its sign: "Foto:", "Bild: ©", "Photo by", "(c)", "Image credit:". A bare noun is no label.
LABEL = later(
    lambda: re.compile(
        rf"(?:{_SIGN}\s*(?:{_NOUN}(?:\s*:)?\s*)?|(?<!\w){_NOUN}\s*(?::|\|)\s*|(?<!\w)(?:{alternatives('credits', 'spoken')})\s+)+"
        rf"(?:©\s*|\([cC]\)\s*|(?:{alternatives('credits', 'by')})\s+)?"
    )
)
_VIA_WORD = alternatives("credits", "via")
_VIA = later(lambda: re.compile(rf"(?:\s*[,/])?\s+(?:{_VIA_WORD})\s+", re.I))
_QUALIFIER = later(
    lambda: re.compile(
        rf"(?<!\s)\s*[\[(](?:{alternatives('credits', 'bracketed')})[^\[(\])]*[\])]"
        rf"|(?<![\s,/|–-])[\s,/|–-]+(?:{alternatives('credits', 'qualifiers')})\b\.?(?=$|[\s,/|)])",
    )
)
#: The end of a sentence with the next one behind it; the point of an initial ends none.
_SENTENCE = later(lambda: re.compile(r"(?<=[a-zäöüß]{2})[.!?]\s+[A-ZÄÖÜ][a-zäöü]+ [a-zäöü]"))
_LICENCE = later(lambda: re.compile(rf"^(?:{alternatives('credits', 'licences')}|\d[\d.]*|–|-|)$", re.I))
_RIGHTS = later(lambda: re.compile(rf"[,.]\s*(?:{alternatives('credits', 'rights')}).*$", re.I | re.S))
_TRIM = " \t\n\r\u00a0.;,–—|-"
#: Names and nothing else, at least two words or one with a stroke or a full stop in it.
_LINKS = any_of(every("credits", "name_links"))
_NAME = rf"[\w.{APOSTROPHES}&-]*"
_NAMES = later(
    lambda: re.compile(
        rf"(?=\S*[\s/.]){one_of(CAPITALS)}?{_NAME}(?:(?:\s*[/|]\s*|\s+|,\s+)(?:{one_of(CAPITALS)}{_NAME}|{_LINKS}))*\s*$"
    )
)
#: A bracket that closes a text, and the longest there is, in code points.
_BRACKET = later(lambda: re.compile(r"[(\[]([^()\[\]]{2,120}(?:\([^()]{1,30}\)[^()]{0,40})?)[)\]]\Z"))
_LONGEST_BRACKET = 200
#: The words behind the last stop or dash of a text.
_LAST_WORDS = later(
    lambda: re.compile(rf"(?:{one_of(STOPS, DOUBLE_CLOSING, ')')}|\s[–—|])\s++([^.!?–—|]{{2,70}})\Z")
)
_HOLDER_VIA = later(
    lambda: re.compile(
        rf"\s*((?:{one_of(CAPITALS)}{_NAME}\s+|(?:{_LINKS})\s+){{1,9}})(?:{_VIA_WORD})\s+(?=[A-Zd])"
    )
)
_SUBMITTED = later(lambda: re.compile(rf"\s({alternatives('credits', 'submitted')})\s*$"))
_NO_NAME = later(
    lambda: re.compile(
        rf"^(?:©|\([cC]\))\s*|\s*\([{re.escape(DOUBLE_OPENING)}].*$|\s+(?:{any_of(every('credits', 'on_behalf'))})\s+.+$"
    )
)
#: Longer texts name no makers, in code points.
_LONGEST_MAKER = 90
_MEMBERS = later(
    lambda: re.compile(
        rf"\s*[/|,;()+•·]\s*|\s+[{DASHES}]+\s+|(?<=\w)[–—](?=\w)|\s+(?:{_VIA_WORD}|{any_of(every('credits', 'on_behalf', 'name_links'))})\s+"
    )
)
#: The words of a name; only initials and titles have a point behind them.
_PART = (
    rf"{one_of(UPPER)}(?:[\w{APOSTROPHES}-]*(?:\.[\w{APOSTROPHES}-]+)*|\w{{0,2}}\.(?:-?{one_of(UPPER)}\.)*)"
)
_MAKER = later(
    lambda: re.compile(
        rf"{_PART}(?:\s(?:(?:{any_of(every('names', 'particles'))})\s)*(?:{_PART}|\d+)){{0,4}}"
    )
)
#: A web address or the handle of an account.
_ADDRESS = later(lambda: re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}|@\w[\w.]+"))
_LAST_NAMES = later(
    lambda: re.compile(
        rf"(?:(?<=[^\W\d_]{{2}})|(?<=[)\]{re.escape(DOUBLE_CLOSING)}]))(?P<mark>{one_of(STOPS)}{one_of(DOUBLE_CLOSING)}?|\s[/|–—·])"
        r"\s+(?P<names>\S[^!?…]*[^.!?…\s])\s*$"
    )
)
_HOUSES = every("credits", "houses")
_POSITIONS = every("credits", "positions")
#: The sign of a house behind a stroke: "Eva Lund/nbl".
_SIGN_OF_HOUSE = later(lambda: re.compile(r"[a-zäöü]{2,5}"))
_STROKES = later(lambda: re.compile(r"[/|]"))
_RUNS = [re.compile(rf"(?:\S+\s+){{{words - 1}}}\S+") for words in (3, 2, 1)]
_STROKE = later(lambda: re.compile(r"\s*[/|]"))
#: Words that begin a credit without a holder of its own: "Image via Getty Images", "Symbolbild imago".
_NO_HOLDER = frozenset(every_phrase("credits", "no_holder"))


@dataclass(slots=True)
class CaptionParts:
    """A caption and its credit, each with offsets, or None."""

    caption: Caption | None
    credit: Credit | None


def parse_credit(text: str, start: int = 0, *, labelled_only: bool = False) -> Credit | None:
    """The credit that `text` is, with offsets from `start`; None if it cannot be one.

    Without a label a text counts only if it names an agency or has a "via", unless the caller knows by
    markup that it is a credit and passes `labelled_only=False`; then any short text without a sentence is.
    """
    left = len(text) - len(text.lstrip(" \t\n\r\u00a0([–—-|"))
    body = text[left:].rstrip(" \t\n\r\u00a0")
    if (
        text[:left].rstrip().endswith(("(", "["))
        and body.endswith((")", "]"))
        and body.count("(") < body.count(")") + body.count("]")
    ):
        body = body[:-1].rstrip()
    if rights := _RIGHTS.search(body):
        body = body[: rights.start()].rstrip()
    label = LABEL.match(body)
    if label is None and labelled_only:
        return None
    words = body[label.end() :] if label else body
    if not words.strip(_TRIM) or len(words) > 160 or _SENTENCE.search(words):
        return None
    holders, via = _parties(words)
    if not holders and not via and words.strip(_TRIM).lower() not in _NO_HOLDER:
        return None
    shown = body.rstrip(" \t\n\u00a0,;|")
    return Credit(shown, holders, via, start + left, start + left + len(shown))


def _parties(words: str) -> tuple[list[str], list[str]]:
    """Holders and route of a credit's words, qualifiers and licences left out."""
    cleaned = _QUALIFIER.sub("", " " + " ".join(words.split())).strip(_TRIM)
    head, *routes = _VIA.split(" " + cleaned)
    holders = [name for name in _split(head) if name.lower() not in _NO_HOLDER]
    via: list[str] = []
    for route in routes:
        first, *further = _split(route) or [""]
        via += [first] if first else []
        holders += further  # "Nordbild via AP/Eva Lund": the route is the agency
    return holders, via


def _split(words: str) -> list[str]:
    """Names divided by "/", "|" and by a comma before an agency; "X for Y" is X's."""
    parts: list[str] = []
    for piece in re.split(r"\s*[/|—]\s*|\s+[–-]\s+", words):
        for part in _at_agency_commas(piece):
            name = _NO_NAME.sub("", part.strip(_TRIM + "()")).strip(_TRIM)
            bracket = re.match(r"^(.+?)\s*\((\w[\w .-]+)\)?$", part.strip())
            names = (
                [bracket[1], bracket[2]]
                if bracket and (bracket[2][0].isupper() or lookup(bracket[2]))
                else [name]
            )
            parts.extend(entry for entry in names if not _LICENCE.match(entry))
    return parts


def _at_agency_commas(piece: str) -> list[str]:
    parts = piece.split(",")
    joined = [parts[0]]
    for part in parts[1:]:
        if lookup(part.strip()) or lookup(joined[-1].strip()):
            joined.append(part)
        else:
            joined[-1] += "," + part
    return joined


def split_caption(text: str, start: int = 0) -> CaptionParts:
    """The caption and the credit of a stretch that may hold both, in either order, with or without label."""
    for find in _FINDERS:
        found = find(text)
        if found is None:
            continue
        first, end = found
        credit = parse_credit(text[first:end], start + first)
        if credit is None:
            continue
        rest_start, rest_end = (end, len(text)) if not text[:first].strip(_TRIM + "([") else (0, first)
        return CaptionParts(_caption(text, rest_start, rest_end, start), credit)
    return CaptionParts(_caption(text, 0, len(text), start), None)


def _caption(text: str, first: int, end: int, start: int) -> Caption | None:
    raw = text[first:end]
    left = len(raw) - len(raw.lstrip(" \t\n\r\u00a0)]|–—-:."))
    shown = raw[left:].rstrip(" \t\n\r\u00a0([/|–—-")
    if not any(glyph.isalpha() for glyph in shown):
        return None
    at = start + first + left
    return Caption(shown, at, at + len(shown))


def _bracketed(text: str) -> tuple[int, int] | None:
    """A bracket at the end that holds a label, an agency or a "via"."""
    end = _end_of_words(text)
    match = _BRACKET.search(text, max(0, end - _LONGEST_BRACKET), end)
    if match is None:
        return None
    closes = text[: match.start()].rstrip().endswith((*STOPS, *DOUBLE_CLOSING))
    whole = not text[: match.start()].strip() and is_maker(match[1])
    if LABEL.match(match[1]) or _names_agency(match[1]) or whole or (closes and _NAMES.match(match[1])):
        return match.start(), len(text)
    return None


def _end_of_words(text: str) -> int:
    """Where a text ends without its full stop and the blanks around that."""
    body = text.rstrip()
    return len(body[:-1].rstrip() if body.endswith(".") else body)


def _labelled(text: str) -> tuple[int, int] | None:
    """From a label to the end; a label at the very start ends where its names end."""
    matches = [match for match in LABEL.finditer(text) if _opens(text, match)]
    if not matches:
        return None
    if matches[-1].start() > 0 and text[: matches[0].start()].strip(_TRIM + "(["):
        for match in matches[:-1]:
            if match.start() > len(text) // 3 or match[0].startswith("©"):
                return match.start(), len(text)
        return matches[-1].start(), len(text)
    end = _end_of_names(text, matches[0].end())
    return (0, end) if end else None


def _opens(text: str, label: re.Match[str]) -> bool:
    """Whether a label stands where a credit can begin: "satellite image from Nasa" is part of its sentence."""
    at = label.start()
    if at and text[at - 1].isalnum():
        return False
    if not label[0][0].islower() or re.search(r"[:|©]", label[0]):
        return True
    while at and text[at - 1].isspace():
        at -= 1
    return not at or text[at - 1] in STOPS + DOUBLE_CLOSING + DASHES + ")]|([/"


def is_maker(text: str, *, surely: bool = False) -> bool:
    """Whether a text has the form of makers and nothing else: names, agencies, houses, handles, addresses.

    A single name in one word is one only as an agency, an address, a handle or in capitals. Names alone may be
    those of who is in the picture: `surely` asks for an agency, an address, a "via" or several names with strokes.
    """
    words = " ".join(_QUALIFIER.sub("", " " + text).split()).strip(_TRIM + "()[]")
    if not words or len(words) > _LONGEST_MAKER or words.split()[0].lower() in _POSITIONS:
        return False
    members = [part.strip(_TRIM + "()") for part in _MEMBERS.split(words)]
    members = [part for part in members if part]
    if any(lookup(part.strip(_TRIM)) is None for part in words.split(",")[1:]):
        return False  # "Ole Falk, Hafenmeister": who he is, and no second maker
    known = [_is_house(part) for part in members]
    named = [
        _MAKER.fullmatch(part) is not None
        or (len(members) > 1 and _SIGN_OF_HOUSE.fullmatch(part) is not None)
        for part in members
    ]
    if not known or not all(map(any, zip(known, named, strict=True))):
        return False
    if surely:
        return (
            any(known)
            or _VIA.search(" " + words) is not None
            or (len(known) > 1 and _STROKES.search(words) is not None)
        )
    return any(known) or len(members) > 1 or " " in words or words.isupper()


def _is_house(name: str) -> bool:
    """Whether a name is that of an agency, an address or a house: "Nordblatt Archiv"."""
    if lookup(name) is not None or _ADDRESS.fullmatch(name) is not None:
        return True
    return " " in name and _MAKER.fullmatch(name) is not None and name.split()[-1].lower() in _HOUSES


def _whole(text: str) -> tuple[int, int] | None:
    """Makers and nothing else: "Eva Lund/Küstenfoto", "Eva Lund via AP"."""
    return (0, len(text)) if is_maker(text, surely=True) else None


def _behind_mark(text: str) -> tuple[int, int] | None:
    """Makers behind the last full stop or stroke of a text that goes on without a stop of its own."""
    match = _LAST_NAMES.search(text, max(0, len(text) - _LONGEST_MAKER - 2))
    if match is None or not is_maker(names := match["names"]):
        return None
    if _names_agency(names):
        return match.span("names")
    behind_sentence = match["mark"][0] in STOPS and " " in names
    return match.span("names") if behind_sentence else None


def _submitted(text: str) -> tuple[int, int] | None:
    """ "Maren Thorsen Submitted photo": a credit that names nobody, behind the caption."""
    match = _SUBMITTED.search(text)
    return (match.start(1), match.end(1)) if match else None


def _end_of_names(text: str, at: int) -> int:
    """Where a credit glued before a caption ends: behind its agency, else behind its run of names."""
    for match in re.finditer(r"\S+", text[at : at + 100]):
        first = at + match.start()
        for run in _runs(text, first):
            if not lookup(re.split(r"[/|]", run.strip(".,;)"))[-1]):
                continue
            end = first + len(run)
            if _STROKE.match(text, end) or _VIA.match(text, end):
                break  # "Reuters / Eva Lund": the agency is not the last holder
            return end
    return len(text) if len(text) - at <= 80 and "\n" not in text[at:] else 0


def _runs(text: str, at: int) -> Iterator[str]:
    """The three words that begin at an offset, the two, the one."""
    for run in _RUNS:
        if match := run.match(text, at):
            yield match[0]


def _behind_sentence(text: str) -> tuple[int, int] | None:
    """ "… more illegal. Jaafar Ashtiyeh / AFP" and "… – X/AP": an agency at the end, behind a stop or a dash."""
    match = _LAST_WORDS.search(text, 0, _end_of_words(text))
    if match and _names_agency(match[1]) and not match[1][0].islower():
        return match.start(1), match.end(1)
    return None


def _glued(text: str) -> tuple[int, int] | None:
    """ "Harbour Ministry Press Service via AP Herzlicher …": holder, via, agency, and the caption right behind."""
    match = _HOLDER_VIA.match(text)
    for run in _runs(text, match.end()) if match else ():
        if match and lookup(run.strip(".,;")):
            return match.start(1), match.end() + len(run)
    return None


def _names_agency(words: str) -> bool:
    words = " " + " ".join(words.split())
    if _VIA.search(words):
        return True
    return any(lookup(part.strip(_TRIM)) for part in re.split(r"[/|,()]", _QUALIFIER.sub("", words)))


#: The forms of a credit in a caption, the surest first.
_FINDERS = (_bracketed, _whole, _labelled, _behind_sentence, _behind_mark, _submitted, _glued)
