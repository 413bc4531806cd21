"""What each paragraph of an article is."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.model import Document

STORY = "The mill at Orrel closed on Monday, and three hundred people lost their work."


def kinds(*paragraphs: str) -> list[str]:
    return [region.kind.value for region in extract("\n\n".join(paragraphs)).regions]


@pytest.mark.parametrize(
    "line, kind",
    [
        ("Read more: Mill to open again", "promotion"),
        ("Sign up for our newsletter", "promotion"),
        ("Related article: The mill that fed a town", "promotion"),
        ("[Read: Why the river is low]", "promotion"),
        ("____________", "promotion"),
        ("Share this: Share", "share line"),
        ("Facebook Twitter Email", "share line"),
        ("By Orla Vane", "byline"),
        ("(Reporting by Orla Vane in Orrel; Editing by Tom Kell)", "byline"),
        ("orla.vane@orrelpost.example", "byline"),
        ("March 3, 2021", "byline"),
        ("Photo by Orla Vane", "credit"),
        ("© Orrel Post 2021", "credit"),
        ("Orla Vane/Orrel Pictures", "credit"),
        ("STACY-ANN DOE", "credit"),
        ("Mayor Tom Kell at the gate of the mill. (Picture by Orla Vane)", "caption"),
        ("Moana Tehiri beside the weir where she was born", "caption"),
        ("From: Grandpa", "label"),
        ("Noa Lind, 24", "label"),
        ("— Noa Lind (@noalind) March 3, 2021", "label"),
        ("• Libraries will close at noon", "list item"),
        ("3. Prep them", "list item"),
        ("What the Closing of the Mill Means", "headline"),
        ("SEARCHING THROUGH THE NIGHT", "headline"),
        # running text, though something about it is like the others
        ("More is to come, the mayor said.", "text"),
        ("Watch what they do, she said.", "text"),
        ("By noon the gates were shut and nobody was left in the yard.", "text"),
        ("Tom Kell said nobody could say when it would open", "text"),
        ("Noa Lind, of Orrel, was there.", "text"),
        ("The reasons were given in a letter:", "text"),
        ("“It is over", "text"),
    ],
)
def test_a_paragraph_between_others(line: str, kind: str) -> None:
    assert kinds(STORY, STORY, line, STORY) == ["text", "text", kind, "text"]


def test_the_first_line_without_a_stop_is_the_headline() -> None:
    assert kinds("Mill closes at Orrel", STORY) == ["headline", "text"]


def test_a_text_of_one_line_is_text() -> None:
    assert kinds("Tom Kell called it “a flood”. According to Kell, “it rained all day,”") == ["text"]


def test_a_sentence_above_a_photographers_name_is_a_caption() -> None:
    assert kinds(STORY, STORY, "A worker locks the gate of the mill on Monday.", "STACY-ANN DOE", STORY)[2:4] == ["caption", "credit"]


def test_lines_after_a_colon_are_items() -> None:
    assert kinds(STORY, STORY, "The changes are:", "Libraries close at noon", "Pools stay open", STORY)[3:5] == ["list item", "list item"]


def test_regions_stand_in_the_data_and_have_exact_spans() -> None:
    document = extract(f"Mill closes at Orrel\n\n{STORY}")
    assert all(document.text[region.span.start : region.span.end] == region.span.text for region in document.regions)
    assert Document.from_dict(document.to_dict()).regions == document.regions


def test_who_is_named_in_furniture_is_not_in_mind() -> None:
    text = (
        "Agronomist Clive Mayhew said wells were down.\n\nA farm worker checks a pump at Tarn on Tuesday.\n\nSTACY-ANN DOE\n\n"
        "However, he warned that deeper wells would only bring up salt."
    )
    quote = extract(text).quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Clive Mayhew"
