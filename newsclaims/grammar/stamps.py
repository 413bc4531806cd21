"""Times of day that a line of a live blog begins with: "14:10 ", "15.05 "."""

from __future__ import annotations

from newsclaims.grammar.word_classes import COLON, NUMBER

HOURS, MINUTES = 24, 60


def is_clock(word: str) -> bool:
    """Whether a number is written as a time of day: "15.05"."""
    hour, point, minute = word.partition(".")
    return bool(point) and len(minute) == 2 and hour.isdecimal() and minute.isdecimal() and int(hour) < HOURS and int(minute) < MINUTES


def past_stamp(shape: str, lower: list[str], first: int) -> int:
    """Past the time of day at token ``first``; ``first`` where there is none."""
    if shape[first] != NUMBER:
        return first
    if shape[first + 1 : first + 3] == COLON + NUMBER:
        return first + 3
    return first + 1 if is_clock(lower[first]) else first
