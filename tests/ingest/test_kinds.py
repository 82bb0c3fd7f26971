"""What a file is: prose that begins like something else is prose, and only what is known to be no text is left out."""

import gzip
import json
from pathlib import Path

import pytest

from provenance.errors import InputError
from provenance.ingest import parse, read, sniff
from provenance.ingest.kinds import binary_kind
from provenance.model import Document

STORY = "Der Hafen von Nordby ruht seit dem Morgen, und die Kräne stehen still."

BEGINNINGS = (
    "[Update] ", "[1] ", "[", "]", "{", "{{ Titel }} ", '{"Hafen"} ', '["Hafen"], ', "{Nordby} ", "[2026]\n\n", "<3 ", "<Ina Holm> ",
    "<<Hafen>> ", "< ", "&", "---\n", "---\nTitel\n---\n", "-- ", "***\n", "\x01", "\x02", "\x16", "\x16\x01\x02", "\x1a", "W2030 ",
    "AW2030", "From: Ina\nTo: Max\n\n", "From: Ina\nFrom: Max\nFrom: Ina\nTo: Ina\n", "From: a\nTo: b\nDate: c\n", "%PDF-", "GIF89a ", "ID3 ",
    "{\\rtf1", "BZh", "SQLite format 3", "OggS", "<rss> ", "<feed ", "<nitf>", "<!-- ", "<?xml ", "\ufeff", "\u200b", "\x0c", "# ", "- ",
)  # fmt: skip


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_plain_text_may_begin_as_it_likes(beginning: str) -> None:
    for data in ((beginning + STORY).encode(), (beginning + STORY).encode("cp1252", "replace")):
        (document,) = parse(data, "story.txt")
        assert document.format == "text" and STORY in document.text


@pytest.mark.parametrize(
    "beginning",
    ["[Update] ", "[1] ", "{Nordby} ", "{", "<3 ", "---\n\n", "\x01", "From: Ina\n\n", "W2030 ", "%PDF-"],
)
def test_so_may_a_text_without_a_name(beginning: str) -> None:
    (document,) = parse((beginning + STORY).encode(), "-")
    assert document.format == "text" and STORY in document.text


@pytest.mark.parametrize("text", ['{"headline": "Haf', '[{"headline": "Hafen"}', "[Update] Hafen", "{"])
def test_what_is_called_json_stays_json_and_is_told(text: str) -> None:
    with pytest.raises(InputError, match="JSON"):
        parse(text.encode(), "story.json")


def test_broken_json_is_no_story_whatever_it_is_called() -> None:
    assert sniff(b'{"headline": "Hafen", "body_te', "feed") == "ninjs"


def test_json_in_a_plain_text_is_read_as_json() -> None:
    (document,) = parse(json.dumps({"headline": "Hafen", "body_text": STORY}).encode(), "story.txt")
    assert (document.format, document.title) == ("ninjs", "Hafen")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_without_a_mark_are_text_and_no_picture(codec: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode(codec))
    (tmp_path / "b.html").write_bytes(f"<p>{STORY}</p><p>{STORY}</p>".encode(codec))
    documents = [item for item in read([str(tmp_path)]) if isinstance(item, Document)]
    assert [(document.format, STORY in document.text) for document in documents] == [
        ("text", True),
        ("html", True),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\u200b\u2060\ufeff\xad".encode(),
        b"\x1a",
        "\u200e\n".encode("utf-16"),
    ],
)
def test_a_file_in_which_there_is_nothing_to_see_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        parse(data, "x.txt")


def test_a_few_stray_controls_make_no_binary_file() -> None:
    (document,) = parse(f"Kr\x81äne\x02 \x07{STORY}\0".encode("latin-1"), "x.txt")
    assert STORY in document.text and "\0" not in document.text


NOISE = bytes(range(256)) * 8
BINARIES = {
    "k.jpg": b"\xff\xd8\xff\xe0" + NOISE, "k.png": b"\x89PNG\r\n\x1a\n" + NOISE, "k.gif": b"GIF89a" + NOISE, "k.webp": b"RIFF\0\0\0\0WEBP" + NOISE,
    "k.bmp": b"BM" + NOISE, "t.mp3": b"ID3" + NOISE, "t.wav": b"RIFF\0\0\0\0WAVE" + NOISE, "f.mp4": b"\0\0\0\x20ftypisom" + NOISE,
    "a.zip": b"PK\3\4" + NOISE, "a.txt.gz": gzip.compress(b"x" * 999)[:30], "a.tar": NOISE, "d.pdf": b"%PDF-1.7\n1 0 obj", "d.doc": NOISE,
    "d.docx": b"PK\3\4" + NOISE, "d.rtf": b"{\\rtf1 Hafen}", "b.sqlite": b"SQLite format 3\0" + NOISE, "f.ttf": b"\0\1\0\0\0" + NOISE, "p": b"\x7fELF" + NOISE,
}  # fmt: skip


def test_of_a_folder_only_what_is_known_to_be_no_text_is_left_out_in_silence(tmp_path: Path) -> None:
    for name, data in BINARIES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "k.txt").write_bytes(NOISE)
    (tmp_path / "story").write_bytes(STORY.encode())
    (tmp_path / "story.jpg").write_bytes(STORY.encode())
    unknown, *stories = read([str(tmp_path)])
    assert isinstance(unknown, InputError) and unknown.where.endswith("k.txt")
    assert [Path(item.path).name for item in stories if isinstance(item, Document)] == ["story", "story.jpg"]


@pytest.mark.parametrize("name", BINARIES)
def test_a_named_binary_file_is_told(name: str) -> None:
    with pytest.raises(InputError, match="not a text"):
        parse(BINARIES[name], name)


def test_no_text_is_a_binary_for_its_first_word() -> None:
    assert not any(binary_kind((beginning + STORY).encode(), "x") for beginning in BEGINNINGS)
