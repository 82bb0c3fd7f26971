"""Eight times the documents, reprints or distinct names take at most nine times the time and the memory.

CPU time of this thread, the best of several runs; figures of a noisy machine may be high once and not always.
"""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Sequence

import pytest

from provenance.attribute.transliteration import spellings
from provenance.model import Document
from provenance.pipeline import audit
from provenance.report import json_report
from provenance.report.summary import summary_lines
from tests.reprints import made_up, names, reprints, unrelated

#: What is made eight times as large, with its smaller size.
GROWING: dict[str, tuple[Callable[[int], Sequence[Document]], int]] = {
    "documents": (unrelated, 60),
    "reprints": (reprints, 25),
    "reprints on many days": (lambda number: reprints(number, days=number), 25),
    "reprints with a sentence of their own": (lambda number: reprints(number, edit="own sentence"), 25),
    "names": (names, 400),
}
MOST = 9.0
TRIES = 5


def work(documents: Sequence[Document]) -> None:
    """The whole of an audit behind its reading: report, summary and JSON."""
    made = audit(documents)
    list(summary_lines(made))
    json_report.dump(made)


def seconds(documents: Sequence[Document]) -> float:
    gc.collect()
    began = time.thread_time()
    work(documents)
    return time.thread_time() - began


def memory(make: Callable[[int], Sequence[Document]], number: int) -> int:
    documents = make(number)
    gc.collect()
    tracemalloc.start()
    work(documents)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("what", GROWING)
def test_eight_times_as_much_takes_at_most_nine_times_the_time(what: str) -> None:
    make, number = GROWING[what]
    whole = len(make(8 * number))
    few = many = float("inf")
    for _ in range(TRIES):
        # The eighths of the same documents, so that what is remembered of words helps both alike.
        all_documents = make(8 * number)
        eighths = [all_documents[at : at + whole // 8] for at in range(0, whole, whole // 8)]
        few = min(few, sum(map(seconds, eighths)) / 8)
        many = min(many, seconds(make(8 * number)))
        if many <= MOST * few:
            return
    pytest.fail(f"{8 * number} {what}: {many:.2f} s, {many / few:.1f} times those of {number}")


@pytest.mark.parametrize("what", ["documents", "reprints", "names"])
def test_eight_times_as_much_takes_at_most_nine_times_the_memory(what: str) -> None:
    make, number = GROWING[what]
    work(make(2 * number))  # what is remembered of words is bounded, and no part of what grows
    few, many = memory(make, number // 4), memory(make, 2 * number)
    assert many <= MOST * few


def test_eight_times_as_many_names_are_compared_in_at_most_nine_times_the_time() -> None:
    chance = random.Random(1)
    people = [f"{made_up(chance).title()} Mi{made_up(chance)}" for _ in range(8000)]

    def compared(some: Sequence[str]) -> float:
        began = time.thread_time()
        spellings({name: {str(at)} for at, name in enumerate(some)})
        return time.thread_time() - began

    compared(people)
    for _ in range(TRIES):
        few = sum(compared(people[at : at + 1000]) for at in range(0, 8000, 1000)) / 8
        many = compared(people)
        if many <= MOST * few:
            return
    pytest.fail(f"{many:.2f} s, {many / few:.1f} times those of 1000")
