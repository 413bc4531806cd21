"""Every default rule has its cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES
from newsclaims.testing import read_cases, read_marked

CASES = Path(__file__).parent / "cases"
TESTS = Path(__file__).parent.glob("test_*.py")


@pytest.mark.parametrize("name", DEFAULT_RULES.names)
def test_a_default_rule_has_two_cases_that_match_and_one_that_does_not(name: str) -> None:
    cases = read_cases((CASES / f"{name}.txt").read_text(encoding="utf-8"))
    reached = [bool(read_marked(case.marked).spans["q"]) for case in cases if case.failure is None]
    assert reached.count(True) >= 2
    assert reached.count(False) >= 1


def test_every_file_of_cases_is_of_a_default_rule_and_is_read_by_a_test() -> None:
    files = {path.stem for path in CASES.glob("*.txt")}
    assert files == set(DEFAULT_RULES.names)
    tests = "".join(path.read_text(encoding="utf-8") for path in TESTS if path.name != Path(__file__).name)
    assert [name for name in files if f'"{name}"' not in tests] == []


def test_cases_of_several_paragraphs_groups_and_failures() -> None:
    cases = read_cases("# one\na¶b\n\nc\nd\n\n# two\n#! no\ne\n\nf\n")
    assert [(case.marked, case.group, case.failure) for case in cases] == [
        ("a\n\nb", "one", None),
        ("c\nd", "one", None),
        ("e", "two", "no"),
        ("f", "two", None),
    ]
