"""What mood carries on: subjunctive sequels without a frame, hearsay with "soll", floating quotations.

In a sentence without a frame a present subjunctive is reported speech (98 % of the sentences that hold
one of twelve common forms; counted on German Wikinews). Its speaker is mostly that of the statement
before it (74 %), named one sentence back (80 %), so the one before is taken and a rival is shown.
"""

from __future__ import annotations

from provenance.languages.base import Draft
from provenance.languages.de.clauses import Sentence, is_subordinate
from provenance.languages.de.words import (
    OPTATIVE,
    SOLLEN,
    SUBJUNCTIVE,
    SUBJUNCTIVE_PAST,
    UNREAL,
)
from provenance.model import StatementKind
from provenance.passage import Passage

#: Plural and modal forms whose subjunctive is the indicative's twin: they carry on only what already runs.
AMBIGUOUS = frozenset(["dürften", "dürfte", "sollten", "sollte", "wollten"])


class Thread:
    """The statement that a sequel would go on with, within one passage."""

    def __init__(self, passage: Passage, number: int, drafts: list[Draft]) -> None:
        """`drafts` are all statements found so far in the document; the list grows while we read."""
        self.passage = number
        self._words = passage.lower
        self.joined = False
        self.running: Draft | None = None
        self._drafts = drafts
        self._reported_before = False

    def sequel(self, sentence: Sentence) -> list[Draft] | None:
        """The sentence as a sequel: a new draft, [] if it was joined to the one before, None if it is none."""
        self.joined = False
        mood = _mood(
            sentence,
            self._reported_before,
            self.running is not None and self.running.kind == "indirect_free_indirect",
        )
        if mood is None:
            return None
        if self.running and self.running.kind == mood:
            first, _ = self.running.content[0]
            self.running.content[0] = (first, sentence.after)
            self.joined = True
            return []
        pattern = (
            "subjunctive without a frame" if mood == "indirect_free_indirect" else "soll without a source"
        )
        confidence = 0.85 if mood == "indirect_free_indirect" else 0.6
        draft = Draft(
            self.passage, mood, [(sentence.first, sentence.after)], pattern, confidence, carried=True
        )
        self._fetch_speaker(draft)
        return [draft]

    def follow(self, found: list[Draft]) -> None:
        """Remember what a sentence gives the next one to go on with."""
        for draft in found:
            if draft.carried and not draft.speaker:
                self._fetch_speaker(draft)
        if found:
            self.running = (
                found[-1] if found[-1].kind in ("indirect_free_indirect", "free_indirect") else None
            )
            self._reported_before = True
        elif not self.joined:
            self.running = None
            self._reported_before = False

    def _fetch_speaker(self, draft: Draft) -> None:
        earlier_ones = [
            earlier for earlier in self._drafts[-8:] if earlier.parent is None and earlier is not draft
        ]
        previous = earlier_ones[-1] if earlier_ones else None
        if previous is None or self.passage - previous.passage > 1:
            return
        draft.speaker = list(previous.speaker)
        draft.speaker_passage = previous.speaker_home
        if draft.speaker_passage == self.passage:
            draft.rivals = self._rivals(previous, earlier_ones[:-1])

    def _rivals(self, previous: Draft, before: list[Draft]) -> list[tuple[int, int]]:
        """Who else may be speaking: behind a frame that is itself in the subjunctive ("man gehe davon aus,
        dass …") the sequel is that frame's speaker's or still that of the one who reports the frame."""
        reported = any(
            self._words[at] in SUBJUNCTIVE for first, after in previous.cue for at in range(first, after)
        )
        if not reported or previous.passage != self.passage:
            return []
        for earlier in reversed(before):
            if (
                earlier.passage == self.passage
                and earlier.speaker
                and earlier.speaker != previous.speaker
                and earlier.speaker_home == self.passage
            ):
                return earlier.speaker[:1]
        return []


def _mood(sentence: Sentence, reported_before: bool, running: bool) -> StatementKind | None:
    """What a sentence without a frame is by its verbs: a sequel in the subjunctive, hearsay, or neither."""
    lower = sentence.lower
    present = past = hearsay = -1
    for number, segment in enumerate(sentence.segments):
        for at in range(segment.start, segment.end):
            word = lower[at]
            if sentence.passage.quoted(at):
                continue
            if (
                present < 0
                and word not in SUBJUNCTIVE_PAST
                and sentence.subjunctive(at, at + 1) == at
                and not _comparison(sentence, number)
            ):
                present = at
            elif (
                (word in SUBJUNCTIVE_PAST or (word in AMBIGUOUS and running))
                and past < 0
                and not _comparison(sentence, number)
            ):
                past = at
            elif word in SOLLEN and hearsay < 0 and not (is_subordinate(sentence, number) and number):
                hearsay = at
    if present >= 0 and not OPTATIVE.search(" ".join(lower[sentence.first : sentence.after])):
        return "indirect_free_indirect"
    if (
        past >= 0
        and reported_before
        and not any(word in UNREAL for word in lower[sentence.first : sentence.after])
    ):
        return "indirect_free_indirect"
    if hearsay >= 0 and (reported_before or _perfect(sentence, hearsay)):
        return "free_indirect"
    return None


def _comparison(sentence: Sentence, number: int) -> bool:
    """ "als sei nichts geschehen", "damit er könne": a subjunctive that its conjunction asks for."""
    first = sentence.lower[sentence.segments[number].start]
    return first in ("als", "damit")


def _perfect(sentence: Sentence, at: int) -> bool:
    """ "soll … gestohlen haben": with a perfect infinitive "soll" is hearsay and never obligation."""
    words = sentence.lower[at : sentence.body]
    return any(
        words[k] in ("haben", "sein") and words[k - 1].endswith(("t", "en"))
        for k in range(max(len(words) - 3, 1), len(words))
    )
