"""One dispatch as many papers print it, and stories that have nothing to do with it or each other."""

from __future__ import annotations

import random
from datetime import date, timedelta

from provenance.model import Document
from tests.builders import document

DISPATCH = (
    "Im Hafen von Nordby haben am Donnerstag bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt.",
    "Gewerkschaftschefin Marit Solheim sagte, man werde so lange draußen bleiben wie nötig.",
    "Die Reederei Falk habe jedes einzelne Angebot der Beschäftigten ausgeschlagen.",
    "Reedereisprecher Jonas Falk wies den Vorwurf am Abend entschieden zurück.",
    "»Wir haben dreimal eingeladen, und dreimal hat niemand geantwortet«, erklärte Jonas Falk.",
    "Nach Angaben der Reederei beteiligten sich etwa 1.200 Menschen an dem Ausstand.",
    "Die Hafenbehörde teilte mit, dass elf Schiffe mit Obst vor dem Südkai auf Reede liegen.",
    "Laut Hafenmeisterin Edda Kroll können verderbliche Güter frühestens am Samstag gelöscht werden.",
    "Kroll warnte vor einer Knappheit bei frischem Obst und wichtigen Medikamenten.",
    "Vor den Toren der Werft brannten in der Nacht mehrere Feuer aus alten Paletten.",
    "Die Polizei sperrte die Brücke zum Freihafen für den gesamten Lastverkehr.",
    "Wirtschaftsminister Henrik Dahl forderte beide Seiten zu neuen Verhandlungen im Rathaus auf.",
    "Der Gemüsehändler Pär Lundin schloss seinen Stand am Markt schon vor dem Mittag.",
)
#: What each paper does to the dispatch before it prints it.
EDITS = ("whole", "cut", "own sentence", "word in every sentence")
_STARTS = "ba ke li mo nu ra se ti vo wu za fi gor hal jen kal lem nor pil ros".split()
_ENDS = "berg dorf mann feld holm sen nek tal wig ruf bach stein".split()


def made_up(chance: random.Random) -> str:
    """A word that nobody uses."""
    return "".join(chance.choice(_STARTS) + chance.choice(_ENDS) for _ in range(2))


def reprints(
    number: int, *, days: int = 1, dated: bool = True, outlets: bool = True, edit: str = "whole"
) -> list[Document]:
    """So many papers that print the dispatch, on so many days."""
    papers = []
    for at in range(number):
        chance = random.Random(at)
        rows = list(DISPATCH)
        if edit == "cut":
            rows = rows[: 8 + at % 6]
        elif edit == "own sentence":
            name = made_up(chance).title()
            rows[at % 13] = f"In {name} kennt {made_up(chance).title()} nur {made_up(chance).title()}."
        elif edit == "word in every sentence":
            rows = [row.replace(" ", f" {made_up(chance)} ", 1) for row in rows]
        papers.append(
            document(
                f"{' '.join(rows[:5])}\n\n{' '.join(rows[5:])}",
                f"paper{at:04}.txt",
                outlet=f"Blatt {at}" if outlets else None,
                published=(date(2026, 9, 3) + timedelta(days=at % days)).isoformat() if dated else None,
            )
        )
    return papers


def unrelated(number: int) -> list[Document]:
    """So many stories about different things, over a month."""
    stories = []
    for at in range(number):
        chance = random.Random(1_000_000 + at)
        names = [made_up(chance).title() for _ in range(9)]
        text = (
            f"{names[0]} {made_up(chance)}t den {names[1]} und {made_up(chance)}t {names[2]}. "
            f"Per {names[3]} sagte, {names[4]} {made_up(chance)}e die {names[5]} von {names[6]}. "
            f"Laut {names[7]} {made_up(chance)}en dort {chance.randint(100, 999)} {names[8]}."
        )
        published = (date(2026, 9, 1) + timedelta(days=at % 30)).isoformat()
        stories.append(document(text, f"story{at:04}.txt", outlet=f"Zeitung {at % 40}", published=published))
    return stories


def names(number: int) -> list[Document]:
    """Stories that name so many different people, four each."""
    stories = []
    for at in range(0, number, 4):
        chance = random.Random(at)
        people = [f"{made_up(chance).title()} {made_up(chance).title()}" for _ in range(4)]
        text = " ".join(f"{who} sagte, {made_up(chance)} {made_up(chance)}e." for who in people)
        stories.append(document(text, f"names{at:05}.txt"))
    return stories
