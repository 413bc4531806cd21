"""Subjects: who says, thinks or wants it, wherever the form of the cue tells to look.

Before a finite verb ("Vane said"), after an inverted one ("said Vane"), in the "by" phrase of a passive, and with the
verb before for an infinitive, a participle or a further verb ("Vane rose and said", "Vane left, saying").
"""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.complement import Kind
from newsclaims.grammar.complements import ComplementReader
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.participle_subjects import ParticipleSubjects
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import (
    AFTER_REDUCED_BEFORE_CUE,
    AGENT_STOP,
    BASE,
    BE,
    BEFORE_RELATIVE,
    CLOSE_QUOTE,
    COMMA,
    ED_FORM,
    FINITE,
    GENITIVE,
    ING,
    JOINT,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT_OR_QUOTE_START,
    THAT,
    TIME_ASIDE,
    TO,
    VERB,
)
from newsclaims.language.inflection import is_regular_past, is_third_person

REPORTING: tuple[Category, ...] = ("say", "claim", "tell", "write")
"""Categories of cues whose clause may go on with a verb of the same speaker: said he would come but warned."""
REPORTED: tuple[Kind, ...] = ("that", "clause", "wh")
VERBS_BACK = 8
AGENT_REACH = 12


class SubjectReader:
    """Reads the subjects of the cues of one text; each cue once."""

    __slots__ = ("_complements", "_cues", "_known", "_lower", "_mentions", "_quoted", "_reading", "_shape")

    def __init__(self, reading: Reading, complements: ComplementReader) -> None:
        self._reading = reading
        self._complements = complements
        self._cues = reading.cues
        self._lower = reading.lower
        self._mentions = reading.mentions
        self._quoted = reading.quoted
        self._shape = reading.shape
        self._known: dict[int, Mention | None] = {}

    def of(self, cue: CueMatch) -> Mention | None:
        """The mention that is the subject of a cue, wherever its form says to look."""
        if cue.head not in self._known:
            self._known[cue.head] = None  # a cue can ask for another's subject, never for its own
            self._known[cue.head] = self._read(cue)
        return self._known[cue.head]

    def _read(self, cue: CueMatch) -> Mention | None:
        low, high = self._reading.bounds(cue.head)
        if cue.form is Form.FINITE:
            return self.of_verb(cue.first, low)
        if cue.form is Form.PASSIVE and self._shape[cue.last] == ING:  # "was quoted as saying"
            return self.of_verb(cue.first, low)
        if cue.form in (Form.PASSIVE, Form.REDUCED_PASSIVE):
            return self.agent(cue.last + 1, high) or self._told_in(cue.first, low)
        if cue.form is Form.INFINITIVE:
            return self.governing(self._shape.rfind(TO, low, cue.head), low)
        if cue.form is Form.PARTICIPLE:
            # Made anew: kept here it would close a circle, and the text would stay in memory until the collector comes.
            return ParticipleSubjects(self._reading, self).read(cue, low, high)
        return None

    # ------------------------------------------------------------------ finite verbs

    def of_verb(self, first: int, low: int) -> Mention | None:
        """The subject of the finite verb whose group begins at token ``first``, in the sentence that begins at ``low``."""
        shape = self._shape
        found = self._mentions.before(first, self._unquoted_low(first, low))
        if found is not None:
            return found
        listed = first - 1 > low and shape[first - 1] == COMMA
        k = back_over(shape, first, low + 1, TIME_ASIDE) - 1
        if k > low and (shape[k] in JOINT or listed):
            return self._shared(k, low, first)
        return None

    def _unquoted_low(self, first: int, low: int) -> int:
        """A subject is not looked for inside a quotation that ends before the verb."""
        k = self._shape.rfind(CLOSE_QUOTE, low, first)
        return k + 1 if k >= 0 and self._quoted[k] else low

    def _shared(self, joint: int, low: int, verb: int) -> Mention | None:
        """The subject of the verb to which "and said" is joined: the nearest finite verb before with one of its own."""
        outer = self.reporter(joint, low, verb)
        if outer is not None:
            return outer
        k = joint
        for _ in range(VERBS_BACK):
            k = self._reading.finite_before(k, low)
            if k < low:
                return None
            cue = self._cues.get(k)
            found = self.of(cue) if cue is not None else self._mentions.before(self._reading.group_start(k, low), low)
            if found is None and cue is not None:
                found = self.inverted(cue)
            if found is not None and found.how != "relative" and not self._is_claimed(found, low):
                return found.shared()
        return None

    def _is_claimed(self, subject: Mention, low: int) -> bool:
        """Whether a subject is that of a clause with "that" on another verb: "denied claims that he left | and said"."""
        that = subject.first - 1
        return that > low and self._shape[that] == THAT and self._reading.finite_before(that, low) >= low

    def reporter(self, before: int, low: int, verb: int) -> Mention | None:
        """Who reports the clause that ends at ``before``: in "Vane said he would come but warned", the one who said."""
        for k in range(before - 1, low - 1, -1):
            cue = self._cues.get(k)
            if cue is None or not self._reports(cue) or not self._same_tense(k, verb):
                continue
            found = self._complements.of(cue)
            if found is None or found.kind not in REPORTED or found.first >= before:
                continue
            subject = self.of(cue)
            return subject.shared() if subject is not None and subject.how != "relative" else None
        return None

    def _reports(self, cue: CueMatch) -> bool:
        """Whether a clause can be reported by the cue: "said", not "saying", nor one in somebody's quoted words."""
        return cue.form is Form.FINITE and cue.category in REPORTING and "that" in cue.frames and not self._quoted[cue.head]

    def _same_tense(self, verb: int, other: int) -> bool:
        """Whether two finite verbs can share a subject: "says ... and warns", not "said ... and warns"."""
        if self._shape[verb] != VERB or self._shape[other] != VERB:
            return True
        return is_third_person(self._lower[verb]) == is_third_person(self._lower[other])

    def inverted(self, cue: CueMatch) -> Mention | None:
        """The subject after the verb: "said Orla Vane", "says the minister, who ..."."""
        shape = self._shape
        if cue.form is not Form.FINITE or shape[cue.head] != VERB or not cue.takes("tag", "quote"):
            return None
        _, high = self._reading.bounds(cue.head)
        start = cue.last + 1
        if start >= high:
            return None
        if shape[start] in ED_FORM:  # "said retired judge Orla Vane"
            start += 1
            if shape[start : start + 1] not in (NOUN, NAME):
                return None
        elif shape[start] not in SUBJECT_OR_QUOTE_START:
            return None
        found = self._mentions.after(start, high)
        verb = high if found is None else found.last + 1
        return None if verb < high and shape[verb] in FINITE and not self._describes(verb, high) else found

    def _describes(self, verb: int, high: int) -> bool:
        """Whether a form in -ed is a participle on the noun before it: "wrote one on a card tied to the rail"."""
        shape = self._shape
        if verb + 1 >= high or shape[verb + 1] not in AFTER_REDUCED_BEFORE_CUE:
            return False
        return shape[verb - 1] in BEFORE_RELATIVE and is_regular_past(self._lower[verb])

    # ------------------------------------------------------------------ other forms

    def governing(self, first: int, low: int) -> Mention | None:
        """The subject of the last finite verb before token ``first``, on which an infinitive or a noun depends."""
        caused = self._caused(first, low)
        if caused is not None:
            return caused
        k = self._reading.finite_before(first, low)
        if k < low:
            return None
        found = self.of_any(k, low)
        if found is None:
            return None
        return (self._owner(found, low) if self._shape[k] == BE else None) or found.shared()

    def _owner(self, found: Mention, low: int) -> Mention | None:
        """Whose a noun of saying is that an infinitive tells: "| his | answer was to say", "| Vane's | reply was to ask"."""
        if self._lower[found.head] not in self._reading.words.saying_nouns:
            return None
        if self._shape[found.first] == POSSESSIVE:
            return Mention(found.first, found.first, found.first, found.first, "before")
        genitive = self._shape.rfind(GENITIVE, found.first, found.head)
        return self._mentions.before(genitive, low, inside=True) if genitive > low else None

    def _caused(self, to: int, low: int) -> Mention | None:
        """The object of a verb of causing, who does what the infinitive says: "prompted the mayor to say", "for Vane to say"."""
        found = self._mentions.before(to, low, inside=True) if to > low and self._shape[to] == TO else None
        if found is None or found.first <= low:
            return None
        before = self._lower[found.first - 1]
        return found if before in self._reading.words.causing or before in self._reading.words.infinitive_subjects else None

    def of_any(self, verb: int, low: int) -> Mention | None:
        """The subject of a finite verb, be it a cue or not."""
        cue = self._cues.get(verb)
        return self.of(cue) if cue is not None else self.of_verb(self._reading.group_start(verb, low), low)

    def _told_in(self, verb: int, low: int) -> Mention | None:
        """The document in which somebody is told: "In one note | the minister was warned that"."""
        if self._shape[low] != PREPOSITION or self._lower[low] not in self._reading.words.within:
            return None
        found = self._mentions.after(low + 1, verb, attach=False)
        told = found is not None and found.first == low + 1 and self._lower[found.head] in self._reading.words.papers
        return found if told else None

    def agent(self, start: int, high: int) -> Mention | None:
        """The "by" phrase of a passive, within the next few words: "was announced on Tuesday by the ministry"."""
        agents = self._reading.words.agents
        for k in range(start, min(high, start + AGENT_REACH)):
            if self._shape[k] == PREPOSITION and self._lower[k] in agents:
                return self._mentions.after(k + 1, high)
            if self._shape[k] in AGENT_STOP or self._shape[k : k + 2] == TO + BASE:
                break
        return None
