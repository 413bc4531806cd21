"""Items of a list that runs on in one line: "1) bread 2) milk", "• bread • milk"."""

from __future__ import annotations

import re

BULLETS = "•⁃▪●◦‣"
GAP = 8  # characters looked back over white space
SENTENCE_ENDS = '.!?:…”"’)]'


class ListItems:
    """Finds where the items of an enumeration within a line start."""

    def __init__(self) -> None:
        self._enumerator = re.compile(rf"(?:(?<!\S)|(?<=[{BULLETS}]))(?:(\d{{1,3}})|([A-Za-z]))(\.\)|\)|\.)(?!\S)")
        self._bullet = re.compile(rf"(?<=\s)[{BULLETS}](?=[\s\w])")

    def may_start(self, text: str, at: int, end: int) -> bool:
        """Whether a list starts at this offset; cheap, for every sentence is asked."""
        return text[at] in BULLETS or (text[at + 1 : at + 2] in ".)0123456789" and self._enumerator.match(text, at, end) is not None)

    def find(self, text: str, start: int, end: int) -> list[int]:
        """Character offsets of the items after the first, for a list that starts at ``start`` and what comes after it."""
        if text[start] in BULLETS:
            return [match.start() for match in self._bullet.finditer(text, start + 1, end)]
        items = []
        due: tuple[int, str] | None = None  # the value and the style of the next item
        after = start
        for match in self._enumerator.finditer(text, start, end):
            at, value, style = match.start(), _value(match), match[3]
            if (value, style) == due and not text[after:at].isspace():
                items.append(at)
            elif at != start and text[max(start, at - GAP) : at].rstrip()[-1:] not in SENTENCE_ENDS:
                continue
            due, after = (value + 1, style), match.end()
        return items


def _value(match: re.Match[str]) -> int:
    """The place of an enumerator in its order; a capital with a period is an initial and has none."""
    if match[1]:
        return int(match[1])
    if match[2].isupper() and match[3] == ".":
        return -2
    return ord(match[2]) + 1000  # far from the numbers
