"""What the reader does beside moving: decide, correct, search, copy, and go to where the same is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from provenance.desk.export import Shown
from provenance.desk.records import Hit, Query, Reading, Verdict
from provenance.model import Source
from provenance.tui.pieces import safe
from provenance.tui.reader.stops import Stop, Stops
from provenance.tui.reader.taken import as_text
from provenance.tui.screen import DeskScreen
from provenance.tui.signs import KIND_WORDS
from provenance.tui.widgets.choice import Choice, Pick, fitting

#: So many places of a search are walked through; how many there are is told.
HITS = 10_000


def plainly(name: str) -> str:
    """A kind or type in words."""
    return name.replace("_", " ")


class Deeds(DeskScreen):
    """Actions on the selected statement of a document; the reader is one."""

    reading: Reading | None
    stops: Stops
    place: int
    finding: int

    def __init__(self) -> None:
        """Nothing is searched for."""
        super().__init__()
        self._words = ""
        self._hits: Sequence[Hit] = ()
        self._hit = 0
        self._hits_total = 0

    def open_at(self, document: str, statement: str = "", at: int = -1, finding: int = -1) -> bool:
        """Open a document at a place; False for a damaged one."""
        raise NotImplementedError

    @property
    def stop(self) -> Stop | None:
        """What is selected."""
        return self.stops[self.place] if self.place >= 0 else None

    # Decisions.

    def action_verdict(self, verdict: Verdict) -> None:
        """Decide the finding."""
        if self.finding < 0:
            self.say("no finding here: n goes to the next one")
        else:
            self.decide(verdict, [self.finding])

    def action_reason(self, verdict: Verdict) -> None:
        """Decide it with words."""
        if self.finding < 0:
            self.say("no finding here: n goes to the next one")
            return
        key = self.finding
        asked = "dismiss, because" if verdict == "dismiss" else "note"

        def answered(words: str) -> None:
            if words or verdict == "dismiss":
                self.decide(verdict, [key], words)

        self.ask(asked, answered, hint="enter without words: no reason" if verdict == "dismiss" else "")

    def action_correct(self) -> None:
        """Put something else beside the program's reading of the statement."""
        stop = self.stop
        if stop is None or stop.statement is None:
            self.say("no statement is selected")
            return
        statement, reading = stop.statement, self.reading
        name = statement.attribution.source if statement.attribution else None
        source = reading.sources.get(name or "") if reading else None
        now = safe(source.name) if source else "nobody"

        same = {"kind": statement.kind, "speaker": source.name.casefold() if source else ""}

        def correct(verdict: Verdict, value: str, told: str) -> Callable[[], object]:
            def picked() -> None:
                if same.get(verdict) == value.casefold():
                    self.say(f"{told.rpartition(' but by ')[2]} is what stands here: nothing changes")
                elif self.keeping(lambda: self.desk.correct(verdict, statement.id, value)):
                    self.say(f"this statement alone: {told}; u takes it back")

            return picked

        def by(source: Source, note: str) -> Choice:
            words = safe(source.name)
            return Choice(words, note, correct("source", source.id, f"not by {now} but by {words}"))

        def find(words: str) -> Sequence[Choice]:
            """Those who speak in this document come first: it is mostly one of them."""
            here = [by(one, f"{plainly(one.type)}, in this document") for one in near if one.id != name]
            rows = self.desk.sources(Query(words=words, order="name", limit=50)).rows
            others = [by(row.source, plainly(row.source.type)) for row in rows if row.source.id not in known]
            nobody = Choice(
                "nobody", "nobody is named for it", correct("source", "", f"not by {now}, nobody is named")
            )
            kinds = [
                Choice(plainly(kind), f"kind: {told}", correct("kind", kind, plainly(kind)))
                for kind, told in KIND_WORDS.items()
            ]
            typed = Choice(
                words, "as written here", correct("speaker", words, f"not by {now} but by {words}")
            )
            rest = fitting([*([nobody] if name else []), *kinds], words)
            return [*fitting(here, words), *others, *rest, *([typed] if words else [])]

        near = list(reading.sources.values()) if reading else []
        known = {name, *(one.id for one in near)}
        self.app.push_screen(Pick(f"this statement is not by {now} but by …, or of which kind it is", find))

    # Elsewhere.

    def action_elsewhere(self) -> None:
        """The next place where the same is said."""
        stop = self.stop
        statement = stop.statement if stop else None
        places = self.desk.elsewhere(statement.claim) if statement and statement.claim else ()
        within = [place for place in places if place.document.number > 0]
        if statement is None or len(within) < 2:
            self.say(
                "this stands nowhere else" if len(places) < 2 else "it stands elsewhere in the archive only"
            )
            return
        at = next((at for at, place in enumerate(within) if place.statement.id == statement.id), -1)
        target = within[(at + 1) % len(within)]
        self.open_at(target.document.id, target.statement.id)

    # Search.

    @property
    def searching(self) -> bool:
        """Whether n and N lead through what a search found."""
        return bool(self._words)

    def action_search(self) -> None:
        """Type the words."""
        self.ask("search", self.search, self._words, "words in the text of all documents")

    def search(self, words: str) -> None:
        """Find words in all documents, and go to the first place at or behind this one."""
        self._words = words
        page = self.desk.search(words, limit=HITS) if words else None
        self._hits, self._hits_total = (page.rows, page.total) if page else ((), 0)
        if not self._hits:
            self._words = ""
            self._light()
            if words:
                self.nowhere(words)
            return
        stop = self.stop
        here = (self.reading.row.number if self.reading else 0, stop.start if stop else 0)
        self._hit = next((at for at, hit in enumerate(self._hits) if (hit.number, hit.start) >= here), 0)
        self._show_hit()

    def renew(self) -> None:
        """What was found stands elsewhere now."""
        page = self.desk.search(self._words, limit=HITS) if self._words else None
        self._hits, self._hits_total = (page.rows, page.total) if page else ((), 0)
        self._hit = min(self._hit, max(len(self._hits) - 1, 0))
        if not self._hits:
            self._words = ""

    def action_hit(self, step: int) -> None:
        """The next or previous place that was found."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()
        else:
            self.say("nothing is searched for: / does")

    def _show_hit(self) -> None:
        hit = self._hits[self._hit]
        if not self.open_at(hit.document, at=hit.start):
            return
        self._light()
        self.light_up(hit.start)
        self.say(
            f"“{self._words}”   {self._hit + 1:,} of {self._hits_total:,}   n next   N before   esc ends the search"
        )

    def _light(self) -> None:
        """Light what was found in this document."""
        here = self.reading.document.id if self.reading else ""
        self.light([(hit.start, hit.end) for hit in self._hits if hit.document == here])

    def light(self, hits: Sequence[tuple[int, int]]) -> None:
        """Light stretches of the text."""
        raise NotImplementedError

    def light_up(self, offset: int) -> None:
        """Have a place of the text in sight."""
        raise NotImplementedError

    def action_back(self) -> None:
        """End the search; else where one was."""
        if self.searching:
            self._words, self._hits = "", ()
            self._light()
        else:
            super().action_back()

    # Numbers, and what is taken along.

    def action_jump(self) -> None:
        """Go to a statement, or a document, by its number."""
        self.ask("number", self._jump, hint="12 or s12: a statement of this document   d3: a document")

    def _jump(self, typed: str) -> None:
        kind, digits = typed[:1].lower(), typed.lstrip("sSdD#").strip()
        if not digits.isdecimal() or self.reading is None:
            self.say(f"“{typed}” is no number")
            return
        if kind == "d":
            rows = self.desk.documents(Query(order="text", after=max(int(digits) - 1, 0), limit=1)).rows
            if rows:
                self.open_at(rows[0].id)
            else:
                self.say(f"there is no document {digits}")
            return
        statement = f"{self.reading.document.id}#s{int(digits)}"
        if self.stops.of_statement(statement) is not None:
            self.open_at(self.reading.document.id, statement)
        else:
            self.say(f"this document has no statement s{digits}")

    def shown_rows(self) -> Sequence[Shown]:
        """The findings of the document that the filter leaves."""
        if self.reading is None:
            return ()
        query = replace(self.review.wanted, order="text", document=self.reading.document.id, limit=HITS)
        return self.desk.findings(query).rows

    def action_copy(self) -> None:
        """Copy what is selected, as text."""
        stop = self.stop
        if stop is None or self.reading is None:
            self.say("nothing is selected")
            return
        self.app.copy_to_clipboard(as_text(self.reading, stop))
        self.say("copied, if this terminal takes it (OSC 52): statement, source, route")

    def action_edit(self) -> None:
        """Open the document's file at the line of what is selected."""
        if self.reading is not None:
            document = self.reading.document
            stop = self.stop
            self.review.edit(document, stop.start if stop else 0)
