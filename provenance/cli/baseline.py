"""Findings that were there when a house began to check: keyed by their words, so that edits elsewhere bring none back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from provenance.cli.terminal import text_of
from provenance.errors import InputError
from provenance.model import Document, Finding
from provenance.output import Output

Key = tuple[str, str, str]
"""Path, rule and words of a finding."""


def keys(documents: Sequence[Document], findings: Sequence[Finding]) -> list[Key]:
    """What each finding is known by: where its words stand in the document does not count."""
    homes = {document.id: document for document in documents}
    return [
        (home.path, finding.rule, " ".join(home.text[finding.start : finding.end].split()))
        for finding in findings
        for home in [homes[finding.document]]
    ]


def read_baseline(path: str) -> Counter[Key]:
    """How often each finding is known.

    Raises:
        InputError: the file cannot be read, or is no baseline.
    """
    known: Counter[Key] = Counter()
    for number, row in enumerate(text_of(path).splitlines(), 1):
        try:
            entry = json.loads(row)
            key = (str(entry["path"]), str(entry["rule"]), str(entry["words"]))
            known[key] += int(entry.get("times", 1))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise InputError(
                f"{path}:{number}", "is no row of a baseline", "write it with --update-baseline"
            ) from None
    return known


def unknown(documents: Sequence[Document], findings: Sequence[Finding], known: Counter[Key]) -> list[Finding]:
    """The findings beyond those that are known, in their order."""
    left = Counter(known)
    new = []
    for finding, key in zip(findings, keys(documents, findings), strict=True):
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return new


def write_baseline(path: str, documents: Sequence[Document], findings: Sequence[Finding]) -> None:
    """Write the findings as the known ones, in an order that does not depend on the run.

    Raises:
        InputError: nothing can be written there.
    """
    with Output(path) as out:
        for (home, rule, words), times in sorted(Counter(keys(documents, findings)).items()):
            row: dict[str, object] = {"path": home, "rule": rule, "words": words}
            if times > 1:
                row["times"] = times
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
