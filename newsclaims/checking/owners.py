"""Which quote the words at some place belong to: the innermost one, where quotes stand in quotes."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.model import Quote

MOST_AROUND = 16
"""So many quotes round one another are looked at."""
Bounds = tuple[int, int]


def innermost(quotes: Sequence[Quote], places: Sequence[Bounds]) -> list[int | None]:
    """For each place (in order of their starts) the index of the smallest quote one of whose contents holds all of it.

    One sweep from left to right, with the contents that are open on a stack.

    >>> from newsclaims import extract
    >>> innermost(extract("“It rained,” said Orla Vane.").quotes, [(1, 3), (20, 24)])
    [0, None]
    """
    contents = sorted((content.start, -content.end, index) for index, quote in enumerate(quotes) for content in quote.contents)
    found: list[int | None] = []
    opened: list[tuple[int, int]] = []
    at = 0
    for start, end in places:
        while at < len(contents) and contents[at][0] <= start:
            first, stop, index = contents[at]
            while opened and opened[-1][0] <= first:
                opened.pop()
            opened.append((-stop, index))
            at += 1
        while opened and opened[-1][0] <= start:
            opened.pop()
        found.append(next((index for stop, index in reversed(opened[-MOST_AROUND:]) if stop >= end), None))
    return found


def parents(quotes: Sequence[Quote]) -> dict[int, int]:
    """For each quote that stands in another the index of the smallest one around its first content."""
    contents = sorted((content.start, -content.end, index) for index, quote in enumerate(quotes) for content in quote.contents)
    found: dict[int, int] = {}
    opened: list[tuple[int, int]] = []
    for start, end, index in contents:
        while opened and opened[-1][0] <= start:
            opened.pop()
        around = next((other for stop, other in reversed(opened[-MOST_AROUND:]) if stop >= -end and other != index), None)
        if around is not None:
            found.setdefault(index, around)
        opened.append((-end, index))
    return found
