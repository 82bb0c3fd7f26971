"""`provenance match`: statements in, one a line; pairs that say the same or contradict each other out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from provenance import exits
from provenance.errors import InputError
from provenance.match.engine import Matcher, Pair, Progress


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the input."""

    id: str
    text: str


def match_file(
    source: str,
    target: str | None,
    *,
    against: Iterable[Line] | str | None = None,
    jobs: int = 1,
    on_error: Callable[[str], None],
    progress: Progress | None = None,
) -> int:
    """Match the statements of a file of JSON Lines and write the pairs; returns the exit code.

    `against` are other statements, or the file that holds them: then only pairs between the two are written.
    A line that is no statement is told to `on_error` and left out; the code is then 2. Texts are read once and
    not kept, so that a million statements need a few hundred megabytes.

    Raises:
        InputError: a file cannot be read.
    """
    troubled = False

    def tell(error: InputError) -> None:
        nonlocal troubled
        troubled = True
        on_error(f"provenance: {error}")

    matcher = Matcher()
    ids: list[str] = []
    split = None
    if against is not None:
        _take(matcher, ids, lines_of(against, tell) if isinstance(against, str) else against)
        split = len(ids)
    _take(matcher, ids, lines_of(source, tell))
    rows = (_row(ids, pair, split) for pair in matcher.pairs(jobs=jobs, split=split, progress=progress))
    write_rows(rows, target)
    return exits.TROUBLE if troubled else exits.CLEAN


def write_rows(rows: Iterable[str], target: str | None) -> None:
    """Write rows as they come to a file, or to standard output for None and "-".

    Raises:
        InputError: the file cannot be written.
    """
    if target is None or target == "-":
        sys.stdout.writelines(rows)
        return
    try:
        with Path(target).open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(rows)
    except OSError as error:
        raise InputError(
            target, f"cannot be written ({error.strerror})", "choose another place with -o"
        ) from None


def match_lines(lines: Iterable[Line], *, jobs: int = 1) -> Iterator[dict[str, object]]:
    """The pairs in the order of the input: {"a", "b", "score" 0–100, "relation"}."""
    matcher = Matcher()
    ids: list[str] = []
    _take(matcher, ids, lines)
    for pair in matcher.pairs(jobs=jobs):
        yield {"a": ids[pair.first], "b": ids[pair.second], "score": pair.score, "relation": pair.relation}


def read_lines(stream: Iterable[str], source: str, tell: Callable[[InputError], None]) -> Iterator[Line]:
    """The statements of a stream; each bad line is told with its number and skipped."""
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
            if not isinstance(row["id"], str) or not isinstance(row["text"], str):
                raise TypeError
        except (ValueError, KeyError, TypeError):
            tell(
                InputError(
                    f"{source}:{number}", 'no JSON object with "id" and "text"', "write one object a line"
                )
            )
            continue
        yield Line(row["id"], row["text"])


def _take(matcher: Matcher, ids: list[str], lines: Iterable[Line]) -> None:
    for line in lines:
        matcher.add(line.text)
        ids.append(line.id)


def lines_of(source: str, tell: Callable[[InputError], None]) -> Iterator[Line]:
    """The statements of a file, or of standard input for "-".

    Raises:
        InputError: it cannot be read.
    """
    try:
        with _open(source) as stream:
            yield from read_lines(stream, source, tell)
    except OSError as error:
        raise InputError(
            source, f"cannot be read ({error.strerror})", "name a file of JSON Lines, or -"
        ) from None


def _open(source: str) -> TextIO:
    if source == "-":
        return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    return Path(source).open(encoding="utf-8", errors="replace")


def _row(ids: list[str], pair: Pair, split: int | None) -> str:
    """A pair as a line; matched against others, "a" is the new statement and "b" the other."""
    first, second = (pair.first, pair.second) if split is None else (pair.second, pair.first)
    row = {"a": ids[first], "b": ids[second], "score": pair.score, "relation": pair.relation}
    return json.dumps(row, ensure_ascii=False) + "\n"
