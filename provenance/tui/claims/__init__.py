"""What is said in common, what is in dispute first."""

from provenance.tui.claims.screen import ClaimsScreen

__all__ = ["ClaimsScreen"]
