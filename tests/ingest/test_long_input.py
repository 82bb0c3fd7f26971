"""Reading a text or a page that is made to be slow costs four times the time when it is four times as long."""

import gc
import time
from collections.abc import Callable

import pytest

from provenance.ingest import parse
from provenance.ingest.plain import _without_pictures
from provenance.model import Block
from tests.builders import document

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


def test_what_stands_under_pictures_is_left_out_in_one_pass() -> None:
    def taken(number: int) -> float:
        made = document("Foto: Lind\n" * number)
        made.blocks = [Block("photo_credit", 11 * at, 11 * at + 10) for at in range(number)]
        gc.collect()
        began = time.process_time()
        assert not _without_pictures(made).strip()
        return time.process_time() - began

    once = min(taken(8_000) for _ in range(3))
    assert taken(32_000) < STEEPEST * max(once, 0.005)


def test_a_credit_within_its_caption_is_left_out_with_it() -> None:
    made = document("Der Damm. Foto: Lind. Ein Satz.")
    made.blocks = [Block("caption", 0, 21), Block("photo_credit", 10, 20), Block("paragraph", 22, 31)]
    assert _without_pictures(made) == " " * 21 + " Ein Satz."
