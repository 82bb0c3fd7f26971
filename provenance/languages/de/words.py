"""The function words of German as sets, and what its sentences ask for."""

from __future__ import annotations

from functools import partial

from provenance.languages.de.verbs import subjunctive_forms
from provenance.passage.sentences import SentenceRules
from provenance.words import patterns, phrases, words

_clauses = partial(words, "de", "clauses")

COORDINATORS = _clauses("coordinators")
JOINING = _clauses("joining")
PREPOSITIONS = _clauses("prepositions")
ARTICLES = _clauses("articles")
OBLIQUE = _clauses("oblique")
RELATIVES = _clauses("relatives")
SUBORDINATORS = _clauses("subordinators")
HALF_SUBORDINATORS = _clauses("half_subordinators")
INFINITIVE_OPENERS = _clauses("infinitive_openers")
QUESTION_WORDS = _clauses("question_words")
QUESTION_OPENERS = _clauses("question_openers")
THAT = _clauses("that")
THAT_CONTINUES = _clauses("that_continues")
AUXILIARIES = _clauses("auxiliaries")
MODALS = _clauses("modals")
DUTIES = _clauses("duties")
PASSIVE = _clauses("passive")
STATE = _clauses("state")
FUTURE = _clauses("future")
CORRELATES = _clauses("correlates")
REFLEXIVES = _clauses("reflexives")
EXPLETIVES = _clauses("expletives")
PLAIN_SUBJECTS = _clauses("plain_subjects")
NEUTER = _clauses("neuter")
FOCUSING = _clauses("focusing")
PARTICLE = next(iter(_clauses("infinitive_particle")))
PARTICLE_LOOK_ALIKES = _clauses("particle_look_alikes")
COMPARING = _clauses("comparing")
AGENTS = words("de", "sources", "agents")
UNREPORTED = _clauses("comparing", "purposes")
FIRST_PERSON = _clauses("first_person")
THIRD_PERSON = _clauses("third_person")
SOLLEN = _clauses("sollen")
SUBJUNCTIVE_PAST = _clauses("subjunctive_past")
SEQUEL_MODALS = _clauses("sequel_modals")
SUBJUNCTIVE = _clauses("subjunctive_present", "subjunctive_past") | subjunctive_forms()
FINITES = _clauses("finites", "auxiliaries", "modals") | SUBJUNCTIVE
PERSONS = _clauses("pronouns") - ARTICLES
#: Lower-case words that are no adjective, whatever their ending.
FUNCTION_WORDS = FINITES | _clauses(
    "articles",
    "pronouns",
    "object_pronouns",
    "relatives",
    "subordinators",
    "question_words",
    "coordinators",
    "prepositions",
    "adverbs",
)
AFTER = words("de", "sources", "after")
SOURCE_ENDINGS = phrases("de", "sources", "source_endings") + phrases("de", "sources", "view_endings")
OTHER_TRIGGERS = words(
    "de",
    "sources",
    "according",
    "conforming",
    "according_behind",
    "so",
    "thus",
    "thus_subjunctive",
    "whereby",
    "reporting_nouns",
    "reporting_adjectives",
    "views",
    "source_nouns",
    "sure_words",
    "wish_verbs",
    "believing_verbs",
    "talk",
    "view_nouns",
)
WITH, THESE = words("de", "sources", "with_preposition"), words("de", "sources", "these")
MONTHS = words("de", "time", "months") - words("de", "time", "rare_months")
OPTATIVE = patterns("de", "clauses", "optative")
SENTENCES = SentenceRules(
    abbreviations=words("de", "sentences", "abbreviations"),
    ordinal_points=True,
    after_ordinal=words("de", "sentences", "after_ordinal") | MONTHS,
    before_ordinal=words("de", "sentences", "before_ordinal"),
)
