"""The texts that quotes are held against, with an index that is built once."""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsclaims.checking.alignment import Haystack
from newsclaims.checking.passages import Passages
from newsclaims.checking.words import Words
from newsclaims.model import Document

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

PAIRS = 1 << 18
"""Pairs of words that follow each other are counted in so many places."""
MULTIPLIER = 0x9E3779B1
MOST_LOOKED_AT = 20_000
"""So many entries of the index are read for one quote, so that more sources do not make it slower."""
LOOKED_INTO = 12
"""So many sources are looked into for one quote."""
HELD = 128
"""So many sources are kept as they were read."""


class Sources:
    """Articles, transcripts or statements by their ids; which of them have the words of a quote is asked of an index.

    ``sources`` is a mapping of ids to texts or documents, or some of these without ids (a document's own id counts, else its place). A
    text is read with ``extractor`` when it is first needed. The index takes about a tenth more than the texts themselves; a quote is looked
    for in the dozen sources that share its rarest words and pairs of words, so that the time for it does not grow with their number.

    >>> sources = Sources({"speech": "We will not sell the old harbour."})
    >>> sources.ids, len(sources)
    (('speech',), 1)

    Raises:
        TypeError: what is given is no text, document, or collection of them.
        ValueError: two sources have one id.
    """

    def __init__(self, sources: object, *, extractor: Extractor | None = None) -> None:
        self._extractor = extractor
        self._items: list[str | Document] = []
        ids: list[str] = []
        for name, item in _named(sources):
            ids.append(name)
            self._items.append(item)
        if len(set(ids)) < len(ids):
            double = next(name for name in ids if ids.count(name) > 1)
            raise ValueError(f"two sources have the id {double!r}: pass a mapping of ids to texts")
        self.ids: tuple[str, ...] = tuple(ids)
        self._opened: dict[int, OpenedSource] = {}
        self._numbers: dict[str, int] = {}
        self._words: list[array[int]] = []
        self._pairs: dict[int, array[int]] = {}
        for number in range(len(ids)):
            self._index(number)

    def __len__(self) -> int:
        return len(self.ids)

    def __repr__(self) -> str:
        return f"Sources({len(self.ids)} texts)"

    def text(self, number: int) -> str:
        """The text of a source by its number."""
        item = self._items[number]
        return item.text if isinstance(item, Document) else item

    def opened(self, number: int) -> OpenedSource:
        """A source, read."""
        found = self._opened.get(number)
        if found is None:
            found = OpenedSource(self._items[number], self._extractor)
            while len(self._opened) >= HELD:
                self._opened.pop(next(iter(self._opened)), None)
            self._opened[number] = found
        return found

    def candidates(self, words: Sequence[str], names: Sequence[str] = ()) -> list[int]:
        """The numbers of the sources that share the most of some words, the best first; those that have the names come before others."""
        if len(self.ids) <= LOOKED_INTO:
            return list(range(len(self.ids)))
        scores: dict[int, float] = {}
        left = MOST_LOOKED_AT
        for posting in sorted(self._postings(words), key=len):
            left -= len(posting)
            if left < 0 and scores:
                break
            weight = math.log((len(self.ids) + 1) / len(posting))
            for number in posting:
                scores[number] = scores.get(number, 0.0) + weight
        known = {word for name in names for word in index_words(name) if word in self._numbers}
        if known and scores:
            called = min((self._words[self._numbers[word]] for word in known), key=len)
            for number in called[:MOST_LOOKED_AT]:
                if number in scores:
                    scores[number] += 1.0
        return sorted(scores, key=lambda number: (-scores[number], number))[:LOOKED_INTO]

    def _index(self, number: int) -> None:
        numbers = self._numbers
        words = [numbers.setdefault(word, len(numbers)) for word in index_words(self.text(number))]
        self._words.extend(array("I") for _ in range(len(numbers) - len(self._words)))
        for word in dict.fromkeys(words):
            self._words[word].append(number)
        for place in {_place(one, other) for one, other in itertools.pairwise(words)}:
            self._pairs.setdefault(place, array("I")).append(number)

    def _postings(self, words: Sequence[str]) -> Iterator[array[int]]:
        known = [self._numbers.get(word, -1) for word in words]
        for word in dict.fromkeys(known):
            if word >= 0:
                yield self._words[word]
        pairs = {_place(one, other) for one, other in itertools.pairwise(known) if one >= 0 and other >= 0}
        for place in sorted(pairs):
            if place in self._pairs:
                yield self._pairs[place]


class OpenedSource:
    """A source as it is compared; its quotes are only read where its words were found."""

    def __init__(self, item: str | Document, extractor: Extractor | None) -> None:
        self._item = item
        self._extractor = extractor
        self.words = Words.of(item.text if isinstance(item, Document) else item)
        self.haystack = Haystack(self.words)

    @functools.cached_property
    def document(self) -> Document:
        """What stands in it, and who says it."""
        if isinstance(self._item, Document):
            return self._item
        from newsclaims.extractor import Extractor

        return (self._extractor or Extractor()).extract(self._item)

    @functools.cached_property
    def passages(self) -> Passages:
        """Who says what where in it."""
        return Passages(self.document, self.words)


def _place(one: int, other: int) -> int:
    return (one * MULTIPLIER + other) % PAIRS


def index_words(text: str) -> list[str]:
    """The words of a text as the index has them."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return re.findall(r"\w+", text.casefold())


def _named(sources: object) -> Iterator[tuple[str, str | Document]]:
    """The sources with their ids."""
    if isinstance(sources, str | Document):
        sources = [sources]
    if isinstance(sources, Mapping):
        for name, item in sources.items():
            if not isinstance(name, str):
                raise TypeError(f"the id of a source must be a str, not {type(name).__name__}")
            yield name, _checked(item)
    elif isinstance(sources, Iterable):
        for place, item in enumerate(sources):
            checked = _checked(item)
            own = checked.id if isinstance(checked, Document) else None
            yield str(place) if own is None else own, checked
    else:
        raise TypeError(f"sources must be a mapping of ids to texts or documents, not {type(sources).__name__}")


def _checked(item: object) -> str | Document:
    if isinstance(item, str | Document):
        return item
    raise TypeError(f"a source must be a str or a Document, not {type(item).__name__}")
