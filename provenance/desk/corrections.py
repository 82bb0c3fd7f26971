"""What persons corrected, laid over what the program read: the reading itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from provenance.errors import InputError
from provenance.model import Attribution, Document, Hop, Source, SourceType, Statement, StatementKind
from provenance.spans import Span

#: Verdicts on a statement, and on a source.
ON_STATEMENTS = frozenset({"speaker", "kind", "source"})
ON_SOURCES = frozenset({"same", "other", "name", "type"})
#: How the id of a source begins that no document of the desk names, only a person.
GIVEN = "given/"


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put in place of a reading; of two on the same thing the later one holds."""

    verdict: str
    target: str
    """Id of a statement or of a source."""
    value: str


@dataclass(slots=True)
class Corrections:
    """All that was corrected on a desk, by id, and the sources as they are after it."""

    sources: Mapping[str, Source]
    """As they are after all corrections; those that are the same as another one stay findable."""
    same: Mapping[str, str] = field(default_factory=dict)
    """Id of a source → id of the one that it is."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of sources that are not the same."""
    statements: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Statement id → verdict → value."""
    machine: Mapping[str, str] = field(default_factory=dict)
    """Id → what the program had read there, in words."""

    def source_of(self, statement: Statement) -> str | None:
        """Id of the source behind a statement."""
        held = self.statements.get(statement.id, {}) if self.statements else {}
        if "source" in held:
            name: str | None = held["source"] or None
        else:
            name = statement.attribution.source if statement.attribution else None
        return self.same.get(name, name) if name and self.same else name

    def on(self, statement: Statement) -> Statement:
        """A statement as it is after the corrections; the very same one where there are none."""
        held = self.statements.get(statement.id, {})
        source = self.source_of(statement)
        attribution = statement.attribution
        if not held and (attribution is None or attribution.source == source):
            return statement
        kind: StatementKind = held.get("kind", statement.kind)  # type: ignore[assignment]
        if kind == "narrated" and not held.get("source"):
            return replace(statement, kind=kind, attribution=None)
        made = replace(attribution or Attribution(), source=source)
        chain = self._route(statement, attribution.source if attribution else None, source)
        return replace(statement, kind=kind, attribution=made, chain=chain)

    def _route(self, statement: Statement, old: str | None, new: str | None) -> list[Hop]:
        """The hops with the source that a person named where the program had read another one."""
        named = self.sources.get(new or "")
        chain = []
        for hop in statement.chain:
            if hop.role == "origin" and old != new and hop.source == old and new is None:
                chain.append(Hop("origin", "nobody named", "missing"))
            elif hop.role == "origin" and old != new and hop.source == old:
                # The words that named the old one say nothing of the new one.
                name = named.name if named else hop.name
                chain.append(replace(hop, source=new, name=name, start=None, end=None))
            else:
                chain.append(replace(hop, source=self.same.get(hop.source or "", hop.source)))
        return chain

    def within(self, document: Document) -> Document:
        """A document with its statements as they are after the corrections; offsets of new speakers are looked up."""
        if not self.statements and not self.same:
            return document
        return replace(
            document,
            statements=[
                self._told(document, row) if self._touches(row) else row for row in document.statements
            ],
        )

    def _touches(self, statement: Statement) -> bool:
        """Whether a statement may be another one after the corrections."""
        attribution = statement.attribution
        return statement.id in self.statements or (
            attribution is not None and attribution.source in self.same
        )

    def _told(self, document: Document, statement: Statement) -> Statement:
        made = self.on(statement)
        words = self.statements.get(statement.id, {}).get("speaker", "")
        if words and made.attribution is not None:
            return replace(
                made, attribution=replace(made.attribution, speaker=_nearest(document, made, words))
            )
        return made


def correct(
    read: Mapping[str, Source], made: Iterable[Correction], said: Mapping[str, Statement]
) -> Corrections:
    """The overlay of some corrections in the order in which they were made.

    `read` are the sources as the program read them, `said` the corrected statements by id.
    """
    sources = dict(read)
    same: dict[str, str] = {}
    apart: set[frozenset[str]] = set()
    statements: dict[str, dict[str, str]] = {}
    machine: dict[str, str] = {}
    for one in made:
        if one.verdict in ON_SOURCES:
            if one.target in sources:
                machine.setdefault(one.target, _source_words(read.get(one.target)))
                _on_source(one, sources, same, apart)
        elif one.target in said:
            statement = said[one.target]
            machine.setdefault(one.target, _statement_words(statement, read))
            held = statements.setdefault(one.target, {})
            if one.verdict == "kind":
                held["kind"] = one.value
            else:
                if one.verdict == "speaker":
                    held["speaker"] = one.value
                held["source"] = _source_named(one.value, sources)
    return Corrections(sources, _followed(same), frozenset(apart), statements, machine)


def refuse_value(verdict: str, value: str, sources: Mapping[str, Source]) -> None:
    """Refuse what cannot be put in place of a reading.

    Raises:
        InputError: no such kind of statement or type of source, an empty name, or no such source.
    """
    kinds = {"kind": get_args(StatementKind), "type": get_args(SourceType)}
    if verdict in kinds and value not in kinds[verdict]:
        raise InputError(value or "''", f"no {verdict}", f"one of {', '.join(kinds[verdict])}")
    if verdict in ("name", "speaker") and not value.strip():
        raise InputError("''", "an empty name", "write who it is")
    if verdict in ("same", "other") and value not in sources:
        raise InputError(value or "''", "no source of this desk", "choose one of its sources")


def lasting(value: str, sources: Mapping[str, Source], read: Mapping[str, Source]) -> str:
    """What names a source also in another audit, in which its id may be another one: its name, where no other has it.

    `sources` are those of the desk with all corrections, `read` as the program read them.
    """
    source = read.get(value) or sources.get(value)
    name = source.name if source else ""
    return name if name and _named(name, sources) == value else value


def fragments_of(document: Document, statement: Statement) -> list[Statement]:
    """Statements within a statement that have its source."""
    source = statement.attribution.source if statement.attribution else None
    inside, found = {statement.id}, []
    for row in document.statements:
        if row.parent in inside and row.attribution and row.attribution.source == source:
            inside.add(row.id)
            found.append(row)
    return found


def _on_source(
    one: Correction, sources: dict[str, Source], same: dict[str, str], apart: set[frozenset[str]]
) -> None:
    target, value = one.target, one.value
    if one.verdict == "same" and value != target:
        same[target] = value
        apart.discard(frozenset((target, value)))
        if same.get(value) == target:  # the other way round: the later word holds
            del same[value]
    elif one.verdict == "other":
        apart.add(frozenset((target, value)))
        for first, second in ((target, value), (value, target)):
            if same.get(first) == second:
                del same[first]
    elif one.verdict == "name":
        old = sources[target]
        aliases = [old.name, *(alias for alias in old.aliases if alias != value)]
        sources[target] = replace(old, name=value, aliases=aliases)
    elif one.verdict == "type":
        sources[target] = replace(sources[target], type=value)  # type: ignore[arg-type]


def _source_named(value: str, sources: dict[str, Source]) -> str:
    """Id of the source that a person named by id or name, made where there is none; "" for nobody."""
    if not value or value in sources:
        return value
    known = _named(value, sources)
    if known:
        return known
    made = Source(f"{GIVEN}{value}", value, "person")
    sources[made.id] = made
    return made.id


def _named(name: str, sources: Mapping[str, Source]) -> str:
    """Id of the source that has a name, else of one that had it; "" for none."""
    folded = name.casefold()
    for source in sources.values():
        if source.name.casefold() == folded:
            return source.id
    had = (source.id for source in sources.values() if folded in map(str.casefold, source.aliases))
    return next(had, "")


def _followed(same: Mapping[str, str]) -> dict[str, str]:
    """Each source with the last one that it leads to; who is joined in a ring stays where the ring was closed."""
    led = {}
    for name in same:
        seen = {name}
        at = name
        while at in same and same[at] not in seen:
            at = same[at]
            seen.add(at)
        led[name] = at
    return led


def _source_words(source: Source | None) -> str:
    return f"{source.name}, {source.type.replace('_', ' ')}" if source else "nobody"


def _statement_words(statement: Statement, read: Mapping[str, Source]) -> str:
    source = read.get(statement.attribution.source or "") if statement.attribution else None
    return f"{statement.kind.replace('_', ' ')}, {source.name if source else 'nobody'}"


def _nearest(document: Document, statement: Statement, words: str) -> list[Span]:
    """Where the words stand nearest to a statement; nothing where the text does not have them."""
    before = document.text.rfind(words, 0, statement.start)
    after = document.text.find(words, statement.start)
    found = [at for at in (before, after) if at >= 0]
    at = min(found, key=lambda at: abs(at - statement.start), default=-1)
    return [] if at < 0 else [Span(at, at + len(words))]
