"""One bad file costs itself: a folder of 100 files, 30 of them hostile, gives the report on all that can be read."""

import json
import os
import socket
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main
from tests.borders.test_terminal import ACTING

GOOD = 70
#: What cannot be read by any program, and must be told: name → bytes.
UNREADABLE: dict[str, bytes] = {
    "empty.txt": b"", "blank.txt": b" \n\t\n", "nul.txt": b"\0" * 500, "huge.txt": b"x" * (64 * 1024 * 1024 + 1),
}  # fmt: skip
#: What is hostile and either read or told, but never silent, slow or fatal.
HOSTILE: dict[bytes, bytes] = {
    b"\xff\xfe.txt": b"Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"a\nb.txt:1:1: error spoofed: x.txt": b"Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"\x1b[31m.txt": b"Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"--config=x.txt": b"Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"utf16.txt": "Ein Insider sagte, der Vertrag sei unterschrieben.\n".encode("utf-16-le"),
    b"update.txt": b"[Update] Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"brace.txt": b"{ Ein Insider sagte, der Vertrag sei unterschrieben.\n",
    b"bad.json": b'{"type": "text", "headline": ',
    b"deep.json": b"[" * 5_000,
    b"surrogate.json": rb'{"type": "text", "headline": "\ud800", "body_text": "Ein Insider sagte \udfff, es sei aus."}',
    b"types.json": b'{"type": [], "headline": 5, "body_text": {"a": null}}',
    b"bomb.xml": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    b"<rss><channel><item><title>&c;</title></item></channel></rss>",
    b"file.xml": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
    b"<title>&x;</title><description>&x;</description></item></channel></rss>",
    b"open.xml": b"<rss><channel><item><title>x",
    b"page.html": b"<html><body>" + b"<div>" * 2_000,
    b"script.html": b"<html><body><script>alert(1)</script><p>\x1b]0;x\x07Ein Wort.</p></body></html>",
    b"long.txt": b"Ein Insider sagte dies " * 4_000,
    b"control.txt": b"Ein Insider \x1b[2J\x9b\xe2\x80\xae sagte, es sei aus.\n",
    b"latin.txt": "Ein Händler sagte, der Vertrag sei unterschrieben.\n".encode("latin-1"),
    b"mail.eml": b"From: =?x?q?\xff?=\nSubject: =?utf-8?b?////?=\nDate: 99\n\nEin Insider sagte, es sei aus.\n",
}  # fmt: skip


def build(folder: Path) -> list[str]:
    """The folder; returns the names of what must be told."""
    folder.mkdir()
    for number in range(GOOD):
        text = f"Die Hafenbehörde von Nordby teilte mit, dass Kran {number} wieder läuft.\n"
        (folder / f"good-{number:02}.txt").write_text(text, encoding="utf-8")
    for name, data in UNREADABLE.items():
        (folder / name).write_bytes(data)
    for raw, data in HOSTILE.items():
        (folder / os.fsdecode(raw)).write_bytes(data)
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket"))
    for link, goal in (
        ("dangling.txt", "nowhere"),
        ("loop.txt", "loop.txt"),
        ("out.txt", "/etc/passwd"),
        ("tmp", "/tmp"),
    ):
        (folder / link).symlink_to(goal)
    return [*UNREADABLE, "pipe.txt", "socket", "dangling.txt", "loop.txt", "out.txt", "tmp"]


def test_the_report_on_the_others_is_written_and_each_bad_file_told(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    must = build(place / "docs")
    assert GOOD + len(must) + len(HOSTILE) == 100
    assert main(["audit", "docs", "-o", "r.json"]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert not ACTING & set(out + err)
    told = [line.removeprefix("provenance: docs/").partition(": ")[0] for line in err.splitlines()]
    read = [one["path"] for one in json.loads((place / "r.json").read_text(encoding="utf-8"))["documents"]]
    assert [path for path in read if "good-" in path] == [
        f"docs/good-{number:02}.txt" for number in range(GOOD)
    ]
    for name in must:
        assert told.count(name) == 1 and f"docs/{name}" not in read
    assert len(told) + len(set(read)) >= 100
    assert not any("passwd" in line and "root" in line for line in (out + err).splitlines())
