"""Logistic regression on features."""

from __future__ import annotations

import math

import pytest

from newsclaims.evaluation.logistic import fit_logistic, sigmoid


def test_without_features_the_share_of_the_right_ones_is_found() -> None:
    model = fit_logistic([(set(), True)] * 3 + [(set(), False)])
    assert model.score(set()) == pytest.approx(0.75, abs=1e-3)


def test_weights_are_those_of_the_shares_where_nothing_draws_them_in() -> None:
    rows: list[tuple[set[str], bool]] = [({"a"}, True)] * 30 + [({"a"}, False)] * 10 + [(set(), True)] * 10 + [(set(), False)] * 30
    model = fit_logistic(rows, ridge=1e-9)
    assert model.bias == pytest.approx(-math.log(3), abs=1e-3)
    assert model.weights["a"] == pytest.approx(2 * math.log(3), abs=1e-3)


def test_a_ridge_draws_weights_to_nothing() -> None:
    rows: list[tuple[set[str], bool]] = [({"a"}, True)] * 30 + [({"a"}, False)] * 10 + [(set(), True)] * 10 + [(set(), False)] * 30
    small, large = (fit_logistic(rows, ridge=ridge).weights["a"] for ridge in (1.0, 1000.0))
    assert 0 < large < small


def test_rows_that_count_for_more() -> None:
    rows: list[tuple[set[str], bool]] = [(set(), True), (set(), False)]
    assert fit_logistic(rows, weights=[3.0, 1.0]).score(set()) == pytest.approx(0.75, abs=1e-3)


def test_what_can_be_parted_wholly_stays_finite() -> None:
    model = fit_logistic([({"a"}, True)] * 50 + [({"b"}, False)] * 50)
    assert model.score({"a"}) > 0.9
    assert model.score({"b"}) < 0.1
    assert all(math.isfinite(weight) for weight in model.weights.values())


@pytest.mark.parametrize("value, expected", [(0.0, 0.5), (-10_000.0, 0.0), (10_000.0, 1.0)])
def test_sigmoid_of_any_size(value: float, expected: float) -> None:
    assert sigmoid(value) == expected
