"""No command truncates, replaces, follows a link into, or deletes anything but what it was told to."""

import errno
import gc
import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main
from provenance.errors import InputError
from provenance.output import Output, write_rows
from tests.borders.tree import Done, call, tree
from tests.builders import STORM, keep

STORY = "Die Hafenbehörde von Nordby teilte mit, dass der Vertrag unterschrieben ist.\n"
ROWS = "".join(
    json.dumps({"id": str(number), "text": "Die Hafenbehörde meldet elf Schiffe mit Obst auf Reede."}) + "\n"
    for number in range(3)
)
#: Command with its target for {}, and each path that it reads.
COMMANDS = {
    "audit": ("audit story.txt -o {}", ["story.txt", "provenance.toml"]),
    "audit folder": ("audit docs -o {}", ["docs/a.txt", "docs/deep/b.txt"]),
    "audit archive": ("audit story.txt --archive kept.db -o {}", ["story.txt", "kept.db"]),
    "audit policy": ("audit story.txt --config desk.toml -o {}", ["desk.toml"]),
    "audit link": ("audit link-to-story -o {}", ["story.txt"]),
    "match": ("match m.jsonl -o {}", ["m.jsonl"]),
    "match file": ("match m.jsonl --against n.jsonl -o {}", ["m.jsonl", "n.jsonl"]),
    "match archive": ("match m.jsonl --against kept.db -o {}", ["m.jsonl", "kept.db"]),
    "export": ("archive export kept.db -o {}", ["kept.db"]),
}
#: How the path may be written.
NAMES = {
    "the same": lambda path: path,
    "with a dot": lambda path: f"./{path}",
    "by a detour": lambda path: f"docs/../{path}",
    "in full": lambda path: str(Path(path).absolute()),
    "hard link": lambda path: _made("hard", lambda name: Path(name).hardlink_to(path)),
    "link": lambda path: _made("soft", lambda name: Path(name).symlink_to(path)),
    "by a linked folder": lambda path: f"{_made('here', lambda name: Path(name).symlink_to('.'))}/{path}",
    "companion": lambda path: f"{path}-wal" if path == "kept.db" else path,
    "journal by a link": lambda path: (
        f"{_made('soft', lambda name: Path(name).symlink_to('.'))}/{path}-journal"
        if path == "kept.db"
        else path
    ),
}


def _made(name: str, make: object) -> str:
    make(name)  # type: ignore[operator]
    return name


@pytest.fixture
def desk(place: Path) -> Path:
    """A folder with stories, statements, an archive, policies and links."""
    for name in ("story.txt", "docs/a.txt", "docs/deep/b.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(STORY, encoding="utf-8")
    for name in ("m.jsonl", "n.jsonl"):
        (place / name).write_text(ROWS, encoding="utf-8")
    for name in ("provenance.toml", "desk.toml"):
        (place / name).write_text('fail-on = "warning"\n', encoding="utf-8")
    keep(place / "kept.db", ("a.txt", STORM))
    gc.collect()  # closes the archive now and not in the middle of a test
    (place / "link-to-story").symlink_to("story.txt")
    return place


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_target_that_is_read_is_refused_by_whatever_name(
    command: str, name: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, reads = COMMANDS[command]
    for path in reads:
        for left in ("hard", "soft", "here"):
            Path(left).unlink(missing_ok=True)
        target = NAMES[name](path)
        before = tree(desk)
        assert main(words.format(target).split()) == exits.TROUBLE, target
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1) and target in err
        assert tree(desk) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_target_that_is_no_file_is_refused_and_left(
    command: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "other.txt").write_text("eine andere Sache", encoding="utf-8")
    (desk / "link").symlink_to("other.txt")
    (desk / "dangling").symlink_to("nowhere.txt")
    (desk / "loop").symlink_to("loop")
    (desk / "to-folder").symlink_to("docs")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("sock")
    before = tree(desk)
    for target in ("link", "dangling", "loop", "to-folder", "docs", "docs/", ".", "..", "/", "new/", "sock",
                   "story.txt/x.json", "other.txt/", "dangling/x.json", "n" * 256, "\0", ""):  # fmt: skip
        words = [target if word == "{}" else word for word in COMMANDS[command][0].split()]
        assert main(words) == exits.TROUBLE, target
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1), (target, err)
        assert tree(desk) == before, target


@pytest.mark.parametrize("command", COMMANDS)
def test_a_target_is_replaced_whole_with_its_permissions(command: str, desk: Path) -> None:
    target = desk / "result"
    target.write_text("alt" * 100_000, encoding="utf-8")
    target.chmod(0o640)
    other = desk / "other name"
    other.hardlink_to(target)
    before = tree(desk)
    assert main(COMMANDS[command][0].format("result").split()) == exits.CLEAN
    gc.collect()  # closes an archive that was read, which takes away what SQLite keeps beside it
    after = tree(desk)
    assert after["result"][:2] == ("-", 0o640)
    assert after.pop("result") != before.pop("result")
    assert after == before


def test_a_new_file_has_the_permissions_that_the_umask_leaves(desk: Path) -> None:
    before = os.umask(0o027)
    try:
        assert main(["match", "m.jsonl", "-o", "new/deep/pairs.jsonl"]) == exits.CLEAN
    finally:
        os.umask(before)
    assert stat.S_IMODE((desk / "new/deep/pairs.jsonl").stat().st_mode) == 0o640


@pytest.mark.parametrize("command", COMMANDS)
def test_a_device_stays_a_device(command: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "null").symlink_to("/dev/null")
    for target in ("/dev/null", "null"):
        assert main(COMMANDS[command][0].format(target).split()) == exits.CLEAN
    assert main(COMMANDS[command][0].format("/dev/full").split()) == (
        exits.CLEAN if command == "match archive" else exits.TROUBLE
    )
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode) and stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert (desk / "null").is_symlink()
    assert not list(desk.rglob("*.partial"))


def test_a_named_pipe_is_written_to_and_stays(desk: Path) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE) as reader:
        assert main(["match", "m.jsonl", "-o", "pipe"]) == exits.CLEAN
        assert reader.stdout is not None and reader.stdout.read().count(b"\n") == 3
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-", "link"])
def test_standard_output_by_any_name_gets_the_report_alone(name: str, desk: Path) -> None:
    (desk / "link").symlink_to("/dev/stdout")
    (desk / "out").write_text("before\n", encoding="utf-8")
    assert call("audit", "story.txt", "-o", name, stdout=desk / "out").code == exits.CLEAN
    text = (desk / "out").read_text(encoding="utf-8")
    assert json.loads(text.removeprefix("before\n"))["documents"]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("match m.jsonl", "m.jsonl"), ("match - ", "m.jsonl"), ("match m.jsonl --against n.jsonl", "n.jsonl"),
        ("match m.jsonl --against kept.db", "kept.db"), ("check story.txt", "story.txt"), ("check docs", "docs/a.txt"),
        ("audit story.txt --archive kept.db", "kept.db"), ("archive stats kept.db", "kept.db"),
        ("archive export kept.db", "kept.db"), ("archive add kept.db story.txt", "story.txt"),
        ("check story.txt", "provenance.toml"), ("match m.jsonl -o out", "out"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_run_whose_output_the_shell_sends_into_its_input_is_refused(
    words: str, path: str, stream: str, desk: Path
) -> None:
    (desk / "out").write_text("früher\n", encoding="utf-8")
    before = tree(desk)
    streams = {stream: desk / path}
    done = call(*words.split(), stdin=desk / "m.jsonl", **streams)
    assert (done.code, done.out) == (exits.TROUBLE, "")
    after = tree(desk)
    # Standard error gets the one line that says so.
    told = after[path][2].removeprefix(before[path][2]).decode() if stream == "stderr" else done.err
    assert told.count("\n") == 1 and ("standard input" if "-" in words.split() else path) in told
    if stream == "stdout":
        assert after == before


def test_a_report_in_the_folder_that_it_is_on_is_replaced_and_not_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["audit", "docs", "-o", "docs/report.json"]) == exits.CLEAN
        assert capsys.readouterr().err == ""
    written = json.loads((desk / "docs/report.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in written["documents"]] == ["docs/a.txt", "docs/deep/b.txt"]
    # The folder that holds everything, the archive in use among it.
    assert main(["audit", "docs", "--archive", "kept.db", "-o", "docs/report.json"]) == exits.CLEAN


def test_output_that_the_shell_sends_into_the_folder_is_not_read(desk: Path) -> None:
    (desk / "docs/out.txt").touch()
    assert call("check", "docs", stdout=desk / "docs/out.txt") == Done(exits.CLEAN, "", "")


def test_the_same_report_named_as_a_document_is_refused(desk: Path) -> None:
    main(["audit", "story.txt", "-o", "report.json"])
    before = tree(desk)
    assert main(["audit", "story.txt", "report.json", "-o", "report.json"]) == exits.TROUBLE
    assert tree(desk) == before


def test_an_archive_is_no_document_of_the_same_run(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "empty.txt").touch()
    before = tree(desk)
    assert main(["archive", "add", "empty.txt", "empty.txt"]) == exits.TROUBLE
    assert main(["check", "kept.db", "--archive", "kept.db"]) == exits.TROUBLE
    assert tree(desk) == before
    assert capsys.readouterr().err.count("the archive of this very run") == 2


def failing(error: BaseException) -> Iterator[str]:
    yield "x" * 100_000
    raise error


@pytest.mark.parametrize(
    "error",
    [ValueError("odd"), KeyboardInterrupt(), OSError(errno.ENOSPC, "full"), InputError("a", "b", "c")],
    ids=repr,
)
def test_after_an_error_in_the_middle_the_old_file_is_there_and_no_other(
    error: BaseException, place: Path
) -> None:
    (place / "pairs").write_text("alt", encoding="utf-8")
    before = tree(place)
    with pytest.raises(type(error)):
        write_rows(failing(error), "pairs")
    assert tree(place) == before
    with pytest.raises(type(error)):
        write_rows(failing(error), "new")
    assert tree(place) == before


@pytest.mark.parametrize("call", ["fsync", "write", "fchmod"])
def test_a_full_disk_leaves_the_old_file_and_no_other(
    call: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (place / "pairs").write_text("alt", encoding="utf-8")
    before = tree(place)
    if call == "write":
        monkeypatch.setattr(Output, "_pass_on", full)
    else:
        monkeypatch.setattr(os, call, full)
    with pytest.raises(InputError, match="No space left"):
        write_rows(["x"], "pairs")
    assert tree(place) == before


def test_a_file_larger_than_may_be_written_leaves_the_old_one(desk: Path) -> None:
    (desk / "pairs").write_text("alt", encoding="utf-8")
    before = tree(desk)
    code = (
        "import resource, signal, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from provenance.cli import main; sys.exit(main(['match', 'm.jsonl', '-o', 'pairs']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == exits.TROUBLE and done.stderr.count("\n") == 1
    assert tree(desk) == before


def test_what_looks_like_an_unfinished_file_is_neither_used_nor_followed(place: Path) -> None:
    name = f".provenance-{os.getpid()}-0.partial"
    (place / name).symlink_to("victim")
    (place / "victim").write_text("bleibt", encoding="utf-8")
    (place / name.replace("-0.", "-1.")).write_text("bleibt auch", encoding="utf-8")
    before = tree(place)
    write_rows(["x"], "new")
    after = tree(place)
    assert after.pop("new")[2] == b"x"
    assert after == before
