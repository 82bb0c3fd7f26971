"""The keys by which a kept statement is found again: its words and its pairs of neighbouring words.

Unlike the index of one run, which sees all statements before it chooses, a kept index must give a statement
the same keys on every day: so grammar is a fixed list here, and which keys are rare is asked when they are
looked up. A change to the list or to `fold` makes kept keys stale; raise the archive's schema version with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from provenance.match.numerals import fold

#: Words that tie no two statements together, folded as the words of a reading are.
GRAMMAR = frozenset(
    map(
        fold,
        """
        aber alle allem allen aller alles als also am an auch auf aus bei beim bereits bis da dabei damit dann das dass
        dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
        einen einer eines er es etwa für gegen gibt habe haben hat hatte hatten hätte ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer im in ins ist ja jedoch kann kein keine können man mehr mit muss nach nicht noch nun nur ob oder
        ohne schon sehr sei seien sein seine seinem seinen seiner seit sich sie sind so soll sollen sondern sowie
        über um und uns unter vom von vor war waren was weil wenn wer werde werden wie wir wird wo worden wurde wurden
        zu zum zur zwischen
        a about after all also an and any are as at be because been before being but by can could did do does for from
        had has have he her him his how i if in into is it its just may more most my no not now of on one only or other
        our out over said she should so some such than that the their them then there these they this those through to
        up us was we were what when where which while who will with would you your
        """.split(),
    )
)


def keys_of(words: Sequence[str]) -> list[str]:
    """The keys of a statement whose folded words these are, each once: words, then pairs as "first_second"."""
    content = [bare for word in words if word not in GRAMMAR and (bare := word.replace("'", ""))]
    return list(dict.fromkeys([*content, *(f"{first}_{second}" for first, second in pairwise(content))]))
