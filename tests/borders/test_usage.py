"""A command line or a policy that cannot be carried out as written is one inert line, exit 2, before anything is read."""

import os
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main
from provenance.rules import RULES
from tests.borders.tree import tree

BARE = "Ein Insider sagte, der Vertrag sei unterschrieben.\n"


@pytest.fixture(autouse=True)
def _story(place: Path) -> None:
    (place / "a.txt").write_text(BARE, encoding="utf-8")
    (place / "m.jsonl").write_text('{"id": "1", "text": "x"}\n', encoding="utf-8")


def refused(words: list[str], capsys: pytest.CaptureFixture[str], place: Path) -> str:
    before = tree(place)
    assert main(words) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1), err
    assert len(err) < 600 and not set("\x1b\u202e\x07") & set(err)
    assert tree(place) == before
    return err


@pytest.mark.parametrize(
    "words",
    [
        [], [""], ["nothing"], ["--"], ["chek", "a.txt"], ["check"], ["check", "a.txt", "--form", "json"],
        ["check", "a.txt", "--fail", "note"], ["check", "a.txt", "--format", ""], ["check", "a.txt", "--language", ""],
        ["check", "a.txt", "--language", "fr"], ["check", "a.txt", "--config", ""], ["check", "a.txt", "--archive", ""],
        ["check", "-", "--stdin-filename", ""], ["check", "a.txt", "--select"], ["check", "a.txt", "--select", ""],
        ["check", "a.txt", "--ignore", "x" * 100_000], ["check", "a.txt", "--no\x1b[31m\u202e\x07such"],
        ["check", "a.txt", "--format", "\x1b[31m\n" * 999], ["check", "a.txt", "--\ud800\udcff"], ["rules", "\x1b[31m"],
        ["match", "m.jsonl", "more"], ["match", "m.jsonl", "--against", ""], ["match", "m.jsonl", "--jobs"],
        *(["match", "m.jsonl", "--jobs", text] for text in ("-1", "1e3", "１２", " 5", "+5", "5_0", "1" * 5_000, "", "x")),
    ],
    ids=lambda words: " ".join(words)[:40].encode("ascii", "backslashreplace").decode(),
)  # fmt: skip
def test_a_wrong_command_line_is_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    refused(words, capsys, place)


def test_no_more_processes_than_cores_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("provenance.match.lines.match_file", lambda *_, jobs, **__: asked.append(jobs) or 0)
    for jobs in ("0", "1", "100000"):
        assert main(["match", "m.jsonl", "--jobs", jobs]) == exits.CLEAN
    cores = os.cpu_count() or 1
    assert asked == [cores, 1, cores]


def test_a_check_by_no_rule_at_all_does_not_pass(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    everything = [word for rule in RULES for word in ("--ignore", rule)]
    assert "no rule is left" in refused(["check", "a.txt", *everything], capsys, place)
    one = "unclosed-quote"
    assert "no rule is left" in refused(["check", "a.txt", "--select", one, "--ignore", one], capsys, place)


@pytest.mark.parametrize("name", ["--config=x.txt", "-o", "--help", "-", "--ignore=anonymous-source-bare"])
def test_a_file_is_never_taken_for_an_option(
    name: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    (place / name).write_text(BARE, encoding="utf-8")
    if name != "-":
        assert f"./{name}" in refused(["check", "a.txt", name], capsys, place)
        assert main(["check", "--", name]) == exits.FINDINGS
        assert capsys.readouterr().out.startswith(f"{name}:1:1: error")
    assert main(["check", f"./{name}"]) == exits.FINDINGS


#: What a policy says → a word of what is told.
WRONG = {
    "severity = 5": "severity takes a table", 'severity = "error"': "severity takes a table",
    "severity = {unclosed-quote = []}": "no severity", "severity = {unclosed-quote = {x = 1}}": "no severity",
    'severity = {x = "error"}': "no rule", "fail-on = 1": "fail-on", "fail-on = []": "fail-on", "fail-on = true": "fail-on",
    "fail-on = 2026-09-03": "type date", 'fail-on = "ERROR"': "no severity", 'houses = "x"': "list of names",
    "houses = [1]": "list of names", 'houses = [""]': "list of names", "houses = {a = 1}": "list of names",
    "select = 3": "list of names", "ignore = [[]]": "list of names", "archive = 5": "path of a file",
    'archive = ""': "path of a file", 'archive = "a\\u0000b"': "path of a file", "archive = []": "path of a file",
    "nonsense = 1": "unknown key", '"\\u001B[31m" = 1': "unknown key", f'"{"k" * 9_000}" = 1': "unknown key",
    "select = " + "[" * 10_000: "not a policy", "x" * 9_000: "not a policy", "fail-on = " + "9" * 6_000: "not a policy",
    "\0": "not a policy", "[tool": "not a policy", "x = " + "{a=" * 10_000: "not a policy", "#" * (1 << 21): "larger",
    "[policy]\nfail-on = 1": "unknown key", 'fail-on = "note"\nfail-on = "note"': "not a policy",
    ".".join("a" * 20_000) + " = 1": "a key of more than",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG, ids=lambda text: repr(text[:30]))
@pytest.mark.parametrize("command", ["check a.txt", "audit a.txt", "archive add k.db a.txt"])
def test_a_wrong_policy_is_one_line(
    text: str, command: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    (place / "provenance.toml").write_text(text, encoding="utf-8")
    assert WRONG[text] in refused(command.split(), capsys, place)


@pytest.mark.parametrize("name", ["provenance.toml", "pyproject.toml"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "dangling", "not UTF-8", "zero", "broken"])
def test_a_policy_that_cannot_be_read_is_told(
    kind: str, name: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    policy = place / name
    if kind == "folder":
        policy.mkdir()
    elif kind == "pipe":
        os.mkfifo(policy)
    elif kind in ("loop", "dangling", "zero"):
        policy.symlink_to({"loop": name, "dangling": "nowhere", "zero": "/dev/zero"}[kind])
    else:
        policy.write_bytes(b'[tool.provenance]\nhouses = ["\xff"' + (b"]" if kind == "not UTF-8" else b""))
    assert name in refused(["check", "a.txt"], capsys, place)
    assert name in refused(["check", "a.txt", "--config", name], capsys, place)


@pytest.mark.parametrize("path", ["nowhere", ".", "/dev/zero", "a.txt/x", "x" * 300, "\x1b[31m"])
def test_a_policy_that_is_named_and_not_read_is_told(
    path: str, capsys: pytest.CaptureFixture[str], place: Path
) -> None:
    refused(["check", "a.txt", "--config", path], capsys, place)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[tool.provenance]\nfail-on = 1", 2), ("tool.provenance = 5", 2), ("tool = 5 # provenance", 2),
        ("[tool.provenance", 2), ('[ tool . "provenance" ]\nselect = ["unclosed-quote"]', 0),
        ('[tool]\nprovenance = {select = ["unclosed-quote"]}', 0), ("[project]\nname = 'x'", 1), ("[broken", 1),
        ("[project]\ndependencies = ['provenance']", 1),
    ],
)  # fmt: skip
def test_a_section_of_a_project_is_found_however_it_is_written(text: str, code: int, place: Path) -> None:
    (place / "pyproject.toml").write_text(text, encoding="utf-8")
    assert main(["check", "a.txt"]) == code


def test_a_policy_with_a_byte_order_mark_is_read(place: Path) -> None:
    (place / "provenance.toml").write_bytes(b'\xef\xbb\xbfselect = ["unclosed-quote"]')
    assert main(["check", "a.txt"]) == exits.CLEAN


def test_a_working_folder_that_is_gone_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "gone").mkdir()
    monkeypatch.chdir(place / "gone")
    (place / "gone").rmdir()
    assert main(["check", str(place / "a.txt")]) == exits.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1


def test_a_wrong_rule_of_the_command_line_is_not_laid_at_the_policys_door(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "provenance.toml").write_text("", encoding="utf-8")
    assert "provenance: options: no rule" in refused(["check", "a.txt", "--select", "x"], capsys, place)


@pytest.mark.parametrize(
    "words",
    [["audit", "\ud800"], ["archive", "stats", "a\udfff\ud800"], ["check", "--baseline", "\ud800", "a.txt"]],
)
def test_half_a_letter_in_a_name_is_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == exits.TROUBLE
    err = capsys.readouterr().err
    assert "\\ud800" in err and "Traceback" not in err and err.count("\n") == 1
