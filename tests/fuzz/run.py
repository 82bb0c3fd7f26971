"""Breed mutants and send them through the program, until a number of inputs or a time is reached.

    python -m tests.fuzz.run [--inputs N] [--seconds S] [--seed N] [--jobs N] [--keep FOLDER] [PATH …]

PATHs are files and folders to breed from beside the built-in samples. Prints the number of inputs, of exceptions
other than the program's own (with the line that raised them), of inputs over five seconds, and of broken spans or
reports; exits with 1 if there is any. `--keep` writes each new kind of failing input into a folder.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.mutate import mutant
from tests.fuzz.samples import ROOT, cut, samples
from tests.fuzz.targets import faults_of

#: An input that takes more seconds of CPU is a fault, and one that hangs for so many seconds of the clock.
LONGEST, HANGS = 5.0, 120.0
#: How often each target gets a mutant, of a hundred.
SHARES = {"documents": 90, "statements": 3, "policy": 2, "report": 3, "kept": 2}


class TooSlow(BaseException):
    """An input took longer than `LONGEST`: no `Exception`, so that nothing on the way swallows it."""


@dataclass(slots=True)
class Outcome:
    """What a stretch of mutants brought."""

    inputs: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    examples: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)
    """Fault → target, name and bytes of one input that shows it."""


def _own_samples() -> dict[str, list[tuple[str, bytes]]]:
    """Samples of what is no document."""
    rows = b'{"id": "1", "text": "Der Damm hat 3.000 Risse, sagte Lind.", "doc": "a", "published": "2026-09-03"}\n'
    toml = b'fail-on = "warning"\nignore = ["scare-quote-fragment"]\nseverity = {second-hand-quote = "warning"}\nhouses = ["Kurier"]\narchive = "a.db"\n'
    return {
        "statements": [("s.jsonl", rows + rows.replace(b'"1"', b'"2"').replace(b"3.000", b"4.000"))],
        "policy": [("provenance.toml", toml)],
        "report": [(file.name, file.read_bytes()) for file in sorted((ROOT / "reports").glob("*.json"))],
    }


def stretch(seed: str, inputs: int, until: float, paths: Sequence[str]) -> Outcome:
    """One process's share: so many inputs, or until a moment of `time.time`."""
    rng = random.Random(seed)
    pool, own, outcome = samples(paths), _own_samples(), Outcome()

    def stop(number: int, frame: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    signal.signal(signal.SIGPROF, stop)
    with tempfile.TemporaryDirectory() as folder:
        while outcome.inputs < inputs and time.time() < until:
            target = rng.choices(list(SHARES), list(SHARES.values()))[0]
            name, data = rng.choice(own.get(target, pool))
            data = mutant(cut(data, rng) if target not in own else data, rng, pool)
            outcome.inputs += 1
            _one(outcome, target, name, data, rng, Path(folder))
    return outcome


def _one(outcome: Outcome, target: str, name: str, data: bytes, rng: random.Random, folder: Path) -> None:
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LONGEST * 2)
    signal.setitimer(signal.ITIMER_REAL, HANGS)
    try:
        found = [f"{target}: {fault[:60]}" for fault in faults_of(target, name, data, rng, folder)]
    except TooSlow:
        found = [f"{target}: too slow"]
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        own = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "/provenance/" in frame.filename
        ]
        place = own[-1] if own else place
        found = [
            f"{target}: {type(error).__name__} at {Path(place.filename).name}:{place.lineno} {place.name}"
        ]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    took = time.process_time() - began
    outcome.slowest = max(outcome.slowest, took)
    if took > LONGEST and not found:
        found = [f"{target}: {took:.0f} s"]
    for fault in dict.fromkeys(found):
        outcome.faults[fault] += 1
        if fault not in outcome.examples or len(data) < len(outcome.examples[fault][2]):
            outcome.examples[fault] = (target, name, data)


def fuzz(*, inputs: int, seconds: float, seed: int, jobs: int, paths: Sequence[str] = ()) -> Outcome:
    """Everything that some processes find; the same seed and number of inputs give the same mutants."""
    until = time.time() + seconds
    share = -(-inputs // jobs)
    if jobs == 1:
        return stretch(f"{seed}-0", share, until, paths)
    whole = Outcome()
    with ProcessPoolExecutor(jobs) as pool:
        parts = [pool.submit(stretch, f"{seed}-{number}", share, until, paths) for number in range(jobs)]
        for part in parts:
            got = part.result()
            whole.inputs += got.inputs
            whole.faults.update(got.faults)
            whole.slowest = max(whole.slowest, got.slowest)
            whole.examples.update(got.examples)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=float(10**9))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(argv)
    began = time.time()
    found = fuzz(
        inputs=options.inputs, seconds=options.seconds, seed=options.seed, jobs=options.jobs, paths=options.paths
    )  # fmt: skip
    print(f"{found.inputs} inputs in {time.time() - began:.0f} s, slowest {found.slowest:.2f} s of CPU")
    for number, (fault, times) in enumerate(found.faults.most_common()):
        print(f"{times:7} {fault}")
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            target, name, data = found.examples[fault]
            (options.keep / f"{number}-{target}-{name}").write_bytes(data)
    print(f"{sum(found.faults.values())} faults of {len(found.faults)} kinds")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
