"""Check-worthiness: the features of a piece weighed with weights that were fitted on annotated text.

Two logistic scores over the same features: whether the words are a claim at all, and how much it is worth checking.
The weights are rows of ``weights.tsv``, written by ``newsclaims evaluate --fit-claims``.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import attrs

from newsclaims.errors import RuleError
from newsclaims.model import Reason

FILE = Path(__file__).with_name("weights.tsv")
BIAS = "*"
HEADER = """\
# Written by "newsclaims evaluate --fit-claims FILE...": not to be edited by hand.
# For each feature what it adds to the score of a claim (log-odds): first whether the words are a claim at all, then how much it is
# worth checking. "*" is where every score starts; it is set so that 0.5 is the threshold with the highest F1.
# feature	claim	worth
"""


@attrs.frozen(eq=False)
class Weights:
    """What each feature adds, in log-odds: to being a claim (``claim``), to being worth a check (``worth``)."""

    claim: Mapping[str, float]
    worth: Mapping[str, float]
    _reasons: Mapping[str, tuple[int, Reason]] = attrs.field(init=False, repr=False)

    @_reasons.default
    def _ranked(self) -> Mapping[str, tuple[int, Reason]]:
        # the same reasons are given again and again: made and put in order once
        reasons = [Reason(name, weight) for name, weight in self.worth.items() if weight and name != BIAS]
        reasons.sort(key=lambda reason: (-abs(reason.weight), reason.feature))
        return {reason.feature: (rank, reason) for rank, reason in enumerate(reasons)}

    def is_claim(self, features: Set[str]) -> float:
        """How surely the words are a claim: 0 to 1, a claim from 0.5 on."""
        return _score(self.claim, features)

    def check_worthiness(self, features: Set[str]) -> float:
        """How much a claim is worth checking: 0 to 1, worth it from 0.5 on."""
        return _score(self.worth, features)

    def reasons(self, features: Iterable[str]) -> tuple[Reason, ...]:
        """What counted for or against a check, the weightiest first."""
        found = sorted(filter(None, map(self._reasons.get, features)))
        return tuple([reason for _, reason in found])


def _score(weights: Mapping[str, float], features: Set[str]) -> float:
    total = math.fsum(map(weights.get, features, itertools.repeat(0.0))) + weights[BIAS]  # exact, whatever the order of the set
    return 1 / (1 + math.exp(-total)) if total > -700 else 0.0


def write_weights(weights: Weights) -> str:
    """The text of a file with these weights, as :func:`read_weights` reads it."""
    every = weights.worth.keys() | weights.claim.keys()
    names = sorted(every, key=lambda name: (name != BIAS, -round(weights.worth.get(name, 0.0), 2), name))
    return HEADER + "".join(f"{name}\t{weights.claim.get(name, 0.0):+.2f}\t{weights.worth.get(name, 0.0):+.2f}\n" for name in names)


def read_weights(content: str) -> Weights:
    r"""The weights in the text of such a file; ``#`` opens a comment line.

    >>> read_weights("*\t-1.00\t-2.00\nmoney\t+0.50\t+1.50\n").check_worthiness({"money"})
    0.3775406687981454

    Raises:
        RuleError: a line does not hold a feature and two numbers, or the line of ``*`` is missing.
    """
    rows = {name: (claim, worth) for name, claim, worth in _rows(content)}
    if BIAS not in rows:
        raise RuleError(f"the weights have no line for {BIAS!r}")
    return Weights({name: claim for name, (claim, _) in rows.items()}, {name: worth for name, (_, worth) in rows.items()})


def _rows(content: str) -> Iterator[tuple[str, float, float]]:
    for number, line in enumerate(content.split("\n"), 1):
        if line and not line.startswith("#"):
            try:
                name, claim, worth = line.split("\t")
                yield name, float(claim), float(worth)
            except ValueError:
                raise RuleError(f"line {number}: not a feature and two numbers: {line!r}") from None


@functools.cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    return read_weights(FILE.read_text(encoding="utf-8"))
