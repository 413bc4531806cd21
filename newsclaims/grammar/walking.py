"""Walking over a shape: past what may stand somewhere, back over it, and the one question that everybody asks of a stretch."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclaims.grammar.word_classes import FINITE, TIME

VERBS = frozenset(FINITE)


def past(shape: Sequence[str], at: int, stop: int, classes: str) -> int:
    """The first token from ``at`` on that is of none of these classes; ``stop`` where all are."""
    while at < stop and shape[at] in classes:
        at += 1
    return at


def until(shape: Sequence[str], at: int, stop: int, classes: str) -> int:
    """The first token from ``at`` on that is of one of these classes; ``stop`` where none is.

    >>> until("DAN,V", 0, 5, ",V"), until("DAN,V", 0, 3, ",V")
    (3, 3)
    """
    while at < stop and shape[at] not in classes:
        at += 1
    return at


def past_one(shape: Sequence[str], at: int, stop: int, classes: str) -> int:
    """One token further where that is of one of these classes, else ``at``."""
    return at + 1 if at < stop and shape[at] in classes else at


def back_over(shape: Sequence[str], end: int, low: int, classes: str) -> int:
    """The start of the run of these classes that ends before token ``end``; ``end`` where there is none."""
    while end > low and shape[end - 1] in classes:
        end -= 1
    return end


def back_to(shape: Sequence[str], at: int, low: int, classes: str) -> int:
    """The last token up to ``at`` that is of one of these classes; ``low - 1`` where none is.

    >>> back_to("DAN,V", 4, 0, "N"), back_to("DAN,V", 4, 0, "T")
    (2, -1)
    """
    while at >= low and shape[at] not in classes:
        at -= 1
    return at


def says_when(shape: str, lower: Sequence[str], first: int, stop: int, times: Collection[str]) -> bool:
    """Whether a day, a month or one of the words for times stands between two tokens: "last night", "the next day"."""
    return any(shape[k] == TIME or lower[k] in times for k in range(first, stop))


def has_finite(shape: str, first: int, stop: int) -> bool:
    """Whether a finite verb or an auxiliary stands between two tokens."""
    return not VERBS.isdisjoint(shape[first:stop])
