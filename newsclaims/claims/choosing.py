"""Choosing: of the spans of a stretch, which overlap, those that are claims.

A set of spans that do not overlap is as probable as the sum of its scores says, against all other such sets (a semi-Markov conditional
random field without weights between neighbours; Sarawagi and Cohen, "Semi-Markov Conditional Random Fields for Information Extraction",
NIPS 2004). All sets are summed by dynamic programming, forward and backward. The probability that somebody would mark about these words
is that of all spans which share at least half of them; of the spans the set is chosen in which these probabilities, less what they must at
least be, add up highest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.claims.worthiness import Pair

HIGHEST, LOWEST = 8.0, -20.0
"""Scores are taken for no more and no less: nothing is surer than that."""
SAME = 0.5
"""Spans that share so much of the words in either are about the same words."""
NEGLIGIBLE = 5.0
"""Spans whose log-odds lie so far under the highest of their stretch are no claims."""
EXACTLY = 0.02
"""So much the probability of just these words counts beside that of about these words: it chooses among spans that are nearly the same."""


class Chances(NamedTuple):
    """How probable a span is: that it is a claim, one worth a check, and, of just these words, a claim."""

    claim: float
    worth: float
    exactly: float


IMPOSSIBLE = Chances(0.0, 0.0, 0.0)


def chances(spans: Sequence[tuple[int, int]], scores: Sequence[Pair], least: float = 0.0) -> list[Chances]:
    """How probable each of some spans is, which come in order; where none can be as probable as ``least``, all are taken for impossible."""
    worths = [min(-LOWEST, max(LOWEST, worth)) for _, worth in scores]
    shares = [1 / (1 + math.exp(-worth)) for worth in worths]
    odds = [min(HIGHEST, max(LOWEST, claim)) - math.log(1 - share) for (claim, _), share in zip(scores, shares, strict=True)]
    if len(spans) == 1:
        alone = 1 / (1 + math.exp(-odds[0]))
        return [Chances(alone, alone * shares[0], alone)]
    lowest = max(odds) - NEGLIGIBLE
    able = [at for at, each in enumerate(odds) if each > lowest]
    together = sum([math.exp(odds[at]) for at in able])  # the odds that any of them is a claim are no higher
    if together < least * (1 + together):
        return [IMPOSSIBLE] * len(spans)
    exactly = _marginals([spans[at] for at in able], [odds[at] for at in able])
    likely = [(*spans[at], mass, mass * shares[at]) for at, mass in zip(able, exactly, strict=True)]
    found = [IMPOSSIBLE] * len(spans)
    for at, mass in zip(able, exactly, strict=True):
        start, end = spans[at]
        claim = worth = 0.0
        for begin, stop, its_claim, its_worth in likely:
            both = (end if end < stop else stop) - (start if start > begin else begin)
            if both > 0 and both >= SAME * (end - start + stop - begin - both):
                claim += its_claim
                worth += its_worth
        found[at] = Chances(min(1.0, claim), min(1.0, worth), mass)
    return found


def _marginals(spans: Sequence[tuple[int, int]], odds: Sequence[float]) -> list[float]:
    """How probable it is that just this span is in the set; ``odds`` are logarithms, as are all sums on the way."""
    edges = sorted({edge for span in spans for edge in span})
    place = {edge: at for at, edge in enumerate(edges)}
    ends: list[list[tuple[int, float]]] = [[] for _ in edges]
    begins: list[list[tuple[int, float]]] = [[] for _ in edges]
    for (start, end), each in zip(spans, odds, strict=True):
        ends[place[end]].append((place[start], each))
        begins[place[start]].append((place[end], each))
    last = len(edges) - 1
    before, after = [0.0] * len(edges), [0.0] * len(edges)
    for at in range(1, last + 1):
        before[at] = _added(before[at - 1], [each + before[start] for start, each in ends[at]])
    for at in range(last - 1, -1, -1):
        after[at] = _added(after[at + 1], [each + after[end] for end, each in begins[at]])
    total = before[last]
    return [math.exp(before[place[start]] + each + after[place[end]] - total) for (start, end), each in zip(spans, odds, strict=True)]


def _added(first: float, others: Sequence[float]) -> float:
    """The logarithm of the sum of what these are logarithms of."""
    if not others:
        return first
    top = max(first, *others)
    return top + math.log(math.exp(first - top) + sum([math.exp(each - top) for each in others]))


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
        top = max(best[-1], (value, (*best[low][1], at)), key=_value)
        if end > ends[-1]:
            ends.append(end)
            best.append(top)
        else:
            best[-1] = top
    return sorted(best[-1][1])


def _value(item: tuple[float, tuple[int, ...]]) -> float:
    return item[0]
