"""Measure German attribution: reads articles, writes what the scorer of the German quotation corpus reads.

    python tests/bench/quotes_de.py DATA.jsonl[.gz] OUT.jsonl

DATA holds one article a line, {"name", "text", …}; OUT gets {"name", "statements": [{"kind", "spans",
"speaker", "cue", "frame", "addressee"}]} with offsets into the text. Narrated statements are left out.
Prints how many tokens a second the attribution stage reads, beside the tokeniser alone.
"""

import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any

from results import result

from provenance.attribute import find
from provenance.ingest import parse
from provenance.languages import load
from provenance.model import Document
from provenance.passage import read_passages


def read_lines(path: str) -> list[dict[str, Any]]:
    """The JSON objects of a file of lines, gzipped or not."""
    data = Path(path).read_bytes()
    text = gzip.decompress(data) if path.endswith(".gz") else data
    return [json.loads(line) for line in text.decode("utf-8").splitlines() if line.strip()]


def documents(articles: list[dict[str, Any]], language: str) -> list[Document]:
    """Each article as the document that ingest makes of its bytes."""
    made = []
    for article in articles:
        (document,) = parse(article["text"].encode(), article["name"], format="text", language=language)
        made.append(document)
    return made


def statement_rows(document: Document, *, children: bool) -> list[dict[str, Any]]:
    """The sourced statements of a document as the scorers read them."""
    rows = []
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is None or (statement.parent and not children):
            continue
        rows.append(
            {
                "kind": statement.kind,
                "spans": statement.spans,
                "speaker": attribution.speaker,
                "cue": attribution.cue,
                "frame": attribution.frame,
                "addressee": attribution.addressee,
            }
        )
    return rows


def main(source: str, target: str, language: str = "de", *, children: bool = True) -> None:
    """Run the whole path from bytes to statements on every article and write the rows."""
    articles = read_lines(source)
    read = documents(articles, language)
    rules = load(language).sentence_rules
    began = time.process_time()
    tokens = sum(len(passage.words) for document in read for passage in read_passages(document, rules))
    tokenised = time.process_time()
    for document in read:
        find(document)
    attributed = time.process_time()
    lines = [
        json.dumps({"name": article["name"], "statements": statement_rows(document, children=children)})
        for article, document in zip(articles, read, strict=True)
    ]
    result(target).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {tokens} tokens")
    print(f"tokeniser alone      {tokens / (tokenised - began):12,.0f} tokens a CPU second")
    print(f"attribution in all   {tokens / (attributed - tokenised):12,.0f} tokens a CPU second")


if __name__ == "__main__":
    main(*sys.argv[1:3])
