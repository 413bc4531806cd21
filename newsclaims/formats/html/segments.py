"""A text cut wherever a quote, source, cue or claim begins or ends.

Spans may nest and overlap in any way and elements of HTML may not, so each piece between two cuts becomes one element
that names all it belongs to.
"""

from __future__ import annotations

import bisect
import enum
import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclaims.model.document import Document
from newsclaims.spans import Span

DEEPEST = 8  # so many spans of one sort around a piece are named, the inner ones; more is no news article


class Part(enum.Enum):
    """What a span is part of."""

    __hash__ = object.__hash__  # each stands once; that of an enum is slow

    CONTENT = "quote"
    SOURCE = "source"
    CUE = "cue"
    CLAIM = "claim"


class Segment(NamedTuple):
    """A piece of a text (offsets in characters) with the indices of the quotes or claims it is in, outer before inner."""

    start: int
    end: int
    content: tuple[int, ...] = ()
    source: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    claim: tuple[int, ...] = ()


Mark = tuple[Part, Span, int]

_Key = tuple[int, int, int]  # start, -end and index of a span: what is around stands before what is inside


def segments_of(document: Document) -> Iterator[Segment]:
    """The pieces of a document's text, in order and without a gap.

    >>> text = "“No,” she said."
    >>> from newsclaims import extract
    >>> [text[piece.start : piece.end] for piece in segments_of(extract(text)) if piece.content or piece.source or piece.cue]
    ['“No,”', 'she', 'said']
    """
    return cut(len(document.text), _marks(document), _paragraph_ends(document.text))


def paragraphs_of(document: Document) -> Iterator[list[Segment]]:
    """The same, one list for each stretch up to and with its blank lines."""
    ends = set(_paragraph_ends(document.text))
    paragraph: list[Segment] = []
    for segment in segments_of(document):
        paragraph.append(segment)
        if segment.end in ends:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def cut(length: int, marks: Iterable[Mark], also: Iterable[int] = ()) -> Iterator[Segment]:
    """The pieces of a text of some length; it is cut at the edges of marks and where ``also`` says."""
    begins: dict[int, list[tuple[Part, _Key]]] = {}
    ends: dict[int, list[tuple[Part, _Key]]] = {}
    for part, span, index in marks:
        start, end = max(0, span.start), min(span.end, length)
        if start < end:
            mark = (part, (span.start, -span.end, index))
            begins.setdefault(start, []).append(mark)
            ends.setdefault(end, []).append(mark)
    edges = sorted({0, length, *begins, *ends, *(each for each in also if 0 < each < length)})
    active: dict[Part, list[_Key]] = {part: [] for part in Part}
    inner: dict[Part, tuple[int, ...]] = dict.fromkeys(Part, ())
    for start, end in itertools.pairwise(edges):
        for part, key in ends.get(start, ()):
            around = active[part]
            del around[bisect.bisect_left(around, key)]
            inner[part] = _inner(around)
        for part, key in begins.get(start, ()):
            around = active[part]
            bisect.insort(around, key)
            inner[part] = _inner(around)
        yield Segment(start, end, *inner.values())


def _inner(around: list[_Key]) -> tuple[int, ...]:
    """The indices of what is around a piece, outer before inner."""
    if len(around) < 2:
        return (around[0][2],) if around else ()
    return tuple(dict.fromkeys([index for _, _, index in around[-DEEPEST:]]))


def _marks(document: Document) -> Iterator[Mark]:
    for index, quote in enumerate(document.quotes):
        yield from ((Part.CONTENT, span, index) for span in quote.contents)
        if quote.source is not None:
            yield Part.SOURCE, quote.source, index
        if quote.cue is not None:
            yield Part.CUE, quote.cue.span, index
    yield from ((Part.CLAIM, claim.span, index) for index, claim in enumerate(document.claims))


def _paragraph_ends(text: str) -> list[int]:
    """Where a line with words follows blank ones."""
    found: list[int] = []
    position, blank = 0, False
    for line in text.splitlines(keepends=True):
        if line.isspace():
            blank = True
        elif blank:
            found.append(position)
            blank = False
        position += len(line)
    return found
