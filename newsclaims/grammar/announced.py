"""What a mark after a cue announces: said: “...”; said, “...”; said, on Monday, that ..."""

from __future__ import annotations

from newsclaims.grammar.complement import Complement
from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.word_classes import (
    COLON,
    COMMA,
    ED_FORM,
    NOUN_OR_NAME,
    OPEN_QUOTE,
    RELATIVE,
    SETTING_LEAD,
    SUBORDINATOR,
    THAT,
    THAT_OR_QUOTE,
)

ASIDE_REACH = 14
DESCRIBING_CLAUSE = ED_FORM + RELATIVE


class AnnouncedReader:
    """Reads quotations after cues, and what colons and commas lead into."""

    __slots__ = ("_reading", "_shape")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._shape = reading.shape

    def quoted(self, cue: CueMatch, at: int, high: int, prefix: str) -> Complement | None:
        """A quotation, after a mark or none, or what a colon announces: said: “...”; said, in a statement, that ..."""
        code = self._shape[at]
        if code == OPEN_QUOTE:  # not "said on NTV's “Good Day”"
            takes = self._reading.quoted[at] and cue.takes(prefix + "quote", prefix + "clause")
            return Complement("quote", at) if takes else None
        if at + 1 >= high:
            return None
        found = self._announced(at) if cue.takes(prefix + "quote") else None
        if found is not None or code != COMMA:
            return found
        if self._shape[at + 1] == THAT and cue.category == "say" and cue.takes(prefix + "that"):
            return Complement("that", at + 1)
        return self._after_aside(at, high) if cue.takes(prefix + "that", prefix + "quote") else None

    def _announced(self, mark: int) -> Complement | None:
        """What a comma, dash or colon leads into: said, “...”; said: “...”; said: the port is closed."""
        shape = self._shape
        if shape[mark + 1] == OPEN_QUOTE and (shape[mark] == COLON or self._reading.quoted[mark + 1]):
            return Complement("quote", mark + 1)
        return Complement("colon", mark + 1) if shape[mark] == COLON else None

    def _opens_aside(self, comma: int) -> bool:
        """Whether what follows a comma may be an aside: ", on Monday,"; ", though,"; "in a letter, sent on Monday,"."""
        shape = self._shape
        if shape[comma + 1] in SETTING_LEAD or shape[comma + 1 : comma + 3] == SUBORDINATOR + COMMA:
            return True
        return shape[comma + 1] in DESCRIBING_CLAUSE and shape[comma - 1] in NOUN_OR_NAME

    def _after_aside(self, comma: int, high: int) -> Complement | None:
        """What follows an aside between commas: said, on Monday, that ...; said, though, that ...; said, in a letter, “...”"""
        shape = self._shape
        if comma + 2 >= high or not self._opens_aside(comma):
            return None
        close = shape.find(COMMA, comma + 1, min(high, comma + ASIDE_REACH))
        if not 0 < close < high - 1 or shape[close + 1] not in THAT_OR_QUOTE:
            return None
        return Complement("that" if shape[close + 1] == THAT else "quote", close + 1)
