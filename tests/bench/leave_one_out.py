"""Measure whether the reading of pages carries to sites unseen: what each word is worth, and each page without its own.

    python tests/bench/leave_one_out.py SCORER OUT.json SECONDS DATA…

DATA are folders with `gold.jsonl` and pages, SCORER the program that scores credits. For each entry of the tables that
the reading of makers consults, the pages where it occurs are read without it: the number of sites (a page each) where
this changes what is found is its support; counting stops at two. Then each page is read without all entries that only
this page supports and that come from no other source, and scored. Entries that occur on the fewest pages come first; those whose turn does not come within
SECONDS are not measured and never left out. OUT gets `figures` (plain, and with each site left out) and `sites` (list →
entry → support). All of 238 pages takes an hour; class names of furniture and bodies are measured by body.py.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from results import result

from provenance import words

#: The tables that the reading of pages consults.
SUBJECTS = ("templates", "pages", "credits", "bylines", "wires", "datelines")
FAMILIES = ("bylines", "datelines", "wire", "photo_credits_token", "captions")
#: Tables of other readings: what is the site's and not the story's.
ELSEWHERE = {
    ("templates", "furniture"),
    ("templates", "body"),
    ("templates", "comments"),
    ("pages", "endings"),
}
#: How lists begin to say where they are from that have no other reason than pages; others stay on every page.
FROM_PAGES = ("read in", "what German and English templates share")
#: Support is counted up to here.
ENOUGH = 2
Entry = tuple[str, str, str, str]
"""Code, subject, list, entry."""


Reading = dict[str, Any]


class Page:
    """A page with what its entries are sought in."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        markup = html.unescape(data.decode("utf-8", "replace"))
        shown = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", markup)
        told = re.findall(r"""(?:content|alt)\s*=\s*["']([^"']*)""", markup)
        self.text = "\n".join(
            [*filter(None, map(str.strip, re.sub(r"<[^>]*>", "\n", shown).splitlines())), *told]
        )
        self.folded = self.text.lower()
        names = re.findall(r"""(?:class|id|itemprop)\s*=\s*["']?([^"'>]*)""", markup)
        parts = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", " ".join(names))
        self.names = re.sub(r"[^0-9a-zäöüß]+", "-", " " + parts.lower())


def entries() -> Iterator[Entry]:
    """Every entry of the tables."""
    for code in (words.ALL, *words.codes()):
        for subject in SUBJECTS:
            for name, table in words.lists(code, subject).items():
                if (subject, name) in ELSEWHERE:
                    continue
                yield from ((code, subject, name, entry) for entry in table.entries)


def without(dropped: Iterable[Entry]) -> None:
    """Let the tables lack some entries, in this process and before they are read."""
    read = words.lists.__wrapped__
    left_out: dict[tuple[str, str], dict[str, set[str]]] = {}
    for code, subject, name, entry in dropped:
        left_out.setdefault((code, subject), {}).setdefault(name, set()).add(entry)

    def lists(code: str, subject: str) -> dict[str, words.List]:
        found = dict(read(code, subject))
        for name, gone in left_out.get((code, subject), {}).items():
            kept = tuple(entry for entry in found[name].entries if entry not in gone)
            found[name] = replace(found[name], entries=kept)
        return found

    words.lists = lists  # type: ignore[assignment]


def readings(pages: Iterable[Page]) -> Iterator[Reading]:
    """What is found on pages, as the scorer reads it."""
    from credits import row

    from provenance.errors import InputError
    from provenance.ingest.html import parse_html

    for page in pages:
        try:
            document = parse_html(page.data, page.name)
        except InputError:
            yield {}
            continue
        yield row(document)


def apart(work: Any, *arguments: Any) -> Any:
    """What a function returns, run in a process of its own in which nothing has been read."""
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as pipe:
            json.dump(work(*arguments), pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        found = json.load(pipe)
    os.waitpid(child, 0)
    return found


def all_readings(pages: list[Page]) -> list[dict[str, Any]]:
    """The readings of all pages with all words."""
    return list(readings(pages))


def supporters(entry: Entry, pages: list[Page], plain: list[Reading], may: list[int]) -> list[int]:
    """The pages where leaving an entry out changes the reading, not more than `ENOUGH`, of those where it may."""
    without([entry])
    found: list[int] = []
    for number, reading in zip(may, readings(pages[number] for number in may), strict=True):
        if as_json(reading) != plain[number]:
            found.append(number)
            if len(found) == ENOUGH:
                break
    return found


def as_json(reading: Reading) -> Reading:
    """A reading as it comes out of a process of its own."""
    found: Reading = json.loads(json.dumps(reading))
    return found


def may_matter(entry: Entry, page: Page) -> bool:
    """Whether an entry occurs on a page: among its names, or anywhere in its markup; too often rather than too seldom."""
    _, subject, name, text = entry
    if subject == "templates" and name not in ("despite", "modifiers", "glued_modifiers", "credit_endings"):
        return "-" + text.rstrip("*?").removesuffix("s" if text.endswith("s?") else "") in page.names
    if name in ("despite", "modifiers", "glued_modifiers", "credit_endings"):
        return True
    if re.fullmatch(r"[\w .&-]+", text):
        return text.lower() in page.folded
    try:
        return re.search(text, page.text, re.I | re.M) is not None
    except re.error:
        return text.lower() in page.folded


def one_page(dropped: list[Entry], page: Page) -> dict[str, Any]:
    """The reading of a page without some entries."""
    without(dropped)
    (reading,) = readings([page])
    return reading


def main(scorer: str, target: str, seconds: str, *folders: str) -> None:
    """Read the pages of all folders with and without their own words, write support and figures."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    gold = [
        (folder, json.loads(line))
        for folder in folders
        for line in (Path(folder) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    pages = [
        Page(each["file"], gzip.decompress((Path(folder) / each["file"]).read_bytes()))
        for folder, each in gold
    ]
    plain = apart(all_readings, pages)
    support: dict[Entry, list[int]] = {}
    began = time.monotonic()
    candidates = {
        entry: [number for number, page in enumerate(pages) if may_matter(entry, page)] for entry in entries()
    }
    for entry, may in sorted(candidates.items(), key=lambda item: len(item[1])):
        if time.monotonic() - began > float(seconds):
            break
        support[entry] = apart(supporters, entry, pages, plain, may) if may else []
    sites: dict[str, dict[str, int]] = {}
    for (code, subject, name, entry), found in support.items():
        sites.setdefault(f"{code}/{subject}: {name}", {})[entry] = len(found)
    own: dict[int, list[Entry]] = {}
    for entry, found in support.items():
        if len(found) == 1 and words.lists(*entry[:2])[entry[2]].origin.startswith(FROM_PAGES):
            own.setdefault(found[0], []).append(entry)
    figures: dict[str, dict[str, list[float]]] = {}
    left = [
        apart(one_page, own[number], page) if number in own else plain[number]
        for number, page in enumerate(pages)
    ]
    for folder in folders:
        numbers = [number for number, (of, _) in enumerate(gold) if of == folder]
        wanted = {gold[number][1]["file"]: gold[number][1] for number in numbers}
        scores = [
            module.score_credits(wanted, {pages[number].name: read[number] for number in numbers})
            for read in (plain, left)
        ]
        figures[Path(folder).name] = {
            family: [score[family]["f1"] for score in scores] for family in FAMILIES
        }
    text = json.dumps({"figures": figures, "sites": sites}, ensure_ascii=False, indent=1, sort_keys=True)
    result(target).write_text(text + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
