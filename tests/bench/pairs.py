"""Measure how alike in meaning two statements are on graded sentence pairs: writes what the scorer of pairs reads.

    python tests/bench/pairs.py PAIRS.jsonl[.gz] OUT.jsonl

PAIRS holds {"id", "a", "b"}, one a line. Words are weighed by all sentences of the file; nothing is trained.
"""

import gzip
import json
import sys
from pathlib import Path

from results import result

from provenance.match.engine import Matcher


def main(source: str, target: str) -> None:
    """Score every pair, 0 to 1."""
    raw = Path(source).read_bytes()
    text = (gzip.decompress(raw) if source.endswith(".gz") else raw).decode()
    rows = [json.loads(line) for line in text.splitlines()]
    matcher = Matcher()
    for row in rows:
        matcher.add(row["a"])
        matcher.add(row["b"])
    for _ in matcher.pairs():
        pass  # pairs() weighs the words
    with result(target).open("w", encoding="utf-8") as out:
        for number, row in enumerate(rows):
            score = matcher.meaning(2 * number, 2 * number + 1) / 100
            out.write(json.dumps({"id": row["id"], "score": score}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
