"""A source's words read once: who is named in which role, or what the thing that speaks is called.

A noun phrase is a determiner, adjectives, a head, what hangs on it (of, von, a genitive), and appositions behind
commas or in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from provenance.attribute.kinds import type_of
from provenance.attribute.lexis import SourceWords, by_noun, given_gender
from provenance.attribute.noun_phrases import COMPANY, GENITIVES, without_genitive
from provenance.attribute.own_names import NameReader
from provenance.attribute.records import SourcePhrase
from provenance.attribute.things import ThingReader
from provenance.glyphs import APOSTROPHES, DASHES, DOUBLE, one_of
from provenance.model import SourceType
from provenance.passage import Passage

#: What an apostrophe hangs on a pronoun: he's, I’d.
_CONTRACTED = re.compile(rf"(?<=\w){one_of(APOSTROPHES)}\w{{1,2}}$")
#: Words of a quotation that may be a name, its marks counted.
LONGEST_TITLE = 5
#: The genitive of a name, and the letters that such a name has at least.
OWNS, SHORTEST_OWNER = "s", 3
#: What opens the name of an account: "@lund".
HANDLE = "@"
#: Letters of an abbreviation.
LONGEST_SHORT = 7
#: Whose report is no document of its own: the medium speaks.
MEDIA: frozenset[SourceType] = frozenset({"outlet", "agency"})
_NUMBER = re.compile(r"\d[\d.,:]*")


def is_short(word: str) -> bool:
    """Whether a word is an abbreviation by its capitals: "CDC", "GdP", "WHO"."""
    return word.isalpha() and LONGEST_SHORT >= len(word) > 1 and sum(map(str.isupper, word)) > len(word) / 2


def read_phrase(
    passage: Passage, ranges: Sequence[tuple[int, int]], known: SourceWords
) -> SourcePhrase | None:
    """The phrase that stands in some token ranges; None if its words can be no source."""
    tokens = [at for first, after in ranges for at in range(first, after)]
    if not tokens:
        return None
    return _Reader(passage, known).read(tokens)


class _Reader(NameReader, ThingReader):
    def read(self, tokens: list[int]) -> SourcePhrase | None:
        text = self.printed(tokens)
        if text.startswith(HANDLE) and " " not in text:
            return SourcePhrase(text, text, name=(text,))
        tokens = self._trimmed(tokens)
        if not tokens:
            return None
        lower = [self.lower[at] for at in tokens]
        lower[0] = _CONTRACTED.sub("", lower[0])
        speaks = (
            lower[0] in self.known.first_person
            or lower[0] in self.lexicon.pronouns
            or lower[0] in self.lexicon.impersonal
        )
        if len(tokens) == 1 and self.words[tokens[0]].isupper() and len(lower[0]) > 1:
            speaks = False  # "WHO", "IT"
        noun = lower[1:] == [lower[-1]] or (
            len(lower) == 3 and lower[1].endswith(self.known.adjective_ends or ("\0",))
        )
        if speaks and (
            len(tokens) == 1
            or (noun and lower[-1] in self.lexicon.report_nouns and lower[0] not in self.lexicon.definite)
        ):
            return SourcePhrase(text, "", pronoun=lower[0])
        if speaks and len(tokens) > 2 and _CONTRACTED.search(self.lower[tokens[0]]):
            return None  # "he's pleased to see": a clause
        if len(tokens) == 2 and lower[0] in self.lexicon.own:
            return SourcePhrase(text, "", pronoun=lower[0])
        judged = lower[0].endswith(self.known.judging_endings or ("\0",)) and not self.is_listed(lower[0])
        if len(tokens) > 2 and judged and lower[1] in self.known.viewpoints:
            tokens = tokens[2:]  # "Erschreckend für Lind: …"
        tokens, owned = self._owner_of_report(self._without_attribute(tokens))
        tokens = self._medium_of(tokens) or self._behind_report(tokens)
        if (
            lower[1:] == [lower[-1]]
            and lower[0] in self.lexicon.definite
            and lower[1] in self.known.same_reports
        ):
            return SourcePhrase(text, self.words[tokens[-1]], head=lower[1], determiner=lower[0])
        if not tokens or self._is_empty(tokens):
            return None
        owned = owned or self._is_owner_behind(tokens)
        segments, brackets = self._segments(tokens)
        if not segments:
            return None  # nothing but a bracket
        segments = self._without_place(segments)
        phrase = self._joint(segments) or self._named_group(segments) or self._apposed(segments)
        if phrase is None or not phrase.label.strip():
            return None
        party = next((words for words in brackets if words.lower() in self.known.parties), phrase.party)
        short = next((words for words in brackets if is_short(words)), "")
        if owned and not self.known.capital_nouns:
            parts = tuple(map(without_genitive, phrase.name))
            phrase = replace(
                phrase, name=parts, label=without_genitive(phrase.label), head=without_genitive(phrase.head)
            )
        elif owned and phrase.name:
            name = (*phrase.name[:-1], phrase.name[-1].removesuffix(OWNS))
            phrase = replace(phrase, name=name, label=" ".join(name))
        return replace(phrase, text=text, party=party, short=short)

    @cached_property
    def _never_opens(self) -> frozenset[str]:
        """Words that are no source and open none; determiners do."""
        return self.known.no_sources - self.known.dropped

    def _without_attribute(self, tokens: list[int]) -> list[int]:
        """ "einer am Sonntag veröffentlichten Erklärung des Amts", "die in Nordby erscheinende „Rundschau“": a paper without
        the participle that says where or when it came out."""
        lower, known = self.lower, self.known
        opens = len(tokens) > SHORTEST_OWNER and lower[tokens[0]] in self.lexicon.articles
        if not opens or not known.capital_nouns or lower[tokens[1]] not in known.governing:
            return tokens
        for number in range(3, len(tokens) - 1):
            at, behind = tokens[number], tokens[number + 1]
            if self.words[at][0].islower() and self.capital(tokens[number - 1]):
                paper = lower[behind] in known.statements or lower[behind].endswith(known.media_reports)
                named = paper or self.words[behind] in DOUBLE
                return [tokens[0], *tokens[number + 1 :]] if named else tokens
        return tokens

    def _owner_of_report(self, tokens: list[int]) -> tuple[list[int], bool]:
        """ "Ida Lunds Fazit" → "Ida Lunds", True: the owner of an opinion speaks; "the Courier's report" → "the Courier's";
        else the tokens as they are."""
        if len(tokens) < 2:
            return tokens, False
        if not self.known.capital_nouns:
            owner = self.words[tokens[-2]]
            report = self.lower[tokens[-1]].endswith(self.known.media_reports)
            owned = report and owner[0].isupper() and owner.endswith(GENITIVES)
            if report and not owned and self.capital(tokens[-2]):
                first = next(
                    (n + 1 for n in range(len(tokens) - 2, -1, -1) if not self.capital(tokens[n])), 0
                )
                named = tokens[first:-1]  # "a Harbour Courier report"
                medium = self._noun_phrase(named)
                whole = medium is not None and type_of(medium, self.known) in MEDIA
                return (named if whole else tokens), False
            return (tokens[:-1], True) if owned else (tokens, False)
        noun, owner = self.lower[tokens[-1]], self.words[tokens[-2]]
        report = noun in self.lexicon.report_nouns or noun.endswith(self.lexicon.abstract_endings)
        owns = owner[0].isupper() and owner.endswith(OWNS) and not self.is_listed(owner.lower())
        first = self.lower[tokens[0]] not in self.lexicon.articles and self.words[tokens[0]][0].isupper()
        if report and owns and first and len(owner) > SHORTEST_OWNER:
            return tokens[:-1], True
        return tokens, False

    def _is_owner_behind(self, tokens: Sequence[int]) -> bool:
        """ "nach Angaben Ida Lunds": whether a bare name right behind a noun of saying is a genitive."""
        first, last = tokens[0], self.words[tokens[-1]]
        behind = self.known.capital_nouns and first > 0 and self.lower[first - 1] in self.lexicon.report_nouns
        bare = all(self.capital(at) for at in tokens) and not self.is_listed(self.lower[first])
        return behind and bare and last.endswith(OWNS) and len(last) > SHORTEST_OWNER

    def _trimmed(self, tokens: list[int]) -> list[int]:
        """Without marks at its ends, words that open no source, and an adverbial of time at its end."""
        first, after = 0, len(tokens)
        while (
            first < after
            and (
                not self.words[tokens[first]][0].isalnum()
                or (
                    self.lower[tokens[first]] in self._never_opens
                    and after - first > 1
                    and self.lower[tokens[first + 1]] not in self.known.relatives  # "those who live nearby"
                )
                or (
                    self.lower[tokens[first]] in self.known.governing
                    and self.words[tokens[first]][0].islower()
                    and self._begins_with_name(tokens[first + 1 : after])
                )
            )
        ):
            first += 1
        for at in range(after - 1, first, -1):
            openers = self.lower[tokens[at]] in self.known.time_openers
            # "Welt am Sonntag" between marks is a title.
            if openers and not self.passage.quoted(tokens[at]) and self._is_time(tokens[at + 1 : after]):
                after = at
                break
        while after - first > 1 and self.lower[tokens[after - 1]] in self.known.no_surnames:
            after -= 1  # "Ida Lund just"
        while after > first and not self.words[tokens[after - 1]][0].isalnum():
            if self.words[tokens[after - 1]] in (")", "]", ".") or self.words[tokens[after - 1]] in DOUBLE:
                break
            after -= 1
        return tokens[first:after]

    def _begins_with_name(self, tokens: Sequence[int]) -> bool:
        """Whether a preposition before a phrase was left over from its frame: "von Grab", not "auf Kreta lebende"."""
        return (
            bool(tokens)
            and (self.capital(tokens[0]) or self.lower[tokens[0]] in self.lexicon.articles)
            and all(self.words[at][0].isupper() or self.lower[at] in self.lexicon.articles for at in tokens)
        )

    def _is_time(self, tokens: Sequence[int]) -> bool:
        return (
            all(
                self.lower[at] in self.known.times
                or self.lower[at] in self.lexicon.articles
                or self.words[at][0].isdigit()
                or not self.words[at][0].isalnum()
                for at in tokens
            )
            and len(tokens) <= 4
        )

    def _behind_report(self, tokens: list[int]) -> list[int]:
        """ "Angaben der Polizei" → "der Polizei", "a statement from the bank" → "the bank"; the noun stays where
        nobody stands behind it."""
        lexicon = self.lexicon
        for number, at in enumerate(tokens[:4]):
            word = self.lower[at]
            if word in lexicon.report_nouns or word in self.known.statements:
                rest = self._behind_participle(tokens[number + 1 :])
                hangs = bool(rest) and (
                    self.lower[rest[0]] in lexicon.report_prepositions
                    or self.lower[rest[0]] in self.known.governing_articles
                    or (word in lexicon.report_nouns and self.words[rest[0]][0].isupper())
                    or (self.known.capital_nouns and self.lower[rest[0]] not in self.known.governing)
                    or (
                        len(rest) > 1 and self.lower[rest[-1]] in self.known.put_out
                    )  # "figures NASA released"
                )
                if not hangs:
                    break
                return self._behind_report(rest[self.lower[rest[0]] in lexicon.report_prepositions :])
            if self.words[at][0].isupper() and word not in lexicon.articles:
                break
        return tokens

    def _behind_participle(self, tokens: list[int]) -> list[int]:
        """ "issued by the mayor" → "by the mayor": what follows a noun of saying, without how it came out."""
        out = len(tokens) > 1 and self.lower[tokens[0]] in self.known.put_out
        return tokens[out:]

    def _medium_of(self, tokens: list[int]) -> list[int]:
        """ "einem Bericht der „New York Times“", "a report by the AP" → the medium, which is who reports; else
        nothing."""
        for number, at in enumerate(tokens[:4]):
            if not self.lower[at].endswith(self.known.media_reports):
                if self.capital(at) and self.known.capital_nouns:
                    break
                continue
            rest = tokens[number + 1 :]
            if len(rest) < 2 or not (
                self.lower[rest[0]] in self.known.governing_articles
                or self.lower[rest[0]] in self.known.governing
            ):
                break
            rest = rest[self.lower[rest[0]] not in self.known.governing_articles :]
            phrase = self._noun_phrase([at for at in rest if self.words[at] not in "()"])
            return rest if phrase is not None and type_of(phrase, self.known) in MEDIA else []
        return []

    def _is_quoted_clause(self, tokens: Sequence[int]) -> bool:
        """Whether a phrase is nothing but quoted words that go on in lower case: a heading or a saying, no name."""
        passage, words = self.passage, self.words
        return (
            passage.quoted(tokens[0])
            and len(tokens) > LONGEST_TITLE
            and all(passage.quoted(at) for at in tokens)
            and sum(words[at][0].islower() for at in tokens) * 2 >= len(tokens) - 2
        )

    def _is_empty(self, tokens: Sequence[int]) -> bool:
        """Quantities, times, and reports behind which nobody stands."""
        lower = [self.lower[at] for at in tokens if self.words[at][0].isalnum()]
        content = [word for word in lower if word not in self.lexicon.articles]
        if len(lower) > 1 and _NUMBER.fullmatch(lower[0]) and lower[1] in self.known.governing:
            return True  # "2019 über den Kampf"
        if self._is_quoted_clause(tokens):
            return True
        if self._is_paper(tokens):
            return False
        if len(lower) == 1 and lower[0] in self.lexicon.crowds | self.lexicon.persons:
            return False  # "some fear that", "another said"
        counted = self.lexicon.numbers if self.known.capital_nouns else frozenset()
        if all(
            word in self.known.no_sources or word in counted or _NUMBER.fullmatch(word) for word in content
        ):
            return True
        if content[-1] in self.lexicon.report_nouns and len(content) <= 2:
            return len(content) == 1 or content[0] in self.known.empty_reports
        return False

    def _is_paper(self, tokens: Sequence[int]) -> bool:
        """ "the Times": a capital behind the article makes a paper of a word for something else."""
        if len(tokens) != 2:
            return False
        return self._is_masthead_word(tokens[1], self.lower[tokens[0]])

    def _segments(self, tokens: Sequence[int]) -> tuple[list[list[int]], list[str]]:
        """The stretches between commas up to a relative clause, and what stands in brackets."""
        segments: list[list[int]] = [[]]
        brackets: list[str] = []
        inside: list[int] = []
        depth = 0
        for number, at in enumerate(tokens):
            word = self.words[at]
            cut_short = number > 0 and self.words[tokens[number - 1]].endswith("-")
            if word in "([":
                depth, inside = depth + 1, []
            elif word in ")]":
                depth = max(depth - 1, 0)
                if inside:
                    brackets.append(self.printed(inside))
            elif depth:
                inside.append(at)
            elif (word == "," and not cut_short) or word in DASHES:
                segments.append([])  # "Gesundheits-, Sozial- und Umweltamt" is one
            else:
                segments[-1].append(at)
        kept = [segments[0]]
        for segment in segments[1:]:
            if segment and self.lower[segment[0]] in self.known.relatives:
                break
            if segment:
                kept.append(segment)
        return [segment for segment in kept if segment], brackets

    def _without_place(self, segments: Sequence[list[int]]) -> list[list[int]]:
        """A phrase whose town and state stand in commas, without the two: "the lab in Reno, Nevada,"."""
        if self.known.capital_nouns or len(segments) != 2 or not all(map(self.capital, segments[1])):
            return list(segments)
        first = segments[0]
        at = len(first)
        while at > 1 and self.capital(first[at - 1]):
            at -= 1
        place = 1 < at < len(first) and self.lower[first[at - 1]] in self.lexicon.place_prepositions
        return (
            [first[: at - 1]]
            if place and not self.known.is_role(self.lower[segments[1][-1]])
            else list(segments)
        )

    def _joint(self, segments: Sequence[list[int]]) -> SourcePhrase | None:
        """ "Tim Lund and Mara Koch", "Polizei und Staatsanwaltschaft": one source of several."""
        last = segments[-1]
        at = next((n for n, t in enumerate(last) if n and self.lower[t] in self.known.coordinators), -1)
        if at < 0 or at == len(last) - 1 or len(segments) > 4:
            return None
        if self.words[last[at - 1]].endswith("-") or self.words[last[at]] in COMPANY:
            return None  # "die Familien- und Frauenministerin", "Falk & Söhne"
        opens = len(segments[0]) > 1 and self.lower[segments[0][0]] in self.known.both
        if opens:  # "both the Herald and the Echo"
            segments, last = [segments[0][1:], *segments[1:]], last[len(segments) == 1 :]
            at -= len(segments) == 1
        parts = [*segments[:-1], last[:at], last[at + 1 :]]
        if self._hangs(last[:at], last[at + 1 :]):
            return None
        members = [self._noun_phrase(part) for part in parts]
        found = [member for member in members if member is not None]
        if len(found) < len(parts) or not all(map(self._speaks, found)):
            return None
        if len(segments) > 1 and not all(
            member.name and (member.offices or given_gender(member.name[0]) is not None) for member in found
        ):
            return None
        first, second = found[0], found[-1]
        if second.name and second.role and not (first.name or second.determiner or self._speaks_alone(first)):
            return None  # "Betriebsratschefin und Aufsichtsrätin Ida Lund": one person in two roles
        word = self.words[last[at]]
        label = ", ".join(member.label for member in found[:-1]) + f" {word} {second.label}"
        return SourcePhrase(
            "", label, head=first.head, determiner=first.determiner, members=tuple(found), joint=word
        )

    def _named_group(self, segments: Sequence[list[int]]) -> SourcePhrase | None:
        """ "Die beiden Abgeordneten, Otto Lind (Grüne) und Ina Holm (SPD)": several whose names stand behind a comma."""
        if len(segments) < 2:
            return None
        group, joint = self._noun_phrase(segments[0]), self._joint(segments[1:])
        named = joint is not None and all(member.name for member in joint.members)
        return joint if named and group is not None and group.several and not group.name else None

    def _hangs(self, before: Sequence[int], behind: Sequence[int]) -> bool:
        """Whether what stands behind a conjunction belongs to what hangs on the first: "of Health and Services"."""
        hangs = any(self.lower[at] in self.known.governing for at in before[1:])
        opens = (
            self.lower[behind[0]] in self.lexicon.articles or given_gender(self.words[behind[0]]) is not None
        )
        return hangs and not opens and not self.known.is_role(self.lower[behind[0]])

    def _speaks_alone(self, phrase: SourcePhrase) -> bool:
        """Whether a noun without article is a body or a group, and no role of who is named behind it."""
        return not phrase.offices and by_noun(phrase.head, self.lexicon) is not None

    def _speaks(self, phrase: SourcePhrase) -> bool:
        if phrase.name or phrase.determiner or phrase.offices or phrase.bare:
            return True
        return by_noun(phrase.head, self.lexicon) is not None

    def _apposed(self, segments: Sequence[list[int]]) -> SourcePhrase | None:
        """A noun phrase with what stands beside it behind commas: its name, or its role."""
        main = self._noun_phrase(segments[0])
        if main is None:
            return None
        for segment in segments[1:]:
            beside = self._noun_phrase(segment)
            if beside is None:
                continue
            if not main.name and beside.name and self._is_named_beside(main, beside):
                role = main.role or self.printed(self.undetermined(segments[0])[1])
                offices = (*main.offices, *beside.offices)
                gender = beside.gender or main.gender
                main = replace(beside, role=role, offices=offices, gender=gender, employer=main.employer)
            elif main.name and beside.offices and not beside.name:
                offices = (*main.offices, *beside.offices)
                gender = main.gender or beside.gender
                employer = main.employer or beside.employer
                main = replace(
                    main, role=main.role or beside.role, offices=offices, gender=gender, employer=employer
                )
        return main

    def _is_named_beside(self, main: SourcePhrase, beside: SourcePhrase) -> bool:
        """Whether the name behind a comma is that of whom the phrase before describes."""
        titled = beside.name[0].lower() in self.known.part_of_name
        if titled or given_gender(beside.name[0]) is not None or (main.offices and not main.employer):
            return True
        return (
            beside.bare
            and len(beside.name) > 1
            and (bool(main.offices) or (not main.employer and by_noun(main.head, self.lexicon) is None))
        )

    def _noun_phrase(self, tokens: Sequence[int]) -> SourcePhrase | None:
        determiner, body = self.undetermined(self.without_attribute(tokens))
        if not determiner and tokens and tokens[0]:
            determiner = self.known.fused_articles.get(self.lower[tokens[0] - 1], "")
        if not body:
            return None
        runs = list(self.runs(body))
        own = self.own_name(runs, body, determiner)
        if own is not None and not self.owns_role(own, body):
            return self.person(own, body, determiner)
        return self.thing(body, determiner)
