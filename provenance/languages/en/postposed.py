"""Frames behind or inside their content: "…," X said; "…," said X; "The plan, X said, is over"."""

from __future__ import annotations

from provenance.languages.base import Draft, Range
from provenance.languages.en.complements import Complement, Tail
from provenance.languages.en.content_ends import first_comma
from provenance.languages.en.cues import Cue
from provenance.languages.en.noun_phrases import is_phrase_opener, speaker_after
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.subjects import Subject, subject_before
from provenance.languages.en.verbs import has_form
from provenance.languages.en.words import (
    AS,
    COORDINATORS,
    ED,
    FINITES,
    ING,
    OCCASIONS,
    RELATIVE_HEADS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    THAT,
    of,
)
from provenance.passage import Quote

_ADVERBIAL_OPENERS = SUBORDINATORS - of("content_subordinators")
_FRAME_ADVERBIALS = of("frame_adverbials")
_FRAME_STOPS = of("frame_stops") | {";", ":"}
_INVERTED_STOPS = of("inverted_stops") | {","}
_INVERTED_SUBJECTS = of("inverted_subjects")
_NO_CONTINUATIONS = of("no_continuations")
_OPEN_OBJECTS = of("open_objects")


def wholly_quoted(sentence: Sentence, content: list[Range]) -> bool:
    """Whether every word of the content stands in quotation marks; a "that" before them does not count."""
    return all(
        sentence.outer[at] >= 0
        or not sentence.words[at][0].isalnum()
        or (at == content[0][0] and sentence.lower[at] in THAT)
        for first, after in content
        for at in range(first, after)
    )


def relative(sentence: Sentence, cue: Cue, subject: Subject, behind: Complement | Tail) -> Draft | None:
    """Which they say has failed; whom he described as volatile: the content's head precedes the frame."""
    head, start = subject.start - 1, cue.at + 1
    if sentence.word(head) not in RELATIVE_HEADS or start >= sentence.body:
        return None
    low = sentence.lower[start]
    verb = low in FINITES or low.endswith(ED)
    if isinstance(behind, Tail):
        open_ended = verb or sentence.opens(start) is not None or low in _OPEN_OBJECTS
    else:
        open_ended = behind.kind == "preposition" or (behind.kind == "clause" and verb)
    if not open_ended or (sentence.lower[head] in THAT and not verb):
        return None
    return Draft(
        sentence.number,
        "indirect",
        [(head, head + 1), (start, first_comma(sentence, start, sentence.body))],
        f"which X {cue.verb.infinitive}",
        0.75,
        speaker=list(subject.speaker),
        cue=[(cue.first, cue.at + 1)],
        frame=[(subject.start, cue.at + 1)],
    )


def postposed(
    sentence: Sentence, cue: Cue, subject: Subject, behind: Complement | Tail, floor: int
) -> Draft | None:
    """A frame whose subject stands before its verb: "…," X said; "…," X said, "…"; …, as X said."""
    if not cue.verb.allows & {"q", "d"}:
        return None
    as_clause = subject.start > floor and sentence.word(subject.start - 1) in AS and isinstance(behind, Tail)
    start = subject.start - as_clause
    quote = _quotation_before(sentence, start, floor)
    if quote is None and "d" not in cue.verb.allows:
        return None
    if isinstance(behind, Complement):
        if quote and quote.open <= floor + 1 and not (behind.kind == "quotation" and behind.comma):
            # The whole sentence so far is quoted: "…," X said of the plan.
            behind = Tail(behind.cue_after, list(behind.hearer))
        elif not _is_second_half(sentence, start, behind, quote, floor):
            return None
    elif quote is None and not as_clause and not _clause_before(sentence, start, floor):
        inside = start - 1 > floor and sentence.word(start - 1) == "," and sentence.word(behind.end) == ","
        if not inside or _second_half(sentence, behind.end, False) is None:
            return None
    draft = Draft(
        sentence.number,
        "direct" if quote else "indirect",
        [],
        f"…, X {cue.verb.infinitive}",
        0.95 if quote else 0.88,
        speaker=list(subject.speaker),
        cue=[(cue.first, cue.at + 1)],
        addressee=list(behind.hearer),
    )
    end = behind.end if isinstance(behind, Tail) else behind.start - 1
    return _around(sentence, draft, quote, start, end, floor)


def inverted(sentence: Sentence, cue: Cue, floor: int) -> Draft | None:
    """A frame whose verb stands before its subject: "…," said X, a teacher."""
    at = cue.at
    if (
        cue.kind == "ing"
        or cue.first < at
        or "q" not in cue.verb.allows
        or not floor < at < sentence.body - 1
    ):
        return None
    if not is_phrase_opener(sentence, at + 1) and sentence.lower[at + 1] not in _INVERTED_SUBJECTS:
        return None
    quote = _quotation_before(sentence, at, floor)
    if quote is None and not _closes_clause(sentence, cue, floor):
        return None
    end = speaker_after(sentence, at + 1, sentence.body)
    if end == at + 1:
        return None
    draft = Draft(
        sentence.number,
        "direct" if quote else "indirect",
        [],
        f"…, {sentence.lower[at]} X",
        0.95 if quote else 0.85,
        speaker=[(at + 1, end)],
        cue=[(at, at + 1)],
    )
    while (low := sentence.word(end)) and low not in (",", ";", ":"):
        end += 1
    return _around(sentence, draft, quote, at, end, floor)


def _quotation_before(sentence: Sentence, at: int, floor: int) -> Quote | None:
    """The quotation that ends right before token `at`, a comma between allowed."""
    last = at - 2 if sentence.breaks(at - 1) else at - 1
    quote = sentence.closes(last) if last >= floor else _quotation_of_sentence_before(sentence, at)
    return quote if quote and quote.size > 1 else None


def _quotation_of_sentence_before(sentence: Sentence, at: int) -> Quote | None:
    """ "Why?" Smith asked: the question mark ended the sentence, so its quotation stands before this one."""
    last = sentence.first - 1
    if at != sentence.first or last < 1 or sentence.outer[last] < 0:
        return None
    quote = sentence.passage.quotes[sentence.outer[last]]
    return quote if quote.close == last and sentence.words[last - 1] in "?!" else None


def _is_second_half(
    sentence: Sentence, start: int, behind: Complement, quote: Quote | None, floor: int
) -> bool:
    """Whether the quotation behind a frame goes on with what stands before it: "But," X said, "it is over".

    A second half begins with a small letter; an adverbial of the frame ("In an interview, X said, …")
    does not count as a first half.
    """
    if behind.kind != "quotation" or not behind.comma or sentence.words[behind.start - 1] != ",":
        return False
    if quote is not None:
        return True
    within = behind.start + 1
    if start - 1 <= floor or sentence.word(start - 1) != "," or within >= sentence.after:
        return False
    of_frame = OCCASIONS | _FRAME_ADVERBIALS
    return sentence.words[within][0].islower() and of_frame.isdisjoint(sentence.lower[floor:start])


def _around(
    sentence: Sentence, draft: Draft, quote: Quote | None, start: int, end: int, floor: int
) -> Draft | None:
    """Fill in the content before and behind a frame that reaches from `start` to `end`."""
    if sentence.breaks(start - 1):
        start -= 1
    if quote is not None and quote.open < sentence.first:
        before = (quote.open, quote.close + 1)
    else:
        before = (_content_start(sentence, quote, start, floor), start)
    rest = _second_half(sentence, end, quote is not None)
    draft.content = [piece for piece in (before, rest) if piece and piece[1] > piece[0]]
    draft.frame = [(start, rest[0] if rest else _frame_end(sentence, end))]
    if draft.kind == "direct" and not wholly_quoted(sentence, draft.content):
        draft.kind = "indirect"
    return draft if draft.content else None


def _content_start(sentence: Sentence, quote: Quote | None, start: int, floor: int) -> int:
    """Start of content that ends before `start`: behind the mark or conjunction that parts it from others."""
    first = floor
    while first < start and (
        sentence.breaks(first) or sentence.word(first) in COORDINATORS or sentence.word(first) in (";", ":")
    ):
        first += 1
    if quote is not None and first <= quote.open <= first + 2:
        return quote.open
    return first


def _second_half(sentence: Sentence, end: int, quoted: bool) -> Range | None:
    """What the sentence goes on with behind a frame in the middle: ", "…"" or ", is over"."""
    if sentence.opens(end):
        return (end, sentence.body)
    if end + 1 >= sentence.after or not (sentence.breaks(end) or sentence.word(end) == ":"):
        return None
    quote = sentence.opens(end + 1)
    if quote:
        return (end + 1, _quotation_end(sentence, quote) if quoted else sentence.body)
    low = sentence.lower[end + 1]
    if (
        quoted
        or sentence.words[end] == ":"
        or low in SUBORDINATORS
        or low.endswith(ING)
        or has_form(low, "ing")
    ):
        return None
    return None if low in _NO_CONTINUATIONS else (end + 1, sentence.body)


def _quotation_end(sentence: Sentence, quote: Quote) -> int:
    """End of a quotation with the sentence's own words behind it, if they go on with it."""
    after = quote.close + 1
    goes_on = sentence.word(after)[:1].isalnum() and sentence.words[quote.close - 1] not in ".!?,"
    return sentence.body if goes_on else after


def _frame_end(sentence: Sentence, end: int) -> int:
    """A frame without content behind it reaches to the next mark, adverbial clause or the sentence's end."""
    while (low := sentence.word(end)) and not sentence.breaks(end):
        if low in _FRAME_STOPS:
            break
        end += 1
    return end


def _clause_before(sentence: Sentence, at: int, floor: int) -> bool:
    """Whether a clause with a finite verb stands before the comma at the left of `at`."""
    comma = at - 1
    if comma <= floor or sentence.words[comma] != ",":
        return False
    opener = sentence.lower[floor]
    if opener in _ADVERBIAL_OPENERS:
        return "," in sentence.words[floor + 1 : comma]
    return any(
        low in FINITES or has_form(low, "s", "past") or (low.endswith(ED) and k > floor)
        for k, low in enumerate(sentence.lower[floor:comma], floor)
    )


def _closes_clause(sentence: Sentence, cue: Cue, floor: int) -> bool:
    """Whether "…, said X" closes a clause, told from "X, a teacher, said the plan had failed"."""
    at = cue.at
    if (
        sentence.word(at - 1) != ","
        or cue.verb.allows & {"h", "x"}
        or sentence.lower[at + 1] in SUBJECT_PRONOUNS
    ):
        return False
    if not _clause_before(sentence, at, floor) and ("o" in cue.verb.allows or at - floor < 4):
        return False
    for k in range(at + 2, sentence.body):
        low = sentence.lower[k]
        if low in _INVERTED_STOPS:
            break
        if sentence.outer[k] >= 0 or low in FINITES or low in SUBJECT_PRONOUNS:
            return False
    subject = subject_before(sentence, at, sentence.first)
    return subject is None or subject.start != floor or sentence.words[at + 1].islower()
