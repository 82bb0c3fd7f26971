"""Whoever may read an archive can use it, and leaves no trace: no byte of it changes, nothing comes to lie beside it."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.archive import connect, read_only
from provenance.archive.upkeep import stats
from provenance.cli import main
from provenance.errors import InputError
from tests.archive.apart import apart, nobody
from tests.builders import STORM, keep

COMMANDS = {
    "check": ["check", "DRAFT", "--archive", "ARCHIVE"],
    "audit": ["audit", "DRAFT", "--archive", "ARCHIVE", "--format", "json"],
    "match": ["match", "LINES", "--against", "ARCHIVE"],
    "search": ["archive", "search", "ARCHIVE", "Wellen"],
    "claims": ["archive", "claims", "ARCHIVE"],
    "stats": ["archive", "stats", "ARCHIVE"],
    "export": ["archive", "export", "ARCHIVE"],
    "export statements": ["archive", "export", "ARCHIVE", "--statements"],
    "archive check": ["archive", "check", "ARCHIVE"],
}


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that everybody may look into, with a draft and statements."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "draft.txt").write_text(STORM.replace("40", "60"), encoding="utf-8")
    (folder / "lines.jsonl").write_text(
        json.dumps({"id": "n", "text": "Wir haben so hohe Wellen hier noch nie gesehen"}) + "\n", "utf-8"
    )
    # What Python loads only when it is first used must be there before every right is given up.
    for command in COMMANDS.values():
        main([{"DRAFT": str(folder / "draft.txt"), "LINES": str(folder / "lines.jsonl"), "ARCHIVE": str(folder)}.get(word, word) for word in command])  # fmt: skip
    yield folder
    shutil.rmtree(folder)


def closed(archive: Path) -> None:
    keep(archive, ("a.txt", STORM), ("b.txt", STORM.replace("40", "80")))


def left_by_a_killed_writer(archive: Path, *, index: bool) -> None:
    """All but the tables stands in the log that a writer left behind."""
    connect(str(archive), create=True)
    writer = connect(str(archive))
    closed(archive)
    for ending in ("", "-wal", "-shm") if index else ("", "-wal"):
        shutil.copyfile(f"{archive}{ending}", f"{archive}{ending}.kept")
    writer.close()
    for ending in ("", "-wal", "-shm"):
        Path(f"{archive}{ending}").unlink(missing_ok=True)
    for ending in ("", "-wal", "-shm") if index else ("", "-wal"):
        Path(f"{archive}{ending}.kept").rename(f"{archive}{ending}")


STATES = {
    "closed": closed,
    "with a log": lambda archive: left_by_a_killed_writer(archive, index=True),
    "with a log and no index of it": lambda archive: left_by_a_killed_writer(archive, index=False),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("state", STATES)
def test_a_reader_changes_nothing_and_a_stranger_reads_the_same(
    place: Path, state: str, command: str
) -> None:
    folder = place / f"{state}, {command}?#%41"
    folder.mkdir()
    archive = folder / "a b.db"
    STATES[state](archive)
    words = [
        {"DRAFT": str(place / "draft.txt"), "LINES": str(place / "lines.jsonl"), "ARCHIVE": str(archive)}.get(
            word, word
        )
        for word in COMMANDS[command]
    ]
    before = contents(folder)
    own = apart(*words)
    after = contents(folder)
    # Without an index of the log SQLite makes one; the archive and its log stay as they are.
    assert {name: after[name] for name in before} == before and len(after) <= 3
    for path in [*folder.iterdir(), folder]:
        path.chmod(0o555 if path is folder else 0o444)
    foreign = apart(*words, before=nobody)
    assert (foreign.code, foreign.out) == (own.code, own.out), foreign.err
    assert own.out or command == "archive check"
    assert own.code in (0, 1) and not own.err and not foreign.err
    assert contents(folder).keys() == after.keys()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")} | {
        path.name: b"" for path in folder.iterdir() if path.name.endswith("-shm")
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_not_there_is_told_and_not_made(place: Path, command: str) -> None:
    missing = place / "missing.db"
    words = [{"DRAFT": str(place / "draft.txt"), "LINES": str(place / "lines.jsonl"), "ARCHIVE": str(missing)}.get(word, word) for word in COMMANDS[command]]  # fmt: skip
    done = apart(*words)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert not missing.exists()


def test_what_may_not_be_read_is_told_in_one_line(place: Path) -> None:
    archive = place / "secret.db"
    closed(archive)
    archive.chmod(0o600)
    done = apart("archive", "stats", str(archive), before=nobody)
    assert done.code == 2 and "Permission denied" in done.err and done.err.count("\n") == 1


def test_who_may_not_write_is_told_which_right_is_missing(place: Path) -> None:
    folder = place / "theirs"
    folder.mkdir()
    closed(folder / "a.db")
    folder.chmod(0o755)
    done = apart("archive", "add", str(folder / "a.db"), str(place / "draft.txt"), before=nobody)
    assert done.code == 2 and "right to write" in done.err and done.err.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["a.db"]


def test_all_that_a_reader_sees_is_of_one_moment(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    closed(archive)
    with read_only(str(archive)) as database:
        before = stats(database)["documents"]
        keep(archive, ("c.txt", STORM))
        assert stats(database)["documents"] == before == 2


def test_an_archive_read_without_locks_that_is_written_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "a.db"
    closed(archive)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(InputError, match="while it was read"), read_only(str(archive)):
        monkeypatch.undo()
        keep(archive, ("c.txt", STORM))
