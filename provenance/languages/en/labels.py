"""Names before or behind a colon: in headlines, and in the paragraphs of transcripts."""

from __future__ import annotations

from provenance.grammar.headlines import HEADLINES
from provenance.grammar.records import Frame, Range, Speaker, Verb
from provenance.languages.en import words as w
from provenance.languages.en.acts import SPEAKING
from provenance.languages.en.nouns import Nouns
from provenance.languages.en.phrases import FORMS, STOPS
from provenance.languages.en.subjects import as_subject
from provenance.languages.en.words import is_name, of
from provenance.words import words as listed

#: A colon behind a name.
LABEL = Verb("", "", frozenset("q"), "label")
#: What is said behind a colon, and how far before it the noun stands that says so.
MESSAGES, MESSAGE = of("messages"), 18
NO_LABELS, TRAILING_SOURCES = of("labels") | w.FINITES, of("trailing_sources")
SPOKEN = w.AUXILIARIES | w.CONTRACTED_SUBJECTS | w.SUBJECT_PRONOUNS
#: Longest name before a colon, in tokens: of a headline, and of a paragraph in a transcript.
HEADLINE_NAME, TRANSCRIPT_NAME = 8, 4
#: Less than so many tokens behind a colon is no speech, and a verb is among the first of so many.
SHORTEST_SPEECH, LONGEST_OPENING = 4, 40
GIVEN = listed("all", "given_names", "men", "women", "either")
IN_NAMES = frozenset(".,'’()-&")


class Labels(Nouns):
    """The label of one sentence."""

    def label(self) -> Frame | None:
        """The statement of a headline, or of a paragraph of a transcript, whose cue is a colon."""
        kind, first = self.passage.block.kind, self.first
        open_ended = not self.quotes and not self.words[-1].endswith(tuple(STOPS))
        alone = open_ended or (len(self.passage.sentences) == 1 and self.word(first + 1) == ":")
        paper = self.low[first] in w.DOCUMENTS and self.word(first + 1) == ":"  # "Poll: most want a dam."
        headline = kind in HEADLINES or (kind == "lead" and alone) or (paper and not first)
        if not headline and first:
            return None
        if headline and (trailing := self._trailing_source()):
            return trailing
        limit = min(first + 1 + (HEADLINE_NAME if headline else TRANSCRIPT_NAME), self.body - 1)
        at = next((k for k in range(first + 1, limit) if self.word(k) == ":"), -1)
        if at < 0 or not self._is_speaker(at, headline) or (not headline and not self._is_speech(at + 1)):
            return None
        form = "quoted" if at + 1 in self.opens or not headline else "clause"
        content = at + 1, self.body if headline else len(self.words)
        speaker = Speaker(((first, at),), "phrase before the colon", labelled=True)
        return Frame(LABEL, (at, at + 1), first, at + 1, speaker, content=content, form=form)

    def message(self) -> Frame | None:
        """Lind has some advice for Holm: do not sell: a noun of saying, a colon, and what somebody says."""
        for colon in range(self.first + 3, self.body - 3):
            if self.words[colon] != ":" or self.quoted(colon) or colon + 1 in self.opens:
                continue
            reach = range(colon - 1, max(self.first + 1, colon - MESSAGE), -1)
            noun = next((at for at in reach if self.low[at] in MESSAGES), 0)
            subject = self.main_subject(noun, sure=True) if noun else None
            if (
                subject is None
                or not self.speaks(subject[0])
                or any(map(self.is_finite, self.low[noun + 1 : colon]))
            ):
                continue
            content = colon + 1, self.body
            return Frame(
                LABEL,
                (noun, noun + 1),
                subject[1],
                colon + 1,
                as_subject(subject[0]),
                content=content,
                form="clause",
            )
        return None

    def _is_speech(self, at: int) -> bool:
        """Whether a paragraph behind a name says something: it has a verb, and is no entry of a list."""
        said = self.low[at : at + LONGEST_OPENING]
        return len(self.words) - at >= SHORTEST_SPEECH and not SPOKEN.isdisjoint(said)

    def _is_speaker(self, colon_at: int, headline: bool) -> bool:
        """Whether the words before a colon are a name or a document, and no label."""
        words, low = self.words[self.first : colon_at], self.low[self.first : colon_at]
        if any(not word[0].isalnum() and word not in IN_NAMES for word in words):
            return False
        if not NO_LABELS.isdisjoint(low) or (low[0] in w.QUESTION_WORDS and not words[0].isupper()):
            return False
        if low[-1] in FORMS and len(low) > 1 and low[-1] not in w.DOCUMENTS:
            return False
        if headline:
            shouted = len(words) > 1 and all(word.isupper() for word in words) and GIVEN.isdisjoint(low)
            return is_name(words[0]) and low[0] not in w.PREPOSITIONS and not shouted
        return all(is_name(word) or not word[0].isalnum() for word in words)

    def _trailing_source(self) -> Frame | None:
        last = self.body - 1
        if quote := self.opens.get(self.first):
            at = quote.close + 1
            if self.word(at) == ":" and at < last <= at + TRANSCRIPT_NAME and is_name(self.words[at + 1]):
                return self.signed(at, (self.first, at))
        at = next((k for k in range(max(self.first + 3, last - 4), last) if self.word(k) == ":"), -1)
        listed = self.low[last] in w.DOCUMENTS | TRAILING_SOURCES
        named = self.low[last] in SPEAKING and all(map(is_name, self.words[at + 1 : self.body]))
        named = named and NO_LABELS.isdisjoint(self.low[self.first : at])  # "Sham debunked: White House"
        return self.signed(at, (self.first, self.body)) if at >= 0 and (listed or named) else None

    def signed(self, mark: int, section: Range) -> Frame:
        """The frame of whoever stands between a mark and the end of the sentence."""
        speaker = Speaker(((mark + 1, self.body),), "signature")
        return Frame(LABEL, (mark, mark + 1), mark, self.body, speaker, section)
