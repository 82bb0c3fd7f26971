"""Reporting verbs in a sentence with everything that belongs to them: prefix, participle, auxiliary, "davon"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.languages.de.clauses import CLOSING, Sentence, has_finite, is_subordinate
from provenance.languages.de.verbs import SPACED, Form, Verb, reporting_forms
from provenance.languages.de.words import ARTICLES, AUXILIARIES, COORDINATORS, MODALS, PREPOSITIONS

PASSIVE = frozenset(["wird", "werden", "wurde", "wurden", "werde", "würde", "worden"])
#: With these a participle is a state ("ist begründet", "war geraten") and reports nothing, but for verbs of motion.
STATE = frozenset("ist sind war waren".split())
MOVING = frozenset({"ausgehen", "fortfahren", "zurückrudern", "hervorgehen", "übereinkommen"})
#: Pronominal adverbs that tie a verb to its clause and count as part of the cue.
CORRELATES = frozenset(
    """
        davon darauf darüber dafür dagegen daran darin damit dazu dahingehend davor darum hierzu
        hierüber dahin
    """.split()
)


@dataclass(slots=True)
class Cue:
    """One occurrence of a reporting verb."""

    verb: Verb
    tokens: list[int]
    """All tokens of the cue, in order."""
    anchor: int
    """The finite verb: subject and clause are looked for around it."""
    segment: int
    """Number of the segment that holds the anchor."""
    last: int
    """Number of the segment that holds the cue's last token."""
    final: bool
    """The clause is subordinate: its verb stands at the end."""
    passive: bool = False
    finite: bool = True
    allows: frozenset[str] = field(default_factory=frozenset)


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """The reporting verbs outside quotations, from left to right."""
    forms = reporting_forms()
    inside = sentence.passage.inside
    taken: set[int] = set()
    for at in range(sentence.first, sentence.body):
        readings = forms.get(sentence.lower[at])
        if readings is None or at in taken or (inside and inside[at] >= 0):
            continue
        if sentence.words[at][0].isupper() and at != sentence.first and sentence.words[at - 1] not in CLOSING:
            continue
        if _attributive(sentence, at):
            continue
        cue = _read(sentence, at, readings)
        if cue:
            taken.update(cue.tokens)
            yield cue


def _attributive(sentence: Sentence, at: int) -> bool:
    """ "die verdächtigen Personen", "in einigen Orten": a form before a noun and behind an article is an adjective."""
    if at + 1 >= sentence.body or not sentence.words[at + 1][0].isupper() or at == sentence.first:
        return False
    before = sentence.lower[at - 1]
    return (before in ARTICLES or before in PREPOSITIONS) and sentence.lower[at].endswith(
        ("en", "er", "es", "em")
    )


def _read(sentence: Sentence, at: int, readings: tuple[Form, ...]) -> Cue | None:
    """The best reading of a form: one whose prefix or auxiliary is really there before one that needs none."""
    number = sentence.segment_of(at)
    for form in readings:
        if form.split and form.kind in ("finite", "subjunctive"):
            if (
                form.verb.prefix in SPACED
                and at > sentence.first
                and sentence.lower[at - 1] == form.verb.prefix
            ):
                return _finite_cue(sentence, at, form, [at - 1, at])  # "wie X bekannt gab"
            prefix = _prefix(sentence, at, number, form.verb.prefix)
            if prefix >= 0:
                return _finite_cue(sentence, at, form, [at, prefix])
    for form in readings:
        if (
            form.split
            and form.kind in ("participle", "infinitive")
            and sentence.lower[at - 1] != form.verb.prefix
        ):
            continue
        if form.kind == "participle":
            cue = _participle_cue(sentence, at, form, number)
            if cue:
                return cue
        elif form.kind == "infinitive":
            cue = _infinitive_cue(sentence, at, form, number)
            if cue:
                return cue
    for form in readings:
        if form.kind in ("finite", "subjunctive") and not form.split:
            return _finite_cue(sentence, at, form, [at])
    for form in readings:
        if (
            form.kind == "participle"
            and sentence.segments[number].end - at <= 1
            and at > sentence.segments[number].start
        ):
            return None
    return None


def _prefix(sentence: Sentence, at: int, number: int, prefix: str) -> int:
    """The split prefix: the last word of this clause, which may go on behind an inserted one; or -1."""
    lower = sentence.lower
    for later in range(number, min(number + 4, len(sentence.segments))):
        segment = sentence.segments[later]
        for position in range(segment.end - 1, max(segment.start, at + 1) - 1, -1):
            if (
                lower[position] == prefix
                and not sentence.passage.quoted(position)
                and _closes_clause(sentence, position, segment.end)
            ):
                return position
        if later > number and not is_subordinate(sentence, later) and has_finite(sentence, later):
            break
    return -1


def _closes_clause(sentence: Sentence, at: int, end: int) -> bool:
    if at + 1 >= end:
        return True
    following = sentence.lower[at + 1]
    return following in COORDINATORS or sentence.words[at + 1] in CLOSING or sentence.passage.quoted(at + 1)


def _participle_cue(sentence: Sentence, at: int, form: Form, number: int) -> Cue | None:
    lower = sentence.lower
    segment = sentence.segments[number]
    following = at + 1
    tail = [at]
    while following < segment.end and lower[following] in AUXILIARIES:
        tail.append(following)
        following += 1
    if len(tail) > 1 and lower[tail[-1]] != "worden" and (is_subordinate(sentence, number) or number):
        passive = any(lower[token] in PASSIVE for token in tail[1:])
        return _cue(sentence, form.verb, tail, tail[-1], final=True, passive=passive)
    if not _closes_clause(sentence, tail[-1], segment.end):
        return None
    for earlier in range(number, max(number - 4, -1), -1):
        begin = sentence.segments[earlier].start
        for position in range(min(at, sentence.segments[earlier].end) - 1, begin - 1, -1):
            if lower[position] in AUXILIARIES and not sentence.passage.quoted(position):
                if (
                    lower[position] in STATE
                    and "worden" not in lower[at:following]
                    and form.verb.infinitive not in MOVING
                ):
                    return None
                passive = lower[position] in PASSIVE or "worden" in (lower[token] for token in tail)
                return _cue(sentence, form.verb, [position, *tail], position, passive=passive)
            if lower[position] in COORDINATORS and earlier != number:
                break
        if earlier != number and not is_subordinate(sentence, earlier):
            break
    return None


def _infinitive_cue(sentence: Sentence, at: int, form: Form, number: int) -> Cue | None:
    """ "wollte nicht ausschließen, dass": a modal with the infinitive at the clause's end."""
    lower = sentence.lower
    segment = sentence.segments[number]
    if not _closes_clause(sentence, at, segment.end) or lower[at - 1] == "zu":
        return None
    for position in range(at - 1, segment.start - 1, -1):
        if lower[position] in MODALS or lower[position] in ("wird", "werden", "werde"):
            if lower[position].startswith(("soll", "darf", "dürf", "muss", "müss")):
                return None
            return _cue(sentence, form.verb, [position, at], position, finite=False)
    return None


def _finite_cue(sentence: Sentence, at: int, form: Form, tokens: list[int]) -> Cue:
    number = sentence.segment_of(at)
    final = (
        at + 1 >= sentence.segments[number].end
        and at > sentence.segments[number].start
        and is_subordinate(sentence, number)
    )
    return _cue(sentence, form.verb, tokens, at, final=final)


def _cue(
    sentence: Sentence,
    verb: Verb,
    tokens: list[int],
    anchor: int,
    *,
    final: bool = False,
    passive: bool = False,
    finite: bool = True,
) -> Cue:
    """The cue with what is tied to the verb: "sich" of reflexive verbs, "davon", "es" of "heißt es"."""
    number = sentence.segment_of(anchor)
    lower = sentence.lower
    begin, end = sentence.segments[number].start, sentence.segments[sentence.segment_of(max(tokens))].end
    tied = list(tokens)
    if verb.prefix and lower[max(tokens) - 1] == verb.prefix:
        tied.append(max(tokens) - 1)
    for position in (min(tokens) - 1, max(tokens) - 1, max(tokens) + 1, anchor + 1, anchor + 2, end - 1):
        if begin <= position < end and position not in tied and not sentence.passage.quoted(position):
            word = lower[position]
            beside = position in (anchor + 1, min(tokens) - 1)
            if (
                word in CORRELATES
                or (word == "sich" and beside)
                or (verb.infinitive == "heißen" and word == "es")
            ):
                tied.append(position)
    return Cue(
        verb,
        sorted(tied),
        anchor,
        number,
        sentence.segment_of(max(tied)),
        final,
        passive,
        finite,
        verb.allows,
    )
