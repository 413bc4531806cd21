"""Which of many sets of words are nearly the same, without comparing each with each."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

LOOKED_AT = 32
"""So many earlier sets with the same word are looked at, and so many of all those are compared."""
MET = 256
"""So many times a long set may meet earlier ones in its rarest words; so no list of texts costs more than its length."""


class WordSets(Sequence[frozenset[str]]):
    """Many sets of words in a quarter of their room; each is made anew when it is asked for."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self.words = [tuple(sorted(each)) for each in sets]
        """The words of each, in order: the same for equal sets."""

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> frozenset[str]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[frozenset[str]]: ...

    def __getitem__(self, at: int | slice) -> frozenset[str] | Sequence[frozenset[str]]:
        if isinstance(at, slice):
            return [frozenset(words) for words in self.words[at]]
        return frozenset(self.words[at])

    def of(self, places: Iterable[int]) -> WordSets:
        """Those at some places."""
        found = WordSets(())
        found.words = [self.words[at] for at in places]
        return found


def alike(sets: Sequence[frozenset[str]], share: float) -> Iterator[tuple[int, int]]:
    """Pairs of indices, the earlier first, of sets that share at least this part of the words in either (the Jaccard index).

    Two such sets must share one of their rarest words, as many as they may differ in and one more; only those are looked up, and words
    that stand in one set alone are none of them (prefix filtering; Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity
    Joins in Data Cleaning", ICDE 2006). Of sets with a very common word only the first few are looked at, and where long sets have many
    such words, those with most of them are compared. An empty set is like no other.

    >>> list(alike([frozenset("abcd"), frozenset("xyz"), frozenset("abce")], 0.6))
    [(0, 2)]
    """
    count = Counter(itertools.chain.from_iterable(sets))
    again = {word for word, times in count.items() if times > 1}
    seen: dict[str, list[int]] = {}
    for index, words in enumerate(sets):
        rarest = _rarest(words & again, count, math.ceil(share * len(words)))
        if not rarest:
            continue
        met = itertools.islice((earlier for word in rarest for earlier in seen.get(word, ())), MET)
        near = [earlier for earlier, _ in Counter(met).most_common(LOOKED_AT)]
        for earlier in sorted(near):
            if len(words & sets[earlier]) >= share * len(words | sets[earlier]):
                yield earlier, index
        for word in rarest:
            if len(seen.setdefault(word, [])) < LOOKED_AT:
                seen[word].append(index)


def _rarest(words: frozenset[str], count: Counter[str], least: int) -> list[str]:
    """Those of the words one of which must be in any set that has at least so many of them."""
    wanted = len(words) - least + 1
    return sorted(words, key=lambda word: (count[word], word))[:wanted] if wanted > 0 else []
