"""Mentions: the whole phrase that names a source, read from the cue; cases with both drawn on the text."""

from __future__ import annotations

from newsclaims.finders import finders
from newsclaims.grammar.mentions import Mention
from newsclaims.language import load_language
from newsclaims.layers import Layers
from newsclaims.spans import Span
from newsclaims.testing import read_marked

CASES = "mentions.txt"


def layers_of(text: str) -> Layers:
    return finders(load_language("en")).layers(text)[0]


def read(layers: Layers, cue: Span, *, onwards: bool) -> Mention | None:
    first, stop = layers.at(cue.start), layers.at(cue.end)
    low, high = layers.clauses.bounds(first)
    return layers.mentions.after(stop, high) if onwards else layers.mentions.before(first, low)


def test_a_mention_is_the_whole_phrase(marked: str) -> None:
    drawn = read_marked(marked)
    layers = layers_of(drawn.text)
    found = read(layers, drawn.spans["c"][0], onwards=drawn.text.startswith("“"))
    assert (() if found is None else (layers.mention_span(found),)) == drawn.spans["s"]


def test_the_head_is_told_from_what_is_attached_to_it() -> None:
    layers = layers_of("“It rained,” said a spokesman for the ministry.")
    found = read(layers, Span(13, 17, "said"), onwards=True)
    assert found is not None
    assert layers.span(found.head_first, found.head).text == "a spokesman"


def test_where_a_mention_was_found_is_told() -> None:
    before = read(layers_of("Vane said it rained."), Span(5, 9, "said"), onwards=False)
    relative = read(layers_of("Vane, who said it rained, left."), Span(10, 14, "said"), onwards=False)
    after = read(layers_of("“It rained,” said Vane."), Span(13, 17, "said"), onwards=True)
    assert [found and found.how for found in (before, relative, after)] == ["before", "relative", "after"]


def test_a_mention_stays_in_its_sentence() -> None:
    layers = layers_of("Vane left. Said it rained.")
    assert read(layers, Span(11, 15, "Said"), onwards=False) is None
