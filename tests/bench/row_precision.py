"""Measure each construction of a language: how often its content is right, and content and source both.

    python tests/bench/row_precision.py LANGUAGE TRAIN.jsonl[.gz] [DEV.jsonl[.gz]] [--write FRAMES.toml]

Content is right if it shares at least half of its tokens (F1 of 0.5) with an annotated statement, the source if it
shares half with that one's speaker, or if both name nobody; pairs are formed greedily by overlap, each annotated
statement once. A row's chances are drawn towards those of all rows by `PRIOR` cases, so that a row seen twice promises
no certainty. Two forms of annotated articles are read, the German one, with token numbers of quote and speaker, and
the English one, with spans of content and source, which nests nothing: there statements within others are left out.

Printed are the rows with their chances on TRAIN and the shares on DEV; for both the bands of confidence, with what
they promise and what was right, and the calibration error (ECE over ten bands); and what the words for a chain's
certainty stand for. With --write the chances are put into the table.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quotes_de import documents, read_lines

from provenance.attribute import find
from provenance.languages import rows
from provenance.trace import certainty, in_words, trace

#: So many cases with the chances of all rows together count beside a row's own.
PRIOR = 5.0
HALF = 0.5
BANDS = 10
#: The words for a chain's certainty, the surest first.
WORDS = ("firm", "fair", "weak", "open")


class Case(NamedTuple):
    """One statement that was found."""

    row: str
    promised: float
    """Chance of the content, by its row; NaN for a pattern that is no row."""
    confidence: float
    """Chance of content and source."""
    word: str
    """For the certainty of its chain."""
    content: bool
    source: bool
    """Content and source are right."""


class Gold(NamedTuple):
    """One annotated statement, in token numbers."""

    content: set[int]
    source: set[int]


def cases(path: str, language: str) -> Iterator[Case]:
    """Every sourced statement found in a file of articles, compared with the annotation."""
    articles = read_lines(path)
    promised = {row.id: row.confidence.content for row in rows(language)}
    for article, document in zip(articles, documents(articles, language), strict=True):
        trace([document], find(document), [])
        annotated, nested = _annotated(article)
        found = [
            (one, one.attribution)
            for one in document.statements
            if one.attribution is not None and (nested or one.parent is None)
        ]
        contents = [_tokens(statement.spans, article["tokens"]) for statement, _ in found]
        pairs = _pairs(contents, annotated)
        for number, (statement, attribution) in enumerate(found):
            gold = pairs.get(number)
            right = gold is not None and _f1(contents[number], gold.content) >= HALF
            source = _tokens(attribution.speaker, article["tokens"])
            named = gold.source if gold is not None else set()
            yield Case(
                statement.pattern,
                promised.get(statement.pattern, float("nan")),
                attribution.confidence,
                in_words(certainty(statement.chain, attribution)),
                right,
                right and (_f1(source, named) >= HALF or not (source or named)),
            )


def _annotated(article: dict[str, Any]) -> tuple[list[Gold], bool]:
    """The annotated statements of an article, and whether some of them stand within others."""
    found = article["annotations"]
    if "sentences" in article:
        return [Gold(set(one["quote"]), set(one["speaker"])) for one in found], True
    tokens = article["tokens"]
    return [Gold(_tokens(one["content"], tokens), _tokens(one["source"], tokens)) for one in found], False


def _tokens(spans: Any, tokens: Sequence[Sequence[int]]) -> set[int]:
    """The numbers of the tokens that share a character with one of the spans."""
    found: set[int] = set()
    for start, end in spans:
        at = max(bisect_right(tokens, start, key=lambda token: token[0]) - 1, 0)
        while at < len(tokens) and tokens[at][0] < end:
            if tokens[at][1] > start:
                found.add(at)
            at += 1
    return found


def _f1(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(contents: list[set[int]], annotated: list[Gold]) -> dict[int, Gold]:
    ranked = sorted(
        (-overlap, number, position)
        for number, content in enumerate(contents)
        for position, gold in enumerate(annotated)
        if (overlap := _f1(content, gold.content)) > 0
    )
    pairs: dict[int, Gold] = {}
    taken: set[int] = set()
    for _, number, position in ranked:
        if number not in pairs and position not in taken:
            pairs[number] = annotated[position]
            taken.add(position)
    return pairs


class Share(NamedTuple):
    """How many of some cases are right."""

    size: float
    content: float
    source: float


NO_PRIOR = Share(0, 0.0, 0.0)


def share(found: Sequence[Case], prior: Share = NO_PRIOR) -> Share:
    """The shares of some cases that are right, drawn towards those of `prior`."""
    size = len(found) + prior.size
    content = sum(case.content for case in found) + prior.size * prior.content
    source = sum(case.source for case in found) + prior.size * prior.source
    return Share(len(found), content / size, source / size)


def grouped(found: Sequence[Case], key: Callable[[Case], Any]) -> dict[Any, list[Case]]:
    """Cases by what `key` says of them."""
    groups: dict[Any, list[Case]] = defaultdict(list)
    for case in found:
        groups[key(case)].append(case)
    return groups


def chances(found: Sequence[Case]) -> dict[str, Share]:
    """For each row how many cases there were, and the chances."""
    prior = share(found)._replace(size=PRIOR)
    return {row: share(own, prior) for row, own in grouped(found, lambda case: case.row).items()}


def band(chance: float) -> int:
    """Number of the band of a chance, from 0."""
    return min(int(chance * BANDS), BANDS - 1)


def calibration_error(
    found: Sequence[Case], promised: Callable[[Case], float], right: Callable[[Case], bool]
) -> float:
    """Mean distance between promise and truth over the bands, by the cases in each."""
    bands = grouped(found, lambda case: band(promised(case))).values()
    return sum(abs(sum(map(promised, own)) - sum(map(right, own))) for own in bands) / len(found)


def write(path: Path, measured: dict[str, Share]) -> None:
    """Put the measured chances into the table; rows that were not seen keep theirs."""

    def renewed(match: re.Match[str]) -> str:
        if match[1] not in measured:
            return match[0]
        _, content, source = measured[match[1]]
        return f"{match[0][: match.start(2) - match.start(0)]}{{content = {content:.2f}, speaker = {source:.2f}}}"

    text = path.read_text(encoding="utf-8")
    pattern = r'id = "([^"]+)"\n(?:(?!\[\[frame\]\]).*\n)*?confidence = (\{[^}\n]*\})'
    path.write_text(re.sub(pattern, renewed, text), encoding="utf-8")


def print_rows(train: Sequence[Case], dev: Sequence[Case]) -> None:
    """A line a row, the most frequent first: its chances on TRAIN, its shares on DEV."""
    seen = grouped(dev, lambda case: case.row)
    print(f"{'row':30} {'n':>5} content  source   dev: n content  source")
    for row, one in sorted(chances(train).items(), key=lambda entry: (-entry[1].size, entry[0])):
        line = f"{row:30} {one.size:5} {one.content:7.2f} {one.source:7.2f}"
        if own := seen.get(row):
            line += "   {:6} {:7.2f} {:7.2f}".format(*share(own))
        print(line)


def print_bands(path: str, found: Sequence[Case]) -> None:
    """What each band of confidence promises and keeps, and what the words for a chain's certainty stand for."""
    all_ = share(found)
    print(
        f"\n{path}: {all_.size} statements, content right {all_.content:.3f}, with source {all_.source:.3f}"
    )
    print("band      n promised content  source")
    for number, own in sorted(grouped(found, lambda case: band(case.confidence)).items()):
        size, content, source = share(own)
        promised = sum(case.confidence for case in own) / size
        print(f"0.{number}   {size:6} {promised:8.2f} {content:7.2f} {source:7.2f}")
    known = [case for case in found if case.promised == case.promised]
    if known:
        error = calibration_error(known, lambda case: case.promised, lambda case: case.content)
        print(f"calibration error, content: {error:.3f}")
    error = calibration_error(found, lambda case: case.confidence, lambda case: case.source)
    print(f"calibration error, content with source: {error:.3f}")
    words = grouped(found, lambda case: case.word)
    for word in WORDS:
        if own := words.get(word):
            size, content, source = share(own)
            print(f"{word}   {size:6}          {content:7.2f} {source:7.2f}")


def main() -> None:
    """Print the rows, the bands and the words; with --write also renew the table."""
    parser = argparse.ArgumentParser(description="measure the constructions of a language")
    parser.add_argument("language")
    parser.add_argument("train")
    parser.add_argument("dev", nargs="?")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    train = list(cases(arguments.train, arguments.language))
    dev = list(cases(arguments.dev, arguments.language)) if arguments.dev else []
    print_rows(train, dev)
    print_bands(arguments.train, train)
    if dev:
        print_bands(arguments.dev, dev)
    if arguments.write:
        write(arguments.write, chances(train))


if __name__ == "__main__":
    main()
