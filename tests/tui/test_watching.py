"""--watch: files that change are read again, and place, filter and decisions stay."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from provenance.cli import main
from provenance.desk.records import Query
from provenance.desk.report_desk import ReportDesk
from provenance.errors import InputError
from provenance.pipeline import audit_paths
from provenance.tui.app import ReviewApp
from provenance.tui.reader.moves import moved_by
from provenance.tui.watching import Watching, stamps_of
from provenance.tui.widgets.rows import Rows
from tests.tui.driving import foot, here, picture, press, reader, write

FILLER = "Das Wasser steht hoch, und am Ufer liegen Säcke. " * 12
STORY = f"Der Damm von Nordby\n\n{FILLER}\n\nEin Insider sagte, der Damm halte. Minister Otto Lind sagte, er bleibe.\n"
OTHER = "Ein Insider sagte, die Schleuse bleibe zu.\n"


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked at more often than a reader would notice."""
    monkeypatch.setattr("provenance.tui.watching.LOOK", 0.1)
    monkeypatch.setattr("provenance.tui.app.GLANCE", 0.2)


def watch(folder: Path, script: Callable[[Pilot[Any]], Awaitable[None]]) -> None:
    """The review of a folder that is watched; the archive with the decisions lies in it."""
    archive = folder / "review.db"

    def open_desk(progress: object, enough: object) -> Callable[[], ReportDesk]:
        paths = sorted(str(path) for path in folder.glob("*.txt"))
        if any(Path(path).read_text(encoding="utf-8") == "" for path in paths):
            raise InputError(paths[0], "nothing in it", "write something")
        return partial(ReportDesk, audit_paths(paths, on_error=print), "folder", (), str(archive), "AK")

    async def body() -> None:
        watching = Watching([str(folder)], open_desk, str(archive))
        app = ReviewApp(open_desk(None, None)(), watching=watching)
        async with app.run_test(size=(120, 24)) as pilot:
            await pilot.pause()
            await script(pilot)

    asyncio.run(body())


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Wait for it, half a minute at most."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, picture(pilot)
        await pilot.pause(0.1)


def test_place_filter_and_decisions_stay_when_a_file_changes(tmp_path: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "a", "f")
        await write(pilot, "insider")
        screen = reader(pilot)
        assert screen.stop is not None and screen.stop.statement is not None
        assert "1 of 2 reviewed" in picture(pilot) or "only insider" in picture(pilot)
        assert screen.stop.statement.text.startswith("der Damm halte"), screen.stop
        top = screen.article.scroll_offset.y
        story.write_text(STORY.replace("hoch, und", "sehr hoch, und", 1), encoding="utf-8")
        await until(pilot, lambda: "read again" in foot(pilot))
        assert screen.reading is not None and "sehr hoch" in screen.reading.document.text
        assert screen.stop is not None and screen.stop.statement is not None
        assert screen.stop.statement.text.startswith("der Damm halte")
        assert [row.state for row in screen.stop.findings] == ["accepted"]
        assert "only insider" in picture(pilot)
        assert abs(screen.article.scroll_offset.y - top) <= 1
        # the next decision falls on what is shown, by the keys of the new reading
        await press(pilot, "F", "w")
        assert [row.state for row in screen.desk.findings(Query(document=str(story))).rows] == ["follow_up"]

    watch(tmp_path, script)


def test_marks_and_the_cursor_stay_on_their_findings_when_a_file_changes(tmp_path: Path) -> None:
    story = tmp_path / "b.txt"
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    story.write_text(
        OTHER + "Eine Quelle sagte, der Damm breche. Experten warnten vor Regen.\n", encoding="utf-8"
    )

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        rows = here(pilot).query_one(Rows)
        words = [rows.row(at).words for at in range(rows.total)]
        marked, last = words.index("Eine Quelle"), words.index("Experten")
        rows.cursor = marked
        await press(pilot, "space")
        rows.cursor = last
        await pilot.pause()
        # One more before them, one of another document gone.
        (tmp_path / "a.txt").write_text("Der Damm steht.\n", encoding="utf-8")
        story.write_text("Ein Bote sagte, es regne. " + story.read_text(encoding="utf-8"), encoding="utf-8")
        await until(pilot, lambda: "read again" in foot(pilot))
        assert rows.current is not None and rows.current.words == "Experten"
        assert "1 marked" in picture(pilot)
        await press(pilot, "a")
        kept = here(pilot).desk.findings(Query(state="accepted")).rows
        assert [row.words for row in kept] == ["Eine Quelle"]

    watch(tmp_path, script)


def test_nothing_is_put_in_the_place_of_what_somebody_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")

    async def script(pilot: Pilot[Any]) -> None:
        desk = reader(pilot).desk
        await press(pilot, "d")
        (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
        await until(pilot, lambda: pilot.app.behind.watching.ready)  # type: ignore[attr-defined]
        await pilot.pause(0.5)
        assert reader(pilot).desk is desk
        await write(pilot, "bekannt")
        await until(pilot, lambda: reader(pilot).desk is not desk)
        kept = reader(pilot).desk.findings(Query(state="dismissed")).rows
        assert [Path(row.finding.document).name for row in kept] == ["b.txt"]

    watch(tmp_path, script)


def test_a_file_that_is_gone_or_cannot_be_read_is_told_and_the_review_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")

    async def script(pilot: Pilot[Any]) -> None:
        (tmp_path / "b.txt").write_text("", encoding="utf-8")
        await until(pilot, lambda: "nothing in it" in foot(pilot))
        assert "Der Damm von Nordby" in picture(pilot)
        (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
        await until(pilot, lambda: "read again" in foot(pilot))
        (tmp_path / "a.txt").unlink()
        await until(pilot, lambda: "1 of 1" in picture(pilot))
        assert "die Schleuse bleibe zu" in picture(pilot)
        for key in "2345":
            await press(pilot, key)

    watch(tmp_path, script)


def test_the_archive_that_decisions_go_into_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    before = stamps_of([str(tmp_path)], str(tmp_path / "review.db"))
    (tmp_path / "review.db").write_bytes(b"x")
    (tmp_path / "review.db-wal").write_bytes(b"x")
    assert stamps_of([str(tmp_path)], str(tmp_path / "review.db")) == before != stamps_of([str(tmp_path)])


def test_what_cannot_be_watched_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provenance.cli.review.refuse_terminals", lambda by_keys: None)
    assert main(["review", "--watch", "-"]) == 2
    assert "--watch looks at documents and reports" in capsys.readouterr().err


@given(st.text("ab"), st.text("ab"), st.text("ab"), st.text("ab"))
def test_offsets_outside_a_replaced_stretch_keep_their_words(
    head: str, old: str, new: str, tail: str
) -> None:
    before, now = head + old + tail, head + new + tail
    moved = moved_by(before, now)
    assert all(0 <= moved(at) <= len(now) for at in range(len(before) + 1))
    assert moved(len(before)) == len(now)
    changed = [at for at in range(len(before)) if moved(at) < len(now) and before[at] != now[moved(at)]]
    assert len(changed) <= len(old)
