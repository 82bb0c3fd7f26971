"""Exit codes of the command line, in one place."""

CLEAN = 0
"""Nothing at or above --fail-on."""
FINDINGS = 1
"""Findings at or above --fail-on."""
TROUBLE = 2
"""Something could not be read or done; what could be is still reported."""


def by_signal(number: int = 2) -> int:
    """Ended by a signal, as shells tell it: 130 for Ctrl-C."""
    return 128 + number
