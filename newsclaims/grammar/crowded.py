"""Sentences of very many words of saying, cut at their marks: "Vane said it rained, Holt said it did not, ..." is read piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import BREAK
from newsclaims.spans import Bounds

MOST_IN_PIECE = 12
"""Words of saying in a piece, where there are marks to cut at; in annotated news ten is the most in a sentence."""


def cut_at_marks(tokens: Tokens, shape: str, units: Sequence[Bounds], crowded: Collection[int], words: Collection[str]) -> list[Bounds]:
    """The reading units, those numbered in ``crowded`` cut behind commas, dashes and semicolons; ``words`` are those of saying."""
    found: list[Bounds] = []
    for number, unit in enumerate(units):
        if number in crowded:
            found += _pieces(tokens, shape, unit, number, words)
        else:
            found.append(unit)
    return found


def _pieces(tokens: Tokens, shape: str, unit: Bounds, number: int, words: Collection[str]) -> Iterator[Bounds]:
    start, end, paragraph = unit
    count, mark, since = 0, -1, 0
    for k in range(tokens.sentence_starts[number], tokens.sentence_starts[number + 1]):
        if tokens.lower[k] in words:
            count, since = count + 1, since + 1
        if count > MOST_IN_PIECE and mark >= 0:
            yield start, tokens.ends[mark], paragraph
            start, count, mark = tokens.starts[mark + 1], since, -1
        if shape[k] in BREAK:
            mark, since = k, 0
    yield start, end, paragraph
