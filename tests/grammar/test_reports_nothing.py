"""Sentences that look like reported speech and report nothing, each with a neighbour that does."""

from __future__ import annotations

import pytest

from provenance.ingest import parse
from provenance.pipeline import audit

SPEECH = {"direct", "indirect", "free_indirect", "indirect_free_indirect", "reported"}


def said(text: str) -> list[str]:
    """The content of the statements of a German text."""
    report = audit(parse(text.encode(), "story", language="de"))
    return [one.text for document in report.documents for one in document.statements if one.kind in SPEECH]


@pytest.mark.parametrize(
    "last",
    ["Das", "So", "Zu", "Dies", "Ihr", "Eine von", "Und weiter:", "Sagen Sie", "Davon", "„Es", "steht im Verdacht,", "so", "Frau Prof."],
)  # fmt: skip
def test_a_text_may_break_off_behind_any_word(last: str) -> None:
    assert said(f"Es regnet. {last}") == said("Es regnet.") == []


@pytest.mark.parametrize(
    ("nothing", "something"),
    [
        # whoever writes gives his own view, or tells his reader what to do
        ("Die Deiche sind meiner Meinung nach hoch genug.", "Die Deiche sind Linds Meinung nach hoch genug."),
        ("Unserer Ansicht nach ist das falsch.", "Nach Ansicht der Stadt ist das falsch."),
        ("Achten Sie darauf, dass der Impfschutz gemäß Plan des Amtes steht.", "Gemäß Plan des Amtes steht der Schutz."),
        ("Wägen Sie genau ab und kündigen Sie den Vertrag.", "Die Stadt kündigte mehr Geld an."),
        ("Lund sagte, es regne. Falls du mitmachen möchtest, wähle ein Spiel.", "Lund sagte, sie möchte spielen."),
        ("Übe Geduld: Das hilft immer.", "Lund sagte, sie übe Geduld."),
        ("Ich bin überzeugt, dass es hält.", "Lund ist überzeugt, dass es hält."),
        ("Da liegt die Annahme nahe, dass es regnet.", "Da äußerte Lund die Annahme, dass es regnet."),
        # what shows something is a thing, and the writer concludes
        ("Die Hitze zeigt, dass der Damm alt ist.", "Die Studie zeigt, dass der Damm alt ist."),
        ("Das besagt, dass alles lebt.", "Der Bericht besagt, dass alles lebt."),
        ("Bald wird sich zeigen, ob der Damm hält.", "Eine Studie der Behörde zeigt, ob der Damm hält."),
        ("Die Bilder erinnern daran, dass es brannte.", "Die Ministerin erinnerte daran, dass es brannte."),
        ("Der Damm hält, wie die Hitze zeigt.", "Der Damm hält, wie die Studie zeigt."),
        # a thing acts, and speaks no word
        ("Schneematsch und Dauerregen fordern die Pferde.", "Reiter und Züchter fordern mehr Platz."),
        ("Kaufempfehlungen fordern nur Geld.", "Otto Lind kritisierte den Plan."),
    ],
)  # fmt: skip
def test_form_alone_reports_nothing(nothing: str, something: str) -> None:
    assert [one for one in said(nothing) if one != "es regne"] == []
    assert said(something) != []
