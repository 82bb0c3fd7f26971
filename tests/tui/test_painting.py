"""How often a key has the screen laid out and painted."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from provenance.tui.widgets.prompt import Prompt
from tests.tui.driving import drive, here, lines, press


@pytest.mark.parametrize("screen", ["1", "2"])
def test_a_line_that_opens_has_the_screen_laid_out_once_and_a_letter_does_not(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[object] = []
    layout = Screen._refresh_layout

    def counted(self: Screen[Any], *given: Any, **named: Any) -> None:
        if self.is_current:  # others are made meanwhile
            laid.append(given)
        layout(self, *given, **named)

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, screen, "f", "escape")
        await pilot.pause(0.2)
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for key, most in (("f", 1), ("e", 1 if screen == "2" else 0)):
            laid.clear()
            await press(pilot, key)
            await pilot.pause(0.1)
            assert len(laid) <= most, key

    drive(script, size=(120, 60))


def test_of_words_longer_than_their_line_the_end_is_in_sight() -> None:
    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "f", *("abcdefghij" * 15), "end")
        answer = here(pilot).query_one(Prompt).query_one(Input)
        assert answer.value.endswith("ghij")
        assert lines(pilot)[-2].rstrip().endswith("abcdefghij" * 9)
        await press(pilot, *["backspace"] * 140)
        assert lines(pilot)[-2].rstrip() == " only abcdefghij"

    drive(script)
