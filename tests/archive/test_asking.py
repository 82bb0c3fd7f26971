"""What is asked of an archive: search, claims, matches with a draft, export, pruning, and whether it is sound."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.archive import connect, read_only
from provenance.archive.claims import kept_claims
from provenance.archive.export import document_lines, statement_lines
from provenance.archive.faults import faults
from provenance.archive.prune import prune
from provenance.archive.search import question_words, search
from provenance.archive.upkeep import stats
from provenance.pipeline import audit
from tests.builders import STORM, document, keep


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    keep(
        path,
        ("a.txt", STORM),
        ("b.txt", STORM.replace("40", "80")),
        ("c.txt", "Der Chor von Lindau singt am Sonntag im Dom, sagte Kantorin Eva Brandt."),
    )
    return path


def test_search_puts_the_document_with_the_rare_words_first(archive: Path) -> None:
    found = list(search(connect(str(archive)), "Wann singt der Chor?"))
    assert [result.document.id for result in found] == ["c.txt"]
    assert "Chor" in found[0].statements[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Sturm über Nordby https://example.org/x", ["sturm", "nordby"]),
        ("#HafenNordby", ["hafennordby", "hafen", "nordby"]),
        ("war das so?", ["war", "das", "so"]),
        ('"; DROP TABLE version', ["drop", "table", "version"]),
        ("…", []),
    ],
)
def test_words_of_a_question(question: str, words: list[str]) -> None:
    assert question_words(question) == words


def test_claims_join_what_documents_have_in_common_and_count_conflicts(archive: Path) -> None:
    first, second = kept_claims(connect(str(archive)))
    assert [member.document for member in first.members] == ["a.txt", "b.txt"]
    assert sorted([first.conflicts, second.conflicts]) == [0, 1]
    assert not list(kept_claims(connect(str(archive)), words="Chor"))


def test_a_draft_is_matched_with_what_is_kept_and_only_the_draft_is_judged(archive: Path) -> None:
    draft = document(STORM.replace("etwa 40", "20"), "draft.txt", published="2026-10-02")
    made = audit([draft], archive=str(archive))
    assert [one.id for one in made.documents] == ["draft.txt"]
    assert {one.id for one in made.background} == {"a.txt", "b.txt"}
    assert {finding.document for finding in made.findings} == {"draft.txt"}
    assert "conflicting-figures" in {finding.rule for finding in made.findings}
    members = {member.statement for claim in made.claims for member in claim.members}
    shown = {statement.id for one in (*made.documents, *made.background) for statement in one.statements}
    assert members <= shown


def test_a_draft_is_not_matched_with_itself(archive: Path) -> None:
    assert not audit(
        [document(STORM, "c.txt"), document(STORM, "other.txt")], archive=str(archive)
    ).background[1:]


def test_a_changed_draft_of_a_kept_document_shows_what_it_took_over(archive: Path) -> None:
    made = audit([document(STORM + " Der Hafen bleibt zu.", "a.txt")], archive=str(archive))
    roles = [[hop.role for hop in statement.chain] for statement in made.documents[0].statements]
    assert ["derived" in some for some in roles] == [True, True, False]


def test_export_gives_documents_whole_and_statements_as_match_reads_them(
    archive: Path, tmp_path: Path
) -> None:
    database = connect(str(archive))
    documents = [json.loads(line) for line in document_lines(database, versions=False)]
    assert [row["id"] for row in documents] == ["a.txt", "b.txt", "c.txt"]
    assert documents[0]["text"] == STORM
    statements = [json.loads(line) for line in statement_lines(database, versions=False)]
    assert {(row["doc"], row["lang"]) for row in statements} == {
        ("a.txt", "de"),
        ("b.txt", "de"),
        ("c.txt", "de"),
    }


def test_match_against_an_archive_finds_the_kept_statement(archive: Path, tmp_path: Path) -> None:
    lines = tmp_path / "new.jsonl"
    lines.write_text(
        json.dumps({"id": "n", "text": "Wir haben so hohe Wellen hier noch nie gesehen"}) + "\n", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "match", str(lines), "--against", str(archive)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    pairs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(pair["a"], pair["b"], pair["relation"]) for pair in pairs] == [
        ("n", "a.txt#s2", "repeat"),
        ("n", "b.txt#s2", "repeat"),
    ]


def test_pruning_forgets_documents_and_leaves_a_sound_archive_that_still_finds_the_rest(
    archive: Path,
) -> None:
    database = connect(str(archive))
    assert prune(database, documents=("a.txt",)) == 1
    assert stats(database)["documents"] == 2
    assert list(faults(database)) == []
    assert [result.document.id for result in search(database, "Wellen Nordby")] == ["b.txt"]
    assert {one.id for one in audit([document(STORM, "draft.txt")], archive=str(archive)).background} == {
        "b.txt"
    }


def test_an_older_version_answers_only_for_what_the_newest_no_longer_says(archive: Path) -> None:
    keep(archive, ("b.txt", "Der Hafen von Nordby ist wieder offen, teilte die Hafenbehörde mit."))
    made = audit([document(STORM, "draft.txt")], archive=str(archive))
    assert {one.id for one in made.background} == {"b.txt@1"}
    assert prune(connect(str(archive)), versions=True) == 1


def test_the_order_of_adding_changes_nothing_that_an_archive_says(tmp_path: Path) -> None:
    texts = [
        (f"{number}.txt", f"{STORM.replace('40', str(number * 20))} {extra}")
        for number, extra in enumerate(
            [
                "„Es besteht keine Gefahr für irgendjemanden“, sagte Bürgermeister Olaf Lind.",
                "„Es besteht keine Gefahr eines Bruchs“, sagte Olaf Lind am Abend.",
                "Es bestehe keine Gefahr, dass der Damm bricht, sagte der Bürgermeister.",
                "Der Chor von Lindau singt am Sonntag im Dom, sagte Kantorin Eva Brandt.",
                "Der Chor singt am Sonntag nicht im Dom, sagte Kantorin Eva Brandt.",
            ],
            1,
        )
    ]
    said = []
    for name, order in (("first.db", texts), ("second.db", texts[::-1]), ("third.db", texts[2:] + texts[:2])):
        keep(tmp_path / name, *order)
        with read_only(str(tmp_path / name)) as database:
            said.append(
                [
                    list(kept_claims(database)),
                    list(search(database, "Sturm Chor Gefahr")),
                    list(document_lines(database, versions=False)),
                    list(statement_lines(database, versions=False)),
                ]
            )
    assert said[0][0]
    assert said[0] == said[1] == said[2]
