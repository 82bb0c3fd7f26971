"""Reading files: encodings found properly, bad input in one line each, everything else still read."""

import codecs
import os
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.files import MAX_BYTES
from provenance.ingest import parse, read
from provenance.ingest.encoding import decode
from provenance.ingest.language import detect
from provenance.model import Document

STORY = "Der Hafen von Nordby ruht seit dem Morgen, und die Kräne stehen still."


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        STORY.encode("windows-1252"),
        STORY.replace("\n", "\r\n").encode(),
    ],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode(data) == STORY


def test_a_lying_charset_is_not_believed() -> None:
    text = '<meta charset="utf-8"><p>Kräne</p>'
    assert "Kräne" in decode(text.encode("windows-1252"))
    assert "Kräne" in decode(text.replace("utf-8", "us-ascii").encode())


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    assert decode(b"a\r\n b\rc \n") == "a\n b\nc \n"


@pytest.mark.parametrize(
    ("text", "code"),
    [(STORY, "de"), ("The harbour has been quiet since the morning.", "en"), ("12 34", "und")],
)
def test_the_language_is_found_by_its_small_words(text: str, code: str) -> None:
    assert detect(text) == code


def write(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_each_bad_file_is_one_error_and_every_good_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "gross.txt").open("wb") as big:
        big.truncate(MAX_BYTES + 1)
    paths = [
        write(tmp_path, "empty.txt", b" \n"),
        str(tmp_path / "leer"),
        write(tmp_path, "binary.txt", bytes(range(256)) * 4),
        str(tmp_path / "gross.txt"),
        str(tmp_path / "nowhere.txt"),
        str(tmp_path / "pipe"),
        write(tmp_path, "deep.html", b"<html><body>" + b"<b>" * 100_000 + b"x"),
        write(tmp_path, "broken.txt", STORY.encode() + b" \xff\xfe Ende der Geschichte."),
        write(tmp_path, "good.txt", STORY.encode()),
    ]
    items = list(read(paths))
    errors = [item for item in items if isinstance(item, InputError)]
    assert [error.where for error in errors] == paths[:7]
    for error in errors:
        assert "\n" not in str(error) and error.what and error.advice
    assert [item.path for item in items if isinstance(item, Document)] == paths[7:]


def test_a_folder_gives_its_texts_in_order_and_skips_pictures_and_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", STORY.encode())
    write(tmp_path, "a.md", b"# Hafen\n\nDer Hafen ruht.\n")
    write(tmp_path, "k.jpg", bytes(range(256)))
    write(tmp_path, ".versteckt.txt", STORY.encode())
    assert [Path(item.path).name for item in read([str(tmp_path)]) if isinstance(item, Document)] == [
        "a.md",
        "b.txt",
    ]


def test_the_same_path_named_twice_is_one_document(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", STORY.encode())
    assert len(list(read([path, path]))) == 1


def test_no_bytes_at_all_are_an_input_error() -> None:
    with pytest.raises(InputError, match="empty"):
        parse(b"", "x.txt")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Die Ha\u00adfen\u00adbe\u00adhörde tagt in der No\u0308rdergasse, und niemand geht nach Hause.\n"),
        ("a.md", "# Der Hafen\n\nDie Ha\u200bfenbehörde tagt in der No\u0308rdergasse.\n"),
        ("a.html", "<body><article><h1>Der Hafen</h1><p>Die Ha&shy;fenbehörde tagt in der No\u0308rdergasse.</p></article>"),
        ("a.json", '[{"headline": "Der Hafen", "body": "Die Ha\\u00adfenbehörde tagt in der No\\u0308rdergasse."}]'),
        ("a.xml", "<rss version='2.0'><channel><title>T</title><item><title>Der Hafen</title><guid>1</guid><description>Die Ha&#173;fenbehörde tagt in der No&#776;rdergasse.</description></item></channel></rss>"),
    ],
)  # fmt: skip
def test_words_are_whole_whatever_stands_unseen_between_their_letters(name: str, text: str) -> None:
    (document,) = parse(text.encode(), name)
    assert "Die Hafenbehörde tagt in der Nördergasse" in document.text
