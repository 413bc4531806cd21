"""The claim rule that proposes: all spans between two places where a claim may begin and end; and what is read off them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from newsclaims.claims.base import Proposed, Verdict, claim_rule
from newsclaims.claims.choosing import Chances
from newsclaims.claims.features import Said, Signs, kind_of
from newsclaims.claims.measured import Measured
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import PREDICATE, RELATIVE_CLAUSE, Piece
from newsclaims.claims.stretches import Stretch

FORMS = {
    "clause": "clause", "phrase": "clause", "verb": "predicate", "relative": "relative clause", "participle": "participle",
    "adverbial first": "clause", "to": "infinitive",
}  # fmt: skip


def proposed(passage: Passage, piece: Piece, start: int, end: int) -> Piece:
    """The tokens ``start`` up to ``end`` of a piece, as one to be weighed beside it."""
    return piece.proposed(start, end, FORMS.get(kind_of(passage.shape, start, end), "clause"))


@claim_rule("spans")
def spans(passage: Passage, piece: Piece) -> Verdict:
    """Each stretch between two joints (marks, "and", "who", "because", words of saying) that has a verb may be a claim."""
    if piece.base is not None:
        return None
    found = [
        proposed(passage, piece, start, end) for start, end in passage.stretch(piece).spans() if start > piece.first or end < piece.stop
    ]
    return Proposed(tuple(found)) if found else None


class Proposal(NamedTuple):
    """Pieces of one stretch that no rule refused, with what was read in the stretch; ``spans`` are their tokens, in order.

    What the rule ``spans`` proposes becomes a piece only where it is asked for, unless a rule comes after it.
    """

    base: Piece
    stretch: Stretch
    pieces: Mapping[tuple[int, int], Piece]
    spans: Sequence[tuple[int, int]]
    signs: Signs
    measured: Measured

    def piece(self, span: tuple[int, int]) -> Piece:
        """The piece with these tokens."""
        found = self.pieces.get(span)
        if found is None:
            return proposed(self.stretch.passage, self.base, *span)
        form = FORMS.get(kind_of(self.stretch.passage.shape, *span), "clause")
        leans = found is self.base and form in (PREDICATE, RELATIVE_CLAUSE)  # ", which has lost 300 jobs" behind what somebody said
        return attrs.evolve(found, form=form) if leans else found


class Chosen(NamedTuple):
    """A piece that is a claim, and what was read around it; the proposal that it was chosen from takes much room and is let go."""

    piece: Piece
    chances: Chances
    measured: Measured
    said: Said
