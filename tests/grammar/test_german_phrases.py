"""Where a German phrase that names a speaker ends, and to whom something is said: a sentence for each rule.

[[…]] is the speaker, ((…)) the hearer.
"""

import re

import pytest

from provenance.attribute import find
from provenance.model import Block, Document

MARKS = re.compile(r"\[\[|\]\]|\(\(|\)\)")


def parts(marked: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Speaker and hearer as marked, then as found in the first statement."""
    text = MARKS.sub("", marked)
    document = Document("d", "d.txt", "text", "de", text, blocks=[Block("paragraph", 0, len(text))])
    find(document)
    attribution = next(one.attribution for one in document.statements if one.attribution is not None)

    def words(spans: list) -> list[str]:
        return [text[start:end] for start, end in spans]

    return (
        [MARKS.sub("", found) for found in re.findall(r"\[\[(.*?)\]\]", marked)],
        [MARKS.sub("", found) for found in re.findall(r"\(\((.*?)\)\)", marked)],
        words(attribution.speaker),
        words(attribution.addressee),
    )


@pytest.mark.parametrize(
    "marked",
    [
        # articles, quantifiers, adjectives
        "[[Einer der Männer]] sagte, man warte.",
        "Heute sagten [[mehrere Hundert Helfer]], man warte.",
        "Heute sagten rund [[vierzig Helfer]], man warte.",
        "Laut [[rund vierzig Helfern]] hält der Damm.",
        "Heute sagte [[die erst gestern gewählte Chefin]], man warte.",
        "Heute sagte [[das Gesundheits-, Sozial- und Umweltamt]], man warte.",
        "[[Der damals noch junge Bauer]] sagte, man warte.",
        "[[Die in Kiel stationierte Flotte]] sagte, man warte.",
        "Heute sagte [[die in Kiel stationierte Flotte]], man warte.",
        # names: particles, initials, numerals, halves of compounds, titles
        "[[van Dyk]] sagte, man warte.",
        "[[Otto Graf von Berg]] sagte, man warte.",
        "[[Anna de la Tour]] sagte, man warte.",
        "[[Trainer Ruud van der Meulen]] sagte, man warte.",
        "[[Prof. Dr. M. Beck]] sagte, man warte.",
        "Heute sagte [[Elisabeth II.]], man warte.",
        "[[Die Journalistinnen- und Journalisten-Union]] sagte, man warte.",
        "[[Die Partei Bündnis 90]] sagte, man warte.",
        "Heute sagte [[Anja Lind von Bündnis 90/Die Grünen]], man warte.",
        "Nach [[Angaben der „Zeit“]] – mit allen Folgen – hält der Damm.",
        "[[Die „Bild“-Zeitung]] berichtete, man warte.",
        "[[Die Zeitung „der kleine Kurier“]] berichtete, man warte.",
        "[[Das Portal ndr.de]] berichtete, man warte.",
        "[[Die Agentur dpa]] berichtete, man warte.",
        "[[Die Gruppe (zwölf Leute)]] sagte, man warte.",
        "Heute sagte [[die Gruppe (zwölf Leute aus dem Norden)]], man warte.",
        "Heute sagte [[die Gruppe]] (zwölf Leute aus dem Norden und Kiel und Köln), man warte.",
        # genitives, and datives that are hearers
        "[[Der Chef der Bank]] sagte, man warte.",
        "Heute sagte [[der Chef der Bank]], man warte.",
        "Heute sagte [[das Auswärtige Amt der Republik]], man warte.",
        "Heute sagte [[Anna Lind]] ((der Zeitung)), man warte.",
        "Heute sagte [[der Sprecher]] ((der Zeitung)), man warte.",
        "Heute sagte [[die SPD]] ((der Presse)), man warte.",
        "Nach [[Angaben der Zeitung]] hält der Damm.",
        "Nach [[Angaben israelischer Forscher]] hält der Damm.",
        # attributes with a preposition: of roles and bodies, not of names; no time, no occasion, no hearer
        "Heute sagte [[die Sprecherin für Verkehr]], man warte.",
        "Heute sagte [[die Sprecherin]] für alle, man warte.",
        "Heute sagte [[der Redakteur von dpa]], man warte.",
        "Heute sagte [[der Chef im Amt]], man warte.",
        "Heute sagte [[Anna Lind]] im Amt, man warte.",
        "Heute sagte [[der Chef]] in einer Rede, man warte.",
        "Heute sagte [[der Chef]] von ihm, man warte.",
        "Heute sagte [[der Chef]] beim Sender, man warte.",
        "Heute sagte [[der Chef]] im Mai, man warte.",
        "Laut [[einem Bericht der Stadt vom Mai 2021]] hält der Damm.",
        "Laut [[„Kurier“]] bei uns hält der Damm.",
        # lists and appositions
        "[[Anna Lind und Otto Berg]] sagten, man warte.",
        "[[Die Stadt sowie auch der Kreis]] sagten, man warte.",
        "Heute sagten [[die Stadt und das Land]], man warte.",
        "Heute sagte [[Lind]] und das nicht zum ersten Mal, man warte.",
        "Heute warnte [[die Bahn]] und kündigte an, dass man warte.",
        "Heute sagte [[Anna Lind, Sprecherin der Stadt]], man warte.",
        "Heute sagte [[Anna Lind, Sprecherin der Stadt bei dem Bau]], man warte.",
        "Heute sagte [[Anna Lind, Sprecherin der Stadt seit Montag]], man warte.",
        "Heute sagte [[Anna Lind]], die kam, man warte.",
        "Heute sagte [[Anna Lind]], sie warte.",
        "[[Anna Lind, Sprecherin der Stadt für Bau]], sagte, man warte.",
        # the prefield up to its verb
        "[[Anna Lind vom Institut für Bau in Kiel]] sagte, man warte.",
        "[[Anna Lind in Kiel]] dagegen sagte, man warte.",
        "[[Anna Lind in Kiel]], die kam, sagte, man warte.",
        "[[Anna Lind]] sagte, man warte.",
    ],
)  # fmt: skip
def test_where_the_speaker_ends(marked: str) -> None:
    speaker, _, found, _ = parts(marked)
    assert found == speaker


@pytest.mark.parametrize(
    "marked",
    [
        "[[Lind]] sagte gegenüber ((der Zeitung)), man warte.",
        "[[Lind]] sagte vor ((Journalisten)), man warte.",
        "[[Lind]] sagte vor dem Fest, man warte.",
        "[[Lind]] sagte ((dem Sender)), man warte.",
        "[[Lind]] sagte ((ihm)), man warte.",
        "[[Lind]] sagte bei dem Sender, man warte.",
        "[[Lind]] sagte am Montag, man warte.",
        "[[Lind]] forderte ((die Stadt)) auf, den Damm zu bauen.",
        "[[Lind]] forderte jetzt ((die Stadt)) auf, den Damm zu bauen.",
        "[[Lind]] warf ((der Stadt)) vor, den Damm zu vergessen.",
        "„Es reicht“, sagte [[Lind]] ((dem Sender)).",
        "Nach [[Angaben der Stadt]] gegenüber ((dem Sender)) hält der Damm.",
        "Das sagte [[Lind]].",
    ],
)
def test_to_whom_it_is_said(marked: str) -> None:
    if marked.startswith("Das"):
        marked = "Der Damm hält. " + marked
    speaker, hearer, found, heard = parts(marked)
    assert (found, heard) == (speaker, hearer)
