"""The moods of German clauses, and what content each can open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from provenance.languages.de import words as w
from provenance.languages.de.finites import OPENING
from provenance.languages.de.predicates import INSERTED, Predicates

NO_FORMS: frozenset[str] = frozenset()
THAT, COLON = frozenset({"that"}), frozenset({"colon"})
#: So many words has a subject that opens a clause.
SUBJECT = 8
MOODY = w.SUBJUNCTIVE | w.SEQUEL_MODALS | w.SOLLEN


class Moods(Predicates):
    """Subjunctives, hearsay, and the forms of content."""

    subjunctives: list[int]
    """For each clause its first subjunctive, or -1."""
    moody: list[list[int]]
    """For each clause its tokens that can show a mood."""

    def _forms(self, number: int, head: int) -> frozenset[str]:
        """What content a clause can open, by its first words and the mood of its verb."""
        start, end = self.bounds[number]
        if end - start < 1 or not number:
            return NO_FORMS
        opener = self.low[head]
        if opener in w.THAT:
            return THAT
        if self.marks[number] == ":":
            return NO_FORMS if self.quoted(start) else COLON
        found = []
        if self.kinds[number] == "infinitive":
            found.append("infinitive")
        if self._verb_second(number):
            found.append("subjunctive")
        if opener in w.QUESTION_WORDS:
            if opener in w.QUESTION_OPENERS:
                if self.kinds[number] == "subordinate":
                    found.append("question")
            elif opener not in w.SUBORDINATORS and opener not in w.ARTICLES:
                found.append("question")
        if self.marks[number] == "," and self._quoted_verb(number):
            found.append("mixed")
        if (
            self.marks[number] == ","
            and opener in w.PLAIN_SUBJECTS
            and head == start
            and self.finites[number] == start + 1
            and self.kinds[number] == "v2"
        ):
            found.append("plain")
        elif not found and self._opens_with_subject(number):
            found.append("main")
        return frozenset(found) if found else NO_FORMS

    def _opens_with_subject(self, number: int) -> bool:
        """ "sagte sie, die Länder hielten sich daran": a noun phrase and its verb, behind a comma."""
        start, finite = self.bounds[number][0], self.finites[number]
        return (
            self.marks[number] == ","
            and self.kinds[number] == "v2"
            and self.heads[number] == start
            and start < finite <= start + SUBJECT
            and (self.low[start] in w.ARTICLES or self.words[start][0].isupper() or self.low[start].isdigit())
            and self.words[finite - 1][0].isupper()
            and not self.quoted(start)
        )

    def _quoted_verb(self, number: int) -> bool:
        """Whether a clause has its verb in quotation marks: "sagte, Meier „ist und bleibt der Beste“"."""
        start, end = self.bounds[number]
        if not self.inside or self.kinds[number] != "fragment":
            return False
        return any(
            self.inside[at] >= 0 and self.low[at] in w.FINITES and self.words[at][0].islower()
            for at in range(start, end)
        )

    def _verb_second(self, number: int) -> bool:
        """Whether a clause is a main clause in the subjunctive (its verb is not at the end), or leads into one:
        "sagte, wenn es regne, werde …"."""
        start, end = self.bounds[number]
        opener, at = self.low[start], self.subjunctives[number]
        if (opener in w.SUBORDINATORS or at < 0) and self.kinds[number] not in ("v1", "v2"):
            for later in range(number + 1, min(number + INSERTED + 1, len(self.bounds))):
                if self.low[self.bounds[later][0]] in w.SUBJUNCTIVE:
                    return True
                if self.kinds[later] not in ("subordinate", "fragment"):
                    return False
            return False
        if at < 0 or opener in w.INFINITIVE_OPENERS:
            return False
        return at < end - 1 or end - start <= 3 or opener in w.PERSONS

    def _moods(self, number: int) -> frozenset[str]:
        """The moods of a clause's words outside quotations."""
        found: list[str] = []
        subjunctive = self.subjunctives[number] >= 0
        hearsay = not (number and self.kinds[number] == "subordinate")
        for at in self.moody[number]:
            lower = self.low[at]
            if subjunctive and self.subjunctive_at(at):
                mood = "past" if lower in w.SUBJUNCTIVE_PAST else "subjunctive"
            elif lower in w.SEQUEL_MODALS:
                mood = "modal"
            elif hearsay and lower in w.SOLLEN:
                mood = "hearsay"
            else:
                continue
            if not self.quoted(at):
                found.append(mood)
        return frozenset(found) if found else NO_FORMS

    def _moody(self) -> list[list[int]]:
        """For each clause its tokens that can show a mood: by list, or in -e behind "er" or as a finite verb."""
        low = self.low
        moody = {at for at in range(self.first, self.body) if low[at] in MOODY}
        moody.update(at + 1 for at in range(self.first, self.body - 1) if low[at] in w.THIRD_PERSON)
        moody.update(at for at in self.finites if at > self.first)
        found: list[list[int]] = [[] for _ in self.bounds]
        starts = [start for start, _ in self.bounds]
        for at in sorted(moody):
            if low[at][-1] == "e" or low[at] in MOODY:
                found[max(bisect_right(starts, at) - 1, 0)].append(at)
        return found

    def _subjunctives(self) -> Iterator[int]:
        """For each clause its first subjunctive, or -1; a coordinated verb shares a first person's subject."""
        first_person = False
        for number, (start, end) in enumerate(self.bounds):
            head = self.heads[number]
            shares = self.kinds[number] == "v1" and (self.marks[number] == "+" or head > start)
            own = not w.FIRST_PERSON.isdisjoint(self.low[start:end])
            first_person = own or (shares and first_person)
            yield (
                self._subjunctive(number, start, end, head) if self.moody[number] and not first_person else -1
            )

    def _subjunctive(self, number: int, start: int, end: int, head: int) -> int:
        """First subjunctive of a clause; the first person's is an indicative, and conjunctions of comparison ask
        for one of their own."""
        if self.low[head] in w.UNREPORTED and self.kinds[number] == "subordinate":
            return -1
        for at in self.moody[number]:
            if self.subjunctive_at(at) and not (at > start and self.low[at - 1] in w.COMPARING):
                return at
        return -1

    def subjunctive_at(self, at: int) -> bool:
        """Whether a token is a subjunctive by list, or by its ending behind "er", "es" or "man", or
        as the finite verb of its clause."""
        lower = self.low[at]
        noun = at + 1 < self.body and self.words[at + 1][0].isupper()
        if noun and at > self.first and lower[-1] == "e" and self.low[at - 1] in w.ARTICLES:
            return False  # "eine sichere Planung"
        if lower in w.SUBJUNCTIVE:
            return self.words[at][0].islower() or at == self.first
        if lower[-1] != "e" or at == self.first or lower.endswith(("te", "ße")):
            return False
        if lower in w.FUNCTION_WORDS or not self.words[at][0].islower():
            return False
        if self.low[at - 1] in w.THIRD_PERSON:
            return at - 1 == self.first or self.words[at - 2] in OPENING
        return True  # "diese Sorte erspare den Einsatz": the finite verb of its clause
