"""Whatever a text, a name or an argument holds, nothing that is printed acts on a terminal or spoofs a line."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from provenance import exits
from provenance.cli import main
from provenance.inert import inert, inert_json

#: What must never reach a terminal: controls but line ends and tabs, bidirectional marks, separators, surrogates.
ACTING = {
    chr(code) for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x2070))
}
ACTING |= set("\u061c\u200e\u200f\u2028\u2029\ufeff") | {chr(code) for code in range(0xD800, 0xE000)}
ACTING -= {"\n", "\t"}

ATTACKS = {
    "colour": "\x1b[31mrot\x1b[0m", "title": "\x1b]0;hacked\x07", "link": "\x1b]8;;http://x\x1b\\x\x1b]8;;\x1b\\",
    "paste": "\x1b[200~rm -rf\x1b[201~", "clipboard": "\x1b]52;c;cm0=\x07", "screen": "\x1b[2J\x1b[H", "eight bit": "\x9b31m\x9d0;x\x9c",
    "bell": "\x07\x08\x7f", "return": "sicher\rfalsch", "override": "\u202egnp.txt\u202c", "isolate": "\u2066x\u2069\u2067y",
    "marks": "\u200ex\u200f\u061c", "deprecated": "\u206a\u206b\u206e\u206f", "lines": "x\u2028y\u2029z\x85", "byte order": "x\ufeffy",
    "nothing": "\x00\x01\x02",
}  # fmt: skip
PRINTING = [
    ["check"], ["check", "--format", "json"], ["audit"], ["audit", "--explain"], ["audit", "--show", "blocks"],
    ["audit", "--show", "claims"], ["audit", "--format", "json"], ["audit", "-o", "-"],
]  # fmt: skip


def printed(capsys: pytest.CaptureFixture[str], words: Sequence[str]) -> tuple[str, str]:
    """What a command prints, shown to hold nothing that acts."""
    main(list(words))
    out, err = capsys.readouterr()
    assert not ACTING & set(out + err), out + err
    return out, err


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_that_acts_is_printed_and_does_not_act(
    attack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = ATTACKS[attack]
    for name in ("a.txt", "b.txt"):
        (place / name).write_text(
            f"Titel {act}\n\nVon Ina {act} Holm\n\nNordby ({act}) - Ein Insider {act} sagte am {name}, dass elf {act} Schiffe auf Reede liegen.\n\nFoto: Eva {act} Lund\n",
            encoding="utf-8",
        )
    for words in PRINTING:
        printed(capsys, [words[0], "a.txt", "b.txt", *words[1:]])
    printed(capsys, ["archive", "add", "k.db", "a.txt", "b.txt"])
    for command in (
        "search k.db Schiffe", "search k.db Schiffe --format json", "claims k.db --least 1",
        "claims k.db --least 1 --format json", "stats k.db", "export k.db", "export k.db --statements",
    ):  # fmt: skip
        printed(capsys, ["archive", *command.split()])


NAMES = {
    **{name: act for name, act in ATTACKS.items() if name != "nothing"},
    "spoofed line": "x\nb.txt:1:1: error spoofed: nothing", "bytes": "\udcff\udcfe", "half a pair": "\udced\udca0\udc80", "blank": " ",
}  # fmt: skip


@pytest.mark.parametrize("attack", NAMES)
def test_a_name_that_acts_is_printed_on_one_line_and_does_not_act(
    attack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = NAMES[attack].replace("/", "") + ".txt"
    Path(name).write_text("Ein Insider sagte, der Vertrag sei unterschrieben.\n", encoding="utf-8")
    out, _ = printed(capsys, ["check", name])
    assert out.count("\n") == 1 and ".txt:1:1: error anonymous-source-bare" in out
    for words in PRINTING:
        printed(capsys, [words[0], name, *words[1:]])
    printed(capsys, ["archive", "add", "k.db", name])
    printed(capsys, ["archive", "search", "k.db", "Insider"])
    Path(name).write_bytes(b"")
    _, err = printed(capsys, ["check", name])
    assert err.count("\n") == 1
    Path(name).unlink()
    for words in (["check", name], ["match", name], ["match", "m", "--against", name], ["audit", "x", "--archive", name],
                  ["audit", "x", "-o", f"{name}/"], ["check", "x", "--config", name], ["archive", "stats", name],
                  ["rules", name], ["check", "-", "--format", name], ["check", f"--{name}"], [name]):  # fmt: skip
        out, err = printed(capsys, words)
        assert (out, err.count("\n")) == ("", len(err.splitlines())) and err, words


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_statement_that_acts_is_matched_and_told_harmlessly(
    attack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"id": f"{name}{ATTACKS[attack]}", "text": "Elf Schiffe liegen vor Nordby auf Reede."}
        for name in "ab"
    ]
    (place / "m.jsonl").write_text(
        "\n".join(map(json.dumps, rows)) + f"\n{ATTACKS[attack]}", encoding="utf-8"
    )
    out, _ = printed(capsys, ["match", "m.jsonl"])
    assert json.loads(out)["a"] == rows[0]["id"]


def test_a_name_that_is_no_text_is_shown_by_its_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "\udcff.txt"]) == exits.TROUBLE
    assert capsys.readouterr().err == "provenance: \\xff.txt: no such file or folder; check the path\n"


def test_what_json_escapes_is_what_is_made_inert_elsewhere() -> None:
    for code in range(0x20, 0x11_0000):
        glyph = chr(code)
        assert (inert(glyph) != glyph) == (inert_json(glyph) != glyph), hex(code)
