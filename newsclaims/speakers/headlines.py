"""Headlines: which sentences are no running text, by their region or by their capitals."""

from __future__ import annotations

from newsclaims.layers import Layers
from newsclaims.model import RegionKind

LONGEST = 40  # tokens
FEWEST = 4  # longer words
MOST_SMALL = 0.2  # so many of the longer words have no capital at most
ASIDE = frozenset(RegionKind) - {RegionKind.TEXT, RegionKind.LIST_ITEM, RegionKind.LABEL}
"""Where names are not spoken of, but may tell the full form of one that is."""


class Headlines:
    """Tells the headlines, captions and the like of one text."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.words = layers.tokens.words
        self.starts = layers.tokens.sentence_starts
        self.paragraphs = [paragraph for _, _, paragraph in layers.sentence_bounds]
        self._furnished = not ASIDE.isdisjoint(layers.regions)

    def has(self, sentence: int) -> bool:
        """Whether a sentence is one, or looks like one."""
        if self._furnished and self.layers.region(sentence) in ASIDE:
            return True
        return self._is_alone(sentence) and self._has_capitals(self.starts[sentence], self.starts[sentence + 1])

    def _is_alone(self, sentence: int) -> bool:
        """Whether a sentence is a paragraph of its own, as headlines are."""
        paragraphs = self.paragraphs
        here = paragraphs[sentence]
        if sentence and paragraphs[sentence - 1] == here:
            return False
        return sentence + 1 == len(paragraphs) or paragraphs[sentence + 1] != here

    def _has_capitals(self, low: int, high: int) -> bool:
        """Whether nearly all longer words have capitals."""
        if high - low > LONGEST:
            return False
        large = small = 0
        most_small = (high - low) * MOST_SMALL
        for word in self.words[low:high]:
            if len(word) > 3 and word[0].isalpha():
                if word[0].isupper():
                    large += 1
                elif small > most_small:
                    return False
                else:
                    small += 1
        return large + small >= FEWEST and large >= (1 - MOST_SMALL) * (large + small)
