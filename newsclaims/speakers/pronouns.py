"""Pronouns as sources: he and she by salience and sex, it and they by who was last quoted, who by the words before."""

from __future__ import annotations

import operator

from newsclaims.grammar.word_classes import COMMA, RELATIVE_LEAD_OR_QUOTE
from newsclaims.speakers.base import Answer, resolution_rule
from newsclaims.speakers.entities import Entity
from newsclaims.speakers.scene import Scene
from newsclaims.speakers.sources import Source

NEAR = 3


@resolution_rule("relative")
def relative(scene: Scene, source: Source) -> Answer:
    """A relative pronoun is the noun phrase before it."""
    kind = scene.words.pronouns.get(source.word)
    if kind not in ("who", "which", "that") or source.form != "pronoun":
        return "it is no relative pronoun"
    low = scene.layers.tokens.sentence_starts[scene.sentence(source.first)]
    end = source.first
    while end > low and scene.shape[end - 1] in RELATIVE_LEAD_OR_QUOTE:
        end -= 1
    if end <= low:
        return "nothing before the relative pronoun"
    name = next((name for name in reversed(scene.reader.names_in(max(low, end - 8), end - 1)) if name.last == end - 1), None)
    if name is not None and name.entity >= 0 and not (kind == "who" and scene.entity_of(name).kind == "organization"):
        return scene.entity_of(name)
    found = scene.layers.mentions.before(end, low)
    if found is None or found.how == "relative" or found.last >= source.first:
        return "no noun phrase before the relative pronoun"
    antecedent = scene.reader.read(found.first, found.last)
    if antecedent.form == "pronoun":
        return "the words before the relative pronoun are a pronoun"
    explained = _explained(scene, found.first)
    return explained if explained is not None and antecedent.form == "noun" else scene.resolve(antecedent)[0]


def _explained(scene: Scene, first: int) -> Entity | None:
    """The name that a noun phrase explains: "Tom Kell, a lawyer who ..."."""
    if first < NEAR or scene.shape[first - 1] != COMMA:
        return None
    before = scene.reader.names_in(first - NEAR - 1, first - 2)
    name = before[-1] if before else None
    return scene.entity_of(name) if name is not None and name.last == first - 2 and name.entity >= 0 else None


def person_in_mind(scene: Scene, token: int, gender: str, sentence: int) -> Entity | None:
    """Whom "he" or "she" at a token most likely means; ``None`` where nobody fits."""
    return scene.salience.heaviest(sentence, operator.methodcaller("can_be", gender))


@resolution_rule("he-she")
def he_she(scene: Scene, source: Source) -> Answer:
    """He or she: the person most in mind whom nothing in the text makes the other sex."""
    gender = scene.words.genders.get(source.word) if source.form == "pronoun" else None
    if gender is None:
        return "it is not he or she"
    found = person_in_mind(scene, source.first, gender, scene.sentence(source.first))
    if found is None:
        entity = scene.open(source, "person")
        entity.gender = gender
        return entity
    found.vote(gender)
    return found


@resolution_rule("it")
def it(scene: Scene, source: Source) -> Answer:
    """It: the body or document quoted last, or most in mind."""
    if source.form != "pronoun" or scene.words.pronouns.get(source.word) != "it":
        return "it is not “it”"
    return _last_of(scene, source, ("organization", "document"))


@resolution_rule("they")
def they(scene: Scene, source: Source) -> Answer:
    """They: those quoted last, where they are several or a body."""
    if source.form != "pronoun" or scene.words.pronouns.get(source.word) != "they":
        return "it is not “they”"
    return _last_of(scene, source, ("group", "organization"))


def _last_of(scene: Scene, source: Source, kinds: tuple[str, ...]) -> Answer:
    last = scene.last_speaker
    if last is not None and last.kind in kinds and scene.sentence(source.first) - scene.last_sentence <= NEAR:
        return last
    return "who was last quoted is not of that kind"
