"""Kill the review at random moments while findings are decided by keys, and look whether the file has what the screen said.

    python tests/bench/screen_kills.py [KILLS] [SEED]

The real program runs in a pseudo-terminal over one report. On the list of findings rows are decided one by one or some
at once, and the last decision is taken back; a key is sent when the title has said what the one before came to. It is
killed after 0.05 to 3 seconds of that, mostly with one key under way, and opened again: the screen must have the counts
that it had, or those that the last key leads to. Prints the kills, the decisions that the screen had told, those
missing, and the faults of the file; exits with 1 if any.
"""

import os
import random
import re
import select
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from provenance.archive import read_only
from provenance.archive.faults import faults
from provenance.desk.keeper import VARIABLE, review_file
from provenance.desk.records import Query
from provenance.desk.report_desk import ReportDesk
from provenance.model import AuditReport
from provenance.report import json_report
from tests.bench.decision_kills import reviewed
from tests.bench.review_keys import Terminal

_ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]")
VERDICTS = {"a": "accepted", "w": "follow_up", "d": "dismissed"}
#: As the title tells states, in its order.
TOLD = {"open": "open", "accepted": "accepted", "dismissed": "dismissed", "follow_up": "to follow up"}
#: Seconds within which the program must have answered.
PATIENCE = 10.0


class Log:
    """What was decided, as it must be kept."""

    def __init__(self, total: int) -> None:
        """All findings are open."""
        self.total = total
        self.batches: list[tuple[tuple[int, ...], str]] = []

    def states(self) -> list[str]:
        """State of each row."""
        made = ["open"] * self.total
        for rows, state in self.batches:
            for row in rows:
                made[row] = state
        return made

    def title(self) -> str:
        """What the title says of it."""
        counts = Counter(self.states())
        return " · ".join(f"{counts[state]} {words}" for state, words in TOLD.items() if counts[state])

    def after(self, rows: tuple[int, ...], state: str) -> "Log":
        """It with a batch more; without rows, with the last one taken back."""
        made = Log(self.total)
        made.batches = [*self.batches, (rows, state)] if rows else self.batches[:-1]
        return made


class Screen(Terminal):
    """The program, and what it shows."""

    def __init__(self, report: str) -> None:
        """Open the review, at the list of findings."""
        super().__init__([sys.executable, "-m", "provenance", "review", report], 200, 30)
        self.shown = b""

    def until(self, words: str, end: float) -> bool:
        """Whether words are shown before a moment."""
        while words.encode() not in _ESCAPES.sub(b"", self.shown):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                return False
            self.shown += os.read(self.fd, 1 << 16)
        return True

    def titles(self) -> list[str]:
        """The counts that were shown."""
        return re.findall(r"findings · [^s]*", _ESCAPES.sub(b"", self.shown).decode(errors="replace"))

    def send(self, keys: str) -> None:
        """Press keys; what was shown before counts no more."""
        self.shown = b""
        os.write(self.fd, keys.encode())


def _act(rng: random.Random, log: Log, row: int) -> tuple[str, tuple[int, ...], str]:
    """Keys at a row, the rows that they decide (none: the last batch is taken back), and the state."""
    if log.batches and rng.random() < 0.15:
        return "u", (), ""
    states = log.states()
    some = rng.choice((1, 1, 1, 3))
    rows = tuple(range(row, row + some))
    key = rng.choice([key for key, state in VERDICTS.items() if any(states[one] != state for one in rows)])
    return (" " * some if some > 1 else "") + key + ("no\r" if key == "d" else ""), rows, VERDICTS[key]


def _session(report: str, log: Log, rng: random.Random, end_after: float) -> tuple[Log, Log, int]:
    """A review until it is killed: what the screen had told, what the key under way leads to, decisions told."""
    screen = Screen(report)
    told = under_way = log
    count = row = 0
    step = ""
    try:
        assert screen.until("reviewed", time.monotonic() + PATIENCE)
        screen.send("2")
        assert screen.until(log.title(), time.monotonic() + PATIENCE), (log.title(), screen.titles())
        end = time.monotonic() + end_after
        while time.monotonic() < end and row < log.total - 5:
            keys, rows, state = _act(rng, told, row)
            under_way = told.after(rows, state)
            # The cursor goes on with the next keys: behind the return of a reason it might still be typed into it.
            screen.send(step + keys)
            step = "j" if len(rows) == 1 else ""
            row += len(rows)
            if not screen.until(under_way.title(), end):
                break
            told, count = under_way, count + 1
    finally:
        screen.end()
    return told, under_way, count


def main(kills: int = 30, seed: int = 1) -> int:
    """Review, kill, look."""
    rng = random.Random(seed)
    names = {VARIABLE: "AK", "XDG_STATE_HOME": "/proc/nowhere", "PYTHONPATH": str(Path(__file__).parents[2])}
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, names):
        report = str(Path(folder) / "kills.json")
        Path(report).write_text(json_report.dump(made := reviewed()), encoding="utf-8")
        log, told, missing = Log(len(made.findings)), 0, 0
        for _ in range(kills):
            shown, under_way, count = _session(report, log, rng, rng.uniform(0.05, 3.0))
            kept = _kept(made, report)
            told += count
            log = under_way if kept == under_way.states() else shown
            missing += sum(one != other for one, other in zip(kept, log.states(), strict=True))
        found = []
        if Path(review_file(report)).exists():
            with read_only(review_file(report)) as database:
                found = list(faults(database))
    print(
        f"{kills} kills, {told} decisions told by the screen, {missing} missing or other, {len(found)} faults"
    )
    return 1 if missing or found or not told else 0


def _kept(made: AuditReport, report: str) -> list[str]:
    """The states of all rows, read anew."""
    desk = ReportDesk(made, "kills", archive=review_file(report))
    rows = desk.findings(Query(limit=len(made.findings))).rows
    assert len(rows) == len(made.findings)
    desk.close()
    return [row.state for row in rows]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
