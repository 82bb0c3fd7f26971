"""English statements of a short text, as words."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.languages.base import Draft, Range
from provenance.languages.en import language
from provenance.model import Block, Document
from provenance.passage import Passage, read_passages

ENGLISH = language()


@dataclass
class Found:
    """A draft with the words it points to."""

    kind: str
    content: str
    speaker: str
    cue: str
    addressee: str
    draft: Draft


def passages(*paragraphs: str, headline: str = "") -> list[Passage]:
    text = "\n\n".join([headline, *paragraphs] if headline else paragraphs)
    document = Document("test", "test.txt", "text", "en", text)
    at = 0
    for number, paragraph in enumerate(text.split("\n\n")):
        kind = "headline" if headline and not number else "paragraph"
        document.blocks.append(Block(kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return read_passages(document, ENGLISH.sentence_rules)


def read(*paragraphs: str, headline: str = "") -> list[Found]:
    """The statements of the paragraphs; pieces of content are joined by " | "."""
    read_as = passages(*paragraphs, headline=headline)

    def words(number: int, ranges: list[Range]) -> str:
        return " | ".join(read_as[number].cut(first, after) for first, after in ranges)

    found = []
    for draft in ENGLISH.find(read_as):
        home = draft.home
        found.append(
            Found(
                draft.kind,
                words(draft.passage, draft.content),
                words(draft.speaker_home, draft.speaker),
                words(home, draft.cue),
                words(home, draft.addressee),
                draft,
            )
        )
    return found


def top(*paragraphs: str, headline: str = "") -> list[Found]:
    """The same without the fragments within other statements."""
    return [found for found in read(*paragraphs, headline=headline) if found.draft.parent is None]
