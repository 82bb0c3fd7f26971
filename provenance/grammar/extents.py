"""Where a frame begins, where content ends, and what a frame leaves of its sentence."""

from __future__ import annotations

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Clause, Range, Sentence

DASHES = frozenset({"–", "—"})
BREAKS = frozenset({";", ":"})
SEAMS = DASHES | {","}
#: A frame reaches back over at most so many clauses before its verb (prefields, appositions).
FRAME_CLAUSES = 12


def frame_start(sentence: Sentence, clause: Clause) -> int:
    """First token of a reporting clause: the clauses in its prefield included; of a relative clause also the
    clause it hangs on; of a coordinated verb only itself."""
    clauses, number = sentence.clauses, clause.number
    if clause.kind == "v1" and clause.head > clause.start:
        return clause.start
    lowest = max(number - FRAME_CLAUSES, 0)
    if clause.kind == "subordinate":
        while number > lowest and clauses[number].before not in BREAKS:
            number -= 1
            if clauses[number].kind != "subordinate":
                break
        return clauses[number].start
    while number > lowest and clauses[number].before not in BREAKS:
        if clauses[number - 1].kind in ("v1", "v2"):
            break
        number -= 1
    return clauses[number].start


def content_end(grammar: Grammar, sentence: Sentence, clause: Clause, ends: tuple[str, ...]) -> int:
    """End of content that opens with a clause: the sentence's, unless something of `ends` stands before.

    Computed once for all clauses of a sentence from its end, so that many frames cost no more than one.
    """
    table = sentence.ends.get(ends)
    if table is None:
        clauses, found, end, subjunctive = sentence.clauses, [], sentence.body, False
        for number in range(len(clauses) - 1, -1, -1):
            if number + 1 < len(clauses):
                following = clauses[number + 1]
                subjunctive = subjunctive or following.subjunctive >= 0
                if _stops(grammar, sentence, clauses[number], following, ends, subjunctive):
                    end = clauses[number].end
            found.append(end)
        table = sentence.ends[ends] = tuple(reversed(found))
    return table[clause.number]


def _stops(
    grammar: Grammar,
    sentence: Sentence,
    clause: Clause,
    following: Clause,
    ends: tuple[str, ...],
    subjunctive: bool,
) -> bool:
    """Whether content that holds `clause` ends before the following one; `subjunctive`: one stands behind here."""
    if following.before == ";":
        return "semicolon" in ends and not subjunctive
    if following.before == ":":
        return sentence.passage.quoted(following.start)  # "…, dass der Damm halte: „Er hält.“" are two
    if following.before in DASHES:
        return False
    opens = following.kind == "v1" and following.subjunctive < 0
    coordinated = following.head > following.start
    if (
        coordinated
        and following.subjunctive < 0
        and following.kind in ("v1", "v2")
        and "takeover" in ends
        and _takes_over(sentence, following)
    ):
        return True
    if (
        opens
        and not coordinated
        and "matrix" in ends
        and following.opener not in grammar.words.conditional_verbs
    ):
        return True
    if opens and not coordinated and "report" in ends and following.predicate is not None:
        return True
    if "aside" in ends:
        if following.opener in grammar.words.asides:
            return True
        if following.predicate and following.predicate.final and _compares(grammar, following):
            return True
    if "background" in ends and following.opener in grammar.words.background:
        return following.subjunctive < 0 and following.end >= sentence.body
    return False


def _compares(grammar: Grammar, clause: Clause) -> bool:
    return any(row.cue.by == "comparison" for row in grammar.openers.get(clause.opener, ()))


def _takes_over(sentence: Sentence, clause: Clause) -> bool:
    """ "…, und forderte, …": a second reporting verb of the matrix clause, not the last verb of a subordinate one."""
    predicate = clause.predicate
    if predicate is None or predicate.anchor != clause.finite or predicate.modal:
        return False
    if clause.finite < clause.end - 1:
        return True
    following = clause.number + 1
    return following < len(sentence.clauses) and bool(sentence.clauses[following].forms)


def around(
    grammar: Grammar,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    own: bool = False,
    section: Range | None = None,
) -> tuple[Range, ...]:
    """The sentence without the frame `start`–`end`, its commas at the seam left out; not beyond its section.

    `own`: a subordinate clause keeps the frame to itself ("…, der nach Angaben der Polizei floh, …").
    """
    words = sentence.passage.words
    first, body = section or sentence.clause_at(start).section
    body = max(body, end) if body < sentence.body else sentence.body
    if first == sentence.first and len(sentence.clauses) > 1:
        dateline, story = sentence.clauses[:2]
        if dateline.kind == "fragment" and story.before in DASHES and words[dateline.end - 1] == ")":
            first = min(story.start, start)  # "Hamburg (dpa) – …"
    if own:
        first, body = _own_reach(grammar, sentence, sentence.clause_at(start), start, end, (first, body))
    before, after = start, end
    while before > first and words[before - 1] in SEAMS:
        before -= 1
    while after < body and words[after] in SEAMS:
        after += 1
    content = []
    if before > first and not (before - first == 1 and _opens_only(grammar, sentence, first)):
        content.append((first, before))
    if after < body:
        content.append((after, body))
    return tuple(content)


def _own_reach(
    grammar: Grammar, sentence: Sentence, clause: Clause, start: int, end: int, section: Range
) -> Range:
    """How far a frame without a verb governs: its own subordinate clause, or its own main clause and what follows
    until somebody else is quoted ("…, die Polizei spricht von …")."""
    first, body = section
    if clause.kind == "subordinate" and clause.number:
        relative = clause.opener in grammar.words.relatives
        if start > clause.start + (not relative):
            return clause.start, sentence.clause_at(end).end
    if clause.kind == "v2" and (clause.before == ":" or (clause.behind_main and clause.before == ",")):
        first = max(first, clause.start)
    number = sentence.clause_at(end).number + 1
    for later in sentence.clauses[number : number + FRAME_CLAUSES]:
        if (
            later.kind == "v2"
            and later.predicate
            and later.subjunctive < 0
            and later.before == ","
            and later.finite > later.head
            and later.start < body
            and clause.kind in ("v1", "v2")
        ):
            return first, max(later.start - 1, end)
    return first, body


def _opens_only(grammar: Grammar, sentence: Sentence, at: int) -> bool:
    """Whether a single word before a frame is no content of its own: "Und laut Polizei …"."""
    word = sentence.passage.lower[at]
    return word in grammar.words.coordinators or word in grammar.words.adverbs
