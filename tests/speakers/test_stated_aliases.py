"""Two names that the text says are one, and the short form of a body."""

from __future__ import annotations

import pytest

from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        (
            "A user who goes by the name Maple wrote that it had burst. Jo Harker, aka “Maple”, left. “It is late,” Maple wrote.",
            "Jo Harker",
        ),
        ("The hunter is Basil Chinnery, 61, better known as “Tall Boy”. “I am going,” Tall Boy said.", "Basil Chinnery"),
        ("Orla Vane, who performs as Velvet Crow, was there. “It is late,” Velvet Crow said.", "Orla Vane"),
        ("Northlight Corp said it would close. Northlight said that demand had fallen.", "Northlight Corp"),
        # no other name
        ("Orla Vane, born in Orrel, was there. “It is late,” Tom Orrel said.", "Tom Orrel"),
        ("Orla Vane knew Tom Kell as a friend. “It is late,” Kell said.", "Tom Kell"),
        ("West Arden Council met. “It is late,” Kell said.", "Kell"),
    ],
)
def test_other_names(text: str, name: str) -> None:
    assert last(text).name == name


def test_an_alias_does_not_begin_in_the_next_sentence() -> None:
    assert last("Nobody knows where Orla Vane was born. They said that it was late.").name == "They"
