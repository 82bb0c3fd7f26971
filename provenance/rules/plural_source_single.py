"""plural-source-single: "experts" say it, and not one of them is named.

Why: a plural claims weight that nobody in the text stands for; often one person was asked, or none.
Fix: name at least one of them with the trade, or say "an analyst" if it was one.
Source: Reuters Handbook: never cite sources in the plural when there is one. Witnesses and residents are left alone: they
speak of what they saw, and not as authorities. A group is known by its form (a bare plural that reading took for a crowd,
several bodies) or by its trade. Many teachers or a number of researchers are such a group where a verb
of saying or holding follows; of one group only the first place in a document is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Attribution, Severity, Statement
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought, spot
from provenance.rules.spoken import says
from provenance.rules.unnamed import forms
from provenance.words import words

NAME = "plural-source-single"
TITLE = "several sources of whom nobody is named"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Der Kran steht still, denn [[Wetterexperten]] erwarten einen Sturm.",
        "[[Vertreter der Werft]] hatten erklärt, der Kran sei sicher.",
        "[[Ein Großteil der Mieter]] lehnt den Plan ab.",
        "Im Rat melden sich [[kritische Stimmen]] zu Wort.",
        "[[Meteorologen]] rechnen mit einem Sturm.",
        "[[Behördenvertreter]] erklärten, der Kran sei sicher.",
        "[[Bei den eigenen Anhängern wunderte man sich]] über den Plan.",
        "[[Im Rathaus ist man verärgert]] über den Plan.",
        "[[Experten]] warnen, dass der Damm brechen könnte.",
        "[[Kritiker]] sagten, der Plan sei zu teuer. Kritiker fürchten auch, dass er zu lange dauert.",
        "[[Politische Beobachter]] befürchten, dass der Streik noch lange dauert.",
        "[[Beobachter]] sehen in dem Plan eine Antwort auf den Streik.",
        "[[Datenschützer]] äußerten Bedenken.",
        "Der Streik ist nach [[Ansicht von Beobachtern]] bald zu Ende.",
        "[[Viele Lehrer]] beklagen den Lärm.",
        "Für [[eine Reihe von Forschern]] ist der Damm marode.",
        "[[Hydrologen]] schließen nicht aus, dass der Damm bricht.",
        "Auch [[mehrere kleine Reedereien]] haben angekündigt, dass sie streiken.",
        "[[Teile]] des Rates sagen, der Damm sei marode. [[Kritiker]], die den Hafen kennen, sprechen von einem Vorwand.",
    ),
    "en": (
        "The wall, which [[some]] have called a blessing, is old.",
        "[[A string of local parents]] complained about the noise.",
        "[[Human rights groups]] accuse the yard of neglect.",
        "To its [[critics]], the plan is too dear.",
        "[[Some]] are calling for the mayor to resign.",
        "The film has been panned by [[critics]].",
        "For years, [[scientists]] have suspected that the dam is weak.",
        "The plan raised concerns among [[harbour experts]].",
        "[[Some advocates for the river]] said the plan was a gift.",
        "[[Social conservatives]] say the plan is a gift.",
        "[[Security experts and U.S. officials]], however, said they feared a strike.",
        "The plan drew the ire of [[some prominent northern Republicans]].",
        "[[Experts]] warn that the dam could break.",
        "The yard will be sold in May, [[analysts]] say. It opened in 1960.",
        "[[Aviation analysts]] said the order was large.",
        "The yard will close, and [[analysts]] expect more to follow.",
        "[[Many]] believe that the yard will close.",
        "The plan, [[some]] say, will fail.",
        "[[Executives]] across the world say they will wait.",
        "[[A number of researchers]] believe that the dam is unsafe.",
        "[[Hydrologists]] believe that the dam will break.",
        "[[Officials]] said the dam would break.\n\nOtto Lind said that the strike goes on.",
        "[[Authorities]] say that the dam will break.",
        "[[Many]] hope that the dam holds. The port is closed. [[Many]] captains are wary of the plan.",
    ),
}
CLEAN = {
    "de": (
        "Experten warnen, dass der Damm brechen könnte. „Er ist zu alt“, sagte der Geologe Otto Lind.",
        "Das Team hat den Damm geprüft. Die Experten sagten, er könnte brechen.",
        "Die Vertreter der Werft erklärten, der Kran sei alt. Ein Teil der Brücke ist gesperrt. Experten hoffen auf Regen.",
        "Forscher haben im Hafen einen Fisch gefunden. Im Hafen ist man schnell. Bei der Werft parkt man gut.",
        "Experten des Deichamts Nordby warnen, dass der Damm brechen könnte.",
        "Der Damm könnte brechen, sagte der Geologe Otto Lind.",
        "Die Beobachter sehen in dem Plan eine Antwort.",
        "Teile des Hafens sehen verlassen aus. Touristen sagten, der Strand sei leer.",
        "Anwohner sagten, der Damm habe gebebt. Hydrologen können sagen, ob der Damm hält. Alle sagen, der Damm sei alt.",
        "Viele Lehrer sind krank. Viele Lehrer der Hafenschule beklagen den Lärm.",
        "Nach Ansicht von Experten der Hafenbank ist der Streik bald zu Ende.",
    ),
    "en": (
        "Experts warn that the dam could break. “It is too old,” said Otto Lind, a geologist.",
        "A team checked the dam. The experts said that it could break.",
        "Analysts at Falk Bank said the order was large. Researchers hope to harness the wind.",
        "The order drew praise from Otto Lind. A number of cranes stand still. His supporters say so.",
        "To Otto Lind, the plan is too dear. Some are tall. Aid groups in Nordby bought a crane.",
        "Her advisers said that the order was large.",
        "Many of the cranes stand still. Some are new.",
        "These experts expect more to follow.",
        "Experts warn that the dam could break.\n\n“It is too old,” said Otto Lind, a geologist. Current models say so too.",
        "Residents said that the dam shook. Scientists can't predict that it will break. Most of us think that it holds.",
    ),
}
#: Kinds in which the group says something; what it does and feels is told by the paper.
KINDS = frozenset({"direct", "indirect", "reported"})
#: Below this confidence the words may be no speaker's.
SURE = 0.5
#: Kinds of sources of whom "several" may speak.
SEVERAL = frozenset({"organisation", "government", "office"})
#: A longer name says who they are.
MOST_WORDS = 3
#: One of them may be named within so many code points behind.
NEAR = 150
OPENING_MARKS = frozenset("„“”»«‚‘›\"'")
#: Paragraphs that open a story and sum up what it tells.
OPENING = 2
#: Somebody's own people are his, whoever they are.
_POSSESSIVE = re.compile(r"[’'](?:s$)?")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def check(context: Context) -> Iterator[Hit]:
    """The first statement of each such group in a document, where none of it is named behind."""
    code = primary(context.document.language)
    nouns, describing = words(code, "desk", "many_without_one"), words(code, "desk", "belonging")
    known = words(code, "desk", "already_known", "single", "no_group")
    seen_it = tuple(words(code, "desk", "eye_witnesses"))
    found: set[str] = set()
    for statement in context.document.statements:
        attribution = statement.attribution
        if attribution is None or len(attribution.speaker) != 1 or statement.parent is not None:
            continue
        if any(flag.code == "carried_over" for flag in statement.flags):
            continue
        if statement.kind not in KINDS or not says(context, code, statement):
            continue
        start, end = attribution.speaker[0]
        said = [_small(word) for word in _WORD.findall(context.document.text[start:end])]
        if any(_POSSESSIVE.search(word) for word in said):
            continue
        if not 0 < len(said) <= MOST_WORDS or not known.isdisjoint(said):
            continue
        if _has_cue(context, code, attribution, "hoping") or _is_kept_unnamed(context, code, start, end):
            continue
        if len(said) == 1 and said[0] in words(code, "desk", "several"):
            continue  # "some say": left to what is read off plain words
        if said[-1] not in nouns and (
            said[-1].endswith(seen_it) or not _is_many(context, code, statement, said)
        ):
            continue
        if context.words(statement.start, statement.end) in (context.document.title or ""):
            continue
        if _is_summed_up(context, statement):
            continue
        if _is_described(context, end, describing) or _named_behind(context, statement, end):
            continue
        if said[-1] not in found:
            found.add(said[-1])
            yield Hit(start, end, statement.id)
    yield from _plain(context, code, found)


def _plain(context: Context, code: str, found: set[str]) -> Iterator[Hit]:
    """Such groups as they say something in plain words, where no statement was found: "Kritiker bemängeln den Plan"."""
    for _, match in context.own_words(sought(code, "many_saying"), sourced=True):
        start, end = spot(match)
        if context.said_of_others(start, end) or _is_kept_unnamed(context, code, start, end):
            continue
        noun = _WORD.findall(context.document.text[start:end])[-1].lower()
        bare = noun in words(code, "desk", "several")
        if (bare or noun not in found) and not _spoken_near(context, match.end()):
            found.add(noun)
            yield Hit(start, end)


def _small(word: str) -> str:
    """A word in lower case; "US" is no pronoun."""
    return word if word.isupper() else word.lower()


def _is_many(context: Context, code: str, statement: Statement, said: list[str]) -> bool:
    """Whether the speaker is surely many, whatever their trade: by the form of the words, or several bodies."""
    source, attribution = context.source_of(statement), statement.attribution
    if source is None or attribution is None or not attribution.cue or attribution.confidence < SURE:
        return False
    if _has_cue(context, code, attribution, "only_possible"):
        return False
    several = said[0] in words(code, "desk", "several") and len(said) > 1
    bodies = tuple(words(code, "desk", "several_bodies"))
    return (
        source.type == "crowd"
        or (several and source.type in SEVERAL)
        or (bool(bodies) and said[-1].endswith(bodies))
    )


def _has_cue(context: Context, code: str, attribution: Attribution, name: str) -> bool:
    """Whether one of the words of saying is of a list: what they hope, or may say, they have not said."""
    cue = {word.lower() for span in attribution.cue for word in context.words(*span).split()}
    return not cue.isdisjoint(words(code, "desk", name))


def _is_kept_unnamed(context: Context, code: str, start: int, end: int) -> bool:
    """Whether they are some of those whom papers keep unnamed: of them `anonymous-no-reason` asks why."""
    return bool(forms(code, "one_of_them").fullmatch(context.words(start, end)))


def _is_described(context: Context, end: int, describing: frozenset[str]) -> bool:
    """Whether what follows the group says who they are."""
    behind = _WORD.match(context.document.text[end : end + 30].lstrip(" "))
    return behind is not None and behind[0].lower() in describing


def _spoken_near(context: Context, at: int) -> bool:
    """Whether a person speaks within `NEAR` behind a place."""
    return context.sourced_in(at, _within(context, at) + 1, "person")


def _within(context: Context, at: int) -> int:
    """The last offset behind a place at which whoever begins to speak may be one of them: `NEAR`, and beyond the
    paragraph only where a quotation opens the next one."""
    text = context.document.text
    end = text.find("\n", at, at + NEAR)
    if end < 0 or text[end : end + NEAR].lstrip()[:1] in OPENING_MARKS:
        return at + NEAR
    return end


def _is_summed_up(context: Context, statement: Statement) -> bool:
    """Whether the story only begins here, and a person speaks in it later: an opening names the group, its body one of it."""
    document = context.document
    prose = [block for block in document.blocks if block.kind in ("lead", "paragraph")][:OPENING]
    if prose and statement.start >= prose[-1].end:
        return False
    at = context.numbers[statement.id]
    later = (context.source_of(one) for one in document.statements[at + 1 :] if one.kind == "direct")
    return any(source is not None and source.type == "person" and source.role for source in later)


def _named_behind(context: Context, statement: Statement, end: int) -> bool:
    """Whether a person speaks soon after, who may be one of them."""
    at = context.numbers[statement.id]
    for other in context.document.statements[at + 1 : at + 4]:
        source = context.source_of(other)
        if source is not None and source.type == "person" and other.start <= _within(context, end):
            return True
    return False
