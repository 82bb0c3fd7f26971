"""The function words that the engine itself asks for, by their names in `words/<code>/`; same names everywhere."""

from __future__ import annotations

from dataclasses import dataclass, fields

from provenance.words import lists, words

#: Files that may hold the lists, and which of them a list is taken from is the first that has it.
SUBJECTS = ("clauses", "phrases", "sources", "time", "names")


@dataclass(frozen=True, slots=True, eq=False)
class FunctionWords:
    """Closed classes and short lists; what each means stands in its `is` line. A language without one leaves it out."""

    coordinators: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    oblique: frozenset[str]
    nominative: frozenset[str]
    object_pronouns: frozenset[str]
    relatives: frozenset[str]
    relative_objects: frozenset[str]
    relative_owners: frozenset[str]
    """Relatives that own the noun behind them: "deren Chef sagte"."""
    subordinators: frozenset[str]
    adverbs: frozenset[str]
    time_nouns: frozenset[str]
    months: frozenset[str]
    that: frozenset[str]
    expletives: frozenset[str]
    agents: frozenset[str]
    places: frozenset[str]
    like_agents: frozenset[str]
    givers: frozenset[str]
    """Prepositions of those from whom an act of speech comes."""
    occasions_of_saying: frozenset[str]
    """Nouns behind a preposition that say on what occasion something was said, and not by whom."""
    events: frozenset[str]
    """Nouns for where and of what something was said: what hangs on them has not said it."""
    noun_endings: frozenset[str]
    """Letters by which a noun for a speaker differs in its plural and its cases."""
    hearers: frozenset[str]
    sure_hearers: frozenset[str]
    audiences: frozenset[str]
    dative_hearers: frozenset[str]
    object_starts: frozenset[str]
    bare_subjects: frozenset[str]
    naming: frozenset[str]
    naming_endings: frozenset[str]
    title_words: frozenset[str]
    before_fragment: frozenset[str]
    passive: frozenset[str]
    abstract_plurals: frozenset[str]
    acts: frozenset[str]
    never: frozenset[str]
    """Words that say that an act of speech was not done."""
    not_only: frozenset[str]
    """Words right behind one of those with which it was."""
    also: frozenset[str]
    old: frozenset[str]
    """The adjective of an age between its years and a noun."""
    consecutives: frozenset[str]
    """Words of a degree, of which the clause with that behind them is the consequence."""
    between: frozenset[str]
    """Small words between a verb behind a quotation and the one who acts."""
    empty_alone: frozenset[str]
    """Verbs that report an act only with what it is about."""
    before_courts: frozenset[str]
    """Prepositions behind such a verb that say where or against whom, and not about what."""
    causatives: frozenset[str]
    """Forms of a verb that has somebody else do something: who says it is its subject all the same."""
    deeds: frozenset[str]
    """Verbs of speech that are deeds with some objects: "bestritt drei Rennen"."""
    deed_objects: frozenset[str]
    denials: frozenset[str]
    """Verbs whose negation says something as well: "schloss nicht aus"."""
    infinitive_openers: frozenset[str]
    free_relatives: frozenset[str]
    """Words that open a clause which is itself the subject of the next verb."""
    oblique_endings: frozenset[str]
    """Endings by which a small word that opens a phrase without an article shows that it is no subject."""
    counting: frozenset[str]
    """Small numbers before those of whom nobody spoke before."""
    indefinite_many: frozenset[str]
    """Determiners of several that nobody spoke of before."""
    uninflected: frozenset[str]
    """Words with such an ending that have it in every case."""
    voiceless: frozenset[str]
    """Words that stand where somebody speaks and mean nobody: who, nobody."""
    selves: frozenset[str]
    """Pronouns of one who writes of himself."""
    of_themselves: frozenset[str]
    """Pronouns of those who speak of themselves, alone or with others; "our galaxy" is everybody's."""
    own: frozenset[str]
    """The adjective of one's own statements."""
    personals: frozenset[str]
    """Pronouns of who speaks of himself, or of his own."""
    address: frozenset[str]
    """Forms of address before a surname."""
    titles: frozenset[str]
    """Titles between a form of address and a surname."""
    interviews: frozenset[str]
    """Words by which a text says that it is an interview."""
    interviewing: frozenset[str]
    """Prepositions between such a word and who is asked."""
    question_labels: frozenset[str]
    """Letters and words before the colon of a question: "Q: …"."""
    showing: frozenset[str]
    """Verbs before a colon behind which a paragraph without marks is what somebody said."""
    bringing_in: frozenset[str]
    """Words by which a headline brings in who is asked: "Meet X"."""
    addressed: frozenset[str]
    """Pronouns of who is spoken to: in a question they have said nothing yet."""
    writers: frozenset[str]
    """Pronouns of whoever writes, outside quotations."""
    writers_own: frozenset[str]
    readers: frozenset[str]
    """Words for whom a text advises."""
    polite: frozenset[str]
    bidding_endings: frozenset[str]
    impersonal: frozenset[str]
    possessives: frozenset[str]
    """Possessives of one spoken of before: "ihr Fazit"."""
    reporting_nouns: frozenset[str]
    owned_nouns: frozenset[str]
    """Those of them that report only if they are somebody's."""
    owner_endings: frozenset[str]
    """Endings of a name that owns the noun behind it."""
    copulas: frozenset[str]
    concluding_verbs: frozenset[str]
    """Verbs between a conclusion and whose it is."""
    asides: frozenset[str]
    background: frozenset[str]
    personal: frozenset[str]
    conditional_verbs: frozenset[str]
    source_nouns: frozenset[str]
    pointers: frozenset[str]
    with_words: frozenset[str]
    genitive: frozenset[str]
    past_participle_endings: frozenset[str]
    oblique_openers: frozenset[str]
    """Adjectives that open a sentence in an oblique case, by which no name begins: "Jungen Anlegern"."""
    told_articles: frozenset[str]
    """Articles of a dative before a feminine medium: "sagte der Taz"."""
    told_media: frozenset[str]
    told_media_ends: frozenset[str]
    """Names of such media, and ends of the last words of their mastheads."""
    speakers: frozenset[str]
    no_compounds: frozenset[str]
    """Those of them that no compound of the kind ends in: a protest is no test."""
    subjunctive_present: frozenset[str]
    subjunctive_past: frozenset[str]


def function_words(code: str, speakers: frozenset[str]) -> FunctionWords:
    """The lists of a language; a name that it has no list for is empty. `speakers`: nouns for those who speak."""
    found: dict[str, frozenset[str]] = {
        "speakers": speakers,
        "no_compounds": words(code, "entities", "no_compounds")
        - words(code, "entities", "offices")
        - words(code, "people", "speaking_compounds"),
    }
    for subject in SUBJECTS:
        for name, entries in lists(code, subject).items():
            found.setdefault(name, frozenset(entries.entries))
    found["months"] = found.get("months", frozenset()) - found.get("rare_months", frozenset())
    return FunctionWords(
        **{field.name: found.get(field.name, frozenset()) for field in fields(FunctionWords)}
    )
