"""`provenance match`: statements in, one a line; pairs that say the same or contradict each other out."""

from __future__ import annotations

import codecs
import errno
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from io import TextIOWrapper
from math import inf
from pathlib import Path
from typing import TextIO

from provenance import exits
from provenance.errors import InputError, Troubles
from provenance.inert import shown_path
from provenance.match.context import Context, Place, contexts, date_in, place
from provenance.match.engine import Matcher, Pair, Progress
from provenance.match.relate import MANY
from provenance.match.words import LONGEST, is_cut
from provenance.output import write_rows

#: Longer than any statement, in characters; and what is skipped of a longer line before it counts as endless.
MAX_LINE = 1 << 20
MAX_SKIPPED = 1 << 27
#: Numbers are of no interest here; as whole numbers those of five thousand digits would be refused.
_JSON = json.JSONDecoder(parse_int=float)
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the input; document, date and publisher if they are given."""

    id: str
    text: str
    doc: str = ""
    published: str = ""
    outlet: str = ""


def match_file(
    source: str,
    target: str | None,
    *,
    against: Iterable[Line] | str | None = None,
    jobs: int = 1,
    everything: bool = False,
    on_error: Callable[[str], None],
    progress: Progress | None = None,
) -> int:
    """Match the statements of a file of JSON Lines and write the pairs; returns the exit code.

    `against` are other statements, or the file that holds them: then only pairs between the two are written.
    A line that is no statement is told to `on_error` and left out; the code is then 2. Texts are read once and
    not kept, so that a million statements need a few hundred megabytes. Where lines have "doc" and "published",
    pairs that are boilerplate or chance by their context are left out, or marked if `everything` is asked for.

    Raises:
        InputError: a file cannot be read.
    """
    found = _Statements()
    split = None
    with Troubles(on_error) as tell:
        if against is not None:
            found.take(lines_of(against, tell) if isinstance(against, str) else against)
            split = len(found.ids)
        found.take(lines_of(source, tell))
    pairs = found.pairs(jobs=jobs, split=split, progress=progress)
    write_rows(
        (
            _row(found.ids, pair, split, context if everything else None)
            for pair, context in pairs
            if everything or context == "reuse"
        ),
        target,
    )
    return exits.TROUBLE if tell.any else exits.CLEAN


def match_lines(lines: Iterable[Line], *, jobs: int = 1) -> Iterator[dict[str, object]]:
    """The pairs in the order of the input: {"a", "b", "score" 0–100, "relation"}."""
    found = _Statements()
    found.take(lines)
    ids = found.ids
    for pair, context in found.pairs(jobs=jobs):
        if context == "reuse":
            yield {
                "a": ids[pair.first],
                "b": ids[pair.second],
                "score": pair.score,
                "relation": pair.relation,
            }


def read_lines(stream: Iterable[str], source: str, tell: Callable[[InputError], None]) -> Iterator[Line]:
    """The statements of a stream; each bad line is told with its number and skipped, a cut one only told."""
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        try:
            if len(raw) > MAX_LINE:
                raise OverflowError
            row = _JSON.decode(raw)
            if not isinstance(row["id"], str) or not isinstance(row["text"], str):
                raise TypeError
        except OverflowError:
            trouble = f"longer than {MAX_LINE:,} characters", "a statement is a sentence or a few"
        except RecursionError:
            trouble = "nests too deep", 'write "id" and "text" as one object a line'
        except (ValueError, KeyError, TypeError):
            trouble = 'no JSON object with "id" and "text"', "write one object a line"
        else:
            more = {key: row[key] for key in ("doc", "published", "outlet") if isinstance(row.get(key), str)}
            found = Line(row["id"], row["text"], **more)
            if is_cut(found.text):
                tell(
                    InputError(
                        f"{source}:{number}", f"has more than {LONGEST} words, and only those are compared",
                        "a statement is a sentence or a few",
                    )
                )  # fmt: skip
            # Half a surrogate pair can only come by an escape, and is no text.
            yield _as_text(found) if "\\ud" in raw or "\\uD" in raw else found
            continue
        tell(InputError(f"{source}:{number}", *trouble))


class _Statements:
    """The statements of all lines in a matcher, and where they stand if the lines say so."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self._matcher = Matcher()
        self._documents: dict[str, int] = {}
        self._places: list[Place | None] = []
        self._placed = False

    def take(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._matcher.add(line.text)
            self.ids.append(line.id)
            spot = None
            if line.doc and (published := line.published or date_in(line.doc)):
                number = self._documents.setdefault(line.doc, len(self._documents))
                spot = place(number, published, line.text, line.outlet)
                self._placed = self._placed or spot is not None
            self._places.append(spot)

    def pairs(
        self, *, jobs: int, split: int | None = None, progress: Progress | None = None
    ) -> Iterator[tuple[Pair, Context]]:
        found = self._matcher.pairs(jobs=jobs, split=split, progress=progress)
        if not self._placed:
            return ((pair, "reuse") for pair in found)
        # Among few statements no word is known to be rare: then the dates alone tell (precision .87, recall .92 on
        # the judged pairs without the texts around them).
        says = self._matcher.says if len(self.ids) >= MANY else _enough
        return contexts(list(found), self._places, says)


def _as_text(line: Line) -> Line:
    return Line(*(_SURROGATES.sub("\ufffd", value) for value in astuple(line)))


def lines_of(source: str, tell: Callable[[InputError], None]) -> Iterator[Line]:
    """The statements of a file, or of standard input for "-"; one that holds none is told.

    Raises:
        InputError: it cannot be read.
    """
    where, none = shown_path(source), True
    try:
        with _open(source) as stream:
            for line in read_lines(_rows(stream, where, tell), where, tell):
                none = False
                yield line
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path.
        raise InputError(
            where, f"cannot be read ({getattr(error, 'strerror', error)})", "name a file of JSON Lines, or -"
        ) from None
    if none:
        # Its maker may have failed: to find nothing in nothing is no answer.
        tell(InputError(where, "no statement in it", 'write "id" and "text" as one object a line'))


def _rows(stream: TextIO, source: str, tell: Callable[[InputError], None]) -> Iterator[str]:
    """The lines of a stream; of one that is too long only so much that this shows."""
    while row := stream.readline(MAX_LINE + 1):
        yield row
        skipped = 0
        while len(row) > MAX_LINE and not row.endswith("\n"):
            row = stream.readline(MAX_LINE + 1)
            skipped += len(row)
            if not row:
                return
            if skipped > MAX_SKIPPED:
                tell(
                    InputError(
                        source, "a line without end; it was read no further", "write one object a line"
                    )
                )
                return


@contextmanager
def _open(source: str) -> Iterator[TextIO]:
    """A file of lines as text: UTF-8, or UTF-16 if it says so by its byte-order mark."""
    if source == "-" and sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    named = sys.stdin.fileno() if source == "-" else Path(source)
    with open(named, "rb", closefd=source != "-") as data:
        marked = data.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        yield TextIOWrapper(data, encoding="utf-16" if marked else "utf-8-sig", errors="replace")


def _enough(number: int) -> float:
    return inf


def _row(ids: list[str], pair: Pair, split: int | None, context: Context | None) -> str:
    """A pair as a line; matched against others, "a" is the new statement and "b" the other."""
    first, second = (pair.first, pair.second) if split is None else (pair.second, pair.first)
    row = {"a": ids[first], "b": ids[second], "score": pair.score, "relation": pair.relation}
    if context is not None:
        row["context"] = context
    return json.dumps(row, ensure_ascii=False) + "\n"
