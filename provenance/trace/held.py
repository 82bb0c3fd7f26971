"""The medium that a statement has from what stands before it: an interview holds to its end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from provenance.languages.media import Media, media_of
from provenance.model import Document, Hop, Source, Statement
from provenance.trace.mentions import Mention

#: Hops by which words reach a text.
ROUTE = frozenset({"medium", "agency"})
#: Kinds of statement that go on with the one before across a paragraph's end by what they are.
GOING_ON = frozenset({"direct", "indirect_free_indirect"})
#: So many paragraphs further on somebody still speaks in the same interview.
PARAGRAPHS = 2
#: A medium named further before a statement than this is not taken up by its words, in code points.
NEAR = 300


class Held:
    """The last statement that named its medium, while statements are read in order."""

    def __init__(
        self, document: Document, mentions: Sequence[Mention], sources: Mapping[str, Source]
    ) -> None:
        """`mentions` are those of the whole text, in order; `sources` by id."""
        self._document = document
        self._media: Media = media_of(document.language)
        self._mentions = [mention for mention in mentions if mention.name]
        self._places = [mention.at for mention in self._mentions]
        self._sources = sources
        self._blocks = [block.start for block in document.blocks]
        self._last: Statement | None = None
        self._hops: list[Hop] = []
        self._block = -1
        self._interview = False
        self._routes: dict[str, list[Hop]] = {}

    def of(
        self, statement: Statement, stated: Sequence[Hop], hop: Callable[[Mention], Hop | None]
    ) -> list[Hop]:
        """The hops that a statement without a medium of its own takes over.

        `stated` are those that it names, `hop` gives that of a mention, none for the publication itself.
        """
        hops = [_inferred(named) for named in stated if named.role in ROUTE]
        if statement.parent in self._routes:
            return [] if hops else self._routes[statement.parent]
        block = bisect_right(self._blocks, statement.start) - 1
        taken: list[Hop] = []
        if not hops:
            hops = taken = self._taken(statement, block, stated[0].name, hop)
        if hops:
            self._interview = self._is_interview(stated) or (self._interview and bool(taken))
            self._last, self._hops, self._block = statement, hops, block
        elif self._last is not None and self._speaks(statement) and not self._same_source(statement):
            self._last = None
        self._routes[statement.id] = hops
        return taken

    def told(self, statement: Statement, hops: Sequence[Hop]) -> None:
        """A sentence without a statement that rests on media: "Das sagte Ina Holm im ZDF." They hold for its sequel."""
        if hops:
            self._last, self._hops = statement, [_inferred(hop) for hop in hops]
            self._block = bisect_right(self._blocks, statement.start) - 1

    def _taken(
        self, statement: Statement, block: int, origin: str, hop: Callable[[Mention], Hop | None]
    ) -> list[Hop]:
        cue, frame = self._words(statement)
        sequels = self._media.sequels
        if sequels.frames_anew.search(frame):
            return []
        if self._last is not None and self._goes_on(statement, block, cue):
            return self._hops
        mention = self._taken_up(statement, block, cue)
        found = hop(mention) if mention is not None else None
        return [_inferred(found)] if found is not None and found.name != origin else []

    def _goes_on(self, statement: Statement, block: int, cue: str) -> bool:
        """Whether the one who spoke through a medium right before still does."""
        going_on = self._media.sequels.going_on.match(cue) is not None
        if not self._same_source(statement) and not (going_on and self._akin(statement)):
            return False
        if block == self._block:
            return True
        if self._interview:
            return statement.kind != "reported"
        return (statement.kind in GOING_ON or going_on) and block - self._block <= PARAGRAPHS

    def _same_source(self, statement: Statement) -> bool:
        assert self._last is not None and statement.attribution is not None
        if self._last.attribution is None:
            return not statement.attribution.cue
        before, now = self._last.attribution.source, statement.attribution.source
        if before is None or now is None:
            return before == now and not statement.attribution.cue
        return before == now

    def _is_interview(self, stated: Sequence[Hop]) -> bool:
        """Whether the words of a hop say that somebody is asked at length: "im Interview mit"."""
        text = self._document.text
        return any(
            hop.role in ROUTE
            and hop.start is not None
            and self._media.sequels.interview.search(text[hop.start : hop.end]) is not None
            for hop in stated
        )

    def _speaks(self, statement: Statement) -> bool:
        """Whether a statement is somebody's who is known."""
        return statement.attribution is not None and statement.attribution.source is not None

    def _akin(self, statement: Statement) -> bool:
        """Whether one source's name holds the other's: a body and its spokesman."""
        assert self._last is not None
        before, now = (
            self._sources.get((one.attribution and one.attribution.source) or "")
            for one in (self._last, statement)
        )
        return before is not None and now is not None and (before.name in now.name or now.name in before.name)

    def _taken_up(self, statement: Statement, block: int, cue: str) -> Mention | None:
        """The medium named right before, where the words take it up: a post, a report, whoever was cited."""
        number = bisect_left(self._places, statement.start) - 1
        if number < 0:
            return None
        mention, sequels, text = self._mentions[number], self._media.sequels, self._document.text
        if mention.at < max(statement.start - NEAR, self._blocks[block] if block >= 0 else 0):
            return None
        if mention.platform:
            return mention if sequels.written.match(cue) else None
        if sequels.report_taken_up.match(text, statement.start) or sequels.citing.match(cue):
            return mention
        assert statement.attribution is not None
        speaker = statement.attribution.speaker
        words = text[speaker[0].start : speaker[-1].end] if speaker else ""
        cited = sequels.citing.search(text, mention.name_end, statement.start)
        return mention if cited and sequels.taken_up.match(words) else None

    def _words(self, statement: Statement) -> tuple[str, str]:
        """The cue's first piece, and the frame."""
        attribution, text = statement.attribution, self._document.text
        assert attribution is not None
        cue = text[attribution.cue[0].start : attribution.cue[0].end] if attribution.cue else ""
        return cue, " ".join(text[start:end] for start, end in attribution.frame)


def _inferred(hop: Hop) -> Hop:
    """The same hop where no words say it any more."""
    return replace(hop, basis="inferred", start=None, end=None)
