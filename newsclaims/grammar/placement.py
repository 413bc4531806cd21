"""Placement: where a cue stands in its sentence, which says how far what was said can reach.

In a clause before the main one ("When Vane said ..., "), between a subject and its verb, or in a relative clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.subjects import SubjectReader
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    BE,
    CLAUSE_OPENER,
    CLOSE_QUOTE,
    COMMA,
    DO,
    FINITE,
    FRONTED_AFTER,
    HAVE,
    HAVE_OR_MODAL,
    INSERTED_OPENER,
    MODAL,
    NOT,
    OPENER_LEAD,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    WHETHER_OR_THAT,
)


class PlacementReader:
    """Reads where the cues of one text stand."""

    __slots__ = ("_cues", "_lower", "_mentions", "_quoted", "_reading", "_shape", "_subjects")

    def __init__(self, reading: Reading, subjects: SubjectReader) -> None:
        self._reading = reading
        self._subjects = subjects
        self._cues = reading.cues
        self._lower = reading.lower
        self._mentions = reading.mentions
        self._quoted = reading.quoted
        self._shape = reading.shape

    def is_fronted(self, cue: CueMatch) -> bool:
        """Whether the cue stands in a clause before the main one: "When Vane said ..., ", "Asked whether ..., "."""
        low, _ = self._reading.bounds(cue.head)
        if cue.first == low:
            return True
        found = self._subjects.of(cue) if cue.form is Form.FINITE else None
        start = found.first if found is not None else cue.first
        if start == low + 1 and self._shape[low] in HAVE_OR_MODAL:  # "Had Vane said so, "
            return True
        outer = self._cues.get(start - 2)
        if outer is not None and self._shape[start - 1] in WHETHER_OR_THAT and outer.head >= low:  # "Asked if he thought that ..., "
            return self.is_fronted(outer)
        if start > low and self._shape[start - 1] in CLAUSE_OPENER and (start - 1 == low or self._shape[start - 2] in FRONTED_AFTER):
            return True
        return self._is_in_opening_clause(cue, low)

    def _is_in_opening_clause(self, cue: CueMatch, low: int) -> bool:
        """Whether the sentence opens with a clause or a phrase in which the cue stands: "Even before he came to announce it, "."""
        shape, opener = self._shape, low
        opener = past(shape, opener, cue.first, OPENER_LEAD)
        if opener >= cue.first or shape[opener] not in INSERTED_OPENER:
            return False
        if not (shape[opener] == PREPOSITION and cue.form is Form.PARTICIPLE):  # "In a statement announcing it, "
            if shape[opener] == PREPOSITION and self._lower[opener] not in self._reading.words.clause_openers:
                return False
            found = self._mentions.after(opener + 2 if shape[opener + 1] == NOT else opener + 1, cue.last + 1, attach=False)
            if found is None or shape[self._reading.past_adverbs(found.last + 1, cue.last)] not in FINITE:
                return False
        return not any(self._main_clause_at(comma, cue.first) for comma in self._commas(opener + 1, cue.first))

    def is_inserted(self, cue: CueMatch) -> bool:
        """Whether a cue stands between a subject and its verb: "Vane, despite admitting it, left"; "Vane, asked why, left"."""
        before = self._shape[max(0, cue.first - 2) : cue.first]
        if cue.form is Form.PARTICIPLE:
            return before in (COMMA + PREPOSITION, COMMA + SUBORDINATOR)
        return cue.form in (Form.REDUCED_PASSIVE, Form.FINITE) and before.endswith(COMMA) and self._subjects.of(cue) is None

    def is_in_relative(self, cue: CueMatch) -> bool:
        """Whether a cue with a subject stands in a relative clause: "the song, which Vane says is new, is long"."""
        found = self._subjects.of(cue) if cue.form is Form.FINITE else None
        return found is not None and found.first > 1 and self._shape[found.first - 2 : found.first] == COMMA + RELATIVE

    def main_clause(self, cue: CueMatch, first: int, limit: int) -> int:
        """The mark at which the main clause begins: a subject and a verb after it, or the verb of "Vane, when asked why, left"."""
        shape = self._shape
        inserted = cue.first > 1 and shape[cue.first - 2 : cue.first] == COMMA + SUBORDINATOR
        for k in self._commas(first + 1, limit):
            own = inserted and self._mentions.after(k + 1, limit, attach=False) is None
            if self._main_clause_at(k, limit) or (own and shape[self._reading.past_adverbs(k + 1, limit - 1)] in FINITE):
                return k + 1 if shape[k] == CLOSE_QUOTE else k
        return limit

    def _commas(self, first: int, limit: int) -> Iterator[int]:
        """Each comma outside quotations, and each closing mark with a comma before it."""
        for k in range(first, limit):
            if self._reading.mark(k) == "," and (self._shape[k] == CLOSE_QUOTE or not self._quoted[k]):
                yield k

    def _main_clause_at(self, comma: int, limit: int) -> bool:
        """Whether a subject and its verb follow a comma, be it "that": "While Vane said so, that was long ago"."""
        if self._shape[comma + 1 : comma + 2] == THAT and self._shape[comma + 2 : min(limit, comma + 3)] in (BE, HAVE, MODAL, DO):
            return True
        found = self._mentions.after(comma + 1, limit, attach=False)
        return found is not None and found.first <= comma + 3 and any(self._goes_on(k + 1, limit) for k in (found.last, found.head))

    def _goes_on(self, at: int, limit: int) -> bool:
        """Whether a verb or an aside follows a subject."""
        at = self._reading.past_adverbs(at, limit)
        return at < limit and (self._shape[at] in FINITE or self._shape[at] == COMMA)
