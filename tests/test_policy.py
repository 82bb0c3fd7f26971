"""A policy chooses rules and severities; what it gets wrong is said in one line with a suggestion."""

from pathlib import Path

import pytest

from provenance.errors import UsageError
from provenance.model import Severity
from provenance.rules.policy import Policy, read_policy


def written(folder: Path, text: str) -> str:
    path = folder / "provenance.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_policy_file_sets_rules_severities_and_the_bar(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'ignore = ["metonymic-source"]\nfail-on = "warning"\nseverity = {second-hand-quote = "error"}',
    )
    policy = read_policy(path)
    assert not policy.wants("metonymic-source")
    assert policy.fail_on is Severity.WARNING
    assert policy.severity == {"second-hand-quote": Severity.ERROR}


def test_the_nearest_policy_above_the_working_folder_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, 'select = ["unclosed-quote"]')
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert read_policy(None).select == ("unclosed-quote",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignor = []", "did you mean 'ignore'?"),
        ('ignore = ["metonymic-sorce"]', "did you mean 'metonymic-source'?"),
        ('fail-on = "grave"', "no severity 'grave'"),
        ("select = 3", "takes a list"),
        ("select = [", "not a policy"),
    ],
)
def test_a_wrong_policy_is_one_line_that_helps(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_policy(written(tmp_path, text))


def test_a_policy_names_the_archive_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, 'archive = "kept.db"')
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert read_policy(None).archive == str(tmp_path / "kept.db")


def test_a_rule_that_is_off_judges_where_it_is_chosen_or_has_a_severity(tmp_path: Path) -> None:
    assert not Policy().wants("credit-without-person")
    assert read_policy(None, select=["credit-without-person"]).wants("credit-without-person")
    path = written(tmp_path, 'severity = {credit-without-person = "note"}\nlang = "de"')
    assert read_policy(path).wants("credit-without-person")
    assert read_policy(path).lang == "de"
