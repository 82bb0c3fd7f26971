"""German constructions beside each other: what is said, who says it, by which words, and what is not said.

[[…]] is the speaker, {{…}} the cue, <<…>> the content of the statement that the row before it finds.
"""

import pytest
from marked import unmark
from test_rows import drafts, parts


def found(text: str) -> dict[str, list[dict[str, list[str]]]]:
    """By row: speaker, cue and content of its statements."""
    rows: dict[str, list[dict[str, list[str]]]] = {}
    for draft, passages in drafts("de", text):
        rows.setdefault(draft.pattern, []).append(parts(draft, passages))
    return rows


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        # where content behind a verb ends
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt>>, und forderte, dass man wartet."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt und geht>>."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt>>, freute sich aber nicht."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt, sollte es regnen>>."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt>>, so Berg."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt>>, wie Berg mitteilte."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt>>; Berg schwieg."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt; Berg sei krank>>."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt – und geht>>."),
        ("de.verb.dass", "[[Lind]] {{sagte}}, <<dass er kommt, und will gehen>>."),
        ("de.verb.subjunctive", "[[Lind]] {{sagte}}, <<er komme>>, während der Regen fiel."),
        ("de.verb.subjunctive", "[[Lind]] {{sagte}}, <<er komme, während der Regen falle>>."),
        ("de.verb.subjunctive", "[[Lind]] {{sagte}}, <<wenn es regne, komme er>>."),
        ("de.verb.mixed", "[[Lind]] {{sagte}}, <<der Damm „ist und bleibt der beste“>>."),
        ("de.verb.dass", "[[„Der Kurier für Kiel“]] {{schrieb}}, <<dass er kommt>>."),
        # the verb complex
        ("de.verb.dass", "[[Lind]] {{hat}} gestern {{gesagt}}, <<dass er kommt>>."),
        ("de.verb.dass", "[[Lind]] {{wollte}} nicht {{ausschließen}}, <<dass er kommt>>."),
        ("de.verb.dass", "[[Lind]] {{ging davon aus}}, <<dass er kommt>>."),
        ("de.verb.dass", "[[Lind]] {{gab}} am Montag {{bekannt}}, <<dass er kommt>>."),
        ("de.verb.dass", "[[Lind]] {{hat}} es {{bekannt gegeben}}, <<dass er kommt>>."),
        ("de.verb.dass", "{{Kritisiert wird}} vor allem, <<dass er kommt>>."),
        ("de.verb.dass", "{{Es wurde mitgeteilt}}, <<dass er kommt>>."),
        ("de.verb.dass", "Am Montag {{hielt}} [[Lind]] {{fest}}, <<dass er kommt>>."),
        ("de.verb.dass", "Gestern {{war vermutet worden}}, <<dass er kommt>>."),
        # the subject of a verb at the end, or of a coordinated one
        ("de.verb.dass", "Es war Lind, [[der]] {{sagte}}, <<dass er kommt>>."),
        ("de.verb.dass", "Es war das Buch, in dem [[Lind]] {{schrieb}}, <<dass er kommt>>."),
        ("de.verb.dass", "Berg ging, weil [[Lind]] {{sagte}}, <<dass er kommt>>."),
        ("de.verb.dass", "Berg ging, weil [[Lind]] {{gesagt hatte}}, <<dass er kommt>>."),
        ("de.verb.dass", "Berg ging, weil am Montag [[die Chefin]] {{sagte}}, <<dass er kommt>>."),
        ("de.verb.dass", "[[Lind]] lobte den Plan und {{sagte}}, <<dass er kommt>>."),
        ("de.verb.dass", "Gestern lobte [[Lind]] den Plan und {{sagte}}, <<dass er kommt>>."),
        ("de.verb.dass", "Gestern {{sagte}} ihm [[Lind]], <<dass er kommt>>."),
        ("de.verb.dass", "Gestern {{sagte}} im Amt [[die Chefin]], <<dass er kommt>>."),
        ("de.verb.dass", "Gestern {{sagte}} den ganzen Abend [[die Chefin]], <<dass er kommt>>."),
        # what stands before the verb and is no subject, and what hangs on it
        ("de.verb.dass", "Spielartig {{sprach}} [[die Chefin]] {{davon}}, <<dass er kommt>>."),
        ("de.quote.colon", "Gleich zu Beginn {{gibt}} [[Bischöfin Ida Lund]] den Ton {{vor}}: <<„Es regnet nicht mehr.“>>"),
        ("de.laut", "Der Bau ist teuer: {{Laut}} [[dem Kieler Magazin Nordblick]] <<bricht der Damm>>."),
        ("de.laut", "{{Laut}} [[Daten der Wasserwacht]] <<brach der Damm im Mai>>."),
        ("de.mood.colon", "[[Beobachter]] {{sehen}} das anders: <<Der Damm sei gut>>."),
        ("de.hanging.subjunctive", "[[Nordwerk]] {{verliert}} Geld, weil die Kunden hören, <<der Damm werde brechen>>."),
        ("de.quote.act", "<<„Wir haben den Damm gebaut, so gut wir konnten“>>, {{wehrte}} [[er]] die Frage ab."),
        ("de.verb.infinitive", "[[Lind]] wies alles zurück und {{betont}}, <<den Damm zu bauen>>."),
        ("de.das.quote", "<<„Der Damm ist alt.“>> Das {{sagte}} [[Lind]]."),
        # frames behind and inside
        ("de.clause.verb", "<<Der Damm sei alt>>, {{sagte}} [[Lind]], der gestern kam."),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{hat}} [[Lind]] {{gesagt}}."),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{sagte}} [[die Chefin]] der"),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{sagte}} [[dieser]]"),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{sagte}} [[Lind]]: Er müsse weg."),
        ("de.clause.verb", "<<Der Damm sei alt>>, – {{sagte}} [[Lind]]."),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{teilte}} [[Lind]] am Montag {{mit}}."),
        ("de.clause.verb", "<<Der Damm sei alt>>, {{hieß es}} aus [[Kreisen]]."),
        ("de.clause.verb", "Berg schwieg; <<der Damm sei alt>>, {{sagte}} [[Lind]]."),
        ("de.so", "<<Der Damm ist>>, {{so sagt}} [[Lind]], <<alt>>."),
        ("de.so", "<<Der Damm ist>>, {{so betont}} auch [[Lind]], <<alt>>."),
        ("de.wie", "<<Der Damm ist>>, {{wie}} [[Lind]] gestern {{sagte}}, <<alt>>."),
        ("de.so", "<<Der Damm>>, {{so}} [[Lind]] im <<„großen Buch über alle Dämme der Welt“, hält>>."),
        ("de.wie", "Denn {{wie}} [[der Kurier]] gestern {{schrieb}}, <<ist der Damm alt>>."),
        ("de.wie", "{{Wie}} [[der Richter, Otto Berg]], in Kiel {{ausführte}}, <<ist der Damm alt>>."),
        ("de.wie", "{{Wie}} [[der Chef]], nach dem Regen, nach dem Schnee, {{mitteilte}}, <<ist der Damm alt>>."),
        ("de.wie", "{{Wie}} von [[der Stadt]] {{mitgeteilt wurde}}, <<ist der Damm alt>>."),
        ("de.wie.place", "{{Wie}} aus [[einem Brief]] {{hervorgeht}}, <<ist der Damm alt>>."),
        ("de.laut", "<<Der Damm ist>> {{laut}} [[Lind]], der gestern kam, <<alt>>."),
        ("de.laut", "<<Der Damm ist>> {{laut}} [[Bauamt]] <<in Kiel sicher>>."),
        ("de.laut", "Und {{laut}} [[Polizei]] <<hält der Damm>>."),
        ("de.nach", "<<Der Damm ist>> {{nach}} [[Ansicht der Stadt]] <<alt>>."),
        ("de.zufolge", "<<Der Damm ist>> [[neuen Berichten]] {{zufolge}} <<alt>>."),
        ("de.wonach", "Es gibt [[einen Bericht]], {{wonach}} <<der Damm alt ist>>."),
        ("de.das.verb", "<<Der Damm ist alt.>> Das {{hat}} [[Lind]] gestern {{mitgeteilt}}."),
        ("de.das.verb", "<<Der Damm ist alt.>> Dies {{sagte}} [[Lind]]."),
        ("de.das.verb", "<<Der Damm ist alt.>> Das {{berichteten}} [[Medien]]."),
        ("de.das.clause", "<<Der Damm ist alt>>, das {{teilte}} [[Lind]] {{mit}}."),
        ("de.dass.verb", "<<Dass der Damm bricht, weil es regnet>>, {{bestritt}} [[die Stadt]]."),
        ("de.dass.verb", "<<Dass der Damm, der alt ist, bricht>>, {{bestritt}} [[die Stadt]]."),
        ("de.das.verb", "<<Der Damm ist alt.>> Das alles {{sagte}} [[Lind]]."),
        ("de.nach", "{{Nach}} [[Angaben der Stadt]], die gestern tagte, <<hält der Damm>>."),
        ("de.nach", "<<Der Damm hält>> {{nach}} [[Angaben der Stadt]], die gestern tagte, <<bis Mai>>."),
        ("de.nach", "<<Der Damm hält>> {{nach}} [[Angaben der Stadt]] gegenüber dem Kurier <<noch lange>>."),
        ("de.nach", "Es ist spät, <<die Stadt warnt>> {{nach}} [[Angaben der Polizei]] <<vor Regen>>."),
        ("de.laut", "{{Laut}} [[Gesetz]] <<der Präsident entscheidet>>."),
        ("de.laut", "<<Der Damm hält>> {{laut}} [[Angaben der Stadt]]."),
        ("de.danach", "[[Lind]] sagte, es regne. {{Danach}} <<solle der Damm wachsen>>."),
        ("de.zufolge", "[[Den neuen Berichten]] {{zufolge}} <<hält der Damm>>."),
        ("de.zufolge", "<<Der Damm hält>> [[einem Sprecher der Stadt]] {{zufolge}} <<bis Mai>>."),
        # nouns and adjectives
        ("de.noun.dass", "[[Lind]] {{ist der Ansicht}}, <<dass er kommt>>."),
        ("de.noun.dass", "Gestern {{erhob}} [[Lind]] {{den Vorwurf}}, <<dass er kommt>>."),
        ("de.noun.dass", "Es war Lind, [[der]] den {{Verdacht hatte}}, <<dass er kommt>>."),
        ("de.noun.dass", "Es {{bleibt der Vorwurf}} von [[Lind]], <<dass er kommt>>."),
        # quotations
        ("de.quote.verb", "<<„Er kommt“>>, {{sagte}} [[Lind]] und ging."),
        ("de.quote.verb", "<<„Er“>>, {{sagte}} [[Lind]], <<„kommt.“>>"),
        ("de.quote.verb", "<<„Er kommt“>>, {{sagte}} [[die Chefin des „Kurier“]]."),
        ("de.quote.verb", "<<„Er kommt“>>, {{lautet}} die Antwort [[der Stadt]]."),
        ("de.quote.so", "<<„Er kommt“>>, {{so sagt}} [[Lind]]."),
        ("de.quote.verb", "<<„Es regnet“>>, {{sagte}} [[Lind]]: <<„Er kommt bald.“>>"),
        ("de.quote.colon", "[[Lind]] {{lobte}} ihn {{mit den Worten}}: <<„Er kommt bald.“>>"),
        ("de.quote.colon", "Der Damm sei alt, {{sagte}} [[Lind]]: <<„Er bricht bald.“>>"),
        ("de.quote.colon.name", "Lind sagte, es regne; [[Otto Berg]]: <<„Er kommt bald wieder.“>>"),
        ("de.quote.verb", "<<„Er kommt“>>, {{sagte}} [[Lind]] der Zeitung „Kurier für Kiel und Umland“."),
        ("de.quote.verb", "<<„Er kommt“>>, {{sagte}} [[Lind]] der Zeitung <<„mit viel Glück und ohne Plan“>>."),
        ("de.quote.colon", "Es war Lind, [[der]] {{sagte}}: <<„Er kommt bald.“>>"),
        ("de.quote.colon.name", "[[Anna Lind]] wörtlich: <<„Er kommt.“>>"),
        ("de.quote.colon.name", "[[Anna Lind]] {{legte}} sich fest: <<„Er kommt.“>>"),
        ("de.quote.judgement", "[[Lind]] {{nannte}} den Plan <<„ganz und gar unsinnig“>>."),
        ("de.quote.judgement", "[[Lind]] {{bezeichnete}} den Plan {{als}} <<„Unsinn“>>."),
        ("de.quote.judgement", "[[Lind]] {{nannte}} das Tor <<„kieler Brücke“>>."),
        ("de.quote.judgement", "[[Lind]] {{hat}} den Plan, der gestern kam, <<„völligen Unsinn“>> {{genannt}}."),
        ("de.quote.fragment", "[[Lind]] {{warnte vor}} <<„völlig unnötigen und teuren Bauten“>>."),
        ("de.quote.nested", "[[Lind]] {{sagte}}, der Damm sei <<„völlig unnötig“>>."),
        # acts
        ("de.act", "<<[[Lind]] forderte neue Dämme.>>"),
        ("de.act", "<<Gestern forderte [[Lind]] neue Dämme.>>"),
        ("de.act", "<<Gestern forderten [[beide]] eine Sperre.>>"),
        ("de.act", "<<[[Der ADAC]] geht von langen Staus aus.>>"),
        ("de.act", "<<[[Lind]] erwartet höhere Dämme.>>"),
        ("de.act.noun", "<<[[Lind]] hält den Damm für sicher.>>"),
        ("de.aus.sicht", "{{Aus}} der Sicht [[des Verbands der Bauern]] <<ist der Damm zu hoch>>."),
        ("de.adjective.clause", "[[Lind]] {{gibt zu bedenken}}, <<dass der Damm alt ist>>."),
        ("de.label.headline", "# [[Umfrage]]{{:}} <<Mehrheit lehnt Damm ab>>\n\nDer Damm ist alt."),
        ("de.act", "<<[[Lind]] kritisierte nicht nur den Damm.>>"),
        ("de.act", "<<[[Lind]] kritisierte die nicht geplanten Dämme.>>"),
        ("de.act", "<<[[Lind]] schloss einen neuen Damm nicht aus.>>"),
        ("de.act.noun", "<<Scharfe Kritik übte [[Lind]] an dem Damm.>>"),
        ("de.act.noun", "<<[[Lind]] stellte einen neuen Damm in Aussicht.>>"),
        ("de.act.noun", "<<[[Lind]] sprach sich für den Damm aus.>>"),
        ("de.act.noun", "<<[[Lind]] nahm die Stadt in Schutz.>>"),
        ("de.act.noun", "<<[[Lind]] legte der Stadt einen Betrug zur Last.>>"),
        ("de.act.from", "<<Lob für den Damm kam auch von [[Anna Lind]].>>"),
        ("de.act.from", "<<Auf Kritik stößt der Damm bei [[Anna Lind]].>>"),
        ("de.claim.perfect", "<<[[Lind]] will den Damm nie gesehen haben.>>"),
        ("de.claim.perfect", "<<Den Damm will [[Anna Lind]] nie gesehen haben.>>"),
        ("de.quote.adjective", "<<„Er kommt“>>, {{gibt}} sich [[Anna Lind]] {{zuversichtlich}}."),
        ("de.adjective.behind", "<<Er wird kommen>>, {{bleibt}} [[Anna Lind]] {{zuversichtlich}}."),
        ("de.nach", "{{Nach}} [[dem Willen der Stadt]] <<soll der Damm wachsen>>."),
        ("de.clause.verb", "<<Es sei Zeit für einen Damm>>, {{lautet}} die Forderung [[der Stadt]]."),
        ("de.act.passive", "<<Der Plan wurde von [[Lind]] als gut bezeichnet.>>"),
        ("de.hanging.subjunctive", "[[Lind]] {{wartet}}, <<da der Damm Risse habe>>."),
        ("de.sequel.subjunctive", "<<Gehe er, falle der Damm.>>"),
        ("de.soll.perfect", "<<Der Damm soll im Mai zerstört worden sein.>>"),
    ],
)  # fmt: skip
def test_a_statement(row: str, sentence: str) -> None:
    text, marked = unmark(sentence)
    assert marked in found(text).get(row, []), found(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Lind soll sagen, dass er kommt.", "de.verb.dass"),
        ("Der Plan ist bekannt, dass er kommt.", "de.verb.dass"),
        ("Das Gericht wies den Kläger ab. Das Gericht teilte es mit.", "de.das.verb"),
        ("Der Damm ist alt. Das bestritt Lind.", "de.das.verb"),
        ("„Er kommt.“ Das sagte Lind.", "de.das.verb"),
        ("Der Damm bricht, unterstützt von der Armee.", "de.clause.verb"),
        ("Nach der Ansicht ging er.", "de.laut"),
        ("Die Suche nach Angaben dauert an.", "de.nach"),
        ("Danach ging er nach Hause.", "de.danach"),
        ("Lind las das Buch „Der Damm“.", "de.quote.fragment"),
        ("Der „Spiegel“-Redakteur Lind lobte den Bau.", "de.quote.judgement"),
        ("Lind nannte die Gruppe „Blau“.", "de.quote.judgement"),
        ("Lind nannte das Tor „Kieler Brücke“.", "de.quote.judgement"),
        ("„Kurier“ schrieb, dass er kommt.", "de.quote.verb"),
        ("Lind forderte neue Dämme, die halten sollen.", "de.soll"),
        ("Lind lobte Berg, die heute 81 wäre.", "de.sequel.past"),
        ("Der Damm soll Ruhe haben.", "de.soll.perfect"),
        ("Der Damm ist alt. Zu diesem Zeitpunkt kommt eine Studie.", "de.schluss"),
        ("Der Damm ist alt. Zu diesem Ergebnis kommt der Bau.", "de.schluss"),
        ("„Der Damm ist alt.“ Zu diesem Ergebnis kommt eine Studie.", "de.schluss"),
        ("Zu diesem Ergebnis kommt eine Studie.", "de.schluss"),
        ("„Der Damm hält“ steht an der Wand. Das sagte Lind.", "de.das.quote"),
        ("Der Damm hält, so Lind wird das nie vergessen.", "de.so"),
        ("Der Damm hält, so sagt.", "de.so"),
        (
            "Wie der Chef, nach dem Regen, nach dem Schnee, nach dem Sturm, mitteilte, hält der Damm.",
            "de.wie",
        ),
        ("Es gibt Berichte, wonach", "de.wonach"),
        ("„Der Kurier für Kiel“ schrieb, dass er kommt.", "de.quote.verb"),
        ("Dass der Damm bricht, bestritt niemand.", "de.dass.verb"),
        ("Nach dem Spiel im Bericht der Stadt hält der Damm.", "de.nach"),
        ("Die „Gruppe für den Damm“ nannte den Plan Unsinn.", "de.quote.judgement"),
        ("Die „Gruppe für den Damm“ lobte den Plan.", "de.quote.nested"),
        ("„Der Damm hält nicht mehr“, sagte Lind laut dem Kurier.", "de.quote.nested"),
        ("Lind wird neue Dämme fordern.", "de.act"),
        ("Lind kritisierte den Damm nicht.", "de.act"),
        ("Die Hitze bestätigt den Bau des Damms.", "de.act"),
        ("Man fordert neue Dämme.", "de.act"),
        ("Das Holz hält sich für den Winter auf.", "de.act.noun"),
        ("Lind drängte den Leuten den Damm auf.", "de.act.noun"),
        ("In den Tarif wird jeder eingestuft.", "de.act.passive"),
        ("Aus meiner Sicht hält der Damm.", "de.aus.sicht"),
        ("Das Boot, aus dem Lind stieg, liegt am Damm.", "de.aus.sicht"),
        ("Wir wollen uns erst gefunden haben.", "de.claim.perfect"),
        ("Sand hat einen Wunsch: Der Damm ist alt.", "de.noun.colon"),
        ("# Ida Lund: Die Frau baut den Damm\n\nIda Lund lebt am Damm.", "de.label.headline"),
        ("# Polizei: 200 neue Stellen\n\nDer Damm ist alt.", "de.label.headline"),
        ("Lind stellte das Rad in den Keller.", "de.act.noun"),
        ("Lind legte der Stadt einen Plan vor.", "de.act.noun"),
        ("Lind gab der Stadt das Geld.", "de.act.noun"),
        ("Das Holz kam von Anna Lind.", "de.act.from"),
        ("Kritik kam spät.", "de.act.from"),
        ("Wenn der Damm hält, ist die Stadt sicher.", "de.adjective.behind"),
        ("Lind will den Damm im Mai gebaut sehen.", "de.claim.perfect"),
        ("Der Damm bricht, weil es regnet.", "de.hanging.subjunctive"),
        ("Der Damm sei alt, weil es regne.", "de.hanging.subjunctive"),
        ("Statt lange zu reden, meldete die Stadt den Bruch.", "de.clause.verb"),
        ("Für uns ergibt sich der Vorteil, dass der Damm hält.", "de.verb.dass"),
        ("Die Leute haben sich entschieden, zu Hause zu bleiben.", "de.verb.infinitive"),
        ("Würdest du sagen, dass der Damm hält?", "de.verb.dass"),
        ("Die Dämme werden höher – so erkennen Sie guten Beton.", "de.so"),
        ("Wir fordern neue Dämme.", "de.act"),
        ("Ich glaube, dass der Damm hält.", "de.verb.dass"),
        ("Lind steht im Verdacht, den Damm zerstört zu haben.", "de.noun.infinitive"),
        ("Wer sich umsieht, findet eine Fülle von Dämmen.", "de.clause.verb"),
        ("Lind sagte, er gehe. Bitte klicke auf den Verweis.", "de.sequel.subjunctive"),
        ("Lind sagte, er gehe. Höre auf dein Herz.", "de.sequel.subjunctive"),
        ("Lind sagte, er gehe. Ich habe gehört, dass er bleiben werde.", "de.sequel.subjunctive"),
        ("Lind sagte, er gehe. Viele mögen das anders sehen.", "de.sequel.subjunctive"),
    ],
)
def test_a_row_keeps_away(text: str, row: str) -> None:
    assert row not in found(text)


@pytest.mark.parametrize(
    ("row", "near", "far"),
    [
        ("de.noun.dass", "Lind erhob den Vorwurf gegen Berg, dass er kommt.", "Lind erhob den Vorwurf gegen Berg erneut, dass er kommt."),
        ("de.dass.verb", "Dass er, der alt ist, der krumm ist, kommt, bestritt Lind.", "Dass er, der alt ist, der krumm ist, der arm ist, kommt, bestritt Lind."),
        ("de.schluss", "Er kommt. Zu genau diesem klaren Ergebnis kommt Lind.", "Er kommt. Zu genau diesem einen klaren Ergebnis kommt Lind."),
        ("de.wie", "Wie Lind, nach dem Regen, nach dem Schnee, mitteilte, kommt er.", "Wie Lind, nach dem Regen, nach dem Schnee, nach dem Sturm, mitteilte, kommt er."),
    ],
)  # fmt: skip
def test_how_far_a_row_looks(row: str, near: str, far: str) -> None:
    assert row in found(near)
    assert row not in found(far)


def test_who_is_asked_first_is_no_place_of_the_words() -> None:
    (statement,) = found("Auf Nachfrage hieß es von der Bahn, der Zug falle aus.")["de.verb.subjunctive"]
    assert statement["speaker"] == ["der Bahn"]
