"""The medium that a statement has from what stands before it: an interview holds to its end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from provenance.glyphs import QUOTES
from provenance.languages.media import Media, media_of
from provenance.model import Document, Hop, Source, Statement
from provenance.trace.mentions import Mention

#: Hops by which words reach a text.
ROUTE = frozenset({"medium", "agency"})
#: Kinds of statement that go on with the one before across a paragraph's end by what they are.
GOING_ON = frozenset({"direct", "indirect_free_indirect"})
#: So many paragraphs further on somebody still speaks in the same interview.
PARAGRAPHS = 2
#: An interview named in one of the first so many paragraphs is what those at most so far before it sum up.
OPENING, SUMMED_UP = 4, 2
#: Blocks that are no part of the story.
ASIDE = frozenset(
    {"byline", "dateline", "caption", "photo_credit", "wire_credit", "editor_note", "metadata", "boilerplate"}
)
#: A medium named further before a statement than this is not taken up by its words, in code points.
NEAR = 300
#: Who asks is named beside the medium, at most so many code points behind it: "with CNN's Ina Holm".
ASKER = 60


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
        self._blocks = [block.start for block in document.blocks if block.kind not in ASIDE]
        self._last: Statement | None = None
        self._hops: list[Hop] = []
        self._block = -1
        self._interview = False
        self._routes: dict[str, list[Hop]] = {}
        self._asked: dict[str, list[Hop]] = {}
        self._asker = ""
        self._before: dict[str, list[tuple[Statement, int]]] = {}
        self._opened: list[tuple[Statement, list[Hop]]] = []

    def opened(self) -> Sequence[tuple[Statement, list[Hop]]]:
        """The statements of the opening that sum up an interview named behind them, with its hops."""
        return self._opened

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
            asked = self._is_interview(stated)
            self._interview = asked or (self._interview and bool(taken))
            self._last, self._hops, self._block = statement, hops, block
            if asked and statement.attribution is not None:
                self._asks(statement.attribution.source, stated, hops)
        elif (
            self._last is not None
            and self._source(statement) is not None
            and not self._same_source(statement)
        ):
            self._last = None
        self._routes[statement.id] = hops
        if not hops and block < OPENING and (source := self._source(statement)):
            self._before.setdefault(source, []).append((statement, block))
        return taken

    def told(self, statement: Statement, hops: Sequence[Hop]) -> None:
        """A sentence without a statement that rests on media: "Das sagte Ina Holm im ZDF." They hold for its sequel."""
        if hops:
            self._last, self._hops = statement, [_inferred(hop) for hop in hops]
            self._block = bisect_right(self._blocks, statement.start) - 1
            if self._is_interview(hops):
                words = self._document.text[statement.start : statement.end]
                for source in self._speakers:
                    if self._sources[source].name.rpartition(" ")[2] in words:
                        self._asks(source, hops, self._hops)

    @cached_property
    def _speakers(self) -> list[str]:
        """The persons who say something in the document."""
        said = (self._source(statement) for statement in self._document.statements)
        return [
            source
            for source in dict.fromkeys(said)
            if source is not None and source in self._sources and self._sources[source].type == "person"
        ]

    def _asks(self, source: str | None, stated: Sequence[Hop], hops: list[Hop]) -> None:
        """From here on a source speaks in an interview; what the opening says of it is from there as well."""
        if source is None:
            return
        if source not in self._asked and self._block < OPENING:
            self._opened.extend(
                (statement, hops)
                for statement, block in self._before.get(source, ())
                if block >= self._block - SUMMED_UP
            )
        self._asked[source] = hops
        start = min(hop.start for hop in stated if hop.start is not None)
        end = max(hop.end for hop in stated if hop.role in ROUTE and hop.end is not None)
        self._asker = self._document.text[start : end + ASKER].partition("\n")[0]

    def _taken(
        self, statement: Statement, block: int, origin: str, hop: Callable[[Mention], Hop | None]
    ) -> list[Hop]:
        cue, frame = self._words(statement)
        sequels = self._media.sequels
        source = self._source(statement)
        if sequels.frames_anew.search(frame):
            self._asked.pop(source or "", None)
            self._last = None
            return []
        if self._last is not None and self._goes_on(statement, block, cue, frame):
            return self._hops
        # An act of speech after others have spoken has its own occasion: "Die Trainerin nannte das am Abend ein Märchen."
        if statement.kind != "reported" and source and (source in self._asked or self._is_asker(source)):
            return self._asked.get(source, self._hops)
        mention = self._taken_up(statement, block, cue)
        found = hop(mention) if mention is not None else None
        return [_inferred(found)] if found is not None and found.name != origin else []

    def _is_asker(self, source: str) -> bool:
        """Whether a source is named as the one who asks, in an interview that goes on."""
        name = self._sources[source].name if source in self._sources else ""
        return (
            self._interview
            and self._last is not None
            and bool(name)
            and name.rpartition(" ")[2] in self._asker
        )

    def _goes_on(self, statement: Statement, block: int, cue: str, frame: str) -> bool:
        """Whether the one who spoke through a medium right before still does."""
        sequels = self._media.sequels
        going_on = bool(sequels.going_on.match(cue) or sequels.more.search(frame))
        if not self._same_source(statement) and not (going_on and self._akin(statement)):
            return False
        if block == self._block:
            return True
        told = self._last is not None and self._last.attribution is None
        if told and statement.kind == "direct" and self._document.text[statement.start] not in QUOTES:
            return False  # an answer without marks is none to what a question mentions
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

    def _source(self, statement: Statement) -> str | None:
        """The id of a statement's source; None for nobody."""
        return statement.attribution.source if statement.attribution is not None else None

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
        frame = " ".join(text[start:end] for start, end in attribution.frame)
        if not attribution.cue:
            return "", frame
        first = attribution.cue[0]
        if statement.kind != "direct":
            # What opens the sentence may stand before the frame: "In a letter, Holm said …".
            before = text[max(0, first.start - NEAR // 2) : first.start].rpartition("\n")[2]
            frame = f"{before.rpartition('. ')[2]} {frame}"
        return text[first.start : first.end], frame


def _inferred(hop: Hop) -> Hop:
    """The same hop where no words say it any more."""
    return replace(hop, basis="inferred", start=None, end=None)
