"""Words of a language stand in their lists and nowhere else; a list says what it is and has a reader."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from provenance.words import ALL, _plain_tables, codes, lists, written

PACKAGE = Path(__file__).resolve().parents[1] / "provenance"
FILES = sorted((PACKAGE / "words").rglob("*.toml"))
#: Rooms that hold no text of a document against a word: SQL, options, what a report and a screen say.
SHOWING = (
    "__init__.py",
    "__main__.py",
    "archive/",
    "cli/",
    "desk/",
    "report/",
    "tui/",
    "ingest/parser_log.py",
    "ingest/kinds.py",
)
#: Module → which names of a format it knows: single words of ASCII, which are no words of a text there.
FORMATS = {
    "attribute/lexis.py": "names of lists",
    "grammar/lexis.py": "names of lists",
    "grammar/near.py": "names of a row's fields",
    "grammar/table.py": "names of a row's fields",
    "ingest/__init__.py": "formats and suffixes of files",
    "ingest/encoding.py": "names of encodings",
    "ingest/feeds/__init__.py": "formats and suffixes of feeds",
    "ingest/feeds/digitalwires.py": "fields and values of digitalwires",
    "ingest/feeds/flow.py": "elements of HTML and NITF",
    "ingest/feeds/json_feed.py": "fields of JSON Feed",
    "ingest/feeds/json_items.py": "fields of the AP Media API",
    "ingest/feeds/mail.py": "media types",
    "ingest/feeds/markup.py": "names of a parser's options and of XML",
    "ingest/feeds/named.py": "fields of an item, keys that wrap a value",
    "ingest/feeds/newsml.py": "elements and values of NewsML",
    "ingest/feeds/ninjs.py": "fields and values of ninjs",
    "ingest/feeds/nitf.py": "elements and values of NITF",
    "ingest/feeds/plain_markup.py": "elements of HTML",
    "ingest/feeds/rich_text.py": "names and types of nodes in trees of text",
    "ingest/feeds/syndication.py": "elements and values of RSS, Atom and WXR",
    "ingest/feeds/wire_text.py": "marks of ANPA 1312 and IPTC 7901",
    "ingest/field_names.py": "fields of an item",
    "ingest/forms.py": "fields of an item",
    "ingest/genre.py": "formats",
    "ingest/html/article.py": "elements of HTML",
    "ingest/html/box_roles.py": "elements of HTML",
    "ingest/html/insets.py": "elements of HTML",
    "ingest/html/metadata.py": "types of schema.org, names of metadata",
    "ingest/html/page.py": "elements of HTML",
    "ingest/html/parts.py": "elements of HTML, kinds of blocks",
    "ingest/html/selection.py": "elements of HTML, kinds of blocks",
    "ingest/html/pictures.py": "elements of HTML, suffixes of files",
    "ingest/html/picture_boxes.py": "elements of HTML, suffixes of files",
    "ingest/html/tree.py": "elements and attributes of HTML",
    "ingest/identity.py": "schemes of addresses",
    "ingest/markdown.py": "attributes of shortcodes, fields of front matter",
    "ingest/markdown_inline.py": "schemes of addresses",
}
#: Modules whose words have not moved yet; this list only shrinks.
NOT_YET = ("languages/de/",)
#: Module → runs of letters that are no words of a language, and what they are.
EXCEPTIONS = {
    "files.py": ("wal shm journal", "endings of the files that SQLite keeps"),
    "glyphs.py": ("ZÄÖÜ", "a range of letters"),
    "ingest/credits.py": ("copy", "an entity of HTML"),
    "ingest/feeds/item.py": ("str", "a type"),
    "ingest/html/writers.py": ("li", "an element of HTML"),
    "inert.py": ("WF", "a range of code points"),
    "languages/en/verbs.py": ("ize aeiou past", "how English spells the forms of a verb, and their names"),
    "languages/en/words.py": ("clauses phrases time", "subjects of lists"),
    "languages/media.py": ("nouns", "what a language may write with a capital"),
    "model.py": ("text", "a format"),
    "match/engine.py": ("fork", "how processes are started"),
    "match/lines.py": ("ud uD", "how JSON escapes half of a pair of surrogates"),
    "rules/__init__.py": ("text", "a format"),
    "rules/credit_field_mismatch.py": ("byline published credit photo", "fields and blocks"),
    "rules/policy.py": ("fail on provenance toml pyproject archive", "files and keys of a policy"),
    "rules/wording.py": ("en", "the code of a language"),
    "words/__init__.py": (
        "words phrases pairs from all und PROVENANCE LANGUAGES spellings regular expressions",
        "shapes of lists, folders, codes, and how lists of expressions say what they are",
    ),
}
#: Names of a module's texts that are for people or for the program: examples, titles, names of lists and rules.
SPOKEN = frozenset(
    "__all__ ELSEWHERE FLAGGED CLEAN NAME TITLE EXAMPLE_FORMAT RULES OFF PAPERS MEASURED _BODY _DE _EN _OTHERS _SAME _LISTS _IN_ORDER _PRONOUNS _BOUND_LISTS _COUNTED _LIGHT _OF_THE_FIRM".split()
)
#: Names that stand for a field with fixed values.
FIELDS = frozenset("kind form relation role basis code found".split())
#: Methods that look for their argument in a text.
SEEKING = frozenset(
    "startswith endswith removeprefix removesuffix strip lstrip rstrip replace split rsplit partition rpartition"
    " find rfind index count".split()
)
MATCHING = frozenset("compile match fullmatch search sub subn split findall finditer".split())
#: What a regular expression says of letters without saying a word.
SYNTAX = re.compile(
    r"\\[pPN]\{[^}]*\}|\\[A-Za-z]|\(\?P?[<=!]*\w+>|\(\?P=\w+\)|\(\?[aiLmsux-]+[:)]|\[(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}"
)
#: What counts as a word: two letters or more, whatever their case.
RUN = re.compile(r"[^\W\d_]{2,}")
TWO_WORDS = re.compile(r"[^\W\d_] [^\W\d_]")


def constants(node: ast.AST) -> Iterator[str]:
    """The texts within an expression: constants, parts of f-strings, members of displays."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    parts: list[ast.expr] = []
    if isinstance(node, ast.JoinedStr):
        parts = [value for value in node.values if isinstance(value, ast.Constant)]
    elif isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        parts = node.elts
    elif isinstance(node, ast.Dict):
        parts = [*(key for key in node.keys if key is not None), *node.values]
    elif isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.Starred):
        parts = [node.value]
    for part in parts:
        yield from constants(part)


@dataclass(frozen=True)
class Held:
    """Texts that a module holds against something: a constant, or all that stand in one display."""

    line: int
    texts: tuple[str, ...]
    pattern: bool = False
    """A regular expression, or a part of one."""
    field: bool = False
    """Compared with a field, which has fixed values."""
    listed: bool = False
    """A text that is cut into a list of words."""


def held(tree: ast.Module) -> Iterator[Held]:
    """What a module compares, seeks, matches or keeps in a set, and its own constants that are not for people."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            field = any(
                isinstance(side, ast.Attribute) or getattr(side, "id", "") in FIELDS for side in sides
            )
            yield from (Held(node.lineno, tuple(constants(side)), field=field) for side in sides)
        elif isinstance(node, ast.Set):
            yield Held(node.lineno, tuple(constants(node)))
        elif isinstance(node, ast.MatchValue):
            yield Held(node.value.lineno, tuple(constants(node.value)))
        elif isinstance(node, ast.Call):
            yield from called(node)
    for statement in tree.body:
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is not None:
            names = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(getattr(name, "id", "") in SPOKEN for name in names):
                continue
            parts = [statement.value]
            if isinstance(statement.value, ast.Dict):
                keys = [key for key in statement.value.keys if key is not None]
                parts = [ast.Tuple(keys), ast.Tuple(statement.value.values)]
            yield from (Held(statement.lineno, tuple(constants(part)), pattern=True) for part in parts)


def called(node: ast.Call) -> Iterator[Held]:
    """The texts of a call that seeks or matches them, or makes a set of them."""
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    if isinstance(owner, ast.Name) and owner.id == "re" and method in MATCHING:
        yield Held(node.lineno, tuple(constants(node.args[0])), pattern=True)
    elif method in SEEKING:
        yield from (Held(node.lineno, tuple(constants(argument))) for argument in node.args)
        if method == "split" and not node.args and owner is not None:
            yield Held(node.lineno, tuple(constants(owner)), listed=True)
    elif getattr(node.func, "id", "") in ("frozenset", "set", "tuple", "dict"):
        yield from (Held(node.lineno, tuple(constants(argument))) for argument in node.args)


def literals(trees: Iterable[ast.Module]) -> list[frozenset[str]]:
    """The values of each `Literal` type: words of the program and of no language."""
    return [
        frozenset(constants(node.slice))
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
    ]


def known_words() -> frozenset[str]:
    """Every word that a list of a language has."""
    return frozenset(
        run
        for file in FILES
        if file.parent.name != ALL and file.stem != "findings"  # messages by rules' names, for people
        for entry in lists(file.parent.name, file.stem).values()
        for text in entry.entries
        for run in RUN.findall(SYNTAX.sub(" ", text).lower())
    )


TREES = {
    str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
LITERALS = literals(TREES.values())
WORDS = known_words()


def row_values() -> frozenset[str]:
    """What a row of constructions may say of cue, content, speaker and end: words of the table, and of no language."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for part in value.values() if isinstance(value, dict) else value:
                yield from inside(part)

    return frozenset(
        text
        for file in sorted(PACKAGE.glob("languages/*/frames.toml"))
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["frame"]
        for key, value in row.items()
        if key not in ("about", "yes", "no")
        for text in inside(value)
    )


ROW_VALUES = row_values()
#: Texts and names in code: a list is read by its name, or by that of a constant.
TEXTS = {
    node.id.lower() for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Name)
} | {text for tree in TREES.values() for node in ast.walk(tree) for text in constants(node)}

#: The name of a list within a regular expression of another one.
WITHIN = re.compile(r"\{([a-z_]+)\}")


def words_in(module: str) -> list[str]:
    """The words that a module holds against texts, with their lines.

    A value of a `Literal` type is none where it is compared with a field, or stands among others of its type,
    or is no word of a language.
    """
    excused = EXCEPTIONS.get(module, ("", ""))[0].split()
    found = set()
    for row in held(TREES[module]):
        texts = frozenset(text for text in row.texts if text)
        if any(texts <= values for values in LITERALS) and (row.field or len(texts) > 1 or not texts & WORDS):
            continue
        for text in texts:
            if module.startswith("grammar/") and text in ROW_VALUES:
                continue
            if module in FORMATS and text.isascii() and (row.listed or not TWO_WORDS.search(text)):
                continue
            bare = SYNTAX.sub(" ", text) if row.pattern else text
            found |= {(row.line, run) for run in RUN.findall(bare) if run not in excused}
    return [f"{line}: {run}" for line, run in sorted(found)]


@pytest.mark.parametrize("module", [name for name in TREES if not name.startswith((*SHOWING, *NOT_YET))])
def test_no_word_of_a_language_stands_in_code(module: str) -> None:
    assert words_in(module) == []


def test_what_is_excused_is_there_and_has_not_moved() -> None:
    for module, (runs, why) in EXCEPTIONS.items():
        present = {
            run
            for row in held(TREES[module])
            for text in row.texts
            for run in RUN.findall(SYNTAX.sub(" ", text) if row.pattern else text)
        }
        assert why
        assert set(runs.split()) <= present, module
    for place in NOT_YET:
        assert any(words_in(name) for name in TREES if name.startswith(place)), f"{place} has moved"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_list_says_what_it_is_and_has_a_reader(file: Path) -> None:
    own = written(file.parent.name, file.stem)
    within = {name for entry in own.values() for text in entry.entries for name in WITHIN.findall(text)}
    for name, entry in own.items():
        assert entry.meaning and entry.origin
        assert (
            name in TEXTS | within
            or name in ROW_VALUES
            or file.stem == "languages"
            or name.startswith("pronouns_")
        ), name


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_file_is_read_as_a_parser_of_toml_reads_it(file: Path) -> None:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    assert list(tables) == list(written(file.parent.name, file.stem))
    for name, entry in written(file.parent.name, file.stem).items():
        body = tables[name].get("words") or tables[name].get("phrases") or tables[name]["pairs"]
        lines = (
            body if isinstance(body, dict) else body.split() if "words" in tables[name] else body.splitlines()
        )
        assert (entry.meaning, entry.origin) == (tables[name]["is"], tables[name]["from"])
        assert len(entry.entries) == len(
            [line for line in lines if line.strip() and not line.startswith("#")]
        )


def test_no_file_of_lists_keeps_a_start_waiting_for_a_parser_of_toml() -> None:
    assert [str(file) for file in FILES if _plain_tables(file.read_text(encoding="utf-8")) is None] == []


@pytest.mark.parametrize("code", [*codes(), ALL])
def test_no_list_stands_twice(code: str) -> None:
    seen: dict[frozenset[str], str] = {}
    for file in (file for file in FILES if file.parent.name == code):
        for name, entry in lists(code, file.stem).items():
            entries = frozenset(entry.entries)
            assert len(entries) < 4 or entries not in seen, f"{file.stem}: {name} is {seen[entries]}"
            seen[entries] = f"{file.stem}: {name}"


#: Where pairs of marks are told; everything else takes its sets from `glyphs`.
OF_MARKS = ("glyphs.py", "passage/marks.py", "rules/", "report/", "tui/", "archive/", "cli/", "languages/de/")


@pytest.mark.parametrize("module", [name for name in TREES if not name.startswith(OF_MARKS)])
def test_no_set_of_quotation_marks_is_written_by_hand(module: str) -> None:
    texts = {text for row in held(TREES[module]) for text in row.texts}
    assert not [text for text in texts if len(set(text) & set("„“”»«‚‘’›‹")) > 1]


def test_a_list_has_its_words_in_every_spelling_of_the_language() -> None:
    conforming = lists("de", "sources")["conforming"].entries
    assert {"gemäß", "gemäss"} <= set(conforming)
    assert "gemäss" not in written("de", "sources")["conforming"].entries
    hearsay = re.compile("|".join(lists("de", "desk")["reports_of_nobody"].entries))
    assert [bool(hearsay.search(text)) for text in ("hieß es", "hiess es", "hies es")] == [True, True, False]
