"""A report from outside is believed only if it is whole: everything else is refused in one line."""

import json
import time
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from provenance.errors import InputError
from provenance.report import json_report
from tests.builders import document, report

TEXT = "Nordby (dpa) - Ministerin Ina Holm sagte, der Damm sei »ganz und gar sicher«. Er halte.\n\nFoto: Eva Lund/dpa\n"


@cache
def good() -> str:
    return json_report.dump(report(document(TEXT)))


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "null", "[]", "7", '"\\ud800"', '"\ud800"', "[" * 100_000, '{"documents": ' * 50_000,
        '{"documents": [' + "1," * 1_000 + "1]}", '{"schema_version": ' + "9" * 5_000 + "}", "\x00", "{}" * 2,
    ],
    ids=lambda text: repr(text[:20]),
)  # fmt: skip
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        json_report.load(text, "r.json")
    assert "\n" not in str(caught.value)


def first(data: Any) -> Any:
    return data["documents"][0]["statements"][0]


FINDING = {
    "rule": "x", "name": "x", "severity": "error", "document": "story.txt", "statement": None,
    "start": 0, "end": 2, "line": 1, "column": 1, "message": "", "help": "",
}  # fmt: skip
CLAIM = {"id": "c", "text": "t", "origin": "story.txt#s1", "members": [], "independent_sources": 1}
#: What is spoilt → how. Each is of the right types, so that only its meaning is wrong.
SPOILT: dict[str, Callable[[Any], object]] = {
    "another schema": lambda data: data.update(schema_version="2.0"),
    "no schema": lambda data: data.update(schema_version=""),
    "a document twice": lambda data: data["documents"].append(data["documents"][0]),
    "a statement twice": lambda data: data["documents"][0]["statements"].insert(0, first(data)),
    "a statement of another document": lambda data: first(data).update(document="other.txt"),
    "a statement without spans": lambda data: first(data).update(spans=[], text=""),
    "negative spans": lambda data: first(data).update(spans=[[-5, -1]]),
    "a number too large": lambda data: first(data).update(spans=[[0, 10**400]]),
    "a parent that is not there": lambda data: first(data).update(parent="story.txt#s99"),
    "a source that is not there": lambda data: data.update(sources=[]),
    "a confidence beyond 1": lambda data: first(data)["attribution"].update(confidence=1e999),
    "a confidence of NaN": lambda data: first(data)["attribution"].update(confidence=float("nan")),
    "a picture outside": lambda data: data["documents"][0]["pictures"].append(
        {"name": "x", "start": 0, "end": 999, "line": 1}
    ),
    "a finding outside": lambda data: data["findings"].append({**FINDING, "end": 999}),
    "a finding backwards": lambda data: data["findings"].append({**FINDING, "start": 9}),
    "a finding nowhere": lambda data: data["findings"].append({**FINDING, "document": "other.txt"}),
    "a finding on no statement": lambda data: data["findings"].append({**FINDING, "statement": "s"}),
    "a claim of nothing": lambda data: data["claims"].append({**CLAIM, "origin": "s"}),
    "a conflict of nothing": lambda data: data["claims"].append(
        {**CLAIM, "conflicts": [{"a": "s", "b": "s", "kind": "date", "detail": ""}]}
    ),
    "a copy of nothing": lambda data: data["copies"].append(
        {"document": "story.txt", "of": "x", "kind": "wire", "share": 1.0, "order": "date", "credited": True,
         "credit": "", "statements": []}
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_a_report_that_contradicts_itself_is_refused(what: str) -> None:
    data = json.loads(good())
    SPOILT[what](data)
    with pytest.raises(InputError) as caught:
        json_report.load(json.dumps(data), "r.json")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 700


@pytest.mark.parametrize(
    "place", [("documents",), ("claims",), ("findings",), ("documents", 0, "statements"), ("documents", 0, "blocks")], ids=str
)  # fmt: skip
def test_the_first_wrong_entry_is_enough(place: tuple[Any, ...]) -> None:
    data = json.loads(good())
    *way, last = place
    home = data
    for step in way:
        home = home[step]
    home[last] = [{}] * 100_000
    text, began = json.dumps(data), time.process_time()
    with pytest.raises(InputError, match=f"{'.'.join(map(str, place))}.0"):
        json_report.load(text, "r.json")
    # 0.01 s; to collect what is wrong with all of them took five.
    assert time.process_time() - began < 1


def test_a_whole_report_is_read() -> None:
    assert json_report.dump(json_report.load(good(), "r.json")) == good()
