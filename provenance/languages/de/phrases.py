"""Where a German noun phrase ends: article, adjectives, head and names; genitives, attributes, appositions.

No tagger is used. German capitals give the nouns; closed lists give articles and prepositions; what is left in
lower case before a noun and ends like an adjective is one (Duden, Die Grammatik, "Nominalphrase").
"""

from __future__ import annotations

from functools import partial

from provenance.grammar.records import Sentence
from provenance.languages.de import words as w
from provenance.languages.de.finites import CLOSING, SEPARATORS
from provenance.languages.de.verbs import reporting_forms
from provenance.words import phrases, words

_list = partial(words, "de", "phrases")
_endings = partial(phrases, "de", "phrases")

ATTACHING = _list("attaching")
TO_ROLES = _list("attaching_to_roles")
ROLE_ENDINGS = _endings("role_endings")
ADJECTIVE_ENDINGS = _endings("adjective_endings")
PARTICIPLE_ENDINGS = _endings("participle_endings")
ADJECTIVE_NAMES = _endings("adjective_names")
ADVERB_ENDINGS = _endings("adverb_endings")
PARTICLES = words("all", "names", "particles") | _list("body_particles")
NOBILITY, BETWEEN_PARTICLES = words("all", "names", "nobility"), words("all", "names", "between_particles")
INNER_PARTICLES = PARTICLES - _list("loose_particles")
PARTITIVE, PARTITIVE_GENITIVE = _list("partitive"), _list("partitive_genitive")
QUANTIFIERS, WITHIN, ADJECTIVES_TOO = _list("quantifiers"), _list("within"), _list("adjectives_too")
ABSTRACT_PLURALS = _endings("abstract_plurals")
LOWER_NAMES, MEDIA_PEOPLE = _list("lower_names"), _list("media_people")
MEDIA = tuple(words("de", "media", "nouns", "agency_nouns"))
DATIVE_AFTER_NAME, OF_MEDIA = _list("dative_after_name"), _list("of_media")
OF_PURPOSE = _list("of_purpose")
OBJECTS, OLD = _list("bare_objects"), words("de", "sources", "old")
DOMAINS, DATING, SEATS = _list("domains"), _list("dating"), _list("seats")
LISTING, ALSO, NEVER_LISTED = _list("listing"), _list("also"), _list("never_listed")
OBLIQUE = w.OBLIQUE
GENITIVE = words("de", "clauses", "genitive")
PRONOUNS = words("de", "clauses", "pronouns")
ADVERBS = words("de", "clauses", "adverbs")
CONTINUING = _list("continuing")
OBJECT_PRONOUNS = words("de", "clauses", "object_pronouns")
TIME_NOUNS = words("de", "clauses", "time_nouns") | w.MONTHS
NUMBERS = words("de", "figures", "numbers") - w.ARTICLES
COUNTRIES = words("de", "places", "countries") | words("de", "entities", "metonyms")
FULL_STOPS = frozenset(".!?")
#: The ending of a place in the genitive.
OWNS = "s"
DOCUMENTS = words("de", "entities", "documents")
SOURCE_NOUNS = words("de", "sources", "source_nouns")
#: Behind these a preposition says on what occasion something was said, not who speaks.
OCCASIONS, PURPOSE_BODIES = tuple(_list("occasion_nouns")), tuple(_list("purpose_bodies"))
NOT_OF_ROLES = OBJECT_PRONOUNS | _list("occasions")
#: No phrase that names a speaker is longer; keeps lists of thousands of names in linear time.
LONGEST = 60
ADJECTIVES = 8
#: A quotation of more words is no name or title.
TITLE_SIZE = 6
_FORMS = reporting_forms()
_DET = w.ARTICLES


def noun_phrase(sentence: Sentence, at: int, limit: int) -> int:
    """End (exclusive) of the noun phrase that begins at token `at`; `at` itself if none does."""
    limit = min(limit, at + LONGEST)
    key = at, limit
    end = sentence.phrases.get(key)
    if end is None:
        end = sentence.phrases[key] = _phrase(sentence, at, limit)
    return end


def _phrase(sentence: Sentence, at: int, limit: int) -> int:
    end = core(sentence, at, limit)
    if end == at or (end == at + 1 and sentence.passage.lower[at] in PRONOUNS and not is_noun(sentence, at)):
        return end
    set_off = False
    while end < limit:
        step = _extension(sentence, at, end, limit)
        if not step and not (set_off and sentence.passage.lower[min(end + 1, limit - 1)] in _DET):
            step, set_off = _apposition(sentence, end, limit) or _named_beyond(sentence, at, end, limit), True
        if step <= end:
            break
        end = step
    return _prefield(sentence, end, limit) if end < limit else end


def _prefield(sentence: Sentence, end: int, limit: int) -> int:
    """End of the prefield whose phrase seems to end at `end`: one constituent stands before the finite verb, so that
    all up to it belongs to the phrase, but for clauses that hang on it and adverbs at its end."""
    lower, words_ = sentence.passage.lower, sentence.passage.words
    clause = sentence.clause_at(limit)
    if clause.finite != limit or clause.kind not in ("v1", "v2") or lower[end] not in CONTINUING:
        return end
    for inserted in sentence.clauses[sentence.clause_at(end).number + 1 : clause.number + 1]:
        if inserted.kind in ("v1", "v2") and inserted is not clause:
            return end
        if inserted.kind in ("subordinate", "infinitive"):
            limit = inserted.start - 1
            break
    while limit > end and (
        words_[limit - 1] in SEPARATORS
        or lower[limit - 1] in w.COORDINATORS
        or (words_[limit - 1][0].islower() and lower[limit - 1] in ADVERBS)
    ):
        limit -= 1
    return limit


def _extension(sentence: Sentence, start: int, end: int, limit: int, *, set_off: bool = False) -> int:
    """End of a bracket, genitive, attribute or coordinated part that begins at `end`; 0 for none. `set_off`: the
    phrase stands between commas, so that no hearer follows it."""
    return (
        _bracket(sentence, end, limit)
        or _genitive(sentence, start, end, limit, set_off)
        or _attached(sentence, start, end, limit)
        or _coordinated(sentence, end, limit)
    )


def core(sentence: Sentence, at: int, limit: int) -> int:
    """Article, adjectives and head; or a pronoun; or a quoted or bare name."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    start = at
    if at == sentence.first and at < limit and lower[at] in w.PREPOSITIONS:
        return _opened_by_place(sentence, at, limit)
    while at < limit and lower[at] in QUANTIFIERS and words_[at][0].islower():
        at += 1
    if at < limit and lower[at] in _DET:
        if behind := _behind_participle(sentence, at + 1, limit):
            return behind
        if lower[at] in PARTITIVE and at + 1 < limit and lower[at + 1] in PARTITIVE_GENITIVE:
            part = _head(sentence, at + 2, limit)
            return part if part > at + 2 else at + 1
        if lower[at] in PRONOUNS and (at + 1 >= limit or not _may_modify(sentence, at + 1)):
            return at + 1
        at += 1
    elif at < limit and lower[at] in PRONOUNS:
        return at + 1
    head = _head(sentence, at, limit)
    return head if head > at else start


def _opened_by_place(sentence: Sentence, at: int, limit: int) -> int:
    """ "Im Exil lebende Uiguren": a phrase without article whose participle has a place before it, at the head of a
    sentence; `at` for none."""
    participle = _participial(sentence, at, limit)
    if not participle or not sentence.passage.words[participle - 1][0].isupper():
        return at  # "Mit Blick auf steigende Preise"
    head = _head(sentence, participle, limit)
    return head if head > participle + 1 else at


def _behind_participle(sentence: Sentence, at: int, limit: int) -> int:
    """ "Eine [von der Stadt bestellte] Studie": the end of the head behind a participle with a preposition before it; 0
    for none."""
    if at >= limit or sentence.passage.lower[at] not in w.PREPOSITIONS:
        return 0
    participle = _participial(sentence, at, limit)
    head = _head(sentence, participle, limit) if participle else 0
    return head if head > participle + 1 else 0


def _may_modify(sentence: Sentence, at: int) -> bool:
    """Whether an article could stand before token `at`: a noun, a number or an adjective follows."""
    word, lower = sentence.passage.words[at], sentence.passage.lower[at]
    if not word[0].islower() and (word[0].isalnum() or sentence.passage.quoted(at)):
        return True
    inflected = lower.endswith(ADJECTIVE_ENDINGS) and lower not in w.FUNCTION_WORDS and lower not in _FORMS
    return inflected or lower in NUMBERS


def is_noun(sentence: Sentence, at: int) -> bool:
    """Whether a token is a noun by its capital; the first word of a sentence has its capital for another reason."""
    word, lower = sentence.passage.words[at], sentence.passage.lower[at]
    if not word[0].isupper():
        return lower in LOWER_NAMES or any(letter.isupper() for letter in word[1:])
    if at == sentence.first or sentence.passage.words[at - 1] in CLOSING:
        return lower not in w.FUNCTION_WORDS and not lower.endswith(ADVERB_ENDINGS)
    return True


def _head(sentence: Sentence, at: int, limit: int) -> int:
    """End of adjectives and a head that begin at `at`; `at` for none."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    if (
        at + 1 < limit
        and lower[at] in PARTICLES
        and lower[at] not in w.FUNCTION_WORDS
        and is_noun(sentence, at + 1)
    ):
        return _names(sentence, at + 1, limit)
    if _domain(sentence, at, limit):
        return at + 3
    position = at
    while position < limit:
        if position + 2 < limit and lower[position] in TIME_NOUNS and lower[position + 1] in OLD:
            position += 2  # "der 52 Jahre alte Ingenieur"
            continue
        if is_noun(sentence, position):
            return _of_country(sentence, position, limit) or _names(sentence, position, limit)
        if quote := _title(sentence, position, limit):
            if quote + 1 < limit and words_[quote] == "-":
                return _names(sentence, quote + 1, limit)  # „Bild“-Zeitung
            return _names(sentence, quote, limit) if quote < limit and is_noun(sentence, quote) else quote
        word = lower[position]
        inflected = len(word) > 3 and word.endswith(ADJECTIVE_ENDINGS)
        if (
            (inflected and (word not in w.FUNCTION_WORDS or word in ADJECTIVES_TOO))
            or word[0].isdigit()
            or word in NUMBERS
            or ((position > at or lower[position - 1] in _DET) and (word in WITHIN or word == ","))
        ):
            position += 1
            if position - at > ADJECTIVES:
                return at
        elif (
            word in w.PREPOSITIONS
            and (position > at or lower[position - 1] in _DET)
            and (inner := _participial(sentence, position, limit))
        ):
            position = inner
        elif word in ADVERBS and lower[position - 1] in _DET and position > sentence.first:
            inner = _participial(sentence, position - 1, limit)
            if any(words_[one][0].isupper() for one in range(position, inner)):
                inner = 0
            if not inner and not (position + 1 < limit and _may_modify(sentence, position + 1)):
                return at
            position = (
                inner or position + 1
            )  # "dem zunächst internen Papier", "ein erst gestern gefundener Brief"
        else:
            return at
    return at


def _of_country(sentence: Sentence, at: int, limit: int) -> int:
    """ "Norwegens [größte Zeitung]": the end of a noun with its adjectives behind the genitive of a country; 0 for none. A
    country is no subject with an s, so that no object follows it."""
    lower, after = sentence.passage.lower, at + 1
    owns = (
        lower[at].endswith(OWNS) and lower[at].removesuffix(OWNS) in COUNTRIES and lower[at] not in COUNTRIES
    )
    if not owns or after >= limit or not sentence.passage.words[after][0].islower():
        return 0
    if lower[after] in w.FUNCTION_WORDS or not lower[after].endswith(ADJECTIVE_ENDINGS):
        return 0
    end = _head(sentence, after, limit)
    return end if end > after + 1 else 0


def _domain(sentence: Sentence, at: int, limit: int) -> bool:
    """ "ndr.de", "ver.di": a word, a full stop and an end of addresses without blanks."""
    passage = sentence.passage
    return (
        at + 2 < limit
        and passage.words[at + 1] == "."
        and passage.lower[at + 2] in DOMAINS
        and passage.words[at][0].isalpha()
        and passage.ends[at + 1] == passage.starts[at + 2]
    )


def _participial(sentence: Sentence, at: int, limit: int) -> int:
    """ "der [in Kiel stationierten] Flotte": where the participle within the article's reach stands, or 0."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    for position in range(at + 1, min(limit, at + 7)):
        if words_[position] in SEPARATORS or words_[position] in CLOSING:
            return 0
        if (
            position > at + 1
            and words_[position][0].islower()
            and lower[position].endswith(PARTICIPLE_ENDINGS)
            and lower[position] not in w.FUNCTION_WORDS
            and position + 1 < limit
        ):
            return position
    return 0


def _names(sentence: Sentence, at: int, limit: int) -> int:
    """End of a run of capitalised words whose first is `at`, with name particles and quoted titles."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    position = at + 1
    while position < limit:
        word = words_[position]
        capital = position + 1 < limit and words_[position + 1][0].isupper()
        if is_noun(sentence, position):
            paper = position == at + 1 and lower[at] in DOCUMENTS and lower[position][-1] != "s"
            if (
                (paper and word.isalpha())
                or (lower[position] in OBJECTS and position - 1 > sentence.first)
                or lower[position] in TIME_NOUNS
                or (
                    lower[position].endswith(ABSTRACT_PLURALS)
                    and not lower[position - 1].endswith(ADJECTIVE_ENDINGS)
                )
            ):
                break  # "laut Airbus Bestellungen", "laut dem Papier Geld", "zieht Ida Lund Bilanz"
            position += 1
        elif _domain(sentence, position, limit):
            position += 3
        elif after := _particles(sentence, position, limit):
            position = after
        elif word == "." and position + 1 < limit and _abbreviated(sentence, position):
            position += 1
        elif capital and (
            word in "/&-" or (lower[position] in w.JOINING and words_[position - 1][-1] == "-")
        ):
            position += 2  # "Journalistinnen- und Journalisten-Union"
        elif capital and word == "," and words_[position - 1][-1] == "-":
            position += 2  # "Gesundheits-, Sozial- und Umweltamt"
        elif word[0].isdigit() and len(word) <= 2 and not capital:
            position += 1
        elif quote := _title(sentence, position, limit):
            position = quote
        else:
            break
    return position


def _particles(sentence: Sentence, at: int, limit: int) -> int:
    """End of name particles and the name behind them: "Ruud [van der Meulen]", "Otto Graf [von Berg]"; 0 for none.
    One that is a function word as well opens them only behind two names."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    two = at >= 2 and words_[at - 1][0].isupper() and words_[at - 2][0].isupper()
    noble = two and lower[at - 1] in NOBILITY and lower[at] in PARTICLES
    attached = two and lower[at] in PARTICLES and lower[at] in ATTACHING
    if lower[at] not in INNER_PARTICLES and not attached and not noble:
        return 0
    after = at
    while after < limit and lower[after] in PARTICLES | BETWEEN_PARTICLES and words_[after][0].islower():
        after += 1
    return after + 1 if at < after < limit and words_[after][0].isupper() else 0


def _abbreviated(sentence: Sentence, at: int) -> bool:
    """Whether a full stop belongs to an initial, a title or a numeral: "Prof. Dr. M. Beck", "Elisabeth II.,"."""
    before = sentence.passage.words[at - 1]
    if set(before) <= set("IVX"):
        return True
    short = len(before) <= 2 or before.lower() in w.SENTENCES.abbreviations
    return short and sentence.passage.words[at + 1][0].isupper()


def _title(sentence: Sentence, at: int, limit: int) -> int:
    """End of a short quotation that opens at `at`: the title of a paper, a name; or 0."""
    inside = sentence.passage.inside
    if not inside or inside[at] < 0:
        return 0
    quote = sentence.passage.quotes[inside[at]]
    if quote.open == at and quote.closed and quote.close < limit and quote.size <= TITLE_SIZE:
        before = sentence.passage.lower[at - 1]
        if (
            quote.size <= 2
            or not sentence.passage.words[at + 1][0].islower()
            or _domain(sentence, at + 1, limit)
            or _is_medium(before)
            or _is_medium(before[:-2])
        ):
            return quote.close + 1
    return 0


def _bracket(sentence: Sentence, at: int, limit: int) -> int:
    words_ = sentence.passage.words
    if words_[at] != "(":
        return 0
    return next((end + 1 for end in range(at + 1, min(at + 9, limit)) if words_[end] == ")"), 0)


def _genitive(sentence: Sentence, start: int, at: int, limit: int, set_off: bool) -> int:
    lower, words_ = sentence.passage.lower, sentence.passage.words
    word = lower[at]
    if word not in GENITIVE:
        bare = lower[at - 1] in SOURCE_NOUNS and word.endswith("er") and words_[at][0].islower()
        end = _head(sentence, at, limit) if bare and word not in w.FUNCTION_WORDS else at
        return end if end > at else 0
    nominative = not set_off and lower[start] not in OBLIQUE
    if word in DATIVE_AFTER_NAME and nominative and _named(sentence, start, at):
        return 0  # "sagte Meier der Zeitung": behind a name the article is a dative
    end = _head(sentence, at + 1, limit)
    if end == at + 1 or lower[at + 1] in TIME_NOUNS:
        return 0
    if lower[at - 1] in SOURCE_NOUNS:
        return end
    if (
        word in OF_MEDIA
        and nominative
        and start > sentence.first
        and any(_is_medium(lower[k]) for k in range(at + 1, end))
    ):
        return 0  # "sagte der Sprecher der Zeitung": ambiguous, with a medium the dative is the rule
    return end


def _named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the phrase ends in a proper name: a capitalised word behind another, or alone without article."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    if lower[end - 1] in SOURCE_NOUNS:
        return False
    if end - start == 1:
        return words_[start][0].isupper() and not lower[start].endswith(ROLE_ENDINGS)
    if words_[end - 1].isupper() and len(words_[end - 1]) > 1:
        return True
    return (
        words_[end - 1][0].isupper()
        and (words_[end - 2][0].isupper() or lower[end - 2] in ATTACHING)
        and lower[end - 2] not in _DET
        and not lower[end - 2].endswith(ADJECTIVE_NAMES)
    )


def _is_medium(word: str) -> bool:
    return word in MEDIA_PEOPLE or word.endswith(MEDIA)


def _attached(sentence: Sentence, start: int, at: int, limit: int) -> int:
    """ "Sprecher für Verkehr", "Chef im Amt": a prepositional attribute that begins at `at`; 0 for none."""
    lower, words_ = sentence.passage.lower, sentence.passage.words
    word, after = lower[at], at + 1
    if word not in ATTACHING and word not in TO_ROLES:
        return 0
    said = lower[at - 1] in SOURCE_NOUNS
    if word not in ATTACHING and (said or _named(sentence, start, at) or words_[at - 1] in CLOSING):
        body = words_[at - 1] == ")" or words_[at - 1].isupper()  # "ein Sprecher der BA in Kiel"
        seated = word in SEATS and lower[start] in _DET and after < limit and words_[after][0].isupper()
        return after + 1 if body and seated else 0
    if after < limit and lower[after] in (OBJECT_PRONOUNS if word in ATTACHING else NOT_OF_ROLES):
        return 0
    if word in OF_PURPOSE and not lower[at - 1].endswith(PURPOSE_BODIES):
        return 0  # "ruft das Amt zur Ruhe auf"
    end = core(sentence, after, limit)
    if end == after:
        return 0
    noun = next((lower[k] for k in range(after, end) if words_[k][0].isupper()), "")
    if word not in ATTACHING and noun.endswith(OCCASIONS):
        return 0  # "die Leiterin beim Rundgang"
    if any(lower[k] in TIME_NOUNS for k in range(after, end)):
        dated = word in DATING and not SOURCE_NOUNS.isdisjoint(lower[start:at])
        return end + (end < limit and words_[end].isdigit()) if dated else 0
    if not said and any(_is_medium(lower[k]) for k in range(after, end)):
        return 0
    if lower[after] in PRONOUNS and end == after + 1 and words_[after][0].islower():
        return 0
    return end


def _coordinated(sentence: Sentence, at: int, limit: int) -> int:
    lower = sentence.passage.lower
    if lower[at] not in LISTING:
        return 0
    after = at + 1
    if after < limit and lower[after] in ALSO:
        after += 1
    if after >= limit:
        return 0
    noun = after + 1 < limit and is_noun(sentence, after + 1)
    if lower[after] in NEVER_LISTED and not (noun and lower[after] in w.ARTICLES):
        return 0
    if (
        any(form.kind == "finite" for form in _FORMS.get(lower[after], ()))
        and sentence.passage.words[after][0].islower()
    ):
        return 0  # "die Hacker und kündigten weitere Aktionen an"
    end = core(sentence, after, limit)
    return end if end > after else 0


def _named_beyond(sentence: Sentence, start: int, at: int, limit: int) -> int:
    """ "ein Forscher [an der Küste, Otto Lind,] erklärte": a name of two words between commas behind a place that hangs on
    somebody with an article; 0 for none. What begins with an article behind it is about that name."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    owned = words_[start][0].isupper() and lower[start].endswith(OWNS)  # "Nordlands Gesandter in Rom"
    if not (owned or lower[start] in _DET) or lower[at] not in w.PREPOSITIONS or at + 1 >= limit:
        return 0
    place = core(sentence, at + 1, limit)
    while at + 1 < place < limit and (step := _genitive(sentence, at + 1, place, limit, True)) > place:
        place = step
    if place == at + 1 or place >= limit or words_[place] != ",":
        return 0
    end = place + 1
    while end < limit and words_[end][0].isupper() and words_[end].replace("-", "").isalpha():
        end += 1
    if end < place + 3 or lower[place + 1] in w.FUNCTION_WORDS:
        return 0
    end = (end < limit and _bracket(sentence, end, limit)) or end
    if end >= limit or words_[end] in FULL_STOPS:
        return end
    if words_[end] != ",":
        return 0
    return end if end + 1 >= limit or lower[end + 1] not in _DET else 0


def _apposition(sentence: Sentence, at: int, limit: int) -> int:
    """ ", Sprecher der Behörde," behind a noun: up to its closing comma, which is left out; 0 for none."""
    words_, lower = sentence.passage.words, sentence.passage.lower
    after = at + 1
    if words_[at] != "," or after >= limit:
        return 0
    if lower[after] not in _DET and (lower[after] in w.RELATIVES or lower[after] in PRONOUNS):
        return 0
    end = core(sentence, after, limit)
    if end == after or (lower[after] in PRONOUNS and end == after + 1 and not is_noun(sentence, after)):
        return 0
    while end < limit:
        step = _extension(sentence, after, end, limit, set_off=True)
        if not step and lower[end] in w.PREPOSITIONS:  # set off by commas, an apposition may be long
            step = core(sentence, end + 1, limit)
            step = step if step > end + 1 else 0
        if not step:
            break
        end = step
    return end if end >= limit or words_[end] in SEPARATORS else 0
