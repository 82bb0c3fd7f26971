"""Speakers resolved to the document's sources: full names, surnames, offices, pronouns, metonyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from provenance.attribute.assemble import Found
from provenance.attribute.entities import is_bare_name, type_of
from provenance.attribute.names import FullNames, NamePhrase, Person, gender_of, is_office, read_phrase
from provenance.glyphs import APOSTROPHES, DOUBLE, QUOTES
from provenance.languages import Lexicon
from provenance.model import Document, Source, SourceType
from provenance.passage import Passage
from provenance.spans import Span
from provenance.words import any_of

_WORD = re.compile(rf"[^\W_]+(?:[-‑{APOSTROPHES}&.][^\W_]+)*|\S")
_BESIDE_NAMES = " ," + QUOTES


#: A pronoun or a bare office means one of so many persons, the latest mentioned.
IN_MIND = 50


@dataclass(slots=True)
class Cast:
    """The sources met so far in one document, in reading order."""

    document: str
    full_names: FullNames
    sources: dict[str, Source] = field(default_factory=dict)
    recent: dict[str, Person] = field(default_factory=dict)
    """Persons by their source's id, in the order of their last mention, the latest at the end."""
    by_part: dict[str, dict[str, Person]] = field(default_factory=dict)
    """The same by each part of their names, without a final s."""
    by_name: dict[tuple[str, ...], dict[str, Person]] = field(default_factory=dict)
    """The same by their whole names."""
    entities: dict[tuple[SourceType, str], Source] = field(default_factory=dict)
    """Sources that are no persons, by type and each of their names."""
    aliases: set[tuple[str, str]] = field(default_factory=set)
    """Source id and alias."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Slug → the number that its next bearer gets."""
    turns: int = 0
    """How often a person was mentioned."""
    last: Source | None = None
    spoken: dict[Span, Source] = field(default_factory=dict)
    """Who was found behind the words at a place: a carried speaker is the one it was carried from."""

    def in_mind(self) -> Iterator[Person]:
        """The persons that a word may mean without naming them, the latest first."""
        return islice(reversed(self.recent.values()), IN_MIND)

    def mention(self, person: Person) -> None:
        """Make a person the latest wherever persons are looked up."""
        self.turns += 1
        person.turn = self.turns
        for table in self._tables(person):
            table.pop(person.source, None)
            table[person.source] = person

    def rename(self, person: Person, name: Sequence[str]) -> None:
        """Give a person a fuller name."""
        for table in self._tables(person):
            table.pop(person.source, None)
        person.name = list(name)

    def _tables(self, person: Person) -> Iterator[dict[str, Person]]:
        yield self.recent
        yield self.by_name.setdefault(tuple(person.name), {})
        for part in {part.rstrip("s") for part in person.name}:
            yield self.by_part.setdefault(part, {})


def resolve_sources(
    document: Document, passages: Sequence[Passage], found: Sequence[Found], lexicon: Lexicon
) -> list[Source]:
    """Set `attribution.source` on the statements and give the sources in order of appearance."""
    cast = Cast(document.id, FullNames(passages, lexicon))
    for statement, _ in found:
        attribution = statement.attribution
        if attribution is None:
            continue
        source = cast.spoken.get(attribution.speaker[0]) if attribution.speaker else None
        source = source or _resolve(document, attribution.speaker, attribution.frame, lexicon, cast)
        if source is not None:
            cast.spoken[attribution.speaker[0]] = source
            source.mentions += 1
            attribution.source = source.id
            cast.last = source
    return list(cast.sources.values())


def _resolve(
    document: Document,
    speaker: Sequence[Span],
    frame: Sequence[Span],
    lexicon: Lexicon,
    cast: Cast,
) -> Source | None:
    if not speaker:
        return None
    text = " ".join(document.text[start:end] for start, end in speaker)
    words = _WORD.findall(text)
    lowered = [word.lower() for word in words]
    if len(words) == 1 and (lowered[0] in lexicon.pronouns or lowered[0] in lexicon.impersonal):
        return _pronoun(lowered[0], document, frame, lexicon, cast)
    if len(words) == 2 and lowered[0] in lexicon.pronouns and lowered[1] in lexicon.report_nouns:
        return _pronoun(lowered[0], document, frame, lexicon, cast)  # "seinen Worten nach"
    if lowered[0] in lexicon.own and len(words) == 2:
        return cast.last  # "eigenen Angaben zufolge": whoever the text is about
    words = _without_report_noun(words, lexicon)
    phrase = read_phrase(words, lexicon)
    if len(phrase.name) == 1 and not phrase.article and is_bare_name(words):
        known = _known_person(phrase.name, cast)
        if known is None and _by_list(words, lexicon) is None:
            full = cast.full_names.of(phrase.name[0])
            if len(full) > 1:
                phrase.name = full
    if (not phrase.name and phrase.office) or _is_aged(text, lexicon):
        holder = _holder(phrase, cast, lexicon)
        if holder is not None:
            return _mention(cast, cast.sources[holder.source], holder, text)
    kind = _by_list(words, lexicon) or type_of(phrase, lexicon)
    if kind == "person":
        return _person(phrase, text, lexicon, cast)
    return _entity(kind, words, text, lexicon, cast)


def _is_aged(text: str, lexicon: Lexicon) -> bool:
    """ "die 43-Jährige", "the 43-year-old": somebody who was named before."""
    return any(re.fullmatch(pattern, text, re.I) for pattern in lexicon.aged)


def _by_list(words: Sequence[str], lexicon: Lexicon) -> SourceType | None:
    """The type of a bare name that a register knows: an agency, a place that stands for its rulers."""
    from provenance.ingest.agencies import lookup  # the register is read when the first name is looked up

    name = " ".join(word for word in words if word.lower() not in lexicon.articles and word not in DOUBLE)
    if name.lower() in lexicon.metonyms:
        return "metonym"
    agency = lookup(name)
    return "agency" if agency is not None else None


def _without_report_noun(words: list[str], lexicon: Lexicon) -> list[str]:
    """ "Angaben der Polizei" → "der Polizei"; the noun stays where nobody stands behind it."""
    for at, word in enumerate(words[:3]):
        if word.lower() in lexicon.report_nouns and at + 1 < len(words):
            rest = words[at + 1 :]
            if rest[0].lower() in lexicon.report_prepositions:
                rest = rest[1:]
            return rest or words
        if word[0].isupper() and word.lower() not in lexicon.articles:
            break
    return words


def _pronoun(
    word: str, document: Document, frame: Sequence[Span], lexicon: Lexicon, cast: Cast
) -> Source | None:
    if word in lexicon.impersonal:
        for start, end in frame:
            for match in re.finditer(
                rf"\b(?:{any_of(lexicon.place_prepositions)}) (\w+)", document.text[start:end], re.I
            ):
                if match[1].lower() in lexicon.metonyms:
                    return _entity("metonym", [match[1]], match[1], lexicon, cast)
        return None
    gender = lexicon.pronouns[word]
    for person in cast.in_mind():
        if not person.gender or gender == person.gender:
            if gender in ("m", "f"):
                person.gender = person.gender or gender
            elif gender != "p" and person.gender:
                continue
            return _mention(cast, cast.sources[person.source], person, "")
    if cast.last is not None and gender != "m":
        return cast.last
    return cast.last


def _holder(phrase: NamePhrase, cast: Cast, lexicon: Lexicon) -> Person | None:
    """Who is meant by "der Minister" or "die 43-Jährige": the latest person whom the words allow."""
    if not phrase.article or phrase.article in lexicon.indefinite:
        return None
    gender = gender_of(phrase, lexicon)
    aged = not phrase.office
    if aged:
        man = phrase.article in lexicon.masculine_articles
        gender = "m" if man else "f" if phrase.article in lexicon.feminine_articles else ""
    for person in cast.in_mind():
        if gender and person.gender and gender != person.gender:
            continue
        if aged or any(
            office.endswith(phrase.office) or phrase.office.endswith(office)
            for office in islice(reversed(person.offices), IN_MIND)
        ):
            return person
    return None


def _known_person(name: Sequence[str], cast: Cast) -> Person | None:
    """The person whose surname, or any single name part, is `name`; a full name must agree in its last part."""
    if len(name) == 1:
        return next(reversed(cast.by_part.get(name[0].rstrip("s"), {}).values()), None)
    tables = [cast.by_name.get(tuple(name), {}), cast.by_name.get(tuple(name[-1:]), {})]
    latest = [person for table in tables for person in islice(reversed(table.values()), 1)]
    return max(latest, key=lambda person: person.turn, default=None)


def _person(phrase: NamePhrase, text: str, lexicon: Lexicon, cast: Cast) -> Source:
    person = _known_person(phrase.name, cast)
    if person is None:
        person = Person(list(phrase.name))
        source = _add(cast, " ".join(phrase.name), "person")
        person.source = source.id
    elif len(phrase.name) > len(person.name):
        cast.sources[person.source].name = " ".join(phrase.name)
        cast.rename(person, phrase.name)
    if phrase.office:
        person.offices.setdefault(phrase.office)
    person.gender = person.gender or gender_of(phrase, lexicon)
    return _mention(cast, cast.sources[person.source], person, text)


def _mention(cast: Cast, source: Source, person: Person, text: str) -> Source:
    cast.mention(person)
    if text and text != source.name and (source.id, text) not in cast.aliases:
        cast.aliases.add((source.id, text))
        source.aliases.append(text)
    return source


def _entity(kind: SourceType, words: Sequence[str], text: str, lexicon: Lexicon, cast: Cast) -> Source:
    name = _entity_name(words, text, lexicon)
    known = cast.entities.get((kind, name))
    if known is not None:
        return known
    source = _add(cast, name, kind)
    cast.entities[kind, name] = source
    if text != name:
        source.aliases.append(text)
        cast.entities.setdefault((kind, text), source)
    return source


def _entity_name(words: Sequence[str], text: str, lexicon: Lexicon) -> str:
    """The phrase as a name: without marks around it, and without the definite article of a name or role."""
    first = text.find(words[0])
    kept = text[first:].strip(_BESIDE_NAMES)
    article, _, rest = kept.partition(" ")
    return rest if rest and article.lower() in lexicon.definite else kept


def _add(cast: Cast, name: str, kind: SourceType) -> Source:
    base = f"{cast.document}/{slug(name)}"
    key, number = base, cast.numbers.get(base, 2)
    while key in cast.sources:
        key, number = f"{base}-{number}", number + 1
    cast.numbers[base] = number
    source = Source(key, name, kind)
    cast.sources[key] = source
    return source


def slug(name: str) -> str:
    """A readable id: lower case, blanks as hyphens, letters of every script kept."""
    folded = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-") or "unnamed"


__all__ = ["is_office", "resolve_sources", "slug"]
