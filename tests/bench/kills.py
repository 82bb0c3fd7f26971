"""Kill writers of one archive at random moments and look whether anything that was told as kept is missing.

    python tests/bench/kills.py [KILLS] [WRITERS] [SEED] [LONGEST]

Each writer is killed after 0.05 to LONGEST seconds (default: 3).

Prints the number of kills, of documents told as kept, of those missing, of faults, and of files left behind beside
the archive; exits with 1 if any.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from provenance.archive import read_only
from provenance.archive.faults import faults
from provenance.cli import main as provenance

PLACES = "Nordby Harrow Lindau Falkenburg Osterfeld Brenna Kaldvik Rosental".split()
WHAT = "ships trucks houses boats cranes wagons barges lorries".split()


def story(rng: random.Random, number: int) -> str:
    """A short report of its own, with sentences that others share."""
    place, what, count = rng.choice(PLACES), rng.choice(WHAT), rng.randrange(2, 90)
    return (
        f"{count} {what} were damaged in the storm over {place} on Monday, police said. "
        f"“We have never seen waves like these in {place},” said harbour master Ina Holm {number}. "
        f"The mayor of {place} said that {rng.randrange(2, 90)} {rng.choice(WHAT)} would be repaired before winter."
    )


def writer(archive: str, source: Path, out: Path) -> int:
    """A process that adds documents; it has everything loaded, so that a kill hits its work and not its start."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT), 1)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        os._exit(provenance(["archive", "add", archive, str(source)]))
    return child


def main(kills: int = 200, writers: int = 4, seed: int = 1, longest: float = 3.0) -> int:
    """Run the writers, kill them, start them again, and check the archive at the end."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        archive = f"{folder}/archive.db"
        first = Path(folder, "first.jsonl")
        first.write_text(json.dumps({"id": "first", "text": story(rng, 0)}) + "\n", encoding="utf-8")
        provenance(["archive", "add", archive, str(first)])
        told: list[str] = []
        done = 0
        series = 0
        while done < kills:
            running = []
            for _ in range(writers):
                series += 1
                source, out = Path(folder) / f"{series}.jsonl", Path(folder) / f"{series}.out"
                rows = ({"id": f"{series}-{number}", "text": story(rng, number)} for number in range(1500))
                source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
                running.append((writer(archive, source, out), out))
            moments = sorted(
                (time.monotonic() + rng.uniform(0.05, longest), number) for number in range(writers)
            )
            for moment, number in moments:
                time.sleep(max(0.0, moment - time.monotonic()))
                os.kill(running[number][0], signal.SIGKILL)
                done += os.waitpid(running[number][0], 0)[1] != 0
            for _, out in running:
                lines = out.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
                told += [line.split()[1].rstrip(",") for line in lines if line.startswith("added")]
        with read_only(archive) as database:
            kept = {name for (name,) in database.execute("SELECT name FROM document")}
            missing = [name for name in told if name not in kept]
            found = list(faults(database))
        left = [
            path.name
            for path in Path(folder).iterdir()
            if path.suffix not in (".jsonl", ".out") and not path.name.startswith("archive.db")
        ]
        print(
            f"{done} kills, {len(told)} documents told as kept, {len(kept)} there, {len(missing)} missing,"
            f" {len(found)} faults, {len(left)} files left behind"
        )
        print("\n".join([*missing[:5], *found[:5], *left[:5]]), end="")
        return 1 if missing or found or left else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:5])))
