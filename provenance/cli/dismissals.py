"""What an editor has looked at and let stand: each dismissal names a rule, the words and the reason.

In HTML and Markdown it is a comment, in a file beside any other document ("story.txt.dismissed") a line:

    <!-- provenance dismiss vague-outlet "Medienberichten": dpa had it first, called on 3 May -->
    vague-outlet "Medienberichten": dpa had it first, called on 3 May

It is keyed by the words, so that it holds wherever they move to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance.files import Identity, found_in, identity, is_folder, status_of
from provenance.inert import shown_path
from provenance.model import Document, Finding
from provenance.report.source import source_text

#: Ending of the file that holds the dismissals of a document that has no comments.
ENDING = ".dismissed"
_COMMENT = re.compile(r"<!--\s*provenance dismiss\b")
_ROW = re.compile(r"\s*([\w-]{1,60})\s+[\"“„«»]([^\"“”„«»]{1,400})[\"“”«»]\s*(?::\s*(\S[^\n]*))?\s*$")


@dataclass(slots=True)
class Dismissal:
    """A finding that is not told any more."""

    where: str
    """Path and line."""
    rule: str
    words: str
    used: bool = False


def undismissed(
    documents: Sequence[Document], findings: Sequence[Finding], say: Callable[[str], None]
) -> list[Finding]:
    """The findings that no dismissal of their document names; what dismisses nothing is told."""
    texts = {document.id: document for document in documents}
    by_path: dict[str, list[Dismissal]] = {}
    for document in documents:
        if document.path not in by_path:
            by_path[document.path] = list(_dismissals(document.path, say))
    kept = []
    for finding in findings:
        document = texts[finding.document]
        place = _fold(document.text[finding.start : finding.end])
        fit = [
            one for one in by_path[document.path] if one.rule == finding.rule and _fold(one.words) in place
        ]
        for one in fit:
            one.used = True
        if not fit:
            kept.append(finding)
    for rows in by_path.values():
        for one in rows:
            if not one.used:
                say(f"provenance: {one.where}: dismisses nothing ({one.rule} “{one.words}”); delete it")
    return kept


def beside(paths: Sequence[str], baseline: str | None) -> Iterator[Identity]:
    """The files in folders that are no documents: those of dismissals, and the baseline of the run."""
    found = [path for folder in paths if is_folder(folder) for path in found_in(folder)]
    rows = [path for path in found if isinstance(path, str) and path.endswith(ENDING)]
    for path in (*rows, *([baseline] if baseline else [])):
        if (status := status_of(path)) is not None:
            yield identity(status)


def _dismissals(path: str, say: Callable[[str], None]) -> Iterator[Dismissal]:
    """What the comments of a file and the file beside it dismiss; what names no rule, words or reason is told."""
    for where, body in (*_comments(path), *_rows(f"{path}{ENDING}")):
        match = _ROW.match(body)
        if match is None or not match[3]:
            say(f'provenance: {where}: no dismissal; write RULE "words": reason')
        else:
            yield Dismissal(where, match[1], match[2])


def _comments(path: str) -> Iterator[tuple[str, str]]:
    text = source_text(path) or ""
    for match in _COMMENT.finditer(text):
        end = text.find("-->", match.end())
        body = " ".join(text[match.end() : end if end >= 0 else len(text)].split())
        yield f"{shown_path(path)}:{text.count(chr(10), 0, match.start()) + 1}", body


def _rows(path: str) -> Iterator[tuple[str, str]]:
    for number, row in enumerate((source_text(path) or "").splitlines(), 1):
        if row.strip() and not row.lstrip().startswith("#"):
            yield f"{shown_path(path)}:{number}", row


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()
