"""Matching at scale: the same pairs whatever the order, the number of processes, or the company."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.cli import main
from provenance.match.engine import Matcher
from provenance.match.lines import Line, match_lines
from provenance.match.words import Corpus

PLACES = "Nordby Harrow Falkenstein Lindau Trebnitz Osterholm Varde Kolding".split()
THINGS = "Hafen Damm Bahnhof Markt Kirche Brücke Werft Rathaus Schule Museum".split()
DEEDS = "geschlossen geräumt verkauft gesperrt erneuert überflutet besetzt gestürmt".split()


def sentences(size: int, seed: int = 1) -> list[str]:
    """Sentences of one make about different things, every tenth told again with more words."""
    chance = random.Random(seed)
    found = []
    for number in range(size):
        place, thing, deed = chance.choice(PLACES), chance.choice(THINGS), chance.choice(DEEDS)
        text = f"{thing} {number} von {place} wurde am {chance.choice(DEEDS)}en Abend {deed}, sagte Zeuge Q{number}x{number}."
        found.append(text)
        if number % 10 == 0:
            found.append(f"Wie es weiter hieß: {text}")
    return found


def pairs(texts: list[str], jobs: int = 1) -> set[tuple[str, str, float, str]]:
    """The pairs by their texts, so that the order of the input does not show."""
    matcher = Matcher()
    for text in texts:
        matcher.add(text)
    return {
        (*sorted((texts[pair.first], texts[pair.second])), pair.score, pair.relation)  # type: ignore[misc]
        for pair in matcher.pairs(jobs=jobs)
    }


def test_a_sentence_told_again_is_found_among_many_of_its_make() -> None:
    texts = sentences(300)
    found = {(a, b) for a, b, _, _ in pairs(texts)}
    again = {
        tuple(sorted((text, texts[at + 1])))
        for at, text in enumerate(texts[:-1])
        if texts[at + 1].endswith(text)
    }
    assert len(again) == 30
    assert again <= found


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_the_input_changes_nothing(seed: int) -> None:
    texts = sentences(40)
    shuffled = random.Random(seed).sample(texts, len(texts))
    assert pairs(shuffled) == pairs(texts)


def test_the_number_of_processes_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.match.engine.WORTH_A_PROCESS", 50)
    monkeypatch.setattr("provenance.match.engine.CHUNK", 20)
    texts = sentences(200)
    assert pairs(texts, jobs=3) == pairs(texts)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("In Nordby liegen 12 Schiffe mit Obst auf Reede.", "In Nordby liegen zwölf Schiffe mit Obst auf Reede.", "repeat"),
        ("In Nordby liegen 12 Schiffe mit Obst auf Reede.", "In Nordby liegen 40 Schiffe mit Obst auf Reede.", "conflict"),
        ("Lind paid $3m for the old port of Nordby.", "Lind paid 3 million dollars for the old port of Nordby.", "repeat"),
        (
            "Die Reederei hat den Vertrag mit der Gewerkschaft am Montag unterschrieben.",
            "Die Reederei hat den Vertrag mit der Gewerkschaft am Montag nicht unterschrieben.",
            "conflict",
        ),
    ],
)  # fmt: skip
def test_figures_and_denials_are_compared_outside_the_likeness(
    first: str, second: str, relation: str
) -> None:
    (pair,) = match_lines([Line("a", first), Line("b", second)])
    assert pair["relation"] == relation


def test_against_matches_new_statements_with_old_ones_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "In Nordby liegen elf Schiffe mit verderblichem Obst auf Reede."
    new, old = tmp_path / "new.jsonl", tmp_path / "old.jsonl"
    new.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name in ("n1", "n2")))
    old.write_text(json.dumps({"id": "o1", "text": text}) + "\n")
    assert main(["match", str(new), "--against", str(old)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["a"], row["b"]) for row in rows] == [("n1", "o1"), ("n2", "o1")]


NESTED = (
    "Die Behörde teilte mit, Ruth Calder habe gesagt, Otto Lind wisse, dass der Damm 12 000 Risse nicht hat"
)


@pytest.mark.parametrize("seam", range(1, len(NESTED), 3))
def test_a_reported_report_is_read_as_it_would_be_alone(seam: int) -> None:
    """What ends the text added before it is not read over again; where a figure goes over the seam it is."""
    assert _reading(NESTED, NESTED[seam:]) == _reading(NESTED, "Ja.", NESTED[seam:])


def _reading(*texts: str) -> tuple[list[str], set[str], bool, list[float]]:
    """How the last of some texts is read after the others."""
    corpus = Corpus()
    reading = [corpus.add(text) for text in texts][-1]
    words = [corpus.words[word] for word in corpus.content(reading)]
    named = {corpus.words[word] for word in corpus.named(reading)}
    figures = [corpus.figures.values[at] for at in corpus.figure_range(reading)]
    return words, named, bool(corpus.negated[reading]), figures
