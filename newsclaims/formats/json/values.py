"""Single values of plain data, checked strictly, and the way to the one that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsclaims.errors import SchemaError
from newsclaims.model.speaker import Speaker
from newsclaims.spans import Span

Read = Callable[[Any, "In"], Any]
"""Gives the value of the model for plain data, or raises :class:`SchemaError`: it is of another type or out of bounds."""
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


def located(path: str, read: Read, value: Any, state: In) -> Any:
    """What is read, or the error with the path to where it is."""
    try:
        return read(value, state)
    except SchemaError as error:
        raise further(error, path) from None


def further(error: SchemaError, step: str) -> SchemaError:
    """The same error seen from one level up."""
    inside = error.path
    message = str(error).removeprefix(f"{inside}: ") if inside else str(error)
    return SchemaError(message, step + (inside if not inside or inside.startswith("[") else f".{inside}"))


def find(value: list[Any], read: Read, state: In) -> None:
    """Raises the first error of a list again, with its place."""
    state.depth = 0
    for at, item in enumerate(value):
        located(f"[{at}]", read, item, state)


def string(value: Any, _: In) -> str:
    """Text."""
    if not isinstance(value, str):
        raise SchemaError(f"must be a string, not {type(value).__name__}")
    return value


def boolean(value: Any, _: In) -> bool:
    """True or false."""
    if value is not True and value is not False:
        raise SchemaError(f"must be true or false, not {type(value).__name__}")
    return value


def integer(value: Any, _: In) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise SchemaError(f"must be an integer, not {type(value).__name__}")
    return value


def number(value: Any, _: In) -> float:
    """A finite number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SchemaError(f"must be a number, not {type(value).__name__}")
    if not -LARGEST <= value <= LARGEST:
        raise SchemaError("must be a finite number")
    return float(value)


def span(value: Any, state: In) -> Span:
    """Two offsets into the text."""
    if type(value) is list and len(value) == 2:
        start, end = value
        if type(start) is int and type(end) is int and 0 <= start <= end <= state.length:
            return Span.of(state.text, start, end)
    raise _wrong_span(value, state)


def spans(value: Any, state: In) -> tuple[Span, ...]:
    """A list of such."""
    if type(value) is not list:
        raise SchemaError(f"must be a list, not {type(value).__name__}")
    try:
        return tuple([span(item, state) for item in value])
    except SchemaError:
        find(value, span, state)
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
