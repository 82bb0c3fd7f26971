"""Signs and words of the review beside those of the desk: colour never speaks alone."""

from __future__ import annotations

from provenance.model import StatementKind

#: State of a finding → sign, of one column.
STATE_SIGNS = {"open": " ", "accepted": "✓", "dismissed": "−", "follow_up": "→", "stale": "?"}
STATE_WORDS = {
    "open": "open", "accepted": "accepted", "dismissed": "dismissed", "follow_up": "follow up", "stale": "stale",
}  # fmt: skip
KIND_WORDS: dict[StatementKind, str] = {
    "direct": "says, word for word",
    "indirect": "says, in the writer's words",
    "free_indirect": "hearsay: nobody is said to say it",
    "indirect_free_indirect": "still speaks, by mood alone",
    "reported": "spoke; what was said is not given",
    "narrated": "the publication's own voice",
}
#: Basis of a hop → what the route is drawn with, and what stands there where no words say it.
BASIS_RAILS = {"stated": "┃", "metadata": "╏", "inferred": "┆", "missing": " "}
BASIS_WORDS = {
    "stated": "",
    "metadata": "from the document's data",
    "inferred": "read between the lines",
    "missing": "nothing says it",
}
