"""Shares with their bounds: what a sample says of all."""

from __future__ import annotations

import math

import attrs

from newsclaims.shown import Shown


@attrs.frozen(repr=False)
class Share(Shown):
    """Of the ``of`` quotes of a ``group`` so many (``quotes``) have a ``value``: their ``share`` (0 to 1), and its bounds."""

    _shows = ("group", "value", "quotes", "of", "share", "low", "high")

    group: str | None
    value: str
    quotes: int
    of: int
    share: float
    low: float
    high: float


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The interval of a share, by the score of Wilson (1927): in 95 of 100 samples it holds the true share.

    >>> tuple(round(bound, 3) for bound in wilson(45, 50))
    (0.786, 0.957)
    """
    if not of:
        return 0.0, 1.0
    share, square = hits / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)
