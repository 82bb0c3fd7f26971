"""Whether libxml2 reads a file in time and to its end: it mends most mistakes, and stops at some without an exception."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

#: Its reader of HTML compares each attribute of a tag with all before it: a hundred thousand of them take minutes, in
#: which no signal is heard. No page needs so many; so many cost a tenth of a second.
MOST_ATTRIBUTES = 5_000
#: A comment, or a tag: a quotation mark opens a value behind "=" only, elsewhere it is a slip and opens nothing.
_TAG = re.compile(
    r"""<(?:!--(?:[^-]++|-(?!->))*+|([a-zA-Z][^\s>"'/]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+))"""
)
#: In these no tags are read, and what looks like one is a comparison in a program.
_RAW = {name: re.compile(f"</{name}", re.I) for name in ("script", "style")}
_ATTRIBUTE = re.compile(r"""[^\s"'/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]*+))?""")
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


def crowd_in(markup: str) -> str:
    """What makes some HTML too slow to read; "" for nothing."""
    at = 0
    while tag := _TAG.search(markup, at):
        at = tag.end()
        name, given = tag.groups()
        if name is None:
            continue
        if len(given) > MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(given)) > MOST_ATTRIBUTES:
            return f"a tag in it has more than {MOST_ATTRIBUTES:,} attributes"
        if (raw := _RAW.get(name.lower())) is not None:
            close = raw.search(markup, at)
            at = close.start() if close else len(markup)
    return ""


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
