"""Who of those in mind is meant by he and she, and when it stays open."""

from __future__ import annotations

import pytest

from newsclaims import Extractor, extract
from newsclaims.speakers.scoring import weights
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        # who is asked answers
        ("A student asked Justice Lila Moreno, “What keeps you awake?”\n\n“The cases I lost,” she replied.", "Lila Moreno"),
        ("Vane left. A student asked Justice Lila Moreno, “What now?”\n\n“The cases I lost,” she answered.", "Lila Moreno"),
        # without a verb of answering the question tells nothing
        ("Ms. Orla Vane asked Lila Moreno, “What keeps you awake?”\n\n“I want to know,” she said.", "Orla Vane"),
        # who stands in the clause before, in the same sentence
        (
            "Investigator Paul Renner wrote that it was locked. Tess Albright, 29, lives near.\n\n“It was new,” Renner wrote.\n\n"
            "When officers questioned Albright about it, she said she had thrown it away.",
            "Tess Albright",
        ),
        # a sex that the text tells goes first
        ("Mr. Tom Kell met Robin Vane in Orrel. “It is late,” he said.", "Tom Kell"),
        # where one is the subject of a clause of its own, the subject of the main clause is meant
        ("Orla Vane spoke after Tom Kell had left. She said that it was late.", "Orla Vane"),
        # in a family the surname alone is not the one who goes by the given name
        (
            "Zoe Tarrant, 22, died. Her father, Giles Tarrant, wept. Zoe was driving, and Zoe had passed her test. "
            "“She was careful,” Tarrant said.",
            "Giles Tarrant",
        ),
    ],
)
def test_who_is_meant(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "David Cole stabbed Sarah Pell. “I feared for my life,” she told the court.",
        "Robin Marsh sued Alex Pell. “It is over,” he told the court.",
    ],
)
def test_two_who_can_be_meant_alike_leave_it_open(text: str) -> None:
    speaker = last(text)
    assert not speaker.resolved
    assert not speaker.named
    assert all(other.gender is None for other in extract(text).speakers if other.named)


def test_every_sign_has_a_weight() -> None:
    assert {"in mind", "sex fits", "barely a person", "asked", "clause before", "just spoke", "margin"} <= set(weights())


@pytest.mark.parametrize(
    "text, gender",
    [
        # one pronoun after an owner, an object or within somebody's words is no proof of a sex
        ("It ends with Trask’s return, she wrote. Trask said that it was late.", None),
        ("The rise of Robin Trask was what she had come for. Trask said that it was late.", None),
        # a subject with a pronoun of its own is
        ("Robin Trask said that she was late. Trask said that it was over.", "female"),
        ("Robin Trask lost his keys. Trask said that it was over.", "male"),
    ],
)
def test_what_tells_a_sex(text: str, gender: str | None) -> None:
    assert last(text).gender == gender


def test_an_adverb_at_the_head_of_a_sentence_is_nobody() -> None:
    text = "Newly chosen head Kelly Loftus shared a tour. Newly chosen, Kelly Loftus spoke. “It is late,” she said."
    assert last(text).name == "Kelly Loftus"


def test_an_explanation_shows_the_sum_of_each_candidate_and_why_it_stays_open() -> None:
    shown = str(Extractor().explain("David Cole stabbed Sarah Pell. “I feared for my life,” she told the court."))
    assert "he-she: David Cole: in mind" in shown
    assert "he-she: “she” can be David Cole or Sarah Pell" in shown
    shown = str(Extractor().explain("Mr. Tom Kell met Robin Vane. “It is late,” he said."))
    assert "he-she: Tom Kell: in mind" in shown
    assert "sex fits" in shown
