"""Repeats: claims of one document that say the same in the same words."""

from __future__ import annotations

import string
from collections.abc import Sequence

from newsclaims.claims.similar import alike
from newsclaims.language import Language

SAME = 0.7
"""The share of content words (of all in either) from which two claims say the same."""
FEWEST = 2
"""Fewer content words than this are no evidence."""
MARKS = frozenset(string.punctuation + "“”‘’—–")


class RepeatFinder:
    """Links claims that are said again; holds the words that do not count."""

    def __init__(self, language: Language) -> None:
        self._small = frozenset(language.table("function_words")) | MARKS

    @staticmethod
    def first(contents: Sequence[frozenset[str]], held: Sequence[object]) -> dict[int, int]:
        """For claims that are said again the first that says the same; ``contents`` are the words of each that say something.

        ``held`` is how each is held to be true: what is denied is not the same as what is said.
        """
        first: dict[int, int] = {}
        for earlier, later in alike(contents, SAME):
            if later not in first and held[earlier] == held[later]:
                first[later] = first.get(earlier, earlier)
        return first

    def content(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words (in small letters) that say something; nothing where they are too few."""
        found = frozenset(words) - self._small
        return found if len(found) >= FEWEST else frozenset()
