"""Watching: what was changed on disk is read again beside the screen, and the desk over it takes the place of the old one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread

from provenance.desk.records import Desk
from provenance.files import COMPANIONS, found_in, is_folder, status_of
from provenance.tui.opening import Opener

Stamps = dict[str, tuple[int, int, int]]
"""Path → inode, size, and time of the last change, in nanoseconds."""
#: Files are looked at every so many seconds; what is the same twice has been written to its end.
LOOK = 0.5


def stamps_of(paths: Sequence[str], without: str = "") -> Stamps:
    """How the files of some paths stand, but for an archive that is written while one reviews."""
    left_out = {f"{Path(without).absolute()}{ending}" for ending in COMPANIONS} if without else set()
    made: Stamps = {}
    for path in paths:
        files = [file for file in found_in(path) if isinstance(file, str)] if is_folder(path) else [path]
        for file in files:
            status = None if str(Path(file).absolute()) in left_out else status_of(file)
            if status is not None:
                made[file] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return made


class Watching:
    """A thread that looks at files and reads all of them again when one has changed."""

    def __init__(self, paths: Sequence[str], open_desk: Opener, without: str = "") -> None:
        """What changes from now on is seen once it has started. `without` is an archive that decisions go into."""
        self._paths, self._without, self._open = paths, without, open_desk
        self._made: deque[Callable[[], Desk]] = deque(maxlen=1)
        """What was read last and nobody took."""
        self.fault: Exception | None = None
        self._stopped = Event()
        self._seen = stamps_of(paths, without)

    def start(self) -> None:
        """Begin to look."""
        Thread(target=self._run, name="watching", daemon=True).start()

    def _run(self) -> None:
        before = self._seen
        while not self._stopped.wait(LOOK):
            now = stamps_of(self._paths, self._without)
            if now == before and now != self._seen:
                self._seen = now
                try:
                    self._made.append(self._open(lambda stage, done, total: None, lambda: False))
                except Exception as error:  # told on the screen, which stays: a file may be half written
                    self.fault = error
            before = now

    @property
    def ready(self) -> bool:
        """Whether something was read that nobody took."""
        return bool(self._made)

    def take(self) -> Desk | None:
        """The desk over what was read last. To be called where the desk is used: it keeps a file open."""
        return self._made.pop()() if self._made else None

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
