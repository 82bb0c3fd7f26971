"""What is named or found is judged whole or told: nothing is passed by in silence, nothing blocks, nothing is read twice."""

import json
import os
import socket
import subprocess
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main

CLEAN = "Die Hafenbehörde von Nordby teilte mit, dass der Vertrag unterschrieben ist.\n"


def story(path: str | bytes) -> str:
    name = os.fsdecode(path)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(CLEAN, encoding="utf-8")
    return name


def read(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, list[str], list[str]]:
    """Exit code, ids and lines of trouble of an audit."""
    code = main(["audit", *paths, "--format", "json"])
    out, err = capsys.readouterr()
    out.encode("utf-8")
    return code, [one["id"] for one in json.loads(out)["documents"]], err.splitlines()


def found(kind: str) -> None:
    """Put something beside the story that is no story."""
    if kind == "pipe":
        os.mkfifo("docs/odd")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("docs/odd")
    elif kind == "loop":
        Path("docs/odd").symlink_to("odd")
    elif kind == "empty file":
        Path("docs/odd").touch()
    else:
        Path("docs/odd").symlink_to(
            {"dangling": "nowhere", "link out": "/etc/hostname", "folder out": "/etc"}[kind]
        )


@pytest.mark.parametrize(
    "kind", ["pipe", "socket", "loop", "dangling", "link out", "folder out", "empty file"]
)
def test_what_is_found_and_not_read_is_told(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    story("docs/a.txt")
    found(kind)
    code, ids, told = read(capsys, "docs")
    assert (code, ids, len(told)) == (exits.TROUBLE, ["docs/a.txt"], 1)
    assert told[0].startswith("provenance: docs/odd: ")


def test_a_link_to_what_is_judged_anyway_adds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    story("docs/a.txt")
    story("more/b.txt")
    Path("docs/to-file").symlink_to("a.txt")
    Path("docs/to-folder").symlink_to(".")
    Path("docs/to-more").symlink_to("../more/b.txt")
    assert read(capsys, "docs", "more") == (exits.CLEAN, ["docs/a.txt", "docs/to-more"], [])


@pytest.mark.parametrize("other", ["./a.txt", "docs/../a.txt", "link", "hard", "a.txt"])
def test_a_file_is_judged_once_by_whatever_names(other: str, capsys: pytest.CaptureFixture[str]) -> None:
    story("a.txt")
    story("docs/b.txt")
    Path("link").symlink_to("a.txt")
    Path("hard").hardlink_to("a.txt")
    assert read(capsys, "a.txt", other) == (exits.CLEAN, ["a.txt"], [])


@pytest.mark.parametrize(
    "path", ["", "\0", "nowhere", "a.txt/b", "x" * 300, "/dev/null", "/dev/zero", "dangling", "loop"]
)
def test_what_is_named_and_not_read_is_told(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("dangling").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    story("a.txt")
    code, ids, told = read(capsys, path, "a.txt")
    assert (code, ids, len(told)) == (exits.TROUBLE, ["a.txt"], 1)


def test_a_named_pipe_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("pipe")
    assert main(["check", "pipe"]) == exits.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"\xff.txt", "\\xff.txt"), ("ü.txt".encode(), "ü.txt"), (b"a\nb.txt", "a\nb.txt"), (b"\x1b[31m.txt", "\x1b[31m.txt"),
        ("\u202ex.txt".encode(), "\u202ex.txt"), (b"\xed\xa0\x80.txt", "\\xed\\xa0\\x80.txt"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("named", [True, False])
def test_a_file_of_any_name_is_read_and_named_by_text(
    name: bytes, shown: str, named: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    path = story(b"docs/" + name)
    assert read(capsys, path if named else "docs") == (exits.CLEAN, [f"docs/{shown}"], [])


def test_a_folder_that_cannot_be_listed_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story("docs/a.txt")
    story("docs/deep/b.txt")
    listed = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    code, ids, told = read(capsys, "docs")
    assert (code, ids) == (exits.TROUBLE, ["docs/a.txt"])
    assert told == [
        "provenance: docs/deep: cannot be listed (Permission denied); change its permissions or leave it out"
    ]


def test_a_folder_deeper_than_calls_may_go_is_walked_and_made(capsys: pytest.CaptureFixture[str]) -> None:
    deep = "/".join("d" * 1_100)
    story("a.txt")
    assert main(["audit", "a.txt", "-o", f"{deep}/r.json"]) == exits.CLEAN
    Path(f"{deep}/r.json").rename(f"{deep}/r.md")
    capsys.readouterr()
    code, ids, _ = read(capsys, "d")
    subprocess.run(["rm", "-r", "d"], check=True)  # shutil would need as many calls as there are folders
    assert (code, ids) == (exits.CLEAN, [f"{deep}/r.md"])


@pytest.mark.parametrize("make", ["empty", "hidden"])
def test_a_folder_without_stories_does_not_pass(make: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("docs").mkdir()
    if make == "hidden":
        story("docs/.hidden.txt")
    assert main(["check", "docs"]) == exits.TROUBLE
    assert (
        capsys.readouterr().err
        == "provenance: docs: a folder without files to read; name a folder that holds texts\n"
    )


def test_a_hidden_file_that_is_named_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert read(capsys, story(".hidden.txt")) == (exits.CLEAN, [".hidden.txt"], [])
