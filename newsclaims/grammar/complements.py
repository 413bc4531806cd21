"""Complements: what follows a cue ("that it rained", "to close the port", ": “...”"), by its first word and the cue's frames."""

from __future__ import annotations

from newsclaims.grammar.adverbials import AdverbialReader
from newsclaims.grammar.announced import AnnouncedReader
from newsclaims.grammar.category import Category
from newsclaims.grammar.complement import Complement
from newsclaims.grammar.cues import OWN_WORDS, CueMatch, Form
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.objects import ObjectReader
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.short_clauses import ShortClauses
from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import (
    ANY_PREPOSITION,
    AS,
    BASE,
    CLAUSE_START,
    COMMA,
    DATE_PART,
    DETERMINER,
    DETERMINERS,
    FINITE,
    ING,
    NOT,
    NOUN_OR_NAME,
    OF,
    OPEN_QUOTE,
    PARTICIPLE,
    PARTICLE,
    QUESTION_WORD,
    QUOTE_LEAD,
    RELATIVE,
    STOP,
    SUBJECT_START,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    WHEN_OR_WHO,
)

TOLD: tuple[Category, ...] = ("tell", "urge", "ask", "promise")
"""Categories of cues that somebody is the addressee of."""
ASKED: tuple[Category, ...] = ("ask", "know")
SAID_ITSELF = (Form.FINITE, Form.PARTICIPLE)
"""Forms of a cue that say that it was said, not that it might be, or by whom somebody was asked."""
TIME_REACH = 3
RELATIVE_REACH = 16


class ComplementReader:
    """Reads what follows the cues of one text; each cue once."""

    __slots__ = ("_adverbials", "_announced", "_lower", "_objects", "_reading", "_shape", "_short", "known")

    def __init__(self, reading: Reading, adverbials: AdverbialReader) -> None:
        self._reading = reading
        self._adverbials = adverbials
        self._lower = reading.lower
        self._shape = reading.shape
        self._announced = AnnouncedReader(reading)
        self._objects = ObjectReader(reading)
        self._short = ShortClauses(reading)
        self.known: dict[int, Complement | None] = {}

    def of(self, cue: CueMatch) -> Complement | None:
        """What follows the cue, or ``None`` where nothing does that its frames allow."""
        if cue.head not in self.known:
            self.known[cue.head] = self._read(cue)
        return self.known[cue.head]

    def _read(self, cue: CueMatch) -> Complement | None:
        _, high = self._reading.bounds(cue.head)
        form, frames, start = cue.form, cue.frames, cue.last + 1
        if form is Form.PARTICIPLE and self._is_gerund(cue, high):
            return None
        if OWN_WORDS in frames:
            return Complement("obj", start)
        if self._shape[start : start + 1] == PARTICLE:
            start = self._past_particles(start, high)
        if cue.category == "describe" and self._only_names(cue, start, high):
            return None
        if form is Form.REDUCED_PASSIVE and cue.takes("obj-as", "as"):
            return self._after_agent(start, high)
        told = cue.category in TOLD or cue.takes("obj-that", "obj-to")
        found = self._after_addressee(cue, start, high) if told else None
        if found is not None:
            return found
        if self._shape[start : start + 1] == OF and "of" in frames:  # "think of a board that"
            return Complement("preposition", start)
        at = self._adverbials.past(start, high)
        return self._strong(cue, at, high, "") or self._weak(cue, start, at, high)

    def _past_particles(self, start: int, high: int) -> int:
        """Past "out" of "pointed out", but not past "about" of "about 300 barns"."""
        while start < high and self._shape[start] == PARTICLE and self._reading.mentions.rough.past(start, high) == start:
            start += 1
        return start

    def _is_gerund(self, cue: CueMatch, high: int) -> bool:
        """Whether a participle opens the clause of the cue before it, as its subject: "said writing was hard"."""
        before = self._reading.cues.get(cue.first - 1)
        return before is not None and "clause" in before.frames and self._reading.has_finite(cue.last + 1, high)

    def _only_names(self, cue: CueMatch, at: int, high: int) -> bool:
        """Whether a name follows: "a website called “Save the Quay”", "a group called the “Tin Men”", "a firm called Tinwell"."""
        mark = past_one(self._shape, at, high, DETERMINER)
        titled = mark < high and self._shape[mark] == OPEN_QUOTE and not self._reading.quoted[mark]
        return titled or self._objects.is_name_alone(cue, at, high)

    # ------------------------------------------------------------------ told by their first word

    def _strong(self, cue: CueMatch, at: int, high: int, prefix: str) -> Complement | None:
        """A complement that its first word gives away: "that", “, "to", "whether"; ``prefix`` is "obj-" after an addressee."""
        if at >= high:
            return None
        code = self._shape[at]
        if code in SUBJECT_START:  # as most often
            return None
        if code == THAT:
            return Complement("that", at) if prefix + "that" in cue.frames and not self._is_that_day(cue, at, high) else None
        if code == TO or self._shape[at : at + 2] == NOT + TO:  # "warned them not to mess with it"
            return Complement("to", at) if prefix + "to" in cue.frames or self._asked_by(cue, at) else None
        if code in QUESTION_WORD or (code in WHEN_OR_WHO and self._asks(cue, at)):
            return Complement("wh", at) if prefix + "wh" in cue.frames else None
        if code in QUOTE_LEAD:
            return self._announced.quoted(cue, at, high, prefix)
        return None

    def _is_that_day(self, cue: CueMatch, at: int, high: int) -> bool:
        """Whether "that" goes with a noun after an adjective: "was sure that day"."""
        return "adjective" in cue.frames and not self._reading.has_finite(at + 1, high)

    def _asked_by(self, cue: CueMatch, at: int) -> bool:
        """Whether somebody is asked by somebody, who says the infinitive at a token: "was urged by the union to sell"."""
        return cue.form is Form.PASSIVE and "obj-to" in cue.frames and self._has_agent(cue.last + 1, at)

    def _has_agent(self, start: int, stop: int) -> bool:
        """Whether it is said by whom: was urged by the union to sell."""
        return any(self._lower[k] in self._reading.words.agents for k in range(start, stop))

    def _asks(self, cue: CueMatch, at: int) -> bool:
        """Whether "when" asks, as in "asked when", "did not say when"; in "said when told" it does not."""
        asking = self._shape[at] == RELATIVE or self._lower[at] in self._reading.words.asking
        return asking and (cue.negated or cue.category in ASKED)

    # ------------------------------------------------------------------ told by what the cue takes

    def _weak(self, cue: CueMatch, start: int, at: int, high: int) -> Complement | None:
        """A bare clause, an object, an -ing form or a prepositional phrase; ``at`` is the token past the adverbials at ``start``."""
        if start >= high or self._shape[start] in STOP:
            return None
        if "tag" in cue.frames:
            about = self._about(cue, start, high) if cue.form in SAID_ITSELF else -1
            if about >= 0:
                return Complement("preposition", about)
            if at >= high or self._shape[at] in STOP:
                return None
        if "clause" in cue.frames:
            setting = self._adverbials.past_setting(start, high)
            return None if self._tells_when(cue, start, setting, high) else self._clause_or_phrase(cue, start, setting, high)
        first = self._short_clause(cue, start, at, high) if "that" in cue.frames else -1
        if first >= 0:
            return Complement("clause", first)
        return self._phrase_after(cue, start, high)

    def _tells_when(self, cue: CueMatch, start: int, setting: int, high: int) -> bool:
        """Whether a clause follows that only says when the tag was spoken: “...,” she said when told of it, “...”"""
        return setting < high and self._is_aside(setting, high) and not self._opens_with_verb(cue, start)

    def _opens_with_verb(self, cue: CueMatch, start: int) -> bool:
        return self._shape[start] in FINITE and start == cue.last + 1

    def _clause_or_phrase(self, cue: CueMatch, start: int, at: int, high: int) -> Complement | None:
        """A clause without "that", after what says when or where at ``start`` ("said on Monday it rained"), or else a phrase."""
        if self._opens_with_verb(cue, start):
            return Complement("clause", start)
        core = self._reading.mentions.rough.past(at, high)
        opens = SUBJECT_START if "adjective" in cue.frames else CLAUSE_START
        if at >= high or self._shape[core] not in opens or not self._reading.has_finite(at, high):
            return self._phrase_after(cue, start, high)
        if "obj" in cue.frames:
            return Complement("obj" if self._objects.is_plain(at, high) else "clause", at)
        return None if self._objects.ends_in_but(at, high) else Complement("clause", at)

    def _phrase_after(self, cue: CueMatch, start: int, high: int) -> Complement | None:
        """An -ing form, a prepositional phrase or an object that the cue takes."""
        if "ing" in cue.frames and (self._shape[start] == ING or self._lower[start] in self._reading.words.having):
            return Complement("ing", start)
        after = self._reading.past_adverbs(start, high - 1)  # "spoke instead about"
        if self._is_prepositional(cue, after):
            return Complement("preposition", after)
        if self._objects.takes(cue, start, high) and not self._objects.is_quoted(cue, start, high):
            return Complement("obj", start)
        later = self._adverbials.past_setting(start, high)  # "announced in 2019 his plan"
        found = start < later < high and self._shape[later] in DETERMINERS and self._objects.takes(cue, later, high)
        return Complement("obj", later) if found else None

    def _short_clause(self, cue: CueMatch, start: int, at: int, high: int) -> int:
        """Where a short clause begins at one of two tokens: "adding he was late", "wrote in March he was late"; or -1."""
        if self._short.opens(cue, start, high):
            return start
        later = start < at < high and self._short.opens(cue, at, high) and not self._is_prepositional(cue, start)
        return at if later else -1

    def _about(self, cue: CueMatch, start: int, high: int) -> int:
        """The preposition after a verb that can be a tag, which opens what was said: speculated last week about; or -1."""
        for at in (start, self._adverbials.past_setting(start, high)):
            if at < high and self._shape[at] in ANY_PREPOSITION and self._lower[at] in cue.frames and not self._is_dated(at + 1, high):
                return at
        return -1

    def _is_dated(self, at: int, high: int) -> bool:
        """Whether a day, a year or a time stands at a token: "wrote on Monday"."""
        times = self._reading.words.times
        return at >= high or self._shape[at] in DATE_PART or any(self._lower[k] in times for k in range(at, min(high, at + TIME_REACH)))

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
            return "to-np" in cue.frames and self._shape[start + 1 : start + 2] != BASE
        return code in ANY_PREPOSITION and self._lower[start] in cue.frames

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
        quoted = addressee is not None and self._reading.quoted[addressee.head] and not self._reading.quoted[cue.head]
        if addressee is None or shape[start] == THAT or quoted:
            return None
        end = addressee.last + 1
        if end < high and shape[end] in FINITE and "clause" in cue.frames:
            return None
        at = self._past_relative(self._adverbials.past(end, high), high)
        found = self._strong(cue, at, high, "obj-") or self._told(cue, at, end, high)
        if found is None:
            return self._of_what(cue, addressee, high)
        if found.kind == "to" and "obj-that" not in cue.frames:
            return Complement("obj-to", start)
        return Complement(found.kind, found.first, (addressee.first, addressee.last))

    def _of_what(self, cue: CueMatch, addressee: Mention, high: int) -> Complement | None:
        """Of what somebody is told, where it looks like a part of who it is: warned the council of the risk."""
        of = addressee.head + 1
        told = "obj-of" in cue.frames and of < high and self._shape[of] == OF and self._shape[of - 1] in NOUN_OR_NAME
        return Complement("preposition", of, (addressee.first, addressee.head)) if told else None

    def _told(self, cue: CueMatch, at: int, end: int, high: int) -> Complement | None:
        """A bare clause at token ``at``, or a preposition there or right after the addressee."""
        shape = self._shape
        if at < high and shape[at] in SUBJECT_START and "obj-clause" in cue.frames and self._reading.has_finite(at, high):
            return Complement("clause", at)
        for first in (at, end):
            if first < high and shape[first] in ANY_PREPOSITION and cue.takes("obj-" + self._lower[first]):
                return Complement("preposition", first)
        return None

    def _past_relative(self, at: int, high: int) -> int:
        """Past a relative clause on an addressee, with commas or without: "urged the firm, which owns the mill, to sell it"."""
        shape = self._shape
        if at < high and shape[at] == RELATIVE:
            return self._after_relative(at, high)
        close = shape.find(COMMA, at + 1, min(high, at + RELATIVE_REACH)) if shape[at : at + 2] == COMMA + RELATIVE else -1
        return close + 1 if close > 0 else at

    def _after_relative(self, at: int, high: int) -> int:
        """Past a relative clause on an addressee: told the mayors who had gathered in Orrel, “...”"""
        for k in range(at + 1, min(high, at + RELATIVE_REACH)):
            if self._shape[k] == THAT or (self._shape[k] == COMMA and self._shape[k + 1 : k + 2] == OPEN_QUOTE):
                return k
        return at
