"""A source's phrase is read once: the name fit to print, the role beside it, and what is no source at all."""

import pytest

from provenance.attribute.kinds import type_of
from provenance.attribute.lexis import source_words
from provenance.attribute.phrases import read_phrase
from provenance.attribute.records import SourcePhrase
from provenance.ingest import parse
from provenance.languages import load
from provenance.passage import read_passages


def phrase(words: str, language: str) -> SourcePhrase | None:
    """The words read as a whole phrase in a passage of their own."""
    document = parse(words.encode(), "d", format="text", language=language)[0]
    (passage,) = read_passages(document, load(language).sentence_rules)
    return read_phrase(passage, [(0, len(passage.words))], source_words(language))


@pytest.mark.parametrize(
    ("words", "label", "role"),
    [
        ("Sand", "Sand", ""),
        ("Bauleiterin Petra Sand", "Petra Sand", "Bauleiterin"),
        ("der stellvertretende Bauleiter Jan Kroll", "Jan Kroll", "stellvertretender Bauleiter"),
        ("des stellvertretenden Bauleiters Jan Kroll", "Jan Kroll", "stellvertretender Bauleiter"),
        ("Petra Sand, Sprecherin der Hafenbehörde,", "Petra Sand", "Sprecherin der Hafenbehörde"),
        ("die Sprecherin der Hafenbehörde, Petra Sand", "Petra Sand", "Sprecherin der Hafenbehörde"),
        ("Betriebsratschefin und Aufsichtsrätin Petra Sand", "Petra Sand", "Betriebsratschefin und Aufsichtsrätin"),
        ("der Bauherr und Deichgraf Hanno von der Au", "Hanno von der Au", "Bauherr und Deichgraf"),
        ("Wagnisgeber Tomke Harms", "Tomke Harms", "Wagnisgeber"),
        ("Petra Sand (52)", "Petra Sand", ""),
        ("Sand am Montag", "Sand", ""),
        ("die Regierung", "Regierung", ""),
        ("israelischen Armeeangaben", "israelische Armee", ""),
        ("NASA-Angaben", "NASA", ""),
        ("Angaben der Polizei", "Polizei", ""),
        ("einer Mitteilung des Verkehrsministeriums", "Verkehrsministerium", ""),
        ("dem südkoreanischen Geheimdienst", "südkoreanischer Geheimdienst", ""),
        ("des Deutschen Wetterdienstes", "Deutscher Wetterdienst", ""),
        ("des Konzerns", "Konzern", ""),
        ("mehreren Personen im Umfeld der Prüfer", "mehrere Personen im Umfeld der Prüfer", ""),
        ("Regierungskreisen", "Regierungskreise", ""),
        ("Medienberichten", "Medienberichte", ""),
        ("die Nachrichtenagentur AFP", "AFP", ""),
        ("des Nachrichtenmagazins „Der Kiel“", "Der Kiel", ""),
        ("einer der Feuerwehrleute", "einer der Feuerwehrleute", ""),
        ("Polizei und Staatsanwaltschaft", "Polizei und Staatsanwaltschaft", ""),
        ("ein Sprecher der Stadt", "Sprecher der Stadt", "Sprecher der Stadt"),
        ("Recherchen des Recherchezentrums Lupe", "Recherchezentrum Lupe", ""),
        ("Ousmar Norwin von „Haltet die Drohnen“", "Ousmar Norwin", ""),
        ("die Modemarke Tiermann", "Tiermann", ""),
        ("des heute erwachsenen Sprechers", "heute erwachsener Sprecher", "heute erwachsener Sprecher"),
        ("die Familien- und Frauenministerin", "Familien- und Frauenministerin", "Familien- und Frauenministerin"),
        ("das Ergebnis einer Recherche von „Lupe“", "Lupe", ""),
        # a title with one name; who speaks of unnamed people
        ("Papst Anselm", "Papst Anselm", "Papst"),
        ("Trainer Anselm", "Anselm", "Trainer"),
        ("Angaben Ida Lunds", "Ida Lund", ""),
        ("Angaben von Ida Lundes", "Ida Lundes", ""),
        ("Angaben Moskaus", "Moskau", ""),
        ("Angaben aus Sicherheitskreisen", "Sicherheitskreise", ""),
        # participles and adjectives that are nouns; a man, a woman, several
        ("der Angeklagte", "Angeklagter", "Angeklagter"),
        ("die Angeklagte", "Angeklagte", "Angeklagte"),
        ("die Angeklagten", "Angeklagte", "Angeklagte"),
        ("der Vorsitzende der Gilde", "Vorsitzender der Gilde", "Vorsitzender der Gilde"),
        ("der Vorsitzenden der Gilde", "Vorsitzende der Gilde", "Vorsitzende der Gilde"),
        ("des Vorsitzenden der Gilde", "Vorsitzender der Gilde", "Vorsitzender der Gilde"),
        ("der Vorsitzende Richter", "Vorsitzender Richter", "Vorsitzender Richter"),
        ("der Vorsitzende Jan Kroll", "Jan Kroll", "Vorsitzender"),
        ("Angehörigen", "Angehörige", ""),
        ("ein Jugendlicher", "Jugendlicher", "Jugendlicher"),
        ("der Reisenden", "Reisende", ""),
        ("hochrangiger Beamter", "hochrangige Beamte", "hochrangige Beamte"),
        ("ein hochrangiger Beamter", "hochrangiger Beamter", "hochrangiger Beamter"),
        ("Beamtinnen und Beamten", "Beamtinnen und Beamte", ""),
        # several in the dative and genitive
        ("den örtlichen Behörden", "örtliche Behörden", ""),
        ("der örtlichen Behörde", "örtliche Behörde", ""),
        ("der örtlichen Ermittler", "örtliche Ermittler", "örtliche Ermittler"),
        ("dem örtlichen Ermittler", "örtlicher Ermittler", "örtlicher Ermittler"),
        ("Örtlichen Medien", "Örtliche Medien", ""),
        ("Jungen Winzern", "junge Winzer", "junge Winzer"),
        ("Aktionären", "Aktionäre", "Aktionäre"),
        ("Investoren", "Investoren", "Investoren"),
        ("den Eltern", "Eltern", ""),
        ("der Kammern", "Kammern", ""),
        ("zweier Winzer", "zwei Winzer", "zwei Winzer"),
        # who says how many at the head of a sentence has its capital only there; a body keeps it
        ("Einige Anwohner", "einige Anwohner", "einige Anwohner"),
        ("Andere Leser", "andere Leser", ""),
        ("Linke Aktivisten", "linke Aktivisten", "linke Aktivisten"),
        ("Deutsche Bank", "Deutsche Bank", ""),
        # a participle before the noun goes with what hangs on it, but for the maker
        ("Eine von der Uni Nordheim durchgeführte Studie", "Studie der Uni Nordheim", ""),
        ("das 2015 verabschiedete Deichgesetz", "Deichgesetz", ""),
        ("die auf Wetter spezialisierte Zeitung Nordpresse", "Nordpresse", ""),
        ("die Deich-, Hafen- und Umweltbehörde", "Deich-, Hafen- und Umweltbehörde", ""),
        # two capitals that are no person
        ("Norda Energy", "Norda Energy", ""),
        ("Hertha BSC", "Hertha BSC", ""),
        ("Lutz S.", "Lutz S.", ""),
        # cases without an article
        ("dem aktuellen Report der Kammer", "aktueller Report der Kammer", ""),
        ("palästinensischer Krankenhäuser", "palästinensische Krankenhäuser", ""),
        # a genitive in es, and adjectives of proper names
        ("des Grünen Kreuzes", "Grünes Kreuz", ""),
        ("des Auswärtigen Amtes", "Auswärtiges Amt", ""),
        ("der Deutsche Deich- und Hafenbund", "Deutscher Deich- und Hafenbund", ""),
    ],
)  # fmt: skip
def test_a_german_phrase_as_one_prints_it(words: str, label: str, role: str) -> None:
    read = phrase(words, "de")
    assert read is not None
    assert (read.label, read.role) == (label, role)


@pytest.mark.parametrize(
    ("words", "label", "role"),
    [
        ("Lind", "Lind", ""),
        ("the mayor of Lower Harrow, Daniel Osei", "Daniel Osei", "mayor of Lower Harrow"),
        ("Daniel Osei, a lawyer for the farmers,", "Daniel Osei", "lawyer for the farmers"),
        ("Harbor Court Justice Daniel Osei", "Daniel Osei", "Harbor Court Justice"),
        ("Daniel J. Osei Jr.", "Daniel J. Osei Jr.", ""),
        ("Osei, 45,", "Osei", ""),
        ("Osei, who is also a farmer", "Osei", ""),
        ("Osei in October", "Osei", ""),
        ("talk radio host Moss Hollow", "Moss Hollow", "talk radio host"),
        ("Sen. Daniel Osei", "Daniel Osei", "Sen."),
        ("Secretary of State Daniel Osei", "Daniel Osei", "Secretary of State"),
        ("the Harrow Post’s Moss Hollow", "Moss Hollow", ""),
        ("Daniel Osei and Ruth Calder", "Daniel Osei and Ruth Calder", ""),
        ("the Department of Health and Human Services", "Department of Health and Human Services", ""),
        ("the company", "company", ""),
        ("two people familiar with the matter", "two people familiar with the matter", ""),
        ("one of the delegates", "one of the delegates", ""),
        ("the newspaper Haaretz", "Haaretz", ""),
        ("a statement from the bank", "bank", ""),
        ("Daniel Osei’s office", "Daniel Osei’s office", ""),
    ],
)
def test_an_english_phrase_as_one_prints_it(words: str, label: str, role: str) -> None:
    read = phrase(words, "en")
    assert read is not None
    assert (read.label, read.role) == (label, role)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Inmitten", "de"), ("ersten Angaben", "de"), ("glatte Desinformation", "de"), ("40 Prozent", "de"),
        ("Above", "en"), ("Mrs.", "en"), ("serving in Iran", "en"), ("up", "en"), ("he’s pleased to see the work", "en"),
    ],
)  # fmt: skip
def test_what_is_no_source_is_refused(words: str, language: str) -> None:
    assert phrase(words, language) is None


@pytest.mark.parametrize(
    ("words", "language", "kind"),
    [
        ("Petra Sand", "de", "person"), ("ein Anwohner", "de", "person"), ("die Forscher", "de", "crowd"),
        ("das Landgericht Nordby", "de", "government"), ("Frankreich", "de", "government"),
        ("die Nachrichtenagentur Kielpress", "de", "agency"), ("eine Studie", "de", "document"),
        ("den Vertretern", "de", "crowd"), ("dem Vertreter", "de", "office"), ("der Jugendliche", "de", "person"),
        ("die beteiligten Parteien", "de", "organisation"), ("die Beschuldigten", "de", "crowd"),
        ("kanal-nord.de", "de", "outlet"), ("Moskau", "de", "metonym"), ("Parteikreise", "de", "anonymous"),
        ("researchers", "en", "crowd"), ("a resident", "en", "person"), ("the judge", "en", "office"),
        ("court papers obtained by this paper", "en", "document"), ("a source", "en", "anonymous"),
        ("WeHaul", "en", "organisation"), ("France", "en", "government"), ("a populist", "en", "organisation"),
        ("the state water board", "en", "government"),
        ("the Valley Courier", "en", "outlet"),
        ("the courier", "en", "office"),
        ("the board", "en", "organisation"),
        ("Everett & Sons", "en", "organisation"),
    ],
)  # fmt: skip
def test_the_type_is_what_the_head_says(words: str, language: str, kind: str) -> None:
    read = phrase(words, language)
    assert read is not None
    assert type_of(read, source_words(language)) == kind
