"""A language is a folder: what puts one down, and what becomes of a text in a language that nobody put down."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import languages
from provenance.attribute import find
from provenance.errors import UsageError
from provenance.ingest import parse
from provenance.languages import load, spoken
from provenance.words import codes

ROOT = Path(__file__).resolve().parents[2]
#: A language of four words: "mek" says, "tu" and "ra" hold a sentence together, "nopo" is the paper.
LISTS = {
    "language": '[markers]\nis = "function words"\nfrom = "invented"\nwords = "mek tu ra"\n',
    "entities": '[offices]\nis = "offices"\nfrom = "invented"\nwords = "zolin"\n',
    "media": '[nouns]\nis = "papers"\nfrom = "invented"\nwords = "nopo"\n',
}
GRAMMAR = """
from pathlib import Path
from provenance.languages.base import Draft
from provenance.languages.folder import FolderLanguage
from provenance.passage.sentences import SentenceRules
from provenance.words import words

SAYS = words("qtx", "language", "markers") & {"mek"}

def find(passages):
    drafts = []
    for number, passage in enumerate(passages):
        for first, after in passage.sentences:
            at = next((at for at in range(first, after) if passage.lower[at] in SAYS), None)
            if at is not None:
                drafts.append(Draft(number, "indirect", [(at + 1, after - 1)], "mek", 0.9,
                                    speaker=[(first, at)], cue=[(at, at + 1)], frame=[(first, at + 1)]))
    return drafts

def language():
    return FolderLanguage("qtx", Path(__file__).parent, SentenceRules(frozenset(), False), find)
"""
STORIES = {
    "fr": "Le conseil a voté jeudi la fermeture du pont. « Nous n'avions pas le choix », a déclaré un initié.",
    "nl": "De brug gaat in maart dicht, zegt een ingewijde. Volgens bronnen bij de provincie is er een lek.",
    "es": "El puente cerrará en marzo, dijo una fuente. Según personas de la región, las obras no se pararán.",
    "pl": "Most będzie zamknięty, powiedziała osoba z otoczenia rady. Według niej remont potrwa do roku.",
    "it": "Il ponte chiuderà a marzo, ha detto una fonte. Secondo la regione i lavori dureranno due anni.",
    "pt": "A ponte fecha em março, disse uma fonte. Segundo a região, as obras vão durar mais de dois anos.",
    "sv": "Bron stängs i mars, sade en källa. Enligt regionen tar arbetet två år och det är inte klart.",
}


def provenance(
    *arguments: str, languages: Path | None = None, cwd: Path
) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if languages is not None:
        environment["PROVENANCE_LANGUAGES"] = str(languages)
    command = [sys.executable, "-m", "provenance", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    folder = tmp_path / "languages" / "qtx"
    folder.mkdir(parents=True)
    for subject, text in LISTS.items():
        (folder / f"{subject}.toml").write_text(text, encoding="utf-8")
    (folder / "__init__.py").write_text(GRAMMAR, encoding="utf-8")
    return folder.parent


def test_a_folder_put_down_is_a_language_in_which_a_text_is_audited(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Tu zolin Karim mek ra bolo tu sente.\n", encoding="utf-8")
    done = provenance("audit", "story.txt", "--format", "json", languages=toy, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    document = report["documents"][0]
    assert document["language"] == "qtx"
    assert [statement["text"] for statement in document["statements"]] == ["ra bolo tu sente"]
    assert [(source["name"], source["type"]) for source in report["sources"]] == [("Karim", "person")]


def test_a_folder_put_down_is_a_choice_of_the_option(toy: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The zolin Karim mek bolo sente.\n", encoding="utf-8")
    asked = ("audit", "story.txt", "--format", "json", "--language", "qtx")
    assert json.loads(provenance(*asked, languages=toy, cwd=tmp_path).stdout)["summary"]["indirect"] == 1
    assert provenance(*asked, cwd=tmp_path).returncode == 2


def test_the_languages_of_the_project_are_its_folders() -> None:
    assert codes() == ("de", "en")
    assert load("de-AT").code == "de"
    assert spoken("en-GB")
    assert not spoken("fr")
    with pytest.raises(UsageError, match="no language 'fr'; there are: de, en"):
        load("fr")


@pytest.mark.parametrize("code", STORIES)
def test_no_statement_is_guessed_in_a_language_that_no_folder_declares(code: str) -> None:
    text = f"Foto: Eva Lund/dpa\n\n{STORIES[code]}\n"
    (document,) = parse(text.encode(), "story.txt")
    assert document.language == "und"
    assert find(document) == []
    assert document.statements == []
    assert document.photo_credits[0].holders == ["Eva Lund", "dpa"]


def test_a_check_cannot_judge_such_a_text_and_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORIES["fr"], encoding="utf-8")
    done = provenance("check", "story.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "provenance: story.txt: in no language that is known here; read it with --language if it is de or en;"
        " judged nothing but its credits\n"
    )


def test_an_audit_says_so_where_it_sums_the_document_up(tmp_path: Path) -> None:
    front = "---\nlanguage: fr\n---\n\n"
    (tmp_path / "story.md").write_text(front + STORIES["fr"], encoding="utf-8")
    done = provenance("audit", "story.md", cwd=tmp_path)
    assert done.returncode == 0
    assert (
        "  language    in the language 'fr', which is not read; read it with --language if it is de or en\n"
        in done.stdout
    )
    assert "  statements  none\n" in done.stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("language.toml", b"x = ["), ("language.toml", b'name = "X"\n'), ("language.toml", b"\xff"), ("media.toml", b"[nouns]\n"),
        ("time.toml", b'[months]\nis = "m"\nfrom = "x"\npairs = 5\n'), ("__init__.py", b"import nothing_of_the_kind\n"),
        ("__init__.py", b""), ("__init__.py", b"def language(): return 1/0\n"),
    ],
    ids=str,
)  # fmt: skip
def test_a_language_that_cannot_be_read_is_its_makers_fault_and_told_as_that(
    name: str, content: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "more" / "qtx"
    folder.mkdir(parents=True)
    for subject, text in LISTS.items():
        (folder / f"{subject}.toml").write_text(text, encoding="utf-8")
    (folder / "__init__.py").write_text(GRAMMAR, encoding="utf-8")
    (folder / name).write_bytes(content)
    (tmp_path / "s.txt").write_text("Der Damm hält, sagte Ina Holm.\n", encoding="utf-8")
    done = provenance("check", "s.txt", languages=tmp_path / "more", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "qtx: not a language" in done.stderr


def test_each_language_that_is_added_is_loaded_to_see_whether_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put_down(code: str) -> None:
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.toml").touch()

    monkeypatch.setattr(languages, "folders", lambda: (ROOT, tmp_path))
    languages.refuse_broken()
    put_down("de")
    languages.refuse_broken()
    put_down("qtx")
    with pytest.raises(UsageError, match="qtx: not a language"):
        languages.refuse_broken()
