"""Frames without a verb of their own clause: laut X, X zufolge, demnach, wonach; and clauses that point back."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.engine import Grammar, fits, runs
from provenance.grammar.extents import around, content_end
from provenance.grammar.records import (
    NOBODY,
    Candidate,
    Clause,
    Predicate,
    Range,
    Row,
    Sentence,
    Speaker,
    candidate,
)
from provenance.grammar.speakers import (
    PHRASE_BEFORE,
    addressee,
    attribute_of,
    can_speak,
    first_phrase,
    owner_of,
    phrase_before,
    phrase_ending_at,
    subject_behind,
)

#: Clauses that may stand between a frame and the verb before which it ends.
FRONT_CLAUSES = 3


def triggered(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """Frames without a verb: laut X, X zufolge, nach Angaben von X, meiner Meinung nach; demnach; wonach."""
    passage, triggers = sentence.passage, grammar.triggers
    for at in range(sentence.first, sentence.body):
        rows = triggers.get(passage.lower[at])
        if rows is None or passage.quoted(at):
            continue
        for row in rows:
            if at > sentence.first and passage.lower[at - 1] in row.cue.unless:
                continue
            if row.cue.by == "preposition" and _in_attribute(grammar, sentence, at):
                continue
            if row.cue.by in ("preposition", "postposition"):
                yield from _prepositional(grammar, sentence, at, row)
            elif row.cue.by == "adverb":
                yield from _pointing_adverb(grammar, sentence, at, row)
            else:
                yield from _relative(grammar, sentence, at, row)


def _in_attribute(grammar: Grammar, sentence: Sentence, at: int) -> bool:
    """Whether an article stands right before a preposition: "die nach Angaben der Stadt nötigen Mittel". Behind a comma
    it is a relative pronoun."""
    if at == sentence.first or sentence.passage.lower[at - 1] not in grammar.words.articles:
        return False
    return at - 1 > sentence.first and sentence.passage.words[at - 2] != ","


def _prepositional(grammar: Grammar, sentence: Sentence, at: int, row: Row) -> Iterator[Candidate]:
    first = at if row.cue.by == "preposition" else at - 1
    views = first < at and row.cue.needs  # "die nach dem Spiel …"
    if (
        not views
        and row.speaker != "attribute"
        and (clause := _governs_relative(grammar, sentence, first, 2 * first + 1 - at))
    ):
        content = [(first + 2, content_end(grammar, sentence, clause, ("takeover", "matrix", "aside")))]
        relative = 2 * first + 1 - at
        speaker = Speaker(((relative, relative + 1),), "relative pronoun")
        yield candidate(row, sentence, content, [(at, at + 1)], [(first, first + 2)], speaker)
        return
    if row.cue.by == "preposition":
        end = grammar.phrase(sentence, at + 1, sentence.body)
        phrase = (at + 1, end) if end > at + 1 else None
    else:
        phrase = phrase_ending_at(grammar, sentence, sentence.clause_at(at).start, at)
    if phrase is None or not _names_source(sentence, phrase, row, grammar.words.genitive):
        return
    if row.cue.by == "preposition" and not row.cue.needs:
        phrase = _bare(grammar, sentence, phrase)
    start, end = min(at, phrase[0]), max(at + 1, phrase[1])
    if row.speaker == "attribute":
        whose = attribute_of(grammar, sentence, phrase) or owner_of(grammar, sentence, *phrase, row.cue.needs)
        if whose is None:
            return  # "aus deiner Sicht"
        phrase = whose
    end, hearer = _frame_tail(grammar, sentence, start, end)
    pieces = around(grammar, sentence, start, end, own=True)
    if pieces:
        himself = _himself(grammar, sentence, phrase)
        speaker = Speaker((phrase,), "phrase of the preposition", himself=himself)
        yield candidate(row, sentence, pieces, [(at, at + 1)], [(start, end)], speaker, hearer)


def _himself(grammar: Grammar, sentence: Sentence, phrase: Range) -> Range | None:
    """ "Nach eigenen Angaben kaufte er die Daten": the subject of the clause speaks of himself."""
    low, (start, end) = sentence.passage.lower, phrase
    if not any(low[at] in grammar.words.own for at in range(start, min(end, start + 2))):
        return None
    clause = sentence.clause_at(start)
    if clause.kind not in ("v1", "v2") or clause.finite < 0:
        return None
    first = end if start <= clause.start + 1 else clause.start
    before = phrase_before(grammar, sentence, first, clause.finite) if first < clause.finite else None
    found = before or first_phrase(grammar, sentence, clause.finite + 1, clause.end, sentence.body)
    if found is None or (found[0] < end and start < found[1]) or can_speak(grammar, sentence, found) < 0:
        return None
    return found


def _governs_relative(grammar: Grammar, sentence: Sentence, first: int, relative: int) -> Clause | None:
    """The relative clause that opens with a relative pronoun and its preposition or postposition: "ein Gutachten, laut
    dem …", "Berichte, denen zufolge …"."""
    clause = sentence.clause_at(first)
    if clause.kind != "subordinate" or clause.before != "," or clause.head != first or clause.end - first < 4:
        return None
    return clause if sentence.passage.lower[relative] in grammar.words.relatives else None


def _bare(grammar: Grammar, sentence: Sentence, phrase: Range) -> Range:
    """ "laut Verfassung [der Präsident]": a single noun without an article takes no attribute, unless it is a noun
    of saying ("laut Angaben der Polizei"), or all of it stands before the finite verb ("laut Daten der Polizei gab")."""
    start, end = phrase
    low, words = sentence.passage.lower, sentence.passage.words
    clause = sentence.clause_at(start)
    if clause.kind == "v2" and clause.finite == end and clause.head == start - 1:
        return phrase
    if (
        end - start > 1
        and words[start][0].isupper()
        and low[start] not in grammar.words.source_nouns
        and (low[start + 1] in grammar.words.genitive or low[start + 1] in grammar.words.prepositions)
    ):
        return start, start + 1
    return phrase


def _frame_tail(grammar: Grammar, sentence: Sentence, start: int, end: int) -> tuple[int, tuple[Range, ...]]:
    """End of a frame with what hangs on its phrase: a hearer, a relative clause, or all that stands before the
    verb if the frame opens the sentence."""
    passage, words = sentence.passage, grammar.words
    hearer: tuple[Range, ...] = ()
    if end < sentence.body and passage.lower[end] in words.sure_hearers:
        stop = grammar.phrase(sentence, end + 1, sentence.body)
        if stop > end + 1:
            end, hearer = stop, ((end + 1, stop),)
    if end >= sentence.body or passage.words[end] != ",":
        return end, hearer
    clauses, number = sentence.clauses, sentence.clause_at(end).number + 1
    front = start == sentence.first
    for later in clauses[number : number + FRONT_CLAUSES]:
        if later.kind == "v1" and front:
            return later.start - 1, hearer
        if later.kind in ("v1", "v2") or later.before != ",":
            break
        if later.kind == "subordinate" and later.opener in words.relatives and not front:
            return later.end, hearer
    return end, hearer


def _names_source(sentence: Sentence, phrase: Range, row: Row, genitives: frozenset[str]) -> bool:
    """Whether the head of a phrase is a noun of saying or report, where the row asks for one."""
    if not row.cue.needs:
        return True
    start, end = phrase
    low, words = sentence.passage.lower, sentence.passage.words
    if row.cue.by == "postposition":
        return low[end - 1] in row.cue.needs or low[end - 1].endswith(row.cue.endings)
    for at in range(start, end):
        if words[at][0].isupper() or at == start:
            if low[at] in row.cue.needs or low[at].endswith(row.cue.endings):
                return at == start or low[start + 1] not in genitives  # "nach Einleitung der Ermittlungen"
            if words[at][0].isupper() and at > start:
                return False
    return False


def _pointing_adverb(grammar: Grammar, sentence: Sentence, at: int, row: Row) -> Iterator[Candidate]:
    """ "Demnach …": the source stands in a sentence before."""
    clause = sentence.clause_at(at)
    if row.content.forms and row.content.forms.isdisjoint(clause.moods):
        return
    content = around(grammar, sentence, at, at + 1)
    if content:
        yield candidate(row, sentence, content, [(at, at + 1)], [(at, at + 1)], Speaker(carried=True))


def _relative(grammar: Grammar, sentence: Sentence, at: int, row: Row) -> Iterator[Candidate]:
    """ "Berichte, wonach …": the noun phrase before it is the source, or that before a verb: "auf Berichte reagiert, wonach"."""
    clause = sentence.clause_at(at)
    if at != clause.start or at + 1 >= sentence.body:
        return
    phrase = phrase_ending_at(grammar, sentence, max(sentence.first, at - 1 - PHRASE_BEFORE), at - 1)
    if phrase is None and at - 2 > sentence.first and sentence.passage.words[at - 2].islower():
        phrase = phrase_ending_at(grammar, sentence, max(sentence.first, at - 2 - PHRASE_BEFORE), at - 2)
        phrase = (
            phrase if phrase and sentence.passage.lower[phrase[1] - 1] in grammar.words.source_nouns else None
        )
    speaker = Speaker((phrase,), "phrase before the relative") if phrase else NOBODY
    frame = (phrase[0] if phrase else at, at + 1)
    content = [(at + 1, content_end(grammar, sentence, clause, row.ends))]
    yield candidate(row, sentence, content, [(at, at + 1)], [frame], speaker)


def pointing_back(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "Der Zug hielt nicht. Das teilte die Bahn mit.": the sentence, or the quotation, before is what is said."""
    first, passage = sentence.first, sentence.passage
    rows = (*grammar.rows_by("pointer", "sentence before"), *grammar.rows_by("pointer", "quotation before"))
    for row in rows:
        if sentence.passage.lower[first] not in row.cue.words or not fits(row, predicate):
            continue
        if predicate.anchor > first + 2 or predicate.final:
            continue
        if predicate.anchor == first + 2 and sentence.passage.words[first + 1][0].isupper():
            continue  # "Das Gericht wies …": an article
        if predicate.verb.infinitive in row.cue.unless:
            continue
        before = passage.sentences[position_of(sentence) - 1]
        if passage.quoted(before[0]) != (row.kind == "direct"):
            continue
        if row.kind == "direct":
            quote = passage.quotes[passage.inside[before[0]]]
            before = (quote.open, quote.close + 1)
            if before[1] < first:
                continue  # words behind the quotation name somebody already
        speaker = subject_behind(grammar, sentence, clause, sentence.body)
        if speaker.phrases and speaker.phrases[0][0] > first:
            hearer = addressee(grammar, sentence, clause, speaker, first, sentence.body)
            cue, frame = runs(predicate.tokens), (predicate.tokens[0], sentence.body)
            yield candidate(row, sentence, [before], cue, [frame], speaker, hearer)


def pointing_left(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "Der Zug hielt nicht, das teilte die Bahn mit.": the clauses before are what is said; before a colon only what has
    no verb of its own, "Mehr Geld für alle: Das verspricht die Stadt."."""
    before = sentence.clauses[: clause.number]
    if clause.before == ":" and any(one.kind != "fragment" for one in before):
        return
    quoted = sentence.passage.quoted(max(clause.start - 2, sentence.first))
    for row in grammar.rows_by("pointer", "quotation before" if quoted else "clause before"):
        if (
            clause.opener not in row.cue.words
            or predicate.anchor != clause.head + 1
            or not fits(row, predicate)
        ):
            continue
        speaker = subject_behind(grammar, sentence, clause, sentence.body)
        content = around(grammar, sentence, clause.start - 1, clause.end)[:1]
        if speaker.phrases and content and content[0][1] < clause.start:
            cue, frame = runs(predicate.tokens), (clause.start - 1, clause.end)
            yield candidate(row, sentence, content, cue, [frame], speaker)


def position_of(sentence: Sentence) -> int:
    """Number of the sentence within its passage."""
    sentences = sentence.passage.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][0] < sentence.first:
            low = middle + 1
        else:
            high = middle
    return low
