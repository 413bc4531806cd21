"""Rules written as templates: ``"From the desk of {source} , {role} {quote}"``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from newsclaims.grammar.class_names import CAN_NAME
from newsclaims.grammar.stamps import CLOCK
from newsclaims.grammar.word_classes import BE, END_MARK, NUMBER, ROLE_START
from newsclaims.rulebook.rule import check_name
from newsclaims.rules.base import Anchor, Attribution, Outcome
from newsclaims.rules.pattern_parts import ACCEPT, QUOTE, START, Node, Path, path_of, read_template
from newsclaims.shown import Shown
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.grammar.cues import CueMatch
    from newsclaims.layers import Layers
    from newsclaims.model import Quotation

TIME = re.compile(CLOCK)
TIME_TOKENS = 5
LINE_INDENT = 20
"""So many blanks may stand before the first word of a line."""
MAX_SLOT = 25
"""Tokens that a slot may take in."""
LONGEST_ENTRY = 4
"""Words of the longest entry of a list that a template finds."""


@attrs.frozen(repr=False)
class PatternRule(Shown):
    """A rule that attributes quotations which stand in a template of slots and words.

    Slots are ``{quote}`` (a quotation; exactly once), ``{source}``, ``{role}`` and ``{addressee}`` (a phrase of up
    to 25 words and marks), ``{cue}`` (a verb or phrase of saying), ``{number}``, ``{time}`` ("14:05"), ``{start}`` (the beginning of a
    line, nothing more) and ``{any}`` (one to 25 of anything); the last four may come twice. What stands in ``{source}`` can name
    somebody: there is a noun, a name or a pronoun in it. ``{viewpoint_preposition}`` is an entry of the language's list of
    that name (``viewpoint_prepositions``).
    ``[was | is]`` is one of several, ``[, that]?`` what may be there or not; brackets may stand in brackets. All else stands for
    itself, in any case, and so do brackets without a bar in them or a question mark behind them (``{quote} [ {source} ]``). A phrase
    is taken as the finder of mentions reads it, or else as the fewest words up to the template's next word; at the template's end
    only the former. What stands in ``{role}`` and ``{any}`` has to be there and is not kept. Slots do not reach over the end of a
    paragraph; next to ``{quote}`` one such end may stand.

    >>> from newsclaims import Extractor, RuleSet
    >>> label = PatternRule("label", "{source} , {role} : {quote}")
    >>> quote, = Extractor(rules=RuleSet([label])).extract("Orla Vane, harbour master: “It rained all day.”").quotes
    >>> quote.source.text, quote.text
    ('Orla Vane', 'It rained all day.')

    Raises:
        PatternError: the template is empty, has an unknown slot, a slot twice on one way through it, a brace or bracket without
            its pair, no ``{quote}`` outside brackets, quotation marks beside it (they are part of it), or more than 40
            parts; ``position`` says where.
        RuleError: the name is empty or holds white space.
    """

    _shows = ("name", "template")

    name: str
    template: str
    doc: str = ""
    """What it matches, in a line; the template where nothing is given."""
    _before: Path = attrs.field(init=False, eq=False, repr=False)
    _after: Path = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_name(self.name)
        parts = read_template(self.template)
        at = parts.index(QUOTE)
        object.__setattr__(self, "doc", self.doc or self.template)
        object.__setattr__(self, "_before", path_of(parts[:at], backwards=True))
        object.__setattr__(self, "_after", path_of(parts[at + 1 :]))

    @property
    def anchor(self) -> Anchor:
        """A template is laid on each quotation."""
        return "quotation"

    def apply(self, layers: Layers, anchor: Quotation) -> Outcome:
        """The attribution of a quotation that stands in the template, or the part that is missing."""
        here = layers.place(anchor)
        slots: dict[str, tuple[int, int]] = {}
        for path, at, step in ((self._before, here.opening - 1, -1), (self._after, here.close + 1, 1)):
            if not path.nodes:
                continue
            if path.words is not None and not (0 <= at < len(layers.tokens) and layers.tokens.lower[at] in path.words):
                return missing(path.nodes[path.first[-1]], step)
            side = Side(layers, path, step, at)
            if not side.match():
                return side.failure()
            slots.update(side.slots)
        return self._attribution(layers, anchor, slots)

    def _attribution(self, layers: Layers, quotation: Quotation, slots: dict[str, tuple[int, int]]) -> Attribution:
        spans: dict[str, Span] = {name: layers.span(*tokens) for name, tokens in slots.items()}
        cue: CueMatch | None = next(iter(layers.cues_between(slots["cue"][0], slots["cue"][1] + 1)), None) if "cue" in slots else None
        return Attribution(
            quotation.stretches,
            spans.get("source"),
            layers.cue_of(cue) if cue is not None else None,
            spans.get("addressee"),
        )


class Side:
    """Lays the path on one side of a quotation on the tokens, from the quotation outwards.

    ``step`` is 1 after and -1 before the quotation. Each node is tried at each place once, and a slot reaches 25 tokens at most, so the
    work does not depend on the length of the text. A new kind of slot is a row of ``PLACES``: where it can stand, the best place first.
    """

    def __init__(self, layers: Layers, path: Path, step: int, at: int) -> None:
        self.slots: dict[str, tuple[int, int]] = {}
        self._layers = layers
        self._nodes = path.nodes
        self._first = path.first
        self._step = step
        self._at = at
        self._failed: set[tuple[int, int]] = set()
        self._furthest = (0, path.first[-1])
        self._low, self._high = self._paragraph(at, step) if path.nodes else (0, 0)

    def match(self) -> bool:
        """Whether all parts are there; then ``slots`` holds the first and last token of each slot."""
        return self._match_any(self._first, self._at, 0)

    def failure(self) -> str:
        """The part that is missing; where there are several ways, on the one that was followed furthest."""
        return missing(self._nodes[self._furthest[1]], self._step)

    def _paragraph(self, at: int, step: int) -> tuple[int, int]:
        """The tokens of the paragraph next to the quotation: its own, or a neighbour if the quotation is at its edge."""
        tokens = self._layers.tokens
        if not 0 <= at < len(tokens):
            return 0, 0
        here, quotation = (self._layers.paragraph_of(tokens.sentence_at(token)) for token in (at, at - step))
        if abs(here - quotation) > 1:
            return 0, 0
        start, end = self._layers.paragraphs[here]
        return self._layers.at(start), self._layers.at(end)

    def _match_any(self, nodes: tuple[int, ...], at: int, depth: int) -> bool:
        return any(node == ACCEPT or self._match(node, at, depth) for node in nodes)

    def _match(self, index: int, at: int, depth: int) -> bool:
        if depth > self._furthest[0]:
            self._furthest = depth, index
        node = self._nodes[index]
        if node.part == START:  # takes no words
            return self._begins_line(at) and self._match_any(node.follows, at, depth + 1)
        if (index, at) in self._failed or not self._is_free(at):
            return False
        for first, last in self._places(node, at):
            if self._match_any(node.follows, last + 1 if self._step > 0 else first - 1, depth + 1):
                if node.part.kind == "slot":
                    self.slots[node.part.word] = first, last
                return True
        self._failed.add((index, at))
        return False

    def _is_free(self, at: int) -> bool:
        """Whether a token stands in the paragraph and in no other quotation."""
        return self._low <= at < self._high and not self._layers.quoted[at]

    def _places(self, node: Node, at: int) -> Iterable[tuple[int, int]]:
        """Where a part can stand, from token ``at`` on: its first and last token, the best place first."""
        if node.part.kind == "word":
            return ((at, at),) if self._layers.tokens.lower[at] == node.part.word else ()
        if node.part.kind == "list":
            return self._entries(node.part.word, at)
        return PLACES[node.part.word](self, at, node.at_edge)

    def _entries(self, name: str, at: int) -> Iterator[tuple[int, int]]:
        """The entries of a list of words, the longest first."""
        entries, tokens = self._layers.language.words(name), self._layers.tokens
        for first, last in reversed(list(self._runs(at, LONGEST_ENTRY))):
            if any(" ".join(words[first : last + 1]) in entries for words in (tokens.lower, tokens.words)):
                yield first, last

    def _cues(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        for cue in self._layers.cues_between(max(0, at - MAX_SLOT), at + MAX_SLOT):
            if at == (cue.first if self._step > 0 else cue.last):
                yield cue.first, cue.last

    def _anything(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        return self._runs(at, 1 if at_edge else MAX_SLOT)

    def _phrases(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        yield from self._mention(at)
        if not at_edge:
            yield from (place for place in self._runs(at, MAX_SLOT) if all(map(self._is_word, place)))

    def _sources(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        return (place for place in self._phrases(at, at_edge) if self._can_name(place))

    def _can_name(self, place: tuple[int, int]) -> bool:
        shape = self._layers.shape[place[0] : place[1] + 1]
        after_be = self._layers.shape[max(0, place[0] - 1) : place[0]] == BE and shape[0] in ROLE_START  # "the mayor was clear"
        return not after_be and END_MARK not in shape and any(code in CAN_NAME for code in shape)

    def _numbers(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        if self._layers.shape[at] == NUMBER:
            yield at, at

    def _times(self, at: int, at_edge: bool) -> Iterator[tuple[int, int]]:
        return (place for place in self._runs(at, TIME_TOKENS) if TIME.fullmatch(self._layers.span(*place).text))

    def _begins_line(self, at: int) -> bool:
        """Whether what has been laid last begins a line; after a quotation, whether what comes next does."""
        token = at if self._step > 0 else at + 1
        tokens = self._layers.tokens
        start = tokens.starts[token] if token < len(tokens) else len(self._layers.text)
        before = self._layers.text[max(0, start - LINE_INDENT) : start].rstrip(" \t")
        return (not before and start <= LINE_INDENT) or before.endswith(("\n", "\r"))

    def _mention(self, at: int) -> Iterator[tuple[int, int]]:
        low, high = self._layers.clauses.bounds(at)
        mentions = self._layers.mentions
        found = mentions.after(at, high) if self._step > 0 else mentions.before(at + 1, low)
        if found is None or at != (found.first if self._step > 0 else found.last):
            return
        last = found.last
        while last > found.first and not self._is_word(last) and self._layers.tokens.words[last] not in ")”":
            last -= 1
        yield found.first, last

    def _runs(self, at: int, longest: int) -> Iterator[tuple[int, int]]:
        other = at
        for _ in range(longest):
            if not self._is_free(other):
                return
            yield min(at, other), max(at, other)
            other += self._step

    def _is_word(self, token: int) -> bool:
        return any(map(str.isalnum, self._layers.tokens.words[token]))


def missing(node: Node, step: int) -> str:
    """What is said where a part is not there."""
    return f"no {node.part} {'after' if step > 0 else 'before'} the quotation where the template has it"


PLACES: dict[str, Callable[[Side, int, bool], Iterable[tuple[int, int]]]] = {
    "source": Side._sources,
    "role": Side._phrases,
    "addressee": Side._phrases,
    "cue": Side._cues,
    "number": Side._numbers,
    "time": Side._times,
    "any": Side._anything,
}
"""Where each slot can stand: asked with a token, and whether the template may end with the slot."""
