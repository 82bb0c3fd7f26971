"""check tells a place once, where it stands, until somebody has looked at it and said why it may stand."""

import json
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main

BARE = "Ein Insider sagte, der Vertrag sei unterschrieben.\n"
MEDIA = "Medienberichten zufolge ist der Vertrag unterschrieben.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


PAGE = """<html lang=de><head><title>Hafen</title>
<script>var x = "Ein Insider sagte";</script></head>
<body><article>
  <h1>Kräne stehen still</h1>
  <p>Im Hafen von Nordby stehen seit Donnerstag alle
     Kräne still. <b>Ein&nbsp;Insider</b> sagte, der Vertrag sei längst unterschrieben.</p>
</article></body></html>
"""


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.txt", f"Der Hafen ruht.\n\nDort ist es still. {BARE}", "3:20"),
        ("a.html", PAGE, "6:22"),
        (
            "a.md",
            f"# Hafen\n\nDer *Hafen* [ruht](http://x.example/) heute. **Ein Insider** {BARE[12:]}",
            "3:48",
        ),
    ],
)
def test_a_finding_stands_where_its_words_stand_in_the_file(
    name: str, text: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", write(name, text), "--select", "anonymous-source-bare"])
    assert [row.split(" ")[0] for row in told(capsys)] == [f"{name}:{place}:"]


def test_a_line_beside_a_text_dismisses_what_it_quotes_wherever_that_moves(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.txt.dismissed", '# seen\nanonymous-source-bare "Ein Insider": named to the desk\n')
    assert main(["check", write("a.txt", BARE)]) == exits.CLEAN
    assert main(["check", write("a.txt", f"Der Hafen ruht.\n\n{BARE}")]) == exits.CLEAN
    assert main(["check", "."]) == exits.CLEAN
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_comment_in_markup_dismisses_what_it_quotes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    comment = "<!-- provenance dismiss anonymous-source-bare „Ein Insider“: named to the desk -->"
    text = PAGE.replace("</article>", f"{comment}</article>") if name == "a.html" else f"{BARE}\n{comment}\n"
    assert main(["check", write(name, text), "--select", "anonymous-source-bare"]) == exits.CLEAN
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("row", "told_of"),
    [
        (
            'vague-outlet "Medienberichten": asked',
            "a.txt.dismissed:1: dismisses nothing (vague-outlet “Medienberichten”)",
        ),
        ('anonymous-source-bare "Ein Insider"', "a.txt.dismissed:1: no dismissal"),
        ("anonymous-source-bare: a reason", "a.txt.dismissed:1: no dismissal"),
    ],
)
def test_a_dismissal_of_nothing_or_without_a_reason_is_told_and_dismisses_nothing(
    row: str, told_of: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("a.txt.dismissed", f"{row}\n")
    assert main(["check", write("a.txt", BARE)]) == exits.FINDINGS
    assert told_of in capsys.readouterr().err


def test_a_baseline_keeps_what_was_there_quiet_and_tells_what_is_new(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write("a.txt", BARE)
    assert main(["check", path, "--baseline", "known", "--update-baseline"]) == exits.CLEAN
    write("a.txt", f"Der Hafen ruht.\n\n{BARE}\n{MEDIA}")
    assert main(["check", path, "--baseline", "known"]) == exits.CLEAN
    assert [row.split(" ")[2] for row in told(capsys)] == ["vague-outlet:"]
    write("a.txt", f"{BARE}\nDer Hafen ruht.\n\n{BARE}")
    rows = Path("known").read_text(encoding="utf-8").splitlines()
    assert json.loads(rows[0]) == {"path": "a.txt", "rule": "anonymous-source-bare", "words": "Ein Insider"}


@pytest.mark.parametrize(
    "words",
    [
        ["--baseline", "none"],
        ["--baseline", "broken"],
        ["--update-baseline"],
        ["--baseline", "a.txt", "--update-baseline"],
    ],
)
def test_a_baseline_that_is_none_or_a_document_is_refused(words: list[str]) -> None:
    write("broken", "[]\n")
    path = write("a.txt", BARE)
    assert main(["check", path, *words]) == exits.TROUBLE
    assert Path("a.txt").read_text(encoding="utf-8") == BARE


def test_sarif_has_rules_places_and_messages(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("a b.txt", f"Der Hafen ruht.\n\n{BARE}"), "--format", "sarif", "--lang", "en"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "anonymous-source-bare"
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("“Ein Insider”: nothing says who this is")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b.txt"}
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (3, 1)


def test_github_shows_findings_as_workflow_commands(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", write("a.txt", BARE), "--format", "github", "--lang", "en"])
    assert told(capsys)[0].startswith(
        "::error file=a.txt,line=1,col=1,title=anonymous-source-bare::“Ein Insider”"
    )


def test_a_picture_without_a_credit_stands_where_its_address_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    picture = '<figure>\n    <img\n      src="kran.jpg"><figcaption>Der Kran am Montag im Hafen.</figcaption></figure>'
    page = PAGE.replace("<p>Im", f"{picture}\n  <p>Im")
    main(["check", write("a.html", page), "--select", "missing-photo-credit", "--min-severity", "note"])
    assert [row.split(" ")[0] for row in told(capsys)] == ["a.html:7:12:"]


TOUR = ", ".join(f"{day}. Juni Halle {day} in Nordby" for day in range(1, 31)) + " und " * 3
LONG = "und der Damm habe einen Riss "


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"Der Damm hält. {TOUR * 3}", ""),
        (
            f"Ruth Calder sagte am Montag, der Damm sei alt {LONG * 60}.",
            "line 1: a sentence of more than 250",
        ),
        (
            f"Es ist Montag.\n\n„{'Der Damm hat einen Riss mehr. ' * 80}Das ist so“, sagte Ruth Calder.",
            "line 3: a statement of more than 400",
        ),
        (
            "Ruth Calder sagte der FAZ, der BBC, dem ORF, dem ZDF, der ARD, CNN und dem NDR, der Damm halte.",
            "line 1: a statement through 6 media",
        ),
        (
            "Ruth Calder sagte der FAZ, der FAZ, der FAZ, der FAZ, der FAZ, der FAZ und dem NDR, der Damm halte.",
            "",
        ),
    ],
    ids=["list", "sentence", "statement", "media", "one medium"],
)
def test_what_is_judged_in_part_is_told_and_a_list_is_no_sentence(
    text: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", write("a.txt", text), "--select", "unclosed-quote"])
    lines = capsys.readouterr().err.splitlines()
    if says:
        assert code == exits.TROUBLE and len(lines) == 1 and f"provenance: a.txt: {says}" in lines[0], lines
    else:
        assert code == exits.CLEAN and not lines
    main(["audit", "a.txt", "-o", "r.json"])
    assert (says in capsys.readouterr().out) or not says
