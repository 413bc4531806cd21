"""The shape of Web Annotations, written out from the model: https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from newsclaims import Extractor, extract
from newsclaims.formats.addresses import is_iri
from newsclaims.formats.web_annotation import AROUND
from newsclaims.model import Document

TEXT = "🌧 Rain fell. “It rained,” said Orla Vane. “All day.”\n\nIvo Karr said that the harbour lost 40 ships. “Nobody asked us.”"
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
# A type has these keys and no others: what it must have, and what it may.
SHAPES: Mapping[str, tuple[set[str], set[str]]] = {
    "AnnotationCollection": ({"id", "type", "total", "first"}, {"@context", "label", "last"}),
    "AnnotationPage": ({"id", "type", "items"}, {"startIndex", "partOf", "next", "prev"}),
    "Annotation": ({"id", "type", "target"}, {"body", "motivation", "generator", "creator", "created"}),
    "SpecificResource": ({"type", "source"}, {"selector", "purpose"}),
    "TextualBody": ({"type", "value"}, {"purpose", "format", "language"}),
    "TextPositionSelector": ({"type", "start", "end"}, set()),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "Software": ({"type", "name"}, {"id", "homepage"}),
}
IRIS = {"id", "source"}


def check(value: Any, path: str = "$") -> None:
    """Every object is of a type of the model and has its keys."""
    if isinstance(value, list):
        assert value, f"{path} is empty"
        for index, item in enumerate(value):
            check(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        must, may = SHAPES[value["type"]]
        assert must <= set(value) <= must | may, path
        for key in IRIS & set(value):
            assert is_iri(value[key]), f"{path}.{key}"
        for key in {"motivation", "purpose"} & set(value):
            assert value[key] in MOTIVATIONS, f"{path}.{key}"
        for key, item in value.items():
            if isinstance(item, list | dict):
                check(item, f"{path}.{key}")


@pytest.fixture(scope="module")
def document() -> Document:
    return Extractor().extract(TEXT, id="https://news.example/rain?day=1")


@pytest.fixture(scope="module")
def found(document: Document) -> dict[str, Any]:
    return document.to_web_annotation()


def tagged(found: dict[str, Any], tag: str) -> list[Any]:
    return [item for item in found["first"]["items"] if item["body"][0]["value"] == tag]


def test_the_shape_is_the_model_s(found: dict[str, Any]) -> None:
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    check(found)
    check(json.loads(json.dumps(found)))


def test_there_is_one_annotation_for_each_thing_found(document: Document, found: dict[str, Any]) -> None:
    assert len(tagged(found, "quote")) == len(document.quotes)
    assert len(tagged(found, "source")) == sum(quote.source is not None for quote in document.quotes)
    assert len(tagged(found, "cue")) == sum(quote.cue is not None for quote in document.quotes)
    assert len(tagged(found, "claim")) == len(document.claims)
    assert found["total"] == len(found["first"]["items"])


def test_both_selectors_select_the_same(found: dict[str, Any]) -> None:
    for item in found["first"]["items"]:
        for target in item["target"]:
            assert target["source"] == "https://news.example/rain?day=1"
            position, quoted = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quoted["exact"]
            assert TEXT[: position["start"]].endswith(quoted["prefix"])
            assert TEXT[position["end"] :].startswith(quoted["suffix"])
            assert max(len(quoted["prefix"]), len(quoted["suffix"])) <= AROUND


def test_positions_count_code_points(found: dict[str, Any]) -> None:
    position, _ = tagged(found, "quote")[0]["target"][0]["selector"]
    assert position["start"] == 13  # the cloud is one, not two as in UTF-16


def test_a_quote_in_pieces_has_a_target_for_each(found: dict[str, Any]) -> None:
    exact = [target["selector"][1]["exact"] for target in tagged(found, "quote")[0]["target"]]
    assert exact == ["“It rained,”", "“All day.”"]


def test_sources_and_cues_link_to_their_quote(found: dict[str, Any]) -> None:
    quotes = {item["id"] for item in tagged(found, "quote")}
    for item in (*tagged(found, "source"), *tagged(found, "cue")):
        assert item["body"][1]["source"] in quotes


def test_ids_are_there_once_and_stay_the_same(document: Document, found: dict[str, Any]) -> None:
    ids = [item["id"] for item in found["first"]["items"]]
    assert len(ids) == len(set(ids))
    assert document.to_web_annotation() == found


def test_a_text_without_an_iri_gets_one() -> None:
    one, same, other = (extract(text).to_web_annotation() for text in ("“Rain,” she said.", "“Rain,” she said.", "“Snow,” she said."))
    check(one)
    assert one == same
    assert one["id"] != other["id"]


def test_nothing_found() -> None:
    found = Document("Rain.").to_web_annotation("https://news.example/rain")
    assert (found["total"], found["first"]["items"]) == (0, [])
