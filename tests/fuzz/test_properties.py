"""What holds for any input: readers, grammars, matcher, policy, reports and archive commands take it or refuse it in a line."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from provenance.cli import main
from provenance.errors import InputError, ProvenanceError
from provenance.grounding import document_faults
from provenance.ingest import parse
from provenance.match.lines import Line, match_lines
from provenance.model import Document
from provenance.pipeline import audit
from provenance.report import json_report
from provenance.rules.policy import read_policy
from tests.fuzz.strategies import any_text, argument, articles, markup, news, policy_table, toml, unicode_text
from tests.fuzz.targets import read_as_a_file

STORY = "Der Damm hat Risse, sagte Ruth Calder. „Wir handeln“, teilte sie mit.\n"
quick = settings(
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def read_or_refused(data: bytes, name: str) -> list[Document]:
    """The documents of some bytes; [] where they are refused in one line."""
    try:
        return read_as_a_file(name, data)
    except InputError as error:
        assert type(error) is InputError
        assert "\n" not in str(error)
        return []


def survives(documents: Sequence[Document]) -> None:
    """Documents go through all stages, and their report comes back from JSON as it was."""
    for document in documents:
        assert list(document_faults(document)) == []
    report = audit(documents)
    written = json_report.dump(report)
    assert json_report.dump(json_report.load(written, "report.json")) == written


@quick
@given(articles)
def test_json_with_any_value_in_any_field_is_read_or_refused(entry: dict[str, Any]) -> None:
    survives(read_or_refused(json.dumps(entry).encode(), "a.json"))


@quick
@given(st.lists(markup(), min_size=1, max_size=3), st.sampled_from(["a.xml", "a.html", "a.txt"]))
def test_markup_of_any_shape_is_read_or_refused(parts: list[str], name: str) -> None:
    survives(read_or_refused("".join(parts).encode(), name))


@quick
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.eml", "a.json", "a.html"]))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, name: str) -> None:
    survives(read_or_refused(data, name))


@quick
@given(
    st.one_of(news, unicode_text), st.sampled_from(["de", "en", None]), st.sampled_from(["text", "markdown"])
)
def test_any_text_is_attributed(text: str, language: str | None, form: str) -> None:
    try:
        documents = parse(text.encode(), "a.txt", format=form, language=language)
    except InputError:
        return
    survives([document for document in documents if isinstance(document, Document)])


@quick
@given(st.lists(st.one_of(news, any_text), max_size=8))
def test_any_statements_are_matched_and_never_with_themselves(texts: list[str]) -> None:
    for pair in match_lines([Line(str(number), text) for number, text in enumerate(texts)]):
        assert pair["a"] != pair["b"]
        assert 0 <= float(str(pair["score"])) <= 100


@quick
@given(policy_table)
def test_a_policy_of_any_values_is_taken_or_refused_in_a_line(tmp_path: Path, table: dict[str, Any]) -> None:
    file = tmp_path / "provenance.toml"
    file.write_text("".join(f"{key} = {toml(value)}\n" for key, value in table.items()), encoding="utf-8")
    try:
        read_policy(str(file))
    except ProvenanceError as error:
        assert "\n" not in str(error)


_REPORT = json.loads(json_report.dump(audit(parse(STORY.encode(), "a.txt"))))


def _places(node: Any) -> list[tuple[Any, Any]]:
    keys: Any = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [place for key in keys for place in ((node, key), *_places(node[key]))]


@quick
@given(st.data())
def test_a_report_with_any_value_in_any_place_is_taken_or_refused_in_a_line(data: st.DataObject) -> None:
    tree = json.loads(json.dumps(_REPORT))
    node, key = data.draw(st.sampled_from(_places(tree)).map(lambda place: place), label="place")
    node[key] = data.draw(
        st.one_of(st.none(), st.integers(), st.floats(), any_text, st.just([]), st.just({})), label="value"
    )
    try:
        loaded = json_report.load(json.dumps(tree), "report.json")
    except ProvenanceError as error:
        assert "\n" not in str(error)
        return
    assert list(json_report.ungrounded(loaded)) == []


_COMMANDS = st.sampled_from(
    [
        ["archive", "add", "a.db"], ["archive", "search", "a.db"], ["archive", "claims", "a.db"], ["archive", "claims", "a.db", "--least"],
        ["archive", "search", "a.db", "lind", "-n"], ["archive", "prune", "a.db", "--before"], ["archive", "prune", "a.db", "--document"],
        ["archive", "export", "a.db", "-o"], ["archive", "check"], ["archive", "stats"], ["archive", "add"], ["archive", "repair", "a.db"],
        ["check", "--archive"], ["check"], ["match", "s.jsonl", "--against"], ["match", "s.jsonl", "-o"], ["match"], ["audit", "story.txt", "-o"],
        ["audit", "story.txt", "--config"], ["check", "story.txt", "--select"], ["rules"], ["frames"], ["match", "s.jsonl", "--jobs"],
    ]
)  # fmt: skip


def _told_to_write(words: Sequence[str], name: str) -> bool:
    """Whether a command is told to put its output into a file that it does not read."""
    targets = [word for option, word in pairwise(words) if option == "-o"]
    return targets[-1:] == [name] and words.count(name) == targets.count(name)


@settings(quick, max_examples=100)
@example(command=["archive", "add", "a.db"], arguments=["\ud800"])
@example(command=["check", "--archive"], arguments=["a\ud800.db", "story.txt"])
@example(command=["match", "s.jsonl", "-o"], arguments=["a.db"])
@example(command=["audit", "story.txt", "-o"], arguments=["a.db"])
@given(_COMMANDS, st.lists(argument, min_size=1, max_size=3))
def test_a_command_with_any_arguments_ends_in_a_word_and_a_code_and_destroys_nothing(
    tmp_path_factory: Any, command: list[str], arguments: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("run")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "s.jsonl").write_text('{"id": "1", "text": "Der Damm hat Risse."}\n', encoding="utf-8")
    told = io.StringIO()
    words = [*command, *(word for word in arguments if not word.startswith("/") and ".." not in word)]
    with contextlib.chdir(folder), contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        main(["archive", "add", "a.db", "story.txt"])
        before = sorted(path.name for path in folder.iterdir())
        try:
            code = main(words)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 2
        assert code in (0, 1, 2)
        assert "Traceback" not in told.getvalue()
        if not _told_to_write(words, "story.txt"):
            assert (folder / "story.txt").read_text(encoding="utf-8") == STORY
        assert set(before) <= {path.name for path in folder.iterdir()}
        assert main(["archive", "check", "a.db"]) == 0
