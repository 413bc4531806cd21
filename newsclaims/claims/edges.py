"""Edges: a claim ends with no word that opens something, and a mark that opens in it closes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import OPENS_MORE
from newsclaims.claims.stretches import PAIRS, SHORTEST
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import BREAK, END_MARK, PIECE_TAIL

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece

NEAR = 3
"""Within so many tokens of a claim stands the mark that closes one inside it, behind a comma or a full stop."""


def well_formed(passage: Passage, piece: Piece) -> Piece:
    """A piece without "of", "as", "that" at an end in mid-sentence, and with the marks that close or open what does so inside it."""
    shape = passage.shape
    low, high = passage.layers.sentence(piece.sentence)
    first, stop = piece.first, piece.stop
    while first + SHORTEST < stop < high and shape[stop - 1] in OPENS_MORE and shape[stop] not in END_MARK:
        stop = back_over(shape, stop - 1, first, PIECE_TAIL)
    for opening, closing in PAIRS:
        more = shape.count(opening, first, stop) - shape.count(closing, first, stop)
        if more == 1:
            stop = _closed(shape, closing, stop, min(high, stop + NEAR))
        elif more == -1 and first > low and shape[first - 1] == opening:
            first -= 1
    return piece if (first, stop) == (piece.first, piece.stop) else piece.part(first, stop)


def _closed(shape: str, closing: str, stop: int, limit: int) -> int:
    """One past the mark that closes what is open before ``stop``, if nothing but marks stands between."""
    at = shape.find(closing, stop, limit)
    return at + 1 if at >= 0 and all(code in BREAK + END_MARK for code in shape[stop:at]) else stop
