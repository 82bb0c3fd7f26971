"""Whatever is read, every block, picture, caption and credit lies in the text and cuts out what it shows."""

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.errors import InputError
from provenance.grounding import document_faults
from provenance.ingest import parse
from provenance.ingest.feeds.item import Item, ItemPicture, Piece, to_document
from provenance.model import Document

#: Words that the grammars of captions, credits, bylines, datelines and Markdown take for something.
WORDS = st.sampled_from(
    ["Foto: ", "© ", "Eva Lund", "/", "dpa", " via ", "(", ")", "[", "]", ", ", ". ", " – ", "Von ", "By ", "NORDBY (dpa) - ", "\u200b",
     "Der Hafen ruht seit dem Morgen", "sagte Ina Holm.", "„Wir warten“", "Eds: ", "Korrektur: ", "(APA/dpa, 23.8.2015)", "3.9.2026 ", "\n",
     "\n\n", "\t", "*", "_", "`", "![a](b.jpg)", '![a](b.jpg "Text. Foto: dpa")', "- ", "# ", "> ", "<b>", "\U0001f600", "e\u0301", "\ud800", "\0"]
)  # fmt: skip
TEXT = st.lists(WORDS, max_size=8).map("".join)


def check(document: Document) -> None:
    assert not list(document_faults(document))
    assert all(0 <= picture.start <= picture.end <= len(document.text) for picture in document.pictures)
    assert all(
        block.start < block.end and document.text[block.start : block.end].strip()
        for block in document.blocks
    )
    for text in (document.text, document.id, document.title or "", document.byline or ""):
        assert "\0" not in text
        text.encode()


def read(data: str, name: str) -> None:
    try:
        documents = parse(data.encode("utf-8", "surrogatepass"), name)
    except InputError:
        return
    for document in documents:
        check(document)


KINDS = st.sampled_from(["paragraph", "subheading", "list_item", "blockquote", "boilerplate"])
ITEMS = st.builds(
    Item,
    st.just("ninjs"),
    id=TEXT,
    headline=TEXT,
    byline=TEXT,
    dateline=TEXT,
    source=TEXT,
    credit=TEXT,
    language=TEXT,
    notes=st.lists(TEXT, max_size=2),
    body=st.lists(st.builds(Piece, KINDS, TEXT), max_size=4),
    pictures=st.lists(st.builds(ItemPicture, TEXT, TEXT, TEXT), max_size=3),
)


@settings(deadline=None, max_examples=60)
@given(ITEMS)
def test_an_item_becomes_a_sound_document(item: Item) -> None:
    check(to_document(item, "feed.xml", 1, None))


BLOCKS = (
    "p",
    "h1",
    "h2",
    "li",
    "figure",
    "figcaption",
    "blockquote",
    "div",
    "span",
    "a",
    "b",
    "td",
    "p class=byline",
    "p class=caption",
    "p class=credit",
)
MARKUP = st.recursive(
    st.one_of(TEXT.map(escape), st.sampled_from(["<img src=k.jpg>", "<br><br>", "<time datetime=2026-09-03>x</time>", "&#xD800;"])),
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>", st.sampled_from(BLOCKS), st.lists(inner, max_size=4)),
    max_leaves=20,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_a_page_becomes_a_sound_document(markup: str) -> None:
    read(f"<html><body><article>{markup}</article></body></html>", "p.html")


@pytest.mark.parametrize("name", ["d.md", "d.txt"])
@settings(deadline=None, max_examples=60)
@given(TEXT, st.lists(TEXT, max_size=6))
@example("Foto: (\t3.9.2026 ", [])
def test_a_draft_or_a_text_becomes_a_sound_document(name: str, first: str, parts: list[str]) -> None:
    read("\n\n".join((first, *parts)), name)
