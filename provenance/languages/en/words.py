"""The function words of English as sets, read once from the lists of the language."""

from __future__ import annotations

from provenance.glyphs import APOSTROPHES
from provenance.passage.sentences import SentenceRules
from provenance.words import values, words


def of(*names: str, subject: str = "grammar") -> frozenset[str]:
    """The words of some lists of English, with either apostrophe."""
    found = words("en", subject, *names)
    return found | {word.replace("'", apostrophe) for word in found for apostrophe in APOSTROPHES}


def endings(*names: str) -> tuple[str, ...]:
    """The entries of some lists of endings or beginnings, for `str.endswith` and `str.startswith`."""
    return tuple(sorted(words("en", "grammar", *names)))


ADJUNCT_PREPOSITIONS = of("adjunct_prepositions")
ADJECTIVE_ENDINGS = endings("adjective_endings")
AND_BUT = of("and_but")
AND_OR = of("and_or")
AS = of("as")
ASIDES = of("asides")
ATTACHING = of("attaching")
BE = of("be")
BY = of("by")
CLAUSE_ADVERBIALS = of("clause_adverbials")
CONTRACTED_SUBJECTS = of("contracted_subjects")
COORDINATORS = of("coordinators")
DETERMINERS = of("determiners")
DOCUMENTS = of("documents")
ED = endings("ending_past")
HAVE = of("have")
HEARSAY = of("hearsay")
HER = of("her")
INCLUDING = of("including")
ING = endings("ending_ing")
JOINTS = of("joints")
LABELS = of("labels")
LONE_SUBJECTS = of("lone_subjects")
MAY = of("month_or_modal")
NAMING = of("naming")
NEAR_TIME = of("near_time", subject="time")
NO_PARTICIPLES = of("no_participles")
NO_SOURCES = of("no_sources")
OBJECT_PRONOUNS = of("object_pronouns")
OCCASIONS = of("occasions")
OF = of("of")
OPENERS = of("openers")
OPENINGS = of("openings")
OWNERS = of("owners")
PASSIVE_AUXILIARIES = of("passive_auxiliaries")
PREPOSITIONS = of("prepositions")
QUESTION_WORDS = of("question_words")
RELATIVE_HEADS = of("relative_heads")
RELATIVES = of("relatives")
SPEAKER_RELATIVES = of("speaker_relatives")
SUBJECT_PRONOUNS = of("subject_pronouns")
SUBORDINATORS = of("subordinators")
THAT = of("that")
TIME_LEADS = of("time_leads", subject="time")
TIME_WORDS = of("months", "weekdays", "time_words", subject="time") - of("rare_months", subject="time")
TITLES = of("titles")
TO = of("to")
TRAILING_SOURCES = of("trailing_sources")

AUXILIARIES = BE | HAVE | of("do", "modals")
FINITES = of("finites") | AUXILIARIES
#: Words that begin a clause of their own, whoever its subject is.
CLAUSE_OPENERS = SUBORDINATORS | COORDINATORS | QUESTION_WORDS
#: "'ll", or the form behind a contracted pronoun → the auxiliary in it.
CONTRACTED_AUXILIARIES = values("en", "grammar", "contracted_auxiliaries")
SENTENCES = SentenceRules(abbreviations=of("abbreviations"), ordinal_points=False)
_GENITIVES = tuple(apostrophe + "s" for apostrophe in APOSTROPHES)
_ADVERBS = of("adverbs") | OPENERS
_NO_ADVERBS = of("no_adverbs")
_LY = endings("ending_adverb")


def is_adverb(lower: str) -> bool:
    """Whether a lower-cased word can stand between a subject and its verb: "also", "repeatedly"."""
    return lower in _ADVERBS or (lower.endswith(_LY) and len(lower) > 4 and lower not in _NO_ADVERBS)


def is_possessive(word: str) -> bool:
    """Whether a word is a genitive: "Smith's", "Smith’s"; "voters'" is cut in two by the tokeniser."""
    return word.endswith(_GENITIVES) and word.lower() not in CONTRACTED_SUBJECTS


def is_name(word: str) -> bool:
    """Whether a word is written with a capital."""
    return word[0].isupper()
