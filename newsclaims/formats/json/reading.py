"""Plain data as values of the model, checked strictly: nothing is turned into another type on the way."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

from newsclaims.errors import SchemaError
from newsclaims.formats.json.metadata import MAX_DEPTH, checked_metadata
from newsclaims.formats.json.shapes import INDICES, PAIRS, Member, Shape, members
from newsclaims.model import Document, Speaker
from newsclaims.spans import Span

Read = Callable[[Any, "In"], Any]
LARGEST = 1e308


class In:
    """What is the same for all values of one document: its text, its speakers as far as they are known, and how many there are of what."""

    __slots__ = ("counts", "depth", "known", "length", "text")

    def __init__(self, text: str, counts: Mapping[str, int]) -> None:
        self.text = text
        self.length = len(text)
        self.counts = counts
        self.known: tuple[Speaker | None, ...] = ()
        self.depth = 0


def read_document(fields: Mapping[str, Any]) -> Document:
    """The document of some fields of the present version.

    Raises:
        SchemaError: a field is missing, unknown or wrong; ``path`` names it.
    """
    plan = {member.name: member for member in members(Document)}
    unknown = sorted(str(name) for name in fields if name not in plan)
    if unknown:
        raise SchemaError(f"is not a field of Document, which has: {', '.join(plan)}", unknown[0])
    if "text" not in fields:
        raise SchemaError("is missing", "text")
    text = _located("text", _string, fields["text"], In("", {}))
    state = In(text, {name: _count(fields.get(name)) for name in set(INDICES.values())})
    state.known = speakers = _located("speakers", _speakers, fields.get("speakers", []), state)
    found: dict[str, Any] = {"text": text, "speakers": speakers}
    if "metadata" in fields:
        found["metadata"] = checked_metadata(fields["metadata"], "metadata")
    for name, value in fields.items():
        if name not in found:
            found[name] = _located(name, reader(plan[name].shape), value, state)
    return Document(**found)


def _count(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0


def _located(path: str, read: Read, value: Any, state: In) -> Any:
    """What is read, or the error with the path to where it is."""
    try:
        return read(value, state)
    except SchemaError as error:
        raise _further(error, path) from None


def _further(error: SchemaError, step: str) -> SchemaError:
    """The same error seen from one level up."""
    inside = error.path
    message = str(error).removeprefix(f"{inside}: ") if inside else str(error)
    return SchemaError(message, step + (inside if not inside or inside.startswith("[") else f".{inside}"))


def _speakers(value: Any, state: In) -> tuple[Speaker, ...]:
    """The list of speakers: first all without members, then the groups, whose members can stand anywhere in the list."""
    if not isinstance(value, list):
        raise SchemaError(f"must be a list, not {type(value).__name__}")
    read = _object_reader(Speaker)
    groups = [isinstance(item, Mapping) and bool(item.get("members")) for item in value]
    single: list[Speaker | None] = []
    for at, (item, group) in enumerate(zip(value, groups, strict=True)):
        single.append(None if group else _located(f"[{at}]", read, item, state))
    state.known = tuple(single)
    for at, (item, group) in enumerate(zip(value, groups, strict=True)):
        if group:
            single[at] = _located(f"[{at}]", read, item, state)
    return tuple(speaker for speaker in single if speaker is not None)


# ---------------------------------------------------------------------------------------------------------------------- by shape


@functools.cache
def reader(shape: Shape) -> Read:
    """Reads values of a shape."""
    read = _plain_reader(shape)
    return _optional(read) if shape.optional else read


def _optional(read: Read) -> Read:
    return lambda value, state: None if value is None else read(value, state)


def _plain_reader(shape: Shape) -> Read:
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        return _spans if shape.inner.kind == "span" else _list_reader(reader(shape.inner))
    if shape.kind == "object":
        assert shape.of is not None  # noqa: S101 - an object is of a class
        return _pair_reader(shape.of) if shape.of in PAIRS else _object_reader(shape.of)
    if shape.kind == "enum":
        return _enum_reader(shape.of)
    if shape.index is not None:
        return _index_reader(shape.index)
    plain: dict[str, Read] = {
        "string": _string,
        "boolean": _boolean,
        "integer": _integer,
        "number": _number,
        "span": _span,
        "speaker": _speaker,
        "mapping": lambda value, _: checked_metadata(value, ""),
    }
    read = plain[shape.kind]
    return read if shape.low is None else _bounded(read, shape.low, shape.high)


def _bounded(read: Read, low: int, high: int | None) -> Read:
    def bounded(value: Any, state: In) -> Any:
        number = read(value, state)
        if number < low or (high is not None and number > high):
            raise SchemaError("must not be negative" if high is None else f"must lie between {low} and {high}")
        return number

    return bounded


def _string(value: Any, _: In) -> str:
    if not isinstance(value, str):
        raise SchemaError(f"must be a string, not {type(value).__name__}")
    return value


def _boolean(value: Any, _: In) -> bool:
    if value is not True and value is not False:
        raise SchemaError(f"must be true or false, not {type(value).__name__}")
    return value


def _integer(value: Any, _: In) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise SchemaError(f"must be an integer, not {type(value).__name__}")
    return value


def _number(value: Any, _: In) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SchemaError(f"must be a number, not {type(value).__name__}")
    if not -LARGEST <= value <= LARGEST:
        raise SchemaError("must be a finite number")
    return float(value)


def _index_reader(of: str) -> Read:
    def index(value: Any, state: In) -> int:
        at = _integer(value, state)
        if not 0 <= at < state.counts[of]:
            last = state.counts[of] - 1
            raise SchemaError(f"must be the index of one of the {of} (0 to {last})" if last >= 0 else f"there are no {of}")
        return at

    return index


def _enum_reader(kind: Any) -> Read:
    known = {member.value: member for member in kind}

    def member(value: Any, state: In) -> Any:
        found = known.get(_string(value, state))
        if found is None:
            raise SchemaError(f"must be one of {', '.join(known)}, not {value!r:.80}")
        return found

    return member


def _span(value: Any, state: In) -> Span:
    if type(value) is list and len(value) == 2:
        start, end = value
        if type(start) is int and type(end) is int and 0 <= start <= end <= state.length:
            return Span.of(state.text, start, end)
    raise _wrong_span(value, state)


def _spans(value: Any, state: In) -> tuple[Span, ...]:
    if type(value) is not list:
        raise SchemaError(f"must be a list, not {type(value).__name__}")
    try:
        return tuple([_span(item, state) for item in value])
    except SchemaError:
        _find(value, _span, state)
        raise


def _wrong_span(value: Any, state: In) -> SchemaError:
    """Why a value is no span."""
    if not isinstance(value, list) or len(value) != 2:
        given = f"{len(value)} items" if isinstance(value, list) else type(value).__name__
        return SchemaError(f"must be a list of two offsets (Span), not {given}")
    for at, offset in enumerate(value):
        if not isinstance(offset, int) or isinstance(offset, bool):
            return SchemaError(f"must be an integer, not {type(offset).__name__}", f"[{at}]")
    if not 0 <= value[0] <= state.length:
        return SchemaError(f"must lie in the text (0 to {state.length})", "[0]")
    return SchemaError(f"must lie between the start and the end of the text ({state.length})", "[1]")


def _list_reader(read: Read) -> Read:
    def items(value: Any, state: In) -> tuple[Any, ...]:
        if type(value) is not list:
            raise SchemaError(f"must be a list, not {type(value).__name__}")
        try:
            return tuple([read(item, state) for item in value])
        except SchemaError:
            _find(value, read, state)
            raise

    return items


def _find(value: list[Any], read: Read, state: In) -> None:
    """Raises the first error of a list again, with its place."""
    state.depth = 0
    for at, item in enumerate(value):
        _located(f"[{at}]", read, item, state)


def _speaker(value: Any, state: In) -> Speaker:
    """A speaker, or the index of one in the document's list."""
    if type(value) is int:
        known = state.known
        found = known[value] if 0 <= value < len(known) else None
        if found is None:
            last = len(known) - 1
            raise SchemaError(f"must be the index of a speaker without members (0 to {last})" if known else "there are no speakers")
        return found
    state.depth += 1
    if state.depth > MAX_DEPTH:
        raise SchemaError(f"nested deeper than {MAX_DEPTH} levels")
    speaker: Speaker = _object_reader(Speaker)(value, state)
    state.depth -= 1
    return speaker


@functools.cache
def _object_reader(kind: type) -> Read:
    """Reads the fields of a class from an object."""
    fields = members(kind)
    plan = [(member.name, reader(member.shape), member.default, member.required) for member in fields]

    def read(value: Any, state: In) -> Any:
        if not isinstance(value, Mapping):
            raise SchemaError(f"must be an object ({kind.__name__}), not {type(value).__name__}")
        found = []
        left = len(value)
        name = ""
        try:
            for name, inner, default, required in plan:
                if name in value:
                    found.append(inner(value[name], state))
                    left -= 1
                elif required:
                    raise SchemaError("is missing")
                else:
                    found.append(default)
        except SchemaError as error:
            raise _further(error, name) from None
        if left:
            raise _unknown(kind, fields, value)
        return kind(*found)

    return read


def _unknown(kind: type, fields: tuple[Member, ...], value: Mapping[Any, Any]) -> SchemaError:
    names = [member.name for member in fields]
    extra = min(str(name) for name in value if name not in names)
    return SchemaError(f"is not a field of {kind.__name__}, which has: {', '.join(names)}", extra)


def _pair_reader(kind: type) -> Read:
    """Reads the fields of a class from a list."""
    readers = [reader(member.shape) for member in members(kind)]
    size = len(readers)

    def read(value: Any, state: In) -> Any:
        if type(value) is not list or len(value) != size:
            names = ", ".join(member.name for member in members(kind))
            raise SchemaError(f"must be a list of {size} ({kind.__name__}: {names}), not {type(value).__name__}")
        at = 0
        found = []
        try:
            for at in range(size):
                found.append(readers[at](value[at], state))
        except SchemaError as error:
            raise _further(error, f"[{at}]") from None
        return kind(*found)

    return read
