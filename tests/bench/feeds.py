"""Measure what is read out of feed files: writes what the scorer of feed fields reads.

    python tests/bench/feeds.py DATA_DIR OUT.jsonl

DATA_DIR holds gold.jsonl and files/; the files alone are read, the gold only names them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from results import result

from provenance.errors import InputError
from provenance.ingest import parse
from provenance.model import PROSE, Document


def row(document: Document) -> dict[str, Any]:
    """The fields of a document under the scorer's names."""
    prose = [block for block in document.blocks if block.kind in PROSE - {"headline", "kicker", "caption"}]
    told = [block.start for block in document.blocks if block.kind in ("lead", "paragraph", "dateline")]
    start = min(told, default=prose[0].start if prose else 0)
    return {
        "headline": document.title,
        "byline": document.byline,
        "byline_names": document.bylines,
        "dateline": document.dateline,
        "dateline_place": document.datelines[0] if document.datelines else None,
        "source": document.source,
        "credit": document.credit_line.text
        if document.credit_line
        else next(iter(document.wire_credits), None),
        "copyright": document.copyright,
        "copyright_holder": document.copyright_holder,
        "usage": document.usage,
        "language": document.language,
        "published": document.published,
        "body": document.text[start : prose[-1].end] if prose else "",
        "paragraphs": sum(block.kind in ("lead", "paragraph") for block in document.blocks),
        "picture_credit": document.photo_credits[0].text if document.photo_credits else None,
        "picture_caption": document.captions[0].text if document.captions else None,
        "status": document.status,
        "embargo_until": document.embargo_until,
        "ednote": " ".join(document.editor_notes) or None,
    }


def main(folder: str, target: str) -> None:
    """Read every file that the gold names and write its first item's fields."""
    gold = [
        json.loads(line) for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    lines = []
    for record in gold:
        path = Path(folder) / record["file"]
        try:
            documents = parse(path.read_bytes(), str(path))
        except InputError as error:
            print(error)
            continue
        lines.append(json.dumps({"file": record["file"], **row(documents[0])}))
    result(target).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
