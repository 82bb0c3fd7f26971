"""The ways that bytes from outside take through the program, each to its written end and back.

A target gives what is wrong in words; nothing if all is well. Errors of the program's own kind are no fault: they
are what it is to do with bad input. A defect that a safety net told in one line is one.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.errors import InputError, ProvenanceError
from provenance.ingest import parse
from provenance.ingest.identity import Names
from provenance.match.lines import match_lines, read_lines
from provenance.model import Document
from provenance.pipeline import audit
from provenance.report import json_report
from provenance.report.explain import explain_lines
from provenance.report.findings import finding_lines, findings_json
from provenance.report.summary import summary_lines
from provenance.report.words import block_lines, claim_lines
from provenance.rules.policy import read_policy

#: So often documents are explained, too: for what rows nearly found, each is read ten times.
EXPLAINED = 0.05


def read_as_a_file(name: str, data: bytes) -> list[Document]:
    """The documents of a file with the ids that a run gives them.

    Raises:
        InputError: it cannot be read at all.
    """
    names = Names()
    found = parse(data, name, on_error=_own)
    for document in found:
        document.id = names.take(document.id)
    return found


def _own(error: InputError) -> None:
    if type(error) is not InputError:
        raise error


def documents(name: str, data: bytes, rng: random.Random, folder: Path) -> Iterator[str]:
    """Read, attribute, match with themselves, judge, write the report, read it back, say it in words."""
    readable = read_as_a_file(name, data)
    report = audit(readable)
    written = json_report.dump(report)
    json.loads(written)
    yield from json_report.ungrounded(report)
    if json_report.dump(json_report.load(written, name)) != written:
        yield "the report does not survive being read back"
    explained = rng.random() < EXPLAINED
    told = "\n".join(
        (
            *summary_lines(report), *(explain_lines(report) if explained else ()), *claim_lines(report),
            *finding_lines(report, report.findings, explained=explained), findings_json(report, report.findings), *(line for document in readable for line in block_lines(document)),
        )
    )  # fmt: skip
    told.encode("utf-8")


def statements(name: str, data: bytes, rng: random.Random, folder: Path) -> Iterator[str]:
    """Lines of statements for `match`: bad ones are told, the rest matched."""
    told: list[InputError] = []
    text = data.decode("utf-8", "replace")
    lines = list(read_lines(text.split("\n"), name, told.append))
    for pair in match_lines(lines):
        json.dumps(pair, ensure_ascii=False).encode("utf-8")
    if not lines and not told and text.strip():  # a line of U+0085 alone is blank
        yield "lines vanished without a word"


def policy(name: str, data: bytes, rng: random.Random, folder: Path) -> Iterator[str]:
    """A policy file."""
    file = folder / "provenance.toml"
    file.write_bytes(data)
    read_policy(str(file))
    yield from ()


def report(name: str, data: bytes, rng: random.Random, folder: Path) -> Iterator[str]:
    """A report of an earlier run, as `review` opens it."""
    loaded = json_report.load(data.decode("utf-8", "replace"), name)
    yield from json_report.ungrounded(loaded)


def kept(name: str, data: bytes, rng: random.Random, folder: Path) -> Iterator[str]:
    """Documents into an archive and out again: nothing else comes out than what went in."""
    from provenance.archive import connect
    from provenance.archive.faults import faults
    from provenance.archive.record import Record
    from provenance.archive.store import add
    from provenance.archive.upkeep import records
    from provenance.attribute import find

    read = read_as_a_file(name, data)
    archive = folder / "a.db"
    archive.unlink(missing_ok=True)
    database = connect(str(archive), create=True)
    try:
        told = {
            added.document for added in add(database, [Record(document, find(document)) for document in read])
        }
        if {record.document.id for record, _ in records(database)} != told:
            yield "what was told as kept is not what is there"
        yield from map(str, faults(database))
    finally:
        database.close()


Target = Callable[[str, bytes, random.Random, Path], Iterator[str]]
TARGETS: dict[str, Target] = {
    "documents": documents, "statements": statements, "policy": policy, "report": report, "kept": kept,
}  # fmt: skip


def faults_of(target: str, name: str, data: bytes, rng: random.Random, folder: Path) -> list[str]:
    """What is wrong when a target gets these bytes; the program's own errors are not.

    Raises:
        Exception: whatever the program lets through, which is a fault too.
    """
    try:
        return list(TARGETS[target](name, data, rng, folder))
    except ProvenanceError as error:
        if type(error).__name__ == "Defect":
            raise
        if "\n" in str(error):
            return [f"an error of more than one line: {error}"]
        str(error).encode("utf-8")
        return []
