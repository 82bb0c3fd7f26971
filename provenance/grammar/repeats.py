"""Quotations that a page shows twice, in a headline or beside the text, and with their frame in the text itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from provenance.grammar.carrying import speaker_home
from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Range
from provenance.passage import Passage

#: Fewer quoted words are repeated by chance.
SHORTEST = 4
#: No more words of a quotation are compared.
LONGEST = 400
WHERE = "quotation again"
#: Where words were left out.
CUT, ELLIPSES = "|", frozenset({"...", "…"})
#: The first words of a stretch within a framed quotation → the quotation's words, and the statement.
Said = Mapping[tuple[str, ...], tuple[str, Candidate]]


def read_repeats(
    grammar: Grammar, passages: Sequence[Passage], found: Sequence[Candidate]
) -> list[Candidate]:
    """The statements of a document, with those that only repeat the words of a framed quotation as its speaker's.

    A repeat that was found without a frame loses whom it was given to; one that was not found stands at the end.
    """
    out = list(found)
    row = next(iter(grammar.rows_by("none", WHERE)), None)
    said = _said(passages, found) if row is not None else {}
    if row is None or not said:
        return out
    covered: dict[int, set[int]] = {}
    for one in found:
        for piece in one.content:
            covered.setdefault(one.passage, set()).update(range(*piece))
    loose = {
        (one.passage, one.content): at
        for at, one in enumerate(found)
        if not (one.cue or one.parent) and (one.speaker.carried or not one.speaker.phrases)
    }
    for number, passage in enumerate(passages):
        for content in _quotations(passage):
            at = loose.get((number, content), -1)
            if at < 0 and not covered.get(number, set()).isdisjoint(range(*content[0])):
                continue
            whole = _whole(_words(passage, content), said)
            if whole is None or whole.passage == number:
                continue
            speaker = replace(whole.speaker, passage=speaker_home(whole), carried=True, rivals=())
            again = Candidate(row, number, content, (), (), speaker, weight=row.confidence.content)
            if at < 0:
                out.append(again)
            else:
                out[at] = again
    return out


def _said(passages: Sequence[Passage], found: Sequence[Candidate]) -> Said:
    said: dict[tuple[str, ...], tuple[str, Candidate]] = {}
    for one in found:
        if one.row.kind != "direct" or not one.speaker.phrases or not (one.cue or one.speaker.named_before):
            continue
        words = _words(passages[one.passage], one.content)
        text = _text(words)
        for at in range(len(words) - SHORTEST + 1):
            said.setdefault(tuple(words[at : at + SHORTEST]), (text, one))
    return said


def _whole(words: Sequence[str], said: Said) -> Candidate | None:
    """The statement that holds all that some words say, in the stretches between words that were left out."""
    text, whole = said.get(tuple(words[:SHORTEST]), ("", None))
    return whole if all(part in text for part in _text(words).split(CUT)) else None


def _text(words: Sequence[str]) -> str:
    return "".join(word if word == CUT else f" {word}" for word in words)


def _quotations(passage: Passage) -> Iterator[tuple[Range]]:
    """The outermost quotations of a passage that are long enough."""
    last = -1
    for quote in passage.quotes:
        if quote.open > last and quote.size >= SHORTEST:
            yield ((quote.open, quote.close + 1),)
            last = quote.close


def _words(passage: Passage, content: Sequence[Range]) -> list[str]:
    """The words of some token ranges without marks, and where words were left out."""
    words: list[str] = []
    for first, after in content:
        for at in range(first, min(after, first + LONGEST)):
            if passage.words[at][0].isalnum():
                words.append(passage.lower[at])
            elif passage.words[at] in ELLIPSES:
                words.append(CUT)
    return words
