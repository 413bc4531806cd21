"""Repeats: claims of one document that say the same in the same words."""

from __future__ import annotations

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
        self._small = frozenset(language.table("function_words"))

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
            again = sorted((word for word in content if count[word] > 1), key=lambda word: (count[word], word))[:LOOKED_AT]
            near = {earlier for word in again for earlier in seen.get(word, ())}
            found = min((earlier for earlier in near if self._same(claims, contents, earlier, index)), default=None)
            if found is not None:
                first = out[found].same_as
                out[index] = attrs.evolve(claims[index], same_as=found if first is None else first)
            for word in again:
                if len(seen.setdefault(word, [])) < LOOKED_AT:
                    seen[word].append(index)
        return tuple(out)

    def content(self, words: Sequence[str]) -> frozenset[str]:
        """The words that say something."""
        return frozenset(word for word in words if word[0].isalnum()) - self._small

    @staticmethod
    def _same(claims: Sequence[Claim], contents: Sequence[frozenset[str]], one: int, other: int) -> bool:
        if claims[one].stance is not claims[other].stance or claims[one].negated != claims[other].negated:
            return False
        union = len(contents[one] | contents[other])
        return union >= FEWEST and len(contents[one] & contents[other]) >= SAME * union
