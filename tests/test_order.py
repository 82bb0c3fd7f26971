"""The same documents give the same report in whatever order they are named, up to the order of the documents."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from provenance.ingest import read
from provenance.model import Document
from provenance.pipeline import audit
from provenance.report import json_report
from tests.builders import document
from tests.reprints import reprints, unrelated

SEEDS = Path(__file__).parent.parent / "seeds"


def seeds() -> list[Document]:
    return [made for made in read([str(SEEDS)]) if isinstance(made, Document)]


def ties() -> list[Document]:
    """Documents that nothing but their ids tells apart: no dates, equal dates, equal texts, equal titles."""
    quarrel = "Minister Otto Lind sagte, es seien bis zu {} streikende Hafenarbeiter unterwegs."
    spelled = "Außenminister Sergej {} sagte, der Vertrag über den Kanal von Harrow sei am Ende."
    cited = "Der Damm von Harrow hatte schon im Frühjahr fünf Risse, berichtete die Zeitung {}."
    return [
        *reprints(6, dated=False, outlets=False),
        *reprints(9, days=3, edit="cut")[6:],
        *(document(quarrel.format(figure), f"q{figure}.txt", published="2026-09-03") for figure in (300, 8000, 9000)),
        *(document(quarrel.format(figure), f"r{figure}.txt") for figure in (300, 8000)),
        *(document(spelled.format(name), f"{name}.txt") for name in ("Lawrow", "Lavrov", "Lawrov")),
        document("Der Sender Harrow meldete, Ina Holm gehe. Harrow schweigt dazu, sagte Harrow.", "h1.txt"),
        document("Die Ministerin Ina Harrow sagte, sie gehe noch lange nicht.", "h2.txt"),
        document(cited.format("Tagblatt"), "c1.txt", outlet="Nordblatt"),
        document(cited.format("Nordblatt"), "c2.txt", outlet="Tagblatt"),
        document(cited.format("Nordblatt"), "c3.txt", outlet="Tagblatt"),
        *unrelated(6),
    ]  # fmt: skip


def told(documents: list[Document]) -> dict[str, Any]:
    """The report of an audit, documents and their findings in the order of the ids."""
    made: dict[str, Any] = json.loads(json_report.dump(audit(documents)))
    made["documents"].sort(key=lambda row: row["id"])
    made["findings"].sort(key=lambda row: row["document"])
    return made


@pytest.mark.parametrize("documents", [seeds, ties])
def test_the_order_of_paths_changes_nothing_but_the_order_of_documents(
    documents: Callable[[], list[Document]],
) -> None:
    first = told(documents())
    assert first["claims"] and first["findings"]
    for seed in range(20):
        shuffled = documents()
        random.Random(seed).shuffle(shuffled)
        assert told(shuffled) == first


def test_documents_and_findings_stand_in_the_order_of_the_paths() -> None:
    made = audit(list(reversed(seeds())))
    names = [row.id for row in made.documents]
    assert names == sorted(names, reverse=True)
    places = [names.index(finding.document) for finding in made.findings]
    assert places == sorted(places)


def test_ids_of_claims_and_sources_are_unique() -> None:
    made = audit(ties())
    for rows in (made.claims, made.sources):
        ids = [row.id for row in rows]
        assert len(set(ids)) == len(ids)
