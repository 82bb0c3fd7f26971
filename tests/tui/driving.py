"""A review by keyboard: reports in a few lines, a desk over them, and what stands on the screen."""

import asyncio
from collections.abc import Awaitable, Callable
from tempfile import TemporaryDirectory
from typing import Any

from textual.pilot import Pilot

from provenance.desk.records import Desk
from provenance.desk.report_desk import ReportDesk
from provenance.ingest import parse
from provenance.model import AuditReport, Document
from provenance.tui.app import ReviewApp
from provenance.tui.reader import ReaderScreen
from provenance.tui.screen import DeskScreen
from tests.builders import document, report

FIRST = (
    "Hafen steht still\n\nIm Hafen ruht die Arbeit. Minister Otto Lind sagte der Zeitung Nordlys, es seien »bis zu 8.000« "
    "streikende Hafenarbeiter unterwegs. Er müsse »sehr bald wieder für Ruhe« sorgen. Ein Insider sagte, der Vertrag sei fertig. "
    "Brüssel geht davon aus, dass der Streik endet.\n"
)
SECOND = "Reeder Jan Kroll sprach von etwa 3.000 streikenden Hafenarbeitern. Die Herkunft der Zahlen blieb unklar.\n"
#: A credit and a sentence on the sources that findings hang on, though they belong to no statement.
PICTURED = (
    "# Hafen steht still\n\n![Kräne am Kai](kran.jpg)\n\nMinister Otto Lind sagte, der Hafen sei »bis auf Weiteres« zu.\n\n"
    "Die Herkunft der Zahlen blieb unklar.\n"
)
#: Words that would act on a terminal, on markup, or hide.
HOSTILE = (
    "Der \x1b[31mInsider\u202e [bold]Otto[/] Lind\u200b sagte, der [red]Vertrag[/red] sei »längst\tunter\u00adschrieben "
    "und fertig«. Lind sagte, er sei es\U000e0041.\n"
)


def first() -> Document:
    return document(FIRST, "eins.txt", outlet="Tagblatt", published="2026-10-06T09:15:00Z")


def second() -> Document:
    return document(SECOND, "zwei.txt", outlet="Morgenpost", published="2026-10-07")


def sample() -> AuditReport:
    return report(first(), second())


def pictured() -> AuditReport:
    (made,) = parse(PICTURED.encode(), "bild.md", language="de")
    return report(made, second())


def hostile() -> AuditReport:
    return report(document(HOSTILE, "[red]x\x1b[1m.txt", outlet="\x1b[7mBlatt"), second())


Script = Callable[[Pilot[Any]], Awaitable[None]]


def desk_over(made: AuditReport, archive: str, *notes: str) -> ReportDesk:
    """A desk whose decisions go into an archive."""
    return ReportDesk(made, "seeds", notes, archive, "AK")


def drive(
    script: Script, made: AuditReport | Desk | None = None, size: tuple[int, int] = (120, 40), *notes: str
) -> None:
    """Run a script against the review of a report, or of a desk."""

    async def body(folder: str) -> None:
        if made is None or isinstance(made, AuditReport):
            desk: Desk = desk_over(made or sample(), f"{folder}/review.db", *notes)
        else:
            desk = made
        app = ReviewApp(desk)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.pause()
            await script(pilot)

    with TemporaryDirectory() as folder:
        asyncio.run(body(folder))


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Keys, and time for their answers."""
    await pilot.press(*keys)
    await pilot.pause()


async def write(pilot: Pilot[Any], words: str) -> None:
    """Words into a line, and enter."""
    await pilot.press(*(({" ": "space"}).get(glyph, glyph) for glyph in words), "enter")
    await pilot.pause()


def here(pilot: Pilot[Any]) -> DeskScreen:
    """The screen in front, or behind what lies over it."""
    app = pilot.app
    assert isinstance(app, ReviewApp)
    return app.here


def reader(pilot: Pilot[Any]) -> ReaderScreen:
    screen = here(pilot)
    assert isinstance(screen, ReaderScreen)
    return screen


def lines(pilot: Pilot[Any]) -> list[str]:
    """What stands on the screen."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def picture(pilot: Pilot[Any]) -> str:
    return "\n".join(lines(pilot))


def foot(pilot: Pilot[Any]) -> str:
    """The last line: keys, or what is said."""
    return lines(pilot)[-1]
