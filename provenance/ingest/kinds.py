"""What a file is that is no text: pictures, sound, archives, office documents, told by their first bytes."""

from __future__ import annotations

from pathlib import PurePath

from provenance.ingest.encoding import is_binary

_PICTURE, _SOUND, _VIDEO, _ARCHIVE = "a picture", "a sound", "a video", "an archive"
_OFFICE, _DATABASE, _FONT, _PROGRAM = "an office document", "a database", "a font", "a program"
#: First bytes → kind.
_MAGIC = (
    (b"\xff\xd8\xff", _PICTURE), (b"\x89PNG\r\n", _PICTURE), (b"GIF87a", _PICTURE), (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE), (b"\0\0\1\0", _PICTURE), (b"8BPS", _PICTURE), (b"\xff\x0a", _PICTURE),
    (b"\0\0\0\x0cJXL ", _PICTURE), (b"\0\0\0\x0cjP  ", _PICTURE),
    (b"ID3", _SOUND), (b"\xff\xfb", _SOUND), (b"\xff\xf3", _SOUND), (b"OggS", _SOUND), (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _VIDEO), (b"\0\0\1\xba", _VIDEO), (b"\0\0\1\xb3", _VIDEO), (b"FLV\1", _VIDEO),
    (b"PK\3\4", _ARCHIVE), (b"PK\5\6", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE), (b"BZh", _ARCHIVE), (b"\xfd7zXZ\0", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"Rar!\x1a\7", _ARCHIVE), (b"\x28\xb5\x2f\xfd", _ARCHIVE), (b"\x1f\x9d", _ARCHIVE),
    (b"%PDF-", _OFFICE), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE), (b"{\\rtf1", _OFFICE),
    (b"SQLite format 3\0", _DATABASE),
    (b"wOFF", _FONT), (b"wOF2", _FONT), (b"\0\1\0\0\0", _FONT), (b"OTTO\0", _FONT), (b"ttcf\0", _FONT),
    (b"\x7fELF", _PROGRAM), (b"\xca\xfe\xba\xbe", _PROGRAM), (b"\xcf\xfa\xed\xfe", _PROGRAM), (b"\0asm", _PROGRAM),
)  # fmt: skip
_SUFFIXES = {
    suffix: kind
    for kind, suffixes in (
        (
            _PICTURE,
            "jpg jpeg jpe png gif tif tiff bmp webp avif heic heif ico psd jxl jp2 raw cr2 nef dng eps ai",
        ),
        (_SOUND, "mp3 wav ogg oga flac m4a aac wma aif aiff opus amr"),
        (_VIDEO, "mp4 m4v mov avi mkv webm mpg mpeg wmv flv mxf ts 3gp"),
        (_ARCHIVE, "zip gz tgz bz2 xz 7z rar tar zst lz4 z jar epub"),
        (_OFFICE, "pdf rtf doc docx xls xlsx ppt pptx odt ods odp pages numbers key indd qxd"),
        (_DATABASE, "db sqlite sqlite3 mdb parquet"),
        (_FONT, "ttf otf woff woff2 eot"),
        (_PROGRAM, "exe dll so dylib bin o a pyc class wasm"),
    )
    for suffix in suffixes.split()
}


def binary_kind(data: bytes, path: str) -> str:
    """What a file is that holds no text, "a picture"; "" for any other.

    Its first bytes say it, or its name where the bytes are no text. What a text may begin with too ("GIF89a ist
    …", "%PDF-") counts only with one of the two.
    """
    named = _SUFFIXES.get(PurePath(path).suffix.lower().lstrip("."), "")
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (not magic.isascii() or named == kind or is_binary(data)):
            return kind
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI ") and is_binary(data):
        return {b"WEBP": _PICTURE, b"WAVE": _SOUND}.get(data[8:12], _VIDEO)
    if data[4:8] == b"ftyp" and is_binary(data):
        return _PICTURE if data[8:12] in (b"avif", b"heic", b"mif1") else _VIDEO
    return named if named and is_binary(data) else ""
