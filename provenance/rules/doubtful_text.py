"""doubtful-text: what was read may not be the story, or not all of it.

Why: a finding is worth what was read; a page behind a wall of consent gives the wall, and nothing to find in it.
Fix: look at the text that was read (`provenance audit --show`), and deliver the story itself or another export of it.
Source: what the page says of itself beside its text (schema.org articleBody and wordCount, descriptions, titles).
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import STORY, Context, Hit

NAME = "doubtful-text"
TITLE = "the article's text may be missing"
SEVERITY = Severity.WARNING
EXAMPLE_FORMAT = "html"
_DE = "<!doctype html><html lang='de'><head><title>Der Damm bei Harrow hält dem Wasser stand</title></head><body>{}</body></html>"
_EN = "<!doctype html><html lang='en'><head><title>The dam above Harrow holds after the flood</title></head><body>{}</body></html>"
FLAGGED = {
    "de": (
        _DE.format("<p>[[Diese Seite braucht Ihre Zustimmung, damit Sie sie im Browser lesen dürfen.]]</p>"),
        _DE.format(
            "<p>[[Diese Seite zeigt ihre Beiträge nur in Browsern, die jünger als drei Jahre sind.]]</p>"
        ),
        _DE.format("<p>[[Wir bitten um Geduld, dieser Bereich wird gerade für Sie neu gebaut.]]</p>"),
    ),
    "en": (
        _EN.format("<p>[[This page needs your consent before your browser may show what stands on it.]]</p>"),
        _EN.format(
            "<p>[[This page shows its reports only in browsers that are younger than three years.]]</p>"
        ),
        _EN.format("<p>[[We ask for your patience while this part of our site is being rebuilt.]]</p>"),
    ),
}
CLEAN = {
    "de": (
        _DE.format(
            "<article><h1>Der Damm bei Harrow hält dem Wasser stand</h1>"
            + "<p>Der Damm bei Harrow hält dem Wasser stand. Das teilte das Amt am Montag mit, und so bleibt es wohl auch.</p>"
            * 3
            + "</article>"
        ),
        *(
            _DE.format(
                "<article><h1>Der Damm bei Harrow hält dem Wasser stand</h1>"
                + f"<p>{one}</p>" * 4
                + "</article>"
            )
            for one in (
                "Der Damm bei Harrow hält dem Wasser stand, sagte Otto Lind am Montag im Rat der Stadt Nordby.",
                "Auch nach der Flut hält der Damm bei Harrow, und das Amt lässt ihn jeden Tag zweimal prüfen.",
            )
        ),
    ),
    "en": (
        _EN.format(
            "<article><h1>The dam above Harrow holds after the flood</h1>"
            + "<p>The dam above Harrow holds after the flood. The office said so on Monday, and it may well stay so for long.</p>"
            * 3
            + "</article>"
        ),
        *(
            _EN.format(
                "<article><h1>The dam above Harrow holds after the flood</h1>"
                + f"<p>{one}</p>" * 4
                + "</article>"
            )
            for one in (
                "The dam above Harrow holds after the flood, Otto Lind said on Monday in the council of Nordby.",
                "Even after the flood the dam above Harrow holds, and the office has it tested twice a day.",
            )
        ),
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """One hit for each doubt on how a document was read, at the first words of its text.

    A page without any story is told by the run itself, which cannot judge it.
    """
    document = context.document
    story = any(block.kind in STORY for block in document.blocks)
    first = next(iter(document.blocks), None)
    for doubt in document.doubts if story else ():
        start, end = (first.start, first.end) if first else (0, len(document.text))
        severity = None if doubt.kind == "text" else Severity.NOTE
        yield Hit(start, end, severity=severity, form=doubt.kind, why=doubt.why)
