"""Sets of words that are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claims.similar import COMPARED, alike

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=8), max_size=12)


@given(SETS, st.sampled_from([0.3, 0.5, 0.7, 1.0]))
def test_it_finds_what_comparing_each_with_each_finds(sets: list[frozenset[str]], share: float) -> None:
    wanted = {
        (one, other)
        for other, words in enumerate(sets)
        for one in range(other)
        if words and sets[one] and len(words & sets[one]) >= share * len(words | sets[one])
    }
    assert set(alike(sets, share)) == wanted


def test_many_alike_are_compared_with_the_first_few() -> None:
    assert len(list(alike([frozenset("abc")] * 1000, 0.5))) < 40_000


class Counted(frozenset[str]):
    """A set that counts how often it is compared."""

    compared = 0

    def __and__(self, other: object) -> frozenset[str]:
        Counted.compared += 1
        return super().__and__(other)  # type: ignore[operator]  # as of any set


@pytest.mark.parametrize("size", [20, 1_000])
def test_long_sets_are_compared_no_more_than_short_ones(size: int) -> None:
    Counted.compared = 0
    sets = [Counted(f"w{(number * 7 + at) % (2 * size)}" for at in range(size)) for number in range(200)]
    list(alike(sets, 0.6))
    assert Counted.compared <= (COMPARED + 1) * len(sets)
