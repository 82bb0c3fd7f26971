"""Content that hangs on a verb or a noun: dass, verb-second, infinitive, question; and where it ends."""

from __future__ import annotations

from typing import Literal, NamedTuple

from provenance.languages.de.clauses import (
    Sentence,
    has_finite,
    infinitive_clause,
    is_subordinate,
    looks_finite,
)
from provenance.languages.de.cues import Cue
from provenance.languages.de.verbs import reporting_forms
from provenance.languages.de.words import (
    ARTICLES,
    COORDINATORS,
    FINITES,
    PRONOUNS,
    QUESTION_WORDS,
    SUBJUNCTIVE,
    SUBORDINATORS,
)

ComplementKind = Literal["dass", "verb-second", "infinitive", "question", "colon"]


class Complement(NamedTuple):
    """What follows a cue: its kind and the first token of the content."""

    kind: ComplementKind
    start: int


def complement(sentence: Sentence, cue: Cue) -> Complement | None:
    """The clause that says what is reported, behind the cue or behind what is inserted after it."""
    for number in range(cue.last + 1, min(cue.last + 5, len(sentence.segments))):
        found = complement_at(sentence, number, cue.allows)
        if found:
            return found
        if (
            number == cue.last + 1
            and cue.verb.group == "saying"
            and "v" in cue.allows
            and not cue.final
            and _plain_clause(sentence, number)
        ):
            return Complement("verb-second", sentence.segments[number].start)
        if sentence.words[sentence.segments[number].start - 1] in (";", ":"):
            return None
        if not is_subordinate(sentence, number) and has_finite(sentence, number):
            return None
    return None


def complement_at(sentence: Sentence, number: int, allows: frozenset[str]) -> Complement | None:
    """The complement that begins with segment `number`, if the cue allows it."""
    segment = sentence.segments[number]
    at = segment.start
    first = sentence.lower[at]
    separator = sentence.words[at - 1]
    if first in ("und", "aber", "sondern") and at + 1 < segment.end:
        first = sentence.lower[at + 1]
    if first in ("dass", "daß"):
        return Complement("dass", at) if "d" in allows else None
    if separator == ":":
        if sentence.passage.quoted(at):
            return None
        if not ("v" in allows and "q" in allows):
            return None
        near = any(sentence.lower[k] in reporting_forms() for k in range(max(at - 3, sentence.first), at - 1))
        return Complement("colon", at) if near or sentence.subjunctive(at, segment.end) >= 0 else None
    if "i" in allows and infinitive_clause(sentence, number):
        return Complement("infinitive", at)
    if "v" in allows and _verb_second(sentence, number):
        return Complement("verb-second", at)
    if "w" in allows and first in QUESTION_WORDS and first not in SUBORDINATORS | ARTICLES | {"wer", "was"}:
        return Complement("question", at)
    if (
        "w" in allows
        and first in ("ob", "wie", "wer", "was", "welche", "welcher")
        and is_subordinate(sentence, number)
    ):
        return Complement("question", at)
    return None


def _verb_second(sentence: Sentence, number: int) -> bool:
    """Whether a segment is a main clause in the subjunctive (its verb is not at the end), or leads into one."""
    segment = sentence.segments[number]
    at = sentence.subjunctive(segment.start, segment.end)
    first = sentence.lower[segment.start]
    if at >= 0:
        short = segment.end - segment.start <= 3
        if first in ("um", "ohne"):
            return False
        if first in SUBORDINATORS:
            return _leads_into_subjunctive(sentence, number)
        return at < segment.end - 1 or short or (first in PRONOUNS and first not in ARTICLES)
    if first in SUBORDINATORS or not has_finite(sentence, number):
        return _leads_into_subjunctive(sentence, number)
    return False


def _plain_clause(sentence: Sentence, number: int) -> bool:
    """Whether a segment is a main clause in the indicative: a pronoun or "man" and its verb right behind it."""
    segment = sentence.segments[number]
    if sentence.words[segment.start - 1] != "," or segment.end - segment.start < 2:
        return False
    first = sentence.lower[segment.start]
    if first in ("er", "sie", "es", "man", "ich", "wir", "dies"):
        return looks_finite(sentence, segment.start + 1, segment.end)
    return False


def _leads_into_subjunctive(sentence: Sentence, number: int) -> bool:
    """ "sagte, wenn es regne, werde …": the clause after this one begins with its subjunctive verb."""
    for later in range(number + 1, min(number + 4, len(sentence.segments))):
        start = sentence.segments[later].start
        if sentence.lower[start] in SUBJUNCTIVE:
            return True
        if not is_subordinate(sentence, later):
            return False
    return False


def content_end(sentence: Sentence, start: int, kind: ComplementKind | str) -> int:
    """End (exclusive) of content that begins at `start`: the sentence's, unless somebody else takes over.

    It stops where a new reporting verb is coordinated ("…, und forderte …"), where the matrix clause
    resumes with its verb ("Der Vorwurf, dass …, wurde …"), and at a semicolon behind which the mood is lost.
    """
    known = sentence.content_ends
    passed: list[int] = []
    end = -1
    for number in range(sentence.segment_of(start), len(sentence.segments)):
        if (kind, number) in known and passed:
            end = known[kind, number]
            break
        segment = sentence.segments[number]
        end = _coordinated_report(sentence, max(segment.start, start + 1), segment.end)
        passed.append(number)
        if end:
            break
        if number + 1 < len(sentence.segments) and _stops_after(sentence, number, kind):
            end = segment.end
            break
        end = sentence.body
    for number in passed[1:]:  # the segment of the start was not read from its own
        known[kind, number] = end
    return end


def _coordinated_report(sentence: Sentence, start: int, end: int) -> int:
    """First token of "und forderte" within the range, or 0; a trailing comma is not counted in."""
    forms = reporting_forms()
    for at in range(start, end - 1):
        if sentence.lower[at] in ("und", "aber", "sowie", "sondern") and not sentence.passage.quoted(at):
            word = sentence.lower[at + 1]
            readings = forms.get(word)
            if (
                readings and sentence.words[at + 1][0].islower() and word not in SUBJUNCTIVE
                and all(form.kind == "finite" for form in readings) and word.endswith(("te", "ten", "ß", "f", "g", "b", "t"))
                and not word.endswith("en") and any(form.verb.group != "documents" for form in readings)
            ):  # fmt: skip
                return at - 1 if sentence.words[at - 1] == "," else at
    return 0


def _stops_after(sentence: Sentence, number: int, kind: str) -> bool:
    """Whether content of this kind ends with segment `number`."""
    following = sentence.segments[number + 1]
    separator = sentence.words[following.start - 1]
    first = sentence.lower[following.start]
    if separator == ";":
        return sentence.subjunctive(following.start, sentence.body) < 0
    if separator in ("–", "—", ":"):
        return False
    if kind in ("dass", "infinitive", "question") and first in FINITES and first not in SUBJUNCTIVE:
        return first not in ("sollte", "hat", "haben") or not is_subordinate(sentence, number)
    if kind in ("dass", "infinitive", "verb-second", "question"):
        readings = reporting_forms().get(first)
        if (
            readings
            and sentence.words[following.start][0].islower()
            and any(form.kind == "finite" for form in readings)
        ):
            return True
        if first == "so" or (first == "wie" and _report_at_end(sentence, number + 1)):
            return True
    if first in ("während", "nachdem", "bevor") and kind == "verb-second":
        return sentence.subjunctive(following.start, following.end) < 0 and following.end >= sentence.body
    if first in COORDINATORS and following.start + 1 < following.end:
        return False
    return False


def _report_at_end(sentence: Sentence, number: int) -> bool:
    segment = sentence.segments[number]
    for at in range(segment.end - 1, max(segment.end - 3, segment.start), -1):
        if any(
            form.kind in ("finite", "participle") for form in reporting_forms().get(sentence.lower[at], ())
        ):
            return True
    return False
