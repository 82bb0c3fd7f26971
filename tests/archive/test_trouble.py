"""Full disks, killed and interrupted writers, locks, files that vanish: nothing that was told is lost."""

import re
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from provenance.archive import connect, opening, read_only, schema
from provenance.archive.faults import faults
from provenance.archive.record import Record
from provenance.archive.store import add
from provenance.archive.upkeep import stats
from provenance.attribute import find
from provenance.cli import main
from provenance.errors import InputError
from tests.archive.apart import apart
from tests.builders import STORM, document, keep


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{STORM} Nummer {number}.", encoding="utf-8")
    return folder


def documents(archive: Path) -> set[str]:
    with read_only(str(archive)) as database:
        assert list(faults(database)) == []
        return {name for (name,) in database.execute("SELECT name FROM document")}


@pytest.mark.parametrize("pages", [0, 1, 5, 17, 19, 20, 22, 25, 30, 40, 60])
@pytest.mark.parametrize("old", [False, True], ids=["new archive", "old archive"])
def test_a_full_disk_loses_nothing_that_was_told_and_leaves_nothing_behind(
    tmp_path: Path, stories: Path, pages: int, old: bool
) -> None:
    archive = tmp_path / "place" / "a.db"
    archive.parent.mkdir()
    if old:
        keep(archive, ("a.txt", STORM))

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (pages * 4096, resource.RLIM_INFINITY))

    done = apart("archive", "add", str(archive), str(stories), before=little_room)
    told = set(re.findall(r"^added +(\S+?)(?:,|$)", done.out, re.M))
    if done.code:
        assert done.code == 2 and done.err.count("\n") == 1
        assert "disk" in done.err and "run the command again" in done.err
    assert {path.name for path in archive.parent.iterdir()} <= {"a.db", "a.db-wal", "a.db-shm"}
    if archive.exists():
        assert documents(archive) >= told | ({"a.txt"} if old else set())
    else:
        assert not told and not old
    assert main(["archive", "add", str(archive), str(stories)]) == 0
    assert len(documents(archive)) == 6 + old


def test_a_long_wait_for_another_writer_is_told_and_ends_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    monkeypatch.setattr(opening, "SOON", 0.1)
    other = sqlite3.connect(archive, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    free = threading.Timer(0.4, other.execute, ["ROLLBACK"])
    free.start()
    assert main(["archive", "prune", str(archive), "--document", "a.txt"]) == 0
    free.join()
    other.close()
    assert capsys.readouterr().err == (
        f"provenance: {archive}: waiting for another process that writes to it\n"
    )


def test_a_short_wait_is_not_worth_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    other = sqlite3.connect(archive, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    free = threading.Timer(0.2, other.execute, ["ROLLBACK"])
    free.start()
    keep(archive, ("b.txt", STORM))
    free.join()
    other.close()
    assert not capsys.readouterr().err


def test_who_waits_in_vain_is_told_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    monkeypatch.setattr(opening, "SOON", 0.05)
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert main(["archive", "prune", str(archive), "--document", "a.txt"]) == 2
    assert "run the command again when that one is done" in capsys.readouterr().err


@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_what_went_into_a_file_that_is_no_longer_there_is_not_told_as_kept(tmp_path: Path, how: str) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))

    def records() -> Iterator[Record]:
        archive.unlink()
        if how == "replaced":
            keep(tmp_path / "other.db", ("b.txt", STORM))
            (tmp_path / "other.db").rename(archive)
        made = document(STORM, "c.txt")
        yield Record(made, find(made))

    with closing(connect(str(archive))) as database, pytest.raises(InputError, match="removed or replaced"):
        list(add(database, records()))


def test_an_interrupted_add_has_kept_what_it_told(tmp_path: Path, stories: Path) -> None:
    for number in range(6, 300):
        (stories / f"{number}.txt").write_text(f"{STORM} Nummer {number}.", encoding="utf-8")
    archive = tmp_path / "a.db"
    with subprocess.Popen(
        [sys.executable, "-m", "provenance", "archive", "add", str(archive), str(stories)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as writer:  # fmt: skip
        assert writer.stdout is not None and writer.stderr is not None
        first = writer.stdout.readline()
        writer.send_signal(signal.SIGINT)
        out, err = first + writer.stdout.read(), writer.stderr.read()
    assert (writer.returncode, err) == (130, "provenance: interrupted\n")
    told = set(re.findall(r"^added +(\S+?)(?:,|$)", out, re.M))
    assert told and documents(archive) >= told
    assert not list(tmp_path.glob("a.db-*"))


def schema_1(path: Path) -> None:
    """An archive as the first release made it, with two documents that have something in common."""
    keep(path, ("a.txt", STORM), ("b.txt", STORM.replace("40", "80")))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(
            "ALTER TABLE version DROP COLUMN seal; ALTER TABLE link DROP COLUMN seal;"
            "DELETE FROM total WHERE name <> 'statements'; DROP TABLE decision; DROP TABLE claim; DROP TABLE speaker; DROP TABLE finding_words;"
            "DROP TABLE finding; DROP TABLE judged; DROP INDEX version_shown; PRAGMA user_version = 1"
        )


def test_an_older_archive_is_read_as_it_is_and_brought_up_to_date_by_the_next_writer(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    schema_1(archive)
    before = archive.read_bytes()
    for words in (["stats"], ["check"], ["export"], ["claims"]):
        assert main(["archive", words[0], str(archive)]) == 0
    assert archive.read_bytes() == before
    keep(archive, ("c.txt", STORM))
    with read_only(str(archive)) as database:
        assert stats(database)["schema"] == schema.VERSION
    assert documents(archive) == {"a.txt", "b.txt", "c.txt"}


STEPS = [
    statement
    for migration in schema.MIGRATIONS[1:]
    for statement in migration.split(";\n")
    if statement.strip()
]


@pytest.mark.parametrize("step", range(len(STEPS) + 1))
def test_a_writer_killed_while_it_migrates_leaves_the_older_archive(tmp_path: Path, step: int) -> None:
    archive = tmp_path / "a.db"
    schema_1(archive)
    code = (
        "import os, signal\n"
        "from provenance.archive import connect, opening, schema\n"
        f"left = [{step}]\n"
        "class Killed(opening.Connection):\n"
        "    def execute(self, question, *values):\n"
        "        done = super().execute(question, *values)\n"
        "        steps = [s for m in schema.MIGRATIONS[1:] for s in m.split(';\\n') if s.strip()]\n"
        "        if question in steps or question == 'COMMIT':\n"
        "            if not left[0] and question != 'COMMIT': os.kill(os.getpid(), signal.SIGKILL)\n"
        "            left[0] -= 1\n"
        "        return done\n"
        "opening.Connection = Killed\n"
        f"connect({str(archive)!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == (-signal.SIGKILL if step < len(STEPS) else 0)
    with read_only(str(archive)) as database:
        assert stats(database)["schema"] == (1 if step < len(STEPS) else schema.VERSION)
    assert documents(archive) == {"a.txt", "b.txt"}
    keep(archive, ("c.txt", STORM))
    assert documents(archive) == {"a.txt", "b.txt", "c.txt"}


def test_a_newer_archive_is_told_and_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    with closing(sqlite3.connect(archive)) as database:
        database.execute("PRAGMA user_version = 99")
    before = archive.read_bytes()
    for command in ("stats", "check", "export"):
        assert main(["archive", command, str(archive)]) == 2
    assert main(["archive", "prune", str(archive), "--versions"]) == 2
    assert capsys.readouterr().err.count("made by a newer version") == 4
    assert archive.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ['"Sturm"', "*", "NEAR(", "a*b", "\udcff", "'; DROP", "\0", "-Sturm", "^x"],
        ["\ud800"],
        [""],
        ["OR"],
        ["X" * 100_000],
    ],
)
def test_any_words_can_be_searched_for(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    assert main(["archive", "search", str(archive), "--", *words]) == 0
    assert ("a.txt" in capsys.readouterr().out) == ('"Sturm"' in words)
    assert main(["archive", "claims", str(archive), "--", *words]) == 0


def test_a_question_longer_than_is_looked_for_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("a.txt", STORM))
    words = [f"wort{number}" for number in range(10_000)]
    assert main(["archive", "search", str(archive), *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_lone_surrogate_costs_its_document(tmp_path: Path) -> None:
    troubles: list[InputError] = []
    good, bad = document(STORM, "a.txt"), document(STORM, "b.txt")
    bad.title = "\ud800"
    with closing(connect(str(tmp_path / "a.db"), create=True)) as database:
        added = list(add(database, [Record(bad, find(bad)), Record(good, find(good))], troubles.append))
    assert [one.document for one in added] == ["a.txt"]
    assert len(troubles) == 1
    assert documents(tmp_path / "a.db") == {"a.txt"}


def test_an_id_may_hold_anything_that_is_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["it's", 'a "b"', "100%", "x;--", "a\nb", "ä/ö?#", "a@b", "#s"]
    keep(tmp_path / "a.db", *((name, f"{STORM} Nummer {name}.") for name in names))
    assert documents(tmp_path / "a.db") == set(names)
    for name in names:
        assert main(["archive", "prune", str(tmp_path / "a.db"), "--document", name]) == 0
    assert documents(tmp_path / "a.db") == set()
