"""Rules written as templates: ``"From the desk of {source} , {role} {quote}"``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import PatternError
from newsclaims.grammar.tokens import token_pattern
from newsclaims.rulebook.rule import check_name
from newsclaims.rules.base import Anchor, Attribution, Outcome
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.grammar.cues import CueMatch
    from newsclaims.layers import Layers
    from newsclaims.model import Quotation

SLOTS = ("source", "cue", "quote", "role", "addressee", "any")
MAX_SLOT = 25
"""Tokens that a slot may take in."""
MAX_PARTS = 40
"""Slots and words of a template."""


@attrs.frozen
class Part:
    """A piece of a template: a literal word in lower case, or the name of a slot."""

    word: str
    is_slot: bool = False

    def __str__(self) -> str:
        return f"{{{self.word}}}" if self.is_slot else f"“{self.word}”"


@attrs.frozen
class PatternRule:
    """A rule that attributes quotations which stand in a template of slots and words.

    Slots are ``{quote}`` (a quotation; exactly once), ``{source}``, ``{role}`` and ``{addressee}`` (a phrase of up
    to 25 words and marks), ``{cue}`` (a verb or phrase of saying) and ``{any}`` (one to 25 of anything; the only one
    that may come twice). All else stands for itself, in any case. A phrase is taken as the finder of mentions
    reads it, or else as the fewest words up to the template's next word; at the template's end only the former. What stands in
    ``{role}`` and ``{any}`` has to be there and is not kept. Slots do not reach over the end of a paragraph; next to
    ``{quote}`` one such end may stand.

    >>> from newsclaims import Extractor, RuleSet
    >>> label = PatternRule("label", "{source} , {role} : {quote}")
    >>> quote, = Extractor(rules=RuleSet([label])).extract("Orla Vane, harbour master: “It rained all day.”").quotes
    >>> quote.source.text, quote.text
    ('Orla Vane', 'It rained all day.')

    Raises:
        PatternError: the template is empty, has an unknown slot, a slot twice, a brace without its pair, no
            ``{quote}``, or more than 40 parts; ``position`` says where.
        RuleError: the name is empty or holds white space.
    """

    name: str
    template: str
    _before: tuple[Part, ...] = attrs.field(init=False, eq=False, repr=False)
    _after: tuple[Part, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_name(self.name)
        parts = read_template(self.template)
        at = parts.index(Part("quote", is_slot=True))
        object.__setattr__(self, "_before", parts[:at][::-1])
        object.__setattr__(self, "_after", parts[at + 1 :])

    @property
    def doc(self) -> str:
        """The template."""
        return self.template

    @property
    def anchor(self) -> Anchor:
        """A template is laid on each quotation."""
        return "quotation"

    def apply(self, layers: Layers, anchor: Quotation) -> Outcome:
        """The attribution of a quotation that stands in the template, or the part that is missing."""
        stretches = layers.tokens_of(anchor)
        first, last = stretches[0][0], stretches[-1][1]
        slots: dict[str, tuple[int, int]] = {}
        for parts, at, step in ((self._before, first - 1, -1), (self._after, last + 1, 1)):
            side = Side(layers, parts, step, at)
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
    """Lays the parts on one side of a quotation on the tokens, from the quotation outwards.

    ``parts`` are in that order, ``step`` is 1 after and -1 before the quotation. Each part is tried at each place once, and
    a slot reaches 25 tokens at most, so the work does not depend on the length of the text.
    """

    def __init__(self, layers: Layers, parts: tuple[Part, ...], step: int, at: int) -> None:
        self.slots: dict[str, tuple[int, int]] = {}
        self._layers = layers
        self._parts = parts
        self._step = step
        self._at = at
        self._failed: set[tuple[int, int]] = set()
        self._furthest = 0
        self._low, self._high = self._paragraph(at, step)

    def match(self) -> bool:
        """Whether all parts are there; then ``slots`` holds the first and last token of each slot."""
        return self._match(0, self._at)

    def failure(self) -> str:
        """The part that is missing."""
        return f"no {self._parts[self._furthest]} {'after' if self._step > 0 else 'before'} the quotation where the template has it"

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

    def _match(self, index: int, at: int) -> bool:
        if index == len(self._parts):
            return True
        self._furthest = max(self._furthest, index)
        if (index, at) in self._failed or not self._is_free(at):
            return False
        for first, last in self._places(index, at):
            if self._match(index + 1, last + 1 if self._step > 0 else first - 1):
                if self._parts[index].is_slot:
                    self.slots[self._parts[index].word] = first, last
                return True
        self._failed.add((index, at))
        return False

    def _is_free(self, at: int) -> bool:
        """Whether a token stands in the paragraph and in no other quotation."""
        return self._low <= at < self._high and not self._layers.quoted[at]

    def _places(self, index: int, at: int) -> Iterator[tuple[int, int]]:
        """Where a part can stand, from token ``at`` on: its first and last token, the best place first."""
        part, at_edge = self._parts[index], index + 1 == len(self._parts)
        if not part.is_slot:
            if self._layers.tokens.lower[at] == part.word:
                yield at, at
        elif part.word == "cue":
            yield from self._cues(at)
        elif part.word == "any":
            yield from self._runs(at, 1 if at_edge else MAX_SLOT)
        else:
            yield from self._mention(at)
            if not at_edge:
                yield from (place for place in self._runs(at, MAX_SLOT) if all(map(self._is_word, place)))

    def _cues(self, at: int) -> Iterator[tuple[int, int]]:
        for cue in self._layers.cues_between(max(0, at - MAX_SLOT), at + MAX_SLOT):
            if at == (cue.first if self._step > 0 else cue.last):
                yield cue.first, cue.last

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


def read_template(template: Any) -> tuple[Part, ...]:
    """The parts of a template in order.

    Raises:
        PatternError: see :class:`PatternRule`.
    """
    if not isinstance(template, str):
        raise PatternError(f"a template is a str, not {type(template).__name__}", str(template))
    parts: list[Part] = []
    at = 0
    while at < len(template):
        opening = template.find("{", at)
        stop = len(template) if opening < 0 else opening
        closing = template.find("}", at)
        if 0 <= closing < stop:
            raise PatternError("a closing brace without its opening one", template, closing)
        parts += (Part(match.group().lower()) for match in token_pattern().finditer(template, at, stop))
        if opening < 0:
            break
        if closing < 0:
            raise PatternError("a brace that is never closed", template, opening)
        parts.append(_slot(template, opening, closing, parts))
        at = closing + 1
    if Part("quote", is_slot=True) not in parts:
        raise PatternError("no {quote}" if parts else "no slot and no word", template)
    if len(parts) > MAX_PARTS:
        raise PatternError(f"more than {MAX_PARTS} slots and words", template)
    return tuple(parts)


def _slot(template: str, opening: int, closing: int, earlier: list[Part]) -> Part:
    name = template[opening + 1 : closing]
    if name not in SLOTS:
        raise PatternError(f"no slot is called {name!r} (there are: {', '.join(SLOTS)})", template, opening)
    slot = Part(name, is_slot=True)
    if name != "any" and slot in earlier:
        raise PatternError(f"the slot {{{name}}} comes twice", template, opening)
    return slot
