"""Who is told."""

from __future__ import annotations

import pytest

from newsclaims import extract


@pytest.mark.parametrize(
    "text, addressee",
    [
        ("Vane told reporters that the port was dead.", "reporters"),
        ("Vane told the Dunmarsh Courier the port was dead.", "the Dunmarsh Courier"),
        ("“The port is dead,” Vane told the council.", "the council"),
        ("Vane asked the council whether the port was dead.", "the council"),
        ("Vane warned the crew that the ice was thin.", "the crew"),
        ("Vane said that the port was dead.", None),
        ("“Is the port dead?” Vane asked.", None),
        ("“Is the port dead?” asked Vane.", None),
    ],
)
def test_who_is_told(text: str, addressee: str | None) -> None:
    (quote,) = extract(text).quotes
    assert (quote.addressee and quote.addressee.text) == addressee
