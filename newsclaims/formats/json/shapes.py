"""What the classes of the model look like as data: read off their annotations, for writing, reading and the schema alike."""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal

import attrs

from newsclaims.model.claim import Claim, Date, Quantity, Reason
from newsclaims.model.quote import Cue, Quote
from newsclaims.model.speaker import Speaker
from newsclaims.model.text import Quotation, Sentence
from newsclaims.spans import Span

PAIRS = (Reason, Sentence)
"""Classes that are written as a list of their fields, since there are hundreds of them."""
SHORT = (Claim, Cue, Date, Quantity, Quotation)
"""Classes of which the fields that have their default are left out."""
INDICES: Mapping[tuple[type, str], str] = {
    (Claim, "sentence"): "sentences",
    (Claim, "context"): "sentences",
    (Claim, "quote"): "quotes",
    (Claim, "same_as"): "claims",
    (Quote, "within"): "quotes",
    (Speaker, "quotes"): "quotes",
    (Quotation, "parent"): "quotations",
}
"""Fields whose values are indices, and of what."""
RANGES: Mapping[tuple[type, str], tuple[int, int | None]] = {
    (Quote, "confidence"): (0, 1),
    (Claim, "check_worthiness"): (0, 1),
    (Claim, "probability"): (0, 1),
    (Sentence, "paragraph"): (0, None),
    (Quotation, "depth"): (0, None),
    (Speaker, "words"): (0, None),
}
"""Fields whose values have bounds."""

Kind = Literal["string", "boolean", "integer", "number", "enum", "span", "speaker", "object", "list", "mapping"]


@attrs.frozen
class Shape:
    """One sort of value: of a class (``of``) or a list of an ``inner`` one; it may be ``None`` where ``optional``."""

    kind: Kind
    of: type | None = None
    inner: Shape | None = None
    optional: bool = False
    index: str | None = None
    low: int | None = None
    high: int | None = None


@attrs.frozen
class Member:
    """A field of a class: its name, its shape, and its default where it has one."""

    name: str
    shape: Shape
    default: Any = attrs.NOTHING

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is attrs.NOTHING


@functools.cache
def members(kind: type) -> tuple[Member, ...]:
    """The fields of a class in their order."""
    hints = typing.get_type_hints(kind)
    return tuple(Member(field.name, _shape(hints[field.name], kind, field.name), _default(field)) for field in attrs.fields(kind))


def _default(field: attrs.Attribute[Any]) -> Any:
    return field.default


def _shape(hint: Any, owner: type, name: str) -> Shape:
    index, (low, high) = INDICES.get((owner, name)), RANGES.get((owner, name), (None, None))
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [each for each in typing.get_args(hint) if each is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"{owner.__name__}.{name} is one of several classes, which data cannot tell apart")
        return attrs.evolve(_shape(inner[0], owner, name), optional=True)
    origin = typing.get_origin(hint)
    if origin is tuple:
        return Shape("list", inner=_shape(typing.get_args(hint)[0], owner, name))
    if origin is Mapping:
        return Shape("mapping")
    return Shape(_kind(hint), hint, index=index, low=low, high=high)


def _kind(hint: Any) -> Kind:
    plain: dict[Any, Kind] = {str: "string", bool: "boolean", int: "integer", float: "number", Span: "span", Speaker: "speaker"}
    if hint in plain:
        return plain[hint]
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return "enum"
    if attrs.has(hint):
        return "object"
    raise TypeError(f"{hint!r} has no form as data")


def values_of(kind: Any) -> list[str]:
    """The values of an enum."""
    return [member.value for member in kind]
