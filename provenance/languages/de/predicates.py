"""The whole verb complex of a German clause: prefix, participle, auxiliaries, reflexive, correlate.

Duden, Die Grammatik, "Satzklammer": the finite verb is the left bracket, what belongs to it the right one, which may
stand behind inserted clauses; in a subordinate clause both stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.grammar.records import Predicate
from provenance.languages.de import words as w
from provenance.languages.de.finites import CLOSING, FORMS, TWO_PLACES, Finites
from provenance.languages.de.verbs import SPACED, Form

#: A right bracket is looked for behind at most so many inserted clauses.
INSERTED = 3
#: Forms of reporting verbs that are nothing but indicatives.
INDICATIVE = frozenset(
    word for word, readings in FORMS.items() if all(form.kind == "finite" for form in readings)
)
#: Words that can stand in a right bracket, or close it.
BRACKETED = (
    frozenset(FORMS) | w.AUXILIARIES | {form.verb.prefix for readings in FORMS.values() for form in readings}
)


class Predicates(Finites):
    """The reporting verbs of the clauses."""

    def _predicate(self, number: int) -> Predicate | None:
        """The reporting verb of a clause, with everything that belongs to it."""
        kind = self.kinds[number]
        if kind == "subordinate":
            return self._final(number)
        if kind not in ("v1", "v2"):
            return None
        start, end = self.bounds[number]
        finite = self.finites[number]
        found = self._around(number, finite)
        if found is None:
            # A full stop or comma was forgotten: a reporting verb further on in the indicative.
            for at in range(finite + 1, end):
                if (
                    self.low[at] in INDICATIVE
                    and self.looks_finite(at, end)
                    and not self.quoted(at)
                    and not self._attributive(at, start)
                    and at - 1 > finite
                ):
                    return self._around(number, at)
        return found

    def _around(self, number: int, finite: int) -> Predicate | None:
        """The reporting verb whose finite part is a token, if it is one."""
        readings = [f for f in FORMS.get(self.low[finite], ()) if f.kind in ("finite", "subjunctive")]
        for form in readings:
            if form.split and (found := self._right(number, finite, form.verb.prefix)):
                at, last = found
                return self._tied(number, form, (finite, at), finite, last)
        if self.low[finite] in TWO_PLACES and (complex_ := self._two_places(number, finite)):
            return complex_
        for form in readings:
            if not form.split:
                return self._tied(number, form, (finite,), finite, number)
        return None

    def _brackets(self, number: int, finite: int) -> Iterator[tuple[int, int]]:
        """Where the right bracket can stand: the last word of a clause, or the last before a coordinator or a
        quotation; in this clause, or behind clauses inserted into it. (Token, number of its clause.)"""
        for later in range(number, min(number + INSERTED + 1, len(self.bounds))):
            start, end = self.bounds[later]
            if later > number and self.kinds[later] == "subordinate":
                continue
            for at in range(end - 1, max(start, finite + 1) - 1, -1):
                if self.low[at] in BRACKETED and not self.quoted(at) and self._closes(at, end):
                    yield at, later
            if later > number and self.kinds[later] in ("v1", "v2") and self.finites[later] < end - 1:
                return

    def _closes(self, at: int, end: int) -> bool:
        if at + 1 >= end:
            return True
        following = self.low[at + 1]
        return following in w.COORDINATORS or self.words[at + 1] in CLOSING or self.quoted(at + 1)

    def _right(self, number: int, finite: int, prefix: str) -> tuple[int, int] | None:
        reach = self.bounds[min(number + INSERTED, len(self.bounds) - 1)][1]
        if prefix in self.low[finite:reach]:
            for at, last in self._brackets(number, finite):
                if self.low[at] == prefix:
                    return at, last
        return None

    def _two_places(self, number: int, finite: int) -> Predicate | None:
        """ "hat … gesagt", "wurde … mitgeteilt", "wollte … nicht ausschließen"."""
        low = self.low
        start = self.heads[number]
        if start + 1 == finite and low[finite] in w.AUXILIARIES:
            for form in FORMS.get(low[start], ()):  # "Kritisiert wird vor allem, dass …"
                if form.kind == "participle" and (low[finite] not in w.STATE or "m" in form.verb.allows):
                    passive = low[finite] in w.PASSIVE
                    return self._tied(number, form, (start, finite), finite, number, passive=passive)
        for at, last in self._brackets(number, finite):
            verb = at
            while verb - 1 > finite and low[verb] in w.AUXILIARIES:
                verb -= 1
            tail = tuple(range(verb, at + 1))
            for form in FORMS.get(low[verb], ()):
                if form.split and low[verb - 1] != form.verb.prefix:
                    continue
                if form.kind == "participle" and low[finite] in w.AUXILIARIES:
                    worden = len(tail) > 1
                    if low[finite] in w.STATE and not worden and "m" not in form.verb.allows:
                        continue
                    passive = low[finite] in w.PASSIVE or (worden and low[at] in w.PASSIVE)
                    return self._tied(number, form, (finite, *tail), finite, last, passive=passive)
                if form.kind == "infinitive" and low[verb - 1] == w.PARTICLE and low[finite] in w.STATE:
                    if "z" in form.verb.allows:  # "ist in dem Papier zu lesen"
                        tokens = (finite, verb - 1, *tail)
                        return self._tied(number, form, tokens, finite, last, passive=True)
                    continue
                if (
                    form.kind == "infinitive"
                    and low[verb - 1] != w.PARTICLE
                    and low[finite] not in w.DUTIES
                    and (low[finite] in w.MODALS or low[finite] in w.FUTURE)
                ):
                    return self._tied(number, form, (finite, *tail), finite, last, modal=True)
        return None

    def _final(self, number: int) -> Predicate | None:
        """The verb complex at the end of a subordinate clause: "mitteilte", "gesagt hat", "bekannt gab"."""
        start, end = self.bounds[number]
        low = self.low
        verb = end - 1
        while verb > start and (low[verb] in w.AUXILIARIES or low[verb] in w.MODALS):
            verb -= 1
        tail = tuple(range(verb, end))
        for form in FORMS.get(low[verb], ()):
            spaced = form.verb.prefix in SPACED and low[verb - 1] == form.verb.prefix
            if form.split and not spaced:
                continue
            if len(tail) == 1 and self._reduced(self.heads[number], end):
                if form.kind == "participle":
                    return self._tied(number, form, tail, verb, number, final=True, passive=True)
                continue
            if len(tail) == 1 and form.kind in ("finite", "subjunctive"):
                return self._tied(number, form, tail, verb, number, final=True)
            if len(tail) > 1 and form.kind == "participle" and low[verb + 1] not in w.MODALS:
                passive = any(low[at] in w.PASSIVE for at in tail[1:])
                return self._tied(number, form, tail, end - 1, number, final=True, passive=passive)
            if len(tail) > 1 and form.kind == "infinitive" and low[end - 1] not in w.DUTIES:
                return self._tied(number, form, tail, end - 1, number, final=True, modal=True)
        return None

    def _reduced(self, start: int, end: int) -> bool:
        """ "wie von der Stadt mitgeteilt": a comparison with its agent, whose participle has no auxiliary."""
        low = self.low
        participle = any(form.kind == "participle" for form in FORMS.get(low[end - 1], ()))
        return (
            participle
            and low[start] in w.HALF_SUBORDINATORS
            and start + 1 < end
            and low[start + 1] in w.AGENTS
        )

    def _tied(
        self,
        number: int,
        form: Form,
        tokens: tuple[int, ...],
        anchor: int,
        last: int,
        *,
        final: bool = False,
        passive: bool = False,
        modal: bool = False,
    ) -> Predicate | None:
        """The verb with what is tied to it: a prefix printed apart, "sich", "davon", the "es" of "heißt es".

        None for one that reports nothing with a reflexive: "daraus ergibt sich".
        """
        low, (start, _), (_, end) = self.low, self.bounds[number], self.bounds[last]
        verb, found = form.verb, list(tokens)
        if "z" in verb.allows and low[tokens[-1] - 1] != w.PARTICLE:
            return None
        if verb.prefix:
            found.extend(at - 1 for at in (tokens[0], tokens[-1]) if low[at - 1] == verb.prefix)
        near = (anchor + 1, tokens[0] - 1)
        for at in (tokens[0] - 1, tokens[-1] - 1, tokens[-1] + 1, anchor + 1, anchor + 2, end - 1):
            if start <= at < end and at not in found and not self.quoted(at):
                word = low[at]
                if (
                    word in w.CORRELATES
                    or (word in w.REFLEXIVES and at in near)
                    or (word in w.EXPLETIVES and ("e" in verb.allows or (passive and at in near)))
                ):
                    found.append(at)
        if "t" in verb.allows and any(low[at] in w.REFLEXIVES for at in found):
            return None
        return Predicate(verb, tuple(sorted(set(found))), anchor, last, final, passive, modal)
