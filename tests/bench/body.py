"""Measure article extraction: pages in, F1 over 4-gram shingles and pages a CPU second out.

    python tests/bench/body.py DATA SCORER [--peer PYTHON] [--pages] [-o PRED.json]

DATA is a folder with `gold.json` and `pages/*.html.gz`, SCORER the program that compares {page: body}
with the gold. `--peer` names an interpreter that has trafilatura installed: it is measured right after, on
the same pages and by the same scorer. Only extraction is timed: reading, decompression and scoring are not.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from results import result

Extractor = Callable[[bytes, str], str]


def ours() -> Extractor:
    """The body that `provenance` finds."""
    from provenance.errors import InputError
    from provenance.ingest.html import article_body, parse_html

    def extract(data: bytes, name: str) -> str:
        try:
            return article_body(parse_html(data, name))
        except InputError:
            return ""

    return extract


def peer() -> Extractor:
    """The body that trafilatura finds, comments and metadata off, with the settings that favour precision."""
    from trafilatura import extract as find

    def extract(data: bytes, name: str) -> str:
        return find(data, include_comments=False, favor_precision=True, with_metadata=False) or ""

    return extract


def measure(folder: Path, extractor: Extractor) -> tuple[dict[str, str], float]:
    """Each page's body, and the CPU seconds that all of them took: the best of five rounds, for a shared machine."""
    pages = {
        path.name.removesuffix(".html.gz"): gzip.decompress(path.read_bytes())
        for path in sorted((folder / "pages").glob("*.html.gz"))
    }
    found: dict[str, str] = {}
    rounds = []
    for _ in range(5):
        began = time.process_time()
        found = {name: extractor(data, name) for name, data in pages.items()}
        rounds.append(time.process_time() - began)
    return found, min(rounds)


def report(name: str, arguments: argparse.Namespace, extractor: Extractor) -> None:
    """Run one extractor, score it, print both its figures."""
    found, seconds = measure(arguments.data, extractor)
    with tempfile.TemporaryDirectory() as folder:
        target = arguments.output or Path(folder, "pred.json")
        result(target).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, str(arguments.scorer), str(arguments.data / "gold.json"), str(target)]
        scored = subprocess.run(
            command + ["--pages"] * arguments.pages, capture_output=True, text=True, check=True
        )
    print(f"{name}: {len(found) / seconds:.1f} pages a CPU second")
    print(scored.stdout, end="", flush=True)


def main() -> None:
    """Measure ours, then the peer if one is named."""
    parser = argparse.ArgumentParser(description="measure article extraction")
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--peer", help="an interpreter with trafilatura installed")
    parser.add_argument("--pages", action="store_true", help="one line a page too, the worst first")
    parser.add_argument("-o", "--output", type=Path, help="keep the predictions here")
    parser.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.as_peer:
        report("trafilatura", arguments, peer())
        return
    report("provenance", arguments, ours())
    if arguments.peer:
        command = [arguments.peer, __file__, str(arguments.data), str(arguments.scorer), "--as-peer"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
