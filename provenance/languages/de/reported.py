"""Speech acts that a sentence reports as a whole: "Die Partei kritisierte den Beschluss"."""

from __future__ import annotations

from provenance.languages.base import Draft
from provenance.languages.de.clauses import Sentence
from provenance.languages.de.cues import find_cues
from provenance.languages.de.frames import frame_start, subject

#: "geht von … aus" assumes; without the preposition it only ends.
ASSUMED = {"von", "vom", "davon", "wovon"}


def reported_act(sentence: Sentence, number: int) -> Draft | None:
    """The sentence as one reported statement, if a verb of judging or asking governs its main clause."""
    if (
        sentence.passage.quoted(sentence.first)
        and sentence.passage.quotes[sentence.passage.inside[sentence.first]].open < sentence.first
    ):
        return None
    for cue in find_cues(sentence):
        if "r" not in cue.allows or cue.final or cue.passive or not cue.finite:
            continue
        if cue.verb.infinitive == "ausgehen" and not ASSUMED & set(
            sentence.lower[sentence.first : sentence.after]
        ):
            continue  # "die Plätze gingen an Thailand aus"
        speaker = subject(sentence, cue, frame_start(sentence, cue))
        if not speaker:
            continue
        return Draft(
            number,
            "reported",
            [(sentence.first, sentence.after)],
            f"speech act: {cue.verb.infinitive}",
            0.55,
            speaker=speaker,
        )
    return None
