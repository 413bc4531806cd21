"""The claim rule that proposes: all spans between two places where a claim may begin and end."""

from __future__ import annotations

from newsclaims.claims.base import Proposed, Verdict, claim_rule
from newsclaims.claims.features import kind_of
from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import Piece

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
