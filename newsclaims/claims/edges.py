"""Edges: a claim ends with no word that opens something, and a mark that opens in it closes in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import OPENS_MORE
from newsclaims.claims.clauses import opens_clause
from newsclaims.claims.pieces import PREDICATE, RELATIVE_CLAUSE
from newsclaims.claims.stretches import PAIRS, SHORTEST
from newsclaims.grammar.walking import back_over, has_finite
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    BREAK,
    COMMA,
    END_MARK,
    FINITE,
    INNER_MARK,
    NOUN_OR_NAME,
    PIECE_TAIL,
    PREPOSITION,
    RELATIVE,
    THAT,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece

JOINT_VERB = re.compile(f"{AND}[{ADVERB}]?[{FINITE}]")
"""The last of several predicates: "who came, saw | and won"."""
LEAD = 5
"""Within so many tokens of a preposition stands a "that" behind which a claim begins."""
NEAR = 3
"""Within so many tokens of a claim stands the mark that closes one inside it, behind a comma or a full stop."""


def well_formed(passage: Passage, piece: Piece) -> Piece:
    """A piece without "of", "as", "that" at an end in mid-sentence, and with the marks that close or open what does so inside it."""
    shape = passage.shape
    low, high = passage.layers.sentence(piece.sentence)
    first, stop = _told(passage, piece), piece.stop
    while first + SHORTEST < stop < high and shape[stop - 1] in OPENS_MORE and shape[stop] not in END_MARK:
        stop = back_over(shape, stop - 1, first, PIECE_TAIL)
    stop = _without_open_relative(shape, first, stop, high)
    for opening, closing in PAIRS:
        more = shape.count(opening, first, stop) - shape.count(closing, first, stop)
        if more == 1:
            closed = _closed(shape, closing, stop, min(high, stop + NEAR))
            first += closed == stop and shape[first] == opening
            stop = closed
        elif more == -1 and first > low and shape[first - 1] == opening:
            first -= 1
        elif more == -1 and shape[stop - 1] == closing:
            stop -= 1
    return piece if (first, stop) == (piece.first, piece.stop) else piece.part(first, stop)


def parted(passage: Passage, piece: Piece) -> tuple[Piece, ...]:
    """A relative clause between commas and the predicate behind it, which says something of the same: "who leads the board, | has sold".

    Nothing of a subject whose verb stands behind words of telling: "The first step, | Vane said, was a talk".
    """
    shape, first, stop = passage.shape, piece.first, piece.stop
    if not has_finite(shape, first, stop) and _goes_on(passage, piece):
        return ()
    if piece.form != RELATIVE_CLAUSE or not shape.startswith(COMMA, first - 1):
        return (piece,)
    comma = shape.find(COMMA, first, stop - SHORTEST)
    if comma < 0 or shape[comma + 1] not in FINITE or not has_finite(shape, first, comma) or JOINT_VERB.search(shape, comma, stop):
        return (piece,)
    return piece.part(first, comma), piece.part(comma + 1, stop, PREDICATE)


def _goes_on(passage: Passage, piece: Piece) -> bool:
    """Whether only words of telling and marks stand between a piece and a verb."""
    _, high = passage.layers.sentence(piece.sentence)
    at = piece.stop
    while at < high and (passage.telling[at] or passage.shape[at] in INNER_MARK):
        at += 1
    return at < high and passage.shape[at] in FINITE and any(passage.telling[piece.stop : at])


def _told(passage: Passage, piece: Piece) -> int:
    """Where a piece begins: after "in Orrel that" of "the view in Orrel that the mill is lost"."""
    shape, first = passage.shape, piece.first
    if shape[first] not in PREPOSITION:
        return first
    that = shape.find(THAT, first, min(piece.stop - SHORTEST, first + LEAD))
    return first if that < 0 or has_finite(shape, first, that) or not opens_clause(shape, that + 1, piece.stop) else that + 1


def _without_open_relative(shape: str, first: int, stop: int, high: int) -> int:
    """One past the last token of a piece but for a relative clause that has only begun: "four titles, a record | that for now"."""
    that = max(shape.rfind(THAT, first, stop), shape.rfind(RELATIVE, first, stop))
    begun = first + SHORTEST < that < stop - 1 and stop < high and shape[stop] in BREAK
    if not begun or shape[that - 1] not in NOUN_OR_NAME or shape[that + 1] not in PREPOSITION or has_finite(shape, that, stop):
        return stop
    return that


def _closed(shape: str, closing: str, stop: int, limit: int) -> int:
    """One past the mark that closes what is open before ``stop``, if nothing but marks stands between."""
    at = shape.find(closing, stop, limit)
    return at + 1 if at >= 0 and all(code in BREAK + END_MARK for code in shape[stop:at]) else stop
