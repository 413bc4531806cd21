"""What journalism does, read with all default rules: the quote that is drawn is one of those found."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.testing import read_marked

RULES = tuple(
    f"constructions/{name}"
    for name in (
        "speech-tags",
        "participles",
        "fragments",
        "sequences",
        "sources",
        "layouts",
        "indirect-speech",
        "boundaries",
        "cues",
    )
)


def test_a_construction_is_read_as_drawn(name: str, marked: str) -> None:
    drawn = read_marked(marked)
    found = [(quote.source, quote.cue and quote.cue.span, quote.contents) for quote in extract(drawn.text).quotes]
    if any(drawn.spans.values()):
        assert (*(drawn.spans["s"] or (None,)), *(drawn.spans["c"] or (None,)), drawn.spans["q"]) in found
    else:
        assert found == []


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
