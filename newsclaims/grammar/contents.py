"""Contents: where what was said ends and the narrator takes over again."""

from __future__ import annotations

import functools
import re

from newsclaims.grammar.complement import Kind
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.narrator import NarratorReader
from newsclaims.grammar.placement import PlacementReader
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.subjects import SubjectReader
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    AND,
    ANY_PREPOSITION,
    APPOSITIVE_START,
    AS,
    ASIDE_MARK,
    BASE,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_END,
    CONTENT_BREAK,
    DASH,
    FINITE,
    FINITE_BUT_DO,
    FURTHER_QUOTED,
    ING,
    JOINT,
    LIST_JOINT,
    LOOSE_END,
    NARROW_BREAK,
    NOUN_PHRASE_START,
    OBJECT_GOES_ON,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    OTHERS,
    PHRASE_GOES_ON,
    PREPOSITION,
    PREPOSITION_OR_TO,
    QUOTED_JOINT,
    RELATIVE,
    STOP,
    STRONG_BREAK,
    SUBORDINATOR,
    TO,
    VERB_OR_BASE,
    WH,
    phrase_pattern,
)

NARROW: tuple[Kind, ...] = ("obj", "to", "ing", "preposition", "obj-to")
"""Kinds of complement that are no clause and so end sooner."""
LIST_REACH = 24
LIST_ITEMS = 4
APPOSITIVE_REACH = 16


@functools.cache
def breaks_pattern(narrow: bool) -> re.Pattern[str]:
    """Where what was said may end; compiled at first use."""
    return re.compile(f"[{NARROW_BREAK if narrow else CONTENT_BREAK}]")


class ContentReader:
    """Finds the ends of what was said in one text."""

    __slots__ = ("_cues", "_lower", "_narrator", "_phrase", "_placement", "_reading", "_shape", "_subjects")

    def __init__(self, reading: Reading, subjects: SubjectReader) -> None:
        self._reading = reading
        self._subjects = subjects
        self._cues = reading.cues
        self._lower = reading.lower
        self._narrator = NarratorReader(reading)
        self._placement = PlacementReader(reading, subjects)
        self._shape = reading.shape
        self._phrase = phrase_pattern().match

    def end(self, first: int, high: int, kind: Kind, cue: CueMatch | None, *, relative: bool) -> int:
        """One past the last token of what was said, from ``first`` on: "said it rained and left" ends before "and".

        ``relative`` says that the cue stands in a relative clause, which ends where the main verb comes.
        """
        limit = self._trimmed(self._before_bracket(first, high), first)
        if cue is not None and relative:
            limit = self._before_outer(cue, first, limit)
        if cue is not None and self._has_mark(first, limit):
            relative = relative or self._placement.is_inserted(cue) or self._placement.is_in_relative(cue)
            limit = self._before_main_clause(cue, first, limit)
        if kind == "quote":
            limit = self._closing(first, limit) + 1 if self._is_what(cue) else self._end_of_quote(first, limit, cue)
        return self._first_stop(first, limit, cue, narrow=kind in NARROW, relative=relative)

    def _before_bracket(self, first: int, high: int) -> int:
        """Where the bracket closes in which the cue stands: (that is what they call each other | )"""
        close = self._shape.find(CLOSE_BRACKET, first, high)
        return close if close > first and self._shape.find(OPEN_BRACKET, first, close) < 0 else high

    def _first_stop(self, first: int, limit: int, cue: CueMatch | None, *, narrow: bool, relative: bool) -> int:
        """Where the narrator takes over before the limit, outside quotations."""
        shape, depth, done = self._shape, 0, first
        for match in breaks_pattern(narrow).finditer(shape, first, limit):
            k = match.start()
            if k < done:
                continue
            code = shape[k]
            if code == OPEN_QUOTE:
                close = shape.find(CLOSE_QUOTE, k, limit)
                if close < 0 or shape.find(OPEN_QUOTE, k + 1, close) > 0:
                    depth += 1
                    continue
                k, done = close, close + 1
            elif code == CLOSE_QUOTE:
                depth = max(0, depth - 1)
                continue
            if depth == 0 and k > first and self._stops(k, limit, cue, narrow=narrow, relative=relative):
                return k + 1 if shape[k] == CLOSE_QUOTE else self._trimmed(k, first)
        return limit

    def _before_main_clause(self, cue: CueMatch, first: int, limit: int) -> int:
        """Where the main clause begins if the cue's own is before it: "When she said it rained, | he left"."""
        if not self._placement.is_fronted(cue):
            return limit
        return self._trimmed(self._placement.main_clause(cue, first, limit), first)

    def _before_outer(self, cue: CueMatch, first: int, limit: int) -> int:
        """Where the cue comes whose subject the relative clause is part of: people who declined to be named | said it rained."""
        outer_cues = (self._cues[k] for k in range(first + 1, limit) if k in self._cues)
        for outer in outer_cues:
            subject = self._subjects.of(outer) if outer.form is Form.FINITE else None
            if subject is not None and subject.first < cue.head <= subject.last:
                return outer.first
        return limit

    def _has_mark(self, first: int, limit: int) -> bool:
        """Whether a comma or a dash stands in a stretch, without which nothing set off ends there."""
        return self._shape.find(COMMA, first, limit) >= 0 or self._shape.find(DASH, first, limit) >= 0

    def _trimmed(self, end: int, first: int) -> int:
        return back_over(self._shape, end, first + 1, LOOSE_END)

    def _stops(self, k: int, limit: int, cue: CueMatch | None, *, narrow: bool, relative: bool) -> bool:
        mark = self._reading.mark(k)
        return (
            self._narrator.takes_over(k, mark, limit, cue)
            or (narrow and self._object_ends(k, mark, limit))
            or (relative and mark in ASIDE_MARK and self._narrator.main_verb_follows(k, limit))
        )

    # ------------------------------------------------------------------ quotations

    def _is_what(self, cue: CueMatch | None) -> bool:
        """Whether the words said are what the cue's "what" stands for: what he called “a mistake” cost millions."""
        found = self._subjects.of(cue) if cue is not None and cue.form is Form.FINITE else None
        return found is not None and found.first > 0 and self._shape[found.first - 1] == WH

    def _end_of_quote(self, first: int, limit: int, cue: CueMatch | None) -> int:
        """Where the quotation or list of quotations that begins at ``first`` ends, with the words that belong to its clause."""
        shape = self._shape
        close = self._closing(first, limit)
        while (further := self._next_quoted(close, limit)) > 0:
            close = self._closing(further, limit)
        at = close + 1
        if at >= limit or shape[at] in STOP or (shape[at] in JOINT and self._narrator.quoted_follows(at + 1, limit)):
            return min(at, limit)
        if self._joins_quotation(at, limit):
            return limit
        return limit if self._goes_on_after(first, close, limit, cue) else at

    def _goes_on_after(self, first: int, close: int, limit: int, cue: CueMatch | None) -> bool:
        """Whether the clause of quoted words goes on after them: said “a number of arrests” were made; declared “a mess” for all."""
        shape, after = self._shape, self._shape[close + 1]
        if shape[close - 1] in COMMA_OR_END:
            return False
        if shape[close - 1] in VERB_OR_BASE and after in NOUN_PHRASE_START:  # "urged them to “weigh” the cost"
            return True
        if self._reading.has_finite(first, close):
            return False
        if after == AS and cue is not None and "obj-as" in cue.frames:  # "citing “a love of fog” as his reason"
            return not self._reading.has_finite(close + 1, limit)
        if after in PHRASE_GOES_ON or (after in PREPOSITION_OR_TO and cue is not None and cue.takes("obj", "to")):
            return True
        return self._reading.has_finite(close + 1, limit) and (after in FINITE + AND or shape.find(OPEN_QUOTE, close + 1, limit) > 0)

    def _joins_quotation(self, at: int, limit: int) -> bool:
        """Whether a further quotation is joined on after a word or two: “...” because “...”."""
        return self._shape[at] in QUOTED_JOINT and OPEN_QUOTE in self._shape[at + 1 : min(limit, at + 3)]

    def _next_quoted(self, close: int, limit: int) -> int:
        """The opening mark of a further quotation in a list: “...,” “...” and “...”; 0 where there is none."""
        at = close + 1
        at = past(self._shape, at, limit, LIST_JOINT)
        return at if at < limit and self._shape[at] == OPEN_QUOTE and at <= close + 3 else 0

    def _closing(self, opening: int, limit: int) -> int:
        depth = 0
        for k in range(opening, limit):
            if self._shape[k] == OPEN_QUOTE:
                depth += 1
            elif self._shape[k] == CLOSE_QUOTE:
                depth -= 1
                if depth <= 0:
                    return k
        return limit - 1

    # ------------------------------------------------------------------ objects and infinitives

    def _object_ends(self, k: int, code: str, limit: int) -> bool:
        """An object or infinitive ends at a comma, a subordinate clause, or a further verb: called it late | and left."""
        shape = self._shape
        if code == COMMA:
            return not self._object_goes_on(k, limit)
        if code in STRONG_BREAK:
            return True
        others = code == WH and k + 1 < limit and shape[k + 1] not in OTHERS  # "hoped to shed what Holt called “..."
        if (others or self._opens_clause(k)) and self._narrator.quoted_follows(k + 1, limit):  # "talked about it when he told Vane: “..."
            return True
        if code == PREPOSITION:
            return shape[k + 1 : k + 2] == ING and k + 1 in self._cues
        if code in JOINT and k + 1 < limit:
            at = self._reading.past_adverbs(k + 1, limit)
            return at < limit and (shape[at] in FINITE or self._clause_begins(at, limit))
        return False

    def _opens_clause(self, k: int) -> bool:
        """Whether a token is "when", "because", "after" and the like."""
        return self._shape[k] == SUBORDINATOR or (self._shape[k] == PREPOSITION and self._lower[k] in self._reading.words.clause_openers)

    def _object_goes_on(self, comma: int, limit: int) -> bool:
        """Whether an object goes on after a comma: a quotation, a list, an appositive, ", including ..."."""
        shape = self._shape
        after = shape[comma + 1 : comma + 4]
        if after.startswith(FURTHER_QUOTED):  # "called it “late,” a “mess,” and a “joke”"
            return True
        if shape[comma + 1 : comma + 3] == TO + BASE and shape.find(COMMA + RELATIVE, max(0, comma - APPOSITIVE_REACH), comma) >= 0:
            return True  # "urged the firm, which owns the mill, to sell it"
        return self._list_goes_on(comma, limit) or self._belongs_after_comma(comma + 1, limit) or self._returns(comma, limit)

    def _clause_begins(self, at: int, limit: int) -> bool:
        """Whether a subject and its finite verb follow: called it “bold” and its supporters call it late."""
        match = self._phrase(self._shape, at, limit)
        return match is not None and at < match.end() < limit and self._shape[match.end()] in FINITE_BUT_DO

    def _returns(self, comma: int, limit: int) -> bool:
        """Whether an appositive follows and then the phrase the verb waits for: accused Vane, the mayor, of fraud."""
        shape = self._shape
        close = shape.find(COMMA, comma + 1, min(limit, comma + APPOSITIVE_REACH))
        if close < 0 or shape[comma + 1] not in APPOSITIVE_START:
            return False
        return shape[close + 1 : close + 2] in ((OPEN_QUOTE, AS) if shape[comma + 1] == PREPOSITION else (OF, AS, TO))

    def _belongs_after_comma(self, k: int, limit: int) -> bool:
        """What goes on with an object after a comma: ", including ...", ", as ...", ", his rival"."""
        return k < limit and (self._shape[k] in OBJECT_GOES_ON or self._lower[k] in self._reading.words.including)

    def _list_goes_on(self, comma: int, limit: int) -> bool:
        """Whether a list of phrases goes on after a comma: "the port, the pier and the quay"."""
        shape, end = self._shape, comma + 1
        if shape[end : end + 1] == AND:
            end += 1
        for _ in range(LIST_ITEMS):
            match = self._phrase(shape, end, limit)
            if match is None or match.end() == end:
                return False
            end = match.end()
            if end >= limit or shape[end] not in ANY_PREPOSITION:
                break
            end += 1
        if end >= limit:
            return AND in shape[comma:end]
        return shape[end] in LIST_JOINT and AND in shape[comma : min(limit, comma + LIST_REACH)]
