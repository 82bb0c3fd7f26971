"""The core of a noun phrase: article, adjectives and head, names with their particles, quoted titles.

No tagger is used. German capitals give the nouns; closed lists give articles and prepositions; what is
left in lower case before a noun and ends like an adjective is one.
"""

from __future__ import annotations

from provenance.languages.de.clauses import CLOSING, SEPARATORS, Sentence
from provenance.languages.de.verbs import reporting_forms
from provenance.languages.de.words import (
    ARTICLES,
    FUNCTION_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCES,
    TIME_NOUNS,
)

ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
NAME_PARTICLES = frozenset(
    """
        von van de der den del della di da al el bin ibn ben zu du la le dos ter ten af
    """.split()
)
PARTITIVE = frozenset(
    """
    einer eine eines einige viele mehrere zwei drei keiner keine jeder manche
""".split()
)
QUANTIFIERS = frozenset(
    """
        rund etwa knapp fast mehr weniger als über mindestens höchstens zahlreiche gut nur allein
    """.split()
)


def simple_phrase(sentence: Sentence, at: int, limit: int) -> int:
    """Article, adjectives and head; or a pronoun; or a quoted or bare name."""
    words, lower = sentence.words, sentence.lower
    start = at
    while at < limit and lower[at] in QUANTIFIERS and not words[at][0].isupper():
        at += 1
    if at < limit and lower[at] in ARTICLES:
        if (
            lower[at] in PARTITIVE
            and at + 1 < limit
            and lower[at + 1] in ("der", "des", "dieser", "seiner", "ihrer", "unserer", "von")
        ):
            part = head_end(sentence, at + 2, limit)
            return part if part > at + 2 else at + 1
        if lower[at] in PRONOUNS and (at + 1 >= limit or not _may_modify(sentence, at + 1)):
            return at + 1
        at += 1
    elif at < limit and lower[at] in PRONOUNS:
        return at + 1
    head = head_end(sentence, at, limit)
    return head if head > at else start


def _may_modify(sentence: Sentence, at: int) -> bool:
    """Whether an article could stand before token `at`: a noun, a number or an adjective follows."""
    word = sentence.words[at]
    lower = sentence.lower[at]
    if word[0].isupper() or word[0].isdigit() or sentence.passage.quoted(at):
        return True
    return (
        lower.endswith(ADJECTIVE_ENDINGS) and lower not in FUNCTION_WORDS and lower not in reporting_forms()
    )


def head_end(sentence: Sentence, at: int, limit: int) -> int:
    words, lower = sentence.words, sentence.lower
    position = at
    if (
        at + 1 < limit
        and lower[at] in NAME_PARTICLES
        and lower[at] not in FUNCTION_WORDS
        and is_noun(sentence, at + 1)
    ):
        return _names(sentence, at + 1, limit)
    while position < limit:
        if is_noun(sentence, position):
            return _names(sentence, position, limit)
        quote = _short_quote(sentence, position, limit)
        if quote:
            if quote < limit and words[quote] == "-" and quote + 1 < limit:
                return _names(sentence, quote + 1, limit)  # „Bild“-Zeitung
            return _names(sentence, quote, limit) if quote < limit and is_noun(sentence, quote) else quote
        word = lower[position]
        adjective = (
            (
                word.endswith(ADJECTIVE_ENDINGS)
                and len(word) > 3
                and (word not in FUNCTION_WORDS or word in ("lange", "kurze"))
            )
            or word[0].isdigit()
            or (
                word
                in (
                    "und",
                    "sowie",
                    "sehr",
                    "so",
                    "ehemals",
                    "damals",
                    "oft",
                    "noch",
                    "bislang",
                    "namentlich",
                    "nicht",
                    "näher",
                    "als",
                    "inzwischen",
                    ",",
                )
                and position > at
            )
        )
        if not adjective:
            if position > at and word in PREPOSITIONS:
                inner = _participial(sentence, position, limit)
                if inner:
                    position = inner
                    continue
            return at
        position += 1
        if word == "." or position - at > 8:
            return at
    return at


def _participial(sentence: Sentence, at: int, limit: int) -> int:
    """ "der [in Kiel stationierten] Flotte": the end of the phrase inside the article's reach, or 0."""
    lower, words = sentence.lower, sentence.words
    position = at + 1
    while position < min(limit, at + 7):
        if words[position] in SEPARATORS or words[position] in CLOSING:
            return 0
        if (
            words[position][0].islower()
            and lower[position].endswith(("ten", "te", "enden", "ende", "enen", "ene", "er", "es"))
            and lower[position] not in FUNCTION_WORDS
            and position + 1 < limit
            and (words[position + 1][0].isupper() or words[position + 1][0].islower())
            and position > at + 1
        ):
            return position
        position += 1
    return 0


def _names(sentence: Sentence, at: int, limit: int) -> int:
    """The run of capitalised words from `at`, name particles and quoted titles included."""
    words, lower = sentence.words, sentence.lower
    position = at + 1
    while position < limit:
        word = words[position]
        if is_noun(sentence, position) and lower[position] not in TIME_NOUNS:
            position += 1
        elif (
            lower[position] in NAME_PARTICLES and position + 1 < limit and words[position + 1][0].isupper()
            and word[0].islower() and lower[position] not in ("der", "den", "zu", "von")
        ):  # fmt: skip
            position += 2
        elif (
            lower[position] == "von"
            and position + 1 < limit
            and _personal(sentence, position)
            and words[position + 1][0].isupper()
        ):
            position += 2
        elif word == "." and position + 1 < limit and _abbreviated(sentence, position):
            position += 1
        elif (
            word in ("und", "oder")
            and words[position - 1].endswith("-")
            and position + 1 < limit
            and words[position + 1][0].isupper()
        ):
            position += 2  # "Journalistinnen- und Journalisten-Union"
        elif (
            word in ("/", "&", "-", "–")
            and position + 1 < limit
            and words[position + 1][0].isupper()
            and word != "–"
        ):
            position += 2
        elif (
            word[0].isdigit()
            and len(word) <= 2
            and not (position + 1 < limit and words[position + 1][0].isupper())
        ):
            position += 1
        else:
            quote = _short_quote(sentence, position, limit)
            if not quote:
                break
            position = quote
    return position


def _abbreviated(sentence: Sentence, at: int) -> bool:
    """Whether a full stop belongs to an initial, a title or a numeral: "Prof. Dr. M. Beck", "Elisabeth II.,"."""
    before = sentence.words[at - 1]
    if set(before) <= set("IVX"):
        return True
    short = len(before) <= 2 or before.lower() in SENTENCES.abbreviations
    return short and sentence.words[at + 1][0].isupper()


def _personal(sentence: Sentence, at: int) -> bool:
    """Whether two capitalised words stand before `at`, as a first name with "von" has."""
    return at >= 2 and sentence.words[at - 1][0].isupper() and sentence.words[at - 2][0].isupper()


def is_noun(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if not word[0].isupper():
        # "dpa", "taz", "iPhone": short lower-case names are nouns where a list or a capital inside says so.
        return sentence.lower[at] in LOWER_NAMES or any(letter.isupper() for letter in word[1:])
    # The first word of a sentence has its capital for another reason.
    if at == sentence.first or sentence.words[at - 1] in CLOSING or sentence.words[at - 1] in '„“»«"':
        lower = sentence.lower[at]
        return lower not in FUNCTION_WORDS and not lower.endswith(
            ("weise", "dings", "mals", "wärtig", "lich", "zeitig")
        )
    return True


LOWER_NAMES = frozenset(
    """
    dpa taz ddp epd sid ap apa rtr afp e.on heise eon
""".split()
)


def _short_quote(sentence: Sentence, at: int, limit: int) -> int:
    """End of a quotation of at most six tokens that opens at `at`: the title of a paper, a name; or 0."""
    inside = sentence.passage.inside
    if not inside or inside[at] < 0:
        return 0
    quote = sentence.passage.quotes[inside[at]]
    if quote.open == at and quote.closed and quote.close < limit and quote.size <= 6:
        return quote.close + 1
    return 0
