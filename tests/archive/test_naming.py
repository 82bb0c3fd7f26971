"""What may be named as an archive: a file that archive add wrote, or one that is not there yet; nothing else is touched."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.archive import connect, read_only
from provenance.archive.upkeep import stats
from provenance.cli import main
from tests.builders import STORM, keep


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipe (name TEXT)")


MADE: dict[str, Callable[[Path], None]] = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "link to nothing": lambda path: path.symlink_to("nowhere"),
    "link to a text": lambda path: path.symlink_to("story.txt"),
    "empty file": Path.touch,
    "text": lambda path: path.write_text("Kein Archiv.", encoding="utf-8") and None,
    "other database": other_database,
    "half a header": lambda path: path.write_bytes(b"SQLite format 3\0") and None,
}


def tree(folder: Path) -> dict[str, bytes | str | None]:
    return {
        path.name: str(path.readlink())
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in folder.iterdir()
    }


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_text(STORM, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("command", ["add", "search", "prune", "check", "repair"])
def test_what_is_no_archive_is_told_and_left_as_it_is(
    story: Path, kind: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    MADE[kind](story.with_name("a.db"))
    before = tree(story.parent)
    more = {"add": ["story.txt"], "search": ["x"], "prune": ["--versions"], "check": [], "repair": ["new.db"]}
    assert main(["archive", command, "a.db", *more[command]]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(story.parent) == before


@pytest.mark.parametrize(
    "name", [":memory:", "", "file:x?mode=memory", "file::memory:", "file:a.db", "a\0b.db", "/dev/null"]
)
def test_a_name_that_keeps_nothing_is_refused(
    story: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "add", name, "story.txt"]) == 2
    assert "added" not in capsys.readouterr().out
    assert list(story.parent.iterdir()) == [story]


@pytest.mark.parametrize(
    "name", ["a b?mode=memory#x%00.db", "./:memory:", "new/folder/a.db", "ä\udcff.db", "'; --.db"]
)
def test_any_other_name_is_a_file_of_exactly_that_name(story: Path, name: str) -> None:
    assert main(["archive", "add", name, "story.txt"]) == 0
    assert Path(name).is_file()
    assert main(["archive", "check", name]) == 0


def test_an_archive_is_made_whole_or_not_at_all(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["archive", "add", "a.db", "story.txt"]) == 2
    assert list(story.parent.iterdir()) == [story]


def test_an_archive_reached_by_a_link_is_the_archive(story: Path) -> None:
    keep(story.with_name("a.db"), ("a.txt", STORM))
    story.with_name("link.db").symlink_to("a.db")
    assert main(["archive", "add", "link.db", "story.txt"]) == 0
    with read_only("a.db") as database:
        assert stats(database)["documents"] == 2


def test_an_archive_in_the_folder_that_is_added_is_left_out_without_a_word(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["archive", "add", "a.db", "."]) == 0
    printed = capsys.readouterr()
    assert printed.out.split() == ["added", "story.txt", "unchanged", "story.txt"]
    assert not printed.err


def test_an_archive_is_not_added_to_itself(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(story.with_name("a.db"), ("a.txt", STORM))
    before = tree(story.parent)
    assert main(["archive", "add", "a.db", "a.db"]) == 2
    assert "is the archive" in capsys.readouterr().err
    assert tree(story.parent) == before


@pytest.mark.parametrize("target", ["a.db", "a.db-wal", "a.db-shm", "a.db-journal", "hard.db", "soft.db"])
def test_an_export_never_goes_into_its_archive(
    story: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(story.with_name("a.db"), ("a.txt", STORM))
    os.link("a.db", "hard.db")
    Path("soft.db").symlink_to("a.db")
    before = tree(story.parent)
    assert main(["archive", "export", "a.db", "-o", target]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(story.parent) == before


@pytest.fixture
def two_names(story: Path) -> Path:
    """An archive of which all lies in a log that a killed writer left beside it, and a second name of its file."""
    archive = story.with_name("a.db")
    connect(str(archive), create=True).close()
    writer = connect(str(archive))
    keep(archive, ("a.txt", STORM))
    for ending in ("", "-wal"):
        shutil.copyfile(f"{archive}{ending}", f"{archive}{ending}.kept")
    writer.close()
    for ending in ("", "-wal"):
        Path(f"{archive}{ending}.kept").replace(f"{archive}{ending}")
    os.link(archive, story.with_name("b.db"))
    return archive


@pytest.mark.parametrize("command", ["add", "prune", "check", "stats", "search", "repair"])
def test_under_another_name_a_log_is_neither_missed_nor_undone(
    two_names: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(two_names.parent)
    more = {"add": ["story.txt"], "search": ["x"], "prune": ["--versions"], "repair": ["new.db"]}
    assert main(["archive", command, "b.db", *more.get(command, [])]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(two_names.parent) == before
    with read_only("a.db") as database:
        assert stats(database)["documents"] == 1


@pytest.mark.parametrize("where", [".", "elsewhere"])
def test_an_archive_with_two_names_is_read_and_saved_but_not_written(
    story: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(story.with_name("a.db"), ("a.txt", STORM))
    Path(where).mkdir(exist_ok=True)
    os.link("a.db", f"{where}/b.db")
    assert main(["archive", "check", "a.db"]) == 0
    assert main(["archive", "add", "a.db", "story.txt"]) == 2
    assert "archive repair a.db NEW" in capsys.readouterr().err
    assert main(["archive", "repair", "a.db", "new.db"]) == 0
    assert main(["archive", "add", "new.db", "story.txt"]) == 0
    Path(where, "b.db").unlink()
    assert main(["archive", "add", "a.db", "story.txt"]) == 0


def test_what_the_making_of_an_archive_leaves_is_no_second_name(story: Path) -> None:
    keep(story.with_name("a.db"), ("a.txt", STORM))
    os.link("a.db", ".provenance-x")
    assert main(["archive", "add", "a.db", "story.txt"]) == 0


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize(
    "words",
    [
        ["archive", "repair", "a.db", "TARGET"],
        ["archive", "add", "TARGET", "story.txt"],
        ["archive", "export", "b.db", "-o", "TARGET"],
        ["audit", "story.txt", "-o", "TARGET"],
        ["match", "m.jsonl", "-o", "TARGET"],
    ],
    ids=lambda words: words[-2] if words[0] == "archive" else words[0],
)
def test_nothing_is_given_the_name_of_an_archives_log(
    story: Path, words: list[str], ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.db", "b.db"):
        keep(story.with_name(name), ("a.txt", STORM))
    story.with_name("m.jsonl").write_text('{"id": "1", "text": "Der Damm hält."}\n', encoding="utf-8")
    before = tree(story.parent)
    assert main([f"a.db{ending}" if word == "TARGET" else word for word in words]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(story.parent) == before


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("there", [True, False], ids=["beside an archive", "before there is one"])
@pytest.mark.parametrize("command", ["add", "search", "check"])
def test_a_file_that_only_has_the_name_of_a_log_is_not_lost(
    story: Path, command: str, there: bool, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if there:
        keep(story.with_name("a.db"), ("a.txt", STORM))
    story.with_name(f"a.db{ending}").write_text(STORM, encoding="utf-8")
    before = tree(story.parent)
    assert main(["archive", command, "a.db", *{"add": ["story.txt"], "search": ["x"]}.get(command, [])]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(story.parent) == before
