"""Who speaks in a document, numbered: the most quoted first, so that they get the first colours."""

from __future__ import annotations

import collections
from collections.abc import Mapping, Sequence

import attrs

from newsclaims.model.kinds import SpeakerKind
from newsclaims.model.quote import Quote
from newsclaims.model.speaker import Speaker
from newsclaims.spans import Span

COLOURS = 12  # of the style sheet; a number tells speakers of the same colour apart

Key = tuple[str, SpeakerKind, tuple[Span, ...]]


@attrs.frozen
class Part:
    """A speaker with a number (from 1) and how many quotes they have."""

    number: int
    speaker: Speaker
    quotes: int

    @property
    def colour(self) -> str:
        """The class of the style sheet that has the colour."""
        return f"s{(self.number - 1) % COLOURS + 1}"


@attrs.frozen
class Cast:
    """All speakers of a document by number, whose each of its quotes is, and how many quotes have none."""

    parts: tuple[Part, ...]
    of_quotes: tuple[Part | None, ...]
    without: int
    _by_key: Mapping[Key, Part] = attrs.field(repr=False, hash=False)

    @classmethod
    def of(cls, listed: Sequence[Speaker], quotes: Sequence[Quote]) -> Cast:
        """The speakers that a document lists, and those of its quotes that it does not."""
        speakers: dict[Key, Speaker] = {}
        counts: collections.Counter[Key] = collections.Counter()
        for speaker in listed:
            speakers.setdefault(_key(speaker), speaker)
        keys = [None if quote.speaker is None else _key(quote.speaker) for quote in quotes]
        for quote, key in zip(quotes, keys, strict=True):
            if quote.speaker is not None and key is not None:
                speakers.setdefault(key, quote.speaker)
                counts[key] += 1
        ranked = sorted(speakers, key=lambda key: -counts[key])
        by_key = {key: Part(number, speakers[key], counts[key]) for number, key in enumerate(ranked, 1)}
        of_quotes = tuple(None if key is None else by_key[key] for key in keys)
        return cls(tuple(by_key.values()), of_quotes, of_quotes.count(None), by_key)

    def part(self, speaker: Speaker | None) -> Part | None:
        """The numbered speaker."""
        return None if speaker is None else self._by_key.get(_key(speaker))


def _key(speaker: Speaker) -> Key:
    """Tells the speakers of one document apart at a small part of the cost of comparing all their mentions."""
    return speaker.name, speaker.kind, speaker.mentions[:1]
