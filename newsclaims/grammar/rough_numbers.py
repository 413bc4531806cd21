"""Rough numbers: "about 60 residents", "more than half of those asked" begin with what makes them rough."""

from __future__ import annotations

from newsclaims.grammar.phrase_words import phrase_words
from newsclaims.grammar.word_classes import NUMBER
from newsclaims.language import Language


class RoughNumbers:
    """Finds the words before a number in one text; positions are token indices."""

    __slots__ = ("_amounts", "_longest", "_lower", "_openers", "_shape", "_words")

    def __init__(self, lower: list[str], shape: str, language: Language) -> None:
        self._lower = lower
        self._shape = shape
        self._amounts = language.words("amount_words")
        words = phrase_words(language)
        self._words, self._openers, self._longest = words.rough, words.rough_openers, words.longest_rough

    def past(self, first: int, end: int) -> int:
        """The number at or after token ``first`` and before ``end``, past "about" or "more than"; ``first`` where neither stands there."""
        if first >= end or self._lower[first] not in self._openers:  # as almost always
            return first
        for number in range(first + 1, min(first + self._longest + 1, end)):
            if self.is_number(number) and " ".join(self._lower[first:number]) in self._words:
                return number
        return first

    def before(self, number: int, low: int) -> int:
        """Where the words begin that make the number at a token rough; ``number`` where there are none, or no number."""
        if self.is_number(number):
            for first in range(max(low, number - self._longest), number):
                if " ".join(self._lower[first:number]) in self._words:
                    return first
        return number

    def is_number(self, token: int) -> bool:
        """Whether a token is a number or a word for an amount."""
        return self._shape[token] == NUMBER or self._lower[token] in self._amounts
