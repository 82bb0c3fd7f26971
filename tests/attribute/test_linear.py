"""A text that is made to be slow costs four times the time when it is four times as long, and no more."""

import gc
import time
from collections.abc import Callable, Iterator
from itertools import count, islice, product

import pytest

from provenance.attribute import find
from provenance.model import Document
from provenance.trace import trace
from tests.builders import document

#: Times of a text and of one four times as long: 4 if reading is linear, 16 if it grows with the square.
STEEPEST = 9.0


def names() -> Iterator[str]:
    """Made-up names, each another."""
    for size in count(2):
        for parts in product("ba do fi ku le mo ra su".split(), repeat=size):
            yield "".join(parts).capitalize()


def distinct(pattern: str) -> Callable[[int], str]:
    """A text of sentences with a name of its own each."""

    def made(size: int) -> str:
        sentences = (pattern.format(name) for name in names())
        return "".join(islice(sentences, size // len(pattern)))

    return made


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit) + 1)


def nested(opening: str, closing: str) -> Callable[[int], str]:
    def made(size: int) -> str:
        depth = size // len(opening + closing)
        return opening * depth + closing * depth

    return made


SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "clauses that never end": ("de", repeated("sagte, dass ")),
    "subjunctives that never end": ("de", repeated("sagte Berg, er sei ")),
    "documents that nobody named before": ("de", distinct("Laut dem {}bericht regnet es. ")),
    "pronouns in one sentence": ("de", repeated("Er sagte, sie sage, ")),
    "bodies that a pronoun may mean": ("de", repeated("Die Behörde tagt. Sie sagte, es regne. ")),
    "reports by nobody": ("de", repeated("hieß es. ")),
    "reports by nobody in one sentence": ("de", repeated("hieß es, ")),
    "sources before and behind": ("de", repeated("Laut Berg ")),
    "sources behind": ("de", repeated("Berg zufolge ")),
    "sources of a noun": ("de", repeated("12 nach Angaben ")),
    "shares of nobody": ("de", repeated("46 Prozent sagten, es regne. ")),
    "shares of no poll": ("en", repeated("The rain fell and 74 percent said they were tired. ")),
    "offices over two countries": (
        "de",
        repeated("US-Präsident Otto Lind reiste ab. Der russische Präsident sagte, man warte. "),
    ),
    "names joined, and who they are": (
        "de",
        repeated("Otto Lind und Ina Holm kamen. Man warte, sagten sie. "),
    ),
    "media beside those who speak": (
        "de",
        repeated("Laut der Nordpost ist es kalt. Ina Holm sagte, es regne. "),
    ),
    "papers that only relay": ("de", repeated("Es fehle Geld, sagte Otto Lind laut der Nordpost. ")),
    "opening marks": ("de", repeated("„Haus ")),
    "opening marks that nothing closes": ("de", repeated("„a » ")),
    "marks in marks": ("de", nested("„a ", "“ ")),
    "single marks in single marks": ("de", nested("‚a. ", "’ sagte er ")),
    "full stops in a row": ("de", repeated("!!!!!!!!a")),
    "words of doubt": ("de", repeated("Offenbar sei er angeblich krank. ")),
    "unclear sources": ("de", repeated("Die Quelle bleibt unklar. ")),
    "media": ("de", repeated("laut der FAZ, ")),
    "compounds": ("de", repeated("a-")),
    "mastheads": ("de", distinct("Die Zeitung {} berichtete es. ")),
    "persons": ("de", distinct("„Es ist so gut“, sagte Otto {}. ")),
    "persons and pronouns": ("de", distinct("Anna {} sagte, er komme. Der Richter sagte, er gehe. ")),
    "offices": ("de", distinct("Der {}minister Otto Berg sagte, er komme. ")),
    "joined subjects": ("en", repeated("and Bo and Al said he ")),
    "quotations across sentences": ("en", repeated("“a. b” said x ")),
    "questions before a frame": ("en", repeated("“Why so?” Smith asked. ")),
    "claims in claims": ("en", repeated("Smith said that ")),
    "brackets": ("en", repeated("said that ) ")),
}


def seconds(made: Document) -> float:
    """CPU seconds from a document to its chains."""
    gc.collect()  # not while we measure
    began = time.process_time()
    sources = find(made)
    trace([made], sources, [])
    return time.process_time() - began


@pytest.mark.parametrize("shape", SHAPES)
def test_the_time_grows_with_the_text(shape: str) -> None:
    language, text = SHAPES[shape]
    small, large = (document(text(size), language=language) for size in (3_000, 12_000))
    seconds(small)  # tables and modules loaded
    once = min(seconds(small) for _ in range(3))
    assert min(seconds(large) for _ in range(2)) < STEEPEST * max(once, 0.01)


def test_a_coordination_asks_once_for_what_stands_before_it() -> None:
    made = document(f"{'Al and ' * 13}Bo said that the dam holds. " * 30, language="en")
    assert seconds(made) < 1
