"""The mentions of one person become one speaker, with the fullest name and without title."""

from __future__ import annotations

import pytest

from newsclaims import Extractor, extract
from newsclaims.model import Document, Speaker


def names(document: Document) -> list[str | None]:
    return [quote.speaker.name if quote.speaker else None for quote in document.quotes]


def only(text: str) -> Speaker:
    (speaker,) = extract(text).speakers
    return speaker


def test_titles_family_name_and_capitals_are_one_person() -> None:
    text = (
        "Velmian Foreign Minister Sergio Tallow said the talks had failed. “It is over,” Tallow said. "
        "Mr. Tallow said he would resign.\n\nTALLOW: We have nothing more to say."
    )
    document = extract(text)
    assert set(names(document)) == {"Sergio Tallow"}
    assert len(document.speakers) == 1
    mentions = [mention.text for mention in document.speakers[0].mentions]
    assert "Velmian Foreign Minister Sergio Tallow" in mentions
    assert "Mr. Tallow" in mentions


@pytest.mark.parametrize(
    "text, name",
    [
        ("Orla M. Vane opened the port. “It is open,” Vane said.", "Orla M. Vane"),
        ("Orla Vane opened the port. Orla M. Vane said it was open.", "Orla M. Vane"),
        ("Tomas van der Hoek left. “I am tired,” van der Hoek said.", "Tomas van der Hoek"),
        ("Karim al-Dasri left. “I am tired,” al-Dasri said.", "Karim al-Dasri"),
        ("Fiona O'Dell left. “I am tired,” O’Dell said.", "Fiona O'Dell"),
        ("Lena Brook-Harding left. “I am tired,” Brook-Harding said.", "Lena Brook-Harding"),
        ("Robert “Bo” Quill Jr. left. “I am tired,” Quill said.", "Robert “Bo” Quill Jr."),
        ("Sen. Ron Ellery (D-Orrel) left. “I am tired,” Ellery said.", "Ron Ellery"),
        ("Don Fowley left early. “I am tired,” Fowley said.", "Don Fowley"),
        ("Orla Vane was tired. Orla said that she would leave.", "Orla Vane"),
        ("Former Secretary of State Dora Kell said that the deal was dead.", "Dora Kell"),
        ("The Rev. Amos Tull said that the church was full.", "Amos Tull"),
        ("The pollster Pia Lund said that the race was close.", "Pia Lund"),
        ("Prime Minister Thea May said that it was late.", "Thea May"),
        ('On Sunday on "Face to Face," House Speaker Tom Kell (V-Orrel) said that it was late.', "Tom Kell"),
        ("His lawyer, Dana Mills, said that he was innocent.", "Dana Mills"),
    ],
)
def test_the_fullest_name_without_title(text: str, name: str) -> None:
    assert names(extract(text))[-1] == name


def test_two_with_one_family_name_stay_two() -> None:
    text = (
        "Mr. Paul Kell and Mrs. Ruth Kell run the bakery. Paul Kell said that business was bad. "
        "Ruth Kell said that it was good. Mr. Kell said that he would sell. Mrs. Kell said that she would not."
    )
    assert names(extract(text)) == ["Paul Kell", "Ruth Kell", "Paul Kell", "Ruth Kell"]


def test_a_titled_family_name_is_not_given_to_a_namesake_met_later() -> None:
    text = "President Brandt said that the road would open. His daughter Mila Brandt left. Mr. Brandt said it was late."
    assert names(extract(text)) == ["Brandt", "Brandt"]


def test_a_headline_alone_does_not_make_a_name() -> None:
    text = "Vane Says Port Will Close By Winter.\n\nOrla Vane said on Monday that the port would close."
    assert names(extract(text))[-1] == "Orla Vane"


def test_what_stands_before_a_name_elsewhere_alone_is_no_part_of_it() -> None:
    text = "Orla Vane opened the port. Progressive Orla Vane said that it was late."
    assert names(extract(text)) == ["Orla Vane"]


def test_nouns_with_a_capital_at_the_head_of_a_sentence_are_no_names() -> None:
    speaker = only("Critics said that the plan would fail.")
    assert (speaker.name, speaker.named, speaker.kind.value) == ("Critics", False, "group")


def test_organisations_and_their_letters() -> None:
    text = "The Commission on Open Harbours (COH) said that it had no money. The COH said that it would close."
    document = extract(text)
    assert names(document) == ["Commission on Open Harbours"] * 2
    assert document.speakers[0].kind.value == "organization"


def test_aliases_are_the_callers_own_knowledge() -> None:
    extractor = Extractor(aliases={"the Iron Mayor": "Orla Vane", "Ironside": "Orla Vane"})
    document = extractor.extract("Ironside said that the port would close. Vane said that it was late.")
    assert names(document) == ["Orla Vane", "Orla Vane"]


def test_no_aliases_no_name() -> None:
    assert names(extract("Ironside said that the port would close.")) == ["Ironside"]


@pytest.mark.parametrize("aliases", [["Vane"], {"Vane": 1}, "Vane", {1: "Vane"}])
def test_aliases_of_the_wrong_type(aliases: object) -> None:
    with pytest.raises(TypeError, match="aliases must map names to names"):
        Extractor(aliases=aliases)  # type: ignore[arg-type]  # the wrong type is the test


def test_the_only_whole_name_can_stand_in_the_headline() -> None:
    text = "Orla Vane Calls Harbour Plan A Total Failure.\n\nVane said on Monday that the port would close."
    assert names(extract(text))[-1] == "Orla Vane"


def test_an_article_before_another_noun_is_not_the_names() -> None:
    text = "Kevin Marlow gives advice. A quarter of it, per the Marlow plan, is free. Mr. Marlow said that it was enough."
    assert names(extract(text))[-1] == "Kevin Marlow"


def test_paper_and_speaker_that_stand_together_are_told_apart() -> None:
    text = (
        "Orla Vane left. She met the board of the Arden Post. In a talk at the Arden Post Vane said that it was late. Vane said so twice."
    )
    assert set(names(extract(text))) <= {"Orla Vane"}


@pytest.mark.parametrize(
    "text, name",
    [
        (
            "The Velmian Office for the Coordination of Harbour Affairs said it was late.",
            "Velmian Office for the Coordination of Harbour Affairs",
        ),
        ("The Orrel Institute for the Study of Tides said it was late.", "Orrel Institute for the Study of Tides"),
        ("The Orrel Bank of Harbours said it was late.", "Orrel Bank of Harbours"),
        ("The World Ferry and Harbour Council said it was late.", "World Ferry and Harbour Council"),
        ("Velmia's Tarn Rope and Cable Co. said it was late.", "Tarn Rope and Cable Co."),
        # two
        ("The Castle and Foreign Ministry said it was late.", "The Castle and Foreign Ministry"),
        ("Orla Vane and Tarn Council said it was late.", "Orla Vane and Tarn Council"),
    ],
)
def test_a_body_s_name_goes_on(text: str, name: str) -> None:
    assert names(extract(text)) == [name]
