"""Measure media and agencies named as the route of a statement: writes what the scorer of attributions reads.

    python tests/bench/media_attributions.py GOLD.jsonl ATTRIBUTIONS.jsonl OUT.jsonl

GOLD holds the texts, ATTRIBUTIONS names the ids that are scored. A span is the stretch of a hop. Platforms are left out,
for its gold does not count them.
"""

import json
import sys
from pathlib import Path
from typing import Any

from results import result

from provenance.ingest import parse
from provenance.languages.media import media_of
from provenance.model import Document, Source
from provenance.pipeline import audit


def spans(document: Document, sources: dict[str, Source]) -> list[dict[str, Any]]:
    """The stretches of all hops that are media or agencies, each once."""
    found: dict[tuple[int, int, str], dict[str, Any]] = {}
    for statement in document.statements:
        for hop in statement.chain:
            source = sources.get(hop.source or "")
            medium = hop.role in ("medium", "agency") or (
                source is not None and source.type in ("outlet", "agency")
            )
            if not medium or hop.start is None or hop.end is None or hop.basis != "stated":
                continue
            if hop.name in media_of(document.language).platform_set:
                continue
            if hop.role == "medium" and source is not None and source.type not in ("outlet", "agency"):
                continue
            kind = "agency" if hop.role == "agency" or (source and source.type == "agency") else "outlet"
            found[hop.start, hop.end, hop.name] = {
                "start": hop.start,
                "end": hop.end,
                "kind": kind,
                "name": hop.name,
            }
    return list(found.values())


def main(gold: str, attributions: str, target: str) -> None:
    """Audit every text that is scored and write its media spans."""
    wanted = {json.loads(line)["id"] for line in Path(attributions).read_text(encoding="utf-8").splitlines()}
    rows = []
    for raw in Path(gold).read_text(encoding="utf-8").splitlines():
        record = json.loads(raw)
        if record["id"] not in wanted:
            continue
        report = audit(parse(record["text"].encode(), str(record["id"]), format="text", language="de"))
        sources = {source.id: source for source in report.sources}
        rows.append({"id": record["id"], "spans": spans(report.documents[0], sources)})
    result(target).write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
