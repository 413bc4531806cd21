"""Objects of cues: what is criticized, quoted or promised."""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import (
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    BASE,
    BREAK,
    BUT,
    CLOSE_QUOTE,
    COMMA,
    COMPLEMENT_ENDS_SEARCH,
    DETERMINER,
    ENDS_NAMED,
    FINITE,
    HAVE,
    JOINT,
    NOUN,
    NOUN_OBJECT_START,
    NOUN_OR_NAME,
    OBJECT_PHRASE_START,
    OBJECT_START,
    OPEN_QUOTE,
    TO,
    WH,
    phrase_pattern,
)

AS_OR_PREPOSITION = AS + ANY_PREPOSITION
ASIDE_REACH = 14  # tokens
WHAT_REACH = 6
"""So many tokens before "called" a "what" stands that it says the name of: "what the mayor called a mistake"."""
REPORTED: tuple[Category, ...] = ("say", "claim", "tell", "write", "ask", "announce")
"""Categories of cues for words that somebody can be quoted as saying."""


class ObjectReader:
    """Tells of the phrases after cues whether they are their objects."""

    __slots__ = ("_lower", "_phrase", "_reading", "_shape")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lower = reading.lower
        self._shape = reading.shape
        self._phrase = phrase_pattern().match

    def takes(self, cue: CueMatch, start: int, high: int) -> bool:
        """Whether an object follows that the cue can have: "criticized the plan", "gave no details", "accused them of"."""
        code = self._shape[start]
        if code not in OBJECT_START:
            return False
        return (
            "obj" in cue.frames
            or (code in NOUN_OBJECT_START and "noun" in cue.frames and self._names_saying(start, high))
            or (
                code in OBJECT_PHRASE_START
                and cue.takes("obj-as", "obj-of", "obj-with", "obj-to-np")
                and self._preposition_follows(cue, start, high)
            )
        )

    def _names_saying(self, start: int, high: int) -> bool:
        """Whether the object is a noun of saying: gave no details, made a promise, raised his “deep concern”; not gave contact details."""
        match = self._phrase(self._shape, start, high)
        if match is None:
            return False
        nouns, stop = self._reading.words.saying_nouns, match.end()
        if self._shape[stop : stop + 1] == OPEN_QUOTE:
            stop = max(stop, self._shape.find(CLOSE_QUOTE, stop, high))
        reaching, lower = self._reading.words.reaching, self._lower
        said = (k for k in range(start, stop) if lower[k] in nouns and self._shape[k + 1 : k + 2] != NOUN)
        return any(lower[k - 1] not in reaching for k in said)

    def _preposition_follows(self, cue: CueMatch, start: int, high: int) -> bool:
        """An object and then the "as", "of", "with" or "to" that the cue takes: portrayed him as, accused them of, compared it to."""
        found = self._reading.mentions.after(start, high, attach=False)
        at = high if found is None else found.last + 1
        if found is not None and self._shape[found.head + 1 : found.head + 2] == TO:  # "the plan | to theft" looks like one phrase
            at = found.head + 1
        if at < high and self._shape[at] == TO:
            return cue.takes("obj-to-np") and self._shape[at + 1 : at + 2] != BASE
        return at < high and self._shape[at] in AS_OR_PREPOSITION and cue.takes("obj-" + self._lower[at])

    def is_quoted(self, cue: CueMatch, start: int, high: int) -> bool:
        """Whether the object is somebody whose words follow: quoted the minister as saying ..."""
        found = self._reading.mentions.after(start, high, attach=False) if cue.category == "cite" else None
        at = high if found is None else found.last + 1
        if at < high and self._shape[at] == COMMA:  # "quoted the head of the agency, Ivo Holt, as saying"
            at = self._shape.find(COMMA + AS, at, min(high, at + ASIDE_REACH)) + 1 or high
        if at >= high or self._shape[at] != AS:
            return False
        saying = self._reading.cues.get(past_one(self._shape, at + 1, len(self._shape), HAVE))  # "as having said"
        return saying is not None and saying.category in REPORTED

    def is_name_alone(self, cue: CueMatch, at: int, high: int) -> bool:
        """Whether "called" has one phrase after it and no second for what that is called: a firm called Tinwell, called the police."""
        if cue.form is Form.PASSIVE or "quote" not in cue.frames or "obj-as" in cue.frames or self._is_what(cue):
            return False
        match = self._phrase(self._shape, at, high)
        end = at if match is None else match.end()
        return end > at and self._shape[end - 1] in NOUN_OR_NAME and (end >= high or self._is_all_named(at, end, high))

    def _is_what(self, cue: CueMatch) -> bool:
        """Whether what is called so stands before the cue: "what the mayor called a mistake"."""
        return self._shape.find(WH, max(0, cue.first - WHAT_REACH), cue.first) >= 0

    def _is_all_named(self, at: int, end: int, high: int) -> bool:
        """Whether nothing behind a phrase says what it is, no quotation and no second phrase after a comma."""
        shape = self._shape
        return shape[end] in ENDS_NAMED and shape.find(OPEN_QUOTE, at, high) < 0 > shape.find(COMMA + DETERMINER, end, high)

    def is_plain(self, at: int, high: int) -> bool:
        """Whether a phrase has no verb of its own before the clause goes on: "confirm the date | and have left"."""
        shape = self._shape
        for k in range(at + 1, high):
            if shape[k] in FINITE or shape[k] in COMPLEMENT_ENDS_SEARCH:
                return False
            if shape[k] in BREAK or (shape[k] in JOINT and self._reading.has_verb_next(k + 1, high)):
                return not self._is_set_off(k, high)
        return False

    def ends_in_but(self, at: int, high: int) -> bool:
        """Whether a phrase has no verb of its own before ", but": indicated an interest, | but he refuses to say more."""
        but = self._shape.find(COMMA + BUT, at, high)
        return but > 0 and not self._reading.has_finite(at, but)

    def _is_set_off(self, k: int, high: int) -> bool:
        """Whether the verb of a phrase comes after something set off from it by commas: "Vane, the mayor, left"."""
        close = self._shape.find(self._shape[k], k + 1, high) if self._shape[k] in ASIDE_MARK else -1
        return close > 0 and self._reading.has_verb_next(close + 1, high)
