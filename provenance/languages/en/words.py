"""The function words of English as sets, and what its sentences ask for."""

from __future__ import annotations

from provenance.glyphs import APOSTROPHES
from provenance.passage.sentences import SentenceRules
from provenance.words import words

_SUBJECTS = ("clauses", "phrases", "time")


def of(*names: str) -> frozenset[str]:
    """The words of some lists of English, with either apostrophe."""
    found = frozenset().union(*(words("en", subject, *names) for subject in _SUBJECTS))
    return found | {word.replace("'", apostrophe) for word in found for apostrophe in APOSTROPHES}


def endings(name: str) -> tuple[str, ...]:
    """The entries of a list of endings or beginnings, for `str.endswith` and `str.startswith`."""
    return tuple(sorted(of(name)))


BE, HAVE = of("be"), of("have")
MODALS = of("modals")
AUXILIARIES = BE | HAVE | MODALS | of("do")
FINITES = of("finites") | AUXILIARIES
ARTICLES = words("en", "names", "definite", "indefinite")
DETERMINERS, PREPOSITIONS = of("determiners"), of("prepositions")
SUBORDINATORS, COORDINATORS = of("subordinators"), of("coordinators")
QUESTION_WORDS, RELATIVES = of("question_words"), of("relatives")
#: Words that begin a clause of their own, whoever its subject is.
CLAUSE_OPENERS = SUBORDINATORS | COORDINATORS | QUESTION_WORDS
SUBJECT_PRONOUNS, OBJECT_PRONOUNS = of("personal"), of("object_pronouns")
CONTRACTED_SUBJECTS, LONE_SUBJECTS = of("contracted_subjects"), of("lone_subjects")
SUBJECTS = SUBJECT_PRONOUNS | CONTRACTED_SUBJECTS
AND_OR, AND_BUT = of("and_or"), of("and_but")
THAT, TO, OF, BY, AS = of("that"), of("to"), of("of"), of("by"), of("as")
TIMES = of("months", "weekdays", "time_words") - of("rare_months")
WHO = of("who")
NEAR_TIME, TIME_LEADS, MAY = of("near_time"), of("time_leads"), of("month_or_modal")
OCCASIONS, OPENERS, DOCUMENTS = of("occasions"), of("openers"), of("documents")
ED, ING = endings("ending_past"), endings("ending_ing")
NO_PARTICIPLES = of("no_participles")
SENTENCES = SentenceRules(
    abbreviations=of("abbreviations"), ordinal_points=False, numbered=of("numbered_abbreviations")
)
_GENITIVES = tuple(apostrophe + "s" for apostrophe in APOSTROPHES)
_ADVERBS, _NO_ADVERBS, _LY = of("adverbs") | OPENERS, of("no_adverbs"), endings("ending_adverb")


def is_adverb(lower: str) -> bool:
    """Whether a lower-cased word can stand between a subject and its verb: "also", "repeatedly"."""
    return lower in _ADVERBS or (lower.endswith(_LY) and len(lower) > 4 and lower not in _NO_ADVERBS)


def is_possessive(word: str) -> bool:
    """Whether a word is a genitive: "Smith's", "Smith’s"; "voters'" is cut in two by the tokeniser."""
    return word.endswith(_GENITIVES) and word.lower() not in CONTRACTED_SUBJECTS


def is_name(word: str) -> bool:
    """Whether a word is written with a capital."""
    return word[0].isupper()


def is_time(lower: str) -> bool:
    """Whether a word is a time and not the modal verb "may"."""
    return lower in TIMES and lower not in MAY
