"""Rough numbers: where the words before a number begin, and where the number itself stands."""

from __future__ import annotations

import pytest

from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.language import load_language


def rough(text: str, shape: str) -> RoughNumbers:
    return RoughNumbers(text.lower().split(), shape, load_language("en"))


@pytest.mark.parametrize(
    "text, shape, first, number",
    [
        ("About 60 residents", "I#N", 0, 1),
        ("In Vesk more than 60 residents", "IEAI#N", 2, 4),
        ("nearly all residents", "RDN", 0, 1),
        ("more than half of them", "AIDFo", 0, 2),
        ("as many as 60 left", "aAa#V", 0, 3),
        ("About the port", "IDN", 0, 0),
        ("In 2010 voters left", "I#NV", 0, 0),
        ("60 residents", "#N", 0, 0),
    ],
)
def test_from_the_first_word_to_the_number_and_back(text: str, shape: str, first: int, number: int) -> None:
    reader = rough(text, shape)
    assert reader.past(first, len(shape)) == number
    assert reader.before(number, 0) == first


def test_not_beyond_the_bounds() -> None:
    reader = rough("more than 60 residents", "AI#N")
    assert reader.past(0, 2) == 0
    assert reader.before(2, 1) == 2
