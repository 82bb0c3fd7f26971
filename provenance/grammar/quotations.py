"""Words in quotation marks: with a frame before or behind, split around it, as an object, within reported speech.

Which marks are statements is decided by what stands around them, and for bare fragments by their first letter and
their length: counted on German Wikinews, of those within reported speech that begin in lower case 88 % of two or
three words are statements, of those with a capital 20 %. The rows hold the shares.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from provenance import glyphs
from provenance.grammar.engine import Grammar, fits, runs
from provenance.grammar.extents import SEAMS, frame_start
from provenance.grammar.records import (
    NOBODY,
    SIZES,
    Candidate,
    Clause,
    Predicate,
    Range,
    Row,
    Sentence,
    Speaker,
)
from provenance.grammar.speakers import (
    addressee,
    can_speak,
    convinced,
    first_phrase,
    owner_of,
    phrase_before,
    subject,
    subject_behind,
)
from provenance.passage import Quote

#: Words of a label that says what is said, and by nobody: "Die knappe Antwort: …".
LABEL = 3
#: A fragment that is more likely a name or a phrase of style than somebody's words.
NAME_ODDS = 0.1
LIKELY = 0.5
#: A quotation of more words within a postposed frame begins something new.
FRAME_QUOTE = 5
#: Before a comma and any verb one of so many words is no title any more.
SHORT_QUOTE = 1
#: At most so many shorter ones are names within the frame.
FRAME_QUOTES = 20
TITLE_SIZE = 4
#: A quotation of so many words right before a verb, at the start of a sentence, is its subject.
NAME_SIZE = 2
#: A reporting verb may stand so many clauses before the colon of its quotation.
COLON_CLAUSES = 6
#: Marks within a quotation by which it is a sentence of its own.
EXCLAIMED = frozenset("!?")
OPENED = frozenset(glyphs.DOUBLE_CLOSING + glyphs.SINGLE_CLOSING + glyphs.ANGLES + glyphs.STOPS + ",:;–—") | {
    "''"
}
GLYPHS = frozenset(glyphs.STOPS + glyphs.DOUBLE_CLOSING) | {"''", "’’"}


def propose_quotations(grammar: Grammar, sentence: Sentence) -> Iterator[Candidate]:
    """Candidates for quotations that open or close in the sentence."""
    for position, quote in enumerate(sentence.quotes):
        if quote.open >= sentence.first:
            yield from _behind_colon(grammar, sentence, quote)
            if quote.single:
                continue  # an apostrophe, a title: only a colon makes it speech
            yield from _within_clause(grammar, sentence, quote)
        if quote.close < sentence.after and not quote.single:
            yield from _before_frame(grammar, sentence, position, quote)
            yield from _alone(grammar, sentence, quote)
            yield from _loose(grammar, sentence, quote)


def fragment_odds(grammar: Grammar, sentence: Sentence, quote: Quote, row: Row) -> float:
    """How likely a quotation without a frame of its own is somebody's words, by its first letter and its size."""
    passage = sentence.passage
    lower = passage.words[quote.open + 1][0].islower()
    if quote.size > 1 and passage.words[quote.close - 1] in EXCLAIMED:
        lower = True  # "Parolen wie „Lind raus!“"
    elif "a" in row.cue.licence and passage.lower[quote.open - 1] in grammar.words.before_fragment:
        lower = True  # "als „Unverschämtheit“"
    if quote.single or (not lower and _is_title(grammar, sentence, quote)):
        return NAME_ODDS
    shares = row.content.lower if lower else row.content.upper
    return shares[bisect_left(SIZES, quote.size)]


def _is_title(grammar: Grammar, sentence: Sentence, quote: Quote) -> bool:
    """Whether what stands around a short quotation makes it the name of something."""
    passage, words = sentence.passage, grammar.words
    before, after = quote.open - 1, quote.close + 1
    if before < sentence.first:
        return False
    word = passage.lower[before]
    if word in words.naming or word.endswith(tuple(words.naming_endings)):
        return True
    if after < sentence.after and passage.words[after].startswith("-"):
        return True  # „Spiegel“-Redakteur
    inner = passage.words[quote.open + 1 : quote.close]
    capital = all(
        part[0].isupper() or part[0].isdigit() or part.lower() in words.title_words for part in inner
    )
    named = passage.words[before][0].isupper() or word in words.articles
    return capital and quote.size <= TITLE_SIZE and named


def child(grammar: Grammar, sentence: Sentence, parent: Candidate) -> Iterator[Candidate]:
    """The quotations within the content of a chosen candidate, with its speaker and frame."""
    named = parent.speaker.phrases if parent.speaker.passage in (-1, sentence.number) else ()
    for row in grammar.rows_by("none", "quotation nested"):
        for quote in _held(sentence, parent):
            if any(first <= quote.open < after for first, after in named):
                continue  # "Die „Gruppe für den Damm“ lobte …": part of a name
            odds = fragment_odds(grammar, sentence, quote, row)
            if odds >= LIKELY:
                yield Candidate(
                    row,
                    parent.passage,
                    ((quote.open, quote.close + 1),),
                    parent.cue,
                    parent.frame,
                    parent.speaker,
                    parent.addressee,
                    odds,
                    parent.home,
                    parent,
                )


def _held(sentence: Sentence, parent: Candidate) -> Iterator[Quote]:
    """The quotations that lie within a candidate's content."""
    for first, after in parent.content:
        start = bisect_left(sentence.quotes, first, key=attrgetter("open"))
        for number in range(start, len(sentence.quotes)):
            quote = sentence.quotes[number]
            if quote.open >= after:
                break
            if quote.close < after and not quote.single:
                yield quote


# --------------------------------------------------------------------------------------------- before it


def _behind_colon(grammar: Grammar, sentence: Sentence, quote: Quote) -> Iterator[Candidate]:
    """ "X sagte: „…“": the clause before the colon is the frame."""
    colon = quote.open - 1
    if colon < sentence.first or sentence.passage.words[colon] != ":":
        return
    if _framed_behind(grammar, sentence, quote):
        return
    last = sentence.clause_at(max(colon - 1, sentence.first))
    clause = _verb_before(sentence, last)
    content = (quote.open, quote.close + 1)
    if clause is not None and clause.predicate is not None:
        predicate = clause.predicate
        postposed = clause.kind == "v1" and clause.behind_main and clause.head == clause.start
        for row in grammar.rows_by("verb", "quotation behind"):
            if not fits(row, predicate):
                continue
            speaker = subject_behind(grammar, sentence, clause, colon) if postposed else NOBODY
            if speaker.phrases and clause.before in SEAMS and "p" in predicate.verb.allows:
                start = clause.start - 1
            else:
                start, speaker = frame_start(sentence, clause), subject(grammar, sentence, clause)
            hearer = addressee(grammar, sentence, clause, speaker, start, colon)
            cue = runs(_cue_tokens(grammar, sentence, predicate, colon))
            yield _direct(row, sentence, [content], cue, [(start, colon + 1)], speaker, hearer)
    for row in grammar.rows_by("name", "quotation behind"):
        yield _named(grammar, sentence, row, content, colon)


def _framed_behind(grammar: Grammar, sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation of several sentences ends before a reporting verb: ": „A. B“, sagte X."."""
    passage, at = sentence.passage, quote.close + 1
    if at < sentence.after or at >= len(passage.words):
        return False
    at += passage.words[at] in SEAMS
    first, after = passage.sentences[bisect_right(passage.sentences, (quote.close, len(passage.words))) - 1]
    if at >= after:
        return False
    if any(passage.lower[at] in row.cue.words for row in grammar.rows_by("particle", "quotation before")):
        return True
    predicate = grammar.read(passage, sentence.number, first, after).clause_at(at).predicate
    rows = grammar.rows_by("verb", "quotation before")
    return predicate is not None and predicate.anchor == at and any(fits(row, predicate) for row in rows)


def _verb_before(sentence: Sentence, last: Clause) -> Clause | None:
    """The nearest main clause with a reporting verb before the colon; without one, the nearest clause."""
    nearest = None
    for number in range(last.number, max(last.number - COLON_CLAUSES, -1), -1):
        clause = sentence.clauses[number]
        if clause.predicate is not None and clause.predicate.tokens[-1] < last.end:
            if clause.kind != "subordinate":
                return clause
            nearest = nearest or (clause if clause is last else None)
        if clause.before == ";":
            break
    return nearest


def _cue_tokens(grammar: Grammar, sentence: Sentence, predicate: Predicate, end: int) -> list[int]:
    """The verb's tokens with "mit den Worten" before the quotation, and the preposition of its object."""
    low, words = sentence.passage.lower, grammar.words
    tokens = list(predicate.tokens)
    if end - 3 > sentence.first and " ".join(low[end - 3 : end]) in words.with_words:
        return sorted({*tokens, *range(end - 3, end)})
    at = end - 2 if low[end - 1] in words.articles else end - 1
    if at > sentence.first and low[at] in words.before_fragment:
        tokens.append(at)
    return tokens


def _named(grammar: Grammar, sentence: Sentence, row: Row, content: Range, colon: int) -> Candidate:
    """ "Meier: „…“", "Meier wörtlich: „…“", or a verb that no list holds: the first noun phrase speaks."""
    start = sentence.clause_at(colon).section[0]
    last = sentence.clause_at(max(colon - 1, sentence.first)).number
    clauses = reversed(sentence.clauses[max(last - COLON_CLAUSES, 0) : last + 1])
    main = next((one for one in clauses if one.kind in ("v1", "v2") and one.finite >= start), None)
    verb, first = (-1, start) if main is None else (main.finite, frame_start(sentence, main))
    phrase = phrase_before(grammar, sentence, first, colon if verb < 0 else verb)
    doubtful = phrase is None or can_speak(grammar, sentence, phrase) < 0
    if doubtful and verb >= 0:
        behind = first_phrase(grammar, sentence, verb + 1, colon, colon)
        if behind and (phrase is None or can_speak(grammar, sentence, behind) > 0):
            phrase, doubtful = behind, False
    speaker = Speaker((phrase,), "phrase before the colon") if phrase else NOBODY
    owner = owner_of(grammar, sentence, start, colon) if verb < 0 else None
    if owner:
        speaker = Speaker((owner,), "whose words they are")  # "Ihr Fazit: …", "Lunds Antwort darauf: …"
    if (doubtful and verb >= 0) or (verb < 0 and not owner and _goes_on(grammar, sentence, start, colon)):
        speaker = Speaker(carried=True)  # "Ihr Fazit fällt knapp aus: …", "Und weiter: …"
    cue = [(verb, verb + 1)] if verb >= 0 else []
    return _direct(row, sentence, [content], cue, [(start, colon + 1)], speaker)


def _goes_on(grammar: Grammar, sentence: Sentence, start: int, colon: int) -> bool:
    """Whether nothing but adverbs, or a noun of saying that is nobody's, stands before a colon: whoever spoke goes on."""
    low, words = sentence.passage.lower[start:colon], grammar.words
    small = words.adverbs | words.coordinators
    noun = bool(low) and len(low) <= LABEL and low[-1] in words.reporting_nouns
    return bool(low) and (noun or small.issuperset(low))


# --------------------------------------------------------------------------------------------- behind it


def _before_frame(grammar: Grammar, sentence: Sentence, position: int, quote: Quote) -> Iterator[Candidate]:
    """ "„…“, sagte X", "„…“, so X", "„…“, wie X sagte": the frame follows."""
    words, low = sentence.passage.words, sentence.passage.lower
    at = quote.close + 1
    if at < sentence.body and words[at] in SEAMS:
        at += 1
    if at >= sentence.body:
        return
    if quote.open > sentence.first and words[quote.open - 1] not in OPENED:
        yield from _compared(grammar, sentence, quote, at)  # "ein „Kern aus Winden“, wie es X umschreibt"
        return
    if at == quote.close + 1 and quote.open == sentence.first:
        behind = sentence.clauses[sentence.clause_at(at).number + 1 :][:1]
        if quote.size <= NAME_SIZE or any("that" in clause.forms for clause in behind):
            return  # "„Computerwoche“ schrieb", "„Der Kurier für Kiel“ schrieb, dass …": a name, not what was said
    if quote.open > sentence.first and words[quote.open - 1] == "," and words[quote.open + 1][0].islower():
        return  # "Er brauche Zeit, „damit es gelingt“, sagte Sand": the end of what is said
    content, comma = (quote.open, quote.close + 1), quote.close + 1
    clause = sentence.clause_at(at)
    for row in grammar.rows_by("particle", "quotation before"):
        if low[at] not in row.cue.words:
            continue
        start = at + 2 if clause.predicate and clause.finite == at + 1 else at + 1
        end = grammar.phrase(sentence, start, sentence.body) if start < sentence.body else start
        if end > start:
            speaker = Speaker(((start, end),), "phrase behind the particle")
            yield _with_second_half(sentence, position, row, content, [(at, start)], (comma, end), speaker)
    for row in grammar.rows_by("adjective", "quotation before"):
        if clause.start == at and (found := convinced(grammar, sentence, clause, row)):
            cue, speaker = found[0], Speaker(found[1:], "subject behind the copula")
            yield _with_second_half(sentence, position, row, content, cue, (comma, clause.end), speaker)
            return
    predicate = clause.predicate
    rows = [row for row in grammar.rows_by("verb", "quotation before") if predicate and fits(row, predicate)]
    if predicate is None or not rows:
        yield from _acted(grammar, sentence, position, quote, clause, at)
        return
    for row in rows:
        if predicate.anchor == at:
            end = _frame_end(sentence, position, clause, predicate)
            speaker = subject_behind(grammar, sentence, clause, end)
            hearer = addressee(grammar, sentence, clause, speaker, at + 1, end)
            yield _with_second_half(
                sentence, position, row, content, runs(predicate.tokens), (comma, end), speaker, hearer
            )
    yield from _compared(grammar, sentence, quote, at)


def _compared(grammar: Grammar, sentence: Sentence, quote: Quote, at: int) -> Iterator[Candidate]:
    """ "„…“, wie X sagte": the comparison that opens behind a quotation is its frame."""
    clause, low = sentence.clause_at(at), sentence.passage.lower
    predicate = clause.predicate
    if predicate is None or not predicate.final or clause.start != at:
        return
    for row in grammar.rows_by("comparison", "quotation before"):
        if fits(row, predicate) and low[at] in row.cue.words:
            speaker = subject(grammar, sentence, clause)
            content, frame = (quote.open, quote.close + 1), (quote.close + 1, clause.end)
            yield _direct(row, sentence, [content], runs(predicate.tokens), [frame], speaker)


def _acted(
    grammar: Grammar, sentence: Sentence, position: int, quote: Quote, clause: Clause, at: int
) -> Iterator[Candidate]:
    """ "„…“, wehrte X die Frage ab": who can speak, right behind any verb that follows a whole quoted sentence, or a
    shorter one and its comma."""
    words, word = grammar.words, sentence.passage.words[at]
    small = words.articles | words.prepositions | words.adverbs | words.coordinators | words.subordinators
    opens = quote.open == sentence.first and sentence.passage.words[at - 1] == ","
    whole = quote.size > (SHORT_QUOTE if opens else FRAME_QUOTE)
    if clause.start != at or not whole or not word.islower() or word in small:
        return
    start = at + 1
    while start + 1 < sentence.body and sentence.passage.lower[start] in words.between:
        start += 1  # "bringt es X auf den Punkt", "platzt es aus X heraus"
    end = grammar.phrase(sentence, start, sentence.body)
    if end == start or can_speak(grammar, sentence, (start, end)) <= 0:
        return
    for row in grammar.rows_by("name", "quotation before"):
        speaker = Speaker(((start, end),), "subject behind the verb")
        content, frame = (quote.open, quote.close + 1), (quote.close + 1, max(clause.end, end))
        yield _with_second_half(sentence, position, row, content, [(at, at + 1)], frame, speaker)


def _frame_end(sentence: Sentence, position: int, clause: Clause, predicate: Predicate) -> int:
    """A postposed frame runs to the next quotation, semicolon or the end of the sentence."""
    words, last = sentence.passage.words, predicate.tokens[-1]
    body = clause.section[1] if clause.section[1] < sentence.body else sentence.body
    for other in sentence.quotes[position + 1 : position + 1 + FRAME_QUOTES]:
        if other.open <= last:
            continue
        if other.open >= body:
            break
        if other.size > FRAME_QUOTE or words[other.open - 1] in (":", ","):
            return other.open - (words[other.open - 1] in (",", ":"))
    return max(body, last + 1)


def _with_second_half(
    sentence: Sentence,
    position: int,
    row: Row,
    content: Range,
    cue: tuple[Range, ...] | list[Range],
    frame: Range,
    speaker: Speaker,
    hearer: tuple[Range, ...] = (),
) -> Candidate:
    """ "„A“, sagte X, „B“": the next quotation right behind the frame belongs to the same statement."""
    pieces, (start, end) = [content], frame
    following = sentence.quotes[position + 1] if position + 1 < len(sentence.quotes) else None
    if following and following.open < sentence.after and 0 <= following.open - end <= 1:
        pieces.append((following.open, following.close + 1))
        end = following.open
    return _direct(row, sentence, pieces, cue, [(start, end)], speaker, hearer)


# --------------------------------------------------------------------------------------------- within, alone


def _within_clause(grammar: Grammar, sentence: Sentence, quote: Quote) -> Iterator[Candidate]:
    """ "nannte den Plan „unausgegoren“": the quotation is an object within the verb's own clause."""
    home = sentence.clause_at(quote.open)
    clause = next(
        (
            clause
            for clause in (home, *reversed(sentence.clauses[max(home.number - 3, 0) : home.number]))
            if clause.predicate is not None and (clause is home or clause.predicate.last == home.number)
        ),
        None,
    )
    if clause is None or clause.predicate is None:
        return
    predicate = clause.predicate
    for row in grammar.rows_by("verb", "quotation within"):
        if not fits(row, predicate):
            continue
        odds = fragment_odds(grammar, sentence, quote, row)
        if odds < LIKELY:
            continue
        start = frame_start(sentence, clause)
        speaker = subject(grammar, sentence, clause)
        if any(first <= quote.open < after for first, after in speaker.phrases):
            continue  # "Die „Gruppe für den Damm“ berichtete …": part of a name
        if _is_term(grammar, sentence, quote, predicate, speaker):
            continue
        tokens = _cue_tokens(grammar, sentence, predicate, quote.open)
        frame = [piece for piece in ((start, quote.open), (quote.close + 1, home.end)) if piece[1] > piece[0]]
        hearer = addressee(grammar, sentence, clause, speaker, start, home.end)
        weight = min(odds, row.confidence.content)
        yield _direct(
            row,
            sentence,
            [(quote.open, quote.close + 1)],
            runs(tokens),
            frame,
            speaker,
            hearer,
            weight,
        )


def _is_term(
    grammar: Grammar, sentence: Sentence, quote: Quote, predicate: Predicate, speaker: Speaker
) -> bool:
    """ "werden als „Sonderverträge“ bezeichnet", "nennt man auch „Löss“": what something is called, and by nobody."""
    passage = sentence.passage
    if passage.lower[quote.open - 1] in grammar.words.also:
        return True
    name = passage.words[quote.open + 1][0].isupper() and quote.size <= NAME_SIZE
    return name and predicate.passive and not speaker.phrases


def _alone(grammar: Grammar, sentence: Sentence, quote: Quote) -> Iterator[Candidate]:
    """A quotation that is a sentence of its own: nothing but its marks and full stop around it."""
    words = sentence.passage.words
    if quote.open and words[quote.open - 1] == ":" and quote.open != sentence.first:
        return  # what stands before the colon has announced it
    before = quote.open in (0, sentence.first) or words[quote.open - 1] in GLYPHS
    after = quote.close + 1 >= sentence.body or words[quote.close + 1] in ".!?"
    if before and after and quote.size > 2:
        for row in grammar.rows_by("none", "quotation alone"):
            yield _direct(row, sentence, [(quote.open, quote.close + 1)], [], [], Speaker(carried=True))


def _loose(grammar: Grammar, sentence: Sentence, quote: Quote) -> Iterator[Candidate]:
    """A quotation in whatever sentence, if its length and its first letter make it somebody's words."""
    for row in grammar.rows_by("none", "quotation loose"):
        odds = fragment_odds(grammar, sentence, quote, row)
        if quote.open >= sentence.first and odds >= LIKELY:
            content = [(quote.open, quote.close + 1)]
            yield _direct(row, sentence, content, [], [], Speaker(carried=True), weight=odds)


def _direct(
    row: Row,
    sentence: Sentence,
    content: list[Range],
    cue: tuple[Range, ...] | list[Range],
    frame: list[Range],
    speaker: Speaker,
    hearer: tuple[Range, ...] = (),
    weight: float = -1.0,
) -> Candidate:
    return Candidate(
        row,
        sentence.number,
        tuple(content),
        tuple(cue),
        tuple(frame),
        speaker,
        hearer,
        row.confidence.content if weight < 0 else weight,
    )
