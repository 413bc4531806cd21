"""Documents as columns of plain values, on their way from one process to another.

A document is some 250 small objects, and pickle calls Python for each of them. Here one call handles a field of all objects of
a class. Driven by the classes of :mod:`newsclaims.model`: a new field or class there needs nothing here.
"""

from __future__ import annotations

import collections
import functools
import itertools
import operator
import typing
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import attrs

from newsclaims.model import Claim, Document


class Columns(NamedTuple):
    """What documents are made of."""

    tables: list[tuple[int, list[Column]]]
    """For each class how many objects there are, and the columns of its fields."""
    unread: list[int]
    """Which documents have claims that nobody has asked for: these stay behind."""


class Column(NamedTuple):
    """The values of one field of all objects of a class."""

    values: list[Any]
    """Another object stands here as its number among those of its class, from 1; ``None`` as 0."""
    lengths: list[int]
    """Where tuples of objects stand in the field: how many values make each."""


class Field(NamedTuple):
    """A field of a class."""

    get: Callable[[Any], Any]
    set: Callable[[Any, Any], None]
    holds: type[Any] | None
    """The class of the objects that stand there, where it is one of the model."""
    many: bool
    """Whether a tuple of them stands there."""


def to_columns(documents: Sequence[Document]) -> Columns | None:
    """The columns of documents, in which an object that stands in several places is one.

    ``None`` where something is not of the very class that the model names, as only a rule of somebody's own could have made it.
    """
    found: dict[type[Any], dict[int, Any]] = {kind: {id(None): None} for kind in fields_of_all()}
    found[Document].update(enumerate(documents))
    tables = []
    for kind, fields in fields_of_all().items():
        columns = [Column([], []) for _ in fields]
        done = 1
        while done < len(found[kind]):  # more than once for what stands in others of its own class
            objects = list(itertools.islice(found[kind].values(), done, None))
            done += len(objects)
            if set(map(type, objects)) != {kind}:
                return None
            for field, column in zip(fields, columns, strict=True):
                values: Sequence[Any] = list(map(field.get, objects))
                if field.many:
                    if set(map(type, values)) != {tuple}:
                        return None
                    column.lengths.extend(map(len, values))
                    values = list(itertools.chain.from_iterable(values))
                if field.holds:
                    keys = list(map(id, values))
                    found[field.holds].update(zip(keys, values, strict=True))
                    values = keys
                column.values.extend(values)
        tables.append((done - 1, columns))
    _number(found, tables)
    return Columns(tables, [at for at, document in enumerate(documents) if document._claims_if_read() is None])


def _number(found: dict[type[Any], dict[int, Any]], tables: list[tuple[int, list[Column]]]) -> None:
    """Puts the numbers of objects in the place of their ids."""
    numbers = {kind: dict(zip(objects, itertools.count())) for kind, objects in found.items()}
    for fields, (_, columns) in zip(fields_of_all().values(), tables, strict=True):
        for field, column in zip(fields, columns, strict=True):
            if field.holds:
                column.values[:] = map(numbers[field.holds].__getitem__, column.values)


def from_columns(columns: Columns, read_claims: Callable[[Document], tuple[Claim, ...]]) -> list[Document]:
    """The documents; ``read_claims`` will find the claims that stayed behind."""
    kinds = list(zip(fields_of_all().items(), columns.tables, strict=True))
    made: dict[type[Any], list[Any]] = {
        kind: [None, *map(object.__new__, itertools.repeat(kind, number))] for (kind, _), (number, _) in kinds
    }
    for (kind, fields), (_, table) in kinds:
        objects = made[kind][1:]
        for field, column in zip(fields, table, strict=True):
            values: Any = iter(column.values)
            if field.holds:
                values = map(made[field.holds].__getitem__, values)
            if field.many:
                values = map(tuple, map(itertools.islice, itertools.repeat(values), column.lengths))
            collections.deque(map(field.set, objects, values), maxlen=0)
    documents: list[Document] = made[Document][1:]
    for at in columns.unread:
        documents[at]._leave_to(read_claims)
    return documents


@functools.cache
def fields_of_all() -> dict[type[Any], list[Field]]:
    """The fields of the classes of a document, each class before those that its objects hold."""
    fields: dict[type[Any], list[Field]] = {}

    def visit(kind: type[Any]) -> None:
        types = typing.get_type_hints(kind)
        described = [_field(kind, field.name, types[field.name]) for field in attrs.fields(kind)]
        for held in {field.holds: None for field in described if field.holds}:
            if held is not kind and held not in fields:
                visit(held)
        fields[kind] = described

    visit(Document)
    return dict(reversed(fields.items()))


def _field(kind: type[Any], name: str, annotation: Any) -> Field:
    held = next((each for each in (annotation, *typing.get_args(annotation)) if isinstance(each, type) and attrs.has(each)), None)
    get = _claims_so_far if kind is Document and name == "claims" else operator.attrgetter(name)
    return Field(get, vars(kind)[name].__set__, held, held is not None and typing.get_origin(annotation) is tuple)


def _claims_so_far(document: Document) -> tuple[Claim, ...]:
    return document._claims_if_read() or ()
