"""Which marks of a paragraph open and which close: the cheapest reading of them all.

Every way to read a mark has a cost (see :mod:`newsclaims.find.quotation_marks`), and so has what is
left over: a quotation never closed, one inside another of the same kind, a mark ignored. The reading
with the lowest sum is found by dynamic programming over the depth of nesting (Viterbi 1967, "Error
bounds for convolutional codes"), so that one mark too many or too few stays a local fault.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence

from newsclaims.find.quotation_marks import Mark

NESTED = 0.6
"""A quotation right inside one with the same marks."""
REOPENED = 1.0
"""A closing mark is missing before this opening one."""
UNCLOSED = 0.8
CONTINUED = 0.2
"""Not closed, but the next paragraph starts with an opening mark."""
MAX_DEPTH = 3
"""How deep quotations with the same marks are nested."""


class Role(enum.Enum):
    """What a mark does. ``REOPEN`` ends the open quotation, whose closing mark is missing, and opens another."""

    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    STRAY = "stray"


def read_roles(marks: Sequence[Mark], *, continued: bool = False) -> list[Role]:
    """The role of each mark; ``marks`` are of one family and of one paragraph.

    ``continued``: the next paragraph starts with an opening mark of this family, so that the last
    quotation may well stay open.
    """
    return _plain(marks) or _cheapest(marks, CONTINUED if continued else UNCLOSED)


def _plain(marks: Sequence[Mark]) -> list[Role]:
    """The usual case, open and close by turns without any doubt; else nothing."""
    if len(marks) % 2 or any(mark.closes if at % 2 else mark.opens for at, mark in enumerate(marks)):
        return []
    return [Role.OPEN, Role.CLOSE] * (len(marks) // 2)


def _cheapest(marks: Sequence[Mark], unclosed: float) -> list[Role]:
    costs = [0.0]
    steps: list[list[tuple[int, Role]]] = []
    for mark in marks:
        costs, step = _advance(costs, mark)
        steps.append(step)
    depth = min(range(len(costs)), key=lambda deep: costs[deep] + deep * unclosed)
    roles: list[Role] = []
    for step in reversed(steps):
        depth, role = step[depth]
        roles.append(role)
    roles.reverse()
    return roles


def _advance(costs: list[float], mark: Mark) -> tuple[list[float], list[tuple[int, Role]]]:
    """The best cost of each depth after ``mark``, and by which step from which depth it is reached."""
    ahead: list[float] = []
    step: list[tuple[int, Role]] = []
    last = len(costs) - 1
    for depth in range(min(last + 1, MAX_DEPTH) + 1):
        best, how = float("inf"), (0, Role.STRAY)
        if depth < last:
            best, how = costs[depth + 1] + mark.closes, (depth + 1, Role.CLOSE)
        if depth:
            cost = costs[depth - 1] + mark.opens + NESTED * (depth > 1)
            if cost < best:
                best, how = cost, (depth - 1, Role.OPEN)
        if depth <= last:
            if costs[depth] + mark.stray < best:
                best, how = costs[depth] + mark.stray, (depth, Role.STRAY)
            if depth and costs[depth] + mark.opens + REOPENED < best:
                best, how = costs[depth] + mark.opens + REOPENED, (depth, Role.REOPEN)
        ahead.append(best)
        step.append(how)
    return ahead, step
