"""The weights: what each feature adds to a quote's being right, and how often quotes with it were right in annotated news.

They are rows of ``weights.tsv``, written by ``newsclaims evaluate --calibrate``.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from newsclaims.errors import RuleError
from newsclaims.model import QuoteKind, Reason
from newsclaims.shown import Shown

FILE = Path(__file__).with_name("weights.tsv")
ALL = "*"
"""The feature that every quote has."""
HEADER = """\
# Written by "newsclaims evaluate GOLD_DIR... --calibrate": not to be edited by hand.
# For each feature of a quote what it adds to the log-odds of its being right (its content and its source), how many of the
# quotes with it were right, and how many there were. "*" is where every score starts, and all quotes. A rule that has no row has
# no confidence.
# feature	weight	right	found
"""
MOST = 0.999
"""Nothing is certain."""


@attrs.frozen(repr=False)
class Weight(Shown):
    """A row of the file: what a feature adds (log-odds), and of the ``found`` quotes that have it how many were ``right``."""

    _shows = ("value", "right", "found")

    value: float
    right: int = 0
    found: int = 0


def rule_feature(rule: str | None, kind: str | None = None) -> str:
    """The name of the feature of what a rule found, or of what it found of a kind.

    >>> rule_feature("according-to"), rule_feature("according-to", "direct")
    ('rule according-to', 'rule according-to: direct')
    """
    return f"rule {rule}" if kind is None else f"rule {rule}: {kind}"


def kind_feature(kind: str) -> str:
    """The name of the feature of a kind of quote."""
    return f"kind {kind}"


@attrs.frozen(repr=False, hash=False)
class Weights(Shown):
    """The rows of a file, by the name of the feature."""

    _shows = ("of",)

    of: Mapping[str, Weight]

    def knows(self, rule: str | None) -> bool:
        """Whether a rule was measured."""
        return rule_feature(rule) in self.of

    def estimate(self, features: Iterable[str]) -> float:
        """The share of quotes with these features that is expected to be right: over 0 and under 1.

        >>> round(Weights({"*": Weight(1.0), "kind direct": Weight(0.5)}).estimate(["kind direct", "source none"]), 2)
        0.82
        """
        of = self.of
        score = of[ALL].value
        for name in features:
            if (weight := of.get(name)) is not None:
                score += weight.value
        share = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
        return round(max(1 - MOST, min(MOST, share)), 3)

    def counted(self, features: Iterable[str]) -> tuple[Reason, ...]:
        """What each of these features adds against quotes at large, the weightiest first: what nearly all quotes have tells little.

        >>> weights = Weights({"*": Weight(1.0, 75, 100), "kind direct": Weight(0.5, 19, 20), "region text": Weight(0.5, 75, 100)})
        >>> [(reason.feature, reason.weight) for reason in weights.counted(["kind direct", "region text"])]
        [('kind direct', 0.4)]
        """
        total = max(1, self.of[ALL].found)
        rows = ((name, self.of[name]) for name in dict.fromkeys(features) if name in self.of)
        found = [Reason(name, round(row.value * (1 - row.found / total), 2)) for name, row in rows]
        return tuple(sorted((each for each in found if each.weight), key=lambda each: (-abs(each.weight), each.feature)))

    def counts(self, rule: str | None, kind: QuoteKind | str) -> tuple[int, int]:
        """How many quotes of a kind a rule found (``None``: all rules), and how many of them were right: right, found."""
        name = kind_feature(QuoteKind(kind).value) if rule is None else rule_feature(rule, QuoteKind(kind).value)
        row = self.of.get(name, Weight(0.0))
        return row.right, row.found

    def rules(self) -> tuple[str, ...]:
        """The names of the rules that were measured."""
        start = rule_feature("")
        return tuple(name.removeprefix(start) for name in self.of if name.startswith(start) and ": " not in name)

    def __reduce__(self) -> tuple[Any, ...]:
        # the shipped ones are read where they are needed: they need not travel
        return (shipped_weights, ()) if self is shipped_weights() else (Weights, (self.of,))


def write_weights(weights: Weights) -> str:
    """The text of a file with these weights, as :func:`read_weights` reads it."""
    names = sorted(weights.of, key=lambda name: (name != ALL, name))
    rows = ((name, weights.of[name]) for name in names)
    return HEADER + "".join(f"{name}\t{row.value:+.2f}\t{row.right}\t{row.found}\n" for name, row in rows)


def read_weights(content: str, path: str = "<weights>") -> Weights:
    r"""The weights in the text of such a file; ``#`` opens a comment line. ``path`` is named in errors.

    >>> weights = read_weights("*\t+1.10\t75\t100\nrule according-to\t+0.31\t19\t20\n")
    >>> weights.knows("according-to"), weights.of["rule according-to"]
    (True, Weight(value=0.31, right=19, found=20))

    Raises:
        RuleError: a line does not hold a feature, a number and two counts, a feature has two lines, or there is no line for ``*``.
    """
    rows: dict[str, Weight] = {}
    for number, name, row in _rows(content, path):
        if name in rows:
            raise RuleError(f"{path}, line {number}: a second line for {name!r}")
        rows[name] = row
    if ALL not in rows:
        raise RuleError(f"{path}: there is no line for {ALL!r}, where every score starts")
    return Weights(rows)


def _rows(content: str, path: str) -> Iterator[tuple[int, str, Weight]]:
    for number, line in enumerate(content.split("\n"), 1):
        if line and not line.startswith("#"):
            try:
                name, value, right, found = line.removesuffix("\r").split("\t")
                row = Weight(float(value), int(right), int(found))
            except ValueError:
                raise RuleError(f"{path}, line {number}: not a feature, a number and two counts: {line!r:.80}") from None
            if not (name and math.isfinite(row.value) and 0 <= row.right <= row.found):
                raise RuleError(f"{path}, line {number}: a weight is finite, and no more are right than were found: {line!r:.80}")
            yield number, name, row


@functools.cache
def shipped_weights() -> Weights:
    """The weights that come with the package."""
    return read_weights(FILE.read_text(encoding="utf-8"), str(FILE))
