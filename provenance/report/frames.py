"""The constructions of the languages in words: what announces a statement, where it stands, who speaks, how sure.

The tables are written in shorthand for the engine (`provenance.grammar.records` says what each word means to it);
here every word of it is said in full. What no sentence is known for is shown as the table has it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from provenance.errors import UsageError
from provenance.grammar.records import SIZES, Row
from provenance.grammar.table import SUBJECTS
from provenance.languages import rows, table_of
from provenance.words import ALL, List, lists, values

#: The command that measures a table's rows; the language and the annotated articles follow.
MEASURED_BY = "python tests/bench/row_precision.py"
#: So many words of a list are shown.
SHOWN_WORDS = 8
#: Ids that are like a wrong one by so much (0 to 100) are offered, the likest of them.
LIKE, OFFERED = 60, 3

CUES = {
    "verb": "a reporting verb",
    "noun": "a noun at the end of its clause",
    "adjective": "an adjective at the end of its clause",
    "preposition": "a preposition",
    "postposition": "a word behind the phrase that it governs",
    "particle": "a particle that opens a clause",
    "comparison": "a conjunction that opens a comparison with a reporting verb",
    "adverb": "an adverb",
    "relative": "a word that opens a relative clause",
    "pointer": "a word that points back, and a reporting verb behind it",
    "conclusion": "a noun for what somebody found or holds, in a sentence that points back",
    "any verb": "a verb that no list holds",
    "view": "for whom something is sure, or whose wish it is",
    "wording": "an opening that calls a quotation the words of whoever acts",
    "name": "a name, or a verb that no list holds, before a colon",
    "mood": "the mood of the verbs",
    "claim": "a modal verb of claiming in its main clause",
    "label": "a colon behind a label in a headline",
    "none": "nothing of its own",
}
PLACES = {
    "behind": "a clause behind the cue",
    "around": "the sentence around the frame",
    "fronted": "the content clause before the cue",
    "colon": "the clause behind a colon",
    "rest": "what stands behind the cue",
    "clauses": "the sentence or the clauses before, or the clause behind a colon",
    "sentence": "the sentence as a whole",
    "sentence before": "the sentence before",
    "clause before": "the clauses before, in the same sentence",
    "subordinate": "the subordinate clause that holds the subjunctive",
    "quotation behind": "a quotation behind the frame",
    "quotation before": "a quotation before the frame, or around it",
    "quotation within": "quoted words in the clause of the verb",
    "quotation nested": "quoted words within reported speech",
    "quotation alone": "a quotation that is a sentence of its own",
    "quotation again": "quoted words that stand in the text once more, with their frame",
    "quotation loose": "a quotation without a frame",
    "next passage": "the quotation that opens the next paragraph",
    "behind label": "the headline behind the colon",
    "answer": "a paragraph between two questions",
    "post": "the quoted paragraph before a signature",
    "unmarked": "a sentence in the first person, in a text that lost its marks",
}
FORMS = {
    "that": "a that-clause",
    "subjunctive": "a present subjunctive",
    "past": "a past subjunctive",
    "modal": "a modal verb in the subjunctive, behind a statement",
    "infinitive": "an infinitive",
    "question": "an indirect question",
    "plain": "a main clause that opens with a pronoun",
    "main": "a main clause that opens with its subject",
    "clause": "a clause without a conjunction",
    "object": "an object",
    "preposition": "a phrase with a preposition",
    "colon": "what follows a colon",
    "mixed": "a clause whose verb is quoted",
    "quoted": "a quotation",
    "quotation": "a quotation that goes on without marks",
    "unquoted": "words outside quotation marks",
    "open": "a colon at the end of the paragraph",
    "hearsay": "a verb of hearsay",
}
SPEAKERS = {
    "carried": "whoever spoke before",
    "last speaker": "the last one who spoke, with the rivals in reach",
    "agent": "the agent of the passive, or nobody",
    "agent named": "the agent of the passive; without one there is no statement",
    "nobody": "nobody: it is what is held, and by nobody who is named",
    "attribute": "the attribute of the noun",
    "giver": "who the act comes from, behind a preposition",
    "subject required": "the subject; without one there is no statement",
}
#: Who speaks where the row does not say it, by what announces the statement.
USUAL_SPEAKERS = {
    "verb": "the subject of the verb, or the agent of its passive",
    "pointer": "the subject behind the verb",
    "conclusion": "whose conclusion it is, behind the noun or the verb",
    "any verb": "the subject of the verb",
    "view": "the phrase behind the preposition",
    "wording": "the subject of the clause",
    "noun": "the subject of the noun's clause",
    "adjective": "the subject of the adjective's clause",
    "preposition": "the phrase that it governs",
    "claim": "the subject of the verb",
    "label": "who is named before the colon",
    "postposition": "the phrase before it",
    "particle": "the phrase behind it",
    "comparison": "the subject of the comparison",
    "relative": "the phrase before it",
    "name": "who is named before the colon",
    "none": "the speaker of the statement that holds it",
}
ENDS = {
    "takeover": "another reporting verb takes over",
    "matrix": "the clause that reports goes on",
    "report": "the next report begins",
    "aside": "an aside of the publication begins",
    "semicolon": "a semicolon stands",
    "background": "a clause in the indicative gives the background",
}
SWITCHES = {
    ("beside", True): "with the words that make it an act, as the list of verbs names them",
    ("passive", True): "in the passive",
    ("passive", False): "not in the passive",
    ("final", True): "at the end of its clause",
    ("final", False): "not at the end of its clause",
    ("modal", True): "behind a modal verb",
    ("modal", False): "not behind a modal verb",
    ("carried", True): "directly behind a statement",
    ("carried", False): "not directly behind a statement",
}
NAMED = {"words": "one of", "unless": "not with", "needs": "together with", "endings": "or with the ending"}


def list_frames(codes: Sequence[str]) -> Iterator[str]:
    """One line a row, by languages: id, chance of the content, chance of content with source, what it is."""
    for code in codes:
        table = rows(code)
        if not table:
            yield f"{code}: no table of constructions"
            continue
        yield f"{code}: {len(table)} constructions; chance that the content is right, that content and source are"
        width = max(len(row.id) for row in table)
        for row in table:
            yield f"  {row.id:<{width}}  {row.confidence.content:.2f} {row.confidence.speaker:.2f}  {row.about}"


def explain_frame(id_: str, codes: Sequence[str]) -> list[str]:
    """A row in words, with its sentences as the table marks them, as `provenance frames ID` prints it.

    Raises:
        UsageError: no language of `codes` has such a row.
    """
    for code in codes:
        for row in rows(code):
            if row.id == id_:
                return list(_frame_lines(code, row))[:-1]
    raise UsageError(f"no construction {_cut(id_)!r}; {_nearest(id_, codes)}")


def _frame_lines(code: str, row: Row) -> Iterator[str]:
    plain = _as_written(code, row.id)
    yield from (f"{row.id}: {row.about}", "", f"Kind: {row.kind.replace('_', ' ')}", "")
    yield from _section("Cue", [line for _, line in _cue(code, row, plain["cue"])])
    yield from _section("Content", [line for _, line in _content(row)])
    yield from _section("Speaker", [_speaker(row)])
    if row.ends:
        yield from _section("Ends where", [ENDS.get(end, end) for end in row.ends])
    right = row.confidence
    yield from _section(
        "Measured",
        [
            f"content right {right.content:.0%}, content and source right {right.speaker:.0%}",
            f"by {MEASURED_BY} {code} TRAIN.jsonl.gz",
        ],
    )
    yield from _section("Found ([[speaker]], {{cue}}, <<content>>)", row.yes)
    if row.no:
        yield from _section("Not found", row.no)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"{title}:"
    yield from (f"  {line}" for line in lines)
    yield ""


def _as_written(code: str, id_: str) -> dict[str, Any]:
    """The row as its table has it: with the names of lists, where `Row` has their entries."""
    file = table_of(code)
    assert file is not None
    tables: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["frame"]
    return next(table for table in tables if table["id"] == id_)


def asked(code: str, id_: str, condition: str) -> str:
    """What a row asks for by one of its conditions, in words; "" if it has none of the kind."""
    row = next((row for row in rows(code) if row.id == id_), None)
    if row is None:
        return ""
    pairs = [*_cue(code, row, _as_written(code, id_)["cue"]), *_content(row)]
    return "; ".join(line for name, line in pairs if name == condition)


def _cue(code: str, row: Row, written: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What announces a statement: each condition with its name."""
    named = {name: found for subject in SUBJECTS for name, found in lists(code, subject).items()}
    letters = values(ALL, "grammar", "licences")
    for key, value in written.items():
        if key == "by":
            yield key, CUES.get(value, value)
        elif key == "licence":
            yield from ((key, f"that allows {letters.get(letter, letter)}") for letter in value)
        elif key == "groups":
            yield key, f"of the group {' or '.join(value)}"
        elif key == "verbs":
            yield key, f"one of: {_some(value.split())}"
        elif key in NAMED:
            name = "needs" if key == "endings" else key  # one condition: a word of them, or an ending
            yield from ((name, f"{NAMED[key]}: {_listed(named[entry])}") for entry in value.split())
        else:
            yield key, SWITCHES.get((key, value), f"{key}: {value}")


def _listed(found: List) -> str:
    return f"{_some(found.entries)} ({found.meaning})"


def _some(words: Sequence[str]) -> str:
    more = len(words) - SHOWN_WORDS
    return ", ".join(words[:SHOWN_WORDS]) + (f" and {more} more" if more > 0 else "")


def _content(row: Row) -> Iterator[tuple[str, str]]:
    """Where the content stands and of what form it is: each condition with its name."""
    content = row.content
    yield "where", PLACES.get(content.where, content.where)
    if content.where == "behind":
        yield "within", f"at most {content.within} clause{'s' if content.within > 1 else ''} on"
    if content.forms:
        yield "forms", f"with {' or '.join(sorted(FORMS.get(form, form) for form in content.forms))}"
    for begins, odds in (("in lower case", content.lower), ("with a capital or a figure", content.upper)):
        if odds:
            shares = ", ".join(f"{size} {share:.0%}" for size, share in zip(_sizes(), odds, strict=True))
            yield "odds", f"how often a fragment that begins {begins} is a statement, by its words: {shares}"


def _sizes() -> list[str]:
    """The sizes of fragments as they are counted: "1", "2–3", …, "10+"."""
    firsts = [1, *(size + 1 for size in SIZES)]
    spans = [f"{a}–{b}" if a < b else f"{a}" for a, b in zip(firsts, SIZES, strict=False)]
    return [*spans, f"{firsts[-1]}+"]


def _speaker(row: Row) -> str:
    if row.speaker in SPEAKERS:
        return SPEAKERS[row.speaker]
    return USUAL_SPEAKERS.get(row.cue.by, row.speaker)


def _nearest(id_: str, codes: Sequence[str]) -> str:
    from rapidfuzz import process

    known = [row.id for row in chain.from_iterable(map(rows, codes))]
    close = [name for name, _, _ in process.extract(_cut(id_), known, limit=OFFERED, score_cutoff=LIKE)]
    return f"did you mean {' or '.join(close)}?" if close else "provenance frames lists all"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
