"""The JSON Schema of a document, made of the classes of the model."""

from __future__ import annotations

from typing import Any

from newsclaims.formats.json.shapes import PAIRS, Shape, members, values_of
from newsclaims.model.document import Document
from newsclaims.model.speaker import Speaker
from newsclaims.model.values import SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SPAN = {
    "type": "array",
    "description": "Where a stretch of the text begins and ends: half-open offsets that count Python str characters (code points).",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``Document.to_dict`` and ``to_json`` write.

    It is shipped as a file, too: ``newsclaims/formats/json/document.schema.json``. What a schema cannot say is checked on reading: that
    spans lie in the text, and that indices lead to something.

    >>> json_schema()["properties"]["schema_version"]
    {'const': 2}
    """
    definitions: dict[str, Any] = {"Span": SPAN}
    whole = _object(Document, definitions)
    whole["properties"] = {"schema_version": {"const": SCHEMA_VERSION}, **whole["properties"]}
    whole["required"] = ["schema_version", *whole["required"]]
    return {
        "$schema": DIALECT,
        "$id": f"urn:newsclaims:document:{SCHEMA_VERSION}",
        "title": "Document",
        **whole,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a class; the classes in it are added to the definitions."""
    fields = members(kind)
    described = {"description": _first_line(kind)}
    if kind in PAIRS:
        items = [_of(member.shape, definitions, kind, member.name) for member in fields]
        return {**described, "type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    return {
        **described,
        "type": "object",
        "properties": {member.name: _of(member.shape, definitions, kind, member.name) for member in fields},
        "required": [member.name for member in fields if member.required],
        "additionalProperties": False,
    }


def _of(shape: Shape, definitions: dict[str, Any], owner: type, name: str) -> dict[str, Any]:
    plain = _plain(shape, definitions, owner, name)
    return {"anyOf": [plain, {"type": "null"}]} if shape.optional else plain


def _plain(shape: Shape, definitions: dict[str, Any], owner: type, name: str) -> dict[str, Any]:
    if shape.kind == "span":
        return {"$ref": "#/$defs/Span"}
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        if (owner, name) == (Document, "speakers"):
            return {"type": "array", "items": _reference(Speaker, definitions)}
        return {"type": "array", "items": _of(shape.inner, definitions, owner, name)}
    if shape.kind == "mapping":
        return {"type": "object"}
    if shape.kind == "enum":
        return {"enum": values_of(shape.of)}
    if shape.kind == "speaker":
        index = {"type": "integer", "minimum": 0, "description": "The index of one of the document's speakers."}
        return {"anyOf": [index, _reference(Speaker, definitions)]}
    if shape.kind == "object":
        assert shape.of is not None  # noqa: S101 - an object is of a class
        return _reference(shape.of, definitions)
    return {"type": shape.kind, **_bounds(shape)}


def _bounds(shape: Shape) -> dict[str, Any]:
    low = 0 if shape.index is not None else shape.low
    found: dict[str, Any] = {} if low is None else {"minimum": low}
    if shape.high is not None:
        found["maximum"] = shape.high
    if shape.index is not None:
        found["description"] = f"An index in the document's {shape.index}."
    return found


def _reference(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # so that a class that holds itself ends
        definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().split("\n", 1)[0]
