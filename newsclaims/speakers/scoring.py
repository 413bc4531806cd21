"""Scoring: who of those in mind is meant, as a sum of few signs, with a margin under which it stays open.

A log-linear choice as in ranking models of coreference (Denis and Baldridge 2008, "Specialized Models and Ranking for
Coreference Resolution"), with few weights, kept in ``weights.tsv``. No sign knows what sex a given name is mostly of.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.speakers.entities import Entity

if TYPE_CHECKING:
    from newsclaims.speakers.scene import Scene

FILE = Path(__file__).with_name("weights.tsv")
JUST = 2  # sentences
FAR = 12.0  # who is so many times less in mind than another is made up for by no sign but that of an answer
SURE = 2  # signs of a person that leave no doubt


@functools.cache
def weights() -> Mapping[str, float]:
    """What each sign adds to a score; read at first use."""
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in rows}


class Scored(NamedTuple):
    """Somebody who may be meant, with the signs that count and what each adds, and the sum of them."""

    entity: Entity
    signs: Mapping[str, float]
    score: float

    def __str__(self) -> str:
        return ", ".join(f"{sign} {weight:+.2f}" for sign, weight in self.signs.items()) + f" = {self.score:+.2f}"


def people_in_mind(scene: Scene, gender: str, sentence: int) -> list[Scored]:
    """Whom "he" or "she" in a sentence can mean, the likeliest first."""
    return sorted(_scored(scene, _possible(scene, gender, sentence), gender, sentence), key=_order)


def person_in_mind(scene: Scene, gender: str, sentence: int) -> Entity | None:
    """Whom "he" or "she" in a sentence most likely means; ``None`` where nobody fits."""
    possible = _possible(scene, gender, sentence)
    if len(possible) < 2:
        return possible[0][1] if possible else None
    return min(_scored(scene, possible, gender, sentence), key=_order).entity


def _order(scored: Scored) -> tuple[float, int]:
    return -scored.score, scored.entity.number


def _possible(scene: Scene, gender: str, sentence: int) -> list[tuple[float, Entity]]:
    """Who in mind can be of a sex, with how much they are in mind, without those who are too far behind the first."""
    return scene.salience.fitting(sentence, lambda entity: entity.can_be(gender), math.inf if scene.answering else FAR)


def _scored(scene: Scene, possible: list[tuple[float, Entity]], gender: str, sentence: int) -> list[Scored]:
    weighed = weights()
    low = scene.layers.tokens.sentence_starts[sentence]
    last = scene.last_speaker if sentence - scene.last_sentence <= JUST else None
    asked, asker = (scene.asked, scene.asker) if scene.answering else (None, None)
    out = []
    for weight, entity in possible:
        sex, signs = entity.sex, {"in mind": weighed["in mind"] * math.log(weight)}
        if sex == gender:
            signs["sex fits"] = weighed["sex fits"]
        if entity.person < SURE and sex is None:
            signs["barely a person"] = weighed["barely a person"]
        if entity is asked:
            signs["asked"] = weighed["asked"]
        if entity is asker:
            signs["asker"] = weighed["asker"]
        if scene.named_in_clause.get(entity.number, -1) >= low:
            signs["clause before"] = weighed["clause before"]
        if entity is last:
            signs["just spoke"] = weighed["just spoke"]
        if _is_just_introduced(scene, entity, sentence):
            signs["just introduced"] = weighed["just introduced"]
        if entity.number in scene.spoken_of:
            signs["spoken of"] = weighed["spoken of"]
        if entity.count > 1:
            signs["named often"] = weighed["named often"] * math.log(entity.count)
        out.append(Scored(entity, signs, sum(signs.values())))
    return out


def _is_just_introduced(scene: Scene, entity: Entity, sentence: int) -> bool:
    """Whether somebody was named in full, with what he is, for the first time in the paragraph before, which quotes nobody."""
    if entity.introduced < 0 or entity.role is None or entity.introduced != entity.first_token:
        return False
    named = scene.sentence(entity.introduced)
    return named > scene.last_sentence and scene.paragraph(named) == scene.paragraph(sentence) - 1
