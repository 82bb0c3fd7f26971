"""The command palette: every action of the screen, every document, source and rule, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual.binding import Binding

from provenance.desk.records import Query
from provenance.rules import RULES, rule
from provenance.tui.help import keys_of
from provenance.tui.pieces import safe
from provenance.tui.screen import DeskScreen
from provenance.tui.widgets.choice import Choice, Pick, fitting

#: So many documents and sources are offered at once.
OFFERED = 20


def palette(screen: DeskScreen) -> Pick:
    """The palette over a screen."""
    fixed = [*_actions(screen), *_rules(screen)]

    def find(words: str) -> Sequence[Choice]:
        found = fitting(fixed, words)
        return [
            *found,
            *(_documents(screen, words) if words else ()),
            *(_sources(screen, words) if words else ()),
        ]

    return Pick("an action, a document, a source, a rule", find)


def _actions(screen: DeskScreen) -> list[Choice]:
    made = []
    for bindings in (type(screen).BINDINGS, DeskScreen.BINDINGS):
        for binding in bindings:
            if isinstance(binding, Binding) and binding.tooltip and binding.action != "commands":
                (key, word, sentence) = next(keys_of([binding]))
                made.append(Choice(f"{word}: {sentence}", key, _runs(screen, binding.action)))
    return made


def _runs(screen: DeskScreen, action: str) -> Callable[[], object]:
    async def run() -> None:
        await screen.run_action(action)

    return run


def _rules(screen: DeskScreen) -> list[Choice]:
    def only(name: str) -> Callable[[], object]:
        return lambda: screen.review.only(replace(screen.review.wanted, rule=name), "findings")

    return [Choice(name, rule(name).TITLE, only(name)) for name in RULES]


def _documents(screen: DeskScreen, words: str) -> list[Choice]:
    def read(document: str) -> Callable[[], object]:
        return lambda: screen.review.read(document)

    rows = screen.desk.documents(Query(words=words, order="text", limit=OFFERED)).rows
    return [
        Choice(safe(row.title or row.id), f"document {row.number}", read(row.id))
        for row in rows
        if words.lower() in f"{row.title} {row.id}".lower()
    ]


def _sources(screen: DeskScreen, words: str) -> list[Choice]:
    def only(source: str) -> Callable[[], object]:
        return lambda: screen.review.only(replace(screen.review.wanted, source=source), "sources")

    rows = screen.desk.sources(Query(words=words, limit=OFFERED)).rows
    return [Choice(safe(row.source.name), "source", only(row.source.id)) for row in rows]
