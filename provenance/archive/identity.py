"""Who may speak for an id: a document's id is a claim, and no outlet's document takes the place of another's."""

from __future__ import annotations

import re
import sqlite3

from provenance.archive.schema import VERSIONS
from provenance.model import Document
from provenance.trace.roots import outlet_key


def own_name(database: sqlite3.Connection, document: Document) -> str:
    """The id under which an archive has a document or would keep it.

    Its own, unless the archive has another outlet's document of that id: then one that begins with its outlet. Where
    one of the two names no outlet, nothing tells them apart, and it is a version of the document of its id.
    """
    name = document.id
    while True:
        kept = database.execute(
            f"SELECT outlet FROM {VERSIONS} WHERE name = ? AND current", (name,)
        ).fetchone()
        if kept is None or not kept[0] or not document.outlet:
            return name
        if outlet_key(kept[0]) == outlet_key(document.outlet):
            return name
        name = apart(document, name)


def apart(document: Document, name: str) -> str:
    """An id that only its outlet's document has: "nordblatt:story.html"."""
    maker = re.sub(r"[\W_]+", "-", outlet_key(document.outlet or "")).strip("-")
    return f"{maker or 'other'}:{name}"
