"""How many words a second the whole audit reads on one core, stage by stage, after start-up.

python tests/bench/audit_speed.py DATA.jsonl[.gz] [LANGUAGE]
"""

import sys
import time

from quotes_de import read_lines

from provenance.attribute import find
from provenance.attribute.join import merge_sources
from provenance.ingest import parse
from provenance.match import claims
from provenance.model import SCHEMA_VERSION, AuditReport, Document, Tool
from provenance.pipeline import audit
from provenance.report import json_report
from provenance.report.summary import summarise
from provenance.rules import judge
from provenance.trace import trace


def main(source: str, language: str = "de") -> None:
    """Time each stage in CPU seconds on all articles of a file, and print words a second."""
    articles = read_lines(source)
    words = sum(len(article["text"].split()) for article in articles)
    audit(parse(b"Ein Satz, sagte Lind.", "warm", language=language))  # tables and modules loaded
    json_report.schema()
    marks = [time.process_time()]
    documents: list[Document] = []
    for article in articles:
        documents += parse(article["text"].encode(), article["name"], format="text", language=language)
    marks.append(time.process_time())
    found = [find(document) for document in documents]
    marks.append(time.process_time())
    sources = merge_sources(documents, found)
    matched = claims(documents)
    marks.append(time.process_time())
    copies = trace(documents, sources, matched)
    marks.append(time.process_time())
    findings = judge(documents, sources, matched, copies=copies)
    marks.append(time.process_time())
    report = AuditReport(SCHEMA_VERSION, Tool("", ""), documents, sources, matched, findings, {})
    report.summary = summarise(report)
    json_report.dump(report)
    marks.append(time.process_time())
    for name, began, ended in zip(
        ("ingest", "attribute", "match", "trace", "rules", "report"), marks, marks[1:], strict=False
    ):
        print(f"{name:<10} {ended - began:7.3f} s")
    print(f"{words} words, {words / (marks[-1] - marks[0]):,.0f} words a CPU second")


if __name__ == "__main__":
    main(*sys.argv[1:])
