"""Change single bits and bytes of an archive and look whether any change goes unseen.

    python tests/bench/flips.py [FLIPS] [SEED]

Half of the flips hit a closed archive, half one with a log beside it. For each: `archive check` must tell it, or every
command must print the very same bytes as before; no command may end in a trace; and `archive repair` must save every
document unchanged or say which one it could not. Prints how many were told, were harmless, went unseen, and what
repair saved; exits with 1 if any went unseen, was changed, or was lost without a word.
"""

import io
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from provenance.archive import connect
from provenance.archive.record import Record
from provenance.archive.store import add
from provenance.attribute import find
from provenance.cli import main as provenance
from provenance.ingest import parse
from tests.bench.kills import story

DRAFT = "draft.txt"


def run(*words: str) -> tuple[int, str, str]:
    """A command's exit code and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = provenance(list(words))
    return code, out.getvalue(), err.getvalue()


def answers(archive: str, draft: str) -> list[tuple[int, str, str]]:
    """All that commands say of an archive."""
    return [
        run(
            "archive",
            "search",
            archive,
            "--format",
            "json",
            "-n",
            "99",
            "storm",
            "harbour",
            "trucks",
            "mayor",
        ),
        run("archive", "claims", archive, "--format", "json", "-n", "99"),
        run("archive", "stats", archive),
        run("archive", "export", archive, "--versions"),
        run("archive", "export", archive, "--versions", "--statements"),
        run("check", draft, "--archive", archive),
        run("audit", draft, "--archive", archive, "--format", "json"),
    ]


def fill(archive: str, documents: int, seed: int, *, first: int = 0) -> None:
    """Documents that share sentences, some of them in two versions."""
    rng = random.Random(seed)
    records = []
    for number in range(first, first + documents):
        text = story(rng, number)
        for words in (text, text + " The harbour stays closed.") if number % 4 == 0 else (text,):
            (made,) = parse(words.encode(), f"d{number}.txt", format="text", language="en")
            made.outlet, made.title = f"Outlet {number % 5}", f"Storm {number}"
            records.append(Record(made, find(made)))
    list(add(connect(archive, create=True), records))


def exported(text: str) -> dict[tuple[str, int], str]:
    """Document and version → its line."""
    rows = (json.loads(line) for line in text.splitlines())
    return {(row["id"], row["kept_version"]): json.dumps(row, sort_keys=True) for row in rows}


def originals(folder: Path, documents: int, seed: int) -> list[tuple[Path, str]]:
    """Two archives of the same kind, each with the name of its file to damage: one closed, one with a log."""
    closed, open_ = folder / "closed.db", folder / "open.db"
    fill(str(closed), documents, seed)
    fill(str(open_), documents // 2, seed)
    reader = connect(str(open_))
    fill(str(open_), documents // 2, seed + 1, first=documents // 2)
    still = folder / "still.db"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{open_}{ending}", f"{still}{ending}")
    reader.close()
    return [(closed, ""), (still, ""), (still, "-wal")]


def place_of(folder: Path, archive: Path) -> Path:
    """Where the damaged copies of an archive stand, always under one name."""
    return folder / archive.stem / "a.db"


class Judge:
    """What became of each flip."""

    def __init__(self, folder: Path, *, thorough: bool) -> None:
        self.folder, self.thorough = folder, thorough
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def flip(
        self, archive: Path, ending: str, at: int, mask: int, before: Sequence[tuple[int, str, str]]
    ) -> None:
        """Damage a copy in one byte and see what is said."""
        copy, new = place_of(self.folder, archive), self.folder / "new.db"
        for suffix in ("", "-wal", "-shm"):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
            if Path(f"{archive}{suffix}").exists():
                shutil.copyfile(f"{archive}{suffix}", f"{copy}{suffix}")
        with Path(f"{copy}{ending}").open("r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ mask]))
        what = f"{archive.name}{ending}, byte {at} ^ {mask}"
        code, told, error = run("archive", "check", str(copy))
        self.counts["told" if code else "harmless"] += 1
        if code and not (told or error):
            self.wrong.append(f"{what}: check says nothing")
        if not code or self.thorough:
            now = answers(str(copy), str(self.folder / DRAFT))
            if not code and now != before:
                self.counts["unseen"] += 1
                self.wrong.append(f"{what}: went unseen")
            if any("Traceback" in err or "defect" in err for _, _, err in now):
                self.wrong.append(f"{what}: a trace")
        if not code and not self.thorough:
            return
        new.unlink(missing_ok=True)
        self._repaired(what, str(copy), new, exported(before[3][1]))

    def _repaired(self, what: str, copy: str, new: Path, before: dict[tuple[str, int], str]) -> None:
        code, told, _ = run("archive", "repair", copy, str(new))
        after = exported(run("archive", "export", str(new), "--versions")[1]) if new.exists() else {}
        lost = before.keys() - after.keys()
        changed = [key for key in after if after[key] != before.get(key)]
        self.counts["documents lost in repair"] += len(lost)
        if (lost or changed) and "damaged" not in told and code != 2:
            self.wrong.append(f"{what}: repair lost {sorted(lost)[:2]}, changed {changed[:2]} without a word")
        if code == 0 and (told_now := run("archive", "check", str(new)))[0]:
            self.wrong.append(f"{what}: repaired is not sound: {told_now[1]}")


def judge(folder: Path, flips: int, seed: int, documents: int, *, thorough: bool = True) -> Judge:
    """Flip, ask, repair; what check tells already is asked and what is harmless is repaired only if thorough."""
    rng = random.Random(seed)
    (folder / DRAFT).write_text(story(rng, 1), encoding="utf-8")
    judged = Judge(folder, thorough=thorough)
    places = originals(folder, documents, seed)
    known = {}
    for archive, _ in places:
        place_of(folder, archive).parent.mkdir(exist_ok=True)
    for number in range(flips):
        archive, ending = places[number % len(places)]
        if archive not in known:
            known[archive] = _known(archive, folder)
        size = Path(f"{archive}{ending}").stat().st_size
        at = rng.randrange(100) if rng.random() < 0.1 else rng.randrange(size)
        mask = 1 << rng.randrange(8) if rng.random() < 0.7 else rng.randrange(1, 256)
        judged.flip(archive, ending, at, mask, known[archive])
    return judged


def main(flips: int = 1000, seed: int = 1, documents: int = 40) -> int:
    """Say what came of it."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        judged = judge(Path(name), flips, seed, documents)
    told = ", ".join(f"{count} {name}" for name, count in sorted(judged.counts.items()))
    print(f"{flips} flips in {time.perf_counter() - begun:.0f} s: {told}; {len(judged.wrong)} wrong")
    print("\n".join(judged.wrong[:20]), end="")
    return 1 if judged.wrong else 0


def _known(archive: Path, folder: Path) -> list[tuple[int, str, str]]:
    """What is said of the undamaged archive, under the name that its damaged copies have."""
    copy = place_of(folder, archive)
    for suffix in ("", "-wal"):
        if Path(f"{archive}{suffix}").exists():
            shutil.copyfile(f"{archive}{suffix}", f"{copy}{suffix}")
    return answers(str(copy), str(folder / DRAFT))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:4])))
