"""The hops of a statement: who said it, through which medium and agency, and who publishes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from provenance.glyphs import CAPITALS, DOUBLE_CLOSING, DOUBLE_OPENING, STOPS, one_of
from provenance.ingest.agencies import is_house
from provenance.languages.media import media_of
from provenance.model import Attribution, Claim, Copy, Document, Flag, Hop, Source, Statement
from provenance.spans import Span
from provenance.trace.held import Held
from provenance.trace.media import attributions
from provenance.trace.mentions import Mention, mentions
from provenance.trace.posts import posted_on
from provenance.trace.roots import count_roots

#: A medium named further from the cue than this stands in another part of the sentence.
REACH = 160
#: No sentence of a newspaper is longer, in code points.
SENTENCE = 1200
_STOP = re.compile(
    rf"{one_of(STOPS)}{one_of(DOUBLE_CLOSING, ')')}?(?=\s+{one_of(CAPITALS, DOUBLE_OPENING)})|\n"
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
#: No word that is cut short is longer, with the blank before it.
LONGEST_CUT = 8
#: A further piece of content that opens with a medium, at most so many code points behind its start, is the rest of a
#: frame: "…, said Ina Holm, on NBC's …".
OPENING = 4
#: No article before a noun is longer, with the blank, in code points.
LONGEST_ARTICLE = 8
#: So many media back one is looked for that a noun takes up.
NAMED = 8
#: No statement of 1,800 articles comes through more than four media; of a list of them the nearest to the cue count,
#: and that there were more is told (`report.limits`).
MOST_MEDIA = 6
#: Types of source that are themselves the medium: their own hop is the origin.
MEDIA = frozenset({"outlet", "agency"})


def trace(documents: Sequence[Document], sources: Sequence[Source], claims: Sequence[Claim]) -> list[Copy]:
    """Fill in `chain` on every attributed statement, flag what came second hand, count the claims' roots.

    Gives the copies among the documents; what claims lost on their way stands in their `losses`.
    """
    kinds = {source.id: source for source in sources}
    names = {(source.id, name) for source in sources for name in (source.name, *source.aliases)}
    for document in documents:
        media = _Media(document)
        held = Held(document, media.mentions, kinds)
        publisher = _publisher(document)
        wires = [Hop("agency", name, "metadata") for name in document.wire_credits]
        for statement in document.statements:
            versions = [hop for hop in statement.chain if hop.role == "derived"]
            if statement.attribution is not None:
                stated = _stated(media, statement, kinds, names)
                route = _once([*stated, *held.of(statement, stated, media.hop), *wires])
                statement.chain = [*route, *versions, publisher]
            elif (told := _told_by_media(media, statement)) or versions:
                statement.chain = [*told, *(wires if told else ()), *versions, publisher]
                held.told(statement, told)
        for statement, hops in held.opened():
            statement.chain = _once([*statement.chain[:1], *hops, *statement.chain[1:]])
        _relay(document, kinds)
    copies: list[Copy] = []
    if len(documents) > 1:
        from provenance.trace.copies import find_copies
        from provenance.trace.losses import find_losses

        copies = find_copies(documents, claims)
        find_losses(documents, claims)
    count_roots(claims, documents, sources)
    return copies


def _once(hops: Sequence[Hop]) -> list[Hop]:
    """Hops without those that name an agency or medium again."""
    first: dict[tuple[str, str], Hop] = {}
    for hop in hops:
        first.setdefault((hop.role, hop.name), hop)
    return list(first.values())


def _publisher(document: Document) -> Hop:
    if document.outlet:
        return Hop("publisher", document.outlet, "metadata")
    return Hop("publisher", "no outlet named", "missing")


def _stated(
    media: _Media, statement: Statement, kinds: dict[str, Source], names: set[tuple[str, str]]
) -> list[Hop]:
    """The origin and the media that the statement's own frame names; `names` are source ids with each name."""
    document = media.document
    attribution = statement.attribution
    assert attribution is not None
    source = kinds.get(attribution.source or "")
    origin = _origin(document, statement, source, names)
    if not attribution.cue and statement.kind != "reported":
        post = posted_on(document, attribution)
        return [origin, post] if post is not None else [origin]
    hops = [origin]
    for mention in media.around(statement):
        if source is not None and source.type in MEDIA and _same(mention, attribution.speaker):
            origin.name = mention.name or origin.name
            if origin.start is not None and origin.end is not None:
                origin.start, origin.end = min(origin.start, mention.start), max(origin.end, mention.end)
            continue
        if mention.name and not mention.platform and media.speaks(mention, attribution):
            continue  # who speaks is no route, whatever it was taken for
        hop = media.hop(mention)
        if hop is not None and hop.name != origin.name:
            hops.append(hop)
            if mention.role == "medium":
                statement.flags.append(
                    Flag("second_hand", mention.at, mention.name_end, f"said to or through {hop.name}")
                )
    statement.flags.sort(key=lambda flag: (flag.start, flag.end, flag.code))
    return hops


def _origin(
    document: Document, statement: Statement, source: Source | None, names: set[tuple[str, str]]
) -> Hop:
    attribution = statement.attribution
    assert attribution is not None
    if source is None:
        return Hop("origin", "nobody named", "missing")
    carried = any(flag.code == "carried_over" for flag in statement.flags)
    span = _around(attribution.speaker, [] if carried else attribution.cue)
    words = document.text[attribution.speaker[0].start : attribution.speaker[-1].end]
    named = (source.id, words) in names
    return Hop(
        "origin",
        source.name,
        "inferred" if carried or not named else "stated",
        source.id,
        span.start,
        span.end,
    )


def _around(speaker: Sequence[Span], cue: Sequence[Span]) -> Span:
    """The stretch with speaker and cue; the speaker alone if the cue is far from it."""
    start, end = speaker[0].start, speaker[-1].end
    near = [span for span in cue if start - REACH <= span.start and span.end <= end + REACH]
    return Span(min([start, *(span.start for span in near)]), max([end, *(span.end for span in near)]))


class _Media:
    """The media that the sentences of a document name, each sentence read once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words = media_of(document.language)
        stops = [stop for stop in _STOP.finditer(document.text) if self._ends(stop.start())]
        self._stops = [stop.start() for stop in stops]
        self._starts = [stop.end() for stop in stops]
        self._known: dict[Span, list[Mention]] = {}
        self.mentions = mentions(document.text, 0, len(document.text), document.language)
        self._named_before = [mention for mention in self.mentions if mention.name and not mention.platform]
        self._own = [name.casefold() for name in (document.outlet, document.copyright_holder) if name]

    def hop(self, mention: Mention) -> Hop | None:
        """The hop of a medium; None where it is the publication itself, or a noun that takes up nobody."""
        name = mention.name or self._taken_up(mention)
        if name is None or is_house(name) or any(name.casefold() in own for own in self._own):
            return None
        return Hop(mention.role, name, "stated", None, mention.start, mention.end)

    def _taken_up(self, mention: Mention) -> str | None:
        """The medium that a noun with its article takes up ("das Blatt"); the noun itself where it takes up none."""
        text = self.document.text
        words = text[mention.at : mention.name_end]
        before = text[max(0, mention.at - LONGEST_ARTICLE) : mention.at].split()
        article = before[-1].lower() if before else ""
        noun = mention.noun
        if not noun or noun in self._words.everywhere:
            return words
        if article not in self._words.taking_up:
            return None if noun.endswith(self._words.named_only) else words
        number = bisect_left(self._named_before, mention.at, key=_place)
        same = [
            before
            for before in self._named_before[max(0, number - NAMED) : number]
            if before.role == mention.role
        ]
        return same[-1].name if same else None

    def around(self, statement: Statement) -> list[Mention]:
        """Media that the sentence of the statement's frame names, outside what is said in it."""
        attribution = statement.attribution
        assert attribution is not None
        found: list[Mention] = []
        for sentence in dict.fromkeys(
            self._sentence(span.start) for span in attribution.cue or statement.spans[:1]
        ):
            found.extend(self._named(sentence))
        if len(found) > MOST_MEDIA:
            # A reported act has no cue of its own: there the statement's first word stands for it.
            cue = attribution.cue[0].start if attribution.cue else statement.start
            near = dict.fromkeys(
                (mention.role, mention.name)
                for mention in sorted(found, key=lambda mention: abs(mention.at - cue))
            )
            nearest = set(islice(near, MOST_MEDIA))
            found = [mention for mention in found if (mention.role, mention.name) in nearest]
        contents = statement.spans
        if attribution.source is None:
            # Nobody speaks here; a medium elsewhere in the sentence is another statement's.
            frames = attribution.frame
            found = [
                mention
                for mention in found
                if any(start <= mention.at and mention.name_end <= end for start, end in frames)
            ]
        if statement.kind == "reported":
            return found  # the act and its content are one clause: "wirft ihr im APA-Interview Versagen vor"
        posted = self._words.posting.match(self.document.text, attribution.cue[0].start)
        return [
            mention
            for mention in found
            if (mention.platform and posted)
            or not any(
                start <= mention.at - (OPENING if number else 0) and mention.name_end <= end
                for number, (start, end) in enumerate(contents)
            )
        ]

    def speaks(self, mention: Mention, attribution: Attribution) -> bool:
        """Whether a medium's name opens the words for who speaks: "die ARD-Korrespondentin Ina Holm", "a report by NPR".

        In "Holm zur APA" and "zitiert die APA Ina Holm" it does not, and who has somebody's papers is their route.
        """
        text = self.document.text
        if self._words.leaks.search(text, max(0, mention.at - REACH), mention.at):
            return False
        if attribution.cue and self._words.sequels.citing.match(text, attribution.cue[0].start):
            return False
        return any(
            start < mention.name_end
            and mention.at < end
            and all(
                word.islower() or word.lower() in self._words.definite
                for word in text[start : mention.at].split()
            )
            for start, end in attribution.speaker
        )

    def _named(self, sentence: Span) -> list[Mention]:
        if sentence not in self._known:
            text, language = self.document.text, self.document.language
            named = self.between(sentence.start, sentence.end)
            self._known[sentence] = attributions(text, sentence.start, sentence.end, language, named)
        return self._known[sentence]

    def between(self, start: int, end: int) -> list[Mention]:
        """The media named between two offsets."""
        first = bisect_left(self.mentions, start, key=_begins)
        return [
            one
            for one in self.mentions[first : bisect_left(self.mentions, end, key=_begins)]
            if one.end <= end
        ]

    def _sentence(self, at: int) -> Span:
        """The sentence around an offset, as far as full stops and line ends tell.

        Where they do not, it is one of the stretches of `SENTENCE` that follow one another.
        """
        behind = bisect_left(self._stops, at)
        before = behind
        while before and not self._seen(before - 1, at):
            before -= 1
        start = self._starts[before - 1] if before else 0
        start += (at - start) // SENTENCE * SENTENCE
        end = self._stops[behind] + 1 if behind < len(self._stops) else len(self.document.text)
        return Span(start, min(end, start + SENTENCE))

    def _ends(self, at: int) -> bool:
        """Whether a stop is none behind what is cut short: "Gov. Ina Holm", "Otto D. Lind"."""
        text = self.document.text
        if text[at] != ".":
            return True
        word = _LAST_WORD.search(text, max(0, at - LONGEST_CUT), at)
        return word is None or not (
            (len(word[0]) == 1 and word[0].isupper()) or word[0].lower() in self._words.abbreviations
        )

    def _seen(self, number: int, at: int) -> bool:
        """Whether a stop is told by what stands up to `at`: the next sentence's first letter, or a line's end."""
        return _STOP.match(self.document.text, self._stops[number], at + 1) is not None


def _told_by_media(media: _Media, statement: Statement) -> list[Hop]:
    """The media that a narrated sentence rests on: "Der Sender NDR berichtete am Montag über den Fall."."""
    start, end = statement.spans[0]
    text, language = media.document.text, media.document.language
    found = attributions(text, start, end, language, media.between(start, end))
    named = [mention for mention in found if not mention.platform]
    return [hop for hop in map(media.hop, named) if hop is not None]


def _place(mention: Mention) -> int:
    return mention.at


def _begins(mention: Mention) -> int:
    return mention.start


def _same(mention: Mention, speaker: Sequence[Span]) -> bool:
    return any(start < mention.name_end and mention.at < end for start, end in speaker)


def _relay(document: Document, kinds: dict[str, Source]) -> None:
    """A frame that stands in somebody's words is passed on by them: "Moskau zweifle nicht, dass …, sagte X"."""
    tops = [
        statement
        for statement in document.statements
        if statement.attribution is not None and statement.parent is None
    ]
    for number, outer in enumerate(tops):
        outer_attribution = outer.attribution
        assert outer_attribution is not None
        relayer = kinds.get(outer_attribution.source or "")
        if relayer is None or outer.kind == "reported":
            continue
        # Not a slice: copying the rest for each would cost the square of their number.
        for behind in range(number + 1, len(tops)):
            inner = tops[behind]
            if inner.start >= outer.end:
                break
            attribution = inner.attribution
            assert attribution is not None
            if not attribution.cue or attribution.source in (None, relayer.id) or inner.spans == outer.spans:
                continue
            cue = attribution.cue[0]
            known = any(hop.name in relayer.name for hop in inner.chain if hop.role != "publisher")
            if not known and any(start <= cue.start and cue.end <= end for start, end in outer.spans):
                span = _around(outer_attribution.speaker, outer_attribution.cue)
                inner.chain.insert(1, Hop("medium", relayer.name, "stated", relayer.id, span.start, span.end))
