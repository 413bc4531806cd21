"""Labels: a line of its own that says who speaks below ("From: Grandpa", "Noa Lind, 24")."""

from __future__ import annotations

from newsclaims.grammar.walking import until
from newsclaims.grammar.word_classes import QUOTE_LEAD
from newsclaims.model import RegionKind
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.scene import SPEAKER, SUBJECT, Scene
from newsclaims.speakers.source_classes import LABEL_NAME_STOP

WEIGHT = 2 * (SUBJECT + SPEAKER)  # who is in a label is more in mind than whoever was before


def label_sentences(scene: Scene) -> list[int]:
    """The sentences that are labels."""
    layers = scene.layers
    if RegionKind.LABEL not in layers.regions:
        return []
    return [k for k in range(len(layers.sentence_bounds)) if layers.region(k) is RegionKind.LABEL]


def hear_label(scene: Scene, sentence: int) -> Entity | None:
    """Who is named in a label, brought to mind as who speaks below it."""
    first, last = _name_in(scene, *scene.layers.sentence(sentence))
    if first > last:
        return None
    name = next((name for name in scene.reader.names_in(first, last) if name.parts and name.start == first), None)
    entity = scene.clusters.take_in(name) if name is not None else labelled(scene, first, last)
    if entity.kind is None:
        entity.kind = "person"
    if entity.gender is None:
        words = scene.lower[first : last + 1]
        entity.gender = next((gender for word in words if (gender := scene.words.genders.get(word)) is not None), None)
    scene.salience.add(entity, sentence, WEIGHT)
    scene.last_speaker, scene.last_sentence = entity, sentence
    return entity


def _name_in(scene: Scene, low: int, high: int) -> tuple[int, int]:
    """The tokens of the name: after "From" and marks, up to a comma, a colon or a bracket."""
    first = low
    while first < high and (scene.shape[first] in QUOTE_LEAD or scene.lower[first] in scene.words.label_prepositions):
        first += 1
    return first, (until(scene.shape, first + 1, high, LABEL_NAME_STOP) - 1 if first < high else first - 1)


def labelled(scene: Scene, first: int, last: int) -> Entity:
    """Somebody with the words of a label for a name: "Grandpa", "Mother in Law", the "A" of questions and answers."""
    words = tuple(scene.lower[first : last + 1])
    entity = scene.clusters.exact.get(words)
    if entity is None:
        entity = scene.clusters.add(words, (first, last))
        entity.first_token = first
    return entity
