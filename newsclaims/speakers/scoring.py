"""Scoring: who of those in mind is meant, as a sum of few signs, with a margin under which it stays open.

A log-linear choice as in ranking models of coreference (Denis and Baldridge 2008, "Specialized Models and Ranking for
Coreference Resolution"), with few weights, kept in ``weights.tsv``. No sign knows what sex a given name is mostly of.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

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


@attrs.frozen
class Scored:
    """Somebody who may be meant, with the signs that count and what each adds."""

    entity: Entity
    signs: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of the signs."""
        return sum(weight for _, weight in self.signs)

    def __str__(self) -> str:
        return ", ".join(f"{sign} {weight:+.2f}" for sign, weight in self.signs) + f" = {self.score:+.2f}"


def people_in_mind(scene: Scene, gender: str, sentence: int) -> list[Scored]:
    """Whom "he" or "she" in a sentence can mean, the likeliest first."""
    return _by_score(scene, _ranked(scene, gender, sentence), gender, sentence)


def person_in_mind(scene: Scene, gender: str, sentence: int) -> Entity | None:
    """Whom "he" or "she" in a sentence most likely means; ``None`` where nobody fits."""
    ranked = _ranked(scene, gender, sentence)
    if len(ranked) < 2:
        return ranked[0][1] if ranked else None
    return _by_score(scene, ranked, gender, sentence)[0].entity


def _by_score(scene: Scene, ranked: list[tuple[float, Entity]], gender: str, sentence: int) -> list[Scored]:
    scored = [_scored(scene, weight, entity, gender, sentence) for weight, entity in ranked]
    scored.sort(key=lambda each: (-each.score, each.entity.number))
    return scored


def _ranked(scene: Scene, gender: str, sentence: int) -> list[tuple[float, Entity]]:
    """Who in mind can be of a sex, with how much they are in mind, without those who are too far behind the first."""
    ranked = scene.salience.ranked(sentence, lambda entity: entity.can_be(gender))
    if ranked and not scene.answering:
        least = ranked[0][0] / FAR
        ranked = [pair for pair in ranked if pair[0] >= least]
    return ranked


def _scored(scene: Scene, weight: float, entity: Entity, gender: str, sentence: int) -> Scored:
    weighed = weights()
    low = scene.layers.tokens.sentence_starts[sentence]
    signs = [("in mind", weighed["in mind"] * math.log(weight))]
    if entity.sex == gender:
        signs.append(("sex fits", weighed["sex fits"]))
    if entity.person < SURE and entity.sex is None:
        signs.append(("barely a person", weighed["barely a person"]))
    if scene.answering and entity is scene.asked:
        signs.append(("asked", weighed["asked"]))
    if scene.answering and entity is scene.asker:
        signs.append(("asker", weighed["asker"]))
    if scene.named_in_clause.get(entity.number, -1) >= low:
        signs.append(("clause before", weighed["clause before"]))
    if entity is scene.last_speaker and sentence - scene.last_sentence <= JUST:
        signs.append(("just spoke", weighed["just spoke"]))
    if _is_just_introduced(scene, entity, sentence):
        signs.append(("just introduced", weighed["just introduced"]))
    if entity.number in scene.spoken_of:
        signs.append(("spoken of", weighed["spoken of"]))
    if entity.count > 1:
        signs.append(("named often", weighed["named often"] * math.log(entity.count)))
    return Scored(entity, tuple(signs))


def _is_just_introduced(scene: Scene, entity: Entity, sentence: int) -> bool:
    """Whether somebody was named in full, with what he is, for the first time in the paragraph before, which quotes nobody."""
    if entity.introduced < 0 or entity.role is None or entity.introduced != entity.first_token:
        return False
    named = scene.sentence(entity.introduced)
    return named > scene.last_sentence and scene.paragraph(named) == scene.paragraph(sentence) - 1
