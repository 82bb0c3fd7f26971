"""What a screen shows, written into a file: rows as JSON, Markdown or CSV, the screen itself as SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from provenance.desk.export import Format, Shown, exported
from provenance.errors import InputError
from provenance.output import Output

_FORMATS: dict[str, Format] = {".json": "json", ".jsonl": "json", ".md": "markdown", ".csv": "csv"}
#: What can be typed, as the prompt tells it.
ENDINGS = "a file that is not there yet: .csv .md .json for the rows, .svg for the screen as it is"


def export(path: str, rows: Callable[[], Sequence[Shown]], picture: Callable[[], str]) -> str:
    """Write what is shown; returns what was written, in words.

    Raises:
        InputError: the name has no ending that says what to write, the file is there, or it cannot be written.
    """
    ending = Path(path).suffix.lower()
    if ending != ".svg" and ending not in _FORMATS:
        raise InputError(path, "does not say what to write", "let the name end in .csv, .md, .json or .svg")
    if Path(path).exists() or Path(path).is_symlink():
        raise InputError(path, "is there already", "choose another name")
    if ending == ".svg":
        text, what = picture(), "the screen"
    else:
        found = rows()
        text, what = exported(found, _FORMATS[ending]), f"{len(found):,} row{'s' * (len(found) != 1)}"
    with Output(path) as out:
        out.write(text)
    return f"{what} written into {path}"
