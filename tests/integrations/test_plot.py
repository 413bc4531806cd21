from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import matplotlib as mpl
import pytest
from matplotlib import pyplot

from newsclaims import extract
from newsclaims.integrations.plot import LONGEST, NAMED, UNNAMED, quoted
from newsclaims.model import Document

TEXTS = (
    "“It rained all day and all night,” said Orla Vane.",
    "“Yes,” Ivo Karr said.\n\n“No,” Karr said.\n\nA spokesman said that the quay was shut.",
    "“Nobody asked us.”",
)


@pytest.fixture(autouse=True)
def drawn_to_files() -> Iterator[None]:
    mpl.use("agg")
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [extract(text) for text in TEXTS]


def names(axes: Any) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def numbers(axes: Any) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_the_most_quoted_first_with_their_share(documents: list[Document]) -> None:
    axes = quoted(documents)
    assert names(axes)[0] == "Ivo Karr"
    assert set(names(axes)) == {"Ivo Karr", "Orla Vane", "A spokesman"}
    assert numbers(axes)[0] == "2 (40%)"
    assert [bar.get_width() for bar in axes.patches] == [2, 1, 1]
    assert axes.yaxis_inverted()  # the first stands above
    assert axes.get_xlabel() == "quotes (share of all 5)"


def test_words_make_another_order(documents: list[Document]) -> None:
    axes = quoted(documents, measure="words")
    assert names(axes)[0] == "Orla Vane"
    assert axes.patches[0].get_width() == 7


def test_descriptions_are_lighter_than_names(documents: list[Document]) -> None:
    axes = quoted(documents)
    colours = dict(zip(names(axes), (mpl.colors.to_hex(bar.get_facecolor()) for bar in axes.patches), strict=True))
    assert colours == {"Ivo Karr": NAMED, "Orla Vane": NAMED, "A spokesman": UNNAMED}


def test_only_the_top(documents: list[Document]) -> None:
    assert names(quoted(documents, top=1)) == ["Ivo Karr"]


def test_into_axes_that_are_there(documents: list[Document]) -> None:
    figure, (left, right) = pyplot.subplots(1, 2)
    assert quoted(documents, ax=right) is right
    assert pyplot.get_fignums() == [figure.number]
    assert names(left) != names(right)


def test_nobody_is_quoted(tmp_path: Path) -> None:
    axes = quoted([extract("Rain fell.")])
    assert names(axes) == []
    axes.figure.savefig(tmp_path / "a.png")


@pytest.mark.parametrize("name", ["$\\frac{", "Orla\nVane", "x" * 200, "", "a$b$c"])
def test_any_name_can_be_drawn(documents: list[Document], name: str, tmp_path: Path) -> None:
    [document] = documents[:1]
    speaker = attrs.evolve(document.speakers[0], name=name)
    quotes = tuple(attrs.evolve(quote, speaker=speaker) for quote in document.quotes)
    axes = quoted([attrs.evolve(document, speakers=(speaker,), quotes=quotes)])
    axes.figure.savefig(tmp_path / "a.png")
    assert all(len(shown) <= LONGEST and "\n" not in shown for shown in names(axes))


def test_what_is_wrong_is_said(documents: list[Document]) -> None:
    with pytest.raises(ValueError, match="no measure 'lines'; there are: quotes, words"):
        quoted(documents, measure="lines")
    with pytest.raises(ValueError, match="top must be 1 or more, not 0"):
        quoted(documents, top=0)
