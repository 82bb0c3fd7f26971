"""How quick the review answers: python tests/bench/review_keys.py REPORT [--statements 100000] [--rounds 40]

REPORT is a report that `audit` wrote; its documents are repeated under other names until there are as many statements
as asked for. The program runs in a pseudo-terminal of 120×40. Of each kind of key it prints the time from the byte sent
to the last byte of the answer (median, 95th percentile, worst), CPU time of the process (median, 95th percentile) and
bytes (median); before them the time to the first frame and to the whole picture, and the memory.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: An answer is over when nothing came for so many seconds.
QUIET = 0.12
#: Keys by what they ask for; each is sent by itself, round after round.
KEYS = {
    "move": ["j"] * 4 + ["k"],
    "next finding": ["n"],
    "next document": ["]"],
    "switch screen": ["2", "3", "4", "5", "1"],
    "move in a list": ["2j", "j", "j", "k"],
    "filter, a letter": ["1f", "e", "r", "r", "o", "r", "\x1b"],
    "decision": ["a", "u"],
}


def repeated(report: dict[str, Any], statements: int) -> dict[str, Any]:
    """The report with its documents as often as needed, each time under other names; sources are shared."""
    each = sum(len(document["statements"]) for document in report["documents"])
    text = json.dumps({name: report[name] for name in ("documents", "claims", "findings", "copies")})
    made: dict[str, Any] = {
        **report,
        "documents": [],
        "claims": [],
        "findings": [],
        "copies": [],
        "background": [],
    }
    for number in range(-(-statements // each)):
        copy = json.loads(text)
        for document in copy["documents"]:
            _rename(document, f"{number}/")
        for claim in copy["claims"]:
            _rename_claim(claim, f"{number}/")
        for finding in copy["findings"]:
            finding["document"] = f"{number}/{finding['document']}"
            finding["statement"] = finding["statement"] and f"{number}/{finding['statement']}"
        for name in ("documents", "claims", "findings"):
            made[name] += copy[name]
    made["summary"] = {}
    return made


def _rename(document: dict[str, Any], prefix: str) -> None:
    document["id"] = prefix + document["id"]
    for statement in document["statements"]:
        for name in ("id", "document", "parent", "claim"):
            statement[name] = statement[name] and prefix + statement[name]


def _rename_claim(claim: dict[str, Any], prefix: str) -> None:
    claim["id"] = prefix + claim["id"]
    claim["origin"] = prefix + claim["origin"]
    for member in claim["members"]:
        member["statement"] = prefix + member["statement"]
        member["copied_from"] = member["copied_from"] and prefix + member["copied_from"]
    for conflict in claim["conflicts"]:
        conflict["a"], conflict["b"] = prefix + conflict["a"], prefix + conflict["b"]
        for value in conflict["figures"]:
            value["statement"] = prefix + value["statement"]
    for value in claim["values"]:
        value["statement"] = prefix + value["statement"]
    for loss in claim["losses"]:
        loss["statement"], loss["earlier"] = prefix + loss["statement"], prefix + loss["earlier"]


class Terminal:
    """The program in a pseudo-terminal."""

    def __init__(self, call: list[str], columns: int = 120, lines: int = 40) -> None:
        """Start it."""
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", COLUMNS=str(columns), LINES=str(lines)
            )
            os.execv(call[0], call)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def answer(self, patience: float = 2.0, quiet: float = QUIET) -> tuple[float, int]:
        """Time of the last byte that comes, as the clock has it, and how many come; 0.0 if none does."""
        last, count = 0.0, 0
        wait = patience
        while select.select([self.fd], [], [], wait)[0]:
            try:
                count += len(os.read(self.fd, 1 << 16))
            except OSError:
                break
            last, wait = time.perf_counter(), quiet
        return last, count

    def first(self) -> float:
        """Seconds to the first frame: more than the codes that set up the terminal."""
        count = 0
        while count < 1500:
            count += len(os.read(self.fd, 1 << 16))
        return time.perf_counter() - self.began

    def whole(self) -> float:
        """Seconds to the whole picture, which has the state of review in its title."""
        shown = b""
        while b"reviewed" not in shown:
            shown = shown[-100:] + os.read(self.fd, 1 << 16)
        last, _ = self.answer(quiet=1.0)
        return (last or time.perf_counter()) - self.began

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident memory, in megabytes."""
        rows = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS")) / 1024

    def press(self, keys: str) -> tuple[float, float, int]:
        """Milliseconds to the last byte of the answer, of CPU, and bytes."""
        cpu, sent = self.cpu(), time.perf_counter()
        os.write(self.fd, keys.encode())
        last, count = self.answer()
        return (max(last - sent, 0.0) * 1000, (self.cpu() - cpu) * 1000, count)

    def end(self) -> None:
        """Stop it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def rows(terminal: Terminal, rounds: int) -> Iterator[str]:
    """A line for each kind of key."""
    for name, keys in KEYS.items():
        taken = []
        for number in range(rounds):
            taken.append(terminal.press(keys[number % len(keys)]))
        terminal.press("\x1b")
        times = sorted(time for time, _, count in taken if count)
        if times:
            late = times[min(len(times) * 95 // 100, len(times) - 1)]
            spent = sorted(cpu for _, cpu, _ in taken)
            cpu, most = statistics.median(spent), spent[min(len(spent) * 95 // 100, len(spent) - 1)]
            size = statistics.median(count for _, _, count in taken) / 1000
            yield (
                f"{name:<18} {statistics.median(times):6.0f} {late:6.0f} {times[-1]:6.0f} ms   cpu {cpu:4.0f} {most:4.0f} ms   {size:5.1f} kB"
            )
        else:
            yield f"{name:<18} no answer"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("report")
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=40)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        report = repeated(
            json.loads(Path(arguments.report).read_text(encoding="utf-8")), arguments.statements
        )
        path.write_text(json.dumps(report, indent=1), encoding="utf-8")
        print(f"{len(report['documents']):,} documents, {path.stat().st_size / 1e6:.0f} MB")
        terminal = Terminal([sys.executable, "-m", "provenance", "review", str(path)])
        try:
            print(f"first frame {terminal.first():.2f} s")
            print(
                f"whole picture {terminal.whole():.2f} s, cpu {terminal.cpu():.2f} s, {terminal.memory():.0f} MB"
            )
            print(f"{'':<18} median    95  worst")
            for row in rows(terminal, arguments.rounds):
                print(row, flush=True)
            print(f"afterwards {terminal.memory():.0f} MB")
        finally:
            terminal.end()


if __name__ == "__main__":
    main()
