"""Decisions on a report: each hung on its words, kept, laid over the reading, taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from provenance.archive.decisions import REDO, UNDO
from provenance.desk.anchors import Target, anchors, found, still_there
from provenance.desk.books import Books, Standing, statement_in
from provenance.desk.corrections import (
    GIVEN,
    ON_SOURCES,
    ON_STATEMENTS,
    Correction,
    Corrections,
    correct,
    fragments_of,
    lasting,
    refuse_value,
)
from provenance.desk.keeper import Keeper, Log, decision, entry
from provenance.desk.records import Anchor, Decision, Verdict
from provenance.desk.targets import source_targets, statement_targets
from provenance.errors import InputError
from provenance.model import Document, Statement

#: In the text of one document so many decisions are looked for that nothing hangs on; the rest are called stale.
LOOKED = 200
ON_STATEMENT = "correct the statement itself, with x in the reader"
Key = str | int
"""Of a finding its number, of a statement or a source its id."""


class Deciding:
    """The decisions on the documents of a desk, as they stand."""

    def __init__(self, books: Books, verdicts: Standing, keeper: Keeper) -> None:
        """Nothing is read yet; `refresh` lays what was decided over `verdicts`."""
        self._books = books
        self._verdicts = verdicts
        self._keeper = keeper
        self._log = Log()
        self._hangs: dict[int, Key] = {}
        """Decision → what it hangs on; those on words that are gone, or on another report's documents, on nothing."""
        self._looked: Counter[str] = Counter()
        self.corrections: Corrections | None = None
        """What was corrected; None until anything was."""

    def refresh(self, known: Mapping[int, Key] | None = None) -> bool:
        """Take over what is new in the file; true if a correction is among it.

        `known` are decisions of which the place is known; of others it is looked up by their words.
        """
        rows = self._keeper.news()
        known = known or {}
        self._hangs.update(known)
        self._hang([decision(row) for row in rows if row.verdict not in (UNDO, REDO) and row.id not in known])
        corrected = False
        for row in rows:
            told, stands = self._log.take(row)
            for one in told:
                corrected |= self._lay(one, stands)
        if corrected:
            self.corrections = self._overlay()
        return corrected

    def standing(self) -> list[Decision]:
        """All decisions that were not taken back, the oldest first."""
        return self._log.standing()

    def target(self, one: Decision) -> Key | None:
        """What a decision hangs on: a finding's number, or the id of a statement or source; None for nothing here."""
        return self._hangs.get(one.id)

    def decide(self, verdict: Verdict, keys: Sequence[int], value: str) -> list[Decision]:
        """Decide findings as one batch."""
        hung = self._books.anchors(keys := list(dict.fromkeys(keys)))
        return self._kept(verdict, {key: hung[key] for key in keys}, value)

    def correct(self, verdict: Verdict, target: str, value: str) -> Decision:
        """Correct a statement or a source.

        Raises:
            KeyError: the desk has none of that id.
            InputError: it cannot be corrected so, or not be kept.
        """
        sources = self.corrections.sources if self.corrections else self._books.sources()
        refuse_value(verdict, value, sources)
        if target.startswith(GIVEN):
            raise InputError(
                target.removeprefix(GIVEN), "is named by a person and not by a document", ON_STATEMENT
            )
        if verdict == "source":
            value = lasting(value, sources, self._books.sources())
        home = target.rpartition("#")[0] if verdict in ON_STATEMENTS else self._books.naming(target)
        document = self._books.document(home or "")
        targets = _own_targets(document, verdict) if document else []
        if document is None or all(one.key != target for one in targets):
            raise KeyError(target)
        hung = anchors(document.id, document.text, targets, [target])
        (made,) = self._kept(verdict, {target: hung[target]}, value)
        return made

    def rehang(self, document: str) -> None:
        """Look again for what decisions on a document hang on, because it was judged anew."""
        held = [one for one in self._log.standing() if one.anchor.document == document]
        for one in held:
            self._lay(one, False)
            self._hangs.pop(one.id, None)
        self._hang(held)
        corrected = False
        for one in held:
            corrected |= self._lay(one, True)
        if corrected:
            self.corrections = self._overlay()

    def turn(self, verdict: str) -> list[Decision]:
        """Take back the newest batch of the reviewer, or put back the one that was taken back last."""
        self.refresh()
        reviewer = self._keeper.reviewer
        batch = self._log.last(reviewer) if verdict == UNDO else self._log.last_undone(reviewer)
        if not batch:
            return []
        self._keeper.write([entry(verdict, None, "", reviewer)], batch)
        self.refresh()
        return [replace(one, undone=verdict == UNDO) for one in self._log.of(batch)]

    def _kept(self, verdict: Verdict, hung: Mapping[Key, Anchor], value: str) -> list[Decision]:
        if not hung:
            return []
        reviewer = self._keeper.reviewer
        rows = self._keeper.write([entry(verdict, anchor, value, reviewer) for anchor in hung.values()])
        self.refresh({row.id: key for row, key in zip(rows, hung, strict=True)})
        return [decision(row) for row in rows]

    def _lay(self, one: Decision, stands: bool) -> bool:
        """Let a decision stand or fall; true if it is a correction."""
        key = self._hangs.get(one.id)
        if isinstance(key, int):
            if stands:
                self._verdicts.add(key, one)
            else:
                self._verdicts.drop(key, one.id)
        elif key is None and not (stands and self._dormant(one.anchor)):
            self._verdicts.set_stale(one, stands)
        return one.verdict in ON_STATEMENTS or one.verdict in ON_SOURCES

    def _dormant(self, anchor: Anchor) -> bool:
        """Whether a document is not on this desk, or has the words and only the finding is gone: nothing is stale then."""
        document = self._books.document(anchor.document) if self._books.ready(anchor.document) else None
        if document is None:
            return True
        self._looked[anchor.document] += 1
        return self._looked[anchor.document] <= LOOKED and still_there(document.text, anchor)

    def _hang(self, made: Sequence[Decision]) -> None:
        """Find the words of decisions, those of a document and a kind of verdict together."""
        self._hangs.update(self._books.exact([one for one in made if _kind(one.verdict) == "finding"]))
        groups: dict[tuple[str, str], list[Decision]] = {}
        for one in (
            one for one in made if one.id not in self._hangs and self._books.ready(one.anchor.document)
        ):
            groups.setdefault((one.anchor.document, _kind(one.verdict)), []).append(one)
        for (home, _), some in groups.items():
            document = self._books.document(home)
            if document is not None:
                kept = [one.anchor for one in some]
                if _kind(some[0].verdict) == "finding":
                    self._note(some, self._books.hooks(home).found(kept))
                else:
                    on_names = found(document.text, _own_targets(document, some[0].verdict), kept)
                    self._note(some, on_names)

    def _note(self, made: Sequence[Decision], places: Sequence[Key | None]) -> None:
        self._hangs.update((one.id, key) for one, key in zip(made, places, strict=True) if key is not None)

    def _overlay(self) -> Corrections:
        made: list[Correction] = []
        said: dict[str, Statement] = {}
        within: list[tuple[Correction, list[Statement]]] = []
        for one in self._log.standing():
            target = self._hangs.get(one.id)
            if isinstance(target, str):
                made.append(Correction(one.verdict, target, one.value))
                if one.verdict in ON_STATEMENTS:
                    document = self._books.document(one.anchor.document)
                    statement = statement_in(document, target)
                    said.update({target: statement} if statement else {})
                    if document and statement and one.verdict != "kind":
                        within.append((made[-1], fragments_of(document, statement)))
        own = {one.target for one in made if one.verdict in ("source", "speaker")}
        for parted, fragments in within:
            # Words in quotation marks go with what they stand in, unless somebody says whose they are.
            for fragment in fragments:
                if fragment.id not in own:
                    made.append(replace(parted, verdict="source", target=fragment.id))
                    said[fragment.id] = fragment
        return correct(self._books.sources(), made, said)


def _own_targets(document: Document, verdict: str) -> list[Target[str]]:
    return statement_targets(document) if verdict in ON_STATEMENTS else source_targets(document)


def _kind(verdict: str) -> str:
    return "statement" if verdict in ON_STATEMENTS else "source" if verdict in ON_SOURCES else "finding"
