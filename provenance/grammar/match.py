"""Every row of the table looks for its construction in a sentence and proposes what it finds."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.conclusions import conclusions
from provenance.grammar.engine import Grammar, fits, runs
from provenance.grammar.extents import BREAKS, SEAMS, around, content_end, frame_start
from provenance.grammar.framed import framed
from provenance.grammar.phrasal import pointing_back, pointing_left, triggered
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
    NAME_SIZE,
    addressee,
    can_speak,
    convinced,
    first_phrase,
    from_phrase,
    in_subordinate,
    is_oblique,
    owner_of,
    phrase_before,
    subject,
    subject_behind,
)
from provenance.grammar.views import views
from provenance.grammar.wordings import wordings

#: Clauses that may stand between the opener of a comparison and its verb ("Wie der Richter, Otto Berg, ausführte").
COMPARED = 3
#: A noun or adjective that reports stands among the last words of its clause.
NOUN_REACH = 3
#: A clause with dass before its verb has at most so many clauses within it.
FRONTED = 4
#: Groups of verbs that things are subjects of as well.
ACTING = frozenset({"acts", "judging"})
#: Groups of verbs by which something is said, and nothing where they are denied.
SPOKEN = frozenset({"saying"})
#: A word of a degree stands among so many words before the clause that follows from it, the comma counted.
CONSEQUENCE = 4
#: Marks that close a frame without a verb.
PARTICLE_ENDS = frozenset({",", ";", "–"})
#: Words that may follow the speaker in it.
TAIL = 16


def propose(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for reported content outside quotation marks, from every row that fits the sentence."""
    for frame in sentence.frames:
        yield from framed(grammar, sentence, frame)
    compared: set[int] = set()
    for clause in sentence.clauses:
        for row in grammar.openers.get(clause.opener, ()):
            if row.cue.by == "comparison":
                for found, number in _comparison(grammar, sentence, clause, row):
                    compared.add(number)
                    yield found
            elif clause.head == clause.start and clause.number:
                yield from _particle(grammar, sentence, clause, row)
    last = len(sentence.clauses) - 1
    for clause in sentence.clauses:
        if clause.predicate is not None and clause.number not in compared:
            if clause.number < last and not _inserted(sentence, clause):
                yield from _behind_verb(grammar, sentence, clause, clause.predicate)
            if clause.kind == "v1":
                yield from _postposed(grammar, sentence, clause, clause.predicate)
            if 0 < clause.number <= FRONTED and clause.kind in ("v1", "v2"):
                yield from _fronted(grammar, sentence, clause, clause.predicate)
            if clause.number == 0 and sentence.first:
                yield from pointing_back(grammar, sentence, clause, clause.predicate)
            elif clause.kind == "v2" and (clause.behind_main or _behind_mark(sentence, clause)):
                yield from pointing_left(grammar, sentence, clause, clause.predicate)
        if clause.kind == "v1" and clause.behind_main:
            yield from _postposed_adjective(grammar, sentence, clause)
        if clause.number < last and sentence.clauses[clause.number + 1].forms:
            yield from _behind_noun(grammar, sentence, clause)
    yield from conclusions(grammar, sentence)
    yield from views(grammar, sentence)
    yield from wordings(grammar, sentence)
    if not grammar.triggers.keys().isdisjoint(sentence.passage.lower[sentence.first : sentence.body]):
        yield from triggered(grammar, sentence)


# --------------------------------------------------------------------------------------------- behind a cue


def _behind_verb(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """Content that follows its verb: the nearest clause that is of a form which a row asks for."""
    passage = sentence.passage
    if "e" in predicate.verb.allows and passage.lower[predicate.anchor - 1] in grammar.words.pointers:
        return  # "Das heißt, dass …" explains
    rows = grammar.rows_by("verb", "behind")
    if _parts_content(sentence, clause, predicate):
        return
    for number in range(predicate.last + 1, len(sentence.clauses)):
        found = sentence.clauses[number]
        distance = number - predicate.last
        fitting = [
            row
            for row in rows
            if distance <= row.content.within
            and not row.content.forms.isdisjoint(found.forms)
            and fits(row, predicate)
            and not (row.cue.needs and row.cue.needs.isdisjoint(passage.lower[clause.start : clause.end]))
        ]
        for row in fitting:
            yield from _content_behind(grammar, sentence, clause, found, row)
        if fitting or distance >= 4 or found.before in BREAKS or found.kind in ("v1", "v2"):
            return
        nearer = found.predicate
        if nearer is not None and not nearer.passive and not nearer.verb.allows.isdisjoint("dv"):
            return  # "bestritt es, indem er sagte, …": the nearer verb has the content


def _parts_content(sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """ "Der Damm sei alt, sagte X, er halte aber": whether a frame stands between two main clauses of what is said."""
    clauses, number = sentence.clauses, clause.number
    if clause.kind != "v1" or clause.head > clause.start or not number or predicate.last != number:
        return False
    before, behind = clauses[number - 1], clauses[number + 1]
    main = behind.before == "," and behind.kind == "v2"
    return main and before.subjunctive >= 0 and behind.subjunctive >= 0


def _behind_mark(sentence: Sentence, clause: Clause) -> bool:
    """Whether a colon, or a comma behind a quotation, stands before a clause."""
    quoted = clause.start > sentence.first + 1 and sentence.passage.quoted(clause.start - 2)
    return clause.before == ":" or (clause.before == "," and quoted)


def _content_behind(
    grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause, row: Row
) -> Iterator[Candidate]:
    assert clause.predicate is not None
    start = frame_start(sentence, clause)
    speaker = subject(grammar, sentence, clause)
    if _is_unsaid(grammar, sentence, clause, clause.predicate) or _follows(grammar, sentence, clause, found):
        return
    nobody = grammar.words.voiceless - grammar.words.impersonal
    if any(sentence.passage.lower[first] in nobody for first, _ in speaker.phrases):
        return  # "Keiner konnte ahnen, dass …"
    if clause.predicate.verb.group == "documents" and not _can_show(grammar, sentence, clause, speaker):
        return
    if clause.predicate.verb.group in ACTING and any(
        can_speak(grammar, sentence, phrase) < 0 for phrase in speaker.phrases
    ):
        return  # "Zwei Bilder erinnerten daran, dass …": what is said needs somebody who speaks
    yield candidate(
        row,
        sentence,
        [(found.start, content_end(grammar, sentence, found, row.ends))],
        runs(clause.predicate.tokens),
        [(start, found.start)],
        speaker,
        addressee(grammar, sentence, clause, speaker, start, found.start),
    )


def _follows(grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause) -> bool:
    """ "habe ich so angepasst, dass der Pfad stimmt": whether a clause with that is a consequence."""
    words, low = grammar.words, sentence.passage.lower
    near = low[max(clause.start, found.start - CONSEQUENCE) : found.start - 1]
    return found.opener in words.that and not words.consecutives.isdisjoint(near)


def _is_unsaid(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """ "hat nie gesagt, dass …", "konnte nicht sagen, wann …": a saying that is denied is none."""
    words, low = grammar.words, sentence.passage.lower
    if predicate.verb.group not in SPOKEN or predicate.verb.infinitive in words.denials:
        return False
    return any(
        low[at] in words.never and words.not_only.isdisjoint(low[at + 1 : at + 2])
        for at in range(clause.start, clause.end)
    )


def _can_show(grammar: Grammar, sentence: Sentence, clause: Clause, speaker: Speaker) -> bool:
    """Whether the subject of a verb like "zeigen" is one who speaks or a document: "Die Hitze zeigt, dass …" is what the
    writer concludes."""
    predicate = clause.predicate
    assert predicate is not None
    if "e" in predicate.verb.allows:
        return True
    low, words = sentence.passage.lower, grammar.words
    return bool(speaker.phrases) and all(
        can_speak(grammar, sentence, phrase) > 0 and low[phrase[0]] not in words.expletives | words.impersonal
        for phrase in speaker.phrases
    )


def _behind_noun(grammar: Grammar, sentence: Sentence, clause: Clause) -> Iterator[Candidate]:
    """ "erhob den Vorwurf, …", "ist der Ansicht, dass …", "zeigte sich überzeugt, dass …"."""
    found = sentence.clauses[clause.number + 1]
    passage = sentence.passage
    for by in ("noun", "adjective"):
        for row in grammar.rows_by(by, "behind"):
            if row.content.forms.isdisjoint(found.forms):
                continue
            low, words = passage.lower, passage.words
            noun = next(
                (
                    at
                    for at in range(clause.end - 1, max(clause.end - 1 - NOUN_REACH, clause.start - 1), -1)
                    if low[at] in row.cue.words and words[at][0].isupper() == (by == "noun")
                ),
                -1,
            )
            if noun < 0 or passage.quoted(noun) or low[noun - 1] in row.cue.unless:
                continue  # "steht im Verdacht"
            if by == "noun" and row.cue.needs and low[noun - 1] not in row.cue.needs:
                continue
            if by == "adjective" and row.cue.needs.isdisjoint(low[clause.start : noun]):
                continue
            if by == "noun" and "colon" in row.content.forms and clause.finite >= 0:
                continue  # "Sand hat einen Wunsch: …"
            yield from _nominal(grammar, sentence, clause, found, row, noun)


def _nominal(
    grammar: Grammar, sentence: Sentence, clause: Clause, found: Clause, row: Row, noun: int
) -> Iterator[Candidate]:
    low, words = sentence.passage.lower, grammar.words
    tokens, speaker = [noun, *range(noun + 1, clause.end)], NOBODY
    if row.speaker == "nobody":
        content = [(found.start, content_end(grammar, sentence, found, row.ends))]
        cue, frame = [(noun - 1, noun + 1)], [(clause.start, found.start)]
        yield candidate(row, sentence, content, cue, frame, Speaker(agentless=True))
        return
    if clause.finite >= 0 and clause.finite != noun:
        tokens.append(clause.finite)
        first = noun
        while (
            first - 1 > max(clause.finite, noun - NOUN_REACH)
            and sentence.passage.words[first - 1][0].islower()
        ):
            first -= 1
            if low[first] in words.articles or low[first] in words.prepositions:
                tokens.extend(range(first, noun))
        phrase = phrase_before(grammar, sentence, clause.start, clause.finite)
        if phrase is None or phrase[0] <= noun < phrase[1]:
            phrase = first_phrase(grammar, sentence, clause.finite + 1, clause.end, clause.end)
        if clause.kind == "subordinate":
            speaker = in_subordinate(grammar, sentence, clause)
        elif phrase and not phrase[0] <= noun < phrase[1]:
            speaker = Speaker((phrase,), "subject of the noun's clause")
    if not speaker.phrases and (phrase := _attribute(grammar, sentence, noun, clause.end)):
        speaker = Speaker((phrase,), "attribute of the noun")
        tokens = [token for token in tokens if token <= noun]
    if (
        not speaker.phrases
        and clause.finite < 0
        and (whose := owner_of(grammar, sentence, clause.start, clause.end))
    ):
        speaker, tokens = (
            Speaker((whose,), "whose words they are"),
            [noun],
        )  # "Ihr Fazit: …", "Lunds Fazit: …"
    if not speaker.phrases and (row.speaker == "subject required" or low[noun] in words.owned_nouns):
        return  # "Es liegt die Annahme nahe, dass …"
    yield candidate(
        row,
        sentence,
        [(found.start, content_end(grammar, sentence, found, row.ends))],
        runs(tokens),
        [(clause.start, found.start)],
        speaker,
    )


def _attribute(grammar: Grammar, sentence: Sentence, noun: int, limit: int) -> Range | None:
    """ "der Vorwurf der Regierung", "Warnungen von Ärzten": who stands behind the noun."""
    start, low = noun + 1, sentence.passage.lower
    if start < limit and low[start] in grammar.words.agents:
        start += 1
    elif start >= limit or low[start] not in grammar.words.genitive:
        return None
    end = grammar.phrase(sentence, start, limit)
    return (start, end) if end > start else None


# --------------------------------------------------------------------------------------------- around a frame


def _postposed(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "X sei krank, sagte Y": the verb opens its clause behind one with a verb of its own."""
    if clause.head > clause.start or clause.before not in SEAMS:
        return
    if not clause.behind_main and not _inserted(sentence, clause):
        return
    if clause.subjunctive == predicate.anchor:
        return
    opener = sentence.clause_at(clause.section[0]).opener
    if opener in grammar.words.infinitive_openers:
        return  # "Statt zu reden, meldete X …"
    if (
        sentence.passage.lower[predicate.tokens[-1] + 1 - (predicate.tokens[-1] + 1 >= sentence.after)]
        in grammar.words.agents
    ):
        return  # ", unterstützt von der Armee": a participle
    for row in grammar.rows_by("verb", "around"):
        if not fits(row, predicate):
            continue
        speaker = subject_behind(grammar, sentence, clause, sentence.body)
        if not speaker.phrases and "e" not in predicate.verb.allows:
            return
        if opener in grammar.words.free_relatives and _is_thing(grammar, sentence, speaker):
            return  # "Wer sich umsieht, findet eine Fülle von …"
        end = max(
            [clause.end, sentence.clauses[predicate.last].end, *(after for _, after in speaker.phrases)]
        )
        goes_on = False
        for later in sentence.clauses[clause.number + 1 : clause.number + 8]:
            goes_on = later.start == end and _is_shared(later)
            if later.start >= end and later.kind != "subordinate" and not goes_on:
                break
            end = max(end, later.end)
            if goes_on:
                break
        start = clause.start - (
            clause.start > sentence.first and sentence.passage.words[clause.start - 1] in SEAMS
        )
        content = around(grammar, sentence, start, end, section=clause.section)
        if goes_on or (end < sentence.body and sentence.passage.words[end] == ":"):
            content = content[:1]
        hearer = addressee(grammar, sentence, clause, speaker, clause.start + 1, end)
        if content:
            cue = runs(predicate.tokens)
            yield candidate(row, sentence, content, cue, [(start, end)], speaker, hearer)


def _is_shared(clause: Clause) -> bool:
    """Whether a clause goes on with the subject of the one before: "…, sagt X [und lacht]"."""
    return clause.kind == "v1" and clause.head > clause.start and clause.subjunctive < 0


def _postposed_adjective(grammar: Grammar, sentence: Sentence, clause: Clause) -> Iterator[Candidate]:
    """ "Der Damm hält, ist X überzeugt": what is said stands before a copula that opens its clause."""
    if clause.head > clause.start or clause.before not in SEAMS or clause.subjunctive == clause.finite:
        return
    for row in grammar.rows_by("adjective", "around"):
        if (found := convinced(grammar, sentence, clause, row)) is None:
            continue
        content = around(grammar, sentence, clause.start - 1, clause.end, section=clause.section)
        if content:
            cue, speaker = found[0], Speaker(found[1:], "subject behind the copula")
            yield candidate(row, sentence, content, cue, [(clause.start - 1, clause.end)], speaker)


def _is_thing(grammar: Grammar, sentence: Sentence, speaker: Speaker) -> bool:
    return bool(speaker.phrases) and can_speak(grammar, sentence, speaker.phrases[0]) < 0


def _fronted(
    grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate
) -> Iterator[Candidate]:
    """ "Dass Akten fehlten, bestritt die Behörde": a clause with dass stands before its verb."""
    clauses, passage = sentence.clauses, sentence.passage
    before = clauses[: clause.number]
    if before[0].opener not in grammar.words.that or clause.finite != clause.head:
        return
    if any(one.kind in ("v1", "v2") for one in before):
        return
    speaker = subject_behind(grammar, sentence, clause, sentence.body)
    opens = passage.lower[speaker.phrases[0][0]] if speaker.phrases else ""
    if not opens or opens in grammar.words.oblique or opens in grammar.words.voiceless:
        return
    for row in grammar.rows_by("verb", "fronted"):
        if fits(row, predicate):
            content = [(before[0].start, before[-1].end)]
            yield candidate(
                row, sentence, content, runs(predicate.tokens), [(clause.start, clause.end)], speaker
            )


def _inserted(sentence: Sentence, clause: Clause) -> bool:
    """ "Der Streik, hieß es, sei bald zu Ende": a frame between the prefield and the verb of what is said."""
    clauses, number = sentence.clauses, clause.number
    if not 0 < number < len(clauses) - 1 or clause.kind != "v1" or clause.head > clause.start:
        return False
    before, behind = clauses[number - 1], clauses[number + 1]
    return before.kind == "fragment" and behind.kind == "v1" and behind.subjunctive == behind.finite


def _particle(grammar: Grammar, sentence: Sentence, clause: Clause, row: Row) -> Iterator[Candidate]:
    """ "…, so X" and "…, so sagt X, …": a particle and a noun phrase, with a reporting verb or none."""
    passage = sentence.passage
    at, words = clause.start, passage.words
    verb = clause.finite == at + 1 and clause.predicate is not None
    start = at + 1 + verb
    while verb and start < clause.end and passage.lower[start] in grammar.words.adverbs:
        start += 1
    if start >= clause.end or (row.cue.licence and not verb):
        return
    end = grammar.phrase(sentence, start, sentence.body)
    if end == start or passage.lower[start] in grammar.words.expletives:
        return
    if not verb and (
        passage.lower[start] in grammar.words.oblique
        or is_oblique(grammar, sentence, start)
        or passage.lower[start].startswith(tuple(row.cue.unless))
    ):
        return  # "so einen Ort", "so genannte Helden"
    if (
        all(words[k][0].islower() for k in range(start, end))
        and passage.lower[start] not in grammar.words.personal
    ):
        return  # "so viele wie nie"
    if verb and clause.predicate and "p" not in clause.predicate.verb.allows:
        return
    if not verb and clause.finite >= 0 and end < clause.end - 2:
        return
    stop = end
    while stop < sentence.body and words[stop] not in PARTICLE_ENDS:
        quote = passage.quotes[passage.inside[stop]] if passage.quoted(stop) else None
        if quote is not None and (quote.open != stop or quote.size > NAME_SIZE):
            break
        stop = stop + 1 if quote is None else quote.close + 1
        if stop - end > TAIL:
            return
    content = around(grammar, sentence, at - 1, stop)
    if content:
        frame = (at - 1, stop + (stop < sentence.body and words[stop] in PARTICLE_ENDS))
        speaker = Speaker(((start, end),), "phrase behind the particle")
        yield candidate(row, sentence, content, [(at, at + 1 + verb)], [frame], speaker)


def _comparison(
    grammar: Grammar, sentence: Sentence, clause: Clause, row: Row
) -> Iterator[tuple[Candidate, int]]:
    """ "Wie X mitteilte, …" and "…, wie X mitteilte": a comparison that ends in a reporting verb, and the number
    of that verb's clause."""
    clauses, words = sentence.clauses, sentence.passage.words
    for number in range(clause.number, min(clause.number + COMPARED + 1, len(clauses))):
        at = clauses[number]
        if number > clause.number and (at.opener in row.cue.words or at.opener in grammar.words.relatives):
            return
        if number > clause.number and (at.kind == "v2" or at.before in BREAKS):
            return  # "Wie alt er ist, zeigte das Wochenende: Die Stadt gab an, …"
        predicate = at.predicate
        if predicate is None or not fits(row, predicate):
            continue
        end = clauses[predicate.last].end
        if not row.cue.verbs and predicate.tokens[-1] + 1 < end:
            continue
        start = clause.start - 1 if clause.number and words[clause.start - 1] in SEAMS else clause.start
        content = around(grammar, sentence, start, end)
        if len(content) == 1 and any(
            (quote.open, quote.close + 1) == content[0] for quote in sentence.quotes
        ):
            return  # "„…“, wie X sagte" is direct speech
        speaker = _compared_speaker(grammar, sentence, clause, at, predicate, end)
        showing = predicate.verb.group == "documents" or predicate.verb.group in ACTING
        if showing and any(can_speak(grammar, sentence, phrase) < 0 for phrase in speaker.phrases):
            return  # "wie seine Rolle zeigt"
        cue = runs(predicate.tokens)
        if speaker.phrases:
            cue = ((clause.head, clause.head + 1), *cue)
        frame = (start, end + (end < sentence.body and not clause.number))
        if content:
            yield candidate(row, sentence, content, cue, [frame], speaker), number
        return


def _compared_speaker(
    grammar: Grammar, sentence: Sentence, clause: Clause, verb: Clause, predicate: Predicate, end: int
) -> Speaker:
    if verb is clause or predicate.passive:
        speaker = subject(grammar, sentence, verb)
    else:
        phrase = first_phrase(grammar, sentence, clause.start + 1, predicate.anchor, predicate.anchor)
        speaker = Speaker((phrase,), "subject of the comparison") if phrase else NOBODY
    if not speaker.phrases:
        found = from_phrase(grammar, sentence, clause.start + 1, end)
        return found if found.phrases else speaker
    return speaker
