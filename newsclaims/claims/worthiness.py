"""The weights: what each feature adds to a span's being a claim, and a claim worth a check.

They are rows of ``weights.tsv``, written by ``newsclaims evaluate --fit-claims``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from newsclaims.errors import RuleError

FILE = Path(__file__).with_name("weights.tsv")
BIAS, THRESHOLDS = "*", "* thresholds"
HEADER = """\
# Written by "newsclaims evaluate --fit-claims FILE...": not to be edited by hand.
# For each feature what it adds to the score of a span (log-odds): first to its being a claim, then, for a claim, to its being worth a
# check. "*" is where every score starts. "* thresholds" are the least probability of a claim, and that of one worth a check.
# feature	claim	worth
"""

Pair = tuple[float, float]
"""What something adds to the two scores."""
NONE: Pair = (0.0, 0.0)


@attrs.frozen(eq=False)
class ClaimWeights:
    """What each feature adds, in log-odds: to being a claim, and, for a claim, to being worth a check.

    ``least_claim`` is the probability from which a span is a claim, ``least_worth`` that of being one worth a check from which its
    check-worthiness is 0.5 or more; both lie where F1 is highest.
    """

    of: Mapping[str, Pair] = attrs.field(repr=False)
    least_claim: float = 0.3
    least_worth: float = 0.3

    @property
    def bias(self) -> Pair:
        """Where every score starts."""
        return self.of.get(BIAS, NONE)


def write_weights(weights: ClaimWeights) -> str:
    """The text of a file with these weights, as :func:`read_weights` reads it."""
    names = sorted(weights.of, key=lambda name: (name != BIAS, name))
    rows = [(THRESHOLDS, (weights.least_claim, weights.least_worth)), *((name, weights.of[name]) for name in names)]
    return HEADER + "".join(f"{name}\t{claim:+.2f}\t{worth:+.2f}\n" for name, (claim, worth) in rows)


def read_weights(content: str) -> ClaimWeights:
    r"""The weights in the text of such a file; ``#`` opens a comment line.

    >>> weights = read_weights("* thresholds\t0.30\t0.40\n*\t-1.00\t-2.00\nmoney\t+0.50\t+1.50\n")
    >>> weights.bias, weights.of["money"], weights.least_worth
    ((-1.0, -2.0), (0.5, 1.5), 0.4)

    Raises:
        RuleError: a line does not hold a feature and two numbers, or that of ``*`` or of the thresholds is missing.
    """
    rows = dict(_rows(content))
    for needed in (BIAS, THRESHOLDS):
        if needed not in rows:
            raise RuleError(f"the weights have no line for {needed!r}")
    claim, worth = rows.pop(THRESHOLDS)
    if not 0 < claim < 1 or not 0 < worth < 1:
        raise RuleError(f"the thresholds must lie between 0 and 1, not {claim} and {worth}")
    return ClaimWeights(rows, claim, worth)


def _rows(content: str) -> Iterator[tuple[str, Pair]]:
    for number, line in enumerate(content.split("\n"), 1):
        if line and not line.startswith("#"):
            try:
                name, claim, worth = line.split("\t")
                yield name, (float(claim), float(worth))
            except ValueError:
                raise RuleError(f"line {number}: not a feature and two numbers: {line!r}") from None


@functools.cache
def shipped_weights() -> ClaimWeights:
    """The weights that come with the package."""
    return read_weights(FILE.read_text(encoding="utf-8"))
