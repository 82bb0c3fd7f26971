"""What decisions can hang on in a document: findings by their rule, statements, and the words that name a source."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.desk.anchors import Target
from provenance.model import Document, Finding


def finding_targets(findings: Iterable[tuple[int, Finding]]) -> list[Target[int]]:
    """Findings by their keys."""
    return [Target(key, finding.rule, finding.start, finding.end) for key, finding in findings]


def statement_targets(document: Document) -> list[Target[str]]:
    """Statements by their ids."""
    return [Target(statement.id, "", statement.start, statement.end) for statement in document.statements]


def source_targets(document: Document) -> list[Target[str]]:
    """Sources by their ids, at the words that name them; at what they say where no words do."""
    places: dict[tuple[int, int], str] = {}
    for statement in document.statements:
        attribution = statement.attribution
        if attribution is not None and attribution.source is not None:
            start, end = attribution.speaker[0] if attribution.speaker else (statement.start, statement.end)
            places.setdefault((start, end), attribution.source)
    return [Target(source, "", start, end) for (start, end), source in places.items()]
