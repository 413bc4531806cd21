"""Pairs: two people named together, whom "they" or "the couple" stands for later."""

from __future__ import annotations

import itertools

from newsclaims.grammar.word_classes import AND, COMMA, NOUN, NUMBER, POSSESSIVE
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.name import Name
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.scoring import SURE
from newsclaims.speakers.sources import Source

BETWEEN = frozenset(AND + COMMA + NUMBER + POSSESSIVE + NOUN)
"""What may stand between the two: "Tom Kell, 38, and his wife, Ada"."""
MOST_BETWEEN, MOST_NAMES = 7, 24


def pair_named(scene: Scene, source: Source, *, reach: int) -> Entity | None:
    """The last two people named together in the sentence of a source or at most ``reach`` sentences before it."""
    sentence = scene.sentence(source.first)
    low = scene.layers.tokens.sentence_starts[max(0, sentence - reach)]
    names = [name for name in scene.reader.names_in(low, source.first - 1) if name.entity >= 0]
    for one, other in itertools.pairwise(reversed(names[-MOST_NAMES:])):
        if _are_together(scene, other, one):
            return _pair_of(scene, source, scene.entity_of(other), scene.entity_of(one))
    return None


def other_of_two(scene: Scene, source: Source) -> Entity | None:
    """Of two named together in the sentence before, the one of whom nothing is said: "Vane and Kell met. The leader told Kell"."""
    sentence = scene.sentence(source.first)
    if not scene.spoken_of or sentence == 0 or scene.lower[source.first] not in scene.words.definite:
        return None
    starts = scene.layers.tokens.sentence_starts
    names = [name for name in scene.reader.names_in(starts[sentence - 1], starts[sentence] - 1) if name.entity >= 0]
    for one, other in itertools.pairwise(names[-MOST_NAMES:]):
        told = [name.entity in scene.spoken_of for name in (one, other)]
        if sum(told) == 1 and _are_together(scene, one, other):
            return scene.entity_of(one if told[1] else other)
    return None


def _are_together(scene: Scene, one: Name, other: Name) -> bool:
    between = scene.shape[one.last + 1 : other.first]
    joined = 0 < len(between) <= MOST_BETWEEN and AND in between and BETWEEN.issuperset(between)
    return joined and not scene.layers.quoted[other.first] and all(_is_person(scene.entity_of(name)) for name in (one, other))


def _pair_of(scene: Scene, source: Source, one: Entity, other: Entity) -> Entity:
    known = scene.pairs.get((one.number, other.number))
    if known is None:
        known = scene.open(source, "group", resolved=True, named=True)
        known.name = f"{scene.name_of(one)} {scene.words.joining} {scene.name_of(other)}"
        known.members = (one, other)
        scene.pairs[one.number, other.number] = known
    return known


def _is_person(entity: Entity) -> bool:
    return entity.kind in (None, "person") and entity.person >= SURE
