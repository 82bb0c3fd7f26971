"""Bytes to text: byte-order mark, wide characters without one, UTF-8, declared charset, then Windows-1252.

What comes out is text and nothing else: no surrogate and no NUL, for neither can be written to a report or kept
in an archive. Each is replaced one for one by U+FFFD, as the HTML standard does.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s*=\s*|<\?xml[^>]{0,80}?encoding\s*=\s*)(?:["']\s*)?([A-Za-z0-9_.:-]+)""",
    re.I,
)
#: How far into a file a charset may be declared; the HTML standard looks at 1,024 bytes, real pages at more.
_DECLARED_WITHIN = 4096
#: Codecs that are charsets of texts, by Python's names. Python knows others that are none and raise what they
#: like ("idna", "base64") or give surrogates ("utf-7", "unicode_escape"). UTF-16 is not among them: bytes in which
#: a declaration could be read are not UTF-16 (WHATWG Encoding Standard).
_CHARSETS = frozenset(
    """
        ascii iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10
        iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256
        cp1257 cp1258 cp437 cp850 cp852 cp855 cp858 cp866 cp874 tis-620 koi8-r koi8-u mac-roman mac-cyrillic mac-latin2
        gb2312 gbk gb18030 hz big5 big5hkscs cp950 euc_jp shift_jis cp932 iso2022_jp euc_kr cp949 johab
    """.split()
)
#: So many characters beyond ASCII must be right for each that is not; and what stands beyond it.
_GOOD_FOR_BAD = 5
_BEYOND = re.compile("[^\x00-\x7f]+")
_REPLACED = "\ufffd".encode()
#: Control characters that no text holds: NUL, and those below the blank but for tab, line ends, form feed, the
#: end-of-file sign of DOS and escape.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
#: Characters that stand between letters and are not seen.
UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
HAS_UNSEEN = re.compile(f"[{''.join(map(chr, UNSEEN))}]").search
#: A letter and the marks over and under it; more of them belong to no language and are left as they are.
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,3}")
#: What a reader sees: no blank, no control, none of the characters without a width.
_SEEN = re.compile("[^\\s\\x00-\\x1f\\x7f-\\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]")
#: How much of a file is looked at to see what it is, in bytes; a multiple of four.
_HEAD = 8192


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of a file, line ends made one; every byte sequence decodes to something.

    A declared charset, `charset` or the one in the bytes, is believed only if the bytes decode by it, because pages
    lie about it. Windows-1252 comes last: it is what mislabelled Western text nearly always is (WHATWG Encoding
    Standard, "latin1").
    """
    data = narrowed(data)
    try:
        # UTF-8 first even so: bytes that happen to be valid UTF-8 are nothing else in practice.
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        if _is_broken_utf8(data):
            return _lines(data.decode("utf-8", "replace"))
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    for name in (_codec(charset or ""), _codec(declared[1].decode("ascii")) if declared else None):
        try:
            if name:
                return _lines(data.decode(name))
        except UnicodeDecodeError:
            continue
    return _lines(data.decode("windows-1252", "replace"))


def _is_broken_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a few: one bad byte, or a character cut in two, costs itself and not the text.

    Text of any other charset has no more sequences that happen to be UTF-8 than ones that are not.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad * _GOOD_FOR_BAD <= sum(map(len, _BEYOND.findall(text))) - bad


def narrowed(data: bytes) -> bytes:
    """Bytes without a byte-order mark; wide characters (UTF-16, UTF-32) as UTF-8, with or without a mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return data if name == "utf-8" else data.decode(name, "replace").encode()
    wide = _wide(data)
    return data.decode(wide, "replace").encode() if wide else data


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: control characters in a twentieth of their first 8 KiB, or half of it undecodable."""
    head = data[:_HEAD]
    narrow = narrowed(head)
    if narrow is not head and narrow.count(_REPLACED) * 2 * len(_REPLACED) > len(narrow):
        return True
    return len(_CONTROLS.findall(narrow)) > 3 + len(narrow) // 20


def text_only(text: str) -> str:
    """`text` with surrogates and NUL replaced one for one by U+FFFD; two halves of one character are joined."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd")


def is_blank(text: str) -> bool:
    """Whether there is nothing in a text that a reader sees."""
    return _SEEN.search(text) is None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by where NUL bytes stand: in Western text every other byte is one."""
    head = data[: min(_HEAD, len(data) // 4 * 4)]
    if len(head) >= 8:
        for name, zero, low in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
            if not any(head[zero::4]) and max(head[low::4]) <= 0x10 and _is_text(head, name):
                return name
    head = data[: min(_HEAD, len(data) // 2 * 2)]
    half = len(head) // 2
    if half >= 2:
        for name, high in (("utf-16-le", 1), ("utf-16-be", 0)):
            zeros, others = head[high::2].count(0), head[1 - high :: 2].count(0)
            if zeros * 10 > half * 7 and others * 20 <= half and _is_text(head, name):
                return name
    return None


def _is_text(head: bytes, name: str) -> bool:
    """Whether bytes decode by a codec to more than control characters."""
    text = head.decode(name, "replace")
    return len(_CONTROLS.findall(text.encode())) * 20 <= len(text)


def _codec(name: str) -> str | None:
    """Python's name of a charset; None for what is no charset of texts."""
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if codec not in _CHARSETS:
        return None
    # What calls itself Latin-1 or ASCII is Windows-1252 in practice (WHATWG Encoding Standard).
    return "windows-1252" if codec in ("iso8859-1", "ascii") else codec


def _lines(text: str) -> str:
    # None of the charsets gives a surrogate.
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unbroken(text.replace("\0", "\ufffd"))


def unbroken(text: str) -> str:
    """`text` with its words whole: without soft hyphens and other marks of no width between letters, and with each
    letter and its accent as one character (Unicode, form C). Pages of one site in twenty have the one or the other."""
    if text.isascii():
        return text
    if HAS_UNSEEN(text):
        text = text.translate(UNSEEN)
    # Asking first is many times as quick as looking, and most texts are whole.
    return text if unicodedata.is_normalized("NFC", text) else _DECOMPOSED.sub(_composed, text)


def _composed(letters: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", letters[0])
