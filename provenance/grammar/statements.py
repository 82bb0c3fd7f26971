"""The statements of a document: what rows propose in each sentence, chosen, and what mood carries on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from provenance.grammar.acts import act_of
from provenance.grammar.carrying import Carrying, speaker_home
from provenance.grammar.choose import choose
from provenance.grammar.dialogues import read_dialogue
from provenance.grammar.engine import Grammar
from provenance.grammar.extents import content_end, frame_start
from provenance.grammar.framed import unreported, without_ways
from provenance.grammar.headlines import read_headlines
from provenance.grammar.interviews import read_interview
from provenance.grammar.joins import (
    announcement,
    first_half,
    prolonged,
    quotations_only,
    second_contents,
    with_announcement,
)
from provenance.grammar.match import propose
from provenance.grammar.mood import Part, bids, conditional, mood_of, parts
from provenance.grammar.posts import read_posts
from provenance.grammar.quotations import child, propose_quotations
from provenance.grammar.records import Candidate, Clause, Range, Rival, Row, Sentence, Speaker, candidate
from provenance.grammar.repeats import read_repeats
from provenance.grammar.speakers import attribute_of, can_speak, main_subject, owner_of
from provenance.grammar.unmarked import read_unmarked
from provenance.passage import Passage


def find_candidates(grammar: Grammar, passages: Sequence[Passage]) -> list[Candidate]:
    """The sourced statements of a document, in the order of its sentences."""
    story = _Story(grammar)
    by_form = read_headlines(grammar, passages) | read_posts(grammar, passages)
    by_form |= read_interview(grammar, passages)
    turns = read_dialogue(grammar, passages)
    for number, passage in enumerate(passages):
        story.enter(number, passage)
        if number in by_form:
            if (told := by_form[number]) is not None:
                story.found.append(told)
            continue
        said = turns.get(number, ())
        story.found.extend(answer for _, answer in said if answer is not None)
        for first, after in grammar.units(passage):
            if any(start <= first < end for (start, end), _ in said):
                continue
            if first < story.said_to(number):
                continue  # "Lund: It leaks. The report said so.": all of it is Lund's
            if grammar.may_report(passage, first, after):
                story.read(grammar.read(passage, number, first, after))
            else:
                story.pass_over(passage, number, first, after)
    return read_unmarked(grammar, passages, read_repeats(grammar, passages, story.all()))


#: So many words has a label before a colon: "Die Reaktion der Stadt Nordby darauf: …".
LABEL = 8


class _Story:
    """A document while it is read: the statements so far, and the one that a sequel would go on with."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.found: list[Candidate] = []
        self.past = Carrying(grammar, self.found)
        self.running = -1
        """Number of the sequel that the next sentence may prolong, or -1."""
        self.reported_before = False
        self.parents: dict[int, int] = {}
        """Number of a child in `found` → number of its parent."""
        self.announced: Candidate | None = None
        """The frame that closed the passage before with a colon."""
        self.reported: tuple[Range, ...] = ()
        """Subjects of the frames of this sentence that are reported themselves."""

    def all(self) -> list[Candidate]:
        """The statements, each child with its parent."""
        return [
            replace(one, parent=self.found[self.parents[number]]) if number in self.parents else one
            for number, one in enumerate(self.found)
        ]

    def said_to(self, number: int) -> int:
        """Where the content of the last statement ends, if it stands in a passage."""
        last = self.found[-1] if self.found else None
        return last.content[-1][1] if last is not None and last.passage == number else 0

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

    def _is_running(self) -> bool:
        """Whether reported speech may go on in the next sentence."""
        return self.running >= 0 and self.found[self.running].row.kind == "indirect_free_indirect"

    def enter(self, number: int, passage: Passage) -> None:
        """A new passage begins: no sequel runs over its border."""
        self.past.passages[number] = passage
        self.running, self.reported_before = -1, False

    def read(self, sentence: Sentence) -> None:
        grammar, self.past.before = self.grammar, len(self.found)
        if grammar.joins and quotations_only(sentence) and self._second_half(sentence):
            return
        proposed = without_ways(
            one
            for one in (*propose_quotations(grammar, sentence), *propose(grammar, sentence))
            if one.content and not _asked(grammar, sentence, one)
        )
        proposed = list(
            with_announcement(list(second_contents(proposed, sentence)), self.announced, sentence)
        )
        self.announced = announcement(grammar, sentence)
        chosen = choose(unreported(self._said_here(proposed, sentence)))
        if chosen:
            if (act := self._act_before(sentence, chosen)) is not None:
                self._add(act, sentence)
            self._settle(sentence, self._told_first(sentence, chosen))
            if (act := self._act_behind(sentence, chosen)) is not None:
                self._add(act, sentence)
            self.running, self.reported_before = -1, True
        else:
            for part in parts(sentence):
                self._without_frame(part)
        if _is_open(sentence.passage, sentence.after) and len(self.found) == self.past.before:
            return  # the quotation goes on: before it stands what stood before this sentence
        self.past.previous, self.past.previous_said = (lambda: sentence), len(self.found) > self.past.before
        self.past.previous_number = sentence.number

    def _act_before(self, sentence: Sentence, chosen: Sequence[Candidate]) -> Candidate | None:
        """ "Lund kritisierte den Plan und warf der Stadt vor, …": the act that stands before another frame."""
        told = min(first for one in chosen for first, _ in (*one.frame, *one.content, *one.cue))
        before = tuple(clause for clause in sentence.clauses if clause.end <= told)
        if (
            not before
            or before[0].kind not in ("v1", "v2")
            or sentence.clause_at(told).kind not in ("v1", "v2")
        ):
            return None
        return act_of(self.grammar, Part(sentence, sentence.first, told, before))

    def _act_behind(self, sentence: Sentence, chosen: Sequence[Candidate]) -> Candidate | None:
        """ "Lund sagte, dass Züge fehlten, und forderte mehr Geld": the act that goes on behind another frame."""
        told = max(after for one in chosen for _, after in (*one.frame, *one.content, *one.cue))
        behind = tuple(clause for clause in sentence.clauses if clause.start >= told)
        if not behind or behind[0].kind != "v1" or not self._goes_on(sentence, behind[0]):
            return None
        return act_of(self.grammar, Part(sentence, behind[0].head, sentence.after, behind))

    def _goes_on(self, sentence: Sentence, clause: Clause) -> bool:
        """ "…, und forderte", "…, sprach aber von": a clause that shares the subject of the one before."""
        following = sentence.passage.lower[clause.finite + 1 : clause.end][:1]
        return clause.head > clause.start or not self.grammar.words.adverbs.isdisjoint(following)

    def pass_over(self, passage: Passage, number: int, first: int, after: int) -> None:
        """A sentence in which nothing can be reported."""
        self.running, self.reported_before = -1, False
        if _is_open(passage, after):
            return
        self.past.previous_said = False
        self.past.previous = partial(self.grammar.read, passage, number, first, after)
        self.past.previous_number = number

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
        self.past.previous_said = True
        return True

    def _told_first(self, sentence: Sentence, chosen: list[Candidate]) -> list[Candidate]:
        """ "Sie habe damit abgeschlossen: „…“": before the colon reported speech goes on, and the quotation is of whoever
        speaks there."""
        one = chosen[0]
        if len(chosen) > 1 or one.row.cue.by != "name" or one.row.content.where != "quotation behind":
            return chosen
        colon = one.content[0][0] - 1
        before = tuple(clause for clause in sentence.clauses if clause.end <= colon)
        told, self.reported_before = len(self.found), True
        if not any(clause.subjunctive >= 0 and clause.kind != "subordinate" for clause in before):
            return chosen
        self._without_frame(Part(sentence, sentence.first, colon, before))
        if len(self.found) == told:
            return chosen
        return [replace(one, speaker=Speaker(carried=True), cue=(), frame=())]

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
        if not self.reported or not speaker.phrases or speaker_home(candidate) != sentence.number:
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
            if (
                one.row.cue.by in ("pointer", "wording")
                and self.found
                and self.found[-1].content == one.content
            ):
                self.found.pop()  # "„…“ Das sagte X.": the quotation stood alone until now
            before = len(self.found)
            self._add(self.past.carried(one, sentence), sentence, frozenset(taken))
            taken.update(own.content[0][0] for own in self.found[before + 1 :])

    # ------------------------------------------------------------------------------------- without a frame

    def _without_frame(self, part: Part) -> None:
        """A sequel in the subjunctive, hearsay, a speech act that is reported as a whole, or nothing."""
        row = mood_of(self.grammar, part, running=self._is_running(), reported_before=self.reported_before)
        if row is not None and conditional(self.grammar, part, row):
            row = None
        if row is not None and (hanging := self._hanging(part, row)) is not None:
            self._add(hanging, part.sentence)
            self.running, self.reported_before = -1, True
            return
        if row is not None:
            self._sequel(part, row)
            return
        act = None if bids(self.grammar, part.sentence) else act_of(self.grammar, part)
        if act is not None:
            self._add(act, part.sentence)
        self.running, self.reported_before = -1, act is not None

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
            self._add(self._with_reported(self.past.carried(begun, sentence), sentence), sentence)
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
        if main is None and announced:
            return self._labelled(part, moody)
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
            return self.past.carried(candidate(own, sentence, content, cue, frame, speaker), sentence)
        return None

    def _labelled(self, part: Part, moody: Clause) -> Candidate | None:
        """ "Die Reaktion der Stadt: Man weise alles zurück.": what stands behind a noun of saying and its owner."""
        grammar, sentence, colon = self.grammar, part.sentence, moody.start - 1
        label = sentence.passage.lower[part.first : colon]
        if grammar.words.reporting_nouns.isdisjoint(label) or len(label) > LABEL:
            return None
        start = part.first + (label[0] in grammar.words.articles)
        owner = owner_of(grammar, sentence, part.first, colon) or attribute_of(
            grammar, sentence, (start, colon)
        )
        for own in self.grammar.rows_by("mood", "colon") if owner else ():
            content = [(moody.start, content_end(grammar, sentence, moody, own.ends))]
            speaker = Speaker((owner,), "whose words they are") if owner else Speaker()
            return candidate(own, sentence, content, [], [(part.first, moody.start)], speaker)
        return None


def _is_open(passage: Passage, after: int) -> bool:
    """Whether a sentence ends within a quotation that goes on behind it."""
    return passage.quoted(after - 1) and passage.quotes[passage.inside[after - 1]].close >= after


def _asked(grammar: Grammar, sentence: Sentence, one: Candidate) -> bool:
    """ "Würdest du sagen, dass …?", "Sagen Sie, dass …": who is asked has not said it."""
    passage, words = sentence.passage, grammar.words
    if one.row.kind != "direct" and bids(grammar, sentence):
        return True
    if one.row.kind != "direct" and len(one.speaker.phrases) == 1 and one.speaker.passage < 0:
        first, after = one.speaker.phrases[0]
        alone = after == first + 1 and passage.lower[first] in words.writers | words.addressed
        view = one.row.cue.by in ("preposition", "postposition") and passage.lower[first] in words.writers_own
        if (alone or view) and not passage.quoted(first):
            return True  # whoever writes, or reads
    framed = [at for first, after in one.frame for at in range(first, after) if not passage.quoted(at)]
    if one.row.cue.by == "adjective" and not one.speaker.phrases:
        return any(passage.lower[at] in words.writers for at in framed)  # "Ich bin überzeugt, dass …"
    return passage.words[sentence.after - 1] == "?" and any(
        passage.lower[at] in words.addressed for at in framed
    )


def _moody(sentence: Sentence, at: int) -> bool:
    """Whether a token is the subjunctive of its clause."""
    return sentence.clause_at(at).subjunctive == at


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
