"""`provenance match FILE --against ARCHIVE`: each statement looked up by its keys, however large the archive."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice

from provenance import exits
from provenance.archive.opening import read_only
from provenance.archive.related import matches
from provenance.errors import Troubles
from provenance.match.lines import Line, lines_of
from provenance.output import write_rows

#: Statements looked up together.
TOGETHER = 1_000


def match_with_archive(
    source: str, target: str | None, archive: str, *, on_error: Callable[[str], None]
) -> int:
    """Write the pairs of a file's statements with kept ones; returns the exit code.

    Raises:
        InputError: a file cannot be read.
    """
    with Troubles(on_error) as tell, read_only(archive) as database:
        write_rows(_rows(lines_of(source, tell), database), target)
    return exits.TROUBLE if tell.any else exits.CLEAN


def _rows(lines: Iterator[Line], database: sqlite3.Connection) -> Iterator[str]:
    while some := list(islice(lines, TOGETHER)):
        for match, name in matches(database, [line.text for line in some]):
            row = {"a": some[match.at].id, "b": name, "score": match.score, "relation": match.relation}
            yield json.dumps(row, ensure_ascii=False) + "\n"
