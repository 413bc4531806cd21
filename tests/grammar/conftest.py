"""Gives the tests of a module the lines of a file of cases: ``CASES`` in the module is the file's name in ``cases/``.

Lines with ``#`` say what the lines under them show. A line under ``#! why`` is right, but not reached yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "marked" in metafunc.fixturenames and hasattr(metafunc.module, "CASES"):
        lines = (FOLDER / metafunc.module.CASES).read_text(encoding="utf-8").splitlines()
        metafunc.parametrize("marked", list(_parameters(lines)))


def _parameters(lines: list[str]) -> Iterator[object]:
    for above, line in zip(["", *lines], lines, strict=False):
        if line.strip() and not line.startswith("#"):
            known = above.startswith("#!")
            marks = (pytest.mark.xfail(strict=True, raises=AssertionError, reason=above[2:].strip()),) if known else ()
            yield pytest.param(line, marks=marks)
