"""Where a measurement is written: never over a file that is no measurement, such as the scorer or the data."""

from pathlib import Path


def result(path: str | Path) -> Path:
    """The path of a result; ends the program if a file is there that is no JSON."""
    target = Path(path)
    if target.exists() and target.suffix not in (".json", ".jsonl"):
        raise SystemExit(f"{target}: there already and no result (.json, .jsonl); name another file to write")
    return target
