"""The metadata of a document, which is the caller's: any mapping of what JSON gives back the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from newsclaims.errors import SchemaError

MAX_DEPTH = 100  # lists and objects inside one another; far more than a document needs, far less than the stack holds
MAX_INTEGER_BITS = 14_000  # Python reads and writes integers of up to 4,300 digits


def checked_metadata(value: Any, path: str) -> dict[str, Any] | None:
    """A copy in dicts and lists.

    Raises:
        SchemaError: it is no mapping, or something in it JSON cannot hold; ``path`` leads to it.
    """
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise SchemaError(f"must be a mapping or None, not {type(value).__name__}", path)
    copied: dict[str, Any] = _plain(value, path, 1)
    return copied


def _plain(value: Any, path: str, depth: int) -> Any:
    if isinstance(value, Mapping | list) and depth > MAX_DEPTH:
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels", path.partition(".")[0].partition("[")[0])
    if isinstance(value, Mapping):
        return {_key(key, path): _plain(item, f"{path}.{key}", depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, float) and not math.isfinite(value):
        raise SchemaError(f"JSON has no {value}", path)
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        raise SchemaError("the integer is too long", path)
    if value is not None and not isinstance(value, str | bool | int | float):
        raise SchemaError(f"JSON cannot hold a {type(value).__name__}; use None, str, bool, int, float, list or dict", path)
    return value


def _key(key: Any, path: str) -> str:
    if not isinstance(key, str):
        raise SchemaError(f"the key {key!r:.80} must be a str", path)
    return key
