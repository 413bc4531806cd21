"""Reports within reports: which quote another one stands in, and what is none of its own there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaims.grammar.category import Category
from newsclaims.model import Quote
from newsclaims.rules.overlaps import holds

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings, Found

MOST_AROUND = 16
"""So many quotes that begin before one and have not ended are asked whether it stands in them."""
REPORTED_WITHIN: tuple[Category, ...] = (
    "say",
    "claim",
    "tell",
    "ask",
    "urge",
    "write",
    "announce",
    "promise",
    "show",
    "accuse",
    "describe",
)
"""Categories of cues that report within what somebody else says; what people are said to think, want or know is part of that."""


def without_thoughts(layers: Findings, found: Sequence[Found]) -> list[Found]:
    """What was found but for thoughts that only somebody else's words tell: said that he believed | it would rain.

    A rule sees what rules before it have found; whoever reports the thought may be found by a later one.
    """
    return [each for each in found if not is_told_thought(layers, each)]


def is_told_thought(layers: Findings, found: Found) -> bool:
    """Whether an attribution is of no saying, and somebody else's words hold its cue and all that it attributes."""
    each, cue = found.attribution, found.attribution.cue
    if cue is None or cue.category in REPORTED_WITHIN or not layers.said[layers.at(cue.span.start)]:
        return False
    inner = (cue.span, *each.contents)
    return any(
        other is not each and other.continues is not each and holds(other.contents, inner) for other in layers.found_before(cue.span.start)
    )


def within(quotes: Sequence[Quote]) -> list[int | None]:
    """For each quote the index of the smallest one that all its words stand in, with more beside them; ``None`` at the top.

    The quotes come in order of their first words, the longer first.
    """
    lengths = [sum([span.end - span.start for span in quote.contents]) for quote in quotes]
    found: list[int | None] = []
    around: list[int] = []
    for index, quote in enumerate(quotes):
        start = quote.span.start
        around = [outer for outer in around[-MOST_AROUND:] if quotes[outer].span.end > start]
        longer = [outer for outer in around if lengths[outer] > lengths[index] and holds(quotes[outer].contents, quote.contents)]
        found.append(min(longer, key=lengths.__getitem__) if longer else None)
        around.append(index)
    return found
