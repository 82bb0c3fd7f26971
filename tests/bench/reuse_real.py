"""Measure reuse told from boilerplate on judged pairs of real news sentences.

    python tests/bench/reuse_real.py TEXTS.jsonl[.gz] [TEXTS …] [--judged FILE]

TEXTS holds articles, one a line: {"name", "publisher", "date", "text"}. The judged pairs are ids and labels only:
{"a", "b", "label"} with "«name»:«start»-«end»" for a sentence, and "reuse", "boilerplate" or "chance".
"""

import argparse
import gzip
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from provenance.ingest import parse
from provenance.languages import load
from provenance.match.lines import match_file
from provenance.passage import read_passages

#: Shorter sentences were not judged.
LEAST_WORDS = 4


def sentences(path: str) -> Iterator[dict[str, str]]:
    """The sentences of articles as statements to match."""
    raw = Path(path).read_bytes()
    for line in (gzip.decompress(raw) if path.endswith(".gz") else raw).decode().splitlines():
        row = json.loads(line)
        (document,) = parse(row["text"].encode(), row["name"], format="text", language="en")
        for passage in read_passages(document, load("en").sentence_rules):
            for first, after in passage.sentences:
                start, end = passage.span(first, after)
                text = " ".join(document.text[start:end].split())
                if len(text.split()) >= LEAST_WORDS:
                    place = {"doc": row["name"], "published": row["date"], "outlet": row["publisher"]}
                    yield {"id": f"{row['name']}:{start}-{end}", "text": text, **place}


def main() -> None:
    """Match the sentences, and count what was said of the judged pairs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--judged", default=str(Path(__file__).with_name("reuse_judged.jsonl")))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "statements.jsonl", Path(folder) / "pairs.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for path in arguments.texts:
                out.writelines(json.dumps(row) + "\n" for row in sentences(path))
        match_file(str(source), str(target), on_error=print)
        rows = map(json.loads, target.read_text(encoding="utf-8").splitlines())
        found = {frozenset((row["a"], row["b"])) for row in rows}
    counts: Counter[tuple[bool, bool]] = Counter()
    for line in Path(arguments.judged).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        counts[row["label"] == "reuse", frozenset((row["a"], row["b"])) in found] += 1
    right = counts[True, True]
    precision = right / max(right + counts[False, True], 1)
    recall = right / max(right + counts[True, False], 1)
    print(f"{sum(counts.values())} judged pairs: precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
