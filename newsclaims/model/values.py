"""What the values of the model have in common."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import Any

import attrs

from newsclaims.shown import Shown

SCHEMA_VERSION = 2
"""Which form of the values it is that is written as data; one more when they change in a way that older readers cannot read."""


class ByValues(Shown):
    """Pickled by the values of its fields alone: quicker than with their names, which is what attrs does."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _values(type(self))(self)  # type: ignore[arg-type]  # mypy takes attrs classes for unhashable


@functools.cache
def _values(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return operator.attrgetter(*(field.name for field in attrs.fields(kind)))
