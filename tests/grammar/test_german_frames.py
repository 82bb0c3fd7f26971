"""Which words of a German sentence introduce what is said: the frame, with its marks, between ⟨ and ⟩."""

import re

import pytest
from marked import unmark
from test_rows import YES, drafts

SENTENCES = [unmark(sentence).text for code, _, sentence in YES if code == "de"]


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        ("de.verb.dass", "⟨Lind sagte,⟩ dass er kommt."),
        ("de.verb.dass", "Es ist spät, ⟨und Lind sagte,⟩ dass er kommt."),
        ("de.verb.dass", "Es ist spät; ⟨Lind sagte,⟩ dass er kommt."),
        ("de.verb.dass", "Lind lobte den Plan ⟨und sagte,⟩ dass er kommt."),
        ("de.verb.dass", "⟨Berg ging, weil Lind sagte,⟩ dass er kommt."),
        ("de.verb.dass", "⟨Berg, der sagte,⟩ dass er kommt, ging."),
        ("de.verb.dass", "⟨Nach dem Essen, das er mochte, sagte Lind,⟩ dass er kommt."),
        ("de.clause.verb", "Der Damm sei alt⟨, sagte Lind⟩."),
        ("de.clause.verb", "Der Damm sei alt⟨, sagte Lind, der gestern kam⟩."),
        ("de.clause.verb", "Der Damm⟨, sagte Lind⟩, sei alt."),
        ("de.clause.verb", "Der Damm sei alt⟨, sagte Lind⟩; Berg schwieg."),
        ("de.so", "Der Damm ist alt⟨, so Lind⟩."),
        ("de.so", "Der Damm ist alt⟨, so Lind am Montag⟩."),
        ("de.so", "Der Damm⟨, so Lind,⟩ ist alt."),
        ("de.so", "Der Damm ⟨– so Lind –⟩ ist alt."),
        ("de.so", "Der Damm ist⟨, so sagt Lind,⟩ alt."),
        ("de.wie", "⟨Wie Lind sagte,⟩ ist der Damm alt."),
        ("de.wie", "Der Damm ist alt⟨, wie Lind sagte⟩."),
        ("de.wie", "Der Damm ist⟨, wie Lind sagte⟩, alt."),
        ("de.laut", "⟨Laut Lind⟩ ist der Damm alt."),
        ("de.laut", "Der Damm ist ⟨laut Lind⟩ alt."),
        ("de.laut", "Der Damm ist ⟨laut Lind, der gestern kam⟩, alt."),
        ("de.zufolge", "⟨Neuen Berichten zufolge⟩ ist der Damm alt."),
        ("de.demnach", "⟨Demnach⟩ ist der Damm alt."),
        ("de.wonach", "Es gibt ⟨Berichte, wonach⟩ der Damm alt ist."),
        ("de.das.verb", "Der Damm ist alt. Das ⟨sagte Lind gestern⟩."),
        ("de.das.clause", "Der Damm ist alt⟨, das sagte Lind⟩."),
        ("de.schluss", "Der Damm ist alt. ⟨Zu diesem Ergebnis kommt Lind⟩."),
        ("de.clause.any", "Der Damm hält⟨, beobachtet Ida Lund⟩."),
        ("de.noun.dass", "⟨Gestern erhob Lind den Vorwurf,⟩ dass er kommt."),
        ("de.adjective.clause", "⟨Lind zeigte sich überzeugt,⟩ dass er kommt."),
        ("de.adjective.behind", "Der Damm hält⟨, ist Anna Lind überzeugt⟩."),
        ("de.dass.verb", "Dass er kommt, ⟨bestritt Lind⟩."),
        ("de.quote.colon", "⟨Lind sagte:⟩ „Er kommt.“"),
        ("de.quote.colon", "Es ist spät: ⟨Lind sagte:⟩ „Er kommt.“"),
        ("de.quote.colon.name", "⟨Lind:⟩ „Er kommt bald.“"),
        ("de.quote.verb", "„Er kommt“⟨, sagte Lind⟩."),
        ("de.quote.verb", "„Er kommt“⟨, sagte Lind und ging⟩."),
        ("de.quote.verb", "„Er kommt“⟨, sagte Lind⟩; Berg schwieg."),
        ("de.quote.verb", "„Er kommt“⟨, sagte Lind,⟩ „aber spät.“"),
        ("de.quote.so", "„Er kommt“⟨, so Lind⟩."),
        ("de.quote.wie", "„Er kommt bald“⟨, wie Lind sagte⟩."),
        ("de.quote.adjective", "„Er kommt“⟨, zeigte sich Anna Lind überzeugt⟩."),
        ("de.quote.act", "„Wir haben gebaut, so gut es ging“⟨, wehrte er die Frage ab⟩."),
        ("de.quote.judgement", "⟨Lind nannte den Plan⟩ „völlig unsinnig“ und ging."),
        ("de.hanging.subjunctive", "⟨Lind wartet,⟩ da der Damm Risse habe."),
    ],
)  # fmt: skip
def test_the_frame_of_a_statement(row: str, marked: str) -> None:
    frames = [
        [passages[draft.home].cut(*piece) for piece in draft.frame]
        for draft, passages in drafts("de", re.sub("[⟨⟩]", "", marked))
        if draft.pattern == row
    ]
    assert re.findall("⟨(.*?)⟩", marked) in frames


@pytest.mark.parametrize("text", SENTENCES)
def test_a_frame_holds_its_cue_and_its_speaker_and_no_word_of_what_is_said(text: str) -> None:
    for draft, _ in drafts("de", text):
        frame = {token for piece in draft.frame for token in range(*piece)}
        near = [*draft.cue, *([] if draft.carried else draft.speaker)]
        said = draft.content if draft.passage == draft.home else []
        if frame and draft.speaker_home == draft.home:
            assert all(frame.issuperset(range(*piece)) for piece in near)
            assert all(frame.isdisjoint(range(*piece)) for piece in said)
