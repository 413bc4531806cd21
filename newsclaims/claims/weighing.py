"""Weighing: the score of each span of a stretch, summed from what its features add."""

from __future__ import annotations

import bisect
import functools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsclaims.claims.choosing import Chances
from newsclaims.claims.criteria import CRITERIA
from newsclaims.claims.feature_names import (
    LENGTHS,
    LONG,
    LONGEST,
    Key,
    beginning_names,
    built_names,
    end_names,
    kind_and_end,
    span_names,
    uncut,
)
from newsclaims.claims.features import AGAIN, MANY_VERBS, WITH_VERB, WITHOUT_VERB, Event, Signs, beginning, end_key, span_features
from newsclaims.claims.joints import NOTHING
from newsclaims.claims.stretches import Stretch
from newsclaims.claims.worthiness import BIAS, NONE, ClaimWeights, Pair
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


class Summed(NamedTuple):
    """Joints, and what those up to each of them add together where they are not cut; ``sums`` begins with that of none."""

    at: Sequence[int]
    sums: Sequence[Pair]


Begun = tuple[float, float, str, int, Pair, int, str]
"""What all spans have in common that begin at one token: what the beginning adds to the two scores, how they are built, their first finite
verb and what that adds, how many verbs stand before them, and what they leave over there. (Plain tuples here: thousands in a text.)"""
Ended = tuple[float, float, str, int, str]
"""What all spans have in common that end at one token: what the end adds, the joint there, how many verbs stand before it, and what is left
over behind it."""
Added = tuple[float, float, int, Pair | None, int]
"""What a feature of the words adds; the token of the same feature the last time; what it adds where that is in the span too, but not the
time before that; and the token of that. There is none at -1."""


class Words(NamedTuple):
    """The features of the words of a text: where they stand, in order, and what they add."""

    tokens: Sequence[int]
    add: Sequence[Added]


class Weigher:
    """Adds up weights; what a way of beginning, of ending or of building adds is summed once."""

    def __init__(self, weights: ClaimWeights) -> None:
        self.weights = weights
        self._weights = weights.of
        self._zero = math.log(weights.least_worth / (1 - weights.least_worth))
        self._again = {name: self._of(later) for name, later in AGAIN.items()}
        self._beginnings = Sums(self._of, beginning_names)
        self._built = Sums(self._of, built_names)
        self._ends = Sums(self._of, end_names)
        self._kinds = Sums(self._of, kind_and_end)
        self._spans = Sums(self._of, span_names)
        self._shared = Sums(self._of, _as_they_are)
        self._joints = {name.removeprefix(uncut("")): pair for name, pair in weights.of.items() if name.startswith(uncut(""))}

    def _of(self, name: str) -> Pair:
        return self._weights.get(name, NONE)

    def scores(self, signs: Signs, spans: Spans, words: Words) -> list[Pair]:
        """For each span, in order, the log-odds of its being a claim, and of its being worth a check if it is one."""
        stretch = signs.stretch
        places, add = words
        size = len(places)
        joints = self._summed(stretch.inner)
        ends = self._all_ended(stretch, spans, joints)
        base, verbless = self._shared[(BIAS, *signs.shared)], self._built[()]
        tables, by_kind = self._spans, self._kinds
        found: list[Pair] = []
        begun, at = -1, 0
        for start, end in spans:
            if start != begun:
                begun = start
                first, first_worth, kind, verb, built, verbs, before = self._begun(stretch, start, base, joints)
                at = bisect.bisect_left(places, start)
            while at < size and places[at] < end:
                claim, worth, last, again, last_but_one = add[at]
                at += 1
                if last < start:
                    first += claim
                    first_worth += worth
                elif again is not None and last_but_one < start:
                    first += again[0]
                    first_worth += again[1]
            claim, worth, right, upto, after = ends[end]
            length, inside = end - start, upto - verbs
            together = tables[
                kind, LENGTHS[length] if length < LONG else LONGEST, inside if inside < MANY_VERBS else MANY_VERBS, before, after
            ]
            joined = by_kind[kind, right]
            main = built if verb < end else verbless
            found.append((first + claim + together[0] + joined[0] + main[0], first_worth + worth + together[1] + joined[1] + main[1]))
        return found

    def _summed(self, joints: Sequence[tuple[int, str]]) -> Summed:
        claim = worth = 0.0
        at, sums = [], [NONE]
        for token, kind in joints:
            pair = self._joints.get(kind, NONE)
            claim += pair[0]
            worth += pair[1]
            at.append(token)
            sums.append((claim, worth))
        return Summed(at, sums)

    def _begun(self, stretch: Stretch, start: int, base: Pair, joints: Summed) -> Begun:
        kind, edge_key, verb, built_key = beginning(stretch, start)
        edge, verbs = self._beginnings[edge_key], bisect.bisect_left(stretch.verbs, start)
        inner = joints.sums[bisect.bisect_right(joints.at, start)]
        before = NOTHING
        if start > stretch.first:
            before = WITH_VERB if verbs else WITHOUT_VERB
        claim, worth = base[0] + edge[0] - inner[0], base[1] + edge[1] - inner[1]
        return claim, worth, kind, verb, self._built[built_key], verbs, before

    def _all_ended(self, stretch: Stretch, spans: Spans, joints: Summed) -> dict[int, Ended]:
        found: dict[int, Ended] = {}
        for end in {end for _, end in spans}:
            key = end_key(stretch, end)
            edge, upto = self._ends[key], bisect.bisect_left(stretch.verbs, end)
            inner = joints.sums[bisect.bisect_left(joints.at, end)]
            after = NOTHING
            if end < stretch.stop:
                after = WITH_VERB if upto < len(stretch.verbs) else WITHOUT_VERB
            found[end] = (edge[0] + inner[0], edge[1] + inner[1], key[0], upto, after)
        return found

    def words(self, events: Sequence[Event]) -> Words:
        """What the features of the words of a text add."""
        of, again = self._weights, self._again
        last: dict[str, int] = {}
        before: dict[str, int] = {}
        add: list[Added] = []
        for token, name in events:
            claim, worth = of.get(name, NONE)
            at = last.get(name, -1)
            if name in again:
                add.append((claim, worth, at, again[name], before.get(name, -1)))
                before[name] = at
            else:
                add.append((claim, worth, at, None, -1))
            last[name] = token
        return Words([token for token, _ in events], add)

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

    def reasons(self, features: Iterable[str]) -> tuple[Reason, ...]:
        """What speaks for and against a check, in the words of those who check, the weightiest first."""
        found: dict[str, float] = {}
        for name in features:
            criterion = CRITERIA.get(name)
            if criterion is not None:
                claim, worth = self._of(name)
                found[criterion] = found.get(criterion, 0.0) + claim + worth
        return tuple(_ranked(found))


def _as_they_are(names: Key) -> Iterable[str]:
    return map(str, names)


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
def weigher(weights: ClaimWeights) -> Weigher:
    """What adds up these weights."""
    return Weigher(weights)
