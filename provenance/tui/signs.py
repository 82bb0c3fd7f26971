"""The looks of statements and findings, as the desk names them."""

from __future__ import annotations

from provenance.desk.looks import BASIS_LINES, LOOKS, NARRATED, SEVERITY_SIGNS, Look, look_of

__all__ = ["BASIS_LINES", "LOOKS", "NARRATED", "SEVERITY_SIGNS", "Look", "look_of"]
