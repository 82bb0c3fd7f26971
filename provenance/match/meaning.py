"""How much of one thing two statements say, whether one was copied from the other or not.

Words alone, in any order, weighed by rarity: equal words first, then the likest of what is left, so that
inflections, compounds and spellings count in part; figures count as words of their own. Pearson with human
grades, untrained, on the development and training parts of STS-B: English .764 and .737, German .759 and .706.
`Likeness.score`, which looks for copies, has .715, .681, .687 and .626 there.
"""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from provenance.match.verify import SHORTEST, Likeness
from provenance.match.words import Corpus

#: Two words have something in common from this ratio on; what they are worth falls with its square.
AKIN = 62.0
#: A word that ends in another one is a compound of it: "Hafenarbeiter", "Arbeiter".
COMPOUND, SHORTEST_PART = 80.0, 5
#: What a figure counts, in words of middling rarity.
FIGURE = 1.5
#: Grades rise faster than shared words at first.
RISE = 0.8


def meaning(corpus: Corpus, likeness: Likeness, a: int, b: int) -> float:
    """0 to 100 for two readings, the same for (a, b) and (b, a)."""
    weights = likeness.weights
    figure = FIGURE * likeness.middling
    figures = [[corpus.figures.values[at] for at in corpus.figure_range(reading)] for reading in (a, b)]
    sizes = sorted(
        likeness.totals[reading] + figure * len(own) for reading, own in zip((a, b), figures, strict=True)
    )
    if not sizes[0]:
        return 0.0
    left, right = list(corpus.content(a)), list(corpus.content(b))
    equal = set(left) & set(right)
    common = float(sum(weights[word] for word in equal))
    common += _akin(
        corpus, likeness, [w for w in left if w not in equal], [w for w in right if w not in equal]
    )
    common += figure * sum(min(figures[0].count(value), figures[1].count(value)) for value in set(figures[0]))
    share = (min(common / sizes[0], 1.0) + min(common / sizes[1], 1.0)) / 2
    return float(100 * share**RISE)


def _akin(corpus: Corpus, likeness: Likeness, left: list[int], right: list[int]) -> float:
    """What the words without an equal are worth, each with its likest of the other side, the likest pairs first."""
    pairs: list[tuple[float, str, str, int, int]] = []
    for one in left:
        for other in right:
            score = _kinship(corpus.words[one], corpus.words[other])
            if score:
                # Ties are broken by the words, so that the order of the two statements does not count.
                words = corpus.words[one], corpus.words[other]
                pairs.append((-score, min(words), max(words), one, other))
    taken: set[int] = set()
    worth = 0.0
    for score, _, _, one, other in sorted(pairs):
        if one not in taken and other not in taken:
            taken |= {one, other}
            worth += min(likeness.weights[one], likeness.weights[other]) * (score / 100) ** 2
    return worth


def _kinship(one: str, other: str) -> float:
    if min(len(one), len(other)) < SHORTEST:
        return 0.0
    score = ratio(one, other, score_cutoff=AKIN)
    part = min(len(one), len(other)) >= SHORTEST_PART and (one.endswith(other) or other.endswith(one))
    return max(score, COMPOUND) if part else score
