"""Counts of what is annotated and what is predicted, and the shares they come to."""

from __future__ import annotations

import attrs

from newsclaims.shown import Shown


@attrs.frozen(repr=False)
class Counts(Shown):
    """How many are annotated and predicted, and how many of either the other has too.

    Of one kind of quote these last two may differ: a quote annotated as direct and predicted as mixed is a hit in both.
    """

    _shows = ("gold", "predicted", "precision", "recall", "f1")

    gold: int
    gold_hit: int
    predicted: int
    predicted_hit: int

    @property
    def precision(self) -> float:
        """The share of the predicted ones that are right (0 to 1; 0 where there are none)."""
        return share(self.predicted_hit, self.predicted)

    @property
    def recall(self) -> float:
        """The share of the annotated ones that were found (0 to 1; 0 where there are none)."""
        return share(self.gold_hit, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def _brief(self) -> str:
        return f"F1 {self.f1:.3f}"


def share(part: int, whole: int) -> float:
    """The part of the whole (0 to 1), 0 where there is nothing.

    >>> share(1, 4), share(0, 0)
    (0.25, 0.0)
    """
    return part / whole if whole else 0.0
