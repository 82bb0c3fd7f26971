"""The frame of one reporting verb: whether it stands before, behind or inside its content."""

from __future__ import annotations

from provenance.languages.base import Draft, Range
from provenance.languages.en.complements import Complement, Tail, complement
from provenance.languages.en.content_ends import content_end, first_comma, opening_clause
from provenance.languages.en.cues import Cue
from provenance.languages.en.noun_phrases import phrase_end, speaker_after
from provenance.languages.en.postposed import inverted, postposed, relative, wholly_quoted
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.subjects import Subject, main_subject, subject_before
from provenance.languages.en.words import BY, DOCUMENTS, ING, OCCASIONS, TIME_WORDS, endings, is_adverb, of
from provenance.model import StatementKind

_DUMMY = endings("it")
_TELL = of("tell")
_TIME = of("time")

#: How sure a pattern is of itself, by the share of its drafts that annotators marked as well.
CONFIDENCE = {
    "quotation": 0.95,
    "that": 0.93,
    "clause": 0.9,
    "question": 0.85,
    "infinitive": 0.8,
    "preposition": 0.75,
    "object": 0.7,
}


def read_frame(
    sentence: Sentence, cue: Cue, cues: list[Cue], floor: int, before: Draft | None
) -> Draft | None:
    """The statement that a verb reports; nothing left of `floor` is looked at, it belongs to others.

    `before` is the statement found last in the same sentence: participles and second verbs share its speaker.
    """
    if cue.passive:
        return _passive(sentence, cue, cues, floor)
    framed = inverted(sentence, cue, floor)
    if framed:
        return framed
    listed = (
        before is not None and sentence.word(cue.first - 1) == "," and before.content[-1][1] == cue.first - 1
    )
    subject = None if listed else _own_subject(sentence, cue, floor)
    behind = complement(sentence, cue)
    if subject and cue.finite:
        framed = postposed(sentence, cue, subject, behind, floor) or relative(sentence, cue, subject, behind)
        if framed:
            return framed
    if isinstance(behind, Tail):
        return None
    return _preposed(sentence, cue, cues, subject or _shared_subject(sentence, cue, before, behind), behind)


def closing_frame(sentence: Sentence, cues: list[Cue]) -> Draft | None:
    """The frame that ends the sentence and reports all of it: "Six were held after refusing to go, police said."

    Without it the verbs before would each take their part, although the whole is somebody's report.
    """
    if len(cues) < 2 or sentence.opens(sentence.first):
        return None
    cue = cues[-1]
    if not cue.finite or not {"q", "d"} <= cue.verb.allows:
        return None
    subject = subject_before(sentence, cue.first, cues[-2].at + 1)
    behind = complement(sentence, cue)
    if subject is None or isinstance(behind, Complement) or behind.end < sentence.body:
        return None
    if sentence.word(subject.start - 1) != ",":
        return None
    return postposed(sentence, cue, subject, behind, sentence.first)


def _own_subject(sentence: Sentence, cue: Cue, floor: int) -> Subject | None:
    """The phrase before a verb, if it is its subject: infinitives and loose participles have none."""
    if cue.infinitive:
        return None
    if cue.finite:
        return subject_before(
            sentence, cue.first, sentence.first if sentence.breaks(cue.first - 1) else floor
        )
    at = cue.first - 1
    while is_adverb(sentence.word(at)):
        at -= 1
    if at < floor or not sentence.words[at][0].isalnum():
        return None
    subject = subject_before(sentence, cue.first, floor)
    if subject is not None and sentence.lower[subject.speaker[-1][1] - 1] in OCCASIONS | TIME_WORDS:
        # "put out a statement saying": whoever put it out speaks.
        return subject if subject.start == sentence.first else None
    return subject


def _shared_subject(sentence: Sentence, cue: Cue, before: Draft | None, behind: Complement) -> Subject | None:
    """The speaker of a participle, an infinitive or a second verb: that of the verb before or behind it."""
    if cue.kind == "ing" and cue.first <= sentence.first + 1 and opening_clause(sentence, cue.first):
        start = first_comma(sentence, behind.start, sentence.body) + 1
        end = phrase_end(sentence, start, sentence.body)
        return Subject([(start, end)], start) if end > start else None
    if before is not None and before.speaker and before.speaker[0][0] >= sentence.first:
        return Subject(list(before.speaker), cue.first)
    return main_subject(sentence, cue.first)


def _preposed(
    sentence: Sentence, cue: Cue, cues: list[Cue], subject: Subject | None, behind: Complement
) -> Draft | None:
    """X said that …"""
    if not _credible(sentence, cue, subject, behind):
        return None
    end = content_end(sentence, behind.start, cue, cues, behind.kind in ("object", "preposition"))
    if end <= behind.start:
        return None
    content = [(behind.start, end)]
    return Draft(
        sentence.number,
        _kind(sentence, content, behind, cue),
        content,
        f"{cue.verb.infinitive} + {behind.kind}",
        CONFIDENCE[behind.kind],
        speaker=list(subject.speaker) if subject else [],
        cue=[(cue.first, behind.cue_after)],
        frame=[(min(subject.start, cue.first) if subject else cue.first, behind.start)],
        addressee=list(behind.hearer),
    )


def _credible(sentence: Sentence, cue: Cue, subject: Subject | None, behind: Complement) -> bool:
    """Whether a verb with this complement reports at all: "found his glasses" and "time will tell" do not."""
    if subject is None:
        act = cue.kind == "ing" and cue.verb.group in ("saying", "judging")
        return act or (
            behind.kind not in ("object", "preposition", "infinitive") and cue.verb.group != "finding"
        )
    nouns = {sentence.lower[at] for first, after in subject.speaker for at in range(first, after)}
    if cue.verb.group == "finding" and behind.kind in ("object", "clause"):
        return not DOCUMENTS.isdisjoint(nouns)
    return not (cue.verb.infinitive in _TELL and not _TIME.isdisjoint(nouns))


def _kind(sentence: Sentence, content: list[Range], behind: Complement, cue: Cue) -> StatementKind:
    if wholly_quoted(sentence, content):
        return "direct"
    wish = behind.kind == "infinitive" and cue.verb.group == "thinking"
    return "reported" if wish or behind.kind in ("object", "preposition") else "indirect"


def _passive(sentence: Sentence, cue: Cue, cues: list[Cue], floor: int) -> Draft | None:
    """X was accused by Y of …; asked about …; it is understood that …"""
    subject = subject_before(sentence, cue.first, floor) if cue.first > floor else None
    dummy = subject is not None and sentence.lower[subject.start].startswith(_DUMMY)
    hearer = "h" in cue.verb.allows
    draft = Draft(
        sentence.number,
        "free_indirect" if dummy else "reported",
        [] if subject is None or hearer or dummy else list(subject.speaker),
        f"be {sentence.lower[cue.at]}",
        0.6,
        cue=[(cue.first, cue.at + 1)],
        addressee=list(subject.speaker) if subject and hearer else [],
    )
    after = cue.at + 2
    if sentence.word(cue.at + 1) in BY:
        end = speaker_after(sentence, after, sentence.body)
        if end == after or sentence.lower[after].endswith(ING):
            return None
        draft.speaker, draft.frame = [(after, end)], [(cue.first, end)]
        return draft if draft.content else None
    behind = complement(sentence, cue)
    if isinstance(behind, Tail) or (behind.kind == "object" and hearer):
        return None
    end = content_end(sentence, behind.start, cue, cues, behind.kind == "preposition")
    if hearer and cue.first == cue.at:
        end = first_comma(sentence, behind.start, end)
    draft.content.append((behind.start, end))
    draft.frame = [(cue.first, behind.start)]
    draft.agentless = True
    return draft
