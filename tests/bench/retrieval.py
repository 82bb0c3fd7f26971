"""Measure the archive's search: claims kept as documents, posts as questions; writes what the scorer reads.

    python tests/bench/retrieval.py CLAIMS.jsonl[.gz] QUERIES.jsonl[.gz] OUT.jsonl

CLAIMS holds {"id", "title", "text"}, QUERIES {"id", "text"}, one a line.
"""

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from results import result

from provenance.archive import connect
from provenance.archive.record import Record
from provenance.archive.search import search
from provenance.archive.store import add
from provenance.attribute import find
from provenance.ingest import parse


def rows(path: str) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    raw = Path(path).read_bytes()
    for line in (gzip.decompress(raw) if path.endswith(".gz") else raw).decode().splitlines():
        yield json.loads(line)


def main(claims: str, queries: str, target: str) -> None:
    """Keep the claims, ask for each query, write the ids found."""
    with tempfile.TemporaryDirectory() as folder:
        database = connect(f"{folder}/archive.db", create=True)
        lines = "\n".join(map(json.dumps, rows(claims))) + "\n"
        documents = parse(lines.encode(), "claims.jsonl", format="jsonl", language="en")
        for _ in add(database, (Record(document, find(document)) for document in documents)):
            pass
        with result(target).open("w", encoding="utf-8") as out:
            for query in rows(queries):
                ranked = [result.document.id for result in search(database, query["text"], most=100)]
                out.write(json.dumps({"id": query["id"], "ranked": ranked}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
