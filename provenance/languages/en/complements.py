"""What stands behind a reporting verb: the hearer, adverbials, and where the content begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from provenance.languages.base import Range
from provenance.languages.en.adverbials import adverbials_end, is_time_phrase
from provenance.languages.en.cues import Cue
from provenance.languages.en.noun_phrases import is_phrase_opener, phrase_end
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.verbs import reporting_forms
from provenance.languages.en.words import (
    CLAUSE_ADVERBIALS,
    CONTRACTED_SUBJECTS,
    DETERMINERS,
    ED,
    FINITES,
    OBJECT_PRONOUNS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    THAT,
    TIME_WORDS,
    TO,
    is_adverb,
    is_name,
    of,
)

_ADVERBIAL_STARTS = of("adverbial_starts")
_ASIDE_ADVERBS = of("aside_adverbs")
_ASKED = of("asked")
_DOUBTFUL = of("doubtful_questions")
_HEARING_PRONOUNS = of("hearing_pronouns")
_NEGATORS = of("negators")
_PARTICLES = of("particles")
_PARTICLE_PREPOSITIONS = of("particle_prepositions")
_PASSIVE_PREPOSITIONS = of("passive_complements")
_STARTS = of("clause_starts")
_TOPICS = of("topics")
_WHAT = of("what")

ComplementKind = Literal["quotation", "that", "clause", "question", "infinitive", "object", "preposition"]


@dataclass(slots=True)
class Complement:
    """The content that a verb announces: where it begins, and what kind it is."""

    kind: ComplementKind
    start: int
    cue_after: int
    """End of the verb with its preposition."""
    hearer: list[Range] = field(default_factory=list)
    comma: bool = False
    """A comma or colon stands before the content."""


@dataclass(slots=True)
class Tail:
    """The end of a frame that has no content behind it, and its hearer."""

    end: int
    hearer: list[Range] = field(default_factory=list)


def complement(sentence: Sentence, cue: Cue) -> Complement | Tail:
    """The content behind a verb, or where its frame ends if there is none."""
    allows = cue.verb.allows
    at = cue.at + 1
    if sentence.word(at) in cue.verb.prepositions:
        return _prepositional(sentence, at)
    if cue.passive and sentence.word(at) in _PASSIVE_PREPOSITIONS and at + 1 < sentence.body:
        return Complement("preposition", at, at)
    hearer: list[Range] = []
    if "h" in allows and not cue.passive:
        end = _hearer_end(sentence, at)
        if end > at:
            hearer = [(at, end)]
            at = end
    while (low := sentence.word(at)) and is_adverb(low):
        at += 1
    found = _content_at(sentence, cue, at, hearer)
    if found:
        return found
    if allows & {"q", "d"} or hearer or cue.passive:
        end, said_to = adverbials_end(sentence, at)
        hearer = hearer or said_to
        found = _content_at(sentence, cue, end, hearer) if end > at else None
        if found and found.kind != "object":
            return found
        at = end
    behind = _behind_aside(sentence, at) if allows & {"d", "D"} else 0
    if behind:
        return Complement("that", behind, cue.at + 1, hearer)
    if hearer and "o" in allows:
        return Complement("object", hearer[0][0], cue.at + 1)
    return Tail(at, hearer)


def _prepositional(sentence: Sentence, at: int) -> Complement | Tail:
    """Content behind "called for", "pointed to", "lashed out at"; a comma before it only if it is quoted."""
    start = at + 1
    if sentence.lower[at] in _PARTICLES and sentence.word(start) in _PARTICLE_PREPOSITIONS:
        start += 1
    if start >= sentence.body:
        return Tail(start)
    if sentence.words[start] in (",", ";", ":"):
        quoted = sentence.opens(start + 1) is not None and sentence.words[start] != ";"
        return Complement("quotation", start + 1, start, comma=True) if quoted else Tail(start)
    return Complement("preposition", start, start)


def _hearer_end(sentence: Sentence, at: int) -> int:
    """End of the hearer that begins at `at`: "reporters", "a crowd of supporters", "CNN’s Jake Tapper"."""
    low = sentence.word(at)
    if not low or low in QUESTION_WORDS or (low in SUBJECT_PRONOUNS and low not in _HEARING_PRONOUNS):
        return at
    if not is_phrase_opener(sentence, at) and low not in OBJECT_PRONOUNS:
        return at
    return phrase_end(sentence, at, sentence.body)


def _behind_aside(sentence: Sentence, at: int) -> int:
    """The "that" behind an aside: "said, as it happens, that"; 0 if there is none."""
    if sentence.breaks(at):
        for k in range(at + 2, min(at + 14, sentence.body - 1)):
            if sentence.words[k] == sentence.words[at]:
                return k + 1 if sentence.lower[k + 1] in THAT else 0
    return 0


def _content_at(sentence: Sentence, cue: Cue, at: int, hearer: list[Range]) -> Complement | None:
    """The content that begins at `at` by the licences of the verb."""
    allows, after = cue.verb.allows, cue.at + 1
    if at >= sentence.body:
        return None
    if sentence.opens(at):
        quoted = "x" not in allows and allows & {"q", "d", "o"}
        return Complement("quotation", at, after, hearer) if quoted else None
    low = sentence.lower[at]
    if low in (",", ":"):
        return _behind_mark(sentence, cue, at, hearer)
    if low in THAT and allows & {"d", "D", "o"}:
        clause = "o" not in allows or _is_clause_subject(sentence, at + 1) or _has_finite(sentence, at + 1)
        return Complement("that" if clause else "object", at, after, hearer)
    if low in QUESTION_WORDS:
        asked = "w" in allows or (low in _WHAT and allows & {"o", "d"})
        return (
            Complement("question", at, after, hearer)
            if asked and _is_question(sentence, at, after, hearer)
            else None
        )
    if low in TO or (low in _NEGATORS and sentence.word(at + 1) in TO):
        licensed = "i" in allows or (hearer and "h" in allows) or (cue.passive and "d" in allows)
        return Complement("infinitive", at, after, hearer) if licensed else None
    if hearer and low in _TOPICS and "h" in allows:
        return Complement("preposition", at, after, hearer)
    return _phrase_at(sentence, cue, at, hearer)


def _behind_mark(sentence: Sentence, cue: Cue, at: int, hearer: list[Range]) -> Complement | None:
    """Content behind a comma, which must be quoted, or behind a colon."""
    colon = sentence.words[at] == ":"
    quote = sentence.opens(at + 1)
    if quote and quote.size > 1 and (colon or "q" in cue.verb.allows):
        return Complement("quotation", at + 1, cue.at + 1, hearer, True)
    if colon and at + 1 < sentence.after:
        return Complement("clause", at + 1, cue.at + 1, hearer, True)
    if sentence.word(at + 1) in _ASIDE_ADVERBS and sentence.word(at + 2) == ",":
        return _content_at(sentence, cue, at + 3, hearer)
    return None


def _is_question(sentence: Sentence, at: int, after: int, hearer: list[Range]) -> bool:
    """Told from an adverbial: "said on Monday when the vote ended", "said when asked"."""
    if sentence.lower[at] not in _DOUBTFUL:
        return True
    return (at == after or bool(hearer)) and sentence.word(at + 1) not in _ASKED


def _phrase_at(sentence: Sentence, cue: Cue, at: int, hearer: list[Range]) -> Complement | None:
    """A clause without "that", or a noun phrase."""
    allows, low = cue.verb.allows, sentence.lower[at]
    opener = (
        is_phrase_opener(sentence, at)
        or low in CONTRACTED_SUBJECTS
        or low in OBJECT_PRONOUNS
        or sentence.words[at] in "$#@"
    )
    adverbial = low in CLAUSE_ADVERBIALS
    # A finite verb that takes nothing but clauses announces one, even if its verb is not known.
    only_clause = "o" not in allows and opener and sentence.body - at >= 3 and cue.finite
    if "d" in allows and (opener or adverbial) and (only_clause or _starts_clause(sentence, at, adverbial)):
        return Complement("clause", at, cue.at + 1, hearer)
    if "o" not in allows or not opener or hearer or low in TIME_WORDS or is_time_phrase(sentence, at):
        return None
    if "x" in allows and _name_only(sentence, at):
        return None
    return Complement("object", at, cue.at + 1, hearer)


def _name_only(sentence: Sentence, at: int) -> bool:
    """Whether nothing but a name follows: "a group called Black Tide, led by …"."""
    end = at
    while end < sentence.body and sentence.outer[end] < 0 and is_name(sentence.words[end]):
        end += 1
    return end > at and (end == sentence.body or sentence.words[end] == "," or sentence.lower[end] in FINITES)


def _starts_clause(sentence: Sentence, at: int, adverbial: bool) -> bool:
    """Whether a clause with a finite verb begins here; an adverbial needs a comma and a subject behind it."""
    low = sentence.lower[at]
    if low in SUBJECT_PRONOUNS or low in CONTRACTED_SUBJECTS or low in _STARTS:
        return True
    if low in _ADVERBIAL_STARTS:
        return "," in sentence.words[at : sentence.body]
    if not adverbial:
        return _has_finite(sentence, at)
    comma = next((k for k in range(at + 1, min(at + 10, sentence.body - 1)) if sentence.words[k] == ","), -1)
    if comma < 0:
        return False
    return _is_clause_subject(sentence, comma + 1) and _has_finite(sentence, comma + 1)


def _is_clause_subject(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun, a determiner or a name stands at `at`, as at the beginning of most clauses."""
    low = sentence.word(at)
    return low in SUBJECT_PRONOUNS or low in DETERMINERS or (low != "" and is_name(sentence.words[at]))


def _has_finite(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb stands between `at` and the end of the clause, quoted words included."""
    forms = reporting_forms()
    quoted = False
    for k in range(at, sentence.body):
        low = sentence.lower[k]
        if low in FINITES or low in CONTRACTED_SUBJECTS or (low in SUBJECT_PRONOUNS and k > at):
            return True
        quoted = quoted or sentence.outer[k] >= 0
        if low in (";", ":"):
            break
        if k > at and low not in DETERMINERS:
            if low.endswith(ED) and len(low) > 4 and sentence.lower[k - 1] not in DETERMINERS:
                return True
            form = forms.get(low)
            if form is not None and "n" not in form.verb.allows:
                plural = form.kind == "base" and sentence.lower[k - 1].endswith("s")
                if plural or form.kind in ("s", "past"):
                    return True
    return quoted
