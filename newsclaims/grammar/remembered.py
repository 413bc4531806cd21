"""Remembered: what was once read off a word is not read again, for the same few thousand words make up most of any text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MOST_WORDS = 32_768
"""So many words are kept; one more, and all are forgotten, since the common ones are soon there again."""
LONGEST_WORD = 40
"""Characters; longer words hardly ever come twice."""

Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """A function of a word as a look-up, whose answers are kept.

    >>> lengths = Remembered(len)
    >>> list(map(lengths.__getitem__, ["port", "quay", "port"])), len(lengths)
    ([4, 4, 4], 2)
    """

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[str], Answer]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> Answer:
        answer = self._function(word)
        if len(word) <= LONGEST_WORD:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[word] = answer
        return answer
