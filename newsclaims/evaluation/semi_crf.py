"""A semi-Markov conditional random field over sets of spans that do not overlap, fitted by L-BFGS; needs numpy and scipy (extra ``fit``).

The model is that of :mod:`newsclaims.claims.choosing`. Every span has two scores, sums of what its features add: to being a claim and, for
a claim, to being worth a check. Where people have marked the spans, their likelihood is raised; of a sentence that is only known to be
worth a check, or not, the probability that one of its spans is. A ridge draws the weights towards 0 (Sarawagi and Cohen, NIPS 2004;
Nocedal, "Updating Quasi-Newton Matrices with Limited Storage", 1980).
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsclaims.claims.choosing import HIGHEST, LOWEST
from newsclaims.claims.worthiness import BIAS, Pair
from newsclaims.evaluation.claim_gold import WORTHY

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LEAST_DOUBT = 1e-9
"""No sentence is surer than this to be worth no check, so that its logarithm is a number."""


@attrs.frozen
class SpansOfStretch:
    """The spans of one stretch with their features, and (by index) the worth of those that are marked."""

    spans: Sequence[tuple[int, int]]
    features: Sequence[Sequence[str]]
    marked: Mapping[int, int] = attrs.field(factory=dict)


@attrs.frozen
class Example:
    """A text: its stretches, how much it counts, and, where nothing is marked in it, whether it is worth a check."""

    stretches: Sequence[SpansOfStretch]
    count: float = 1.0
    label: bool | None = None


def counted_features(spans: Iterable[Sequence[str]], names: Mapping[str, int]) -> Any:
    """How often each named feature stands in each span, as a sparse matrix with a row a span and a column a name."""
    columns: list[int] = []
    values: list[int] = []
    rows = [0]
    for features in spans:
        counted = collections.Counter(names[name] for name in features if name in names)
        columns += counted.keys()
        values += counted.values()
        rows.append(len(columns))
    return csr_matrix((np.array(values, float), np.array(columns, int), np.array(rows, int)), shape=(len(rows) - 1, len(names)))


class Problem:
    """Examples as arrays: a row a span, in the order of the stretches."""

    def __init__(self, examples: Sequence[Example], names: Mapping[str, int]) -> None:
        stretches = [(number, stretch) for number, example in enumerate(examples) for stretch in example.stretches]
        self.features: Any = counted_features((features for _, stretch in stretches for features in stretch.features), names)
        self.transposed: Any = self.features.T.tocsr()
        spans: list[tuple[int, int, int, int]] = []
        self.last = 0
        for number, (_, stretch) in enumerate(stretches):
            place = {edge: at for at, edge in enumerate(sorted(set[int]().union(*stretch.spans)))}
            self.last = max(self.last, len(place) - 1)
            spans += [(number, place[low], place[high], stretch.marked.get(at, 0)) for at, (low, high) in enumerate(stretch.spans)]
        table = np.array(spans, int).reshape(-1, 4)
        self.stretch, self.start, self.end, worth = table.T
        self.claim, self.worthy = (worth > 0).astype(float), (worth == WORTHY).astype(float)
        self.text: Ints = np.array([number for number, _ in stretches], int)
        self.texts = len(examples)
        counts = np.array([example.count for example in examples])
        labels = np.array([-1 if example.label is None else int(example.label) for example in examples], int)
        self.marked_count: Floats = np.where(labels < 0, counts, 0.0)
        self.label_count: Floats = np.where(labels >= 0, counts, 0.0)
        self.labels: Ints = labels
        self.ending = [np.flatnonzero(self.end == at) for at in range(self.last + 1)]
        self.beginning = [np.flatnonzero(self.start == at) for at in range(self.last + 1)]

    def sums(self, odds: Floats) -> tuple[Floats, Floats]:
        """For each stretch the logarithm of the sum over all sets of spans, and for each span its share of it."""
        size = len(self.text)
        before, after = np.ones((size, self.last + 1)), np.ones((size, self.last + 1))
        for at in range(1, self.last + 1):
            rows = self.ending[at]
            add = np.bincount(self.stretch[rows], odds[rows] * before[self.stretch[rows], self.start[rows]], size)
            before[:, at] = before[:, at - 1] + add
        for at in range(self.last - 1, -1, -1):
            rows = self.beginning[at]
            add = np.bincount(self.stretch[rows], odds[rows] * after[self.stretch[rows], self.end[rows]], size)
            after[:, at] = after[:, at + 1] + add
        total = before[:, -1]
        share = before[self.stretch, self.start] * odds * after[self.stretch, self.end] / total[self.stretch]
        return np.log(total), share

    def loss(self, theta: Floats, ridge: Floats) -> tuple[float, Floats]:
        """The negative likelihood with the ridge, and its slope."""
        width = self.features.shape[1]
        claim = np.clip(self.features @ theta[:width] + theta[-2], LOWEST, HIGHEST)
        worth = np.clip(self.features @ theta[width:-2] + theta[-1], LOWEST, -LOWEST)
        plain = np.exp(claim)
        both = plain * (1 + np.exp(worth))
        part = np.exp(worth) / (1 + np.exp(worth))
        total, share = self.sums(both)
        count = self.marked_count[self.text]
        each = count[self.stretch]
        likelihood = float(np.sum(each * (self.claim * claim + self.worthy * worth)) - np.sum(count * total))
        by_claim = each * (self.claim - share)
        by_worth = each * (self.worthy - share * part)
        if self.label_count.any():
            more, more_claim, more_worth = self._labelled(plain, total, share, part)
            likelihood += more
            by_claim += more_claim
            by_worth += more_worth
        slope = np.concatenate((self.transposed @ by_claim, self.transposed @ by_worth, [by_claim.sum(), by_worth.sum()]))
        return -likelihood + 0.5 * float(np.sum(ridge * theta * theta)), ridge * theta - slope

    def _labelled(self, plain: Floats, total: Floats, share: Floats, part: Floats) -> tuple[float, Floats, Floats]:
        """The same of the texts of which only a label is known: whether any span is worth a check."""
        without, its_share = self.sums(plain)
        none = np.minimum(np.bincount(self.text, without - total, self.texts), -LEAST_DOUBT)  # log of the probability that no span is
        chance = np.exp(none)
        positive = self.labels == 1
        likelihood = float(np.sum(self.label_count * np.where(positive, np.log1p(-chance), none)))
        slope = (self.label_count * np.where(positive, -chance / (1 - chance), 1.0))[self.text][self.stretch]
        return likelihood, slope * (its_share - share), -slope * share * part


def fit_spans(examples: Sequence[Example], names: Sequence[str], *, ridge: tuple[float, float], steps: int) -> dict[str, Pair]:
    """The weights of the named features, and under ``*`` where the scores start.

    ``ridge`` draws the weights of being a claim and of being worth a check towards 0, never those of ``*``.
    """
    problem = Problem(examples, {name: at for at, name in enumerate(names)})
    width = len(names)
    penalty = np.concatenate((np.full(width, ridge[0]), np.full(width, ridge[1]), [0.0, 0.0]))
    start = np.zeros(2 * width + 2)
    found = minimize(problem.loss, start, args=(penalty,), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    weights = {name: (float(found[at]), float(found[width + at])) for at, name in enumerate(names)}
    return {BIAS: (float(found[-2]), float(found[-1])), **weights}
