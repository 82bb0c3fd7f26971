"""The archive keeps each version of a document once, says what changed, and survives writers that die."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from provenance.archive import connect
from provenance.archive.faults import faults
from provenance.archive.record import Record
from provenance.archive.store import Added, add
from provenance.archive.upkeep import stats
from provenance.attribute import find
from provenance.errors import InputError
from provenance.pipeline import audit
from tests.builders import STORM, document, keep


def test_a_document_added_again_changes_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    (first,) = keep(archive, ("a.txt", STORM))
    before = stats(connect(str(archive)))
    (second,) = keep(archive, ("a.txt", STORM))
    assert (first.outcome, second.outcome) == ("added", "unchanged")
    assert stats(connect(str(archive))) == before


def test_a_changed_document_is_a_new_version_and_its_changed_quotes_and_figures_are_told(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    (changed,) = keep(archive, ("a.txt", STORM.replace("40", "60").replace("noch nie", "selten")))
    assert (changed.outcome, changed.version) == ("changed", 2)
    assert [(change.kind, change.before, change.after) for change in changed.changes] == [
        ("figure", "etwa 40", "etwa 60"),
        (
            "quote",
            "„Wir haben so hohe Wellen hier noch nie gesehen“",
            "„Wir haben so hohe Wellen hier selten gesehen“",
        ),
    ]
    counts = stats(connect(str(archive)))
    assert (counts["documents"], counts["versions"]) == (1, 2)


def test_what_a_version_took_over_is_derived_from_the_version_before(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM), ("a.txt", STORM + " Die Fähre fährt am Montag wieder."))
    blob = connect(str(archive)).execute("SELECT record FROM version WHERE current").fetchone()[0]
    from provenance.archive.record import unpack

    statements = unpack(blob, "a.txt").document.statements
    hops = [[hop.name for hop in statement.chain if hop.role == "derived"] for statement in statements]
    assert hops == [["a.txt, version 1"], ["a.txt, version 1"], []]


def test_a_new_document_is_linked_with_what_says_the_same_and_not_with_its_own_version(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "a.db"
    added = keep(archive, ("a.txt", STORM), ("b.txt", STORM), ("b.txt", STORM + " Der Hafen bleibt zu."))
    assert [one.matches for one in added] == [0, 2, 2]


def test_documents_of_one_transaction_are_matched_with_each_other_as_if_they_had_come_alone(
    tmp_path: Path,
) -> None:
    texts = [("a.txt", STORM), ("b.txt", STORM.replace("40", "80")), ("c.txt", STORM)]
    keep(tmp_path / "together.db", *texts)
    for text in texts:
        keep(tmp_path / "alone.db", text)
    question = "SELECT a, b, score, relation FROM link ORDER BY a, b"
    together, alone = (
        connect(str(tmp_path / name)).execute(question).fetchall() for name in ("together.db", "alone.db")
    )
    assert together == alone
    assert {relation for *_, relation in together} == {"repeat", "conflict"}


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    for name in "abc":
        folder = tmp_path / name
        folder.mkdir()
        for number in range(20):
            (folder / f"{number}.txt").write_text(f"{STORM} Nummer {name} {number}.", encoding="utf-8")
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "provenance", "archive", "add", str(archive), str(tmp_path / name)],
            stdout=subprocess.DEVNULL,
        )
        for name in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    database = connect(str(archive))
    assert stats(database)["documents"] == 60
    assert list(faults(database)) == []


def test_a_writer_killed_in_a_transaction_leaves_what_was_committed_and_nothing_else(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    code = (
        "import os, signal, sys\n"
        "from provenance.archive import connect\n"
        "from provenance.archive.opening import writing\n"
        f"database = connect({str(archive)!r})\n"
        "with writing(database):\n"
        "    database.execute('DELETE FROM document')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    database = connect(str(archive))
    assert stats(database)["documents"] == 1
    assert list(faults(database)) == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such archive"),
        (
            lambda path: path.write_text("Kein Archiv, nur Text. " * 50, encoding="utf-8"),
            "not a readable archive",
        ),
        (lambda path: other_database(path), "not an archive of this program"),
        (lambda path: newer(path), "made by a newer version"),
    ],
    ids=["missing", "text", "other database", "newer schema"],
)
def test_what_is_no_archive_is_told_in_one_line(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "a.db"
    assert callable(make)
    make(path)
    with pytest.raises(InputError, match=message):
        connect(str(path))


def other_database(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")


def newer(path: Path) -> None:
    connect(str(path), create=True).execute("PRAGMA user_version = 99")


def test_a_record_comes_out_as_it_went_in_read_quickly_or_checked() -> None:
    from provenance.archive.record import pack, unpack, unpack_checked

    text = f"Von Lena Brandt\n\nNordby (dpa) - {STORM}\n\nFoto: Eva Lund/dpa\n\n(dpa, 3.9.2026)"
    made = document(text, "a.txt", outlet="Tagblatt")
    record = Record(made, find(made))
    assert record.sources
    assert made.photo_credits
    assert made.credit_line
    assert unpack(pack(record), "a.txt") == record == unpack_checked(pack(record), "a.txt")


def test_a_damaged_file_is_told_in_one_line_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from provenance.cli import main

    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM), ("b.txt", STORM))
    connect(str(archive)).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = archive.stat().st_size
    with archive.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    draft = tmp_path / "draft.txt"
    draft.write_text(STORM, encoding="utf-8")
    for words in (
        ["archive", "search", str(archive), "Boote"],
        ["archive", "add", str(archive), str(draft)],
        ["check", str(draft), "--archive", str(archive)],
    ):
        assert main(words) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def of_outlet(archive: Path, outlet: str | None, text: str) -> Added:
    made = document(text, "story.html", outlet=outlet)
    with closing(connect(str(archive), create=True)) as database:
        (added,) = add(database, [Record(made, find(made))])
    return added


def test_another_outlets_document_of_the_same_id_is_kept_beside_and_takes_no_place(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    of_outlet(archive, "Nordblatt", STORM)
    second = of_outlet(archive, "Die Südpost", STORM.replace("40", "90"))
    third = of_outlet(archive, "Südpost", STORM.replace("40", "95"))
    assert (second.outcome, second.document, second.claimed) == ("added", "südpost:story.html", "story.html")
    assert (third.outcome, third.version) == ("changed", 2)
    assert of_outlet(archive, "Südpost", STORM.replace("40", "95")).outcome == "unchanged"
    assert of_outlet(archive, "Nordblatt", STORM).outcome == "unchanged"


@pytest.mark.parametrize(
    ("first", "second"), [("Nordblatt", "Das Nordblatt"), (None, "Nordblatt"), ("Nordblatt", None)]
)
def test_an_update_stays_a_version_unless_another_outlet_sends_it(
    tmp_path: Path, first: str | None, second: str | None
) -> None:
    of_outlet(tmp_path / "a.db", first, STORM)
    changed = of_outlet(tmp_path / "a.db", second, STORM.replace("40", "60"))
    assert (changed.outcome, changed.document, changed.version) == ("changed", "story.html", 2)


def test_a_draft_that_claims_another_outlets_id_is_matched_with_its_document(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    of_outlet(archive, "Nordblatt", STORM)
    draft = document(STORM.replace("40", "60"), "story.html", outlet="Südpost", published="2026-10-02")
    made = audit([draft], archive=str(archive))
    assert [one.id for one in made.background] == ["nordblatt:story.html"]
    assert not any(hop.role == "derived" for statement in draft.statements for hop in statement.chain)


@pytest.mark.parametrize("head", [b"\x18\xe2\x2d", b"\0\0\0"], ids=["written before", "new"])
def test_a_log_index_cut_short_by_a_killed_process_is_the_archives_own(head: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    (tmp_path / "a.db-shm").write_bytes(head)
    assert stats(connect(str(archive)))["documents"] == 1
