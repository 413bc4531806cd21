"""Weighing: the score of each span of a stretch, summed from what its features add."""

from __future__ import annotations

import bisect
import functools
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsclaims.claims.choosing import Chances
from newsclaims.claims.criteria import CRITERIA
from newsclaims.claims.features import (
    AGAIN,
    ELSEWHERE,
    Key,
    Signs,
    beginning,
    beginning_names,
    built_names,
    end_key,
    end_names,
    kind_and_end,
    span_features,
    span_key,
    span_names,
    uncut,
)
from newsclaims.claims.worthiness import NONE, Pair, Weights
from newsclaims.model import Reason

Spans = Sequence[tuple[int, int]]


class Sums(dict[Key, Pair]):
    """What the features read off a key add, summed when it is first asked for."""

    def __init__(self, of: Callable[[str], Pair], names: Callable[[Key], Iterable[str]]) -> None:
        super().__init__()
        self._of = of
        self._names = names

    def __missing__(self, key: Key) -> Pair:
        pairs = [self._of(name) for name in self._names(key)]
        found = self[key] = sum(claim for claim, _ in pairs), sum(worth for _, worth in pairs)
        return found


class Weigher:
    """Adds up weights; what a way of beginning, of ending or of building adds is summed once."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._weights = weights.of
        self._zero = math.log(weights.least_worth / (1 - weights.least_worth))
        self._again = {name: (later, self._of(later)) for name, later in AGAIN.items()}
        self._beginnings = Sums(self._of, beginning_names)
        self._built = Sums(self._of, built_names)
        self._ends = Sums(self._of, end_names)
        self._kinds = Sums(self._of, kind_and_end)
        self._spans = Sums(self._of, span_names)
        self._shared = Sums(self._of, _as_they_are)
        self._joints = {name.removeprefix(uncut("")): pair for name, pair in weights.of.items() if name.startswith(uncut(""))}

    def _of(self, name: str) -> Pair:
        return self._weights.get(name, NONE)

    def scores(self, signs: Signs, spans: Spans) -> list[Pair]:
        """For each span, in order, the log-odds of its being a claim, and of its being worth a check if it is one."""
        stretch = signs.stretch
        verbs, right = stretch.verbs, stretch.right
        base = self._sum((self.weights.bias, self._shared[signs.shared]))
        inner_at = [at for at, _ in stretch.inner]
        inner = list(itertools.accumulate((self._joints.get(kind, NONE) for _, kind in stretch.inner), _added, initial=NONE))
        ends = {
            end: (self._ends[end_key(stretch, end)], bisect.bisect_left(verbs, end), bisect.bisect_left(inner_at, end))
            for end in {end for _, end in spans}
        }
        found: list[Pair] = []
        begun = -1
        for (start, end), said in zip(spans, self._said(signs, spans), strict=True):
            if start != begun:
                begun, begin = start, beginning(stretch, start)
                kind, built = begin.kind, self._built[begin.built]
                before, past = bisect.bisect_left(verbs, start), bisect.bisect_right(inner_at, start)
                begins = self._sum((base, self._beginnings[begin.edge]))
            ending, upto, joints = ends[end]
            together = self._spans[span_key(stretch, kind, start, end, before, upto - before)]
            by_kind = self._kinds[kind, right.get(end, ELSEWHERE)]
            verb = built if begin.verb < end else self._built[()]
            cut, uncut_before = inner[max(joints, past)], inner[past]
            found.append(
                (
                    begins[0] + said[0] + ending[0] + together[0] + by_kind[0] + verb[0] + cut[0] - uncut_before[0],
                    begins[1] + said[1] + ending[1] + together[1] + by_kind[1] + verb[1] + cut[1] - uncut_before[1],
                )
            )
        return found

    @staticmethod
    def _sum(pairs: Iterable[Pair]) -> Pair:
        return functools.reduce(_added, pairs)

    def _said(self, signs: Signs, spans: Spans) -> Iterator[Pair]:
        """What the words of each span add: one way over the words for all spans that begin at one place."""
        of = self.weights.of
        weighed = [(at, name, of.get(name, NONE)) for at, name in signs.events]
        size = len(weighed)
        begun, first, at, claim, worth = -1, 0, 0, 0.0, 0.0
        seen: set[str] = set()
        for start, end in spans:
            if start != begun:
                begun, claim, worth, seen = start, 0.0, 0.0, set()
                while first < size and weighed[first][0] < start:
                    first += 1
                at = first
            while at < size and weighed[at][0] < end:
                _, name, pair = weighed[at]
                at += 1
                if name in seen:
                    name, pair = self._again.get(name, (name, pair))
                    if name in seen:
                        continue
                seen.add(name)
                claim += pair[0]
                worth += pair[1]
            yield claim, worth

    def check_worthiness(self, chances: Chances) -> float:
        """How much a claim is worth checking, 0 to 1: its probability of being one that is, moved so that 0.5 is the threshold."""
        if not 0 < chances.worth < 1:
            return chances.worth
        moved = math.log(chances.worth / (1 - chances.worth)) - self._zero
        return 1 / (1 + math.exp(-moved))

    def counted(self, signs: Signs, start: int, end: int) -> list[Reason]:
        """Each feature of a span with what it adds to its being a claim worth a check, the weightiest first."""
        found: dict[str, float] = {}
        for name in span_features(signs, start, end):
            claim, worth = self._of(name)
            if claim or worth:
                found[name] = found.get(name, 0.0) + claim + worth
        return _ranked(found)

    def reasons(self, signs: Signs, said: Iterable[str]) -> tuple[Reason, ...]:
        """What speaks for and against a check, in the words of those who check, the weightiest first; ``said`` is what the words give."""
        found: dict[str, float] = {}
        for name in (*signs.shared, *said):
            criterion = CRITERIA.get(name)
            if criterion is not None:
                claim, worth = self._of(name)
                found[criterion] = found.get(criterion, 0.0) + claim + worth
        return tuple(_ranked(found))


def _as_they_are(names: Key) -> Iterable[str]:
    return map(str, names)


def _added(one: Pair, other: Pair) -> Pair:
    return one[0] + other[0], one[1] + other[1]


def _ranked(found: dict[str, float]) -> list[Reason]:
    """Those that add something, the weightiest first."""
    rounded = ((name, round(weight, 2)) for name, weight in found.items())
    return sorted([_reason(name, weight) for name, weight in rounded if weight], key=_by_weight)


@functools.lru_cache(maxsize=4096)
def _reason(name: str, weight: float) -> Reason:
    return Reason(name, weight)


def _by_weight(reason: Reason) -> tuple[float, str]:
    return -abs(reason.weight), reason.feature


@functools.lru_cache(maxsize=4)
def weigher(weights: Weights) -> Weigher:
    """What adds up these weights."""
    return Weigher(weights)
