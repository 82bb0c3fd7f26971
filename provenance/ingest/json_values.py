"""JSON from outside: whatever shape, size or number it has, what comes out can be asked for words."""

from __future__ import annotations

import json
from typing import Any

#: Longest number that is read as one; Python itself refuses to turn more than 4,300 digits into an integer.
_DIGITS = 300


def load(text: str) -> Any:
    """The value of a JSON text; control characters in strings are forgiven, numbers may have any length.

    Raises:
        ValueError: it is no JSON, or nests too deeply to be read.
    """
    try:
        return _READER.decode(text)
    except RecursionError:
        raise ValueError("it nests too deeply") from None


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else float(digits)


_READER = json.JSONDecoder(strict=False, parse_int=_integer)


def words(value: object) -> str:
    """The words of a string, or of the first string of a list, on one line; "" for every other value."""
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split()) if isinstance(value, str) else ""


def label(value: object) -> str:
    """A version or an id, which some write as a number: its words; "" for what is neither string nor integer."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else words(value)
