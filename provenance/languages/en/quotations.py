"""Quotations without a verb of their own: those that go on, those that float, fragments within statements."""

from __future__ import annotations

from bisect import bisect_left

from provenance.languages.base import Draft
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.subjects import main_subject, subject_before
from provenance.languages.en.words import (
    AND_OR,
    DETERMINERS,
    ED,
    FINITES,
    NAMING,
    PREPOSITIONS,
    is_name,
    is_possessive,
    of,
)
from provenance.passage import Quote

_TITLE_PREPOSITIONS = of("title_prepositions")

#: Quotations of so many words are somebody's words in 98 % of cases, counted on US campaign news; of
#: three to five words in 84 %, of one or two in 65 %.
SURE_SIZE = 6
#: Longest frame before a colon behind its subject, in tokens: a longer one tells a story of its own.
LONGEST_ANNOUNCEMENT = 14
#: Longest title that is told from words spoken, and the words in it that are written small.
LONGEST_TITLE = 8
_SMALL = PREPOSITIONS | DETERMINERS | AND_OR


def is_title(sentence: Sentence, quote: Quote) -> bool:
    """Whether a short quotation is the name of a show, a book, a song: capitals, or a noun that says so."""
    words = [word for word in sentence.words[quote.open + 1 : quote.close] if word[0].isalnum()]
    if quote.size > LONGEST_TITLE or not words:
        return not words
    small = [word for word in words if word[0].islower()]
    if not is_name(words[0]) or sentence.words[quote.close - 1] in ".?!" or not _SMALL.issuperset(small):
        return False
    before = sentence.lower[quote.open - 1] if quote.open > sentence.first else ""
    named = (
        before in NAMING or before in DETERMINERS or before in _TITLE_PREPOSITIONS or is_possessive(before)
    )
    return named or len(words) > 1


def first_half(sentence: Sentence, drafts: list[Draft]) -> Draft | None:
    """The statement of the sentence before that a sentence of quotations goes on with: "A," X said. "B."""
    if not _quotation_only(sentence):
        return None
    found = None
    for draft in reversed(drafts):
        if draft.passage != sentence.number or not _ends_before(draft, sentence):
            break
        if draft.parent is None and any(
            sentence.outer[first] >= 0 or sentence.outer[after - 1] >= 0 for first, after in draft.content
        ):
            found = draft
            if draft.kind == "direct" and not draft.carried:
                break
    return found


def _quotation_only(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but quotations and the marks between them."""
    return sentence.outer[sentence.first] >= 0 and all(
        sentence.outer[at] >= 0 or not sentence.words[at][0].isalnum()
        for at in range(sentence.first, sentence.after)
    )


def _ends_before(draft: Draft, sentence: Sentence) -> bool:
    """Whether no other sentence lies between a statement and `sentence`."""
    reached = max(after for ranges in (draft.content, draft.frame) for _, after in ranges)
    sentences = sentence.passage.sentences
    before = bisect_left(sentences, (sentence.first, 0)) - 1
    return before < 0 or reached > sentences[before][0]


def floating(sentence: Sentence, covered: set[int]) -> list[Draft]:
    """Quotations of a sentence that stand in no statement, long enough to be somebody's words.

    A colon before one, or a subject with any verb behind it, still says who speaks.
    """
    found = []
    for quote in sentence.quotes():
        if quote.open + 1 in covered or is_title(sentence, quote):
            continue
        draft = _behind_colon(sentence, quote) or _before_verb(sentence, quote)
        if draft is None and quote.size >= SURE_SIZE:
            pattern = "quotation without a frame"
            draft = Draft(
                sentence.number, "direct", [(quote.open, quote.close + 1)], pattern, 0.7, carried=True
            )
        if draft is not None:
            found.append(draft)
    return found


def _behind_colon(sentence: Sentence, quote: Quote) -> Draft | None:
    """X lost his temper: "…": whatever X did, the quotation is what was said."""
    colon = quote.open - 1
    if colon <= sentence.first or sentence.words[colon] != ":" or quote.size < 3:
        return None
    draft = announced(sentence, colon)
    if draft is not None:
        draft.content = [(quote.open, quote.close + 1)]
    return draft


def announced(sentence: Sentence, colon: int) -> Draft | None:
    """The frame that ends with the colon, without content yet; None if no subject is found near it."""
    subject = main_subject(sentence, colon)
    if subject is None or not 0 < colon - subject.speaker[-1][1] <= LONGEST_ANNOUNCEMENT:
        return None
    return Draft(
        sentence.number,
        "direct",
        [],
        "X …: quotation",
        0.75,
        speaker=list(subject.speaker),
        cue=[(subject.speaker[-1][1], colon + 1)],
        frame=[(subject.start, colon + 1)],
    )


def _before_verb(sentence: Sentence, quote: Quote) -> Draft | None:
    """ "…," X shot back: behind a quotation that ends in a comma any verb reports."""
    comma = sentence.word(quote.close + 1) == ","
    if quote.size < 2 or not (comma or sentence.words[quote.close - 1] in ",?!"):
        return None
    start = quote.close + 1 + comma
    verb = next((k for k in range(start + 1, start + 16) if _is_past(sentence.word(k), sentence, k)), -1)
    subject = subject_before(sentence, verb, start) if verb >= 0 else None
    if subject is None or subject.start != start:
        return None
    end = verb + 1
    while end - verb < 4 and (low := sentence.word(end)) and low not in (",", ";", ":"):
        end += 1
    return Draft(
        sentence.number,
        "direct",
        [(quote.open, quote.close + 1)],
        "…, X did",
        0.75,
        speaker=list(subject.speaker),
        cue=[(verb, end)],
        frame=[(quote.close + 1, end)],
    )


def _is_past(low: str, sentence: Sentence, at: int) -> bool:
    if not low or low != sentence.words[at]:
        return False
    return low in FINITES or (low.endswith(ED) and len(low) > 4)


def fragments(sentence: Sentence, draft: Draft) -> list[Draft]:
    """The verbatim fragments of this sentence within a statement in other words, as its children."""
    if draft.kind == "direct":
        return []
    found = []
    for quote in sentence.quotes():
        within = any(first <= quote.open and quote.close < after for first, after in draft.content)
        if not within or is_title(sentence, quote):
            continue
        found.append(
            Draft(
                draft.passage,
                "direct",
                [(quote.open, quote.close + 1)],
                "fragment in reported speech",
                0.9 if quote.size >= 3 else 0.7,
                speaker=list(draft.speaker),
                cue=list(draft.cue),
                frame=list(draft.frame),
                addressee=list(draft.addressee),
                attribution_passage=draft.attribution_passage,
                speaker_passage=draft.speaker_passage,
                parent=draft,
                carried=draft.carried,
                agentless=draft.agentless,
            )
        )
    return found
