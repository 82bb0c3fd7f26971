"""Whether libxml2 read a file to its end: it mends most mistakes, and stops at some without an exception."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

EARLY = "it ends early"
_LARGE = "its tags nest too deeply for a story, or one element is too large"
_STOPS = {
    "ERR_DOCUMENT_END": "more than one document in it",
    "ERR_TAG_NOT_FINISHED": EARLY,
    "ERR_CDATA_NOT_FINISHED": EARLY,
    "ERR_COMMENT_NOT_FINISHED": EARLY,
    "ERR_PI_NOT_FINISHED": EARLY,
    "ERR_ENTITY_LOOP": "its entities contain each other",
}


def limit_of(log: Iterable[etree._LogEntry]) -> str:
    """The limit that a parser stopped at, as its log tells; "" for none."""
    for entry in log:
        # Before libxml2 2.13 a limit has no type of its own.
        if entry.type_name == "ERR_RESOURCE_LIMIT" or "XML_PARSE_HUGE" in entry.message:
            return _LARGE
    return ""


def stop_of(log: Iterable[etree._LogEntry]) -> str:
    """Why a parser of XML stopped before the end of its file; "" if it did not, as far as its log tells."""
    entries = list(log)
    stops = (_STOPS[entry.type_name] for entry in entries if entry.type_name in _STOPS)
    return limit_of(entries) or next(stops, "")
