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
from provenance.match.candidates import candidate_pairs
from provenance.match.likeness import Weights
from provenance.match.relate import relate
from provenance.match.words import read_words


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the input."""

    id: str
    text: str


def match_file(source: str, target: str | None, *, jobs: int, on_error: Callable[[str], None]) -> int:
    """Match the statements of a file of JSON Lines and write the pairs; returns the exit code.

    A line that is no statement is told to `on_error` and left out; the code is then 2.
    """
    troubled = False

    def tell(error: InputError) -> None:
        nonlocal troubled
        troubled = True
        on_error(f"provenance: {error}")

    try:
        with _open(source) as stream:
            lines = list(read_lines(stream, source, tell))
    except OSError as error:
        raise InputError(
            source, f"cannot be read ({error.strerror})", "name a file of JSON Lines, or -"
        ) from None
    rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in match_lines(lines))
    if target is None or target == "-":
        sys.stdout.writelines(rows)
    else:
        with Path(target).open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(rows)
    return exits.TROUBLE if troubled else exits.CLEAN


def _open(source: str) -> TextIO:
    if source == "-":
        return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    return Path(source).open(encoding="utf-8", errors="replace")


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


def match_lines(lines: list[Line]) -> Iterator[dict[str, object]]:
    """The pairs in the order of the input: {"a", "b", "score" 0–100, "relation"}."""
    words = [read_words(line.text) for line in lines]
    weights = Weights(words)
    for first, second in candidate_pairs(words, weights):
        related = relate(first, second, words[first], words[second], weights)
        if related is not None:
            yield {
                "a": lines[first].id,
                "b": lines[second].id,
                "score": related.score,
                "relation": related.relation,
            }
