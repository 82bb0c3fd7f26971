"""A source's words taken apart, as their readers hand them to the cast."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A source's words taken apart; what they do not say is empty."""

    text: str
    """As printed."""
    label: str
    """Fit to print: nominative, without determiner; of a person the name."""
    name: tuple[str, ...] = ()
    """Parts of a person's own name."""
    role: str = ""
    """As printed, without determiner: "US-Außenminister", "lawyer for the news outlets"."""
    offices: tuple[str, ...] = ()
    """Lower-case nouns of the role."""
    head: str = ""
    """Lower-case noun on which the rest hangs; "" for a bare name."""
    determiner: str = ""
    """Lower case."""
    gender: str = ""
    """ "m", "f" or "", by given name, role and title."""
    party: str = ""
    employer: str = ""
    owner: str = ""
    """The person in the genitive whose holder a role is: "Linds" of "der Anwalt Linds"."""
    pronoun: str = ""
    short: str = ""
    """The abbreviation in brackets: "GdP" of "Gewerkschaft der Polizei (GdP)"."""
    titled: bool = False
    """Nothing but a title between marks behind an article: "der „Kettwarder Anzeiger“"."""
    several: bool = False
    """Its words say that there are several."""
    bare: bool = False
    """Nothing but capitalised words."""
    classifier: str = ""
    """Lower-case noun before a proper name that says what it is: "nachrichtenagentur"."""
    members: tuple[SourcePhrase, ...] = ()
    """Who speaks together."""
    joint: str = ""
    """The conjunction between them."""
