"""What a mark after a cue announces: of which kind it is, and where it begins (drawn as ``<w>``)."""

from __future__ import annotations

import pytest

from newsclaims import load_language
from newsclaims.finders import finders
from newsclaims.grammar.complement import Complement, Kind
from tests.drawn import read


def announced(drawn: str) -> tuple[Complement | None, int]:
    """What the first cue of a text takes, and where the drawn word stands."""
    text, (word,) = read(drawn)
    layers = finders(load_language("en")).layers(text)[0]
    return layers.clauses.complement(layers.cues[0]), layers.at(word.start)


@pytest.mark.parametrize(
    "kind, drawn",
    [
        ("quote", "Vane said, <w>“</w>It is late.”"),
        ("quote", "Vane said: <w>“</w>It is late.”"),
        ("colon", "Vane said: <w>it</w> is late."),
        ("that", "Vane said, on Monday, <w>that</w> it was late."),
        ("that", "Vane said, later, <w>that</w> it was late."),
        ("that", "Vane said, though, <w>that</w> it was late."),
        ("that", "Vane said, in a letter to the council of Orrel, <w>that</w> it was late."),
        ("that", "Vane said, in May, <w>that</w>, late or not, it would go."),
        ("quote", "Vane said, in a letter, <w>“</w>It is late.”"),
        ("quote", "Vane said, though, <w>“</w>It is late.”"),
    ],
)
def test_what_a_mark_announces(kind: Kind, drawn: str) -> None:
    found, first = announced(drawn)
    assert found is not None
    assert (found.kind, found.first) == (kind, first)


@pytest.mark.parametrize(
    "drawn",
    [
        "Vane said, on <w>Monday</w>, the mayor of Orrel left.",
        "Vane said, on <w>Monday</w>.",
        "“It is late,” Vane said, <w>on</w> Monday,",
        "“It is late,” Vane said, the <w>mayor</w>, that old fox, smiling.",
        "Vane said, on the first <w>Monday</w> of the month after the long cold winter of the year before the last one, that it rained.",
    ],
)
def test_what_announces_nothing(drawn: str) -> None:
    found, _ = announced(drawn)
    assert found is None or found.kind not in ("that", "quote")
