"""What kind of entity a speaker is, by the nouns of its phrase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from provenance.attribute.names import PARTICLES, NamePhrase, is_office
from provenance.languages import Lexicon
from provenance.model import SourceType

#: No noun of a lexicon is longer: what a compound ends in is looked up by every length up to this.
LONGEST = 30


def type_of(phrase: NamePhrase, lexicon: Lexicon) -> SourceType:
    """The type of the source behind a phrase; people with a name come first, then what its nouns say."""
    lowered = [word.lower() for word in phrase.words]
    joined = " ".join(lowered)
    if phrase.office and phrase.name:
        return "person" if len(phrase.name) > 1 or _is_name(phrase) else "office"
    if (
        len(phrase.name) > 1
        and not phrase.article
        and not any(_by_noun(word.lower(), lexicon) for word in phrase.name)
    ):
        return "person"  # "Maria Washington" is nobody's capital, "Peter Aldous, who leads the army" no army
    if phrase.office and not phrase.name and phrase.head == phrase.office and phrase.article:
        return "office"
    nouns = [word for word in lowered if word not in lexicon.articles]
    for noun in nouns:
        found = _by_noun(noun, lexicon)
        if found:
            if (
                found == "crowd"
                and (phrase.article in lexicon.indefinite or phrase.article in lexicon.definite)
                and is_office(noun, lexicon)
            ):
                return "office"
            return found
    if " ".join(nouns) in lexicon.metonyms or joined in lexicon.metonyms:
        return "metonym"
    if phrase.office:
        return "office"
    for noun in nouns:
        if noun in lexicon.crowds or noun in lexicon.anonymous:
            return "crowd"
    if phrase.name and not phrase.article and is_bare_name(phrase.words):
        if all(word.isupper() and len(word) > 1 for word in phrase.name) or any(
            word.isdigit() for word in phrase.words
        ):
            return "organisation"
        return "person"
    return "organisation"


def is_bare_name(words: Sequence[str]) -> bool:
    """Whether a phrase is nothing but a name: "Nordby's harbour office" is not."""
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in PARTICLES for word in words)


@lru_cache(maxsize=8192)
def _by_noun(noun: str, lexicon: Lexicon) -> SourceType | None:
    """The type that one noun gives, by list or as the last part of a compound."""
    groups: tuple[tuple[frozenset[str], SourceType], ...] = (
        (lexicon.anonymous, "anonymous"),
        (lexicon.crowds, "crowd"),
        (lexicon.outlets, "outlet"),
        (lexicon.social_media, "social_media"),
        (lexicon.documents, "document"),
        (lexicon.government, "government"),
        (lexicon.organisations, "organisation"),
    )
    for words, kind in groups:
        if noun in words:
            return kind
    for words, kind in groups:
        for suffix in ("", *lexicon.suffixes):
            stem = noun[: -len(suffix)] if suffix and noun.endswith(suffix) else noun
            if suffix and stem == noun:
                continue
            if stem in words or (
                len(stem) > 6 and any(stem[-size:] in words for size in range(4, min(len(stem), LONGEST) + 1))
            ):
                return kind
    return None


def _is_name(phrase: NamePhrase) -> bool:
    """A single capitalised word behind an office is its holder's surname: "Außenminister Lawrow"."""
    words = phrase.words
    at = words.index(phrase.name[0])
    return (at > 0 and words[at - 1].lower() == phrase.office) or words[-1] == phrase.name[0]
