"""Paragraphs: blank lines, single line breaks, wrapped lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.language import load_language

WRAPPED = """The council of Arden voted on Monday to close the old bridge
over the river, a step that had been put off for years while the
members argued about the price of a new one.
"""
POEM = """Rain over Arden
Wind in the reeds
Nobody stirring
"""
HEADLINES = """Council of Arden votes to close the old bridge after years
Brenn vows to fight the closing of the bridge in the high court
Ferry to run again from Monday as the town waits for repairs
"""


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\f", "\n \t\n", " \n\n\n  ", "\x85"])
def test_a_line_break_of_any_kind_parts_two_paragraphs(gap: str) -> None:
    assert paragraphs(f"It rained.{gap}It poured.") == ["It rained.", "It poured."]


@pytest.mark.parametrize("gap", [" ", "\t", "\xa0", "   "])
def test_space_within_a_line_does_not(gap: str) -> None:
    assert paragraphs(f"It rained.{gap}It poured.") == [f"It rained.{gap}It poured."]


@pytest.mark.parametrize("blank", ["", " ", "\n", "\r\n \t\n", "\u2028\u2029"])
def test_a_blank_text_has_none(blank: str) -> None:
    assert find_paragraphs(blank) == []


def test_wrapped_lines_are_one_paragraph() -> None:
    assert paragraphs(WRAPPED) == [WRAPPED.strip()]
    assert paragraphs(f"{WRAPPED}\n{WRAPPED}") == [WRAPPED.strip(), WRAPPED.strip()]
    assert len(paragraphs(WRAPPED.replace("\n", "\r\n"))) == 1


def test_a_short_line_ends_a_paragraph_of_wrapped_text() -> None:
    assert len(paragraphs(WRAPPED + WRAPPED)) == 2


@pytest.mark.parametrize("text", [POEM, HEADLINES])
def test_lines_of_like_length_are_not_wrapped(text: str) -> None:
    assert paragraphs(text) == text.splitlines()


def test_a_sentence_goes_on_in_small_letters() -> None:
    assert paragraphs("The mayor waited for \nthe late ferry.\nIt rained.") == ["The mayor waited for \nthe late ferry.", "It rained."]


@pytest.mark.parametrize(
    "lines", ["bread\nfresh milk\neggs, salt", "It rained all day.\nthe end", "They need this:\nbread", "- bread and salt\n- milk and eggs"]
)
def test_items_of_a_list_stay_apart(lines: str) -> None:
    assert paragraphs(lines) == lines.splitlines()


@given(
    st.text() | st.text(alphabet="aB. \n\r\t-\u2028\x1c\x85") | st.lists(st.sampled_from(WRAPPED.split(" ")), max_size=60).map("\n".join)
)
def test_paragraphs_are_trimmed_ordered_and_cover_the_text(text: str) -> None:
    last, covered = 0, 0
    for start, end in find_paragraphs(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        covered += sum(not char.isspace() for char in text[start:end])
        last = end
    assert covered == sum(not char.isspace() for char in text)


@pytest.mark.parametrize(
    "text",
    [
        "“The dam is safe,” said\nAda Venn.",
        "“The dam is safe,” Ada\nVenn said.",
        "“The dam is safe,”\nsaid Ada Venn.",
        "“The dam is safe,”\nAda Venn said.",
        "Ada Venn\nsaid the dam was safe.",
        "Ada\nVenn said the dam was safe.",
        "According to\nAda Venn, the dam is safe.",
    ],
)
def test_a_line_that_stops_amid_a_tag_or_a_name_goes_on(text: str) -> None:
    assert find_paragraphs(text, load_language("en")) == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Dam safe, says mayor\nAda Venn said on Monday that it would hold.",
        "“The dam is safe.”\nAda Venn said nothing more.",
        "By Ada Venn\nThe dam was closed.",
        "Ada Venn\nmayor of Orrel\nTom Quill\nfarmer",
        "“It held.” – Ada\n“It did not.” – Tom",
    ],
)
def test_a_line_that_may_end_there_ends(text: str) -> None:
    assert len(find_paragraphs(text, load_language("en"))) == len(text.splitlines())
