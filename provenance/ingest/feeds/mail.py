"""E-mail (RFC 5322, MIME): a press office's or a correspondent's message, its first readable part.

Python's own package is not used: on messages that only a hostile sender writes it raises what it likes, and it
takes the square of their nesting to read them.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from provenance.errors import InputError
from provenance.ingest.dates import from_rfc822, read_date
from provenance.ingest.encoding import decode
from provenance.ingest.feeds.flow import html_pieces
from provenance.ingest.feeds.item import Item, Piece
from provenance.ingest.plain import parse_plain
from provenance.ingest.releases import is_contact, is_release_mark
from provenance.model import BlockKind
from provenance.words import alternatives, every_phrase

#: Parts in parts in parts: no mail program writes more levels, and each costs a look at all that lies below.
_DEEPEST = 20
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.S)
_BREAK = re.compile(rb"\r\n|\r|\n")
_PARAMETER = re.compile(rb';\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))')
_ENCODED = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_ENCODED = re.compile(r"(?<=\?=)\s+(?==\?)")
#: Fields of a message that was passed on, as mail programs of each language print them → the field's own name.
_WHICH = {
    printed.casefold(): name
    for name in ("from", "subject", "date", "to")
    for printed in every_phrase("mail", name)
}
_NAMES = "|".join(map(re.escape, sorted(_WHICH, key=len, reverse=True)))
_HEADERS = re.compile(rf"(?m)^(?:[ \t>*]*(?:{_NAMES})\*?[ \t]*:[^\n]*(?:\n|\Z)){{3,8}}", re.I)
#: The line over such fields.
_PASSED_ON = re.compile(r"(?m)^(?:[ \t>]*-{2,20}[^\n]{0,60}?-{2,20}|[^\n]{3,60}:)[ \t]*\s*\Z")
_MARKS = re.compile(rf"(?:\[?(?:{alternatives('mail', 'subject_marks')})\]?\s*[:|]\s*)+", re.I)
_GREETING = re.compile(
    rf"\s*(?:{alternatives('mail', 'greetings')})\b[^\n.]{{0,80}}[,!]?[ \t]*(?:\n|\Z)", re.I
)
_FAREWELL = re.compile(rf"(?m)^[ \t]*(?:{alternatives('mail', 'farewells')})\b[^\n]{{0,40}}$", re.I)
_ADDRESS = re.compile(r"[^\s<>@,;:\"()]+@([\w.-]+)")


class _Part(NamedTuple):
    """A part of a message: its header fields by lower-case name, the first of each, and its bytes."""

    fields: dict[str, bytes]
    body: bytes

    @property
    def kind(self) -> str:
        value = (
            self.fields.get("content-type", b"").partition(b";")[0].strip().lower().decode("ascii", "replace")
        )
        return value if "/" in value else "text/plain"

    def parameter(self, name: str) -> bytes:
        for match in _PARAMETER.finditer(self.fields.get("content-type", b"")):
            if match[1].lower() == name.encode():
                return match[2] if match[2] is not None else match[3]
        return b""

    @property
    def text(self) -> str:
        coding = self.fields.get("content-transfer-encoding", b"").strip().lower()
        body = self.body
        if coding == b"base64":
            body = _base64(body)
        elif coding == b"quoted-printable":
            body = binascii.a2b_qp(body)
        return decode(body, self.parameter("charset").decode("ascii", "replace"))


def items(data: bytes, path: str) -> Iterator[Callable[[], Item]]:
    """The message as one item; reading it raises `InputError` where it has no readable part."""
    yield lambda: _item(data, path)


def _item(data: bytes, path: str) -> Item:
    message = _part(data)
    part = next(iter(sorted(_readable(message, path, 0), key=lambda part: part.kind != "text/plain")), None)
    if part is None:
        raise InputError(path, "a message without readable text", "export its text")
    subject = _header(message, "subject")
    item = Item("mail", id=_header(message, "message-id").strip("<> "), headline=_title(subject))
    item.byline, item.source = _sender(_header(message, "from"))
    item.published = from_rfc822(_header(message, "date"))
    if item.source and item.id.lower().endswith(f"@{item.source.lower()}"):
        item.id = f"mid:{item.id}"  # RFC 2392; only the sender's host can have given it
    if part.kind == "text/html":
        item.body = html_pieces(part.text)
    else:
        _plain(item, _forwarded(item, part.text), path)
    if item.byline and (
        is_release_mark(subject.partition(":")[0].strip(" 0123456789/-")) or _is_release(item)
    ):
        item.source, item.byline = item.byline, ""  # a press office sends, and writes nothing under its name
    return item


def _title(subject: str) -> str:
    """A subject without what mail programs and press offices put before it: "WG:", "Fwd:", "PM 12/2024:"."""
    return _MARKS.sub("", subject) or subject


def _forwarded(item: Item, text: str) -> str:
    """The text of a message that was passed on, whose sender, subject and day hold then; what stands before it is a note."""
    found = _HEADERS.search(text)
    if found is None:
        return text
    fields = {}
    for line in found[0].strip().splitlines():
        name, _, value = line.partition(":")
        fields[_WHICH.get(name.strip(" *").casefold(), "")] = value.strip(" *")
    if "from" not in fields or "subject" not in fields:
        return text
    before = _PASSED_ON.sub("", text[: found.start()]).strip()
    if before:
        item.notes.append(" ".join(before.split()))
    item.headline = _title(fields["subject"]) or item.headline
    item.byline, item.source = _sender(fields["from"])
    item.published = (
        from_rfc822(fields.get("date", "")) or read_date(fields.get("date", "")) or item.published
    )
    return text[found.end() :]


def _plain(item: Item, text: str, path: str) -> None:
    """Read a message's text as any plain text is; without greeting and farewell, which are no part of it."""
    body, _, signature = text.partition("\n-- \n")
    tail = [signature.strip()] if signature.strip() else []
    if farewell := _FAREWELL.search(body):
        tail.insert(0, body[farewell.start() :].strip())
        body = body[: farewell.start()]
    greeting = _GREETING.match(body)
    if greeting and body[greeting.end() :].strip():
        body = body[greeting.end() :]
    document = parse_plain(body.strip() or text.strip(), path, None)
    item.headline = document.title or item.headline
    item.byline = document.byline or item.byline
    item.notes += document.editor_notes
    start: int | None = None
    for block in document.blocks:
        if block.kind in ("headline", "byline", "editor_note"):
            continue
        if block.kind == "dateline":
            start = block.start
            continue
        begin = block.start if start is None else start
        kind: BlockKind = "paragraph" if block.kind == "lead" else block.kind
        item.body.append(Piece(kind, document.text[begin : block.end]))
        start = None
    item.body += [Piece("boilerplate", part) for part in tail]


def _is_release(item: Item) -> bool:
    """Whether a message says in a line of its own that it is a release, or whom to call about it."""
    return any(
        (piece.kind == "metadata" and is_release_mark(piece.text))
        or (piece.kind == "boilerplate" and is_contact(piece.text.partition("\n")[0]))
        for piece in item.body
    )


def _part(data: bytes) -> _Part:
    """Header fields and body, divided by the first empty line."""
    fields: dict[str, bytes] = {}
    lines: list[bytes] = []
    at = 0
    while at < len(data):
        match = _BREAK.search(data, at)
        end, at_next = (match.start(), match.end()) if match else (len(data), len(data))
        line, begin = data[at:end], at
        at = at_next
        if not line:
            break
        if line[:1] in b" \t" and lines:
            lines.append(line)
            continue
        _keep(fields, lines)
        lines = [line]
        if _FIELD.match(line) is None and not line.startswith(b"From "):
            lines, at = [], begin  # the body begins without an empty line
            break
    _keep(fields, lines)
    return _Part(fields, data[at:])


def _keep(fields: dict[str, bytes], lines: list[bytes]) -> None:
    if match := _FIELD.match(b"".join(lines)):
        fields.setdefault(match[1].decode("ascii").lower(), match[2].strip())


def _readable(part: _Part, path: str, depth: int) -> Iterator[_Part]:
    """The parts with text that a reader sees, in order; of related parts the first, which needs the others."""
    if depth > _DEEPEST:
        raise InputError(path, f"its parts nest more than {_DEEPEST} levels deep", "export its text")
    if part.fields.get("content-disposition", b"").strip().lower().startswith(b"attachment"):
        return
    kind, boundary = part.kind, part.parameter("boundary")
    if kind.startswith("multipart/") and boundary:
        parts = _parts(part.body, boundary)
        for inner in [next(parts, _Part({}, b""))] if kind == "multipart/related" else parts:
            yield from _readable(inner, path, depth + 1)
    elif kind in ("text/plain", "text/html") or kind.startswith("multipart/"):
        yield part


def _parts(body: bytes, boundary: bytes) -> Iterator[_Part]:
    """What lies between the boundary's lines."""
    edge = re.compile(rb"(?:^|\r\n|\r|\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r|\n|$)")
    begin = None
    for match in edge.finditer(body):
        if begin is not None:
            yield _part(body[begin : match.start()])
        if match[1]:
            return
        line_end = _BREAK.match(body, match.end())
        begin = line_end.end() if line_end else match.end()
    if begin is not None:
        yield _part(body[begin:])


def _base64(body: bytes) -> bytes:
    """Bytes of a base64 text; other characters are skipped, and an end that is cut off is left out."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    whole = len(letters) - (len(letters) % 4 == 1)
    return binascii.a2b_base64(letters[:whole] + b"=" * (-whole % 4))


def _header(message: _Part, name: str) -> str:
    """A header field as a reader sees it, encoded words (RFC 2047) decoded, on one line."""
    text = decode(message.fields.get(name, b""))
    text = _ENCODED.sub(_decoded, _BETWEEN_ENCODED.sub("", text))
    return " ".join(text.split())


def _decoded(match: re.Match[str]) -> str:
    charset, way, words = match.groups()
    raw = words.encode()
    return decode(_base64(raw) if way in "bB" else binascii.a2b_qp(raw, header=True), charset)


def _sender(printed: str) -> tuple[str, str]:
    """Name and host of the first sender: "Ina Holm <holm@hafen.example>"."""
    address = _ADDRESS.search(printed)
    if "<" in printed:
        name = printed.partition("<")[0]
    elif "(" in printed:
        name = printed.partition("(")[2].partition(")")[0]
    else:
        name = "" if address else printed
    return " ".join(name.replace('"', " ").split()), address[1].strip(".") if address else ""
