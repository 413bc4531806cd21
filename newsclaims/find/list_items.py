"""Items of a list: where those start that run on in one line ("1) bread 2) milk"), and what of one is not its bullet."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Collection, Sequence

BULLETS = "•⁃▪●◦‣"
SIGN = f"[{BULLETS}*·]"
ENUMERATOR = r"[-–—]|\d{1,2}[.)]|[a-z]\)"
"""What an item on a line of its own begins with, after white space."""
PARTING = (";", ",")
GAP = 8  # characters looked back over white space
SENTENCE_ENDS = '.!?:…”"’)]'
NONE = -1


class ListItems:
    """Finds where the items of an enumeration within a line start."""

    def __init__(self) -> None:
        self._enumerator = re.compile(rf"(?:(?<!\S)|(?<=[{BULLETS}]))(?:(\d{{1,3}})|([A-Za-z]))(\.\)|\)|\.)(?!\S)")
        self._bullet = re.compile(rf"(?<=\s)[{BULLETS}](?=[\s\w])")

    def may_start(self, text: str, at: int, end: int) -> bool:
        """Whether a list starts at this offset; cheap, for every sentence is asked."""
        return text[at] in BULLETS or (text[at + 1 : at + 2] in ".)0123456789" and self._enumerator.match(text, at, end) is not None)

    def read(self, text: str, start: int, end: int) -> Lists:
        """All lists of a paragraph. They are read once: a list may start at any of its sentences, and each would read to the end."""
        return Lists(text, list(self._enumerator.finditer(text, start, end)), [m.start() for m in self._bullet.finditer(text, start, end)])


class Lists:
    """The lists that a paragraph may hold, looked up by where they start."""

    def __init__(self, text: str, enumerators: Sequence[re.Match[str]], bullets: Sequence[int]) -> None:
        self._text = text
        self._bullets = bullets
        self._starts = [match.start() for match in enumerators]
        self._next = _next_items(text, enumerators)

    def find(self, start: int) -> list[int]:
        """Character offsets of the items after the first, for a list that starts at ``start`` and what comes after it."""
        if self._text[start] in BULLETS:
            return list(self._bullets[bisect.bisect_right(self._bullets, start) :])
        at = bisect.bisect_left(self._starts, start)
        items = []
        while (at := self._next[at]) != NONE:
            items.append(self._starts[at])
        return items


def bare_item(text: str, start: int, end: int, joints: Collection[str]) -> tuple[int, int]:
    """An item without its bullet and without what leads to the next: "• bread;", "2) milk, and"; ``joints`` are words like that."""
    bullet = _bullet().match(text, start, end)
    start = start if bullet is None else bullet.end()
    item = text[start:end]
    led, _, joint = item.rpartition(" ")
    if joint in joints and led.endswith(PARTING):
        return start, start + len(led) - 1
    return start, end - item.endswith((*PARTING, "."))


@functools.cache
def _bullet() -> re.Pattern[str]:
    return re.compile(rf"(?:{SIGN}|{ENUMERATOR})\s{{0,4}}")


def _next_items(text: str, enumerators: Sequence[re.Match[str]]) -> list[int]:
    """For each enumerator the number of the next one that is an item, of its own list or of the first one after it.

    From the last to the first: an item has the next value in the same style ("b)" after "a)"); where a list starts anew, at the
    beginning of a sentence, it is what that one has.
    """
    found = [NONE] * len(enumerators)
    nearest: dict[tuple[int, str], int] = {}  # by value and style
    anew = len(enumerators)  # the nearest enumerator after the end of a sentence
    for k in range(len(enumerators) - 1, -1, -1):
        match = enumerators[k]
        value, style = _value(match), match[3]
        due = nearest.get((value + 1, style), len(enumerators))
        if due <= anew and due < len(enumerators) and not text[match.end() : enumerators[due].start()].isspace():
            found[k] = due
        elif anew < len(enumerators):
            found[k] = found[anew]
        nearest[value, style] = k
        if text[max(0, match.start() - GAP) : match.start()].rstrip()[-1:] in SENTENCE_ENDS:
            anew = k
    return found


def _value(match: re.Match[str]) -> int:
    """The place of an enumerator in its order; a capital with a period is an initial and has none."""
    if match[1]:
        return int(match[1])
    if match[2].isupper() and match[3] == ".":
        return -2
    return ord(match[2]) + 1000  # far from the numbers
