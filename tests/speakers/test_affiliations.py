"""Where a role is held."""

from __future__ import annotations

import pytest

from tests.speakers.said import last


@pytest.mark.parametrize(
    "source, affiliation",
    [
        ("Orrel Port spokesman Tom Kell", "Orrel Port"),
        ("Arlo & Vane Foundation director Tom Kell", "Arlo & Vane Foundation"),
        ("Velmian Foreign Ministry spokeswoman Ada Kell", "Velmian Foreign Ministry"),
        ("State Department spokesman Tom Kell", "State Department"),
        ("Tom Kell, director of the Orrel Port,", "Orrel Port"),
        # what an office is for, and what it is like, is no body
        ("Prime Minister Tom Kell", None),
        ("Shadow Transport Secretary Tom Kell", None),
        ("Former Defense Secretary Tom Kell", None),
        ("Ex-Environment Secretary Tom Kell", None),
        ("Box cutter salesman Tom Kell", None),
        ("Greek sprinter Tom Kell", None),
        ("Company spokesman Tom Kell", None),
        ("The magazine's editor Tom Kell", None),
    ],
)
def test_affiliation(source: str, affiliation: str | None) -> None:
    assert last(f"{source} said that it was late.").affiliation == affiliation
