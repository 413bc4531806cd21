"""Lines of their own that say who speaks below them, kin nouns as names, and a given name after a kin noun."""

from __future__ import annotations

import pytest

from newsclaims import extract
from tests.speakers.said import last


def test_labels_set_the_speaker_of_the_lines_below() -> None:
    text = (
        "The worst advice we got this spring.\n\nFrom: Grandpa\n\nWhat he said: “Why don’t you buy a house?”\n\n"
        "From: Aunt Vi\n\nWhat she said: “In my day we walked.”\n\nFrom Mum:\n\nWhat she said: “Sleep.”"
    )
    speakers = [quote.speaker for quote in extract(text).quotes]
    assert [(each.name, each.gender, each.named) for each in speakers if each] == [
        ("Grandpa", "male", True),
        ("Aunt Vi", "female", True),
        ("Mum", "female", True),
    ]


def test_a_name_with_an_age_is_a_label() -> None:
    text = "Five riders.\n\nNoa Lind, 24\n\nShe says: “It is like glass.”\n\nTor Holm, 51\n\nHe says: “I miss the old bend.”"
    assert [quote.speaker.name for quote in extract(text).quotes if quote.speaker] == ["Noa Lind", "Tor Holm"]


def test_the_letters_of_questions_and_answers_are_one_speaker_each() -> None:
    document = extract("Q: Why was it shut?\n\nA: It was old.\n\nQ: When will it open?\n\nA: On Monday.")
    assert [(speaker.name, speaker.quotes) for speaker in document.speakers] == [("Q", (0, 2)), ("A", (1, 3))]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Ada Parr was ill. Her mother, Fiona, said that it was late.", "Fiona"),
        ("Ada Parr was ill. Her mother is Fiona Parr, 58. “It is late,” said her mother, Fiona.", "Fiona Parr"),
        # a noun without an owner is not told by one word after it
        ("Ada Parr was ill. The clinic, Orrel, said that it was late.", "The clinic, Orrel"),
        ("Clive, a sports coach from Orrel, said that it was late.", "Clive"),
    ],
)
def test_a_given_name(text: str, name: str) -> None:
    assert last(text).name == name


def test_the_word_behind_a_letter_is_no_surname() -> None:
    document = extract("Q. Why did you leave?\n\nA. It was late.\n\nQ. What will you do?\n\nA. Sleep.")
    assert [quote.speaker.name for quote in document.quotes if quote.speaker] == ["Q.", "A.", "Q.", "A."]
