"""Measure the desk at size: a report and an archive of so many documents, made of given articles with variations.

    python tests/bench/desk.py FOLDER [DOCUMENTS] [PATH…]

The articles at PATH are audited once, and copied with other letters until there are DOCUMENTS (default: 8,000), so that
spans, findings and claims stay right and no copy says what another one says. FOLDER keeps the report and the archive,
which are used if they are there. Prints for each desk, measured in a process of its own: seconds until it answers what
the first picture shows, milliseconds of each question (median, 95th percentile, most), and megabytes in use.
"""

import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from string import ascii_lowercase

from provenance.archive import connect
from provenance.archive.index import write_words
from provenance.archive.judged import keep_listing
from provenance.archive.opening import Connection, writing
from provenance.archive.record import Record, pack
from provenance.archive.schema import seal
from provenance.archive.store import inserted
from provenance.desk.archive_desk import ArchiveDesk
from provenance.desk.judging import listing
from provenance.desk.records import Desk, Query
from provenance.desk.report_desk import ReportDesk
from provenance.model import SCHEMA_VERSION, AuditReport, Document, Finding, Severity, Source, Tool
from provenance.pipeline import audit_paths
from provenance.report import json_report
from provenance.report.summary import summarise
from provenance.rules.policy import Policy

VOWELS = "aeiou"
CONSONANTS = "".join(letter for letter in ascii_lowercase if letter not in VOWELS)
ROUNDS = 60
#: Listings kept in one transaction.
TOGETHER = 500


def copies(report: AuditReport, number: int) -> Iterator[AuditReport]:
    """Documents of a report with other letters, each with its own sources and findings, until there are enough."""
    rng = random.Random(1)
    own = {home.id: [one for one in report.findings if one.document == home.id] for home in report.documents}
    for made in range(number):
        home = report.documents[made % len(report.documents)]
        letters = dict(zip(VOWELS, rng.sample(VOWELS, 5), strict=True))
        letters |= dict(zip(CONSONANTS, rng.sample(CONSONANTS, 21), strict=True))
        table = str.maketrans(letters | {key.upper(): value.upper() for key, value in letters.items()})
        yield _copy(home, own[home.id], report.sources, table, made)


def _copy(
    home: Document, findings: Sequence[Finding], sources: Sequence[Source], table: dict[int, int], made: int
) -> AuditReport:
    document, found = deepcopy(home), deepcopy(list(findings))
    old, document.id = document.id, f"{made}.txt"
    document.path = document.id
    document.text = document.text.translate(table)
    document.title = (document.title or "").translate(table)
    for credit in (*document.photo_credits, *document.captions):
        credit.text = credit.text.translate(table)
    for picture in document.pictures:
        for part in (picture.caption, picture.credit):
            if part is not None:
                part.text = document.text[part.start : part.end]
    named = {}
    for statement in document.statements:
        statement.id, statement.document = statement.id.replace(old, document.id), document.id
        statement.parent = statement.parent and statement.parent.replace(old, document.id)
        statement.text, statement.claim = statement.text.translate(table), None
        if statement.attribution and statement.attribution.source:
            named[statement.attribution.source] = f"{made}/{statement.attribution.source}"
            statement.attribution.source = named[statement.attribution.source]
    told = [deepcopy(source) for source in sources if source.id in named]
    for source in told:
        source.id, source.name = named[source.id], source.name.translate(table)
    for one in found:
        one.document, one.statement = document.id, one.statement and one.statement.replace(old, document.id)
    for statement in document.statements:
        for hop in statement.chain:
            hop.source = named.get(hop.source or "")
    return AuditReport(SCHEMA_VERSION, Tool("provenance", "0"), [document], told, [], found, {})


def build(folder: Path, documents: int, paths: Sequence[str]) -> None:
    """Make the report and the archive."""
    source = audit_paths(paths, on_error=lambda error: print(error, file=sys.stderr))
    source.documents = [document for document in source.documents if document.statements]
    whole = AuditReport(SCHEMA_VERSION, Tool("provenance", "0"), [], [], [], [], {})
    with closing(connect(str(folder / "archive.db"), create=True)) as database:
        made = list(copies(source, documents))
        for start in range(0, len(made), TOGETHER):
            with writing(database):
                for one in made[start : start + TOGETHER]:
                    keep_listing(database, keep_version(database, one), listing(one, Policy()))
    for one in made:
        whole.documents += one.documents
        whole.sources += one.sources
        whole.findings += one.findings
    whole.summary = summarise(whole)
    (folder / "report.json").write_text(json_report.dump(whole), encoding="utf-8")


def keep_version(database: Connection, one: AuditReport) -> int:
    """Keep a document unmatched: no copy says what another one says, and looking would take minutes."""
    (document,) = one.documents
    blob = pack(Record(document, one.sources))
    home = inserted(database, "INSERT INTO document (name) VALUES (?)", document.id)
    version = inserted(
        database,
        "INSERT INTO version (document, number, current, title, outlet, language, published, record, seal)"
        " VALUES (?, 1, 1, ?, ?, ?, ?, ?, ?)",
        home, document.title, document.outlet, document.language, document.published, blob, seal(1, blob),
    )  # fmt: skip
    write_words(database, version, document)
    for number, statement in enumerate(document.statements, 1):
        inserted(
            database, "INSERT INTO statement (version, number, text) VALUES (?, ?, ?)", version, number, statement.text
        )  # fmt: skip
    return version


def opened(what: str, folder: Path) -> Desk:
    """One of the two desks."""
    if what == "archive":
        return ArchiveDesk(str(folder / "archive.db"))
    gc.disable()
    report = json_report.load((folder / "report.json").read_text(encoding="utf-8"), "report.json")
    gc.freeze()
    gc.enable()
    return ReportDesk(report, "report", archive=str(folder / "report.review.db"))


def memory() -> int:
    """Megabytes that this process has in use."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def timed(run: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def measure(what: str, folder: Path) -> None:
    """Print the figures of one desk."""
    begun = time.perf_counter()
    desk = opened(what, folder)
    ready = time.perf_counter()
    counts = desk.counts()
    first = desk.documents(Query(limit=50)).rows[0]
    desk.read(first.id)
    desk.findings(Query(limit=50))
    print(
        f"{what}: {counts.statements:,} statements, {counts.documents:,} documents, {sum(counts.findings.values()):,} findings"
    )
    print(f"  opened {ready - begun:.2f} s, first picture {time.perf_counter() - begun:.2f} s, {memory()} MB")
    rng = random.Random(1)
    rules = sorted({row.finding.rule for row in desk.findings(Query(limit=2000)).rows})
    total = desk.findings().total
    step = iter(range(10**9))
    questions: dict[str, Callable[[], object]] = {
        "next document": lambda: desk.read(f"{rng.randrange(counts.documents)}.txt"),
        "next finding": lambda: desk.following(Query(state="open"), f"{rng.randrange(counts.documents)}.txt", -1, 1),
        "page of findings": lambda: desk.findings(Query(after=rng.randrange(total), limit=50)),
        "filter by rule": lambda: (query := Query(rule=rng.choice(rules), limit=50), desk.findings(query), desk.counts(query)),
        "filter by severity": lambda: desk.findings(Query(severity=rng.choice(list(Severity)), limit=50)),
        "filter by kind of source": lambda: desk.findings(Query(look=rng.choice(("unnamed", "person")), limit=50)),
        "typed words": lambda: desk.findings(Query(words=rng.choice(("photo", "source", "said", "a")) + str(next(step) % 9), limit=50)),
        "page of documents": lambda: desk.documents(Query(after=rng.randrange(counts.documents), limit=50)),
        "page of sources": lambda: desk.sources(Query(after=rng.randrange(counts.sources), limit=50)),
        "search": lambda: desk.search("".join(rng.sample(ascii_lowercase, 3)), limit=50),
        "decide and list": lambda: (
            desk.decide("accept", [desk.findings(Query(after=rng.randrange(total), limit=1)).rows[0].key]),
            desk.findings(Query(limit=50)), desk.counts(), desk.documents(Query(limit=50)),
        ),
        "undo": desk.undo,
    }  # fmt: skip
    for name, run in questions.items():
        begun = time.perf_counter()
        cold = timed(run)
        taken = sorted(timed(run) for _ in range(ROUNDS) if time.perf_counter() - begun < 20)
        told = (
            f"median {statistics.median(taken):7.1f}  p95 {taken[int(len(taken) * 0.95)]:7.1f}"
            if taken
            else ""
        )
        print(f"  {name:<26} first {cold:7.1f}  {told}  ms")
    keys = [row.key for row in desk.findings(Query(limit=1000)).rows]
    print(
        f"  1,000 decisions at once {timed(lambda: desk.decide('accept', keys)):.0f} ms, {memory()} MB at the end"
    )
    desk.undo()


def main(folder: str, documents: str = "8000", *paths: str) -> None:
    """Build what is not there, and measure both desks."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "report.json").exists():
        build(place, int(documents), paths)
    for what in ("report", "archive"):
        subprocess.run([sys.executable, __file__, "--measure", what, folder], check=True)


if __name__ == "__main__":
    if sys.argv[1] == "--measure":
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main(*sys.argv[1:])
