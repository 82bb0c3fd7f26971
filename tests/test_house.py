"""What holds the house: the direction of imports, what may not be imported, and what a command loads."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "provenance"
#: From the ground up: a room may import rooms below it, never one above.
LAYERS = (
    ("errors", "spans", "exits", "inert", "output", "files", "glyphs", "words"),
    ("model",),
    ("grounding",),
    ("passage",),
    ("ingest",),
    ("grammar",),
    ("languages",),
    ("attribute",),
    ("match",),
    ("trace",),
    ("rules",),
    ("archive",),
    ("report",),
    ("pipeline",),
    ("desk",),
    ("tui",),
    ("cli",),
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
FORBIDDEN = {"hashlib", "hmac", "secrets"}
#: Heavy package → the only places that may import it.
HOMES = {
    "textual": ("tui/",),
    "rich": ("tui/",),
    "lxml": ("ingest/", "report/html"),
    "pydantic": ("report/", "archive/", "rules/policy"),
    "rapidfuzz": ("match/", "attribute/", "archive/", "rules/", "trace/", "report/frames"),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports by full name only"
            yield f"{node.module}.{node.names[0].name}" if node.module == "provenance" else str(node.module)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way_and_heavy_ones_stay_home(path: Path) -> None:
    here = room(path)
    place = str(path.relative_to(PACKAGE))
    for name in imports(path):
        parts = name.split(".")
        assert parts[0] not in FORBIDDEN, f"{place} imports {name}"
        if parts[0] in HOMES:
            assert place.startswith(HOMES[parts[0]]), f"{place} imports {name}"
        if parts[0] == "provenance" and len(parts) > 1 and here in HEIGHT and parts[1] in HEIGHT:
            assert HEIGHT[parts[1]] <= HEIGHT[here], f"{place} imports {name}, which lies above it"


@pytest.mark.parametrize(
    "path", [*modules(), *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda path: path.name
)
def test_nothing_rests_on_hashes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & {"uuid3", "uuid5"}
    assert not FORBIDDEN & {name.split(".")[0] for name in imports(path)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "STORY"],
        ["audit", "STORY", "--format", "json"],
        ["rules"],
        ["frames"],
        ["schema"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_commands_without_a_screen_never_load_textual(arguments: list[str], tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Der Zug hielt nicht, teilte die Bahn mit.\n", encoding="utf-8")
    words = [str(story) if word == "STORY" else word for word in arguments]
    code = (
        "import sys\nfrom provenance.cli import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "sys.stderr.write(' '.join(sorted(loaded & {'textual', 'rich', 'lxml', 'pydantic'})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    loaded = set(done.stderr.split())
    assert not loaded & {"textual", "rich", "lxml"}
    if arguments[0] in ("--help", "check", "rules", "frames"):
        assert "pydantic" not in loaded


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (["match", "LINES"], {"provenance.ingest", "provenance.attribute", "email", "tomllib"}),
        (["check", "STORY"], {"email", "socket", "provenance.ingest.html", "provenance.ingest.feeds.item"}),
    ],
    ids=["match", "check"],
)
def test_a_command_loads_nothing_that_it_does_not_use(
    arguments: list[str], unused: set[str], tmp_path: Path
) -> None:
    (tmp_path / "STORY").write_text("Der Zug hielt nicht, teilte die Bahn mit.\n", encoding="utf-8")
    (tmp_path / "LINES").write_text('{"id": "1", "text": "Der Zug hielt nicht."}\n', encoding="utf-8")
    code = f"import sys\nfrom provenance.cli import main\nmain({arguments!r})\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert not unused & set(done.stderr.splitlines())


def test_runtime_dependencies_are_the_four() -> None:
    import re
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = sorted(re.split(r"[<>=!~;\[ ]", entry)[0] for entry in project["dependencies"])
    assert names == ["lxml", "pydantic", "rapidfuzz", "textual"]


def test_a_pattern_that_is_made_later_is_asked_by_its_methods_only() -> None:
    """To a function of `re` it would be no pattern."""
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        made = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            and any(isinstance(one, ast.Name) and one.id == "later" for one in ast.walk(node.value))
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        handed = {
            argument.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
            for argument in node.args
            if isinstance(argument, ast.Name)
        }
        assert made.isdisjoint(handed), path
