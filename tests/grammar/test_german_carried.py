"""Who goes on speaking where a German sentence names nobody, and who else it might be."""

import pytest
from test_rows import drafts


def last(text: str) -> tuple[list[str], list[str]]:
    """Speaker of the last statement of a text, and the others that the words allow."""
    draft, passages = list(drafts("de", text))[-1]
    home = passages[draft.speaker_home]
    return [home.cut(*piece) for piece in draft.speaker], [home.cut(*piece) for piece in draft.rivals]


@pytest.mark.parametrize(
    ("text", "speaker", "others"),
    [
        # behind a frame that is itself reported whoever reports the frame may go on as well
        ("Lind erklärte, sie hätten Hinweise darauf, dass der Damm bricht. Die Stadt sei gewarnt.", ["sie"], ["Lind"]),
        ("Lind erklärte, dass der Damm bricht. Die Stadt sei gewarnt.", ["Lind"], []),
        # over paragraphs, if all that was said before is one voice's
        ("Lind sagte, es regne.\n\nDer Damm ist alt.\n\nEs taut.\n\nDas Wasser steigt.\n\nEr sei in Sorge.", ["Lind"], []),
        ("Lind sagte, es regne.\n\nDer Damm ist alt.\n\nEs taut.\n\nEs ist Mai.\n\nEs ist heiß.\n\nEr sei in Sorge.", [], []),
        ("Lind sagte, es regne. Er sagte, es taue.\n\nDer Damm ist alt.\n\nEs taut.\n\nSie seien in Sorge.", ["Er"], []),
        ("Lind sagte, es regne. Berg sagte, es taue.\n\nDer Damm ist alt.\n\nEs taut.\n\nEr sei in Sorge.", [], []),
        # a name that opens the sentence before, where nobody spoke
        ("Es regnet.\n\nEs taut.\n\nLind kam. „Der Damm hält nicht.“", ["Lind"], []),
        ("Es regnet.\n\nEs taut.\n\nSie kam. Der Damm halte nicht.", ["Sie"], []),
        ("Niemand kam. „Der Damm hält nicht.“", [], []),
        # nobody goes on
        ("Lind sagte, es regne. Niemand sagte, dass der Damm bricht. Er sei alt.", ["Lind"], []),
        ("Lind sagte, es regne. Wer fordert, dass der Damm wächst, irrt. Er sei alt.", ["Lind"], []),
    ],
)  # fmt: skip
def test_who_goes_on(text: str, speaker: list[str], others: list[str]) -> None:
    assert last(text) == (speaker, others)


@pytest.mark.parametrize(
    ("text", "fetched"),
    [
        ("Lind kam. „Der Damm hält nicht.“", True),
        ("Anna Lind sieht das gelassen. Der Damm sei alt.", True),
        ("Lind sagte, es regne. Der Damm sei alt.", True),
        ("Lind sagte, der Damm sei alt.", False),
    ],
)
def test_a_speaker_from_another_sentence_is_marked_as_fetched(text: str, fetched: bool) -> None:
    assert list(drafts("de", text))[-1][0].carried == fetched


@pytest.mark.parametrize(
    ("text", "himself"),
    [
        ("Nach eigenen Angaben hat Lind die Daten gekauft.", "Lind"),
        ("Lind kaufte nach eigenen Angaben die Daten.", "Lind"),
        ("Gestern hat Lind nach eigenen Angaben die Daten gekauft.", "Lind"),
        ("Im Mai hat nach eigenen Angaben die Partei gewonnen.", "die Partei"),
        ("Nach eigenen Angaben ist das Schiff gesunken.", ""),
        ("Der Mann, der nach eigenen Angaben floh, schwieg.", ""),
        ("Nach Angaben der Stadt kaufte Lind die Daten.", ""),
    ],
)
def test_whose_own_words_they_are(text: str, himself: str) -> None:
    draft, passages = next(drafts("de", text))
    assert (passages[draft.home].cut(*draft.himself) if draft.himself else "") == himself
