"""Applying an ordered rule set to a text: the one code path of extract and explain.

Order is priority: each rule sees, in text order, the anchors (quotations or cues) that no rule before it has used.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import RuleError
from newsclaims.grammar.cues import Form
from newsclaims.rules.base import ANCHORS, Anchor, Attribution, FunctionRule, Outcome, Rule
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.grammar.cues import CueMatch
    from newsclaims.layers import Layers

Recorder = Callable[[Rule, Any, Outcome], None]
"""Is told of every rule tried on an anchor and what it answered."""


@attrs.frozen
class Found:
    """An attribution and the name of the rule that made it."""

    attribution: Attribution
    rule: str


@attrs.frozen
class Applied:
    """What a rule set made of a text: the attributions in the order they were made, and which rule used each anchor."""

    found: tuple[Found, ...]
    users: Users


class Users:
    """Which rule has used each quotation and each cue of a text; ``None`` where none has."""

    __slots__ = ("_layers", "_next", "_starts", "_waiting", "cues", "quotations")

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._starts = [quotation.span.start for quotation in layers.quotations]
        self._next = list(range(len(self._starts) + 1))
        self.quotations: list[str | None] = [None] * len(layers.quotations)
        self.cues: list[str | None] = [None] * len(layers.cues)
        self._waiting = anchors(layers)

    def of(self, kind: Anchor) -> list[str | None]:
        """The users of the anchors of a kind, by index."""
        return self.quotations if kind == "quotation" else self.cues

    def waiting(self, kind: Anchor) -> list[int]:
        """The indices of the anchors of a kind that are free now."""
        users = self.of(kind)
        self._waiting[kind] = waiting = [index for index in self._waiting[kind] if users[index] is None]
        return waiting

    def take(self, attribution: Attribution, rule: str) -> None:
        """Marks the quotations that begin in what was said and the cues that are part of the attribution's cue."""
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


def apply_rules(layers: Layers, rules: Iterable[Rule], record: Recorder | None = None) -> Applied:
    """Everything the rules find, in the order they find it; ``record`` is told of each try.

    Raises:
        RuleError: a rule raised an exception (which is the ``__cause__``) or did not answer as a rule must.
    """
    users = Users(layers)
    found: list[Found] = []
    for each in rules:
        apply = each.function if type(each) is FunctionRule else each.apply  # one call less, tens of thousands of times
        used = users.of(each.anchor)
        things: Sequence[Any] = layers.quotations if each.anchor == "quotation" else layers.cues
        for index in users.waiting(each.anchor):
            if used[index] is not None:  # by this rule, with an anchor before it
                continue
            anchor = things[index]
            try:
                answer = apply(layers, anchor)
            except Exception as error:
                raise RuleError(f"the rule {each.name!r} failed: {type(error).__name__}: {error}") from error
            if answer is not None and not isinstance(answer, str):
                answer = _checked(each, layers, answer)
            if record is not None:
                record(each, anchor, answer)
            if isinstance(answer, Attribution):
                layers.add(answer)
                users.take(answer, each.name)
                found.append(Found(answer, each.name))
    return Applied(tuple(found), users)


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
    return "noun" if cue.form is Form.NOUN else "phrase" if cue.form is Form.PHRASE else "verb"


def _checked(rule: Rule, layers: Layers, answer: object) -> Outcome:
    if not isinstance(answer, Attribution):
        raise RuleError(f"the rule {rule.name!r} must return an Attribution, a str or None, not {type(answer).__name__}")
    return _well_formed(rule, layers, answer)


def _well_formed(rule: Rule, layers: Layers, attribution: Attribution) -> Outcome:
    """The attribution with its contents in order, disjoint, and without its own source and cue in them."""
    cue = attribution.cue.span if attribution.cue is not None else None
    marks = [span for span in (attribution.source, cue) if span is not None]
    for span in (*attribution.contents, *marks):
        if not (isinstance(span, Span) and 0 <= span.start < span.end and layers.text[span.start : span.end] == span.text):
            raise RuleError(f"the rule {rule.name!r} returned {span!r}, which is no stretch of the text")
    if attribution.continues is not None and not layers.was_found(attribution.continues):
        raise RuleError(f"the rule {rule.name!r} continues an attribution that is not one of layers.found")
    contents = attribution.contents if len(attribution.contents) == 1 else ordered(layers.text, attribution.contents)
    for mark in marks:
        if any(content.overlaps(mark) for content in contents):
            contents = tuple(piece for content in contents for piece in _without(layers, content, mark))
    if not contents:
        return "nothing is said beside the source and the cue"
    return attribution if contents == attribution.contents else attrs.evolve(attribution, contents=contents)


def ordered(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in text order; those that overlap become one.

    >>> ordered("a few words", (Span(6, 11, "words"), Span(0, 5, "a few"), Span(2, 5, "few")))
    (Span(start=0, end=5, text='a few'), Span(start=6, end=11, text='words'))
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span.of(text, joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _without(layers: Layers, content: Span, hole: Span) -> Iterator[Span]:
    """What is left of a content around a hole, without white space and commas at the cut; nothing where no word is left."""
    if not content.overlaps(hole):
        yield content
        return
    for start, end in ((content.start, hole.start), (hole.end, content.end)):
        words = layers.text[start:end] if start < end else ""
        if any(char.isalnum() for char in words):
            kept = words.lstrip(" \t\n,;:") if start == hole.end else words
            start = end - len(kept)
            kept = kept.rstrip(" \t\n,;:") if end == hole.start else kept
            yield Span(start, start + len(kept), kept)
