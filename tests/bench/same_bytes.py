"""Whether the same input gives the same bytes whatever hash seed, locale, zone, number of processes and interpreter.

    python tests/bench/same_bytes.py [PATH …] [--python PYTHON …]

PATHs are documents to audit, by default the samples; each PYTHON is a further interpreter that has the packages.
One line a way that differs; exit 1 if there is one.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).parent.parent.parent
WAYS: dict[str, dict[str, str]] = {
    **{f"PYTHONHASHSEED={seed}": {"PYTHONHASHSEED": str(seed)} for seed in range(6)},
    **{f"LC_ALL={name}": {"LC_ALL": name} for name in ("C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8")},
    **{f"TZ={zone}": {"TZ": zone} for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns")},
}  # fmt: skip


def run(python: str, arguments: list[str], changed: dict[str, str]) -> bytes:
    """What the program prints, its exit code first."""
    environment = {**os.environ, "PYTHONPATH": str(HOME), **changed}
    done = subprocess.run([python, "-m", "provenance", *arguments], env=environment, capture_output=True)
    return f"exit {done.returncode}\n".encode() + done.stdout


def statements(report: bytes) -> Iterator[str]:
    """The statements of a report, as lines for `match`; each three times, so that there is something to find."""
    for document in json.loads(report.partition(b"\n")[2])["documents"]:
        for row in document["statements"]:
            for copy in range(3):
                yield json.dumps({"id": f"{row['id']}/{copy}", "text": row["text"]}) + "\n"


def main() -> int:
    """Compare every way with the first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="*", default=[str(HOME / "seeds")])
    parser.add_argument("--python", action="append", default=[])
    arguments = parser.parse_args()
    audit = ["audit", "--format", "json", *arguments.paths]
    expected = run(sys.executable, audit, {})
    different = []
    for name, changed in WAYS.items():
        if run(sys.executable, audit, changed) != expected:
            different.append(f"audit, {name}")
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "statements.jsonl"
        lines.write_text("".join(statements(expected)), encoding="utf-8")
        pairs = run(sys.executable, ["match", str(lines)], {})
        for jobs in ("1", "2", "3"):
            if run(sys.executable, ["match", str(lines), "--jobs", jobs], {"PYTHONHASHSEED": jobs}) != pairs:
                different.append(f"match, --jobs {jobs}")
        for python in arguments.python:
            if run(python, audit, {}) != expected:
                different.append(f"audit, {python}")
            if run(python, ["match", str(lines)], {}) != pairs:
                different.append(f"match, {python}")
    ways = len(WAYS) + 3 + 2 * len(arguments.python)
    print(f"{ways} ways, {len(expected)} and {len(pairs)} bytes, {len(different)} different")
    for way in different:
        print(f"  {way}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
