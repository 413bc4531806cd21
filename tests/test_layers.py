"""Layers: where things stand in a text."""

from __future__ import annotations

import attrs
import pytest

from newsclaims import Span, load_language
from newsclaims.finders import finders
from newsclaims.layers import Layers

TEXT = "The mayor spoke. She said it had rained.\n\n“It rained,” said Vane. “A ‘long’ day.”"


@pytest.fixture
def layers() -> Layers:
    return finders(load_language("en")).layers(TEXT)[0]


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def test_sentences_and_paragraphs(layers: Layers) -> None:
    assert layers.sentence_of(span("rained")).text == "She said it had rained."
    assert layers.sentence_of(span("Vane")).paragraph == 1
    assert layers.before(span("said it")) == "The mayor spoke. She "
    assert layers.after(span("said it")) == " had rained."
    assert layers.before(span("“It")) == ""
    assert layers.after(span("spoke."), 4) == " She"


def test_tokens_and_spans(layers: Layers) -> None:
    first = layers.at(span("The").start)
    assert layers.span(first, first + 1) == span("The mayor")
    assert layers.at(1) == first + 1
    assert layers.at(len(TEXT)) == len(layers.tokens)


def test_cues_between(layers: Layers) -> None:
    heads = [layers.span(cue.head, cue.head).text for cue in layers.cues_between(0, len(layers.tokens))]
    assert heads.count("said") == 2
    assert list(layers.cues_between(0, 2)) == []


def test_index_of(layers: Layers) -> None:
    assert [layers.index_of(quotation) for quotation in layers.quotations] == list(range(len(layers.quotations)))
    assert layers.index_of(attrs.evolve(layers.quotations[1])) == 1
    assert [layers.tokens_of(quotation) for quotation in layers.quotations] == list(layers.quotation_tokens)


def test_where_a_quotation_stands() -> None:
    text = "Rain fell. “It is late. Go,” said Vane. “One more thing.\n\n“Come back,” she said of the “mill.”"
    layers = finders(load_language("en")).layers(text)[0]
    first, second, third = (layers.place(quotation) for quotation in layers.quotations)
    assert layers.span(first.opening, first.close).text == "“It is late. Go,”"
    assert first.opens_sentence
    assert first.pause == first.close
    assert layers.span(first.low, first.high - 1).text == "“It is late. Go,” said Vane."
    assert second.pause < second.close
    assert layers.span(second.opening, second.pause).text == "“One more thing."
    assert layers.span(second.low, second.stop - 1).text == "“One more thing."
    assert layers.span(second.stop, second.high - 1).text == "“Come back,” she said of the “mill.”"
    assert not third.opens_sentence


def test_layers_do_not_change(layers: Layers) -> None:
    with pytest.raises(AttributeError, match="'text' cannot be set"):
        layers.text = "Rain."
    with pytest.raises(TypeError):
        layers.quoted[0] = 1  # type: ignore[index]  # that it cannot be set is the test
