"""A role that comes before the name, or tells again who was just spoken of by a noun that the text has not had."""

from __future__ import annotations

import pytest

from newsclaims import extract
from tests.speakers.said import last


@pytest.mark.parametrize(
    "text, name",
    [
        ("The Housing Secretary gave way last night, conceding that it was late.\n\nOrla Vane told the house that it rained.", "Orla Vane"),
        ("A ferry's former steward told a court that it was late.\n\nTomas Relf, 41, said that it rained.", "Tomas Relf"),
        ("The Housing Secretary said that it was late.\nNina Boyd\nSir Tom Vane has said that it rained.", "Tom Vane"),
        # somebody else: with a role of his own, with an office told otherwise, not at the head of a story
        ("The Housing Secretary said that it was late.\n\nOrla Vane, a clerk, told the house that it rained.", "The Housing Secretary"),
        ("The Housing Secretary said that it was late.\n\nOrla Vane, who lives by the port, said that it rained.", "The Housing Secretary"),
        ("It rained. It froze. It rained.\n\nThe usher said that it was late.\n\nOrla Vane said that it rained.", "The usher"),
    ],
)
def test_who_opens_a_story_by_a_role_is_named_next(text: str, name: str) -> None:
    speaker = next(quote.speaker for quote in extract(text).quotes if "late" in quote.text)
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("Kelly wept as her sister said it was dark. “I miss him,” Gemma Heddle said.", "Gemma Heddle"),
        ("Kelly wept as her sister said it was dark.\n\n“I miss him,” Gemma Heddle said.", "her sister"),
    ],
)
def test_kin_are_named_in_the_same_paragraph(text: str, name: str) -> None:
    speaker = extract(text).quotes[0].speaker
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("Two fled. One of them, retired teacher Agda Frome, said that it was dark.", "Agda Frome"),
        ("Two fled. One of them said that it was dark.", "One of them"),
        ("Mr Brenn's Orrel envoy, retired general Ivo Karr, praised the plan as “late”.", "Ivo Karr"),
        ("Ada Brenn met the Velmian president, Ivo Karr, on Monday. “It is late,” the Velmian president said.", "Ivo Karr"),
        ("Ada Brenn met the Velmian president. Ivo Karr left. “It is late,” the Dunnish president said.", "the Dunnish president"),
    ],
)
def test_a_name_set_off_beside_a_role_explains_it(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("Senior Chief Nakala warned that it was late. The traditional ruler said that it was cold.", "Nakala"),
        ("Tom Croom said that it was late. The gardener said that it was cold.", "Tom Croom"),
        ("Tom Croom said that it was late. The judge said that it was cold.", "The judge"),
        ("Tom Croom met a gardener. Croom said that it was late. The gardener said that it was cold.", "The gardener"),
        ("Tom Croom said that it was late. Even the gardener of a park said that it was cold.", "the gardener of a park"),
        # an age and children tell of nobody new
        ("Singer Zadie Lark met Denny Croft. “It is late,” the 34-year-old told reporters.", "Zadie Lark"),
        ("Singer Zadie Lark left Denny Croft. The mum-of-one said that it was late.", "Zadie Lark"),
    ],
)
def test_who_was_just_spoken_of_is_told_again_by_a_role(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name",
    [
        # who is named in the words is not who says them
        ("Ivo Brand and Max Karr met. Karr left with Brand. “Karr is a friend of mine,” he said.", "Ivo Brand"),
        # who is explained by a role before the name is the subject
        ("The judge said that it was late. Her apprentice, Yusuf Adair, 24, mends trams. “She shouts,” he said.", "Yusuf Adair"),
    ],
)
def test_who_he_is(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name, role",
    [
        ("Leader of the Opposition Dr Anselma Joss has said that it was late.", "Anselma Joss", "Leader of the Opposition"),
        ("Minister of Health Senator the Honourable Rawle Gitt left. “No,” the minister said.", "Rawle Gitt", "Minister of Health"),
        ("A union man, Comrade Joe Mulwa, spoke. “No,” Cde Mulwa said.", "Joe Mulwa", None),
    ],
)
def test_an_office_before_another_title(text: str, name: str, role: str | None) -> None:
    speaker = last(text)
    assert speaker.name == name
    assert role is None or speaker.role == role


@pytest.mark.parametrize(
    "text, name",
    [
        ("A mother, who can only be identified as Mrs Kell because of a court order, said that it was late.", "Kell"),
        ("A man who gave his name as Ben said that it was late.", "Ben"),
        ("A man known as a fighter left Ben. The man said that it was late.", "The man"),
        ("A man sang as Ben left. The man said that it was late.", "The man"),
    ],
)
def test_a_clause_may_say_what_somebody_is_called(text: str, name: str) -> None:
    assert last(text).name == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("Manager Ruud Verhaag wept. “I am 58,” the Dutchman said.", "Ruud Verhaag"),
        ("Ruud Verhaag wept. Tom Kell sang. Verhaag left. “I am 58,” the Londoner said.", "Londoner"),
        ("Manager Ole Henning was less happy. “We should have won,” the Dane said.", "Ole Henning"),
        ("Rep. Pia Lund of Orrel left. “It is good,” the Orrel Unionist said.", "Pia Lund"),
        ("Manager Ruud Verhaag wept. “I am 58,” the Observer said.", "Observer"),
    ],
)
def test_where_somebody_is_from_tells_who_was_spoken_of(text: str, name: str) -> None:
    assert last(text).name == name


def test_a_short_form_of_a_given_name_stands_alone() -> None:
    assert last("Vladimir Karr met Ada Brenn. “I am briefed,” Vlad said.").name == "Vladimir Karr"


def test_his_minister_is_named_later() -> None:
    text = "Premier Des Watt left after his own Emergency Minister said it was late.\n\nMinister Jo Rourke had told a radio so."
    assert next(quote.speaker.name for quote in extract(text).quotes if quote.speaker is not None) == "Jo Rourke"


@pytest.mark.parametrize(
    "text, gender",
    [
        ("Officers found the victim on a bridge, Dana Kowal said. He was taken to a hospital.", None),
        ("Dana Kowal said that it was late. He was taken to a hospital.", "male"),
    ],
)
def test_he_may_be_somebody_told_of(text: str, gender: str | None) -> None:
    assert extract(text).speakers[0].gender == gender
