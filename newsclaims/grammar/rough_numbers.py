"""Rough numbers: "about 60 residents", "more than half of those asked" begin with what makes them rough."""

from __future__ import annotations

from newsclaims.grammar.word_classes import NUMBER
from newsclaims.language import Language


class RoughNumbers:
    """Finds the words before a number in one text; positions are token indices."""

    __slots__ = ("_amounts", "_longest", "_lower", "_shape", "_words")

    def __init__(self, lower: list[str], shape: str, language: Language) -> None:
        self._lower = lower
        self._shape = shape
        self._amounts = language.words("amount_words")
        self._words = language.words("rough_numbers")
        self._longest = 1 + max((phrase.count(" ") for phrase in self._words), default=-1)

    def past(self, first: int, end: int) -> int:
        """The number at or after token ``first`` and before ``end``, past "about" or "more than"; ``first`` where neither stands there."""
        for number in range(first + 1, min(first + self._longest + 1, end)):
            if self._is_number(number) and " ".join(self._lower[first:number]) in self._words:
                return number
        return first

    def before(self, number: int, low: int) -> int:
        """Where the words begin that make the number at a token rough; ``number`` where there are none, or no number."""
        if self._is_number(number):
            for first in range(max(low, number - self._longest), number):
                if " ".join(self._lower[first:number]) in self._words:
                    return first
        return number

    def _is_number(self, token: int) -> bool:
        return self._shape[token] == NUMBER or self._lower[token] in self._amounts
