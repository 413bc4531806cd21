"""What the pages say of accuracy is one figure, which stands in one file."""

from __future__ import annotations

import re

from tests.docs.pages import ROOT

SAID_IN = ("README.md", "docs/tutorial.md", "docs/accuracy.md", "examples/notebooks/who-gets-quoted.ipynb")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
F1, WRONG = "quotations in marks, given to the right source (F1, percent)", "of a hundred quotations in marks, a wrong source or none"


def measured() -> dict[str, str]:
    lines = (ROOT / "docs" / "measured.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


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
