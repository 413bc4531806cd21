"""One source or several, and pronouns after a missing stop."""

from __future__ import annotations

import pytest

from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        ("“It is late,” said Orla Vane, a reader at the Orrel College and the first chair of the Harbour Trust.", "Orla Vane"),
        ("Dr Leon Baptist, managing director of Harbour Data and Network Systems, a software firm, said it was late.", "Leon Baptist"),
        ("Orla Vane, director of the Port and Harbour Union, said it was late.", "Orla Vane"),
        ("A study by the Arden Web and Orrel Life Project found that it was late.", "A study by the Arden Web and Orrel Life Project"),
        # two people
        (
            "Orla Vane, a fellow at the institute, and Tom Kell said it was late.",
            "Orla Vane, a fellow at the institute, and Tom Kell",
        ),
        ("Orla Vane and Tom Kell said it was late.", "Orla Vane and Tom Kell"),
    ],
)
def test_one_or_several(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_pronoun_after_a_missing_stop_is_no_name() -> None:
    text = 'Senator Errol Pantin spoke. Pantin said it was "built for ships of another age" He added, "Cranes will come in March."'
    assert last(text).name == "Errol Pantin"


def test_and_within_a_phrase_is_no_list() -> None:
    assert last("Orrel FM quoted the chair of the parks and gardens trust, Mina Sporle, as saying it was late.").name == "Mina Sporle"


@pytest.mark.parametrize(
    "text, members",
    [
        ("Research by the software firms Tarnlink and Webrun found that it was late.", []),
        ("A poll by Tarnlink and Arden Post showed that it was late.", []),
        ("The annual report and Arden Post said that it was late.", ["The annual report", "Arden Post"]),
        ("The mayor of Orrel and Tom Kell said it was late.", ["The mayor of Orrel", "Tom Kell"]),
    ],
)
def test_whose_a_study_is(text: str, members: list[str]) -> None:
    assert [member.name for member in last(text).members] == members
