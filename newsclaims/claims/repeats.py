"""Repeats: claims of one document that say the same in the same words."""

from __future__ import annotations

import math
import string
from collections.abc import Sequence

import attrs

from newsclaims.language import Language
from newsclaims.model import Claim

SAME = 0.7
"""The share of content words (of all in either) from which two claims say the same."""
FEWEST = 2
"""Fewer content words than this are no evidence."""
LOOKED_AT = 16
"""So many earlier claims with the same word are compared."""


class RepeatFinder:
    """Links claims that are said again; holds the words that do not count."""

    def __init__(self, language: Language) -> None:
        self._small = frozenset(language.table("function_words")) | frozenset(string.punctuation + "“”‘’—–")

    def linked(self, claims: Sequence[Claim], words: Sequence[Sequence[str]]) -> tuple[Claim, ...]:
        """The claims, those said again with ``same_as``; ``words`` are the words of each in small letters."""
        contents = [self.content(each) for each in words]
        count: dict[str, int] = {}
        for content in contents:
            for word in content:
                count[word] = count.get(word, 0) + 1
        seen: dict[str, list[int]] = {}
        out = list(claims)
        for index, content in enumerate(contents):
            rarest = _rarest(content, count)
            near = {earlier for word in rarest for earlier in seen.get(word, ())}
            found = min((earlier for earlier in near if self._same(claims, contents, earlier, index)), default=None)
            if found is not None:
                first = out[found].same_as
                out[index] = attrs.evolve(claims[index], same_as=found if first is None else first)
            for word in rarest:
                if len(seen.setdefault(word, [])) < LOOKED_AT:
                    seen[word].append(index)
        return tuple(out)

    def content(self, words: Sequence[str]) -> frozenset[str]:
        """The words that say something."""
        return frozenset(words) - self._small

    @staticmethod
    def _same(claims: Sequence[Claim], contents: Sequence[frozenset[str]], one: int, other: int) -> bool:
        if claims[one].stance is not claims[other].stance or claims[one].negated != claims[other].negated:
            return False
        union = len(contents[one] | contents[other])
        return union >= FEWEST and len(contents[one] & contents[other]) >= SAME * union


def _rarest(content: frozenset[str], count: dict[str, int]) -> list[str]:
    """The words of which two claims that are the same must share one: the rarest, as many as they may differ in and one more.

    Words that no other claim has are left out of them, so that most claims need no comparison (prefix filtering; Chaudhuri, Ganti and
    Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006).
    """
    prefix = len(content) - math.ceil(SAME * len(content)) + 1
    again = [word for word in content if count[word] > 1]
    prefix -= len(content) - len(again)
    return sorted(again, key=lambda word: (count[word], word))[:prefix] if prefix > 0 else []
