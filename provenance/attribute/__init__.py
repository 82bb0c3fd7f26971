"""Who says what: a document's sourced statements, its narrated ones, their sources and their doubts."""

from __future__ import annotations

from provenance.attribute.assemble import assemble
from provenance.attribute.flags import flag_statements
from provenance.attribute.sources import resolve_sources
from provenance.languages import load, spoken
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
    found = assemble(document, passages, language.find(passages))
    document.statements = [statement for statement, _ in found]
    sources = resolve_sources(document, passages, found, language.lexicon)
    flag_statements(document, passages, found, sources, language.lexicon)
    return sources
