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
from provenance.ingest.agencies import LONGEST_NAME, lookup
from provenance.ingest.person_names import is_full_name
from provenance.model import Caption, Credit
from provenance.words import alternatives, any_of, every, every_phrase, later

_NOUN = f"(?:{alternatives('credits', 'nouns')})"
_SIGN = r"(?:©|\([cC]\)|&copy;)"
#: A label with its sign: "Foto:", "Bild: ©", "Photo by", "(c)", "Image credit:". A bare noun is no label.
LABEL = later(
    lambda: re.compile(
        rf"(?:{_SIGN}\s*(?:{_NOUN}(?!\w)(?:\s*:)?\s*)?|(?<!\w){_NOUN}\s*(?::|\||\.\.\.|…)\s*|(?<!\w)(?:{alternatives('credits', 'spoken')})\s+)+"
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
        rf"^(?:©|\([cC]\))\s*|\s*\([{re.escape(DOUBLE_OPENING)}].*$|(?:^|\s+)(?:{any_of(every('credits', 'on_behalf'))})\s+.+$"
    )
)
#: A noun for a picture without its sign, before its maker: "Foto Eva Lund", "Photo iStock".
_BARE_NOUN = later(lambda: re.compile(rf"{_NOUN}\s+(?={one_of(UPPER)}|\w+$)"))
#: Words written small that are no part of a name; with so many a text behind a label says something.
_SMALL = later(lambda: re.compile(r"(?<![\w.@/-])[^\W\d_A-ZÄÖÜ][^\W\d_]{2,}(?![\w./@-])"))
_MOST_SMALL, _MOST_SMALL_SIGNED = 2, 5
#: A label that a bracket behind a credit could say too: "Symbolbild", "Archivfoto".
_KIND = later(lambda: re.compile(rf"(?:{alternatives('credits', 'bracketed')})"))
_SMALL_IN_NAMES = every("credits", "name_links", "by", "on_behalf") | every("names", "particles")
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
#: A full stop before a stroke ends a sentence.
_STOPPED = later(lambda: re.compile(r"\w{3}\.\s+[|/–—]"))
#: "Eva Lund/for Nordblatt".
_FOR = later(lambda: re.compile(rf"(?:{any_of(every('credits', 'on_behalf'))})\s+"))
_LEGAL_FORMS = every("credits", "legal_forms")
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
    left = len(text) - len(text.lstrip(" \t\n\r\u00a0.:–—-|"))
    if LABEL.match(text, left) is None:  # the bracket of "(c)" is the sign's
        left = len(text) - len(text.lstrip(" \t\n\r\u00a0.:([–—-|"))
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
    if (
        not words.strip(_TRIM)
        or len(words) > 160
        or _SENTENCE.search(words)
        or _tells(words, _of_kind(label))
    ):
        return None
    holders, via = _parties(words)
    if not holders and not via and words.strip(_TRIM).lower() not in _NO_HOLDER:
        return None
    shown = body.rstrip(" \t\n\u00a0,;|")
    return Credit(shown, holders, via, start + left, start + left + len(shown))


def _tells(words: str, of_kind: bool) -> bool:
    """Whether words say something rather than name makers: by how many are written small and belong to no name.

    Fewer are enough behind a label that says of what kind a picture is: "Symbolbild: Kräne ruhen …".
    """
    known = [part for part in _MEMBERS.split(words) if part and _is_house(part.strip(_TRIM))]
    small = [word for word in _SMALL.findall(words) if word not in _SMALL_IN_NAMES]
    return len(small) > (_MOST_SMALL if of_kind else _MOST_SMALL_SIGNED) and not known


def _of_kind(label: re.Match[str] | None) -> bool:
    return label is not None and (_KIND.match(label[0]) is not None or not re.search(r"[:|©]", label[0]))


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
            name = _without_noun(name)
            bracket = re.match(r"^(.+?)\s*\((\w[\w .-]+)\)?$", part.strip())
            names = (
                [bracket[1], bracket[2]]
                if bracket and (bracket[2][0].isupper() or lookup(bracket[2]))
                else [name]
            )
            parts.extend(entry for entry in names if not _LICENCE.match(entry))
    return parts


def _without_noun(name: str) -> str:
    """A maker's name without a bare noun before it; "Foto Huber" and agencies are called so."""
    noun = _BARE_NOUN.match(name)
    bare = name[noun.end() :] if noun and not lookup(name) else ""
    return bare if bare and (lookup(bare) or is_full_name(bare)) else name


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
    signed = re.search(r"[:|©]", label[0]) is not None
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    if end and not signed and lookup(f"{_word_before(text, end)} {label[0].split()[0]}"):
        return False  # "PA Images via Getty": the noun is the agency's
    if signed or not label[0][0].islower():
        return True
    return not end or text[end - 1] in STOPS + DOUBLE_CLOSING + DASHES + ")]|([/"


def _word_before(text: str, end: int) -> str:
    """The word that ends at an offset, or what of it stands behind its last stroke; of a longer word than any
    agency's name as much as no name has."""
    at = end
    while at > max(0, end - LONGEST_NAME) and not (text[at - 1].isspace() or text[at - 1] == "/"):
        at -= 1
    return text[at:end]


def is_maker(text: str, *, surely: bool = False) -> bool:
    """Whether a text has the form of makers and nothing else: names, agencies, houses, handles, addresses.

    A single name in one word is one only as an agency, an address, a handle or in capitals. Names alone may be
    those of who is in the picture: `surely` asks for an agency, an address, a "via" or several names with strokes.
    """
    words = " ".join(_QUALIFIER.sub("", " " + text).split()).strip(_TRIM + "()[]")
    if not words or len(words) > _LONGEST_MAKER or words.split()[0].lower() in _POSITIONS:
        return False
    members = [part.strip(_TRIM + "()") for part in _MEMBERS.split(words)]
    members = [_FOR.sub("", part) for part in members if part and part.lower() not in _LEGAL_FORMS]
    behind_commas = (part.strip(_TRIM) for part in words.split(",")[1:])
    if any(lookup(part) is None and part.lower() not in _LEGAL_FORMS for part in behind_commas):
        return False  # "Ole Falk, Hafenmeister": who he is, and no second maker
    if _STOPPED.search(words):
        return False  # "Rep. Eva Lund. | Ole Falk/AP": a caption and its maker
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


def may_be_maker(text: str) -> bool:
    """Whether a text that the template calls a credit can be one: with a label, or by the form of its names.

    Words with capitals are enough here, and so is an agency; buttons, counters and sentences are none.
    """
    words = " ".join(text.split()).strip(_TRIM + "()[]")
    if LABEL.search(text) or words.lower() in _NO_HOLDER or _names_agency(words):
        return True
    if is_maker(text) or _ADDRESS.fullmatch(words) or _without_noun(words) != words:
        return True
    return words[:1].isupper() and not set(_SMALL.findall(words)) - _SMALL_IN_NAMES


def is_qualifier(text: str) -> bool:
    """Whether a text says only of what kind a picture is: "(Symbolbild)"."""
    return not _QUALIFIER.sub("", " " + text.strip()).strip(_TRIM + "()[]")


def open_label(text: str) -> int | None:
    """Where a label begins that closes a text and names nobody: "Kräne am Kai | Foto:"; None if there is none."""
    for match in LABEL.finditer(text):
        if (
            not text[match.end() :].strip(_TRIM + "()[]")
            and re.search(r"[:|©]", match[0])
            and _opens(text, match)
        ):
            return match.start()
    return None


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
    # Behind a stroke: a person's name, and a text before it that is no list of names.
    before = text[: match.start()]
    behind_stroke = is_full_name(names) and _SMALL.search(before) is not None and "/" not in before
    return match.span("names") if behind_sentence or behind_stroke else None


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
