"""One list of sources for a run: the same person in several documents is one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from provenance.attribute.cast import slug
from provenance.attribute.lexis import SourceWords, by_noun, source_words
from provenance.attribute.transliteration import spellings
from provenance.glyphs import QUOTES
from provenance.model import UNNAMED, Document, Source


def merge_sources(documents: Sequence[Document], found: Sequence[Sequence[Source]]) -> list[Source]:
    """The run's sources, most mentioned first; the statements' `attribution.source` gets the new ids.

    Only proper names join: persons by their full names, bodies by a name that is more than a common noun ("Polizei
    Köln", not "Polizei"), with the type as a guard. All others stay their document's, and a person known by surname
    alone as well.
    """
    merged: dict[str, Source] = {}
    renamed: dict[str, str] = {}
    called: dict[str, dict[str, None]] = {}
    spelled = _spellings(documents, found)
    for document, sources in zip(documents, found, strict=True):
        for source in sources:
            name = spelled.get(source.name, source.name)
            proper = is_proper(replace(source, name=name), document.language)
            key = slug(name) if proper else f"{document.id}/{slug(name)}"
            while key in merged and merged[key].type != source.type:
                key = f"{key}-{source.type}"
            home = merged.setdefault(key, replace(source, id=key, name=name, aliases=[], mentions=0))
            home.mentions += source.mentions
            called.setdefault(key, {}).update(dict.fromkeys((source.name, *source.aliases)))
            renamed[source.id] = key
    for key, names in called.items():
        merged[key].aliases = [name for name in names if name != merged[key].name]
    for document in documents:
        for statement in document.statements:
            attribution = statement.attribution
            if attribution is not None and attribution.source is not None:
                attribution.source = renamed[attribution.source]
    return sorted(merged.values(), key=lambda source: (-source.mentions, source.id))


def is_proper(source: Source, language: str) -> bool:
    """Whether a source's name means the same in every story."""
    words = source.name.split()
    if source.type in UNNAMED or source.type == "document":
        return False
    if source.type == "person":
        return len(words) > 1
    if source.type in ("agency", "outlet", "metonym"):
        return not all(_is_common(word, language) for word in words)
    if source.type == "office":
        return bool(source.employer) and any(
            not _is_common(word, language) for word in source.employer.split()
        )
    return any(not _is_common(word, language) for word in words)


def _is_common(word: str, language: str) -> bool:
    """Whether a word of a name is a common noun or stands small: an acronym and a word of no list are proper."""
    known = source_words(language)
    bare = word.strip(QUOTES + ",.()")
    if not bare or bare[0].islower():
        return not _is_of_country(bare, known)
    if bare.lower() in known.proper_bodies or (len(bare) > 1 and bare.isupper()):
        return False
    if bare.lower() in known.lexicon.articles:
        return True
    return by_noun(bare.lower(), known.lexicon) is not None or known.is_role(bare.lower())


def _is_of_country(word: str, known: SourceWords) -> bool:
    """ "israelische": an adjective that begins like a country."""
    return word.endswith(known.country_adjectives) and any(
        len(country) > 3 and word.startswith(country[:4]) for country in known.countries
    )


def _spellings(documents: Sequence[Document], found: Sequence[Sequence[Source]]) -> dict[str, str]:
    """Full names of persons in several spellings, joined across documents."""
    if len(documents) < 2:
        return {}
    names: dict[str, set[str]] = {}
    for document, sources in zip(documents, found, strict=True):
        for source in sources:
            if source.type == "person":
                names.setdefault(source.name, set()).add(document.id)
    return spellings(names)
