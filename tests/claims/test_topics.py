"""Topics: the words that decide, and the topic they decide for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claims.topics import TopicFinder
from newsclaims.language import load_language

LANGUAGE = load_language("en")
FINDER = TopicFinder(LANGUAGE)


@pytest.mark.parametrize(
    "text, topic, words",
    [
        ("Inflation rose while exports fell.", "economy", ["Inflation", "exports"]),
        ("The hospital ran out of vaccines.", "health", ["hospital", "vaccines"]),
        ("Voters in Ostrava Bay cast early ballots.", "elections", ["Voters", "ballots"]),
        ("Rebels broke the truce.", "security", ["Rebels", "truce"]),
        ("Climate change dried the forest.", "environment", ["Climate change", "forest"]),
        ("The jury found him guilty.", "justice", ["jury", "guilty"]),
        ("Refugees waited at the border.", "immigration", ["Refugees", "border"]),
        ("The airline cut its flights.", "transport", ["airline", "flights"]),
        ("A school lost its teachers.", "education", ["school", "teachers"]),
        # the larger weight wins, also where it is named later; of equals the first
        ("The school shut after the hospital lost its nurses.", "health", ["hospital", "nurses"]),
        ("The school faced the hospital.", "education", ["school"]),
        # what means something else as well needs company
        ("A landslide win surprised the town.", None, []),
        ("The landslide followed a week of storms.", "disaster", ["landslide", "storms"]),
        ("The road to the summit was long.", None, []),
        ("The road was closed to traffic.", "transport", ["road", "traffic"]),
        # a phrase is not its words
        ("Health insurance rose.", "health", ["Health insurance"]),
    ],
)
def test_topic(text: str, topic: str | None, words: list[str]) -> None:
    found, spans = FINDER.find(text, 0, len(text))
    assert (found, [span.text for span in spans]) == (topic, words)
    assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("text", ["", "She waved and went home.", "He thanked them for the flowers."])
def test_no_topic(text: str) -> None:
    assert FINDER.find(text, 0, len(text)) == (None, ())


def test_only_the_stretch_is_read() -> None:
    text = "A school burned near the hospital."
    assert FINDER.find(text, 14, len(text))[0] == "health"


def test_words_and_topics_are_added_by_value() -> None:
    ours = TopicFinder(LANGUAGE.extend(topics={"pothole": "roads", "ring road": "roads"}))
    text = "Potholes closed the ring road to all traffic."
    assert ours.find(text, 0, len(text))[0] == "roads"
    assert FINDER.find(text, 0, len(text))[0] == "transport"


def test_every_word_is_in_small_letters_and_once() -> None:
    words = list(LANGUAGE.table("topics"))
    assert [word for word in words if word != word.lower()] == []


@given(st.lists(st.sampled_from([*list(LANGUAGE.table("topics"))[::7], "and", ",", "Ann"]), max_size=12).map(" ".join))
def test_what_always_holds(text: str) -> None:
    topic, spans = FINDER.find(text, 0, len(text))
    assert (topic is None) == (spans == ())
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
