"""Findings of one desk found again on another one over the same documents, when files were read again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from provenance.desk.anchors import anchors, found
from provenance.desk.records import Desk
from provenance.desk.targets import finding_targets
from provenance.errors import InputError


def carried(before: Desk, now: Desk, keys: Mapping[int, str]) -> dict[int, int]:
    """Key of a finding before → its key now, by rule and words as decisions find them; `keys` have their documents.

    What is not found, or is found twice, is left out.
    """
    homes: dict[str, list[int]] = {}
    for key, home in keys.items():
        homes.setdefault(home, []).append(key)
    made: dict[int, int] = {}
    for home, some in homes.items():
        with suppress(KeyError, InputError):  # a document that is gone
            old, new = before.read(home), now.read(home)
            hung = anchors(
                home, old.document.text, finding_targets((row.key, row.finding) for row in old.findings), some
            )
            targets = finding_targets((row.key, row.finding) for row in new.findings)
            places = found(new.document.text, targets, [hung[key] for key in some])
            made.update((key, at) for key, at in zip(some, places, strict=True) if at is not None)
    return made
