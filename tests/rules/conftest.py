"""Gives the tests of a module the cases of the rules it names: ``RULES`` are files in ``cases/`` without their ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims.testing import Case, read_cases

CASES = Path(__file__).parent / "cases"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if {"name", "marked"} <= set(metafunc.fixturenames):
        found = [(name, case) for name in metafunc.module.RULES for case in read_cases((CASES / f"{name}.txt").read_text(encoding="utf-8"))]
        metafunc.parametrize("name, marked", [_parameter(name, case) for name, case in found])


def _parameter(name: str, case: Case) -> object:
    marks = () if case.failure is None else (pytest.mark.xfail(strict=True, raises=AssertionError, reason=case.failure),)
    return pytest.param(name, case.marked, marks=marks, id=f"{name}: {case.marked[:60]}")
