"""Datelines: what a place before a story must have to be one."""

import pytest

from provenance.ingest.datelines import Surroundings, read_dateline, read_place_line

STORY = (
    "Kräne stehen still\nIn Nordby ruht seit Donnerstag die Arbeit. Die Sundhavener Feuerwehr half, die Brelinger auch. "
    "Am Stadion von Skerry warten Reporter. Trains in London were late. Der Hafen von Tarvik ist zu. Die ESA und die ESA-Leute "
    "fliegen nicht. Bei Nordwerft steckt in Erdgas Geld, doch das Erdgas ist teuer, und in Ole Falk sahen viele den Chef. "
    "Man las in Johannes XXIII. und in Ole Falk Jr. viel."
)
AROUND = Surroundings(STORY, frozenset({"hallingen"}), "Nordblatt Deutschland")


@pytest.mark.parametrize(
    ("line", "places", "agencies"),
    [
        # an agency, a house, a day or capitals say enough
        ("BERLIN (dpa) - Der Zug hielt.", ["BERLIN"], ["dpa"]),
        ("Brüning/Paris (dpa/AFP) – Der Zug hielt.", ["Brüning", "Paris"], ["dpa", "AFP"]),
        ("Frankfurt/Main (dpa) - Der Zug hielt.", ["Frankfurt/Main"], ["dpa"]),
        ("Wien (APA). Der Zug hielt.", ["Wien"], ["APA"]),
        ('VARDE, Denmark (AP) " The train stopped.', ["VARDE, Denmark"], ["AP"]),
        ("LONDON AP — The train stopped.", ["LONDON"], ["AP"]),
        ("VARDE, Nov 22 — The train stopped.", ["VARDE"], []),
        ("Varde, 3. September. Der Zug hielt.", ["Varde"], []),
        ("SEOUL, Aug. 20 (Yonhap) -- The train stopped.", ["SEOUL"], ["Yonhap"]),
        ("Mitteilung vom 3. September 2026 | Varde – Der Zug hielt.", ["Varde"], []),
        ("VARDE: The train stopped.", ["VARDE"], []),
        ("VARDE, HONDURAS.- El tren paró.", ["VARDE, HONDURAS"], []),
        ("Varde.- El tren paró.", ["Varde"], []),
        ("BERGEN taz | Der Zug hielt.", ["BERGEN"], []),
        ("(dpa) - Der Zug hielt.", [], ["dpa"]),
        ("Sept. 3 (AP) -- The train stopped.", [], ["AP"]),
        # the text elsewhere says that something is there
        ("Nordby. Der Zug hielt.", ["Nordby"], []),
        ("Nordby – Der Zug hielt.", ["Nordby"], []),
        ("Nordby · Der Zug hielt.", ["Nordby"], []),
        ("Nordby (nbl) – Der Zug hielt.", ["Nordby"], []),
        ("Nordby/Sundhaven. Der Zug hielt.", ["Nordby", "Sundhaven"], []),
        ("Sundhaven. Der Zug hielt.", ["Sundhaven"], []),
        ("Breling. Der Zug hielt.", ["Breling"], []),
        ("Hallingen. Der Zug hielt.", ["Hallingen"], []),
        ("Sankt Pölten – Der Zug hielt.", ["Sankt Pölten"], []),
        ("Tarvik – Der Zug hielt.", ["Tarvik"], []),
        ("NATO – Der Zug hielt.", ["NATO"], []),
    ],
)
def test_a_place_that_something_bears_out_is_a_dateline(
    line: str, places: list[str], agencies: list[str]
) -> None:
    dateline = read_dateline(line, 0, AROUND)
    assert dateline is not None
    assert (dateline.places, dateline.agencies) == (places, agencies)
    assert line.startswith(dateline.text)


@pytest.mark.parametrize(
    "line",
    [
        "Endlich. Der Zug hielt.",
        "Fazit: Der Zug hielt.",
        "Skerry – Der Zug hielt.",
        "Hallingen – Der Zug hielt.",
        "Meier (SPD) – Der Zug hielt.",
        "(69.) – Der Zug hielt.",
        "FOTOS: Der Zug hielt.",
        "EXCLUSIVE – The train stopped.",
        "Aktualisiert am 7.1.2026 - Der Zug hielt.",
        "Do 25.04.24 | Der Zug hielt.",
        "NordbyNews.com – Der Zug hielt.",
        "Nordby (Pop.) hielt den Zug an.",
        "Nordby: der Zug hielt.",
        # an acronym, something abstract in capitals, a ruler, a son, an initial, a firm, a thing
        "NDR – Der Zug hielt.",
        "ESA – Der Zug hielt.",
        "NORDBAHN AP: Der Zug hielt.",
        "MIGRATION – Der Zug hielt.",
        "Johannes XXIII. – Der Zug hielt.",
        "Ole Falk Jr. – Der Zug hielt.",
        "Ole Falk – Der Zug hielt.",
        "D. Der Zug hielt.",
        "Nordwerft – Der Zug hielt.",
        "Erdgas – Der Zug hielt.",
    ],
)
def test_a_form_alone_is_no_dateline(line: str) -> None:
    dateline = read_dateline(line, 0, AROUND)
    assert dateline is None or not dateline.places


@pytest.mark.parametrize(
    ("line", "places", "agencies"),
    [
        ("Nordby", ["Nordby"], []),
        ("Berlin.", ["Berlin"], []),
        ("VARDE, Wash. —", ["VARDE, Wash."], []),
        ("AFP, LONDON", ["LONDON"], ["AFP"]),
        ("Von Eva Lund, Nordby", ["Nordby"], []),
        ("Von Eva Lund, Skerry 05.08.2024, 20:59 Uhr", ["Skerry"], []),
        ("Eva Lund in Nordby", ["Nordby"], []),
        ("Nordblatt Deutschland, Nordby", ["Nordby"], []),
        ("3. September 2026, Nordby", ["Nordby"], []),
        ("3. September 2026 in Varde", ["Varde"], []),
        # neither a section nor an outlet nor a desk
        ("Wirtschaft", None, []),
        ("Skerry", None, []),
        ("Von Eva Lund, Küstenpost", None, []),
        ("Eva Lund | Skerry", None, []),
        ("Eva Lund, Nordblatt Deutschland", None, []),
        ("Skerry 14 11 6 15 — 44", None, []),
        ("Loading...", None, []),
        ("Nordby & Skerry", None, []),
        ("Von Eva Lund, NDR", None, []),
        ("Nordby:", None, []),
    ],
)
def test_in_a_line_of_its_own_every_member_must_be_known(
    line: str, places: list[str] | None, agencies: list[str]
) -> None:
    dateline = read_place_line(line, AROUND, ["Eva Lund"])
    assert (dateline and dateline.places) == places
    assert dateline is None or dateline.agencies == agencies
