"""Sentences with marks: [[speaker]], {{cue}}, <<content>>; what a row's `yes` sentences are written in."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = re.compile(r"\[\[|\]\]|\{\{|\}\}|<<|>>")
OPEN = {"[[": "speaker", "{{": "cue", "<<": "content"}
CLOSE = {"]]": "speaker", "}}": "cue", ">>": "content"}


class Marked(NamedTuple):
    """A text without its marks, and the words that were marked, by part."""

    text: str
    parts: dict[str, list[str]]


def unmark(marked: str) -> Marked:
    """The text of a marked sentence and its marked words in order."""
    text, at = "", 0
    parts: dict[str, list[str]] = {"speaker": [], "cue": [], "content": []}
    opened: dict[str, int] = {}
    for mark in MARKS.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in OPEN:
            opened[OPEN[mark.group()]] = len(text)
        else:
            part = CLOSE[mark.group()]
            parts[part].append(text[opened.pop(part) :])
    return Marked(text + marked[at:], parts)
