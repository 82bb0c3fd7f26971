"""The media that a language names: outlets by name, nouns for media, words for unnamed ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

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


@dataclass(frozen=True, slots=True, eq=False)
class Media:
    """Words for media; `names` is one pattern over all outlets, longest first."""

    names: re.Pattern[str]
    nouns: re.Pattern[str]
    """A noun for a medium with the name behind it: "Zeitung Hürriyet", "Nachrichtenagentur AFP"."""
    unnamed: re.Pattern[str]
    unnamed_reports: re.Pattern[str]
    """Reports that nobody is named for: "laut Berichten", "den Berichten zufolge"."""
    sources: re.Pattern[str]
    """What stands right before a medium that a sentence rests on: "laut", "according to"."""
    behind: re.Pattern[str]
    """What stands right behind such a medium: "zufolge"."""
    contacts: re.Pattern[str]
    """What stands right before a medium that somebody speaks to: "auf Anfrage der", "told"."""
    links: re.Pattern[str]
    """Words that can stand before a medium; alone they say nothing."""
    articles: re.Pattern[str]
    """An article or a mark right before a name."""
    subject_articles: re.Pattern[str]
    """The article of a medium that reports or is reported in, at the end of what stands before it."""
    source_articles: re.Pattern[str]
    """The article of a medium with its preposition behind it."""
    genitives: re.Pattern[str]
    """The article that makes an unnamed medium a genitive, at the end of what stands before it."""
    joined: re.Pattern[str]
    """What stands between two media of one attribution."""
    citing: re.Pattern[str]
    """What names another medium behind a report: "unter Berufung auf den Sender"."""
    days: re.Pattern[str]
    """A name that is a day and no medium's."""
    reports: re.Pattern[str]
    """Words that say a sentence reports: "berichtete", "sagte", "so"."""
    contact_compounds: frozenset[str]
    report_compounds: frozenset[str]
    agency_nouns: frozenset[str]
    ambiguous: frozenset[str]
    """Names that are everyday words as well: they count in marks, in capitals or beside a trigger only."""
    compound_ends: frozenset[str]
    """Last parts, lower case, of compounds in which a medium's name stands for it: "Anfrage", "Bericht"."""
    common: frozenset[str]
    """Names that are common nouns or a country's: they count in marks or behind a noun only."""
    capital_nouns: bool
    """Whether nouns have capitals, so that a medium's noun is known without a name behind it."""
    mastheads: re.Pattern[str]
    """Names that no list has, by the words of which mastheads are made: "Sandkruger Zeitung", "Sandridge Sentinel"."""
    media_reports: re.Pattern[str]
    """Words that say what media do: "berichtete", "zitiert"."""
    staff: tuple[str, ...]
    """Endings of nouns for those who work for a medium, lower case: behind them its name is theirs."""
    passive: frozenset[str]
    """Prepositions of the agent of a passive, where what stands in front of a medium may be one."""
    audience: frozenset[str]
    """Words for the media as those who listen, lower case."""
    no_media: frozenset[str]
    """Nouns, lower case, that end as a noun for media and are none: "Aussendung"."""
    ours: frozenset[str]
    """Words before a noun for the publication itself: "unserer Zeitung"."""
    leaks: re.Pattern[str]
    """What stands right before a medium that has somebody's papers: "emails published by"."""
    named_only: tuple[str, ...]
    """Endings of nouns, lower case, that count with a name or where they take one up."""
    anaphors: frozenset[str]
    """Nouns, lower case, by which a medium named before is taken up: "das Blatt", "the outlet"."""
    definite: frozenset[str]
    """Articles of such a noun, lower case."""
    everywhere: frozenset[str]
    """Nouns for media of which there is only the one: "im Fernsehen"."""
    interviewers: re.Pattern[str]
    """A name that no list has behind what makes it the one who asks: "im Interview mit der Jungle World"."""
    platforms: re.Pattern[str]
    """A platform with the preposition that makes it the place of what is said: "auf X", "in a Facebook post"."""
    platform_set: frozenset[str]
    platform_words: re.Pattern[str]
    """Words that name a platform by themselves: "twitterte"."""
    platform_names: Mapping[str, str]
    """Such a word → the platform."""
    topics: frozenset[str]
    """Words behind which a platform is spoken of, lower case: "Druck auf Facebook"."""
    posting: re.Pattern[str]
    sequels: Sequels


@dataclass(frozen=True, slots=True, eq=False)
class Sequels:
    """Words by which a statement goes on, or does not, with the medium of the one before it."""

    going_on: re.Pattern[str]
    """The beginning of a cue of somebody who goes on speaking: "fügte", "added"."""
    frames_anew: re.Pattern[str]
    """Another occasion: "in einem Brief", "at a news conference"."""
    written: re.Pattern[str]
    """The beginning of a cue for what is written under or beside a post."""
    citing: re.Pattern[str]
    """A medium passes somebody's words on: "beruft sich auf"."""
    interview: re.Pattern[str]
    """Somebody is asked at length, so that the medium holds for what follows: "im Interview"."""
    taken_up: re.Pattern[str]
    """Whoever was cited right before: "one of them"."""
    report_taken_up: re.Pattern[str]
    """The beginning of a sentence that goes on with a report named right before: "Danach"."""


@cache
def media_of(code: str) -> Media:
    """The media words of a language; a language without lists names no media."""
    code = primary(code)
    entries, listed = partial(phrases, code, "media"), partial(words, code, "media")
    small = any_of(entries("name_links"))
    word = rf"{one_of(CAPITALS)}(?:[\w.&-]*[\w&-])?"
    marked = rf"{one_of(DOUBLE_OPENING, SINGLE_OPENING)}{none_of(DOUBLE, SINGLE_CLOSING)}{{2,40}}{one_of(DOUBLE_CLOSING, SINGLE_CLOSING)}"
    mark = one_of(DOUBLE_OPENING)
    before = rf"\s+(?:[\w'’-]+\s+){{0,3}}{mark}?$"
    nouns = [*entries("nouns"), *entries("programmes"), *entries("doubtful_nouns"), *entries("agency_nouns")]
    platform_names = values(code, "media", "platform_words")
    reporting = entries("reporting")
    cases = any_of(listed("source_articles"))
    return Media(
        names=re.compile(
            rf"{mark}?(?<![\w-])(?P<name>{any_of(entries('outlets'))})"
            rf"(?P<tail>{one_of(DOUBLE_CLOSING)}?(?:(?i:{any_of(entries('compounds'))})\w*|-{one_of(CAPITALS)}\w+)?)(?!\w)"
        ),
        nouns=re.compile(
            # Begun behind each hyphen of a chain, a compound would be read to its end as often as it has parts.
            rf"(?:(?<![\w-])|(?<![\w-]-)(?<=-))(?P<noun>(?:[\w-]+-)?\w*(?i:{any_of(nouns)})(?:{any_of(listed('noun_endings'))})?)(?!\w)"
            rf"(?:\s+(?P<name>{marked}|{word}(?:\s+(?:{word}|{small}))*))?"
        ),
        unnamed=re.compile(rf"(?<!\w)(?P<name>(?i:{any_of(entries('unnamed'))}))(?!\w)"),
        unnamed_reports=patterns(code, "media", "unnamed_reports"),
        sources=re.compile(rf"(?<!\w)(?P<trigger>{any_of(entries('sources'))}){before}", re.I),
        behind=re.compile(rf"{one_of(DOUBLE_CLOSING)}?\s+(?:{any_of(entries('postpositions'))})\b"),
        contacts=re.compile(rf"(?<!\w)(?P<trigger>{any_of(entries('contacts'))}){before}", re.I),
        links=re.compile(
            rf"(?<!\w)(?P<trigger>{any_of(entries('links'))})\s+(?:[\w'’-]+\s+){{0,2}}{mark}?$", re.I
        ),
        articles=re.compile(
            rf"(?:\b(?:{any_of(entries('articles'))})\s+(?:[\w-]+\s+){{0,2}}?|{one_of(DOUBLE_OPENING, SINGLE_OPENING)})$",
            re.I,
        ),
        subject_articles=re.compile(rf"\b(?:{any_of(entries('subject_articles'))})\s+(?:[\w-]+\s+)?$", re.I),
        source_articles=re.compile(rf"\b(?:{cases})\s+(?:\w+\s+)?$"),
        genitives=re.compile(rf"\b(?:{any_of(entries('genitive_articles'))}) $", re.I),
        joined=re.compile(
            rf"^\s*(?:,|{any_of(entries('and'))})\s*(?:(?:{any_of(entries('joined_articles'))})\s*)?$"
        ),
        citing=re.compile(
            rf"(?:\s+(?:{any_of(entries('day_prepositions'))})\s+\w+)?\s+(?:{any_of(entries('citing'))})"
            rf"\s+(?:[^\W\d_]++-?\s?){{1,5}}?(?=\s+\w+(?:{any_of(listed('past_endings'))})\b|[,.;]|$)"
        ),
        days=re.compile(rf"^(?:{any_of(words(code, 'time', 'weekdays'))})\b", re.I),
        reports=re.compile(
            rf"(?<![\w-])(?:{any_of(entry for entry in reporting if len(entry) > 2)})[a-zäöüß]{{0,5}}(?!\w)"
            rf"|(?<![\w-])(?i:{any_of(entry for entry in reporting if len(entry) < 3)})(?!\w)"
        ),
        contact_compounds=listed("contact_compounds"),
        report_compounds=listed("report_compounds"),
        agency_nouns=listed("agency_nouns"),
        ambiguous=listed("ambiguous"),
        compound_ends=frozenset(entry.lstrip("-") for entry in entries("compounds")),
        common=listed("common"),
        capital_nouns="nouns" in words(code, "language", "capitals"),
        mastheads=_mastheads(code),
        media_reports=_beginnings(entries("media_reports")),
        staff=tuple(sorted(listed("staff"))),
        passive=listed("passive"),
        audience=frozenset(entries("audience")),
        no_media=listed("no_media"),
        ours=listed("ours"),
        leaks=re.compile(rf"(?<!\w)(?:{any_of(entries('leaks'))})(?:\s+[\w'’-]+)?\s+{mark}?$", re.I),
        named_only=tuple(sorted(listed("named_only"))),
        anaphors=listed("anaphors"),
        definite=words(code, "names", "definite"),
        everywhere=listed("everywhere"),
        interviewers=re.compile(
            rf"(?<!\w)(?i:{any_of(entries('interviewers'))})\s+(?P<name>{word}(?:\s{word}){{0,2}})(?!\w)"
        ),
        platforms=_platforms(code),
        platform_set=frozenset(entries("platforms")),
        platform_words=re.compile(rf"(?<![\w@#-])(?:{any_of(platform_names)})(?![\w-])"),
        platform_names=platform_names,
        topics=listed("platform_topics"),
        posting=_beginnings(entries("posting")),
        sequels=Sequels(
            re.compile(rf"(?:{any_of(entries('going_on'))})", re.I),
            patterns(code, "media", "frames_anew", flags=re.I),
            patterns(code, "media", "written", flags=re.I),
            patterns(code, "media", "citing_reports", flags=re.I),
            patterns(code, "media", "interviews", flags=re.I),
            patterns(code, "media", "taken_up", flags=re.I),
            patterns(code, "media", "report_taken_up", flags=re.I),
        ),
    )


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
