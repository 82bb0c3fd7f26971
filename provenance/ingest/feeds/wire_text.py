"""Agency text of the teleprinter: IPTC 7901 and ANPA 1312, told apart by their control characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from provenance.errors import InputError
from provenance.ingest.advisories import is_note
from provenance.ingest.agencies import lookup
from provenance.ingest.bylines import read_byline
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.item import Item, Piece, iso
from provenance.words import alternatives, any_of, codes, every, values

_MONTHS = {
    name[:3]: int(number) for code in codes() for name, number in values(code, "time", "months").items()
}
_IPTC_TIME = re.compile(r"\b(\d\d)(\d\d)(\d\d) ?(?:[A-Z]{3,4} )?([A-Z][a-zä]{2}) (\d\d)\b")
#: The header of a message at the beginning of a line: service and number, priority, category, words, agency.
_HEADER = re.compile(r"(?m)^(?=[A-Za-z]{1,6}\d{1,6}[ \t]+\w[ \t]+[A-Za-z]{1,4}[ \t]+\d{1,5}\b[^\n]{0,60}$)")
#: Keywords and places, which end in a stroke each.
_KEYWORD = re.compile(r"(?:\s*+[^\n]{1,80}/[ \t]*+(?=\n))++\n*")
#: One word in a line of its own before a headline.
_LONE_KEYWORD = re.compile(r"\s*\S{1,30}[ \t]*\n(?=[^\n]*\S \S)")
#: Control characters as they are shown: "^A".
_CARETS = re.compile(r"(?m)^\^([ABCD])")
#: The time of sending stands so near the end, in code points.
_TAIL = 400
_ANPA_TIME = re.compile(r"(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)GMT")
#: Longer lines are no headline, in code points.
_TITLE = 200
#: A heading within dpa's notepad.
_PART = re.compile(r"(?m)^##\s*(.+)$")
_VERSION = re.compile(r"\d(?:ST|ND|RD|TH) [A-Z]{2,8}")
_UPDATE = re.compile(rf"\b(?:{alternatives('wires', 'heading_updates')})\b", re.I)


def items_iptc7901(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The messages of an IPTC 7901 file: header, keyword, title between SOH and STX, text to ETX.

    Without its control characters, as newsroom systems keep it, the header and the sign at the headline's end tell.
    """
    text = decode(data.replace(b"\0", b""))
    for message in (text if "\x02" in text else _framed(text)).split("\x01"):
        head, mark, rest = message.partition("\x02")
        if mark:
            yield partial(_iptc_item, head, rest)
        elif any(map(str.isalpha, message)):
            yield partial(_no_text, path)


def _framed(text: str) -> str:
    """Messages without control characters, with those that divide their parts."""
    text = _CARETS.sub(lambda match: chr(ord(match[1]) - 64), text)
    if "\x02" in text:
        return text
    messages = []
    parts = _HEADER.split(text)
    for part in parts[1:] or [f"\n{text.lstrip()}"]:
        header, _, rest = part.partition("\n")
        keyword = _KEYWORD.match(rest) or _LONE_KEYWORD.match(rest)
        story = rest[keyword.end() :] if keyword else rest
        if stamp := _IPTC_TIME.search(story, max(0, len(story) - _TAIL)):
            story = f"{story[: stamp.start()]}\x03{story[stamp.start() :]}"
        messages.append(f"\x01{header}\n{keyword[0] if keyword else ''}\x02{story.lstrip()}")
    return "".join(messages)


def _no_text(path: str) -> Item:
    raise InputError(path, "a message without its start of text (STX)", "check what was delivered")


def _iptc_item(head: str, rest: str) -> Item:
    item = Item("iptc7901")
    text, _, tail = rest.partition("\x03")
    lead, end, body = text.partition("=\n")
    if not end:
        lead, _, body = text.lstrip("\n").partition("\n\n")
        if not body or len(lead) > _TITLE or lead.rstrip().endswith("."):
            lead, body = "", text
    lines = [line.strip() for line in lead.splitlines() if line.strip()]
    notes = [line for line in lines if re.fullmatch(r"\([^)]+\)", line)]
    printed = set(notes)
    lines = [line for line in lines if line not in printed]
    if lines and len(lines) > 1 and read_byline(lines[-1], labelled_only=True):
        item.byline = lines.pop()
    lines = [line for line in lines if not _take_version(item, line)]
    item.headline = " ".join(lines).strip(" =")
    item.notes = notes
    item.status = " ".join((item.status, *notes)).strip()
    name = re.search(rf"\b({any_of(every('wires', 'header_agencies'))})\b", head, re.I)
    agency = lookup(name[1]) if name else None
    item.source = agency.name if agency else ""
    if stamp := _IPTC_TIME.search(tail or rest):
        day, hour, minute, month, year = stamp.groups()
        if month.lower() in _MONTHS:
            item.published = iso(f"20{year}-{_MONTHS[month.lower()]:02d}-{day}T{hour}:{minute}:00+00:00")
    item.body = [Piece("paragraph", part) for part in _paragraphs(_without_notes(body, item))]
    if copyright_line := re.search(r"(?:\(c\)|©)\s?\d{4} [^\n]+", body):
        item.copyright = copyright_line[0].strip()
    return item


def _take_version(item: Item, line: str) -> bool:
    """Whether a line before the headline only says which version it is, "2ND LEAD", and so belongs to the status."""
    if _VERSION.fullmatch(line) is None:
        return False
    item.status = f"{item.status} {line}".strip()
    return True


def _without_notes(body: str, item: Item) -> str:
    """The text without dpa's notepad, which is not for publication."""
    for mark in (
        "# Notebook",
        "# dpa Notebook",
        "# Notepad",
        "## Editorial contacts",
        "Notebook\n",
        "# Notizblock",
        "# dpa-Notizblock",
        "The following information is not for publication",
    ):
        at = body.lower().find(mark.lower())
        if at > 0:
            item.notes.insert(0, " ".join(_to_desks(body[at:]).split()))
            body = body[:at]
    return body


def _to_desks(notepad: str) -> str:
    """What a notepad says to desks: its part under that heading, without links and whom to call; else all of it."""
    parts = _PART.split(notepad)
    for heading, part in zip(parts[1::2], parts[2::2], strict=False):
        if is_note(heading):
            return part.strip(" \n-*")
    return notepad


def _paragraphs(body: str) -> list[str]:
    """Paragraphs by blank lines and by indents; the lines of each are kept, for a note or a byline may be one."""
    parts = re.split(r"\n[^\S\n]*\n|\n(?= {2,6}\S)", body)
    return [
        "\n".join(line.strip() for line in part.strip().split("\n"))
        for part in parts
        if any(glyph.isalnum() for glyph in part)
    ]


def items_anpa(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The messages of an ANPA 1312 file: SYN SYN SOH header, STX, fields that end in "<", text, ETX."""
    for message in re.split(r"(?<!\x16)(?=\x16+\x01)", decode(data.replace(b"\0", b""))):
        if any(map(str.isalpha, message)):
            marked = "\x02" in message or "\x01" in message or message.lstrip().startswith("^")
            yield partial(_anpa_item, message) if marked else partial(_no_text, path)


def _anpa_item(message: str) -> Item:
    item = Item("anpa", source="AP" if re.search(alternatives("wires", "ap_marks"), message) else "")
    fields: list[str] = []
    body: list[str] = []
    for raw in message.split("\n"):
        line = "".join(glyph for glyph in raw if glyph >= " " or glyph == "\t").rstrip()
        if re.match(r"\s*\^?(?:\x03)?AP-WF", line) or _ANPA_TIME.search(line):
            if stamp := _ANPA_TIME.search(line):
                month, day, year, hour, minute = stamp.groups()
                item.published = iso(f"20{year}-{month}-{day}T{hour}:{minute}:00+00:00")
        elif line.startswith("^") and not body:
            fields.append(line.strip("^ "))
        elif line.startswith("^"):
            continue
        elif fields or line.startswith(("\t", "   ")):
            body.append(line)
    _anpa_fields(item, fields)
    text = re.sub(r"``|''", '"', "\n".join(body).replace("\t", "\n"))
    item.body += [Piece("paragraph", part) for part in _paragraphs(text) if len(part) > 1]
    return item


def _anpa_fields(item: Item, fields: list[str]) -> None:
    for number, raw in enumerate(fields):
        line = raw.rstrip("<=> ").strip()
        if re.match(alternatives("notes", "agency_notes"), line):
            item.body.append(Piece("editor_note", line))  # printed with the story
        elif re.match(alternatives("notes", "agency_asides"), line):
            item.notes.append(re.sub(rf"^(?:{alternatives('notes', 'agency_asides')})\s*|\)$", "", line))
        elif re.match(rf"(?:{any_of(every('bylines', 'by'))}) ", line):
            item.byline = line
        elif re.match(alternatives("wires", "ap_lines"), line):
            continue
        elif number == 0 or re.search(r",\s?\d+$", line):
            item.status = " ".join(_UPDATE.findall(line))
        elif not item.headline:
            item.headline = line
