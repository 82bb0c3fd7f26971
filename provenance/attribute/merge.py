"""One list of sources for a run: the same person in several documents is one source."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.attribute.sources import slug
from provenance.attribute.transliteration import spellings
from provenance.model import Document, Source, SourceType

#: Sources that a name cannot tell apart: "ein Insider" here is nobody known to be "ein Insider" there.
UNNAMED: frozenset[SourceType] = frozenset({"anonymous", "crowd"})


def merge_sources(documents: Sequence[Document], found: Sequence[Sequence[Source]]) -> list[Source]:
    """The run's sources, most mentioned first; the statements' `attribution.source` gets the new ids.

    Sources of the same type and name are one; a full name takes in the surname alone only where one
    person alone has it. Unnamed sources stay apart by document.
    """
    merged: dict[str, Source] = {}
    renamed: dict[str, str] = {}
    called: dict[str, dict[str, None]] = {}
    surnames = _surnames(found)
    spelled = _spellings(documents, found)
    for document, sources in zip(documents, found, strict=True):
        for source in sources:
            name = surnames.get(source.name, source.name) if source.type == "person" else source.name
            name = spelled.get(name, name)
            key = f"{document.id}/{slug(name)}" if source.type in UNNAMED else slug(name)
            while key in merged and merged[key].type != source.type:
                key = f"{key}-{source.type}"
            home = merged.setdefault(key, Source(key, name, source.type))
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


def _surnames(found: Sequence[Sequence[Source]]) -> dict[str, str]:
    """Surname → full name, where exactly one person of the run bears it."""
    bearers: dict[str, set[str]] = {}
    for sources in found:
        for source in sources:
            if source.type == "person" and " " in source.name:
                bearers.setdefault(source.name.split()[-1], set()).add(source.name)
    return {surname: next(iter(names)) for surname, names in bearers.items() if len(names) == 1}


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
