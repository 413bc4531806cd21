"""What the pages say of accuracy is one figure, which stands in one file."""

from __future__ import annotations

import re
import runpy

import pytest

from tests.docs.pages import ROOT

SAID_IN = ("README.md", "docs/tutorial.md", "docs/accuracy.md", "examples/notebooks/who-gets-quoted.ipynb")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
F1, WRONG = "quotations in marks, given to the right source (F1, percent)", "of a hundred quotations in marks, a wrong source or none"


WRITER = runpy.run_path(str(ROOT / "docs" / "write_accuracy.py"))
POINTS = 6
"""So far the published figures of a few hundred answers may be off before they have to be written anew."""


def measured() -> dict[str, str]:
    return {name: values[0] for name, values in WRITER["read"]().items()}


def test_the_words_are_those_of_the_figure() -> None:
    figures = measured()
    assert figures[WRONG] == WORDS[round(100 - float(figures[F1])) - 1]


def test_every_page_gives_the_same_share_of_errors() -> None:
    said = f"f a hundred quotations in marks about {measured()[WRONG]} get a wrong source or none"
    for page in SAID_IN:
        text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
        assert said in text, page
        assert len(re.findall("wrong source or none", text)) == 1, page


def test_the_tables_have_the_figure() -> None:
    right = measured()[F1]
    for page in ("README.md", "docs/accuracy.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        [found] = re.findall(r"^\| the same, and given to the right source \|(.*)\|$", text, re.M)
        assert found.split("|")[2].strip() == right, page
    assert f"| **newsclaims** | {right} |" in (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")


def test_the_tables_are_made_of_the_figures() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert WRITER["written"](page, WRITER["read"]()) == page


@pytest.mark.parametrize("name", ["kind", "gender", "role", "affiliation"])
def test_what_is_said_of_speakers_is_still_so(name: str) -> None:
    """Run ``make accuracy`` where it is not."""
    counted = dict(WRITER["of_people"](ROOT / "examples" / "gold"))
    said, given, right = map(int, counted[name])
    was_said, was_given, was_right = map(int, WRITER["read"]()[name])
    assert abs(right / given - was_right / was_given) * 100 <= POINTS
    assert abs(right / said - was_right / was_said) * 100 <= POINTS
