"""The narrator: where what was said ends because somebody else, or the speaker with another cue, takes over."""

from __future__ import annotations

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.reading import Reading
from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ACCORDING,
    ADVERB,
    AND,
    AUXILIARY,
    BE,
    BUT,
    CLAUSE_ADVERB,
    COMMA,
    COMMA_OR_QUOTES,
    DASH,
    FINITE,
    HAVE,
    ING,
    JOINT,
    MODAL,
    NAME,
    NO_NEW_SUBJECT,
    NOT,
    NOUN_OR_NAME,
    OPEN_QUOTE,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    SUBJECT_START,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_GROUP,
)
from newsclaims.language.inflection import NEGATED, is_third_person

SAID: tuple[Category, ...] = ("say", "claim", "write", "tell")
JUDGING: tuple[Category, ...] = ("judge", "accuse", "describe", "deny", "urge", "cite")
"""Categories of cues that are the narrator's where somebody named is their subject."""
OTHERS = (*SAID, "cite", "deny", "judge", "accuse")
"""Categories of cues of others that are set against what was said: said it was late, although Holt denied it."""
MIND: tuple[Category, ...] = ("know", "feel", "believe", "want", "expect")
"""Categories of cues for what goes on in a mind, which others know of because they are told."""
REPORTER_REACH = 7
PARTICIPLE_REACH = 16
QUOTED_REACH = 28
SPLICE_REACH = 5
SPLICED = SUBJECT_START + THAT


class NarratorReader:
    """Tells of the marks and joints of one text whether the narrator takes over there."""

    __slots__ = ("_cues", "_lower", "_mentions", "_quoted", "_reading", "_shape")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._cues = reading.cues
        self._lower = reading.lower
        self._mentions = reading.mentions
        self._quoted = reading.quoted
        self._shape = reading.shape

    def takes_over(self, k: int, code: str, limit: int, cue: CueMatch | None) -> bool:
        """Where the narrator takes over again: at ``k``, a mark or joint: a further tag, participle or coordinated cue, "according to"."""
        if code == COMMA:
            return self._takes_over_after_comma(k + 1, limit, cue)
        if code == DASH and k + 1 < limit:
            return self._contrast_follows(k + 1, limit, cue)
        if code in JOINT and k + 1 < limit:
            at = self._reading.past_adverbs(k + 1, limit)
            joined = self._is_parallel(self._cue_starting(at, limit), cue) or self._participle_of_own(k + 1, limit)
            return joined or (code == AND and self._others_report(k + 1, limit, cue))
        return code == SEMICOLON

    def _others_report(self, k: int, limit: int, outer: CueMatch | None) -> bool:
        """``and the army said it was late``: somebody else reports something, as the one before did."""
        if outer is None or outer.category not in SAID or self._shape[k : k + 1] not in tuple(SUBJECT_START):
            return False
        found = self._mentions.after(k, limit, attach=False)
        cue = self._cue_starting(found.last + 1, limit) if found is not None and self._shape[found.head] in NOUN_OR_NAME else None
        return cue is not None and cue.category in SAID and self._is_parallel(cue, outer)

    def _background_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """``, which is spread by flies``: after something said in the past a last clause in the present is the reporter's explanation."""
        if cue is None or cue.category not in SAID or self._shape[k : k + 1] != RELATIVE or is_third_person(self._lower[cue.head]):
            return False
        verb = self._reading.past_adverbs(k + 1, limit)
        present = verb < limit and self._lower[verb] in self._reading.words.present
        return present and not any(mark in self._shape[k:limit] for mark in COMMA_OR_QUOTES)

    def _takes_over_after_comma(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        if self._background_follows(k, limit, cue) or self._reporter_follows(k, limit) or self._company_follows(k, limit):
            return True
        if k >= limit or self._mind_follows(k, limit, cue):
            return False
        return self._contrast_follows(k, limit, cue) or self._tag_follows(k, limit, cue) or self._splice_follows(k, limit, cue)

    def _splice_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """``, the army said it was late``: somebody else reports a clause, with nothing but a comma before."""
        near = next((at for at in range(k + 1, min(limit, k + SPLICE_REACH)) if at in self._cues), -1)
        if near < 0 or cue is None or self._shape[near + 1 : near + 2] not in tuple(SPLICED):
            return False
        return self._reading.has_finite(cue.last + 1, k) and self._others_report(k, limit, cue)

    def _company_follows(self, k: int, limit: int) -> bool:
        """``, with the mayor calling it a “mistake”``: somebody else's words beside those of the main clause."""
        return k < limit and self._lower[k] in self._reading.words.accompanying and self._participle_of_own(k + 1, limit)

    def _participle_of_own(self, k: int, limit: int) -> bool:
        """Whether a phrase follows and a participle cue with it: "Holt calling it late"."""
        near = self._shape.find(ING, k + 1, min(limit, k + PARTICIPLE_REACH)) > 0 and self._shape[k] != ING
        found = self._mentions.after(k, limit, attach=False) if near else None
        cue = self._cue_starting(found.last + 1, limit) if found is not None else None
        return cue is not None and cue.form is Form.PARTICIPLE

    def _contrast_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """``, but the mayor disagreed``: after a comma "but" with a verb to come is the narrator's more often than not."""
        shape = self._shape
        if cue is None and shape[k + 1 : k + 2] in (BE, HAVE, MODAL):  # "according to her, it was large but is small now"
            return False
        if shape[k] != BUT or k + 1 >= limit or shape[k + 1] in NO_NEW_SUBJECT:
            return False
        if shape[k + 1] in AUXILIARY and cue is not None and cue.category in SAID and self._is_denied(cue.last + 1, k):
            return False  # "said he was not the owner, but was a guest"
        return self._reading.has_finite(k, limit)

    def _is_denied(self, first: int, stop: int) -> bool:
        """Whether a verb between two tokens is negated: "was not the owner"."""
        return any(code == NOT or self._lower[at].endswith(NEGATED) for at, code in enumerate(self._shape[first:stop], first))

    def _mind_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """Whether what somebody knows or feels follows what they say: says she hopes to win, | but she knows that ..."""
        if (
            cue is None
            or cue.category not in SAID
            or self._shape[k : k + 2] != BUT + PRONOUN
            or self._lower[k + 1] not in self._reading.words.people
        ):
            return False
        inner = self._cue_starting(k + 2, limit)
        return inner is not None and inner.form is Form.FINITE and inner.category in MIND

    def _reporter_follows(self, k: int, limit: int) -> bool:
        """``, although she said``, ``, to which she said``: a further clause in which somebody is said to say something."""
        shape = self._shape
        answering = shape[k : k + 2] == TO + RELATIVE
        if k + 1 >= limit or not (shape[k] == SUBORDINATOR or answering) or shape[k - 2] == THAT:  # "that, while"
            return False
        return self.quoted_follows(k + 2 if answering else k + 1, limit) or self._others_say(k + 1, limit)

    def _others_say(self, k: int, limit: int) -> bool:
        """Whether somebody else has a cue of their own in the clause: ", although other papers quoted him as saying"."""
        found = self._mentions.after(k, limit, attach=False)
        cue = self._cue_starting(found.last + 1, limit) if found is not None and self._shape[found.head] in NOUN_OR_NAME else None
        return cue is not None and cue.form is Form.FINITE and cue.category in OTHERS

    def quoted_follows(self, k: int, limit: int) -> bool:
        """Whether somebody with a cue of their own and a quotation follow: "Holt said it was “late”"."""
        near = self._shape.find(OPEN_QUOTE, k, min(limit, k + QUOTED_REACH)) > 0
        found = self._mentions.after(k, limit, attach=False) if near else None
        cue = self._cue_starting(found.last + 1, limit) if found is not None else None
        return cue is not None and cue.form is Form.FINITE and OPEN_QUOTE in self._shape[cue.last + 1 : cue.last + 1 + REPORTER_REACH]

    def _tag_follows(self, k: int, limit: int, outer: CueMatch | None) -> bool:
        """After a comma: "according to", a participle cue (", adding that"), or "and" with a cue of its own."""
        shape = self._shape
        if shape[k] == ACCORDING:
            return True
        after = past(shape, k, limit, CLAUSE_ADVERB)
        joined = any(code != ADVERB for code in shape[k:after])
        k = after
        if shape[k : k + 1] == PRONOUN and not joined:
            return self._pronoun_tag(k, limit)
        cue = self._cue_starting(k, limit)
        if cue is not None:
            return cue.form is Form.PARTICIPLE or (joined and self._is_parallel(cue, outer))
        if not joined or k >= limit or shape[k] not in SUBJECT_START:
            return False
        found = self._mentions.after(k, limit, attach=False)
        cue = self._cue_starting(found.last + 1, limit) if found is not None else None
        return found is not None and (self._is_parallel(cue, outer) or self._judges(found, cue, outer))

    def _judges(self, source: Mention, cue: CueMatch | None, outer: CueMatch | None) -> bool:
        """Whether a new subject judges or accuses: said the plan was late, | and Holt condemned it as “mad”."""
        said = outer is not None and outer.category in SAID
        return said and cue is not None and cue.form is Form.FINITE and cue.category in JUDGING and self._shape[source.head] == NAME

    def _pronoun_tag(self, k: int, limit: int) -> bool:
        """Whether a tag within a sentence begins with a pronoun: ", he said, “..." """
        inner = self._cue_starting(k + 1, limit)
        return inner is not None and inner.form is Form.FINITE and self._shape[inner.last + 1 : inner.last + 3] == COMMA + OPEN_QUOTE

    def _is_parallel(self, cue: CueMatch | None, outer: CueMatch | None) -> bool:
        """Whether a coordinated cue goes with the outer one ("said ... and added ..."): speech, and the same tense."""
        if cue is None or not cue.takes("that", "quote", "clause"):
            return False
        if cue.form is Form.PARTICIPLE:  # "arguing that it helps and insisting ..."
            return outer is not None and outer.form is Form.PARTICIPLE
        if cue.form is not Form.FINITE or self._shape[cue.head] != VERB:
            return False
        if outer is None or outer.form is not Form.FINITE:
            return True
        return is_third_person(self._lower[cue.head]) == is_third_person(self._lower[outer.head])

    def _cue_starting(self, k: int, limit: int) -> CueMatch | None:
        k = past(self._shape, k, limit, VERB_GROUP)
        return self._cues.get(k) if k < limit and not self._quoted[k] else None

    def main_verb_follows(self, k: int, limit: int) -> bool:
        """``, who said he would run, lost``: after a comma or dash a finite verb without a subject."""
        if self._shape[k - 2 : k] == COMMA + ADVERB:  # "who said he, too, would run"
            return False
        k = self._reading.past_adverbs(k + 1, limit)
        return k < limit and self._shape[k] in FINITE
