"""Decide every finding of given articles, edit a sentence, audit again, and look where the decisions are now.

    python tests/bench/reanchoring.py [EDITS] [SEED] PATH…

An edit adds, removes or moves a sentence, or changes a word of one. Prints for all decisions whose sentence was left
alone: those that stand on the same words in the same sentence, those that are told as stale, those whose finding is
not made any more, and those on other words; then how many of the edited sentences' decisions are on other words. Exits
with 1 if one is on other words, or stale although its sentence was left alone and stands once.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from provenance.desk.anchors import anchors, found, still_there
from provenance.desk.targets import finding_targets
from provenance.ingest import parse
from provenance.model import AuditReport, Document
from provenance.pipeline import audit, audit_paths

_END = re.compile(r"[.!?…][“”\"»«’)]*\s+|\n\s*")
ADDED = "Der Bericht wurde am Abend um {} Zeilen ergänzt. "


def sentences(text: str) -> list[str]:
    """A text in pieces that end with a sentence or a line."""
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if end > start]


def edited(pieces: Sequence[str], rng: random.Random) -> tuple[list[str], set[int]]:
    """The pieces after one edit, and the numbers of those that it changed or took away."""
    made, at = list(pieces), rng.randrange(len(pieces))
    match rng.randrange(4):
        case 0:
            made.insert(at, ADDED.format(rng.randrange(100)))
            return made, set()
        case 1:
            del made[at]
            return made, {at}
        case 2:
            made.insert(rng.randrange(len(made)), made.pop(at))
            return made, set()
        case _:
            words = made[at].split(" ")
            words[rng.randrange(len(words))] = "anders"
            made[at] = " ".join(words)
            return made, {at}


def plain(document: Document, text: str) -> Document:
    """The same document with another text."""
    (made,) = parse(text.encode(), "story.txt", format="text", language=document.language)
    return made


def piece_at(pieces: Sequence[str], offset: int) -> int:
    """The number of the piece that an offset lies in."""
    for number, piece in enumerate(pieces):
        offset -= len(piece)
        if offset < 0:
            return number
    return len(pieces) - 1


def look(before: AuditReport, pieces: list[str], rng: random.Random, counts: Counter[str]) -> None:
    """One edit of one document."""
    (document,) = before.documents
    targets = finding_targets(enumerate(before.findings))
    kept = anchors(document.id, document.text, targets, [one.key for one in targets])
    after, touched = edited(pieces, rng)
    now = audit([plain(document, "".join(after))])
    text = now.documents[0].text
    made = sentences(text)
    places = found(text, finding_targets(enumerate(now.findings)), list(kept.values()))
    for (key, anchor), place in zip(kept.items(), places, strict=True):
        own = piece_at(pieces, before.findings[key].start)
        bare = pieces[own].strip()
        told = (
            "edited"
            if own in touched
            else "repeated"
            if sum(one.strip() == bare for one in pieces) > 1
            else "alone"
        )
        if place is not None:
            there = made[piece_at(made, now.findings[place].start)].strip()
            same = bare in there or (told == "edited" and there not in {one.strip() for one in pieces})
            counts[f"{told}: {'stands' if same else 'on other words'}"] += 1
        else:
            counts[f"{told}: {'finding not made any more' if still_there(text, anchor) else 'stale'}"] += 1


def main(edits: int, seed: int, paths: Sequence[str]) -> int:
    """Edit documents of the articles one after the other."""
    rng = random.Random(seed)
    articles = audit_paths(paths, on_error=lambda error: None).documents
    texts = [audit([plain(one, one.text)]) for one in articles if one.statements]
    chosen = [one for one in texts if one.findings]
    counts: Counter[str] = Counter()
    for number in range(edits):
        one = chosen[number % len(chosen)]
        look(one, sentences(one.documents[0].text), rng, counts)
    print(f"{edits} edits of {len(chosen)} articles")
    for name, count in sorted(counts.items()):
        print(f"  {name:<36} {count:>6,}")
    return 1 if counts["alone: stale"] or any(name.endswith("other words") for name in counts) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
