"""The decisions of an archive on a report, to be put into it."""

from __future__ import annotations

from provenance.archive import read_only
from provenance.archive.decisions import entries
from provenance.desk.books import ReportBooks
from provenance.desk.columns import Columns
from provenance.desk.corrections import ON_STATEMENTS
from provenance.desk.deciding import Deciding
from provenance.desk.keeper import Keeper
from provenance.desk.records import Decision
from provenance.desk.verdicts import Verdicts
from provenance.model import AuditReport
from provenance.model import Decision as Told


def decisions_on(report: AuditReport, archive: str) -> list[Told]:
    """What stands decided of a report's documents in an archive, the oldest first.

    Raises:
        InputError: the archive cannot be read.
    """
    with read_only(archive) as database:
        rows = list(entries(database))
    if not rows:
        return []
    columns = Columns(report)
    verdicts = Verdicts(columns)
    deciding = Deciding(ReportBooks(columns), verdicts, Keeper(None, "-", rows))
    deciding.refresh()
    stale = {one.id for held in verdicts.stale.values() for one in held.values()}
    return [
        _told(one, deciding.target(one), one.id in stale)
        for one in deciding.standing()
        if one.id in stale or deciding.target(one) is not None
    ]


def _told(one: Decision, target: str | int | None, stale: bool) -> Told:
    anchor = one.anchor
    told = Told(
        one.verdict, one.value, one.reviewer, one.at, anchor.document, anchor.words, anchor.rule, stale=stale
    )
    if isinstance(target, int):
        told.finding = target
    elif one.verdict in ON_STATEMENTS:
        told.statement = target
    else:
        told.source = target
    return told
