"""What a language must give: rules for sentences, a lexicon of sources and doubts, and a grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from provenance.grammar.records import Range
from provenance.model import StatementKind
from provenance.passage import Passage
from provenance.passage.sentences import SentenceRules

if TYPE_CHECKING:
    from provenance.grammar.near import NearMiss

__all__ = ["Draft", "Language", "Lexicon", "Range"]


@dataclass(slots=True)
class Draft:
    """A statement as a grammar finds it, in token ranges of one passage."""

    passage: int
    """Number of the passage that holds the content."""
    kind: StatementKind
    content: list[Range]
    """Quoted words with their marks; clauses without the frame's comma or conjunction unless the
    language counts it in."""
    pattern: str
    """The row of the language's table that found it: "de.verb.dass"."""
    confidence: float
    """Measured chance that content and speaker are right."""
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    attribution_passage: int = -1
    """Number of the passage of speaker, cue, frame and addressee; -1: the content's own."""
    speaker_passage: int = -1
    """Number of the passage of speaker and rivals where they were fetched from another one; -1: that of the cue."""
    parent: Draft | None = None
    """The indirect statement that holds this quotation."""
    carried: bool = False
    """The speaker was fetched from an earlier sentence."""
    rivals: list[Range] = field(default_factory=list)
    """Other speakers, in the same passage as the speaker, that the words allow as well."""
    agentless: bool = False
    """The frame reports without anybody who says it ("es heißt", "it is understood")."""
    way: str = ""
    """How the speaker was found: "subject before the verb", "carried over"."""
    beaten: tuple[tuple[str, str], ...] = ()
    """Rows that claimed the same words and lost, each with the reason."""
    rejected: tuple[tuple[Range, str], ...] = ()
    """Phrases that were considered as speaker and lost, each with the reason."""
    himself: Range | None = None
    """The phrase that the speaker's pronoun means, where its sentence tells: "nach eigenen Angaben", "which said"."""
    ceiling: float = 1.0
    """Measured chance that the content is right: content and speaker together are no likelier."""
    labelled: bool = False
    """Whether a colon behind them is all that makes some words those of a speaker."""

    @property
    def home(self) -> int:
        """Number of the passage of cue, frame and addressee."""
        return self.attribution_passage if self.attribution_passage >= 0 else self.passage

    @property
    def speaker_home(self) -> int:
        """Number of the passage of speaker and rivals."""
        return self.speaker_passage if self.speaker_passage >= 0 else self.home


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words of a language that say who a source is and how sure a statement is; all lower case.

    Phrases are given as they are printed, words divided by one blank.
    """

    hedges: frozenset[str]
    """Words and phrases that withdraw certainty: "offenbar", "angeblich", "reportedly"."""
    bounds: frozenset[str]
    """Words and phrases that bound a figure: "bis zu", "mindestens", "up to", "about"."""
    unclear: tuple[str, ...]
    """Regular expressions (lower case) of sentences that declare sources or facts unclear."""
    agentless: frozenset[str]
    """Words and phrases that report and name nobody: "es heißt", "dem vernehmen nach"."""
    pronouns: dict[str, str]
    """Personal pronoun → "m", "f", "n" or "p" (plural)."""
    titles: frozenset[str]
    """Forms of address and titles that stand before a name and are not part of it: "herr", "dr", "mr"."""
    articles: frozenset[str]
    """Articles, determiners and the adjectives that a name may carry: "der", "die", "the"."""
    offices: frozenset[str]
    """Nouns for holders of a role: "minister", "sprecherin", "mayor"; a compound ends in one of them."""
    female_offices: frozenset[str]
    """Endings and nouns by which an office is a woman's: "in", "frau", "woman"."""
    organisations: frozenset[str]
    government: frozenset[str]
    documents: frozenset[str]
    no_compounds: frozenset[str]
    """Nouns of these lists that no compound of the kind ends in."""
    outlets: frozenset[str]
    social_media: frozenset[str]
    persons: frozenset[str]
    """Nouns for a single person who holds no office: "anwohner", "resident"."""
    compounds: frozenset[str]
    """ "closed" where the last part of a word says what it is: Landgericht is a Gericht."""
    crowds: frozenset[str]
    """Nouns for unnamed many: "experten", "anwohner", "residents"."""
    anonymous: frozenset[str]
    """Nouns that name a source without saying who: "insider", "kreise", "source"."""
    metonyms: frozenset[str]
    """Places that stand for those who rule in them: "moskau", "washington", "the white house"."""
    agentless_patterns: tuple[str, ...] = ()
    """Regular expressions (lower case) of sentences that pass on information and name nobody."""
    suffixes: tuple[str, ...] = ()
    """Endings by which a compound or inflected noun is looked up again ("s", "en", "innen")."""
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    masculine_articles: frozenset[str] = frozenset()
    """Articles by which a person is a man, in languages whose articles tell."""
    feminine_articles: frozenset[str] = frozenset()
    male_titles: frozenset[str] = frozenset()
    female_titles: frozenset[str] = frozenset()
    abstract_endings: tuple[str, ...] = ()
    """Endings of nouns that are no given names, in languages that write nouns with a capital."""
    impersonal: frozenset[str] = frozenset()
    """Pronouns for nobody in particular: "man"."""
    own: frozenset[str] = frozenset()
    """Adjectives of one's own statements: "eigenen Angaben zufolge"."""
    place_prepositions: frozenset[str] = frozenset()
    aged: tuple[str, ...] = ()
    """Regular expressions (lower case) of somebody who was named before, by age: "die 43-jährige"."""
    report_nouns: frozenset[str] = frozenset()
    """Nouns of saying that stand before the one who says: "nach Angaben der Polizei" rests on the police."""
    report_prepositions: frozenset[str] = frozenset()
    """What may stand between such a noun and the one who says: "von", "of"."""
    numbers: frozenset[str] = frozenset()
    """Words of number, whatever they are worth."""


class Language(Protocol):
    """A language of attribution: data and the grammar that no list can hold."""

    code: str
    sentence_rules: SentenceRules
    lexicon: Lexicon

    def find(self, passages: Sequence[Passage]) -> list[Draft]:
        """The sourced statements of a document, in order; what is not found stays narrated."""
        ...

    def near_misses(self, passages: Sequence[Passage]) -> list[NearMiss]:
        """What rows of its table nearly found in a document, in order; for people who ask why."""
        ...
