"""Let the disk be full at every page of an `archive add`, and look whether anything that was told is lost.

    python tests/bench/full_disk.py [WAY] [STEP]

WAY is "limit" (no file may grow beyond so many pages; any user may), "disk" (a memory disk of so many pages; needs
the right to mount) or "both"; STEP is the number of pages between two tries. For each size documents are added to a
new archive and to one that is there. Then everything that was told must be kept, the archive sound (or not there),
the message one line that says what to do, and the same command must do its work once there is room. Prints the
number of tries and of those that ran out of room; exits with 1 if any was wrong.
"""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provenance.archive import connect
from provenance.archive.faults import faults
from provenance.cli import main as provenance
from tests.bench.flips import fill
from tests.bench.kills import story

PAGE = 4096


def apart(words: list[str], limit: int | None = None) -> tuple[int, str, str]:
    """A command in a process of its own that has everything loaded: exit code, output, errors."""
    reads, writes = zip(os.pipe(), os.pipe(), strict=True)
    child = os.fork()
    if child == 0:
        os.dup2(writes[0], 1)
        os.dup2(writes[1], 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        code = 99
        try:
            code = provenance(words)
            sys.stdout.flush()
        finally:
            os._exit(code)
    for end in writes:
        os.close(end)
    texts = []
    for end in reads:
        with open(end, encoding="utf-8") as stream:  # noqa: PTH123
            texts.append(stream.read())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), texts[0], texts[1]


@contextmanager
def room(way: str, folder: Path, pages: int) -> Iterator[Path]:
    """A place that has room for so many pages."""
    place = folder / "disk"
    place.mkdir()
    if way == "disk":
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={pages * PAGE}", "none", str(place)], check=True)
    try:
        yield place
    finally:
        if way == "disk":
            subprocess.run(["umount", str(place)], check=True)
        shutil.rmtree(place)


def attempt(way: str, folder: Path, pages: int, old: Path | None) -> tuple[bool, list[str]]:
    """Whether there was too little room for the documents, and what was wrong."""
    wrong = []
    with room(way, folder, pages) as place:
        archive = place / "a.db"
        if old is not None:
            try:
                shutil.copyfile(old, archive)
            except OSError:
                return False, []
        words = ["archive", "add", str(archive), str(folder / "stories")]
        code, out, err = apart(words, pages * PAGE if way == "limit" else None)
        told = {line.split()[1].rstrip(",") for line in out.splitlines() if line.startswith("added")}
        left = {path.name for path in place.iterdir()} - {"a.db", "a.db-wal", "a.db-shm"}
        if left:
            wrong.append(f"left behind: {sorted(left)}")
        if code not in (0, 2) or (
            code == 2 and (err.count("\n") != 1 or "; " not in err or "Traceback" in err)
        ):
            wrong.append(f"exit {code}: {err!r}")
        if code == 2 and not any(words in err for words in ("free space", "full")):
            wrong.append(f"no word of the disk: {err!r}")
        # Whoever frees space goes on from here: the files as they are now.
        saved = folder / "saved"
        saved.mkdir()
        for path in place.iterdir():
            shutil.copyfile(path, saved / path.name)
    if (saved / "a.db").exists():
        wrong += _kept(saved / "a.db", told)
    elif told or old is not None:
        wrong.append("the archive is gone")
    again = apart(["archive", "add", str(saved / "a.db"), str(folder / "stories")])
    if again[0]:
        wrong.append(f"with room: {again[2]!r}")
    shutil.rmtree(saved)
    return code == 2, wrong


def _kept(archive: Path, told: set[str]) -> Iterator[str]:
    database = connect(str(archive))
    kept = {name for (name,) in database.execute("SELECT name FROM document")}
    if told - kept:
        yield f"told and lost: {sorted(told - kept)[:3]}"
    yield from faults(database)
    database.close()


def main(way: str = "both", step: str = "1", documents: int = 12) -> int:
    """Try each size until all has room."""
    import random

    rng, begun = random.Random(1), time.perf_counter()
    tries = full = bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "stories").mkdir()
        for number in range(documents):
            (folder / "stories" / f"{number}.txt").write_text(story(rng, number), encoding="utf-8")
        old = folder / "old.db"
        fill(str(old), 6, 3)
        for kind in ("limit", "disk") if way == "both" else (way,):
            for base in (None, old):
                pages = 1
                done = 0
                while done < 3:  # a few sizes beyond the first that is enough
                    short, wrong = attempt(kind, folder, pages, base)
                    tries, full, bad = tries + 1, full + short, bad + bool(wrong)
                    for line in wrong[:2]:
                        print(f"{kind}, {'old' if base else 'new'}, {pages} pages: {line}")
                    done = 0 if short or pages < 30 else done + 1
                    pages += int(step)
    print(f"{tries} sizes in {time.perf_counter() - begun:.0f} s, {full} too small, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
