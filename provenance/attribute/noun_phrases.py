"""A noun phrase's tokens as its readers ask for them: capitals, determiners, heads, and the words as printed."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.attribute.lexis import GENERATIONS, SourceWords, by_noun
from provenance.attribute.nominative import is_adjective, is_quantity
from provenance.glyphs import APOSTROPHES, QUOTES
from provenance.passage import Passage
from provenance.words import words as listed

#: Words inside a name that are written small, in whatever language the name is.
PARTICLES = listed("all", "names", "particles")
#: What makes a company of the names that it joins: "Falk & Söhne".
COMPANY = frozenset("&+")
#: Letters of the abbreviation at the end of a club's name.
LONGEST_CLUB = 4
#: A genitive's ending with either apostrophe.
GENITIVES = tuple(apostrophe + "s" for apostrophe in APOSTROPHES)


class PhraseWords:
    """The tokens of one passage with the words of its language."""

    def __init__(self, passage: Passage, known: SourceWords) -> None:
        self.words, self.lower, self.passage = passage.words, passage.lower, passage
        self.known, self.lexicon = known, known.lexicon

    def capital(self, at: int) -> bool:
        word = self.words[at]
        initial = len(word) == 1 and at + 1 < len(self.words) and self.words[at + 1] == "."
        if self.is_compound_adjective(word):
            return False
        return is_capital(word) and (initial or self.lower[at] not in self.lexicon.articles)

    def is_compound_adjective(self, word: str) -> bool:
        """ "Reno-educated": whether an adjective only begins with a name."""
        _, hyphen, last = word.rpartition("-")
        return bool(hyphen) and last.islower() and last.endswith(self.known.compound_adjectives or ("\0",))

    def undetermined(self, tokens: Sequence[int]) -> tuple[str, list[int]]:
        """The first determiner, and the phrase without those that no name keeps."""
        lexicon = self.lexicon
        first = next((n for n, at in enumerate(tokens) if self.words[at][0].isalnum()), 0)
        tokens = list(tokens[first:])
        number, determiner = 0, ""
        while number < len(tokens) - 1 and (
            self.lower[tokens[number]] in lexicon.definite
            or self.lower[tokens[number]] in lexicon.indefinite
            or self.lower[tokens[number]] in self.known.dropped
        ):
            indefinite = self.lower[tokens[number]] in lexicon.indefinite
            if indefinite and self.lower[tokens[number + 1]] in self.known.governing:
                break  # "one of the delegates"
            if number and (self.words[tokens[number]][0].isupper() or determiner in lexicon.indefinite):
                return determiner, tokens  # "einer der Feuerwehrleute"
            determiner = determiner or self.lower[tokens[number]]
            number += 1
        if not determiner and tokens and self.lower[tokens[0]] in lexicon.articles:
            determiner = self.lower[tokens[0]]
        return determiner, tokens[number:]

    def without_attribute(self, tokens: Sequence[int]) -> list[int]:
        """ "eine von der Stadt bestellte Studie" → "eine Studie der Stadt": a participle before the noun goes with all that
        hangs on it, but for a maker whose article is the same in the genitive."""
        known = self.known
        aged = [n for n, at in enumerate(tokens[:-1]) if n > 1 and self.lower[at] in known.old]
        if aged and self.words[tokens[aged[0] - 2]].isdigit():
            tokens = [*tokens[: aged[0] - 2], *tokens[aged[0] + 1 :]]  # "der 52 Jahre alte Ingenieur"
        first = 1 if tokens and self.lower[tokens[0]] in self.lexicon.articles else 0
        opens = self.lower[tokens[first]] if first < len(tokens) - 2 else ""
        if not first or not known.capital_nouns or not (opens in known.governing or opens.isdigit()):
            return list(tokens)
        for number in range(first + 1, len(tokens) - 1):
            word, noun = self.words[tokens[number]], self.words[tokens[number + 1]]
            if word[0].islower() and word.endswith(known.attributes) and noun[0].isupper():
                maker = tokens[first + 1 : number] if opens in known.made_by and not opens.isdigit() else ()
                owned = len(maker) > 1 and self.lower[maker[0]] in known.governing_articles
                rest = tokens[number + 1 :]
                owned = owned and len(rest) == 1
                return [*tokens[:first], *rest, *(maker if owned else ())]
        return list(tokens)

    def head(self, tokens: Sequence[int]) -> int:
        """Number of the noun on which the rest hangs: the last before what hangs on it."""
        last = 0
        for number, at in enumerate(tokens):
            lower = self.lower[at]
            if number and (lower in self.known.governing or lower in self.known.relatives):
                if not self.known.capital_nouns and self.lower[tokens[last]].endswith(self.known.participles):
                    last = max(last - 1, 0)  # "papers obtained by"
                break
            if number and lower in self.known.governing_articles and self.known.capital_nouns:
                break
            if not self.words[at][0].isalnum():
                continue
            if self.known.capital_nouns:
                if self.words[at][0].isupper() and (
                    not last or not self.words[tokens[last]][0].isupper() or number == last + 1
                ):
                    last = number
                    if self._is_cut_short(tokens, number):
                        while self._is_cut_short(tokens, number):
                            number += 2
                        return number  # "Deutscher Städte- und Gemeindebund"
                    if self.is_listed(lower) and number + 1 < len(tokens):
                        adjective = is_adjective(self.words[at], self.known.code) or is_quantity(
                            lower, self.known.code
                        )
                        if adjective and self.capital(tokens[number + 1]):
                            continue  # "Allgemeiner Deutscher Fahrrad-Club", "Linke Aktivisten"
                        return number
            else:
                last = number
        return last

    def _is_cut_short(self, tokens: Sequence[int], number: int) -> bool:
        """Whether a word is the first part of a compound that shares its head with the one behind "und" or a comma."""
        return (
            number + 2 < len(tokens)
            and self.words[tokens[number]].endswith("-")
            and (
                self.lower[tokens[number + 1]] in self.known.coordinators
                or self.words[tokens[number + 1]] == ","
            )
            and self.words[tokens[number + 2]][0].isupper()
        )

    def is_listed(self, noun: str) -> bool:
        return self.known.is_role(noun) or by_noun(noun, self.lexicon) is not None

    def is_classifier(self, noun: str) -> bool:
        classifiers = self.known.classifiers
        for suffix in self.lexicon.suffixes:
            if noun.endswith(suffix) and noun[: -len(suffix)] in classifiers:
                return True
        noun = noun.removesuffix("s") if self.known.capital_nouns else noun
        return noun in classifiers or (
            self.known.capital_nouns and any(noun.endswith(entry) for entry in classifiers if len(entry) > 4)
        )

    def gender_of_role(self, offices: Sequence[str], determiner: str) -> str:
        lexicon = self.lexicon
        for office in offices:
            if office.endswith(tuple(lexicon.female_offices)):
                return "f"
        if not self.known.male_roles.isdisjoint(offices):
            return "m"
        if not offices or not lexicon.feminine_articles:
            return ""
        if determiner in lexicon.feminine_articles and determiner not in lexicon.masculine_articles:
            return "f"
        by_article = offices[-1].endswith(self.known.roles_by_article)
        return "" if by_article and not determiner else "m"  # an office without a woman's ending

    def party(self, before: Sequence[int]) -> str:
        for at in before:
            first, hyphen, _ = self.words[at].partition("-")
            if hyphen and first.lower() in self.known.parties:
                return first
        return ""

    def employer(self, tokens: Sequence[int]) -> str:
        """What hangs on a role: "Sprecher der Deutschen Bank", "lawyer for the news outlets"."""
        for number, at in enumerate(tokens):
            if number and (
                self.lower[at] in self.known.governing or self.lower[at] in self.known.governing_articles
            ):
                return self.printed(
                    self.undetermined(
                        tokens[number + 1 :] if self.lower[at] in self.known.governing else tokens[number:]
                    )[1]
                )
        return ""

    def joined(self, words: Sequence[str], tokens: Sequence[int]) -> str:
        """Words with the blanks of the text between their tokens, without marks at the ends."""
        starts, ends = self.passage.starts, self.passage.ends
        out = ""
        for number, (word, at) in enumerate(zip(words, tokens, strict=True)):
            out += " " if number and starts[at] != ends[tokens[number - 1]] else ""
            out += word
        if out.endswith(GENITIVES) and len(words) > 1:
            out = out[:-2]
        return _unmarked(out) if not out.endswith(GENITIVES) else out

    def printed(self, tokens: Sequence[int]) -> str:
        return self.joined([self.words[at] for at in tokens], tokens) if tokens else ""


def _unmarked(label: str) -> str:
    """A label without marks around it; one that closes what opens within stays."""
    bare = label.strip(QUOTES + " ,")
    inner = sum(glyph in QUOTES for glyph in bare)
    if inner % 2 and label.rstrip(" ,")[-1:] in QUOTES:
        return label.strip(" ,")  # "Bericht der „New York Times“"
    return bare


def without_genitive(word: str) -> str:
    """A word without an apostrophe and s at its end."""
    return word[:-2] if word.endswith(GENITIVES) else word


def is_club(word: str) -> bool:
    """Whether a word is the abbreviation behind a club's name: "Hertha BSC"; no numeral."""
    return word.isupper() and 1 < len(word) <= LONGEST_CLUB and word.lower() not in GENERATIONS


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: "Baradei", "el-Baradei"."""
    if word[0].isupper():
        return True
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and particle in PARTICLES and rest[:1].isupper()


def is_shouted(words: Sequence[str], at: int, behind: int) -> bool:
    """Whether a word is all capitals beside one that is not, as an abbreviation is: "MAX Police"."""
    word = words[at]
    return len(word) > 1 and word.isupper() and not words[behind].isupper()
