"""Who speaks: the one place that decides it, with the phrases it had to choose from and why one won."""

from __future__ import annotations

from dataclasses import replace

from provenance.grammar.engine import Grammar
from provenance.grammar.extents import frame_start
from provenance.grammar.records import NOBODY, Clause, Predicate, Range, Rival, Row, Sentence, Speaker

#: Marks behind a dateline: what stands before them and the verb is no subject.
AFTER_DATELINE = frozenset({"–", "—", "-", "."})
#: What a verb allows whose passive has a hearer and a subject: vorwerfen, unterstellen.
OBJECT_AND_HEARER = frozenset({"h", "r"})
#: Behind a verb at most so many adverbs and phrases are skipped before the subject.
SKIPPED = 8
#: A subordinate clause is looked for before at most so many insertions.
INSERTED = 3
#: How far before a relative its noun phrase may begin.
PHRASE_BEFORE = 9
#: A quotation of so many words can be a name at the head of a phrase.
NAME_SIZE = 4


def subject(grammar: Grammar, sentence: Sentence, clause: Clause) -> Speaker:
    """The speaker of a reporting clause: agent of a passive, place of an impersonal verb, subject of an active one."""
    predicate = clause.predicate
    assert predicate is not None
    if _agentive(grammar, sentence, clause, predicate):
        found = _agent(grammar, sentence, clause, predicate)
        nobody = any(sentence.passage.lower[at] in grammar.words.expletives for at in predicate.tokens)
        if found.phrases or predicate.passive or nobody:
            return found if found.phrases else replace(found, agentless=True)
    if predicate.final:
        return in_subordinate(grammar, sentence, clause)
    if clause.kind == "v1" and clause.head > clause.start:
        return shared(grammar, sentence, clause)
    found = _in_main(grammar, sentence, clause, predicate)
    return found if found.phrases or "e" not in predicate.verb.allows else replace(found, agentless=True)


def _agentive(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> bool:
    """Whether an agent or a place speaks, not the subject; of those who are cited it is the subject of the passive, and
    whoever has something told ("ließ X in Nordby verlauten") is the subject as well."""
    if predicate.passive:
        return "o" not in predicate.verb.allows or "e" in predicate.verb.allows
    causes = sentence.passage.lower[clause.finite] in grammar.words.causatives
    return "e" in predicate.verb.allows and not causes


def _in_main(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> Speaker:
    """The phrase before the verb, unless it is an object; else the first one behind it."""
    low = sentence.passage.lower
    anchor = predicate.anchor
    before = phrase_before(grammar, sentence, frame_start(sentence, clause), anchor)
    if before and before[1] < anchor and sentence.passage.words[anchor - 1] in AFTER_DATELINE:
        before = None  # "Hamburg, 3. Mai – sagte …"
    following = anchor + 1
    if following < sentence.body and low[following] in grammar.words.bare_subjects:
        rivals = (
            (Rival(before, "an object: a pronoun that is the subject follows the verb"),) if before else ()
        )
        return Speaker(((following, following + 1),), "pronoun behind the verb", rivals=rivals)
    if before is None:
        behind = subject_behind(grammar, sentence, clause, sentence.body)
        if not behind.phrases and low[clause.head] in grammar.words.expletives:
            return Speaker(
                ((clause.head, clause.head + 1),), "pronoun before the verb"
            )  # "Es wies das zurück"
        alone = clause.head == sentence.first and anchor == clause.head + 1 and clause.kind == "v2"
        alone = alone and set(range(following, clause.end)) <= set(predicate.tokens)
        if alone and not behind.phrases and low[clause.head] in grammar.words.adverbs:
            # "Kurz sagte, dass …": an adverb that nobody follows is the name of whoever speaks
            return Speaker(((clause.head, anchor),), "subject before the verb")
        if behind.phrases or clause.kind != "v1" or not clause.behind_main:
            return behind
        return shared(grammar, sentence, clause)  # "Beobachter loben den Ablauf, sprechen aber davon, dass …"
    if _object_first(grammar, sentence, predicate, before):
        behind = subject_behind(grammar, sentence, clause, sentence.body)
        if behind.phrases:
            return replace(behind, rivals=(Rival(before, "an object: a name follows a verb of judging"),))
    return Speaker((before,), "subject before the verb")


def subject_behind(grammar: Grammar, sentence: Sentence, clause: Clause, limit: int) -> Speaker:
    """The speaker behind a verb: ", sagte X"; of a passive or impersonal one its agent or place."""
    predicate = clause.predicate
    assert predicate is not None
    if _agentive(grammar, sentence, clause, predicate):
        found = _agent(grammar, sentence, clause, predicate)
        return found if found.phrases else replace(found, agentless=True)
    phrase = first_phrase(grammar, sentence, predicate.anchor + 1, clause.end, limit)
    low, words = sentence.passage.lower, grammar.words
    if phrase and low[predicate.anchor] in words.concluding_verbs and low[phrase[0]] in words.possessives:
        owner = phrase[0], phrase[0] + 1
        return Speaker((owner,), "whose words they are")  # "…, lautet sein Credo"
    if phrase and _is_act(grammar, sentence, phrase):
        if "s" in predicate.verb.allows:  # "…, lautet die Forderung der Stadt"
            whose = attribute_of(grammar, sentence, phrase)
            return Speaker((whose,), "whose words they are") if whose else NOBODY
        found = shared(grammar, sentence, clause)
        rivals = (Rival(phrase, "what is done or said, and nobody who speaks"),)
        return replace(found, rivals=rivals) if found.phrases else found
    if phrase and "o" in predicate.verb.allows and not predicate.passive:
        at = phrase[1]
        opens = at < clause.end and (low[at] in words.articles or sentence.passage.words[at][0].isupper())
        cited = grammar.phrase(sentence, at, clause.end) if opens else at
        if cited > at and can_speak(grammar, sentence, (at, cited)) > 0:
            rivals = (Rival(phrase, "cites somebody else"),)
            return Speaker(
                ((at, cited),), "who is cited", rivals=rivals
            )  # "„…“, zitiert die Zeitung den Forscher"
    return Speaker((phrase,), "subject behind the verb") if phrase else NOBODY


def attribute_of(grammar: Grammar, sentence: Sentence, phrase: Range) -> Range | None:
    """Who stands behind the noun of a phrase: "die Forderung der Stadt", "die Warnung von Ärzten"."""
    low, words, (start, end) = sentence.passage.lower, grammar.words, phrase
    for at in range(start, end - 1):
        if sentence.passage.words[at][0].isupper():
            start = at + 1 + (low[at + 1] in words.agents)
            named = any(word[0].isupper() for word in sentence.passage.words[start:end])
            behind = start > at + 1 or low[start] in words.genitive
            bare = start + 2 >= end and low[end - 1].endswith(tuple(words.owner_endings) or ("\0",))
            owned = behind or (bare and sentence.passage.words[start][0].isupper())  # "der Vorwurf Ina Linds"
            return (start, end) if named and owned else None
    return None


def owner_of(
    grammar: Grammar, sentence: Sentence, start: int, end: int, nouns: frozenset[str] = frozenset()
) -> Range | None:
    """Who owns the noun of saying that opens a label: "Ihr Fazit", "Ida Lunds Antwort darauf"; with a name, the noun too.
    `nouns` are others than those of saying: "(aus) Lunds Sicht"."""
    passage, words = sentence.passage, grammar.words
    nouns = nouns or words.reporting_nouns
    for noun in range(start + 1, min(start + PHRASE_BEFORE, end)):
        if not passage.words[noun][0].isupper():
            return None
        if passage.lower[noun] not in nouns:
            continue
        if passage.lower[start] in words.possessives:
            return (start, start + 1) if noun == start + 1 else None
        if passage.lower[start] in words.articles:
            return None
        return (start, noun + 1) if passage.lower[noun - 1].endswith(tuple(words.owner_endings)) else None
    return None


def phrase_before(grammar: Grammar, sentence: Sentence, start: int, limit: int) -> Range | None:
    """The noun phrase that opens a clause and can be its subject."""
    low, words = sentence.passage.lower, grammar.words
    at = start
    opening = sentence.clause_at(at)
    while opening.kind in ("subordinate", "infinitive") and opening.end < limit:
        at = opening.end + 1  # "Da Bauern warten, warnte …"
        opening = sentence.clauses[opening.number + 1]
    while at < limit and (low[at] in words.adverbs or low[at] in words.coordinators):
        at += 1
    if sentence.passage.quoted(at) and not _opens_name(sentence, at):
        return None
    word = low[at]
    part = at + 1 < limit and (low[at + 1] in words.genitive or low[at + 1] in words.prepositions)
    if (
        (word in words.oblique and not (part and at == sentence.first))  # "Einer aus der Runde"
        or word in words.object_pronouns
        or word in words.subordinators
        or word in words.expletives
    ):
        return None
    end = grammar.phrase(sentence, at, limit)
    if (word in words.prepositions and end < limit) or is_oblique(grammar, sentence, at):
        return None
    if _is_told(grammar, sentence, at, end):
        return None
    return None if end == at or _says_when(grammar, sentence, (at, end)) else (at, end)


def first_phrase(grammar: Grammar, sentence: Sentence, at: int, end: int, limit: int) -> Range | None:
    """The first noun phrase from `at` that can be a subject; adverbs, objects and prepositional phrases skipped."""
    low, passage, words = sentence.passage.lower, sentence.passage, grammar.words
    for _ in range(SKIPPED):
        if at >= end:
            return None
        if passage.quoted(at) and not _opens_name(sentence, at):
            return None
        word = low[at]
        if (
            word in words.object_pronouns
            or word in words.expletives
            or (word in words.adverbs and passage.words[at][0].islower())
        ):
            at += 1
        elif word in words.prepositions:
            at = max(grammar.phrase(sentence, at + 1, end), at + 1)
        else:
            stop = grammar.phrase(sentence, at, limit)
            if stop == at:
                return None
            oblique = word in words.oblique or is_oblique(grammar, sentence, at)
            oblique = oblique or _is_told(grammar, sentence, at, stop)
            if not oblique and not _says_when(grammar, sentence, (at, stop)):
                return at, stop
            at = stop
    return None


def is_oblique(grammar: Grammar, sentence: Sentence, at: int) -> bool:
    """Whether a small word at the head of a phrase without an article ends like no nominative: "ersten Berichten", and
    like the verb of "Dann tauchten Akten auf"."""
    word, words = sentence.passage.words[at], grammar.words
    endings = tuple(words.oblique_endings)
    if at == sentence.first and sentence.passage.lower[at] in words.oblique_openers:
        return (
            at + 1 < sentence.after and sentence.passage.words[at + 1][0].isupper()
        )  # "Jungen Anlegern rät …"
    return bool(
        endings
        and word.islower()
        and word.endswith(endings)
        and word not in words.articles
        and word not in words.uninflected
        and word not in words.personal
    )


def _is_told(grammar: Grammar, sentence: Sentence, at: int, end: int) -> bool:
    """ "sagte der Taz": behind the article of a dative a medium whose name is feminine is who is told."""
    words, low = grammar.words, sentence.passage.lower
    if low[at] not in words.told_articles:
        return False
    names = [k for k in range(at + 1, end) if sentence.passage.words[k][0].isalnum()]
    if not names or not all(
        sentence.passage.words[k][0].isupper() or low[k] in words.told_media for k in names
    ):
        return False
    return low[names[-1]] in words.told_media or low[names[-1]].endswith(
        tuple(words.told_media_ends) or ("\0",)
    )


def _opens_name(sentence: Sentence, at: int) -> bool:
    quote = sentence.passage.quotes[sentence.passage.inside[at]]
    return quote.open == at and quote.size <= NAME_SIZE and quote.close + 1 < sentence.after


def _says_when(grammar: Grammar, sentence: Sentence, phrase: Range) -> bool:
    """Whether the first noun of a phrase is one of time: "wenige Stunden nach dem Putsch"."""
    passage = sentence.passage
    for at in range(phrase[0], min(phrase[1], phrase[0] + 3)):
        if passage.words[at][0].isupper() and passage.lower[at] not in grammar.words.articles:
            aged = at + 2 < phrase[1] and passage.lower[at + 1] in grammar.words.old
            if at > phrase[0] + 1 and passage.lower[at - 1] in grammar.words.prepositions:
                return False  # "einer am Sonntag veröffentlichten Erklärung": it says when of an attribute
            return _is_time(grammar, passage.lower[at]) and not aged  # "der 52 Jahre alte Ingenieur"
    return False


def _is_time(grammar: Grammar, word: str) -> bool:
    return word in grammar.words.time_nouns or word in grammar.words.months


def _object_first(grammar: Grammar, sentence: Sentence, predicate: Predicate, phrase: Range) -> bool:
    """ "Die Äußerungen bezeichnete Meier als …": a thing may stand first as the object where one who speaks follows
    the verb, a bare name or a phrase that can be no object."""
    low, words = sentence.passage.lower, sentence.passage.words
    following = predicate.anchor + 1
    if following >= sentence.body or can_speak(grammar, sentence, phrase) > 0:
        return False
    bare = words[following][0].isupper() and low[following] not in grammar.words.personal
    judged = "a" in predicate.verb.allows and low[phrase[0]] in grammar.words.object_starts
    if bare and judged and words[phrase[1] - 1][0].isupper():
        return True
    if not bare and low[following] not in grammar.words.nominative:
        return False
    behind = following, grammar.phrase(sentence, following, sentence.body)
    return can_speak(grammar, sentence, phrase) < 0 < can_speak(grammar, sentence, behind)


def can_speak(grammar: Grammar, sentence: Sentence, phrase: Range) -> int:
    """Whether a phrase is one of those who speak: 1 a pronoun, a name or a noun for a person, body or paper; -1 a
    thing by its article; 0 unknown."""
    passage = sentence.passage
    first, after = phrase
    if after - first == 1 and not passage.words[first][0].isupper():
        return 1 if passage.lower[first] in grammar.words.bare_subjects | grammar.words.personal else 0
    capitals = [
        at
        for at in range(first, after)
        if passage.words[at] != passage.words[at].lower() and passage.lower[at] not in grammar.words.articles
    ]  # also "42-Jährige"
    if not capitals:
        return 0
    if after - first == 1 and passage.lower[first] in grammar.words.voiceless:
        return -1
    for at in capitals:
        if _names_speaker(grammar, passage.lower[at]):
            return 1
        if at + 1 < after and passage.words[at + 1][0].isupper():
            return 1
        behind = passage.lower[at + 1 - (at + 1 >= after)]
        if behind in grammar.words.articles or behind in grammar.words.prepositions - grammar.words.agents:
            break  # what hangs on the head does not speak
    if passage.lower[first] in grammar.words.articles:
        return 0 if sum(map(str.isupper, passage.words[capitals[0]])) > 1 else -1  # "Der ADAC", "das BVerfG"
    things = passage.lower[after - 1].endswith(tuple(grammar.words.abstract_plurals))
    return 1 if after - first == 1 and first > sentence.first and not things else 0


def _is_act(grammar: Grammar, sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase with an article names what is done or said: "bestritt nicht die Annahme"."""
    passage, (first, after) = sentence.passage, phrase
    if passage.lower[first] not in grammar.words.articles:
        return False
    noun = next((passage.lower[at] for at in range(first + 1, after) if passage.words[at][0].isupper()), "")
    acts = tuple(grammar.words.acts)
    return bool(noun and acts) and noun.endswith(acts) and not _names_speaker(grammar, noun)


def _names_speaker(grammar: Grammar, word: str) -> bool:
    """Whether a noun, or the last part of a compound, is for those who speak; plurals and cases count."""
    speakers, endings = grammar.words.speakers, grammar.words.noun_endings
    for cut in range(len(word) - 3):
        part = word[cut:]
        joined = cut and word[cut - 1].isalpha()
        if joined and not grammar.words.no_compounds.isdisjoint((part, part[:-1])):
            continue  # "Protest" is no test
        if part in speakers or (part[-1] in endings and part[:-1] in speakers):
            return True
    return False


def main_subject(grammar: Grammar, sentence: Sentence, main: Clause | None = None) -> Range | None:
    """The subject of a main clause, whatever its verb; without `main` of the sentence's first one."""
    if main is None:
        mains = (one for one in sentence.clauses if one.kind in ("v1", "v2") and one.finite >= 0)
        main = next(mains, None)
    if main is None:
        return None
    phrase = phrase_before(grammar, sentence, frame_start(sentence, main), main.finite)
    return phrase or first_phrase(grammar, sentence, main.finite + 1, main.end, sentence.body)


def in_subordinate(grammar: Grammar, sentence: Sentence, clause: Clause) -> Speaker:
    """The subject of a verb-final clause: behind its conjunction, or its relative pronoun."""
    low, words = sentence.passage.lower, grammar.words
    end = clause.end
    for _ in range(INSERTED):  # "Wie der Richter, Otto Berg, ausführte": it opens before what is inserted
        if clause.opener in words.subordinators or clause.opener in words.relatives or not clause.number:
            break
        if low[clause.head] in words.prepositions and low[clause.head + 1] in words.relatives:
            break
        clause = sentence.clauses[clause.number - 1]
    if clause.end < end:
        phrase = first_phrase(grammar, sentence, clause.head + 1, end - 1, end - 1)
        return Speaker((phrase,), "subject of the subordinate clause") if phrase else NOBODY
    at = clause.head
    if low[at] in words.prepositions and low[at + 1] in words.relatives:
        phrase = first_phrase(grammar, sentence, at + 2, clause.end, clause.end)
    elif (
        low[at] in words.relatives
        and low[at] not in words.oblique
        and low[at] not in words.subordinators
        and not (at > clause.start and at + 1 < grammar.phrase(sentence, at, clause.end) < clause.end)
    ):
        end = grammar.phrase(sentence, at + 1, clause.end) if at + 1 < clause.end else at + 1
        if (
            low[at] in words.relative_objects
            and at + 1 < end < clause.end
            and low[at + 1] not in words.oblique
        ):
            return Speaker(((at + 1, end),), "subject behind a relative object")
        if low[at] in words.relative_owners and end > at + 1:
            return Speaker(((at, end),), "subject of the subordinate clause")
        return Speaker(((at, at + 1),), "relative pronoun")
    else:
        opens = low[at] in words.subordinators or low[at] in words.relatives
        opens = opens and not (low[at] in words.articles and at > clause.start)
        phrase = first_phrase(grammar, sentence, at + opens, clause.end, clause.end)
    return Speaker((phrase,), "subject of the subordinate clause") if phrase else NOBODY


def convinced(
    grammar: Grammar, sentence: Sentence, clause: Clause, row: Row
) -> tuple[tuple[Range, ...], Range] | None:
    """ "…, ist X überzeugt", "…, zeigte sich X sicher": copula and adjective of a clause that opens with the copula, and
    the one who speaks between them."""
    low, at = sentence.passage.lower, clause.start
    if low[at] not in row.cue.needs or clause.finite != at:
        return None
    adjective = next((k for k in range(clause.end - 1, at + 1, -1) if low[k] in row.cue.words), -1)
    phrase = first_phrase(grammar, sentence, at + 1, adjective, adjective) if adjective > 0 else None
    if phrase is None or can_speak(grammar, sentence, phrase) <= 0:
        return None
    return ((at, at + 1), (adjective, adjective + 1)), phrase


def shared(grammar: Grammar, sentence: Sentence, clause: Clause) -> Speaker:
    """ "Meier lobte den Plan und sagte, …": a coordinated verb has the subject of the clause before it."""
    parent, steps = clause, 0
    while parent.parent >= 0 and steps < SKIPPED:
        parent, steps = sentence.clauses[parent.parent], steps + 1
        if parent.subjunctive >= 0 and clause.subjunctive < 0 and parent.parent >= 0:
            continue  # "Holm sagte, Lind sei krank, und kündigte an": what Lind is is said
        if parent.kind == "v2" or parent.head == parent.start:
            break
    if parent is clause:
        return NOBODY
    if (
        parent.predicate is not None
        and not parent.predicate.passive
        and parent.predicate.anchor == parent.finite
    ) and parent.kind == "v2":
        return replace(subject(grammar, sentence, parent), way="subject shared with the clause before")
    limit = max(parent.finite, parent.start)
    phrase = phrase_before(grammar, sentence, frame_start(sentence, parent), limit)
    if phrase is None:
        phrase = first_phrase(grammar, sentence, parent.finite + 1, parent.end, parent.end)
    return Speaker((phrase,), "subject shared with the clause before") if phrase else NOBODY


def _agent(grammar: Grammar, sentence: Sentence, clause: Clause, predicate: Predicate) -> Speaker:
    """ "von der Polizei" of a passive; "in dem Bericht heißt es", "hieß es aus Kreisen" of an impersonal verb."""
    words, low, start = grammar.words, sentence.passage.lower, frame_start(sentence, clause)
    if clause.kind == "v2" and low[start] not in words.agents and low[start] not in words.places:
        start = clause.finite  # "Die Gefahr von Bränden wird vom Amt als hoch eingestuft"
    if clause.kind == "subordinate":
        start = clause.start
        if low[start] in words.places and low[start + 1] in words.relatives:  # "ein Brief, in dem es heißt"
            antecedent = phrase_ending_at(
                grammar, sentence, sentence.clauses[clause.number - 1].start, start - 1
            )
            return Speaker((antecedent,), "phrase before the relative") if antecedent else NOBODY
    agent_from = clause.finite if clause.kind == "v2" and low[start] not in words.agents else start
    if predicate.passive and (found := _governed(grammar, sentence, agent_from, clause.end, words.agents)):
        return Speaker((_without_subject(sentence, clause, predicate, found),), "agent of the passive")
    if clause.kind == "v1" and low[start] not in words.places:
        start = max(start, clause.finite)  # "…, auch im Blick auf die Lage, hieß es in den Akten"
    found = _governed(grammar, sentence, start, clause.end, words.places)
    return Speaker((found,), "where the words lie") if found else NOBODY


def _without_subject(sentence: Sentence, clause: Clause, predicate: Predicate, agent: Range) -> Range:
    """ "Ihm wird von der Firma Betrug vorgeworfen": of a verb with an object and a hearer the last noun right before
    the participle is what he is accused of, unless a clause behind it says so."""
    (first, after), words = agent, sentence.passage.words
    accuses = not OBJECT_AND_HEARER - predicate.verb.allows
    last = predicate.tokens[-1]
    nouns = after - first > 1 and words[after - 1][0].isupper() and words[after - 2][0].isupper()
    ends = last + 1 >= sentence.body or words[last + 1] != ","
    opens = clause.kind == "v2" and after == last and first <= predicate.anchor + 2
    return (first, after - 1) if accuses and nouns and ends and opens else agent


def giver(grammar: Grammar, sentence: Sentence, clause: Clause) -> Speaker:
    """ "Kritik kam von der Stadt", "stieß bei Ärzten auf Kritik": who stands behind such a preposition and can speak."""
    found = _governed(grammar, sentence, clause.start, clause.end, grammar.words.givers)
    if found is None:
        return NOBODY
    short = any(len(word) > 1 and word.isupper() for word in sentence.passage.words[slice(*found)])
    if can_speak(grammar, sentence, found) < (0 if short else 1):  # "von der FDP"
        return NOBODY
    return Speaker((found,), "who an act comes from")


def _governed(
    grammar: Grammar, sentence: Sentence, start: int, end: int, prepositions: frozenset[str]
) -> Range | None:
    """The first noun phrase behind one of some prepositions that does not say when."""
    low, words, beside = sentence.passage.lower, grammar.words, -1
    for at in range(start, end - 1):
        if low[at] in prepositions and not sentence.passage.quoted(at):
            stop = grammar.phrase(sentence, at + 1, end)
            if not words.events.isdisjoint(low[at + 1 : stop]):
                beside = max(
                    stop, beside
                )  # "auf einer Pressekonferenz in Nordby hieß es", "im Fall von Lind wurde kritisiert"
            elif (
                stop > at + 1
                and at > beside
                and not _says_when(grammar, sentence, (at + 1, stop))
                and low[at + 1] not in words.occasions_of_saying
            ):
                return at + 1, _with_name_behind(grammar, sentence, at + 1, stop)
    return None


def _with_name_behind(grammar: Grammar, sentence: Sentence, first: int, stop: int) -> int:
    """ "vom Sprecher der Fraktion, Otto Lind, begrüßt": the end of a phrase with its apposition, which a comma closes."""
    words = sentence.passage.words
    if stop >= sentence.body or words[stop] != ",":
        return stop
    longer = grammar.phrase(sentence, first, sentence.body)
    return longer if stop < longer < sentence.body and words[longer] == "," else stop


def phrase_ending_at(grammar: Grammar, sentence: Sentence, first: int, end: int) -> Range | None:
    """The longest noun phrase that ends right before a token; one without an article begins behind no noun."""
    low, words = sentence.passage.lower, sentence.passage.words
    if low[end - 1] in grammar.words.object_pronouns:
        return end - 1, end  # "ihnen zufolge"
    for start in range(max(first, end - 3 * PHRASE_BEFORE), end):
        if (
            words[start][0].islower()
            and low[start] not in grammar.words.articles
            and start > first
            and (words[start - 1] != low[start - 1] or low[start] in grammar.words.prepositions)
        ):
            continue
        if grammar.phrase(sentence, start, end) == end:
            return start, end
    return None


def from_phrase(grammar: Grammar, sentence: Sentence, at: int, end: int) -> Speaker:
    """ "wie aus dem Papier hervorgeht": the source behind a preposition near the clause's start."""
    low = sentence.passage.lower
    for position in range(at, min(at + 4, end)):
        if low[position] in grammar.words.like_agents:
            stop = grammar.phrase(sentence, position + 1, end)
            if stop > position + 1:
                return Speaker(((position + 1, stop),), "phrase of a comparison")
    return NOBODY


def addressee(
    grammar: Grammar, sentence: Sentence, clause: Clause, speaker: Speaker, start: int, end: int
) -> tuple[Range, ...]:
    """To whom it is said: "gegenüber X", "dem X" behind the speaker, or the object of verbs that have one."""
    predicate = clause.predicate
    if predicate is None:
        return ()
    low, passage, words = sentence.passage.lower, sentence.passage, grammar.words
    phrases = speaker.phrases if speaker.passage in (-1, sentence.number) else ()
    taken = {token for first, after in phrases for token in range(first, after)} | set(predicate.tokens)
    dative_from = max([predicate.anchor, *(after - 1 for _, after in phrases)]) + 1
    has_object = "h" in predicate.verb.allows
    for at in range(start, min(end, start + 80)):
        if at in taken or passage.quoted(at):
            continue
        word = low[at]
        if word in words.hearers:
            stop = grammar.phrase(sentence, at + 1, end)
            if stop > at + 1 and (
                word in words.sure_hearers or low[stop - 1].endswith(tuple(words.audiences))
            ):
                return ((at + 1, stop),)
        if low[at - 1] in words.prepositions:
            continue
        if word in words.dative_hearers and (at >= dative_from or has_object):
            stop = grammar.phrase(sentence, at, end)
            if stop > at or word in words.object_pronouns:
                return ((at, max(stop, at + 1)),)
        elif has_object and at > start and word not in words.adverbs and word not in words.prepositions:
            stop = grammar.phrase(sentence, at, end)
            if stop > at and taken.isdisjoint(range(at, stop)) and not _is_time(grammar, low[stop - 1]):
                return ((at, stop),)
    return ()
