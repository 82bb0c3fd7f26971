"""What a person decides is kept before a call returns, hangs on words, and is seen by others."""

import getpass
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.archive import read_only
from provenance.archive.faults import faults
from provenance.archive.repair import repair
from provenance.desk.keeper import review_file, reviewer_of
from provenance.desk.records import Query, Verdict
from provenance.desk.report_desk import ReportDesk
from provenance.errors import InputError
from tests.builders import document, report

TEXT = (
    "„Der Hafen bleibt zu“, sagte Ina Holm. Ein Insider sagte, das Angebot liege seit Tagen in der Schublade. "
    "Experten warnten vor einem langen Winter. Nach Medienberichten stehen die Kräne still. "
    "Der Reeder Jonas Falk sagte, er habe angerufen."
)


def desk(archive: Path | None, text: str = TEXT, reviewer: str = "AK") -> ReportDesk:
    made = report(document(text, "a.txt"), document("Ein Insider sagte, es schneie.", "b.txt"))
    return ReportDesk(made, "two", archive=str(archive) if archive else None, reviewer=reviewer)


@pytest.mark.parametrize(
    ("verdict", "state"),
    [("accept", "accepted"), ("dismiss", "dismissed"), ("follow_up", "follow_up"), ("note", "open")],
)
def test_a_decision_is_there_when_the_desk_is_opened_again(
    verdict: Verdict, state: str, tmp_path: Path
) -> None:
    first = desk(tmp_path / "a.db")
    (made,) = first.decide(verdict, [1], "asked twice")
    assert (made.value, made.reviewer, made.verdict, made.undone) == ("asked twice", "AK", verdict, False)
    for one in (first, desk(tmp_path / "a.db")):
        row = next(row for row in one.findings().rows if row.key == 1)
        assert row.state == state
        assert (list(row.notes) if verdict == "note" else [row.decision]) == [made]
        assert one.counts().states[state] >= 1
        assert sum(row.state == "open" for row in one.findings().rows) == one.counts().states["open"]


def test_the_last_decision_on_a_finding_holds_and_the_others_are_kept(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0])
    one.decide("dismiss", [0], "not so")
    assert next(row for row in one.findings().rows if row.key == 0).state == "dismissed"
    one.undo()
    assert next(row for row in one.findings().rows if row.key == 0).state == "accepted"


def test_a_document_is_reviewed_when_nothing_of_it_is_open(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    before = {row.id: row for row in one.documents().rows}["a.txt"]
    one.decide("accept", [row.key for row in one.findings(Query(document="a.txt")).rows])
    after = {row.id: row for row in one.documents().rows}["a.txt"]
    assert (before.decided, after.decided, after.findings) == (0, after.findings, before.findings)
    assert before.worst is not None
    assert after.worst is None
    assert one.documents().rows[0].id == "b.txt"


def test_a_bulk_is_taken_back_and_put_back_as_one(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    keys = [row.key for row in one.findings().rows]
    assert len({made.batch for made in one.decide("accept", keys)}) == 1
    one.decide("note", keys[:1], "why")
    assert [made.verdict for made in one.undo()] == ["note"]
    assert len(one.undo()) == len(keys)
    assert one.counts().states["open"] == len(keys)
    assert not one.undo()
    assert len(one.redo()) == len(keys)
    assert desk(tmp_path / "a.db").counts().states["accepted"] == len(keys)
    assert [made.verdict for made in one.redo()] == ["note"]
    assert not one.redo()


def test_what_was_taken_back_cannot_be_put_back_after_another_decision(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0])
    one.undo()
    one.decide("accept", [1])
    assert not one.redo()


def test_two_reviewers_see_each_other_and_take_back_only_their_own(tmp_path: Path) -> None:
    first = desk(tmp_path / "a.db")
    second = desk(tmp_path / "a.db", reviewer="BL")
    first.decide("accept", [0])
    assert second.changed()
    assert not second.changed()
    assert second.counts().states["accepted"] == 1
    second.decide("dismiss", [1], "old news")
    assert first.changed()
    assert first.counts().states["dismissed"] == 1
    assert [made.reviewer for made in first.undo()] == ["AK"]
    assert second.changed()
    assert second.counts().states == {**first.counts().states, "accepted": 0, "dismissed": 1}


def test_a_decision_goes_with_its_words_to_the_next_audit(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    keys = {row.finding.rule: row.key for row in one.findings(Query(document="a.txt")).rows}
    assert {"anonymous-source-bare", "vague-outlet"} <= keys.keys()
    one.decide("dismiss", [keys["anonymous-source-bare"]], "he is known")
    edited = "Am Montag schneite es. " + TEXT.replace("langen", "kurzen")
    row = next(row for row in desk(tmp_path / "a.db", edited).findings().rows if row.state == "dismissed")
    assert (row.words, row.finding.document) == ("Ein Insider", "a.txt")


def test_a_decision_whose_words_changed_is_stale_and_comes_back_with_them(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    rule = next(row for row in one.findings().rows if row.words == "Ein Insider" and row.number == 1)
    (made,) = one.decide("accept", [rule.key])
    other = desk(tmp_path / "a.db", TEXT.replace("Ein Insider sagte", "Ein Kenner meinte"))
    assert list(other.stale()) == list(other.stale("a.txt")) == [made]
    assert list(other.read("a.txt").stale) == [made]
    assert other.counts().states == {**other.counts().states, "accepted": 0, "stale": 1}
    assert not desk(tmp_path / "a.db").stale()
    other.undo()
    assert not other.stale()


def test_words_that_stand_while_their_finding_is_gone_are_not_stale(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0])
    made = report(document(TEXT, "a.txt"))
    made.findings = []
    assert not ReportDesk(made, "none", archive=str(tmp_path / "a.db")).stale()


def test_nothing_is_written_before_the_first_decision(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.findings()
    assert one.kept_in() == str(tmp_path / "a.db")
    assert not one.changed()
    assert not list(tmp_path.iterdir())


def no_folder(tmp_path: Path) -> Path:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    return tmp_path / "file" / "a.db"


@pytest.mark.parametrize(
    "place", [lambda _: None, no_folder, lambda _: Path("/proc/a.db")], ids=["none", "file", "proc"]
)
def test_where_nothing_can_be_kept_is_told_before_the_first_decision(
    place: Callable[[Path], Path | None], tmp_path: Path
) -> None:
    one = desk(place(tmp_path))
    with pytest.raises(InputError):
        one.kept_in()
    with pytest.raises(InputError):
        one.decide("accept", [0])
    assert one.counts().states["open"] == len(one.report.findings)


def test_a_file_that_is_no_archive_is_told_when_the_desk_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("kein Archiv", encoding="utf-8")
    with pytest.raises(InputError):
        desk(tmp_path / "a.db")


def test_an_archive_removed_while_decisions_are_made_is_told(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0])
    for file in tmp_path.iterdir():
        file.unlink()
    with pytest.raises(InputError, match="removed or replaced"):
        one.decide("accept", [1])


@pytest.mark.parametrize(
    ("report_path", "archive"),
    [("audit.json", "audit.review.db"), ("reports/x.y.json", "reports/x.y.review.db")],
)
def test_the_archive_beside_a_report_has_its_name(report_path: str, archive: str) -> None:
    assert review_file(report_path) == archive


def test_the_reviewer_is_named_by_option_environment_or_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    monkeypatch.delenv("PROVENANCE_REVIEWER", raising=False)
    assert (reviewer_of("A K"), reviewer_of()) == ("A K", "login")
    monkeypatch.setenv("PROVENANCE_REVIEWER", "env")
    assert (reviewer_of("A K"), reviewer_of()) == ("A K", "env")


def test_an_archive_with_decisions_is_sound_and_a_changed_one_is_told(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0, 1], "so")
    one.undo()
    one.close()
    with read_only(str(tmp_path / "a.db")) as database:
        assert not list(faults(database))
    import sqlite3

    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("UPDATE decision SET value = 'otherwise' WHERE id = 1")
    database.close()
    with read_only(str(tmp_path / "a.db")) as database:
        assert list(faults(database)) == ["decision 1: not what was kept"]


def test_repair_takes_decisions_over(tmp_path: Path) -> None:
    from tests.builders import STORM, keep

    keep(tmp_path / "a.db", ("a.txt", STORM))
    one = desk(tmp_path / "a.db")
    one.decide("accept", [0, 1], "so")
    one.undo()
    one.decide("dismiss", [2], "no")
    before = one.counts().states
    one.close()
    assert not repair(str(tmp_path / "a.db"), str(tmp_path / "b.db")).lost
    assert desk(tmp_path / "b.db").counts().states == before
    with read_only(str(tmp_path / "b.db")) as database:
        assert not list(faults(database))


# Corrections.


def test_a_correction_holds_on_every_screen_and_the_machines_reading_stays_beside_it(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    insider = next(row for row in one.sources().rows if row.source.id == "a.txt/insider")
    falk = next(row for row in one.sources().rows if row.source.name == "Jonas Falk")
    one.correct("same", insider.source.id, falk.source.id)
    for again in (one, desk(tmp_path / "a.db")):
        rows = {row.source.id: row for row in again.sources().rows}
        assert insider.source.id not in rows
        assert rows[falk.source.id].statements == falk.statements + insider.statements
        reading = again.read("a.txt")
        assert insider.source.id not in reading.sources
        assert again.counts().named > desk(None).counts().named
    (taken,) = one.undo()
    assert taken.undone
    assert {row.source.id for row in one.sources().rows} == {
        row.source.id for row in desk(None).sources().rows
    }


def test_a_statement_is_given_another_speaker_kind_and_source(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    statement = next(
        row for row in one.read("a.txt").document.statements
        if row.attribution and row.attribution.source == "a.txt/insider"
    )  # fmt: skip
    before = one.report.documents[0].statements[:]
    one.correct("speaker", statement.id, "Jonas Falk")
    one.correct("kind", statement.id, "reported")
    reading = one.read("a.txt")
    made = next(row for row in reading.document.statements if row.id == statement.id)
    assert made.kind == "reported"
    assert made.attribution
    assert reading.sources[made.attribution.source or ""].name == "Jonas Falk"
    ((start, end),) = made.attribution.speaker
    assert reading.document.text[start:end] == "Jonas Falk"
    assert reading.machine[statement.id] == "indirect, Insider"
    assert one.report.documents[0].statements == before
    one.correct("source", statement.id, "")
    made = next(row for row in one.read("a.txt").document.statements if row.id == statement.id)
    assert made.attribution
    assert made.attribution.source is None


def test_a_source_is_given_another_name_and_type_and_one_nobody_had_read(tmp_path: Path) -> None:
    one = desk(tmp_path / "a.db")
    one.correct("name", "a.txt/insider", "Pia Sommer")
    one.correct("type", "a.txt/insider", "person")
    row = next(row for row in one.sources().rows if row.source.id == "a.txt/insider")
    assert (row.source.name, row.look, row.corrected) == ("Pia Sommer", "person", True)
    statement = one.said("a.txt/insider").rows[0].statement
    one.correct("source", statement.id, "Lena Brandt")
    assert "Lena Brandt" in {row.source.name for row in desk(tmp_path / "a.db").sources().rows}


@pytest.mark.parametrize(
    ("verdict", "target", "value", "error"),
    [
        ("kind", "a.txt#s1", "sung", InputError),
        ("type", "a.txt/insider", "ghost", InputError),
        ("name", "a.txt/insider", " ", InputError),
        ("same", "a.txt/insider", "nobody", InputError),
        ("kind", "a.txt#s99", "direct", KeyError),
        ("name", "nobody", "Eva", KeyError),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_not_kept(
    verdict: Verdict, target: str, value: str, error: type[Exception], tmp_path: Path
) -> None:
    one = desk(tmp_path / "a.db")
    with pytest.raises(error):
        one.correct(verdict, target, value)
    assert not list(tmp_path.iterdir())
