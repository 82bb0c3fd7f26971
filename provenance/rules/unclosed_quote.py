"""unclosed-quote: a quotation mark opens and nothing closes it, or one closes what none has opened.

Why: where the quotation ends is where somebody's words end and ours begin.
Fix: set the closing mark; a quotation over several paragraphs reopens each of them.
Source: Duden, rules on quotation marks; the Chicago Manual of Style 13.32 for paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model import Severity
from provenance.passage import Passage
from provenance.passage.marks import Quote
from provenance.rules.context import BODY, Context, Hit

NAME = "unclosed-quote"
TITLE = "quotation mark without its partner"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": (
        "Ina Holm sagte: [[„Wir warten nicht länger.]] Dann ging sie.",
        "[[»Wir warten nicht, sagte Ina Holm.]]",
        "Der Plan ist [[„zu teuer, sagte Otto Lind.]]",
        "„Wir warten“, sagte Ina Holm. Der Plan sei alt und [[zu teuer“]] (Az. 3/26).",
        '„Wir warten“, sagte Ina Holm. Der Plan sei „alt“. [[„Er ist zu teuer"]], sagte Otto Lind.',
        "Da hat Lind gesagt: [[,Fangt doch an!]] Warum er das tat, blieb offen.",
    ),
    "en": (
        "Ina Holm said: [[“We will not wait.]] Then she left.",
        "[[“We will not wait, said Ina Holm.]]",
        "The plan is [[“too dear, Otto Lind said.]]",
        '“We wait,” Ina Holm said. The plan is “old”. [[“It is too dear,"]] Otto Lind said.',
        '"We wait," Ina Holm said. The plan is "old". [["It is too dear.\'\']] He left.',
        "“We wait,” Ina Holm said. “The plan is old.”\n\n[[”It is too dear,]]” Otto Lind said.",
    ),
}
CLEAN = {
    "de": (
        "Ina Holm sagte: „Wir warten nicht länger.“ Dann ging sie.",
        "„Erster Absatz.\n\n„Zweiter Absatz“, sagte Ina Holm.",
        "„Erster Absatz.\n\nZweiter Absatz“, sagte Ina Holm.",
        "Ina Holm sagte: „Wir warten nicht ...",
        "Die Leiste ist 6' 2\" lang, und das war’s.",
        "“Wir warten“, sagte Ina Holm. “Wir warten lange“, sagte sie.",
        '„Wir warten", sagte Ina Holm. „Wir warten lange", sagte sie.',
        "Da hat Lind gesagt: ,Fangt doch an!‘ Warum, blieb offen.",
    ),
    "en": (
        "Ina Holm said: “We won’t wait.” Then she left.",
        "The workers’ 6' 2\" banner fell.",
        "“First paragraph.\n\n“Second paragraph,” Ina Holm said.",
    ),
}


#: A quotation in typographic marks, and single marks in it that open and close; apostrophes stand within words.
_OUTER = re.compile(r"“[^“”\n]{1,2000}”")
#: ",Wir warten!" for "‚Wir warten!", as typewriters and agencies set it.
_COMMA = re.compile(r"(?<=: ),[A-ZÄÖÜ][^‘’'\n.!?]{1,80}[.!?](?![‘’'][^\n]|[^‘’'\n]{0,300}[‘’'](?!\w))")
#: Marks that may close a quotation over several paragraphs, and what stands where a teaser was cut off.
CLOSING, CUT = frozenset('“”"«»'), frozenset(("…", "..."))
#: Marks that are typed and not set.
STRAIGHT = frozenset(('"', "''"))
#: So many pairs that fit, and no fewer than those that do not: marks that are mixed throughout are the file's, not a slip.
PAIRS = 2
#: So many of them are shown, and longer ones, in words, are mispaired by us.
MOST, LONGEST = 3, 120
#: Code points of the words that are shown before a mark that closes nothing.
LONGEST_WORDS = 60
_OPENS = re.compile(r"(?<![^\W\d_])‘(?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")


#: A mark that opens in front of a word as it should, and one that is turned the other way there.
_RIGHT = re.compile(r"(?<![^\s(])“(?=\w)")
_TURNED = re.compile(r"(?<![^\s(\u200e\u200f\u202a-\u202e])(”(?:… ?| ?… ?)?\w[^“”\n]{0,60}(?!\w))")
#: A quotation in the low and high marks of German, and a high one alone behind a word.
_GERMAN = re.compile(r"„[^„“”\n]{1,2000}“")
_ALONE = re.compile(r"[\w-]+[.!?,]?(?: [\w-]+[.!?,]?)?“(?=[\s,;.:)]|$)")


def check(context: Context) -> Iterator[Hit]:
    """Each outer quotation that no mark closes and no next paragraph reopens, and each close without an opening."""
    yield from _inner(context)
    yield from _mixed(context)
    yield from _unopened(context)
    yield from _turned(context)
    yield from _low_comma(context)
    passages = context.passages
    for number, passage in enumerate(passages):
        for quote in passage.quotes:
            if quote.closed:
                continue
            following = passages[number + 1] if number + 1 < len(passages) else None
            if following is not None and (
                following.words[0] == passage.words[quote.open] or _closes_first(following)
            ):
                continue
            if passage.words[-1] in CUT:
                continue
            start, end = passage.span(quote.open, quote.close + 1)
            yield Hit(start, end, said={"mark": passage.words[quote.open]})


def _closes_first(passage: Passage) -> bool:
    """Whether the first mark of a paragraph closes what an earlier one has opened."""
    paired = {mark for quote in passage.quotes for mark in (quote.open, quote.close)}
    first = next((at for at, word in enumerate(passage.words) if word in CLOSING), 0)
    return first > 0 and first not in paired and passage.ends[first - 1] == passage.starts[first]


def _unopened(context: Context) -> Iterator[Hit]:
    """The first high mark that closes nothing, in a text whose quotations open low and close high, and none of them runs
    on from the paragraph before."""
    text = context.document.text
    if not _GERMAN.search(text) or "”" in text:
        return
    open_before = False
    for block in context.document.blocks:
        depth = 0
        for at in range(block.start, block.end):
            if text[at] == "„":
                depth += 1
            elif text[at] == "“":
                depth -= 1
                if depth < 0 and not open_before and block.kind in BODY:
                    first = max(block.start, at - LONGEST_WORDS)
                    if alone := _last(_ALONE, text, first, at + 1):
                        yield Hit(*alone.span(), form="unopened", said={"mark": text[at]})
                    return
        open_before = depth > 0


def _turned(context: Context) -> Iterator[Hit]:
    """The first high marks that stand where a quotation opens and are turned as one that closes, in a text that turns
    the others right."""
    text = context.document.text
    right = sum(1 for _ in _RIGHT.finditer(text))
    for block in context.document.blocks if right >= PAIRS else ():
        if block.kind in BODY:
            turned = list(_TURNED.finditer(text, block.start, block.end))
            for match in turned[: MOST if len(turned) <= right else 0]:
                yield Hit(*match.span(1), form="unopened", said={"mark": "”"})


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match that ends at `end`."""
    return next((one for one in pattern.finditer(text, start, end + 1) if one.end() == end), None)


def _mixed(context: Context) -> Iterator[Hit]:
    """The first quotations of which one mark is straight and the other curled, or two apostrophes, in a text whose marks
    are pairs elsewhere."""
    mixed: list[tuple[Passage, Quote]] = []
    pairs = 0
    for passage in context.passages:
        for quote in passage.quotes:
            if quote.closed and not quote.single:
                marks = passage.words[quote.open], passage.words[quote.close]
                odd = (marks[0] in STRAIGHT) != (marks[1] in STRAIGHT) or marks == ('"', "''")
                pairs += not odd
                if odd and quote.size <= LONGEST:
                    mixed.append((passage, quote))
    slips = pairs >= PAIRS and len(mixed) <= pairs
    for passage, quote in mixed[:MOST]:
        if slips or passage.words[quote.close] == "''":
            said = {"mark": passage.words[quote.open], "other": passage.words[quote.close]}
            yield Hit(*passage.span(quote.open, quote.close + 1), form="mixed", said=said)


def _low_comma(context: Context) -> Iterator[Hit]:
    """Each comma that stands for a low mark, behind a colon and before a capital, and that nothing closes."""
    for block in context.document.blocks:
        if block.kind in BODY:
            for match in _COMMA.finditer(context.document.text, block.start, block.end):
                yield Hit(*match.span(), said={"mark": ","})


def _inner(context: Context) -> Iterator[Hit]:
    """Each quotation within a quotation that opens and is still open where the outer one closes."""
    text = context.document.text
    for outer in _OUTER.finditer(text):
        opens = list(_OPENS.finditer(text, *outer.span()))
        if len(opens) > sum(1 for _ in _CLOSES.finditer(text, *outer.span())):
            first = opens[-1]
            yield Hit(first.start(), outer.end() - 1, said={"mark": first[0]})
