"""Who goes on speaking: the source of a statement that names none is fetched from what stands before it.

The speaker of a sequel is mostly that of the statement before it (74 %, counted on German Wikinews), named one
sentence back (80 %), so the one before is taken and a rival is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from provenance.grammar.engine import Grammar
from provenance.grammar.records import Candidate, Predicate, Range, Rival, Row, Sentence, Speaker
from provenance.grammar.speakers import can_speak, main_subject, subject
from provenance.passage import Passage

#: A speaker is fetched over at most so many paragraphs, and looked for among so many earlier statements.
PARAGRAPHS_BACK = 1
STATEMENTS_BACK = 8
#: Over so many paragraphs, sub-headings among them, where all those earlier statements are one source's.
ONE_VOICE_BACK = 4
NESTED = "quotation nested"
#: What whoever the sentence before is about may go on saying though it reports nothing: in 850 articles 23 of 34 such
#: speakers were right, of hearsay and of what hangs on another clause or on "danach" 2 of 15.
GOING_ON = frozenset({"indirect_free_indirect", "direct"})


class Carrying:
    """What was read of a document, as far as it says who may go on speaking."""

    def __init__(self, grammar: Grammar, found: Sequence[Candidate]) -> None:
        """`found` are the document's statements so far: a list that grows."""
        self.grammar, self.found = grammar, found
        self.passages: dict[int, Passage] = {}
        self.previous: Callable[[], Sentence] | None = None
        """The sentence before, read when it is asked for."""
        self.previous_said = False
        self.previous_number = -1
        self.before = 0
        """How many statements were found before this sentence."""
        self.subjunctive = grammar.words.subjunctive_present | grammar.words.subjunctive_past

    def carried(self, candidate: Candidate, sentence: Sentence) -> Candidate:
        """A candidate whose source stands in an earlier sentence, with the last speaker and who else it may be."""
        if not candidate.speaker.carried:
            return candidate
        near = candidate.passage - self.previous_number <= PARAGRAPHS_BACK
        first_here = len(self.found) == self.before
        if self.previous is not None and not self.previous_said and near and first_here:
            last = self.previous()
            phrase = main_subject(self.grammar, last)
            if phrase and self._may_go_on(last, phrase, candidate.passage):
                if not _goes_on(candidate.row):
                    return candidate  # whoever was spoken of since then
                return replace(
                    candidate,
                    speaker=Speaker((phrase,), "subject of the sentence before", last.number, (), True),
                )
            person = self.grammar.person(last) if candidate.passage == last.number else None
            if person and _goes_on(candidate.row):
                return replace(
                    candidate,
                    speaker=Speaker(
                        (person,), "subject of the sentence before", last.number, (), True, named_before=True
                    ),
                )
        earlier = [
            one
            for one in self.found[-STATEMENTS_BACK:]
            if one.row.content.where != NESTED
            and (one.speaker.phrases or one.speaker.agentless)
            and not self._voiceless(one)
        ]
        openly = candidate.row.speaker == "last speaker"
        back = candidate.row.content.within if openly else PARAGRAPHS_BACK
        if not openly and self._one_voice(earlier):
            back = ONE_VOICE_BACK
        if not earlier or candidate.passage - earlier[-1].passage > back:
            found = self._by_own_subject(candidate, sentence)
            return self._by_name_before(found) if found is candidate else found
        previous = earlier[-1]
        home = speaker_home(previous)
        rivals: tuple[Rival, ...] = ()
        if openly:
            rivals = self._others(previous, earlier[:-1], sentence)
        elif home == candidate.passage:
            rivals = self._rivals(previous, earlier[:-1], candidate.passage, sentence.passage)
        return replace(
            candidate,
            speaker=Speaker(previous.speaker.phrases, "carried over", home, rivals, True),
        )

    def _may_go_on(self, last: Sentence, phrase: Range, number: int) -> bool:
        """Whether the subject of the sentence before may be who speaks in a passage where nobody else is named."""
        words, opens = self.grammar.words, last.passage.lower[phrase[0]]
        if opens in words.indefinite_many or opens in words.voiceless:
            return False
        if opens in words.counting or opens[0].isdigit():
            return False  # "Zwölf andere Mitglieder der Gruppe"
        if can_speak(self.grammar, last, phrase) <= 0 or _passive(self.grammar, last):
            return False
        return not (self._only_credits(last) or (self._is_many(last, phrase) and self._spoke_in(number)))

    def _is_many(self, sentence: Sentence, phrase: Range) -> bool:
        """ "Menschen", "zwei Kinder", "junge Leute": several without an article, of whom nobody spoke before."""
        words, (first, after) = sentence.passage.words, phrase
        low = sentence.passage.lower
        if low[first] in self.grammar.words.articles and low[first] not in self.grammar.words.indefinite_many:
            return low[first] in self.grammar.words.counting
        capitals = [low[at] for at in range(first, after) if words[at][0].isupper()]
        return len(capitals) == 1 and capitals[0] in self.grammar.words.speakers

    def _only_credits(self, sentence: Sentence) -> bool:
        """ "Zuvor hatte die Zeitung berichtet": who reported before says nothing here."""
        alone = self.grammar.words.empty_alone
        return any(
            one.predicate is not None and one.predicate.verb.infinitive in alone for one in sentence.clauses
        )

    def _spoke_in(self, number: int) -> bool:
        """Whether somebody was said to speak in a passage so far."""
        return any(
            one.passage == number and (one.speaker.phrases or one.speaker.agentless)
            for one in self.found[-STATEMENTS_BACK:]
        )

    def _by_own_subject(self, candidate: Candidate, sentence: Sentence) -> Candidate:
        """ "Als Läufer fordere Lund ein Ende": where nobody spoke before, the subject of the sentence's own reporting
        verb does."""
        if candidate.row.kind != "indirect_free_indirect":
            return candidate
        for clause in sentence.clauses:
            predicate = clause.predicate
            if (
                predicate is None
                or predicate.final
                or predicate.passive
                or self._is_past(sentence, predicate)
            ):
                continue
            found = subject(self.grammar, sentence, clause)
            if found.phrases and can_speak(self.grammar, sentence, found.phrases[0]) > 0:
                return replace(candidate, speaker=replace(found, rivals=()))
        return candidate

    def _is_past(self, sentence: Sentence, predicate: Predicate) -> bool:
        """ "Die Stadt habe zu spät reagiert": what is told of somebody's past is told by somebody else."""
        last = sentence.passage.lower[predicate.tokens[-1]]
        return len(predicate.tokens) > 1 and last.endswith(tuple(self.grammar.words.past_participle_endings))

    def _by_name_before(self, candidate: Candidate) -> Candidate:
        """ "Lund kennt das. „…“": where nobody spoke near, a name that opens the sentence before may."""
        apart = self.previous is None or self.previous_said or candidate.passage - self.previous_number > 0
        if apart or self.previous is None or not _goes_on(candidate.row):
            return candidate
        last = self.previous()
        phrase, passage = main_subject(self.grammar, last), last.passage
        if phrase != (last.first, last.first + 1) or not passage.words[last.first][0].isupper():
            return candidate
        words, word = self.grammar.words, passage.lower[last.first]
        if (
            word in words.voiceless
            or word in words.indefinite_many
            or word.endswith(tuple(words.abstract_plurals))
        ):
            return candidate
        return replace(
            candidate, speaker=Speaker((phrase,), "subject of the sentence before", last.number, (), True)
        )

    def _voiceless(self, one: Candidate) -> bool:
        """Whether who is said to speak is nobody: "Wer fordert, dass …"."""
        home = speaker_home(one)
        return home in self.passages and any(
            after - first == 1 and self.passages[home].lower[first] in self.grammar.words.voiceless
            for first, after in one.speaker.phrases
        )

    def _one_voice(self, earlier: Sequence[Candidate]) -> bool:
        """Whether some statements have one speaker: their phrases end in one word or are pronouns."""
        names: set[str] = set()
        for one in earlier:
            home = speaker_home(one)
            if not one.speaker.phrases or home not in self.passages:
                return False
            low = self.passages[home].lower
            last = low[one.speaker.phrases[-1][1] - 1]
            if last not in self.grammar.words.personal:
                names.add(last)
        return len(names) == 1

    def _others(
        self, previous: Candidate, before: Sequence[Candidate], sentence: Sentence
    ) -> tuple[Rival, ...]:
        """Who else was quoted where the last speaker was: named, and by other words."""
        home, found = speaker_home(previous), list(previous.speaker.phrases[:1])
        if home not in self.passages:
            return ()
        low, pronouns = self.passages[home].lower, self.grammar.words.personal
        for one in reversed(before):
            for first, after in one.speaker.phrases[:1]:
                if speaker_home(one) == home and all(
                    low[first] != low[start] and low[after - 1] != low[end - 1] for start, end in found
                ):
                    found.append((first, after))
        if any(low[first] in pronouns for first, _ in found):
            return ()
        return tuple(Rival(phrase, "quoted there as well", True) for phrase in found[1:])

    def _rivals(
        self, previous: Candidate, before: Sequence[Candidate], number: int, passage: Passage
    ) -> tuple[Rival, ...]:
        """Behind a frame that is itself in the subjunctive ("man gehe davon aus, dass …") the sequel is that
        frame's speaker's or still that of the one who reports the frame."""
        reported = previous.passage == number and any(
            passage.lower[at] in self.subjunctive
            for first, after in previous.cue
            for at in range(first, after)
        )
        if not reported:
            return ()
        for one in reversed(before):
            if (
                one.passage == number
                and one.speaker.phrases
                and speaker_home(one) == number
                and one.speaker.phrases != previous.speaker.phrases
            ):
                return (Rival(one.speaker.phrases[0], "reports the frame before", True),)
        return ()


def _goes_on(row: Row) -> bool:
    """Whether what a row finds may be said by whoever the sentence before is about; "demnach" says that it does."""
    return row.kind in GOING_ON or (row.cue.by == "adverb" and not row.content.forms)


def speaker_home(candidate: Candidate) -> int:
    """Number of the passage in which a candidate's speaker stands."""
    if candidate.speaker.passage >= 0:
        return candidate.speaker.passage
    return candidate.home if candidate.home >= 0 else candidate.passage


def _passive(grammar: Grammar, sentence: Sentence) -> bool:
    """Whether the first main clause is in the passive, so that something is done to its subject."""
    main = next((clause for clause in sentence.clauses if clause.kind in ("v1", "v2")), None)
    return main is not None and sentence.passage.lower[main.finite] in grammar.words.passive
