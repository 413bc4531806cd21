"""Values of the model as plain data."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from newsclaims.errors import SchemaError
from newsclaims.formats.json.metadata import MAX_DEPTH
from newsclaims.formats.json.shapes import PAIRS, SHORT, Shape, members
from newsclaims.model.document import Document
from newsclaims.model.speaker import Speaker
from newsclaims.spans import Span

Write = Callable[[Any, "Out"], Any]
AT_ONCE = 2_000  # values of a field


class Out:
    """What is the same for all values of one document: its text, and the index of each of its speakers by identity."""

    __slots__ = ("depth", "places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: Mapping[int, int] = {}
        self.depth = 0


def written_document(document: Document, metadata: Mapping[str, Any] | None) -> dict[str, Any]:
    """The document as plain data; its metadata, which are plain already, are put in as they are given."""
    out = Out(document.text)
    return {name: value if write is None else write(value, out) for name, value, write in _fields(document, metadata, out)}


def pieces(document: Document, metadata: Mapping[str, Any] | None) -> Iterator[tuple[str, Iterator[Any]]]:
    """The same field by field: what is of many values comes some at a time, in lists, and what is not, alone and in no list."""
    out = Out(document.text)
    for name, value, write in _fields(document, metadata, out):
        if write is None:
            yield name, iter((value,))
        elif isinstance(value, tuple):
            yield name, (write(value[at : at + AT_ONCE], out) for at in range(0, max(1, len(value)), AT_ONCE))
        else:
            yield name, iter((write(value, out),))


def _fields(document: Document, metadata: Mapping[str, Any] | None, out: Out) -> Iterator[tuple[str, Any, Write | None]]:
    """Each field with its value, and what writes that, for which there is none where it is plain already."""
    places = {id(speaker): at for at, speaker in enumerate(document.speakers)}
    for member in members(Document):
        if member.name == "metadata":
            yield member.name, metadata, None
            continue
        # the list of speakers itself: members of a group that are in the list are written as their index
        single = {id(speaker): at for at, speaker in enumerate(document.speakers) if not speaker.members}
        out.places = single if member.name == "speakers" else places
        write = _speakers if member.name == "speakers" else writer(member.shape)
        value = getattr(document, member.name)
        yield member.name, value, None if value is None else write


def _speakers(speakers: tuple[Speaker, ...], out: Out) -> list[Any]:
    write = _object_writer(Speaker)
    return [write(speaker, out) for speaker in speakers]


@functools.cache
def writer(shape: Shape) -> Write | None:
    """Writes values of a shape that are not ``None``; ``None`` where they are plain already."""
    if shape.kind == "list":
        assert shape.inner is not None  # noqa: S101 - a list is of something
        if shape.inner.kind == "object" and shape.inner.of in PAIRS:
            return _rows_writer(shape.inner.of)
        return _spans if shape.inner.kind == "span" else _list_writer(writer(shape.inner), optional=shape.inner.optional)
    if shape.kind == "object":
        assert shape.of is not None  # noqa: S101 - an object is of a class
        return _object_writer(shape.of)
    by_kind: dict[str, Write | None] = {"span": _span, "speaker": _speaker, "enum": lambda value, _: value.value, "number": _number}
    return by_kind.get(shape.kind)


def _list_writer(write: Write | None, *, optional: bool) -> Write:
    if write is None:
        return lambda value, _: list(value)
    if optional:
        return lambda value, out: [None if item is None else write(item, out) for item in value]
    return lambda value, out: [write(item, out) for item in value] if value else []


def _span(span: Span, out: Out) -> list[int]:
    start, end = span.start, span.end
    if out.text[start:end] != span.text or start < 0:
        raise SchemaError(f"the span {span!r:.80} is not what the document's text holds from {start} to {end}")
    return [start, end]


def _spans(spans: tuple[Span, ...], out: Out) -> list[list[int]]:
    return [_span(span, out) for span in spans] if spans else []


def _number(value: float, _: Out) -> float:
    if not math.isfinite(value):
        raise SchemaError(f"JSON has no {value}")
    return value


def _speaker(speaker: Speaker, out: Out) -> Any:
    at = out.places.get(id(speaker))
    if at is not None:
        return at
    out.depth += 1
    if out.depth > MAX_DEPTH:
        raise SchemaError(f"speakers nested deeper than {MAX_DEPTH} levels")
    data = _object_writer(Speaker)(speaker, out)
    out.depth -= 1
    return data


@functools.cache
def _object_writer(kind: type) -> Write:
    """Writes the fields of a class by their names; those with their default too, unless there are very many of the class."""
    fields = members(kind)
    values = operator.attrgetter(*(member.name for member in fields))
    names = [member.name for member in fields]
    writers = [writer(member.shape) for member in fields]
    defaults = [member.default if kind in SHORT else attrs.NOTHING for member in fields]
    numbers = [member.shape.kind == "number" for member in fields]

    def write(value: Any, out: Out) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, inner, default, number, item in zip(names, writers, defaults, numbers, values(value)):  # noqa: B905 - of one length, thousands of times
            if item is not default and not (number and item == default):  # from another process a number is an equal one
                data[name] = item if inner is None or item is None else inner(item, out)
        return data

    return write


def _rows_writer(kind: type) -> Write:
    """Writes values of a class as lists of their fields."""
    fields = members(kind)
    values = operator.attrgetter(*(member.name for member in fields))
    columns = [(at, write) for at, write in enumerate(writer(member.shape) for member in fields) if write is not None]

    def write(items: tuple[Any, ...], out: Out) -> list[list[Any]]:
        rows = list(map(list, map(values, items)))
        for at, column in columns:
            if column is _number:
                if not all(map(math.isfinite, map(operator.itemgetter(at), rows))):
                    raise SchemaError("JSON has no number that is not finite")
                continue
            for row in rows:
                row[at] = column(row[at], out)
        return rows

    return write
