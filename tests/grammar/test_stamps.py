"""Times of day at the beginning of a paragraph."""

from __future__ import annotations

import pytest

from newsclaims.grammar.stamps import begins_with_time, is_clock
from newsclaims.language import load_language

AFTER = load_language("en").words("after_clock_figures")


@pytest.mark.parametrize(
    "paragraph", ["15.05 Sam Holt writes:", "[14:10] Rain.", "9h30 Rain.", "14:10:30", "3 pm: rain", "11 a.m. Rain", "3pm"]
)
def test_a_time_of_day_begins_it(paragraph: str) -> None:
    assert begins_with_time(paragraph, AFTER)


@pytest.mark.parametrize("paragraph", ["", "3", "3 ships sank.", "300 pm", "Rain at 15.05", "pm", "2015 was dry.", "15. Rain"])
def test_other_figures_are_none(paragraph: str) -> None:
    assert not begins_with_time(paragraph, AFTER)


@pytest.mark.parametrize("word, wanted", [("15.05", True), ("24.00", False), ("15.5", False), ("1.60", False), ("15", False)])
def test_a_number_is_a_time_where_it_can_be_one(word: str, wanted: bool) -> None:
    assert is_clock(word) == wanted
