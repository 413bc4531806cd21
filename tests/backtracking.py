"""Proves of a regular expression that its cost grows with its input only: no choice inside an unbounded repeat is left open.

The positions of an expression (its single characters) and which may follow which make a graph (Glushkov 1961). An
expression backtracks without bound only where, inside an unbounded repeat, one character leads on along two ways that begin
with the same character; where all ways differ in their first character (Brüggemann-Klein and Wood 1998 call such
expressions one-unambiguous) a wrong way ends at once. What stands in a possessive repeat or atomic group is never gone back
into. A search moreover must not read the same stretch from each of its places: where an unbounded repeat can fail after it
has read on, the expression must not begin with what it repeats, or it is only ever tried at one place (``anchored``).

Characters are judged by a sample that holds all that the expression names and some of every class.
"""

from __future__ import annotations

import importlib
import itertools
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

SINCE_311 = sys.version_info >= (3, 11)
"""Whether possessive repeats and atomic groups can be parsed."""
ops: Any = importlib.import_module("re._constants" if SINCE_311 else "sre_constants")
parser: Any = importlib.import_module("re._parser" if SINCE_311 else "sre_parse")

UNBOUNDED = 256
"""A repeat of more than so many is taken for one without end."""
SAMPLE = "aZéßΩжअ漢あ09٣²_ \t\n\r\u00a0\u2028.,;:!?-–—'’‘\"“”()[]<>{}/\\&@#%$€+=*|~^`…•«»\u0301\u200b\x00😀"


class Problem(NamedTuple):
    """What is wrong: ``why`` in a few words, and the character by which it shows."""

    why: str
    char: str


class Edge(NamedTuple):
    """``to`` may follow, past the possessive repeats in ``skips``, none of which could be entered."""

    to: int
    skips: frozenset[int]


class Part(NamedTuple):
    """A piece of an expression: whether it may be empty (and which possessive repeats are then ``skipped``), where it begins and ends."""

    nullable: bool
    first: tuple[Edge, ...]
    last: tuple[Edge, ...]
    skipped: frozenset[int] = frozenset()


class Graph:
    """The positions of an expression and what may follow each."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.flags = flags
        tree = parser.parse(pattern, flags)
        self.flags |= tree.state.flags
        named = set(_named(tree))
        cased = {form for char in named for form in (char.lower(), char.upper()) if len(form) == 1}
        self.alphabet = sorted({*SAMPLE, *named, *cased})
        self.classes: list[frozenset[str]] = []
        self.loops: list[frozenset[int]] = []
        self.closed: list[frozenset[int]] = []
        self.follow: list[list[Edge]] = []
        self.failing: set[int] = set()
        self.problems: list[Problem] = []
        self._ways = 0
        self._inside: frozenset[int] = frozenset()
        self._atomic: frozenset[int] = frozenset()
        self.whole = self._sequence(list(tree), can_fail=False)

    # ------------------------------------------------------------------ building

    def _position(self, chars: Iterable[str]) -> Part:
        self.classes.append(frozenset(chars))
        self.loops.append(self._inside)
        self.closed.append(self._atomic)
        self.follow.append([])
        here = (Edge(len(self.classes) - 1, frozenset()),)
        return Part(False, here, here)

    def _way(self) -> int:
        self._ways += 1
        return self._ways

    def _sequence(self, items: list[Any], *, can_fail: bool) -> Part:
        """Items one after the other; ``can_fail`` says that what comes after them may fail."""
        fails = [can_fail] * (len(items) + 1)
        for at in reversed(range(len(items))):
            fails[at] = fails[at + 1] or not self._always(items[at])
        done = Part(True, (), ())
        for at, item in enumerate(items):
            part = self._item(item, can_fail=fails[at + 1])
            self._join(done.last, part.first)
            done = Part(
                done.nullable and part.nullable,
                done.first + (_past(part.first, done.skipped) if done.nullable else ()),
                part.last + (_past(done.last, part.skipped) if part.nullable else ()),
                done.skipped | part.skipped,
            )
        return done

    def _join(self, ends: Iterable[Edge], begins: Iterable[Edge]) -> None:
        for end, begin in itertools.product(ends, begins):
            self.follow[end.to].append(Edge(begin.to, end.skips | begin.skips))

    def _always(self, item: Any) -> bool:
        """Whether an item can be passed whatever follows: it may be empty and asks nothing."""
        op, value = item
        if op in _REPEATS:
            return bool(value[0] == 0)
        if op is ops.SUBPATTERN:
            return all(map(self._always, value[3]))
        if op is ops.BRANCH:
            return any(all(map(self._always, branch)) for branch in value[1])
        return False

    def _item(self, item: Any, *, can_fail: bool) -> Part:
        op, value = item
        if op in (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN, ops.CATEGORY):
            return self._position(char for char in self.alphabet if self._matches(op, value, char))
        if op is ops.SUBPATTERN:
            return self._sequence(list(value[3]), can_fail=can_fail)
        if op is ops.BRANCH:
            return self._branches([list(branch) for branch in value[1]], can_fail=can_fail)
        if op in _REPEATS:
            closed = op not in (ops.MAX_REPEAT, ops.MIN_REPEAT)
            return self._repeat(value[0], value[1], list(value[2]), can_fail=can_fail, closed=closed)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            self._look(list(value[1]))
            return Part(True, (), ())
        if op is ops.AT:
            return Part(True, (), ())
        if str(op) == "ATOMIC_GROUP":
            return self._closed_group(list(value), can_fail=can_fail)
        raise NotImplementedError(f"{op} is not known here")

    def _closed_group(self, items: list[Any], *, can_fail: bool) -> Part:
        outer, self._atomic = self._atomic, self._atomic | {self._way()}
        part = self._sequence(items, can_fail=can_fail)
        self._atomic = outer
        return part

    def _branches(self, branches: list[list[Any]], *, can_fail: bool) -> Part:
        parts = [self._sequence(branch, can_fail=can_fail) for branch in branches]
        if self._inside and sum(part.nullable for part in parts) > 1 and not self._exclusive(branches):
            self.problems.append(Problem("several branches of an unbounded repeat may be empty", ""))
        return Part(
            any(part.nullable for part in parts),
            tuple(edge for part in parts for edge in part.first),
            tuple(edge for part in parts for edge in part.last),
        )

    def _exclusive(self, branches: list[list[Any]]) -> bool:
        """Whether every branch begins by looking back at a character that no other looks back at."""
        seen: set[str] = set()
        for branch in branches:
            if not branch or branch[0][0] is not ops.ASSERT or branch[0][1][0] != -1:
                return False
            op, value = list(branch[0][1][1])[-1]
            chars = {char for char in self.alphabet if self._matches(op, value, char)}
            if seen & chars:
                return False
            seen |= chars
        return True

    def _look(self, items: list[Any]) -> None:
        if any(_is_unbounded(item) for item in items):
            self.problems.append(Problem("an unbounded repeat in a look around", ""))

    def _repeat(self, low: int, high: int, items: list[Any], *, can_fail: bool, closed: bool) -> Part:
        outer, atomic = self._inside, self._atomic
        unbounded = high > UNBOUNDED
        loop = self._way()
        if unbounded:
            self._inside = outer | {loop}
        if closed:
            self._atomic = atomic | {loop}
        if unbounded and can_fail:
            self.failing.add(loop)
        part = self._sequence(items, can_fail=can_fail)
        self._inside, self._atomic = outer, atomic
        if unbounded and part.nullable:
            self.problems.append(Problem("an unbounded repeat of what may be empty", ""))
        if high > 1:
            self._join(part.last, part.first)
        return Part(part.nullable or low == 0, part.first, part.last, frozenset({loop}) if closed else frozenset())

    # ------------------------------------------------------------------ judging

    def _matches(self, op: Any, value: Any, char: str) -> bool:
        if op is ops.LITERAL:
            return self._same(char, chr(value))
        if op is ops.NOT_LITERAL:
            return not self._same(char, chr(value))
        if op is ops.ANY:
            return char != "\n" or bool(self.flags & re.DOTALL)
        if op is ops.CATEGORY:
            return _in_category(value, char)
        hits = any(self._in_class(inner, argument, char) for inner, argument in value if inner is not ops.NEGATE)
        return hits != (value[0][0] is ops.NEGATE)

    def _in_class(self, op: Any, value: Any, char: str) -> bool:
        if op is ops.RANGE:
            return any(value[0] <= ord(form) <= value[1] for form in self._forms(char))
        return self._matches(op, value, char)

    def _same(self, char: str, other: str) -> bool:
        return bool(self._forms(char) & self._forms(other))

    def _forms(self, char: str) -> set[str]:
        return {char, *char.lower(), *char.upper()} if self.flags & re.IGNORECASE and len(char.lower()) == 1 else {char}

    def open_choices(self) -> Iterator[Problem]:
        """Choices inside an unbounded repeat between ways that begin with the same character."""
        for at, edges in enumerate(self.follow):
            for one, other in itertools.combinations(edges, 2):
                yield from self._open(at, one, other)

    def _open(self, at: int, one: Edge, other: Edge) -> Iterator[Problem]:
        inside = self.loops[at] & (self.loops[one.to] | self.loops[other.to])
        shared = self.classes[one.to] & self.classes[other.to]
        if not inside or not shared:
            return
        entered, other_entered = self.closed[one.to], self.closed[other.to]
        leaves_closed = self.closed[at] & (entered ^ other_entered)
        if not (leaves_closed or entered & other.skips or other_entered & one.skips):
            yield Problem("a choice in an unbounded repeat", min(shared))

    def reread(self) -> Iterator[Problem]:
        """Unbounded repeats that may fail after reading on, in an expression that can begin at each place in them."""
        for edge in self.whole.first:
            for at in self._reached(edge.to):
                shared = self.classes[edge.to] & self.classes[at]
                if self.loops[at] & self.failing and shared:
                    yield Problem("a search reads the same again from each place in an unbounded repeat", min(shared))

    def _reached(self, start: int) -> set[int]:
        """The positions that can be come to from one, itself among them."""
        reached, todo = {start}, [start]
        while todo:
            new = {edge.to for edge in self.follow[todo.pop()]} - reached
            reached |= new
            todo += new
        return reached


def _past(edges: Iterable[Edge], skips: frozenset[int]) -> tuple[Edge, ...]:
    return tuple(Edge(edge.to, edge.skips | skips) for edge in edges)


_REPEATS = tuple(op for op in (ops.MAX_REPEAT, ops.MIN_REPEAT, getattr(ops, "POSSESSIVE_REPEAT", None)) if op is not None)


def problems(pattern: str, flags: int = 0, *, anchored: bool = False) -> list[Problem]:
    """What may make the expression slow on some input; empty if nothing can."""
    graph = Graph(pattern, flags)
    return [*graph.problems, *graph.open_choices(), *(() if anchored else graph.reread())]


def _named(tree: Any) -> Iterator[str]:
    """The characters that an expression names, and both ends of its ranges."""
    for op, value in tree:
        if op in (ops.LITERAL, ops.NOT_LITERAL):
            yield chr(value)
        elif op is ops.RANGE:
            yield from (chr(value[0]), chr(value[1]))
        elif op is ops.IN:
            yield from _named(value)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from _named(branch)
        elif op is ops.SUBPATTERN:
            yield from _named(value[3])
        elif op in _REPEATS:
            yield from _named(value[2])
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _named(value[1])
        elif str(op) == "ATOMIC_GROUP":
            yield from _named(value)


def _is_unbounded(item: Any) -> bool:
    op, value = item
    if op in _REPEATS:
        return value[1] > UNBOUNDED or any(map(_is_unbounded, value[2]))
    if op is ops.SUBPATTERN:
        return any(map(_is_unbounded, value[3]))
    if op is ops.BRANCH:
        return any(any(map(_is_unbounded, branch)) for branch in value[1])
    return False


_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def _in_category(category: Any, char: str) -> bool:
    name = str(category).removeprefix("CATEGORY_")
    found = re.match(_CATEGORIES[name.removeprefix("NOT_")], char) is not None
    return found != name.startswith("NOT_")
