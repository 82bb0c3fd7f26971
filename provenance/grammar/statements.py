"""The statements of a document: what rows propose in each sentence, chosen, and what mood carries on.

In a sentence without a frame a present subjunctive is reported speech (98 % of the sentences that hold one of
twelve common forms; counted on German Wikinews). Its speaker is mostly that of the statement before it (74 %),
named one sentence back (80 %), so the one before is taken and a rival is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from provenance.grammar.choose import choose
from provenance.grammar.engine import Grammar, fits
from provenance.grammar.extents import content_end, frame_start
from provenance.grammar.interviews import read_interview
from provenance.grammar.joins import announcement, first_half, prolonged, quotations_only, with_announcement
from provenance.grammar.match import propose
from provenance.grammar.posts import read_posts
from provenance.grammar.quotations import child, propose_quotations
from provenance.grammar.records import Candidate, Clause, Range, Rival, Row, Sentence, Speaker, candidate
from provenance.grammar.speakers import can_speak, main_subject, subject
from provenance.passage import Passage

#: A speaker is fetched over at most so many paragraphs, and looked for among so many earlier statements.
PARAGRAPHS_BACK = 1
STATEMENTS_BACK = 8
#: Over so many paragraphs, sub-headings among them, where all those earlier statements are one source's.
ONE_VOICE_BACK = 4
NESTED = "quotation nested"


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or what stands of it between two semicolons."""

    sentence: Sentence
    first: int
    after: int
    clauses: tuple[Clause, ...]


def find_candidates(grammar: Grammar, passages: Sequence[Passage]) -> list[Candidate]:
    """The sourced statements of a document, in the order of its sentences."""
    story = _Story(grammar)
    by_form = read_posts(grammar, passages) | read_interview(grammar, passages)
    for number, passage in enumerate(passages):
        story.enter(number, passage)
        if number in by_form:
            if (told := by_form[number]) is not None:
                story.found.append(told)
            continue
        for first, after in grammar.units(passage):
            if grammar.may_report(passage, first, after):
                story.read(grammar.read(passage, number, first, after))
            else:
                story.pass_over(passage, number, first, after)
    return story.all()


class _Story:
    """A document while it is read: the statements so far, and the one that a sequel would go on with."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.found: list[Candidate] = []
        self.running = -1
        """Number of the sequel that the next sentence may prolong, or -1."""
        self.reported_before = False
        self.previous: Callable[[], Sentence] | None = None
        """The sentence before, read when it is asked for."""
        self.previous_said = False
        self.previous_number = -1
        self.before = 0
        """How many statements were found before this sentence."""
        self.parents: dict[int, int] = {}
        """Number of a child in `found` → number of its parent."""
        self.passages: dict[int, Passage] = {}
        self.announced: Candidate | None = None
        """The frame that closed the passage before with a colon."""
        self.reported: tuple[Range, ...] = ()
        """Subjects of the frames of this sentence that are reported themselves."""
        self.subjunctive = grammar.words.subjunctive_present | grammar.words.subjunctive_past

    def all(self) -> list[Candidate]:
        """The statements, each child with its parent."""
        return [
            replace(one, parent=self.found[self.parents[number]]) if number in self.parents else one
            for number, one in enumerate(self.found)
        ]

    def _add(self, candidate: Candidate, sentence: Sentence, taken: frozenset[int] = frozenset()) -> None:
        """A statement with the quotations in it that are no statements of their own."""
        number = len(self.found)
        self.found.append(candidate)
        if candidate.row.kind != "direct":
            self._children(candidate, number, sentence, taken)

    def _children(self, candidate: Candidate, number: int, sentence: Sentence, taken: frozenset[int]) -> None:
        for one in child(self.grammar, sentence, candidate):
            if one.content[0][0] not in taken:
                self.parents[len(self.found)] = number
                self.found.append(one)

    def enter(self, number: int, passage: Passage) -> None:
        """A new passage begins: no sequel runs over its border."""
        self.passages[number] = passage
        self.running, self.reported_before = -1, False

    def read(self, sentence: Sentence) -> None:
        grammar, self.before = self.grammar, len(self.found)
        if grammar.joins and quotations_only(sentence) and self._second_half(sentence):
            return
        proposed = [
            one
            for one in (*propose_quotations(grammar, sentence), *propose(grammar, sentence))
            if one.content and not _asked(grammar, sentence, one)
        ]
        proposed = list(with_announcement(proposed, self.announced, sentence))
        self.announced = announcement(grammar, sentence)
        chosen = choose(self._said_here(proposed, sentence))
        if chosen:
            self._settle(sentence, chosen)
            self.running, self.reported_before = -1, True
        else:
            for part in _parts(sentence):
                self._without_frame(part)
        self.previous, self.previous_said = (lambda: sentence), len(self.found) > self.before
        self.previous_number = sentence.number

    def pass_over(self, passage: Passage, number: int, first: int, after: int) -> None:
        """A sentence in which nothing can be reported."""
        self.running, self.reported_before, self.previous_said = -1, False, False
        self.previous = partial(self.grammar.read, passage, number, first, after)
        self.previous_number = number

    def _second_half(self, sentence: Sentence) -> bool:
        """ "“A,” X said. “B.”": a sentence of quotations goes on with the quotation of the one before."""
        number = first_half(self.found, self.parents.keys(), sentence)
        if number < 0:
            return False
        whole = self.found[number]
        self.found[number] = prolonged(whole, sentence)
        if whole.row.kind != "direct":
            piece = ((sentence.first, sentence.after),)
            self._children(replace(whole, content=piece), number, sentence, frozenset())
        self.previous_said = True
        return True

    def _said_here(self, proposed: Sequence[Candidate], sentence: Sentence) -> list[Candidate]:
        """Without frames that are reported themselves: "Die Behörde gehe davon aus, dass …" is a sequel, unless
        another frame stands before it. Their speakers are kept as rivals."""
        kept: list[Candidate] = []
        doubtful: list[Candidate] = []
        reach = -1
        for one in proposed:
            own = any(_moody(sentence, at) for first, after in one.cue for at in range(first, after))
            if one.row.kind != "direct" and not own:
                reach = max(reach, one.content[-1][1])
            reported = own and one.row.content.where in ("behind", "quotation within")
            (doubtful if reported else kept).append(one)
        kept.extend(one for one in doubtful if one.cue[0][0] < reach)
        self.reported = tuple(
            phrase for one in doubtful if one.cue[0][0] >= reach for phrase in one.speaker.phrases[:1]
        )
        return kept

    def _with_reported(self, candidate: Candidate, sentence: Sentence) -> Candidate:
        """A sequel with the subjects of frames that it reports: they may be the ones who speak."""
        speaker = candidate.speaker
        if not self.reported or not speaker.phrases or _speaker_home(candidate) != sentence.number:
            return candidate
        known = {*speaker.phrases, *(rival.phrase for rival in speaker.rivals)}
        found = tuple(
            Rival(phrase, "its frame is reported itself", True)
            for phrase in dict.fromkeys(self.reported)
            if phrase not in known
        )
        return replace(candidate, speaker=replace(speaker, rivals=(*speaker.rivals, *found)))

    def _settle(self, sentence: Sentence, chosen: Sequence[Candidate]) -> None:
        """Carried speakers fetched; fragments that lie in another one's content become its children."""
        spoken = [one for one in chosen if one.row.content.where != "quotation loose"]
        kept = [one for one in chosen if not _inside_other(one, spoken)]
        kept = [_with_outer(one, spoken) for one in kept]
        taken: set[int] = {one.content[0][0] for one in kept if one.row.kind == "direct"}
        for one in kept:
            if one.row.cue.by == "pointer" and self.found and self.found[-1].content == one.content:
                self.found.pop()  # "„…“ Das sagte X.": the quotation stood alone until now
            before = len(self.found)
            self._add(self._carried(one, sentence), sentence, frozenset(taken))
            taken.update(own.content[0][0] for own in self.found[before + 1 :])

    # ------------------------------------------------------------------------------------- without a frame

    def _without_frame(self, part: Part) -> None:
        """A sequel in the subjunctive, hearsay, a speech act that is reported as a whole, or nothing."""
        row = self._mood(part)
        if row is not None and self._conditional(part, row):
            row = None
        if row is not None and (hanging := self._hanging(part, row)) is not None:
            self._add(hanging, part.sentence)
            self.running, self.reported_before = -1, True
            return
        if row is not None:
            self._sequel(part, row)
            return
        act = self._act(part)
        if act is not None:
            self._add(act, part.sentence)
        self.running, self.reported_before = -1, act is not None

    def _conditional(self, part: Part, row: Row) -> bool:
        """ "…, die heute 81 wäre": a past subjunctive in a relative clause of an indicative sentence supposes."""
        moody = [clause for clause in part.clauses if clause.moods]
        return (
            row.content.forms.isdisjoint({"subjunctive", "hearsay"})
            and all(clause.kind == "subordinate" and clause.moods <= {"past", "modal"} for clause in moody)
            and any(clause.kind in ("v1", "v2") and clause.subjunctive < 0 for clause in part.clauses)
            and moody[0].opener in self.grammar.words.relatives
        )

    def _mood(self, part: Part) -> Row | None:
        grammar = self.grammar
        moods = frozenset().union(*(clause.moods for clause in part.clauses))
        if not moods:
            return None
        running = self.running >= 0 and self.found[self.running].row.kind == "indirect_free_indirect"
        words = part.sentence.passage.lower[part.first : part.after]
        if self._commands(part) or self._tells_of_self(part):
            return None
        for row in grammar.rows_by("mood", "sentence"):
            if row.cue.carried and not self.reported_before:
                continue
            if row.content.forms.isdisjoint(moods if running else moods - {"modal"}):
                continue  # a modal's subjunctive is like its indicative: it goes on, it does not begin
            if not row.cue.unless.isdisjoint(words):
                continue
            if row.cue.needs and not _perfect(grammar, row, words):
                continue
            if "subjunctive" in row.content.forms and grammar.set_phrases(" ".join(words)):
                continue
            return row
        return None

    def _commands(self, part: Part) -> bool:
        """ "Gehe einmal in dich": a verb that opens its sentence without a subject behind it is an imperative."""
        passage, words, at = part.sentence.passage, self.grammar.words, part.first
        if part.clauses[0].subjunctive != at or at + 1 >= part.after or not words.nominative:
            return False
        behind = passage.lower[at + 1]
        subjects = words.nominative | words.expletives | words.personal | words.bare_subjects
        return behind not in subjects and not passage.words[at + 1][0].isupper()

    def _tells_of_self(self, part: Part) -> bool:
        """Whether whoever writes says "ich": what others say of themselves is not reported so."""
        passage = part.sentence.passage
        return any(
            passage.lower[at] in self.grammar.words.selves and not passage.quoted(at)
            for at in range(part.first, part.after)
        )

    def _sequel(self, part: Part, row: Row) -> None:
        content, sentence = ((part.first, part.after),), part.sentence
        if self.running >= 0 and self.found[self.running].row.kind == row.kind:
            before = self.found[self.running]
            longer = ((before.content[0][0], part.after),)
            self.found[self.running] = self._with_reported(replace(before, content=longer), sentence)
            self._children(replace(before, content=content), self.running, sentence, frozenset())
        else:
            number, weight = sentence.number, row.confidence.content
            begun = Candidate(row, number, content, (), (), Speaker(carried=True), weight=weight)
            self.running = len(self.found)
            self._add(self._with_reported(self._carried(begun, sentence), sentence), sentence)
        self.reported_before = True

    def _hanging(self, part: Part, row: Row) -> Candidate | None:
        """ "Vertreter erwarten keine Entscheidung, weil ein Antrag fehle": with its main clause in the indicative only
        the clause in the subjunctive is reported, and the subject of the main clause speaks."""
        moody = next((clause for clause in part.clauses if clause.moods), None)
        announced = moody is not None and moody.before == ":"
        hangs = moody is not None and (
            moody.kind == "subordinate" or (moody.kind in ("v2", "fragment") and moody.before == ",")
        )
        if moody is None or row.kind == "free_indirect" or not (announced or hangs):
            return None
        mains = part.clauses[: moody.number - part.clauses[0].number]
        main = next((clause for clause in reversed(mains) if clause.kind in ("v1", "v2")), None)
        if main is None or main.subjunctive >= 0:
            return None
        for own in self.grammar.rows_by("mood", "colon" if announced else "subordinate"):
            phrase, sentence = main_subject(self.grammar, part.sentence, main), part.sentence
            able = phrase is not None and can_speak(self.grammar, sentence, phrase) >= 0
            speaker = (
                Speaker((phrase,), "subject of the main clause") if able and phrase else Speaker(carried=True)
            )
            content = [(moody.start, content_end(self.grammar, sentence, moody, own.ends))]
            cue, frame = [(main.finite, main.finite + 1)], [(frame_start(sentence, main), moody.start)]
            return self._carried(candidate(own, sentence, content, cue, frame, speaker), sentence)
        return None

    def _act(self, part: Part) -> Candidate | None:
        """The sentence as one reported statement, if a verb of judging or asking governs its main clause."""
        sentence, passage = part.sentence, part.sentence.passage
        if passage.quoted(part.first) and passage.quotes[passage.inside[part.first]].open < part.first:
            return None
        for clause in part.clauses:
            predicate = clause.predicate
            if predicate is None or predicate.final:
                continue
            for row in self.grammar.rows_by("verb", "sentence"):
                if not fits(row, predicate):
                    continue
                if row.cue.needs and row.cue.needs.isdisjoint(passage.lower[part.first : part.after]):
                    continue
                speaker = subject(self.grammar, sentence, clause)
                if any(passage.lower[first] in self.grammar.words.writers for first, _ in speaker.phrases):
                    continue  # whoever writes
                if speaker.phrases or predicate.passive:
                    content = ((part.first, part.after),)
                    return Candidate(
                        row, sentence.number, content, (), (), speaker, weight=row.confidence.content
                    )
        return None

    # ------------------------------------------------------------------------------------- carried speakers

    def _carried(self, candidate: Candidate, sentence: Sentence) -> Candidate:
        """A candidate whose source stands in an earlier sentence, with the last speaker and who else it may be."""
        if not candidate.speaker.carried:
            return candidate
        near = candidate.passage - self.previous_number <= PARAGRAPHS_BACK
        first_here = len(self.found) == self.before
        if self.previous is not None and not self.previous_said and near and first_here:
            last = self.previous()
            phrase = main_subject(self.grammar, last)
            able = phrase and last.passage.lower[phrase[0]] not in self.grammar.words.indefinite_many
            able = (
                able
                and phrase
                and can_speak(self.grammar, last, phrase) > 0
                and not _passive(self.grammar, last)
            )
            if phrase and able and last.passage.lower[phrase[0]] not in self.grammar.words.voiceless:
                return replace(
                    candidate,
                    speaker=Speaker((phrase,), "subject of the sentence before", last.number, (), True),
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
        home = _speaker_home(previous)
        rivals: tuple[Rival, ...] = ()
        if openly:
            rivals = self._others(previous, earlier[:-1], sentence)
        elif home == candidate.passage:
            rivals = self._rivals(previous, earlier[:-1], candidate.passage, sentence.passage)
        return replace(
            candidate,
            speaker=Speaker(previous.speaker.phrases, "carried over", home, rivals, True),
        )

    def _by_own_subject(self, candidate: Candidate, sentence: Sentence) -> Candidate:
        """ "Als Läufer fordere Lund ein Ende": where nobody spoke before, the subject of the sentence's own reporting
        verb does."""
        if candidate.row.kind != "indirect_free_indirect":
            return candidate
        for clause in sentence.clauses:
            predicate = clause.predicate
            if predicate is None or predicate.final or predicate.passive:
                continue
            found = subject(self.grammar, sentence, clause)
            if found.phrases and can_speak(self.grammar, sentence, found.phrases[0]) > 0:
                return replace(candidate, speaker=replace(found, rivals=()))
        return candidate

    def _by_name_before(self, candidate: Candidate) -> Candidate:
        """ "Lund kennt das. „…“": where nobody spoke near, a name that opens the sentence before may."""
        if self.previous is None or self.previous_said or candidate.passage - self.previous_number > 0:
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
        home = _speaker_home(one)
        return home in self.passages and any(
            after - first == 1 and self.passages[home].lower[first] in self.grammar.words.voiceless
            for first, after in one.speaker.phrases
        )

    def _one_voice(self, earlier: Sequence[Candidate]) -> bool:
        """Whether some statements have one speaker: their phrases end in one word or are pronouns."""
        names: set[str] = set()
        for one in earlier:
            home = _speaker_home(one)
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
        home, found = _speaker_home(previous), list(previous.speaker.phrases[:1])
        if home not in self.passages:
            return ()
        low, pronouns = self.passages[home].lower, self.grammar.words.personal
        for one in reversed(before):
            for first, after in one.speaker.phrases[:1]:
                if _speaker_home(one) == home and all(
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
                and _speaker_home(one) == number
                and one.speaker.phrases != previous.speaker.phrases
            ):
                return (Rival(one.speaker.phrases[0], "reports the frame before", True),)
        return ()


def _asked(grammar: Grammar, sentence: Sentence, one: Candidate) -> bool:
    """ "Würdest du sagen, dass …?": who is asked has not said it."""
    passage, words = sentence.passage, grammar.words
    if one.row.kind != "direct" and len(one.speaker.phrases) == 1 and one.speaker.passage < 0:
        first, after = one.speaker.phrases[0]
        if (
            after == first + 1
            and passage.lower[first] in words.writers | words.addressed
            and not passage.quoted(first)
        ):
            return True  # whoever writes, or reads
    return passage.words[sentence.after - 1] == "?" and any(
        passage.lower[at] in grammar.words.addressed
        for first, after in one.frame
        for at in range(first, after)
    )


def _moody(sentence: Sentence, at: int) -> bool:
    """Whether a token is the subjunctive of its clause."""
    return sentence.clause_at(at).subjunctive == at


def _passive(grammar: Grammar, sentence: Sentence) -> bool:
    """Whether the first main clause is in the passive, so that something is done to its subject."""
    main = next((clause for clause in sentence.clauses if clause.kind in ("v1", "v2")), None)
    return main is not None and sentence.passage.lower[main.finite] in grammar.words.passive


def _inside_other(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a fragment lies within reported content: there it is a child and has that one's speaker."""
    where = candidate.row.content.where
    if where not in ("quotation within", "quotation alone", "quotation loose"):
        return False
    start, end = candidate.content[0]
    return any(
        first <= start and end <= after
        for one in others
        if one.row.kind != "direct" or where == "quotation loose"
        for first, after in one.content
    )


def _with_outer(candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """A quotation that names nobody, within the content of a statement that does: it is that one's speaker's."""
    if candidate.row.kind != "direct" or candidate.speaker.phrases or candidate.speaker.carried:
        return candidate
    start, end = candidate.content[0][0], candidate.content[-1][1]
    for one in others:
        names = one is not candidate and one.speaker.phrases and one.speaker.passage < 0 and one.home < 0
        if names and any(first <= start and end <= after for first, after in one.content):
            return replace(candidate, speaker=replace(one.speaker, rivals=()))
    return candidate


def _speaker_home(candidate: Candidate) -> int:
    """Number of the passage in which a candidate's speaker stands."""
    if candidate.speaker.passage >= 0:
        return candidate.speaker.passage
    return candidate.home if candidate.home >= 0 else candidate.passage


def _perfect(grammar: Grammar, row: Row, words: Sequence[str]) -> bool:
    """ "soll … gestohlen haben": with a perfect infinitive at the end "soll" is hearsay and never obligation."""
    endings = tuple(grammar.words.past_participle_endings)
    tail = [word for word in words[-6:] if word[0].isalpha()][-3:]
    return any(word in row.cue.needs and tail[at - 1].endswith(endings) for at, word in enumerate(tail) if at)


def _parts(sentence: Sentence) -> Iterator[Part]:
    """The sentence cut at its semicolons."""
    sections: list[tuple[Range, list[Clause]]] = []
    for clause in sentence.clauses:
        if sections and sections[-1][0] == clause.section:
            sections[-1][1].append(clause)
        else:
            sections.append((clause.section, [clause]))
    for number, (section, clauses) in enumerate(sections):
        last = number + 1 == len(sections)
        after = sentence.after if last else sections[number + 1][0][0]
        yield Part(sentence, section[0] if number else sentence.first, after, tuple(clauses))
