"""What a list shows, as JSON, Markdown or CSV to take along."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, cast

from provenance.desk.records import ClaimRow, DocumentRow, FindingRow, Place, SourceRow
from provenance.inert import inert_json, line

Format = Literal["json", "markdown", "csv"]
Cell = str | int | float | None
Shown = DocumentRow | FindingRow | ClaimRow | SourceRow | Place

#: How a cell begins that a spreadsheet would take for a formula (OWASP, "CSV Injection").
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠|%]|[\t\r\n]")
#: What is markup in a cell of a Markdown table, or in HTML within it.
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~&])")


def exported(rows: Sequence[Shown], kind: Format) -> str:
    """Rows of one list in a format, a line each, with the names of the columns; nothing for no rows."""
    cells = [cells_of(row) for row in rows]
    if kind == "json":
        return "".join(inert_json(json.dumps(one, ensure_ascii=False)) + "\n" for one in cells)
    if not cells:
        return ""
    return _markdown(cells) if kind == "markdown" else _csv(cells)


def cells_of(row: Shown) -> dict[str, Cell]:
    """The columns of a row by name."""
    read = cast(Callable[[Any], dict[str, Cell]], _COLUMNS[type(row)])
    return read(row)


def _document(row: DocumentRow) -> dict[str, Cell]:
    return {
        "number": row.number, "title": row.title, "outlet": row.outlet, "published": row.published, "id": row.id,
        "worst open": row.worst and str(row.worst), "findings": row.findings, "decided": row.decided,
        "statements": sum(row.statements.values()), "named": round(row.named, 3),
    }  # fmt: skip


def _finding(row: FindingRow) -> dict[str, Cell]:
    finding, decision = row.finding, row.decision
    return {
        "severity": str(finding.severity), "rule": finding.rule, "document": finding.document,
        "title": row.document_title, "line": finding.line, "column": finding.column, "words": row.words,
        "message": finding.message, "repair": finding.edit or finding.help, "state": row.state.replace("_", " "),
        "reason": decision.value if decision else "", "reviewer": decision.reviewer if decision else "",
        "decided at": decision.at if decision else "", "notes": " / ".join(one.value for one in row.notes),
    }  # fmt: skip


def _claim(row: ClaimRow) -> dict[str, Cell]:
    return {
        "claim": row.claim.text, "disputed": "yes" if row.claim.conflicts else "no", "said": row.said[0],
        "members": row.said[1], "roots": row.roots, "effective": row.effective, "first": row.first, "last": row.last,
        "lost": row.lost, "figures": " / ".join(dict.fromkeys(value.words for value in row.claim.values)),
    }  # fmt: skip


def _source(row: SourceRow) -> dict[str, Cell]:
    kinds: Mapping[str, int] = row.kinds
    return {
        "source": row.source.name, "type": row.source.type, "role": row.source.role, "statements": row.statements,
        "share of words": round(row.share, 4), "documents": row.documents,
        "kinds": ", ".join(f"{kind} {words}" for kind, words in kinds.items()),
        "also called": " / ".join(row.source.aliases), "corrected": "yes" if row.corrected else "no",
    }  # fmt: skip


def _place(place: Place) -> dict[str, Cell]:
    return {
        "document": place.document.id, "title": place.document.title, "outlet": place.document.outlet,
        "published": place.document.published, "statement": place.statement.id, "relation": place.relation,
        "source": place.source.name if place.source else "", "words": place.words, "text": place.statement.text,
    }  # fmt: skip


_COLUMNS: dict[type, object] = {
    DocumentRow: _document, FindingRow: _finding, ClaimRow: _claim, SourceRow: _source, Place: _place,
}  # fmt: skip


def _csv(cells: Sequence[Mapping[str, Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(cells[0])
    for row in cells:
        writer.writerow([_tame(cell) for cell in row.values()])
    return out.getvalue()


def _tame(cell: Cell) -> Cell:
    """A cell that no spreadsheet computes: words that look like a formula get an apostrophe before them."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    words = line(cell)
    return f"'{words}" if _FORMULA.match(cell) or _FORMULA.match(words) else words


def _markdown(cells: Sequence[Mapping[str, Cell]]) -> str:
    rows = [list(cells[0]), ["---"] * len(cells[0])]
    rows += [[_MARKUP.sub(r"\\\1", line(_text(cell))) for cell in row.values()] for row in cells]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
