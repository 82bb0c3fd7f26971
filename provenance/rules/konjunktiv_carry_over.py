"""konjunktiv-carry-over: a subjunctive without a frame rests on a speaker named before.

Why: only the mood of the verb says that somebody else is speaking; one cut sentence gives the words to
the wrong person.
Fix: repeat the speaker ("so Lind weiter"), above all where two have spoken.
Source: Duden on free reported speech; counted on 394 such sentences, the speaker is that of the statement
before in three of four.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import Severity
from provenance.rules.context import Context, Hit

NAME = "konjunktiv-carry-over"
TITLE = "speaker carried over by mood alone"
SEVERITY = Severity.NOTE
FLAGGED = {
    "de": ("Minister Otto Lind sagte, der Damm sei alt. [[Er müsse bald erneuert werden.]]",),
    "en": (),
}
CLEAN = {
    "de": ("Minister Otto Lind sagte, der Damm sei alt. Er müsse bald erneuert werden, sagte Lind.",),
    "en": ("Minister Otto Lind said the dam was old. It had to be renewed soon.",),
}


def check(context: Context) -> Iterator[Hit]:
    """Each subjunctive sequel; a warning where two may be speaking or nobody is named."""
    for statement in context.document.statements:
        if statement.kind != "indirect_free_indirect" or statement.parent is not None:
            continue
        source = context.source_of(statement)
        rivals = [
            context.words(flag.start, flag.end)
            for flag in statement.flags
            if flag.code == "ambiguous_speaker"
        ]
        start, end = statement.spans[0]
        if source is None:
            yield Hit(
                start,
                end,
                "in the subjunctive, and nobody is named who says it",
                statement.id,
                Severity.WARNING,
            )
        elif rivals:
            names = " or ".join(f"“{name}”" for name in (source.name, *rivals))
            yield Hit(
                start,
                end,
                f"in the subjunctive, and it may be said by {names}",
                statement.id,
                Severity.WARNING,
            )
        else:
            yield Hit(start, end, f"said by “{source.name}” by the mood of the verb alone", statement.id)
