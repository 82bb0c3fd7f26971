"""Claims: repeats and variants across documents, conflicts told by figures and negation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.match.lines import Line, match_lines
from provenance.match.numerals import number_value
from provenance.match.quantities import quantities
from provenance.model import Claim
from tests.builders import document, report


def claims(*texts: str, language: str = "de") -> list[Claim]:
    return report(
        *(document(text, f"{number}.txt", language=language) for number, text in enumerate(texts, 1))
    ).claims


def test_the_same_sentence_in_two_papers_is_one_claim_with_the_earlier_one_as_origin() -> None:
    text = "Die Hafenbehörde von Nordby teilte mit, dass elf Schiffe mit Obst auf Reede liegen."
    later = document(text, "a.txt", published="2026-09-04")
    earlier = document(text, "b.txt", published="2026-09-03")
    (claim,) = report(later, earlier).claims
    assert claim.origin.startswith("b.txt#")
    assert [member.relation for member in claim.members] == ["origin", "repeat"]
    assert claim.independent_sources == 1


def test_two_speakers_with_different_figures_for_one_thing_are_a_conflict_and_a_forecast_is_none() -> None:
    (claim,) = claims(
        "Minister Otto Lind erklärte, es seien »bis zu 8.000« streikende Hafenarbeiter unterwegs. "
        "Der Reeder Jan Kroll sprach von etwa 3.000 streikenden Hafenarbeitern, die sich versammelten; ihre Zahl werde auf 12.000 steigen."
    )
    assert [conflict.detail for conflict in claim.conflicts] == ["bis zu 8.000 ≠ etwa 3.000"]
    assert [member.relation for member in claim.members] == ["origin", "conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Lind sagte, es seien 8.000 Hafenarbeiter unterwegs.",
            "Kroll sagte, es lägen 12 Schiffe auf Reede.",
        ),
        ("Lind sagte, der Damm sei 1998 gebaut worden.", "Kroll sagte, der Damm sei 2003 erneuert worden."),
        ("Lind sagte, man tage am 3. September.", "Kroll sagte, man tage am 5. September."),
        ("Lind sagte, es seien mehr als 3.000 Hafenarbeiter.", "Kroll sagte, es seien 5.000 Hafenarbeiter."),
        (
            "Lind sagte, im Juni seien 3.000 Hafenarbeiter gezählt worden.",
            "Kroll sagte, 2007 seien es 9.000 Hafenarbeiter gewesen.",
        ),
        (
            "Lind sagte, es seien 3.000 Hafenarbeiter.",
            "Kroll sagte, es würden bald 9.000 Hafenarbeiter streiken.",
        ),
        ("Lind sagte, es seien 300 Hafenarbeiter.", "Kroll sagte, es seien 90.000 Hafenarbeiter."),
        ("Lind sagte, es seien 3.000 Hafenarbeiter.", "Kroll forderte 9.000 Hafenarbeiter."),
    ],
)
def test_false_conflicts(first: str, second: str) -> None:
    assert not [conflict for claim in claims(f"{first} {second}") for conflict in claim.conflicts]


DISPUTE = (
    "Lind sprach von acht gesunkenen Booten im Hafen. Kroll sprach von zwölf gesunkenen Booten im Hafen."
)


def test_a_conflict_carries_its_two_figures_with_their_places() -> None:
    (claim,) = claims(DISPUTE)
    (conflict,) = claim.conflicts
    assert [(one.words, DISPUTE[one.start : one.end]) for one in conflict.figures] == [
        ("acht", "acht"),
        ("zwölf", "zwölf"),
    ]


def test_a_dispute_inside_a_document_does_not_depend_on_what_else_is_in_the_run() -> None:
    others = [f"In Nordby sagte Ina Holm, es seien {number} Boote gesunken." for number in range(20, 40)]
    alone, among = claims(DISPUTE), claims(DISPUTE, *others)
    inside = [
        conflict.detail
        for claim in among
        for conflict in claim.conflicts
        if conflict.a.startswith("1.txt#") and conflict.b.startswith("1.txt#")
    ]
    assert inside == [conflict.detail for claim in alone for conflict in claim.conflicts] == ["acht ≠ zwölf"]


def test_a_denial_of_the_same_sentence_is_a_conflict() -> None:
    (claim,) = claims(
        "Die Reederei bestätigte, dass der Vertrag mit der Gewerkschaft gestern unterschrieben wurde.",
        "Die Reederei bestätigte, dass der Vertrag mit der Gewerkschaft gestern nicht unterschrieben wurde.",
    )
    assert [conflict.kind for conflict in claim.conflicts] == ["negation"]


def test_the_same_speakers_quotation_in_other_words_has_drifted() -> None:
    (claim,) = [
        claim
        for claim in claims(
            "„Wir haben dreimal eingeladen, und dreimal hat niemand geantwortet“, sagte Jonas Falk.",
            "„Wir haben dreimal eingeladen, und dreimal blieb jeder die Antwort schuldig“, sagte Jonas Falk.",
        )
        if len(claim.members) == 2
    ]
    assert [member.relation for member in claim.members] == ["origin", "drift"]


@pytest.mark.parametrize(
    ("text", "value", "bound", "words"),
    [
        ("bis zu 8.000 Soldaten", 8000, "<", "bis zu 8.000"),
        ("about 3,000 soldiers", 3000, "~", "about 3,000"),
        ("mindestens 1,5 Millionen Euro", 1_500_000, ">", "mindestens 1,5 Millionen"),
        ("twelve dozen eggs", 144, "", "twelve dozen"),
    ],
)
def test_a_figure_has_value_bound_and_words(text: str, value: float, bound: str, words: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.bound, text[quantity.start : quantity.end]) == (value, bound, words)


@pytest.mark.parametrize("word", ["²nm", "²kk", "¹bt", "①m", "9" * 400, "1" + ".111" * 200, "½"])
def test_what_is_no_number_has_no_value_and_breaks_nothing(word: str) -> None:
    assert number_value(word) is None
    assert quantities(f"Es kamen {word} Leute.") == ()


SENTENCES = [
    "The harbour office said that eleven ships were waiting outside the port of Nordby.",
    "Eleven ships were waiting outside the port of Nordby, the harbour office said.",
    "The union demanded that the shipping line publish its contract with the state.",
    "A storm closed the northern road between Harrow and the coast on Monday.",
    "The harbour office said that twenty ships were waiting outside the port of Nordby.",
]


def pairs(lines: list[Line]) -> set[tuple[frozenset[str], str]]:
    return {(frozenset((str(row["a"]), str(row["b"]))), str(row["relation"])) for row in match_lines(lines)}


@settings(deadline=None)
@given(st.permutations(range(len(SENTENCES))))
def test_matching_does_not_depend_on_the_order_of_statements(order: list[int]) -> None:
    lines = [Line(str(number), sentence) for number, sentence in enumerate(SENTENCES)]
    assert pairs([lines[number] for number in order]) == pairs(lines)


def test_an_unrelated_document_changes_no_claim() -> None:
    texts = ["Die Hafenbehörde teilte mit, dass elf Schiffe mit Obst auf Reede liegen."] * 2
    alone = claims(*texts)
    beside = claims(*texts, "Ein Sturm hat am Montag die Straße zwischen Harrow und der Küste gesperrt.")
    assert [[member.statement for member in claim.members] for claim in alone] == [
        [member.statement for member in claim.members] for claim in beside
    ]
