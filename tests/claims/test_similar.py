"""Sets of words that are nearly the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claims.similar import alike

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
