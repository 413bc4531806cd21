"""Role, affiliation and sex as far as the text tells them."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.model import Speaker


def only(text: str) -> Speaker:
    (speaker,) = extract(text).speakers
    return speaker


@pytest.mark.parametrize(
    "text, role, affiliation",
    [
        ("Harbour Union Secretary General Tomas Brandt said that it was late.", "Harbour Union Secretary General", "Harbour Union"),
        ("Orla Vane, a spokeswoman for the ministry, said that it was late.", "spokeswoman", "ministry"),
        ("Dana Mills, a lawyer at the Orrel Clinic, said that it was late.", "lawyer", "Orrel Clinic"),
        ("Tom Prokop, who runs the port, said that it was late.", "runs the port", "port"),
        ("Sen. Ron Ellery (D-Orrel) said that it was late.", "Sen.", "D-Orrel"),
        ("A spokesman for the port said that it was late.", "spokesman", "port"),
        ("Former pollster Pia Lund said that it was late.", "Former pollster", None),
        ("Orla Vane said that it was late.", None, None),
    ],
)
def test_role_and_affiliation(text: str, role: str | None, affiliation: str | None) -> None:
    speaker = only(text)
    assert (speaker.role, speaker.affiliation) == (role, affiliation)


def test_a_form_of_address_is_no_role() -> None:
    speaker = only("Mr. Vane said that it was late.")
    assert (speaker.role, speaker.gender) == (None, "male")


@pytest.mark.parametrize(
    "text, gender",
    [
        ("Ms. Kell said that it was late.", "female"),
        ("The actress Pia Lund said that it was late.", "female"),
        ("Councilman Pia Lund said that it was late.", "male"),
        ("Robin Lund sat down. He said that it was late.", "male"),
        ("Mary Lund said that it was late.", None),
        ("John Lund said that it was late.", None),
    ],
)
def test_gender_is_evidence_from_the_text_and_never_the_given_name(text: str, gender: str | None) -> None:
    assert only(text).gender == gender


@pytest.mark.parametrize(
    "text, role, affiliation",
    [
        ("Fire ecologist Dr Ada Brenn said that it was late.", "Fire ecologist", None),
        ("Kaful District Commissioner Hon. Ada Brenn said that it was late.", "Kaful District Commissioner", "Kaful District"),
        ("Dr Ada Brenn, a harbour pathologist, said that it was late.", "harbour pathologist", None),
        ("Mum Ada Brenn said that it was late.", "Mum", None),
        ("Emergencies Minister Ada Brenn said that it was late.", "Emergencies Minister", None),
        ("Orrel founder and chief executive Ada Brenn said that it was late.", "Orrel founder and chief executive", "Orrel"),
        ("Ferries stopped at the feet of Dunmarsh captain Ada Brenn, who said that it was late.", "Dunmarsh captain", "Dunmarsh"),
        ("Bakery owner Ada Brenn said that it was late.", "Bakery owner", None),
        ("Ada Brenn of the Port Trust said that it was late. Mr Brenn is a clerk.", None, "Port Trust"),
    ],
)
def test_what_is_no_role_and_no_affiliation(text: str, role: str, affiliation: str | None) -> None:
    speaker = only(text)
    assert (speaker.name, speaker.role, speaker.affiliation) == ("Ada Brenn", role, affiliation)


@pytest.mark.parametrize(
    "text, name, gender",
    [
        ("Gemma Heddle left. In his report, Leon Varl said that it was late.", "Leon Varl", "male"),
        ("Leon Varl left. His lawyer, Petra Holm, said that he had gone.", "Petra Holm", None),
    ],
)
def test_a_pronoun_before_the_name_tells_of_whom_it_is(text: str, name: str, gender: str | None) -> None:
    speaker = extract(text).speakers[-1]
    assert (speaker.name, speaker.gender) == (name, gender)


def test_who_speaks_within_a_report_is_not_who_spoke_last() -> None:
    text = "Dale Croom mended it. Leon Varl claimed the mender, Croom, had told him that it was late. He declined to say more."
    assert extract(text).quotes[-1].speaker == next(
        quote.speaker for quote in extract(text).quotes if quote.source and quote.source.text == "Leon Varl"
    )
