"""How sure a document is of its text: a doubt where the page says otherwise, none where it agrees."""

import json

import pytest

from provenance.ingest import parse
from provenance.model import Document

TITLE = "Der Damm bei Harrow hält dem Wasser der Schneeschmelze stand"
ABOUT = "Nach der Schneeschmelze hielt der alte Damm bei Harrow dem Wasser stand, sagt das Hafenamt."
STORY = (
    "<p>Der alte Damm bei Harrow hat dem Wasser der Schneeschmelze standgehalten, teilte das Hafenamt von Nordby mit. "
    "Niemand musste sein Haus verlassen, und kein Boot wurde losgerissen.</p>" * 4
)
WALL = "<p>Diese Seite verwendet Techniken, für die sie Ihre Einwilligung braucht, bevor Sie weiterlesen.</p>"


def page(body: str, linked: dict[str, object] | None = None) -> Document:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "description": ABOUT, **(linked or {})})
    text = f"<!doctype html><html lang='de'><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script></head><body>{body}</body></html>"
    (document,) = parse(text.encode(), "p.html")
    return document


@pytest.mark.parametrize("linked", [{}, {"wordCount": 100}, {"wordCount": "100"}])
def test_a_page_that_agrees_with_its_text_is_not_doubted(linked: dict[str, object]) -> None:
    assert page(f"<article><h1>{TITLE}</h1>{STORY}</article>", linked).doubts == []


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        (WALL, {}),
        (f"<h1>{TITLE}</h1>{WALL}", {}),
        (f"<article><h1>{TITLE}</h1><p>Ganz andere Worte stehen hier, und wenige.</p></article>", {"wordCount": 900}),
        (f"<article><h1>Angebote</h1>{WALL * 3}</article>", {"articleBody": STORY.replace("<p>", " ").replace("</p>", " ")}),
    ],
)  # fmt: skip
def test_a_page_whose_text_is_not_what_it_says_is_doubted(body: str, linked: dict[str, object]) -> None:
    (doubt,) = page(body, linked).doubts
    assert doubt.kind == "text" and doubt.why


def test_a_houses_own_format_is_told_as_read_by_its_names() -> None:
    (document,) = parse(b'{"titel": "Damm", "fliesstext": "Der Damm hat die Nacht gehalten."}', "a.json")
    assert [doubt.kind for doubt in document.doubts] == ["format"]


def test_what_a_site_says_of_itself_on_every_page_is_no_sign_against_a_short_text() -> None:
    days = " ".join(
        f"Am Tag {at} ruhten die Boote weiter im kleinen Becken hinter der Mole." for at in range(1, 12)
    )
    story = f"<article><h1>{TITLE}</h1><p>{days}</p><p>Das sagte eine Frau am Kai.</p></article>"
    story += f"<article><h2><a href='/x'>Noch etwas</a></h2><p>{days[:-70]}.</p></article>"
    of_site = {"description": "Alles über Vereine, Turniere, Termine und Mannschaften aus unserem Verband."}
    of_story = {"description": "Harrow, Nordby, Schneeschmelze: welche Städte jetzt zittern und warum."}
    assert page(story, of_site).doubts == []
    (doubt,) = page(story, of_story).doubts
    assert "description" in doubt.why
