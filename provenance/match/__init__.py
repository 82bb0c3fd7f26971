"""Claims: what several statements say in common, and where they contradict each other."""

from provenance.match.claims import claims

__all__ = ["claims"]
