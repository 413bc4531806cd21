"""Times of day that a line of a live blog begins with: "14:10 ", "15.05 "."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from newsclaims.grammar.word_classes import COLON, DETERMINER, NAME, NUMBER

HOURS, MINUTES = 24, 60
CLOCK = r"\d{1,2}(?:[:.h]\d{2}){1,2}"
LONGEST = 12
"""Characters of a time of day with what may follow the figures."""
STAMPED = (NAME, DETERMINER)
"""What the line goes on with."""


def is_clock(word: str) -> bool:
    """Whether a number is written as a time of day: "15.05"."""
    hour, point, minute = word.partition(".")
    return bool(point) and len(minute) == 2 and hour.isdecimal() and minute.isdecimal() and int(hour) < HOURS and int(minute) < MINUTES


def begins_with_time(paragraph: str, after_figures: Collection[str]) -> bool:
    """Whether a paragraph begins with a time of day: "15.05 ", "[15:05] ", "3 pm"; ``after_figures`` are words that tell one."""
    if _clock().match(paragraph) is not None:
        return True
    figures = len(paragraph[:2]) - len(paragraph[:2].lstrip("0123456789"))
    word = paragraph[figures:LONGEST].split(maxsplit=1)[:1]
    return figures > 0 and word != [] and word[0].rstrip(":,-–—") in after_figures


@functools.cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"\[?{CLOCK}")


def past_figures(shape: str, lower: list[str], first: int, low: int) -> int:
    """Past the last figures of the time of day that a sentence begins with: "14:10 Harbor master Ivo Karr", "15.05 Sam Holt"."""
    timed = shape[low : first + 1] == NUMBER + COLON + NUMBER or (first == low and is_clock(lower[first]))
    return first + 1 if timed and shape[first] == NUMBER and shape[first + 1 : first + 2] in STAMPED else first


def past_stamp(shape: str, lower: list[str], first: int) -> int:
    """Past the time of day at token ``first``; ``first`` where there is none."""
    if shape[first] != NUMBER:
        return first
    if shape[first + 1 : first + 3] == COLON + NUMBER:
        return first + 3
    return first + 1 if is_clock(lower[first]) else first
