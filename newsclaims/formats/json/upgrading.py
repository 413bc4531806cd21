"""Documents of older versions of the schema in the form of the present one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclaims.errors import SchemaError
from newsclaims.model.values import SCHEMA_VERSION

FIRST = 1
SPAN = {"start", "end", "text"}
REASON = {"feature", "weight"}
SENTENCE = {"span", "paragraph"}


def upgraded(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document without its version, in the present form.

    Raises:
        SchemaError: the version is missing, no number, or one this release does not read.
    """
    fields = {key: value for key, value in data.items() if key != "schema_version"}
    version = _version(data)
    if version == SCHEMA_VERSION:
        return fields
    text = fields.get("text")
    return {key: value if key in ("text", "metadata") else _second(value, text, key) for key, value in fields.items()}


def _version(data: Mapping[str, Any]) -> int:
    if "schema_version" not in data:
        raise SchemaError("is missing; it is written by to_dict and to_json", "schema_version")
    version = data["schema_version"]
    if type(version) is not int:
        raise SchemaError(f"must be an integer, not {type(version).__name__}", "schema_version")
    if version > SCHEMA_VERSION:
        raise SchemaError(f"is {version}, newer than this release reads ({SCHEMA_VERSION}): upgrade newsclaims", "schema_version")
    if version < FIRST:
        raise SchemaError(f"is {version}, which no release wrote; this one reads {FIRST} to {SCHEMA_VERSION}", "schema_version")
    return version


def _second(value: Any, text: Any, path: str, depth: int = 0) -> Any:
    """From version 1, where spans and reasons were objects, to version 2.

    Raises:
        SchemaError: a span does not hold the characters of the text.
    """
    if depth > 20:  # deeper than any document of that version; what is deeper is refused later
        return value
    if isinstance(value, list):
        return [_second(item, text, f"{path}[{at}]", depth + 1) for at, item in enumerate(value)]
    if not isinstance(value, Mapping):
        return value
    keys = set(value)
    if keys == SPAN:
        start, end = value["start"], value["end"]
        if isinstance(text, str) and type(start) is int and type(end) is int and 0 <= start <= end and text[start:end] != value["text"]:
            raise SchemaError(f"is not what the document's text holds from {start} to {end}", f"{path}.text")
        return [start, end]
    if keys == REASON:
        return [value["feature"], value["weight"]]
    inner = {key: _second(item, text, f"{path}.{key}", depth + 1) for key, item in value.items()}
    return [inner["span"], inner["paragraph"]] if keys == SENTENCE else inner
