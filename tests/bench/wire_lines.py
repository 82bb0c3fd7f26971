"""Measure credits at the end of newspaper texts: writes what the scorer of wire lines reads.

    python tests/bench/wire_lines.py GOLD.jsonl OUT.jsonl

GOLD holds one text a line, {"id", "text", …}; only id and text are read.
"""

import json
import sys
from pathlib import Path

from provenance.ingest import parse


def main(source: str, target: str) -> None:
    """Read every text as a document and write its credit line's fields."""
    rows = []
    for raw in Path(source).read_text(encoding="utf-8").splitlines():
        record = json.loads(raw)
        (document,) = parse(record["text"].encode(), str(record["id"]), format="text", language="de")
        line = document.credit_line
        rows.append(
            {
                "id": record["id"],
                "credit": line.text if line else None,
                "agencies": line.agencies if line else [],
                "authors": line.authors if line else [],
                "date": line.date if line else None,
            }
        )
    Path(target).write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
