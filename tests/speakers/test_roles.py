"""Role, affiliation and sex as far as the text tells them."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.model import Speaker


def only(text: str) -> Speaker:
    (speaker,) = extract(text).speakers
    return speaker


@pytest.mark.parametrize(
    "text, role, affiliation",
    [
        ("Harbour Union Secretary General Tomas Brandt said that it was late.", "Harbour Union Secretary General", "Harbour Union"),
        ("Orla Vane, a spokeswoman for the ministry, said that it was late.", "spokeswoman", "ministry"),
        ("Dana Mills, a lawyer at the Orrel Clinic, said that it was late.", "lawyer", "Orrel Clinic"),
        ("Tom Prokop, who runs the port, said that it was late.", "runs the port", "port"),
        ("Sen. Ron Ellery (D-Orrel) said that it was late.", "Sen.", "D-Orrel"),
        ("A spokesman for the port said that it was late.", "spokesman", "port"),
        ("Former pollster Pia Lund said that it was late.", "Former pollster", None),
        ("Orla Vane said that it was late.", None, None),
    ],
)
def test_role_and_affiliation(text: str, role: str | None, affiliation: str | None) -> None:
    speaker = only(text)
    assert (speaker.role, speaker.affiliation) == (role, affiliation)


def test_a_form_of_address_is_no_role() -> None:
    speaker = only("Mr. Vane said that it was late.")
    assert (speaker.role, speaker.gender) == (None, "male")


@pytest.mark.parametrize(
    "text, gender",
    [
        ("Ms. Kell said that it was late.", "female"),
        ("The actress Pia Lund said that it was late.", "female"),
        ("Councilman Pia Lund said that it was late.", "male"),
        ("Robin Lund sat down. He said that it was late.", "male"),
        ("Mary Lund said that it was late.", None),
        ("John Lund said that it was late.", None),
    ],
)
def test_gender_is_evidence_from_the_text_and_never_the_given_name(text: str, gender: str | None) -> None:
    assert only(text).gender == gender
