"""provenance audits where each statement in a news text comes from, by which route, and how sure it is.

The public names are loaded when they are first used, so that `import provenance` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "audit": "provenance.pipeline",
    "read": "provenance.ingest",
    "AuditReport": "provenance.model",
    "Document": "provenance.model",
    "Statement": "provenance.model",
    "Span": "provenance.spans",
    "ProvenanceError": "provenance.errors",
}
__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
