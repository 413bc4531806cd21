"""Logistic regression: it recovers what made the examples."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.evaluation.logistic import Example, fit

TRUE = {"clear": 1.5, "near": 0.7, "far": -1.0, "nothing": 0.0}
BIAS = 0.4


def drawn(number: int) -> list[Example]:
    chance = random.Random(7)  # noqa: S311 - nothing secret
    found = []
    for _ in range(number):
        names = frozenset(name for name in TRUE if chance.random() < 0.4)
        share = 1 / (1 + math.exp(-BIAS - sum(TRUE[name] for name in names)))
        found.append(Example(names, chance.random() < share))
    return found


def test_a_toy_set_gives_back_the_weights_it_was_made_with() -> None:
    bias, weights = fit(drawn(6000), TRUE, ridge=0.5)
    assert bias == pytest.approx(BIAS, abs=0.15)
    assert weights == pytest.approx(TRUE, abs=0.2)


def test_a_ridge_draws_to_nothing_and_keeps_the_signs() -> None:
    _, loose = fit(drawn(600), TRUE, ridge=0.1)
    _, tight = fit(drawn(600), TRUE, ridge=100)
    for name in ("clear", "near", "far"):
        assert 0 < tight[name] / loose[name] < 1


def test_the_chances_add_up_to_what_was_right() -> None:
    examples = drawn(500)
    bias, weights = fit(examples, TRUE, ridge=5)
    chances = [1 / (1 + math.exp(-bias - sum(weights[name] for name in example.features))) for example in examples]
    assert sum(chances) == pytest.approx(sum(example.right for example in examples), abs=0.1)


def test_the_same_examples_in_another_order_give_the_same_weights() -> None:
    examples = drawn(400)
    bias, weights = fit(examples, TRUE, ridge=2)
    back, others = fit(examples[::-1], reversed(list(TRUE)), ridge=2)
    assert back == pytest.approx(bias, abs=0.01)
    assert others == pytest.approx(weights, abs=0.01)
    assert fit(examples, TRUE, ridge=2) == (bias, weights)


def test_a_start_saves_steps_and_changes_nothing() -> None:
    found = fit(drawn(400), TRUE, ridge=2)
    assert fit(drawn(400), TRUE, 2, found)[1] == pytest.approx(found[1], abs=0.01)


def test_an_example_that_counts_more_pulls_more() -> None:
    both = [Example(frozenset(("a",)), right=True, count=3), Example(frozenset(("a",)), right=False)]
    assert fit(both, ["a"], ridge=1)[0] == pytest.approx(math.log(3), abs=0.05)


@given(st.lists(st.builds(Example, st.frozensets(st.sampled_from(sorted(TRUE))), st.booleans(), st.floats(0, 100)), max_size=8))
def test_any_examples_give_finite_weights(examples: list[Example]) -> None:
    bias, weights = fit(examples, TRUE, ridge=1)
    assert all(map(math.isfinite, (bias, *weights.values())))
