"""Salience: who is in the reader's mind at a point of the text.

Each mention adds weight, by how it stands in its sentence; a sentence later it is worth half. The idea is that of
Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution". Only the latest entities are kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from newsclaims.speakers.entities import Entity

KEPT = 16
DECAY = 0.5
CARRIED = 0.6
FORGOTTEN = 0.02


class Salience:
    """The entities mentioned of late with their weights."""

    __slots__ = ("_weights",)

    def __init__(self) -> None:
        self._weights: dict[int, tuple[Entity, float, int]] = {}

    def add(self, entity: Entity, sentence: int, weight: float) -> None:
        """A mention of an entity."""
        known = self._weights.pop(entity.number, None)
        if known is not None:
            weight += CARRIED * known[1] * DECAY ** (sentence - known[2])
        elif len(self._weights) >= KEPT:
            del self._weights[next(iter(self._weights))]
        self._weights[entity.number] = (entity, weight, sentence)

    def seen(self, entity: Entity) -> int:
        """The sentence in which an entity was last mentioned; -1 where it is forgotten."""
        known = self._weights.get(entity.number)
        return -1 if known is None else known[2]

    def ranked(self, sentence: int, fits: Callable[[Entity], bool]) -> list[tuple[float, Entity]]:
        """The fitting entities with their weight at a sentence, the heaviest first."""
        out = self.fitting(sentence, fits)
        if len(out) > 1:
            out.sort(key=lambda pair: (-pair[0], pair[1].number))
        return out

    def fitting(self, sentence: int, fits: Callable[[Entity], bool], far: float = math.inf) -> list[tuple[float, Entity]]:
        """The same in no order, without those who are over ``far`` times lighter than the heaviest."""
        out = []
        most = least = FORGOTTEN
        for entity, weight, when in reversed(self._weights.values()):  # the latest, which are the heaviest as a rule, first
            now = weight * DECAY ** (sentence - when)
            if now > FORGOTTEN and now >= least and fits(entity):
                out.append((now, entity))
                if now > most:
                    most, least = now, now / far
        return out if not out or far == math.inf else [pair for pair in out if pair[0] >= least]
