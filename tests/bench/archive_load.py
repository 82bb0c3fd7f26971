"""Let many processes add to, check against and search one archive at once, and look for errors.

    python -m tests.bench.archive_load [MINUTES] [PROCESSES]

Half of the processes add folders of documents, a quarter checks a draft against the archive, a quarter searches it;
each command is a process of its own, as in a newsroom. Prints how many commands of each kind there were and how long
they took, documents a second, how large the log became, and every error; exits with 1 if there was any, if a document
that was told as kept is missing, or if the archive is not sound at the end.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from provenance.archive import read_only
from provenance.archive.faults import faults
from tests.bench.kills import PLACES, story

#: Documents that one add brings.
FOLDER = 50


class Newsroom:
    """What the processes did."""

    def __init__(self, folder: Path, until: float) -> None:
        self.folder, self.until = folder, until
        self.archive = str(folder / "archive.db")
        self.times: dict[str, list[float]] = defaultdict(list)
        self.told: list[str] = []
        self.errors: list[str] = []
        self.largest_log = 0

    def run(self, kind: str, *words: str) -> str:
        """One command; anything on standard error but a word of waiting is an error."""
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "provenance", *words], capture_output=True, text=True, check=False
        )
        self.times[kind].append(time.perf_counter() - begun)
        said = [line for line in done.stderr.splitlines() if "waiting for another process" not in line]
        self.times["waits"] += [0.0] * (len(done.stderr.splitlines()) - len(said))
        if said or done.returncode not in (0, 1):
            self.errors.append(f"{kind}: exit {done.returncode}, {said[:1]}")
        log = Path(f"{self.archive}-wal")
        with suppress(FileNotFoundError):
            self.largest_log = max(self.largest_log, log.stat().st_size)
        return done.stdout

    def adds(self, seed: int) -> None:
        """Add new documents, and old ones again."""
        rng, series = random.Random(seed), 0
        while time.monotonic() < self.until:
            series += 1
            source = self.folder / f"{seed}-{series}.jsonl"
            rows = (
                {"id": f"{seed}-{series}-{number}", "text": story(rng, number)} for number in range(FOLDER)
            )
            source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
            out = self.run("add", "archive", "add", self.archive, str(source))
            self.told += [
                line.split()[1].rstrip(",") for line in out.splitlines() if line.startswith("added")
            ]

    def checks(self, seed: int) -> None:
        """Check a draft against what is kept."""
        rng, draft = random.Random(seed), self.folder / f"{seed}.txt"
        while time.monotonic() < self.until:
            draft.write_text(story(rng, 0), encoding="utf-8")
            self.run("check", "check", str(draft), "--archive", self.archive)

    def searches(self, seed: int) -> None:
        """Search, and list claims now and then."""
        rng = random.Random(seed)
        while time.monotonic() < self.until:
            self.run("search", "archive", "search", self.archive, rng.choice(PLACES), "storm")


def main(minutes: str = "10", processes: str = "8") -> int:
    """Run them and say what came of it."""
    with tempfile.TemporaryDirectory() as name:
        room = Newsroom(Path(name), time.monotonic() + 60 * float(minutes))
        first = Path(name, "first.txt")
        first.write_text(story(random.Random(0), 0), encoding="utf-8")
        room.run("add", "archive", "add", room.archive, str(first))
        kinds = [room.adds, room.checks, room.adds, room.searches]
        threads = [
            threading.Thread(target=kinds[number % 4], args=(number,)) for number in range(int(processes))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with read_only(room.archive) as database:
            kept = {name for (name,) in database.execute("SELECT name FROM document")}
            found = list(faults(database))
        missing = [name for name in room.told if name not in kept]
        waits = len(room.times.pop("waits", []))
        for kind, times in sorted(room.times.items()):
            print(
                f"{kind}: {len(times)} commands, median {statistics.median(times):.2f} s, longest {max(times):.2f} s"
            )
        print(
            f"{len(room.told) / 60 / float(minutes):.1f} documents a second kept, {len(kept)} in all; {waits} waits told;"
            f" log up to {room.largest_log / 1e6:.1f} MB; {len(room.errors)} errors, {len(missing)} missing, {len(found)} faults"
        )
        print("\n".join([*room.errors[:5], *missing[:5], *found[:5]]), end="")
        return 1 if room.errors or missing or found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
