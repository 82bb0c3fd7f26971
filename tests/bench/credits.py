"""Measure who made it: bylines, datelines, agencies, captions, photo credits and dates of stored pages.

    python tests/bench/credits.py DATA SCORER OUT.jsonl

DATA is a folder with `gold.jsonl` and the pages it names, SCORER the program that compares OUT with the
gold. OUT gets one line a page with the fields of the gold.
"""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from results import result

from provenance.errors import InputError
from provenance.ingest.html import parse_html
from provenance.model import Document


def row(document: Document) -> dict[str, Any]:
    """What a document says of its makers, as the scorer reads it."""
    return {
        "published": document.published,
        "bylines": document.bylines,
        "datelines": document.datelines,
        "wire": document.wire_credits,
        "photo_credits": [
            {"text": credit.text, "holders": credit.holders, "via": credit.via}
            for credit in document.photo_credits
        ],
        "captions": [caption.text for caption in document.captions],
    }


def main(data: str, scorer: str, target: str) -> None:
    """Read every page of the gold, write what was found, print the scorer's figures."""
    folder = Path(data)
    lines = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["file"]
        try:
            found = row(parse_html(gzip.decompress((folder / name).read_bytes()), name))
        except InputError as error:
            print(error, file=sys.stderr)
            found = {}
        lines.append(json.dumps({"file": name, **found}, ensure_ascii=False))
    result(target).write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([sys.executable, scorer, "credits", str(folder / "gold.jsonl"), target], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:4])
