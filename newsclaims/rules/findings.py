"""Findings: the layers, and what the rules have found in them so far; the one thing of a text that grows."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.layers import Layers
from newsclaims.rules.base import ANCHORS, Anchor, Attribution
from newsclaims.rules.letters import signatures
from newsclaims.spans import Span

LAST_ATTRIBUTIONS = 16
"""So many attributions are "the last few"."""


@attrs.frozen
class Found:
    """An attribution and the name of the rule that made it."""

    attribution: Attribution
    rule: str


class Findings(Layers):
    """What a rule is given: the layers of a text, with what the rules before it have found there.

    ``found`` are the attributions in the order they were made, ``made`` the same with the rule of each, ``said[i]`` says whether
    token ``i`` is part of what one of them says was said, and ``users`` which rule has used each quotation and each cue.
    """

    __slots__ = ("_earlier", "_found_ids", "_lines", "_signatures", "found", "made", "said", "users")

    found: list[Attribution]
    made: list[Found]
    said: bytearray
    users: Users
    _earlier: list[tuple[int, int]]
    _found_ids: set[int]
    _lines: list[Span]
    _signatures: list[Span]

    def __init__(self, layers: Layers) -> None:
        grown = {
            "found": [],
            "made": [],
            "said": bytearray(len(layers.tokens) + 1),
            "users": Users(layers),
            "_earlier": [],
            "_found_ids": set(),
            "_lines": [],
            "_signatures": [],
        }
        for name in Layers.__slots__:
            object.__setattr__(self, name, getattr(layers, name))
        for name, empty in grown.items():
            object.__setattr__(self, name, empty)

    def things(self, anchor: Anchor) -> Sequence[Any]:
        """What a rule of an anchor is tried on, one after the other: quotations, cues or lines."""
        if anchor == "line":
            return self.lines()
        if anchor == "signature":
            return self.signatures()
        return self.quotations if anchor == "quotation" else self.cues

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
        self._found_ids.add(id(attribution))
        bisect.insort(self._earlier, (attribution.contents[-1].start, len(self.found)))
        self.found.append(attribution)
        self.made.append(Found(attribution, rule))
        for span in attribution.contents:
            first, stop = self.at(span.start), self.at(span.end)
            self.said[first:stop] = b"\x01" * (stop - first)
        self.users.take(attribution, rule)
        for span in attribution.contents if self._lines else ():
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


class Users:
    """Which rule has used each quotation and each cue of a text; ``None`` where none has."""

    __slots__ = ("_asked", "_layers", "_next", "_starts", "_taken", "_waiting", "cues", "lines", "quotations", "signatures")

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._starts = [quotation.span.start for quotation in layers.quotations]
        self._next = list(range(len(self._starts) + 1))
        self.quotations: list[str | None] = [None] * len(layers.quotations)
        self.cues: list[str | None] = [None] * len(layers.cues)
        self.lines: list[str | None] = []
        self.signatures: list[str | None] | None = None
        self._waiting = anchors(layers)
        self._asked: dict[Anchor, int] = {}
        self._taken = 0

    def of(self, kind: Anchor) -> list[str | None]:
        """The users of the anchors of a kind, by index."""
        if kind == "line":
            return self.lines
        if kind == "signature":
            return self.signatures or []
        return self.quotations if kind == "quotation" else self.cues

    def waiting(self, kind: Anchor) -> list[int]:
        """The indices of the anchors of a kind that are free now."""
        users = self.of(kind)
        if kind in ("line", "signature"):
            return [index for index, user in enumerate(users) if user is None]
        if self._asked.get(kind) != self._taken:  # most rules find nothing
            self._asked[kind] = self._taken
            self._waiting[kind] = [index for index in self._waiting[kind] if users[index] is None]
        return self._waiting[kind]

    def take(self, attribution: Attribution, rule: str) -> None:
        """Marks the quotations that begin in what was said and the cues that are part of the attribution's cue."""
        self._taken += 1
        for content in attribution.contents:
            self._take_quotations(content, rule)
        if attribution.cue is not None:
            span = attribution.cue.span
            for index in self._layers.cue_range(self._layers.at(span.start), self._layers.at(span.end)):
                self.cues[index] = self.cues[index] or rule

    def _take_quotations(self, content: Span, rule: str) -> None:
        """Each quotation is visited once, however many contents it stands in: ``_next`` leads past those marked."""
        index = bisect.bisect_left(self._starts, content.start)
        stop = bisect.bisect_left(self._starts, content.end, index)
        if index == stop:
            return
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


def anchors(layers: Layers) -> dict[Anchor, list[int]]:
    """The anchors of each kind, in text order, as indices of the quotations or the cues of the text."""
    found: dict[Anchor, list[int]] = {kind: [] for kind in ANCHORS}
    found["quotation"] = [index for index, each in enumerate(layers.quotations) if each.depth == 0 and each.reason is None]
    found["cue"] = list(range(len(layers.cues)))
    for index, cue in enumerate(layers.cues):
        kind = kind_of_cue(layers, cue)
        if kind is not None:
            found[kind].append(index)
    return found


def kind_of_cue(layers: Layers, cue: CueMatch) -> Anchor | None:
    """What kind of anchor a cue is beside being a cue; ``None`` where it stands in a quotation."""
    if cue.form is Form.LABEL:
        return "label"
    if layers.quoted[cue.head]:
        return None
    if cue.form is Form.NOUN:
        return "noun"
    return "phrase" if cue.form is Form.PHRASE else "verb"
