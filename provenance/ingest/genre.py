"""What a document is by its own marks: an agency's copy, a press release, or an article of an outlet.

A release says so in a line of its own at its head, or ends in its sender's contact block; sources: OTS's duty
mark, the usual "For immediate release" and "###", German Press Code 1.3. An agency's copy carries the agency in
its dateline and names no outlet.
"""

from __future__ import annotations

import re

from provenance.ingest.agencies import lookup
from provenance.model import Document, Genre
from provenance.words import alternatives

#: How far from either end of a text a release says what it is, in code points.
HEAD, TAIL = 600, 2_000
#: The words by which a text calls itself or another one a press release, without their endings.
RELEASE_NOUNS = alternatives("releases", "nouns")
_HEAD = re.compile(
    rf"^[ \t#*]*(?:(?:(?:{alternatives('releases', 'adjectives')}) )?"
    rf"(?:{RELEASE_NOUNS})(?:{alternatives('releases', 'endings')})?\b(?! (?:{alternatives('releases', 'told_of')}))"
    rf"|{alternatives('releases', 'heads')})[^\n]{{0,80}}$",
    re.I | re.M,
)
_TAIL = re.compile(rf"^[ \t]*(?:{alternatives('releases', 'tails')})", re.I | re.M)
_WIRES = frozenset({"anpa", "iptc7901", "newsml", "newsml-g2", "nitf", "ninjs"})


def genre_of(document: Document) -> Genre:
    """The document's genre by its text and credits."""
    if _is_release(document):
        return "release"
    return "wire" if _is_wire(document) else "article"


def _is_release(document: Document) -> bool:
    text = document.text
    if _HEAD.search(text, 0, HEAD) or _TAIL.search(text, max(0, len(text) - TAIL)):
        return True
    agencies = (lookup(name) for name in (*document.wire_credits, document.source or ""))
    return any(agency is not None and agency.kind == "release" for agency in agencies)


def _is_wire(document: Document) -> bool:
    if not document.wire_credits or (document.outlet and lookup(document.outlet) is None):
        return False
    if document.format in _WIRES:
        return True
    printed = (document.dateline or "").casefold()
    return any(name.casefold() in printed for name in document.wire_credits)
