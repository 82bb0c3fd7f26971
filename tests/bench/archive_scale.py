"""Measure the archive at size: how fast documents go in, how large it is, and how long a cold check takes.

    python tests/bench/archive_scale.py STATEMENTS.jsonl ARCHIVE.db [DOCUMENTS]

STATEMENTS holds {"id", "text"[, "lang"]}, one a line; 40 of one language make a document, for a mixed one would be in
none and have no statements. ARCHIVE is kept, and used if it is there.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from provenance.archive import connect
from provenance.archive.record import Record
from provenance.archive.store import add
from provenance.archive.upkeep import stats
from provenance.attribute import find
from provenance.ingest import parse
from provenance.ingest.language import detect
from provenance.words import codes

#: Statements of a document, and of a paragraph in it.
LONG, SHORT = 40, 4


class Made(NamedTuple):
    """A document made of statements."""

    language: str
    text: str


def made(path: str) -> Iterator[Made]:
    """Documents made of the statements of a file, in its order; what tells no language goes with what came before."""
    waiting: dict[str, list[str]] = {}
    language = codes()[0]
    with Path(path).open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            said = row.get("lang") or detect(row["text"])
            language = said if said in codes() else language
            some = waiting.setdefault(language, [])
            some.append(row["text"])
            if len(some) == LONG:
                yield Made(language, _text(waiting.pop(language)))
    for language, some in waiting.items():
        yield Made(language, _text(some))


def _text(some: Sequence[str]) -> str:
    return "\n\n".join(" ".join(some[at : at + SHORT]) for at in range(0, len(some), SHORT)) + "\n"


def main(source: str, archive: str, most: str = "1000000000") -> None:
    """Build the archive unless it is there, then check a draft against it five times, each in a new process."""
    if not Path(archive).exists():
        begun = time.process_time(), time.perf_counter()
        documents = (
            Record(document, find(document))
            for number, (language, text) in enumerate(islice(made(source), int(most)))
            for document in parse(text.encode(), f"d{number}.txt", format="text", language=language)
        )
        number = sum(1 for _ in add(connect(archive, create=True), documents))
        print(
            f"{number} documents added in {time.process_time() - begun[0]:.1f} CPU s, {time.perf_counter() - begun[1]:.1f} s"
        )
    counts = stats(connect(archive))
    print(
        f"{counts['statements']} statements, {counts['links']} links, {int(str(counts['bytes'])) / 1e6:.0f} MB"
    )
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        some = list(islice(made(source), 100, 130))
        language = max(codes(), key=lambda code: sum(one.language == code for one in some))
        sentences = [one.text.split("\n\n")[1] for one in some if one.language == language][:10]
        draft.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        for name, options in (("alone", []), ("with the archive", ["--archive", archive])):
            times = []
            for _ in range(5):
                begun_at = time.perf_counter()
                subprocess.run(
                    [sys.executable, "-m", "provenance", "check", "--language", language, *options, str(draft)],
                    stdout=subprocess.DEVNULL, check=False,
                )  # fmt: skip
                times.append(time.perf_counter() - begun_at)
            print(f"check {name}: {statistics.median(times):.2f} s ({min(times):.2f}–{max(times):.2f})")


if __name__ == "__main__":
    main(*sys.argv[1:4])
