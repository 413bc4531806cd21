"""Contents: where what was said ends and the narrator takes over again."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsclaims.find.cues import CueMatch, Form
from newsclaims.find.inflection import is_third_person
from newsclaims.find.reading import Reading
from newsclaims.find.subjects import SubjectReader
from newsclaims.find.word_classes import FINITE, JOINT, SUBJECT_START, VERB_GROUP, phrase_pattern

NARROW = ("obj", "to", "ing", "preposition", "obj-to")
"""Kinds of complement that are no clause and so end sooner."""
LOOSE_END = ".,;:-&b("
"""Marks and joints that what was said does not end in."""
SAID = ("say", "claim", "write", "tell")
MIND = ("know", "feel", "believe", "want", "expect")
"""Categories of cues for what goes on in a mind, which others know of because they are told."""
LIST_REACH = 24
LIST_ITEMS = 4
APPOSITIVE_REACH = 16
SHORTEST_CLAUSE = 4
REPORTER_REACH = 7


@functools.cache
def breaks_pattern() -> re.Pattern[str]:
    """Where what was said may end, and the quotations inside which it does not; compiled at first use."""
    return re.compile("“[^“”]*”|[“”&bIsw,;:-]")


class ContentReader:
    """Finds the ends of what was said in one text."""

    __slots__ = ("_breaks", "_cues", "_lower", "_mentions", "_phrase", "_quoted", "_reading", "_shape", "_subjects")

    def __init__(self, reading: Reading, subjects: SubjectReader) -> None:
        self._reading = reading
        self._subjects = subjects
        self._cues = reading.cues
        self._lower = reading.lower
        self._mentions = reading.mentions
        self._quoted = reading.quoted
        self._shape = reading.shape
        self._phrase = phrase_pattern().match
        self._breaks = breaks_pattern().finditer

    def end(self, first: int, high: int, kind: str, cue: CueMatch | None, *, relative: bool) -> int:
        """One past the last token of what was said, from ``first`` on: "said it rained and left" ends before "and".

        ``relative`` says that the cue stands in a relative clause, which ends where the main verb comes.
        """
        limit = self._trimmed(high, first)
        if cue is not None and self._is_fronted(cue):
            limit = self._end_of_fronted(cue, first, limit)
        if kind == "quote":
            limit = self._closing(first, limit) + 1 if self._is_what(cue) else self._end_of_quote(first, limit)
        relative = relative or (cue is not None and (self._is_inserted(cue) or self._is_in_relative(cue)))
        narrow, depth = kind in NARROW, 0
        for match in self._breaks(self._shape, first, limit):
            k, code = match.end() - 1, match.group()
            if code == "“":
                depth += 1
            elif code == "”":
                depth = max(0, depth - 1)
            elif depth == 0 and k > first and self._stops(k, limit, cue, narrow=narrow, relative=relative):
                return k + 1 if self._shape[k] == "”" else self._trimmed(k, first)
        return limit

    def _trimmed(self, end: int, first: int) -> int:
        while end > first + 1 and self._shape[end - 1] in LOOSE_END:
            end -= 1
        return end

    def _stops(self, k: int, limit: int, cue: CueMatch | None, *, narrow: bool, relative: bool) -> bool:
        return (
            self._narrator_follows(k, limit, cue)
            or (narrow and self._object_ends(k, limit))
            or (relative and self._main_verb_follows(k, limit))
        )

    def _mark(self, k: int) -> str:
        """What token ``k`` is as a break: the comma before a closing mark counts as if it came after it."""
        return "," if self._shape[k - 1 : k + 1] == ",”" else self._shape[k]

    # ------------------------------------------------------------------ a cue in a clause before the main one

    def _is_fronted(self, cue: CueMatch) -> bool:
        """Whether the cue stands in a clause before the main one: "When Vane said ..., ", "Asked whether ..., "."""
        low, _ = self._reading.bounds(cue.head)
        if cue.first == low:
            return True
        found = self._subjects.of(cue) if cue.form is Form.FINITE else None
        start = found.first if found is not None else cue.first
        if start == low + 1 and self._shape[low] in "HM":  # "Had Vane said so, "
            return True
        outer = self._cues.get(start - 2)
        if outer is not None and self._shape[start - 1] in "fT" and outer.head >= low:  # "Asked if he thought that ..., "
            return self._is_fronted(outer)
        if start > low and self._shape[start - 1] in "sIaf" and (start - 1 == low or self._shape[start - 2] in ",-b&;”"):
            return True
        return self._is_in_opening_clause(cue, low)

    def _is_in_opening_clause(self, cue: CueMatch, low: int) -> bool:
        """Whether the sentence opens with a clause or a phrase in which the cue stands: "Even before he came to announce it, "."""
        shape, opener = self._shape, low
        while opener < cue.first and shape[opener] in "R&b-":
            opener += 1
        if opener >= cue.first or shape[opener] not in "saI":
            return False
        if not (shape[opener] == "I" and cue.form is Form.PARTICIPLE):  # "In a statement announcing it, "
            if shape[opener] == "I" and self._lower[opener] not in self._reading.words.clause_openers:
                return False
            found = self._mentions.after(opener + 1 + (shape[opener + 1] == "X"), cue.last + 1, attach=False)
            if found is None or shape[self._reading.past_adverbs(found.last + 1, cue.last)] not in FINITE:
                return False
        return not any(self._main_clause_at(comma, cue.first) for comma in self._commas(opener + 1, cue.first))

    def _is_inserted(self, cue: CueMatch) -> bool:
        """Whether a cue stands between a subject and its verb: "Vane, despite admitting it, left"; "Vane, asked why, left"."""
        before = self._shape[max(0, cue.first - 2) : cue.first]
        if cue.form is Form.PARTICIPLE:
            return before in (",I", ",s")
        return cue.form in (Form.REDUCED_PASSIVE, Form.FINITE) and before.endswith(",") and self._subjects.of(cue) is None

    def _is_in_relative(self, cue: CueMatch) -> bool:
        """Whether a cue with a subject stands in a relative clause: "the song, which Vane says is new, is long"."""
        found = self._subjects.of(cue) if cue.form is Form.FINITE else None
        return found is not None and found.first > 1 and self._shape[found.first - 2 : found.first] == ",W"

    def _end_of_fronted(self, cue: CueMatch, first: int, limit: int) -> int:
        """The comma at which the main clause begins: a subject and a finite verb after it, or the verb of "Vane, when asked why, left"."""
        shape = self._shape
        inserted = cue.first > 1 and shape[cue.first - 2 : cue.first] == ",s"
        for k in self._commas(first + 1, limit):
            own = inserted and self._mentions.after(k + 1, limit, attach=False) is None
            if self._main_clause_at(k, limit) or (own and shape[self._reading.past_adverbs(k + 1, limit - 1)] in FINITE):
                return self._trimmed(k + (shape[k] == "”"), first)
        return limit

    def _commas(self, first: int, limit: int) -> Iterator[int]:
        """Each comma outside quotations, and each closing mark with a comma before it."""
        for k in range(first, limit):
            if self._mark(k) == "," and (self._shape[k] == "”" or not self._quoted[k]):
                yield k

    def _main_clause_at(self, comma: int, limit: int) -> bool:
        """Whether a subject and its verb follow a comma, be it "that": "While Vane said so, that was long ago"."""
        if self._shape[comma + 1 : comma + 2] == "T" and self._shape[comma + 2 : min(limit, comma + 3)] in ("B", "H", "M", "O"):
            return True
        found = self._mentions.after(comma + 1, limit, attach=False)
        return found is not None and found.first <= comma + 3 and any(self._goes_on(k + 1, limit) for k in (found.last, found.head))

    def _goes_on(self, at: int, limit: int) -> bool:
        """Whether a verb or an aside follows a subject."""
        at = self._reading.past_adverbs(at, limit)
        return at < limit and (self._shape[at] in FINITE or self._shape[at] == ",")

    # ------------------------------------------------------------------ quotations

    def _is_what(self, cue: CueMatch | None) -> bool:
        """Whether the words said are what the cue's "what" stands for: what he called “a mistake” cost millions."""
        found = self._subjects.of(cue) if cue is not None and cue.form is Form.FINITE else None
        return found is not None and found.first > 0 and self._shape[found.first - 1] == "w"

    def _end_of_quote(self, first: int, limit: int) -> int:
        """Where the quotation or list of quotations that begins at ``first`` ends, with the words that belong to its clause."""
        shape = self._shape
        close = self._closing(first, limit)
        while (further := self._next_quoted(close, limit)) > 0:
            close = self._closing(further, limit)
        at = close + 1
        if at >= limit or shape[at] in ".,;-" or (shape[at] in JOINT and self._quoted_follows(at + 1, limit)):
            return min(at, limit)
        if self._joins_quotation(at, limit):
            return limit
        whole_clause = close - first > SHORTEST_CLAUSE and shape[first + 1] in "pDEPNTwR" and self._reading.has_finite(first, close)
        return at if whole_clause else limit

    def _joins_quotation(self, at: int, limit: int) -> bool:
        """Whether a further quotation is joined on after a word or two: “...” because “...”."""
        return self._shape[at] in "s&bI" and "“" in self._shape[at + 1 : min(limit, at + 3)]

    def _next_quoted(self, close: int, limit: int) -> int:
        """The opening mark of a further quotation in a list: “...,” “...” and “...”; 0 where there is none."""
        at = close + 1
        while at < limit and self._shape[at] in ",&":
            at += 1
        return at if at < limit and self._shape[at] == "“" and at <= close + 3 else 0

    def _closing(self, opening: int, limit: int) -> int:
        depth = 0
        for k in range(opening, limit):
            if self._shape[k] == "“":
                depth += 1
            elif self._shape[k] == "”":
                depth -= 1
                if depth <= 0:
                    return k
        return limit - 1

    # ------------------------------------------------------------------ the narrator takes over

    def _narrator_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """Where the narrator takes over again: a further tag, participle or coordinated cue, "according to"."""
        code = self._mark(k)
        if code == "," and (self._reporter_follows(k + 1, limit) or self._company_follows(k + 1, limit)):
            return True
        if code == "," and k + 1 < limit and not self._mind_follows(k + 1, limit, cue):
            return self._contrast_follows(k + 1, limit, cue) or self._tag_follows(k + 1, limit, cue)
        if code == "-" and k + 1 < limit:
            return self._contrast_follows(k + 1, limit, cue)
        if code in JOINT and k + 1 < limit:
            at = self._reading.past_adverbs(k + 1, limit)
            return self._is_parallel(self._cue_starting(at, limit), cue) or self._participle_of_own(k + 1, limit)
        return code == ";"

    def _company_follows(self, k: int, limit: int) -> bool:
        """``, with the mayor calling it a “mistake”``: somebody else's words beside those of the main clause."""
        return k < limit and self._lower[k] in self._reading.words.accompanying and self._participle_of_own(k + 1, limit)

    def _participle_of_own(self, k: int, limit: int) -> bool:
        """Whether a phrase follows and a participle cue with it: "Holt calling it late"."""
        found = self._mentions.after(k, limit, attach=False) if k < limit and self._shape[k] != "G" else None
        cue = self._cue_starting(found.last + 1, limit) if found is not None else None
        return cue is not None and cue.form is Form.PARTICIPLE

    def _contrast_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """``, but the mayor disagreed``: after a comma "but" with a verb to come is the narrator's more often than not."""
        shape = self._shape
        if cue is None and shape[k + 1 : k + 2] in ("B", "H", "M"):  # "according to her, it was large but is small now"
            return False
        if shape[k] != "b" or k + 1 >= limit or shape[k + 1] in "IFtTwfsGn“":
            return False
        return self._reading.has_finite(k, limit)

    def _mind_follows(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """Whether what somebody knows or feels follows what they say: says she hopes to win, | but she knows that ..."""
        if (
            cue is None
            or cue.category not in SAID
            or self._shape[k : k + 2] != "bp"
            or self._lower[k + 1] not in self._reading.words.people
        ):
            return False
        inner = self._cue_starting(k + 2, limit)
        return inner is not None and inner.form is Form.FINITE and inner.category in MIND

    def _reporter_follows(self, k: int, limit: int) -> bool:
        """``, although she said``, ``, to which she said``: a further clause in which somebody is said to say something."""
        shape = self._shape
        answering = shape[k : k + 2] == "tW"
        if k + 1 >= limit or not (shape[k] == "s" or answering) or shape[k - 2] == "T":  # "that, while"
            return False
        return self._quoted_follows(k + 1 + answering, limit)

    def _quoted_follows(self, k: int, limit: int) -> bool:
        """Whether somebody with a cue of their own and a quotation follow: "Holt said it was “late”"."""
        found = self._mentions.after(k, limit, attach=False) if k < limit else None
        cue = self._cue_starting(found.last + 1, limit) if found is not None else None
        return cue is not None and cue.form is Form.FINITE and "“" in self._shape[cue.last + 1 : cue.last + 1 + REPORTER_REACH]

    def _tag_follows(self, k: int, limit: int, outer: CueMatch | None) -> bool:
        """After a comma: "according to", a participle cue (", adding that"), or "and" with a cue of its own."""
        shape = self._shape
        if shape[k] == "c":
            return True
        joined = False
        while k < limit and shape[k] in "&bR":
            joined = joined or shape[k] != "R"
            k += 1
        if shape[k : k + 1] == "p" and not joined:  # ", he said, “..."
            inner = self._cue_starting(k + 1, limit)
            return inner is not None and inner.form is Form.FINITE and shape[inner.last + 1 : inner.last + 3] == ",“"
        cue = self._cue_starting(k, limit)
        if cue is not None:
            return cue.form is Form.PARTICIPLE or (joined and self._is_parallel(cue, outer))
        if not joined or k >= limit or shape[k] not in SUBJECT_START:
            return False
        found = self._mentions.after(k, limit, attach=False)
        return found is not None and self._is_parallel(self._cue_starting(found.last + 1, limit), outer)

    def _is_parallel(self, cue: CueMatch | None, outer: CueMatch | None) -> bool:
        """Whether a coordinated cue goes with the outer one ("said ... and added ..."): speech, and the same tense."""
        if cue is None or not cue.takes("that", "quote", "clause"):
            return False
        if cue.form is Form.PARTICIPLE:  # "arguing that it helps and insisting ..."
            return outer is not None and outer.form is Form.PARTICIPLE
        if cue.form is not Form.FINITE or self._shape[cue.head] != "V":
            return False
        if outer is None or outer.form is not Form.FINITE:
            return True
        return is_third_person(self._lower[cue.head]) == is_third_person(self._lower[outer.head])

    def _cue_starting(self, k: int, limit: int) -> CueMatch | None:
        while k < limit and self._shape[k] in VERB_GROUP:
            k += 1
        return self._cues.get(k) if k < limit and not self._quoted[k] else None

    def _main_verb_follows(self, k: int, limit: int) -> bool:
        """``, who said he would run, lost``: a comma or dash and then a finite verb without a subject."""
        if self._mark(k) not in ",-":
            return False
        k = self._reading.past_adverbs(k + 1, limit)
        return k < limit and self._shape[k] in FINITE

    # ------------------------------------------------------------------ objects and infinitives

    def _object_ends(self, k: int, limit: int) -> bool:
        """An object or infinitive ends at a comma, a subordinate clause, or a further verb: called it late | and left."""
        shape, code = self._shape, self._mark(k)
        if code == ",":
            return not self._object_goes_on(k, limit)
        if code in "-;:":
            return True
        others = code == "w" and k + 1 < limit and shape[k + 1] not in "pP"  # "hoped to shed what Holt called “..."
        if (others or self._opens_clause(k)) and self._quoted_follows(k + 1, limit):  # "talked about it when he told Vane: “..."
            return True
        if code == "I":
            return shape[k + 1 : k + 2] == "G" and k + 1 in self._cues
        if code in JOINT and k + 1 < limit:
            at = self._reading.past_adverbs(k + 1, limit)
            return at < limit and (shape[at] in FINITE or self._clause_begins(at, limit))
        return False

    def _opens_clause(self, k: int) -> bool:
        """Whether a token is "when", "because", "after" and the like."""
        return self._shape[k] == "s" or (self._shape[k] == "I" and self._lower[k] in self._reading.words.clause_openers)

    def _object_goes_on(self, comma: int, limit: int) -> bool:
        """Whether an object goes on after a comma: a quotation, a list, an appositive, ", including ..."."""
        shape = self._shape
        after = shape[comma + 1 : comma + 4]
        if after.startswith(("“", "&“", "D“", "&D“")):  # "called it “late,” a “mess,” and a “joke”"
            return True
        return self._list_goes_on(comma, limit) or self._belongs_after_comma(comma + 1, limit) or self._returns(comma, limit)

    def _clause_begins(self, at: int, limit: int) -> bool:
        """Whether a subject and its finite verb follow: called it “bold” and its supporters call it late."""
        match = self._phrase(self._shape, at, limit)
        return match is not None and at < match.end() < limit and self._shape[match.end()] in "VBHM"

    def _returns(self, comma: int, limit: int) -> bool:
        """Whether an appositive follows and then the phrase the verb waits for: accused Vane, the mayor, of fraud."""
        shape = self._shape
        close = shape.find(",", comma + 1, min(limit, comma + APPOSITIVE_REACH))
        if close < 0 or shape[comma + 1] not in "DPNAWE#I":
            return False
        return shape[close + 1 : close + 2] in (("“", "a") if shape[comma + 1] == "I" else ("F", "a", "t"))

    def _belongs_after_comma(self, k: int, limit: int) -> bool:
        """What goes on with an object after a comma: ", including ...", ", as ...", ", his rival"."""
        return k < limit and (self._shape[k] in "NPaF" or self._lower[k] in self._reading.words.including)

    def _list_goes_on(self, comma: int, limit: int) -> bool:
        """Whether a list of phrases goes on after a comma: "the port, the pier and the quay"."""
        shape, end = self._shape, comma + 1
        if shape[end : end + 1] == "&":
            end += 1
        for _ in range(LIST_ITEMS):
            match = self._phrase(shape, end, limit)
            if match is None or match.end() == end:
                return False
            end = match.end()
            if end >= limit or shape[end] not in "IF":
                break
            end += 1
        if end >= limit:
            return "&" in shape[comma:end]
        return shape[end] in ",&" and "&" in shape[comma : min(limit, comma + LIST_REACH)]
