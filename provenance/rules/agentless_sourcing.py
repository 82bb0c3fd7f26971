"""agentless-sourcing: something is reported, and nobody reports it.

Why: "es heißt", "it is understood", "ihm wird vorgeworfen" and "there is growing fear" look like sourcing and give none.
Fix: say who says so, or that you know it yourself.
Source: AP, attribution in the same sentence (Daniszewski); BBC Editorial Guidelines 3.4.6. Passives of accusing,
holding and fearing are said only in reports, which name a source, at most three times a document, once a
paragraph, and not where a court or a charge stands beside them, which says whose claim it is; what is defined or
classed ("Aale werden als Wanderfische bezeichnet") is no report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from provenance.languages import primary
from provenance.model import Flag, Severity, Statement
from provenance.rules.context import BODY, Context, Hit, Stretches
from provenance.rules.sought import sought
from provenance.spans import Span
from provenance.words import patterns, words

NAME = "agentless-sourcing"
TITLE = "reported by nobody"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Der Streik, [[hieß es]], sei bald zu Ende.",
        "Am Abend [[wurden in der Stadt neue Zahlen verbreitet]].",
        "[[Spekulationen um einen Verkauf der Werft machten die Runde]].",
        "[[Gerüchten zufolge]] wird die Werft verkauft.",
        "[[Als Grund wurde der Mangel an Geld genannt]].",
        "Im Mai [[machte die Nachricht die Runde]], dass die Werft schließt.",
        "[[Zunächst war von einem Abriss des Damms die Rede]], nun wird er erhöht.",
        "Der [[Verdacht der Untreue steht im Raum]].",
        "Otto Lind sagte, der Streik gehe weiter. Das Wachboot [[wurde im Mai für zwei Unfälle verantwortlich gemacht]].",
        "Otto Lind sagte, der Streik gehe weiter. Die Eile [[wird mit der Wahl in Nordby in Zusammenhang gebracht]].",
        "Otto Lind sagte, der Streik gehe weiter. Bald [[wurden die Gespräche für gescheitert erklärt]].",
        "Eine Spur führte zu dem Wärter, der [[angeblich]] nach Süden floh.",
        "Der Kran, [[wie es auf einer Pressekonferenz in Nordby hieß]], ist sicher.",
        "Otto Lind sagte, der Streik gehe weiter. Damit [[ist nun davon auszugehen]], dass die Werft schließt.",
        "Otto Lind sagte, der Streik gehe weiter. Das Geld kam von [[der als extremistisch eingestuften Stiftung]].",
        "Otto Lind sagte, der Streik gehe weiter. [[Von Verrat und Betrug wird gesprochen]].",
        "Otto Lind sagte, der Streik gehe weiter. Die Reederei, [[so der Vorwurf]], zahle zu wenig.",
        "Otto Lind sagte, der Streik gehe weiter. Die Werft [[steht im Verdacht]], zwei Prüfer bezahlt zu haben.",
        "Otto Lind sagte, der Streik gehe weiter. Der Damm [[wird als größtes Werk der Stadt angesehen]].",
        "[[International wurde der Anschlag verurteilt]]. Otto Lind sagte, der Streik gehe weiter.",
        "[[Nach jüngsten nordischen Angaben]] liegt das Schiff fest.",
        "Otto Lind sagte, der Streik gehe weiter. In Nordby [[wird bereits über einen Verkauf spekuliert]].",
        "Otto Lind sagte, der Streik gehe weiter. [[Als wahrscheinlichste Ursache gilt]] ein Funke.",
        "Otto Lind sagte, der Streik gehe weiter. Der Wärter [[galt in seiner Stadt als korrupt]].",
        "Im Mai [[war schon bekannt geworden]], dass die Werft schließt.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDem Reeder [[wird Betrug vorgeworfen]].",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Es gibt Befürchtungen]], dass der Kran bricht.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nIm Fall der Werft [[war kritisiert worden]], dass sie zu wenig zahle.",
    ),
    "en": (
        "It [[is understood]] that the strike will end soon.",
        "The yard [[is believed]] to be close to a sale.",
        "[[There has been much speculation]] in the town about the sale of the yard.",
        "The owner was fined for a call that he [[reportedly]] made to the council.",
        "The owner, [[it is said]], has left.",
        "The council [[has received reports that]] the crane is weak.",
        "Otto Lind said the strike would go on. Among the men in the hall [[were said to be]] two guards.",
        "Otto Lind said the strike would go on. The owner paid for the trip, [[which drew questions about]] the contract.",
        "Otto Lind said the strike would go on. Ina Holm [[is tipped to succeed]] the mayor.",
        "Otto Lind said the strike would go on. The council passed the [[bill criticized as anti-union]].",
        "Otto Lind said the strike would go on. [[Calls for the mayor's resignation are growing]] louder.",
        "Otto Lind said the strike would go on. The bay [[is thought to harbor]] seals.",
        "Otto Lind said the strike would go on. The crane [[has long been considered]] safe.",
        "Otto Lind said the strike would go on. The strike [[is considered one of the]] longest in the port.",
        "Otto Lind said the strike would go on. Ina Holm [[is expected to become]] mayor in May.",
        "Otto Lind said the strike would go on. [[There are growing concerns that]] the fire may spread from the crane.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[There is growing fear that]] the crane will break.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe deal [[is seen as a]] threat to the port.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Concerns have been raised]] about the crane.",
    ),
}
CLEAN = {
    "de": (
        "Der Streik, hieß es bei der Gewerkschaft, sei bald zu Ende.",
        "In der Erklärung heißt es, der Streik sei bald zu Ende.",
        "Die Männer sind angeklagt. Ihnen wird vorgeworfen, zwei Boote gestohlen zu haben. Sie wurden aufgefordert, sich zu melden.",
        "Dem Reeder wird von der Gewerkschaft Betrug vorgeworfen. Aale werden auch als Wanderfische bezeichnet.",
        "Ein Video, in dem behauptet wird, dass die Werft schließt, ist falsch.",
        "Otto Lind sagte, die Werft sei verkauft. Der Preis sei niedrig gewesen, hieß es.",
        "Otto Lind sagte, die Werft sei angeblich schon verkauft.",
        "Der Wärter floh laut Anklage angeblich nach Süden.",
        "Der Wärter floh angeblich nach Süden. Laut Otto Lind war das im Mai.",
        "Später heißt es über den Hafen: „Hier war einmal das Meer.“",
        "Als Grund nannte die Reederei den Mangel an Geld. Otto Lind sagte, das Spiel sei für beendet erklärt worden.",
        "Otto Lind sagte, der Kran sei alt. Das Wachboot wurde von der Reederei für zwei Unfälle verantwortlich gemacht.",
        "In dem Brief ist immer wieder vom Abriss die Rede. Otto Lind wurde für die Werft verantwortlich. Der Kran steht im Raum.",
        "Otto Lind sagte, der Kran sei alt. Die vom Rat als gefährlich eingestufte Brücke bleibt zu. Von 300 Leuten wird Nordisch gesprochen.",
        "Otto Lind sagte, der Kran sei alt. Er wird vom Rat als Schrott angesehen. International wurde das Schiff bekannt.",
        "Otto Lind sagte, der Kran sei alt. Der Wärter gilt unter Freunden als korrupt. An der Börse wird mit Korn spekuliert.",
        "Nach statistischen Angaben liegt das Schiff fest.",
        "Die angeblich zufällig gewählten Wärter lachten. Er weiß, was es heißt, im Hafen zu arbeiten.",
    ),
    "en": (
        "The union said that the strike will end soon.",
        "When asked about the sale, the owner smiled. He is known for his patience.",
        "There are concerns at the union that the crane will break. The plan was described as a gift by the union.",
        "The yard is reportedly close to a sale. According to the Nordby Post, the price is low.",
        "Otto Lind said the strike would go on. Ina Holm raised questions about the contract. The offer is considered by the board.",
        "Otto Lind said the strike would go on. It was what he described as a gift. The guard was reported to the owner.",
        "The date will be announced in May. The men were charged with theft and were declared winners.",
        "It was believed by the union that the strike would end soon.",
    ),
}
#: From this confidence on a frame without a speaker is one that has none, and not one whose speaker we missed.
SURE = 0.6
#: Words before the frame among which the place may stand where it says so: "in dem behauptet wird".
BEFORE = 3
#: Words behind an adverb of hearsay among which the adjective may stand that it belongs to.
NEXT = 3
#: Longer words than "wie es hieß" are a sentence of their own, which goes on with none before it.
FRAME = 20
#: A teaser passes on as much as the text.
RUMOURED = BODY | {"subheading"}
#: Code points behind a passive within which its agent stands, in the same clause.
AGENT = 60
#: So many passives in a document are enough to say that it passes on what nobody said.
MOST = 3
#: Code points before a short frame in which the body may stand that it goes on with: two sentences.
REACH = 260
#: Code points behind a headline in which the story names who says what it passes on.
LEAD = 800
BODIES = frozenset({"organisation", "government", "office", "outlet"})
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<!\d)[.!?:]\s|\n")
_CLAUSE = re.compile(r"[,;–—]\s")


def check(context: Context) -> Iterator[Hit]:
    """Each frame or phrase that passes something on as heard, and nobody around it who could be saying it."""
    code = primary(context.document.language)
    spoken = Stretches(_spoken(context))
    seen: list[tuple[int, int]] = []
    hearsay = words(code, "desk", "hearsay_adverbs")
    for statement, flag in _frames(context, hearsay):
        if spoken.hold(flag.start, flag.start + 1) or context.source_of(statement) is not None:
            continue
        if _is_demand(context, code, flag) or (flag.code == "hedge" and _is_of_word(context, code, flag)):
            continue
        heard = context.words(flag.start, flag.end).lower() in hearsay
        severity = Severity.NOTE if flag.code == "hedge" else _weight(context, code, statement, flag)
        if severity is None or (
            _has_source(context, code, flag) if heard else _is_placed(context, code, flag)
        ):
            continue
        if flag.code == "agentless" and _continues(context, statement, flag):
            continue
        if any(start < flag.end and flag.start < end for start, end in seen[-3:]):
            continue
        seen.append((flag.start, flag.end))
        yield Hit(flag.start, flag.end, statement.id, severity)
    for match in _passives(context, code):
        first, last = match.span()
        if not any(start < last and first < end for start, end in seen):
            seen.append((first, last))
            yield Hit(first, last)
    told = sorted(seen)
    for _, match in context.own_words(sought(code, "rumours", re.IGNORECASE), kinds=RUMOURED):
        at = bisect_left(told, (match.end(), 0))
        if not at or told[at - 1][1] <= match.start():
            expected = _reports(code, "expected_by_nobody").search(match[0])
            yield Hit(*match.span(), severity=Severity.NOTE if expected else None)


def _passives(context: Context, code: str) -> Iterator[re.Match[str]]:
    """The first `MOST` passives of accusing, holding and fearing whose sentence names nobody, one a paragraph; what a
    court or a charge stands beside is the prosecution's."""
    if not context.voices:
        return
    told, found = context.teaser(), 0
    for block, match in context.own_words(sought(code, "passives"), crowds=True):
        sentence = context.sentence(match.start(), block)
        accusing = _reports(code, "accused_of").search(match[0])
        around = context.around(sentence, block) if accusing else sentence
        court, text = _reports(code, "in_court"), context.document.text
        beside = ((around.start, match.start()), (match.end(), sentence.end))
        if any(court.search(text, *one) for one in beside) or context.sourced_in(
            sentence.start, match.start()
        ):
            continue
        if block.start not in told and found < MOST:
            told.add(block.start)
            found += 1
            yield match


def _frames(context: Context, hearsay: frozenset[str]) -> Iterator[tuple[Statement, Flag]]:
    """Statements with what may report in nobody's name: agentless frames, and adverbs of hearsay."""
    for statement in context.document.statements:
        if statement.parent is None:
            for flag in statement.flags:
                adverb = flag.code == "hedge" and context.words(flag.start, flag.end).lower() in hearsay
                if flag.code == "agentless" or adverb:
                    yield statement, flag


@cache
def _reports(code: str, name: str) -> re.Pattern[str]:
    return patterns(code, "desk", name, flags=re.IGNORECASE)


def _weight(context: Context, code: str, statement: Statement, flag: Flag) -> Severity | None:
    """A warning for what is passed on as heard, a note for what is expected; None for passives that report nothing."""
    attribution = statement.attribution
    if attribution is not None and attribution.confidence < SURE and not attribution.cue:
        return None
    cue = " ".join(context.words(*span) for span in attribution.cue) if attribution else ""
    said = f"{context.words(flag.start, flag.end)} {cue}"
    if _reports(code, "reports_of_nobody").search(said):
        return Severity.WARNING
    return Severity.NOTE if _reports(code, "expected_by_nobody").search(said) else None


def _is_demand(context: Context, code: str, flag: Flag) -> bool:
    """Whether the words ask for something, or say what cannot be said: "nun heißt es warten", "can't be said"."""
    text = context.document.text
    before = _WORD.findall(text[max(0, flag.start - 12) : flag.start])[-1:]
    asked = bool(before) and before[0].lower() in words(code, "desk", "due_now")
    return asked or bool(_reports(code, "not_reported").search(context.words(flag.start, flag.end)))


def _has_source(context: Context, code: str, flag: Flag) -> bool:
    """Whether the sentence around an adverb of hearsay says whose claim it is ("laut", "according to"), the next one
    begins with it, or the adverb stands in a headline and the story that it opens soon names somebody."""
    text, named = context.document.text, _reports(code, "named_claims")
    start = max(text.rfind("\n", 0, flag.start) + 1, flag.start - REACH)
    before = _SENTENCE.split(text[start : flag.start])[-1]
    behind, *following = _SENTENCE.split(text[flag.end : flag.end + REACH])
    if named.search(before + behind) or (following and named.match(following[0].lstrip())):
        return True
    blocks = context.document.blocks
    head = next((one for one in blocks if one.kind == "headline" and one.start <= flag.start < one.end), None)
    return head is not None and context.sourced_in(head.end, head.end + LEAD)


def _is_of_word(context: Context, code: str, flag: Flag) -> bool:
    """Whether the adverb belongs to an adjective behind it and not to what is told: "angeblich zufällig gewählte Leute"."""
    endings = tuple(words(code, "phrases", "adjective_endings"))
    determiners = words(code, "clauses", "articles", "prepositions")
    behind = _WORD.findall(context.document.text[flag.end : flag.end + AGENT])[: NEXT + 1]
    for word, following in pairwise(behind) if endings else ():
        if not word.islower() or word in determiners:
            return False
        if word.endswith(endings):
            return bool(following[0].isupper()) or word == behind[0]
    return False


def _is_placed(context: Context, code: str, flag: Flag) -> bool:
    """Whether a place or a body stands beside the frame: "heißt es in der Erklärung", "In dem Brief heißt es"."""
    text = context.document.text
    places = words(code, "desk", "where_it_stands")
    agents = words(code, "desk", "agents")
    if not agents.isdisjoint(_WORD.findall(_CLAUSE.split(text[flag.end : flag.end + AGENT])[0])):
        return True
    after = _WORD.match(text[flag.end : flag.end + 40].lstrip(" "))
    if after and after[0].lower() in places:
        return True
    sentence = _SENTENCE.split(text[max(0, flag.start - 300) : flag.start])[-1]
    opening = _WORD.match(sentence.lstrip(" "))
    clause = [word.lower() for word in _WORD.findall(_CLAUSE.split(sentence)[-1])]
    return bool(opening and opening[0].lower() in places) or not places.isdisjoint(clause[-BEFORE:])


def _continues(context: Context, statement: Statement, flag: Flag) -> bool:
    """Whether the sentence before is somebody's, so that the frame may go on with it."""
    at = context.numbers[statement.id]
    for other in reversed(context.document.statements[max(0, at - 3) : at]):
        if other.end > flag.start or "\n" in context.document.text[other.end : statement.start]:
            continue
        if context.source_of(other) is not None and flag.end - flag.start <= FRAME:
            return True
        break
    goes_on = _reports(primary(context.document.language), "continuing")
    return bool(goes_on.search(context.words(flag.start, flag.end))) and _has_body_before(context, flag)


def _has_body_before(context: Context, flag: Flag) -> bool:
    """Whether an office or a source of the text stands shortly before a frame, which may go on with it."""
    text = context.document.text
    start = max(text.rfind("\n", 0, flag.start) + 1, flag.start - REACH)
    before = text[start : flag.start]
    if _reports(primary(context.document.language), "counters").search(before):
        return True
    names = {source.name for source in context.sources.values() if source.type in BODIES}
    return any(name in before for name in names)


def _spoken(context: Context) -> Iterator[Span]:
    """Words in quotation marks are somebody's own and are not judged."""
    for statement in context.document.statements:
        if statement.kind == "direct":
            yield from statement.spans
