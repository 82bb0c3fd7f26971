"""Reporting verbs in a sentence, told from the nouns and adjectives that look like them."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.glyphs import APOSTROPHES
from provenance.languages.en.noun_phrases import is_phrase_opener
from provenance.languages.en.sentences import Sentence
from provenance.languages.en.verbs import Form, FormKind, Verb, reporting_forms
from provenance.languages.en.words import (
    ADJECTIVE_ENDINGS,
    AND_OR,
    AUXILIARIES,
    BE,
    BY,
    CLAUSE_OPENERS,
    CONTRACTED_AUXILIARIES,
    CONTRACTED_SUBJECTS,
    DETERMINERS,
    HAVE,
    LONE_SUBJECTS,
    OF,
    PASSIVE_AUXILIARIES,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    THAT,
    TO,
    endings,
    is_adverb,
    is_name,
    is_possessive,
    of,
)

#: Verbs whose "-ed" form with "be" is no passive of saying.
_NO_PASSIVES = of("no_passives")
_EXPLETIVES = endings("no_subject_contractions")
_HANGING = of("hanging_participles")
_NO_FINITE_BEFORE = of("no_finite_before")
_NO_PLURALS = endings("ending_plural_not")
_NOUN_OBJECTS = of("noun_objects")
_PERFECT_ADVERBS = of("perfect_adverbs")
_PLURAL_SUBJECTS = of("plural_subjects") | {"%"}
_READ = of("read")
_SINGULAR_SUBJECTS = of("singular_subjects")
_THIRD_SUBJECTS = SUBJECT_PRONOUNS | of("third_subjects")


@dataclass(slots=True)
class Cue:
    """A reporting verb with its auxiliaries."""

    verb: Verb
    at: int
    """Token of the verb itself."""
    first: int
    """First token of the verb group: an auxiliary, "not", "to", or the verb."""
    kind: FormKind
    passive: bool = False
    infinitive: bool = False
    """The verb stands behind "to"."""
    auxiliary: str = ""
    """The auxiliary next to the verb, be it one in a word with its pronoun: "is" in "he's saying"."""
    before: int = -1
    """Token before the verb group, adverbs skipped; -1 if it opens the sentence."""

    @property
    def finite(self) -> bool:
        """Whether the verb group has a tense, so that a subject stands before or behind it."""
        return not self.infinitive and (self.kind != "ing" or self.auxiliary != "") and not self.passive

    @property
    def noun(self) -> bool:
        """Whether the verb's base and third person are nouns as well: "report", "claims"."""
        return "n" in self.verb.allows


def find_cues(sentence: Sentence, candidates: list[int]) -> list[Cue]:
    """The reporting verbs among the tokens `candidates`, in order."""
    forms = reporting_forms()
    found = []
    for at in candidates:
        if sentence.outer[at] < 0 and not _is_proper(sentence, at):
            cue = _verb_group(sentence, at, forms[sentence.lower[at]])
            if _is_verb(sentence, cue):
                found.append(cue)
    return found


def _is_proper(sentence: Sentence, at: int) -> bool:
    """Whether a capital within the sentence makes the word a name: "the United States", "the Post"."""
    return at > sentence.first and is_name(sentence.words[at]) and sentence.passage.block.kind == "paragraph"


def _verb_group(sentence: Sentence, at: int, form: Form) -> Cue:
    """The verb with what belongs to it on its left: auxiliaries, "not", "to" and the adverbs between them."""
    lower = sentence.lower
    cue = Cue(form.verb, at, at, form.kind)
    before = at - 1
    while word := sentence.word(before):
        if word in AUXILIARIES:
            cue.auxiliary = cue.auxiliary or word
            cue.first = before
        elif word in TO and form.kind == "base" and not cue.auxiliary:
            cue.infinitive, cue.first = True, before
            break
        elif word in CONTRACTED_SUBJECTS and cue.first - before == 1 and not word.startswith(_EXPLETIVES):
            cue.auxiliary = cue.auxiliary or _contracted(word, form)
            break
        elif not is_adverb(word) and not (word in _PERFECT_ADVERBS and lower[before - 1] in HAVE):
            break
        before -= 1
    cue.before = before if before >= sentence.first else -1
    return cue


def _contracted(word: str, form: Form) -> str:
    """The auxiliary in "he's", "they've", "she'd", as far as the form of the verb tells it."""
    for form_of, auxiliary in CONTRACTED_AUXILIARIES.items():
        if word.endswith(tuple(apostrophe + form_of for apostrophe in APOSTROPHES)) or form.kind == form_of:
            return auxiliary
    return CONTRACTED_AUXILIARIES["past" if form.kind == "participle" else "base"]


def _is_verb(sentence: Sentence, cue: Cue) -> bool:
    previous = sentence.lower[cue.before] if cue.before >= 0 else ""
    if cue.kind in ("past", "participle"):
        return _past(sentence, cue, previous)
    if cue.kind == "ing":
        noun = (
            previous in DETERMINERS
            or is_possessive(previous)
            or (cue.before == cue.at - 1 and previous in OF)
        )
        return bool(cue.auxiliary) or not noun or sentence.word(cue.at + 1) in _NOUN_OBJECTS
    return _third_person(sentence, cue, previous) if cue.kind == "s" else _base(sentence, cue, previous)


def _past(sentence: Sentence, cue: Cue, previous: str) -> bool:
    """Whether a past form is a finite verb or a passive; the cue's `passive` is set."""
    if cue.auxiliary in PASSIVE_AUXILIARIES:
        cue.passive = cue.verb.infinitive not in _NO_PASSIVES
        return True
    if cue.auxiliary:
        # "would say" has no past form, but "read" has only one.
        return cue.auxiliary in HAVE or (cue.kind == "past" and cue.verb.infinitive in _READ)
    follows = sentence.word(cue.at + 1)
    if follows in BY or (follows in TO and "h" in cue.verb.allows and "i" not in cue.verb.allows):
        # "criticised by X"; headlines drop the auxiliary: "Thousands told to leave".
        cue.passive = True
        return True
    if cue.kind == "participle" or (previous in DETERMINERS and previous not in LONE_SUBJECTS):
        return False
    if cue.before >= 0:
        word = sentence.words[cue.before]
        if (
            is_possessive(word)
            or (previous in PREPOSITIONS and word[0].islower())
            or previous in _NO_FINITE_BEFORE
        ):
            return False
    if cue.at == sentence.first or previous in _HANGING:
        # "Asked about the plan, X said": a participle whose subject comes behind it.
        cue.passive = "h" in cue.verb.allows
        return cue.passive
    return True


def _third_person(sentence: Sentence, cue: Cue, previous: str) -> bool:
    if not cue.noun:
        return previous not in DETERMINERS or previous in LONE_SUBJECTS
    if cue.before < 0 or previous in _THIRD_SUBJECTS:
        return cue.before >= 0
    word = sentence.words[cue.before]
    if not word[0].isalnum() or is_possessive(word) or previous in DETERMINERS or previous in PREPOSITIONS:
        return False
    if not _complement_opens(sentence, cue):
        return _waited_for(sentence, cue.at)
    if is_name(word) or cue.before < cue.at - 1 or sentence.passage.block.kind == "headline":
        return True
    noun = not previous.endswith(ADJECTIVE_ENDINGS) and _singular(sentence, cue.before)
    return noun and sentence.lower[cue.at + 1] not in OF


def _singular(sentence: Sentence, at: int) -> bool:
    """Whether the noun at `at` belongs to a phrase with a determiner or a name: "the study", not "news"."""
    for k in range(at - 1, max(sentence.first, at - 5) - 1, -1):
        low = sentence.word(k)
        if not low or not low[0].isalnum() or low in PREPOSITIONS or low in CLAUSE_OPENERS:
            return False
        if low in DETERMINERS or is_possessive(sentence.words[k]) or is_name(sentence.words[k]):
            return True
    return False


def _complement_opens(sentence: Sentence, cue: Cue) -> bool:
    """Whether what follows a form that may be a noun is what its verb asks for."""
    at = cue.at + 1
    if at >= sentence.body:
        return False
    low = sentence.lower[at]
    if sentence.opens(at) or low in cue.verb.prepositions or low in THAT or low in QUESTION_WORDS:
        return True
    if low in TO:
        return "i" in cue.verb.allows
    return is_phrase_opener(sentence, at) and low not in AND_OR


def _waited_for(sentence: Sentence, at: int) -> bool:
    """Whether a quotation that lacks its frame closed a few words before: "…," the lawyers claim in court."""
    return any(
        sentence.closes(k) is not None and sentence.words[k - 1] in ",?!"
        for k in range(at - 2, max(sentence.first, at - 9), -1)
    )


def _base(sentence: Sentence, cue: Cue, previous: str) -> bool:
    """Whether a base form is an infinitive or a plural's present."""
    if cue.infinitive:
        return True
    if cue.auxiliary:
        return cue.auxiliary not in BE and cue.auxiliary not in HAVE
    if cue.before < 0 or previous in PREPOSITIONS or is_possessive(sentence.words[cue.before]):
        return False
    if previous in LONE_SUBJECTS:
        return previous not in _SINGULAR_SUBJECTS
    if previous in _PLURAL_SUBJECTS:
        return True
    if previous in DETERMINERS:
        return False
    plain = not cue.noun and "q" in cue.verb.allows
    if sentence.breaks(cue.before):
        # An aside stands before the verb: "some economists - … - warn that".
        return plain or sentence.word(cue.at + 1) in THAT
    if previous in AND_OR:
        return plain
    plural = previous[0].isalpha() and previous.endswith("s") and not previous.endswith(_NO_PLURALS)
    return plural and (not cue.noun or _complement_opens(sentence, cue) or _waited_for(sentence, cue.at))
