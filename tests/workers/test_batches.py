"""Texts in batches."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, Span
from newsclaims.model import Sentence
from newsclaims.workers.batches import TOGETHER, batched, spread


@pytest.mark.parametrize(
    "number, sizes",
    [(0, []), (1, [1]), (4, [1] * 4), (30, [10, 5, 3, 3, 2, *[1] * 7]), (50, [10, 10, 10, 5, 3, 3, 2, *[1] * 7])],
)
def test_batches_grow_smaller_towards_the_end(number: int, sizes: list[int]) -> None:
    assert [len(batch) for batch in batched(range(number), 10, 2)] == sizes


@given(st.integers(0, 300), st.integers(1, 40), st.integers(1, 5))
def test_every_text_is_in_one_batch_in_order(number: int, size: int, workers: int) -> None:
    batches = list(batched(range(number), size, workers))
    assert list(itertools.chain.from_iterable(batches)) == list(range(number))
    assert all(0 < len(batch) <= size for batch in batches)


def test_no_more_is_read_than_a_batch_for_each_worker_and_the_one_handed_out() -> None:
    endless = itertools.count()
    assert next(batched(endless, 10, 2)) == list(range(10))
    assert next(endless) == 30


class Line(Sentence):
    """Somebody's own kind of sentence."""


def in_one_sentence(texts: list[Any]) -> list[Document]:
    """Documents, of which every third holds what cannot be put in columns."""
    return [Document(text, sentences=((Sentence if int(text) % 3 else Line)(Span(0, len(text), text), 0),)) for text in texts]


def test_documents_come_in_order_whatever_they_are_made_of() -> None:
    texts = [str(number) for number in range(3 * TOGETHER)]
    documents = list(spread(in_one_sentence, lambda _: (), batched(texts, TOGETHER + 1, 2), 2))
    assert documents == in_one_sentence(texts)
    assert [type(document.sentences[0]) for document in documents[:4]] == [Line, Sentence, Sentence, Line]
