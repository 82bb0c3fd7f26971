"""All frames of one sentence and the content that each of them leaves."""

from __future__ import annotations

from provenance.languages.base import Draft
from provenance.languages.de.clauses import Sentence, is_subordinate
from provenance.languages.de.complements import complement, content_end
from provenance.languages.de.cues import Cue, find_cues
from provenance.languages.de.frames import Frame, addressee, frame_start, subject_behind
from provenance.languages.de.nominal_cues import nominal_frames
from provenance.languages.de.prepositional import (
    adverb_frame,
    around,
    prepositional_frames,
    so_frame,
    wie_frame,
)
from provenance.languages.de.quotations import (
    colon_quotation,
    fill,
    fragment_probability,
    is_postposed,
    is_title,
    quotation_before_frame,
    runs,
)
from provenance.passage import Quote

#: A bare fragment is taken for somebody's words when the odds favour it.
LIKELY = 0.5
CONFIDENCE = {"dass": 0.9, "verb-second": 0.92, "infinitive": 0.75, "question": 0.75, "colon": 0.8}


def read_frames(sentence: Sentence, number: int) -> list[Draft]:
    """The drafts that rest on a frame within the sentence, and the quotations that end in it."""
    quotes = _outer_quotes(sentence)
    cues = list(find_cues(sentence))
    drafts = _quotations(sentence, quotes, cues, number)
    framed = {token for draft in drafts for first, after in draft.frame for token in range(first, after)}
    free = [cue for cue in cues if not framed.intersection(cue.tokens) or is_postposed(sentence, cue)]
    free = [
        cue
        for cue in free
        if not (framed.intersection(cue.tokens) and sentence.passage.quoted(cue.anchor - 2))
    ]
    indirect = _indirect(sentence, free, number, framed)
    drafts.extend(indirect)
    _fragments(sentence, quotes, cues, number, drafts)
    drafts.sort(key=lambda draft: (draft.content[0][0], -draft.content[-1][1], draft.parent is not None))
    return drafts


def _outer_quotes(sentence: Sentence) -> list[Quote]:
    """The outer quotations that begin or end in the sentence, in order of their opening marks."""
    passage = sentence.passage
    if not passage.quotes:
        return []
    closing = passage.closing
    earlier = [
        quote
        for at in range(sentence.first, sentence.after) if at in closing
        for quote in closing[at] if not quote.depth and quote.open < sentence.first
    ]  # fmt: skip
    earlier.sort(key=lambda quote: quote.open)
    return earlier + [quote for quote in passage.opening(sentence.first, sentence.after) if not quote.depth]


def _quotations(sentence: Sentence, quotes: list[Quote], cues: list[Cue], number: int) -> list[Draft]:
    drafts: list[Draft] = []
    joined: set[int] = set()
    for quote in quotes:
        if quote.open in joined:
            continue
        draft = None
        if quote.open >= sentence.first and not quote.single:
            draft = colon_quotation(sentence, quote, cues, number)
        if draft is None and quote.close < sentence.after and (quote.size > 1 or not quote.single):
            draft = quotation_before_frame(sentence, quote, cues, number)
            if draft and _within_clause(sentence, quote, draft):
                draft = None
        if draft:
            joined.update(first for first, _ in draft.content)
            drafts.append(draft)
    return drafts


def _within_clause(sentence: Sentence, quote: Quote, draft: Draft) -> bool:
    """ "Er nannte es „falsch“, sagte X": the quotation is only the end of the clause before the frame."""
    if quote.open <= sentence.first:
        return False
    before = sentence.words[quote.open - 1]
    if before in (",", ":", ";", "–", "—"):
        return quote.size <= 2
    return before not in "“”\"«»‘’'‹›.!?"


def _indirect(sentence: Sentence, free: list[Cue], number: int, framed: set[int]) -> list[Draft]:
    drafts = [draft for draft in prepositional_frames(sentence, number) if draft.frame[0][0] not in framed]
    used: set[int] = set()
    for position, segment in enumerate(sentence.segments):
        if segment.start in framed:
            continue
        first = sentence.lower[segment.start]
        draft = None
        if first == "so":
            draft = so_frame(sentence, position, number)
        elif first == "wie":
            draft = wie_frame(sentence, position, free, number)
        if draft and draft.content:
            drafts.append(draft)
            used.update(token for start, end in draft.cue for token in range(start, end))
    for cue in free:
        if used.intersection(cue.tokens):
            continue
        draft = _complement_draft(sentence, cue, number) or _postposed(sentence, cue, number)
        if draft:
            drafts.append(draft)
            used.update(cue.tokens)
    drafts.extend(nominal_frames(sentence, number, used))
    drafts = _without_shadows(drafts)
    if not drafts:
        draft = adverb_frame(sentence, number)
        if draft and draft.content:
            drafts.append(draft)
    return drafts


def _complement_draft(sentence: Sentence, cue: Cue, number: int) -> Draft | None:
    found = complement(sentence, cue)
    if found is None:
        return None
    end = content_end(sentence, found.start, found.kind)
    start = frame_start(sentence, cue)
    draft = Draft(
        number,
        "indirect",
        [(found.start, end)],
        f"{cue.verb.infinitive} + {found.kind}",
        CONFIDENCE[found.kind],
    )
    fill(sentence, draft, cue, Frame(start, found.start))
    draft.frame = [(start, found.start)]
    return draft


def _postposed(sentence: Sentence, cue: Cue, number: int) -> Draft | None:
    """ "X sei krank, sagte Y": the verb opens its segment behind a clause with a verb of its own."""
    if not is_postposed(sentence, cue):
        return None
    segment = sentence.segments[cue.segment]
    speaker = subject_behind(sentence, cue, sentence.body)
    if not speaker and cue.verb.infinitive != "heißen":
        return None
    end = segment.end
    if speaker:
        end = max(end, speaker[-1][1])
    for later in range(cue.segment + 1, len(sentence.segments)):
        if sentence.segments[later].start < end or is_subordinate(sentence, later):
            end = max(end, sentence.segments[later].end)
        else:
            break
    content = around(sentence, cue.anchor - 1, end)
    if end < sentence.body and sentence.words[end] == ":":
        content = content[:1]
    draft = Draft(number, "indirect", content, f"…, {cue.verb.infinitive}", 0.9)
    draft.speaker, draft.cue = speaker, runs(cue.tokens)
    draft.addressee = addressee(sentence, cue, speaker, cue.anchor + 1, end)
    draft.frame = [(cue.anchor - 1, end)]
    draft.agentless = not speaker
    return draft


def _without_shadows(drafts: list[Draft]) -> list[Draft]:
    """Of two drafts with the same content keep the surer one; drafts without content go."""
    kept: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in drafts:
        key = tuple(draft.content)
        if key and (key not in kept or kept[key].confidence < draft.confidence):
            kept[key] = draft
    return list(kept.values())


def fragments_of(sentence: Sentence, parent: Draft, found: list[Draft]) -> list[Draft]:
    """`found` with the quotations of this sentence as children of the sequel `parent`."""
    children = []
    for quote in sentence.passage.opening(sentence.first, sentence.after):
        if quote.depth or quote.single or quote.close >= sentence.after:
            continue
        odds = fragment_probability(sentence, quote, reported=True)
        if odds >= LIKELY:
            children.append(_child(quote, parent, parent.passage, odds))
    return [*found, *children]


def _fragments(
    sentence: Sentence, quotes: list[Quote], cues: list[Cue], number: int, drafts: list[Draft]
) -> None:
    """Quotations that no frame of their own announces: children of content, objects of a verb, floating ones."""
    taken = {first for draft in drafts if draft.kind == "direct" for first, _ in draft.content}
    for quote in quotes:
        if quote.open in taken or quote.close >= sentence.after or quote.single:
            continue
        parent = next((draft for draft in drafts if draft.kind != "direct" and _holds(draft, quote)), None)
        if parent:
            odds = fragment_probability(sentence, quote, reported=True)
            if odds >= LIKELY:
                drafts.append(_child(quote, parent, number, odds))
        elif quote.open >= sentence.first and (draft := _object_quotation(sentence, quote, cues, number)):
            drafts.append(draft)
        elif _stands_alone(sentence, quote):
            draft = Draft(
                number,
                "direct",
                [(quote.open, quote.close + 1)],
                "quotation without a frame",
                0.75,
                carried=True,
            )
            drafts.append(draft)


def _holds(draft: Draft, quote: Quote) -> bool:
    return any(first <= quote.open and quote.close < after for first, after in draft.content)


def _child(quote: Quote, parent: Draft, number: int, odds: float) -> Draft:
    return Draft(
        number, "direct", [(quote.open, quote.close + 1)], "fragment in reported speech", odds,
        speaker=list(parent.speaker), cue=list(parent.cue), frame=list(parent.frame), addressee=list(parent.addressee),
        attribution_passage=parent.attribution_passage, speaker_passage=parent.speaker_passage, parent=parent, carried=parent.carried, agentless=parent.agentless,
    )  # fmt: skip


def _object_quotation(sentence: Sentence, quote: Quote, cues: list[Cue], number: int) -> Draft | None:
    """ "nannte den Plan „unausgegoren“": the quotation is an object within the verb's own clause."""
    segment = sentence.segments[sentence.segment_of(quote.open)]
    for cue in cues:
        if not ({"a", "f"} & cue.allows) or not (
            segment.start <= cue.anchor < segment.end or segment.start <= max(cue.tokens) < segment.end
        ):
            continue
        judged = "a" in cue.allows
        odds = fragment_probability(sentence, quote, reported=True) + (0.15 if judged else 0.0)
        if odds < LIKELY or (is_title(sentence, quote) and not judged):
            continue
        start = frame_start(sentence, cue)
        draft = Draft(
            number,
            "direct",
            [(quote.open, quote.close + 1)],
            f"fragment behind {cue.verb.infinitive}",
            min(odds, 0.9),
        )
        fill(sentence, draft, cue, Frame(start, segment.end))
        if sentence.lower[quote.open - 1] in ("als", "von", "vor", "mit", "für"):
            draft.cue = runs([*cue.tokens, quote.open - 1])
        draft.frame = [
            piece for piece in ((start, quote.open), (quote.close + 1, segment.end)) if piece[1] > piece[0]
        ]
        return draft
    return None


def _stands_alone(sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own: nothing but its marks and full stop around it."""
    if quote.open < sentence.first and sentence.words[quote.open - 1] == ":":
        return False  # the sentence in which it opened has announced it
    before = quote.open == 0 or sentence.words[quote.open - 1] in '.!?:“”"«»…' or quote.open == sentence.first
    after = quote.close + 1 >= sentence.body or sentence.words[quote.close + 1] in ".!?"
    return before and after and quote.size > 2
