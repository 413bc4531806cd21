"""Logistic regression in plain Python, for features that are there or not."""

from __future__ import annotations

import collections
import math
from collections.abc import Iterable, Mapping, Sequence

import attrs

STEPS = 400
REMEMBERED = 12
"""So many of the last steps tell how the slope changes."""
FLAT = 0.03
"""Where no slope is steeper the weights are fitted: another step would change none by as much as 0.01."""
SMALLEST_STEP = 1e-6
ENOUGH_GAIN = 1e-4
FARTHEST = 30.0
"""Scores beyond this are as good as certain."""

Vector = list[float]


@attrs.frozen
class Example:
    """Something that has some features, is so (``right``) or not, and counts as so many."""

    features: frozenset[str]
    right: bool
    count: float = 1.0


def fit(
    examples: Sequence[Example], features: Iterable[str], ridge: float, start: tuple[float, Mapping[str, float]] = (0.0, {})
) -> tuple[float, Mapping[str, float]]:
    """The bias and the weight of each of the features (log-odds) that make the examples most likely, drawn towards 0 by ``ridge``.

    A ridge of 10 is a Gaussian prior of variance 1/10 on each weight; the bias is not drawn to 0. Found by the L-BFGS method of Liu and
    Nocedal (1989), "On the Limited Memory BFGS Method for Large Scale Optimization". ``start`` are weights to begin with, which saves
    time where they are nearly right. The same examples give the same weights.

    >>> often = [Example(frozenset(("a",)), right=at % 4 > 0) for at in range(400)]
    >>> seldom = [Example(frozenset(("b",)), right=at % 4 == 0) for at in range(400)]
    >>> bias, weights = fit(often + seldom, ["a", "b"], ridge=0.1)
    >>> round(bias, 1), round(weights["a"], 1), round(weights["b"], 1)
    (0.0, 1.1, -1.1)
    """
    names = sorted(set(features))
    slope = _Loss(examples, names, ridge)
    found = _lowest(slope, [start[0], *(start[1].get(name, 0.0) for name in names)])
    return found[0], dict(zip(names, found[1:], strict=True))


class _Loss:
    """How unlikely weights make the examples, and how that changes with each weight."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str], ridge: float) -> None:
        number = {name: at for at, name in enumerate(names, 1)}
        self._rows = [(0, *sorted(number[name] for name in each.features if name in number)) for each in examples]
        self._signs = [1.0 if each.right else -1.0 for each in examples]
        self._counts = [each.count for each in examples]
        self._ridge = ridge

    def __call__(self, weights: Vector) -> tuple[float, Vector]:
        """The loss of the weights, and its slope."""
        of, drawn = weights.__getitem__, [0.0, *weights[1:]]
        loss, slope = self._ridge / 2 * _dot(drawn, drawn), [self._ridge * weight for weight in drawn]
        for row, sign, count in zip(self._rows, self._signs, self._counts, strict=True):
            margin = max(-FARTHEST, min(FARTHEST, sign * sum(map(of, row))))
            odds = math.exp(-margin)
            loss += count * math.log1p(odds)
            pull = count * sign * odds / (1 + odds)
            for at in row:
                slope[at] -= pull
        return loss, slope


def _lowest(loss: _Loss, at: Vector) -> Vector:
    """Where the loss is lowest, from some weights on."""
    value, slope = loss(at)
    past: collections.deque[tuple[Vector, Vector]] = collections.deque(maxlen=REMEMBERED)
    for _ in range(STEPS):
        if max(map(abs, slope)) < FLAT:
            break
        way = _way(slope, past)
        fall = _dot(way, slope)
        size = 1.0 if past else 1 / max(1.0, math.sqrt(_dot(slope, slope)))
        while size > SMALLEST_STEP:
            there = [here + size * step for here, step in zip(at, way, strict=True)]
            new_value, new_slope = loss(there)
            if new_value <= value + ENOUGH_GAIN * size * fall:
                break
            size /= 2
        else:
            break
        past.append(
            ([new - old for new, old in zip(there, at, strict=True)], [new - old for new, old in zip(new_slope, slope, strict=True)])
        )
        at, value, slope = there, new_value, new_slope
    return at


def _way(slope: Vector, past: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Which way down, by the slope and how it has changed in the last steps: the two loops of L-BFGS."""
    way = [-each for each in slope]
    shares = []
    for step, change in reversed(past):
        share = _dot(step, way) / _dot(step, change)
        shares.append(share)
        way = [each - share * by for each, by in zip(way, change, strict=True)]
    if past:
        step, change = past[-1]
        scale = _dot(step, change) / _dot(change, change)
        way = [each * scale for each in way]
    for (step, change), share in zip(past, reversed(shares), strict=True):
        back = share - _dot(change, way) / _dot(step, change)
        way = [each + back * by for each, by in zip(way, step, strict=True)]
    return way


def _dot(one: Vector, other: Vector) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))
