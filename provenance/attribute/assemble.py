"""Drafts in token numbers become statements in offsets; sentences that nobody claims are narrated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provenance.attribute.resolution import NOBODY, Resolution
from provenance.languages import Draft, Range
from provenance.model import Attribution, Beaten, Document, Explanation, Rejected, Statement
from provenance.passage import Passage
from provenance.spans import Span, cut


class Found(NamedTuple):
    """A statement with the draft it came from and who is behind it; narrated statements have neither."""

    statement: Statement
    draft: Draft | None
    resolution: Resolution


def assemble(
    document: Document, passages: Sequence[Passage], drafts: Iterable[tuple[Draft, Resolution]]
) -> list[Found]:
    """The document's statements in order of (first start, last end descending), children after parents.

    A range of no words claims nothing, whatever grammar gives it; a draft without another one is no statement.
    """
    kept = [(draft, whom) for draft, whom in drafts if any(first < after for first, after in draft.content)]
    rows = [Found(_statement(document, passages, draft, whom), draft, whom) for draft, whom in kept]
    narrated = _narrated(document, passages, [draft for draft, _ in kept])
    rows.extend(Found(statement, None, NOBODY) for statement in narrated)
    rows.sort(key=lambda row: (row.statement.start, -row.statement.end, _depth(row.draft)))
    names: dict[int, str] = {}
    for number, (statement, draft, _) in enumerate(rows, 1):
        statement.id = f"{document.id}#s{number}"
        if draft is not None:
            names[id(draft)] = statement.id
    for statement, draft, _ in rows:
        if draft is not None and draft.parent is not None:
            statement.parent = names.get(id(draft.parent))
    return rows


def _depth(draft: Draft | None) -> int:
    depth = 0
    while draft is not None and draft.parent is not None:
        depth, draft = depth + 1, draft.parent
    return depth


def _statement(document: Document, passages: Sequence[Passage], draft: Draft, whom: Resolution) -> Statement:
    passage = passages[draft.passage]
    home = passages[draft.home]
    spans = _spans(passage, draft.content)
    named_in, named = whom.fetched or (draft.speaker_home, tuple(draft.speaker))
    attribution = Attribution(
        speaker=_spans(passages[named_in], named),
        cue=_spans(home, draft.cue),
        frame=_spans(home, draft.frame),
        addressee=_spans(home, draft.addressee),
        source=whom.source,
        confidence=round(min(whom.confidence(draft.confidence, agentless=draft.agentless), draft.ceiling), 2),
        explanation=_explanation(passages, draft, whom),
    )
    return Statement(
        "",
        document.id,
        draft.kind,
        spans,
        cut(document.text, spans),
        attribution=attribution,
        pattern=draft.pattern,
    )


def _explanation(passages: Sequence[Passage], draft: Draft, whom: Resolution) -> Explanation:
    home = passages[draft.speaker_home]
    return Explanation(
        draft.way,
        [Beaten(pattern, why) for pattern, why in draft.beaten],
        [Rejected(*home.span(*phrase), why) for phrase, why in draft.rejected],
        whom.way if whom.source is not None and whom.way != "own phrase" else "",
    )


def _spans(passage: Passage, ranges: Iterable[Range]) -> list[Span]:
    return [passage.span(first, after) for first, after in ranges if first < after]


def _narrated(
    document: Document, passages: Sequence[Passage], drafts: Sequence[Draft]
) -> Iterable[Statement]:
    """The sentences in which no statement and no frame stands, as the publication's own voice."""
    taken: dict[int, list[Range]] = {}
    for draft in drafts:
        taken.setdefault(draft.passage, []).extend(draft.content)
        if not draft.carried:
            taken.setdefault(draft.home, []).extend(draft.frame)
    for number, passage in enumerate(passages):
        claimed = sorted(taken.get(number, ()))
        at = 0
        reach = 0
        for first, after in passage.sentences:
            while at < len(claimed) and claimed[at][0] < after:
                reach = max(reach, claimed[at][1])
                at += 1
            if reach > first or not any(word[0].isalpha() for word in passage.words[first:after]):
                continue
            span = passage.span(first, after)
            yield Statement(
                "", document.id, "narrated", [span], document.text[span.start : span.end], pattern="narrated"
            )
