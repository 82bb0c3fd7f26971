"""What documents and sources are called where there is little room."""

from __future__ import annotations

from rich.cells import cell_len

from provenance.desk.records import DocumentRow
from provenance.tui.pieces import safe


def title_of(row: DocumentRow) -> str:
    """A document's title; of one without, the name of its file."""
    return file_name(row.title) if row.title == row.id else safe(row.title or row.id)


def file_name(title: str) -> str:
    """A title; of a path, which stands in its place where there is none, the end."""
    return safe(title) if " " in title else safe(title.rstrip("/").rpartition("/")[2] or title)


def home_of(row: DocumentRow) -> str:
    """Where something was published: the outlet, else the title."""
    return safe(row.outlet) or title_of(row)


def shortened(name: str, width: int) -> str:
    """A name in `width` columns if it can be: of one that is too long the last word."""
    return name if cell_len(name) <= width else name.rpartition(" ")[2]
