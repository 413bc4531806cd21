"""Each word once: a report inside somebody's words ends with them, and the very same words are not given out twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings

LOOSE = " \t\n,;:"


def apart(layers: Findings, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents, each ending at the latest with somebody else's words that it begins in: a report inside a report."""
    return tuple([_cut(layers, content) for content in contents])


def with_words(contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents that have a letter or digit."""
    return tuple([content for content in contents if content.text[:1].isalnum() or any(map(str.isalnum, content.text))])


def is_somebodys(layers: Findings, contents: tuple[Span, ...]) -> bool:
    """Whether somebody is known to have said any of these words, or the word before them."""
    return any(layers.said.find(1, max(0, layers.at(content.start) - 1), layers.at(content.end)) >= 0 for content in contents)


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
    text = layers.text[start:end].rstrip(LOOSE)
    return Span(start, start + len(text), text)
