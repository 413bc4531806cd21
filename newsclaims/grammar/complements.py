"""Complements: what follows a cue ("that it rained", "to close the port", ": “...”"), by its first word and the cue's frames."""

from __future__ import annotations

import attrs

from newsclaims.grammar.adverbials import AdverbialReader
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.word_classes import (
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    BASE,
    BREAK,
    CLAUSE_START,
    COLON,
    COMMA,
    COMPLEMENT_ENDS_SEARCH,
    DETERMINER,
    FINITE,
    HAVE,
    ING,
    JOINT,
    NOUN_OBJECT_START,
    OBJECT_PHRASE_START,
    OBJECT_START,
    OF,
    OPEN_QUOTE,
    PARTICIPLE,
    PARTICLE,
    PREPOSITION,
    QUESTION_WORD,
    QUOTE_LEAD,
    RELATIVE,
    SETTING_LEAD,
    STOP,
    SUBJECT_START,
    SUBORDINATOR,
    THAT,
    THAT_OR_QUOTE,
    TO,
    VERB,
    WHEN_OR_WHO,
    phrase_pattern,
)

TOLD = ("tell", "urge", "ask", "promise")
"""Categories of cues that somebody is the addressee of."""
REPORTED = ("say", "claim", "tell", "write", "ask", "announce")
"""Categories of cues for words that somebody can be quoted as saying."""
ASKED = ("ask", "know")
ASIDE_REACH = 14
RELATIVE_REACH = 16


@attrs.frozen
class Complement:
    """What follows a cue: its ``kind`` (a frame of cue_frames.tsv), its first token, and the addressee before it."""

    kind: str
    first: int
    addressee: tuple[int, int] | None = None


class ComplementReader:
    """Reads what follows the cues of one text; each cue once."""

    __slots__ = ("_adverbials", "_known", "_lower", "_phrase", "_reading", "_shape")

    def __init__(self, reading: Reading, adverbials: AdverbialReader) -> None:
        self._reading = reading
        self._adverbials = adverbials
        self._lower = reading.lower
        self._shape = reading.shape
        self._phrase = phrase_pattern().match
        self._known: dict[int, Complement | None] = {}

    def of(self, cue: CueMatch) -> Complement | None:
        """What follows the cue, or ``None`` where nothing does that its frames allow."""
        if cue.head not in self._known:
            self._known[cue.head] = self._read(cue)
        return self._known[cue.head]

    def _read(self, cue: CueMatch) -> Complement | None:
        shape = self._shape
        _, high = self._reading.bounds(cue.head)
        if self._is_gerund(cue, high):
            return None
        start = cue.last + 1
        while start < high and shape[start] == PARTICLE and self._reading.mentions.rough.past(start, high) == start:
            start += 1
        if cue.category == "describe" and self._is_name(start, high):
            return None
        if cue.form is Form.REDUCED_PASSIVE and cue.takes("obj-as", "as"):
            return self._after_agent(start, high)
        if cue.category in TOLD or cue.takes("obj-that", "obj-to"):
            found = self._after_addressee(cue, start, high)
            if found is not None:
                return found
        at = self._adverbials.past(start, high)
        strong = self._strong(cue, at, high, "")
        if strong is not None:
            return strong
        if start >= high or shape[start] in STOP:
            return None
        if shape[start] == OF and cue.takes("of"):
            return Complement("preposition", start)
        if cue.takes("tag") and (at >= high or shape[at] in STOP):
            return None
        return self._weak(cue, start, high)

    def _is_gerund(self, cue: CueMatch, high: int) -> bool:
        """Whether a participle opens the clause of the cue before it, as its subject: "said writing was hard"."""
        before = self._reading.cues.get(cue.first - 1) if cue.form is Form.PARTICIPLE else None
        return before is not None and before.takes("clause") and self._reading.has_finite(cue.last + 1, high)

    def _is_name(self, at: int, high: int) -> bool:
        """Whether a quotation that is no speech follows: "a website called “Save the Quay”", "a group called the “Tin Men”"."""
        at += at < high and self._shape[at] == DETERMINER
        return at < high and self._shape[at] == OPEN_QUOTE and not self._reading.quoted[at]

    # ------------------------------------------------------------------ told by their first word

    def _strong(self, cue: CueMatch, at: int, high: int, prefix: str) -> Complement | None:
        """A complement that its first word gives away: "that", “, "to", "whether"; ``prefix`` is "obj-" after an addressee."""
        if at >= high:
            return None
        code = self._shape[at]
        if code == THAT:
            return Complement("that", at) if cue.takes(prefix + "that") else None
        if code == TO:
            asked = cue.form is Form.PASSIVE and cue.takes("obj-to") and self._has_agent(cue.last + 1, at)
            return Complement("to", at) if cue.takes(prefix + "to") or asked else None
        if code in QUESTION_WORD or (code in WHEN_OR_WHO and self._asks(cue, at)):
            return Complement("wh", at) if cue.takes(prefix + "wh") else None
        if code in QUOTE_LEAD:
            return self._quoted(cue, at, high, prefix)
        return None

    def _has_agent(self, start: int, stop: int) -> bool:
        """Whether it is said by whom: was urged by the union to sell."""
        return any(self._lower[k] in self._reading.words.agents for k in range(start, stop))

    def _asks(self, cue: CueMatch, at: int) -> bool:
        """Whether "when" asks, as in "asked when", "did not say when"; in "said when told" it does not."""
        asking = self._shape[at] == RELATIVE or self._lower[at] in self._reading.words.asking
        return asking and (cue.negated or cue.category in ASKED)

    def _quoted(self, cue: CueMatch, at: int, high: int, prefix: str) -> Complement | None:
        """A quotation, after a mark or none, or what a colon announces: said: “...”; said, in a statement, that ..."""
        shape, code = self._shape, self._shape[at]
        if code == OPEN_QUOTE:
            if not self._reading.quoted[at]:  # "said on NTV's “Good Day”"
                return None
            return Complement("quote", at) if cue.takes(prefix + "quote", prefix + "clause") else None
        if at + 1 >= high:
            return None
        if cue.takes(prefix + "quote"):
            if shape[at + 1] == OPEN_QUOTE and (code == COLON or self._reading.quoted[at + 1]):
                return Complement("quote", at + 1)
            if code == COLON:
                return Complement("colon", at + 1)
        if code == COMMA and shape[at + 1] == THAT and cue.category == "say" and cue.takes(prefix + "that"):
            return Complement("that", at + 1)
        aside = shape[at + 1] in SETTING_LEAD or shape[at + 1 : at + 3] == SUBORDINATOR + COMMA  # ", on Monday, that"; ", though, that"
        if code == COMMA and at + 2 < high and aside and cue.takes(prefix + "that", prefix + "quote"):
            close = shape.find(COMMA, at + 1, min(high, at + ASIDE_REACH))
            if 0 < close < high - 1 and shape[close + 1] in THAT_OR_QUOTE:
                return Complement("that" if shape[close + 1] == THAT else "quote", close + 1)
        return None

    # ------------------------------------------------------------------ told by what the cue takes

    def _weak(self, cue: CueMatch, start: int, high: int) -> Complement | None:
        """A bare clause, an object, an -ing form or a prepositional phrase."""
        if start >= high:
            return None
        if cue.takes("clause"):
            if self._shape[start] in FINITE and start == cue.last + 1:
                return Complement("clause", start)
            at = self._adverbials.past_setting(start, high)
            if at < high and self._is_aside(at, high):
                return None
            core = self._reading.mentions.rough.past(at, high)
            if at < high and self._shape[core] in CLAUSE_START and self._reading.has_finite(at, high):
                return Complement("obj" if cue.takes("obj") and self._is_plain_object(at, high) else "clause", at)
        if self._shape[start] == ING and cue.takes("ing"):
            return Complement("ing", start)
        after = self._reading.past_adverbs(start, high - 1)  # "spoke instead about"
        if self._is_prepositional(cue, after):
            return Complement("preposition", after)
        return Complement("obj", start) if self._is_object(cue, start, high) and not self._is_quoted(cue, start, high) else None

    def _is_quoted(self, cue: CueMatch, start: int, high: int) -> bool:
        """Whether the object is somebody whose words follow: quoted the minister as saying ..."""
        found = self._reading.mentions.after(start, high, attach=False) if cue.category == "cite" else None
        at = high if found is None else found.last + 1
        saying = self._reading.cues.get(at + 1 + (self._shape[at + 1 : at + 2] == HAVE)) if at < high and self._shape[at] == AS else None
        return saying is not None and saying.category in REPORTED

    def _is_plain_object(self, at: int, high: int) -> bool:
        """Whether a phrase has no verb of its own before the clause goes on: "confirm the date | and have left"."""
        shape = self._shape
        for k in range(at + 1, high):
            if shape[k] in FINITE or shape[k] in COMPLEMENT_ENDS_SEARCH:
                return False
            if shape[k] in BREAK or (shape[k] in JOINT and shape[self._reading.past_adverbs(k + 1, high) :][:1] in FINITE):
                return not self._is_set_off(k, high)
        return False

    def _is_set_off(self, k: int, high: int) -> bool:
        """Whether the verb of a phrase comes after something set off from it by commas: "Vane, the mayor, left"."""
        close = self._shape.find(self._shape[k], k + 1, high) if self._shape[k] in ASIDE_MARK else -1
        return close > 0 and self._shape[self._reading.past_adverbs(close + 1, high) :][:1] in FINITE

    def _is_aside(self, at: int, high: int) -> bool:
        """A clause without a subject that says when the tag was spoken, before the words go on: "when told of it, “...”"""
        shape = self._shape
        close = shape.find(COMMA, at, high)
        return (
            shape[at] == SUBORDINATOR
            and shape[at + 1 : at + 2] in (VERB, PARTICIPLE, ING)
            and close > 0
            and shape[close + 1 : close + 2] == OPEN_QUOTE
        )

    def _is_prepositional(self, cue: CueMatch, start: int) -> bool:
        """Whether a preposition follows that opens what is said: "spoke of", "agreed with", "admitted to the theft"."""
        code = self._shape[start]
        if code == AS:
            return cue.takes("obj-as", "as")
        if code == TO:
            return cue.takes("to-np") and self._shape[start + 1 : start + 2] != BASE
        return code in ANY_PREPOSITION and cue.takes(self._lower[start])

    def _is_object(self, cue: CueMatch, start: int, high: int) -> bool:
        """Whether an object follows that the cue can have: "criticized the plan", "gave no details", "accused them of"."""
        code = self._shape[start]
        if code not in OBJECT_START:
            return False
        return (
            cue.takes("obj")
            or (code in NOUN_OBJECT_START and cue.takes("noun") and self._names_saying(start, high))
            or (code in OBJECT_PHRASE_START and cue.takes("obj-as", "obj-of", "obj-with") and self._preposition_follows(start, high))
        )

    def _names_saying(self, start: int, high: int) -> bool:
        """Whether the object is a noun of saying: gave no details, made a promise, issued a warning."""
        match = self._phrase(self._shape, start, high)
        nouns = self._reading.words.saying_nouns
        return match is not None and any(self._lower[k] in nouns for k in range(start, match.end()))

    def _preposition_follows(self, start: int, high: int) -> bool:
        """An object and then "as", "of" or "with": portrayed him as, accused them of."""
        found = self._reading.mentions.after(start, high, attach=False)
        return found is not None and self._shape[found.last + 1 : found.last + 2] in (AS, OF, PREPOSITION)

    def _after_agent(self, start: int, high: int) -> Complement | None:
        """What a participle calls something, after whoever does so: "seen by many as a mistake"."""
        if start >= high or self._lower[start] not in self._reading.words.agents:
            return None
        agent = self._reading.mentions.after(start + 1, high, attach=False)
        at = high if agent is None else agent.last + 1
        return Complement("preposition", at) if at < high and self._shape[at] == AS else None

    # ------------------------------------------------------------------ after an addressee

    def _after_addressee(self, cue: CueMatch, start: int, high: int) -> Complement | None:
        """What follows who is told: "told reporters on Tuesday that ...", "urged the council to ...", "warned her of ..."."""
        shape = self._shape
        addressee = self._reading.mentions.after(start, high, attach=False)
        if addressee is None or shape[start] == THAT or self._reading.quoted[addressee.head]:
            return None
        end = addressee.last + 1
        if end < high and shape[end] in FINITE and cue.takes("clause"):
            return None
        at = self._adverbials.past(end, high)
        if at < high and shape[at] == RELATIVE:
            at = self._after_relative(at, high)
        elif shape[at : at + 2] == COMMA + RELATIVE and (close := shape.find(COMMA, at + 1, min(high, at + RELATIVE_REACH))) > 0:
            at = close + 1  # "urged the firm, which owns the mill, to sell it"
        found = self._strong(cue, at, high, "obj-") or self._told(cue, at, end, high)
        if found is None:
            return None
        if found.kind == "to" and not cue.takes("obj-that"):
            return Complement("obj-to", start)
        return Complement(found.kind, found.first, (addressee.first, addressee.last))

    def _told(self, cue: CueMatch, at: int, end: int, high: int) -> Complement | None:
        """A bare clause at token ``at``, or a preposition there or right after the addressee."""
        shape = self._shape
        if at < high and shape[at] in SUBJECT_START and cue.takes("obj-clause") and self._reading.has_finite(at, high):
            return Complement("clause", at)
        for first in (at, end):
            if first < high and shape[first] in ANY_PREPOSITION and cue.takes("obj-" + self._lower[first]):
                return Complement("preposition", first)
        return None

    def _after_relative(self, at: int, high: int) -> int:
        """Past a relative clause on an addressee: told the mayors who had gathered in Orrel, “...”"""
        for k in range(at + 1, min(high, at + RELATIVE_REACH)):
            if self._shape[k] == THAT or (self._shape[k] == COMMA and self._shape[k + 1 : k + 2] == OPEN_QUOTE):
                return k
        return at
