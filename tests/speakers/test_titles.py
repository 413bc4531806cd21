"""Ranks, trades, titles with their bodies and letters after a name are no part of it."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.speakers.titles import is_abbreviation
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        # abbreviations without a period
        ("DI Orla Strand spoke first. “It was dark,” DI Strand said.", "Orla Strand"),
        ("Det Ch Insp Orla Strand spoke first. “It was dark,” Strand said.", "Orla Strand"),
        # learnt: short for the title of one of that name
        ("Head of news Superintendent Delroy Farrow called. “We are asking,” Supdt Farrow said.", "Delroy Farrow"),
        # learnt: a common noun of the text
        ("Ilse Marn is a vulcanist. “It shook,” Vulcanist Marn said.", "Ilse Marn"),
        # given names stay: capitals tell them apart, and so does a second person
        ("Di Strand is an astronomer. “It was dark,” Strand said.", "Di Strand"),
        # letters after a name
        ("Judge Piers Lomax KC jailed him. “You lied,” Judge Lomax said.", "Piers Lomax"),
        ("Rhona Beck MSP was there. “It is late,” Ms Beck said.", "Rhona Beck"),
        ("Robert Quill Jr. left. “I am tired,” Quill said.", "Robert Quill Jr."),
        # a title, its body and then the name
        ("Minister in the Ministry of Works Kester Alling said the bridge would open.", "Kester Alling"),
        ("President and Chief Financial Officer of Island Grocers Petra Orrin said prices would rise.", "Petra Orrin"),
        ("Director of the Orrel Port Nkemi Doral said it was shut. “It is shut,” Doral said.", "Nkemi Doral"),
        ("The dean of the Orrel School said it was shut.", "The dean of the Orrel School"),
        # a family name that is a title as well
        ("Elin Justice was there. “It is late,” Justice said.", "Elin Justice"),
        ("Union Research Director Raj Shah said it was late.", "Raj Shah"),
        # a family name that is a noun for people
        ("Study author Clara Hunter, a botanist, said it was late. It was cold, Hunter said.", "Clara Hunter"),
        ("Senator Emma Gardener spoke first. “It is late,” Ms. Gardener said.", "Emma Gardener"),
        ("Former Emma Gardener Pollster said it was late.", "Former Emma Gardener Pollster"),
    ],
)
def test_the_bare_name(text: str, name: str) -> None:
    assert last(text).name == name


def test_the_title_before_a_body_is_the_role_and_the_body_the_affiliation() -> None:
    speaker = last("President and Chief Financial Officer of Island Grocers Petra Orrin said prices would rise.")
    assert (speaker.role, speaker.affiliation) == ("President and Chief Financial Officer", "Island Grocers")


def test_a_given_name_is_not_taken_for_a_title_where_two_have_one_family_name() -> None:
    text = "Nils Kell and his wife, Ada Kell, run the bakery. Nils Kell said that he was tired. “I am not,” Ada Kell said."
    assert [speaker.name for speaker in extract(text).speakers if speaker.quotes] == ["Nils Kell", "Ada Kell"]


@pytest.mark.parametrize(
    "short, word, holds",
    [("supt", "superintendent", True), ("sgt", "sergeant", True), ("di", "inspector", False), ("captain", "captain", False)],
)
def test_abbreviations(short: str, word: str, holds: bool) -> None:
    assert is_abbreviation(short, word) is holds
