"""Repeats: claims of one document that say the same in the same words."""

from __future__ import annotations

import string
from collections.abc import Hashable, Sequence

from newsclaims.claims.similar import WordSets, alike
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
    def first(contents: WordSets, held: Sequence[Hashable]) -> dict[int, int]:
        """For claims that are said again the first that says the same; ``contents`` are the words of each that say something.

        ``held`` is how each is held to be true: what is denied is not the same as what is said. Those in the very same words are not
        compared with others: the first of them is.
        """
        met: dict[tuple[tuple[str, ...], Hashable], int] = {}
        same = [met.setdefault(each, index) for index, each in enumerate(zip(contents.words, held, strict=True))]
        fresh = list(met.values())
        first: dict[int, int] = {}
        for one, other in alike(contents.of(fresh), SAME):
            earlier, later = fresh[one], fresh[other]
            if later not in first and held[earlier] == held[later]:
                first[later] = first.get(earlier, earlier)
        for index, earlier in enumerate(same):
            if earlier < index and contents.words[index]:
                first[index] = first.get(earlier, earlier)
        return first

    def content(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words (in small letters) that say something; nothing where they are too few."""
        found = frozenset(words) - self._small
        return found if len(found) >= FEWEST else frozenset()
