"""A quotation and the words next to it, by which speech is told from other uses of quotation marks."""

from __future__ import annotations

import functools
from collections.abc import Callable

import attrs

WINDOW = 80
"""So many characters before and after a quotation are read."""


@attrs.define(slots=False)
class Context:
    """A quotation and the words next to it, as written; ``read`` splits what follows it into words where somebody asks."""

    words: list[str]
    names_before: list[str]
    following: str
    gap: str
    ends_clause: bool
    read: Callable[[str], list[str]]

    @functools.cached_property
    def names_after(self) -> list[str]:
        """The words after the quotation."""
        return self.read(self.following)

    def word(self, place: int) -> str:
        """The word so many places before the quotation as it is written, or nothing."""
        return self.names_before[-place] if len(self.names_before) >= place else ""

    def last(self, place: int = 1) -> str:
        """The word so many places before the quotation in lower case, or nothing."""
        names = self.names_before
        return names[-place].lower() if len(names) >= place else ""

    def after(self, place: int = 0) -> str:
        """The word so many places after the quotation in lower case, or nothing."""
        return self.names_after[place].lower() if len(self.names_after) > place else ""

    def next(self) -> str:
        """The word right after the quotation, unless a stop stands between."""
        return "" if self.ends_clause else self.after()


def context_of(text: str, start: int, inner_end: int, end: int, words: list[str], read: Callable[[str], list[str]]) -> Context:
    """The words next to ``text[start:end]``, of the same line; ``read`` splits text into words."""
    line = max(text.rfind("\n", max(0, start - WINDOW), start) + 1, start - WINDOW, 0)
    stop = text.find("\n", end, end + WINDOW)
    names_before = read(text[line:start])
    following = text[end : end + WINDOW if stop < 0 else stop]
    gap = text[_end_of_word(text, line, start) : start]
    ends_clause = text[inner_end - 1] in ".,;:!?" or text[end : end + 1] not in (" ", "\u00a0")
    return Context(words, names_before, following, gap, ends_clause, read)


def _end_of_word(text: str, low: int, end: int) -> int:
    """Where the last word before ``end`` ends, or ``low``."""
    while end > low and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return end
