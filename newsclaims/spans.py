"""Span: a half-open stretch of the caller's own string."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from newsclaims.shown import Shown, short

Bounds = tuple[int, int, int]
"""A sentence: its start, its end, and the index of its paragraph."""


@attrs.frozen(order=True, repr=False)
class Span(Shown):
    """A stretch of a text: ``text[start:end]``, counted in Python ``str`` characters.

    Offsets are half-open and always refer to the string the caller passed in, which is never
    rewritten; ``text`` holds the characters themselves, so a span can be read without the document.

    >>> Span.of("Ann Lee spoke.", 0, 7)
    Span(0, 7, 'Ann Lee')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` between two offsets (characters, half-open)."""
        span = _new(cls)  # hundreds in a text: two thirds of the time that the frozen class takes by its __init__
        _set_start(span, start)
        _set_end(span, end)
        _set_text(span, text[start:end])
        return span

    def __reduce__(self) -> tuple[Any, ...]:
        # A document has hundreds: quicker than by the names of the fields, which is what attrs does.
        return Span, (self.start, self.end, self.text)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {short(self.text)!r})"

    def __rich_repr__(self) -> Iterator[Any]:
        yield from (self.start, self.end, short(self.text))

    def __str__(self) -> str:
        return self.text

    def _brief(self) -> str:
        return repr(short(self.text))

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def around(text: str, spans: Sequence[Span]) -> Span:
    """The span from the first of some spans to the last, which is the same one where there is but one."""
    return spans[0] if len(spans) == 1 else Span.of(text, spans[0].start, spans[-1].end)


_new = object.__new__
_set_start, _set_end, _set_text = (vars(Span)[name].__set__ for name in ("start", "end", "text"))
