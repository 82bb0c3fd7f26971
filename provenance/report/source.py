"""The source files of a report, read once more: for comments that a document does not keep, and for true places."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from provenance.files import MAX_BYTES
from provenance.ingest.encoding import decode
from provenance.model import AuditReport, Document, Finding
from provenance.spans import line_starts, place

#: Code points of a finding by which it is looked for in its file, and of what stands before it.
KEY, BEFORE = 60, 40
#: The rule whose place is a picture, which has no words of its own.
PICTURES = "missing-photo-credit"
_SPACE = re.compile(r"\s+")
_SKIPPED = ("script", "style", "template")
_MARKUP = re.compile(r"<(!--|/?[A-Za-z][\w:-]*|[!?])|&#?\w{1,32};|[^<&\s]+")
_MARKS = re.compile(r"\]\([^()\n]*\)|[^\s\[\]*_`\\]+")


def source_text(path: str) -> str | None:
    """A file's text, decoded as it was read; None for what is no file, and for one that cannot be read any more."""
    try:
        file = Path(path)
        if not file.is_file() or file.stat().st_size > MAX_BYTES:
            return None
        return decode(file.read_bytes())
    except (OSError, ValueError):
        return None


def find_places(report: AuditReport) -> None:
    """Give the findings in markup the line and the column of their words in the file.

    A document knows the line on which a block begins; where the words stand in the file is looked up in the file,
    and where they cannot be found the line of the block stays.
    """
    documents = {document.id: document for document in report.documents}
    sources: dict[str, Flat | None] = {}
    for finding in report.findings:
        document = documents[finding.document]
        if document.format == "text" or finding.start >= finding.end:
            continue
        if document.path not in sources:
            text = source_text(document.path)
            sources[document.path] = Flat(text, document.format == "markdown") if text else None
        flat = sources[document.path]
        if flat is not None:
            _move(finding, document, flat)


def _move(finding: Finding, document: Document, flat: Flat) -> None:
    picture = next((one for one in document.pictures if one.start == finding.start), None)
    if picture is not None and finding.rule == PICTURES:
        name = flat.text.find(picture.name, flat.lines[min(picture.line, len(flat.lines)) - 1])
        if name >= 0:
            finding.line, finding.column = place(flat.lines, name)
        return
    block = next((one for one in document.blocks if one.start <= finding.start < one.end), None)
    first = max(block.start if block else 0, finding.start - BEFORE)
    words = document.text[finding.start : min(finding.end, finding.start + KEY)]
    at = flat.find(document.text[first : finding.start], words, finding.line)
    if at is not None:
        finding.line, finding.column = place(flat.lines, at)


class Flat:
    """What a source file shows, without its markup and its white space, with the place of each character."""

    def __init__(self, text: str, marked: bool) -> None:
        """`marked`: Markdown, whose marks are taken out; else elements, comments and scripts are."""
        self.text = text
        self.lines = line_starts(text)
        self._marked = marked
        pieces: list[str] = []
        self._offsets: list[int] = []
        for piece, start, whole in _marks(text) if marked else _shown(text):
            pieces.append(piece)
            self._offsets.extend(range(start, start + len(piece)) if whole else [start] * len(piece))
        self._plain = "".join(pieces)

    def find(self, before: str, words: str, line: int) -> int | None:
        """The offset in the file of words behind others, where they stand nearest to a line; None if they do not."""
        plain, lead = self._bare(words), self._bare(before)
        found = [at + len(lead) for at in self._all(lead + plain)] or list(self._all(plain))
        if not plain or not found:
            return None
        wanted = self.lines[min(max(line, 1), len(self.lines)) - 1]
        near = bisect_left(found, wanted, key=lambda at: self._offsets[at])
        best = min(found[max(0, near - 1) : near + 1], key=lambda at: abs(self._offsets[at] - wanted))
        return self._offsets[best]

    def _bare(self, words: str) -> str:
        if self._marked:
            return "".join(piece for piece, _, _ in _marks(words))
        return _SPACE.sub("", words)

    def _all(self, words: str) -> Iterator[int]:
        at = self._plain.find(words) if words else -1
        while at >= 0:
            yield at
            at = self._plain.find(words, at + len(words))


def _shown(text: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of what markup shows: the characters, where they begin, and whether each stands for itself."""
    at = 0
    while match := _MARKUP.search(text, at):
        at = match.end()
        name = match[1]
        if name is None:
            if match[0][0] == "&":
                yield _SPACE.sub("", html.unescape(match[0])), match.start(), False
            else:
                yield match[0], match.start(), True
            continue
        closing = "-->" if name == "!--" else ">"
        end = text.find(closing, at)
        at = len(text) if end < 0 else end + len(closing)
        if name.lower() in _SKIPPED:
            end = text.find(f"</{name}", at)
            at = len(text) if end < 0 else end


def _marks(text: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of Markdown without the marks of emphasis and the targets of links."""
    for match in _MARKS.finditer(text):
        if not match[0].startswith("]("):
            yield match[0], match.start(), True
