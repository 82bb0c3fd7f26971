"""By which way a German speaker was found, and who else was considered and why he lost: what readers are shown."""

import pytest
from test_rows import drafts


@pytest.mark.parametrize(
    ("text", "way", "speaker", "lost"),
    [
        ("Lind sagte, dass er kommt.", "subject before the verb", ['Lind'], {}),
        ("Gestern sagte Lind, dass er kommt.", "subject behind the verb", ['Lind'], {}),
        ("Den Plan nannte er „völlig unausgegoren“.", "pronoun behind the verb", ['er'], {}),
        ("Das Tor bezeichnete der Chef als „völlig verfehlt“.", "subject behind the verb", ['der Chef'], {'Das Tor': 'an object: a name follows a verb of judging'}),
        ("Lind lobte den Plan, bestritt die Annahme, dass er kommt.", "subject shared with the clause before", ['Lind'], {'die Annahme': 'what is done or said, and nobody who speaks'}),
        ("„Er kommt“, zitiert die Zeitung den Forscher Otto Berg.", "who is cited", ['den Forscher Otto Berg'], {'die Zeitung': 'cites somebody else'}),
        ("Der Damm, der lang ist, hält, lautet die Forderung der Stadt.", "whose words they are", ['der Stadt'], {}),
        ("Von der Stadt wurde mitgeteilt, dass er kommt.", "agent of the passive", ['der Stadt'], {}),
        ("In dem Bericht heißt es, dass er kommt.", "where the words lie", ['dem Bericht'], {}),
        ("Es heißt, dass er kommt.", "nobody named", [], {}),
        ("Lind lobte den Plan und sagte, dass er kommt.", "subject shared with the clause before", ['Lind'], {}),
        ("Berg ging, weil Lind sagte, dass er kommt.", "subject of the subordinate clause", ['Lind'], {}),
        ("Berg, der sagte, dass er kommt, ging.", "relative pronoun", ['der'], {}),
        ("Berg las, was die Chefin sagte: „Er kommt bald.“", "subject behind a relative object", ['die Chefin'], {}),
        ("Es gibt einen Brief, in dem es heißt, dass er kommt.", "phrase before the relative", ['einen Brief'], {}),
        ("Er kommt, so Lind.", "phrase behind the particle", ['Lind'], {}),
        ("Wie aus dem Brief hervorgeht, kommt er.", "where the words lie", ['dem Brief'], {}),
        ("Laut Lind kommt er.", "phrase of the preposition", ['Lind'], {}),
        ("Es gibt Briefe, denen zufolge er bald wieder kommt.", "relative pronoun", ['denen'], {}),
        ("Es gibt Briefe, wonach er kommt.", "phrase before the relative", ['Briefe'], {}),
        ("Der Vorwurf der Stadt, dass er kommt, ist alt.", "attribute of the noun", ['der Stadt'], {}),
        ("Gestern erhob Lind den Vorwurf, dass er kommt.", "subject of the noun's clause", ['Lind'], {}),
        ("Ihr Fazit: „Er kommt bald.“", "whose words they are", ['Ihr'], {}),
        ("Linds Fazit: „Er kommt bald.“", "whose words they are", ['Linds Fazit'], {}),
        ("Lind: „Er kommt bald.“", "phrase before the colon", ['Lind'], {}),
        ("Er kommt. Zu diesem Ergebnis kommt Lind.", "whose conclusion it is", ['Lind'], {}),
        ("Er kommt bald, beobachtet Ida Lund.", "subject behind the verb", ['Ida Lund'], {}),
        ("Lind wartet, da er komme.", "subject of the main clause", ['Lind'], {}),
        ("Kritik kam auch von Anna Lind.", "who an act comes from", ['Anna Lind'], {}),
        ("Lind will nichts gewusst haben.", "subject of the claim", ['Lind'], {}),
        ("Lind sagte, es regne. Er sei alt.", "carried over", ['Lind'], {}),
        ("Anna Lind sieht das gelassen. Er sei alt.", "subject of the sentence before", ['Anna Lind'], {}),
    ],
)  # fmt: skip
def test_the_way_to_a_speaker(text: str, way: str, speaker: list[str], lost: dict[str, str]) -> None:
    draft, passages = list(drafts("de", text))[-1]
    home = passages[draft.speaker_home]
    assert draft.way == way
    assert [home.cut(*piece) for piece in draft.speaker] == speaker
    assert {home.cut(*piece): why for piece, why in draft.rejected} == lost


def test_a_frame_that_reports_without_anybody_says_so() -> None:
    for text in (
        "Es heißt, dass er kommt.",
        "Kritisiert wird, dass er kommt.",
        "„Er kommt“, hieß es.",
        "Es ist zu lesen, dass er kommt.",
    ):
        assert list(drafts("de", text))[-1][0].agentless
    for text in ("Lind sagte, dass er kommt.", "Von der Stadt wurde mitgeteilt, dass er kommt."):
        assert not list(drafts("de", text))[-1][0].agentless
