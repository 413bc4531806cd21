"""Which marks of a paragraph open and which close: the cheapest reading of them all.

Every way to read a mark has a cost (see :mod:`newsclaims.find.quotation_marks`), and so has what is
left over: a quotation never closed, one inside another of the same kind, a mark ignored. The reading
with the lowest sum is found by dynamic programming over the depth of nesting (Viterbi 1967, "Error
bounds for convolutional codes"), so that one mark too many or too few stays a local fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from newsclaims.find.quotation_marks import Mark

NESTED = 0.6
"""A quotation right inside one with the same marks."""
NESTED_MIXED = 0.1
"""Curly marks inside straight ones, or the other way round."""
MIXED = 0.2
"""A straight mark that closes what a curly one opened, or the other way round."""
REOPENED = 1.0
"""A closing mark is missing before this opening one."""
STRAY_INSIDE = 0.1
"""Of two closing marks the later one is the one too many."""
UNCLOSED = 0.8
CONTINUED = 0.2
"""Not closed, but the next paragraph starts with an opening mark."""
MAX_DEPTH = 2
"""How deep quotations with the same marks are nested."""


Role: TypeAlias = Literal["open", "close", "reopen", "stray"]
"""What a mark does. To reopen ends the open quotation, whose closing mark is missing, and opens another."""
_Styles = tuple[str, ...]
_Step = tuple[int, Role]
_STRAY: list[_Step] = [(depth, "stray") for depth in range(MAX_DEPTH + 1)]
_REOPEN: list[_Step] = [(depth, "reopen") for depth in range(MAX_DEPTH + 1)]
_OPEN: list[_Step] = [(depth - 1, "open") for depth in range(MAX_DEPTH + 1)]
_CLOSE: list[_Step] = [(depth + 1, "close") for depth in range(MAX_DEPTH + 1)]


def read_roles(marks: Sequence[Mark], *, continued: bool = False) -> list[Role]:
    """The role of each mark; ``marks`` are of one family and of one paragraph.

    ``continued``: the next paragraph starts with an opening mark of this family, so that the last
    quotation may well stay open.
    """
    return ["open", "close"] * (len(marks) // 2) if are_plain(marks) else _cheapest(marks, CONTINUED if continued else UNCLOSED)


def are_plain(marks: Sequence[Mark]) -> bool:
    """Whether marks are of one kind, and open and close by turns without any doubt: the usual case."""
    family, style, opens = marks[0].family, marks[0].style, True
    for mark in marks:
        if (mark.opens if opens else mark.closes) or mark.style != style or mark.family != family:
            return False
        opens = not opens
    return opens


def _cheapest(marks: Sequence[Mark], unclosed: float) -> list[Role]:
    costs: list[float] = [0.0]
    styles: list[_Styles] = [()]
    steps: list[list[_Step]] = []
    for mark in marks:
        costs, styles, step = _advance(costs, styles, mark)
        steps.append(step)
    depth = min(range(len(costs)), key=lambda deep: costs[deep] + deep * unclosed)
    roles: list[Role] = []
    for step in reversed(steps):
        depth, role = step[depth]
        roles.append(role)
    roles.reverse()
    return roles


def _advance(costs: list[float], styles: list[_Styles], mark: Mark) -> tuple[list[float], list[_Styles], list[_Step]]:
    """One step of the reading: the costs and styles after ``mark``, and from which depth and by which role each is reached.

    ``costs[d]`` is that of the cheapest reading that leaves ``d`` quotations open, ``styles[d]`` what marks opened these.
    """
    ahead: list[float] = []
    shown: list[_Styles] = []
    step: list[_Step] = []
    last, style = len(costs) - 1, mark.style
    for depth in range(min(last + 1, MAX_DEPTH) + 1):
        best, how = float("inf"), _STRAY[depth]
        if depth <= last:
            best = costs[depth] + mark.stray + (STRAY_INSIDE if depth > 0 else 0.0)
            if depth and costs[depth] + mark.opens + REOPENED < best:
                best, how = costs[depth] + mark.opens + REOPENED, _REOPEN[depth]
        if depth:
            cost = costs[depth - 1] + mark.opens
            if depth > 1:
                cost += NESTED if styles[depth - 1][-1] == style else NESTED_MIXED
            if cost < best:
                best, how = cost, _OPEN[depth]
        if depth < last:
            cost = costs[depth + 1] + mark.closes + (MIXED if styles[depth + 1][-1] != style else 0.0)
            if cost < best:
                best, how = cost, _CLOSE[depth]
        ahead.append(best)
        shown.append(_styles_after(styles[how[0]], how[1], style))
        step.append(how)
    return ahead, shown, step


def _styles_after(styles: _Styles, role: Role, style: str) -> _Styles:
    if role == "stray":
        return styles
    kept = styles if role == "open" else styles[:-1]
    return kept if role == "close" else (*kept, style)
