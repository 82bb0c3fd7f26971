"""The filter as it is typed and shown: conditions by name, everything else words that must stand in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from provenance.desk.looks import LOOKS
from provenance.desk.records import Desk, Query, State
from provenance.model import Severity

#: What can be typed, as the prompt tells it.
HINT = "words   error   rule:…   doc:…   source:…   kind:unnamed   is:open   disputed"
_PART = re.compile(r'(?:([a-z]+):)?(?:"([^"]*)"|(\S+))')
_STATES = {state.replace("_", "-"): state for state in get_args(State)}
_LOOKS = {look.name for look in LOOKS}


def parse(typed: str, desk: Desk) -> Query:
    """The conditions that were typed; of documents, sources and rules the beginning of a name is enough.

    A condition that nothing fits is taken as words, so that what is typed is never silently left out.
    """
    query = Query()
    words = []
    for name, quoted, bare in _PART.findall(typed):
        value = quoted or bare
        made = _condition(query, name, value, desk) if not quoted or name else None
        if made is None:
            words.append(f"{name}:{value}" if name else value)
        else:
            query = made
    return replace(query, words=" ".join(words))


def _condition(query: Query, name: str, value: str, desk: Desk) -> Query | None:
    if name in ("", "severity") and value.rstrip("s") in list(Severity):
        return replace(query, severity=Severity(value.rstrip("s")))
    if name == "" and value == "disputed":
        return replace(query, disputed=True)
    from provenance.rules import RULES

    if name == "rule" and (rules := [rule for rule in RULES if value in rule]):
        found = (rule for rule in rules if desk.findings(Query(rule=rule, limit=1)).total)
        return replace(query, rule=next(found, rules[0]))
    if name == "is" and (state := next((state for state in _STATES if state.startswith(value)), "")):
        return replace(query, state=_STATES[state])
    if name == "kind" and (look := next((look for look in _LOOKS if look.startswith(value)), "")):
        return replace(query, look=look)
    if name == "doc" and (row := next(iter(_documents(value, desk)), "")):
        return replace(query, document=row)
    if name == "source":
        rows = desk.sources(Query(words=value, limit=1)).rows
        return replace(query, source=rows[0].source.id) if rows else None
    if name == "claim":
        return replace(query, claim=value)
    return None


def _documents(value: str, desk: Desk) -> Iterator[str]:
    """A document by its number, its id, or words of its title."""
    if value.isdecimal():
        row = desk.documents(Query(order="text", after=max(int(value) - 1, 0), limit=1)).rows
        yield from (each.id for each in row)
    rows = desk.documents(Query(words=value, order="text")).rows
    yield from (row.id for row in rows if value.lower() in f"{row.id} {row.title} {row.outlet}".lower())
    yield from (row.id for row in rows)


def in_words(query: Query) -> str:
    """A filter as it can be typed; "" for none."""
    made = [
        query.severity or "",
        query.rule and f"rule:{query.rule}",
        query.document and f"doc:{_quoted(query.document)}",
        query.source and f"source:{_quoted(query.source)}",
        query.claim and f"claim:{query.claim}",
        query.look and f"kind:{query.look}",
        query.state and f"is:{query.state.replace('_', '-')}",
        "disputed" if query.disputed else "",
        query.words,
    ]
    return " ".join(part for part in made if part)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def filters(query: Query) -> bool:
    """Whether a query leaves anything out."""
    return replace(query, order="work", after=0, limit=200) != Query()
