"""The form that some desks put over a text: a line a field, "Titel: …", "Autor: …"."""

from __future__ import annotations

import re

from provenance.ingest.bylines import read_byline
from provenance.ingest.dates import read_date
from provenance.ingest.field_names import field_of
from provenance.model import Block, BlockKind, Document

#: A line of a form over a text, and in how many lines it must end.
_LABELLED = re.compile(r"[ \t]*(?P<name>[^\W\d_][^\W\d_ -]{1,24}):[ \t]+(?P<value>\S[^\n]*)")
_LINES = 14
_KINDS: dict[str, BlockKind] = {
    "headline": "headline", "subtitle": "subheading", "lead": "lead", "byline": "byline", "note": "editor_note",
}  # fmt: skip


def read_form(document: Document) -> int:
    """Read the form that some desks put over a text, "Titel: …", "Autor: …", a line a field; returns where it ends.

    Two lines at least whose labels are fields' names, one of them the headline's or the writer's.
    """
    fields: list[tuple[str, int, int]] = []
    at = 0
    for line in document.text.split("\n")[:_LINES]:
        label = _LABELLED.match(line)
        name = field_of(label["name"]) if label else ""
        if label is None or not name:
            if line.strip() or (fields and at and len(fields) > 1):
                break
        else:
            fields.append((name, at + label.start("value"), at + len(line.rstrip())))
        at += len(line) + 1
    names = [name for name, _, _ in fields]
    if len(fields) < 2 or not {"headline", "byline"} & set(names):
        return 0
    for name, start, end in fields:
        number = document.text.count("\n", 0, start) + 1
        document.blocks.append(Block(_KINDS.get(name, "metadata"), start, end, number))
        _fill(document, name, document.text[start:end])
    return at


def _fill(document: Document, name: str, value: str) -> None:
    if name == "headline":
        document.title = document.title or value
    elif name == "byline" and not document.byline:
        byline = read_byline(value)
        document.byline, document.bylines = value, byline.persons if byline else []
    elif name == "published":
        document.published = document.published or read_date(value)
    elif name == "place":
        document.datelines = document.datelines or [value]
    elif name == "source":
        document.source = value
    elif name == "note":
        document.editor_notes.append(value)
