"""The program in a pseudo-terminal: what it refuses without a screen, and how it opens."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: What a terminal is told before a screen is drawn on it.
SCREEN = "\x1b[?1049h"


def run(
    command: str, keys: str = "", term: str = "xterm-256color", until: str = "commands"
) -> tuple[str, int]:
    """What a shell command writes to its terminal, and its exit code; keys are sent when the screen stands."""
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.environ.update(
            TERM=term, PYTHONPATH=str(ROOT), COLUMNS="100", LINES="30", XDG_STATE_HOME="/proc/nowhere"
        )
        os.execv(
            "/bin/sh", ["sh", "-c", command.replace("provenance ", f"{sys.executable} -m provenance ", 1)]
        )
    shown, end = b"", time.monotonic() + 40
    while time.monotonic() < end:
        if select.select([fd], [], [], 0.2)[0]:
            try:
                shown += os.read(fd, 1 << 16)
            except OSError:
                break
        elif keys and until.encode() in shown:
            os.write(fd, keys[0].encode())
            keys = keys[1:]
    else:
        os.killpg(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    os.close(fd)
    return shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(status)


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
