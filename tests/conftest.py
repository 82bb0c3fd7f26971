"""What holds for all tests: properties are asked without a clock, because a busy machine is no counterexample,
and a test marked `alone` runs while no other process of the same run is in a test."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "alone: compares times too finely to share the machine with another test"
    )


@pytest.fixture(scope="session")
def turns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path] | None:
    """The files on which the processes of one run (`pytest -n`) agree whose turn it is; None where there is one."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return None
    shared = tmp_path_factory.getbasetemp().parent
    return shared / "next", shared / "running"


@pytest.fixture(autouse=True)
def turn(request: pytest.FixtureRequest, turns: tuple[Path, Path] | None) -> Iterator[None]:
    """A test runs beside others, one marked `alone` beside none.

    Who waits for its turn holds the door (`next`) meanwhile, so that the others, who must pass it too, do not
    keep a test that wants to be alone waiting for ever.
    """
    if turns is None:
        yield
        return
    door, room = turns
    alone = request.node.get_closest_marker("alone") is not None
    with room.open("a") as running:
        with door.open("a") as waiting:
            fcntl.flock(waiting, fcntl.LOCK_EX)
            fcntl.flock(running, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
