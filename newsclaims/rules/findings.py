"""Findings: the layers, and what the rules have found in them so far; the one thing of a text that grows."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import attrs

from newsclaims.grammar.complement import Kind
from newsclaims.grammar.cues import Form
from newsclaims.layers import Layers
from newsclaims.rules.base import Anchor, Attribution, check_anchor
from newsclaims.rules.letters import signatures
from newsclaims.spans import Span

LAST_ATTRIBUTIONS = 16
"""So many attributions are "the last few"."""
Narrowed: TypeAlias = "Anchor | tuple[Kind, ...]"
"""A kind of anchors, or the verbs that have a complement of one of some kinds."""
KINDS: dict[Form, Anchor] = {Form.NOUN: "noun", Form.PHRASE: "phrase"}
"""The kinds of anchor that cues are by their form, which are no verbs."""


@attrs.frozen
class Found:
    """An attribution and the name of the rule that made it."""

    attribution: Attribution
    rule: str


class Findings(Layers):
    """What a rule is given: the layers of a text, with what the rules before it have found there.

    ``found`` are the attributions in the order they were made, ``made`` the same with the rule of each, ``said[i]`` says whether
    token ``i`` is part of what one of them says was said, and ``users`` which rule has used each quotation and each cue.
    ``after_quotations`` keeps what ``asking.after_quotation`` has read, by the start of the quotation.
    """

    __slots__ = (
        "_anchors",
        "_complements",
        "_earlier",
        "_found_ids",
        "_lines",
        "_signatures",
        "after_quotations",
        "found",
        "made",
        "said",
        "users",
    )

    after_quotations: dict[int, tuple[int, int]]
    found: list[Attribution]
    made: list[Found]
    said: bytearray
    users: Users
    _anchors: dict[Narrowed, Anchors]
    _complements: dict[Kind | None, list[int]]
    _earlier: list[tuple[int, int]]
    _found_ids: set[int]
    _lines: list[Span]
    _signatures: list[Span]

    def __init__(self, layers: Layers) -> None:
        users = Users(layers)
        grown = {
            "after_quotations": {},
            "found": [],
            "made": [],
            "said": bytearray(len(layers.tokens) + 1),
            "users": users,
            "_anchors": anchors(layers, users),
            "_complements": {},
            "_earlier": [],
            "_found_ids": set(),
            "_lines": [],
            "_signatures": [],
        }
        for name in Layers.__slots__:
            object.__setattr__(self, name, getattr(layers, name))
        for name, empty in grown.items():
            object.__setattr__(self, name, empty)

    def anchors(self, kind: Narrowed) -> Anchors:
        """What a rule of a kind is tried on, one after the other: quotations, cues or lines.

        Raises:
            RuleError: no rule starts from such a kind.
        """
        anchors = self._anchors.get(kind) or self._further_anchors(kind)
        if anchors.taken != self.users.taken:  # most rules find nothing
            anchors.taken = self.users.taken
            users = anchors.users
            anchors.free = [index for index in anchors.free if users[index] is None]
        return anchors

    def verbs_with(self, kinds: tuple[Kind, ...]) -> Anchors:
        """The verbs that have a complement of one of these kinds: each verb is asked but once for all rules of complements."""
        if kinds not in self._anchors:
            if not self._complements:
                for index in self.anchors("verb").free:
                    complement = self.clauses.complement(self.cues[index])
                    self._complements.setdefault(None if complement is None else complement.kind, []).append(index)
            free = sorted(index for kind in kinds for index in self._complements.get(kind, ()))
            self._anchors[kinds] = Anchors(self.cues, self.users.cues, free)
        return self.anchors(kinds)

    def _further_anchors(self, kind: Narrowed) -> Anchors:
        """Lines or signatures, which are read when a rule first asks for them."""
        check_anchor(kind)
        found = Anchors(self.lines(), self.users.lines) if kind == "line" else Anchors(self.signatures(), self.users.signatures or [])
        return self._anchors.setdefault(kind, found)

    def lines(self) -> Sequence[Span]:
        """The lines of the text that are not blank, without white space around them; read when a rule first asks for them."""
        if not self._lines:
            self._lines.extend(lines_of(self.text))
            self.users.lines = [None] * len(self._lines)
        return self._lines

    def signatures(self) -> Sequence[Span]:
        """The names on lines that sign a letter or a post; looked for when a rule first asks for them."""
        if self.users.signatures is None:
            self._signatures.extend(signatures(self))
            self.users.signatures = [None] * len(self._signatures)
        return self._signatures

    def add(self, attribution: Attribution, rule: str) -> None:
        """Takes note of what a rule has found."""
        contents, starts = attribution.contents, self.tokens.starts
        self._found_ids.add(id(attribution))
        bisect.insort(self._earlier, (contents[-1].start, len(self.found)))
        self.found.append(attribution)
        self.made.append(Found(attribution, rule))
        for span in contents:
            first = bisect.bisect_left(starts, span.start)
            stop = bisect.bisect_left(starts, span.end, first)
            self.said[first:stop] = b"\x01" * (stop - first)
        self.users.take(attribution, rule)
        if self._lines:
            for span in contents:
                self._take_lines(span, rule)

    def _take_lines(self, span: Span, rule: str) -> None:
        at = max(0, bisect.bisect_right(self._lines, span.start, key=lambda line: line.start) - 1)
        while at < len(self._lines) and self._lines[at].start < span.end:
            self.users.lines[at] = self.users.lines[at] or rule
            at += 1

    def was_found(self, attribution: Attribution) -> bool:
        """Whether this very attribution is one of ``found``."""
        return id(attribution) in self._found_ids

    def found_before(self, offset: int) -> list[Attribution]:
        """The last few attributions whose words begin before a character offset, the nearest first."""
        stop = bisect.bisect_left(self._earlier, (offset, -1))
        return [self.found[index] for _, index in reversed(self._earlier[max(0, stop - LAST_ATTRIBUTIONS) : stop])]


class Anchors:
    """The anchors of a kind: all of them, which rule has used each, and the indices of those that are free after ``taken`` attributions."""

    __slots__ = ("all", "free", "taken", "users")

    def __init__(self, all: Sequence[Any], users: list[str | None], free: list[int] | None = None) -> None:
        self.all = all
        self.users = users
        self.free = list(range(len(all))) if free is None else free
        self.taken = 0


class Users:
    """Which rule has used each quotation and each cue of a text, ``None`` where none has; ``taken`` attributions have used some."""

    __slots__ = ("_layers", "_next", "_starts", "cues", "lines", "quotations", "signatures", "taken")

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._starts = [quotation.span.start for quotation in layers.quotations]
        self._next = list(range(len(self._starts) + 1))
        self.quotations: list[str | None] = [None] * len(layers.quotations)
        self.cues: list[str | None] = [None] * len(layers.cues)
        self.lines: list[str | None] = []
        self.signatures: list[str | None] | None = None
        self.taken = 0

    def take(self, attribution: Attribution, rule: str) -> None:
        """Marks the quotations that begin in what was said and the cues that are part of the attribution's cue."""
        self.taken += 1
        for content in attribution.contents:
            self._take_quotations(content, rule)
        if attribution.cue is not None:
            self._take_cues(attribution.cue.span, rule)

    def _take_cues(self, span: Span, rule: str) -> None:
        starts, heads = self._layers.tokens.starts, self._layers.cue_heads
        index = bisect.bisect_left(heads, bisect.bisect_left(starts, span.start))
        while index < len(heads) and starts[heads[index]] < span.end:
            self.cues[index] = self.cues[index] or rule
            index += 1

    def _take_quotations(self, content: Span, rule: str) -> None:
        """Each quotation is visited once, however many contents it stands in: ``_next`` leads past those marked."""
        starts = self._starts
        index = bisect.bisect_left(starts, content.start)
        if index == len(starts) or starts[index] >= content.end:
            return
        stop = bisect.bisect_left(starts, content.end, index)
        index = self._free_from(index)
        while index < stop:
            self.quotations[index] = rule
            self._next[index] = index + 1
            index = self._free_from(index + 1)

    def _free_from(self, index: int) -> int:
        path = []
        while self._next[index] != index:
            path.append(index)
            index = self._next[index]
        for passed in path:
            self._next[passed] = index
        return index


def lines_of(text: str) -> Iterator[Span]:
    """The lines that are not blank, without white space around them."""
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            yield Span.of(text, start, start + len(words))
        at += len(line)


def anchors(layers: Layers, users: Users) -> dict[Narrowed, Anchors]:
    """The quotations of speech that stand in no other, and the cues by kind, in text order."""
    speech = [index for index, each in enumerate(layers.quotations) if each.depth == 0 and each.reason is None]
    kinds: dict[Narrowed, list[int]] = {"verb": [], "noun": [], "phrase": [], "label": []}
    quoted = layers.quoted
    for index, cue in enumerate(layers.cues):
        if cue.form is Form.LABEL:
            kinds["label"].append(index)
        elif not quoted[cue.head]:
            kinds[KINDS.get(cue.form, "verb")].append(index)
    found = {kind: Anchors(layers.cues, users.cues, free) for kind, free in kinds.items()}
    return {"quotation": Anchors(layers.quotations, users.quotations, speech), "cue": Anchors(layers.cues, users.cues), **found}
