"""Prints how the marked articles come out, and holds the figures against their floors.

    python -m tests.gold.gate [de|en …] [--show KIND | --families | --faults | --read] [--write-floors]

Without options: a table of each figure with its floor; exit code 1 if one lies below it. `--show` lists the
cases of a kind: `missed` and `extra` statements, `wrong` sources, `type`, `route`, `speaker`, `cue`, `kind`,
`borders`.
`--write-floors` pins the figures of the languages named (of all, if none is) a hair below where they stand.
`--families` says how the articles of each family come out, `--faults` counts what is wrong with sources,
`--read` prints what was marked.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.gold.articles import FOLDER, LANGUAGES, MarkingError, marked, read_articles
from tests.gold.faults import counted, fault
from tests.gold.measure import Case, Comparison, compare, figures, likeness, same_route, share, shown

FLOORS = FOLDER / "floors.toml"
COMMAND = "python -m tests.gold.gate"
NAMES = {"de": "German", "en": "English"}
#: What a figure may lose before it is red; losing half a point is.
HAIR = 0.004
#: A floor that lies further below its figure than this is raised.
SLACK = 0.015


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words."""

    title: str
    what: str
    look: str
    """The `--show` that lists its cases."""
    ceiling: bool = False
    """Whether less is better, so that its floor is a ceiling."""

    def margin(self, value: float, floor: float) -> float:
        """How far the figure is on the good side of its floor."""
        return floor - value if self.ceiling else value - floor

    def pinned(self, value: float) -> float:
        """The floor for a figure, to three places, on the safe side of it."""
        return round(value + HAIR, 3) if self.ceiling else round(value - HAIR, 3)


FIGURES = {
    "content_precision": Figure("statements, precision", "half their words, or half of a marked one’s", "extra"),
    "content_recall": Figure("statements, recall", "half their words are found", "missed"),
    "content_words": Figure("statements, word by word", "F1 over all words", "borders"),
    "content_exact": Figure("statements, to the word", "F1 of those with just the marked words", "borders"),
    "kind": Figure("kinds", "of found statements", "kind"),
    "cue": Figure("cues", "F1, words of each against the marked one's", "cue"),
    "speaker": Figure("speakers", "F1, words of the phrase against the marked one's", "speaker"),
    "source_of_found": Figure("sources of found statements", "the marked one, or nobody for nobody", "wrong"),
    "source_of_all": Figure("sources of all statements", "found, and the source is right", "wrong"),
    "name": Figure("names fit to print", "letter for letter, of found statements with a source", "wrong"),
    "type": Figure("types", "of right sources", "type"),
    "same_source": Figure("sources told apart", "BCubed F1 of statements by source, in an article", "wrong"),
    "medium": Figure("media", "F1", "route"),
    "agency": Figure("agencies", "F1", "route"),
    "calibration_error": Figure(
        "confidence", "expected calibration error of content with source", "wrong", ceiling=True
    ),
}  # fmt: skip
SHOWS = ("missed", "extra", "wrong", "type", "route", "speaker", "cue", "kind", "borders")


def floors() -> dict[str, dict[str, float]]:
    """Language → figure → floor."""
    pinned: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def below(language: str, name: str, value: float, floor: float) -> str | None:
    """What is to be said of a figure below its floor; None if it is not."""
    figure = FIGURES[name]
    margin = figure.margin(value, floor)
    if margin >= 0:
        return None
    lacks = f"{-100 * margin:.2f} points too {'many' if figure.ceiling else 'few'}"
    look = f"`{COMMAND} {language} --show {figure.look}` lists the cases"
    return f"{_beside(language, name, value, floor)}: {lacks}; {look}"


def slack(language: str, name: str, value: float, floor: float) -> str | None:
    """What is to be said of a floor that has been left behind; None if it is near its figure."""
    if FIGURES[name].margin(value, floor) <= SLACK:
        return None
    gain = f"better by more than {100 * SLACK:.1f} points"
    return (
        f"{_beside(language, name, value, floor)}: {gain}; pin it with `{COMMAND} {language} --write-floors`"
    )


def _beside(language: str, name: str, value: float, floor: float) -> str:
    bound = "ceiling" if FIGURES[name].ceiling else "floor"
    return f"{NAMES[language]} {FIGURES[name].title} {_short(value)}, {bound} {_short(floor)}"


def _short(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def written(pinned: dict[str, dict[str, float]]) -> str:
    """The text of `floors.toml`."""
    lines = [
        f"# Floors of the marked articles; `{COMMAND} --write-floors` writes them.",
        "# A figure below its floor is red, and so is a floor that its figure has left behind.",
    ]
    for language in sorted(pinned):
        lines += ["", f"[{language}]"]
        for name, figure in FIGURES.items():
            bound = "at most; " if figure.ceiling else ""
            lines.append(f"{name} = {pinned[language][name]:.3f}  # {bound}{figure.title}: {figure.what}")
    return "\n".join(lines) + "\n"


def table(language: str, taken: dict[str, float], pinned: dict[str, float]) -> Iterator[str]:
    """A line for each figure of a language."""
    side = compare(language)
    articles = {case.article.name for case in side.marked}
    marks = f"{len(articles)} articles, {len(side.marked)} statements"
    yield f"{NAMES[language]}: {marks}, {len(side.found)} found"
    for name, figure in FIGURES.items():
        floor = pinned.get(name)
        line = f"  {figure.title:<28} {_short(taken[name])}"
        if floor is not None:
            sign = "!" if figure.margin(taken[name], floor) < 0 else " "
            line += f"  {sign} {'≤' if figure.ceiling else '≥'} {_short(floor)}"
        yield f"{line}  {figure.what}"


def by_family(language: str) -> Iterator[str]:
    """A line for each family: the statements of its articles, the share found and with the right source."""
    side = compare(language)
    yield f"{NAMES[language]}: family, statements of its articles, found, source right"
    for family in sorted({family for case in side.marked for family in case.article.about}):
        cases = [case for case in side.marked if family in case.article.about]
        reached = share(case.found is not None for case in cases)
        right = share(case.right_source for case in cases)
        yield f"  {family:<18} {len(cases):>4}  {_short(reached)}  {_short(right)}"


def cases(side: Comparison, kind: str) -> Iterator[str]:
    """The cases of a kind, a line each: article, what was marked and what was found."""
    if kind == "extra":
        yield from (
            _line(case, case.found.statement.kind) for case in side.found if case.found and not case.marked
        )
        return
    for case in side.marked:
        if case.marked is None:
            continue
        if case.found is None:
            if kind == "missed":
                yield _line(case, case.marked.gold.kind)
        elif told := _difference(case, kind):
            yield _line(case, told)


def _difference(case: Case, kind: str) -> str:
    """What a case of a marked and a found statement has wrong; "" if nothing of this kind."""
    assert case.marked is not None and case.found is not None
    gold, found = case.marked.gold, case.found
    wanted, given = gold.source, found.source
    text = case.article.text
    pattern = f" [{found.statement.pattern} {found.confidence:.2f}]"
    if kind == "wrong" and (named := fault(case)):
        return (
            f"{named}: {given.name if given else 'nobody'} ≠ {wanted.name if wanted else 'nobody'}{pattern}"
        )
    if kind == "type" and wanted and given and case.right_source and not case.right_type:
        return f"{given.name}: {given.type} ≠ {wanted.type}"
    if kind == "route":
        return "; ".join(_routes(gold.medium, found.medium) + _routes(gold.agency, found.agency))
    if kind == "kind" and gold.kind != found.statement.kind:
        return f"{found.statement.kind} ≠ {gold.kind}{pattern}"
    if kind == "borders" and not case.exact:
        return f"“{found.statement.text}”{pattern}"
    if kind in ("speaker", "cue"):
        here, there = getattr(case.marked, kind), getattr(found, kind)
        if likeness(here, there) < 1:
            said = found.statement.attribution
            words = _words(text, getattr(said, kind) if said else ())
            return f"“{words}” ≠ “{_words(text, getattr(gold, kind))}”{pattern}"
    return ""


def _words(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _routes(wanted: Sequence[str], given: Sequence[str]) -> list[str]:
    lacks = [f"lacks {one}" for one in wanted if not any(same_route(one, other) for other in given)]
    adds = [f"adds {one}" for one in given if not any(same_route(one, other) for other in wanted)]
    return lacks + adds


def _line(case: Case, told: str) -> str:
    return f"{case.article.place}\t{told}\t{shown(case)[:90]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; the exit code."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__.split("\n")[0])
    parser.add_argument("languages", nargs="*", metavar="de|en", help="all, if none is named")
    parser.add_argument("--show", choices=SHOWS, help="list the cases of a kind")
    parser.add_argument("--write-floors", action="store_true", help="pin the figures where they stand")
    parser.add_argument("--families", action="store_true", help="how the articles of each family come out")
    parser.add_argument("--faults", action="store_true", help="count what is wrong with sources")
    parser.add_argument("--read", action="store_true", help="print what is marked")
    options = parser.parse_args(arguments)
    languages = options.languages or LANGUAGES
    if unknown := set(languages) - set(LANGUAGES):
        parser.error(f"no marked articles in {', '.join(sorted(unknown))}; there are: {', '.join(LANGUAGES)}")
    pinned = floors() if FLOORS.exists() else {}
    red = False
    for language in languages:
        if options.read:
            for article in read_articles(language):
                print(f"# {article.place}", *marked(article), sep="\n")
            continue
        if options.families:
            print(*by_family(language), sep="\n")
            continue
        if options.faults:
            print(f"{NAMES[language]}: sources of found statements", *counted(compare(language)), sep="\n")
            continue
        taken = figures(compare(language))
        if options.write_floors:
            pinned[language] = {name: FIGURES[name].pinned(value) for name, value in taken.items()}
        if options.show:
            print(*cases(compare(language), options.show), sep="\n")
            continue
        print(*table(language, taken, pinned.get(language, {})), sep="\n")
        told = [below(language, name, taken[name], floor) for name, floor in pinned.get(language, {}).items()]
        red = red or any(told)
    if options.write_floors:
        FLOORS.write_text(written(pinned), encoding="utf-8")
    return int(red)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MarkingError as error:
        sys.exit(str(error))
