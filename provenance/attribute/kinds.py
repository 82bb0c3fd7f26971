"""What kind of entity a source is, by the head of its phrase and the nouns beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from provenance.attribute.lexis import SourceWords, by_noun
from provenance.attribute.nominative import gender_of_noun, is_adjective_noun, is_one_by_adjective
from provenance.attribute.noun_phrases import COMPANY
from provenance.attribute.records import SourcePhrase
from provenance.glyphs import QUOTES
from provenance.languages.media import media_of
from provenance.model import SourceType
from provenance.passage import plain

#: An abbreviation, a word of a foreign name, a compound with a name before it.
_IS_NAME = re.compile(r"\w*[^\W\d_]\w*[A-ZÄÖÜ]|.*[\d&]|[A-ZÄÖÜ][\w.]*-[A-ZÄÖÜ]").match
#: A site that is called by its address: "ndr.de".
_ADDRESS = re.compile(r"[\w-]+\.[a-z]{2,3}")


def type_of(phrase: SourcePhrase, known: SourceWords) -> SourceType:
    """The type of the source behind a phrase; a person with a name comes first, then what its head says.

    What nothing is known of is an organisation, as firms are called by any word.
    """
    lexicon = known.lexicon
    if phrase.members:
        kinds = [type_of(member, known) for member in phrase.members]
        return kinds[0]
    label, head = phrase.label.lower(), phrase.head
    if phrase.name and not (phrase.bare and label in lexicon.metonyms):
        return "person"
    if label in lexicon.metonyms or phrase.text.lower() in lexicon.metonyms:
        return "metonym"
    if _is_agency(phrase.label):
        return "agency"
    if label in known.countries:
        return "government"
    if not (phrase.offices or COMPANY.isdisjoint(phrase.label)):
        return "organisation"
    if _ADDRESS.fullmatch(phrase.label):
        return "outlet"
    if phrase.classifier and any(map(phrase.classifier.__contains__, media_of(known.code).agency_nouns)):
        return "agency"
    if phrase.classifier:
        return by_noun(phrase.classifier, lexicon) or "organisation"
    media = media_of(known.code)
    if media.may_name(phrase.label) and media.names.fullmatch(phrase.label):
        return "outlet"
    found = by_noun(head, lexicon)
    parts = label.split()
    if parts[-1] in known.public_bodies and not known.public_adjectives.isdisjoint(parts[:-1]):
        return "government"  # "the state water board"
    words = [plain(word.strip(QUOTES + ",.()")) for word in label.split()]
    nouns = [word for word, printed in zip(words, phrase.label.split(), strict=True) if printed[0].isupper()]
    if lexicon.anonymous.intersection(nouns if known.capital_nouns else words) or any(
        entry in label for entry in lexicon.anonymous if " " in entry
    ):
        return "anonymous"
    if head in lexicon.crowds and not phrase.determiner:
        return "crowd"
    if phrase.offices and phrase.determiner in known.of_one:
        return "office"
    if not phrase.name and is_group(head, phrase.determiner, known):
        return "crowd"
    if (phrase.offices or phrase.determiner) and known.is_demonym(head) and not phrase.several:
        return "person"
    if (head in lexicon.persons and not phrase.several) or (
        not known.is_role(head) and is_one_by_adjective(head, known.code)
    ):
        return "person"
    people = phrase.offices or head in lexicon.persons or is_adjective_noun(head, known.code)
    if phrase.several and people:
        return "crowd"
    if phrase.offices and head in phrase.offices and head not in lexicon.crowds:
        return "office"
    if found:
        one = phrase.determiner in lexicon.indefinite or phrase.determiner in lexicon.definite
        return "office" if found == "crowd" and one and phrase.offices else found
    for word in words:
        if kind := by_noun(word, lexicon):
            return kind
    if not phrase.name and not phrase.determiner and head.endswith(known.group_endings or ("\0",)):
        return "crowd"
    return "outlet" if phrase.titled else "organisation"


def is_nameless_thing(phrase: SourcePhrase, known: SourceWords) -> bool:
    """Whether a phrase is an article or an adjective before a common noun of which no list knows that it speaks.

    Only where common nouns have capitals: "die Schneedecke", "wichtige Impulse". A firm of that name has no article, an
    abbreviation has further capitals. Of 74 such names on 813 pages, read by hand, five were somebody ("die Kriminellen").
    """
    words = phrase.label.split()
    if not known.capital_nouns or phrase.name or phrase.offices or phrase.classifier or phrase.titled:
        return False
    if phrase.members or not words or any(_IS_NAME(word) for word in words):
        return False
    if phrase.head.endswith(known.speaking_compounds or ("\0",)):
        return False
    if any(one[0].isupper() and other[0].isupper() for one, other in pairwise(words)):
        return False  # "der Oberste Rat", "die Volksbank Nordby"
    lower = phrase.determiner in known.lexicon.articles or words[0][0].islower()
    return lower and _is_unlisted(phrase, known)


def is_bare_word(phrase: SourcePhrase, known: SourceWords) -> bool:
    """Whether a phrase is one capitalised word of which no list knows that it speaks; where nouns have capitals."""
    if not known.capital_nouns or not phrase.bare or phrase.offices or phrase.classifier or phrase.titled:
        return False
    label = phrase.label
    if phrase.members or not label.replace("-", "").isalpha() or (_IS_NAME(label) and "-" not in label):
        return False
    if phrase.head.endswith(known.speaking_compounds or ("\0",)):
        return False
    return _is_unlisted(phrase, known)


def _is_unlisted(phrase: SourcePhrase, known: SourceWords) -> bool:
    """Whether nothing but its capital makes a phrase a body."""
    kind = type_of(phrase, known)
    return kind == "organisation" and by_noun(phrase.head, known.lexicon) is None


def _is_agency(name: str) -> bool:
    from provenance.ingest.agencies import lookup  # the register is read when the first name is looked up

    return lookup(name) is not None


def is_group(head: str, determiner: str, known: SourceWords) -> bool:
    """Whether a role or a noun for a person stands in the plural: "researchers", "die Skispringerinnen"."""
    lexicon = known.lexicon
    for ending in known.plurals:
        stem = head[: len(head) - len(ending)]
        if (
            head.endswith(ending)
            and (stem in lexicon.persons or known.is_role(stem))
            and head not in lexicon.offices
        ):
            return True
    man = (known.is_role(head) or known.is_demonym(head)) and gender_of_noun(head, known.code) == "m"
    return man and determiner in lexicon.feminine_articles and determiner in lexicon.definite
