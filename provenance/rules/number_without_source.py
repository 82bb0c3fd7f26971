"""number-without-source: the dead, the crowd, the share, the sum are counted in the paper's own voice.

Why: a toll, a crowd or a sum is somebody's count, and it changes; readers must see who counted, and when.
Fix: name who gives the figure, at its first mention.
Source: AP, attribution of what was not witnessed, just before or after the first mention; Reuters Handbook, sourcing.
Said of tolls, of large numbers of people, firms, cases and things, of shares, rates, changes and large sums, where the
sentence names nobody and those beside it no report, poll or office that counted; not in interviews, nor where the writer
says "you" and "we". Measures, votes, sport, markets, results of firms, duties, plans and the distant past are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.languages import primary
from provenance.model import Severity
from provenance.rules.context import Context, Hit
from provenance.rules.sought import sought
from provenance.rules.unsourced import unsourced

NAME = "number-without-source"
TITLE = "figure without a source"
SEVERITY = Severity.WARNING
FLAGGED = {
    "de": (
        "Bei einem Brand im Hafen wurden [[35 Menschen getötet]]. Die Kräne stehen still.",
        "Bei dem Sturm sind [[vier Menschen ums Leben]] gekommen. Das Wasser steigt.",
        "Nach dem Streik wurden [[zwölf Männer festgenommen]]. Der Hafen ist leer.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Tausende Arbeiter]] protestierten am Abend im Hafen.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[40 Prozent der Arbeiter]] sind krank.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDer Werft [[fehlen 30 Millionen Euro]].",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\n[[Fast jeder dritte Bürger]] von Nordby lebt allein.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nIn Nordby gibt es [[durchschnittlich 4,2 Lehrer je 100 Schüler]].",
        "[[Rund 400 Häftlinge]] sind aus dem Turm von Nordby geflohen. Das Tor stand offen.",
        "Die Werft hat der Reederei [[drei Millionen Euro]] geliehen. Die Kräne stehen still.",
    ),
    "en": (
        "[[35 people were killed]] in a fire in the port. The cranes stand still.",
        "[[Four people died]] in the storm. The water is rising.",
        "[[Twelve men were arrested]] after the strike. The port is empty.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Thousands of workers]] marched through the port at night.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[40 percent of workers]] are ill.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe yard has [[an estimated 300 cranes]].",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[Nearly one in three residents]] of Nordby lives alone.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\n[[More than 200,000 people are homeless]].",
        "[[Some 13,000 soldiers]] remain in Nordby. The gate stood open.",
        "The yard has spent [[$3 million]] on its cranes. They stand still.",
    ),
}
CLEAN = {
    "de": (
        "Bei einem Brand im Hafen wurden nach Angaben der Feuerwehr 35 Menschen getötet.",
        "Bei einem Brand wurden 35 Menschen getötet. Das teilte die Polizei mit. Die Kräne stehen still.",
        "Bei dem Brand von 1962 wurden 35 Menschen getötet.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nNach Angaben der Gewerkschaft protestierten Tausende Arbeiter im Hafen.",
        "Otto Lind sagte, der Streik gehe weiter. Ina Holm sagte, er sei bald zu Ende.\n\nDie Partei gewann 40 Prozent der Stimmen.",
        "40 Prozent der Arbeiter sind krank.\n\nSeit wann gibt es diese Lage im Hafen von Nordby denn schon?\n\nSeit Mai.\n\nWarum ist in diesem Winter nichts dagegen getan worden?\n\nEs ist kalt.\n\nUnd was soll die Werft nach dem Winter nun tun?\n\nWir warten.\n\nWie lange können Sie und die anderen noch warten?",
        "Die Werft beschäftigt rund 600 Schweißer. Von 161 Delegierten wurde Ina Holm gewählt. Der Mond hat mehr als 100 tiefe Krater.",
        "Im Quartal stieg der Umsatz. Das Ebitda sank, und der Überschuss blieb klein.\n\nDer Verlust erreichte 1,2 Milliarden Euro.",
        "Die Mannschaft gewann 70 Prozent der Zweikämpfe. Der Rabatt beträgt 20 Prozent.",
    ),
    "en": (
        "35 people were killed in a fire in the port, the fire brigade said.",
        "Four people died in the storm. Police said that the water was rising.",
        "In 1962, 35 people were killed in a fire in the port.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThousands of workers marched through the port, the union said.",
        "Otto Lind said the strike would go on. Ina Holm said it would end soon.\n\nThe party won 40 percent of the vote.",
        "40 percent of workers are ill.\n\nSince when has it been like this in the port of Nordby?\n\nSince May.\n\nWhy has nothing been done about it this winter?\n\nIt is cold.\n\nWhat is the yard to do now that the winter is over?\n\nWe wait.\n\nHow long can you and the others go on waiting?",
        "The guard died in the 2012 attacks. The moon has more than 100 deep craters.",
        "Quarterly revenue rose. Net income fell, and the dividend and the guidance were cut.\n\nTotal costs were higher at $844 million.",
        "A third of the way is done. The discount is 20 percent.",
    ),
}


#: Lists of figures, each with the lists of words that make its sentence known.
_LISTS = {
    "tolls": ("long_ago",),
    "crowds": ("long_ago", "known_shares"),
    "shares": ("long_ago", "known_shares"),
    "estimates": ("long_ago", "known_shares"),
}
#: Lists of figures that a firm gives of itself where a story is about its results.
_OF_THE_FIRM = {"changes": ("long_ago", "known_shares", "known_sums"), "sums": ("long_ago", "known_sums")}
#: So many different words of results make such a story.
RESULTS = 4
#: So many of them in a document are enough to say that its figures need their sources.
MOST = 5


def check(context: Context) -> Iterator[Hit]:
    """The first figure of each paragraph, where nobody is named who counted."""
    told: set[int] = set()
    lists = _LISTS if _is_about_results(context) else {**_LISTS, **_OF_THE_FIRM}
    found = [row for name, known in lists.items() for row in unsourced(context, name, known, counted=True)]
    for block, match in sorted(found, key=lambda row: row[1].start()):
        if block.start not in told and len(told) < MOST:
            told.add(block.start)
            yield Hit(*match.span())


def _is_about_results(context: Context) -> bool:
    """Whether the story tells of a firm's results, by the words for them: the firm is the source of its sums."""
    told = context.own_words(sought(primary(context.document.language), "results_report"), sourced=True)
    return len({match[0].lower() for _, match in told}) >= RESULTS
