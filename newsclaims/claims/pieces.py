"""Pieces: a text cut by sentence and by who speaks, before any claim rule looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import FINITE, PIECE_LEAD, PIECE_TAIL, THAT
from newsclaims.model import Quote, Speaker, Stance
from newsclaims.shown import Shown

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.layers import Layers

OWN = -1
"""The owner of what the article says in its own voice."""
PREDICATE, RELATIVE_CLAUSE, PARTICIPLE = "predicate", "relative clause", "participle"
"""Forms of pieces that do not stand alone."""


@attrs.frozen(repr=False)
class Piece(Shown):
    """Tokens ``first`` up to ``stop`` of one sentence, all of them one speaker's.

    ``owner`` is the index of the innermost quote they are part of, or ``OWN``; ``form`` says what sort of piece it is ("sentence",
    "clause", "relative clause"). ``stance`` is what a frame around it makes of it ("no evidence that"). ``base`` is the larger piece
    that it has been proposed from, beside others that it may overlap; ``None`` where no rule has proposed any.
    """

    _shows = ("form", "sentence", "first", "stop", "stance")

    sentence: int
    first: int
    stop: int
    owner: int
    form: str = "sentence"
    stance: Stance = Stance.AFFIRM
    base: Piece | None = attrs.field(default=None)

    def part(self, first: int, stop: int, form: str | None = None, stance: Stance | None = None) -> Piece:
        """Some of the tokens, as a piece of the same speaker."""
        return Piece(self.sentence, first, stop, self.owner, form or self.form, stance or self.stance, self.base)

    def proposed(self, first: int, stop: int, form: str) -> Piece:
        """Some of the tokens, as a piece to be weighed beside this one."""
        return Piece(self.sentence, first, stop, self.owner, form, self.stance, self)

    def own(self) -> Piece:
        """The same tokens as the article's own words."""
        return Piece(self.sentence, self.first, self.stop, OWN, self.form, self.stance, self.base)

    def holds(self, other: Piece) -> bool:
        """Whether another piece is a part of this one, of the same speaker or the article's own."""
        inside = self.first <= other.first < other.stop <= self.stop and self.sentence == other.sentence
        return inside and other.owner in (self.owner, OWN)


class Owners:
    """Who each token belongs to: the innermost quote whose words are somebody's assertion, or the article.

    ``around[i]`` is the quote directly around quote ``i``, which begins before it, or ``OWN``: the chain of who reported what.
    """

    def __init__(self, layers: Layers, quotes: Sequence[Quote], asserting: Sequence[bool]) -> None:
        self.around = [OWN] * len(quotes)
        spans = sorted(
            (layers.at(content.start), -layers.at(content.end), index)
            for index, quote in enumerate(quotes)
            if asserting[index]
            for content in quote.contents
        )
        speakers = [quote.speaker for quote in quotes]
        self._spans = [span for at, span in enumerate(spans) if at == 0 or not _says_again(spans[at - 1], span, speakers)]

    def runs(self, count: int) -> Iterator[tuple[int, int, int]]:
        """The text as runs of tokens with one owner: first, one past the last, owner."""
        at = 0
        stack: list[tuple[int, int]] = []  # where an open content ends, and its quote
        begun: dict[int, int] = {}
        for first, minus_stop, index in self._spans:
            begun.setdefault(index, len(begun))
            while stack and stack[-1][0] <= first:
                stop, owner = stack.pop()
                if at < stop:
                    yield at, stop, owner
                    at = stop
            if at < first:
                yield at, first, stack[-1][1] if stack else OWN
                at = first
            if stack and self.around[index] == OWN and begun[stack[-1][1]] < begun[index]:
                self.around[index] = stack[-1][1]
            stack.append((-minus_stop, index))
        while stack:
            stop, owner = stack.pop()
            if at < stop:
                yield at, stop, owner
                at = stop
        if at < count:
            yield at, count, OWN


def _says_again(longer: tuple[int, int, int], span: tuple[int, int, int], speakers: Sequence[Speaker | None]) -> bool:
    """Whether the same words, or the first of them, are given to the same speaker twice: "bristled at the suggestion that"."""
    return span[0] == longer[0] and speakers[span[2]] is not None and speakers[span[2]] is speakers[longer[2]]


def find_pieces(passage: Passage) -> Iterator[Piece]:
    """The pieces of a text in order, trimmed and without the words that only say who said it."""
    layers, owners, telling = passage.layers, passage.owners, passage.telling
    starts = layers.tokens.sentence_starts
    sentence = 0
    for first, stop, owner in owners.runs(len(layers.tokens)):
        at = first
        while at < stop:
            while starts[sentence + 1] <= at:
                sentence += 1
            end = min(stop, starts[sentence + 1])
            for begin, over in _without(telling, at, end):
                begin, over = _trim(layers.shape, begin, over)
                if begin < over:
                    yield Piece(sentence, begin, over, owner)
            at = end


def _without(marked: bytearray, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between the marked tokens."""
    at = first
    while at < stop:
        hole = marked.find(1, at, stop)
        if hole < 0:
            yield at, stop
            return
        if hole > at:
            yield at, hole
        at = hole + 1
        while at < stop and marked[at]:
            at += 1


def trimmed(layers: Layers, piece: Piece) -> Piece | None:
    """The piece without marks, conjunctions and "that" at its edges; ``None`` where nothing is left."""
    first, stop = _trim(layers.shape, piece.first, piece.stop)
    if first >= stop:
        return None
    return piece if first == piece.first and stop == piece.stop else piece.part(first, stop)


def _trim(shape: str, first: int, stop: int) -> tuple[int, int]:
    """The edges without marks, conjunctions and "that"; they meet where nothing is left."""
    first = past(shape, first, stop, PIECE_LEAD)
    if first + 1 < stop and shape[first] == THAT and shape[first + 1] not in FINITE:
        first += 1
    stop = back_over(shape, stop, first, PIECE_TAIL)
    return first, stop
