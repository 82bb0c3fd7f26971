"""The program in a pseudo-terminal: what it refuses without a screen, and how it opens."""

import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bench.screen_kills import main as screen_kills

ROOT = Path(__file__).resolve().parents[2]
#: What a terminal is told before a screen is drawn on it.
SCREEN = "\x1b[?1049h"
#: What it is told behind it: the other screen again, no mouse, the cursor.
LEFT = {"\x1b[?1049l": SCREEN, "\x1b[?1000l": "\x1b[?1000h", "\x1b[?25h": "\x1b[?25l"}


def run(
    command: str,
    keys: str = "",
    term: str = "xterm-256color",
    until: Sequence[str] = (),
    signals: Sequence[int] = (),
) -> tuple[str, int]:
    """What a shell command writes to its terminal, and its exit code; the terminal is as it was before.

    Keys are sent when the screen stands, each once its word of `until` was shown, and then signals.
    """
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.update(
            TERM=term, PYTHONPATH=str(ROOT), COLUMNS="100", LINES="30", XDG_STATE_HOME="/proc/nowhere"
        )
        os.execv(
            "/bin/sh",
            ["sh", "-c", command.replace("provenance ", f"exec {sys.executable} -m provenance ", 1)],
        )
    before = termios.tcgetattr(fd)
    acts = [*keys, *signals]
    waits = [*until, *["commands"] * (len(acts) - len(until))]
    shown, end = b"", time.monotonic() + 40
    while time.monotonic() < end:
        quiet = not select.select([fd], [], [], 0.2)[0]
        if not quiet:
            try:
                shown += os.read(fd, 1 << 16)
            except OSError:
                break
        # A bar goes on; a screen that stands is quiet.
        if acts and waits[0].encode() in shown and (quiet or waits[0] != "commands"):
            act, waits = acts.pop(0), waits[1:]
            if isinstance(act, str):
                os.write(fd, act.encode())
            else:
                os.kill(pid, act)
    else:
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert termios.tcgetattr(fd) == before
    os.close(fd)
    told = shown.decode("utf-8", "replace")
    assert all(told.rfind(off) >= told.rfind(on) for off, on in LEFT.items())
    return told, os.waitstatus_to_exitcode(status)


@pytest.mark.parametrize(
    ("path", "term", "told"),
    [
        ("nirgends", "xterm", "nirgends: no such file or folder; check the path"),
        ("{empty}", "xterm", "a folder without files to read"),
        ("seeds", "dumb", "use provenance audit --explain"),
    ],
)
def test_what_cannot_be_reviewed_is_one_line_and_no_screen(
    path: str, term: str, told: str, tmp_path: Path
) -> None:
    shown, code = run(f"provenance review {path.format(empty=tmp_path)}", term=term)
    assert code == 2 and told in shown and SCREEN not in shown and shown.count("\n") == 1


def test_a_report_is_told_by_its_content_and_a_key_ends_the_review(tmp_path: Path) -> None:
    copy = tmp_path / "dam"
    copy.write_bytes((ROOT / "reports" / "dam.json").read_bytes())
    shown, code = run(f"provenance review {copy} {ROOT / 'reports' / 'hafenstreik.json'}", "2q")
    assert code == 0 and SCREEN in shown and "10" in shown and not list(tmp_path.glob("*.db"))


def test_standard_input_is_reviewed_with_keys_from_the_terminal() -> None:
    shown, code = run("cat seeds/dam/1-wire.txt | provenance review - --stdin-filename wire.txt", "q")
    assert code == 0 and "Engineers" in shown


STORY = (
    "Minister Otto Lind sagte am Montag, im Hafen von Nordby lägen {} Schiffe. Ina Holm widersprach ihm.\n"
)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Documents that take some seconds to be read."""
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(STORY.format(number) * 2, encoding="utf-8")
    return tmp_path


def test_what_was_read_until_the_reader_stopped_it_is_reviewed(many: Path) -> None:
    shown, code = run(f"provenance review {many}", "\x03q", until=["^c", "stopped: "])
    assert code == 2 and "1 of " in shown and "the others were not read" in shown


@pytest.mark.parametrize(("key", "signals", "ends"), [("q", [], 0), ("", [signal.SIGTERM], 143)])
def test_a_review_that_is_left_while_it_opens_leaves_the_terminal_as_it_was(
    many: Path, key: str, signals: list[int], ends: int
) -> None:
    shown, code = run(f"provenance review {many}", key, until=["^c"], signals=signals)
    assert code == ends and SCREEN in shown


def test_a_review_that_is_killed_keeps_every_decision_that_its_screen_had_told() -> None:
    assert screen_kills(kills=2, seed=7) == 0
