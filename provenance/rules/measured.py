"""How often what a rule prints was right, as an editor judged it line by line.

944 German and English articles and pages (news in plain text, and pages of many kinds as they stand on the web), drawn
at random from public corpora, each checked by itself; lines were right where the place has what the rule says, whether
or not a desk would change it. Rules that printed next to nothing have no figure, nor have those on several documents.
"""

from __future__ import annotations

from typing import NamedTuple

#: Articles and pages that were read.
ARTICLES = 944


class Measured(NamedTuple):
    """Of so many lines so many were right."""

    right: int
    lines: int
    articles: int = ARTICLES


MEASURED = {
    "agentless-sourcing": Measured(55, 66),
    "anonymous-no-reason": Measured(14, 14),
    "anonymous-source-bare": Measured(7, 7),
    "conflicting-figures": Measured(1, 3),
    "evidential-soll-unsourced": Measured(15, 17),
    "handout-from-party": Measured(11, 12),
    "konjunktiv-carry-over": Measured(2, 4),
    "number-without-source": Measured(32, 40, 97),
    "plural-source-single": Measured(86, 91),
    "unattributed-claim": Measured(8, 13, 97),
    "unidentified-study": Measured(14, 15),
    "uninformative-credit": Measured(4, 4),
    "vague-outlet": Measured(16, 16),
}
