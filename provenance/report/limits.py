"""What of a document was read in part only, because it goes over a limit of this program.

A list, a table or a programme of a season has no full stop and no sentence: where nobody is quoted at the place where
it was cut, nothing of it is left unjudged and nothing is told. Of 418 pages of news four were cut, all of them lists
of that kind; no statement had more than 400 words, and none named more than six media.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import load, spoken
from provenance.match.words import LONGEST as MOST_WORDS
from provenance.match.words import is_cut
from provenance.model import PROSE, Document, Statement
from provenance.passage import read_passages
from provenance.passage.sentences import LONGEST, cuts
from provenance.trace.chains import MOST_MEDIA

#: A statement ends at a cut if so many code points or fewer stand between them: a comma, a blank and a mark.
AT = 3


def limits(document: Document) -> Iterator[str]:
    """One line for each limit that a document goes over, with the line of its text where it first does."""
    sourced = [one for one in document.statements if one.attribution is not None]
    for cut in _cuts(document):
        if any(_touches(one, cut) for one in sourced):
            line = document.place(cut).line
            yield f"line {line}: a sentence of more than {LONGEST} words and marks; what is reported there was read in parts"
            break
    for one in document.statements:
        if one.parent is None and is_cut(one.text):
            line = document.place(one.start).line
            yield f"line {line}: a statement of more than {MOST_WORDS} words; only those were compared"
            break
    for one in sourced:
        if sum(hop.role in ("medium", "agency") and hop.basis == "stated" for hop in one.chain) >= MOST_MEDIA:
            line = document.place(one.start).line
            yield f"line {line}: a statement through {MOST_MEDIA} media or more; the nearest to its cue were read"
            break


def _cuts(document: Document) -> Iterator[int]:
    """Where sentences were cut, as offsets: right behind the last word before each cut."""
    long = any(block.kind in PROSE and block.end - block.start > 2 * LONGEST for block in document.blocks)
    if not long or not spoken(document.language):
        return
    for passage in read_passages(document, load(document.language).sentence_rules):
        for at in cuts(passage.words, passage.sentences):
            yield passage.ends[at - 1]


def _touches(statement: Statement, cut: int) -> bool:
    """Whether a statement, or its frame, ends or begins at a cut."""
    assert statement.attribution is not None
    spans = [*statement.spans, *statement.attribution.frame]
    return any(abs(cut - start) <= AT or abs(cut - end) <= AT for start, end in spans)
