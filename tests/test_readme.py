"""The README is true: its commands run and print what it shows."""

import re
import shlex
from pathlib import Path

import pytest

from provenance.cli import main
from provenance.rules import RULES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (provenance [^\n]*)\n(.*?)```", README, re.S)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the README's commands, which build on each other."""
    return tmp_path_factory.mktemp("readme") / "archive.db"


@pytest.mark.parametrize(("command", "expected"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_a_command_prints_what_the_readme_shows(
    command: str,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    archive: Path,
) -> None:
    monkeypatch.chdir(ROOT)
    places = {"reports/audit.json": tmp_path / "audit.json", "archive.db": archive}
    words = [str(places.get(word, word)) for word in shlex.split(command)[1:]]
    main(words)
    assert capsys.readouterr().out == expected


def test_every_rule_command_and_picture_stands_in_the_readme() -> None:
    for name in RULES:
        assert name in README
    for command in ("audit", "review", "check", "match", "archive", "rules", "frames", "schema"):
        assert f"provenance {command}" in README
    for picture in re.findall(r"!\[[^\]]*\]\((.*?)\)\n", README):
        assert (ROOT / picture).is_file(), picture


def test_the_policy_of_the_readme_can_be_read(tmp_path: Path) -> None:
    from provenance.rules.policy import read_policy

    (block,) = re.findall(r"```toml\n(.*?)```", README, re.S)
    path = tmp_path / "provenance.toml"
    path.write_text(block, encoding="utf-8")
    assert not read_policy(str(path)).wants("scare-quote-fragment")
