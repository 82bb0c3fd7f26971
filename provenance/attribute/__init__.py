"""Who says what: a document's sourced statements, its narrated ones, their sources and their doubts."""

from __future__ import annotations

from provenance.attribute.assemble import assemble
from provenance.attribute.cast import Cast
from provenance.attribute.flags import flag_statements
from provenance.attribute.labels import without_topics
from provenance.attribute.lexis import source_words
from provenance.attribute.relays import without_relays
from provenance.languages import Draft, load, spoken
from provenance.model import Document, Source
from provenance.passage import read_passages

__all__ = ["find"]


def find(document: Document) -> list[Source]:
    """The sources of one document; its `statements` are filled in, in order of their first words.

    A pure function of the document's text, blocks and language: nothing is known of other documents.
    Source ids are the document's own until documents are joined. In a language that no folder declares nothing is
    found, for a guess would be nobody's statement.
    """
    if not spoken(document.language):
        document.statements = []
        return []
    language = load(document.language)
    passages = read_passages(document, language.sentence_rules)
    drafts = sorted(language.find(passages), key=_reading_order)
    cast = Cast(document.id, passages, source_words(document.language), drafts)
    resolved = without_topics(cast, [(draft, cast.resolve(draft)) for draft in drafts])
    found = assemble(document, passages, without_relays(cast, resolved))
    document.statements = [row.statement for row in found]
    sources = cast.sources()
    flag_statements(document, passages, found, sources, language.lexicon)
    return sources


def _reading_order(draft: Draft) -> tuple[int, int]:
    return (draft.passage, draft.content[0][0]) if draft.content else (draft.passage, 0)
