"""Logistic regression on named yes-or-no features, in plain Python.

The weights maximise the penalised likelihood; found by Newton's method, which needs a handful of steps (Hastie, Tibshirani and
Friedman, The Elements of Statistical Learning, 2nd ed., section 4.4.1).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set

import attrs

STEPS = 25
CLOSE = 1e-6


@attrs.frozen
class Logistic:
    """A bias and a weight for each feature."""

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Set[str]) -> float:
        """The probability (0 to 1) for something with these features."""
        return sigmoid(self.bias + sum(self.weights.get(name, 0.0) for name in sorted(features)))


def sigmoid(value: float) -> float:
    """The logistic function, for any size of value.

    >>> sigmoid(0.0), sigmoid(-1000.0)
    (0.5, 0.0)
    """
    return 1 / (1 + math.exp(-value)) if value > -700 else 0.0


def fit_logistic(rows: Sequence[tuple[Set[str], bool]], *, ridge: float = 1.0, weights: Sequence[float] | None = None) -> Logistic:
    """The weights that fit the rows: the features of each, and whether it is one.

    ``ridge`` draws weights towards 0 (never the bias); ``weights`` says how much each row counts, 1 where it is not given.

    >>> model = fit_logistic([({"figures"}, True), ({"figures"}, True), ({"taste"}, False), (set(), False)])
    >>> model.score({"figures"}) > 0.5 > model.score({"taste"})
    True
    """
    names = sorted({name for features, _ in rows for name in features})
    index = {name: at for at, name in enumerate(names, 1)}
    data = [([0, *sorted(index[name] for name in features)], float(label)) for features, label in rows]
    counts = [1.0] * len(data) if weights is None else weights
    beta = [0.0] * (len(names) + 1)
    for _ in range(STEPS):
        step = _solve(*_derivatives(data, counts, beta, ridge))
        beta = [value + change for value, change in zip(beta, step, strict=True)]
        if max(map(abs, step)) < CLOSE:
            break
    return Logistic(beta[0], dict(zip(names, beta[1:], strict=True)))


def _derivatives(
    data: Sequence[tuple[list[int], float]], counts: Sequence[float], beta: Sequence[float], ridge: float
) -> tuple[list[list[float]], list[float]]:
    """The matrix of second derivatives (negated) and the gradient of the penalised likelihood."""
    size = len(beta)
    gradient = [0.0, *(-ridge * value for value in beta[1:])]
    matrix = [[0.0] * size for _ in range(size)]
    for at in range(1, size):
        matrix[at][at] = ridge
    matrix[0][0] = CLOSE
    for (on, label), count in zip(data, counts, strict=True):
        p = sigmoid(sum(beta[at] for at in on))
        slope, curve = count * (label - p), count * p * (1 - p)
        for at in on:
            gradient[at] += slope
            row = matrix[at]
            for other in on:
                row[other] += curve
    return matrix, gradient


def _solve(matrix: list[list[float]], target: list[float]) -> list[float]:
    """Solves a symmetric positive definite system by elimination."""
    size = len(target)
    for at in range(size):
        pivot = matrix[at]
        for below in range(at + 1, size):
            factor = matrix[below][at] / pivot[at]
            if factor:
                row = matrix[below]
                for column in range(at, size):
                    row[column] -= factor * pivot[column]
                target[below] -= factor * target[at]
    answer = [0.0] * size
    for at in range(size - 1, -1, -1):
        row = matrix[at]
        answer[at] = (target[at] - sum(row[column] * answer[column] for column in range(at + 1, size))) / row[at]
    return answer
