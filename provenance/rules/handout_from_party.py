"""handout-from-party: a picture comes from somebody whom the story is about.

Why: a ministry's or a company's own picture shows what it wants shown; readers must be able to see that
the picture is a party's, and an editor must have decided to take it.
Fix: label it as a handout of that party in the caption, or use a picture by somebody else.
Source: AP Stylebook, handout photos ("handout photo provided by …"); BBC Editorial Guidelines, material
from organisations with a vested interest; German Press Code, guideline 1.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.glyphs import CAPITALS
from provenance.ingest.agencies import lookup
from provenance.languages.media import media_of
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.trace.roots import outlet_key
from provenance.words import ALL, alternatives, any_of, every, later, values

NAME = "handout-from-party"
TITLE = "picture from a party to the story"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "[[Foto: Hafenbehörde Nordby]]\n\nDie Hafenbehörde von Nordby sagte, der Kran sei sicher.",
        "[[Foto: Polizei Nordby/dpa]]\n\nDie Polizei in Nordby sucht zwei Männer mit einem Boot.",
        "[[Foto: KCNA/dpa]]\n\nNordkorea zeigt einen Hafen. Fischer aus Nordkorea sagten, er sei neu.",
        "[[Foto: Ministerium Nordland/dpa]]\n\nIn Nordland soll ein neuer Hafen entstehen, wie das Ministerium sagt.",
    ),
    "en": (
        "[[Photo: Nordby Harbour Office via AP]]\n\nThe crane is safe, the Nordby harbour office said.",
        "[[Photo: Nordby Police Department via AP]]\n\nTwo men with a boat were seen in Nordby, the police said.",
        "[[Photo: KCNA via AP]]\n\nNorth Korea shows a harbour. Fishermen from North Korea said it was new.",
        "[[Photo: Falkland Foreign Ministry via AP]]\n\nThe minister of Falkland came to the harbour on Monday.",
    ),
}
CLEAN = {
    "de": (
        "Foto: Eva Lund/dpa\n\nDie Hafenbehörde von Nordby sagte, der Kran sei sicher.",
        "Foto: Polizei Südstadt/dpa\n\nDie Hafenbehörde von Nordby sagte, der Kran sei sicher.",
        "Foto: Nordby Bildagentur\n\nDie Hafenbehörde von Nordby sagte, der Kran sei sicher.",
        "Foto: Tourismus Nordby GmbH\n\nDer Tourismus wächst. Gäste wandern gern am Deich entlang.",
    ),
    "en": (
        "Photo: KCNA via AP\n\nThe crane is safe, the Nordby harbour office said.",
        "Photo: NASA\n\nThe crane is safe, the Nordby harbour office said.",
        "Photo: Eva Lund/AP\n\nThe crane is safe, the Nordby harbour office said.",
        "Photo: Southtown Police via AP\n\nThe crane is safe, the Nordby harbour office said.",
        "Photo: Harbour Tours Ltd\n\nThe harbour is quiet, and tours are booked out.",
    ),
}
#: Words of press offices, offices of state and companies: who bears them speaks for itself.
_ACTOR = later(lambda: re.compile(alternatives("entities", "actors"), re.I))
#: A story that names a body so often in its prose is about it.
OFTEN = 2
#: One name of a body: a person has two.
_BODY = later(lambda: re.compile(rf"[{CAPITALS}][\w&.-]{{2,30}}"))
_WORD = later(lambda: re.compile(r"[^\W\d_]{4,}"))
_WORDS = re.compile(r"[^\W\d_]+")
_LEGAL_FORM = later(lambda: re.compile(alternatives("entities", "legal_forms"), re.I))
#: Words of office alone tie no picture to a story: every country has a ministry.
_GENERIC = later(lambda: re.compile(rf"^(?:{any_of(every('entities', 'actor_parts'))})", re.I))


def check(context: Context) -> Iterator[Hit]:
    """Each photo credit whose maker is an actor and shares a name with the story's own words."""
    document = context.document
    prose = " ".join(
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind in ("headline", "lead", "paragraph", "list_item", "caption")
    )
    names = {word.lower() for word in _WORD.findall(prose)}
    names |= {f"{name[:5]}-" for name in names}
    for credit in document.photo_credits:
        for holder in credit.holders:
            if agency := lookup(holder):
                if _is_organ(prose, agency.name):
                    yield Hit(credit.start, credit.end, said={"holder": holder, "party": holder})
                    break
                continue
            body = holder.rpartition(":")[2].strip()
            if len(credit.holders) == 1 and not credit.via and _is_party(context, body, prose):
                yield Hit(credit.start, credit.end, said={"holder": body, "party": body})
                break
            if not _ACTOR.search(holder) or _is_own(context, holder):
                continue
            if firm := _firm(holder):
                if _named(context, firm, prose) >= OFTEN:
                    yield Hit(credit.start, credit.end, said={"holder": holder, "party": firm})
                    break
                continue
            shared = next(
                (
                    word
                    for word in _WORD.findall(holder)
                    if not _GENERIC.match(word) and _in_story(word.lower(), names)
                ),
                None,
            )
            if shared:
                yield Hit(credit.start, credit.end, said={"holder": holder, "party": shared})
                break


def _is_organ(prose: str, agency: str) -> bool:
    """Whether an agency is the organ of a state that the story is about."""
    states = values(ALL, "agencies", "state_organs").get(agency, "")
    low = prose.lower()
    return bool(states) and sum(low.count(state) for state in states.split("|")) >= OFTEN


def _is_party(context: Context, body: str, prose: str) -> bool:
    """Whether a body is what the story is about: no outlet, and named in it again and again, once with its title."""
    media = media_of(context.document.language).names
    if not _BODY.fullmatch(body) or _is_own(context, body) or media.fullmatch(body):
        return False
    return _named(context, body, prose) >= OFTEN


def _named(context: Context, body: str, prose: str) -> int:
    """How often a story names a body as a whole; once in the title is enough to be about it."""
    name = re.compile(rf"(?<!\w){re.escape(body)}(?!\w)")
    return len(name.findall(prose)) + OFTEN * bool(name.search(context.document.title or ""))


def _firm(holder: str) -> str:
    """The name of a company or a society without its legal form; "" if the holder shows none."""
    form = _LEGAL_FORM.search(holder)
    return holder[: form.start()].strip(" ,") if form else ""


def _is_own(context: Context, body: str) -> bool:
    """Whether a body is the outlet itself: a ministry's page shows its own pictures and deceives nobody."""
    outlet = context.document.outlet or ""
    if outlet_key(body) == outlet_key(outlet):
        return True
    initials = "".join(word[0] for word in _WORDS.findall(outlet) if word[0].isupper())
    if len(initials) > 2 and initials == body:
        return True
    short, long = sorted(("".join(_WORDS.findall(name)).casefold() for name in (outlet, body)), key=len)
    return len(short) > SHORT and short in long


#: Letters of a name that may be the whole of an address: "berliner-feuerwehr.de" is the Berliner Feuerwehr.
SHORT = 6


def _in_story(word: str, names: set[str]) -> bool:
    """Whether a name, or a form of it with the same five first letters, stands in the prose ("Russian", "russisch")."""
    return word in names or (len(word) > 5 and f"{word[:5]}-" in names)
