"""A folder as it is, and a command with streams of its own: what tests of the borders compare and run."""

import io
import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from provenance.cli import main


def tree(folder: Path) -> dict[str, tuple[str, int, bytes]]:
    """Everything in a folder: path → kind, permissions, and contents or what a link points to."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.name.endswith("-shm"):
            continue  # SQLite's shared memory: it changes with each reader, and holds nothing
        status = path.lstat()
        kind = stat.filemode(status.st_mode)[0]
        held = path.read_bytes() if kind == "-" else os.fsencode(path.readlink()) if kind == "l" else b""
        found[str(path.relative_to(folder))] = (kind, stat.S_IMODE(status.st_mode), held)
    return found


@dataclass(frozen=True)
class Done:
    """How a command ended, and what went into a stream that was not sent elsewhere."""

    code: int
    out: str
    err: str


def call(
    *words: str, stdin: Path | None = None, stdout: Path | None = None, stderr: Path | None = None
) -> Done:
    """Run a command in a process of its own, its streams sent into files (appended to) as a shell does it.

    The process is a fork of this one, so that nothing is imported again.
    """
    own = [Path(f"../stream-{number}") for number in (1, 2)]
    for path in own:
        path.write_bytes(b"")
    process = os.fork()
    if process == 0:
        code = 99
        try:
            flags = (os.O_RDONLY, os.O_WRONLY | os.O_APPEND, os.O_WRONLY | os.O_APPEND)
            for number, path in enumerate((stdin or Path(os.devnull), stdout or own[0], stderr or own[1])):
                os.dup2(os.open(path, flags[number]), number)
            sys.stdin = io.TextIOWrapper(io.FileIO(0))
            sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"))
            sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), write_through=True)
            code = main(words)
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return Done(code, *(path.read_text(encoding="utf-8") for path in own))


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which "provenance" is this program, from the start of the interpreter to its end."""
    line = command.replace("provenance", f"{sys.executable} -m provenance")
    # What is buffered fails at another place than what is not, and is what people have.
    environment["PYTHONUNBUFFERED"] = ""
    return subprocess.run(
        ["bash", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip
