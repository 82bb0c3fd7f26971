"""What is wrong with a source, as an editor would sort it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.gold.measure import HALF, Case, Comparison, fold, likeness

#: Faults, the gravest first.
FAULTS = {
    "another": "another source of the story says it",
    "other words": "words that are no source of it",
    "somebody": "somebody where nobody is named",
    "nobody": "nobody where somebody is named",
    "unresolved": "role, body, pronoun or document that is not led back to its source",
    "too much": "office, trade, apposition or other words left in the name",
    "too little": "a piece of the name",
    "letters": "the right name, not as one prints it: article, mark, capitals",
}


def fault(case: Case) -> str:
    """The fault of the source of a found statement, a key of `FAULTS`; "" where it is right and fit to print."""
    if case.marked is None or case.found is None:
        return ""
    wanted, given = case.marked.gold.source, case.found.source
    if case.right_source:
        return "" if wanted is None or case.printable else "letters"
    if given is None or wanted is None:
        return "nobody" if given is None else "somebody"
    said = fold(given.name)
    others = (one.source for one in case.article.statements if one.source and one.source != wanted)
    if any(said in map(fold, other.names) for other in others):
        return "another"
    words = set(said.split())
    names = [set(fold(name).split()) for name in wanted.names]
    if any(name < words for name in names):
        return "too much"
    if any(words < name for name in names):
        return "too little"
    return "unresolved" if likeness(case.marked.speaker, case.found.speaker) >= HALF else "other words"


def counted(side: Comparison) -> Iterator[str]:
    """A line for each fault, the gravest first: how often, and what it is."""
    counts = Counter(fault(case) for case in side.marked)
    for name, what in FAULTS.items():
        yield f"  {name:<12} {counts[name]:>4}  {what}"
