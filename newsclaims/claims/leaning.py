"""Leaning: what a claim without a subject of its own says something of, where that is sure enough to be put before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.agreement import BODY, SEVERAL
from newsclaims.claims.pieces import PARTICIPLE, PREDICATE, RELATIVE_CLAUSE
from newsclaims.grammar.word_classes import (
    ADVERB,
    ADVERB_OR_NOT,
    ANY_PREPOSITION,
    AUXILIARY,
    COMMA,
    ED_FORM,
    FINITE,
    GENITIVE,
    PERSONAL,
    RELATIVE_OR_THAT,
    THAT,
    TIME,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.claims.agreement import Agreement
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece
    from newsclaims.spans import Span

LEANING = (PREDICATE, RELATIVE_CLAUSE, PARTICIPLE)
NO_SUBJECT_START = PERSONAL + RELATIVE_OR_THAT
NO_SUBJECT_END = GENITIVE + TIME + ADVERB
SUBJECT_RELATIVE_NEXT = FINITE + ADVERB_OR_NOT
"""What follows "who" or "which" where it is the subject of its clause."""
ANOTHER_CLAUSE = THAT + RELATIVE_OR_THAT + WH
PEOPLE = frozenset(("male", "female", "things"))


class Leaning:
    """Tells, in one text, whether a claim leans on a phrase before it."""

    def __init__(self, passage: Passage, agreement: Agreement) -> None:
        self._passage = passage
        self._agreement = agreement
        self._relatives = passage.language.table("source_pronouns")
        self._numbers = passage.language.table("verb_numbers")

    def on(self, piece: Piece, about: Span) -> bool:
        """Whether a predicate or a relative clause surely says something of a phrase before it."""
        layers = self._passage.layers
        first, last = layers.at(about.start), layers.at(about.end) - 1
        shape = self._passage.shape
        if piece.form == PARTICIPLE or shape[first] in NO_SUBJECT_START or shape[last] in NO_SUBJECT_END:
            return False
        meant = self._agreement.pronouns(first, last)
        if piece.form == RELATIVE_CLAUSE:
            if shape[piece.first + 1 : piece.first + 2] not in SUBJECT_RELATIVE_NEXT:
                return False  # "which she gave"
            who = self._relatives.get(self._passage.lower[piece.first]) == "who"
            sure = self._is_beside(piece, first, last, who)
            return sure and not meant.isdisjoint(PEOPLE if who else BODY) and self._agrees(piece, meant)
        return self._is_shared(piece, last + 1) and self._agrees(piece, meant)

    def _is_beside(self, piece: Piece, first: int, last: int, who: bool) -> bool:
        """Whether a relative clause stands right behind a phrase and can go back to no other: not "the end of the dam, which"."""
        shape = self._passage.shape
        if shape[last + 1 : piece.first].strip(COMMA) or any(code in ANY_PREPOSITION for code in shape[first:last]):
            return False
        return who or shape[first - 1 : first] not in tuple(ANY_PREPOSITION)

    def _agrees(self, piece: Piece, meant: frozenset[str]) -> bool:
        """Whether the verb of a claim has the number of what it leans on."""
        verb = self._passage.next_finite(piece.first, piece.stop)
        word = self._passage.lower[verb] if verb < piece.stop else ""
        number = self._numbers.get(word)
        if number == "things" or (word and self._passage.layers.lemma(verb) == word and self._passage.shape[verb] == VERB):
            return "things" in meant
        return number is None or meant != SEVERAL

    def _is_shared(self, piece: Piece, after: int) -> bool:
        """Whether between a subject and the predicate stands one verb of the same clause: "the mill | lost 300 jobs and | was sold"."""
        shape = self._passage.shape
        between = shape[after : piece.first]
        verbs = [at for at, code in enumerate(between) if code in FINITE and (at == 0 or between[at - 1] not in FINITE + ADVERB_OR_NOT)]
        if len(verbs) != 1 or any(code in ANOTHER_CLAUSE for code in between):
            return False
        goes_on = shape[piece.first] in ED_FORM and any(code in AUXILIARY for code in between)  # "can be saved and compounded"
        return not goes_on and not between[: verbs[0]].strip(ADVERB_OR_NOT)
