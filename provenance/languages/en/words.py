"""The function words of English as sets, read once from `words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from provenance.passage.sentences import SentenceRules

with (Path(__file__).parent / "words.toml").open("rb") as _file:
    _WORDS: dict[str, frozenset[str]] = {
        name: frozenset((text + text.replace("'", "’")).split()) for name, text in tomllib.load(_file).items()
    }

ADJUNCT_PREPOSITIONS = _WORDS["adjunct_prepositions"]
ADJECTIVE_ENDINGS = tuple(sorted(_WORDS["adjective_endings"]))
ASIDES = _WORDS["asides"]
ATTACHING = _WORDS["attaching"]
BE = _WORDS["be"]
CLAUSE_ADVERBIALS = _WORDS["clause_adverbials"]
CONTRACTED_SUBJECTS = _WORDS["contracted_subjects"]
COORDINATORS = _WORDS["coordinators"]
DETERMINERS = _WORDS["determiners"]
DOCUMENTS = _WORDS["documents"]
HAVE = _WORDS["have"]
HEARSAY = _WORDS["hearsay"]
JOINTS = _WORDS["joints"]
LABELS = _WORDS["labels"]
LONE_SUBJECTS = _WORDS["lone_subjects"]
NAMING = _WORDS["naming"]
NEAR_TIME = _WORDS["near_time"]
NO_PARTICIPLES = _WORDS["no_participles"]
NO_SOURCES = _WORDS["no_sources"]
OBJECT_PRONOUNS = _WORDS["object_pronouns"]
OCCASIONS = _WORDS["occasions"]
OPENERS = _WORDS["openers"]
OPENINGS = _WORDS["openings"]
OWNERS = _WORDS["owners"]
PASSIVE_AUXILIARIES = _WORDS["passive_auxiliaries"]
PREPOSITIONS = _WORDS["prepositions"]
QUESTION_WORDS = _WORDS["question_words"]
RELATIVE_HEADS = _WORDS["relative_heads"]
RELATIVES = _WORDS["relatives"]
SUBJECT_PRONOUNS = _WORDS["subject_pronouns"]
SUBORDINATORS = _WORDS["subordinators"]
TIME_LEADS = _WORDS["time_leads"]
TIME_WORDS = _WORDS["time_words"]
TITLES = _WORDS["titles"]
TRAILING_SOURCES = _WORDS["trailing_sources"]

AUXILIARIES = BE | HAVE | _WORDS["do"] | _WORDS["modals"]
FINITES = _WORDS["finites"] | AUXILIARIES
#: Words that begin a clause of their own, whoever its subject is.
CLAUSE_OPENERS = SUBORDINATORS | COORDINATORS | QUESTION_WORDS
_ADVERBS = _WORDS["adverbs"] | OPENERS
_NO_ADVERBS = _WORDS["no_adverbs"]
SENTENCES = SentenceRules(abbreviations=_WORDS["abbreviations"], ordinal_points=False)


def is_adverb(lower: str) -> bool:
    """Whether a lower-cased word can stand between a subject and its verb: "also", "repeatedly"."""
    return lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERBS)


def is_possessive(word: str) -> bool:
    """Whether a word is a genitive: "Smith's", "Smith’s"; "voters'" is cut in two by the tokeniser."""
    return word.endswith(("'s", "’s")) and word.lower() not in CONTRACTED_SUBJECTS


def is_name(word: str) -> bool:
    """Whether a word is written with a capital."""
    return word[0].isupper()
