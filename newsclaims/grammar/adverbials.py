"""Adverbials: what says when, where or how between a cue and what was said ("on Tuesday", "in a statement")."""

from __future__ import annotations

from newsclaims.grammar.reading import Reading
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ADVERB,
    ADVERBIAL,
    AND,
    ANY_PREPOSITION,
    AS,
    BASE,
    CLOSE_QUOTE,
    COMMA,
    DATE_PART,
    DETERMINER,
    ED_FORM,
    GENITIVE,
    MODIFIER,
    NAME,
    NOUN,
    NUMBER,
    OF,
    OPEN_QUOTE,
    PARTICLE,
    POSSESSIVE,
    PREPOSITION,
    PREPOSITION_OR_TO,
    PRONOUN,
    THAT,
    TIME,
    TIME_MODIFIER,
    TO,
    phrase_pattern,
)
from newsclaims.language.inflection import is_regular_past

MOST_ADVERBIALS = 8  # that are passed over one after the other
MOST_BEFORE_CLAUSE = 4
STATE_REACH = 5
TITLE_REACH = 16
YEAR_DIGITS = 4
SETTING_START = PREPOSITION_OR_TO + TIME + TIME_MODIFIER  # what "on Tuesday", "last week" begin with
ADVERBIAL_START = SETTING_START + OF + ADVERB + PARTICLE + COMMA + AS + ED_FORM  # what any adverbial begins with


class AdverbialReader:
    """Reads past adverbials, left to right."""

    __slots__ = ("_lower", "_phrase", "_quoted", "_shape", "_times", "_when_or_where")

    def __init__(self, reading: Reading) -> None:
        self._lower = reading.lower
        self._shape = reading.shape
        self._phrase = phrase_pattern().match
        self._quoted = reading.quoted
        self._times = reading.words.times
        self._when_or_where = reading.words.when_or_where

    def past(self, at: int, high: int) -> int:
        """Past time words, adverbs and prepositional phrases: "on Tuesday", "in a statement", "at a rally in Orrel"."""
        start = at
        for _ in range(MOST_ADVERBIALS):
            if at >= high or self._shape[at] not in ADVERBIAL_START:
                break
            after = self._one(at, start, high)
            if after == at:
                break
            at = after
        return at

    def _one(self, at: int, start: int, high: int) -> int:
        """One past the adverbial at token ``at``; ``at`` itself where there is none."""
        shape, code = self._shape, self._shape[at]
        if code == TIME:
            return at + 2 if at + 1 < high and self._lower[at + 1] in self._times else at + 1
        if code in ADVERBIAL:
            return at + 1
        if code in ANY_PREPOSITION or (code == TO and at + 1 < high and shape[at + 1] != BASE):
            return self._prepositional(at, high)
        if code == COMMA and shape[at - 1] == NAME and shape[at + 1 : at + 2] == NAME:
            return self._state(at, high)
        if code == AS:
            return self._as_recently(at, high)
        if self._leads_on(at, start):
            return at + 1
        return self._time_noun(at, high) if code in TIME_MODIFIER else at

    def _as_recently(self, at: int, high: int) -> int:
        """Past "as recently as May"; ``at`` where it is another "as"."""
        shape = self._shape
        twice = shape[at + 2 : at + 3] == AS and shape[at + 1] in MODIFIER and shape[at + 3 : at + 4] in (TIME, NUMBER, NOUN)
        return min(at + 4, high) if twice else at

    def _leads_on(self, at: int, start: int) -> bool:
        """Whether a word only leads to the next phrase of time or place: "late on Monday", "in a letter sent on Monday"."""
        shape, code = self._shape, self._shape[at]
        if code == ADJECTIVE:
            return shape[at + 1 : at + 3] == PREPOSITION + TIME
        return code in ED_FORM and at > start and is_regular_past(self._lower[at]) and shape[at + 1 : at + 2] in (PREPOSITION, TIME)

    def _prepositional(self, at: int, high: int) -> int:
        match = self._phrase(self._shape, at + 1, high)
        if match is not None and match.end() > at + 1:
            owned = self._shape[match.end() - 1 : match.end() + 1] == POSSESSIVE + OPEN_QUOTE  # "for his “careless” remarks"
            return at if owned else self._listed(self._title(match.end(), high), high)
        if self._shape[at + 1 : at + 4] == TIME + NOUN + GENITIVE:  # "in Thursday night's debate"
            match = self._phrase(self._shape, at + 2, high)
            return self._title(match.end(), high) if match is not None else at + 2
        if at + 1 >= high or self._shape[at + 1] not in DATE_PART:
            return at
        return at + 3 if at + 2 < high and self._lower[at + 2] in self._times else at + 2  # "on Friday night"

    def _listed(self, at: int, high: int) -> int:
        """Past the rest of a list before what was said: "in a letter to pilots | , dockers and the council | that"; ``at`` for no list."""
        shape, end = self._shape, at
        while shape[end : end + 1] in (COMMA, AND) and end < high:
            match = self._phrase(shape, end + 1, high)
            if match is None or match.end() == end + 1:
                return at
            last, end = shape[end], match.end()
            if last == AND:
                return end if shape[end : end + 1] in (THAT, OPEN_QUOTE) else at
        return at

    def _title(self, at: int, high: int) -> int:
        """Past a title after its owner or kind: "on NTV's “Good Day”"; ``at`` where none stands."""
        if self._shape[at : at + 1] != OPEN_QUOTE or self._quoted[at]:
            return at
        close = self._shape.find(CLOSE_QUOTE, at, min(high, at + TITLE_REACH))
        return close + 1 if close > 0 else at

    def _state(self, at: int, high: int) -> int:
        """Past a state after a place: "in Orrel, Ohio, that"."""
        end = past(self._shape, at + 1, min(high, at + STATE_REACH), NAME)
        if end < high and self._shape[end] == COMMA:
            return end + 1
        return end if self._shape[end : end + 1] in (PREPOSITION, TIME, THAT) else at  # "in Orrel, Ohio on Monday that"

    def _time_noun(self, at: int, high: int) -> int:
        """Past "late last month" or "the same day"; ``at`` where there is none."""
        k = past(self._shape, at, high, TIME_MODIFIER)
        return k + 1 if k < high and (self._shape[k] == TIME or self._lower[k] in self._times) else at

    def past_setting(self, at: int, high: int) -> int:
        """Past what only says when or how it was said before a clause without "that": "on Tuesday", "in a statement"."""
        shape = self._shape
        for _ in range(MOST_BEFORE_CLAUSE):
            if at >= high or shape[at] not in SETTING_START:
                break
            code = shape[at]
            if code == TIME:
                at += 1
            elif code in PREPOSITION_OR_TO and (after := self._setting(at, high)) > at:
                at = after
            elif code in TIME_MODIFIER and at + 1 < high and self._lower[at + 1] in self._times:
                at += 2
            else:
                break
        return at

    def _setting(self, at: int, high: int) -> int:
        """One past "in a statement" or "on late Tuesday"; ``at`` for other prepositional phrases."""
        shape = self._shape
        match = self._phrase(shape, at + 1, high)
        if match is None or match.end() == at + 1:
            return at + 2 if at + 1 < high and shape[at + 1] == TIME else at
        inside = range(at + 1, match.end())
        return match.end() if any(self._lower[k] in self._when_or_where or shape[k] == TIME or self._is_year(k) for k in inside) else at

    def _is_year(self, k: int) -> bool:
        """Whether a token is a year before a phrase: "announced in 2019 | his plan"."""
        year = self._shape[k] == NUMBER and len(self._lower[k]) == YEAR_DIGITS and self._lower[k].isdigit()
        return year and self._shape[k + 1 : k + 2] in (DETERMINER, POSSESSIVE, PRONOUN)
