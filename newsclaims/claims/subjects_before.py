"""The subject of a claim that has none of its own: it stands before it in the sentence ("the mill lost 300 jobs and | was sold")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaims.claims.clause_classes import APPOSED_MARK, APPOSED_START, MARK_OR_ADVERB, RELATIVE_CLAUSE_LEAD, VERBS
from newsclaims.claims.phrases import Phrase, first_phrase, last_phrase, phrase
from newsclaims.claims.pieces import OWN
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    AND,
    AS,
    BE,
    BREAK,
    BUT,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COMMA,
    FINITE,
    JOINT,
    NAME,
    NAMED_END,
    NOUN_OR_NAME,
    NUMBER,
    OPEN_QUOTE,
    PARTICIPLES,
    PRONOUNS,
    RELATIVE,
    RELATIVE_OR_THAT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    VERB_OR_BASE,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage
    from newsclaims.claims.pieces import Piece

CLAUSES_BACK = 6
"""So many verbs at most are gone back over to the one that has a subject."""
SUBJECT_LAST = NOUN_OR_NAME + PRONOUNS + CLOSE_BRACKET
"""What a subject ends with right before its verb."""
CLOSED = SUBORDINATOR + AS
"""What opens a clause in mid-sentence that ends before a comma."""
BEFORE_VERB = SUBJECT_LAST + TIME + NUMBER + COMMA
"""The same with what may stand between: "the mill on Tuesday lost", "the mill, founded in 2015, lost"."""


class SubjectsBefore:
    """Finds what a piece without a subject says something of, in the words of its sentence before it."""

    def __init__(self, passage: Passage, piece: Piece) -> None:
        self._passage = passage
        self._shape = passage.shape
        self._piece = piece
        self._low, _ = passage.layers.sentence(piece.sentence)

    def subject(self) -> Phrase | None:
        """The subject of a piece that begins with its verb or a participle."""
        shape, low, first = self._shape, self._low, self._piece.first
        participle = shape[first] in PARTICIPLES
        at = first if participle else self._past_telling(first)
        if at > low and shape[at - 1] in RELATIVE_OR_THAT:
            return self.antecedent(at - 1)
        end = back_over(shape, at, low, OPEN_QUOTE + CLOSE_QUOTE + ADVERB_OR_NOT)
        if end > low and shape[end - 1] in SUBJECT_LAST:
            return self.nearest(end)
        return self._of_verb_before(at) or first_phrase(self._passage, low, first)

    def antecedent(self, relative: int) -> Phrase | None:
        """What the relative pronoun at a token goes back to; of "and that was sold" the "that" itself."""
        shape, low = self._shape, self._low
        stop = back_over(shape, relative, low, RELATIVE_CLAUSE_LEAD)
        if shape[relative] == THAT and (stop == low or shape[stop - 1] in JOINT or shape[stop] in BREAK):
            return relative, relative
        while stop - 1 > low and shape[stop - 1] == NUMBER and shape[stop - 2] == COMMA:
            stop = back_over(shape, stop - 1, low, RELATIVE_CLAUSE_LEAD)  # "Ada Brenn, 34, who"
        return self.nearest(stop) if stop > low else None

    def apposed(self) -> Phrase | None:
        """What an apposition with a claim in it says something of: "The talk was about Ada Brenn, | a miner who lost 300 crowns"."""
        shape, first, stop = self._shape, self._piece.first, self._piece.stop
        beside = first - 1 > self._low and shape[first] in APPOSED_START and shape[first - 1] in APPOSED_MARK
        if not beside or shape[first - 2] not in NAMED_END:
            return None
        verb = self._passage.next_finite(first, stop)
        relative = next((at for at in range(first, verb) if shape[at] in RELATIVE_OR_THAT), stop)
        if NAME in shape[first:relative] or (verb < stop and (relative >= verb or (shape[relative] == THAT and verb > relative + 1))):
            return None
        return self.nearest(first - 1)

    def _past_telling(self, first: int) -> int:
        """Back over words of telling and what parts them from the piece: "the code he said | exploits the hole"."""
        low, telling = self._low, self._passage.telling
        at = back_over(self._shape, first, low, MARK_OR_ADVERB)
        if at == low or not telling[at - 1]:
            return first
        while at > low and telling[at - 1]:
            at -= 1
        return at if at > low else first

    def nearest(self, end: int) -> Phrase | None:
        """The phrase that ends before a token; after a preposition only as far as its noun: "by the Orrel Post, | which"."""
        found = phrase(self._passage, self._passage.layers.mentions.before(end, self._low, inside=True), self._low)
        return found or last_phrase(self._passage, self._low, end)

    def _verb_before(self, at: int) -> int:
        """The last finite verb before a token, but for "being"; in the article's words none of those it reports; -1 where there is none."""
        shape, own = self._shape, self._piece.owner == OWN
        while True:
            at = max([shape.rfind(code, self._low, at) for code in FINITE])
            being = at >= 0 and shape[at] == BE and self._passage.lower[at] not in self._passage.finite_be
            if at < 0 or not (being or (own and self._passage.said[at])):
                return at

    def _of_verb_before(self, at: int) -> Phrase | None:
        """The subject of the last verb before a token that has one of its own."""
        shape, low = self._shape, self._low
        for _ in range(CLAUSES_BACK):
            verb = self._verb_before(at)
            at = back_over(shape, verb, low, VERBS) if verb > low else low
            if at == low:
                return None
            if shape[at - 1] in RELATIVE_OR_THAT:
                return self.antecedent(at - 1)
            found = phrase(self._passage, self._passage.layers.mentions.before(at, low), low) if shape[at - 1] in BEFORE_VERB else None
            if found is not None:
                before = found[0] - 1
                if before < low or not self._is_of_another(before, verb):
                    return found
                if shape[before] == RELATIVE:  # "the mill, which Vane sold, | lost"
                    return self.antecedent(before)
                at = found[0]
        return None

    def _is_of_another(self, before: int, verb: int) -> bool:
        """Whether the subject of a verb, right after token ``before``, is not that of the piece.

        So it is in "the mill, which Vane sold, | lost", "rates rose as the bank sold, but | fell", "tore open packs called cells and |".
        """
        shape, first = self._shape, self._piece.first
        if shape[verb] == VERB and shape[before] in VERB_OR_BASE and not self._passage.telling[before]:
            return True
        apart = shape[first - 1] in BREAK + BUT or shape.endswith(COMMA + AND, 0, first)
        return apart and (shape[before] == RELATIVE or (shape[before] in CLOSED and before > self._low))
