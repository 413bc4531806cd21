"""The questions that rules share, each by itself."""

from __future__ import annotations

import pytest

from newsclaims import load_language
from newsclaims.finders import finders
from newsclaims.rules.asking import reported_before, says_more, verb_cue
from tests.drawn import read


@pytest.mark.parametrize(
    "drawn, words, lemma",
    [
        ("Vane <w>was</w> not convinced of it.", "was not convinced", "convince"),
        ("Vane <w>was</w> quite badly shaken by it.", "was quite badly shaken", "shake"),
        ("Vane <w>was</w> late.", "was", None),
        ("Vane <w>had</w> a cold.", "had", None),
        ("Vane <w>retorted</w> drily.", "retorted", "retort"),
        ("Vane <w>argued</w> frozen.", "argued", "argue"),
        ("Vane had never <w>argued</w> before.", "had never argued", "argue"),
        ("That is what Vane <w>was</w>", "was", None),
    ],
)
def test_a_verb_with_its_auxiliaries_is_a_cue(drawn: str, words: str, lemma: str | None) -> None:
    text, (word,) = read(drawn)
    layers = finders(load_language("en")).layers(text)[0]
    cue = verb_cue(layers, layers.at(word.start))
    assert cue.span.text == words
    assert lemma is None or cue.lemma == lemma


@pytest.mark.parametrize(
    "text, more",
    [
        ("“No,” Vane said that it rained.", True),
        ("“No,” Vane explained why it rained.", True),
        ("“No,” Vane urged them to leave.", True),
        ("“No,” Vane said “late.”", True),
        ("“No,” Vane said to the crew, “late.”", False),
        ("“No,” Vane said when asked.", False),
        ("“No,” Vane said.", False),
    ],
)
def test_a_tag_that_says_more(text: str, more: bool) -> None:
    layers = finders(load_language("en")).layers(text)[0]
    assert says_more(layers, layers.cues[0]) == more


@pytest.mark.parametrize(
    "text, reported",
    [
        ("When Vane said it was “late,” the mayor asked why.", True),
        ("As the board warned that it was “late,” the mayor left.", True),
        ("Asked whether it was “late,” the mayor left.", True),
        ("Vane said it was “late,” and the mayor left.", False),
        ("When it rained, “late,” the mayor said.", False),
        ("On a day in May on which Vane said it was “late,” the mayor left.", False),
        ("“Late,” the mayor said.", False),
    ],
)
def test_a_clause_before_the_main_one_reports_the_quotation(text: str, reported: bool) -> None:
    layers = finders(load_language("en")).layers(text)[0]
    assert reported_before(layers, layers.quotations[0]) == reported
