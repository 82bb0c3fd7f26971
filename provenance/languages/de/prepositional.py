"""Frames without a verb: laut, gemäß, zufolge, nach; ", so X"; demnach, wonach; wie X mitteilte."""

from __future__ import annotations

from provenance.languages.base import Draft, Range
from provenance.languages.de.clauses import Sentence, has_finite, is_subordinate
from provenance.languages.de.cues import Cue
from provenance.languages.de.frames import Frame, subject_after
from provenance.languages.de.nominals import noun_phrase
from provenance.languages.de.quotations import fill
from provenance.languages.de.verbs import reporting_forms
from provenance.languages.de.words import SOURCE_NOUNS, SUBJUNCTIVE_PRESENT

#: Words that name a source before or behind them; what one governs does not reach over another.
SOURCE_WORDS = frozenset({"laut", "zufolge", "gemäß", "nach"})
#: Nouns whose compounds name a source behind "nach": "Behördenangaben", "Presseberichten".
SOURCE_ENDINGS = (
    "angaben",
    "berichten",
    "bericht",
    "meldungen",
    "ansicht",
    "meinung",
    "einschätzung",
    "auffassung",
    "quellen",
    "informationen",
    "schätzungen",
    "aussagen",
    "auskunft",
)


def prepositional_frames(sentence: Sentence, passage: int) -> list[Draft]:
    """The frames of a sentence that name a source by preposition, with what they leave as content."""
    drafts = []
    lower = sentence.lower
    for at in range(sentence.first, sentence.body):
        word = lower[at]
        if word not in SOURCE_WORDS or sentence.passage.quoted(at):
            continue
        found = _frame(sentence, at, word)
        if found:
            drafts.append(_draft(sentence, passage, at, found, word))
    return drafts


def _frame(sentence: Sentence, at: int, word: str) -> Range | None:
    """The noun phrase that a preposition or postposition at `at` governs."""
    segment = sentence.segments[sentence.segment_of(at)]
    if word == "zufolge" or (word in ("nach", "gemäß") and _closes_phrase(sentence, at)):
        before = at - 1
        while before >= segment.start and sentence.lower[before] not in SOURCE_WORDS:
            before -= 1
        for start in range(before + 1, at):
            if noun_phrase(sentence, start, at) == at:
                if word != "zufolge" and not _names_source(sentence, start, at):
                    return None
                return (start, at)
        if word == "zufolge":
            return None
    end = noun_phrase(sentence, at + 1, sentence.body)
    if end == at + 1 or (word in ("nach", "gemäß") and not _names_source(sentence, at + 1, end)):
        return None
    if word == "nach" and at > sentence.first and lower_is_adjective(sentence, at - 1):
        return None
    return (at + 1, end)


def lower_is_adjective(sentence: Sentence, at: int) -> bool:
    """ "je nach Angaben": the word before "nach" makes it another idiom."""
    return sentence.lower[at] in ("je", "sucht", "suche", "fragen", "frage", "suchen")


def _closes_phrase(sentence: Sentence, at: int) -> bool:
    return at > sentence.first and (
        sentence.lower[at - 1] in SOURCE_NOUNS
        or sentence.lower[at - 1] in ("vernehmen",)
        or sentence.lower[at - 1].endswith(("meinung", "ansicht"))
    )


def _names_source(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the head of the phrase is a noun of saying or of report ("Angaben", "Ansicht", "Polizeiangaben")."""
    for at in range(start, min(end, start + 5)):
        word = sentence.lower[at]
        if sentence.words[at][0].isupper() or at == start:
            if word in SOURCE_NOUNS or word.endswith(SOURCE_ENDINGS):
                return not (
                    sentence.lower[start] in ("diesen", "den", "diesem") and word.startswith("ermittlung")
                )
            if sentence.words[at][0].isupper() and at > start:
                return False
    return False


def _draft(sentence: Sentence, passage: int, at: int, phrase: Range, word: str) -> Draft:
    start, end = min(at, phrase[0]), max(at + 1, phrase[1])
    content = around(sentence, start, end, own_clause=True)
    place = (
        "in front"
        if content and content[0][0] >= end
        else "at the end"
        if content and content[-1][1] <= start
        else "in the middle"
    )
    return Draft(
        passage,
        "indirect",
        content,
        f"{word} X, {place}",
        0.9,
        speaker=[phrase],
        cue=[(at, at + 1)],
        frame=[(start, end)],
    )


def around(sentence: Sentence, start: int, end: int, *, own_clause: bool = False) -> list[Range]:
    """The sentence without the frame `start`–`end`; commas at the seam are left out.

    A subordinate clause or a coordinated main clause keeps a frame to itself: content does not reach
    back over a semicolon.
    """
    first = sentence.first
    body = sentence.body
    number = sentence.segment_of(start)
    if (
        own_clause
        and number
        and is_subordinate(sentence, number)
        and start > sentence.segments[number].start + 1
    ):
        # "…, der nach Angaben der Polizei floh, …": the frame governs its own clause and no other.
        first, body = sentence.segments[number].start, sentence.segments[sentence.segment_of(end)].end
    for segment in sentence.segments:
        if segment.separator < start and sentence.words[segment.separator] == ";":
            first = segment.separator + 1
        if segment.separator >= end and segment.separator < body and sentence.words[segment.separator] == ";":
            body = segment.separator
            break
    before = start
    while before > first and sentence.words[before - 1] in (",", "–", "—"):
        before -= 1
    after = end
    while after < body and sentence.words[after] in (",", "–", "—"):
        after += 1
    content = []
    if before > first and not (
        before - first == 1 and sentence.lower[first] in ("und", "doch", "auch", "aber")
    ):
        content.append((first, before))
    if after < body:
        content.append((after, body))
    return content


def so_frame(sentence: Sentence, number: int, passage: int) -> Draft | None:
    """ "…, so X" and "…, so X, …": a comma, "so" and a noun phrase without any verb."""
    segment = sentence.segments[number]
    at = segment.start
    if sentence.lower[at] != "so" or number == 0 or at + 1 >= segment.end:
        return None
    readings = reporting_forms().get(sentence.lower[at + 1], ())
    verb = (
        any(form.kind == "finite" and not form.split for form in readings)
        and sentence.words[at + 1][0].islower()
    )
    end = noun_phrase(sentence, at + 1 + verb, sentence.body)
    if verb and end > at + 2:
        return Draft(
            passage, "indirect", around(sentence, at - 1, end), "…, so sagt X", 0.9,
            speaker=[(at + 2, end)], cue=[(at, at + 2)], frame=[(at - 1, end + (1 if end < sentence.body else 0))],
        )  # fmt: skip
    if end == at + 1 or (has_finite(sentence, number) and end < segment.end - 2):
        return None
    stop = end
    while (
        stop < sentence.body
        and sentence.words[stop] not in (",", ";", "–")
        and not sentence.passage.quoted(stop)
    ):
        stop += 1
    if stop - end > 8:
        return None
    speaker = (at + 1, end)
    return Draft(
        passage, "indirect", around(sentence, at - 1, stop), "…, so X", 0.93,
        speaker=[speaker], cue=[(at, at + 1)], frame=[(at - 1, stop + (1 if stop < sentence.body else 0))],
    )  # fmt: skip


def wie_frame(sentence: Sentence, number: int, cues: list[Cue], passage: int) -> Draft | None:
    """ "Wie X mitteilte, …" and "…, wie X mitteilte": a comparison that ends in a reporting verb."""
    segment = sentence.segments[number]
    if sentence.lower[segment.start] != "wie":
        return None
    cue = next(
        (
            cue
            for cue in cues
            if number <= cue.segment <= number + 3 and "p" in cue.allows and _ends_segment(sentence, cue)
        ),
        None,
    )
    if cue is None:
        cue = next(
            (
                cue
                for cue in cues
                if cue.segment == number and cue.verb.infinitive in ("heißen", "hervorgehen")
            ),
            None,
        )
    if cue is None:
        return None
    last = sentence.segments[cue.segment].end
    if cue.segment != number and any(
        sentence.lower[sentence.segments[k].start] == "wie" for k in range(number + 1, cue.segment + 1)
    ):
        return None
    start = segment.start - 1 if number else segment.start
    draft = Draft(passage, "indirect", around(sentence, start, last), "wie X mitteilte", 0.9)
    fill(sentence, draft, cue, Frame(segment.start, last))
    if not cue.final and not cue.passive and cue.segment != number:
        # Appositions stand between: "Wie der Richter, Otto Berg, ausführte".
        draft.speaker = subject_after(sentence, segment.start + 1, cue.anchor, cue.anchor)
    if draft.cue and draft.speaker:
        draft.cue = [(segment.start, segment.start + 1), *draft.cue]
    if not draft.speaker:
        draft.speaker = _from_phrase(sentence, segment.start + 1, last)
    draft.frame = [(start, last + (1 if last < sentence.body and not number else 0))]
    return draft


def _ends_segment(sentence: Sentence, cue: Cue) -> bool:
    return max(cue.tokens) + 1 >= sentence.segments[cue.last].end


def _from_phrase(sentence: Sentence, at: int, end: int) -> list[Range]:
    """ "wie aus dem Papier hervorgeht", "wie es bei der Polizei hieß": the source behind a preposition."""
    for position in range(at, min(at + 4, end)):
        if sentence.lower[position] in ("aus", "bei", "beim", "in", "im", "von"):
            phrase = noun_phrase(sentence, position + 1, end)
            if phrase > position + 1:
                return [(position + 1, phrase)]
    return []


def adverb_frame(sentence: Sentence, passage: int) -> Draft | None:
    """ "Demnach …" (its source stands before), "Berichte, wonach …"."""
    lower = sentence.lower
    for at in range(sentence.first, sentence.body):
        word = lower[at]
        if word not in ("demnach", "demzufolge", "wonach", "danach") or sentence.passage.quoted(at):
            continue
        if word == "danach" and not any(lower[k] in SUBJUNCTIVE_PRESENT for k in range(at, sentence.body)):
            continue
        if word == "wonach":
            start = sentence.segments[sentence.segment_of(at)].start
            phrase = _phrase_before(sentence, start - 1)
            if at != start or at + 1 >= sentence.body:
                continue
            draft = Draft(passage, "indirect", [(at + 1, sentence.body)], "wonach", 0.85, cue=[(at, at + 1)])
            draft.speaker = [phrase] if phrase else []
            draft.frame = [(phrase[0] if phrase else at, at + 1)]
            return draft
        return Draft(
            passage,
            "indirect",
            around(sentence, at, at + 1),
            word,
            0.8,
            cue=[(at, at + 1)],
            frame=[(at, at + 1)],
            carried=True,
        )
    return None


def _phrase_before(sentence: Sentence, end: int) -> Range | None:
    for start in range(max(sentence.first, end - 9), end):
        if noun_phrase(sentence, start, end) == end:
            return (start, end)
    return None
