"""An archive as JSON Lines: whole documents, or statements as `provenance match` reads them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import cache

from pydantic import TypeAdapter

from provenance.archive.schema import ID, STATEMENTS
from provenance.archive.upkeep import Tell, records
from provenance.errors import raised
from provenance.model import Document


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def document_lines(database: sqlite3.Connection, on_error: Tell = raised, *, versions: bool) -> Iterator[str]:
    """Each kept document as the report shows one, with its version's number; a damaged one is told, and left out."""
    for record, number in records(database, on_error, versions=versions):
        row = {"kept_version": number, **_adapter().dump_python(record.document, mode="json")}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def statement_lines(database: sqlite3.Connection, *, versions: bool) -> Iterator[str]:
    """Each kept statement: {"id", "text", "doc", "lang", "published"}."""
    only = "" if versions else "WHERE current"
    rows = database.execute(
        f"SELECT {ID}, statement.number, text, language, published FROM {STATEMENTS} {only} ORDER BY name, version.number, statement.number"
    )
    for home, number, text, language, published in rows:
        row = {"id": f"{home}#s{number}", "text": text, "doc": home, "lang": language}
        if published:
            row["published"] = published
        yield json.dumps(row, ensure_ascii=False) + "\n"
