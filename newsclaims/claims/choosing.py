"""Choosing: of the spans of a stretch, which overlap, those that are claims.

A set of spans that do not overlap is as probable as the sum of its scores says, against all other such sets (a semi-Markov conditional
random field without weights between neighbours; Sarawagi and Cohen, "Semi-Markov Conditional Random Fields for Information Extraction",
NIPS 2004). All sets are summed by dynamic programming, forward and backward. The probability that somebody would mark about these words
is that of all spans which share at least half of them; of the spans the set is chosen in which these probabilities, less what they must at
least be, add up highest.
"""

from __future__ import annotations

import bisect
import itertools
import math
import operator
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.claims.worthiness import Pair

HIGHEST, LOWEST = 8.0, -20.0
"""Scores are taken for no more and no less: nothing is surer than that."""
SAME = 0.5
"""Spans that share so much of the words in either are about the same words."""
LARGEST = 600.0
"""The logarithm of a number that is large, but none of the largest there are."""
NEGLIGIBLE = 5.0
"""Spans whose log-odds lie so far under the highest of their stretch are no claims."""
EXACTLY = 0.02
"""So much the probability of just these words counts beside that of about these words: it chooses among spans that are nearly the same."""


class Chances(NamedTuple):
    """How probable a span is: that it is a claim, one worth a check, and, of just these words, a claim."""

    claim: float
    worth: float
    exactly: float


Likely = tuple[int, int, float, float]
"""A span that may be a claim, how probable just these words are, and that they are worth a check."""
Placed = tuple[int, int, float]
"""A span by the places of its edges among those of all, and its odds."""
_start, _end = operator.itemgetter(0), operator.itemgetter(1)
_new = tuple.__new__  # a third of the time that the class takes
IMPOSSIBLE = Chances(0.0, 0.0, 0.0)


def chances(spans: Sequence[tuple[int, int]], scores: Sequence[Pair], least: float = 0.0) -> list[Chances]:
    """How probable each of some spans is, which come in order; where none can be as probable as ``least``, all are taken for impossible."""
    shares: list[float] = []
    odds: list[float] = []
    exp, log = math.exp, math.log
    for claim, worth in scores:
        checked = exp(worth if LOWEST < worth < -LOWEST else math.copysign(LOWEST, worth))
        shares.append(checked / (1 + checked))
        if not LOWEST < claim < HIGHEST:
            claim = HIGHEST if claim > 0 else LOWEST
        odds.append(claim + log(1 + checked))
    if len(spans) == 1:
        alone = 1 / (1 + exp(-odds[0]))
        return [Chances(alone, alone * shares[0], alone)]
    lowest = max(odds) - NEGLIGIBLE
    able = [at for at, each in enumerate(odds) if each > lowest]
    together = sum([exp(odds[at]) for at in able])  # the odds that any of them is a claim are no higher
    found = [IMPOSSIBLE] * len(spans)
    if together < least * (1 + together):
        return found
    exactly = _marginals([spans[at] for at in able], [odds[at] for at in able])
    likely = [(*spans[at], mass, mass * shares[at]) for at, mass in zip(able, exactly, strict=True)]
    begins = [begin for begin, _, _, _ in likely]
    for at, (start, end, mass, _) in zip(able, likely, strict=True):
        size = end - start  # only what begins near enough can share enough
        first = bisect.bisect_left(begins, end - size / SAME)
        found[at] = _about(start, end, mass, likely[first : bisect.bisect_right(begins, end - size * SAME, first)])
    return found


def _about(start: int, end: int, mass: float, likely: Sequence[Likely]) -> Chances:
    """How probable it is that somebody marks about the words from ``start`` to ``end``."""
    claim = worth = 0.0
    size = end - start
    for begin, stop, its_claim, its_worth in likely:
        both = (end if end < stop else stop) - (start if start > begin else begin)
        if both >= SAME * (size + stop - begin - both):
            claim += its_claim
            worth += its_worth
    return _new(Chances, (claim if claim < 1 else 1.0, worth if worth < 1 else 1.0, mass))


def _marginals(spans: Sequence[tuple[int, int]], odds: Sequence[float]) -> list[float]:
    """How probable it is that just this span is in the set; ``odds`` are logarithms."""
    edges = sorted({*map(_start, spans), *map(_end, spans)})
    place = dict(zip(edges, itertools.count()))
    size = len(edges)
    surest = LARGEST / size  # so the odds of no set, which has fewer spans than there are edges, are too large a number
    weights = [math.exp(each if each < surest else surest) for each in odds]
    placed = [(place[start], place[end], weight) for (start, end), weight in zip(spans, weights, strict=True)]
    ends: list[list[Placed]] = [[] for _ in edges]
    begins: list[list[Placed]] = [[] for _ in edges]
    for span in placed:
        begins[span[0]].append(span)
        ends[span[1]].append(span)
    before, after = [1.0] * size, [1.0] * size
    total = 1.0
    for at in range(1, size):
        for start, _, each in ends[at]:
            total += each * before[start]
        before[at] = total
    total = 1.0
    for at in range(size - 2, -1, -1):
        for _, end, each in begins[at]:
            total += each * after[end]
        after[at] = total
    return [before[start] * each * after[end] / total for start, end, each in placed]


def choose(spans: Sequence[tuple[int, int]], found: Sequence[Chances], least: float) -> list[int]:
    """The indices of the spans that are claims, in order: the best set of those that are at least so probable."""
    able = [at for at, chance in enumerate(found) if chance.claim >= least]
    if len(able) < 2:
        return able
    able.sort(key=lambda at: spans[at][1])
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    ends = [0]
    for at in able:
        start, end = spans[at]
        low = len(ends) - 1
        while ends[low] > start:
            low -= 1
        value = best[low][0] + found[at].claim - least + EXACTLY * found[at].exactly
        top = (value, (*best[low][1], at)) if value > best[-1][0] else best[-1]
        if end > ends[-1]:
            ends.append(end)
            best.append(top)
        else:
            best[-1] = top
    return sorted(best[-1][1])
