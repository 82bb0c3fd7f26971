"""The media that a language names: outlets by name, nouns for media, words for unnamed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, partial

from provenance.glyphs import (
    CAPITALS,
    DOUBLE,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    none_of,
    one_of,
)
from provenance.languages import primary
from provenance.words import any_of, patterns, phrases, values, words


class Media:
    """Words for media of one language; a pattern is made when a text first asks for it, for most ask for few."""

    def __init__(self, code: str) -> None:
        """The lists of a language's code."""
        self._code = code
        self._entries = partial(phrases, code, "media")
        self._listed = partial(words, code, "media")
        self._mark = one_of(DOUBLE_OPENING)
        self._before = rf"\s+(?:[\w'’-]+\s+){{0,3}}{self._mark}?$"
        self._word = rf"{one_of(CAPITALS)}(?:[\w.&-]*[\w&-])?"
        self.contact_compounds = self._listed("contact_compounds")
        """Last parts of compounds in which a medium is spoken to."""
        self.report_compounds = self._listed("report_compounds")
        """Last parts of compounds for a medium's report."""
        self.agency_nouns = self._listed("agency_nouns")
        """Nouns for agencies."""
        self.ambiguous = self._listed("ambiguous")
        """Names that are everyday words as well: they count in marks, in capitals or beside a trigger only."""
        self.compound_ends = frozenset(entry.lstrip("-") for entry in self._entries("compounds"))
        """Last parts, lower case, of compounds in which a medium's name stands for it: "Anfrage", "Bericht"."""
        self.common = self._listed("common")
        """Names that are common nouns or a country's: they count in marks or behind a noun only."""
        self.capital_nouns = "nouns" in words(self._code, "language", "capitals")
        """Whether nouns have capitals, so that a medium's noun is known without a name behind it."""
        self.staff = tuple(sorted(self._listed("staff")))
        """Endings of nouns for those who work for a medium, lower case: behind them its name is theirs."""
        self.passive = self._listed("passive")
        """Prepositions of the agent of a passive, where what stands in front of a medium may be one."""
        self.audience = frozenset(self._entries("audience"))
        """Words for the media as those who listen, lower case."""
        self.no_media = self._listed("no_media")
        """Nouns, lower case, that end as a noun for media and are none: "Aussendung"."""
        self.ours = self._listed("ours")
        """Words before a noun for the publication itself: "unserer Zeitung"."""
        self.named_only = tuple(sorted(self._listed("named_only")))
        """Endings of nouns, lower case, that count with a name or where they take one up."""
        self.anaphors = self._listed("anaphors")
        """Nouns, lower case, by which a medium named before is taken up: "das Blatt", "the outlet"."""
        self.definite = words(self._code, "names", "definite")
        """Articles of such a noun, lower case."""
        self.taking_up = self.definite | self._listed("same")
        """What stands right before a noun that takes up a medium, lower case."""
        self.everywhere = self._listed("everywhere")
        """Nouns for media of which there is only the one: "im Fernsehen"."""
        self.abbreviations = words(self._code, "clauses", "abbreviations") | words(
            self._code, "sentences", "abbreviations"
        )
        """Words, lower case, whose point ends no sentence."""
        self._outlets = self._entries("outlets")
        self.platform_set = frozenset(self._entries("platforms"))
        """Platforms by name."""
        self.platform_names = values(self._code, "media", "platform_words")
        """Such a word → the platform."""
        self.topics = self._listed("platform_topics")
        """Words behind which a platform is spoken of, lower case: "Druck auf Facebook"."""
        self.sequels = Sequels(code)

    def may_name(self, text: str) -> bool:
        """Whether `names` can match in a text."""
        return any(map(text.__contains__, self._outlets))

    def may_post(self, text: str) -> bool:
        """Whether `platforms` can match in a text."""
        return any(map(text.__contains__, self.platform_set))

    @cached_property
    def _titles(self) -> tuple[tuple[str, str], ...]:
        """Ends of last words of mastheads with their gender, the longest first."""
        return tuple(
            sorted(values(self._code, "media", "title_genders").items(), key=lambda one: -len(one[0]))
        )

    def printed(self, name: str) -> str:
        """A masthead in the nominative: "Süddeutschen Rundschau" → "Süddeutsche Rundschau", "Nordischen Kuriers" →
        "Nordischer Kurier"; a name whose last word no list holds stays as it is."""
        words_ = name.split()
        if len(words_) < 2 or not self._titles:
            return name
        last = self._cases.get(words_[-1], words_[-1])
        for form in (last, last.removesuffix(next(iter(self._listed("title_genitives"))))):
            gender = next((kind for end, kind in self._titles if form.lower().endswith(end)), "")
            if gender:
                strong = values(self._code, "inflection", "strong_endings")[gender]
                return " ".join([*(self._nominative(word, strong) for word in words_[:-1]), form])
        return name

    @cached_property
    def _cases(self) -> Mapping[str, str]:
        """Adjectives that are mastheads' last words, in an oblique case → in the nominative."""
        return values(self._code, "media", "title_cases")

    def _nominative(self, word: str, strong: str) -> str:
        for ending in self._listed("title_oblique"):
            if word.endswith(ending) and word[0].isupper() and len(word) > len(ending) + 2:
                return word[: -len(ending)] + strong
        return word

    @cached_property
    def names(self) -> re.Pattern[str]:
        """All outlets, longest first; where `may_name` says no, nothing needs it."""
        return re.compile(
            rf"{self._mark}?(?<![\w-])(?P<name>{any_of(self._outlets)})"
            rf"(?P<tail>{one_of(DOUBLE_CLOSING)}?(?:(?i:{any_of(self._entries('compounds'))})\w*|-{one_of(CAPITALS)}\w+)?)(?!\w)"
        )

    @cached_property
    def _nouns(self) -> list[str]:
        lists = ("nouns", "programmes", "doubtful_nouns", "agency_nouns")
        return [noun for name in lists for noun in self._entries(name)]

    @cached_property
    def _cores(self) -> list[str]:
        """The nouns whose first word holds no other one, lower case: without one of them `nouns` cannot match."""
        nouns = {noun.lower(): noun.lower().split()[0] for noun in self._nouns}
        return sorted(
            noun
            for noun, word in nouns.items()
            if not any(other != noun and other in word for other in nouns)
        )

    def find_nouns(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What `nouns.finditer` finds. A word with no noun in it, as almost all are, costs no attempt."""
        low = text[start:end].lower()
        if len(low) != end - start:
            yield from self.nouns.finditer(text, start, end)
            return
        reached, before = start, -1
        for at in sorted(start + at for core in self._cores for at in _places(low, core)):
            first = at
            while first > max(before, 0) and (text[first - 1].isalnum() or text[first - 1] in "_-"):
                first -= 1
            if first == before:
                continue  # the same word: it is read from its beginning
            before = at
            for place in (first, first + 1) if text[first] == "-" else (first,):
                match = self.nouns.match(text, place, end) if place >= reached else None
                if match is not None:
                    yield match
                    reached = match.end()
                    break

    @cached_property
    def nouns(self) -> re.Pattern[str]:
        """A noun for a medium with the name behind it: "Zeitung Hürriyet", "Nachrichtenagentur AFP"."""
        small = any_of(self._entries("name_links"))
        marked = rf"{one_of(DOUBLE_OPENING, SINGLE_OPENING)}{none_of(DOUBLE, SINGLE_CLOSING)}{{2,40}}{one_of(DOUBLE_CLOSING, SINGLE_CLOSING)}"
        return re.compile(
            # Begun behind each hyphen of a chain, a compound would be read to its end as often as it has parts.
            rf"(?:(?<![\w-])|(?<![\w-]-)(?<=-))(?P<noun>(?:[\w-]+-)?\w*(?i:{any_of(self._nouns)})(?:{any_of(self._listed('noun_endings'))})?)(?!\w)"
            rf"(?:\s+(?P<name>{marked}|{self._word}(?:\s+(?:{self._word}|{small}))*))?"
        )

    @cached_property
    def unnamed(self) -> re.Pattern[str]:
        """Media that are not named: "die Medien"."""
        return re.compile(rf"(?<!\w)(?P<name>(?i:{any_of(self._entries('unnamed'))}))(?!\w)")

    @cached_property
    def unnamed_reports(self) -> re.Pattern[str]:
        """Reports that nobody is named for: "laut Berichten", "den Berichten zufolge"."""
        return patterns(self._code, "media", "unnamed_reports")

    @cached_property
    def sources(self) -> re.Pattern[str]:
        """What stands right before a medium that a sentence rests on: "laut", "according to"."""
        return re.compile(rf"(?<!\w)(?P<trigger>{any_of(self._entries('sources'))}){self._before}", re.I)

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """What stands right behind such a medium: "zufolge"."""
        return re.compile(rf"{one_of(DOUBLE_CLOSING)}?\s+(?:{any_of(self._entries('postpositions'))})\b")

    @cached_property
    def contacts(self) -> re.Pattern[str]:
        """What stands right before a medium that somebody speaks to: "auf Anfrage der", "told"."""
        return re.compile(rf"(?<!\w)(?P<trigger>{any_of(self._entries('contacts'))}){self._before}", re.I)

    @cached_property
    def asking(self) -> re.Pattern[str]:
        """What right behind a name says that somebody spoke to the medium: "an NPR interview"."""
        return re.compile(
            rf"{one_of(DOUBLE_CLOSING)}?\s(?:[a-z]+\s)?(?:{any_of(self._entries('asking'))})(?!\w)"
        )

    @cached_property
    def links(self) -> re.Pattern[str]:
        """Words that can stand before a medium; alone they say nothing."""
        return re.compile(
            rf"(?<!\w)(?P<trigger>{any_of(self._entries('links'))})\s+(?:[\w'’-]+\s+){{0,2}}{self._mark}?$",
            re.I,
        )

    @cached_property
    def articles(self) -> re.Pattern[str]:
        """An article or a mark right before a name."""
        return re.compile(
            rf"(?:\b(?:{any_of(self._entries('articles'))})\s+(?:[\w-]+\s+){{0,2}}?|{one_of(DOUBLE_OPENING, SINGLE_OPENING)})$",
            re.I,
        )

    @cached_property
    def subject_articles(self) -> re.Pattern[str]:
        """The article of a medium that reports or is reported in, at the end of what stands before it."""
        return re.compile(rf"\b(?:{any_of(self._entries('subject_articles'))})\s+(?:[\w-]+\s+)?$", re.I)

    @cached_property
    def source_articles(self) -> re.Pattern[str]:
        """The article of a medium with its preposition behind it."""
        return re.compile(rf"\b(?:{any_of(self._listed('source_articles'))})\s+(?:\w+\s+)?$")

    @cached_property
    def genitives(self) -> re.Pattern[str]:
        """The article that makes an unnamed medium a genitive, at the end of what stands before it."""
        return re.compile(rf"\b(?:{any_of(self._entries('genitive_articles'))}) $", re.I)

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """What stands between two media of one attribution."""
        return re.compile(
            rf"^\s*(?:,|{any_of(self._entries('and'))})\s*(?:(?:{any_of(self._entries('joined_articles'))})\s*)?$"
        )

    @cached_property
    def citing(self) -> re.Pattern[str]:
        """What names another medium behind a report: "unter Berufung auf den Sender"."""
        return re.compile(
            rf"(?:\s+(?:{any_of(self._entries('day_prepositions'))})\s+\w+)?\s+(?:{any_of(self._entries('citing'))})"
            rf"\s+(?:[^\W\d_]++-?\s?){{1,5}}?(?=\s+\w+(?:{any_of(self._listed('past_endings'))})\b|[,.;]|$)"
        )

    @cached_property
    def cites(self) -> re.Pattern[str]:
        """What stands right behind a medium that passes somebody's words on: ", citing an official,"."""
        return re.compile(rf"{one_of(DOUBLE_CLOSING)}?,\s+(?:{any_of(self._entries('citing'))})\b")

    @cached_property
    def days(self) -> re.Pattern[str]:
        """A name that is a day and no medium's."""
        return re.compile(rf"^(?:{any_of(words(self._code, 'time', 'weekdays'))})\b", re.I)

    @cached_property
    def reports(self) -> re.Pattern[str]:
        """Words that say a sentence reports: "berichtete", "sagte", "so"."""
        reporting = self._entries("reporting")
        return re.compile(
            rf"(?<![\w-])(?:{any_of(entry for entry in reporting if len(entry) > 2)})[a-zäöüß]{{0,5}}(?!\w)"
            rf"|(?<![\w-])(?i:{any_of(entry for entry in reporting if len(entry) < 3)})(?!\w)"
        )

    @cached_property
    def mastheads(self) -> re.Pattern[str]:
        """Names that no list has, by the words of which mastheads are made: "Sandkruger Zeitung", "Sandridge Sentinel"."""
        return _mastheads(self._code)

    @cached_property
    def media_reports(self) -> re.Pattern[str]:
        """Words that say what media do: "berichtete", "zitiert"."""
        return _beginnings(self._entries("media_reports"))

    @cached_property
    def leaks(self) -> re.Pattern[str]:
        """What stands right before a medium that has somebody's papers: "emails published by"."""
        return re.compile(
            rf"(?<!\w)(?:{any_of(self._entries('leaks'))})(?:\s+[\w'’-]+)?\s+{self._mark}?$", re.I
        )

    @cached_property
    def interviewers(self) -> re.Pattern[str]:
        """A name that no list has behind what makes it the one who asks: "im Interview mit der Jungle World"."""
        return re.compile(
            rf"(?<!\w)(?i:{any_of(self._entries('interviewers'))})\s+(?P<name>{self._word}(?:\s{self._word}){{0,2}})(?!\w)"
        )

    @cached_property
    def shows(self) -> re.Pattern[str]:
        """A name that no list has, before who asks in it: "in an interview with Harbour Tonight with Ina Holm"."""
        return re.compile(
            rf"(?<!\w)(?i:{any_of(self._entries('show_links'))})\s+(?P<name>{self._word}(?:\s{self._word}){{0,3}})"
            rf"(?=(?:\s(?:{any_of(self._entries('before_hosts'))})|['’]s)\s{one_of(CAPITALS)})"
        )

    @cached_property
    def platforms(self) -> re.Pattern[str]:
        """A platform with the preposition that makes it the place of what is said: "auf X", "in a Facebook post"."""
        return _platforms(self._code)

    @cached_property
    def platform_words(self) -> re.Pattern[str]:
        """Words that name a platform by themselves: "twitterte"."""
        return re.compile(rf"(?<![\w@#-])(?:{any_of(self.platform_names)})(?![\w-])")

    @cached_property
    def posting(self) -> re.Pattern[str]:
        """Words for what is done on a platform: "schrieb", "posted"."""
        return _beginnings(self._entries("posting"))


class Sequels:
    """Words by which a statement goes on, or does not, with the medium of the one before it."""

    def __init__(self, code: str) -> None:
        """The lists of a language's code."""
        self._patterns = partial(patterns, code, "media", flags=re.I)
        self._code = code

    @cached_property
    def going_on(self) -> re.Pattern[str]:
        """The beginning of a cue of somebody who goes on speaking: "fügte", "added"."""
        return re.compile(rf"(?:{any_of(phrases(self._code, 'media', 'going_on'))})", re.I)

    @cached_property
    def more(self) -> re.Pattern[str]:
        """Words in a frame of somebody who goes on speaking: "sagte er weiter", "also said"."""
        return self._patterns("more")

    @cached_property
    def frames_anew(self) -> re.Pattern[str]:
        """Another occasion: "in einem Brief", "at a news conference"."""
        return self._patterns("frames_anew")

    @cached_property
    def written(self) -> re.Pattern[str]:
        """The beginning of a cue for what is written under or beside a post."""
        return self._patterns("written")

    @cached_property
    def citing(self) -> re.Pattern[str]:
        """A medium passes somebody's words on: "beruft sich auf"."""
        return self._patterns("citing_reports")

    @cached_property
    def interview(self) -> re.Pattern[str]:
        """Somebody is asked at length, so that the medium holds for what follows: "im Interview"."""
        return self._patterns("interviews")

    @cached_property
    def taken_up(self) -> re.Pattern[str]:
        """Whoever was cited right before: "one of them"."""
        return self._patterns("taken_up")

    @cached_property
    def report_taken_up(self) -> re.Pattern[str]:
        """The beginning of a sentence that goes on with a report named right before: "Danach"."""
        return self._patterns("report_taken_up")


@cache
def media_of(code: str) -> Media:
    """The media words of a language; a language without lists names no media."""
    return Media(primary(code))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _beginnings(entries: Sequence[str]) -> re.Pattern[str]:
    """Words that begin as listed and end as their form has it; one of two letters stands for itself."""
    return re.compile(
        rf"(?<![\w-])(?:(?:{any_of(entry for entry in entries if len(entry) > 2)})[a-zäöüß]{{0,5}}"
        rf"|(?i:{any_of(entry for entry in entries if len(entry) < 3)}))(?!\w)"
    )


def _mastheads(code: str) -> re.Pattern[str]:
    """Names of papers and stations by their last words; in marks also by the ending of a single one.

    Where common nouns have capitals, the word before the last is an adjective of a place.
    """
    entries = partial(phrases, code, "media")
    titles, opening, closing = (
        any_of(entries("titles")),
        one_of(DOUBLE_OPENING, SINGLE_OPENING),
        one_of(DOUBLE_CLOSING, SINGLE_CLOSING),
    )
    word = rf"{one_of(CAPITALS)}[\w.&'’-]{{0,30}}"
    if endings := entries("title_adjectives"):
        plain = (
            rf"{one_of(CAPITALS)}[\w-]+(?:{any_of(endings)})\s(?:{titles})|{one_of(CAPITALS)}\w+-(?:{titles})"
        )
    else:
        plain = rf"(?:{word}\s){{1,3}}(?:{titles})(?:\sof\s{word})?|{one_of(CAPITALS)}\w+-(?:{titles})"
    if foreign := entries("foreign_titles"):
        plain += rf"|(?:{word}\s){{1,2}}(?:{any_of(foreign)})"
    single, links = any_of(entries("title_endings")), any_of(entries("title_links"))
    # In marks: at most two words before a masthead's last one, and a link or two behind.
    marked = rf"(?:\w[\w.-]{{0,30}}\s){{0,2}}(?:(?:{titles})|{one_of(CAPITALS)}\w*(?:{single}))(?:\s(?:{links})\s\w+){{0,2}}"
    return re.compile(rf"(?<![\w-])(?P<plain>{plain})(?![\w-])|{opening}(?P<marked>{marked}){closing}")


def _platforms(code: str) -> re.Pattern[str]:
    entries = partial(phrases, code, "media")
    names, middles = any_of(entries("platforms")), any_of(entries("platform_middles"))
    between = rf"\s+(?:(?i:{middles})\s+){{0,5}}{one_of(DOUBLE_OPENING)}?"
    tails = any_of(entries("platform_tails"))
    tail = rf"{one_of(DOUBLE_CLOSING)}?(?:\s?(?i:{tails}))\w{{0,3}}"
    return re.compile(
        rf"(?<![\w-])(?:(?P<link>(?i:{any_of(entries('platform_links'))}))"
        rf"|(?P<doubtful>(?i:{any_of(entries('doubtful_platform_links'))}))){between}(?P<name>{names})(?:{tail})?(?![\w-])"
        rf"|(?<![\w-])(?i:{any_of(entries('post_links'))}){between}(?P<post>{names}){tail}(?!\w)"
    )
