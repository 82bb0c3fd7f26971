"""The review screen by keyboard and mouse, and how it looks at two sizes."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from provenance.inert import inert, line
from provenance.ingest import parse
from provenance.model import AuditReport, Severity
from provenance.tui.app import ReviewApp
from provenance.tui.article import GUTTER, Article
from provenance.tui.layout import SMALL_PRINT, rows
from provenance.tui.plain import PLAIN, plain_signs
from provenance.tui.review import ReviewScreen
from provenance.tui.signs import LOOKS, SEVERITY_SIGNS
from provenance.tui.stops import stops
from tests.builders import document, report

FIRST = (
    "Hafen steht still\n\nIm Hafen ruht die Arbeit. Minister Otto Lind sagte der Zeitung Nordlys, es seien »bis zu 8.000« "
    "streikende Hafenarbeiter unterwegs. Er müsse »sehr bald wieder für Ruhe« sorgen. Ein Insider sagte, der Vertrag sei fertig. "
    "Brüssel geht davon aus, dass der Streik endet.\n"
)
SECOND = "Reeder Jan Kroll sprach von etwa 3.000 streikenden Hafenarbeitern. Die Herkunft der Zahlen blieb unklar.\n"


def sample() -> AuditReport:
    return report(
        document(FIRST, "eins.txt", outlet="Tagblatt"), document(SECOND, "zwei.txt", outlet="Morgenpost")
    )


def drive(
    script: Callable[[Pilot[Any], ReviewScreen], Awaitable[None]],
    made: AuditReport | None = None,
    size: tuple[int, int] = (120, 40),
    notes: Sequence[str] = (),
) -> None:
    """Run a script against the review of a report."""

    async def body() -> None:
        app = ReviewApp(made or sample(), notes)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            await script(pilot, screen)

    asyncio.run(body())


def shown(screen: ReviewScreen) -> str:
    return str(screen.query_one("#statement", Static).render())


def title(screen: ReviewScreen) -> str:
    """The first line of the screen."""
    return screen._compositor.render_strips()[0].text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_document_place_and_state_stand_in_the_title_line(size: tuple[int, int]) -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        assert title(screen).startswith(" Hafen steht")
        assert "1 of 2  s3  8 statements, 4 findings" in title(screen)
        await pilot.press("k", "c")
        await pilot.pause()
        left = sum(statement.parent is None for statement in screen.document.statements)
        assert f"1 of 2  s2  {left} statements, " in title(screen)
        assert title(screen).rstrip().endswith("findings  without children")
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert title(screen).startswith(" zwei.txt") and "2 of 2" in title(screen)

    drive(script, size=size)


def test_the_first_sourced_statement_is_open_with_its_chain() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        text = shown(screen)
        assert "Otto Lind" in text and "Nordlys" in text and "Tagblatt" in text
        assert "second hand" in text

    drive(script)


def test_a_statement_shows_the_way_to_its_speaker_and_what_found_it() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        text = shown(screen)
        assert "subject before the verb" in text
        assert "found by de.verb.subjunctive" in text
        assert "A reporting verb and a main clause in the subjunctive behind it." in text

    drive(script)


def test_keys_walk_statements_findings_and_documents() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        start = screen.selected
        await pilot.press("j")
        assert screen.selected == start + 1
        await pilot.press("k")
        assert screen.selected == start
        await pilot.press("n")
        assert screen.document.statements[screen.selected].id in screen.library.findings
        await pilot.press("right_square_bracket")
        assert screen.document.id == "zwei.txt"
        await pilot.press("left_square_bracket")
        assert screen.document.id == "eins.txt"

    drive(script)


#: A credit and a sentence on the sources that findings hang on, though they belong to no statement.
PICTURED = (
    "# Hafen steht still\n\n![Kräne am Kai](kran.jpg)\n\nMinister Otto Lind sagte, der Hafen sei »bis auf Weiteres« zu.\n\n"
    "Die Herkunft der Zahlen blieb unklar.\n"
)


def pictured() -> AuditReport:
    (made,) = parse(PICTURED.encode(), "bild.md", language="de")
    return report(made, document(SECOND, "zwei.txt"))


@pytest.mark.parametrize(("key", "filtered"), [("n", False), ("p", False), ("j", True)])
def test_every_finding_that_is_counted_is_reached_and_told(key: str, filtered: bool) -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        counted = screen.library.report.findings
        assert sum(finding.statement is None for finding in counted) >= 3
        while filtered and screen.look_filter != "with findings":
            await pilot.press("f")
        told = set()
        for _ in range(3 * len(counted)):
            for finding in screen._stops[screen.place].findings:
                assert line(finding.message) in shown(screen)
                told.add((finding.document, finding.start, finding.rule))
            before = screen.place
            await pilot.press(key)
            if screen.place == before:
                await pilot.press("right_square_bracket")
        assert told == {(finding.document, finding.start, finding.rule) for finding in counted}

    drive(script, pictured())


def test_the_counts_are_those_of_what_the_keys_reach() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        documents = screen.query_one("#documents", OptionList)
        for number, made in enumerate(screen.library.report.documents):
            findings = [each for each in screen.library.report.findings if each.document == made.id]
            reached = [each for stop in stops(screen.library, made) for each in stop.findings]
            assert sorted(map(id, reached)) == sorted(map(id, findings))
            words = f"{len(made.statements)} statements, {len(findings)} findings"
            assert words in str(documents.get_option_at_index(number).prompt)
            assert words in title(screen)
            await pilot.press("right_square_bracket")

    drive(script, pictured())


def test_a_finding_on_the_document_stands_at_its_own_words() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        while screen.selected >= 0:
            await pilot.press("n")
        (finding,) = screen._stops[screen.place].findings
        article = screen.query_one(Article)
        row = article._row_of(finding.start)
        strip = list(article.render_line(row - article.scroll_offset.y))
        assert strip[0].text == SEVERITY_SIGNS[finding.severity]
        lit = "".join(segment.text for segment in strip if segment.style and segment.style.underline)
        assert lit and lit in screen.document.text[finding.start : finding.end]

    drive(script, pictured())


def test_the_same_claim_elsewhere_is_one_key_away() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        assert "bis zu 8.000  Otto Lind\n    etwa 3.000    Jan Kroll" in shown(screen)
        await pilot.press("e")
        assert screen.document.id == "zwei.txt"
        assert "Jan Kroll" in shown(screen)

    drive(script)


def test_a_filter_leaves_one_kind_of_source() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        while screen.look_filter != "metonym":
            await pilot.press("f")
        assert "Brüssel" in shown(screen)

    drive(script)


def test_children_can_be_left_out() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        await pilot.press("c")
        seen = []
        for _ in range(8):
            seen.append(screen.document.statements[screen.selected].parent)
            await pilot.press("j")
        assert set(seen) == {None}

    drive(script)


def test_search_finds_words_and_says_when_there_are_none() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        await pilot.press("slash", *"Vertrag", "enter")
        assert "Ein Insider" in shown(screen)

    drive(script)


def test_a_click_selects_the_statement_under_the_mouse() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        article = screen.query_one(Article)
        await pilot.press("j", "j")
        wanted = screen.selected
        row = next(
            number
            for number in range(len(article._rows))
            if wanted
            in article._painted[max(article._rows[number].start, 0) : max(article._rows[number].end, 0)]
        )
        shown = article._rows[row]
        column = (
            next(offset for offset in range(shown.start, shown.end) if article._painted[offset] == wanted)
            - shown.start
        )
        await pilot.press("k", "k")
        await pilot.click(Article, offset=(column + GUTTER, row - article.scroll_offset.y))
        assert screen.selected == wanted

    drive(script)


@pytest.mark.parametrize("before", ["船が港に", "\t\t\t\t", "e\u0301e\u0301"])
def test_a_click_behind_wide_characters_tabs_and_combining_marks_hits_what_is_seen(before: str) -> None:
    text = f"{before} Lind sagte, der Damm halte. Kroll sagte, der Damm breche.\n"

    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        article = screen.query_one(Article)
        strip = article.render_line(0).text
        assert "\t" not in strip
        for ends in (("breche", "halte"), ("der Damm breche", "der Damm halte")):
            for words in ends:
                behind = strip.index(words) + (len(words) - 1 if words in ("breche", "halte") else 0)
                await pilot.click(Article, offset=(cell_len(strip[:behind]), 0))
                assert words in screen.document.statements[screen.selected].text

    drive(script, report(document(text, "breit.txt")), size=(160, 24))


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1"])
def test_a_terminal_without_utf_8_gets_plain_signs_of_the_same_width(encoding: str) -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        await pilot.press("n")
        for strip in screen._compositor.render_strips():
            raw = BytesIO()
            stream = TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
            with plain_signs(stream):
                stream.write(strip.text)
                stream.flush()
            assert stream.errors == "backslashreplace"
            written = raw.getvalue().decode(encoding)
            assert "\\" not in written and cell_len(written) == strip.cell_length

    drive(script, pictured())


def test_plain_signs_differ_as_the_signs_do() -> None:
    signs = [look.sign for look in LOOKS] + [SEVERITY_SIGNS[Severity.ERROR], SEVERITY_SIGNS[Severity.NOTE]]
    assert len({sign.encode("ascii", PLAIN) for sign in signs}) == len(signs)


def test_help_lists_the_keys() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        await pilot.press("question_mark")
        assert "next, previous statement" in str(pilot.app.screen.query_one(Static).render())
        await pilot.press("escape")
        assert pilot.app.screen is screen

    drive(script)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([], "no document in this report; name what to read: provenance review PATH"),
        (["provenance: nrgends: no such file or folder; check the path"], "nrgends: no such file or folder"),
    ],
)
def test_a_report_without_documents_says_what_to_do_and_keys_do_nothing(told: list[str], words: str) -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        picture = [strip.text for strip in screen._compositor.render_strips()]
        assert words in picture[0]
        await pilot.press(*"jknpecf/[]x", "down", "up", "enter", "tab", "escape", "pagedown")
        await pilot.click(offset=(3, 3))
        assert [strip.text for strip in screen._compositor.render_strips()] == picture
        await pilot.press("question_mark", "escape", "q")
        assert pilot.app._exit

    drive(script, report(), notes=told, size=(80, 24))


def test_what_was_left_out_stands_under_the_panes() -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        lines = [strip.text for strip in screen._compositor.render_strips()]
        assert "the newest 100 of the archive's 4,312 documents (and 1 more)" in lines[-2]

    notes = ["the newest 100 of the archive's 4,312 documents", "provenance: b.txt: damaged"]
    drive(script, notes=notes, size=(80, 24))


def test_hostile_text_is_shown_and_never_acts() -> None:
    text = "Der \x1b[31mInsider\u202e [bold]Otto[/] Lind sagte, der [red]Vertrag[/red] sei »längst unterschrieben und fertig«.\n"

    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        article = screen.query_one(Article)
        lines = "".join(segment.text for y in range(6) for segment in article.render_line(y))
        assert "[red]Vertrag[/red]" in lines and "\x1b" not in lines and "\u202e" not in lines
        assert "\x1b" not in shown(screen)

    drive(script, report(document(text, "[red]x.txt")))


def test_ten_thousand_statements_open_within_a_second() -> None:
    import time

    made = report(document("Lind sagte, der Damm halte. " * 10_000, "gross.txt"))

    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        began = time.perf_counter()
        await pilot.press("j", "j", "n")
        assert time.perf_counter() - began < 1.0

    drive(script, made)


@given(st.text(max_size=60))
def test_inert_text_keeps_every_offset_and_no_control(text: str) -> None:
    made = inert(text)
    assert len(made) == len(text)
    assert not any((ord(glyph) < 32 and glyph not in "\n\t") or 0x7F <= ord(glyph) < 0xA0 for glyph in made)
    assert inert(made) == made


@given(
    st.text(alphabet="ab 界é\u0301.", min_size=1, max_size=120).filter(lambda text: text.strip()),
    st.integers(8, 40),
)
def test_wrapped_lines_show_every_word_in_order(text: str, width: int) -> None:
    made = document("x " + text + " y", "t.txt")
    lines = [made.text[row.start : row.end] for row in rows(made, width) if row.start >= 0]
    assert "".join("".join(lines).split()) == "".join(
        "".join(made.text[block.start : block.end] for block in made.blocks).split()
    )


@pytest.mark.parametrize(("name", "size"), [("wide", (120, 40)), ("narrow", (80, 24))])
def test_the_review_looks_as_it_should(name: str, size: tuple[int, int], snap_compare: Any) -> None:
    assert snap_compare(ReviewApp(sample()), press=["j"], terminal_size=size)


def test_the_picture_of_the_readme_is_a_snapshot() -> None:
    pictures = {path.name for path in (Path(__file__).parent / "__snapshots__" / "test_review").glob("*")}
    assert "test_the_review_looks_as_it_should[wide-size0].svg" in pictures


LABELLED = (
    "<html lang=de><body><article><h1>Hafen steht still</h1><p class=byline>Von Anna Holm</p>"
    "<p>Minister Otto Lind sagte, der Hafen sei zu. Die Kräne stehen.</p><figure><img src=k.jpg>"
    "<figcaption>Die Kräne am Montag. Minister Otto Lind sagte, sie seien zu alt. Foto: Ina Berg</figcaption></figure>"
    "</article></body></html>"
)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_bylines_captions_and_credits_can_be_read_and_do_not_outshine_the_text(theme: str) -> None:
    async def script(pilot: Pilot[Any], screen: ReviewScreen) -> None:
        pilot.app.theme = theme
        await pilot.pause()
        article = screen.query_one(Article)
        ratios: dict[bool, set[float]] = {True: set(), False: set()}
        for number, row in enumerate(article._rows):
            for segment in list(article.render_line(number))[2 if row.start >= 0 else 1 :]:
                if segment.text.strip():
                    ratios[bool(row.label) or row.kind in SMALL_PRINT].add(contrast(segment))
        assert min(ratios[True]) >= 4.5
        assert max(ratios[True]) < max(ratios[False])

    (made,) = parse(LABELLED.encode(), "eins.html", language="de")
    assert {block.kind for block in made.blocks} >= {"byline", "caption", "photo_credit"}
    drive(script, report(made))


def contrast(segment: Segment) -> float:
    """Of a segment's words against their ground, as WCAG 2.2 counts it."""
    assert segment.style and segment.style.color and segment.style.bgcolor
    lights = []
    for colour in (segment.style.color, segment.style.bgcolor):
        parts = [part / 255 for part in colour.get_truecolor()]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)
