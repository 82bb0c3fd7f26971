"""`provenance frames` lists the constructions of the languages and says each in words."""

import re
import sys

import pytest

from provenance import exits
from provenance.cli import main
from provenance.cli.terminal import marked, show
from provenance.errors import UsageError
from provenance.grammar.records import Row
from provenance.languages import rows
from provenance.report.frames import CUES, ENDS, FORMS, PLACES, SPEAKERS, asked, explain_frame, list_frames
from provenance.words import ALL, codes, values

ROWS = [row for code in codes() for row in rows(code)]
LAUT = next(row for row in ROWS if row.id == "de.laut")


def test_rows_are_listed_a_line_each_under_their_language() -> None:
    first, *lines = list_frames(["de"])
    assert first.startswith(f"de: {len(rows('de'))} constructions")
    assert [line.split()[0] for line in lines] == [row.id for row in rows("de")]
    chances = f"{LAUT.confidence.content:.2f} {LAUT.confidence.speaker:.2f}"
    assert any(line.split(maxsplit=1)[1] == f"{chances}  {LAUT.about}" for line in lines)


def test_a_language_without_a_table_says_so() -> None:
    assert list(list_frames(["qtx"])) == ["qtx: no table of constructions"]


def test_a_row_is_said_in_words() -> None:
    assert explain_frame("de.laut", ["de"]) == [
        f"de.laut: {LAUT.about}",
        "",
        "Kind: indirect",
        "",
        "Cue:",
        "  a preposition",
        "  one of: laut (prepositions that name a source whatever follows)",
        "  not with: je, sucht, suche, fragen, frage, suchen, anfrage, anfragen and 8 more (words before such a preposition that make it another idiom)",
        "",
        "Content:",
        "  the sentence around the frame",
        "",
        "Speaker:",
        "  the phrase that it governs",
        "",
        "Measured:",
        f"  content right {LAUT.confidence.content:.0%}, content and source right {LAUT.confidence.speaker:.0%}",
        "  by python tests/bench/row_precision.py de TRAIN.jsonl.gz",
        "",
        "Found ([[speaker]], {{cue}}, <<content>>):",
        *(f"  {sentence}" for sentence in LAUT.yes),
    ]


@pytest.mark.parametrize(
    ("id_", "line"),
    [
        ("de.verb.dass", "  that allows a that-clause"),
        ("de.verb.dass", "  at most 4 clauses on"),
        ("de.verb.dass", "  another reporting verb takes over"),
        ("de.verb.plain", "  not at the end of its clause"),
        ("de.act.passive", "  in the passive"),
        ("de.soll", "  directly behind a statement"),
        ("de.wie.place", "  that allows no subject: the source is where the words lie"),
        ("de.sequel.past", "  whoever spoke before"),
        ("de.nach", "  Nach dem Spiel ging er nach Hause."),
    ],
)
def test_a_condition_has_its_line(id_: str, line: str) -> None:
    assert line in explain_frame(id_, ["de"])


def test_the_odds_of_a_fragment_are_told_by_its_size() -> None:
    sizes = r"by its words: 1 \d+%, 2–3 \d+%, 4–5 \d+%, 6–9 \d+%, 10\+ \d+%$"
    odds = [line for line in explain_frame("de.quote.judgement", ["de"]) if re.search(sizes, line)]
    assert [line.split(" is a statement")[0] for line in odds] == [
        "  how often a fragment that begins in lower case",
        "  how often a fragment that begins with a capital or a figure",
    ]


@pytest.mark.parametrize(
    ("id_", "condition", "words"),
    [
        ("de.act", "modal", "not behind a modal verb"),
        ("de.act", "licence", "that allows a report of the speech act alone"),
        ("de.verb.dass", "forms", "with a that-clause"),
        ("de.verb.dass", "unless", ""),
        ("de.no.row", "licence", ""),
    ],
)
def test_a_single_condition_can_be_asked_for(id_: str, condition: str, words: str) -> None:
    assert asked("de", id_, condition) == words


def test_words_and_endings_that_do_as_well_are_one_condition() -> None:
    words, endings = asked("de", "de.meinung.nach", "needs").split("; ")
    assert words.startswith("together with: angaben, ")
    assert endings == "or with the ending: meinung, ansicht (endings of such nouns)"


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_nothing_of_a_row_is_left_in_the_shorthand_of_the_table(row: Row) -> None:
    assert row.cue.by in CUES
    assert row.content.where in PLACES
    assert row.content.forms <= FORMS.keys()
    assert row.speaker in {"subject", *SPEAKERS}
    assert set(row.ends) <= ENDS.keys()
    assert row.cue.licence <= values(ALL, "grammar", "licences").keys()


def test_an_unknown_row_is_one_line_with_the_likest_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frames", "de.verb.das"]) == exits.TROUBLE
    assert capsys.readouterr().err.startswith(
        "provenance: no construction 'de.verb.das'; did you mean de.verb.dass or "
    )
    with pytest.raises(UsageError, match="no construction '§'; provenance frames lists all"):
        explain_frame("§", codes())


def test_only_the_language_that_is_asked_for_is_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frames", "--language", "de"]) == exits.CLEAN
    assert all(line.startswith(("de: ", "  de.")) for line in capsys.readouterr().out.splitlines())
    with pytest.raises(UsageError):
        explain_frame("de.laut", ["en"])


@pytest.mark.parametrize(
    ("terminal", "environment", "shown"),
    [
        (True, {}, "\033[1mSand\033[22m \033[4msagte\033[24m: \033[32mJa\033[39m"),
        (True, {"NO_COLOR": "1"}, "[[Sand]] {{sagte}}: <<Ja>>"),
        (True, {"TERM": "dumb"}, "[[Sand]] {{sagte}}: <<Ja>>"),
        (False, {}, "[[Sand]] {{sagte}}: <<Ja>>"),
    ],
    ids=["terminal", "no colour", "dumb terminal", "pipe"],
)
def test_marked_words_have_looks_on_a_terminal_and_marks_elsewhere(
    terminal: bool, environment: dict[str, str], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert marked("[[Sand]] {{sagte}}: <<Ja>>") == shown


def test_a_table_that_is_hostile_reaches_the_terminal_inert(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    show(["[[a\033[31mb]]"], styled=marked)
    assert capsys.readouterr().out == "\033[1ma␛[31mb\033[22m\n"
