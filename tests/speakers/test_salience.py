"""Salience: who is in mind, and that the one most in mind is the first of the ranking."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.speakers.entities import Entity
from newsclaims.speakers.salience import KEPT, Salience

mentions = st.lists(st.tuples(st.integers(0, KEPT + 4), st.integers(0, 12), st.sampled_from((0.5, 1.0, 2.5))), max_size=40)


def heard(told: list[tuple[int, int, float]]) -> Salience:
    salience = Salience()
    entities = [Entity(number) for number in range(KEPT + 5)]
    for number, sentence, weight in sorted(told, key=lambda mention: mention[1]):
        salience.add(entities[number], sentence, weight)
    return salience


def anybody(entity: Entity) -> bool:
    return True


def test_who_is_named_later_is_more_in_mind() -> None:
    salience = heard([(3, 0, 1.0), (7, 1, 1.0)])
    assert [entity.number for _, entity in salience.ranked(1, anybody)] == [7, 3]


def test_nobody_is_in_mind_where_nobody_fits() -> None:
    assert heard([(3, 0, 1.0)]).ranked(0, lambda entity: entity.number == 4) == []
    assert heard([(3, 0, 1.0)]).ranked(40, anybody) == []


@given(mentions, st.integers(0, 20), st.sampled_from((1.0, 2.0, 12.0)))
def test_who_is_far_behind_the_heaviest_is_left_out(told: list[tuple[int, int, float]], later: int, far: float) -> None:
    salience = heard(told)
    sentence = max((mention[1] for mention in told), default=0) + later
    ranked = salience.ranked(sentence, lambda entity: entity.number % 2 == 0)
    near = {entity.number for _, entity in salience.fitting(sentence, lambda entity: entity.number % 2 == 0, far)}
    assert near == {entity.number for weight, entity in ranked if weight >= ranked[0][0] / far}


@given(mentions, st.integers(0, 20))
def test_the_heaviest_comes_first_and_of_equals_the_one_known_first(told: list[tuple[int, int, float]], later: int) -> None:
    salience = heard(told)
    sentence = max((mention[1] for mention in told), default=0) + later
    ranked = salience.ranked(sentence, lambda entity: entity.number % 2 == 0)
    assert ranked == sorted(ranked, key=lambda pair: (-pair[0], pair[1].number))
    assert all(entity.number % 2 == 0 for _, entity in ranked)
