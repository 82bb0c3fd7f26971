"""Reading a text or a page that is made to be slow costs four times the time when it is four times as long."""

import gc
import time
from collections.abc import Callable

import pytest

from provenance.ingest import parse

#: Times of a text and of one four times as long: 4 if reading is linear, 16 if it grows with the square.
STEEPEST = 9.0
PAGE = (
    "<!doctype html><html lang=de><body><article><h1>Damm</h1><p>Der Damm hat Risse, sagte Ruth Calder.</p>"
)


def repeated(unit: str, head: str = "") -> Callable[[int], bytes]:
    return lambda size: (head + unit * (size // len(unit) + 1)).encode()


SHAPES: dict[str, Callable[[int], bytes]] = {
    "labels of credits": repeated("Foto: Lind "),
    "labels of credits in one word": repeated("Foto:"),
    "labels without a sign": repeated("x images via "),
    "credits in lines": repeated("Foto: Lind/dpa\n"),
    "pictures in one box": repeated("<img src=a>", PAGE),
    "pictures with words of their own": repeated("<img src=a alt='Ein Damm'>", PAGE),
    "pictures of one shape": repeated("<div><img src=a>Am Damm</div>", PAGE),
}


def seconds(data: bytes) -> float:
    """CPU seconds from bytes to a document."""
    gc.collect()  # not while we measure
    began = time.process_time()
    parse(data, "a")
    return time.process_time() - began


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_with_what_is_read(shape: str) -> None:
    small, large = (SHAPES[shape](size) for size in (20_000, 80_000))
    seconds(small)  # tables and modules loaded
    once = min(seconds(small) for _ in range(3))
    assert min(seconds(large) for _ in range(2)) < STEEPEST * max(once, 0.005)
