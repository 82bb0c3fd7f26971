"""The clause around a cue: where it begins, who is its subject, to whom it is said."""

from __future__ import annotations

from dataclasses import dataclass, field

from provenance.languages.base import Range
from provenance.languages.de.clauses import (
    Sentence,
    has_finite,
    is_subordinate,
    looks_finite,
)
from provenance.languages.de.cues import Cue
from provenance.languages.de.nominals import leading_adverbs, noun_phrase
from provenance.languages.de.words import (
    ADVERBS,
    COORDINATORS,
    OBJECT_PRONOUNS,
    OBLIQUE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_NOUNS,
)

#: Verbs whose person addressed is their accusative object, or a dative that is no indirect receiver.
WITH_OBJECT = frozenset(
    """
        auffordern bitten ermahnen beschuldigen bezichtigen verdächtigen anklagen ersuchen anweisen
        beauftragen vorwerfen drängen unterstellen bescheinigen attestieren vorhalten aufrufen
        warnen ermuntern ermutigen einladen raten empfehlen befehlen erlauben gestatten verbieten
        untersagen nennen bezeichnen
    """.split()
)


#: Articles and pronouns that begin a dative, and the prepositions that lead to a hearer.
HEARER_DATIVES = frozenset({"dem", "der", "den", "ihm", "ihr", "ihnen"})
HEARER_STARTS = HEARER_DATIVES | {"gegenüber", "vor", "zu", "an"}
#: Words that can begin an object in the place of the subject.
OBJECT_STARTS = frozenset(
    """
    die das dies diese dieses seine ihre deren dessen eine ein
""".split()
)


@dataclass(slots=True)
class Frame:
    """A reporting clause, in token ranges."""

    start: int
    end: int
    speaker: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)


def frame_start(sentence: Sentence, cue: Cue) -> int:
    """First token of the cue's clause, the subordinate clauses in its prefield included."""
    number = cue.segment
    segment = sentence.segments[number]
    lower = sentence.lower
    position = cue.anchor - 1
    if (
        position > segment.start
        and lower[position] in ("und", "aber", "sondern", "oder")
        and not sentence.passage.quoted(position)
    ):
        # "…, und forderte": the second of two coordinated verbs opens a frame of its own.
        return position
    if cue.final:
        return _subordinate_start(sentence, number)
    return _main_start(sentence, number)


def _main_start(sentence: Sentence, number: int) -> int:
    """Start of the main clause: back over subordinate clauses and appositions in front of its verb."""
    start = number
    words = sentence.words
    while start > 0:
        before = words[sentence.segments[start].start - 1]
        if before in (";", ":"):
            break
        if is_subordinate(sentence, start - 1) or not has_finite(sentence, start - 1):
            start -= 1
            continue
        break
    return sentence.segments[start].start


def _subordinate_start(sentence: Sentence, number: int) -> int:
    """A relative clause's frame takes in the clause it hangs on; other subordinate clauses do so as well."""
    start = number
    while start > 0 and sentence.words[sentence.segments[start].start - 1] not in (";", ":"):
        start -= 1
        if not is_subordinate(sentence, start):
            break
    return sentence.segments[start].start


def subject(sentence: Sentence, cue: Cue, start: int) -> list[Range]:
    """The speaker: the subject of the cue's clause, which begins at `start`."""
    if cue.passive or cue.verb.infinitive == "heißen":
        return _agent(sentence, cue) or _place_of_report(sentence, cue, start)
    if cue.final:
        return _subject_of_subordinate(sentence, cue)
    if sentence.lower[start] in COORDINATORS and cue.anchor == start + 1:
        return _shared_subject(sentence, start)
    before = _subject_before(sentence, cue, start)
    if before and not _object_first(sentence, cue, before[0]):
        return before
    return (
        subject_after(sentence, cue.anchor + 1, sentence.segments[cue.segment].end, sentence.body) or before
    )


def _shared_subject(sentence: Sentence, coordinator: int) -> list[Range]:
    """ "Meier lobte den Plan und sagte, …": the second verb has the subject of the first."""
    number = sentence.segment_of(max(coordinator - 1, sentence.first))
    start = _main_start(sentence, number)
    at = leading_adverbs(sentence, start, coordinator)
    if (
        at < coordinator
        and sentence.lower[at] not in PREPOSITIONS
        and sentence.lower[at] not in OBLIQUE
        and sentence.lower[at] not in SUBORDINATORS
    ):
        end = noun_phrase(sentence, at, coordinator)
        if end > at:
            return [(at, end)]
    for verb in range(start, coordinator):
        if looks_finite(sentence, verb, coordinator) and not sentence.passage.quoted(verb):
            return subject_after(sentence, verb + 1, coordinator, coordinator)
    return []


def _object_first(sentence: Sentence, cue: Cue, phrase: Range) -> bool:
    """ "Den Plan nannte er „…“", "Die Äußerungen bezeichnete Meier als …": a bare name or pronoun behind the verb."""
    if (
        not ({"a"} & cue.allows or cue.verb.infinitive in ("vorwerfen", "fordern"))
        or sentence.lower[phrase[0]] not in OBJECT_STARTS
    ):
        return False
    after = cue.anchor + 1
    if after >= sentence.body:
        return False
    word = sentence.lower[after]
    if word in ("er", "man", "ich", "wir"):
        return True
    return (
        sentence.words[after][0].isupper()
        and sentence.words[phrase[1] - 1][0].isupper()
        and word not in ("sie",)
    )


def _agent(sentence: Sentence, cue: Cue) -> list[Range]:
    """ "von der Polizei" or "durch die Behörde" in a passive clause."""
    segment = sentence.segments[cue.segment]
    for at in range(segment.start, segment.end - 1):
        if sentence.lower[at] in ("von", "vom", "seitens") and not sentence.passage.quoted(at):
            end = noun_phrase(sentence, at + 1, segment.end)
            if end > at + 1 and (at > cue.anchor or at == segment.start):
                return [(at + 1, end)]
    return []


def _place_of_report(sentence: Sentence, cue: Cue, start: int) -> list[Range]:
    """ "In dem Bericht heißt es", "hieß es aus Kreisen der Bank": the words lie in a document or come from a body."""
    segment = sentence.segments[cue.segment]
    for at in range(max(start, segment.start), segment.end - 1):
        if sentence.lower[at] in (
            "in",
            "im",
            "aus",
            "bei",
            "beim",
            "seitens",
            "vom",
            "von",
        ) and not sentence.passage.quoted(at):
            end = noun_phrase(sentence, at + 1, segment.end)
            if end > at + 1 and sentence.lower[end - 1] not in TIME_NOUNS:
                return [(at + 1, end)]
    return []


def _subject_before(sentence: Sentence, cue: Cue, start: int) -> list[Range]:
    at = leading_adverbs(sentence, start, cue.anchor)
    if at >= cue.anchor:
        return []
    word = sentence.lower[at]
    if word in OBLIQUE or word in OBJECT_PRONOUNS or word in SUBORDINATORS:
        return []
    if word in PREPOSITIONS and word != "dank":
        # A prefield of time or place; the subject may still stand before the verb behind a comma.
        return []
    end = noun_phrase(sentence, at, cue.anchor)
    if end == at:
        return []
    if sentence.lower[end - 1] in TIME_NOUNS and end - at <= 2:
        return []
    return [(at, end)]


def _subject_of_subordinate(sentence: Sentence, cue: Cue) -> list[Range]:
    segment = sentence.segments[cue.segment]
    at = segment.start
    lower = sentence.lower
    if lower[at] in COORDINATORS:
        at += 1
    if lower[at] in PREPOSITIONS and lower[at + 1] in RELATIVES:
        return subject_after(sentence, at + 2, segment.end, segment.end)
    if lower[at] in RELATIVES and lower[at] not in OBLIQUE and lower[at] not in SUBORDINATORS:
        if at + 1 < segment.end:
            end = noun_phrase(sentence, at + 1, segment.end)
            if (
                lower[at] in ("was", "das", "die", "welche", "welches")
                and end > at + 1
                and lower[at + 1] not in OBLIQUE
                and end < segment.end
            ):
                return [(at + 1, end)]
        return [(at, at + 1)]
    return subject_after(sentence, at + 1, segment.end, segment.end)


def subject_behind(sentence: Sentence, cue: Cue, limit: int) -> list[Range]:
    """The speaker of a frame behind its content: ", sagte X", ", heißt es in dem Papier"."""
    if cue.verb.infinitive == "heißen" or cue.passive:
        return _place_of_report(sentence, cue, cue.anchor + 1)
    return subject_after(sentence, cue.anchor + 1, sentence.segments[cue.segment].end, limit)


def subject_after(sentence: Sentence, at: int, end: int, limit: int) -> list[Range]:
    """The first noun phrase from `at` that can be a subject: behind a verb, or behind a conjunction."""
    lower = sentence.lower
    skipped = 0
    while at < end and skipped < 8:
        word = lower[at]
        if sentence.passage.quoted(at) and not _opens_name(sentence, at):
            return []
        if word in OBJECT_PRONOUNS or (word in ADVERBS and not sentence.words[at][0].isupper()):
            at += 1
            skipped += 1
            continue
        if word == "es" and at + 1 < end:
            return []
        if word in PREPOSITIONS:
            after = noun_phrase(sentence, at + 1, end)
            if after == at + 1:
                at += 1
            else:
                at = after
            skipped += 1
            continue
        phrase = noun_phrase(sentence, at, limit)
        if phrase == at:
            return []
        if word in OBLIQUE or (phrase - at <= 2 and lower[phrase - 1] in TIME_NOUNS):
            at = phrase
            skipped += 1
            continue
        return [(at, phrase)]
    return []


def _opens_name(sentence: Sentence, at: int) -> bool:
    quote = sentence.passage.quotes[sentence.passage.inside[at]]
    return quote.open == at and quote.size <= 4 and quote.close + 1 < sentence.after


def addressee(sentence: Sentence, cue: Cue, speaker: list[Range], start: int, end: int) -> list[Range]:
    """To whom it is said: "gegenüber X", "dem X" behind the speaker, "zu X", or the verb's own object."""
    lower = sentence.lower
    infinitive = cue.verb.infinitive
    taken = {token for first, after in speaker for token in range(first, after)} | set(cue.tokens)
    prepositions = _prepositions_of(infinitive)
    for at in range(start, end):
        word = lower[at]
        if word not in HEARER_STARTS and infinitive not in WITH_OBJECT:
            continue
        if at in taken or sentence.passage.quoted(at):
            continue
        if word in prepositions:
            phrase = noun_phrase(sentence, at + 1, end)
            if (
                phrase > at + 1
                and lower[phrase - 1] not in TIME_NOUNS
                and _addressable(sentence, at + 1, phrase, word)
            ):
                return [(at + 1, phrase)]
        if word in HEARER_DATIVES and (speaker or word != "der"):
            dative = (
                at > max(cue.anchor, *(after - 1 for _, after in speaker)) if speaker else at > cue.anchor
            ) or infinitive in WITH_OBJECT
            if dative and lower[at - 1] not in PREPOSITIONS:
                phrase = noun_phrase(sentence, at, end)
                if phrase > at or word in OBJECT_PRONOUNS:
                    return [(at, max(phrase, at + 1))]
        elif (
            infinitive in WITH_OBJECT
            and at > start
            and lower[at - 1] not in PREPOSITIONS
            and word not in ADVERBS
            and word not in PREPOSITIONS
        ):
            phrase = noun_phrase(sentence, at, end)
            if (
                phrase > at
                and not set(range(at, phrase)) & taken
                and lower[phrase - 1] not in TIME_NOUNS
                and word != "sich"
            ):
                return [(at, phrase)]
    return []


def _prepositions_of(infinitive: str) -> tuple[str, ...]:
    if infinitive in ("appellieren", "richten"):
        return ("an", "gegenüber")
    if infinitive in ("sprechen", "sagen", "äußern", "erklären"):
        return ("gegenüber", "vor", "zu")
    return ("gegenüber", "vor")


def _addressable(sentence: Sentence, start: int, end: int, preposition: str) -> bool:
    """Whether someone can be told: people and media; "vor dem Treffen" and "zu dem Vorfall" are no hearers."""
    if preposition == "gegenüber":
        return True
    head = sentence.lower[end - 1]
    people = (
        "journalisten",
        "reportern",
        "medien",
        "presse",
        "anhängern",
        "delegierten",
        "abgeordneten",
        "parlament",
        "bundestag",
        "studenten",
        "zuhörern",
        "vertretern",
        "publikum",
        "menschen",
        "mitgliedern",
    )
    return head.endswith(people) or (
        preposition == "zu" and sentence.words[end - 1][0].isupper() and end - start == 1
    )
