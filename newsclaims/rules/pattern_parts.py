"""What a template is made of: words, slots, word lists, and brackets with alternatives in them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import attrs

from newsclaims.errors import PatternError
from newsclaims.grammar.tokens import token_pattern
from newsclaims.language import has_shipped_list

SLOTS = ("source", "cue", "quote", "role", "addressee", "number", "time", "start", "any")
MANY = ("number", "time", "start", "any")
"""Slots that may come more than once."""
MAX_PARTS = 40
"""Slots and words of a template."""

PartKind = Literal["word", "slot", "list"]


@attrs.frozen
class Part:
    """A piece of a template: a literal word in lower case, the name of a slot, or the name of a list of words."""

    word: str
    kind: PartKind = "word"

    def __str__(self) -> str:
        return f"“{self.word}”" if self.kind == "word" else f"{{{self.word}}}"


@attrs.frozen
class Choice:
    """Brackets in a template: one of the alternatives has to stand there, or may."""

    alternatives: tuple[tuple[Part | Choice, ...], ...]
    optional: bool = False


Parts = tuple[Part | Choice, ...]
"""Parts and choices in order."""

QUOTE = Part("quote", "slot")
START = Part("start", "slot")
QUOTATION_MARKS = '“”„"«»'
ACCEPT = -1
"""Stands among what may follow a node where nothing has to."""


@attrs.frozen
class Node:
    """A part with the numbers of the nodes that may follow it, the first to be tried first."""

    part: Part
    follows: tuple[int, ...]

    @property
    def at_edge(self) -> bool:
        """Whether the template may end here."""
        return ACCEPT in self.follows


@attrs.frozen
class Path:
    """One side of a template, from the quotation outwards: all nodes, and those that may come first.

    Brackets have become arrows from node to node, so that laying a path on a text tries each node at each place once at most.
    """

    nodes: tuple[Node, ...]
    first: tuple[int, ...]
    words: frozenset[str] | None = attrs.field(init=False, eq=False, repr=False)
    """The words one of which has to come first; ``None`` where something else may."""

    def __attrs_post_init__(self) -> None:
        parts = [self.nodes[node].part if node != ACCEPT else None for node in self.first]
        words = frozenset(part.word for part in parts if part is not None and part.kind == "word")
        object.__setattr__(self, "words", words if all(part is not None and part.kind == "word" for part in parts) else None)


def path_of(sequence: Parts, *, backwards: bool = False) -> Path:
    """The path through parts and choices.

    >>> path = path_of(read_template("{quote} [,]? said")[1:])
    >>> [(node.part.word, node.follows) for node in path.nodes], path.first
    ([('said', (-1,)), (',', (0,))], (1, 0))
    """
    nodes: list[Node] = []

    def entries(part: Part | Choice, follows: tuple[int, ...]) -> tuple[int, ...]:
        if isinstance(part, Part):
            nodes.append(Node(part, follows))
            return (len(nodes) - 1,)
        first = [entry for alternative in part.alternatives for entry in through(alternative, follows)]
        return tuple(dict.fromkeys((*first, *(follows if part.optional else ()))))

    def through(parts: Sequence[Part | Choice], follows: tuple[int, ...]) -> tuple[int, ...]:
        for part in parts if backwards else reversed(parts):
            follows = entries(part, follows)
        return follows

    first = through(sequence, (ACCEPT,))
    return Path(tuple(nodes), first)


def read_template(template: Any) -> Parts:
    """The parts of a template in order.

    Raises:
        PatternError: see :class:`newsclaims.PatternRule`.
    """
    if not isinstance(template, str):
        raise PatternError(f"a template is a str, not {type(template).__name__}", str(template))
    reader = _Reader(template)
    parts = reader.sequence()
    if QUOTE not in parts:
        raise PatternError("no {quote}" if parts else "no slot and no word", template)
    at = parts.index(QUOTE)
    beside = (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2])
    if any(isinstance(part, Part) and part.kind == "word" and part.word in QUOTATION_MARKS for part in beside):
        raise PatternError("quotation marks beside {quote}, which has its own: leave them out", template, template.index("{quote}"))
    if reader.count > MAX_PARTS:
        raise PatternError(f"more than {MAX_PARTS} slots and words", template)
    return parts


class _Reader:
    """Reads a template once from left to right; one call of :meth:`sequence` for each level of brackets."""

    def __init__(self, template: str) -> None:
        self.count = 0
        self._template = template
        self._at = 0
        self._depth = 0
        self._literal = _literal_signs(template)

    def _sign(self, at: int) -> str:
        """The character there where it means something in a template, else a space."""
        sign = self._template[at : at + 1]
        return sign if sign and sign in "{}[]|" and at not in self._literal else " "

    def sequence(self, slots: frozenset[str] = frozenset()) -> Parts:
        """What stands up to the end of this level; ``slots`` are those that stand before it."""
        parts: list[Part | Choice] = []
        while self._at < len(self._template):
            sign = self._sign(self._at)
            if sign in "|]" and self._depth:
                break
            if sign in "}]":
                raise self._error({"}": "a closing brace", "]": "a closing bracket"}[sign] + " without its opening one")
            if sign == "[":
                parts.append(self._choice(slots | names_of(parts)))
            elif sign == "{":
                parts.append(self._slot(slots | names_of(parts)))
            else:
                parts += self._words()
        return tuple(parts)

    def _choice(self, slots: frozenset[str]) -> Choice:
        opening = self._at
        alternatives: list[Parts] = []
        self._depth += 1
        while self._at == opening or self._sign(self._at) == "|":
            self._at += 1
            alternatives.append(self.sequence(slots))
        self._depth -= 1
        if self._sign(self._at) != "]":
            raise self._error("a bracket that is never closed", opening)
        if not all(alternatives):
            raise self._error("nothing stands between two bars or brackets", opening)
        self._at += 1
        optional = self._template[self._at : self._at + 1] == "?"
        self._at += optional
        return Choice(tuple(alternatives), optional)

    def _slot(self, slots: frozenset[str]) -> Part:
        opening, closing = self._at, self._template.find("}", self._at)
        if closing < 0:
            raise self._error("a brace that is never closed")
        name = self._template[opening + 1 : closing]
        self._at, self.count = closing + 1, self.count + 1
        if name not in SLOTS:
            return self._list(name, opening)
        if name not in MANY and name in slots:
            raise self._error(f"the slot {{{name}}} comes twice", opening)
        if name == QUOTE.word and self._depth:
            raise self._error("{quote} stands in brackets", opening)
        return Part(name, "slot")

    def _list(self, name: str, opening: int) -> Part:
        for known in (name, f"{name}s"):
            if has_shipped_list(known):
                return Part(known, "list")
        near = difflib.get_close_matches(name, SLOTS, 1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise self._error(f"no slot is called {name!r} (there are: {', '.join(SLOTS)}) and no list of words{meant}", opening)

    def _words(self) -> Iterator[Part]:
        stop = next((at for at in range(self._at, len(self._template)) if self._sign(at) != " "), len(self._template))
        words = [Part(match.group().lower()) for match in token_pattern().finditer(self._template, self._at, stop)]
        self._at, self.count = stop, self.count + len(words)
        yield from words

    def _error(self, problem: str, position: int | None = None) -> PatternError:
        return PatternError(problem, self._template, self._at if position is None else position)


def _literal_signs(template: str) -> frozenset[int]:
    """Where brackets and bars stand for themselves: brackets without a bar in them and a "?" behind, bars outside brackets."""
    literal: set[int] = set()
    opened: list[tuple[int, list[int]]] = []  # each bracket that is open, with the bars in it
    for at, sign in enumerate(template):
        if sign == "[":
            opened.append((at, []))
        elif sign == "|":
            if opened:
                opened[-1][1].append(at)
            else:
                literal.add(at)
        elif sign == "]" and opened:
            opening, bars = opened.pop()
            if not bars and template[at + 1 : at + 2] != "?":
                literal.update((opening, at))
    return frozenset(literal)


def names_of(parts: Sequence[Part | Choice]) -> frozenset[str]:
    """The names of the slots in parts, those in brackets too."""
    inside = [names_of(alternative) for part in parts if isinstance(part, Choice) for alternative in part.alternatives]
    return frozenset(part.word for part in parts if isinstance(part, Part) and part.kind == "slot").union(*inside)
