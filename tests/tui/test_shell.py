"""What holds on every screen: title, ways, filter, keys on an empty report, inert words, help, palette."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from provenance.archive import connect
from provenance.desk.archive_desk import ArchiveDesk
from provenance.report import json_report
from provenance.tui import remembered
from provenance.tui.claims import ClaimsScreen
from provenance.tui.documents import DocumentsScreen
from provenance.tui.findings import FindingsScreen
from provenance.tui.help import keys_of
from provenance.tui.opening import OpeningScreen
from provenance.tui.pieces import Piece
from provenance.tui.reader import ReaderScreen
from provenance.tui.screen import DeskScreen
from provenance.tui.sources import SourcesScreen
from provenance.tui.widgets.prompt import PAUSE, Prompt
from provenance.tui.widgets.rows import Rows
from provenance.tui.widgets.sheet import Sheet
from tests.builders import keep, report
from tests.tui.driving import (
    FIRST,
    SECOND,
    desk_over,
    drive,
    foot,
    here,
    hostile,
    lines,
    picture,
    pictured,
    press,
    reader,
    sample,
    write,
)

SCREENS = {"1": "Reader", "2": "Findings", "3": "Claims", "4": "Sources", "5": "Documents"}
ROOT = Path(__file__).resolve().parents[2]


def test_screens_are_made_while_no_key_is_pressed_and_no_sheet_is_read_again_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        read: list[bool] = []
        monkeypatch.setattr(pilot.app, "refresh_css", lambda animate=True: read.append(animate))
        await press(pilot, "3")
        pilot.app.pressed_at = 0.0  # type: ignore[attr-defined]
        while pilot.app._ahead:  # type: ignore[attr-defined]
            await pilot.pause(0.05)
        assert here(pilot).heading == "Claims"
        made = {
            screen.heading
            for stack in pilot.app._screen_stacks.values()
            for screen in stack
            if isinstance(screen, DeskScreen)
        }
        assert made == {"Reader", *SCREENS.values()}
        for key in "2451":
            await press(pilot, key)
            assert SCREENS[key] == here(pilot).heading
        assert not read

    drive(script)


def test_lines_that_have_room_lay_nothing_out() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        sheet, laid = here(pilot).query_one("#route", Sheet), list[bool]()
        before = sheet.virtual_size
        for number in (3, 7, 1):
            sheet.put([(Piece(f"{number}"),)] * number)
            laid.append(sheet.virtual_size != before)
        assert laid == [False] * 3 and not sheet.show_vertical_scrollbar
        sheet.put([(Piece("x"),)] * 200)
        await pilot.pause()
        assert sheet.max_scroll_y == 200 - sheet.size.height and sheet.show_vertical_scrollbar

    drive(script)


def test_a_decision_paints_the_lines_that_it_changes_and_no_others() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "n")
        article, painted = reader(pilot).article, list[int]()
        render = article.render_line
        article.render_line = lambda y: painted.append(y) or render(y)  # type: ignore[func-returns-value,method-assign]
        await press(pilot, "a")
        assert "✓ 1 of 6" in lines(pilot)[0]
        assert 1 <= len(set(painted)) <= 3

    drive(script)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_the_title_says_what_is_shown_and_how_much_is_reviewed(size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert lines(pilot)[0].startswith(" Hafen steht")
        assert "1 of 2   ✓ 0 of 6 reviewed" in lines(pilot)[0]
        await press(pilot, "n", "a")
        assert "✓ 1 of 6 reviewed" in lines(pilot)[0]
        for key in "2345":
            await press(pilot, key)
            assert lines(pilot)[0].startswith(f" {SCREENS[key]} ")

    drive(script, size=size)


def test_escape_goes_back_the_way_one_came() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2", "3", "4")
        for title in ("Claims", "Findings", "Reader"):
            await press(pilot, "escape")
            assert here(pilot).heading == title
        await press(pilot, "escape")
        assert here(pilot).heading == "Reader"

    drive(script)


def test_the_archive_that_decisions_go_into_is_named() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert "saved in " in lines(pilot)[0] and "review.db" in lines(pilot)[0]

    drive(script, size=(200, 40))


def test_where_no_decision_can_be_kept_it_is_said_before_the_first_one() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert "not saved" in lines(pilot)[0]
        told = foot(pilot)
        assert "/proc/nowhere" in told and "--archive" in told
        await press(pilot, "n", "a")
        assert foot(pilot) == told and "✓ 0 of 6 reviewed" in lines(pilot)[0]

    drive(script, desk_over(sample(), "/proc/nowhere/review.db"), (160, 40))


def test_notes_on_the_whole_are_told_at_the_foot() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert "b.txt: damaged (and 1 more)" in foot(pilot)
        await press(pilot, "j")
        assert "? help" in foot(pilot)

    drive(script, sample(), (120, 40), "b.txt: damaged", "c.txt: damaged")


def test_decisions_of_others_are_seen_within_a_second(tmp_path: Path) -> None:
    archive = str(tmp_path / "review.db")
    mine, theirs = desk_over(sample(), archive), desk_over(sample(), archive)

    async def script(pilot: Pilot[Any]) -> None:
        theirs.decide("accept", [0])
        await pilot.pause(1.5)
        assert "✓ 1 of 6 reviewed" in lines(pilot)[0]

    drive(script, mine)


def test_a_filter_is_typed_stands_in_the_title_and_holds_on_every_screen() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "f")
        await write(pilot, "kind:unnamed")
        for key in "12345":
            await press(pilot, key)
            assert "only kind:unnamed" in lines(pilot)[0]
        await press(pilot, "2")
        assert "1 finding" in lines(pilot)[0]
        await press(pilot, "F")
        assert "only" not in lines(pilot)[0] and "6 findings" in lines(pilot)[0]

    drive(script)


def test_conditions_of_a_filter_narrow_the_findings_as_they_are_typed() -> None:
    conditions = {
        "error": 1, "warning": 2, "rule:anonymous": 1, "doc:2": 2, "doc:zwei": 2, "source:lind": 2, "insider": 1,
        "nirgends": 0, "is:open": 6, "is:acc": 0, 'doc:"eins.txt" error': 1, "quatsch:x": 0,
    }  # fmt: skip

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        for typed, left in conditions.items():
            await press(pilot, "f")
            here(pilot).query_one(Input).value = typed
            for _ in range(50):  # as long as a loaded machine takes
                await pilot.pause(PAUSE)
                if here(pilot).query_one(Rows).total == left:
                    break
            assert here(pilot).query_one(Rows).total == left, typed
            await press(pilot, "escape")
            assert here(pilot).query_one(Rows).total == 6, typed

    drive(script)


def test_a_filter_dims_the_article_and_keys_pass_over_what_it_leaves_out() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "f")
        await write(pilot, "kind:metonym")
        marks = reader(pilot).article.marks
        assert marks is not None and marks.left is not None and len(marks.left) == 1
        await press(pilot, "g", "j", "j")
        stop = reader(pilot).stop
        assert stop is not None and stop.statement is not None and "der Streik endet" in stop.statement.text

    drive(script)


@pytest.mark.parametrize("key", SCREENS)
def test_every_key_of_every_screen_is_harmless_on_an_empty_report(key: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, key)
        for binding in [*type(here(pilot)).BINDINGS, *Rows.BINDINGS, *DeskScreen.BINDINGS]:
            assert isinstance(binding, Binding)
            if binding.action != "quit" and not binding.action.startswith("go"):
                await pilot.press(*binding.key.split(","))
                if here(pilot).query_one(Prompt).display or pilot.app.screen is not here(pilot):
                    await press(pilot, "escape")
        await press(pilot, key)
        await pilot.click(offset=(3, 5))
        assert here(pilot).heading == SCREENS[key]

    drive(script, report(), size=(80, 24))


def test_words_from_outside_are_shown_and_never_act() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for key in SCREENS:
            await press(pilot, key)
            for _ in range(3):
                shown = picture(pilot)
                assert not set(shown) & set("\x1b\u202e\u200b\u00ad\t\U000e0041"), key
                await press(pilot, "j")
        await press(pilot, "1", "n", "slash")
        await write(pilot, "[red]vertrag")
        await press(pilot, "colon", *"vertrag")
        assert "[red]x" in picture(pilot) or "x␛" in picture(pilot) or "red" in picture(pilot)

    drive(script, hostile())


def test_help_is_made_from_the_bindings_of_each_screen() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for key in SCREENS:
            await press(pilot, key)
            bindings = [*type(here(pilot)).BINDINGS, *DeskScreen.BINDINGS]
            await press(pilot, "question_mark")
            shown = {line.strip().split("  ")[0] for line in lines(pilot)}
            for name, _, sentence in keys_of(bindings):
                assert name in shown and sentence.split()[0] in picture(pilot)
            await press(pilot, "escape")

    drive(script, size=(120, 90))


def test_every_binding_has_a_word_and_a_sentence() -> None:
    for screen in DeskScreen.__subclasses__():
        for binding in [*screen.__dict__.get("BINDINGS", []), *DeskScreen.BINDINGS, *Rows.BINDINGS]:
            assert isinstance(binding, Binding) and binding.description and binding.tooltip, binding


def test_the_palette_finds_actions_documents_sources_and_rules() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for words, title in (
            ("zwei", "Reader"),
            ("otto lind", "Sources"),
            ("vague-outlet", "Findings"),
            ("claims", "Claims"),
        ):
            await press(pilot, "colon")
            await write(pilot, words)
            assert here(pilot).heading == title
        await press(pilot, "1")
        assert lines(pilot)[0].startswith(" zwei.txt") or "zwei" in lines(pilot)[0]

    drive(script)


def test_search_goes_through_all_documents_and_lights_what_it_found() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "3", "slash")
        await write(pilot, "hafenarbeiter")
        assert "“hafenarbeiter”   1 of 2" in foot(pilot) and reader(pilot).reading
        await press(pilot, "n")
        assert "2 of 2" in foot(pilot) and "zwei" in lines(pilot)[0]
        marks = reader(pilot).article.marks
        assert marks is not None and sum(marks.hits) == len("hafenarbeiter")
        await press(pilot, "N")
        assert "1 of 2" in foot(pilot)
        await press(pilot, "escape")
        assert not reader(pilot).searching
        await press(pilot, "slash")
        await write(pilot, "quastenflosser")
        assert "stands in no document: / searches" in foot(pilot)

    drive(script)


@pytest.mark.parametrize("path", sorted((ROOT / "reports").glob("*.json")), ids=lambda path: path.stem)
@pytest.mark.parametrize("key", ["n", "p"])
def test_every_finding_of_every_report_is_reached_from_document_to_document(path: Path, key: str) -> None:
    made = json_report.load(path.read_text(encoding="utf-8"), str(path))

    async def script(pilot: Pilot[Any]) -> None:
        reached = set()
        for _ in made.findings:
            await pilot.press(key)
            await pilot.pause()
            reached.add(reader(pilot).finding)
        assert reached == set(range(len(made.findings)))
        await press(pilot, key)
        assert reader(pilot).finding in reached

    drive(script, made)


def test_every_finding_is_in_the_list_and_is_read_at_its_words() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for at in range(len(pictured().findings)):
            await press(pilot, "2", "g", *["j"] * at, "enter")
            screen = reader(pilot)
            row = next(row for row in screen.stops[screen.place].findings if row.key == screen.finding)
            article = screen.article
            top, height = article.scroll_offset.y, article.size.height
            assert top <= article.row_of(row.finding.start) < top + height
            assert row.finding.rule in picture(pilot)

    drive(script, pictured(), size=(100, 30))


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("1", "a.md", "second\\-hand"),
        ("2", "b.csv", "anonymous-source-bare"),
        ("3", "c.json", "8.000"),
        ("4", "d.csv", "Otto Lind"),
        ("5", "e.md", "Tagblatt"),
        ("2", "f.svg", "<svg"),
    ],
)
def test_what_is_shown_is_written_into_a_file_that_is_not_there_yet(
    key: str, name: str, words: str, tmp_path: Path
) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for said in ("written into", "is there already"):
            await press(pilot, key, "E")
            here(pilot).query_one(Input).value = str(tmp_path / name)
            await press(pilot, "enter")
            assert said in foot(pilot)
        assert words in (tmp_path / name).read_text(encoding="utf-8")
        await press(pilot, "E")
        here(pilot).query_one(Input).value = str(tmp_path / "x.exe")
        await press(pilot, "enter")
        assert "does not say what to write" in foot(pilot) and not (tmp_path / "x.exe").exists()

    drive(script, size=(200, 30))


def test_a_theme_is_kept_between_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert remembered.theme() == "evening"
    remembered.keep_theme("day")
    assert remembered.theme() == "day"
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    remembered.keep_theme("day")
    assert remembered.theme() == "evening"


def test_dark_and_light_are_one_key_apart() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        assert pilot.app.theme == "evening"
        await press(pilot, "T")
        assert pilot.app.theme == "day"

    drive(script)


def test_textuals_own_themes_can_be_worn() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        for theme in ("textual-dark", "textual-light", "nord"):
            pilot.app.theme = theme
            await press(pilot, "2", "1")

    drive(script)


def test_the_screen_stands_while_the_desk_is_made(tmp_path: Path) -> None:
    import asyncio
    from threading import Event

    from provenance.tui.app import ReviewApp
    from provenance.tui.opening import Opening

    go = Event()

    def slow(progress: Any, enough: Any) -> Any:
        progress("attribute", 3, 10)
        go.wait(5)
        return lambda: desk_over(sample(), str(tmp_path / "review.db"))

    async def body() -> None:
        app = ReviewApp(None, Opening(slow))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(0.4)
            assert isinstance(app.screen, OpeningScreen)
            assert "attribute" in picture(pilot) and "3 of 10" in picture(pilot)
            go.set()
            for _ in range(50):
                await pilot.pause(0.1)
                if not isinstance(app.screen, OpeningScreen):
                    break
            await pilot.pause(0.1)
            assert "1 of 2" in lines(pilot)[0]
            await press(pilot, "2")
            await pilot.pause(0.5)
            assert here(pilot).heading == "Findings"

    asyncio.run(body())


def test_an_archive_is_judged_while_it_is_reviewed_and_keeps_what_is_decided(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("eins.txt", FIRST), ("zwei.txt", SECOND))

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "2")
        for _ in range(60):
            if "to be judged" not in picture(pilot) and here(pilot).query_one(Rows).total:
                break
            await pilot.pause(0.2)
        total = here(pilot).query_one(Rows).total
        assert total >= 4 and "saved in a.db" in lines(pilot)[0]
        await press(pilot, "a")
        for key in "45":
            await press(pilot, key)
            assert here(pilot).query_one(Rows).total
        assert "1 of " in picture(pilot)

    drive(script, ArchiveDesk(str(archive)))
    assert sum(row.state == "accepted" for row in ArchiveDesk(str(archive)).findings().rows) == 1


def test_a_damaged_document_of_an_archive_is_counted_apart_and_named(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    keep(archive, ("eins.txt", FIRST), ("zwei.txt", SECOND))
    with closing(connect(str(archive))) as database:
        database.execute("UPDATE version SET record = x'00' WHERE id = 2")

    async def script(pilot: Pilot[Any]) -> None:
        for _ in range(60):
            if "1 unreadable" in lines(pilot)[0] and "zwei.txt" in foot(pilot):
                break
            await pilot.pause(0.2)
        assert "1 unreadable   ✓ 0 of 3" in lines(pilot)[0] and "zwei.txt" in foot(pilot)
        await press(pilot, "5", "G")
        assert "unreadable" in picture(pilot) and "to be judged" not in picture(pilot)

    drive(script, ArchiveDesk(str(archive)))


@pytest.mark.parametrize(
    ("before", "keys", "shown"),
    [
        ("2", "dno way\r", "1 dismissed"),
        ("n", "xkroll\r", "but by Jan Kroll"),
        ("n", ":claims\r", "in dispute"),
    ],
)
def test_words_typed_faster_than_their_line_opens_are_no_commands(before: str, keys: str, shown: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, before)
        for glyph in keys:
            name = {"\r": "enter", ":": "colon", " ": "space"}.get(glyph, glyph)
            if name == "enter":
                await pilot.pause(0.3)
            pilot.app.post_message(Key(name, glyph))
        await pilot.pause(0.5)
        await pilot.pause(0.5)
        assert shown in picture(pilot)

    drive(script)


def test_every_key_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for screen in (
        DeskScreen,
        ReaderScreen,
        FindingsScreen,
        ClaimsScreen,
        SourcesScreen,
        DocumentsScreen,
        Rows,
    ):
        for key, _, sentence in keys_of(screen.BINDINGS):
            keys = " ".join(f"`{part}`" for part in key.split(" "))
            assert f"| {keys} | {sentence} |\n" in readme
