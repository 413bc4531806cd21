"""Voting: pronouns with one person only before them tell that person's sex, before anybody is resolved."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.grammar.word_classes import NOUN
from newsclaims.speakers.entities import SURE_VOTE
from newsclaims.speakers.name import Name
from newsclaims.speakers.scene import Scene

FAR = 60  # tokens a noun before a pronoun is looked for
MOST = 8  # names before a pronoun that are looked at


def vote(scene: Scene, pronouns: Sequence[int]) -> None:
    """Each of the pronouns, in text order, tells the sex of the one person it can mean."""
    at = 0
    near: list[Name] = []
    names = scene.names
    for token in pronouns:
        sentence = scene.sentence(token)
        while at < len(names) and names[at].start < token:
            if names[at].entity >= 0:
                near.append(names[at])
            at += 1
        near = [name for name in near[-MOST:] if sentence - name.sentence <= 1]
        gender = scene.words.genders[scene.lower[token]]
        people = [name for name in near if _may_be_person(scene, name)]
        same = {name.entity for name in people if name.sentence == sentence} or {name.entity for name in people}
        if len(same) == 1 and not _has_noun(scene, near[0].last, token, gender):
            entity = same.pop()
            last = next(name for name in reversed(near) if name.entity == entity)
            scene.clusters.entities[entity].vote(gender, SURE_VOTE if scene.is_subject(last) else 1)


def _has_noun(scene: Scene, first: int, token: int, gender: str) -> bool:
    """Whether "her son" or "the actress" stands between a name and a pronoun that can as well mean that one."""
    genders, lower, shape = scene.words.genders, scene.lower, scene.layers.shape
    noun = shape.find(NOUN, max(first, token - FAR), token)
    while noun >= 0 and genders.get(lower[noun]) != gender:
        noun = shape.find(NOUN, noun + 1, token)
    return noun >= 0


def _may_be_person(scene: Scene, name: Name) -> bool:
    entity = scene.entity_of(name)
    return entity.kind in (None, "person") and entity.person >= (1 if len(entity.parts) < 2 else 0)
