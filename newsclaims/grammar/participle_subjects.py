"""The subjects of participles: "Saying no, Vane left"; "with fans chanting ..."; "Vane left, saying no"."""

from __future__ import annotations

from typing import Protocol

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.walking import past_one
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    ANY_PREPOSITION,
    AS,
    ASIDE_MARK,
    BE,
    BEFORE_PARTICIPLE_CUE,
    BREAK_OR_QUOTE,
    CLAUSE_OR_PHRASE_OPENER,
    CLOSE_QUOTE,
    COMMA,
    COMMA_OR_QUOTE,
    DASH,
    ING,
    NAME,
    NOUN_OR_NAME,
    OF,
    PARTICLE,
    SUBORDINATE_OPENER,
    SUBORDINATOR,
    VERB,
    VERB_FORM,
)
from newsclaims.language.inflection import is_regular_past

VERBS_BACK = 6
COMMAS = 4
TAG_REACH = 12  # tokens between a tag and the participle that it goes on with


class Subjects(Protocol):
    """Who reads the subjects of other verbs."""

    def of(self, cue: CueMatch) -> Mention | None:
        """The subject of a cue."""

    def of_any(self, verb: int, low: int) -> Mention | None:
        """The subject of a finite verb, be it a cue or not."""

    def inverted(self, cue: CueMatch) -> Mention | None:
        """The subject after the verb."""

    def reporter(self, before: int, low: int, verb: int) -> Mention | None:
        """Who reports the clause that ends at ``before``."""


class ParticipleSubjects:
    """Reads the subjects of participle cues."""

    __slots__ = ("_cues", "_lower", "_mentions", "_quoted", "_reading", "_shape", "_subjects")

    def __init__(self, reading: Reading, subjects: Subjects) -> None:
        self._reading = reading
        self._subjects = subjects
        self._cues = reading.cues
        self._lower = reading.lower
        self._mentions = reading.mentions
        self._quoted = reading.quoted
        self._shape = reading.shape

    def read(self, cue: CueMatch, low: int, high: int) -> Mention | None:
        """The subject of a participle: "Saying no, Vane left"; "with fans chanting ..."; "Vane left, saying no"."""
        shape, first = self._shape, cue.first
        if first == low or (first == low + 1 and shape[low] in BEFORE_PARTICIPLE_CUE):
            return self._of_main_clause(cue.last, high)
        found = self._beside(first, low)
        if found is not None:
            return found
        if shape[first - 1] in NOUN_OR_NAME:
            found = self._mentions.before(first, low, inside=True)
            if found is not None and (self._shows(cue, found) or self._stands_free(found, low)):
                signs = found.first == low and shape[low] == ING  # "Holding signs calling it late, they left"
                return self._of_main_clause(cue.last, high) if signs else found
            found = self._of_inverted_tag(first, low)
            if found is not None:
                return found
        tagged = self._of_tag_before(first, low) or self._of_inverted_tag(first, low, end=first - 2)
        return tagged or self._subjects.reporter(first, low, first) or self._of_clause_before(first, low)

    def _beside(self, first: int, low: int) -> Mention | None:
        """The subject of a participle that the words before it give away: "footage of", "despite", "and", "as"."""
        shape = self._shape
        recorded = self._recorded(first, low)
        if recorded is not None:
            return recorded
        if shape[first - 1] in ANY_PREPOSITION and (faulted := self._faulted(first - 1, low)) is not None:
            return faulted
        if shape[first - 1] in CLAUSE_OR_PHRASE_OPENER and shape[first - 2] == COMMA:  # "Vane, despite admitting that ..., left"
            found = (self._mentions.before(end, low, inside=True) for end in (first - 2, first - 1))
            return next((each for each in found if each is not None and each.first == low), None)
        if shape[first - 1] == AND or (shape[first - 1] == ADVERB and shape[first - 2] == AND):  # "saying it leaks and warning ..."
            joined = self._participle_before(first, low)
            return None if joined is None else self._subjects.of(joined)
        return self._before_as(first, low) if shape[first - 1] == AS else None

    def _recorded(self, first: int, low: int) -> Mention | None:
        """Who is seen or heard: "footage of | Vane | saying"."""
        of = self._shape.rfind(OF, low + 1, first) if self._shape[first - 1] in NOUN_OR_NAME else -1
        heard = of > low and self._lower[of - 1] in self._reading.words.recordings
        return self._mentions.before(first, of + 1, inside=True) if heard else None

    def _before_as(self, first: int, low: int) -> Mention | None:
        """Who is told to say it: "quoted | the mayor | as saying"; else the subject of the clause before."""
        found = self._set_off_object(first, low) or self._mentions.before(first - 1, low, inside=True)
        return found if found is not None and self._shape[found.first - 1] in VERB_FORM else self._of_clause_before(first, low)

    def _faulted(self, preposition: int, low: int) -> Mention | None:
        """Whom somebody faults or praises for what he said: "blamed | Vane | for saying", "accused | the board | of saying"."""
        verb = next((k for k in range(preposition - 1, low - 1, -1) if self._shape[k] in VERB_FORM), -1)
        faults = self._reading.words.faulting.get(self._lower[preposition], frozenset())
        if verb < 0 or self._lower[verb] not in faults or BE in self._shape[self._reading.group_start(verb, low) : verb]:
            return None
        found = self._mentions.after(verb + 1, preposition, attach=False)
        return found if found is not None and found.first == verb + 1 else None

    def _set_off_object(self, first: int, low: int) -> Mention | None:
        """The object with a name set off by commas: "quoted | the mayor, Orla Vane,| as saying"."""
        if self._shape[first - 2] != COMMA:
            return None
        verb = next((k for k in range(first - 3, low, -1) if self._shape[k] in VERB_FORM), low)
        found = self._mentions.after(verb + 1, first - 1) if verb > low else None
        return found if found is not None and found.first == verb + 1 and found.last >= first - 3 else None

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
        if cue is None or cue.form is not Form.FINITE or "tag" not in cue.frames or self._quoted[cue.head]:
            return None
        found = self._subjects.of(cue)
        return found if found is not None and found.first > low and self._shape[found.first - 1] in BREAK_OR_QUOTE else None

    def _of_inverted_tag(self, first: int, low: int, end: int | None = None) -> Mention | None:
        """The subject after the verb of a tag, which goes on with the participle: "..., says a report by Vane highlighting “...”".

        Where ``end`` is given it is the last token of the subject: "It was late, said Vane, adding".
        """
        for k in range(first - 2, max(low, first - TAG_REACH), -1):
            cue = self._cues.get(k)
            if cue is not None and cue.form is Form.FINITE and "tag" in cue.frames and self._shape[cue.first - 1] == COMMA:
                found = self._subjects.inverted(cue)
                return found if found is not None and found.first == cue.last + 1 and found.last == (end or found.last) else None
        return None

    def _of_main_clause(self, start: int, high: int) -> Mention | None:
        """The subject after the words of a participle that opens the sentence: "Citing “bad weather,” in part, Vane left"."""
        shape, first, comma = self._shape, None, start
        for _ in range(COMMAS):
            comma = shape.find(COMMA, comma + 1, high)
            if comma < 0:
                break
            found = self._mentions.after(past_one(shape, comma + 1, high, CLOSE_QUOTE), high)
            # "Vane asked for it" looks like "a man asked for it"
            if found is not None and shape[found.head : found.head + 2] == NAME + VERB:
                return found.up_to(found.head)
            first = first or found
            if found is not None and self._reading.has_verb_next(found.last + 1, high):
                return found
        return first

    def _shows(self, cue: CueMatch, found: Mention) -> bool:
        """Whether it is a document that shows something, wherever it stands: "given data showing"."""
        return cue.category == "show" and self._lower[found.head] in self._reading.words.documents

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
        for _ in range(VERBS_BACK):
            k = self._reading.finite_before(self._before_aside(k, first, low), low)
            if k < low:
                break
            found = self._subjects.of_any(k, low)
            if found is None and k in self._cues:
                found = self._subjects.inverted(self._cues[k])
            if found is None or found.last >= first or self._is_reduced(k, found, low):
                continue
            nearest = nearest or found.shared()
            if self._shape[first - 1] not in COMMA_OR_QUOTE or not self._is_subordinate(found, low):
                return found.shared()
        return nearest

    def _before_aside(self, k: int, first: int, low: int) -> int:
        """Where an aside between two dashes begins that ends before the participle: "Fans left - it rained - while singing"."""
        shape = self._shape
        close = first - 2 if shape[first - 1] == SUBORDINATOR else first - 1
        if k != first or shape[close] != DASH:
            return k
        opening = shape.rfind(DASH, low, close)
        return opening if opening > low else k

    def _is_reduced(self, verb: int, found: Mention, low: int) -> bool:
        """Whether a form in -ed is a participle on the object of another verb: "signed the treaty reached in Orrel, saying"."""
        if not is_regular_past(self._lower[verb]) or found.last + 1 != verb or found.first <= low + 1:
            return False
        k = found.first - 1
        if self._shape[k] == PARTICLE:
            k -= 1
        outer = self._cues.get(k)
        return self._shape[k] == VERB and (outer is None or "clause" not in outer.frames)

    def _is_subordinate(self, subject: Mention, low: int) -> bool:
        """Whether a subject is that of a clause within another: "that he", "after the vote", "the man who"."""
        if subject.how == "relative" or subject.first <= low:
            return subject.how == "relative"
        before = subject.first - 1
        outer = self._cues.get(before)
        if outer is not None and "clause" in outer.frames:  # "who said he had left"
            return True
        return self._shape[before] in SUBORDINATE_OPENER and self._lower[before] not in self._reading.words.asking
