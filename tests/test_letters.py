"""The letters of word classes stand in one file; everywhere else they have names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import newsclaims
from newsclaims.grammar import word_classes

PACKAGE = Path(newsclaims.__file__).parent
ROOMS = ("grammar", "rules", "rulebook", "speakers", "claims", "layers.py", "extractor.py", "explanation.py")
ALLOWED = {"grammar/word_classes.py"}
ALPHABET = set(word_classes.class_names())
SHAPES = {"shape", "_shape", "codes"}
ASKING = {"find", "rfind", "index", "count", "startswith", "endswith", "strip", "lstrip", "rstrip"}


def test_the_classes_have_letters_of_their_own() -> None:
    single = [value for name, value in vars(word_classes).items() if name.isupper() and isinstance(value, str) and len(value) == 1]
    assert len(single) == len(set(single)) > 40


def test_sets_name_no_class_twice() -> None:
    for name, value in vars(word_classes).items():
        if name.isupper() and isinstance(value, str) and name != "PHRASE":
            assert len(value) == len(set(value)), name


def test_no_letter_stands_beside_a_shape() -> None:
    found = [place for path in _files() for place in literals(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())]
    assert found == []


def test_the_counter_sees_letters() -> None:
    code = """
STARTS = "DP"
def f(shape, layers):
    code, k = shape[0], 1
    if code == "V" or layers.shape[k] in "NE" or shape[k:k + 1] in ("I", "F") or shape.find("W") > 0:
        return any(one in "BHM" for one in shape[1:]) and shape[k] in STARTS
"""
    assert len(literals(code, "a.py")) == 7


def _files() -> Iterator[Path]:
    for room in ROOMS:
        path = PACKAGE / room
        yield from (one for one in ([path] if path.is_file() else sorted(path.rglob("*.py"))) if _name(one) not in ALLOWED)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def literals(code: str, name: str) -> list[str]:
    """The string literals of class letters that a shape, or a class read off one, is compared with or searched for."""
    tree = ast.parse(code)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found: list[str] = []
    for scope in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        codes = SHAPES | {"code"} | set(_class_names(scope))
        for node in ast.walk(scope):
            found += [f"{name}:{part.lineno} {part.value!r}" for part in _letters(node, codes, constants)]
    return sorted(set(found))


def _class_names(scope: ast.AST) -> Iterator[str]:
    """The variables that hold what was read off a shape."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _paired(target, node.value)
        elif isinstance(node, ast.NamedExpr):
            yield from _paired(node.target, node.value)
        elif isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Name) and _is_read(node.iter):
            yield node.target.id


def _paired(target: ast.expr, value: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _paired(one, other)
    elif isinstance(target, ast.Name) and _is_read(value):
        yield target.id


def _is_read(value: ast.expr) -> bool:
    """Whether a value is a part of a shape: ``shape[k]``, ``shape[a:b] if ... else ...``."""
    if isinstance(value, ast.IfExp):
        return _is_read(value.body)
    return isinstance(value, ast.Subscript) and _root(value.value) in SHAPES


def _root(value: ast.expr) -> str:
    return value.attr if isinstance(value, ast.Attribute) else value.id if isinstance(value, ast.Name) else ""


def _letters(node: ast.AST, codes: set[str], constants: dict[str, ast.expr]) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        if any(_is_class(side, codes) for side in sides):
            for side in sides:
                yield from _strings(side, constants)
    elif (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ASKING
        and _is_class(node.func.value, codes)
    ):
        for argument in node.args:
            yield from _strings(argument, constants)


def _is_class(value: ast.expr, codes: set[str]) -> bool:
    value = value.value if isinstance(value, ast.Subscript) else value
    return _root(value) in codes


def _strings(value: ast.expr, constants: dict[str, ast.expr]) -> Iterator[ast.Constant]:
    value = constants.get(value.id, value) if isinstance(value, ast.Name) else value
    for part in ast.walk(value):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value and set(part.value) <= ALPHABET:
            yield part
