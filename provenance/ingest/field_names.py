"""What the names in a house's own files say: "StoryHeadline", "pub_date" and "Titel" are fields of an item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from provenance.words import ALL, values

_NO_LETTER = re.compile(r"[\W_]+")
#: A name's words: "StoryHeadline", "story-headline".
_WORDS = re.compile(r"[\W_]+|(?<=[a-z0-9])(?=[A-Z])")
#: How much less than a whole name its last word says, and which fields it cannot say: "captionText", "sourceId".
_WEAKER = 100
_WHOLE_ONLY = frozenset(("body", "id", "note", "status", "version", "language", "lead", "source"))
#: Fields that are a moment; their names may say so too: "UpdatedDateTime".
DATES = frozenset(("published", "modified", "embargo"))


def read_name(name: str, table: str = "element_fields") -> tuple[str, int]:
    """The field that a name says whole, or else by its last word, and how many names of the field say it better.

    "" for a name that says nothing.
    """
    fields = _fields(table)
    folded = _NO_LETTER.sub("", name).lower()
    if folded in fields:
        return fields[folded]
    field, rank = fields.get(folded.removesuffix("time").removesuffix("date"), ("", 0))
    if field not in DATES:
        field, rank = fields.get(_WORDS.split(name.strip("_"))[-1].lower(), ("", 0))
    return (field, rank + _WEAKER) if field not in _WHOLE_ONLY else ("", 0)


def field_of(name: str, table: str = "element_fields") -> str:
    """The field that an element's or a key's name says; "" for none."""
    return read_name(name, table)[0]


@cache
def _fields(name: str) -> Mapping[str, tuple[str, int]]:
    """Name of an element, folded → the field that it is, and how many names of the field say it better."""
    found: dict[str, tuple[str, int]] = {}
    for field, names in values(ALL, "elements", name).items():
        for rank, entry in enumerate(names.split()):
            found.setdefault(entry, (field, rank))
    return found
