"""How the review looks: contrast of every look, snapshots, plain signs, the picture of the README."""

import asyncio
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from pytest_textual_snapshot import SVGImageExtension
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from syrupy import SnapshotAssertion
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot

from provenance.desk.looks import LOOKS, SEVERITY_SIGNS
from provenance.model import AuditReport, Severity
from provenance.report import json_report
from provenance.tui.app import ReviewApp
from provenance.tui.plain import PLAIN, plain_signs
from provenance.tui.signs import STATE_SIGNS
from provenance.tui.widgets.painted import LOOK_NAMES, Painted
from tests.builders import document, report
from tests.tui.driving import desk_over, drive, picture, press, sample, write

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DAM = ROOT / "reports" / "dam.json"
PICTURE = "test_a_screen_looks_as_it_should[reader-evening-120x40].svg"
#: Keys to a picture of each screen that shows what it has.
KEYS = {
    "reader": ["n", "n", "n", "n"],
    "findings": ["2", "space", "j"],
    "claims": ["3"],
    "sources": ["4"],
    "documents": ["5"],
}


def dam_app(theme: str = "evening") -> ReviewApp:
    return ReviewApp(
        desk_over(json_report.load(DAM.read_text(encoding="utf-8"), str(DAM)), "dam.review.db"), theme=theme
    )


def light(colour: tuple[int, ...]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """Of words against their ground, as WCAG 2.2 counts it."""
    assert style.color and style.bgcolor
    lights = sorted((light(style.color.get_truecolor()), light(style.bgcolor.get_truecolor())))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("theme", ["evening", "day"])
def test_every_look_on_every_ground_can_be_read(theme: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        for key in "12":
            await press(pilot, key)
            for widget in pilot.app.screen.query(Painted):
                for name in set(LOOK_NAMES) - {"rule"}:
                    for under in ("chosen", "") if name != "hit" else ("",):
                        ground = widget.look(under) if under else Style()
                        style = widget.rich_style + ground + widget.look(name)
                        assert contrast(style) >= 4.5, (type(widget).__name__, name, under, contrast(style))
        await press(pilot, "f")
        for shown in pilot.app.screen.query("#asked, #answer"):
            assert contrast(shown.rich_style) >= 4.5

    drive(script)


def as_sent(app: App[None], style: Style) -> tuple[object, ...]:
    """What a terminal of sixteen colours is told of a style."""
    shown = [Segment("x", style)]
    for each in app._filters:
        if each.enabled:
            shown = each.apply(shown, Color(0, 0, 0))
    made = shown[0].style
    assert made and made.color and made.bgcolor
    inks = [ink.downgrade(ColorSystem.STANDARD).number for ink in (made.color, made.bgcolor)]
    return (*inks, bool(made.bold), bool(made.underline), bool(made.reverse))


@pytest.mark.parametrize("theme", ["evening", "day"])
@pytest.mark.parametrize("colour", [True, False])
def test_sixteen_colours_or_none_tell_doubt_choice_and_small_print_apart(
    theme: str, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")

    async def script(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        await pilot.pause()
        assert pilot.app.console.color_system == "standard"
        for key in "12":
            await press(pilot, key)
            for widget in pilot.app.screen.query(Painted):
                for looks in (
                    ("", "quiet", "doubt", "fault"),
                    ("", "chosen", "hit"),
                    ("", "lit", "hit"),
                    ("key", "quiet"),
                ):
                    sent = {
                        as_sent(
                            pilot.app, widget.rich_style + widget.look(name) if name else widget.rich_style
                        )
                        for name in looks
                    }
                    assert len(sent) == len(looks), (type(widget).__name__, looks)

    drive(script)


@pytest.mark.parametrize("theme", ["evening", "day"])
def test_small_print_is_quieter_than_the_text(theme: str) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        await pilot.pause()
        article = pilot.app.screen.query_one("#article", Painted)
        assert contrast(article.rich_style + article.look("small")) < contrast(article.rich_style)

    drive(script)


@pytest.mark.parametrize(
    ("screen", "theme", "size"),
    [
        *((screen, "evening", size) for screen in KEYS for size in ((80, 24), (120, 40))),
        ("reader", "day", (120, 40)), ("findings", "day", (120, 40)), ("reader", "evening", (60, 20)), ("reader", "evening", (200, 50)),
    ],
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else value,
)  # fmt: skip
def test_a_screen_looks_as_it_should(
    screen: str, theme: str, size: tuple[int, int], snap_compare: Any
) -> None:
    assert snap_compare(dam_app(theme), press=KEYS[screen], terminal_size=size)


def quiet_report() -> AuditReport:
    """Nobody says anything, and no rule has anything to say."""
    return report(
        document("Der Hafen von Nordby ist groß.\n", "hafen.txt", outlet="Tagblatt", published="2026-10-06")
    )


@pytest.mark.parametrize("theme", ["evening", "day"])
@pytest.mark.parametrize(
    ("made", "keys", "says"),
    [
        (report, "", "q leaves"),
        (quiet_report, "", "1 reads|] reads|l its findings"),
        (sample, "nirgends", "F clears it"),
    ],
    ids=["empty", "quiet", "filtered"],
)
def test_an_empty_screen_says_what_to_do_next(
    made: Callable[[], AuditReport], keys: str, says: str, theme: str, snapshot: SnapshotAssertion
) -> None:
    async def script(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        if keys:
            await press(pilot, "f")
            await write(pilot, keys)
        for screen in KEYS:
            await press(pilot, KEYS[screen][0])
            assert any(word in picture(pilot) for word in says.split("|")), screen
            svg = pilot.app.export_screenshot()
            assert svg == snapshot(name=screen, extension_class=SVGImageExtension)

    drive(script, desk_over(made(), "empty.review.db"), (80, 24))


@pytest.mark.parametrize("theme", ["evening", "day"])
def test_a_search_without_hits_says_what_to_do_next(theme: str, snap_compare: Any) -> None:
    app = ReviewApp(desk_over(sample(), "empty.review.db"), theme=theme)
    assert snap_compare(app, press=["2", "slash", *"fjord", "enter"], terminal_size=(80, 24))


def test_the_picture_of_the_readme_is_a_snapshot() -> None:
    picture = HERE / "__snapshots__" / "test_looks" / PICTURE
    assert picture.is_file()
    assert str(picture.relative_to(ROOT)) in (ROOT / "README.md").read_text(encoding="utf-8")


def plain_picture(keys: list[str]) -> str:
    """A screen as a terminal without UTF-8 and colour gets it."""

    async def body() -> str:
        app = dam_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await press(pilot, *keys)
            strips = app.screen._compositor.render_strips()
            for strip in strips:
                assert cell_len(strip.text.encode("ascii", PLAIN).decode()) == strip.cell_length
            return "\n".join(strip.text.encode("ascii", PLAIN).decode().rstrip() for strip in strips) + "\n"

    return asyncio.run(body())


@pytest.mark.parametrize("screen", KEYS)
def test_a_terminal_without_unicode_gets_plain_signs_of_the_same_width(screen: str) -> None:
    shown = plain_picture(KEYS[screen])
    assert shown.isascii() and "?" not in shown.replace("? help", "").replace("?\n", "\n")
    if screen == "reader":
        assert shown == (HERE / "reader-plain-80x24.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1"])
def test_a_stream_that_has_not_all_signs_writes_plain_ones(encoding: str) -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
    with plain_signs(stream):
        stream.write("● ✓ ┃ „Ja“ \u200b")
        stream.flush()
    assert stream.errors == "backslashreplace"
    assert "\\" not in raw.getvalue().decode(encoding)


def test_signs_of_one_column_differ_also_where_they_are_plain() -> None:
    for signs in (
        [look.sign for look in LOOKS],
        [SEVERITY_SIGNS[severity] for severity in Severity],
        list(STATE_SIGNS.values()),
    ):
        assert len({sign.encode("ascii", PLAIN) for sign in signs}) == len(signs)
