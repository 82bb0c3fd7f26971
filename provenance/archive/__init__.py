"""The archive: one SQLite file that remembers documents, their versions, statements and what they have in common."""

from __future__ import annotations

from provenance.archive.opening import connect, read_only, told_plainly

__all__ = ["connect", "read_only", "told_plainly"]
