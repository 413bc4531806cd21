"""Aliases that the text states: "Jo Doe, aka “Maple”", "Basil Doe, better known as Tall Boy".

The two names are one, wherever in the text each stands. The whole name is the one to go by, which is the one before the phrase
where both are whole.
"""

from __future__ import annotations

import bisect
import operator
from collections.abc import Iterator

from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import QUOTE_MARKS, TIME
from newsclaims.layers import Layers
from newsclaims.model import Alias
from newsclaims.speakers.name import Name
from newsclaims.speakers.words import SpeakerWords, folded

BEFORE, AFTER = 10, 3  # tokens between a name and the phrase
MOST_WORDS = 4  # of the other name

_start = operator.attrgetter("start")

Parts = tuple[str, ...]


def stated_aliases(layers: Layers, words: SpeakerWords, names: list[Name]) -> dict[Parts, Alias]:
    """What the text says somebody is also called, with the name to go by."""
    lower = layers.tokens.lower
    known: dict[Parts, Alias] = {}
    for first, stop in _phrases(layers.tokens, words):
        sentence = layers.tokens.sentence_at(first)
        low, high = layers.sentence(sentence)
        owner = _name_before(names, first, max(low, first - BEFORE))
        other = _words_after(layers, stop, high)
        if owner is None or other is None or not owner.parts:
            continue
        parts = tuple(folded(lower[k]) for k in range(other[0], other[1] + 1))
        if parts != owner.parts and parts not in known:
            known[parts] = Alias(layers.span(*owner.label).text)
    return known


def _phrases(tokens: Tokens, words: SpeakerWords) -> Iterator[tuple[int, int]]:
    """Where a phrase that states an alias stands: its first token and one past its last, of several the longest."""
    lower, phrases = tokens.lower, words.alias_phrases
    for k in tokens.places(phrases.keys()):
        for at, phrase in phrases[lower[k]]:
            if k >= at and tuple(lower[k - at : k - at + len(phrase)]) == phrase:
                yield k - at, k - at + len(phrase)
                break


def _name_before(names: list[Name], token: int, low: int) -> Name | None:
    """The last person's name before a token."""
    found = None
    for name in names[bisect.bisect_left(names, low, key=_start) : bisect.bisect_left(names, token, key=_start)]:
        if name.parts and not name.body:
            found = name
    return found


def _words_after(layers: Layers, at: int, high: int) -> tuple[int, int] | None:
    """The name after a phrase in its sentence: a stretch of capitals, in quotation marks or not."""
    shape, raw = layers.shape, layers.tokens.words
    farthest = min(high, at + AFTER)
    while at < farthest and (shape[at] in QUOTE_MARKS or not raw[at][0].isalnum()):
        at += 1
    last = at
    while last < high and last - at < MOST_WORDS and raw[last][0].isupper() and shape[last] != TIME:
        last += 1
    return (at, last - 1) if farthest > at and last > at else None
