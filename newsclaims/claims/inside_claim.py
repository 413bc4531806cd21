"""Pronouns inside a claim: whether one goes back to words of the claim itself, and so is as plain in it as it is in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.agreement import PHRASES
from newsclaims.grammar.word_classes import (
    AS,
    COMMA,
    DETERMINER_OR_NUMBER,
    FRONTED_CLAUSE_OPENER,
    IF,
    JOINT,
    NAME,
    NOUN,
    OBJECT_PRONOUN,
    PERSONAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE_OR_THAT,
    SUBORDINATOR,
)
from newsclaims.model import QuoteKind, SpeakerKind

if TYPE_CHECKING:
    from newsclaims.claims.agreement import Agreement
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece
    from newsclaims.spans import Span

GOING_BACK = ("male", "female", "thing", "things")
BODIES_MEANT = ("thing", "things")
PARTIES = ("I", "we")
CLAUSE_BEFORE = SUBORDINATOR + PREPOSITION + JOINT + COMMA + AS + IF
"""After these a clause begins within a claim."""
REFLEXIVE = ("self", "selves")


class InsideClaim:
    """Tells, in one text, which pronouns of a claim stand for words of it."""

    def __init__(self, passage: Passage, agreement: Agreement) -> None:
        self._passage = passage
        self._layers = passage.layers
        self._agreement = agreement

    def holds(self, piece: Piece, at: int, kind: str | None, about: Span | None, lead: frozenset[str]) -> bool:
        """Whether a pronoun goes back to words of its claim; ``lead`` are the kinds that the subject put before it can have."""
        return self._goes_back(piece, at, kind, lead) or self._is_subject(piece, at, kind, about)

    def _goes_back(self, piece: Piece, at: int, kind: str | None, lead: frozenset[str]) -> bool:
        """Whether a pronoun can go back to a noun before it in the claim itself: "the firm lost its licence"."""
        before, led = self._layers.shape[piece.first : at], kind in lead
        if (before or led) and self._passage.lower[at].endswith(REFLEXIVE):
            return True
        if self._layers.shape[at] == OBJECT_PRONOUN and len(PHRASES.findall(before)) + led < 2:  # "Vane thanked them"
            return False
        if kind in PARTIES or (self._layers.shape[at] == PRONOUN and not led):
            return False
        return led or NOUN in before or NAME in before

    def _is_no_noun(self, first: int, last: int) -> bool:
        """Whether what a claim is about is a pronoun, or "that", or a number alone."""
        code = self._layers.shape[first]
        return code in PERSONAL + RELATIVE_OR_THAT or (first == last and code in DETERMINER_OR_NUMBER)

    def _is_subject(self, piece: Piece, at: int, kind: str | None, about: Span | None) -> bool:
        """Whether a pronoun stands for the subject of the claim itself: "Vane left as she was ill", "After her trial, Vane left"."""
        if about is None or kind not in GOING_BACK or self._layers.shape[at] == OBJECT_PRONOUN:  # "Vane thanked her": somebody else
            return False
        first, last = self._layers.at(about.start), self._layers.at(about.end) - 1
        shape = self._layers.shape
        if first < piece.first or self._is_no_noun(first, last) or kind not in self._agreement.pronouns(first, last):
            return False
        if at < first:
            return shape[piece.first] in FRONTED_CLAUSE_OPENER and shape[first - 1] == COMMA and NAME in shape[first : last + 1]
        if last >= at:
            return False
        as_plain = shape[at] == PRONOUN and (kind in BODIES_MEANT or not self._is_of_source(piece, kind))
        return as_plain or not self._agreement.any(last + 1, at, kind)

    def _is_of_source(self, piece: Piece, kind: str) -> bool:
        """Whether a pronoun can stand for who is reported to say it: "Vane said a man had left as she was ill"."""
        quote = self._passage.quote(piece)
        if quote is None or quote.speaker is None or quote.kind is QuoteKind.DIRECT:
            return False
        return quote.speaker.kind is SpeakerKind.PERSON and quote.speaker.named and quote.speaker.gender in (kind, None)
