"""Streams that are closed, full, left by their reader or not UTF-8: one line, exit 2, and never a trace."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main
from tests.borders.tree import call, shell, tree

BARE = "Ein Insider sagte, der Vertrag sei unterschrieben – „ganz“.\n"
CLEAN = "Die Hafenbehörde von Nordby teilte mit, dass der Vertrag unterschrieben ist.\n"


@pytest.fixture
def desk(place: Path) -> Path:
    (place / "bare.txt").write_text(BARE, encoding="utf-8")
    (place / "clean.txt").write_text(CLEAN, encoding="utf-8")
    rows = [{"id": name, "text": CLEAN} for name in ("ü1", "ü2")]
    (place / "m.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return place


PRINTING = [
    "check bare.txt", "check bare.txt --format json", "audit bare.txt", "audit bare.txt -o -", "audit bare.txt --explain",
    "match m.jsonl", "rules", "rules second-hand-quote", "frames", "frames de.laut", "schema", "--help", "--version", "match --help",
]  # fmt: skip


@pytest.mark.parametrize("words", PRINTING)
def test_a_full_standard_output_is_no_finding(words: str, desk: Path) -> None:
    done = call(*words.split(), stdout=Path("/dev/full"))
    assert done.code == exits.TROUBLE
    assert (
        done.err
        == "provenance: standard output cannot be written (No space left on device); send it to another place\n"
    )


def test_the_interpreter_ends_as_quietly(desk: Path) -> None:
    for sent, told in (
        (">/dev/full", 1),
        (">&-", 1),
        ("2>&-", 0),
        ("2>/dev/full", 0),
        ("| head -0; exit ${PIPESTATUS[0]}", 0),
    ):
        done = shell(f"provenance check bare.txt nowhere.txt {sent}")
        assert (done.returncode, done.stderr.count("\n") - (sent[0] != "2")) == (exits.TROUBLE, told), sent
        assert "Traceback" not in done.stderr and "ignored" not in done.stderr


def test_what_has_nothing_to_print_needs_no_standard_output(desk: Path) -> None:
    assert shell("provenance check clean.txt >&- <&- 2>&-").returncode == exits.CLEAN


def test_no_file_is_opened_in_the_place_of_a_closed_stream(desk: Path) -> None:
    before = tree(desk)
    done = shell("provenance audit bare.txt -o r.json >&- 2>&- <&-")
    assert done.returncode == exits.TROUBLE
    after = tree(desk)
    after.pop("r.json", None)
    assert after == before


def test_a_closed_standard_input_is_one_line(desk: Path) -> None:
    done = shell("provenance check - <&-")
    assert (done.returncode, done.stderr.count("\n")) == (exits.TROUBLE, 1)
    assert "standard input is closed" in done.stderr


@pytest.mark.parametrize("data", [b"", b" \n", b"\0\0\0\0"])
def test_a_standard_input_without_text_does_not_pass(data: bytes, desk: Path) -> None:
    (desk / "in").write_bytes(data)
    done = call("check", "-", "--stdin-filename", "ü\x1b[31m\n.txt", stdin=desk / "in")
    assert done.code == exits.TROUBLE and done.err.count("\n") == 1 and "\x1b" not in done.err


def test_standard_input_is_read_once(desk: Path) -> None:
    done = call("check", "-", "-", "--format", "json", stdin=desk / "bare.txt")
    assert done.code == exits.FINDINGS and json.loads(done.out)["summary"]["documents"] == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("words", PRINTING)
def test_no_encoding_of_the_terminal_is_a_defect(
    words: str, encoding: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stdout", out)
    assert main(words.split()) != exits.TROUBLE
    data = out.buffer.getvalue()  # type: ignore[attr-defined]
    if words in ("match m.jsonl", "schema", "audit bare.txt -o -", "check bare.txt --format json"):
        assert json.loads(data.decode("utf-8"))
        assert words != "match m.jsonl" or "ü1" in data.decode("utf-8")
    else:
        assert data.decode(encoding)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_run_in_order(number: int, desk: Path) -> None:
    (desk / "pairs").write_text("alt", encoding="utf-8")
    before = tree(desk)
    code = (
        "import sys, time\nfrom provenance.cli import main\nimport provenance.match.lines as lines\n"
        "def rows(*_, **__):\n    yield 'x' * 100_000\n    print('now', file=sys.stderr, flush=True)\n    time.sleep(60)\n"
        "lines._Statements.pairs = rows\nlines._row = lambda *_: 'x'\n"
        "lines.write_rows = lambda _, target, write=lines.write_rows: write(rows(), target)\n"
        "sys.exit(main(['match', 'm.jsonl', '-o', 'pairs']))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None and running.stderr.readline() == "now\n"
        time.sleep(0.05)
        os.kill(running.pid, number)
        assert running.stderr.read() == "provenance: interrupted\n"
    assert running.returncode == exits.by_signal(number)
    assert tree(desk) == before


@pytest.mark.parametrize(
    "words",
    [
        "check bare.txt", "audit bare.txt", "match m.jsonl", "match m.jsonl -o pairs", "archive stats a.db", "archive export a.db",
        "archive add b.db bare.txt", "archive repair a.db b.db",
    ],
)  # fmt: skip
def test_a_working_folder_that_is_gone_is_told(words: str, desk: Path) -> None:
    gone = desk / "gone"
    gone.mkdir()
    paths = [str(desk / word) if (desk / word).exists() else word for word in words.split()]
    code = (
        "import os, sys; os.rmdir(os.getcwd()); from provenance.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *paths], capture_output=True, text=True, cwd=gone, check=False
    )
    assert done.returncode == exits.TROUBLE
    assert done.stderr.count("\n") == 1 and "go to a folder that is there" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("words", ["archive search a.db Nordby", "archive export a.db", "archive stats a.db"])  # fmt: skip
def test_a_full_standard_output_is_no_fault_of_the_archive(words: str, desk: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "provenance", *words.split()], stdout=full, stderr=subprocess.PIPE, text=True,
            cwd=desk, check=False,
        )  # fmt: skip
    assert "the archive cannot be used" not in done.stderr
    assert (done.returncode, done.stderr.count("\n")) == (exits.TROUBLE, 1)
