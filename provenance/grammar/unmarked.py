"""Texts that lost their quotation marks on the way: who speaks of himself in them is quoted.

Archives and agencies hand on texts without marks (of 513 German ones with agency credits 432 hold none). Where such a
text has several frames, or one with words in the first person ("Wir warten, sagt Lund"), a sentence of its own in the
first person is a direct quotation: of 60 in texts nobody had marked 52 were, and the rest stood in essays. What stands
behind a colon is not: of 40 such clauses 15 were quoted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from provenance.grammar.carrying import speaker_home
from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Range, Row, Speaker
from provenance.grammar.speakers import can_speak, main_subject
from provenance.passage import Passage

WHERE = "unmarked"
#: Pairs of marks that such a text may still have: titles, and a headline that was kept as it was.
STRAY = 2
#: So many frames make a report. A text with a larger share of sentences in the first person, or with so many of them
#: for one frame, is the writer's own story.
FRAMES, OWN_STORY, PER_FRAME = 2, 0.4, 4
#: Over so many sentences a quotation leads to the frame behind it.
NEAR = 2
#: What announces the words of people; behind laut and zufolge stand documents as well.
ACTING = frozenset({"verb", "any verb", "particle", "comparison", "pointer", "wording", "name"})


def read_unmarked(
    grammar: Grammar, passages: Sequence[Passage], found: Sequence[Candidate]
) -> list[Candidate]:
    """The statements of a document with those that lost their marks, which stand at the end."""
    row = next(iter(grammar.rows_by("none", WHERE)), None)
    if row is None or sum(len(passage.quotes) for passage in passages) > STRAY:
        return list(found)
    framed = [one for one in found if one.cue and one.speaker.phrases and one.row.kind != "reported"]
    spoken = any(
        _is_personal(grammar, passages[one.passage], piece) for one in framed for piece in one.content
    )
    if not (spoken or len(framed) >= FRAMES) or any(one.row.content.where == "answer" for one in found):
        return list(found)
    units = [(number, unit) for number, passage in enumerate(passages) for unit in grammar.units(passage)]
    told = {
        (one.passage, at)
        for one in found
        for first, after in (*one.content, *one.frame)
        for at in range(first, after)
    }
    own = [
        (number, unit)
        for number, unit in units
        if _is_personal(grammar, passages[number], unit)
        and told.isdisjoint((number, at) for at in range(*unit))
    ]
    if len(own) > min(OWN_STORY * len(units), PER_FRAME * len(framed)):
        return list(found)
    return [*found, *_quoted(grammar, passages, row, own, _speakers(grammar, passages, framed))]


def _quoted(
    grammar: Grammar,
    passages: Sequence[Passage],
    row: Row,
    own: Sequence[tuple[int, Range]],
    speakers: Sequence[Candidate],
) -> Iterator[Candidate]:
    """The sentences of `own` as quotations, each with who speaks."""
    places = [(one.passage, one.content[0][0]) for one in speakers]
    for number, unit in own:
        passage = passages[number]
        if "(" in passage.words[slice(*unit)]:
            continue  # "der Satz (Wir sind dabei) folgt": what stands in brackets is a part
        start, speaker = _named_here(grammar, passage, number, unit)
        if speaker is None and speakers:
            behind = bisect_left(places, (number, unit[0]))
            before, after = speakers[max(behind - 1, 0)], speakers[min(behind, len(speakers) - 1)]
            follows = (
                after
                if behind < len(speakers) and _leads_to(grammar, passage, number, unit, before, after)
                else before
            )
            speaker = replace(
                follows.speaker, way="carried over", passage=speaker_home(follows), rivals=(), carried=True
            )
        if speaker is not None:
            content = ((start, unit[1]),)
            yield Candidate(row, number, content, (), (), speaker, weight=row.confidence.content)


def _leads_to(
    grammar: Grammar, passage: Passage, number: int, unit: Range, before: Candidate, after: Candidate
) -> bool:
    """ "Wir warten. Es ist kalt, sagt Lund.": whether a frame behind a sentence is nearer than the one before it."""
    if after.passage != number or after.row.content.where != "around":
        return False
    opens = [first for first, _ in grammar.units(passage)]
    here, behind = bisect_right(opens, unit[0]), bisect_right(opens, after.content[0][0])
    last = bisect_right(opens, before.content[0][0]) if before.passage == number else 0
    return behind - here < min(here - last, NEAR + 1)


def _speakers(grammar: Grammar, passages: Sequence[Passage], framed: Sequence[Candidate]) -> list[Candidate]:
    """The statements whose speakers may go on, in the order of the text."""
    acting = [one for one in framed if one.row.cue.by in ACTING]
    opens = {
        number: [first for first, _ in grammar.units(passages[number])]
        for number in {one.passage for one in acting}
    }
    own = [one for one in acting if not _is_told(grammar, passages[one.passage], opens[one.passage], one)]
    return sorted(own, key=lambda one: (one.passage, one.content[0][0]))


def _is_personal(grammar: Grammar, passage: Passage, tokens: Range) -> bool:
    return not grammar.words.of_themselves.isdisjoint(passage.lower[slice(*tokens)])


def _is_told(grammar: Grammar, passage: Passage, opens: Sequence[int], one: Candidate) -> bool:
    """ "Ich zeigte ihm Noten, da hat er gesagt: Los!": a frame in what somebody else tells of himself; `opens` are the
    first tokens of the passage's sentences."""
    start = one.content[0][0]
    first = opens[max(bisect_right(opens, start) - 1, 0)]
    return bool(one.frame) and _is_personal(grammar, passage, (first, start))


def _named_here(grammar: Grammar, passage: Passage, number: int, unit: Range) -> tuple[int, Speaker | None]:
    """ "Torwart Ina Berg: Wir haben gut gespielt": where the words begin, and who is named before their colon."""
    first, after = unit
    colon = next((at for at in range(first + 1, after - 1) if passage.words[at] == ":"), -1)
    sentence = grammar.read(passage, number, first, after)
    phrase = main_subject(grammar, sentence)
    if colon < 0 or _is_personal(grammar, passage, (first, colon)):
        named = phrase is not None and any(
            passage.words[at][0].isupper() for at in range(phrase[0] + 1, phrase[1])
        )
        able = named and phrase is not None and can_speak(grammar, sentence, phrase) > 0
        return first, Speaker((phrase,), "subject of the sentence") if able and phrase else None
    if phrase is None or phrase[1] > colon:
        phrase = (first, colon) if grammar.phrase(sentence, first, colon) == colon else None
    able = phrase is not None and can_speak(grammar, sentence, phrase) > 0
    return colon + 1, Speaker((phrase,), "named before the colon") if able and phrase else None
