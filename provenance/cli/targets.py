"""A run never writes into what it reads: found out before anything is read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provenance.errors import InputError
from provenance.files import COMPANIONS, Identity, found_in, identity, is_folder, status_of
from provenance.inert import shown_path
from provenance.output import ELSEWHERE, descriptor_of, is_standard_output, look

#: How a report of this program begins.
REPORT = re.compile(rb'\{\s*"schema_version":\s*"[^"]*",\s*"tool":\s*\{\s*"name":\s*"provenance"')


@dataclass(frozen=True, slots=True)
class _Goal:
    """A file that the run writes into: the target of -o, or what the shell sends a stream into."""

    name: str
    status: os.stat_result | None
    """None for a target that is not there yet."""
    stream: bool = False

    def is_at(self, path: str) -> bool:
        """Whether a path leads to it."""
        if self.status is None:
            return "\0" not in path and os.path.realpath(self.name) == os.path.realpath(path)
        status = _status(path)
        return status is not None and os.path.samestat(status, self.status)

    @property
    def is_a_result(self) -> bool:
        """Whether nothing is lost with what it holds: a report of ours, or what the shell has just emptied."""
        if self.stream:
            return self.status is not None and self.status.st_size == 0
        with Path(self.name).open("rb") as file:
            return REPORT.match(file.read(512)) is not None


def keep_apart(
    target: str | None,
    *,
    documents: Sequence[str] = (),
    files: Sequence[str] = (),
    archives: Sequence[str] = (),
) -> frozenset[Identity]:
    """Refuse a run that would write into what it reads, by whatever name it is called.

    `target` is the value of -o, `documents` are files and folders, `files` are read besides. Standard output and
    error count where the shell sends them into a file. Returns the files that are no documents where they are only
    found in a folder: the report that is to be replaced, a file that the shell has just made, the archives.

    Raises:
        InputError: a file would be both read and written, nothing can be written to the target, or no path leads
            anywhere, because the working folder is gone.
    """
    try:
        Path.cwd()
    except OSError as error:
        raise InputError(
            ".", f"the working folder is gone ({error.strerror})", "go to a folder that is there"
        ) from None
    kept = [place for archive in archives for place in _with_companions(archive)]
    goals = list(_goals(target))
    for path in (*documents, *files, *kept):
        for goal in goals:
            if goal.is_at(path):
                raise _clash(goal, path)
    own = {identity(status) for place in kept if (status := _status(place))}
    for path in documents:
        if (status := _status(path)) and identity(status) in own:
            raise InputError(
                shown_path(path), "is the archive of this very run", "leave it out of the documents"
            )
    return frozenset(own.union(*(_results_in(folder, goals) for folder in documents)))


def _goals(target: str | None) -> Iterator[_Goal]:
    streams = [
        _Goal(name, status, stream=True)
        for name, descriptor in (("standard output", 1), ("standard error", 2))
        if (status := _opened(descriptor)) and stat.S_ISREG(status.st_mode)
    ]
    yield from streams
    if target is None or is_standard_output(target):
        return
    status = look(target)
    descriptor = descriptor_of(target)
    if descriptor is not None:
        status = _opened(descriptor)
        if status is None:
            raise InputError(shown_path(target), "nothing is open there", ELSEWHERE)
    if status is None or stat.S_ISREG(status.st_mode):
        goal = _Goal(target, status, stream=descriptor is not None)
        for stream in streams:
            if (
                status is not None
                and goal.is_at(target)
                and os.path.samestat(status, stream.status or status)
            ):
                raise _clash(stream, target)
        yield goal


def _results_in(folder: str, goals: Sequence[_Goal]) -> Iterator[Identity]:
    """Files in a folder that the run writes into and that hold nothing to lose.

    Raises:
        InputError: one holds something.
    """
    there = [goal for goal in goals if goal.status is not None]
    if not there or folder == "-" or not is_folder(folder):
        return
    for path in found_in(folder):
        for goal in there:
            if isinstance(path, str) and goal.status is not None and goal.is_at(path):
                if not goal.is_a_result:
                    raise _clash(goal, path)
                yield identity(goal.status)


def _with_companions(archive: str) -> list[str]:
    """The paths of an archive and of what belongs to it, also where it is reached by a link."""
    return [
        f"{place}{end}" for place in dict.fromkeys((archive, os.path.realpath(archive))) for end in COMPANIONS
    ]


def _status(path: str) -> os.stat_result | None:
    """What a path leads to, "-" being standard input."""
    return _opened(0) if path == "-" else status_of(path)


def _opened(descriptor: int) -> os.stat_result | None:
    try:
        return os.fstat(descriptor)
    except OSError:
        return None


def _clash(goal: _Goal, path: str) -> InputError:
    read = "standard input" if path == "-" else shown_path(path)
    if goal.stream:
        return InputError(
            goal.name, f"goes into {read}, which is read or written itself", "send it elsewhere"
        )
    return InputError(shown_path(goal.name), f"not written, because {read} is read in this run", ELSEWHERE)
