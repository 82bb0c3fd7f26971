"""A document with its sources as one blob of an archive, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from provenance.errors import InputError
from provenance.model import Document, Source
from provenance.spans import Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

DAMAGED = "this record is damaged"
REPAIR = "save what is sound with provenance archive repair ARCHIVE NEW"


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
    """The record as deflated JSON.

    Raises:
        InputError: something in it is no text (half a surrogate pair), and could not be read again.
    """
    from pydantic_core import PydanticSerializationError

    try:
        return zlib.compress(_adapter().dump_json(record), 6)
    except PydanticSerializationError:
        where = record.document.id.encode("utf-8", "replace").decode()
        raise InputError(where, "holds what is no Unicode text", "convert the file to UTF-8") from None


def unpack(blob: bytes, where: str) -> Record:
    """The record of the document of this id that a blob holds.

    It is read without a schema: making one takes a fifth of a check's time.

    Raises:
        InputError: the blob is damaged, or another document's.
    """
    try:
        plain = json.loads(zlib.decompress(blob))
        record = Record(
            made_of(Document, plain["document"]), [made_of(Source, source) for source in plain["sources"]]
        )
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(where, DAMAGED, REPAIR) from None
    if record.document.id != where:
        raise InputError(where, DAMAGED, REPAIR)
    return record


def unpack_checked(blob: bytes, where: str) -> Record:
    """The same, with every value checked against the model.

    Raises:
        InputError: the blob is damaged, or another document's.
    """
    record = checked(blob)
    if record is None or record.document.id != where:
        raise InputError(where, DAMAGED, REPAIR)
    return record


def checked(blob: bytes) -> Record | None:
    """The record that a blob holds, whoever's it is, with every value checked; None for a damaged one."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(zlib.decompress(blob))
    except (zlib.error, ValidationError):
        return None


Part = TypeVar("Part")


def made_of(kind: type[Part], plain: dict[str, Any]) -> Part:
    """A dataclass of the model from its plain JSON object; fields that it does not know are left out."""
    readers = _readers(cast(Any, kind))
    return kind(**{name: readers[name](value) for name, value in plain.items() if name in readers})


@cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """For each field of a dataclass how its JSON value is read."""
    return {name: _reader(hint) or _as_it_is for name, hint in get_type_hints(kind).items()}


def _as_it_is(value: Any) -> Any:
    return value


def _each(reader: Callable[[Any], Any], values: list[Any]) -> list[Any]:
    return [reader(value) for value in values]


def _if_any(reader: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else reader(value)


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """How a value of a type is read; None where it stays as it is."""
    inner = [part for part in get_args(hint) if part is not type(None)]
    if get_origin(hint) is list:
        return None if (one := _reader(inner[0])) is None else partial(_each, one)
    if get_origin(hint) is UnionType:
        return None if (one := _reader(inner[0])) is None else partial(_if_any, one)
    if hint is Span:
        return Span._make
    return partial(made_of, hint) if isinstance(hint, type) and is_dataclass(hint) else None


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
