"""What a claim is about: the subject of its first clause, with a pronoun traced to the words it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.passage import FINITE, Passage
from newsclaims.claims.pieces import Piece

if TYPE_CHECKING:
    from newsclaims.claims.referents import Referents
    from newsclaims.spans import Span

LONGEST = 12
"""So many tokens at most make an object."""
NOMINAL = "NE#oA"


def find_object(passage: Passage, piece: Piece, referents: Referents) -> Span | None:
    """The span of what a piece is about, or ``None`` where nothing can be told."""
    found = _subject(passage, piece)
    if found is None:
        return None
    first, last = found
    word = passage.lower[first]
    if (first == last and passage.shape[first] in "pTWD") or passage.shape[first] == "P":
        owner = referents.of(first, piece.owner)
        if owner is not None:
            return owner
        if passage.shape[first] in "pTWD" and word in referents.empty:
            return _first_name(passage, last + 1, piece.stop) or passage.layers.span(first, last)
    return passage.layers.span(first, last)


def _subject(passage: Passage, piece: Piece) -> tuple[int, int] | None:
    """The first and the last token of the first subject; of the first noun phrase where there is no verb."""
    shape, layers = passage.shape, passage.layers
    start = _past_adverbial(shape, piece.first, piece.stop)
    for at in range(start, piece.stop):
        if shape[at] in FINITE and at > start:
            mention = layers.mentions.before(at, start)
            if mention is not None and mention.how != "relative" and mention.head_first >= start:
                return mention.head_first, min(mention.head, mention.head_first + LONGEST)
            break
    mention = layers.mentions.after(start, piece.stop, attach=False)
    return None if mention is None else (mention.head_first, min(mention.head, mention.head_first + LONGEST))


def _past_adverbial(shape: str, first: int, stop: int) -> int:
    """Past "In May," and "However," at the beginning."""
    if shape[first] in "IRYsafw&b":
        comma = shape.find(",", first, stop - 2)
        if comma > 0:
            return comma + 1
        while first + 1 < stop and shape[first] in "Rsafw&b":
            first += 1
    return first


def _first_name(passage: Passage, first: int, stop: int) -> Span | None:
    """ "There was no link": what is there."""
    shape = passage.shape
    for at in range(first, stop):
        if shape[at] not in "BHMORX":
            mention = passage.layers.mentions.after(at, stop, attach=False)
            return None if mention is None else passage.layers.span(mention.head_first, min(mention.head, mention.head_first + LONGEST))
    return None
