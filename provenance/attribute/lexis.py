"""The words by which a language's source phrases are read, as the reader of phrases and the cast ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.languages import Lexicon, load
from provenance.model import SourceType
from provenance.words import values, words

#: Given names of any language → "m", "f" or "" (either), lower case.
_GENDERS = {"men": "m", "women": "f", "either": ""}
#: What may stand behind a surname, without its point: "jr", "iii".
GENERATIONS = words("all", "names", "generations")
#: No ending of a compound that names a role or a kind is longer, none of a kind, or of a role, shorter: "rat" in "Verrat".
LONGEST, SHORTEST, SHORTEST_OFFICE = 30, 3, 4
#: Letters of a noun for an inhabitant that a compound may end in: "Oberösterreicher".
SHORTEST_INHABITANT = 8


@dataclass(frozen=True, slots=True, eq=False)
class SourceWords:
    """What `words/<code>/people.toml` says, with the lexicon of the language beside it."""

    code: str
    lexicon: Lexicon
    capital_nouns: bool
    """Whether common nouns have capitals, so that a capital makes no name."""
    role_endings: tuple[str, ...]
    governing: frozenset[str]
    governing_articles: frozenset[str]
    coordinators: frozenset[str]
    relatives: frozenset[str]
    no_sources: frozenset[str]
    time_openers: frozenset[str]
    times: frozenset[str]
    classifiers: frozenset[str]
    parties: frozenset[str]
    companies: frozenset[str]
    empty_reports: frozenset[str]
    agent_reports: tuple[str, ...]
    dropped: frozenset[str]
    """Determiners that no printed name keeps, beside the articles."""
    statements: frozenset[str]
    """Documents that say nothing but what a body says."""
    group_pronouns: frozenset[str]
    academic: frozenset[str]
    """Titles that are no role: Dr., Prof."""
    plurals: tuple[str, ...]
    """Endings of the plural of a noun for people."""
    participles: tuple[str, ...]
    """Endings of a participle before a preposition: "papers obtained by"."""
    adjective_ends: tuple[str, ...]
    """Endings of an inflected adjective."""
    attributes: tuple[str, ...]
    """Endings of a participle before a noun, on which a phrase may hang."""
    first_person: frozenset[str]
    relatives_of: frozenset[str]
    """Roles by which somebody beside the person of a story is brought in."""
    roles_by_article: tuple[str, ...]
    """Ends of nouns for people whose gender only the article tells."""
    clause_endings: tuple[str, ...]
    """Endings of words that open a clause without a subject and no source: "serving in Iran"."""
    countries: frozenset[str]
    also_called: Mapping[str, str]
    """Another word for a country, or an adjective not made of its name → the country."""
    country_adjectives: tuple[str, ...]
    """Endings of adjectives of countries."""
    country_stems: tuple[str, ...]
    """Ends of such adjectives without the ending of their case."""
    proper_bodies: frozenset[str]
    """Bodies that there is one of, though their names are common nouns."""
    plural_verbs: tuple[str, ...]
    """Endings of a reporting verb whose subject is several."""
    media_reports: tuple[str, ...]
    """Ends of nouns for what a medium prints or sends: who is behind it is the medium."""
    generic_bodies: frozenset[str]
    """Nouns by which a body is spoken of again, whatever its name says."""
    any_bodies: frozenset[str]
    """Those of them that any body is."""
    agent_endings: tuple[str, ...]
    """Ends of nouns for people by what they do or where they are from: "Hamburger"."""
    no_agents: tuple[str, ...]
    """Ends of nouns with these endings that are no people."""
    media_nouns: frozenset[str]
    agents: frozenset[str]
    """Prepositions of the agent of a passive."""
    oblique: frozenset[str]
    """Determiners that open no nominative."""
    examples: frozenset[str]
    """What opens an example of a group, which is no part of its name: "Forscher wie Lund"."""
    goes_on: frozenset[str]
    """Verbs by which a report goes on without naming its source again."""
    makes_roles: frozenset[str]
    """What stands between a name and the role that it is said to have: "ist", "zur"."""
    made_by: frozenset[str]
    """What stands between a document and its maker, beside a genitive: "von"."""
    both: frozenset[str]
    """Pronouns of two."""
    male_roles: frozenset[str]
    """Roles of men, where no article tells a gender."""
    shares: frozenset[str]
    """Nouns before the name of the company whose they are: "Shares in Norvale"."""
    pairs: frozenset[str]
    """Words by which two who were named are spoken of together: "the two men"."""
    joint: frozenset[str]
    """The conjunction that joins two in print."""
    trade_surnames: frozenset[str]
    """Nouns for a trade that are surnames as often: behind a given name they are one."""
    no_surnames: frozenset[str]
    """Words, lower case, that no surname is, though headlines write them as one."""
    genitive_articles: frozenset[str]
    genitives: tuple[str, ...]
    """Endings of a noun in the genitive."""
    public_bodies: frozenset[str]
    public_adjectives: frozenset[str]
    """Nouns for bodies that are a state's where one of these words stands before them."""
    subject_pronouns: frozenset[str]
    """Personal pronouns of one person that are subjects."""
    from_places: frozenset[str]
    """Prepositions of the place that a surname stands beside: "Lund aus Kiel"."""
    generic_roles: frozenset[str]
    """Roles by which whoever speaks from knowledge is spoken of again."""
    clubs: frozenset[str]
    """Nouns by which a club is spoken of again."""
    club_prefixes: frozenset[str]
    """What the name of a club begins with."""
    group_endings: tuple[str, ...]
    """Endings of nouns for several people by what they do or think: "Skeptiker"."""
    same_reports: frozenset[str]
    """Nouns of saying that mean, with a definite article alone, what was just told."""
    epithets: Mapping[str, str]
    """Another noun for a holder → the offices that the text may have called him by, with blanks between."""
    short_offices: Mapping[str, str]
    """Office as it is cut before a name → its noun: "gov" → "governor"."""
    label_papers: frozenset[str]
    """Documents that a colon may stand behind for what they say: "Study: …"."""
    belonging: frozenset[str]
    """Nouns for bodies that are somebody's own: "campaign"."""
    kin: frozenset[str]
    """Nouns by which somebody's kin of the same surname is brought in beside him: "wife"."""
    polls: frozenset[str]
    """Documents by which many were asked: "poll"."""
    shares_of: frozenset[str]
    """Nouns by which a number counts a share of those who were asked: "percent"."""
    out_of: frozenset[str]
    """Prepositions between two numbers that are such a share: "eight in 10"."""
    counts: frozenset[str]
    """Numbers in words."""
    second_to: frozenset[str]
    """Words that make the office behind them the one below it: "lt"."""
    same_person: frozenset[str]
    """Nouns that mean, with a definite article, whoever spoke last: "die Person"."""
    speech_texts: frozenset[str]
    """Documents that only hold what somebody says, who is the source: "laut Redetext"."""
    source_prepositions: frozenset[str]
    """Cues that govern a source and nothing else: "laut", "zufolge"."""
    speaking_compounds: tuple[str, ...]
    """Ends of nouns for bodies and texts that give no type, but are no things either."""
    judging_endings: tuple[str, ...]
    """Ends of adjectives before such a preposition."""
    singular_selves: frozenset[str]
    """Pronouns of one person who speaks of himself."""
    kindred: Mapping[str, frozenset[str]]
    """Noun by which a body is spoken of again → nouns that bodies of that kind are called."""
    old: frozenset[str]
    """The adjective of an age behind its years."""
    departments: tuple[str, ...]
    """Ends of nouns for holders whose compounds say of which department."""
    had_by: frozenset[str]
    """Participles behind a document that say who has it, and not whose it is: "obtained"."""
    put_out: frozenset[str]
    """Participles behind a document that say how it came out, where they end its phrase: "released"."""
    common_openers: frozenset[str]
    """Small words that open a noun phrase of several, by their sentence alone with a capital: "Two", "Court"."""
    of_one: frozenset[str]
    """Possessives before one man or thing: "sein Trainer"."""
    personal_cues: frozenset[str]
    """Forms of verbs of which an unknown word with a capital is a surname."""
    part_of_name: frozenset[str]
    """Titles that are printed with the one name of who bears them: "Papst Leo"."""
    viewpoints: frozenset[str]
    """Prepositions of the one for whom something is so, before a colon: "Wichtig für Lind: …"."""
    compound_adjectives: tuple[str, ...]
    """Ends of adjectives that begin with a name: "Reno-educated"."""
    nameless_bodies: tuple[str, ...]
    """Ends of nouns for bodies that have no name behind them: what stands there is their holder's."""
    demonyms: frozenset[str]
    """People by where they are from, "franzose", "hamburger"; those in -er without their women."""
    stand_ins: tuple[str, ...]
    """Ends of nouns by which a person of the story is spoken of again: "stürmer", "star"."""
    single_offices: tuple[str, ...]
    """Ends of offices of which nobody has two: who speaks for a house is not the town's mayor."""
    deputies: tuple[str, ...]
    """Beginnings of an office that is another one beside it: "vize"."""
    fractions: frozenset[str]
    """Nouns of a share: "prozent", "drittel"."""
    share_openers: frozenset[str]
    """Small words before a share: "knapp", "jeder"."""
    poll_ends: tuple[str, ...]
    """Ends of nouns for a poll, and of words for those whom it asked."""
    polled: frozenset[str]
    """The one noun for those whom a poll asked."""
    former: frozenset[str]
    """Adjectives of who bore a role before, and is not who bears it."""
    means: frozenset[str]
    """Forms of a verb of meaning that are in the subjunctive, so that who spoke goes on: "das heiße: …"."""
    comparing: frozenset[str]
    """Words before a noun that something is compared with."""
    body_particles: frozenset[str]
    """Small words within names of bodies in other languages."""
    place_parts: frozenset[str]
    """Words of the names of towns and their quarters: "Bad", "Süd"."""
    fused_articles: Mapping[str, str]
    """Preposition with the article in it → the article: "vom" → "dem"."""

    def is_medium(self, word: str) -> bool:
        """Whether a lower-case noun says that something is a medium, and names none: "blatt"."""
        return word in self.media_nouns

    def is_demonym(self, noun: str) -> bool:
        """Whether a lower-case noun says where somebody is from: "franzose", "oberösterreicherin"."""
        noun = noun.rsplit("-", 1)[-1]
        man = noun.removesuffix("in")
        return (
            noun in self.demonyms
            or man in self.demonyms
            or any(man[-size:] in self.demonyms for size in range(SHORTEST_INHABITANT, len(man)))
        )

    def is_title(self, word: str) -> bool:
        return word.rstrip(".") in self.lexicon.titles

    def is_role(self, word: str) -> bool:
        """Whether a lower-case noun is a role, by itself, by an ending, or as the last part of a compound."""
        return _is_role(self, word)


@cache
def given_names() -> Mapping[str, str]:
    """Given names of any language, lower case → "m", "f", or "" where men and women bear them."""
    return {name: gender for part, gender in _GENDERS.items() for name in words("all", "given_names", part)}


def given_gender(word: str) -> str | None:
    """The gender of a given name, also of a double one ("Hans-Peter"); None for any other word."""
    names, lower = given_names(), word.lower()
    if lower in names:
        return names[lower]
    first, hyphen, rest = lower.partition("-")
    return names[first] if hyphen and first in names and rest in names else None


@cache
def source_words(code: str) -> SourceWords:
    """The words of a language; lists that it does not have are empty."""

    def listed(*names: str) -> frozenset[str]:
        return words(code, "people", *names)

    lexicon = load(code).lexicon
    return SourceWords(
        code,
        lexicon,
        "nouns" in words(code, "language", "capitals"),
        tuple(sorted(listed("role_endings"), key=len, reverse=True)),
        listed("governing"),
        listed("governing_articles"),
        listed("coordinators"),
        listed("relatives"),
        listed("no_sources"),
        listed("time_openers"),
        listed("times") | words(code, "time", "weekdays", "months"),
        listed("classifiers"),
        listed("parties"),
        listed("companies"),
        listed("empty_reports"),
        tuple(sorted(listed("agent_reports"), key=len, reverse=True)),
        listed("dropped"),
        listed("statements"),
        listed("group_pronouns"),
        listed("academic"),
        tuple(listed("plurals")),
        tuple(listed("participles")),
        tuple(words(code, "phrases", "adjective_endings")),
        tuple(words(code, "phrases", "attributes")),
        listed("first_person"),
        listed("relatives_of"),
        tuple(listed("roles_by_article")),
        tuple(listed("clause_endings")),
        words(code, "places", "countries"),
        values(code, "places", "also_called"),
        tuple(words(code, "places", "adjective_endings")),
        tuple(words(code, "places", "adjective_stems")) or ("\0",),
        words(code, "places", "bodies"),
        tuple(listed("plural_verbs")),
        tuple(listed("media_reports")),
        listed("generic_bodies"),
        listed("any_bodies"),
        tuple(listed("agent_endings")),
        tuple(listed("no_agents")),
        words(code, "media", "nouns", "bare_nouns", "unnamed"),
        words(code, "sources", "agents"),
        words(code, "clauses", "oblique"),
        listed("examples"),
        listed("goes_on"),
        listed("makes_roles"),
        listed("made_by"),
        listed("both"),
        listed("male_roles"),
        listed("shares"),
        listed("pairs"),
        listed("joint"),
        listed("trade_surnames"),
        listed("no_surnames"),
        words(code, "inflection", "genitive_articles"),
        tuple(words(code, "inflection", "genitive_endings")),
        listed("public_bodies"),
        listed("public_adjectives"),
        listed("subject_pronouns"),
        listed("from_places"),
        listed("generic_roles"),
        listed("clubs"),
        listed("club_prefixes"),
        tuple(listed("group_endings")),
        listed("same_reports"),
        values(code, "people", "epithets"),
        values(code, "people", "short_offices"),
        listed("label_papers"),
        listed("belonging"),
        listed("kin"),
        listed("polls"),
        listed("shares_of"),
        listed("out_of"),
        words(code, "clauses", "several"),
        listed("second_to"),
        listed("same_person"),
        listed("speech_texts"),
        words(code, "sources", "according", "according_behind", "after", "conforming"),
        tuple(listed("speaking_compounds")),
        tuple(listed("judging_endings")),
        listed("singular_selves"),
        {
            noun: frozenset(others.split())
            for noun, others in values(code, "people", "kindred_bodies").items()
        },
        words(code, "sources", "old"),
        tuple(sorted(listed("departments"), key=len, reverse=True)),
        listed("had_by"),
        listed("put_out"),
        listed("common_openers"),
        listed("of_one"),
        listed("personal_cues"),
        listed("part_of_name"),
        listed("viewpoints"),
        tuple(listed("compound_adjectives")),
        tuple(listed("nameless_bodies")) or ("\0",),
        words(code, "entities", "demonyms") | listed("inhabitants"),
        tuple(listed("stand_ins")) or ("\0",),
        tuple(listed("single_offices")) or ("\0",),
        tuple(listed("deputies")) or ("\0",),
        listed("fractions"),
        listed("share_openers"),
        tuple(listed("poll_ends")) or ("\0",),
        listed("polled"),
        listed("former"),
        listed("means"),
        listed("comparing"),
        words(code, "phrases", "body_particles"),
        listed("place_parts"),
        values(code, "people", "fused_articles"),
    )


def _stems(noun: str, lexicon: Lexicon) -> list[str]:
    """A noun, and what is left of it without each ending that it has."""
    return [noun, *(noun[: -len(suffix)] for suffix in lexicon.suffixes if noun.endswith(suffix))]


@lru_cache(maxsize=8)
def _ends(nouns: frozenset[str], size: int) -> frozenset[str]:
    """The last letters of some nouns: a compound with one of them ends in these, and most words do not."""
    return frozenset(noun[-size:] for noun in nouns)


@lru_cache(maxsize=8192)
def _is_role(known: SourceWords, word: str) -> bool:
    offices = known.lexicon.offices
    if word in offices:
        return True
    ends = _ends(offices, SHORTEST_OFFICE) if known.lexicon.compounds else ()
    return any(
        stem in offices
        or (
            stem[-SHORTEST_OFFICE:] in ends
            and any(stem[-size:] in offices for size in range(SHORTEST_OFFICE, min(len(stem), LONGEST)))
        )
        for stem in _stems(word.rsplit("-", 1)[-1], known.lexicon)
    )


@lru_cache(maxsize=4)
def _nouns(lexicon: Lexicon) -> dict[str, SourceType]:
    groups: tuple[tuple[frozenset[str], SourceType], ...] = (
        (lexicon.organisations, "organisation"),
        (lexicon.government, "government"),
        (lexicon.documents, "document"),
        (lexicon.social_media, "social_media"),
        (lexicon.outlets, "outlet"),
        (lexicon.crowds, "crowd"),
        (lexicon.anonymous, "anonymous"),
    )
    return {noun: kind for nouns, kind in groups for noun in nouns}


@lru_cache(maxsize=4)
def _noun_ends(lexicon: Lexicon) -> frozenset[str]:
    return _ends(frozenset(_nouns(lexicon)), SHORTEST)


@lru_cache(maxsize=8192)
def by_noun(noun: str, lexicon: Lexicon) -> SourceType | None:
    """The type that one lower-case noun gives, by list or as the last part of a compound."""
    nouns, stems = _nouns(lexicon), _stems(noun, lexicon)
    for stem in stems:
        if stem in nouns:
            return nouns[stem]
    last = noun.rpartition("-")[2]
    if last != noun:
        return by_noun(last, lexicon)
    for stem in stems if lexicon.compounds else ():
        if stem[-SHORTEST:] not in _noun_ends(lexicon):
            continue
        for size in range(min(len(stem) - 1, LONGEST), SHORTEST - 1, -1):
            if stem[-size:] in nouns and stem[-size:] not in lexicon.no_compounds:
                return nouns[stem[-size:]]
    return None
