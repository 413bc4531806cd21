"""No regular expression of the package can backtrack without bound."""

from __future__ import annotations

import ast
import functools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backtracking import SINCE_311, problems

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "newsclaims"
ANCHORED = {
    "newsclaims/find/regions.py": "a short paragraph is matched from its beginning",
    "newsclaims/grammar/word_classes.py": "a phrase is only ever matched at the token where it may begin",
}
"""Modules whose expressions are matched at one place, with the reason."""
COMPILING = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
FLAGS = re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE

needs_possessive = pytest.mark.skipif(not SINCE_311, reason="possessive repeats cannot be parsed")


@functools.cache
def recorded() -> dict[tuple[str, int], tuple[str, int]]:
    """The expressions by the file and line that compile them."""
    command = [sys.executable, str(HERE / "record_patterns.py")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert run.returncode == 0, run.stderr
    return {(path, line): (pattern, flags) for path, line, pattern, flags in json.loads(run.stdout)}


def places() -> Iterator[tuple[str, range, bool]]:
    """Where the sources compile expressions: file and lines, and whether they are matched at one place only."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re" | "regex"), attr=name)) if name in COMPILING:
                    place = str(path.relative_to(PACKAGE.parent))
                    lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                    yield place, lines, place in ANCHORED or name in ("match", "fullmatch")


@pytest.mark.parametrize(
    "path, lines, anchored",
    [pytest.param(path, lines, anchored, id=f"{path}:{lines.start}") for path, lines, anchored in places()],
)
@needs_possessive
def test_an_expression_cannot_backtrack_without_bound(path: str, lines: range, anchored: bool) -> None:
    patterns = [recorded()[path, line] for line in lines if (path, line) in recorded()]
    assert patterns, "never compiled: run what compiles it in record_patterns.py"
    for pattern, flags in patterns:
        assert problems(pattern, flags & FLAGS, anchored=anchored) == []


def test_modules_whose_expressions_are_anchored_match_only() -> None:
    users = [path for path in PACKAGE.rglob("*.py") if "phrase_pattern()" in path.read_text(encoding="utf-8")]
    assert users
    for path in users:
        assert not re.search(r"phrase_pattern\(\)(?!\.match\b| -> )", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "pattern",
    [
        # a choice inside an unbounded repeat
        r"(?:a+)+b", r"(?:a|a)*b", r"(?:a|ab)*c", r"a*a*b", r"(?:x+x+)+y", r"(?:a{1,3})*b", r"\s*\s+x", r"(?:a?b?)*c", r"(?:(?:|)a)*b",
        r"(?i:(?:k|K)+x)", r"(?:\w|é)+!",
        # a search that reads the same again from each place
        r"\s+$", r"a*b", r"\w+@", r"[,\s]\s*x", r"(?:a+b)*c", r"(?:ab)*c",
        # a look around that reads on and on
        r"x(?=a+b)",
    ],
)  # fmt: skip
def test_what_could_be_slow_is_found(pattern: str) -> None:
    assert problems(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+(?:['’]\w+)*", r"\d{1,3}(?:,\d{3})*", r"(?:ab)*", r"“[^“”]*”", r"\w{1,9}x", r"a+", r"x[^x]*x|y",
        r"(?:[a-c]{1,30}|[b-d]{1,30})e", r"[^()]{2,80}\(",
    ],
)  # fmt: skip
def test_what_is_not_slow_passes(pattern: str) -> None:
    assert problems(pattern) == []


@needs_possessive
@pytest.mark.parametrize("pattern", [r"(?:ab++)*+", r"x(?:a(?=b)|b)*+b?", r"y(?>a+)?b", r"yR*+(?:A|R)*+"])
def test_what_is_never_gone_back_into_passes(pattern: str) -> None:
    assert problems(pattern) == []


def test_an_anchored_expression_may_begin_with_what_it_repeats() -> None:
    assert problems(r"a*b", anchored=True) == []
