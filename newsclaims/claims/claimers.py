"""Claimers: whose a piece is that stands in no quote which puts it forward, or that explains what a quote reports in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from newsclaims.claims.pieces import OWN, Piece
from newsclaims.grammar.word_classes import ADJECTIVE, ADVERB, DETERMINER, JOINT, NUMBER
from newsclaims.model import SpeakerKind

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage

FURTHER = re.compile(f"[{JOINT}]?[{ADVERB}{DETERMINER}{ADJECTIVE}]{{0,3}}{NUMBER}")
"""How a sentence begins that gives the next figure of a survey: "only 13 percent", "another 40", "a further 9,000"."""


class Claimers:
    """Who puts forward what stands in no quote of its own."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._accusing = list(self._accusations())
        self._figures = dict(self._surveys())

    def of_article(self, piece: Piece) -> Piece:
        """A piece of the article, as that of a source where it goes on with what that accuses somebody of, or with its figures."""
        owner = self._accuser(piece)
        if owner == OWN:
            owner = self._survey(piece)
        return piece if owner == OWN else attrs.evolve(piece, owner=owner)

    def _accuser(self, piece: Piece) -> int:
        """The quote of which a piece is the accusation: "on Sunday Vane blamed Karr for the loss"."""
        next_finite = self._passage.next_finite
        for owner, begins, verb, said in self._accusing:
            told = piece.first in begins or next_finite(piece.first, piece.stop) == verb
            if (told and piece.first <= verb < piece.stop - 1) or (piece.first in said and piece.stop <= said.stop):
                return owner
        return OWN

    def _accusations(self) -> Iterator[tuple[int, tuple[int, int], int, range]]:
        """Quotes in which somebody is accused without a "that": their index, where who accuses and the cue begin, the verb, the words."""
        passage, at = self._passage, self._passage.layers.at
        for index, quote in enumerate(passage.quotes):
            if quote.source is not None and quote.cue is not None and quote.cue.category == "accuse" and not passage.asserting[index]:
                cue, stop = at(quote.cue.span.start), at(quote.cue.span.end)
                content = quote.contents[0]
                begins = at(quote.source.start), cue
                yield index, begins, min(passage.next_finite(cue, stop), stop - 1), range(at(content.start), at(content.end))

    def _survey(self, piece: Piece) -> int:
        """The quote whose figures a piece goes on with, in the sentence after it: "The poll found that ... Only 13 percent want a dam"."""
        passage = self._passage
        owner = self._figures.get(piece.sentence - 1, OWN)
        if owner == OWN:
            return OWN
        first, stop = passage.layers.sentence(piece.sentence)
        found = FURTHER.match(passage.shape, first, stop)
        further = found is not None and piece.first < found.end() and passage.lower[first] not in passage.language.words("definite_words")
        return owner if further else OWN

    def _surveys(self) -> Iterator[tuple[int, int]]:
        """Sentences in which a document gives figures, and nobody else says anything, with its quote."""
        passage, at = self._passage, self._passage.layers.at
        sentence_at = passage.layers.tokens.sentence_at
        for index, quote in enumerate(passage.quotes):
            if passage.asserting[index] and quote.speaker is not None and quote.speaker.kind is SpeakerKind.DOCUMENT:
                first, stop = at(quote.contents[0].start), at(quote.contents[-1].end)
                if passage.shape.find(NUMBER, first, stop) >= 0 and quote.within is None:
                    yield sentence_at(stop - 1), index
