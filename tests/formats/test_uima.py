"""Quotes go out as UIMA's XMI, are read by dkpro-cassis itself, and come back."""

from __future__ import annotations

from pathlib import Path

import cassis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, extract
from newsclaims.errors import GoldError
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.evaluation.gold import gold_from_document
from newsclaims.evaluation.uima import parse_xmi
from newsclaims.formats.uima import to_xmi, type_system_xml, write_folder

PARTS = ["“No,” said Orla Vane. ", "Karr said it rained. ", "🌧", "\n\n", "e\u0301", "“A,” he said, “b.” ", "𝒳"]
TEXT = "🌧🌧 “It rained 🌧,” said Orla 👩🏽‍🚒 Vane. “All day,” she added.\n\nIvo Karr denied that it had.\n\n“No,” Karr said, “it had not.”"


def test_the_library_reads_it() -> None:
    cas = cassis.load_cas_from_xmi(to_xmi(extract(TEXT)), typesystem=cassis.load_typesystem(type_system_xml()))
    assert cas.sofa_string == TEXT
    quotes = extract(TEXT).quotes
    found = list(cas.select("newsclaims.Quote"))
    assert [quote.get_covered_text() for quote in found] == [quote.span.text for quote in quotes]
    assert [mark.get_covered_text() for mark in cas.select("newsclaims.Cue")] == [quote.cue.span.text for quote in quotes if quote.cue]


def test_offsets_in_the_file_are_those_of_the_standard() -> None:
    xmi = to_xmi(extract("🌧 “No,” said Vane."))
    assert 'begin="3" end="8"' in xmi  # the cloud is two units of UTF-16


def test_it_comes_back() -> None:
    assert parse_xmi(to_xmi(extract(TEXT)), id="a") == gold_from_document(extract(TEXT), "a")


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_any_document_comes_back(text: str) -> None:
    assert parse_xmi(to_xmi(extract(text)), id="a") == gold_from_document(extract(text), "a")


def test_what_xml_cannot_hold_is_one_character_still() -> None:
    text = "\x00\ud800 “No,” said Vane."
    [quote] = parse_xmi(to_xmi(extract(text)), id="a").quotes
    assert quote.contents[0].start == text.index("“")


def test_a_folder_is_gold(tmp_path: Path) -> None:
    write_folder([extract(TEXT), Document("It rained.", id="port/rain.txt")], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["TypeSystem.xml", "document.xmi", "rain.xmi"]
    gold = read_gold(tmp_path)
    assert [article.id for article in gold] == ["document", "port/rain.txt"]
    assert evaluate(gold, [extract(article.text) for article in gold]).kind("all").attributed.f1 == 1.0


@pytest.mark.parametrize("xmi", ["", "<a/>", "nothing", "<?xml version='1.0'?><b>"])
def test_what_is_no_xmi(xmi: str) -> None:
    with pytest.raises(GoldError):
        parse_xmi(xmi, id="a")
