"""The media that a language names: outlets by name, nouns for media, words for unnamed ones."""

from __future__ import annotations

import re
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
from provenance.words import any_of, patterns, phrases, words


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
    capital_nouns: bool
    """Whether nouns have capitals, so that a medium's noun is known without a name behind it."""


@cache
def media_of(code: str) -> Media:
    """The media words of a language; a language without lists names no media."""
    code = primary(code)
    entries, listed = partial(phrases, code, "media"), partial(words, code, "media")
    small = any_of(entries("name_links"))
    word = rf"{one_of(CAPITALS)}(?:[\w.&-]*[\w&-])?"
    marked = rf"{one_of(DOUBLE_OPENING, SINGLE_OPENING)}{none_of(DOUBLE, SINGLE_CLOSING)}{{2,40}}{one_of(DOUBLE_CLOSING, SINGLE_CLOSING)}"
    mark = one_of(DOUBLE_OPENING)
    before = rf"\s+(?:[\w-]+\s+){{0,3}}{mark}?$"
    nouns = [*entries("nouns"), *entries("doubtful_nouns"), *entries("agency_nouns")]
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
            rf"(?<!\w)(?P<trigger>{any_of(entries('links'))})\s+(?:[\w-]+\s+){{0,2}}{mark}?$", re.I
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
        capital_nouns="nouns" in words(code, "language", "capitals"),
    )
