"""The JSON Schema says what documents look like as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from newsclaims import Document, extract, json_schema
from newsclaims.formats.json.shapes import INDICES, RANGES, members
from tests.formats.test_json import documents, small_document

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.txt"))


@pytest.fixture(scope="module", name="validator")
def made() -> Any:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return jsonschema.Draft202012Validator(json_schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_valid(path: Path, validator: Any) -> None:
    document = extract(path.read_text(encoding="utf-8"))
    validator.validate(document.to_dict())
    validator.validate(json.loads(document.to_json()))
    assert Document.from_json(document.to_json()) == document


@given(documents())
def test_every_document_is_valid(document: Document) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(document.to_dict())


def changes(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path, value in (
        (("quotes", 0, "source"), [1]),
        (("quotes", 0, "source"), [-1, 3]),
        (("quotes", 0, "kind"), "loud"),
        (("quotes", 0, "confidence"), 1.5),
        (("quotes", 0, "colour"), "red"),
        (("sentences", 0), [[0, 1]]),
        (("claims", 0, "reasons", 0), ["a", "b"]),
        (("schema_version",), 1),
        (("text",), None),
    ):
        changed = json.loads(json.dumps(data))
        inner = changed
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value
        yield changed


def test_what_is_wrong_is_not_valid(validator: Any) -> None:
    assert validator.is_valid(small_document().to_dict())
    for changed in changes(small_document().to_dict()):
        assert not validator.is_valid(changed)


def test_the_file_that_is_shipped_is_the_schema() -> None:
    shipped = (resources.files("newsclaims.formats.json") / "document.schema.json").read_text(encoding="utf-8")
    assert shipped == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", "run: make json-schema"


def test_bounds_are_of_fields_that_are_there() -> None:
    there = {(kind, name) for kind, name in (*INDICES, *RANGES) if name in {member.name for member in members(kind)}}
    assert {(kind.__name__, name) for kind, name in there} >= {("Claim", "sentence"), ("Quote", "confidence"), ("Speaker", "quotes")}
