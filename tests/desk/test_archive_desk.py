"""An archive opens whole: what was not judged yet is listed, judged when it is asked for, and once."""

import stat
from contextlib import closing
from pathlib import Path

from provenance.archive import connect
from provenance.archive.prune import prune
from provenance.desk import judging
from provenance.desk.archive_desk import ArchiveDesk
from provenance.desk.records import Query
from provenance.rules.policy import Policy
from tests.builders import keep
from tests.desk.test_both import TEXTS, keys


def unjudged(folder: Path, policy: Policy | None = None) -> ArchiveDesk:
    keep(folder / "archive.db", *TEXTS)
    return ArchiveDesk(str(folder / "archive.db"), policy, reviewer="AK")


def test_all_documents_are_listed_before_any_is_judged(tmp_path: Path) -> None:
    desk = unjudged(tmp_path)
    assert [(row.id, row.judged, row.findings) for row in desk.documents().rows] == [
        (name, False, 0) for name, _ in TEXTS
    ]
    assert desk.left() == 3
    assert desk.search("sonne").total == 1


def test_a_document_that_is_opened_is_judged_and_stays_so(tmp_path: Path) -> None:
    desk = unjudged(tmp_path)
    findings = [row.finding.rule for row in desk.read("a.txt").findings]
    assert findings
    again = unjudged(tmp_path)
    assert again.left() == 2
    assert [row.finding.rule for row in again.findings().rows] == findings


def test_what_is_on_the_screen_is_judged_first_and_each_step_is_on_the_desk_when_it_changed(
    tmp_path: Path,
) -> None:
    desk = unjudged(tmp_path)
    desk.changed()
    steps = desk.fill(lambda: ["b.txt"])
    assert next(steps) == "b.txt"
    assert desk.changed()
    assert {row.finding.document for row in desk.findings().rows} == {"b.txt"}
    assert list(steps) == ["a.txt", "c.txt"]
    assert desk.changed()
    assert desk.left() == 0
    assert not list(desk.fill())


def test_another_policy_or_program_judges_anew_and_decisions_stay(
    tmp_path: Path, monkeypatch: object
) -> None:
    desk = unjudged(tmp_path)
    list(desk.fill())
    desk.changed()
    desk.decide("accept", keys(desk, rule="vague-outlet"))
    other = unjudged(tmp_path, Policy(ignore=("anonymous-source-bare",)))
    assert len(list(other.fill())) == 3
    other.changed()
    assert {row.finding.rule for row in other.findings().rows} == {"vague-outlet"}
    assert other.counts().states == {**other.counts().states, "accepted": 1, "open": 0}
    assert desk.changed()
    assert desk.counts().states["accepted"] == 1


def test_a_policy_that_finds_the_same_judges_nothing_anew() -> None:
    assert judging.policy_text(Policy()) == judging.policy_text(Policy(archive="a.db"))
    assert judging.policy_text(Policy()) != judging.policy_text(Policy(select=("vague-outlet",)))


def test_what_is_forgotten_is_in_no_list(tmp_path: Path) -> None:
    desk = unjudged(tmp_path)
    list(desk.fill())
    with closing(connect(str(tmp_path / "archive.db"))) as database:
        prune(database, documents=["a.txt"])
    assert desk.changed()
    assert {row.id for row in desk.documents().rows} == {"b.txt", "c.txt"}
    assert {row.finding.document for row in desk.findings().rows} == {"b.txt"}
    assert desk.counts(Query(document="a.txt")).documents == 0


def test_a_damaged_document_is_left_out_of_the_filling(tmp_path: Path) -> None:
    keep(tmp_path / "archive.db", *TEXTS)
    with closing(connect(str(tmp_path / "archive.db"))) as database:
        database.execute("UPDATE version SET record = x'00' WHERE id = 2")
    desk = ArchiveDesk(str(tmp_path / "archive.db"))
    assert list(desk.fill()) == ["a.txt", "c.txt"]
    assert desk.changed()
    assert desk.documents().total == 3
    assert desk.left() == 0
    assert list(desk.unreadable) == ["b.txt"] and "b.txt" in desk.unreadable["b.txt"]


def test_an_archive_is_read_whatever_its_mode(tmp_path: Path) -> None:
    desk = unjudged(tmp_path)
    list(desk.fill())
    desk.close()
    (tmp_path / "archive.db").chmod(stat.S_IRUSR)
    assert unjudged_read(tmp_path) == 3


def unjudged_read(folder: Path) -> int:
    desk = ArchiveDesk(str(folder / "archive.db"))
    return desk.documents().total
