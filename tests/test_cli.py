"""The commands as a person meets them: exit codes, one clear line for each trouble, clean pipes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main

BARE = "Ein Insider sagte, der Vertrag sei unterschrieben.\n"
CLEAN = "Die Hafenbehörde von Nordby teilte mit, dass der Vertrag unterschrieben ist.\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No policy of this repository or of its user."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_check_is_silent_and_passes_on_a_clean_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("a.txt", CLEAN)]) == exits.CLEAN
    assert capsys.readouterr() == ("", "")


def test_check_stops_a_story_and_points_into_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    path = write("a.txt", f"{CLEAN}\n{BARE}")
    assert main(["check", path]) == exits.FINDINGS
    assert capsys.readouterr().out.startswith("a.txt:3:1: error anonymous-source-bare: „Ein Insider“: nichts")


def test_findings_are_told_in_the_language_of_the_document_or_the_reader(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write("a.txt", BARE)
    main(["check", path])
    assert capsys.readouterr().out.endswith("→ [FUNKTION] bei [STELLE], [WOHER SIE ES WEISS]\n")
    main(["check", path, "--lang", "en"])
    assert capsys.readouterr().out.endswith("→ a [ROLE] at [BODY] who [HOW IT KNOWS]\n")


@pytest.mark.parametrize(("bar", "code"), [("note", 1), ("warning", 0), ("error", 0)])
def test_the_bar_decides_and_not_what_is_printed(bar: str, code: int) -> None:
    path = write("a.txt", "Brüssel geht davon aus, dass der Damm hält.\n")
    assert main(["check", path, "--fail-on", bar, "--min-severity", "error"]) == code


def test_check_gives_programs_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("a.txt", BARE), "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    (finding,) = data["findings"]
    assert (finding["path"], finding["rule"], finding["line"], finding["column"]) == (
        "a.txt",
        "anonymous-source-bare",
        1,
        1,
    )
    assert data["summary"]["errors"] == 1


def test_rules_can_be_left_out_and_a_wrong_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    path = write("a.txt", BARE)
    assert main(["check", path, "--ignore", "anonymous-source-bare"]) == exits.CLEAN
    assert main(["check", path, "--ignore", "anonymous-source-bar"]) == exits.TROUBLE
    assert "did you mean 'anonymous-source-bare'?" in capsys.readouterr().err


def test_one_bad_file_is_one_line_and_the_others_are_still_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.txt", write("a.txt", BARE)]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert err == "provenance: nowhere.txt: no such file or folder; check the path\n"
    assert "a.txt:1:1" in out


def test_audit_writes_a_report_and_prints_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", write("a.txt", BARE)]) == exits.CLEAN
    out = capsys.readouterr().out
    assert "statements  1 indirect" in out and "on unnamed" in out
    assert json.loads(Path("reports/audit.json").read_text(encoding="utf-8"))["generated_at"] is None


def test_json_alone_is_printed_and_writes_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", write("a.txt", BARE), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["documents"][0]["id"] == "a.txt"
    assert not Path("reports").exists()


def test_explain_names_the_words_and_the_pattern(capsys: pytest.CaptureFixture[str]) -> None:
    main(["audit", write("a.txt", CLEAN), "--explain"])
    out = capsys.readouterr().out
    assert "found by de.verb.dass: " in out
    assert "cue «teilte mit» 1:29\n" in out
    assert "speaker «Die Hafenbehörde von Nordby» 1:1: " in out


def test_check_explains_the_statements_under_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    path = write("a.txt", BARE)
    main(["check", path])
    (finding,) = capsys.readouterr().out.splitlines()
    assert main(["check", path, "--explain"]) == exits.FINDINGS
    first, *under = capsys.readouterr().out.splitlines()
    assert first == finding
    assert under[0] == "    indirect: der Vertrag sei unterschrieben"
    assert under[-1] == "    speaker «Ein Insider» 1:1: subject before the verb"
    assert all(line.startswith("    ") for line in under)


def test_standard_input_is_read_as_the_file_it_stands_for(tmp_path: Path) -> None:
    page = "<html lang=de><body><article><p>Ein Insider sagte, der Vertrag sei längst unterschrieben.</p></article></body></html>"
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "check", "-", "--stdin-filename", "story.html"],
        input=page, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == exits.FINDINGS
    assert done.stdout.startswith("story.html:1:1: error anonymous-source-bare")


def test_hostile_text_reaches_the_terminal_inert(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.txt", "Ein \u202eInsider\x1b[31m sagte, der Vertrag sei unterschrieben.\n")
    main(["audit", "a.txt", "--explain"])
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out


def test_a_closed_pipe_is_no_crash() -> None:
    write("a.txt", BARE * 400)
    done = subprocess.run(
        f"{sys.executable} -m provenance audit a.txt --explain | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == exits.CLEAN
    assert "second-hand-quote" in capsys.readouterr().out
    assert main(["rules", "second-hand-quote"]) == exits.CLEAN
    assert "Why:" in capsys.readouterr().out
    assert main(["rules", "no-such-rule"]) == exits.TROUBLE


def test_match_pairs_lines_and_tells_bad_ones(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "1", "text": "Die Hafenbehörde meldet, dass elf Schiffe mit Obst auf Reede liegen."},
        {"id": "2", "text": "Die Hafenbehörde meldet, dass elf Schiffe mit Obst auf Reede liegen."},
    ]
    write("s.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n{kaputt\n")
    assert main(["match", "s.jsonl"]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert json.loads(out) == {"a": "1", "b": "2", "score": 100.0, "relation": "repeat"}
    assert err.startswith("provenance: s.jsonl:3: no JSON object")


def test_review_without_a_terminal_says_what_to_do_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", write("a.txt", BARE)]) == exits.TROUBLE
    assert "needs a terminal" in capsys.readouterr().err
