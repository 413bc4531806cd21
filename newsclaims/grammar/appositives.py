"""Appositive chains: the subject of a clause and all that is set off from it by commas before its verb.

"Leon Doe, managing director of Orme and Pell, a software firm, which makes boats, cars and trains, said": the leftmost phrase that can be
the subject is it; each stretch between two commas is an appositive, a phrase or a relative clause on it, and lists and dates inside a
relative clause belong to that.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclaims.grammar.mention import Mention
from newsclaims.grammar.walking import has_finite, past, says_when
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    ANY_PREPOSITION,
    BUT,
    CHAIN_HEAD,
    CLAUSE_SIGNS,
    CLOSE_QUOTE,
    COMMA,
    FINITE,
    FRONTED_CLAUSE,
    ING,
    NAME,
    NAMED_END,
    NEW_CLAUSE_OPENER,
    NOUN,
    NOUN_OR_NAME,
    NUMBER,
    OPEN_QUOTE,
    OPENER_LEAD,
    REDUCED_CLAUSE_START,
    RELATIVE,
    SETTING_LEAD,
    SUBJECT_START,
    TO,
    VERB,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past

COMMAS = 8


class AppositiveChains:
    """Reads the subject before a comma from the left."""

    __slots__ = ("_affiliating", "_known", "_low", "_lower", "_phrase_before", "_shape", "_times", "_whose")

    def __init__(
        self,
        lower: list[str],
        shape: str,
        language: Language,
        phrase_before: Callable[[int, int], Mention | None],
    ) -> None:
        self._lower = lower
        self._shape = shape
        self._affiliating = language.words("affiliating_prepositions")
        self._times = language.words("time_nouns")
        self._whose = words_of_class(language, "possessive-relative")
        self._phrase_before = phrase_before
        self._low = -1
        self._known: dict[int, Mention | None] = {}  # what stands before the commas of the sentence that begins at ``_low``

    def subject(self, comma: int, low: int) -> Mention | None:
        """The phrase with its appositives whose verb follows the comma; ``None`` where the sentence is built otherwise."""
        shape = self._shape
        low = past(shape, low, comma, OPENER_LEAD)
        opening = low
        for _ in range(COMMAS):
            opening = shape.find(COMMA, opening + 1, comma)
            if opening < 0:
                return None
            found = self._candidate(opening, low)
            if found is not None:
                last = self._chain(opening, comma)
                if last >= 0:
                    return found.up_to(last) if last > opening else found
        return None

    def unclosed(self, end: int, low: int) -> Mention | None:
        """The subject before a phrase that no comma closes: "Tom Quill, from the Orrel Institute | said"."""
        shape = self._shape
        opening = shape.rfind(COMMA, low, end)
        if opening <= low or shape[opening + 1 : opening + 2] not in ANY_PREPOSITION or shape[end - 1] not in NAMED_END:
            return None
        if self._lower[opening + 1] not in self._affiliating or any(code in CLAUSE_SIGNS for code in shape[opening:end]):
            return None
        return self._candidate(opening, low)

    def _candidate(self, opening: int, low: int) -> Mention | None:
        """The phrase before a comma, where it can be the subject of the sentence that begins at ``low``; each verb after it asks again."""
        if low != self._low:
            self._low, self._known = low, {}
        if opening not in self._known:
            self._known[opening] = self._read(opening, low)
        return self._known[opening]

    def _read(self, opening: int, low: int) -> Mention | None:
        shape = self._shape
        if shape[opening - 1] not in CHAIN_HEAD:
            return None
        found = self._phrase_before(opening, low)
        if found is None or found.last != opening - 1 or shape[found.first] not in SUBJECT_START or shape[found.head] not in CHAIN_HEAD:
            return None
        if says_when(shape, self._lower, found.first, opening, self._times):
            return None
        return found if found.first == low or self._is_fronted(low, found.first, opening) else None

    def _is_fronted(self, low: int, first: int, opening: int) -> bool:
        """Whether only a phrase or a clause before the main one stands before the subject: "In Orrel, ", "When the dam broke, "."""
        shape = self._shape
        set_off = shape[first - 1] == COMMA
        finite = has_finite(shape, low, first)
        if shape[low] in FRONTED_CLAUSE:
            return set_off and (finite or shape[low] in REDUCED_CLAUSE_START)
        if finite or OPEN_QUOTE in shape[low:first]:
            return False
        if shape[low] in SETTING_LEAD:
            return not (set_off and self._is_state(first, opening))
        return says_when(shape, self._lower, low, first, self._times)

    def _is_state(self, first: int, opening: int) -> bool:
        """Whether a name after a comma belongs to the place before it: "In Orrel, Pell County, Tom Quill, a farmer,"."""
        shape = self._shape
        names = shape[first - 2] == NAME and set(shape[first:opening]) == {NAME}
        return names and (first + 1 == opening or shape[opening + 1] == NAME)

    def _chain(self, opening: int, comma: int) -> int:
        """The last token of the appositives after the comma at ``opening``, all that stands before the other one being set off; or -1.

        ``opening`` itself where no appositive follows it directly.
        """
        shape, at, last, named = self._shape, opening, opening, True
        while at < comma:
            first = at + 1
            if shape[first] == RELATIVE or self._lower[first] in self._whose:
                return last if self._is_relative(first, comma) else -1
            stop = shape.find(COMMA, first, comma)
            stop = comma if stop < 0 else stop
            if self._has_main_verb(first, stop) or stop == first:
                return -1
            age = shape[first:stop] == NUMBER
            named = (
                named and (shape[first] in SUBJECT_START or shape[first : first + 2] == ING + NOUN) and OPEN_QUOTE not in shape[first:stop]
            )
            last = stop - 1 if named and not (age and stop == comma) else last
            at = stop
        return last

    def _is_relative(self, first: int, comma: int) -> bool:
        """Whether a relative clause, with its lists and dates, fills the stretch up to the comma: no main verb, no new clause."""
        shape = self._shape
        own_verb = False
        for k in range(first + 1, comma):
            if shape[k] == COMMA and own_verb:
                after = k + 1
                after = past(shape, after, comma, ADVERB)
                if shape[after] in FINITE + BUT or (shape[after] == AND and has_finite(shape, after, comma)):
                    return False
            own_verb = own_verb or shape[k] in FINITE
        return own_verb

    def _has_main_verb(self, first: int, stop: int) -> bool:
        """Whether a stretch has a finite verb of its own: not in a relative clause, not "a shop pitched as a club"."""
        shape = self._shape
        for k in range(first, stop):
            if shape[k] in NEW_CLAUSE_OPENER or self._lower[k] in self._whose:
                return False
            if shape[k] in FINITE and not self._is_nonfinite(k, first):
                return True
        return False

    def _is_nonfinite(self, k: int, first: int) -> bool:
        """Whether a verb form is no finite verb after all: "to be elected", "a shop pitched as a club"."""
        shape = self._shape
        if k > first and shape[k - 1] == TO:
            return True
        return shape[k] == VERB and is_regular_past(self._lower[k]) and (k == first or shape[k - 1] in NOUN_OR_NAME + CLOSE_QUOTE)
