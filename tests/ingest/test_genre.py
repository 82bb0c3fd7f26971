"""What a document is by its own marks: an agency's copy, a press release, or an article."""

import pytest

from provenance.ingest import parse

BODY = "Die Reederei Falk hat am Montag zwei neue Fähren bestellt. Sie sollen im Mai fahren."


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"Neue Fähren\n\nPressemitteilung vom 3. September 2026\n\n{BODY}", "release"),
        (f"PRESSEMITTEILUNG\n\n{BODY}", "release"),
        (f"{BODY}\n\nPressekontakt:\nReederei Falk, Jonas Falk", "release"),
        ("Statement by Falk Lines\n\nFalk Lines has ordered two ferries. They will sail in May.", "release"),
        ("FOR IMMEDIATE RELEASE\n\nFalk Lines has ordered two ferries.\n\n###", "release"),
        (f"Nordby (dpa) - {BODY}", "wire"),
        (f"Von Lena Brandt\n\n{BODY}\n\n(dpa, 3.9.2026)", "article"),
        (f"{BODY} In einer Pressemitteilung hieß es, man freue sich.", "article"),
        ("Pressemitteilung des Ministers sorgt für Streit\n\n" + BODY, "article"),
        (BODY, "article"),
    ],
)
def test_genre(text: str, genre: str) -> None:
    (document,) = parse(text.encode(), "story.txt", format="text")
    assert document.genre == genre


def test_a_newspaper_that_prints_agency_copy_is_no_agency() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="Tagblatt"></head><body><article><h1>Fähren</h1>'
        f"<p>Nordby (dpa) - {BODY}</p><p>{BODY}</p></article></body></html>"
    )
    (document,) = parse(page.encode(), "story.html", format="html")
    assert (document.genre, document.wire_credits) == ("article", ["dpa"])
