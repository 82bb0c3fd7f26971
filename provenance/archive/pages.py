"""An archive's file page by page, as SQLite's file format has it: what is still readable where SQLite gives up.

https://www.sqlite.org/fileformat2.html: pages of trees, rows in their leaves, and a log of newer pages beside the file.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from provenance.archive.beside import log_of

Value = int | float | str | bytes | None

#: Pages of tables' leaves, of indices' leaves and of indices' inner nodes, which have rows too.
LEAF, INDEX_LEAF, INDEX_NODE = 0x0D, 0x0A, 0x02
LOG_HEADER, FRAME_HEADER = 32, 24
USUAL = 4096


class Row(NamedTuple):
    """A row of a table by its number, or an entry of an index with number 0."""

    number: int
    values: list[Value]


@dataclass(slots=True)
class Log:
    """What a file's log holds: committed pages by where they stand in it, and whether some cannot be read."""

    pages: dict[int, int]
    count: int = 0
    """Pages of the whole file after the last commit; 0 if there is none."""
    damaged: str = ""


class Pages:
    """The pages of a file, the newest of each: from its log, if that has one."""

    def __init__(self, path: str) -> None:
        """Open a file only to read it.

        Raises:
            OSError: it cannot be read.
        """
        self._file: BinaryIO = Path(path).open("rb")  # noqa: SIM115
        self._log: BinaryIO | None = None
        header = self._file.read(100)
        self.size = _page_size(header)
        self.usable = self.size - (header[20] if len(header) > 20 and header[20] <= 64 else 0)
        self.log = read_log(log_of(path), beyond=True)
        if self.log.pages:
            self._log = log_of(path).open("rb")
        self._file.seek(0, 2)
        self.count = max(self.log.count, -(-self._file.tell() // self.size))

    def page(self, number: int) -> bytes:
        """A page by its number from 1; empty if it is not there."""
        if self._log is not None and number in self.log.pages:
            self._log.seek(self.log.pages[number])
            return self._log.read(self.size)
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def close(self) -> None:
        """Close the files."""
        self._file.close()
        if self._log is not None:
            self._log.close()

    def free(self) -> set[int]:
        """The pages that are in no tree any more: what they hold was deleted. As far as their list can be read."""
        (trunk,) = struct.unpack(">I", self.page(1)[32:36].rjust(4, b"\0"))
        free: set[int] = set()
        while trunk and trunk not in free:
            free.add(trunk)
            page = self.page(trunk)
            if len(page) < self.size:
                break
            trunk, many = struct.unpack(">II", page[:8])
            if many <= self.usable // 4 - 2:
                free.update(struct.unpack(f">{many}I", page[8 : 8 + 4 * many]))
        return free

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a table that stand on a page, if it is a leaf or may have been one."""
        page = self.page(number)
        start = 100 if number == 1 else 0
        if len(page) < self.size or page[start] in (0, INDEX_LEAF, INDEX_NODE):
            return
        for at in _cells(page, start, 8):
            row = self._row(page, at)
            if row is not None:
                yield row

    def entries(self, number: int) -> Iterator[Row]:
        """The entries of an index, or of a table that is one, that stand on a page."""
        page = self.page(number)
        if len(page) < self.size or page[0] not in (INDEX_LEAF, INDEX_NODE):
            return
        inner = page[0] == INDEX_NODE
        for at in _cells(page, 0, 12 if inner else 8):
            row = self._row(page, at + 4 if inner else at, index=True)
            if row is not None:
                yield row

    def _row(self, page: bytes, at: int, *, index: bool = False) -> Row | None:
        try:
            size, at = _number(page, at)
            number = 0
            if not index:
                number, at = _number(page, at)
            # A damaged size may be anything; more than there are pages for is no row.
            if not 0 < size <= self.count * self.usable:
                return None
            return Row(number, _values(self._payload(page, at, size, index)))
        except (IndexError, ValueError, struct.error):
            return None

    def _payload(self, page: bytes, at: int, size: int, index: bool) -> bytes:
        """A row's bytes, those that overflowed onto pages of their own included."""
        usable = self.usable
        most = (usable - 12) * 64 // 255 - 23 if index else usable - 35
        if size <= most:
            return page[at : at + size]
        least = (usable - 12) * 32 // 255 - 23
        here = least + (size - least) % (usable - 4)
        here = here if here <= most else least
        parts = [page[at : at + here]]
        (following,) = struct.unpack(">I", page[at + here : at + here + 4])
        left = size - here
        seen: set[int] = set()
        while left > 0:
            page = self.page(following) if 0 < following <= self.count and following not in seen else b""
            if len(page) < self.size:
                raise ValueError("an overflow page is missing, or follows itself")
            seen.add(following)
            (following,) = struct.unpack(">I", page[:4])
            parts.append(page[4 : min(4 + left, usable)])
            left -= len(parts[-1])
        return b"".join(parts)


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else USUAL


def _cells(page: bytes, start: int, header: int) -> Iterator[int]:
    """Where the rows of a page begin."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + header
    # A damaged count is no reason to read less: no page has room for more than this.
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        place = int.from_bytes(page[at : at + 2], "big")
        if first <= place < len(page):
            yield place


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


#: Kind of value → bytes of a whole number.
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _values(payload: bytes) -> list[Value]:
    """The values of a row."""
    end, at = _number(payload, 0)
    kinds = []
    while at < end:
        kind, at = _number(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    at = end
    for kind in kinds:
        size = _WHOLE.get(kind, 8 if kind == 7 else max(kind - 12, 0) // 2)
        part = payload[at : at + size]
        if len(part) < size:
            raise ValueError("a value is cut off")
        at += size
        values.append(_value(kind, part))
    return values


def _value(kind: int, part: bytes) -> Value:
    if kind in _WHOLE:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        (number,) = struct.unpack(">d", part)
        return float(number)
    if kind >= 12:
        # A damaged letter is no reason to lose the row: what it should be stands in its record.
        return part.decode("utf-8", "replace") if kind % 2 else part
    return {0: None, 8: 0, 9: 1}[kind] if kind in (0, 8, 9) else None


def read_log(path: Path, *, beyond: bool = False) -> Log:
    """The committed pages of a write-ahead log.

    SQLite reads a log up to the first frame that does not fit and forgets the rest, because a writer that died
    leaves such frames. Here what was committed behind one is told as damage: no dead writer leaves a commit.
    `beyond` reads on behind a damaged frame, whose page is then taken as it is.
    """
    log = Log({})
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return log
    if not data:
        return log
    size = int.from_bytes(data[8:12], "big")
    words = {0x377F0682: "<", 0x377F0683: ">"}.get(int.from_bytes(data[:4], "big"), "")
    sums = _summed(data[:24], words, (0, 0))
    if not words or len(data) < LOG_HEADER or struct.pack(">II", *sums) != data[24:32] or size < 512:
        log.damaged = "its header is damaged, and what it holds is not read"
        return log
    broken = _read_frames(log, data, size, words, sums, beyond)
    if broken is not None and _commits(data, broken, FRAME_HEADER + size):
        log.damaged = "a page of it is damaged, and what was committed with it and after it may not be read"
    return log


def _read_frames(
    log: Log, data: bytes, size: int, words: str, sums: tuple[int, int], beyond: bool
) -> int | None:
    """Take over the pages of all frames that were committed; gives where the first one stands that does not fit."""
    found: dict[int, int] = {}
    broken = None
    starts = {sums}
    for at in range(LOG_HEADER, len(data) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        number, count, *salts, first, second = struct.unpack(">6I", data[at : at + FRAME_HEADER])
        body = data[at + FRAME_HEADER : at + FRAME_HEADER + size]
        ends = {_summed(body, words, _summed(data[at : at + 8], words, start)) for start in starts}
        fits = struct.pack(">II", *salts) == data[16:24] and (first, second) in ends
        if not fits:
            broken = at if broken is None else broken
            if not beyond or not _ours(data, at):
                break
        # Behind a damaged frame either its sum or the one that is written in it leads on.
        starts = {(first, second)} if fits else {(first, second), *list(ends)[:1]}
        found[number] = at + FRAME_HEADER
        if count:
            log.pages.update(found)
            log.count, found = count if fits else log.count, {}
    return broken


def _summed(data: bytes, words: str, sums: tuple[int, int]) -> tuple[int, int]:
    """The log's own checksum over some bytes."""
    if not words:
        return sums
    numbers = array("I", data[: len(data) // 8 * 8])
    if (words == "<") != (array("I", b"\1\0\0\0")[0] == 1):
        numbers.byteswap()
    first, second = sums
    for place in range(0, len(numbers), 2):
        first = (first + numbers[place] + second) & 0xFFFFFFFF
        second = (second + numbers[place + 1] + first) & 0xFFFFFFFF
    return first, second


def _commits(data: bytes, at: int, step: int) -> bool:
    """Whether from some place on a frame of this log commits something; those of an earlier log have other salts."""
    for place in range(at, len(data) - step + 1, step):
        if data[place + 4 : place + 8] != bytes(4) and _ours(data, place):
            return True
    return False


def _ours(data: bytes, at: int) -> bool:
    """Whether a frame is of this log: both salts change with each, so that one that fits beside a damaged one tells."""
    return data[at + 8 : at + 12] == data[16:20] or data[at + 12 : at + 16] == data[20:24]
