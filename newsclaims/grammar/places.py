"""Places: where a quotation stands among the tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.grammar.tokens import Tokens
from newsclaims.model import Quotation


class Place(NamedTuple):
    """Where a quotation and its sentences stand, in tokens.

    ``opening`` is its first token and ``close`` its last, marks included; ``pause`` is the last of its first paragraph, which is ``close``
    where it has only one. ``low`` is the first token of the sentence it begins in, ``stop`` one past the last of that, ``high`` one past
    the last of the sentence it ends in.
    """

    opening: int
    pause: int
    close: int
    low: int
    stop: int
    high: int

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing stands before the quotation in its sentence (“Sorry,” Vane mouthed)."""
        return self.low == self.opening


def place_of(stretches: Sequence[tuple[int, int]], tokens: Tokens) -> Place:
    """The place of a quotation with these stretches."""
    (opening, pause), (_, close) = stretches[0], stretches[-1]
    starts, first, last = tokens.sentence_starts, tokens.sentence_of[opening], tokens.sentence_of[close]
    return Place(opening, pause, close, starts[first], starts[first + 1], starts[last + 1])


def quotation_tokens(tokens: Tokens, quotations: Sequence[Quotation]) -> Iterator[list[tuple[int, int]]]:
    """The first and the last token of each stretch of the quotations, which come in text order."""
    first = 0
    for quotation in quotations:
        at = first = tokens.first_at(quotation.span.start, first)
        stretches: list[tuple[int, int]] = []
        for stretch in quotation.stretches:
            at = tokens.first_at(stretch.start, at)
            stretches.append((at, tokens.first_at(stretch.end, at) - 1))
        yield stretches
