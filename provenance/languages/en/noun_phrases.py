"""Noun phrases found from the side on which the verb stands: subjects before it, speakers behind it.

There is no tagger: a phrase is bounded by function words, finite verbs and punctuation, and trimmed of
the adverbials before it.
"""

from __future__ import annotations

from provenance.languages.en.sentences import DASHES, Sentence
from provenance.languages.en.verbs import has_form, reporting_forms
from provenance.languages.en.words import (
    AND_OR,
    ATTACHING,
    CLAUSE_OPENERS,
    CONTRACTED_SUBJECTS,
    DETERMINERS,
    ED,
    FINITES,
    HER,
    INCLUDING,
    ING,
    MAY,
    OBJECT_PRONOUNS,
    OCCASIONS,
    OF,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    SENTENCES,
    SPEAKER_RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    TITLES,
    is_adverb,
    is_name,
    is_possessive,
    of,
)

_ADVERBIAL_LEADS = of("adverbial_leads")
_APPOSITION_OPENERS = of("apposition_openers")
_NAME_TAILS = of("name_tails")
_OF_FOR = of("of_for")
_PHRASE_PREPOSITIONS = of("phrase_prepositions")
_PLACE_ADJECTIVES = of("place_adjectives")
_PLAIN_TIMES = TIME_WORDS - of("month_or_verb")
_TODAY = of("today")

#: Marks that may stand inside a name or a noun phrase.
INNER_MARKS = frozenset({"&", "/", "%", "$", "#", "@", "'", "’", "+"})
#: The longest subject that is believed: longer ones swallowed a clause.
LONGEST = 28
#: The longest speaker behind a verb, appositions included.
LONGEST_SPEAKER = 80
#: Quotations up to so many words can be part of a phrase: the "Today" show.
SHORT_QUOTATION = 3
_SUBJECTS = SUBJECT_PRONOUNS | CONTRACTED_SUBJECTS
_NO_NOUNS = PREPOSITIONS | CLAUSE_OPENERS | FINITES | TIME_WORDS
_SPEAKER_STOPS = of("speaker_stops")
_STOPS = FINITES | (CLAUSE_OPENERS - AND_OR) | RELATIVES


def phrase_start(sentence: Sentence, end: int, floor: int) -> int:
    """Start of the noun phrase whose last token is `end` - 1; `end` if there is none."""
    at = end
    lowest = max(floor, end - LONGEST)
    known = sentence.phrase_starts.get((end, lowest))
    if known is not None:
        return known
    while at > lowest:
        step = _step_left(sentence, at, end, lowest)
        if step == at:
            break
        at = step
    start = sentence.phrase_starts[end, lowest] = _trim(sentence, at, end)
    return start


def _step_left(sentence: Sentence, at: int, end: int, floor: int) -> int:
    """Where the phrase begins if the token left of `at` belongs to it; `at` if it does not."""
    before = at - 1
    word, lower = sentence.words[before], sentence.lower[before]
    if sentence.outer[before] >= 0:
        quote = sentence.quote_at(before)
        assert quote is not None
        named = quote.size <= SHORT_QUOTATION and sentence.words[quote.close - 1] not in ",.?!"
        return quote.open if named and quote.open >= floor and at < end else at
    if not word[0].isalnum():
        return _over_mark(sentence, at, floor)
    if lower in _STOPS or lower in _SUBJECTS:
        return at
    if lower in AND_OR:
        return _over_and(sentence, at, end, floor)
    if lower in PREPOSITIONS:
        # "an inside source"
        adjective = lower in _PLACE_ADJECTIVES and sentence.word(before - 1) in DETERMINERS
        return before if adjective or (lower in ATTACHING and at < end) else at
    if lower in OBJECT_PRONOUNS and lower not in HER:
        # "one of them said"
        return before if at == end and before > floor and sentence.lower[before - 1] in OF else at
    if word[0].islower() and _is_verb_form(sentence, before, at, floor):
        return at
    return before


def _over_mark(sentence: Sentence, at: int, floor: int) -> int:
    mark = sentence.words[at - 1]
    if mark in INNER_MARKS or (mark == "." and at - 2 >= floor and _is_abbreviation(sentence, at - 2)):
        return at - 1
    if mark == "-" and at < sentence.after and at - 2 >= floor:
        passage = sentence.passage
        if passage.starts[at] == passage.ends[at - 1] and passage.starts[at - 1] == passage.ends[at - 2]:
            return at - 1
    if mark in ")]":
        for opening in range(at - 2, max(floor, at - 10) - 1, -1):
            if sentence.words[opening] in "([":
                return opening
    if mark == "," and at - 2 >= floor and sentence.lower[at] in _NAME_TAILS:
        return at - 1
    return at


def _is_abbreviation(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return sentence.lower[at] in SENTENCES.abbreviations or (len(word) == 1 and word.isupper())


def _over_and(sentence: Sentence, at: int, end: int, floor: int) -> int:
    """A coordination is one subject if its left half reaches a boundary as a noun phrase of its own."""
    if at >= end:
        return at
    start = phrase_start(sentence, at - 1, floor)
    if start >= at - 1:
        return at
    boundary = (
        start == floor
        or not sentence.words[start - 1][0].isalnum()
        or sentence.lower[start - 1] in CLAUSE_OPENERS
    )
    alike = is_name(sentence.words[at]) == is_name(sentence.words[start]) or sentence.lower[at] in DETERMINERS
    return at - 1 if boundary and alike else at


def _is_verb_form(sentence: Sentence, at: int, after: int, floor: int) -> bool:
    """Whether a lower-case word is a verb that ends the phrase, rather than a participle within it."""
    lower = sentence.lower[at]
    form = reporting_forms().get(lower)
    participle = lower.endswith(ED) and len(lower) > 4
    if form is None and not participle:
        return False
    before = sentence.lower[at - 1] if at > floor else ""
    if before in DETERMINERS or is_possessive(before) or before in ATTACHING:
        return False
    if participle or (form is not None and form.kind in ("past", "participle")):
        follows = sentence.lower[after] if after < sentence.after else ""
        reduced = follows in ATTACHING or follows in TIME_WORDS
        return not reduced and (before in FINITES or (at > floor and sentence.words[at - 1][0].isalnum()))
    return form is not None and form.kind != "ing" and "n" not in form.verb.allows


def _trim(sentence: Sentence, start: int, end: int) -> int:
    """The phrase without the adverbials that stand before its first determiner or name."""
    while start < end:
        low = sentence.lower[start]
        if low in PREPOSITIONS and low not in _PHRASE_PREPOSITIONS:
            return _last_phrase(sentence, start + 1, end)
        mark = not low[0].isalnum() and low not in "#@$"
        time = _is_time(low) and start + 1 < end and sentence.words[start + 1][0].isalnum()
        if not (mark or time or low in OPENERS or low in AND_OR or is_adverb(low)):
            break
        start += 1
    return start


def _is_time(low: str) -> bool:
    return low in TIME_WORDS and low not in MAY


def _last_phrase(sentence: Sentence, floor: int, end: int) -> int:
    """The last noun phrase of "In June Mr. Smith": back to a determiner, or to where capitals begin."""
    at = end
    while at > floor:
        before = sentence.lower[at - 1]
        # "in Ohio a spokesman for the union": "of" and "for" bind, "in" and "at" rather do not.
        if _is_time(before) or (before in ATTACHING and (before not in _OF_FOR or at >= end)):
            break
        at -= 1
        attached = at > floor and sentence.lower[at - 1] in ATTACHING
        name = is_name(sentence.words[at]) and at > floor and sentence.words[at - 1][0].islower()
        if not attached and (before in DETERMINERS or name):
            break
    if at < end and (sentence.lower[at] in DETERMINERS or at > floor):
        return at
    return end


def phrase_end(sentence: Sentence, start: int, limit: int) -> int:
    """End of the short noun phrase that begins at `start`; `start` if there is none.

    It goes on over "of" and stops where another phrase begins ("reporters | the plan", "CNN | he").
    """
    if start >= limit:
        return start
    low = sentence.lower[start]
    if low in OBJECT_PRONOUNS and not (low in HER and _starts_noun(sentence, start + 1, limit)):
        return start + 1
    at = start
    while at < limit:
        word, low = sentence.words[at], sentence.lower[at]
        if sentence.outer[at] >= 0:
            quote = sentence.opens(at)
            if quote is None or quote.size > SHORT_QUOTATION or at == start or quote.close >= limit:
                break
            at = quote.close
        elif not word[0].isalnum():
            if word not in INNER_MARKS and not (
                word == "." and at > start and _is_abbreviation(sentence, at - 1)
            ):
                break
        elif (
            low in _STOPS
            or low in _SUBJECTS
            or low in AND_OR
            or (at > start and _phrase_breaks(sentence, at, start))
        ):
            break
        at += 1
    return at


def _phrase_breaks(sentence: Sentence, at: int, start: int) -> bool:
    """Whether another phrase or an adverbial begins within a run of words."""
    low, before = sentence.lower[at], sentence.words[at - 1]
    if low in OF:
        return False
    if low in PREPOSITIONS or low in OBJECT_PRONOUNS or is_adverb(low):
        return True
    if low in DETERMINERS:
        return before.lower() not in ATTACHING and before.lower() not in DETERMINERS
    if _is_time(low) and not (low in _TODAY and is_name(sentence.words[at])):
        return True
    # "told reporters | Hale …": behind a lower-case plural a name is the next phrase.
    return is_name(sentence.words[at]) and before[0].islower() and before.endswith("s")


def _starts_noun(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether "her" before `at` is a possessive: a plain word follows."""
    low = sentence.word(at)
    if at >= limit or not low[:1].isalnum():
        return False
    return not (
        low in PREPOSITIONS
        or low in _STOPS
        or low in DETERMINERS
        or low in TIME_WORDS
        or low in SUBJECT_PRONOUNS
    )


def speaker_after(sentence: Sentence, start: int, limit: int) -> int:
    """End of the speaker behind an inverted verb, with its appositions: "said X, a teacher in Y"."""
    at = start
    limit = min(limit, start + LONGEST_SPEAKER)
    while at < limit:
        quote = sentence.opens(at)
        if quote:
            if quote.size > SHORT_QUOTATION and not quote.single:
                break
            at = quote.close + 1
            continue
        low = sentence.lower[at]
        if low in (";", ":") or low in DASHES or low in _SPEAKER_STOPS:
            break
        if low == "," and not _apposition_follows(sentence, at + 1, limit):
            break
        if low in SPEAKER_RELATIVES and _reports(sentence, at + 1, limit):
            break
        if at > start and low[0].isalnum() and _adverbial_follows(sentence, at, limit):
            break
        at += 1
    while at > start and sentence.words[at - 1] in (",", "."):
        at -= 1
    return at


def _reports(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a relative clause holds a statement of its own: "said X, who added that"."""
    forms = reporting_forms()
    return at + 1 < limit and (sentence.lower[at] in forms or sentence.lower[at + 1] in forms)


def _apposition_follows(sentence: Sentence, at: int, limit: int) -> bool:
    if at >= limit or sentence.outer[at] >= 0:
        return False
    low = sentence.lower[at]
    if low in _APPOSITION_OPENERS:
        return True
    if has_form(low, "ing") or (low.endswith(ING) and low not in INCLUDING):
        return False
    return not (low in _NO_NOUNS or low in SUBJECT_PRONOUNS or is_adverb(low))


def _adverbial_follows(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether "on Tuesday", "in an interview", "this week" begins here."""
    low = sentence.lower[at]
    if low in _PLAIN_TIMES:
        return True
    if low in _ADVERBIAL_LEADS:
        return any(
            sentence.lower[k] in OCCASIONS or sentence.lower[k] in TIME_WORDS
            for k in range(at + 1, min(at + 5, limit))
            if sentence.words[k][0].isalnum()
        )
    return False


def is_phrase_opener(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase can begin here: a name, a determiner, a title, a pronoun or a plain noun."""
    low, word = sentence.lower[at], sentence.words[at]
    if sentence.outer[at] >= 0 or not word[0].isalnum():
        return False
    if is_name(word) or low in DETERMINERS or low in TITLES or low in SUBJECT_PRONOUNS:
        return not _is_time(low)
    return not (low in _NO_NOUNS or is_adverb(low))
