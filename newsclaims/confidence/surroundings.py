"""Surroundings: what is kept of a text to see what stands in and around its quotes."""

from __future__ import annotations

import bisect
from typing import TypeAlias

from newsclaims.layers import Layers
from newsclaims.model import Quote, RegionKind
from newsclaims.spans import Span

Stretch: TypeAlias = tuple[int, int]
"""Tokens: the first, and one past the last."""


class Surroundings:
    """The tokens, word classes, cues and regions of a text, without its words, which are read off the text where they are asked for."""

    __slots__ = ("_bounds", "_ends", "_heads", "_regions", "_sentence_starts", "_starts", "shape", "text")

    def __init__(self, layers: Layers) -> None:
        self.text = layers.text
        self._starts, self._ends, self._sentence_starts = layers.tokens.columns()
        self.shape = layers.shape
        self._heads = layers.cue_heads
        self._bounds = layers.sentence_bounds
        self._regions = layers.regions

    def tokens(self, span: Span) -> Stretch:
        """The tokens that begin in a span, or the one nearest to it where none does, as only a rule of somebody's own can have it."""
        first = bisect.bisect_left(self._starts, span.start)
        stop = bisect.bisect_left(self._starts, span.end, first)
        if first == stop:
            first = min(first, len(self._starts) - 1)
            return first, first + 1
        return first, stop

    def words_of(self, quote: Quote) -> Stretch:
        """The tokens from the first to the last word said, with what stands between the pieces."""
        pieces = quote.contents
        return self.tokens(pieces[0]) if len(pieces) == 1 else (self.tokens(pieces[0])[0], self.tokens(pieces[-1])[1])

    def sentence_at(self, token: int) -> int:
        """The number of the sentence of a token."""
        return bisect.bisect_right(self._sentence_starts, token) - 1

    def sentence(self, token: int) -> Stretch:
        """The sentence of a token."""
        number = self.sentence_at(token)
        return self._sentence_starts[number], self._sentence_starts[number + 1]

    def region(self, token: int) -> RegionKind:
        """What the paragraph of a token is on the page."""
        paragraph = self._bounds[self.sentence_at(token)][2]
        return self._regions[paragraph] if paragraph < len(self._regions) else RegionKind.TEXT

    def word(self, token: int) -> str:
        """A word in lower case."""
        return self.text[self._starts[token] : self._ends[token]].lower()

    def begins_large(self, token: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self._starts[token]].isupper()

    def cues_in(self, stretch: Stretch) -> int:
        """How many cues have their head among some tokens."""
        first = bisect.bisect_left(self._heads, stretch[0])
        return bisect.bisect_left(self._heads, stretch[1], first) - first
