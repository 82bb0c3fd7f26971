"""The sources screen: a correction here holds for every statement of the source."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType

from provenance.desk.records import Page, Query, SourceRow, Verdict
from provenance.errors import InputError
from provenance.model import SourceType
from provenance.tui.bars import joined, percent, plural
from provenance.tui.listing import ListScreen
from provenance.tui.pieces import Line, safe
from provenance.tui.sources.rows import shares_line, source_heads, source_line, source_lines
from provenance.tui.widgets.choice import Choice, Pick, fitting
from provenance.tui.widgets.rows import Rows

#: Looks of sources that have a name.
NAMED = ("person", "body", "medium")
#: So many statements of a source are shown below the list.
SAID = 40


class SourcesScreen(ListScreen[SourceRow]):
    """All sources, those who say most first."""

    heading = "Sources"
    ORDERS = ("words", "name")
    EMPTY = ("no source: nobody is named as saying anything", "1 reads the documents, 5 lists them")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rename", "rename", tooltip="give the source another name"),
        Binding("t", "type", "type", tooltip="say what kind of source it is"),
        Binding("equals_sign", "same", "is the same as", key_display="=", tooltip="say that it is the same as another source"),
        Binding("exclamation_mark", "other", "is another", key_display="!", tooltip="say that it is another than the one it may be"),
        Binding("l", "its_statements", "its statements", tooltip="only this source, on every screen"),
        *ListScreen.LIST_BINDINGS,
    ]  # fmt: skip

    def page(self, query: Query) -> Page[SourceRow]:
        """Sources."""
        return self.desk.sources(query)

    def columns(self, width: int) -> Line:
        """The heads."""
        return source_heads(width)

    def count_words(self) -> str:
        """Sources and statements."""
        if not self.rows.total:
            return plural(0, "source")
        named = sum(self.desk.shares(self.review.wanted).get(look, 0) for look in NAMED)
        return joined((plural(self.rows.total, "source"), f"{percent(named)} of the words by named ones"))

    def status(self) -> str:
        """Kinds of sources by their share."""
        return shares_line(self.desk.shares(self.review.wanted)) if self.rows.total else ""

    def paint(self, row: SourceRow, width: int) -> Line:
        """A source in a line."""
        return source_line(row, self._named(row.maybe), width)

    def _named(self, source: str) -> str:
        """The name of a source by its id."""
        rows = self.desk.sources(Query(source=source, limit=1)).rows if source else ()
        return safe(rows[0].source.name) if rows else safe(source)

    def details(self, row: SourceRow, width: int) -> Sequence[Line]:
        """A source in full."""
        page = self.desk.said(row.source.id, replace(self.review.wanted, order="text", limit=SAID))
        machine = ""
        if row.corrected and page.rows:
            with suppress(InputError):  # a damaged document
                machine = self.desk.read(page.rows[0].document.id).machine.get(row.source.id, "")
        return source_lines(row, self._named(row.maybe), machine, page.rows, page.total, width)

    def _correct(self, verdict: Verdict, value: str) -> None:
        row = self.rows.current
        if row is None or not value:
            return
        if {"name": row.source.name, "type": row.source.type}.get(verdict) == value:
            self.say(f"{safe(value.replace('_', ' '))} is what stands here: nothing changes")
        elif self.keeping(lambda: self.desk.correct(verdict, row.source.id, value)):
            self.say(
                f"{safe(row.source.name)}: corrected for {plural(row.statements, 'statement')}; u takes it back"
            )

    def action_rename(self) -> None:
        """Another name."""
        row = self.rows.current
        if row is not None:
            self.ask("name", lambda words: self._correct("name", words), row.source.name)

    def action_type(self) -> None:
        """Another type."""
        row = self.rows.current
        if row is not None:
            choices = [
                Choice(
                    name.replace("_", " "),
                    "now" if name == row.source.type else "",
                    partial(self._correct, "type", name),
                )
                for name in get_args(SourceType)
            ]
            self.app.push_screen(
                Pick(f"what {safe(row.source.name)} is", lambda words: fitting(choices, words))
            )

    def action_same(self) -> None:
        """The same as another one."""
        self._pick("same", "is the same as")

    def action_other(self) -> None:
        """Not the one that it may be."""
        row = self.rows.current
        if row is not None and row.maybe:
            self._correct("other", row.maybe)
        else:
            self._pick("other", "is another than")

    def _pick(self, verdict: Verdict, words: str) -> None:
        row = self.rows.current
        if row is None:
            return

        def choice(other: SourceRow) -> Choice:
            about = safe(other.source.role or other.source.type)
            return Choice(safe(other.source.name), about, lambda: self._correct(verdict, other.source.id))

        def find(typed: str) -> Sequence[Choice]:
            rows = list(self.desk.sources(Query(words=typed, limit=50)).rows)
            if row.maybe and not typed:
                rows = [*self.desk.sources(Query(source=row.maybe, limit=1)).rows, *rows]
            return [choice(other) for other in _once(rows) if other.source.id != row.source.id]

        self.app.push_screen(Pick(f"{safe(row.source.name)} {words} …", find))

    def action_its_statements(self) -> None:
        """Only this source."""
        row = self.rows.current
        if row is not None:
            self.review.wanted = replace(self.review.wanted, source=row.source.id)
            self.catch_up()

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        row = self.rows.current
        page = (
            self.desk.said(row.source.id, replace(self.review.wanted, order="text", limit=1)) if row else None
        )
        if page and page.rows and page.rows[0].document.number:
            place = page.rows[0]
            self.review.read(place.document.id, place.statement.id)
        else:
            self.say("it speaks in the archive only")


def _once(rows: Sequence[SourceRow]) -> list[SourceRow]:
    return list({row.source.id: row for row in rows}.values())
