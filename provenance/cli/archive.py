"""archive: the file that remembers what was published."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from provenance import exits
from provenance.cli.options import day, number, reading
from provenance.cli.terminal import say, show
from provenance.errors import Defect, InputError, Troubles, UsageError
from provenance.inert import inert_json

if TYPE_CHECKING:
    from provenance.archive.record import Record
    from provenance.files import Identity

Command = Callable[[argparse.Namespace], int]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Say which arguments they take."""
    parser = commands.add_parser(
        "archive", help="keep documents in one file; search, list, export, prune and check it",
        epilog="example: provenance archive add archive.db seeds/",
    )  # fmt: skip
    inner = parser.add_subparsers(title="archive commands", metavar="COMMAND", required=True)
    add = _one(inner, "add", "keep documents, each version once; says what changed since the last one")
    add.add_argument("paths", metavar="PATH", nargs="+", help="file, folder, or - for standard input")
    reading(add)
    add.set_defaults(command=_apart(_run_add))
    search = _one(inner, "search", "find documents by their words, the best first")
    search.add_argument("words", metavar="WORD", nargs="+")
    search.add_argument("-n", "--most", type=number(1), default=10, metavar="N", help="results (default: 10)")
    _formats(search)
    search.set_defaults(command=_apart(_run_search))
    claims = _one(inner, "claims", "list what several kept documents say, the most repeated first")
    claims.add_argument("words", metavar="WORD", nargs="*", help="only claims with all of these words")
    claims.add_argument(
        "--least",
        type=number(1),
        default=2,
        metavar="N",
        help="in so many outlets (default: 2); a document without one counts for itself",
    )
    claims.add_argument("-n", "--most", type=number(1), default=20, metavar="N", help="claims (default: 20)")
    _formats(claims)
    claims.set_defaults(command=_apart(_run_claims))
    stats = _one(inner, "stats", "count what is kept")
    _formats(stats)
    stats.set_defaults(command=_apart(_run_stats))
    export = _one(inner, "export", "write what is kept as JSON Lines")
    export.add_argument(
        "--statements", action="store_true", help="statements as provenance match reads them, not documents"
    )
    export.add_argument("--versions", action="store_true", help="older versions too")
    export.add_argument("-o", "--output", metavar="FILE", help="where it goes (default: standard output)")
    export.set_defaults(command=_apart(_run_export), format="jsonl")
    prune = _one(inner, "prune", "forget documents or older versions, and give the space back")
    prune.add_argument(
        "--before",
        type=day,
        metavar="DATE",
        help="documents published before this date (YYYY-MM-DD, from midnight UTC); what has no date stays",
    )
    prune.add_argument(
        "--document", metavar="ID", action="append", default=[], help="this document; may be repeated"
    )
    prune.add_argument("--versions", action="store_true", help="all versions but the newest")
    prune.set_defaults(command=_apart(_run_prune))
    check = _one(inner, "check", "look for damage: exit 0 sound, 1 faults found")
    check.set_defaults(command=_apart(_run_check))
    repair = _one(
        inner,
        "repair",
        "make a new archive of all that is sound in a damaged one; exit 2 if something is lost",
    )
    repair.add_argument("new", metavar="NEW", help="the new archive's file, which must not be there yet")
    repair.set_defaults(command=_apart(_run_repair))


def _apart(run: Command) -> Command:
    """A command that never writes into its archive what is meant for elsewhere."""

    def guarded(arguments: argparse.Namespace) -> int:
        arguments.leave_out = _kept_apart(arguments)
        return run(arguments)

    return guarded


def _kept_apart(arguments: argparse.Namespace) -> frozenset[Identity]:
    from provenance.cli.targets import keep_apart

    return keep_apart(
        getattr(arguments, "output", None),
        documents=getattr(arguments, "paths", ()),
        archives=[arguments.archive],
    )


def _one(
    inner: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = inner.add_parser(name, help=text)
    parser.add_argument("archive", metavar="ARCHIVE", help="the archive's file")
    return parser


def _formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how it is printed (default: text)"
    )


def _run_add(arguments: argparse.Namespace) -> int:
    from provenance.archive import connect, told_plainly
    from provenance.archive.changes import change_lines
    from provenance.archive.store import add
    from provenance.cli.options import policy_of
    from provenance.ingest.agencies import set_houses

    set_houses(policy_of(arguments).houses)
    with (
        Troubles(say) as tell,
        told_plainly(arguments.archive),
        closing(connect(arguments.archive, create=True)) as database,
    ):
        # What SQLite has made beside the archive by now must not be read: closing it would give up our locks.
        arguments.leave_out = _kept_apart(arguments)
        for added in add(database, _records(arguments, tell), tell):
            version = f" as version {added.version}" if added.outcome == "changed" else ""
            matches = f", {added.matches} match{'' if added.matches == 1 else 'es'}" if added.matches else ""
            show([f"{added.outcome:<9} {added.document}{version}{matches}"])
            if added.claimed not in ("", added.document):
                show([f"  {added.claimed} is another outlet's document, and stays as it is"])
            show(f"  {line}" for line in change_lines(added.changes))
            # Who reads along must be able to rely on it: what is said is committed.
            sys.stdout.flush()
    return exits.TROUBLE if tell.any else exits.CLEAN


def _records(arguments: argparse.Namespace, tell: Callable[[InputError], None]) -> Iterator[Record]:
    from provenance.archive.record import Record
    from provenance.attribute import find
    from provenance.ingest import read

    for item in read(
        arguments.paths, stdin_name=arguments.stdin_filename, language=arguments.language, leave_out=arguments.leave_out
    ):  # fmt: skip
        if isinstance(item, InputError):
            tell(item)
            continue
        try:
            record = Record(item, find(item))
        except Exception as error:
            # One document costs itself and not the run.
            tell(Defect(item.id, error))
            continue
        yield record


def _run_search(arguments: argparse.Namespace) -> int:
    from provenance.archive import read_only
    from provenance.archive.search import search

    with Troubles(say) as tell, read_only(arguments.archive) as database:
        for result in search(database, " ".join(arguments.words), tell, most=arguments.most):
            document = result.document
            if arguments.format == "json":
                _line(
                    document=document.id, version=result.version, score=round(result.score, 3), title=document.title,
                    outlet=document.outlet, published=document.published,
                    statements=[{"id": statement.id, "text": statement.text} for statement in result.statements],
                )  # fmt: skip
                continue
            when = ", ".join(value for value in (document.outlet, document.published) if value)
            show([f"{document.id}  {document.title or ''}{f'  ({when})' if when else ''}"])
            show(f"  {' '.join(statement.text.split())}" for statement in result.statements)
    return exits.TROUBLE if tell.any else exits.CLEAN


def _run_claims(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict
    from itertools import islice

    from provenance.archive import read_only
    from provenance.archive.claims import kept_claims

    with read_only(arguments.archive) as database:
        found = kept_claims(database, least=arguments.least, words=" ".join(arguments.words))
        for claim in islice(found, arguments.most):
            if arguments.format == "json":
                _line(**asdict(claim))
                continue
            conflicts = f", {claim.conflicts} conflicting" if claim.conflicts else ""
            show([f"{claim.outlets} outlets{conflicts}: {' '.join(claim.members[0].text.split())}"])
            show(
                f"  {member.published or 'undated':<25}  {member.statement}{f'  ({member.outlet})' if member.outlet else ''}"
                for member in claim.members
            )
    return exits.CLEAN


def _run_stats(arguments: argparse.Namespace) -> int:
    from provenance.archive import read_only
    from provenance.archive.upkeep import stats

    with read_only(arguments.archive) as database:
        counts = stats(database)
    if arguments.format == "json":
        _line(**counts)
        return exits.CLEAN
    for name, value in counts.items():
        if isinstance(value, dict):
            words = ", ".join(f"{key or '(none)'} {number:,}" for key, number in value.items())
            show([f"{name:<12} {words}"])
        else:
            show([f"{name:<12} {value:,}" if isinstance(value, int) else f"{name:<12} {value or '—'}"])
    return exits.CLEAN


def _run_export(arguments: argparse.Namespace) -> int:
    from provenance.archive import read_only
    from provenance.archive.export import document_lines, statement_lines
    from provenance.output import write_rows

    with Troubles(say) as tell, read_only(arguments.archive) as database:
        write_rows(
            statement_lines(database, versions=arguments.versions)
            if arguments.statements
            else document_lines(database, tell, versions=arguments.versions),
            arguments.output,
        )
    return exits.TROUBLE if tell.any else exits.CLEAN


def _run_prune(arguments: argparse.Namespace) -> int:
    from datetime import date

    from provenance.archive import connect, told_plainly
    from provenance.archive.opening import vacuum
    from provenance.archive.prune import prune

    if not (arguments.before or arguments.document or arguments.versions):
        raise UsageError("nothing to prune; name --before DATE, --document ID or --versions")
    with (
        Troubles(say) as tell,
        told_plainly(arguments.archive),
        closing(connect(arguments.archive)) as database,
    ):
        gone = prune(
            database, before=date.fromisoformat(arguments.before) if arguments.before else None,
            documents=arguments.document, versions=arguments.versions, on_error=tell,
        )  # fmt: skip
        show([f"{gone} version{'' if gone == 1 else 's'} forgotten"])
        if gone:
            vacuum(database)
    return exits.TROUBLE if tell.any else exits.CLEAN


def _run_check(arguments: argparse.Namespace) -> int:
    from provenance.archive import read_only
    from provenance.archive.faults import faults

    sound = True
    with read_only(arguments.archive) as database:
        for fault in faults(database):
            sound = False
            show(
                [
                    f"{arguments.archive}: {fault}; save what is sound with provenance archive repair {arguments.archive} NEW"
                ]
            )
    return exits.CLEAN if sound else exits.FINDINGS


def _run_repair(arguments: argparse.Namespace) -> int:
    from provenance.archive.repair import repair

    saved = repair(arguments.archive, arguments.new)
    show(saved.told)
    show(f"lost: {loss}" for loss in saved.lost)
    show(
        [
            f"{saved.documents} documents, {saved.versions} versions and {saved.links} links saved in {arguments.new}"
        ]
    )
    return exits.TROUBLE if saved.lost else exits.CLEAN


def _line(**row: object) -> None:
    sys.stdout.write(inert_json(json.dumps(row, ensure_ascii=False)) + "\n")
