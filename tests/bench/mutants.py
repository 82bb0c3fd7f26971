"""Break the grammar in many small ways, one at a time, and see which breaks no test notices.

    python tests/bench/mutants.py [--draw 100] [--seed 1] [--rooms PATH …] [--only PLACE …]

How mutants are drawn: every line of the rooms that has at least one place to break (`breaks`) is as likely as any
other; the seed draws as many lines as asked, each once, and one break of each. A break turns a comparison, swaps
`and` and `or`, negates a condition, moves a number by one (a -1, which means none, to 0 only), flips a truth
value, drops a `not`, gives an empty result back, leaves out an element of a display, or swaps plus and minus.
Docstrings, annotations, decorators and what stands between square brackets behind a name, divided by commas
(types), are left alone.

Each mutant is written into a copy of the project in a temporary folder and has to face QUICK, and if it lives
SLOW; who does not end in time counts as killed. Prints a line for each that lives, and how many of each sort did.
Whether a living one means the same as the code as it stands is for the reader to say.
"""

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parents[2]
ROOMS = ("provenance/grammar", "provenance/languages", "provenance/languages/de")
QUICK = ("tests/grammar", "tests/languages", "tests/trace/test_media.py", "tests/trace/test_routes.py")
SLOW = ("tests/gold", "tests/attribute", "tests/test_forms.py")
#: Tests that measure time say nothing about meaning, and a mutant should not wait for them.
LEFT_OUT = "not costs_its_length and not time_grows and not cost_no_more"
SECONDS = 90  # for each of the two sets of tests; without a mutant they take 8 and 15

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
EMPTY = {
    "tuple": "()",
    "list": "[]",
    "dict": "{}",
    "frozenset": "frozenset()",
    "str": "''",
    "int": "0",
    "bool": "False",
}


class Mutant(NamedTuple):
    """A place, what is done to it, and the whole module with it done."""

    path: str
    line: int
    sort: str
    was: str
    becomes: str
    module: str

    @property
    def place(self) -> str:
        """`path:line`."""
        return f"{self.path}:{self.line}"


class Break(NamedTuple):
    """What stands in place of a node."""

    node: ast.AST
    sort: str
    becomes: ast.AST


def breaks(tree: ast.Module) -> Iterator[Break]:
    """Every break of a module, in the order of its text."""
    for node, gives in _code(tree, None):
        yield from _breaks(node, gives)


def _code(node: ast.AST, gives: ast.expr | None) -> Iterator[tuple[ast.AST, ast.expr | None]]:
    """Each node that is run, with what the function around it says that it gives back."""
    if isinstance(node, ast.FunctionDef):
        gives = node.returns
    yield node, gives
    if _is_none(node):
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not (name == "slice" and isinstance(child, ast.Tuple)):
                yield from _code(child, gives)


def _is_none(node: ast.AST) -> bool:
    """Whether a node is a -1, by which places and numbers say that there is none."""
    return isinstance(node, ast.UnaryOp) and ast.unparse(node) == "-1"


def _breaks(node: ast.AST, gives: ast.expr | None) -> Iterator[Break]:
    match node:
        case ast.Compare():
            for at, operator in enumerate(node.ops):
                other = copy.deepcopy(node)
                other.ops[at] = TURNED[type(operator)]()
                yield Break(node, "comparison turned", other)
        case ast.BoolOp():
            swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield Break(node, "and/or swapped", ast.BoolOp(swapped, node.values))
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield Break(test, "condition negated", ast.UnaryOp(ast.Not(), test))
        case ast.comprehension():
            for test in node.ifs:
                yield Break(test, "condition negated", ast.UnaryOp(ast.Not(), test))
        case ast.Constant(value=bool()):
            yield Break(node, "truth flipped", ast.Constant(not node.value))
        case ast.Constant(value=int() as number):
            yield Break(node, "number moved", ast.Constant(number + 1))
            yield Break(node, "number moved", ast.Constant(number - 1))
        case ast.UnaryOp(op=ast.USub()) if _is_none(node):
            yield Break(node, "number moved", ast.Constant(0))
        case ast.UnaryOp(op=ast.Not()):
            yield Break(node, "not dropped", node.operand)
        case ast.Return(value=ast.expr()):
            kind = ast.unparse(gives).split("[")[0] if gives else ""
            empty = ast.parse(EMPTY.get(kind, "None"), mode="eval").body
            if ast.dump(empty) != ast.dump(node.value):
                yield Break(node, "result emptied", ast.Return(empty))
        case ast.Tuple(elts=elements) | ast.Set(elts=elements) | ast.List(elts=elements) if len(elements) > 1:
            if isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
                for at in range(len(elements)):
                    other = copy.copy(node)
                    other.elts = elements[:at] + elements[at + 1 :]
                    yield Break(node, "element left out", other)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            swapped = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield Break(node, "plus/minus swapped", ast.BinOp(node.left, swapped, node.right))
        case ast.AugAssign(op=ast.Add() | ast.Sub()):
            swapped = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield Break(node, "plus/minus swapped", ast.AugAssign(node.target, swapped, node.value))


class _Put(ast.NodeTransformer):
    def __init__(self, what: Break) -> None:
        self.what = what

    def visit(self, node: ast.AST) -> ast.AST:
        return self.what.becomes if node is self.what.node else self.generic_visit(node)


def draw(rooms: list[str], count: int, seed: int) -> list[Mutant]:
    """Mutants of the modules of some folders (or of single modules), relative to the project."""
    lines: dict[tuple[str, int], list[int]] = {}
    for path in _modules(rooms):
        tree = ast.parse((HOME / path).read_text(encoding="utf-8"))
        for number, one in enumerate(breaks(tree)):
            lines.setdefault((path, one.node.lineno), []).append(number)
    rng = random.Random(seed)
    drawn = rng.sample(sorted(lines), min(count, len(lines)))
    return [_mutant(path, line, rng.choice(lines[path, line])) for path, line in drawn]


def _modules(rooms: list[str]) -> list[str]:
    found = [
        path
        for room in rooms
        for path in (sorted((HOME / room).glob("*.py")) if (HOME / room).is_dir() else [HOME / room])
    ]
    return [path.relative_to(HOME).as_posix() for path in found]


def _mutant(path: str, line: int, number: int) -> Mutant:
    tree = ast.parse((HOME / path).read_text(encoding="utf-8"))
    one = list(breaks(tree))[number]
    was, becomes = ast.unparse(one.node), ast.unparse(one.becomes)
    module = ast.unparse(ast.fix_missing_locations(_Put(one).visit(tree)))
    return Mutant(path, line, one.sort, was, becomes, module)


def killed(folder: str, mutant: Mutant) -> str:
    """What killed a mutant, or "" if it lives."""
    target = Path(folder, mutant.path)
    whole = target.read_bytes()
    target.write_text(mutant.module, encoding="utf-8")
    try:
        return next((told for tests in (QUICK, SLOW) if (told := _red(folder, tests))), "")
    finally:
        target.write_bytes(whole)


def _red(folder: str, tests: tuple[str, ...]) -> str:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-k", LEFT_OUT, "-p", "no:cacheprovider", *tests]
    around = {**os.environ, "PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    try:
        run = subprocess.run(
            command, cwd=folder, env=around, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return "time"
    if run.returncode == 0:
        return ""
    return next((line for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), "red")


def main() -> int:
    """Draw, run and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draw", type=int, default=100, help="how many mutants (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: %(default)s)")
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS), help="folders or modules")
    parser.add_argument("--only", nargs="+", help="of those drawn, only the ones at these places (path:line)")
    parser.add_argument("--list", action="store_true", help="print what is drawn and run nothing")
    options = parser.parse_args()
    mutants = [
        one
        for one in draw(options.rooms, options.draw, options.seed)
        if not options.only or one.place in options.only
    ]
    if options.list:
        print(*(f"{one.place} {one.sort}: {one.was} → {one.becomes}" for one in mutants), sep="\n")
        return 0
    drawn: Counter[str] = Counter(one.sort for one in mutants)
    alive: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        left = shutil.ignore_patterns("__pycache__", ".*", "reports")
        shutil.copytree(HOME, folder, ignore=left, dirs_exist_ok=True)
        for tests in (QUICK, SLOW):
            if told := _red(folder, tests):
                sys.exit(f"without any mutant: {told}")
        for one in mutants:
            if not killed(folder, one):
                alive[one.sort] += 1
                print(f"alive {one.place} {one.sort}: {one.was} → {one.becomes}", flush=True)
    for sort, count in sorted(drawn.items()):
        print(f"{sort:<20} {alive[sort]:>3} of {count:>3} live")
    print(f"{'all':<20} {alive.total():>3} of {drawn.total():>3} live (seed {options.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
