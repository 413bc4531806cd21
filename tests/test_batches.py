"""Texts in batches."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.batches import batched


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
