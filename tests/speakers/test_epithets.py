"""Epithets and roles: who is told again by what he or she is, and who is not."""

from __future__ import annotations

import attrs
import pytest

from newsclaims import extract
from newsclaims.speakers.results import outermost, spoken_by
from tests.speakers.said import last

BEGUN = "It rained. It froze. It rained."
"""A story that has begun."""


@pytest.mark.parametrize(
    "text, name",
    [
        ("Unionist nominee Orla Vane said that it was late. The Unionist nominee said that it was cold.", "Orla Vane"),
        ("The Vane campaign met in Arden. Orla Vane said that it was late. The candidate said that it was cold.", "Orla Vane"),
        ("Unionist nominee Orla Vane said that it was late. The Liberal nominee said that it was cold.", "The Liberal nominee"),
        ("Orla Vane, the Unionist nominee, left. Mr. Ron Ellery said that it was late. The nominee said that it was cold.", "The nominee"),
    ],
)
def test_a_candidate_is_who_stands_for_an_office(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "first, epithet, name",
    [
        ("Actress Orla Vane", "The singer", "Orla Vane"),
        ("Senator Orla Vane", "The lawmaker", "Orla Vane"),
        ("Justice Orla Vane", "The judge", "Orla Vane"),
        ("Actress Orla Vane", "The lawmaker", "The lawmaker"),
        ("Actress Orla Vane", "The senator", "The senator"),
    ],
)
def test_another_line_of_life_is_somebody_else(first: str, epithet: str, name: str) -> None:
    assert last(f"{first} said that it was late. {epithet} said that it was cold.").name == name


@pytest.mark.parametrize(
    "first, again, name",
    [
        ("Danish President Orla Vane", "The Danish president", "Orla Vane"),
        ("President Orla Vane", "The president", "Orla Vane"),
        ("President Orla Vane", "The Danish president", "The Danish president"),
    ],
)
def test_a_president_of_another_land_is_another(first: str, again: str, name: str) -> None:
    assert last(f"{first} said that it was late. {again} said that it was cold.").name == name


def test_the_former_holder_is_who_had_the_office() -> None:
    text = "Orla Vane, a former governor, left. Governor Ron Ellery said that it was late."
    assert last(f"{text} The former governor said that it was cold.").name == "Orla Vane"
    assert last(f"{text} The governor said that it was cold.").name == "Ron Ellery"


def test_a_noun_in_apposition_is_whom_it_explains() -> None:
    text = "“It is late,” said Orla Vane, a former head of the port. “It is cold.”"
    assert [speaker.name for speaker in extract(text).speakers] == ["Orla Vane"]


def test_what_a_place_at_the_head_is_followed_by_is_no_apposition() -> None:
    assert last("In Orrel, a clerk said that it was late.").name == "a clerk"


@pytest.mark.parametrize(
    "text, name",
    [
        ("Judge rejects the plan, says that it is late\n\nJudge Orla Vane told reporters that it was cold.", "Orla Vane"),
        ("A judge said that it was late. Judge Orla Vane told reporters that it was cold.", "Orla Vane"),
        (f"{BEGUN} A judge said that it was late. Judge Orla Vane told reporters that it was cold.", "A judge"),
    ],
)
def test_a_role_in_a_headline_or_an_opening_is_who_is_named_just_after(text: str, name: str) -> None:
    said = next(quote for quote in extract(text).quotes if quote.source is not None and "udge" in quote.source.text)
    assert said.speaker is not None
    assert said.speaker.name == name


@pytest.mark.parametrize(
    "served, name", [("Orla Vane", "Tom Kell"), ("the Vane estate", "Tom Kell"), ("Pia Lund", "A spokesman for Pia Lund")]
)
def test_a_spokesman_is_the_one_named_later_who_serves_the_same(served: str, name: str) -> None:
    text = f"{BEGUN} A spokesman for {served} said that it was late. {BEGUN} It froze. Vane spokesman Tom Kell said that it was cold."
    speaker = extract(text).quotes[0].speaker
    assert speaker is not None
    assert speaker.name == name


def test_a_quote_with_its_speaker_is_the_same_but_for_the_speaker() -> None:
    (quote,) = extract("“It is late,” Orla Vane told the council on Monday.").quotes
    other = last("Tom Kell said that it was cold.")
    assert spoken_by(quote, other) == attrs.evolve(quote, speaker=other)
    assert all(getattr(quote, field.name) is not None for field in attrs.fields(type(quote)) if field.name not in ("reason", "within"))


@pytest.mark.parametrize(
    "mentions, outer",
    [
        ([(5, 6), (3, 4), (3, 4)], [(3, 4), (5, 6)]),
        ([(3, 4), (3, 7), (5, 6), (8, 8)], [(3, 7), (8, 8)]),  # of those that begin together the longest
        ([(2, 7), (3, 4), (3, 6)], [(2, 7)]),
        ([], []),
    ],
)
def test_mentions_inside_another_are_none_of_their_own(mentions: list[tuple[int, int]], outer: list[tuple[int, int]]) -> None:
    assert outermost(mentions) == outer


@pytest.mark.parametrize(
    "source, name",
    [
        ("the director", "Tomas Brill"),
        ("the former mayor", "Tomas Brill"),
        ("the Orrel-born director", "Tomas Brill"),
        # of something: somebody else
        ("the harbour director", "the harbour director"),
        ("the director of the port", "the director of the port"),
        ("the clerk", "the clerk"),
    ],
)
def test_a_role_not_met_before_is_who_the_text_is_about(source: str, name: str) -> None:
    text = f"It took Tomas Brill eleven years to finish it. Brill had no money. He shot it in the village. “Nobody paid,” {source} said."
    assert last(text).name == name


def test_what_somebody_no_longer_is_excludes_nothing() -> None:
    text = "Former show host Robert Kell won the seat. Kell left the party. “It is a lie,” the Orrel MEP said."
    assert last(text).name == "Robert Kell"


@pytest.mark.parametrize(
    "text, name",
    [
        ("Tom Croom praised Ivo Karr. The ex-Orrel coach said that it was late.", "Tom Croom"),
        ("Ada Brenn waved. The 57-year-old scientist said that it was late.", "Ada Brenn"),
        ("Ada Brenn waved. A 57-year-old scientist said that it was late.", "A 57-year-old scientist"),
        ("Ada Brenn waved. The scientist’s ex-wife said that it was late.", "The scientist’s ex-wife"),
    ],
)
def test_what_somebody_was_and_an_age_tell_again(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name",
    [
        (
            "Unionist nominee Orla Vane said that it was late. Ivo Karr, the Liberal nominee, left. The nominee said that Karr was cold.",
            "Orla Vane",
        ),
        ("Talks between Mr Karr and Ada Brenn broke down. The Velmian leader told Brenn that it was late.", "Karr"),
        ("Talks between Mr Karr and Ada Brenn broke down. A Velmian leader told Brenn that it was late.", "A Velmian leader"),
        # the only one who can be meant may speak of his own name
        ("Senator Tom Croom said that it was late. The senator said that he would be Lord Croom of Tarn.", "Tom Croom"),
    ],
)
def test_who_is_named_in_the_words_is_not_who_speaks(text: str, name: str) -> None:
    assert last(text).name == name
