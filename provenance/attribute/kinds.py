"""What kind of entity a source is, by the head of its phrase and the nouns beside it."""

from __future__ import annotations

import re

from provenance.attribute.lexis import SourceWords, by_noun
from provenance.attribute.nominative import gender_of_noun
from provenance.attribute.noun_phrases import COMPANY
from provenance.attribute.records import SourcePhrase
from provenance.glyphs import QUOTES
from provenance.languages.media import media_of
from provenance.model import SourceType

#: A site that is called by its address: "ndr.de".
_ADDRESS = re.compile(r"[\w-]+\.[a-z]{2,3}")


def type_of(phrase: SourcePhrase, known: SourceWords) -> SourceType:
    """The type of the source behind a phrase; a person with a name comes first, then what its head says."""
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
    words = [word.strip(QUOTES + ",.()") for word in label.split()]
    if lexicon.anonymous.intersection(words) or any(
        entry in label for entry in lexicon.anonymous if " " in entry
    ):
        return "anonymous"
    if head in lexicon.crowds and not phrase.determiner:
        return "crowd"
    if head in lexicon.persons:
        return "person"
    if not phrase.name and is_group(head, phrase.determiner, known):
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
    man = known.is_role(head) and gender_of_noun(head, known.code) == "m"
    return man and determiner in lexicon.feminine_articles and determiner in lexicon.definite
