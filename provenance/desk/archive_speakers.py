"""Who speaks in an archive as it was corrected: for this desk alone tables stand before those of what was read."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace

from provenance.desk.archive_books import ArchiveBooks
from provenance.desk.corrections import Corrections
from provenance.desk.judging import speakers_of
from provenance.desk.looks import look_of

#: Unqualified names are those of this connection first, so that every question to `speaker` is answered by the view.
_VIEW = """
    CREATE TEMP VIEW IF NOT EXISTS speaker AS
    SELECT * FROM main.speaker WHERE version NOT IN (SELECT version FROM temp.corrected)
    UNION ALL SELECT * FROM temp.told
"""


class CorrectedSpeakers:
    """The speakers of documents in which a statement was given another source, kind or speaker."""

    def __init__(self, books: ArchiveBooks) -> None:
        """Nothing is corrected."""
        self._books = books
        books.database.execute("CREATE TEMP TABLE corrected (version INTEGER PRIMARY KEY) STRICT")
        books.database.execute("CREATE TEMP TABLE told AS SELECT * FROM main.speaker WHERE false")
        books.database.execute(
            "CREATE TEMP TABLE resaid (finding INTEGER PRIMARY KEY, source TEXT NOT NULL, look TEXT NOT NULL) STRICT"
        )
        books.database.execute(
            "CREATE TEMP TABLE joined (source TEXT PRIMARY KEY, same TEXT NOT NULL) STRICT"
        )

    def lay(self, corrections: Corrections) -> None:
        """Count the words of corrected documents by who is said to have spoken them."""
        database = self._books.database
        for table in ("corrected", "told", "resaid", "joined"):
            database.execute(f"DELETE FROM temp.{table}")
        database.executemany("INSERT INTO temp.joined VALUES (?, ?)", corrections.same.items())
        homes = {name.rpartition("#")[0] for name in corrections.statements}
        if not homes:
            database.execute("DROP VIEW IF EXISTS temp.speaker")
            return
        # Who is the same as whom is asked by the questions themselves.
        alone = replace(corrections, same={})
        for version in map(self._books.version, sorted(homes)):
            known = self._books.known(version) if version in self._books.tallies else None
            if version is None or known is None:
                continue
            read = {source.id: source for source in known.sources}
            sources = ChainMap(read, dict(corrections.sources))
            document = alone.within(known.document)
            rows = speakers_of(document, sources)
            database.execute("INSERT INTO temp.corrected VALUES (?)", (version,))
            database.executemany(
                "INSERT INTO temp.told VALUES (?, ?, ?, ?, ?, ?, ?)", [(version, *row) for row in rows]
            )
            said = {
                row.id: (row.attribution.source or "" if row.attribution else "", look_of(row, sources).name)
                for row in document.statements
            }
            found = database.execute(
                "SELECT id, statement FROM finding WHERE version = ?", (version,)
            ).fetchall()
            database.executemany(
                "INSERT INTO temp.resaid VALUES (?, ?, ?)",
                [(key, *said[name]) for key, name in found if name in corrections.statements],
            )
        database.execute(_VIEW)
