"""Whether claims that stand in JSON are right, told without making them.

The same as :mod:`newsclaims.formats.json.reading` by other means: types and bounds by a typed decoder, what hangs on the document by a look
at each offset and index. What does not pass here is read there, which tells what is wrong.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import msgspec

from newsclaims.formats.json.shapes import PAIRS, Shape, members
from newsclaims.formats.json.values import LARGEST, In
from newsclaims.model.claim import Claim

Check = Callable[[Any, In], bool]
CLAIMS = Shape("list", inner=Shape("object", Claim))
NOT_NEGATIVE = Annotated[int, msgspec.Meta(ge=0)]


def claim_rows(data: msgspec.Raw) -> list[Any]:
    """The claims in JSON as rows of checked types.

    Raises:
        msgspec.MsgspecError: a value is of another type or out of bounds, a field is missing or unknown.
    """
    rows: list[Any] = _decoder().decode(data)
    return rows


def lead_somewhere(rows: list[Any], state: In) -> bool:
    """Whether all offsets lie in the text, and all indices lead to something."""
    check = _check(CLAIMS)
    return check is None or check(rows, state)


# ------------------------------------------------------------------------------------------------------------------------- types


@functools.cache
def _decoder() -> msgspec.json.Decoder[list[Any]]:
    return msgspec.json.Decoder(_type(CLAIMS))


def _type(shape: Shape) -> Any:
    """The type that a decoder checks values of a shape by."""
    plain = _plain_type(shape)
    return plain | None if shape.optional else plain


def _plain_type(shape: Shape) -> Any:
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        return list[_type(shape.inner)]  # type: ignore[misc]
    if shape.kind == "object":
        return _row(shape.of)
    if shape.kind == "number":
        low, high = (-LARGEST, LARGEST) if shape.low is None else (shape.low, LARGEST if shape.high is None else shape.high)
        return Annotated[float, msgspec.Meta(ge=low, le=high)]
    plain: dict[str, Any] = {
        "span": tuple[NOT_NEGATIVE, NOT_NEGATIVE],
        "speaker": NOT_NEGATIVE,  # one that is none of the document's is read at once
        "integer": int if shape.index is None else NOT_NEGATIVE,
        "string": str,
        "boolean": bool,
        "enum": shape.of,
    }
    return plain[shape.kind]


@functools.cache
def _row(kind: Any) -> type[msgspec.Struct]:
    """A row of the fields of a class; what is missing is ``None``. Nothing in it can lead back to it, so no collector need look."""
    required = [(member.name, _type(member.shape)) for member in members(kind) if member.required]
    others = [(member.name, _type(member.shape), None) for member in members(kind) if not member.required]
    return msgspec.defstruct(kind.__name__, [*required, *others], array_like=kind in PAIRS, forbid_unknown_fields=True, gc=False)


# ------------------------------------------------------------------------------------------------- what hangs on the document


@functools.cache
def _check(shape: Shape) -> Check | None:
    """Whether offsets and indices of a shape lead to something; ``None`` where it has none."""
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        return _list_check(shape.inner)
    if shape.kind == "object":
        return _object_check(shape.of)
    if shape.index is not None:
        of = shape.index
        return lambda value, state: value < state.counts[of]
    by_kind: Mapping[str, Check] = {
        "span": lambda value, state: value[0] <= value[1] <= state.length,
        "speaker": lambda value, state: value < len(state.known),
    }
    return by_kind.get(shape.kind)


def _list_check(shape: Shape) -> Check | None:
    if shape.kind == "span":
        return lambda values, state: all([start <= end <= state.length for start, end in values])  # noqa: C419 - a generator takes longer
    inner = _check(shape)
    if inner is None:
        return None
    return lambda values, state: all([value is None or inner(value, state) for value in values])  # noqa: C419 - as above


def _object_check(kind: Any) -> Check | None:
    checks = {member.name: inner for member in members(kind) if (inner := _check(member.shape)) is not None}

    def check(row: Any, state: In) -> bool:
        for name, inner in checks.items():
            value = getattr(row, name)
            if value is not None and not inner(value, state):
                return False
        return True

    return check if checks else None
