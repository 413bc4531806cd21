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
        ("Ada Kell, from the Port Trust,", "Port Trust"),
        ("Ada Kell, an astronomer at Orrel University and an expert in tides,", "Orrel University"),
        ("Ada Kell, a partner at Norvex and author of the report,", "Norvex"),
        # neither a place nor a life's work after the name, nor people of a street
        ("Ada Kell of Orrel", None),
        ("Veteran Mill Streeter Ada Kell", None),
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


@pytest.mark.parametrize(
    "text, affiliation",
    [
        ("The Amalgamated Union of Smiths (AUS) met. AUS secretary Ada Kell said that it was late.", "Amalgamated Union of Smiths"),
        ("Ivo Karr met Mr Karr's brother. A spokeswoman for Karr, Ada Kell, said that it was late.", None),  # nobody is a body
        ("Ada Kell, who runs a shop by the pier, said that it was late.", None),  # no shop in particular
        ("Ada Kell, who runs the Orrel Clinic, said that it was late.", "Orrel Clinic"),
    ],
)
def test_a_body_goes_by_its_full_name_and_is_nobody(text: str, affiliation: str | None) -> None:
    assert last(text).affiliation == affiliation
