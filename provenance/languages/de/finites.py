"""The finite verb of a German clause: by list, or by its ending where no noun follows it."""

from __future__ import annotations

from provenance.grammar.records import ClauseKind, Range
from provenance.languages.de import words as w
from provenance.languages.de.verbs import reporting_forms
from provenance.passage import Passage

SEPARATORS = frozenset({",", ";", ":", "–", "—"})
CLOSING = frozenset("“”\"«»‘’'‹›)].!?…") | {"''", "..."}
#: Behind these marks a word in lower case, or in capitals, opens something new.
OPENING = SEPARATORS | CLOSING
FORMS = reporting_forms()
#: Form of a reporting verb → whether it can be finite.
VERBS = {
    word: any(form.kind in ("finite", "subjunctive") for form in readings) for word, readings in FORMS.items()
}
TWO_PLACES = w.AUXILIARIES | w.MODALS | w.FUTURE


class Finites:
    """The clauses of a sentence as far as their borders are known: which word is the finite verb."""

    passage: Passage
    first: int
    body: int
    low: list[str]
    words: list[str]
    inside: list[int]
    bounds: list[Range]
    """Start and end of each clause."""
    heads: list[int]
    """For each clause its first token behind a coordinator."""
    marks: list[str]
    """For each clause the mark that opens it."""
    kinds: list[ClauseKind]
    finites: list[int]
    """For each clause its finite verb, or -1."""

    def quoted(self, at: int) -> bool:
        return bool(self.inside) and self.inside[at] >= 0

    def looks_finite(self, at: int, end: int) -> bool:
        """Whether a token may be a finite verb: by list, or by its ending where no noun follows it."""
        word, lower = self.words[at], self.low[at]
        if lower in w.FINITES:
            return word[0].islower() or (at == self.first and (lower[-1] != "e" or lower in TWO_PLACES))
        if not word[0].islower() or (lower in w.FUNCTION_WORDS and not self._opens_with(at)):
            return False
        known = VERBS.get(lower)
        if known is not None:
            return known
        if not lower.endswith(("t", "te", "en")) or len(lower) < 4 or lower.startswith("ge"):
            return False
        return not (at + 1 < end and self.words[at + 1][0].isupper())

    def _opens_with(self, at: int) -> bool:
        """ "…, meinen die Leute": a verb that is an article as well opens its clause before a noun phrase."""
        return (
            self.low[at] in VERBS
            and self.words[at - 1] in OPENING
            and at + 1 < self.body
            and (self.low[at + 1] in w.ARTICLES or self.low[at + 1] in w.PERSONS)
        )

    def _finite(self, number: int) -> int:
        """The finite verb of a clause, or -1: a known form rather than one by its ending."""
        start, end = self.bounds[number]
        kind = self.kinds[number]
        if kind == "infinitive":
            return -1
        if kind == "subordinate":
            return end - 1 if self.looks_finite(end - 1, end) else -1
        weak = pointed = -1
        for at in range(start, end):
            lower = self.low[at]
            if lower in w.FINITES or lower in VERBS:
                if self.looks_finite(at, end) and not self.quoted(at):
                    if not self._attributive(at, start):
                        return at
                    if at == start + 1 and self.low[start] in w.NEUTER:
                        pointed = (
                            at  # "Das erklärte General Otto Lind": no adjective if no other verb follows
                        )
            elif weak < 0 and lower[-1] in "tne" and not self.quoted(at) and self.looks_finite(at, end):
                if (lower.endswith("en") and lower[-3] != "t") or self._attributive(at, start):
                    continue
                if (
                    at > start
                    and self.low[at - 1] in w.ARTICLES
                    and at + 1 < end
                    and self.low[at + 1] not in w.FUNCTION_WORDS
                ):
                    continue  # "der oberste geistliche Führer"
                weak = at
        if weak >= 0 or pointed >= 0:
            return weak if weak >= 0 else pointed
        return next((at for at in range(start, end) if self._unlisted(at, start, end)), -1)

    def _unlisted(self, at: int, start: int, end: int) -> bool:
        """ "Sand erhob den Vorwurf", "die Fälle entfallen auf Asien", "… trinken die Kinder": in lower case between a
        noun, or the start of a clause, and what opens another phrase; or last behind a noun phrase, "der Damm breche"."""
        lower, following = self.low[at], self.low[at + 1] if at + 1 < end else ""
        opens = following in w.ARTICLES or following in w.REFLEXIVES
        if not self.words[at][0].islower() or lower in w.FUNCTION_WORDS or self.quoted(at) or len(lower) < 4:
            return False
        if at == start:
            return at > self.first and opens and lower.endswith("en")
        if not self.words[at - 1][0].isupper() or lower.endswith(("er", "es", "em")):
            return False
        last = not following and lower.endswith("e") and self.low[start] in w.ARTICLES
        return opens or last or (lower.endswith(("en", "e")) and following in w.PREPOSITIONS)

    def _attributive(self, at: int, start: int) -> bool:
        """ "die verdächtigen Personen", "in einigen Orten": behind an article and before a noun it is none."""
        if at == start or at + 1 >= self.body or not self.words[at + 1][0].isupper():
            return False
        before = self.low[at - 1]
        if before in w.NEUTER and self.low[at].endswith("en"):
            return False  # "Das berichteten Medien"
        return (before in w.ARTICLES or before in w.PREPOSITIONS) and self.low[at].endswith(
            ("en", "er", "es", "em", "te")
        )
