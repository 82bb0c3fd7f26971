"""What the form of a page says without a verb: a label in a headline, and a signature below a post."""

import pytest
from test_rows import drafts, parts


def said(text: str, row: str) -> list[tuple[str, str]]:
    """Content and speaker of the statements that a row finds."""
    found = [parts(draft, passages) for draft, passages in drafts(row[:2], text) if draft.pattern == row]
    return [(" … ".join(one["content"]), " … ".join(one["speaker"])) for one in found]


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Studie: Damm hält noch lange", "Studie"),
        ("Die neue große Kieler Studie: Damm hält noch lange", "Die neue große Kieler Studie"),
        ("Die neue große und teure Studie: Damm hält noch lange", ""),
        ("Kiel: Damm hält noch lange", ""),
        ("Studie: Damm", ""),
        ("Studie: Damm und Hafen", ""),
        ("Studie: „Damm hält noch lange“", ""),
        ("„Studie“: Damm hält noch lange", ""),
        ("Damm hält noch lange", ""),
    ],
)
def test_a_label_in_a_headline(headline: str, label: str) -> None:
    found = said(f"# {headline}\n\nDer Damm ist alt.", "de.label.headline")
    assert found == ([(headline.removeprefix(f"{label}: "), label)] if label else [])


def test_a_label_in_a_paragraph_says_nothing() -> None:
    assert said("Studie: Damm hält noch lange", "de.label.headline") == []


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("— Ida Lund (@lund) November 3, 2025", "Ida Lund"),
        ("– Ida (@lund) 3. Mai", "Ida"),
        ("— Das Amt für Bau der Stadt Kiel (@amt) 3. Mai", "Das Amt für Bau der Stadt Kiel"),
        ("— Das Amt für Bau und Brücken der Stadt (@amt) 3. Mai", "Das Amt für Bau und Brücken der Stadt"),
        ("— Das Amt für Bau und Brücken der Stadt Kiel (@amt) 3. Mai", ""),
        ("— Ida Lund (Kiel) 3. Mai", ""),
        ("— Ida Lund, Kiel", ""),
        ("Ida Lund (@lund) 3. Mai", ""),
    ],
)
def test_a_signature_below_a_post_names_who_posted_it(signature: str, name: str) -> None:
    text = f"> Der Damm hält.\n\n> {signature}"
    assert said(text, "de.post") == ([("Der Damm hält.", name)] if name else [])


def test_all_quoted_blocks_right_before_a_signature_are_one_post() -> None:
    text = "> Es regnet.\n\nSie schrieb.\n\n> Der Damm hält.\n\n> Noch lange.\n\n> — Ida Lund (@lund) 3. Mai"
    assert said(text, "de.post") == [("Der Damm hält.", "Ida Lund"), ("Noch lange.", "Ida Lund")]


def test_two_posts_have_a_signature_each() -> None:
    text = "> Es regnet.\n\n> — Otto Berg (@berg) 2. Mai\n\n> Der Damm hält.\n\n> — Ida Lund (@lund) 3. Mai"
    assert said(text, "de.post") == [("Es regnet.", "Otto Berg"), ("Der Damm hält.", "Ida Lund")]


def test_a_signature_reports_nothing_itself() -> None:
    text = "> Der Damm hält.\n\n> — Ida Lund sagte, es regne (@lund) 3. Mai"
    assert [draft.pattern for draft, _ in drafts("de", text)] == ["de.post"]


LETTERS = (
    "It leaks, and all know it.\n\n@lund.",
    "It does not leak at all.\n\n@berg.",
    "Who pays for this dam?\n\n@sand.",
)


def test_handles_by_themselves_sign_what_readers_wrote() -> None:
    found = said("\n\n".join(("We asked what you think.", *LETTERS)), "en.post")
    assert found == [
        ("It leaks, and all know it.", "@lund"),
        ("It does not leak at all.", "@berg"),
        ("Who pays for this dam?", "@sand"),
    ]


def test_a_handle_or_two_may_address_who_wrote_before() -> None:
    assert said("\n\n".join(LETTERS[:2]), "en.post") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ida Lund met the board. Lund added:\n\nThe dam leaks, and nobody does anything.", 1),
        ("Ida Lund met the board. These are the facts:\n\nThe dam leaks, and nobody does anything.", 0),
    ],
)
def test_a_paragraph_behind_a_verb_of_saying_and_a_colon_is_said(text: str, found: int) -> None:
    assert len(said(text, "en.quote.next")) == found
