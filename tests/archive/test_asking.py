"""What is asked of an archive: search, claims, matches with a draft, export, pruning, and whether it is sound."""

import json
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from provenance.archive import connect
from provenance.archive.claims import kept_claims
from provenance.archive.export import document_lines, statement_lines
from provenance.archive.faults import faults
from provenance.archive.prune import prune
from provenance.archive.record import Record
from provenance.archive.related import MOST_RELATED
from provenance.archive.search import question_words, search
from provenance.archive.store import add
from provenance.archive.upkeep import stats
from provenance.attribute import find
from provenance.cli import main
from provenance.ingest import read
from provenance.model import Document
from provenance.pipeline import audit
from tests.builders import STORM, document, keep
from tests.reprints import DISPATCH, EDITS, reprints


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


@pytest.mark.parametrize("edit", EDITS)
def test_a_dispatch_that_is_printed_again_over_a_month_is_no_standing_text(
    edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "provenance.archive.claims.MANY", 0
    )  # as in an archive where words are known to be rare
    with closing(connect(str(tmp_path / "b.db"), create=True)) as database:
        list(add(database, [Record(paper, find(paper)) for paper in reprints(8, days=30, edit=edit)]))
        claims = list(kept_claims(database))
    assert len(claims) >= len(DISPATCH) - (edit == "cut")
    assert sum(claim.outlets >= 7 for claim in claims) >= 8


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


def test_the_help_says_how_many_kept_documents_a_draft_is_shown_beside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--help"]) == 0
    assert f"beside the {MOST_RELATED} kept ones" in " ".join(capsys.readouterr().out.split())


def test_an_older_version_answers_only_for_what_the_newest_no_longer_says(archive: Path) -> None:
    keep(archive, ("b.txt", "Der Hafen von Nordby ist wieder offen, teilte die Hafenbehörde mit."))
    made = audit([document(STORM, "draft.txt")], archive=str(archive))
    assert {one.id for one in made.background} == {"b.txt@1"}
    assert prune(connect(str(archive)), versions=True) == 1


def said(path: Path, records: list[Record]) -> list[list[object]]:
    """All that an archive says to which documents were added in this order."""
    with closing(connect(str(path), create=True)) as database:
        list(add(database, records))
        return [
            list(kept_claims(database)),
            list(search(database, "Schiffe Hafen Damm danger Wendehals")),
            list(document_lines(database, versions=False)),
            list(statement_lines(database, versions=False)),
        ]


def test_the_order_of_adding_changes_nothing_that_an_archive_says(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    documents = [one for one in read([str(seeds)]) if isinstance(one, Document)]
    records = [Record(one, find(one)) for one in documents]
    first = said(tmp_path / "first.db", records)
    assert len(first[0]) > 5
    for number in range(2):
        random.Random(number).shuffle(records)
        assert said(tmp_path / f"{number}.db", records) == first


def test_two_that_became_alike_by_what_was_added_later_are_one_claim(tmp_path: Path) -> None:
    # Common words tell less and less: among two documents they part the statements, among 27 the names join them.
    common = "Stadt Regierung Jahr Millionen Menschen Woche Hafen Straße Polizei Minister".split()
    texts = [
        f"Kapitän Wendehals steuert Frachter Viktoria nach Falkenburg {' '.join(common[at : at + 4])}."
        for at in (0, 5)
    ]
    rng = random.Random(1)
    for _ in range(25):
        words = rng.sample(common, 6)
        texts.append("In der {} sah die {} im {} die {}, und {} kam zur {} zurück.".format(*words))
    made = [document(text, f"{number:02}.txt") for number, text in enumerate(texts)]
    records = [Record(one, find(one)) for one in made]
    early = said(tmp_path / "early.db", records)
    assert early == said(tmp_path / "late.db", records[::-1])
    assert any("Wendehals" in claim.members[0].text for claim in early[0])  # type: ignore[attr-defined]
