"""Kill reviewers of one report at random moments and look whether any decision that was told as kept is missing.

    python tests/bench/decision_kills.py [KILLS] [REVIEWERS] [SEED]

Each reviewer decides findings one by one, in bulk, and takes some back, and tells each decision once the desk has
given it back; it is killed after 0.02 to 1 second. Prints the kills, the decisions told, those missing, those kept
twice, and the faults of the file; exits with 1 if any.
"""

import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from provenance.archive import read_only
from provenance.archive.decisions import UNDO, entries
from provenance.archive.faults import faults
from provenance.desk.report_desk import ReportDesk
from provenance.model import AuditReport
from tests.builders import document, report

STORY = "Ein Insider sagte, im Hafen lägen {0} Schiffe. Experten warnten vor einem Winter mit {0} Stürmen."


def reviewed() -> AuditReport:
    """A report with many findings."""
    return report(*(document(STORY.format(number), f"{number}.txt") for number in range(60)))


def reviewer(made: AuditReport, archive: str, name: str, out: Path) -> int:
    """A process that decides until it is killed; a line for each decision that it was given back."""
    child = os.fork()
    if child == 0:
        try:
            _decide(made, archive, name, out)
        except Exception:
            traceback.print_exc()
        os._exit(3)
    return child


def _decide(made: AuditReport, archive: str, name: str, out: Path) -> None:
    told = os.open(out, os.O_WRONLY | os.O_CREAT)
    desk = ReportDesk(made, "kills", archive=archive, reviewer=name)
    rng = random.Random(name)
    number = 0
    while True:
        number += 1
        keys = rng.sample(range(len(made.findings)), rng.choice((1, 1, 1, 20)))
        for one in desk.decide("dismiss", keys, f"{name}/{number}"):
            os.write(told, f"{one.id} {one.value} {one.anchor.document}\n".encode())
        if number % 7 == 0:
            for one in desk.undo():
                os.write(told, f"-{one.id} {one.value} {one.anchor.document}\n".encode())


def main(kills: int = 200, reviewers: int = 2, seed: int = 1) -> int:
    """Run the reviewers, kill them, start others, and read the file at the end."""
    rng = random.Random(seed)
    made = reviewed()
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        archive = f"{folder}/review.db"
        done = failed = 0
        while done < kills:
            running = []
            for _ in range(reviewers):
                out = Path(folder, f"{done}-{len(running)}.out")
                running.append((reviewer(made, archive, f"r{done}-{len(running)}", out), out))
            for child, out in running:
                time.sleep(rng.uniform(0.02, 1.0))
                os.kill(child, signal.SIGKILL)
                ended = os.waitpid(child, 0)[1]
                done += ended == signal.SIGKILL
                failed += ended != signal.SIGKILL
                told += out.read_text(encoding="utf-8").split("\n")[:-1] if out.exists() else []
        return _judged(archive, made, told, done) or int(failed > 0)


def _judged(archive: str, made: AuditReport, told: list[str], done: int) -> int:
    with read_only(archive) as database:
        rows = list(entries(database))
        found = list(faults(database))
    undone = {row.batch for row in rows if row.verdict == UNDO}
    kept = {f"{row.id} {row.value} {row.document}": row for row in rows}
    missing = [
        one for one in told
        if one.lstrip("-") not in kept or (one[0] == "-" and kept[one[1:]].batch not in undone)
    ]  # fmt: skip
    given = Counter(row[3:12] for row in rows if row.verdict != UNDO)
    twice = [one for one, count in given.items() if count > 1]
    again = ReportDesk(made, "kills", archive=archive)
    standing = {row.id for row in rows if row.verdict != UNDO and row.batch not in undone}
    shown = {row.decision.id for row in again.findings().rows if row.decision}
    wrong = shown - standing
    print(
        f"{done} kills, {len(told)} decisions told as kept, {len(rows)} there, {len(missing)} missing,"
        f" {len(twice)} twice, {len(wrong)} wrongly shown, {len(found)} faults"
    )
    print("\n".join([*missing[:5], *map(str, twice[:5]), *found[:5]]), end="")
    return 1 if missing or twice or wrong or found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:4])))
