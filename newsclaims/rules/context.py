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
    stretches = layers.quotation_tokens[layers.index_of(quotation)]
    first, close = stretches[0][0], stretches[-1][1]
    low, _ = layers.clauses.bounds(first)
    _, high = layers.clauses.bounds(close)
    if first > low:
        return "the quotation does not begin its sentence"
    earlier = last_quoted(layers, layers.tokens.starts[first])
    if earlier is None:
        return "nobody was quoted before"
    if all(code in ".,”)" for code in layers.shape[close + 1 : high]):
        return Attribution(quotation.stretches, earlier.source, earlier.cue, earlier.addressee, continues=earlier)
    if not same_paragraph(layers, earlier, first) or layers.cues_between(close + 1, high):
        return "the quotation does not fill its sentence"
    stop = layers.clauses.end_of_content(close, high, "clause")
    contents = (*quotation.stretches[:-1], layers.span(stretches[-1][0], max(stop - 1, close)))
    return Attribution(contents, earlier.source, earlier.cue, earlier.addressee, continues=earlier)


def last_quoted(layers: Layers, start: int) -> Attribution | None:
    """The attribution that ends last before an offset."""
    before = [found for found in layers.found if found.contents[-1].start < start and found.source is not None]
    return max(before, key=end_of, default=None)


def end_of(found: Attribution) -> int:
    """Where an attribution ends, its source included."""
    return max(found.contents[-1].end, found.source.end if found.source else 0)


def same_paragraph(layers: Layers, found: Attribution, token: int) -> bool:
    """Whether an attribution ends in the paragraph that holds a token."""
    start = layers.sentence_of(found.contents[-1]).paragraph
    return start == layers.paragraph_of(layers.tokens.sentence_at(token))
