"""The function words of German as sets, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from provenance.languages.de.verbs import subjunctive_forms
from provenance.passage.sentences import SentenceRules

with (Path(__file__).parent / "words.toml").open("rb") as _file:
    _TEXT: dict[str, str] = tomllib.load(_file)
_OPTATIVE = [line for line in _TEXT.pop("optative").split("\n") if line]
_WORDS: dict[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in _TEXT.items()}

ARTICLES = _WORDS["articles"]
OBLIQUE = _WORDS["oblique"]
GENITIVE = _WORDS["genitive"]
DATIVE = _WORDS["dative"]
PRONOUNS = _WORDS["pronouns"]
OBJECT_PRONOUNS = _WORDS["object_pronouns"]
RELATIVES = _WORDS["relatives"]
SUBORDINATORS = _WORDS["subordinators"]
QUESTION_WORDS = _WORDS["question_words"]
COORDINATORS = _WORDS["coordinators"]
PREPOSITIONS = _WORDS["prepositions"]
ATTACHING = _WORDS["attaching"]
ATTACHING_TO_ROLES = _WORDS["attaching_to_roles"]
ADVERBS = _WORDS["adverbs"]
TIME_NOUNS = _WORDS["time_nouns"] | _WORDS["months"]
AUXILIARIES = _WORDS["auxiliaries"]
MODALS = _WORDS["modals"]
SUBJUNCTIVE_PRESENT = _WORDS["subjunctive_present"]
SUBJUNCTIVE_PAST = _WORDS["subjunctive_past"]
SUBJUNCTIVE = SUBJUNCTIVE_PRESENT | SUBJUNCTIVE_PAST
FINITES = _WORDS["finites"] | AUXILIARIES | MODALS | SUBJUNCTIVE | subjunctive_forms()
SOURCE_PREPOSITIONS = _WORDS["source_prepositions"]
SOURCE_NOUNS = _WORDS["source_nouns"]
SOURCE_ADVERBS = _WORDS["sentence_adverbs_of_source"]
MEDIA_NOUNS = _WORDS["media_nouns"]
SOLLEN = _WORDS["sollen"]
UNREAL = _WORDS["unreal"]
#: Lower-case words that are no adjective, whatever their ending.
FUNCTION_WORDS = frozenset().union(
    ARTICLES,
    PRONOUNS,
    OBJECT_PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    QUESTION_WORDS,
    COORDINATORS,
    PREPOSITIONS,
    ADVERBS,
    FINITES,
)
OPTATIVE = re.compile("|".join(_OPTATIVE))

SENTENCES = SentenceRules(
    abbreviations=_WORDS["abbreviations"],
    ordinal_points=True,
    after_ordinal=_WORDS["months"] | _WORDS["after_ordinal"],
    before_ordinal=_WORDS["before_ordinal"],
)
