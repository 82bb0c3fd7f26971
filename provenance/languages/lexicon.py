"""The `Lexicon` of a language out of its lists; a language without a list has no such words."""

from __future__ import annotations

from typing import Any

from provenance.languages.base import Lexicon
from provenance.words import lists, phrases, words

#: Field of the lexicon → the subject and the lists that it is made of.
_LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "abstract_endings": ("names", ("abstract_endings",)),
    "aged": ("names", ("aged",)),
    "agentless": ("doubt", ("agentless",)),
    "agentless_patterns": ("doubt", ("agentless_patterns",)),
    "anonymous": ("entities", ("anonymous",)),
    "articles": ("names", ("definite", "indefinite", "determiners")),
    "bounds": ("figures", ("at_most", "at_least", "about", "ranges")),
    "compounds": ("language", ("compounds",)),
    "crowds": ("entities", ("crowds",)),
    "definite": ("names", ("definite",)),
    "documents": ("entities", ("documents",)),
    "female_offices": ("entities", ("female_offices",)),
    "female_titles": ("names", ("female_titles",)),
    "feminine_articles": ("names", ("feminine_articles",)),
    "government": ("entities", ("government",)),
    "hedges": ("doubt", ("hedges",)),
    "impersonal": ("names", ("impersonal",)),
    "indefinite": ("names", ("indefinite",)),
    "male_titles": ("names", ("male_titles",)),
    "masculine_articles": ("names", ("masculine_articles",)),
    "metonyms": ("entities", ("metonyms",)),
    "no_compounds": ("entities", ("no_compounds",)),
    "numbers": ("figures", ("numbers", "scales", "indefinite")),
    "offices": ("entities", ("offices", "demonyms")),
    "organisations": ("entities", ("organisations",)),
    "outlets": ("media", ("short_names", "mastheads", "nouns", "bare_nouns", "unnamed")),
    "own": ("names", ("own",)),
    "persons": ("entities", ("persons",)),
    "place_prepositions": ("names", ("place_prepositions",)),
    "report_nouns": ("saying", ("report_nouns",)),
    "report_prepositions": ("saying", ("report_prepositions",)),
    "social_media": ("entities", ("social_media",)),
    "suffixes": ("entities", ("suffixes",)),
    "titles": ("names", ("titles",)),
    "unclear": ("doubt", ("unclear",)),
}
_IN_ORDER = ("abstract_endings", "aged", "agentless_patterns", "suffixes", "unclear")
_PRONOUNS = "pronouns_"


def read_lexicon(code: str) -> Lexicon:
    """The lexicon of one language."""
    entries: dict[str, Any] = {}
    for name, (subject, parts) in _LISTS.items():
        entries[name] = (
            phrases(code, subject, parts[0]) if name in _IN_ORDER else words(code, subject, *parts)
        )
    entries["pronouns"] = {
        word: name.removeprefix(_PRONOUNS)
        for name, found in lists(code, "names").items()
        if name.startswith(_PRONOUNS)
        for word in found.entries
    }
    return Lexicon(**entries)
