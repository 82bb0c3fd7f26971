"""What was decided in an archive is in the reports and checks of a run that names it."""

import json
from pathlib import Path

import pytest

from provenance.cli import main
from provenance.desk.report_desk import ReportDesk
from provenance.errors import InputError
from provenance.report import json_report
from tests.builders import STORM, keep

STORY = (
    "Ein Insider sagte, das Angebot liege in der Schublade. Der Reeder Jonas Falk sagte, er habe angerufen.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    keep(Path("archive.db"), ("storm.txt", STORM))
    return tmp_path


def audited(*options: str) -> str:
    assert main(["audit", "story.txt", "-o", "report.json", "--archive", "archive.db", *options]) == 0
    return Path("report.json").read_text(encoding="utf-8")


def desk() -> ReportDesk:
    return ReportDesk(
        json_report.load(audited(), "report.json"), "story", archive="archive.db", reviewer="AK"
    )


def test_decisions_and_corrections_are_in_the_report_and_the_reading_is_as_it_was(folder: Path) -> None:
    one = desk()
    (key,) = [row.key for row in one.findings().rows if row.finding.rule == "anonymous-source-bare"]
    one.decide("dismiss", [key], "he is known")
    one.correct("same", "story.txt/insider", "jonas-falk")
    one.correct("kind", one.said("jonas-falk").rows[0].statement.id, "reported")
    made = json_report.load(audited(), "report.json")
    assert [(row.verdict, row.value, row.reviewer, row.stale) for row in made.decisions] == [
        ("dismiss", "he is known", "AK", False),
        ("same", "jonas-falk", "AK", False),
        ("kind", "reported", "AK", False),
    ]
    on_finding, on_source, on_statement = made.decisions
    assert made.findings[on_finding.finding or 0].rule == on_finding.rule == "anonymous-source-bare"
    assert on_source.source == "story.txt/insider"
    assert on_statement.statement == "story.txt#s1"
    assert made.documents[0].statements[0].kind == "indirect"


def test_a_decision_on_words_that_are_gone_is_in_the_report_as_stale(folder: Path) -> None:
    one = desk()
    one.decide("accept", [0], "")
    Path("story.txt").write_text(STORY.replace("Ein Insider", "Ein Mann"), encoding="utf-8")
    (decision,) = json_report.load(audited(), "report.json").decisions
    assert (decision.stale, decision.finding, decision.words) == (True, None, "Ein Insider")


def test_an_archive_without_decisions_changes_no_report(folder: Path) -> None:
    assert json.loads(audited())["decisions"] == []


@pytest.mark.parametrize(
    ("verdict", "reason", "code"),
    [("dismiss", "he is known", 0), ("dismiss", " ", 1), ("accept", "so", 1), ("note", "hm", 1)],
)
def test_a_check_takes_a_dismissal_with_its_reason_for_a_suppression(
    folder: Path, verdict: str, reason: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ["check", "story.txt", "--archive", "archive.db"]
    assert main(check) == 1
    one = desk()
    one.decide(verdict, [0], reason)  # type: ignore[arg-type]
    capsys.readouterr()
    assert main(check) == code
    told = capsys.readouterr()
    assert ("anonymous-source-bare" in told.out) == bool(code)
    assert ("1 dismissed in the archive" in told.err) == (not code)
    if not code:
        main([*check, "--explain"])
        err = capsys.readouterr().err
        assert "story.txt:1:1: anonymous-source-bare dismissed by AK, 2" in err
        assert "he is known" in err
        one.undo()
        assert main(check) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"finding": 99}, {"source": "nobody"}, {"statement": "story.txt#s99"}, {"document": "other.txt"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_report_whose_decisions_lie_is_refused(folder: Path, wrong: dict[str, object]) -> None:
    desk().decide("accept", [0], "")
    made = json.loads(audited())
    made["decisions"][0].update(wrong)
    with pytest.raises(InputError, match="does not fit"):
        json_report.load(json.dumps(made), "report.json")
