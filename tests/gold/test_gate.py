"""The marked articles hold their floors, and the gate measures what it says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from provenance.model import Attribution, Source, SourceType, Statement
from provenance.spans import Span, cut
from tests.gold import gate
from tests.gold.articles import LANGUAGES, Article, read_article, read_articles
from tests.gold.faults import FAULTS, counted, fault
from tests.gold.measure import Comparison, Found, compare, compare_article, figures, found_in

ARTICLE = read_article(
    "dam",
    "de",
    """
about = ["local"]
text = '''
Der Damm am Moor hält, sagte Ida Holm der Nordpost. „Wir messen täglich“, fügte sie hinzu.
Ole Brand widersprach.
Das Fest beginnt am Abend auf dem Markt. Es gibt Fisch, Brot und Bier, und wer tanzen will, bringt Schuhe mit.
Am Sonntag wird aufgeräumt. Das Wetter bleibt kalt und klar, und der Wind weht bis in die Nacht aus Nordost.
'''
[[source]]
name = "Ida Holm"
type = "person"
[[source]]
name = "Ole Brand"
type = "person"
[[statement]]
content = "Der Damm am Moor hält"
kind = "indirect"
cue = "sagte"
speaker = "Ida Holm"
source = "Ida Holm"
medium = ["Nordpost"]
[[statement]]
content = "„Wir messen täglich“"
kind = "direct"
cue = ["fügte", "hinzu"]
speaker = "sie"
source = "Ida Holm"
[[statement]]
content = "Ole Brand widersprach."
kind = "reported"
cue = "widersprach"
speaker = "Ole Brand"
source = "Ole Brand"
""",
)


def found(
    content: str,
    *,
    source: str = "Ida Holm",
    kind: SourceType = "person",
    confidence: float = 1.0,
    article: Article = ARTICLE,
) -> Found:
    """A statement as a report might have it."""
    start = article.text.index(content)
    spans = [Span(start, start + len(content))]
    words = frozenset(at for at in range(start, start + len(content)) if at in starts(article))
    said = Statement(
        "d#s1",
        "d",
        "indirect",
        spans,
        cut(article.text, spans),
        attribution=Attribution(confidence=confidence),
    )
    return Found(said, Source("s", source, kind), words, frozenset(), frozenset(), (), (), confidence)


def starts(article: Article) -> set[int]:
    text = article.text
    return {
        at for at in range(len(text)) if text[at].isalnum() and (at == 0 or not text[at - 1].isalnum())
    }  # fmt: skip


def measured(*statements: Found) -> dict[str, float]:
    return figures(compare_article(ARTICLE, statements))


PINNED = [(language, name) for language in LANGUAGES for name in gate.FIGURES]


@pytest.mark.parametrize(("language", "name"), PINNED)
def test_no_figure_lies_below_its_floor(language: str, name: str) -> None:
    assert gate.below(language, name, figures(compare(language))[name], gate.floors()[language][name]) is None


@pytest.mark.parametrize(("language", "name"), PINNED)
def test_no_floor_is_left_behind(language: str, name: str) -> None:
    assert gate.slack(language, name, figures(compare(language))[name], gate.floors()[language][name]) is None


def test_floors_are_as_the_command_writes_them() -> None:
    assert gate.FLOORS.read_text(encoding="utf-8") == gate.written(gate.floors())


def test_the_pipeline_is_asked_for_what_it_finds() -> None:
    first, *_ = found_in(ARTICLE)
    assert first.statement.text == "Der Damm am Moor hält"
    assert first.source is not None and first.source.name == "Ida Holm"


@pytest.mark.parametrize(
    ("content", "precision", "recall", "exact"),
    [
        ("Der Damm am Moor hält", 1.0, 1 / 3, 0.5),
        ("Der Damm am Moor hält,", 1.0, 1 / 3, 0.5),  # marks and stops are no words
        ("Damm am Moor", 1.0, 1 / 3, 0.0),
        ("Der Damm", 1.0, 0.0, 0.0),  # some of a statement, but most of it is missed
        ("Der Damm am Moor hält, sagte Ida Holm der Nordpost.", 1.0, 1 / 3, 0.0),
        ("Das Fest beginnt am Abend", 0.0, 0.0, 0.0),
    ],
)
def test_half_the_words_make_a_statement_found(
    content: str, precision: float, recall: float, exact: float
) -> None:
    taken = measured(found(content))
    assert taken["content_precision"] == precision
    assert taken["content_recall"] == pytest.approx(recall)
    assert taken["content_exact"] == pytest.approx(exact)


@pytest.mark.parametrize(
    ("name", "kind", "right", "printable", "typed"),
    [
        ("Ida Holm", "person", 1, 1, 1),
        ("IDA HOLM", "person", 1, 0, 1),
        ("die Ida Holm", "person", 1, 0, 1),
        ("Ida Holm", "office", 1, 1, 0),
        ("Ole Brand", "person", 0, 0, 0),
        ("Amtsleiterin Ida Holm", "person", 0, 0, 0),
    ],
)
def test_a_source_is_right_by_its_name_and_printed_letter_for_letter(
    name: str, kind: SourceType, right: int, printable: int, typed: int
) -> None:
    taken = measured(found("Der Damm am Moor hält", source=name, kind=kind))
    assert (taken["source_of_found"], taken["name"], taken["type"]) == (right, printable, typed)
    assert taken["source_of_all"] == pytest.approx(right / 3)


def test_confidence_is_held_against_content_with_source() -> None:
    right = found("Der Damm am Moor hält", confidence=0.9)
    wrong = found("„Wir messen täglich“", source="Ole Brand", confidence=0.7)
    assert measured(right, wrong)["calibration_error"] == pytest.approx((0.1 + 0.7) / 2)


@pytest.mark.parametrize(
    ("ids", "value"),
    [(("a", "a", "b"), 1.0), (("a", "a", "a"), 5 / 7), (("a", "b", "c"), 0.8)],
    ids=["as marked", "all in one", "each apart"],
)
def test_sources_are_told_apart_as_they_are_marked(ids: tuple[str, ...], value: float) -> None:
    contents = ("Der Damm am Moor hält", "„Wir messen täglich“", "Ole Brand widersprach.")
    said = [found(content) for content in contents]
    named = [replace(one, source=Source(name, name, "person")) for one, name in zip(said, ids, strict=True)]
    assert measured(*named)["same_source"] == pytest.approx(value)


def test_cues_and_speakers_and_routes_are_measured_from_both_sides() -> None:
    marked = compare_article(ARTICLE, []).marked[0].marked
    assert marked is not None
    said = replace(
        found("Der Damm am Moor hält"), cue=marked.cue, speaker=marked.speaker, medium=("Die Nordpost",)
    )
    lost = replace(said, medium=("Südpost",))
    assert (
        measured(said)["cue"] == measured(said)["speaker"] == pytest.approx(0.5)
    )  # one of three, all of one
    assert measured(said)["medium"] == pytest.approx(1.0)
    assert measured(lost)["medium"] == 0.0


@pytest.mark.parametrize(
    ("content", "name", "wrong"),
    [
        ("Der Damm am Moor hält", "Ida Holm", ""),
        ("Der Damm am Moor hält", "Ole Brand", "another"),
        ("Der Damm am Moor hält", "Nordpost", "other words"),
        ("Der Damm am Moor hält", "", "nobody"),
        ("Der Damm am Moor hält", "Amtsleiterin Ida Holm", "too much"),
        ("Der Damm am Moor hält", "Holm", "too little"),
        ("Der Damm am Moor hält", "die Ida Holm", "letters"),
        ("Das Fest beginnt am Abend", "Ida Holm", ""),  # no statement, so no fault of its source
    ],
)
def test_a_wrong_source_is_sorted_as_an_editor_would(content: str, name: str, wrong: str) -> None:
    said = found(content, source=name)
    side = compare_article(ARTICLE, [said if name else replace(said, source=None)])
    assert fault(side.marked[0]) == wrong
    lines = [line.split("  ") for line in counted(side)]
    assert [line[1].strip() for line in lines if int(line[-2])] == [wrong] * bool(wrong)
    assert len(lines) == len(FAULTS)


def test_a_role_noun_that_is_not_led_back_is_unresolved() -> None:
    marked = compare_article(ARTICLE, []).marked[1].marked
    assert marked is not None
    said = replace(found("„Wir messen täglich“", source="Amtsleiterin"), speaker=marked.speaker)
    assert fault(compare_article(ARTICLE, [said]).marked[1]) == "unresolved"


def sides() -> Iterator[tuple[str, Comparison]]:
    yield "missed", compare_article(ARTICLE, [])
    yield "extra", compare_article(ARTICLE, [found("Das Fest beginnt am Abend")])
    yield "wrong", compare_article(ARTICLE, [found("Der Damm am Moor hält", source="Ole Brand")])
    yield "type", compare_article(ARTICLE, [found("Der Damm am Moor hält", kind="office")])
    yield "route", compare_article(ARTICLE, [found("Der Damm am Moor hält")])
    yield "speaker", compare_article(ARTICLE, [found("Der Damm am Moor hält")])
    yield "cue", compare_article(ARTICLE, [found("Der Damm am Moor hält")])
    yield "kind", compare_article(ARTICLE, [found("Ole Brand widersprach.", source="Ole Brand")])
    yield "borders", compare_article(ARTICLE, [found("Der Damm am Moor")])


@pytest.mark.parametrize(("kind", "side"), sides(), ids=lambda value: value if isinstance(value, str) else "")
def test_each_kind_of_case_is_listed(kind: str, side: Comparison) -> None:
    lines = [*gate.cases(side, kind)]
    assert lines and all(line.startswith("de/dam\t") for line in lines)
    assert set(gate.SHOWS) == {name for name, _ in sides()}


def test_every_family_of_a_language_has_a_line() -> None:
    lines = [*gate.by_family("de")]
    assert len(lines) == 1 + len({family for article in read_articles("de") for family in article.about})


def test_a_figure_below_its_floor_is_told_with_the_command_that_lists_it() -> None:
    told = gate.below("de", "speaker", 0.71, 0.741)
    assert told == (
        "German speakers .710, floor .741: 3.10 points too few; "
        "`python -m tests.gold.gate de --show speaker` lists the cases"
    )
    assert gate.below("en", "calibration_error", 0.2, 0.1) == (
        "English confidence .200, ceiling .100: 10.00 points too many; "
        "`python -m tests.gold.gate en --show wrong` lists the cases"
    )


def test_a_floor_that_is_left_behind_is_told_with_the_command_that_pins_it() -> None:
    told = gate.slack("de", "speaker", 0.741, 0.71)
    assert told is not None and told.startswith(
        "German speakers .741, floor .710: better by more than 1.5 points"
    )
    assert told.endswith("`python -m tests.gold.gate de --write-floors`")


@pytest.mark.parametrize("name", gate.FIGURES)
def test_half_a_point_lost_is_red_and_a_fresh_floor_is_green(name: str) -> None:
    floor = gate.FIGURES[name].pinned(0.75)
    worse = 0.755 if gate.FIGURES[name].ceiling else 0.745
    assert gate.below("de", name, 0.75, floor) is None
    assert gate.slack("de", name, 0.75, floor) is None
    assert gate.below("de", name, worse, floor) is not None


def test_the_command_pins_one_language_and_leaves_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    low = {language: dict.fromkeys(gate.FIGURES, 0.5) for language in LANGUAGES}
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    gate.FLOORS.write_text(gate.written(low), encoding="utf-8")
    assert gate.main(["de", "--write-floors"]) == 0
    assert gate.floors()["en"] == low["en"]
    taken = figures(compare("de"))
    assert gate.floors()["de"] == {name: gate.FIGURES[name].pinned(taken[name]) for name in gate.FIGURES}
    assert capsys.readouterr().out.startswith("German: ")


def test_the_command_fails_where_a_figure_is_below_its_floor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    high = {language: dict.fromkeys(gate.FIGURES, 0.999) for language in LANGUAGES}
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    gate.FLOORS.write_text(gate.written(high), encoding="utf-8")
    assert gate.main(["en"]) == 1
    assert "! ≥ .999" in capsys.readouterr().out
    assert gate.main(["de", "--show", "missed"]) == 0
    assert capsys.readouterr().out.startswith("de/")
    with pytest.raises(SystemExit):
        gate.main(["fr"])
    assert "no marked articles in fr" in capsys.readouterr().err
