"""Among many documents: copies are a forest, each reprint with its one best original; nothing grows with their pairs."""

import pytest

from provenance.match.order import order_key
from provenance.model import AuditReport
from tests.builders import document, report
from tests.reprints import DISPATCH, reprints, unrelated

OWN = "Am Abend zogen die Leute mit Fackeln und Trommeln durch die stille Altstadt hinauf zum Dom."
ROOT = " ".join(DISPATCH[:8])


def originals(made: AuditReport) -> dict[str, str]:
    return {copy.document: copy.of for copy in made.copies}


@pytest.mark.parametrize(
    "how", [{"days": 1}, {"days": 30}, {"dated": False}, {"days": 9, "edit": "cut"}], ids=str
)
def test_copies_are_a_forest(how: dict[str, object]) -> None:
    papers = reprints(60, **how)  # type: ignore[arg-type]
    made = report(*papers, *unrelated(5))
    rank = {paper.id: (order_key(paper), paper.id) for paper in papers}
    assert len(made.copies) == len(originals(made)) == 59
    assert all(rank[of] < rank[copy] for copy, of in originals(made).items())


def test_findings_grow_with_documents() -> None:
    few, many = (len(report(*reprints(number, days=number)).findings) for number in (20, 80))
    assert 3 * few < many < 5 * few


def test_reprints_without_changes_are_copies_of_the_first() -> None:
    papers = [
        document(ROOT, f"{day}.txt", outlet=f"Blatt {day}", published=f"2026-09-0{day}") for day in (1, 2, 3)
    ]
    assert originals(report(*papers)) == {"2.txt": "1.txt", "3.txt": "1.txt"}


def test_a_papers_own_words_show_who_copied_from_it() -> None:
    first = document(ROOT, "first.txt", outlet="Nordblatt", published="2026-09-01")
    second = document(f"{ROOT} {OWN}", "second.txt", outlet="Tagblatt", published="2026-09-02")
    third = document(f"{ROOT} {OWN}", "third.txt", outlet="Kurier", published="2026-09-03")
    assert originals(report(first, second, third)) == {"second.txt": "first.txt", "third.txt": "second.txt"}


def test_a_word_of_difference_does_not_take_a_copy_from_its_agency() -> None:
    wire = document(f"Nordby (dpa) - {ROOT}", "wire.txt", published="2026-09-01")
    changed = ROOT.replace("entschieden", "energisch")
    papers = [
        document(changed, f"{day}.txt", outlet=f"Blatt {day}", published=f"2026-09-0{day}") for day in (2, 3)
    ]
    assert originals(report(wire, *papers)) == {"2.txt": "wire.txt", "3.txt": "wire.txt"}


def test_a_chain_of_copies_has_one_root_and_each_link_is_shown() -> None:
    papers, text = [], ROOT
    for day in range(1, 9):
        papers.append(document(text, f"{day}.txt", outlet=f"Blatt {day}", published=f"2026-09-0{day}"))
        text += f" Das Blatt {day}a{day} fand {day} wortkarge Zeugen{day} am Kanal{day} und bei der alten Mühle{day}."
    made = report(*papers)
    assert originals(made) == {f"{day}.txt": f"{day - 1}.txt" for day in range(2, 9)}
    assert {claim.independent_sources for claim in made.claims if len(claim.members) == 8} == {1}


def test_nine_reprints_beside_one_of_its_own_are_little_more_than_one_source() -> None:
    text = f"{ROOT} {DISPATCH[10]}"
    wire = document(f"Nordby (dpa) - {text}", "wire.txt", published="2026-09-01")
    own = document(DISPATCH[10].replace("gesamten ", ""), "own.txt", outlet="Kurier", published="2026-09-02")
    papers = [document(text, f"{at}.txt", outlet=f"Blatt {at}", published="2026-09-03") for at in range(1, 9)]
    claims = report(wire, own, *papers).claims
    (claim,) = [claim for claim in claims if any(row.statement.startswith("own") for row in claim.members)]
    assert (claim.independent_sources, claim.effective_sources) == (2, 1.22)


def test_what_was_lost_is_found_once_a_document_and_against_the_last_that_had_it() -> None:
    bound = "Im Hafen von Nordby haben bis zu 4.000 Hafenarbeiter die Arbeit niedergelegt."
    bare = bound.replace("bis zu ", "")
    papers = [
        document(bound if day < 20 else bare, f"{day}.txt", outlet=f"Blatt {day}", published=f"2026-09-{day}")
        for day in range(10, 30)
    ]
    losses = [loss for claim in report(*papers).claims for loss in claim.losses]
    assert [(loss.statement, loss.earlier) for loss in losses] == [("20.txt#s1", "19.txt#s1")]
