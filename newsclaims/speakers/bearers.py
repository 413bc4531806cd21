"""Bearers: where in a long stretch of capitals the person's name begins, after a title with its body.

"Minister in the Ministry of Works Kester Doe", "the Arden Port Union Petra Doe": the name is the last given name with its
surname. A listed given name shows it after a word that is none, and so does a surname that stands alone elsewhere.
"""

from __future__ import annotations

import re

from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import AND, ANY_PREPOSITION, DESCRIBING, DETERMINER, NAME, OF
from newsclaims.layers import Layers
from newsclaims.speakers.titles import TitleReader
from newsclaims.speakers.words import SpeakerWords, folded

MOST_WORDS = 4  # of a given name and surnames
LONGEST_TITLE = 6  # tokens
LONE_NAME = re.compile(f"{NAME}(?<![{NAME}{DETERMINER}{OF}]{NAME})(?!{NAME})")  # it begins with one letter, for which re looks fast
"""A name of one word that is no part of a longer one: not "of Orrel", not "the Orrel"."""


class BearerReader:
    """Finds the name of a person at the end of a stretch that begins with something else."""

    def __init__(self, layers: Layers, words: SpeakerWords, titles: TitleReader) -> None:
        self.words = words
        self.titles = titles
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.raw = layers.tokens.words
        self._alone: frozenset[str] | None = None

    def _begins(self, k: int, *, held: bool) -> bool:
        """Whether a given name begins a name of its own: "Director Ana Marsh", "Orrel Port's Ana Marsh"."""
        return self._is_given(k) and not self._is_given(k - 1) and (held or self._is_no_name(k - 1))

    def within(self, first: int, end: int, low: int) -> int:
        """The token at which the name begins, or 0 where the stretch is one name from its first word."""
        if end - first < 3 or self.lower[first] in self.words.given or not self._is_surname(end - 1):
            return 0
        held = self.title_before(first, low) >= 0
        tail = back_over(self.shape, end, max(first, end - MOST_WORDS), NAME)
        jointed = held or tail > first
        start = next((k for k in range(end - 2, max(tail, first + 1) - 1, -1) if self._begins(k, held=held)), 0)
        if start > 0:
            return start
        if jointed and end - 2 > first and self._is_alone(end - 1) and not self._is_no_name(end - 2):
            return end - 2
        return 0

    def title_before(self, first: int, low: int) -> int:
        """The head of a title that goes on with "of", "in", "for" before token ``first``, or -1: "Director of"."""
        k = first - 1
        if k > low and self.shape[k] == DETERMINER:
            k -= 1
        if k <= low or self.shape[k] not in ANY_PREPOSITION or self.lower[k] not in self.words.affiliating:
            return -1
        return k - 1 if self.titles.is_title(k - 1) else -1

    def title_start(self, head: int, low: int) -> int:
        """Where a title begins that ends with token ``head``: "President and Chief Financial Officer"."""
        k = head
        while k > low and head - k < LONGEST_TITLE and (self.shape[k - 1] in DESCRIBING or self._joins_titles(k - 1, low)):
            k -= 1
        return k

    def _joins_titles(self, k: int, low: int) -> bool:
        return self.shape[k] == AND and k > low and self.titles.is_title(k - 1)

    def _is_given(self, k: int) -> bool:
        return folded(self.lower[k]) in self.words.given and not self.titles.is_title(k)

    def _is_surname(self, k: int) -> bool:
        word = self.lower[k]
        return self.shape[k] == NAME and word not in self.words.bodies and word not in self.words.places and not self.titles.is_title(k)

    def _is_no_name(self, k: int) -> bool:
        """Whether a word is no part of a person's name: of a body, a place, a people, or a common word."""
        word, words = self.lower[k], self.words
        if word in words.title_given:
            return False
        known = word in words.bodies or word in words.places or word in words.demonyms or word in words.plain
        return known or self.titles.is_title(k) or words.kind_of_noun(word) is not None or not self.raw[k][0].isupper()

    def _is_alone(self, k: int) -> bool:
        """Whether the text has a surname alone: not at the end of a longer stretch."""
        if self._alone is None:
            self._alone = frozenset(folded(self.lower[match.start()]) for match in LONE_NAME.finditer(self.shape))
        return folded(self.lower[k]) in self._alone
