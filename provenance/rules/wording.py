"""What a finding says, in the reader's language: the words it rests on, and the smallest edit that answers it."""

from __future__ import annotations

import re

from provenance.languages import primary
from provenance.rules.context import Hit
from provenance.words import values

#: The language of messages where a document's has none.
PLAIN = "en"
#: Longer words of a place are shown by their beginning, in code points.
SHOWN = 90
#: What changes from one reason to another of the same kind: figures, and names of formats.
_BLANK = re.compile(r"\d[\d.]*%?|\b[A-Z]{2,}\b")


def told(language: str, rule: str, hit: Hit, text: str) -> tuple[str, str]:
    """The message of a finding and its edit."""
    code = primary(language)
    said = {"words": _cut(" ".join(text[hit.start : hit.end].split())), **hit.said}
    if hit.why:
        said["why"] = "; ".join(_reason(code, reason) for reason in hit.why.split("; "))
    return _filled(code, "messages", rule, hit.form, said), _filled(code, "edits", rule, hit.form, said)


def _filled(code: str, name: str, rule: str, form: str, said: dict[str, str]) -> str:
    own = values(code, "findings", name) or values(PLAIN, "findings", name)
    line = own.get(f"{rule}.{form}") or own.get(rule) or ""
    return line.format_map(said)


def _reason(code: str, reason: str) -> str:
    """A reason in the reader's language; as it was given where the list of reasons does not know it."""
    put = values(code, "findings", "reasons").get(_BLANK.sub("{}", reason))
    return put.format(*_BLANK.findall(reason)) if put else reason


def _cut(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
