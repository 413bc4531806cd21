"""Reports within reports: which quote another one stands in."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.model import Quote
from newsclaims.rules.overlaps import holds

MOST_AROUND = 16
"""So many quotes that begin before one and have not ended are asked whether it stands in them."""


def within(quotes: Sequence[Quote]) -> list[int | None]:
    """For each quote the index of the smallest one that all its words stand in, with more beside them; ``None`` at the top.

    The quotes come in order of their first words, the longer first.
    """
    found: list[int | None] = []
    around: list[int] = []
    for index, quote in enumerate(quotes):
        around = [outer for outer in around[-MOST_AROUND:] if quotes[outer].span.end > quote.span.start]
        holders = [outer for outer in around if _holds(quotes[outer], quote)]
        found.append(min(holders, key=lambda outer: _length(quotes[outer]), default=None))
        around.append(index)
    return found


def _holds(outer: Quote, inner: Quote) -> bool:
    """Whether the words of one quote stand in those of another that has more than these."""
    return holds(outer.contents, inner.contents) and _length(outer) > _length(inner)


def _length(quote: Quote) -> int:
    return sum(len(content) for content in quote.contents)
