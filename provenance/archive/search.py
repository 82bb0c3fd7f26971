"""Full-text search over kept documents: BM25 with stemmed words, each word of a question counted once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.archive.record import unpack
from provenance.archive.schema import VERSIONS
from provenance.archive.upkeep import Tell
from provenance.errors import InputError, raised
from provenance.match.keys import GRAMMAR
from provenance.match.numerals import fold
from provenance.model import Document, Statement

#: A headline's word counts this much more than the text's. MAP@5 on development tweets: 1 → .843, 1.5 → .844, 2 → .842.
TITLE = 1.5
#: Questions longer than this are cut: a post or a paragraph is meant, not a book.
LONGEST = 200
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\bpic\.twitter\.com/\S+")
_WORD = re.compile(r"[^\W_]+")
#: "@HillaryClinton", "#BrexitChaos": the words in a name written as one.
_PARTS = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])|\d+")


@dataclass(slots=True)
class Result:
    """A kept document that answers a question; the statements in it that hold most of the question's words."""

    document: Document
    version: int
    score: float
    statements: list[Statement]


def search(
    database: sqlite3.Connection,
    question: str,
    on_error: Tell = raised,
    *,
    most: int = 10,
    statements: int = 2,
) -> Iterator[Result]:
    """The newest versions that answer best, the best first; nothing for a question without words.

    A damaged record is told to `on_error` and left out, and so are words beyond the longest question.
    """
    words = question_words(question)
    if len(_WORD.findall(_ADDRESS.sub(" ", question))) > LONGEST:
        on_error(
            InputError("the question", f"only its first {LONGEST} words are looked for", "ask in fewer words")
        )
    for version, number, score in ranked(database, question, most=most):
        blob, name = database.execute(
            f"SELECT record, name FROM {VERSIONS} WHERE version.id = ?", (version,)
        ).fetchone()
        try:
            document = unpack(blob, name).document
        except InputError as error:
            on_error(error)
            continue
        yield Result(document, number, score, _best(document, words, statements))


def ranked(database: sqlite3.Connection, question: str, *, most: int) -> list[tuple[int, int, float]]:
    """Version row, version number and score of the best documents; higher is better."""
    words = question_words(question)
    if not words:
        return []
    match = " OR ".join(f'"{word}"' for word in words)
    return database.execute(
        f"SELECT version.id, version.number, -bm25(version_words, {TITLE}, 1.0) AS score FROM version_words"
        f" JOIN ({VERSIONS}) ON version.id = version_words.rowid"
        " WHERE version_words MATCH ? AND current = 1 ORDER BY score DESC, name LIMIT ?",
        (match, most),
    ).fetchall()


def question_words(question: str) -> list[str]:
    """The words to look for, each once: addresses dropped, names written as one word also taken apart.

    Words of grammar are left out where others remain: they cost most and tell nothing.
    """
    words: dict[str, None] = {}
    for word in _WORD.findall(_ADDRESS.sub(" ", question))[:LONGEST]:
        words[word.casefold()] = None
        parts = _PARTS.findall(word)
        if len(parts) > 1:
            words.update(dict.fromkeys(part.casefold() for part in parts if len(part) > 1))
    content = [word for word in words if fold(word) not in GRAMMAR]
    return content or list(words)


def _best(document: Document, words: list[str], most: int) -> list[Statement]:
    """The statements with most of the words, in order of the text."""
    wanted = set(words)
    rated = []
    for place, statement in enumerate(document.statements):
        if statement.parent is None:
            held = len(wanted.intersection(word.casefold() for word in _WORD.findall(statement.text)))
            if held:
                rated.append((-held, place, statement))
    return [statement for _, _, statement in sorted(sorted(rated)[:most], key=lambda entry: entry[1])]
