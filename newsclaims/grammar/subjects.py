"""Subjects: who says, thinks or wants it, wherever the form of the cue tells to look.

Before a finite verb ("Vane said"), after an inverted one ("said Vane"), in the "by" phrase of a passive, and with the
verb before for an infinitive, a participle or a further verb ("Vane rose and said", "Vane left, saying").
"""

from __future__ import annotations

from newsclaims.grammar.complements import ComplementReader
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.word_classes import (
    ADVERB,
    AFTER_REDUCED_BEFORE_CUE,
    AGENT_STOP,
    AND,
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    BASE,
    BEFORE_PARTICIPLE_CUE,
    BEFORE_RELATIVE,
    BREAK_OR_QUOTE,
    CLAUSE_OR_PHRASE_OPENER,
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_QUOTE,
    DASH,
    ED_FORM,
    FINITE,
    ING,
    JOINT,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    PARTICLE,
    PREPOSITION,
    SUBJECT_OR_QUOTE_START,
    SUBORDINATE_OPENER,
    SUBORDINATOR,
    THAT,
    TIME_ASIDE,
    TO,
    VERB,
    VERB_FORM,
)
from newsclaims.language.inflection import is_regular_past, is_third_person

REPORTING = ("say", "claim", "tell", "write")
"""Categories of cues whose clause may go on with a verb of the same speaker: said he would come but warned."""
REPORTED = ("that", "clause", "wh")
VERBS_BACK = 8
VERBS_BACK_OF_PARTICIPLE = 6
AGENT_REACH = 12
COMMAS = 4


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
            return self.agent(cue.last + 1, high)
        if cue.form is Form.INFINITIVE:
            return self.governing(self._shape.rfind(TO, low, cue.head), low)
        if cue.form is Form.PARTICIPLE:
            return self._of_participle(cue, low, high)
        return None

    # ------------------------------------------------------------------ finite verbs

    def of_verb(self, first: int, low: int) -> Mention | None:
        """The subject of the finite verb whose group begins at token ``first``, in the sentence that begins at ``low``."""
        shape = self._shape
        found = self._mentions.before(first, self._unquoted_low(first, low))
        if found is not None:
            return found
        k = first - 1
        listed = k > low and shape[k] == COMMA
        while k > low and shape[k] in TIME_ASIDE:
            k -= 1
        if k > low and (shape[k] in JOINT or listed):
            return self._shared(k, low, first)
        return None

    def _unquoted_low(self, first: int, low: int) -> int:
        """A subject is not looked for inside a quotation that ends before the verb."""
        k = self._shape.rfind(CLOSE_QUOTE, low, first)
        return k + 1 if k >= 0 and self._quoted[k] else low

    def _shared(self, joint: int, low: int, verb: int) -> Mention | None:
        """The subject of the verb to which "and said" is joined: the nearest finite verb before with one of its own."""
        outer = self._reporter(joint, low, verb)
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

    def _reporter(self, before: int, low: int, verb: int) -> Mention | None:
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
        return cue.form is Form.FINITE and cue.category in REPORTING and cue.takes("that") and not self._quoted[cue.head]

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
        described = (
            verb + 1 < high
            and shape[verb - 1] in BEFORE_RELATIVE
            and is_regular_past(self._lower[verb])
            and shape[verb + 1] in AFTER_REDUCED_BEFORE_CUE
        )
        return None if verb < high and shape[verb] in FINITE and not described else found  # but "wrote one on a card tied to the rail"

    # ------------------------------------------------------------------ other forms

    def governing(self, first: int, low: int) -> Mention | None:
        """The subject of the last finite verb before token ``first``, on which an infinitive or a noun depends."""
        caused = self._caused(first, low)
        if caused is not None:
            return caused
        k = self._reading.finite_before(first, low)
        if k < low:
            return None
        found = self._of_any(k, low)
        return found.shared() if found is not None else None

    def _caused(self, to: int, low: int) -> Mention | None:
        """The object of a verb of causing, who does what the infinitive says: "prompted the mayor to say", "for Vane to say"."""
        found = self._mentions.before(to, low, inside=True) if to > low and self._shape[to] == TO else None
        if found is None or found.first <= low:
            return None
        before = self._lower[found.first - 1]
        return found if before in self._reading.words.causing or before in self._reading.words.infinitive_subjects else None

    def _of_any(self, verb: int, low: int) -> Mention | None:
        """The subject of a finite verb, be it a cue or not."""
        cue = self._cues.get(verb)
        return self.of(cue) if cue is not None else self.of_verb(self._reading.group_start(verb, low), low)

    def agent(self, start: int, high: int) -> Mention | None:
        """The "by" phrase of a passive, within the next few words: "was announced on Tuesday by the ministry"."""
        agents = self._reading.words.agents
        for k in range(start, min(high, start + AGENT_REACH)):
            if self._shape[k] == PREPOSITION and self._lower[k] in agents:
                return self._mentions.after(k + 1, high)
            if self._shape[k] in AGENT_STOP or self._shape[k : k + 2] == TO + BASE:
                break
        return None

    def _of_participle(self, cue: CueMatch, low: int, high: int) -> Mention | None:
        """The subject of a participle: "Saying no, Vane left"; "with fans chanting ..."; "Vane left, saying no"."""
        shape, first = self._shape, cue.first
        if first == low or (first == low + 1 and shape[low] in BEFORE_PARTICIPLE_CUE):
            return self._of_main_clause(cue.last, high)
        found = self._beside(first, low)
        if found is not None:
            return found
        if shape[first - 1] in NOUN_OR_NAME:
            found = self._mentions.before(first, low, inside=True)
            if found is not None and self._stands_free(found, low):
                signs = found.first == low and shape[low] == ING  # "Holding signs calling it late, they left"
                return self._of_main_clause(cue.last, high) if signs else found
        return self._of_tag_before(first, low) or self._reporter(first, low, first) or self._of_clause_before(first, low)

    def _beside(self, first: int, low: int) -> Mention | None:
        """The subject of a participle that the word before it gives away: "despite", "and", "as"."""
        shape = self._shape
        if shape[first - 1] in CLAUSE_OR_PHRASE_OPENER and shape[first - 2] == COMMA:  # "Vane, despite admitting that ..., left"
            found = (self._mentions.before(end, low, inside=True) for end in (first - 2, first - 1))
            return next((each for each in found if each is not None and each.first == low), None)
        if shape[first - 1] == AND or (shape[first - 1] == ADVERB and shape[first - 2] == AND):  # "saying it leaks and warning ..."
            joined = self._participle_before(first, low)
            return None if joined is None else self.of(joined)
        if shape[first - 1] == AS:  # "quoted the mayor as saying"
            object_ = self._mentions.before(first - 1, low, inside=True)
            return object_ if object_ is not None and shape[object_.first - 1] in VERB_FORM else self._of_clause_before(first, low)
        return None

    def _participle_before(self, first: int, low: int) -> CueMatch | None:
        """The participle cue to which "and warning" is joined, with no finite verb of the main clause between."""
        for k in range(first - 1, low - 1, -1):
            cue = self._cues.get(k)
            if cue is not None and not self._quoted[k]:
                if cue.form is Form.PARTICIPLE:
                    return cue
                if cue.form is Form.FINITE:
                    return None
        return None

    def _of_tag_before(self, first: int, low: int) -> Mention | None:
        """The subject of a tag that a participle goes on with: "It was late, Vane added, saying no"."""
        cue = self._cues.get(first - 2) if self._shape[first - 1] == COMMA else None
        if cue is None or cue.form is not Form.FINITE or not cue.takes("tag") or self._quoted[cue.head]:
            return None
        found = self.of(cue)
        return found if found is not None and found.first > low and self._shape[found.first - 1] in BREAK_OR_QUOTE else None

    def _of_main_clause(self, start: int, high: int) -> Mention | None:
        """The subject after the words of a participle that opens the sentence: "Citing “bad weather,” in part, Vane left"."""
        shape, first, comma = self._shape, None, start
        for _ in range(COMMAS):
            comma = shape.find(COMMA, comma + 1, high)
            if comma < 0:
                break
            found = self._mentions.after(comma + 1 + (shape[comma + 1 : comma + 2] == CLOSE_QUOTE), high)
            # "Vane asked for it" looks like "a man asked for it"
            if found is not None and shape[found.head : found.head + 2] == NAME + VERB:
                return found.up_to(found.head)
            first = first or found
            if found is not None and shape[self._reading.past_adverbs(found.last + 1, high) :][:1] in FINITE:
                return found
        return first

    def _stands_free(self, found: Mention, low: int) -> bool:
        """Whether a phrase before a participle belongs to no verb before it: "with fans chanting", ", his aides saying"."""
        words, before = self._reading.words, found.first - 1
        if self._lower[found.head] in words.lettered:  # "wore a hat reading"
            return True
        if found.first > low and self._shape[before] in ANY_PREPOSITION:
            return self._lower[before] in words.accompanying or self._lower[found.head] in words.documents
        if self._shape[before] == AND and self._shape[before - 1] not in NOUN_OR_NAME:  # "Vane saying it was late and Holt calling it bold"
            return True
        return found.first == low or self._shape[before] in ASIDE_MARK or self._reading.finite_before(found.first, low) < low

    def _of_clause_before(self, first: int, low: int) -> Mention | None:
        """The subject of the clause that a participle goes on with: "Vane left the room, saying"; past "that it was hot, saying"."""
        k, nearest = first, None
        for _ in range(VERBS_BACK_OF_PARTICIPLE):
            k = self._reading.finite_before(self._before_aside(k, first, low), low)
            if k < low:
                break
            found = self._of_any(k, low)
            if found is None and k in self._cues:
                found = self.inverted(self._cues[k])
            if found is None or found.last >= first or self._is_reduced(k, found, low):
                continue
            nearest = nearest or found.shared()
            if self._shape[first - 1] not in COMMA_OR_QUOTE or not self._is_subordinate(found, low):
                return found.shared()
        return nearest

    def _before_aside(self, k: int, first: int, low: int) -> int:
        """Where an aside between two dashes begins that ends before the participle: "Fans left - it rained - while singing"."""
        shape = self._shape
        close = first - 1 - (shape[first - 1] == SUBORDINATOR)
        if k != first or shape[close] != DASH:
            return k
        opening = shape.rfind(DASH, low, close)
        return opening if opening > low else k

    def _is_reduced(self, verb: int, found: Mention, low: int) -> bool:
        """Whether a form in -ed is a participle on the object of another verb: "signed the treaty reached in Orrel, saying"."""
        if not is_regular_past(self._lower[verb]) or found.last + 1 != verb or found.first <= low + 1:
            return False
        k = found.first - 1
        k -= self._shape[k] == PARTICLE
        outer = self._cues.get(k)
        return self._shape[k] == VERB and (outer is None or not outer.takes("clause"))

    def _is_subordinate(self, subject: Mention, low: int) -> bool:
        """Whether a subject is that of a clause within another: "that he", "after the vote", "the man who"."""
        if subject.how == "relative" or subject.first <= low:
            return subject.how == "relative"
        before = subject.first - 1
        outer = self._cues.get(before)
        if outer is not None and outer.takes("clause"):  # "who said he had left"
            return True
        return self._shape[before] in SUBORDINATE_OPENER and self._lower[before] not in self._reading.words.asking
