"""Picture texts: which words belong to a picture, and which of them say who made it, whatever the template calls them."""

import time

import pytest

from provenance.ingest.credits import is_maker, parse_credit, split_caption
from provenance.ingest.html import parse_html
from provenance.model import Document

SENTENCE = "Im Hafen von Nordby stehen seit Donnerstag alle Kräne still, und niemand weiß, wie lange noch das so geht."


def page(inside: str, *, head: str = "") -> Document:
    """A page whose story has something between two paragraphs."""
    markup = f"""<html lang="de"><head><title>Kräne stehen still</title>{head}</head><body><article>
    <h1>Kräne stehen still</h1><p>{SENTENCE}</p>{inside}<p>{SENTENCE[::-1]}. Marit Solheim sagte, man warte ab.</p>
    <p>{SENTENCE} Das meldet die Reederei am Abend, und sie fügt hinzu, das gehe vorüber.</p></article></body></html>"""
    return parse_html(markup.encode(), "page.html")


def told(document: Document) -> tuple[list[str], list[str]]:
    return [caption.text for caption in document.captions], [credit.text for credit in document.photo_credits]


@pytest.mark.parametrize(
    ("inside", "captions", "credits"),
    [
        # the smallest box around one picture, and its `alt`, a credit, or the same box again
        (
            "<div><div><img src='k.jpg' alt='Leere Kräne am Kai von Nordby'></div><div>Leere Kräne am Kai von Nordby</div></div>",
            ["Leere Kräne am Kai von Nordby"],
            [],
        ),
        (
            "<div><img src='k.jpg'><div>Kräne am Kai</div><div>Getty Images</div></div>",
            ["Kräne am Kai"],
            ["Getty Images"],
        ),
        (
            "<div><img src='k.jpg'><h4>Kräne am Kai</h4><p>Photo: AFP</p></div>",
            ["Kräne am Kai"],
            ["Photo: AFP"],
        ),
        # a footer within a figure, and a box called furniture that holds nothing but a figure
        (
            "<figure><img src='k.jpg'><footer>APA/AFP/Eva Lund</footer><figcaption>Kräne am Kai</figcaption></figure>",
            ["Kräne am Kai"],
            ["APA/AFP/Eva Lund"],
        ),
        (
            "<div class='more-from-story'><figure><img src='k.jpg'><figcaption>Kräne am Kai. (AP Photo/Eva Lund)</figcaption></figure></div>",
            ["Kräne am Kai."],
            ["AP Photo/Eva Lund"],
        ),
        # elements divide text and maker: a line break, an inline element, a box of its own
        (
            "<figure><img src='k.jpg'><figcaption>Getty Images<br>Kräne am Kai</figcaption></figure>",
            ["Kräne am Kai"],
            ["Getty Images"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Kräne am Kai <em>Ole Falk/nbl</em></figcaption></figure>",
            ["Kräne am Kai"],
            ["Ole Falk/nbl"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Kräne am Kai <span class='author'>Ole Falk</span></figcaption></figure>",
            ["Kräne am Kai"],
            ["Ole Falk"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption><p>Kräne am Kai</p>Ole Falk/dpa</figcaption></figure>",
            ["Kräne am Kai"],
            ["Ole Falk/dpa"],
        ),
        # a label in a line of its own, or at a line's end, names who comes next; what it cannot name is told as ever
        (
            "<figure><img src='k.jpg'><figcaption><p>Leere Kräne am Kai | Foto:</p><p>Ole Falk/nbl</p></figcaption></figure>",
            ["Leere Kräne am Kai"],
            ["Foto: Ole Falk/nbl"],
        ),
        (
            "<figure><img src='k.jpg'><figcaption><p>Leere Kräne (Bild: )</p></figcaption></figure>",
            ["Leere Kräne"],
            [],
        ),
        (
            "<figure><img src='k.jpg'><figcaption><p>Foto:</p><p>Leere Kräne stehen am Kai</p></figcaption></figure>",
            ["Leere Kräne stehen am Kai"],
            [],
        ),
        # buttons, counters and films' lengths are neither; a label of the picture's text is none of it
        (
            "<figure><img src='k.jpg'><div class='credit'>besuche heute</div><figcaption>Kräne am Kai</figcaption></figure>",
            ["Kräne am Kai"],
            [],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Kräne am Kai. 5.9.2026 | 2:43 min</figcaption></figure>",
            [],
            [],
        ),
        (
            "<figure><img src='k.jpg'><figcaption>Legende: Kräne am Kai</figcaption></figure>",
            ["Kräne am Kai"],
            [],
        ),
        ("<figure><img src='k.jpg'><figcaption>(Symbolbild)</figcaption></figure>", [], []),
        (
            "<figure><img src='k.jpg'><figcaption>Symbolbild: Kräne ruhen bis morgen früh und warten auf Schiffe</figcaption></figure>",
            ["Symbolbild: Kräne ruhen bis morgen früh und warten auf Schiffe"],
            [],
        ),
        # a box of credits may hold the picture's text before the sign
        (
            "<figure><img src='k.jpg'><div class='copyright'>Leere Kräne am Kai © Ole Falk/nbl</div></figure>",
            ["Leere Kräne am Kai"],
            ["© Ole Falk/nbl"],
        ),
        # whom the story or the picture names is on it
        (
            "<figure><img src='k.jpg' alt='Marit Solheim'><figcaption>Marit Solheim</figcaption></figure>",
            ["Marit Solheim"],
            [],
        ),
    ],
)
def test_a_pictures_text_is_told_by_structure(inside: str, captions: list[str], credits: list[str]) -> None:
    assert told(page(inside)) == (captions, credits)


@pytest.mark.parametrize(
    "inside",
    [
        "<div><a href='/andere'><img src='k.jpg' alt='Fähren fahren wieder'><h3>Fähren fahren wieder</h3></a></div>",
        "<div><img src='eva.jpg' alt='Eva Lund'><div class='author'>Eva Lund</div><div class='author'>Redakteurin</div></div>",
        "<figure><blockquote>Wir warten ab, bis alle da sind.</blockquote><figcaption class='pullquote'>Marit Solheim</figcaption></figure>",
        "<div><img src='k.jpg'><div>3. September 2026, 14:05 Uhr</div></div>",
        "<div><img src='k.jpg'><a href='/galerie'>Fotos: Der Hafen, wie er einmal aussah</a></div>",
        "<div class='caption'><h2>Der Hafen ruht</h2></div>",
        "<div><img src='send.svg' alt=''><em>Ihre Meinung ist uns wichtig, schreiben Sie uns.</em></div>",
    ],
)
def test_teasers_portraits_quotations_and_dates_are_no_pictures_text(inside: str) -> None:
    assert told(page(inside)) == ([], [])


def test_the_metadata_bear_out_a_bare_name() -> None:
    image = '{"@type": "NewsArticle", "image": {"@type": "ImageObject", "creditText": "Ole Falk"}}'
    inside = "<figure><img src='k.jpg'><figcaption><p>Kräne am Kai</p><p>Ole Falk</p></figcaption></figure>"
    head = f'<script type="application/ld+json">{image}</script>'
    assert told(page(inside, head=head)) == (["Kräne am Kai"], ["Ole Falk"])
    assert told(page(inside)) == (["Kräne am Kai Ole Falk"], [])


@pytest.mark.parametrize(
    ("text", "maker", "surely"),
    [
        ("Getty Images", True, True),
        ("REUTERS", True, True),
        ("Eva Lund/nbl", True, True),
        ("Eva Lund—Getty Images", True, True),
        ("J. D. Lund via AP", True, True),
        ("@evalund", True, True),
        ("nordblatt.de", True, True),
        ("Nordby News", True, True),
        ("Eva Lund", True, False),
        ("Lund", False, False),
        ("Rechts Ole Falk", False, False),
        ("Ole Falk, Hafenmeister / AFP", False, False),
        ("Leere Kräne am Kai", False, False),
        ("Leere Kräne. Eva Lund", False, False),
    ],
)
def test_makers_are_told_by_their_form(text: str, maker: bool, surely: bool) -> None:
    assert (is_maker(text), is_maker(text, surely=True)) == (maker, surely)


@pytest.mark.parametrize(
    ("text", "caption", "credit", "holders"),
    [
        (
            "Kräne in Nordby. Eva Lund—Getty Images",
            "Kräne in Nordby.",
            "Eva Lund—Getty Images",
            ["Eva Lund", "Getty Images"],
        ),
        ("Kräne am Kai / picture alliance", "Kräne am Kai", "picture alliance", ["picture alliance"]),
        ("Kräne am Kai. Eva Lund", "Kräne am Kai.", "Eva Lund", ["Eva Lund"]),
        ("(The Nordblatt)", None, "The Nordblatt", ["The Nordblatt"]),
        ("James D. Lund via AP", None, "James D. Lund via AP", ["James D. Lund"]),
        ("Fot. Eva Lund - Radio Nordby", None, "Fot. Eva Lund - Radio Nordby", ["Eva Lund", "Radio Nordby"]),
        ("Fotocredit: SID", None, "Fotocredit: SID", ["SID"]),
        ("Bild: Screenshot: nordby.de", None, "Bild: Screenshot: nordby.de", ["nordby.de"]),
        ("Beitragsfoto: Eva Lund", None, "Beitragsfoto: Eva Lund", ["Eva Lund"]),
        ("Kräne am Kai. Rechts Ole Falk", "Kräne am Kai. Rechts Ole Falk", None, []),
        ("Kräne ruhen am Kai / Lena Brandt", "Kräne ruhen am Kai", "Lena Brandt", ["Lena Brandt"]),
        ("Rep. Ole Falk. | Lena Brandt/AP", "Rep. Ole Falk.", "Lena Brandt/AP", ["Lena Brandt", "AP"]),
        (
            "Kräne am Kai | Ole Falk/PA Images via Getty Images",
            "Kräne am Kai",
            "Ole Falk/PA Images via Getty Images",
            ["Ole Falk", "PA Images"],
        ),
        ("Der Ort 1. FC Nordby", "Der Ort 1. FC Nordby", None, []),
        ("Foto de familia de la reunión", "Foto de familia de la reunión", None, []),
    ],
)
def test_a_credit_is_what_its_place_and_form_say(
    text: str, caption: str | None, credit: str | None, holders: list[str]
) -> None:
    parts = split_caption(text)
    assert (parts.caption and parts.caption.text) == caption
    assert (parts.credit and parts.credit.text) == credit
    assert (parts.credit.holders if parts.credit else []) == holders


@pytest.mark.parametrize(
    ("text", "holders", "via"),
    [
        ("Nordbild/The House via AP/Eva Lund", ["Nordbild", "The House", "Eva Lund"], ["AP"]),
        ("AP Photo/Eva Lund", ["AP", "Eva Lund"], []),
        ("NB FILE PHOTO", ["NB"], []),
        ("Foto: Pool via REUTERS", ["Pool"], ["REUTERS"]),
        ("© Foto: Getty Images", ["Getty Images"], []),
        ("Quelle: Foto Lena Brandt", ["Lena Brandt"], []),
        ("Photo iStock", ["iStock"], []),
        ("Foto Huber", ["Foto Huber"], []),
        ("(c) Nordwerft | Lena Brandt", ["Nordwerft", "Lena Brandt"], []),
        ("Credit...Lena Brandt/Nordblatt", ["Lena Brandt", "Nordblatt"], []),
        ("Photographer: Lena Brandt/AP", ["Lena Brandt", "AP"], []),
        ("Lena Brandt/for Nordblatt", ["Lena Brandt"], []),
        ("Uncredited/AP/dpa", ["AP", "dpa"], []),
        ("Foto: Lena Brandt (Copyright)", ["Lena Brandt"], []),
        (". Imagen: Télam", ["Télam"], []),
    ],
)
def test_parties_of_a_credit(text: str, holders: list[str], via: list[str]) -> None:
    credit = parse_credit(text)
    assert credit is not None
    assert (credit.holders, credit.via) == (holders, via)


@pytest.mark.parametrize("unit", [", ", " - ", "|", "/", " (Archiv", "  "])
def test_marks_between_makers_are_read_once(unit: str) -> None:
    """A run of them costs its length: 16,000 characters that took twelve seconds take a few milliseconds."""
    began = time.process_time()
    is_maker("Der Damm hat Risse" + unit * (16_000 // len(unit)))
    assert time.process_time() - began < 0.5


def test_qualifiers_leave_the_makers() -> None:
    credit = parse_credit("Foto: Eva Lund/dpa, - HO (Archivbild)")
    assert credit is not None
    assert (credit.holders, credit.via) == (["Eva Lund", "dpa"], [])


def test_the_credit_of_a_picture_in_brackets_supplies_no_story() -> None:
    document = parse_html(
        b"""<html lang="en"><head><title>Dam leaks</title></head><body><article><h1>Dam leaks</h1>
        <p>The cranes at Nordby have stood still since Thursday, and nobody knows how long it will last.</p>
        <p>Marit Solheim said they would wait for the council, which meets on Friday at noon. (AP Photo)</p>
        </article></body></html>""",
        "page.html",
    )
    assert (document.wire_credits, document.credit_line) == ([], None)
