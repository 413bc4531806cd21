"""Labels: words in capitals, or names, before a colon at the beginning of a sentence."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.finders import finders
from newsclaims.language import load_language


def labels(text: str) -> list[str]:
    layers, _ = finders(load_language("en")).layers(text)
    colons = [(layers.sentence(cue.sentence)[0], cue.head) for cue in layers.cues if cue.takes("label")]
    return [layers.span(first, colon - 1).text for first, colon in colons]


@pytest.mark.parametrize(
    "text, found",
    [
        ("VANE: No.\n\nKELL: Why?", ["VANE", "KELL"]),
        ("Q: Why?\n\nA: It rained.", ["Q", "A"]),
        ("UPDATE: The port is open.", []),  # one alone is a heading
        ("VANE: No.\n\nThen it rained.", []),
        ("Norway: It rained.\n\nNorway: It did.\n\nNorway: It does.", []),  # places head paragraphs
    ],
)
def test_labels(text: str, found: list[str]) -> None:
    assert labels(text) == found


@pytest.mark.parametrize("text", ["P\r:.\nE:", "N\r:E\nE:", "VANE\n\n: No.\n\nKELL: Why?"])
def test_a_label_stands_in_one_sentence_with_its_colon(text: str) -> None:
    assert "speaker-label" not in {quote.rule for quote in extract(text).quotes}


@pytest.mark.parametrize(
    "line, speaks",
    [
        ("Q: Why? A: No. ", False),
        ("Q: Why?\nA: No.\n", False),
        ("Q: Did the dam hold? A: It did not. ", True),
        ("VANE: It rained.\n", True),
    ],
)
def test_many_labels_with_hardly_a_word_between_them_are_a_table(line: str, speaks: bool) -> None:
    assert bool(labels(line * 120)) == speaks
    assert labels(line * 4)


def test_names_that_come_again_between_labels_in_capitals_are_labels_too() -> None:
    text = "Herald: And then?\n\nOV: I left.\n\nHerald: Why?\n\nNote: Both laughed.\n\nOV: It rained."
    assert labels(text) == ["Herald", "OV", "Herald", "OV"]
