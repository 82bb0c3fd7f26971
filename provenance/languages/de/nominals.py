"""Where a noun phrase ends: its genitives, attributes, brackets, coordinated parts and appositions."""

from __future__ import annotations

from provenance.languages.de.clauses import SEPARATORS, Sentence
from provenance.languages.de.heads import head_end, is_noun, simple_phrase
from provenance.languages.de.words import (
    ADVERBS,
    ARTICLES,
    ATTACHING,
    ATTACHING_TO_ROLES,
    FUNCTION_WORDS,
    GENITIVE,
    MEDIA_NOUNS,
    OBJECT_PRONOUNS,
    PRONOUNS,
    RELATIVES,
    SOURCE_NOUNS,
    TIME_NOUNS,
)

#: No phrase has more tokens; the longest speaker of German Wikinews has 21.
LONGEST = 60
#: Endings of nouns for people with a role and for bodies: behind these a genitive follows, not a hearer.
ROLE_ENDINGS = (
    "er",
    "ent",
    "ant",
    "or",
    "eur",
    "in",
    "innen",
    "chef",
    "ende",
    "ung",
    "schaft",
    "rat",
    "amt",
    "ist",
    "isten",
    "enten",
    "kreise",
    "kreisen",
)


def noun_phrase(sentence: Sentence, at: int, limit: int) -> int:
    """End (exclusive) of the noun phrase that begins at token `at`; `at` itself if none does.

    `limit` is the first token that cannot belong to it.
    """
    limit = min(limit, at + LONGEST)
    end = simple_phrase(sentence, at, limit)
    if end == at:
        return at
    if end == at + 1 and sentence.lower[at] in PRONOUNS and not is_noun(sentence, at):
        return end
    return _extended(sentence, at, end, limit)


def _extended(sentence: Sentence, start: int, end: int, limit: int) -> int:
    """The phrase with its brackets, genitives, attributes, coordinated parts and appositions."""
    while end < limit:
        step = (
            _bracket(sentence, end, limit)
            or _genitive(sentence, start, end, limit)
            or _attached(sentence, start, end, limit)
            or _coordinated(sentence, end, limit)
            or _apposition(sentence, end, limit)
        )
        if not step or step <= end:
            break
        end = step
    return end


def _bracket(sentence: Sentence, at: int, limit: int) -> int:
    if sentence.words[at] != "(":
        return 0
    for position in range(at + 1, min(at + 9, limit)):
        if sentence.words[position] == ")":
            return position + 1
    return 0


def _genitive(sentence: Sentence, start: int, at: int, limit: int) -> int:
    lower = sentence.lower
    if lower[at] not in GENITIVE:
        bare = (
            lower[at - 1] in SOURCE_NOUNS
            and lower[at].endswith("er")
            and lower[at] not in FUNCTION_WORDS
            and sentence.words[at][0].islower()
        )
        return head_end(sentence, at, limit) if bare and head_end(sentence, at, limit) > at else 0
    if _named(sentence, start, at) and lower[at] in ("der", "einer", "dieser", "seiner", "ihrer"):
        # "sagte Meier der Zeitung X": behind a name the article is a dative, not a genitive.
        return 0
    end = head_end(sentence, at + 1, limit)
    if end == at + 1 or lower[at + 1] in TIME_NOUNS:
        return 0
    if lower[at] in ("der", "einer", "dieser") and any(_is_medium(lower[k]) for k in range(at + 1, end)):
        # "sagte der Sprecher der Zeitung Bild" is ambiguous; with a medium the dative is the rule.
        return 0 if start > sentence.first else end
    return end


def _named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the phrase ends in a proper name: a capitalised word behind another, or alone without article."""
    words, lower = sentence.words, sentence.lower
    if lower[end - 1] in SOURCE_NOUNS:
        return False
    if end - start == 1:
        return words[start][0].isupper() and not lower[start].endswith(ROLE_ENDINGS)
    return words[end - 1][0].isupper() and words[end - 2][0].isupper() and lower[end - 2] not in ARTICLES


def _is_medium(word: str) -> bool:
    return word in MEDIA_NOUNS or word.endswith(
        ("zeitung", "magazin", "agentur", "sender", "blatt", "zeitschrift")
    )


def _attached(sentence: Sentence, start: int, at: int, limit: int) -> int:
    lower, words = sentence.lower, sentence.words
    word = lower[at]
    if word not in ATTACHING and word not in ATTACHING_TO_ROLES:
        return 0
    if word not in ATTACHING and (_named(sentence, start, at) or words[at - 1] == ")"):
        return 0
    if word in ("aus",) and _named(sentence, start, at) and at - start > 1 and lower[start] not in ARTICLES:
        return 0
    after = at + 1
    if after < limit and lower[after] in OBJECT_PRONOUNS:
        return 0
    end = simple_phrase(sentence, after, limit)
    if end == after or any(lower[k] in TIME_NOUNS or _is_medium(lower[k]) for k in range(after, end)):
        return 0
    if lower[after] in PRONOUNS and end == after + 1 and words[after][0].islower():
        return 0
    return end


def _coordinated(sentence: Sentence, at: int, limit: int) -> int:
    lower = sentence.lower
    if lower[at] not in ("und", "sowie", "bzw", "oder"):
        return 0
    after = at + 1
    if after < limit and lower[after] == "auch":
        after += 1
    if after >= limit or lower[after] in ("sie", "er", "es", "dies", "das"):
        return 0
    end = simple_phrase(sentence, after, limit)
    return end if end > after else 0


def _apposition(sentence: Sentence, at: int, limit: int) -> int:
    """ ", Sprecher der Behörde," behind a noun: up to its closing comma, which is left out."""
    words, lower = sentence.words, sentence.lower
    if words[at] != "," or at + 1 >= limit:
        return 0
    after = at + 1
    if (lower[after] in RELATIVES and lower[after] not in ARTICLES) or (
        lower[after] in PRONOUNS and lower[after] not in ARTICLES
    ):
        return 0
    end = simple_phrase(sentence, after, limit)
    if end == after or (lower[after] in PRONOUNS and end == after + 1 and not is_noun(sentence, after)):
        return 0
    while end < limit:
        step = (
            _bracket(sentence, end, limit)
            or _genitive(sentence, after, end, limit)
            or _attached(sentence, after, end, limit)
            or _coordinated(sentence, end, limit)
        )
        if not step:
            break
        end = step
    if end >= limit or words[end] in SEPARATORS:
        return end
    return 0


def leading_adverbs(sentence: Sentence, at: int, limit: int) -> int:
    """First token from `at` that is no adverb or coordinator ("Auch", "Doch", "und")."""
    while at < limit and (
        sentence.lower[at] in ADVERBS
        or sentence.lower[at] in ("und", "doch", "denn", "aber", "sowohl", "oder")
    ):
        at += 1
    return at
