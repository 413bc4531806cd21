"""Spokespeople: the body that somebody without a name of his own speaks for, or that a named spokesman does."""

from __future__ import annotations

from newsclaims.speakers.entities import Entity
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source

NEAR = 4  # sentences in which "a spokesperson" speaks for the body last in mind
LEAD = 1.5  # how far before the next it has to be
PERSONS_BODY = -1  # an entity with fewer signs of a person may be a body


def find_body(scene: Scene, source: Source, entity: Entity) -> None:
    """Takes note of whom a spokesman speaks for; called before he is brought to mind himself."""
    if entity.on_behalf is not None or entity.body is not None or not _speaks_for_others(scene, source, entity):
        return
    if entity.affiliation is not None:
        entity.body = entity.affiliation
        inside = scene.reader.names_in(*entity.affiliation)
        named = next((scene.entity_of(name) for name in reversed(inside) if name.entity >= 0), None)
        if named is not None and named is not entity:
            entity.on_behalf = named
        return
    ranked = scene.salience.ranked(scene.sentence(source.first), lambda other: _is_body(other) and other is not entity)
    near = [(weight, other) for weight, other in ranked if scene.sentence(source.first) - scene.last_seen(other) <= NEAR]
    if near and (len(near) == 1 or near[0][0] >= LEAD * near[1][0]):
        entity.on_behalf = near[0][1]


def _speaks_for_others(scene: Scene, source: Source, entity: Entity) -> bool:
    spokes = scene.words.spokes
    return (source.form == "noun" and source.word in spokes) or not spokes.isdisjoint(entity.heads)


def _is_body(entity: Entity) -> bool:
    return entity.kind == "organization" or (entity.kind is None and entity.named and entity.person <= PERSONS_BODY and entity.sex is None)


def body_name(words: str | None, name: str | None) -> str | None:
    """How the body is called: its full name, where the words of the affiliation are a part of that; else the words themselves."""
    if name is None or words is None:
        return name or words
    return name if set(words.lower().split()) <= set(name.lower().split()) else words
