"""Statements of an English quotation corpus in the form that its scorer reads.

    python tests/bench/quotes_en.py DATA.jsonl[.gz] OUT.jsonl

DATA holds one article a line: {"name", "text"}; OUT gets {"name", "statements": [{"kind", "spans",
"speaker", "cue"}]} with offsets in code points of "text". Verbatim fragments within a statement are left
out, for the corpus does not nest; so are narrated statements. Speed goes to standard error.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from results import result

from provenance.attribute import find
from provenance.ingest import parse
from provenance.model import Document


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file, packed or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            if line.strip():
                yield json.loads(line)


def row(name: str, document: Document) -> dict[str, Any]:
    """A document's sourced statements, as the scorer wants them."""
    statements = []
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is not None and statement.parent is None:
            statements.append(
                {
                    "kind": statement.kind,
                    "spans": statement.spans,
                    "speaker": attribution.speaker,
                    "cue": attribution.cue,
                    "row": statement.pattern,
                }
            )
    return {"name": name, "statements": statements}


def main(data: str, out: str) -> int:
    """Write OUT; 0 if every article could be read."""
    words = 0
    seconds = 0.0
    with result(out).open("w", encoding="utf-8") as target:
        for article in articles(Path(data)):
            started = time.perf_counter()
            (document,) = parse(article["text"].encode(), article["name"], format="text", language="en")
            find(document)
            seconds += time.perf_counter() - started
            words += len(document.text.split())
            target.write(json.dumps(row(article["name"], document)) + "\n")
    print(
        f"{words} words in {seconds:.2f} s: {words / max(seconds, 1e-9):,.0f} words a second", file=sys.stderr
    )
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
