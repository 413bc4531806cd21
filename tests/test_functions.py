"""Functions and files stay small enough to be read at once: lines and branches are counted, "and" and "or" among them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import newsclaims

PACKAGE = Path(newsclaims.__file__).parent
READ_AT_ONCE, MOST, EXCEPTIONS = 15, 20, 5
LONGEST_FILE = 300  # lines
Function = ast.FunctionDef | ast.AsyncFunctionDef


def branches(function: Function) -> int:
    """The cyclomatic complexity of a function, without that of the functions inside it."""
    return 1 + sum(_weight(node) for node in _own(function))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.ClassDef):
            yield child
            yield from _own(child)


def _weight(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return 1 if isinstance(node, ast.If | ast.IfExp | ast.For | ast.While | ast.ExceptHandler | ast.match_case) else 0


def measured() -> list[tuple[int, str]]:
    """Every function of the package with its branches, the most first."""
    files = ((path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in PACKAGE.rglob("*.py"))
    functions = ((name, node) for name, tree in files for node in ast.walk(tree) if isinstance(node, Function))
    return sorted(((branches(node), f"{name}:{node.lineno} {node.name}") for name, node in functions), reverse=True)


def test_the_counter_counts_and_and_or() -> None:
    (function,) = ast.parse("def f(a, b):\n    return [x for x in a if x and b or not x] if a else b").body
    assert isinstance(function, Function)
    assert branches(function) == 6


def test_functions_can_be_read_at_once() -> None:
    long = [(count, place) for count, place in measured() if count > READ_AT_ONCE]
    assert len(long) <= EXCEPTIONS, long
    assert [(count, place) for count, place in long if count > MOST] == []


def test_files_can_be_read_at_once() -> None:
    lines = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in PACKAGE.rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}
