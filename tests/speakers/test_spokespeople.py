"""Whom a spokesman speaks for."""

from __future__ import annotations

import pytest

from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name, body",
    [
        ("The Port Office was late. A spokesperson said it was sorry.", "A spokesperson", "Port Office"),
        ("A spokeswoman for the Orrel Port said it was sorry.", "A spokeswoman for the Orrel Port", "Orrel Port"),
        ("A Port Office spokesman said it was sorry.", "A Port Office spokesman", "Port Office"),
        ("Tom Kell, a spokesman for the Orrel Port, said it was sorry.", "Tom Kell", "Orrel Port"),
        ("A spokesman for Mills and Quays said it was sorry.", "A spokesman for Mills and Quays", "Mills and Quays"),
        # nobody speaks for anybody
        ("The Port Office was late. A witness said it was sorry.", "A witness", None),
        ("A spokesperson said it was sorry.", "A spokesperson", None),
        ("Orla Vane was late. A spokesperson said it was sorry.", "A spokesperson", None),
    ],
)
def test_on_behalf_of(text: str, name: str, body: str | None) -> None:
    speaker = last(text)
    assert (speaker.name, speaker.on_behalf_of) == (name, body)
    assert speaker.named is (name == "Tom Kell")


@pytest.mark.parametrize(
    "text, kind",
    [
        ("A spokeswoman for the Mills and Quays Association said it was sorry.", "person"),
        ("A spokesman for Mills and Quays said it was sorry.", "person"),
        ("A spokesman for the mill and Tom Kell said they were sorry.", "group"),
    ],
)
def test_a_body_with_and_in_its_name_has_one_spokesman(text: str, kind: str) -> None:
    assert last(text).kind == kind
