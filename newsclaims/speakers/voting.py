"""Voting: pronouns with one person only before them tell that person's sex, before anybody is resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from newsclaims.grammar.word_classes import ADJECTIVE, COMMA, DETERMINER, FINITE, ING, NOUN, PARTICIPLE, PERSONAL, PREPOSITION
from newsclaims.speakers.entities import SURE_VOTE, Entity
from newsclaims.speakers.name import Name
from newsclaims.speakers.scene import Scene

NOUN_REACH = 60  # tokens a noun before a pronoun is looked for
PERSON = re.compile(f"{DETERMINER}{ADJECTIVE}{{0,3}}{NOUN}")
FRONTED = 12  # tokens of a phrase that a sentence opens with
OPENS_PHRASE = PREPOSITION + ING + PARTICIPLE
MOST_NAMES = 8  # names before a pronoun that are looked at


def vote(scene: Scene, pronouns: Sequence[int]) -> None:
    """Each of the pronouns, in text order, tells the sex of the one person it can mean."""
    at = 0
    near: list[Name] = []
    genders, lower = scene.words.genders, scene.lower
    names, people = scene.names, {entity.number for entity in scene.clusters.entities if _may_be_person(entity)}
    for token in pronouns:
        sentence = scene.sentence(token)
        while at < len(names) and names[at].start < token:
            if names[at].entity >= 0:
                near.append(names[at])
            at += 1
        near = [name for name in near[-MOST_NAMES:] if sentence - name.sentence <= 1]
        gender = genders[lower[token]]
        ahead = _named_ahead(scene, token, sentence)
        if ahead is not None:
            scene.entity_of(ahead).vote(gender, SURE_VOTE)
            continue
        last = _only_one(near, people)
        if last is not None and not (_has_noun(scene, near[0].last, token, gender) or _is_another(scene, last, gender)):
            scene.entity_of(last).vote(gender, SURE_VOTE if scene.is_subject(last) else 1)


def _named_ahead(scene: Scene, token: int, sentence: int) -> Name | None:
    """The subject named after the phrase that a sentence opens with, where the pronoun stands in that: "In his report, Vane said"."""
    low, high = scene.layers.sentence(sentence)
    if token - low > FRONTED or scene.shape[low] not in OPENS_PHRASE or any(code in FINITE for code in scene.shape[low:token]):
        return None
    comma = scene.shape.find(COMMA, token, min(high, token + FRONTED))
    name = next(iter(scene.reader.names_in(comma + 1, comma + 2)), None) if comma >= 0 else None
    if name is None or name.first != comma + 1 or name.entity < 0 or not _may_be_person(scene.entity_of(name)):
        return None
    return name if scene.shape[name.last + 1 : name.last + 2] in tuple(FINITE) else None  # which may end the text


def _is_said_before(scene: Scene, name: Name, gender: str) -> bool:
    """Whether a pronoun of that sex stands before the name in its sentence: "His lawyer, Vane, denied that he ..."."""
    low = scene.layers.tokens.sentence_starts[name.sentence]
    return any(scene.words.genders.get(scene.lower[k]) == gender for k in range(low, name.first) if scene.shape[k] in PERSONAL)


def _only_one(near: Sequence[Name], people: Set[int]) -> Name | None:
    """The last name of the one person named in the sentence that names somebody last; ``None`` where there are several."""
    last = None
    for name in reversed(near):
        if name.entity not in people:
            continue
        if last is None:
            last = name
        elif name.sentence != last.sentence:
            break
        elif name.entity != last.entity:
            return None
    return last


def _is_another(scene: Scene, name: Name, gender: str) -> bool:
    """Whether the pronoun may as well be somebody told of before the name."""
    return _is_said_before(scene, name, gender) or _is_told_of_another(scene, name)


def _is_told_of_another(scene: Scene, name: Name) -> bool:
    """Whether somebody without a name is told of in what a name at the end of a sentence says: "A man was found, Vane said. He ..."."""
    low = scene.layers.tokens.sentence_starts[name.sentence]
    if name.start not in scene.speaking or name.first == low or not scene.said[low]:
        return False
    lower, people = scene.lower, scene.words.people
    nouns = (match.end() - 1 for match in PERSON.finditer(scene.shape, low, name.first))
    return any(lower[noun] in people for noun in nouns)


def _has_noun(scene: Scene, first: int, token: int, gender: str) -> bool:
    """Whether "her son" or "the actress" stands between a name and a pronoun that can as well mean that one."""
    genders, lower, shape = scene.words.genders, scene.lower, scene.layers.shape
    noun = shape.find(NOUN, max(first, token - NOUN_REACH), token)
    while noun >= 0 and genders.get(lower[noun]) != gender:
        noun = shape.find(NOUN, noun + 1, token)
    return noun >= 0


def _may_be_person(entity: Entity) -> bool:
    return entity.kind in (None, "person") and entity.person >= (1 if len(entity.parts) < 2 else 0)
