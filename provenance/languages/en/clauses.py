"""Tokens of an English sentence → its frames, read whole: who speaks, and where the content begins and ends.

English marks a clause of content by no comma, so that the verb decides where it begins: what stands behind a reporting
verb, its hearer and its adverbials (Huddleston and Pullum, chapter 11).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from provenance.grammar.records import Clause, Range, Sentence
from provenance.languages.en.acts import ACTS
from provenance.languages.en.frames import WORDS, Frames
from provenance.languages.en.labels import GIVEN
from provenance.languages.en.phrases import DASHES, FORMS
from provenance.languages.en.words import is_name
from provenance.passage import Passage, Quote
from provenance.passage.sentences import LONGEST

#: Sentences that quotations join are one up to so many tokens; the longest that US campaign news join have 329.
LONGEST_JOINED = 2 * LONGEST
#: Behind a quotation that a question mark ends the frame is short.
LATE_FRAME = 7
LATE_MARKS = frozenset({"?", "!", "…", "..."})
#: A subject that opens its sentence has at most so many tokens before it.
LATE_SUBJECT = 2
_TRIGGERS = FORMS.keys() | WORDS.keys() | ACTS.keys() | {":"}


def read_sentence(passage: Passage, number: int, first: int, after: int) -> Sentence:
    """One sentence of a passage, uncut, with its frames."""
    reader = Frames(passage, first, after)
    body = reader.body
    whole = Clause(0, first, body, "", "fragment", first, passage.lower[first], section=(first, body))
    quotes = tuple(reader.quotes)
    return Sentence(passage, number, first, after, body, (whole,), quotes, [first], frames=reader.frames())


def person_in(sentence: Sentence) -> Range | None:
    """The person with a full name who is the subject of a sentence: "Marsh's lawyer, Otto Lind, was brief.\""""
    reader = Frames(sentence.passage, sentence.first, sentence.after)
    subject = reader.main_subject(reader.body)
    if subject is None or subject[1] > sentence.first + LATE_SUBJECT:
        return None
    words, low = sentence.passage.words, sentence.passage.lower
    named = any(
        low[at] in GIVEN and is_name(words[at]) and is_name(words[at + 1])
        for at in range(subject[0][0], subject[0][1] - 1)
    )
    return subject[0] if named else None


def units(passage: Passage) -> Iterator[Range]:
    """The sentences of a passage; those that a quotation spans are one, and "Why?" with its frame behind it."""
    if not passage.inside:
        yield from passage.sentences
        return
    outer = _outermost(passage)
    first, last = 0, len(passage.words)
    for _, after in passage.sentences:
        number = bisect_left(outer, after, key=_close)
        opened = outer[number].open if number < len(outer) and after < last else last
        within = opened < after
        if within and after - first > LONGEST_JOINED:
            # Cut before the quotation that goes on, unless it is all that there is.
            after = opened
            within = after <= first
        elif not within and after < last and passage.inside[after - 1] >= 0:
            within = _framed_late(passage, after) and after - first <= LONGEST_JOINED
        if not within:
            yield first, after
            first = after


def _outermost(passage: Passage) -> list[Quote]:
    """The quotations that stand in no other."""
    found: list[Quote] = []
    for quote in passage.quotes:
        if not found or quote.open > found[-1].close:
            found.append(quote)
    return found


def _close(quote: Quote) -> int:
    return quote.close


def _framed_late(passage: Passage, at: int) -> bool:
    """ "Why?" Smith asked; "It may …" Smith said: the mark ended the sentence, but its frame follows."""
    if passage.words[at] in DASHES:
        return True  # "“…” ― Anna Lind"
    if passage.words[at - 2] not in LATE_MARKS or passage.inside[at] >= 0:
        return False
    for k in range(at, min(at + LATE_FRAME, len(passage.words))):
        form = FORMS.get(passage.lower[k])
        if form is not None and "q" in form.verb.allows:
            return True
        if not passage.words[k][0].isalnum() and passage.words[k] != ".":
            return False
    return False


def may_report(passage: Passage, first: int, after: int) -> bool:
    """Whether a sentence holds any word by which a construction could begin."""
    if not _TRIGGERS.isdisjoint(passage.lower[first:after]):
        return True
    return bool(passage.inside) and max(passage.inside[first:after]) >= 0
