"""Repeats: claims of one document that say the same in the same words."""

from __future__ import annotations

import string
from collections.abc import Sequence

import attrs

from newsclaims.claims.similar import alike
from newsclaims.language import Language
from newsclaims.model import Claim

SAME = 0.7
"""The share of content words (of all in either) from which two claims say the same."""
FEWEST = 2
"""Fewer content words than this are no evidence."""
MARKS = frozenset(string.punctuation + "“”‘’—–")


class RepeatFinder:
    """Links claims that are said again; holds the words that do not count."""

    def __init__(self, language: Language) -> None:
        self._small = frozenset(language.table("function_words")) | MARKS

    def linked(self, claims: Sequence[Claim], contents: Sequence[frozenset[str]]) -> tuple[Claim, ...]:
        """The claims, those said again with ``same_as``; ``contents`` are the words of each that say something."""
        first: dict[int, int] = {}
        for earlier, later in alike(contents, SAME):
            if later not in first and claims[earlier].stance is claims[later].stance and claims[earlier].negated == claims[later].negated:
                first[later] = first.get(earlier, earlier)
        return tuple(attrs.evolve(claim, same_as=first[at]) if at in first else claim for at, claim in enumerate(claims))

    def content(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words (in small letters) that say something; nothing where they are too few."""
        found = frozenset(words) - self._small
        return found if len(found) >= FEWEST else frozenset()
