"""Choosing among spans that overlap, held against the sum over all sets."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claims.choosing import NEGLIGIBLE, Chances, chances, choose

SPANS = [(0, 4), (0, 9), (2, 9), (5, 9), (9, 12)]
SCORES = st.lists(st.tuples(st.floats(-2, 2), st.floats(-3, 3)), min_size=len(SPANS), max_size=len(SPANS))


def apart(some: tuple[int, ...]) -> bool:
    return all(SPANS[one][1] <= SPANS[other][0] for one, other in itertools.pairwise(some))


SETS = [some for size in range(len(SPANS) + 1) for some in itertools.combinations(range(len(SPANS)), size) if apart(some)]


@given(SCORES)
def test_a_span_is_as_probable_as_the_sets_it_is_in(scores: list[tuple[float, float]]) -> None:
    odds = [math.exp(claim) * (1 + math.exp(worth)) for claim, worth in scores]
    if max(odds) / min(odds) >= math.exp(NEGLIGIBLE):
        return
    weights = {some: math.prod(odds[at] for at in some) for some in SETS}
    total = sum(weights.values())
    for at, chance in enumerate(chances(SPANS, scores)):
        assert chance.exactly == pytest.approx(sum(weight for some, weight in weights.items() if at in some) / total)
        assert chance.exactly <= chance.claim + 1e-9 <= 1 + 2e-9
        assert chance.worth <= chance.claim


def test_about_the_same_words_are_one_claim() -> None:
    found = chances(SPANS, [(-5.0, 0.0), (0.0, 0.0), (0.0, 0.0), (-5.0, 0.0), (-5.0, 0.0)])
    assert found[1].claim == pytest.approx(found[1].exactly + found[2].exactly)


def test_one_span_alone() -> None:
    [chance] = chances([(0, 4)], [(0.0, 0.0)])
    assert chance == pytest.approx(Chances(2 / 3, 1 / 3, 2 / 3))


@given(st.lists(st.floats(0, 1), min_size=len(SPANS), max_size=len(SPANS)), st.floats(0.1, 0.9))
def test_the_best_set_is_chosen(claims: list[float], least: float) -> None:
    found = [Chances(claim, 0.0, 0.0) for claim in claims]
    got = choose(SPANS, found, least)
    best = max(sum(claims[at] - least for at in some) for some in SETS)
    assert tuple(got) in SETS
    assert all(claims[at] >= least for at in got)
    assert sum(claims[at] - least for at in got) == pytest.approx(best)


def test_scores_of_any_size_and_hundreds_of_spans_stay_in_range() -> None:
    spans = [(at, at + 2) for at in range(0, 2000, 2)]
    for score in (1e6, -1e6):
        assert all(0 <= chance.worth <= chance.claim <= 1 for chance in chances(spans, [(score, score)] * len(spans)))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(2, 30)), min_size=2, max_size=60, unique=True), st.randoms(use_true_random=False))
def test_what_is_about_the_same_words_counts_wherever_it_begins(sizes: list[tuple[int, int]], chance: random.Random) -> None:
    spans = sorted((start, start + size) for start, size in sizes)
    found = chances(spans, [(chance.uniform(-2, 2), 0.0) for _ in spans])
    for (start, end), told in zip(spans, found, strict=True):
        about = sum(
            other.exactly
            for (begin, stop), other in zip(spans, found, strict=True)
            if 2 * (min(end, stop) - max(start, begin)) >= max(end, stop) - min(start, begin)
        )
        assert told.claim == pytest.approx(min(1.0, about))
