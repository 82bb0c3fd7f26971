"""The marked articles: what stands in `tests/gold/de` and `tests/gold/en`, read and checked word by word.

Each file is one article of our own with every sourced statement marked by hand; `README.md` beside this
module says how. `read_articles` gives them with offsets into their text.

Raises:
    MarkingError: with every fault of the files, a line each: the file, what is wrong, what to do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from provenance.model import OWN_VOICE, SourceType, StatementKind
from provenance.spans import Span, cut

FOLDER = Path(__file__).parent
LANGUAGES = ("de", "en")
KINDS = frozenset(get_args(StatementKind)) - OWN_VOICE | {"reported"}
TYPES = frozenset(get_args(SourceType))
#: Between the first and the last words of a stretch that is not written out.
ELISION = " … "
#: Words of an article: news in brief to a short report.
SHORTEST, LONGEST = 60, 180
ARTICLE_KEYS = frozenset({"about", "outlet", "agency", "text", "source", "statement"})
SOURCE_KEYS = frozenset({"name", "also", "type", "also_type", "role"})
STATEMENT_KEYS = frozenset({"content", "kind", "cue", "speaker", "within", "source", "medium", "agency"})


class MarkingError(Exception):
    """Files that are not marked soundly; `faults` has a line for each place."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who says it, under names that one could print."""

    name: str
    also: tuple[str, ...]
    """Other names that are as good."""
    type: str
    also_type: tuple[str, ...]
    role: str
    """Office or trade, "" if the article gives none."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A sourced statement as a careful editor marked it."""

    kind: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    """Empty where no word reports it."""
    speaker: tuple[Span, ...]
    """The phrase that names the source; empty where nothing in reach names anybody."""
    source: GoldSource | None
    """None for nobody."""
    medium: tuple[str, ...]
    agency: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A marked article."""

    name: str
    language: str
    about: tuple[str, ...]
    """Families of attribution that it is to try, as `families.toml` names them."""
    outlet: str | None
    text: str
    statements: tuple[GoldStatement, ...]

    @property
    def place(self) -> str:
        return f"{self.language}/{self.name}"


@cache
def families() -> dict[str, dict[str, str]]:
    """Language, or "both" → family → what it is."""
    data: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "families.toml").read_text(encoding="utf-8"))
    return data


@cache
def read_articles(language: str) -> tuple[Article, ...]:
    """The articles of a language by name.

    Raises:
        MarkingError: files are not sound; every fault of every file is told.
    """
    articles, faults = [], []
    for path in sorted((FOLDER / language).glob("*.toml")):
        try:
            articles.append(read_article(path.stem, language, path.read_text(encoding="utf-8")))
        except MarkingError as error:
            faults += error.faults
    if faults:
        raise MarkingError(faults)
    return tuple(articles)


def read_article(name: str, language: str, toml: str) -> Article:
    """One article from the words of its file.

    Raises:
        MarkingError: the file is not sound.
    """
    where = f"{language}/{name}.toml"
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise MarkingError([f"{where}: no TOML: {error}"]) from error
    reader = _Reader(where, str(data.get("text", "")).strip("\n") + "\n")
    article = reader.article(name, language, data)
    if reader.faults:
        raise MarkingError(reader.faults)
    return article


class _Reader:
    """Finds marked words in one article and gathers what is wrong with its file."""

    def __init__(self, where: str, text: str) -> None:
        self.where = where
        self.text = text
        self.faults: list[str] = []
        self.at = ""

    def fault(self, what: str) -> None:
        self.faults.append(f"{self.where}: {self.at}{what}")

    def keys(self, data: Mapping[str, Any], known: frozenset[str], needed: str) -> None:
        for key in sorted(set(data) - known):
            self.fault(f"unknown key {key!r}; there are: {', '.join(sorted(known))}")
        for key in needed.split():
            if key not in data:
                self.fault(f"{key!r} is missing")

    def article(self, name: str, language: str, data: Mapping[str, Any]) -> Article:
        self.keys(data, ARTICLE_KEYS, "about text statement")
        known = families()
        about = tuple(data.get("about", ()))
        for family in about:
            if family not in known["both"] and family not in known[language]:
                self.fault(f"family {family!r} is not in families.toml")
        words = len(self.text.split())
        if not SHORTEST <= words <= LONGEST:
            self.fault(f"{words} words; an article has {SHORTEST} to {LONGEST}")
        sources = {source.name: source for source in map(self.source, data.get("source", ()))}
        if len(sources) < len(data.get("source", ())):
            self.fault("two sources of one name; give them one entry")
        agency = data.get("agency", [])
        statements = [self.statement(entry, sources, agency) for entry in data.get("statement", ())]
        self.at = ""
        used = {statement.source.name for statement in statements if statement.source}
        for unused in sorted(set(sources) - used):
            self.fault(f"source {unused!r} says nothing; delete it or mark what it says")
        self.order(statements)
        return Article(name, language, about, data.get("outlet"), self.text, tuple(statements))

    def order(self, statements: Sequence[GoldStatement]) -> None:
        """Statements stand in the order of the text, and no words belong to two."""
        spans = [(span, statement) for statement in statements for span in statement.content]
        starts = [statement.content[0].start for statement in statements if statement.content]
        if starts != sorted(starts):
            late = next(new for old, new in pairwise(starts) if new < old)
            self.fault(f"out of order: {self.text[late : late + 40]!r} stands before the statement above it")
        spans.sort(key=lambda entry: entry[0])
        for (left, _), (right, _) in pairwise(spans):
            if right.start < left.end:
                self.fault(f"two statements share the words {self.text[right.start : left.end][:60]!r}")

    def source(self, data: Mapping[str, Any]) -> GoldSource:
        self.at = f"source {data.get('name', '?')!r}: "
        self.keys(data, SOURCE_KEYS, "name type")
        types = [data.get("type", ""), *data.get("also_type", ())]
        for kind in types:
            if kind not in TYPES:
                self.fault(f"type {kind!r}; there are: {', '.join(sorted(TYPES))}")
        return GoldSource(
            data.get("name", ""),
            tuple(data.get("also", ())),
            types[0],
            tuple(types[1:]),
            data.get("role", ""),
        )

    def statement(
        self, data: Mapping[str, Any], sources: Mapping[str, GoldSource], agency: Sequence[str]
    ) -> GoldStatement:
        pieces = _listed(data.get("content", ""))
        self.at = f"statement {(pieces or ['?'])[0][:40]!r}: "
        self.keys(data, STATEMENT_KEYS, "content kind cue speaker source")
        if data.get("kind") not in KINDS:
            self.fault(f"kind {data.get('kind')!r}; there are: {', '.join(sorted(KINDS))}")
        name = data.get("source", "")
        if name and name not in sources:
            self.fault(f"no [[source]] is called {name!r}")
        everywhere = Span(0, len(self.text))
        within = self.once(data["within"], everywhere) if "within" in data else None
        content = tuple(span for words in pieces if (span := self.content(words, everywhere, within)))
        if not pieces:
            self.fault("content is empty")
        return GoldStatement(
            data.get("kind", ""),
            content,
            self.near(_listed(data.get("cue", "")), content, within),
            self.near(_listed(data.get("speaker", "")), content, within),
            sources.get(name),
            tuple(data.get("medium", ())),
            tuple(data.get("agency", agency)),
        )

    def content(self, words: str, everywhere: Span, within: Span | None) -> Span | None:
        """Where a piece of content stands: in the text or, if that has it more than once, in `within`."""
        head = words.partition(ELISION)[0]
        unclear = within is not None and len([*_places(head, self.text, *everywhere)]) > 1
        return self.once(words, within if unclear and within is not None else everywhere)

    def once(self, words: str, circle: Span) -> Span | None:
        """Where words stand; "first … last" is the whole stretch between them, within a paragraph."""
        start, end = circle
        head, elided, tail = words.partition(ELISION)
        places = [*_places(head, self.text, start, end)]
        if len(places) != 1:
            self.fault(f"{head!r} stands {len(places)} times, not once; write more of it or `within`")
            return None
        if not elided:
            return places[0]
        paragraph = self.text.find("\n", places[0].end)
        last = [*_places(tail, self.text, places[0].end, paragraph if paragraph >= 0 else end)]
        if len(last) != 1:
            self.fault(
                f"{tail!r} stands {len(last)} times between {head!r} and its paragraph's end, not once"
            )
            return None
        return Span(places[0].start, last[0].end)

    def near(self, pieces: Sequence[str], content: Sequence[Span], within: Span | None) -> tuple[Span, ...]:
        """Where words of the frame stand: in `within`, else beside the content, its paragraph, the text.

        The first of these circles that has them must have them once.
        """
        return tuple(span for words in pieces if (span := self._near(words, content, within)))

    def _near(self, words: str, content: Sequence[Span], within: Span | None) -> Span | None:
        if within is not None:
            inside = [*_places(words, self.text, *within)]
            if len(inside) != 1:
                self.fault(f"{words!r} stands {len(inside)} times in its `within`, not once")
                return None
            return inside[0]
        if not content:
            return None
        start = self.text.rfind("\n", 0, content[0].start) + 1
        end = self.text.find("\n", content[-1].end - 1)
        paragraph = [*_places(words, self.text, start, end if end >= 0 else len(self.text))]
        beside = [
            place
            for place in paragraph
            if not any(place.start < span.end and span.start < place.end for span in content)
        ]
        for circle in (beside, paragraph, [*_places(words, self.text, 0, len(self.text))]):
            if len(circle) == 1:
                return circle[0]
            if circle:
                self.fault(
                    f"{words!r} stands {len(circle)} times near the content; give its clause as `within`"
                )
                return None
        self.fault(f"{words!r} does not stand in the text")
        return None


def _listed(words: str | Sequence[str]) -> list[str]:
    return [part for part in ([words] if isinstance(words, str) else words) if part]


def _places(words: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Where exact words stand as whole words between two offsets."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(words) + after)
    return (Span(*found.span()) for found in pattern.finditer(text, start, end))


def marked(article: Article) -> Iterator[str]:
    """What was marked, a line a statement, to be read by eye."""
    for statement in article.statements:
        content, speaker, cue = (
            cut(article.text, spans) for spans in (statement.content, statement.speaker, statement.cue)
        )
        who = f"{statement.source.name} ({statement.source.type})" if statement.source else "nobody"
        route = "".join(f" via {name}" for name in (*statement.medium, *statement.agency))
        yield f"{statement.kind}: <<{content}>> [[{speaker}]] {{{{{cue}}}}} = {who}{route}"
