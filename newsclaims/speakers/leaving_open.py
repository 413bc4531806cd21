"""Quotes that are less sure than somebody wants keep their words and lose who said them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsclaims.model import Quote, Speaker
from newsclaims.speakers.counting import words_said


def leave_open(quotes: tuple[Quote, ...], speakers: tuple[Speaker, ...], least: float) -> tuple[tuple[Quote, ...], tuple[Speaker, ...]]:
    """The same quotes and speakers, where a quote whose confidence is below ``least`` has no source, speaker, cue and addressee.

    Its ``reason`` says so; ``rule`` and ``confidence`` stay. One whose confidence nobody has measured (``None``) stays as it is. The
    speakers lose such quotes from their count, and none is left out.
    """
    if least <= 0:
        return quotes, speakers
    low = {at for at, quote in enumerate(quotes) if quote.source is not None and quote.confidence is not None and quote.confidence < least}
    if not low:
        return quotes, speakers
    renewal = _Renewal(quotes, low)
    renewed = tuple(map(renewal.speaker, speakers))
    return tuple(_quote(quote, at in low, renewal, least) for at, quote in enumerate(quotes)), renewed


class _Renewal:
    """Each speaker without the quotes that are left open, made once: what stands in two places stays one."""

    def __init__(self, quotes: Sequence[Quote], low: set[int]) -> None:
        self._quotes = quotes
        self._low = low
        self._made: dict[int, Speaker] = {}

    def speaker(self, speaker: Speaker) -> Speaker:
        if id(speaker) not in self._made:
            kept = tuple(at for at in speaker.quotes if at not in self._low)
            words = words_said(*map(self._quotes.__getitem__, kept))
            members = tuple(map(self.speaker, speaker.members))
            self._made[id(speaker)] = attrs.evolve(speaker, quotes=kept, words=words, members=members)
        return self._made[id(speaker)]


def _quote(quote: Quote, low: bool, renewal: _Renewal, least: float) -> Quote:
    if low:
        reason = f"its confidence {quote.confidence:.2f} is below {least:.2f}"
        return attrs.evolve(quote, source=None, speaker=None, cue=None, addressee=None, reason=reason)
    return quote if quote.speaker is None else attrs.evolve(quote, speaker=renewal.speaker(quote.speaker))
