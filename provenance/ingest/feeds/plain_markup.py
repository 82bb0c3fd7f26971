"""Markup where text was promised: tags, references and styles that no document's text may hold."""

from __future__ import annotations

import re
from html import unescape

from provenance.ingest.encoding import unbroken
from provenance.words import any_of

#: Elements that editors' tools leave in titles, captions and texts.
_ELEMENTS = frozenset(
    """
        a abbr article b big blockquote body br caption center cite code dd del div dl dt em figcaption
        figure font form h1 h2 h3 h4 h5 h6 head header hr html i iframe img ins label li link main mark meta
        nav nobr o:p ol p picture pre q s script section small source span strike strong style sub sup svg
        table tbody td tfoot th thead time title tr tt u ul video wbr
    """.split()
)
_NAMES = any_of(_ELEMENTS)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,2000}})?/?>", re.I)
_BREAK = re.compile(
    r"</?(?:article|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|section|table|td|tr|ul)\b", re.I
)
_ESCAPED_TAG = re.compile(rf"&(?:amp;)?lt;/?(?:{_NAMES})(?:\s|/|&|>)", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STYLE = re.compile(r"(?:/\*[^*]*\*/\s*)?[@.#\w][^{}!?]{0,200}\{[^{}]*:[^{}]*\}")
_STYLE_SHEET = re.compile(r"[^{}!?\n]{1,200}\{[^{}]*\}")
#: A text is escaped at most so often.
_TWICE = 2


def unescaped(markup: str) -> str:
    """Markup as it was meant: tags that stand in it only as "&lt;p&gt;" are tags."""
    for _ in range(_TWICE):
        if "&" not in markup or not _ESCAPED_TAG.search(markup) or _TAG.search(markup):
            break
        markup = unescape(markup)
    return markup


def resolved(text: str) -> str:
    """Text whose references are the characters that they mean, and which has no tags of HTML in it and no words that are broken.

    A reference that was escaped once too often ("&amp;amp;") is one too; what only looks like one stays.
    """
    for _ in range(_TWICE):
        if "&" not in text or not _REFERENCE.search(text):
            break
        text = _REFERENCE.sub(_character, text)
    return unbroken(_TAG.sub(_gap, text) if "<" in text else text)


def _character(match: re.Match[str]) -> str:
    return unescape(match[0])


def _gap(match: re.Match[str]) -> str:
    return " " if _BREAK.match(match[0]) else ""


def is_style(text: str) -> bool:
    """Whether a text is nothing but rules of a style sheet."""
    return "{" in text and _STYLE.match(text) is not None and not _STYLE_SHEET.sub("", text).strip(" \n};")
