"""Bytes to text: byte-order mark, declared charset, UTF-8, then Windows-1252; line ends made one."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*|<\?xml[^>]{0,80}?encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]+)""",
    re.I,
)
#: How far into a file a charset may be declared; the HTML standard looks at 1,024 bytes, real pages at more.
_DECLARED_WITHIN = 4096
#: Control characters that no text holds: NUL, and those below the blank but for tab, line ends, form feed.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str:
    """The text of a file; every byte sequence decodes to something.

    A declared charset is believed only if the bytes decode by it, because pages lie about it. Windows-1252
    comes last: it is what mislabelled Western text nearly always is (WHATWG Encoding Standard, "latin1").
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(data[len(mark) :].decode(name, "replace"))
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    names = ["utf-8"]
    if declared:
        # UTF-8 first even so: bytes that happen to be valid UTF-8 are nothing else in practice.
        names.append(declared[1].decode("ascii"))
    for name in names:
        try:
            return _lines(data.decode(_codec(name)))
        except (UnicodeDecodeError, LookupError):
            continue
    return _lines(data.decode("windows-1252", "replace"))


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: control characters in the first 8 KiB, without a byte-order mark."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    return len(_BINARY.findall(data[:8192])) > len(data[:8192]) // 200


def _codec(name: str) -> str:
    codec = codecs.lookup(name).name
    # What calls itself Latin-1 or ASCII is Windows-1252 in practice (WHATWG Encoding Standard).
    return "windows-1252" if codec in ("iso8859-1", "ascii") else codec


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
