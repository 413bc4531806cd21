"""Each word once: a report inside somebody's words ends with them, and the very same words are not given out twice."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.rules.base import Attribution
    from newsclaims.rules.findings import Findings

LOOSE = " \t\n,;:"


def apart(layers: Findings, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents, each ending at the latest with somebody else's words that it begins in: a report inside a report."""
    return tuple([_cut(layers, content) for content in contents])


def with_words(contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents that have a letter or digit."""
    for content in contents:
        if not (content.text[:1].isalnum() or any(map(str.isalnum, content.text))):
            return tuple([content for content in contents if any(map(str.isalnum, content.text))])
    return contents


def is_somebodys(layers: Findings, contents: tuple[Span, ...]) -> bool:
    """Whether somebody is known to have said any of these words, or the word before them."""
    said, starts = layers.said.find, layers.tokens.starts
    for content in contents:
        first = bisect.bisect_left(starts, content.start)
        if said(1, first - 1 if first else 0, bisect.bisect_left(starts, content.end, first)) >= 0:
            return True
    return False


def is_said_again(layers: Findings, contents: tuple[Span, ...]) -> bool:
    """Whether the very same words are already somebody's."""
    return any(earlier.contents == contents for earlier in layers.found_before(contents[-1].start + 1))


def _cut(layers: Findings, content: Span) -> Span:
    start, end = content.start, content.end
    for earlier in layers.found_before(end):
        for words in earlier.contents:
            if words.start < start < words.end < end:
                end = words.end
    if end == content.end:
        return content
    return _without_loose_end(layers.text, start, end)


NEAR = 16
"""So many attributions that begin before one and have not ended are held against it."""
FEW = 4  # contents
MARKS = tuple("\"“‘«„'`")


def settled(text: str, found: Sequence[Attribution]) -> list[tuple[Span, ...]]:
    """The contents of all attributions, so that no words stand in two of them unless all of one stand in the other.

    What begins in somebody's words and goes on beyond them ends with them, or they go on as far, if it was found before them; of
    several pieces those in other words are left out.
    """
    settled = [each.contents for each in found]
    order = sorted(range(len(found)), key=lambda at: (settled[at][0].start, -settled[at][-1].end))
    around: list[int] = []
    for at in order:
        around = [outer for outer in around[-NEAR:] if settled[outer][-1].end > settled[at][0].start]
        for outer in around:
            if not _cross(settled[outer], settled[at]):
                continue
            longer = _longer(text, found[outer], settled[outer], settled[at]) if outer > at else None
            if longer is None:
                settled[at] = _parted(text, settled[outer], settled[at])
            else:
                settled[outer] = longer
        if settled[at]:
            around.append(at)
    return settled


def _cross(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    """Whether two contents share words, and neither holds the other."""
    shared = any(True for piece in inner for _ in touching(outer, piece))
    return shared and not holds(outer, inner) and not holds(inner, outer)


def holds(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    """Whether all words of one stand in the other."""
    return all(any(each.covers(piece) for each in touching(outer, piece)) for piece in inner)


def touching(contents: tuple[Span, ...], span: Span) -> Iterator[Span]:
    """The contents, which come in order and apart, that share a character with a span; of many only those near it are looked at."""
    at = bisect.bisect_right(contents, span.start, key=_end) if len(contents) > FEW else 0
    while at < len(contents) and contents[at].start < span.end:
        if contents[at].end > span.start:
            yield contents[at]
        at += 1


def _end(span: Span) -> int:
    return span.end


def _longer(text: str, found: Attribution, outer: tuple[Span, ...], inner: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """The outer contents drawn out to the end of the inner ones, where no comma and nothing of the outer tag stands there."""
    last, end = outer[-1], inner[-1].end
    marks = (found.source, found.cue.span if found.cue is not None else None)
    inside = last.start <= inner[0].start < last.end and len(inner) == 1 and text[last.end] not in LOOSE.strip()
    if not inside or any(mark is not None and mark.start < end and mark.end > last.end for mark in marks):
        return None
    return (*outer[:-1], Span.of(text, last.start, end))


def _parted(text: str, outer: tuple[Span, ...], inner: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces of the inner contents that lie in the outer ones, cut at their end; or those beside them, where these are in marks."""
    beside = tuple(piece for piece in inner if next(touching(outer, piece), None) is None)
    if beside and all(piece.text.startswith(MARKS) for piece in beside):
        return beside
    within = (_clipped(text, piece, each) for piece in inner for each in touching(outer, piece))
    return with_words(tuple(within))


def _clipped(text: str, piece: Span, words: Span) -> Span:
    return _without_loose_end(text, max(piece.start, words.start), min(piece.end, words.end))


def _without_loose_end(text: str, start: int, end: int) -> Span:
    kept = text[start:end].rstrip(LOOSE)
    return Span(start, start + len(kept), kept)
