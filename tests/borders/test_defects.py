"""A fault of this program costs one document, is told in one line, and never looks like a finding."""

from pathlib import Path

import pytest

from provenance import exits
from provenance.attribute import find
from provenance.cli import main
from provenance.errors import Defect
from provenance.model import Document, Source
from provenance.pipeline import audit
from tests.builders import document

CLEAN = "Die Hafenbehörde von Nordby teilte mit, dass der Vertrag unterschrieben ist.\n"


@pytest.fixture
def _fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding statements fails for every document named "b…"."""

    def faulty(made: Document) -> list[Source]:
        if made.path.startswith("b"):
            raise KeyError("x\x1b[31m\ny")
        return find(made)

    monkeypatch.setattr("provenance.pipeline.find", faulty)


@pytest.mark.usefixtures("_fault")
def test_a_fault_in_one_document_leaves_the_others_judged(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(CLEAN, encoding="utf-8")
    assert main(["audit", "a.txt", "b.txt", "c.txt", "--explain"]) == exits.TROUBLE
    out, err = capsys.readouterr()
    assert "a.txt\n" in out and "c.txt\n" in out
    assert (
        err.count("\n") == 1
        and err.startswith("provenance: b.txt: not judged, by a defect")
        and "KeyError" in err
    )
    assert "\x1b" not in err


@pytest.mark.usefixtures("_fault")
def test_the_trace_of_a_defect_is_shown_when_the_environment_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("b.txt").write_text(CLEAN, encoding="utf-8")
    monkeypatch.setenv("PROVENANCE_TRACE", "1")
    assert main(["check", "b.txt"]) == exits.TROUBLE
    assert "in faulty" in capsys.readouterr().err


@pytest.mark.usefixtures("_fault")
def test_without_anybody_to_tell_a_defect_is_raised() -> None:
    with pytest.raises(Defect, match="KeyError"):
        audit([document(CLEAN, "b.txt")])


@pytest.mark.parametrize("error", [RuntimeError("odd"), RecursionError("deep")], ids=repr)
def test_a_fault_elsewhere_shows_its_trace_and_is_no_finding(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("provenance.rules.judge", faulty)
    Path("a.txt").write_text(CLEAN, encoding="utf-8")
    assert main(["check", "a.txt"]) == exits.TROUBLE
    err = capsys.readouterr().err
    assert "in faulty" in err and type(error).__name__ in err.splitlines()[-1]


def test_want_of_memory_is_no_defect_and_is_one_line_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    Path("b.txt").write_text(CLEAN, encoding="utf-8")
    told = "not judged, there is not enough memory for it; give it more, or less to read at once\n"
    monkeypatch.setattr("provenance.pipeline.find", greedy)
    assert main(["check", "b.txt"]) == exits.TROUBLE
    assert capsys.readouterr() == ("", f"provenance: b.txt: {told}")
    monkeypatch.setattr("provenance.pipeline.audit", greedy)
    assert main(["check", "b.txt"]) == exits.TROUBLE
    assert capsys.readouterr().err == f"provenance: check: {told}"
