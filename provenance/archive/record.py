"""A document with its sources as one blob of an archive, and back."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.model import Document, Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(slots=True)
class Record:
    """A document as it was found, before other documents were known, with the sources its statements name."""

    document: Document
    sources: list[Source]


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


def pack(record: Record) -> bytes:
    """The record as deflated JSON."""
    return zlib.compress(_adapter().dump_json(record), 6)


def unpack(blob: bytes, where: str) -> Record:
    """The record that a blob holds.

    Raises:
        InputError: the blob is damaged.
    """
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(zlib.decompress(blob))
    except (zlib.error, ValidationError):
        raise InputError(where, "this record is damaged", "run provenance archive check") from None


def same_content(a: Document, b: Document) -> bool:
    """Whether two documents say the same in text and metadata; where they were found does not count."""
    return _content(a) == _content(b)


def _content(document: Document) -> tuple[object, ...]:
    return (
        document.text, document.title, document.published, document.modified, document.outlet, document.bylines,
        document.wire_credits, document.status, document.embargo_until, document.version, document.usage,
        document.copyright, document.editor_notes,
    )  # fmt: skip


def rename(record: Record, name: str) -> None:
    """Give a document another id, with all that is named after it."""
    document = record.document
    old = document.id
    document.id = name
    for statement in document.statements:
        statement.document = name
        statement.id = name + statement.id.removeprefix(old)
        if statement.parent:
            statement.parent = name + statement.parent.removeprefix(old)
    renamed = {
        source.id: name + source.id.removeprefix(old)
        for source in record.sources
        if source.id.startswith(old)
    }
    for source in record.sources:
        source.id = renamed.get(source.id, source.id)
    for statement in document.statements:
        if statement.attribution and statement.attribution.source in renamed:
            statement.attribution.source = renamed[statement.attribution.source]
