"""Quotations without words of attribution of their own: they go on with who spoke before."""

from __future__ import annotations

from newsclaims.layers import Layers
from newsclaims.model import Quotation
from newsclaims.rules.base import Attribution, rule


@rule("carry-over")
def carry_over(layers: Layers, quotation: Quotation) -> Attribution | str:
    """A quotation that fills its sentence goes on with the speaker quoted just before."""
    if quotation.depth:
        return "the quotation stands inside another"
    first, last = layers.quotation_tokens[layers.quotations.index(quotation)][0]
    low, _ = layers.clauses.bounds(first)
    close = layers.quotation_tokens[layers.quotations.index(quotation)][-1][1]
    _, high = layers.clauses.bounds(close)
    if first > low or any(code not in ".,”)" for code in layers.shape[close + 1 : high]):
        return "the quotation does not fill its sentence"
    start = layers.tokens.starts[first]
    before = [found for found in layers.found if found.contents[-1].start < start and found.source is not None]
    if not before:
        return "nobody was quoted before"
    earlier = max(before, key=lambda found: max(found.contents[-1].end, found.source.end if found.source else 0))
    return Attribution(quotation.stretches, earlier.source, earlier.cue, earlier.addressee, continues=earlier)
