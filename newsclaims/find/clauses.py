"""Clauses: who is the subject of a cue, what follows it, and where what was said begins and ends."""

from __future__ import annotations

import functools

import attrs
import regex

from newsclaims.find.cues import CueMatch, Form
from newsclaims.find.inflection import third_person
from newsclaims.find.mentions import BASE, FINITE, Mention, MentionReader
from newsclaims.find.tokens import Tokens
from newsclaims.language import Language

CLAUSE_OPENERS = "DPpNEA#TwYRIoWGfsX"
END_MARKS = ".,;:-)”"
REPORTING = ("say", "claim", "tell", "write")
FINITE_SEARCH = regex.compile(f"[{FINITE}]")


@attrs.frozen
class Complement:
    """What follows a cue: its ``kind`` (a frame of cue_frames.tsv), its first token, and the addressee before it."""

    kind: str
    first: int
    addressee: tuple[int, int] | None = None


def shape_opens(shape: str, at: int, limit: int) -> bool:
    """Whether a further quotation is joined on after a word or two: “...” because “...”."""
    return at < limit and shape[at] in "s&bI" and "“" in shape[at + 1 : min(limit, at + 3)]


@functools.lru_cache(maxsize=8)
def saying_nouns(language: Language) -> frozenset[str]:
    """The nouns that name something said, singular and plural."""
    nouns = language.table("cue_nouns").keys() | language.words("speech_nouns")
    return frozenset(nouns | {third_person(noun) for noun in nouns})


class ClauseReader:
    """Reads subjects and complements off one text's shape."""

    __slots__ = ("complements", "cues", "lower", "mentions", "nouns", "quoted", "settings", "shape", "subjects", "times", "tokens")

    def __init__(
        self, tokens: Tokens, shape: str, mentions: MentionReader, quoted: bytearray, cues: list[CueMatch], language: Language
    ) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.shape = shape
        self.mentions = mentions
        self.quoted = quoted
        self.cues = {cue.head: cue for cue in cues}
        self.times = mentions.times
        self.nouns = saying_nouns(language)
        self.settings = language.words("speech_settings")
        self.subjects: dict[int, Mention | None] = {}
        self.complements: dict[int, Complement | None] = {}

    def bounds(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that holds token ``index``: first, and one past the last."""
        starts = self.tokens.sentence_starts
        k = self.tokens.sentence_at(index)
        return starts[k], starts[k + 1]

    # ------------------------------------------------------------------ subjects

    def subject(self, cue: CueMatch) -> Mention | None:
        """The mention that is the subject of a cue, wherever its form says to look."""
        if cue.head not in self.subjects:
            self.subjects[cue.head] = None  # a cue can ask for another's subject, never for its own
            self.subjects[cue.head] = self._subject(cue)
        return self.subjects[cue.head]

    def _subject(self, cue: CueMatch) -> Mention | None:
        low, high = self.bounds(cue.head)
        if cue.form is Form.FINITE:
            return self.subject_at(cue.first, low)
        if cue.form in (Form.PASSIVE, Form.REDUCED_PASSIVE):
            return self.agent(cue.last + 1, high)
        if cue.form is Form.INFINITIVE:
            return self.governing_subject(self.shape.rfind("t", low, cue.head), low)
        if cue.form is Form.PARTICIPLE:
            return self._participle_subject(cue, low, high)
        return None

    def subject_at(self, first: int, low: int) -> Mention | None:
        """The subject of the finite verb whose group begins at token ``first``, in the sentence that begins at ``low``."""
        shape = self.shape
        found = self.mentions.before(first, self._unquoted_low(first, low))
        if found is not None:
            return found
        k = first - 1
        listed = k > low and shape[k] == ","
        while k > low and shape[k] in "R,Y":
            k -= 1
        if k > low and (shape[k] in "&b" or listed):
            return self._shared_subject(k, low, first)
        return None

    def _unquoted_low(self, first: int, low: int) -> int:
        """A subject is not looked for inside a quotation that ends before the verb."""
        k = self.shape.rfind("”", low, first)
        return k + 1 if k >= 0 and self.quoted[k] else low

    def _shared_subject(self, joint: int, low: int, verb: int) -> Mention | None:
        """The subject of the verb to which "and said" is joined: the nearest finite verb before with one of its own."""
        outer = self._reporter(joint, low, verb)
        if outer is not None:
            return outer
        k = joint
        for _ in range(8):
            k = self._finite_before(k, low)
            if k < low:
                return None
            cue = self.cues.get(k)
            found = self.subject(cue) if cue is not None else self.mentions.before(self.group_start(k, low), low)
            if found is not None and found.how != "relative":
                return attrs.evolve(found, how="shared")
            if found is None and cue is not None:
                found = self.inverted(cue)
                if found is not None:
                    return attrs.evolve(found, how="shared")
        return None

    def _reporter(self, before: int, low: int, verb: int) -> Mention | None:
        """Who reports the clause that ends at ``before``: in "Vane said he would come but warned", the one who said."""
        tense = self.lower[verb].endswith("s")
        for k in range(before - 1, low - 1, -1):
            cue = self.cues.get(k)
            if cue is None or cue.form is not Form.FINITE or self.quoted[k] or not cue.takes("that") or cue.category not in REPORTING:
                continue
            if self.shape[verb] == "V" and self.shape[k] == "V" and self.lower[k].endswith("s") != tense:
                continue
            found = self.complement(cue)
            if found is None or found.kind not in ("that", "clause", "wh") or found.first >= before:
                continue
            subject = self.subject(cue)
            return attrs.evolve(subject, how="shared") if subject is not None and subject.how != "relative" else None
        return None

    def _finite_before(self, k: int, low: int) -> int:
        k -= 1
        while k >= low and (self.shape[k] not in "VBHMO" or self.quoted[k]):
            k -= 1
        return k

    def group_start(self, verb: int, low: int) -> int:
        """The first token of a verb with its auxiliaries, negation and adverbs."""
        while verb > low and self.shape[verb - 1] in "BHMOXR":
            verb -= 1
        return verb

    def governing_subject(self, first: int, low: int) -> Mention | None:
        """The subject of the last finite verb before token ``first``, on which an infinitive or a noun depends."""
        k = self._finite_before(first, low)
        if k < low:
            return None
        cue = self.cues.get(k)
        found = self.subject(cue) if cue is not None else self.subject_at(self.group_start(k, low), low)
        return attrs.evolve(found, how="shared") if found is not None else None

    def _participle_subject(self, cue: CueMatch, low: int, high: int) -> Mention | None:
        shape, first = self.shape, cue.first
        if first == low or (first == low + 1 and shape[low] in "IsRa“"):
            comma = shape.find(",", cue.last, high)
            return self.mentions.after(comma + 1, high) if comma > 0 else None
        if shape[first - 1] in "NE":
            found = self.mentions.before(first, low, inside=True)
            if found is not None and (found.first == low or shape[found.first - 1] in "IF," or self._finite_before(found.first, low) < low):
                return found
        outer = self._reporter(first, low, first)
        if outer is not None:
            return outer
        k = first
        for _ in range(6):
            k = self._finite_before(k, low)
            if k < low:
                break
            other = self.cues.get(k)
            found = self.subject(other) if other is not None else self.subject_at(self.group_start(k, low), low)
            if found is None and other is not None:
                found = self.inverted(other)
            if found is not None and found.last < first:
                return attrs.evolve(found, how="shared")
        return None

    def agent(self, start: int, high: int) -> Mention | None:
        """The "by" phrase of a passive, within the next few words."""
        for k in range(start, min(high, start + 12)):
            if self.lower[k] == "by" and self.shape[k] == "I":
                return self.mentions.after(k + 1, high)
            if self.shape[k] in "VBHM,;:“-":
                break
        return None

    def inverted(self, cue: CueMatch) -> Mention | None:
        """The subject after the verb: "said Orla Vane", "says the minister, who ..."."""
        if cue.form is not Form.FINITE or self.shape[cue.head] != "V" or not cue.takes("tag", "quote"):
            return None
        _, high = self.bounds(cue.head)
        start = cue.last + 1
        if (
            start >= high
            or self.shape[start] not in "NEDPpA#“Vn"
            or (self.shape[start] in "Vn" and self.shape[start + 1 : start + 2] not in ("N", "E"))
        ):
            return None
        if self.shape[start] in "Vn":
            start += 1
        found = self.mentions.after(start, high)
        if found is not None and found.last + 1 < high and self.shape[found.last + 1] in FINITE:
            return None
        return found

    # ------------------------------------------------------------------ complements

    def complement(self, cue: CueMatch) -> Complement | None:
        """What follows the cue, or ``None`` where nothing does that its frames allow."""
        if cue.head not in self.complements:
            self.complements[cue.head] = self._complement(cue)
        return self.complements[cue.head]

    def _complement(self, cue: CueMatch) -> Complement | None:
        _, high = self.bounds(cue.head)
        start = cue.last + 1
        while start < high and self.shape[start] in "r":
            start += 1
        if cue.category in ("tell", "urge", "ask", "promise") or cue.takes("obj-that", "obj-to"):
            found = self._after_addressee(cue, start, high)
            if found is not None:
                return found
        at = self.skip_adverbials(start, high)
        strong = self._strong(cue, at, high, "")
        if strong is not None:
            return strong
        if start >= high or self.shape[start] in ",.;)-":
            return None
        if cue.takes("tag") and (at >= high or self.shape[at] in ".,;)-"):
            return None
        return self._weak(cue, start, high)

    def _strong(self, cue: CueMatch, at: int, high: int, prefix: str) -> Complement | None:
        """A complement that its first word gives away."""
        shape = self.shape
        if at >= high:
            return None
        code = shape[at]
        if code == "T" and cue.takes(prefix + "that"):
            return Complement("that", at)
        if code in ":,-" and at + 1 < high and shape[at + 1] == "“" and cue.takes(prefix + "quote"):
            return Complement("quote", at + 1)
        if code == "“" and cue.takes(prefix + "quote", prefix + "clause"):
            return Complement("quote", at)
        if code == ":" and cue.takes(prefix + "quote") and at + 1 < high:
            return Complement("colon", at + 1)
        if code == "t" and cue.takes(prefix + "to"):
            return Complement("to", at)
        if code in "wf" and cue.takes(prefix + "wh"):
            return Complement("wh", at)
        asked = cue.negated or cue.category in ("ask", "know")
        if code == "s" and self.lower[at] == "when" and asked and cue.takes(prefix + "wh"):
            return Complement("wh", at)
        if code == "," and at + 2 < high and cue.takes(prefix + "that", prefix + "quote") and shape[at + 1] in "IRY":
            close = shape.find(",", at + 1, min(high, at + 14))  # "said, in a statement, that"
            if close > 0 and close + 1 < high and shape[close + 1] in "T“":
                return Complement("that" if shape[close + 1] == "T" else "quote", close + 1)
        return None

    def _weak(self, cue: CueMatch, start: int, high: int) -> Complement | None:
        """A bare clause, an object, an -ing form or a prepositional phrase."""
        shape = self.shape
        if start >= high:
            return None
        code = shape[start]
        if cue.takes("clause"):
            if code in FINITE and start == cue.last + 1:
                return Complement("clause", start)
            at = self.skip_setting(start, high)
            if at < high and self._aside(at, high):
                return None
            if at < high and shape[at] in CLAUSE_OPENERS and self.has_finite(at, high):
                return Complement("clause", at)
        if code == "G" and cue.takes("ing"):
            return Complement("ing", start)
        if (code == "a" and cue.takes("obj-as", "as")) or (code in "IF" and cue.takes(self.lower[start])):
            return Complement("preposition", start)
        if code == "t" and cue.takes("to-np") and shape[start + 1 : start + 2] != "v":
            return Complement("preposition", start)
        if cue.takes("obj") and code in "DPNEA#poRGT“wnxh":
            return Complement("obj", start)
        if cue.takes("noun") and code in "DPNAR" and self._names_saying(start, high):
            return Complement("obj", start)
        if cue.takes("obj-as", "obj-of", "obj-with") and code in "DPNEA#poR“" and self._as_follows(start, high):
            return Complement("obj", start)
        return None

    def _aside(self, at: int, high: int) -> bool:
        """A clause without a subject that says when the tag was spoken, before the words go on: "when told of it, “...”"""
        shape = self.shape
        close = shape.find(",", at, high)
        return shape[at] == "s" and shape[at + 1 : at + 2] in ("V", "n", "G") and close > 0 and shape[close + 1 : close + 2] == "“"

    def _names_saying(self, start: int, high: int) -> bool:
        """Whether the object is a noun of saying: gave no details, made a promise, issued a warning."""
        match = BASE.match(self.shape, start, high)
        return match is not None and any(self.lower[k] in self.nouns for k in range(start, match.end()))

    def _as_follows(self, start: int, high: int) -> bool:
        """An object and then "as", "of" or "with": portrayed him as, accused them of."""
        found = self.mentions.after(start, high, attach=False)
        return found is not None and self.shape[found.last + 1 : found.last + 2] in ("a", "F", "I")

    def has_finite(self, start: int, high: int) -> bool:
        """Whether a finite verb or an auxiliary stands between two tokens."""
        return FINITE_SEARCH.search(self.shape, start, high) is not None

    def _after_addressee(self, cue: CueMatch, start: int, high: int) -> Complement | None:
        addressee = self.mentions.after(start, high, attach=False)
        if addressee is None or self.shape[start] == "T":
            return None
        end = addressee.last + 1
        if end < high and self.shape[end] in FINITE and cue.takes("clause"):
            return None
        at = self.skip_adverbials(end, high)
        if at < high and self.shape[at] in "W":
            at = self._after_relative(at, high)
        found = self._strong(cue, at, high, "obj-")
        if found is None and at < high and cue.takes("obj-clause") and self.shape[at] in "DPpNEA#" and self.has_finite(at, high):
            found = Complement("clause", at)
        if found is None and at < high and self.shape[at] in "IF" and cue.takes("obj-" + self.lower[at]):
            found = Complement("preposition", at)
        if found is None and end < high and self.shape[end] in "IF" and cue.takes("obj-" + self.lower[end]):
            found = Complement("preposition", end)
        if found is None:
            return None
        if found.kind == "to" and not cue.takes("obj-that"):
            return Complement("obj-to", start)
        return attrs.evolve(found, addressee=(addressee.first, addressee.last))

    def _after_relative(self, at: int, high: int) -> int:
        """Past a relative clause on an addressee: told the mayors who had gathered in Orrel, “...”"""
        for k in range(at + 1, min(high, at + 16)):
            if self.shape[k] == "T" or (self.shape[k] == "," and self.shape[k + 1 : k + 2] == "“"):
                return k
        return at

    def skip_adverbials(self, at: int, high: int) -> int:
        """Past time words, adverbs and prepositional phrases: "on Tuesday", "in a statement", "at a rally in Orrel"."""
        shape, start = self.shape, at
        for _ in range(8):
            if at >= high:
                break
            code = shape[at]
            if code in "RYr":
                at += 1
                if code == "Y" and at < high and self.lower[at] in self.times:
                    at += 1
            elif code in "IF" or (code == "t" and at + 1 < high and shape[at + 1] != "v"):
                match = BASE.match(shape, at + 1, high)
                if match is None or match.end() == at + 1:
                    if at + 1 < high and shape[at + 1] in "Y#":
                        at += 2
                        continue
                    break
                at = match.end()
            elif code == "," and shape[at - 1] == "E" and shape[at + 1 : at + 2] == "E":
                close = shape.find(",", at + 1, min(high, at + 5))  # "in Orrel, Ohio, that"
                if close < 0 or any(inner != "E" for inner in shape[at + 1 : close]):
                    break
                at = close + 1
            elif code in "Vn" and at > start and self.lower[at].endswith("ed") and shape[at + 1 : at + 2] in ("I", "Y"):
                at += 1
            elif code in "AD" and self._time_noun(at, high):
                at = self._time_noun(at, high)
            else:
                break
        return at

    def _time_noun(self, at: int, high: int) -> int:
        """One past "late last month" or "the same day", or 0."""
        while at < high and self.shape[at] in "AD":
            at += 1
        if at < high and self.shape[at] == "Y":
            return at + 1
        return at + 1 if at < high and self.lower[at] in self.times else 0

    def skip_setting(self, at: int, high: int) -> int:
        """Past what only says when or how it was said before a clause without "that": "on Tuesday", "in a statement"."""
        shape = self.shape
        for _ in range(4):
            if at >= high:
                break
            code = shape[at]
            if code == "Y":
                at += 1
                continue
            if code in "It":
                match = BASE.match(shape, at + 1, high)
                if match is None or match.end() == at + 1:
                    if at + 1 < high and shape[at + 1] == "Y":
                        at += 2
                        continue
                    break
                if any(self.lower[k] in self.settings or shape[k] == "Y" for k in range(at + 1, match.end())):
                    at = match.end()
                    continue
            if code in "AD" and at + 1 < high and self.lower[at + 1] in self.times:
                at += 2
                continue
            break
        return at

    # ------------------------------------------------------------------ where what was said ends

    def end_of_content(self, first: int, high: int, kind: str, cue: CueMatch | None = None, *, relative: bool = False) -> int:
        """One past the last token of what was said, from ``first`` on.

        ``relative`` says that the cue stands in a relative clause, which ends where the main verb comes.
        """
        limit = self._trimmed(high, first)
        if cue is not None and self._fronted(cue):
            limit = self._end_of_fronted(first, limit)
        if kind == "quote":
            limit = self._end_of_quote(first, limit)
        k = first
        shape = self.shape
        narrow = kind in ("obj", "to", "ing", "preposition", "obj-to")
        depth = 0
        while k < limit:
            code = shape[k]
            if code == "“":
                depth += 1
            elif code == "”":
                depth = max(0, depth - 1)
            elif (
                depth == 0
                and k > first
                and (
                    self._stops(k, limit, cue)
                    or (narrow and self._stops_narrow(k, limit))
                    or (relative and self._main_verb_follows(k, limit))
                )
            ):
                return self._trimmed(k, first)
            k += 1
        return limit

    def _fronted(self, cue: CueMatch) -> bool:
        """Whether the cue stands in a clause before the main one: "When Vane said ..., ", "Asked whether ..., "."""
        low, _ = self.bounds(cue.head)
        if cue.first == low:
            return True
        found = self.subject(cue) if cue.form is Form.FINITE else None
        start = found.first if found is not None else cue.first
        return start > low and self.shape[start - 1] in "sIaf" and (start - 1 == low or self.shape[start - 2] in ",-b&;”")

    def _end_of_fronted(self, first: int, limit: int) -> int:
        """The comma at which the main clause begins: a subject and a finite verb after it."""
        shape = self.shape
        for k in range(first + 1, limit):
            if shape[k] == "," and not self.quoted[k]:
                found = self.mentions.after(k + 1, limit, attach=False)
                if found is None or found.first > k + 3:
                    continue
                at = found.last + 1
                while at < limit and shape[at] == "R":
                    at += 1
                if at < limit and (shape[at] in FINITE or shape[at] == ","):
                    return self._trimmed(k, first)
        return limit

    def _trimmed(self, end: int, first: int) -> int:
        while end > first + 1 and self.shape[end - 1] in ".,;:-&b(":
            end -= 1
        return end

    def _end_of_quote(self, first: int, limit: int) -> int:
        close = self._closing(first, limit)
        while self._next_quoted(close, limit):
            close = self._closing(self._next_quoted(close, limit), limit)
        if close + 1 >= limit or self.shape[close + 1] in ".,;-":
            return min(close + 1, limit)
        at = close + 1
        if shape_opens(self.shape, at, limit):
            return limit
        inside = self.shape[first:close]
        if FINITE_SEARCH.search(inside) and inside[1:2] in "pDEPNTwR" and len(inside) > 4:
            return close + 1
        return limit

    def _next_quoted(self, close: int, limit: int) -> int:
        """The opening mark of a further quotation in a list: “...,” “...” and “...”; 0 where there is none."""
        at = close + 1
        while at < limit and self.shape[at] in ",&":
            at += 1
        return at if at < limit and self.shape[at] == "“" and at <= close + 3 else 0

    def _closing(self, opening: int, limit: int) -> int:
        depth = 0
        for k in range(opening, limit):
            if self.shape[k] == "“":
                depth += 1
            elif self.shape[k] == "”":
                depth -= 1
                if depth <= 0:
                    return k
        return limit - 1

    def _main_verb_follows(self, k: int, limit: int) -> bool:
        """``, who said he would run, lost``: a comma or dash and then a finite verb without a subject."""
        if self.shape[k] not in ",-":
            return False
        k += 1
        while k < limit and self.shape[k] == "R":
            k += 1
        return k < limit and self.shape[k] in FINITE

    def _stops(self, k: int, limit: int, cue: CueMatch | None) -> bool:
        """Where the narrator takes over again: a further tag, participle or coordinated cue, "according to"."""
        shape = self.shape
        code = shape[k]
        if code == "," and k + 1 < limit:
            return self._contrast_follows(k + 1, limit) or self._cue_follows(k + 1, limit, cue)
        if code in "&b" and k + 1 < limit:
            return self._coordinated_cue(k + 1, limit, cue)
        return code == ";"

    def _contrast_follows(self, k: int, limit: int) -> bool:
        """``, but the mayor disagreed``: after a comma "but" with a verb to come is the narrator's more often than not."""
        return self.shape[k] == "b" and k + 1 < limit and self.shape[k + 1] not in "IFtTwfsGn“" and self.has_finite(k, limit)

    def _cue_follows(self, k: int, limit: int, outer: CueMatch | None) -> bool:
        """After a comma: "according to", a participle cue (", adding that"), or "and" with a cue of its own."""
        shape = self.shape
        if shape[k] == "c":
            return True
        joined = False
        while k < limit and shape[k] in "&bR":
            joined = joined or shape[k] != "R"
            k += 1
        cue = self._cue_starting(k, limit)
        if cue is not None:
            return cue.form is Form.PARTICIPLE or (joined and self._parallel(cue, outer))
        if not joined or k >= limit or shape[k] not in "DPpNEA#":
            return False
        found = self.mentions.after(k, limit, attach=False)
        if found is None:
            return False
        other = self._cue_starting(found.last + 1, limit)
        return other is not None and self._parallel(other, outer)

    def _coordinated_cue(self, k: int, limit: int, outer: CueMatch | None) -> bool:
        while k < limit and self.shape[k] == "R":
            k += 1
        cue = self._cue_starting(k, limit)
        return cue is not None and self._parallel(cue, outer)

    def _parallel(self, cue: CueMatch, outer: CueMatch | None) -> bool:
        """Whether a coordinated cue goes with the outer one ("said ... and added ..."): speech, and the same tense."""
        if cue.form is not Form.FINITE or not cue.takes("that", "quote", "clause") or self.shape[cue.head] != "V":
            return False
        if outer is None:
            return True
        return outer.form is not Form.FINITE or self.lower[cue.head].endswith("s") == self.lower[outer.head].endswith("s")

    def _cue_starting(self, k: int, limit: int) -> CueMatch | None:
        while k < limit and self.shape[k] in "BHMOXR":
            k += 1
        return self.cues.get(k) if k < limit and not self.quoted[k] else None

    def _stops_narrow(self, k: int, limit: int) -> bool:
        """An object or infinitive ends at a comma, a subordinate clause, or a further verb."""
        shape = self.shape
        code = shape[k]
        if code == ",":
            if shape[k + 1 : k + 2] == "“" or shape[k + 1 : k + 3] == "&“":
                return False
            return not (self._list_goes_on(k, limit) or self._belongs_after_comma(k + 1, limit) or self._returns(k, limit))
        if code in "-;:":
            return True
        if code == "I" and shape[k + 1 : k + 2] == "G" and k + 1 in self.cues:
            return True
        if code in "&b" and k + 1 < limit:
            at = k + 1
            while at < limit and shape[at] == "R":
                at += 1
            return at < limit and (shape[at] in "VBHMO" or self._clause_begins(at, limit))
        return False

    def _clause_begins(self, at: int, limit: int) -> bool:
        """Whether a subject and its finite verb follow: called it “bold” and its supporters call it late."""
        match = BASE.match(self.shape, at, limit)
        return match is not None and at < match.end() < limit and self.shape[match.end()] in "VBHM"

    def _returns(self, comma: int, limit: int) -> bool:
        """Whether an appositive follows and then the phrase the verb waits for: accused Vane, the mayor, of fraud."""
        close = self.shape.find(",", comma + 1, min(limit, comma + 16))
        return close > 0 and self.shape[close + 1 : close + 2] in ("F", "a", "t") and self.shape[comma + 1] in "DPNAWE#"

    def _belongs_after_comma(self, k: int, limit: int) -> bool:
        """What goes on with an object after a comma: ", including ...", ", as ...", ", his rival"."""
        return k < limit and (self.shape[k] in "NPa" or self.lower[k] == "including")

    def _list_goes_on(self, comma: int, limit: int) -> bool:
        end = comma + 1
        if self.shape[end : end + 1] == "&":
            end += 1
        for _ in range(4):
            match = BASE.match(self.shape, end, limit)
            if match is None or match.end() == end:
                return False
            end = match.end()
            if end >= limit or self.shape[end] not in "IF":
                break
            end += 1
        if end >= limit:
            return "&" in self.shape[comma:end]
        return self.shape[end] in ",&" and "&" in self.shape[comma : min(limit, comma + 24)]
