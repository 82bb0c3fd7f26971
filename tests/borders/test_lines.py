"""Lines of statements from outside: a bad one costs itself, and what can be read is."""

import json
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main

TEXT = "Die Hafenbehörde meldet elf Schiffe mit Obst auf Reede."
ONE, TWO = (json.dumps({"id": name, "text": TEXT}, ensure_ascii=False).encode() + b"\n" for name in "12")
PAIR = {"a": "1", "b": "2", "score": 100.0, "relation": "repeat"}


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000, b'{"a":' * 100_000, b"\0", b"{", b"[1]", b"5", b"null", b'"id"', b"NaN", b"9" * 6_000,
        b'{"id": 1, "text": "x"}', b'{"id": "3"}', b'{"id": null, "text": null}', b'{"id": ' + b"9" * 6_000 + b', "text": "x"}',
        b'{"id": "3", "text": ["x"]}', b'{"id": "3", "text": "' + b"x" * (1 << 20) + b'"}',
    ],
    ids=lambda line: repr(line[:24]),
)  # fmt: skip
def test_a_bad_line_is_told_with_its_number_and_costs_itself(
    line: bytes, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "m.jsonl").write_bytes(ONE + line + b"\n" + TWO)
    assert main(["match", "m.jsonl"]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert json.loads(out) == PAIR
    assert err.startswith("provenance: m.jsonl:2: ") and err.count("\n") == 1


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + ONE + TWO, (ONE + TWO).decode().encode("utf-16"), (ONE + TWO).replace(b"\n", b"\r\n"),
        ONE + b"\n \n" + TWO.rstrip(), ONE.replace(b"Obst", b"Ob\xffst") + TWO.replace(b"Obst", b"Ob\xffst"),
        ONE + TWO.replace(b"}", b', "n": ' + b"9" * 6_000 + b', "m": 1e999, "doc": [], "published": {}}'),
        ONE.replace(b"Obst", "Ob\u2028st".encode()) + TWO.replace(b"Obst", "Ob\u2028st".encode()),
    ],
    ids=["mark", "utf-16", "crlf", "blank", "odd bytes", "odd fields", "line separator"],
)  # fmt: skip
def test_what_can_be_read_is_read(data: bytes, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "m.jsonl").write_bytes(data)
    assert main(["match", "m.jsonl"]) == exits.CLEAN
    assert json.loads(capsys.readouterr().out) == PAIR


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"], ids=["empty", "blank", "mark"])
@pytest.mark.parametrize("side", ["file", "against", "against an archive"])
def test_a_file_without_a_statement_is_told(
    data: bytes, side: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "none.jsonl").write_bytes(data)
    (place / "some.jsonl").write_bytes(ONE + TWO)
    (place / "a.txt").write_text(f"{TEXT}\n", encoding="utf-8")
    assert main(["archive", "add", "a.db", "a.txt"]) == exits.CLEAN
    words = {
        "file": ["none.jsonl"],
        "against": ["some.jsonl", "--against", "none.jsonl"],
        "against an archive": ["none.jsonl", "--against", "a.db"],
    }[side]
    capsys.readouterr()
    assert main(["match", *words]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert not out and err.startswith("provenance: none.jsonl: no statement in it; ") and err.count("\n") == 1


@pytest.mark.parametrize(("words", "told"), [(400, False), (401, True), (90_000, True)])
def test_words_that_are_not_compared_are_told(
    words: int, told: bool, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    texts = [
        " ".join(str(number).translate(letters) for number in range(words - 1)) + end
        for end in (" auf", " ab")
    ]
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts, 1)]
    (place / "m.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["match", "m.jsonl"]) == (exits.TROUBLE if told else exits.CLEAN)
    out, err = capsys.readouterr()
    assert out and err.count("only those are compared") == err.count("\n") == 2 * told


def test_half_a_surrogate_pair_is_no_text_and_harms_none(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [rf'{{"id": "{name}\ud800", "text": "{TEXT} \uDFFF"}}' for name in "12"]
    (place / "m.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["match", "m.jsonl"]) == exits.CLEAN
    assert json.loads(capsys.readouterr().out) == {**PAIR, "a": "1\ufffd", "b": "2\ufffd"}


def test_a_line_without_end_is_not_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "/dev/zero"]) == exits.TROUBLE
    assert "a line without end" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", ["match -", "match nowhere.jsonl", "match .", "match m.jsonl --against nowhere.jsonl"]
)
def test_a_source_that_cannot_be_read_is_one_line(
    words: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "m.jsonl").write_bytes(ONE)
    monkeypatch.setattr("sys.stdin", None)
    assert main(words.split()) == exits.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1


def test_standard_input_cannot_be_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "-", "--against", "-"]) == exits.TROUBLE
    assert "cannot be both" in capsys.readouterr().err


def test_what_goes_wrong_a_thousand_times_is_told_with_its_number_and_its_first_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "s.jsonl"
    lines.write_text('{"id": 1}\n' * 1000 + '{"id": "a", "text": "Der Damm hält."}\n' + "[" * 9 + "\n")
    assert main(["match", str(lines)]) == exits.TROUBLE
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2].removeprefix(str(lines)).split(";")[0] for line in told] == [
        ':1: no JSON object with "id" and "text"',
        ':2: no JSON object with "id" and "text"',
        ':3: no JSON object with "id" and "text"',
        ': 998 more: no JSON object with "id" and "text" (at 4, 5, 6, …)',
    ]


def test_files_that_go_wrong_alike_are_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        Path(f"{number}.txt").write_bytes(b"")
    assert main(["check", *(f"{number}.txt" for number in range(9))]) == exits.TROUBLE
    assert len(capsys.readouterr().err.splitlines()) == 9
