"""Nouns: who has that role here, or somebody without a name; several at once."""

from __future__ import annotations

import pytest

from newsclaims import extract
from tests.speakers.said import last

LATER = "It rained. It froze. It rained."
"""A story that has begun."""


@pytest.mark.parametrize(
    "text, name",
    [
        ("Transport Minister Orla Vane left. The minister said that it was late.", "Orla Vane"),
        ("Sen. Ron Ellery left. The senator said that it was late.", "Ron Ellery"),
        ("Rep. Pia Lund left. The congresswoman said that it was late.", "Pia Lund"),
        ("Gov. Ron Ellery left. The governor said that it was late.", "Ron Ellery"),
        ("Dana Mills, a lawyer, left. The lawyer said that it was late.", "Dana Mills"),
        ("Ron Ellery, 46, left. The 46-year-old said that it was late.", "Ron Ellery"),
        ("The Harbour Commission met. The commission said that it was late.", "Harbour Commission"),
    ],
)
def test_the_one_who_has_the_role(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The minister said that it was late.", "person"),
        ("A person familiar with the talks said that it was late.", "person"),
        ("His lawyer said that he was innocent.", "person"),
        ("The company said that it was late.", "organization"),
        ("The report said that it was late.", "document"),
        ("Several officials said that it was late.", "group"),
        ("Residents said that it was late.", "group"),
        ("A minister said that it was late.", "person"),
    ],
)
def test_nobody_named(text: str, kind: str) -> None:
    speaker = last(text)
    assert (speaker.named, speaker.kind.value) == (False, kind)


def test_an_indefinite_noun_is_somebody_new() -> None:
    assert last("Transport Minister Orla Vane left. A minister said that it was late.").named is False


def test_other_words_speak_against_the_holder() -> None:
    text = "Transport Minister Orla Vane left on Monday. It rained. It rained more. It froze. The Velmian minister said that it was late."
    assert last(text).name == "The Velmian minister"


def test_two_with_the_role_leave_it_open() -> None:
    text = "Senator Ron Ellery and Senator Pia Lund met. The senator said that it was late."
    assert last(text).named is False


def test_the_same_nameless_source_again() -> None:
    document = extract("A dock worker said that it was late. The worker said that it was cold.")
    assert len(document.speakers) == 1
    assert [mention.text for mention in document.speakers[0].mentions] == ["A dock worker", "The worker"]


def test_several_sources_are_a_group_with_members() -> None:
    document = extract("Orla Vane left. Mr. Vane and the trainer Tom Kell said that it was late.")
    speaker = document.quotes[-1].speaker
    assert speaker is not None
    assert speaker.kind.value == "group"
    assert [member.name for member in speaker.members] == ["Orla Vane", "Tom Kell"]
    assert {"Orla Vane", "Tom Kell"} <= {each.name for each in document.speakers}


def test_a_campaign_is_called_after_somebody() -> None:
    speaker = last("The Vane campaign said that it was late.")
    assert (speaker.name, speaker.kind.value, speaker.named) == ("Vane campaign", "organization", True)


@pytest.mark.parametrize(
    "epithet, name",
    [
        ("The Orrel businessman", "Ron Ellery"),
        ("The billionaire", "Ron Ellery"),
        ("The 46-year-old", "Ron Ellery"),
        ("The actress", "The actress"),
        ("The harbour director", "The harbour director"),
        ("The announcer", "The announcer"),
        ("The Danish billionaire", "The Danish billionaire"),
        ("A billionaire", "A billionaire"),
    ],
)
def test_an_epithet_is_who_is_most_in_mind(epithet: str, name: str) -> None:
    assert last(f"Mr. Ron Ellery said that it was late. {epithet} said that it was cold.").name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("The mayor of Arden said that it was late. Mayor Orla Vane told reporters that it was cold.", "Orla Vane"),
        ("A Velmian senator said that it was late. Velmian Senator Orla Vane told reporters that it was cold.", "Orla Vane"),
        ("A senator said that it was late. Velmian Senator Orla Vane told reporters that it was cold.", "Orla Vane"),  # a story opens so
        (f"{LATER} A senator said that it was late. Velmian Senator Orla Vane told reporters that it was cold.", "A senator"),
        (f"{LATER} The Danish mayor said that it was late. Mayor Orla Vane told reporters that it was cold.", "The Danish mayor"),
        (
            "The mayor said that it was late. It rained. It froze. It rained. It froze. Mayor Orla Vane told us that it was cold.",
            "The mayor",
        ),
    ],
)
def test_a_role_can_come_just_before_its_name(text: str, name: str) -> None:
    speaker = extract(text).quotes[0].speaker
    assert speaker is not None
    assert speaker.name == name


def test_an_epithet_of_nobody_in_particular_is_left_open() -> None:
    assert last("Mr. Ron Ellery met Ms. Pia Lund in Arden. The billionaire said that it was cold.").named is False


def test_the_several_just_quoted_are_taken_up_by_their_title() -> None:
    document = extract("Senators Ron Ellery and Pia Lund said that it was late. The two senators said that it was cold.")
    group = document.quotes[0].speaker
    assert group is not None
    assert document.quotes[1].speaker == group
    assert [member.name for member in group.members] == ["Ron Ellery", "Pia Lund"]


def test_a_role_before_the_name_it_explains() -> None:
    speaker = last("Ellery's wife, Lena Ellery, said that it was late.")
    assert (speaker.name, speaker.role, speaker.affiliation, speaker.gender) == ("Lena Ellery", "Ellery's wife", "Ellery", "female")


@pytest.mark.parametrize("word", ["Unionists", "Norwegians", "Federalists"])
def test_people_of_one_kind_are_a_group_without_a_name(word: str) -> None:
    speaker = last(f"It rained. {word} said that it was late.")
    assert (speaker.kind.value, speaker.named) == ("group", False)


def test_one_neighbor_is_one_person() -> None:
    assert last("One neighbor said that it was late.").kind.value == "person"


def test_a_capital_is_its_government_and_a_person_of_that_name_is_not() -> None:
    assert last("Oslo said that it was late.").kind.value == "organization"
    assert last("Mr. Oslo said that it was late.").kind.value == "person"


@pytest.mark.parametrize(
    "text, name",
    [
        ("“It is late,” said a clerk, who asked not to be named.", "a clerk"),
        ("“It is late,” said a doctor from Orrel, whose name is withheld.", "a doctor from Orrel"),
        ("“It is late,” said a clerk who sells tickets.", "a clerk who sells tickets"),  # which clerk is told
    ],
)
def test_a_clause_that_only_adds_is_no_part_of_what_somebody_goes_by(text: str, name: str) -> None:
    speaker = last(text)
    assert speaker.name == name
    assert speaker.named is False


@pytest.mark.parametrize(
    "text, name",
    [
        ("A climber aboard the ferry said: “It is late.” “It is cold,” the man added.", "A climber aboard the ferry"),
        ("A climber aboard the ferry said: “It is late.” “It is cold,” the judge added.", "the judge"),
        ("Her niece said: “It is late.” “It is cold,” the man added.", "the man"),
    ],
)
def test_the_man_is_somebody_without_a_name_who_was_just_quoted(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("The growers’ union, the OFU, said that it was late.", "OFU"),
        ("The growers’ union, the OFU, said that it was late. It said that it was cold.", "OFU"),
        ("The growers’ union, a rival of the OFU, said that it was late.", "The growers’ union, a rival of the OFU"),
    ],
)
def test_a_body_goes_by_the_name_set_off_beside_a_noun_for_it(text: str, name: str) -> None:
    assert last(text).name == name
