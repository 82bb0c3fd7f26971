"""Measure each construction of the German table: how often its content is right, and content and speaker both.

    python tests/bench/row_precision.py TRAIN.jsonl[.gz] [DEV.jsonl[.gz]] [--write FRAMES.toml]

Content is right if it shares at least half of its tokens (F1 of 0.5) with an annotated statement, the speaker if it
shares half with that one's speaker, or if both name nobody; pairs are formed greedily by overlap, each annotated
statement once. A row's chances are drawn towards those of all rows by `PRIOR` cases, so that a row seen twice promises
no certainty. With DEV the calibration of `Draft.confidence` there is printed (ECE over ten bands); with --write the
chances are put into the table.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quotes_de import documents, read_lines

from provenance.attribute import find

#: So many cases with the chances of all rows together count beside a row's own.
PRIOR = 5.0
HALF = 0.5


class Case(NamedTuple):
    """One statement that was found."""

    row: str
    confidence: float
    content: bool
    speaker: bool
    """Content and speaker are right."""


def cases(source: str) -> Iterator[Case]:
    """Every sourced statement found in a file of articles, compared with the annotation."""
    articles = read_lines(source)
    for article, document in zip(articles, documents(articles, "de"), strict=True):
        find(document)
        starts = [start for start, _ in article["tokens"]]
        found = [
            (
                statement,
                _tokens(statement.spans, starts, article),
                _tokens(statement.attribution.speaker, starts, article),
            )
            for statement in document.statements
            if statement.attribution is not None
        ]
        pairs = _pairs([content for _, content, _ in found], article["annotations"])
        for number, (statement, content, speaker) in enumerate(found):
            gold = pairs.get(number)
            right = gold is not None and _f1(content, set(gold["quote"])) >= HALF
            named = set(gold["speaker"]) if gold is not None else set()
            same = right and (_f1(speaker, named) >= HALF or not (speaker or named))
            yield Case(statement.pattern, statement.attribution.confidence, right, same)


def _tokens(spans: Any, starts: list[int], article: dict[str, Any]) -> set[int]:
    tokens = article["tokens"]
    found: set[int] = set()
    for start, end in spans:
        at = max(bisect_right(starts, start) - 1, 0)
        while at < len(tokens) and tokens[at][0] < end:
            if tokens[at][1] > start:
                found.add(at)
            at += 1
    return found


def _f1(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(contents: list[set[int]], annotations: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    ranked = sorted(
        (
            (-overlap, number, position)
            for number, content in enumerate(contents)
            for position, annotation in enumerate(annotations)
            if (overlap := _f1(content, set(annotation["quote"]))) > 0
        )
    )
    pairs: dict[int, dict[str, Any]] = {}
    taken: set[int] = set()
    for _, number, position in ranked:
        if number not in pairs and position not in taken:
            pairs[number] = annotations[position]
            taken.add(position)
    return pairs


def chances(found: list[Case]) -> dict[str, tuple[int, float, float]]:
    """For each row: cases, chance of the content, chance of content and speaker."""
    rows: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        rows[case.row].append(case)
    content = sum(case.content for case in found) / len(found)
    speaker = sum(case.speaker for case in found) / len(found)
    return {
        row: (
            len(own),
            (sum(case.content for case in own) + PRIOR * content) / (len(own) + PRIOR),
            (sum(case.speaker for case in own) + PRIOR * speaker) / (len(own) + PRIOR),
        )
        for row, own in sorted(rows.items())
    }


def calibration_error(found: list[Case]) -> float:
    """Mean distance between promise and truth over ten bands of confidence, by the cases in each."""
    bands: dict[int, list[Case]] = defaultdict(list)
    for case in found:
        bands[min(int(case.confidence * 10), 9)].append(case)
    return sum(
        abs(sum(case.confidence for case in band) - sum(case.speaker for case in band))
        for band in bands.values()
    ) / len(found)


def write(path: Path, measured: dict[str, tuple[int, float, float]]) -> None:
    """Put the measured chances into the table; rows that were not seen keep theirs."""

    def renewed(match: re.Match[str]) -> str:
        if match[1] not in measured:
            return match[0]
        _, content, speaker = measured[match[1]]
        return f"{match[0][: match.start(2) - match.start(0)]}{{content = {content:.2f}, speaker = {speaker:.2f}}}"

    text = path.read_text(encoding="utf-8")
    pattern = r'id = "([^"]+)"\n(?:(?!\[\[frame\]\]).*\n)*?confidence = (\{[^}\n]*\})'
    path.write_text(re.sub(pattern, renewed, text), encoding="utf-8")


def main() -> None:
    """Print the rows; with --write also renew the table."""
    parser = argparse.ArgumentParser(description="measure the constructions of the German table")
    parser.add_argument("train")
    parser.add_argument("dev", nargs="?")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    found = list(cases(arguments.train))
    measured = chances(found)
    print(f"{'row':28} {'n':>5} content with speaker")
    for row, (size, content, speaker) in sorted(measured.items(), key=lambda entry: -entry[1][0]):
        print(f"{row:28} {size:5} {content:7.2f} {speaker:12.2f}")
    print(f"calibration error on {arguments.train}: {calibration_error(found):.3f}")
    if arguments.write:
        write(arguments.write, measured)
    if arguments.dev:
        print(f"calibration error on {arguments.dev}: {calibration_error(list(cases(arguments.dev))):.3f}")


if __name__ == "__main__":
    main()
