"""Mentions: the whole phrase that can name a source, read off the shape around a cue.

A mention takes in titles, ranks and party tags, what follows with "of" or "for", reduced relatives
("an army statement issued Tuesday"), appositives and relative clauses that identify it ("Orla Vane, who
leads the alliance"), and coordination ("Vane and Prokop"). It is read towards the cue (before it)
or away from it (after it); positions are token indices.
"""

from __future__ import annotations

import attrs
import regex

from newsclaims.find.tokens import Tokens
from newsclaims.language import Language

PHRASE_END = "NE#poD)A"
INSIDE = "NED#A'PpoFInGR&rYx|"
FINITE = "VBHMO"
RELATIVE_REACH = 24
APPOSITIVES = 3
BRACKET_REACH = 16
BASE = regex.compile(r"""
    p | o | W
  | (?: [DP] R*+ (?: A | \# | R | n | G(?=[NEA]) | & (?=A) )*+ | (?: A | \# | R(?=[A\#]) )*+ )
    (?: [NE] | \# | “(?:E)++”?+ | ' (?: A|\#|R|G )*+ (?=[NE\#“]) | G(?=[NE]) | A | n(?=[NE]) | \| (?=[NE]) )++
    (?: \( [^()]{1,12}+ \) )?+
  | \#++ | [DP]
""", regex.VERBOSE)  # fmt: skip


@attrs.frozen
class Mention:
    """A possible source as tokens: ``first`` to ``last`` (inclusive) is the whole phrase, ``head`` its last core word.

    ``head_first`` to ``head`` is the phrase without what is attached to it ("a spokesman" of "a
    spokesman for the ministry"). ``how`` says where it was found: before, after, relative, shared ...
    """

    first: int
    last: int
    head_first: int
    head: int
    how: str


class MentionReader:
    """Reads mentions off one text's shape."""

    __slots__ = ("attaching", "clause_openers", "lower", "shape", "times")

    def __init__(self, tokens: Tokens, shape: str, language: Language) -> None:
        self.lower = tokens.lower
        self.shape = shape
        self.attaching = language.words("attaching_prepositions")
        self.clause_openers = language.words("clause_prepositions")
        self.times = language.words("time_nouns")

    # ------------------------------------------------------------------ reading towards the cue

    def before(self, end: int, low: int, *, inside: bool = False) -> Mention | None:
        """The mention that ends just before token ``end``, within the sentence that starts at ``low``.

        ``inside`` takes the noun of a prepositional phrase too, as before a participle ("with fans chanting").
        """
        shape = self.shape
        j = self._past_adverbials(end - 1, low)
        if j < low:
            return None
        code = shape[j]
        if code == "W" or (code == "T" and j > low and shape[j - 1] in "NE)"):
            return Mention(j, j, j, j, "relative")
        if code in ",-":
            return self._before_comma(j, low)
        if code == "”":
            return None
        if code in "Vn":
            return self._reduced_relative(end, low) or self._with_relative_clause(end, low)
        if code not in PHRASE_END and code not in "TF":
            return self._with_relative_clause(end, low)
        found = self._phrase_before(j + 1, low, inside=inside)
        if found is None or (found.first > low and shape[found.first - 1] in "VHBMv"):
            return self._with_relative_clause(end, low) or found
        return found

    def _with_relative_clause(self, end: int, low: int) -> Mention | None:
        """A phrase with a relative clause that runs up to the verb: "economists who favor such taxes agree"."""
        shape = self.shape
        for k in range(end - 1, max(low, end - RELATIVE_REACH), -1):
            if shape[k] in ",;:“”-(":
                return None
            if shape[k] == "W" and shape[k - 1] in "NE)":
                verbs = sum(shape[v] in FINITE and shape[v - 1] not in "BHMO" for v in range(k + 1, end))
                found = self._phrase_before(k, low) if verbs == 1 else None
                return attrs.evolve(found, last=end - 1) if found is not None else None
        return None

    def _past_adverbials(self, j: int, low: int) -> int:
        """Left over "on Tuesday" and adverbs that stand between a subject and its verb."""
        shape = self.shape
        while j >= low and shape[j] in "RYr":
            j -= 1
            if j > low and shape[j] == "I" and shape[j + 1] == "Y" and shape[j - 1] in "NE)":
                j -= 1
        return j

    def _phrase_before(self, end: int, low: int, how: str = "before", *, inside: bool = False) -> Mention | None:
        first = self._leftmost(end, low)
        if inside and first < end and self.shape[first] in "IF":
            first += 1
        first = self._trim(first, end)
        if first >= end:
            return self._reduced_relative(end, low)
        first = self._over_list_and_appositive(first, low)
        head_first, head = self._core(first, end)
        return Mention(first, end - 1, head_first, head, how)

    def _leftmost(self, end: int, low: int) -> int:
        """The start of the stretch of phrase words that ends at ``end``; cut where a new phrase must begin."""
        shape = self.shape
        k, joint = end, -1
        while k > low:
            code = shape[k - 1]
            if code in ")”":
                opening = self._bracket(k, low)
                if opening < 0 or (code == "”" and k == end):
                    break
                k = opening
                continue
            if code not in INSIDE:
                return joint if joint > 0 and code in "VvBMHOT" else k
            if self._closes_phrase(k, end):
                break
            if code == "&":
                joint = k
            k -= 1
            if code == "p" or (code in "DP" and k > low and shape[k - 1] in "NEY#Ro"):
                break
        return k

    def _bracket(self, k: int, low: int) -> int:
        """Where the bracket or quotation that ends before ``k`` opens, if that is near; else -1."""
        if self.shape[k - 1] == ")":
            return self.shape.rfind("(", max(low, k - BRACKET_REACH), k)
        return self.shape.rfind("“", max(low, k - BRACKET_REACH // 2), k)

    def _closes_phrase(self, k: int, end: int) -> bool:
        """Whether a time word or a word such as "after" stands before ``k``, so that the phrase begins there."""
        code = self.shape[k - 1]
        if k == end:
            return False
        return (code == "Y" and self.shape[k] not in "FI") or (code == "I" and self.lower[k - 1] in self.clause_openers)

    def _trim(self, first: int, end: int) -> int:
        """Past a leading adverbial ("In Kyiv ", "Last week ") to where the phrase itself begins."""
        shape = self.shape
        if end - first > 2 and shape[first] in "AD" and self.lower[first + 1] in self.times and shape[first + 2] not in "F'&":
            first += 2
        while first < end and shape[first] in "RY&rn":
            if shape[first] == "R" and shape[first + 1 : first + 2] in ("D", "#", "R"):
                break
            if shape[first] == "Y" and first + 2 < end and self.lower[first + 1] in self.times:
                first += 1
            first += 1
        while first < end and shape[first] in "IF":
            match = BASE.match(shape, first + 1, end)
            after = match.end() if match else first + 1
            while after < end and shape[after] == "F":
                more = BASE.match(shape, after + 1, end)
                after = more.end() if more else end
            if after >= end:
                return first + 1 if self.lower[first] in self.clause_openers else self._last_run(first + 1, end)
            first = after
            while first < end and shape[first] in "RY":
                first += 1
        if first < end and shape[first] == "G" and first + 1 < end and shape[first + 1] in "DP":
            return end
        return first

    def _last_run(self, first: int, end: int) -> int:
        """Where the name at the end of a run of names and nouns begins: "at the party's convention Sen. Orla Vane"."""
        shape = self.shape
        start = shape.rfind("(", first, end) if shape[end - 1] == ")" else end
        if start < 0 or shape[start - 1] != "E":
            return end
        while start > first and shape[start - 1] == "E":
            start -= 1
        return start if start > first and shape[start - 1] in "NY#" else end

    def _reduced_relative(self, end: int, low: int) -> Mention | None:
        """A participle that looks like a verb between a noun and its cue: "the man arrested in Orrel said"."""
        shape = self.shape
        k = end
        while k > low and shape[k - 1] in "INEDA#'YRF":
            k -= 1
        if k > low + 1 and shape[k - 1] in "Vn" and self.lower[k - 1].endswith("ed") and shape[k - 2] in "NED":
            first = self._trim(self._leftmost(k - 1, low), k - 1)
            if first < k - 1:
                head_first, head = self._core(first, k - 1)
                return Mention(first, end - 1, head_first, head, "before")
        return None

    def _before_comma(self, comma: int, low: int) -> Mention | None:
        """``NP, something, cue``: the phrase before the first comma, with the something where it identifies it."""
        shape = self.shape
        mark = shape[comma]
        opening = comma
        for _ in range(4):
            opening = shape.rfind(mark, low, opening)
            if opening <= low:
                return self._phrase_before(comma, low) if shape[comma - 1] == ")" else None
            if shape[opening - 1] not in "NE)#op”D":
                continue
            inner = shape[opening + 1]
            middle = shape[opening + 1 : comma]
            relative = inner in "WP" and any(code in FINITE for code in middle)
            if not relative and inner not in "aIRGnsV" and self._has_main_verb(opening + 1, comma):
                continue
            found = self._phrase_before(opening, low)
            if found is None:
                continue
            if found.first > low and shape[found.first - 1] in "IF":
                continue
            if inner in "ED" and not self._opens_clause(found.first, low) and self._is_name(opening + 1, comma):
                return self._phrase_before(comma, low)
            if not relative and inner in "DPNEA#" and middle != "#" and "“" not in middle:
                return attrs.evolve(found, last=comma - 1)
            return found
        return None

    def _opens_clause(self, first: int, low: int) -> bool:
        """Whether a phrase stands where a clause begins, so that it can be a subject."""
        return first == low or self.shape[first - 1] in ":“”(-b&TsaR;"

    def _is_name(self, first: int, end: int) -> bool:
        """Whether a stretch is a name of two words or more, with its title and party tag."""
        match = BASE.match(self.shape, first, end)
        return match is not None and match.end() == end and self.shape[first:end].count("E") > 1

    def _has_main_verb(self, first: int, end: int) -> bool:
        """Whether a stretch has a finite verb of its own: not in a relative clause, not "a shop pitched as a club"."""
        shape = self.shape
        for k in range(first, end):
            if shape[k] in "TW" or self.lower[k] == "whose":
                return False
            if shape[k] in "BHM" or (
                shape[k] == "V" and not (self.lower[k].endswith("ed") and shape[k - 1] in "NE" and shape[k + 1] in "IaF")
            ):
                return True
        return False

    def _over_list_and_appositive(self, first: int, low: int) -> int:
        """Left over "Putin, Lavrov and " and over a name to its appositive ("Vane, the minister")."""
        shape = self.shape
        if first - 2 < low or shape[first - 1] != "," or shape[first - 2] not in "NE)":
            return first
        start = self._leftmost(first - 1, low)
        if any(shape[k] == "Y" or self.lower[k] in self.times for k in range(start, first - 1)):
            return first
        if start >= first - 1 or shape[start] in "IFRYn&G":
            return first
        clean = self._opens_clause(start, low)
        listed = "&" in shape[first : first + 12]
        if clean and (listed or shape[first] in "DP#" or (shape[first] in "NA" and shape[first - 2] == "E")):
            return start
        return first

    def _core(self, first: int, end: int) -> tuple[int, int]:
        match = BASE.match(self.shape, first, end)
        if match is None or match.end() == first:
            return first, end - 1
        return first, match.end() - 1

    # ------------------------------------------------------------------ reading away from the cue

    def after(self, start: int, high: int, *, attach: bool = True) -> Mention | None:
        """The mention that begins at token ``start``, before token ``high``."""
        shape = self.shape
        while start < high and shape[start] == "R":
            start += 1
        match = BASE.match(shape, start, high)
        if match is None or match.end() == start:
            return None
        head = match.end() - 1
        end = self._attached(match.end(), high) if shape[head] not in "po" else match.end()
        while end + 1 < high and shape[end] == "&":
            more = BASE.match(shape, end + 1, high)
            if more is None or (more.end() < high and shape[more.end()] in FINITE):
                break
            end = self._attached(more.end(), high)
        if attach:
            end = self._with_appositive(end, high)
        return Mention(start, end - 1, start, head, "after")

    def _attached(self, end: int, high: int) -> int:
        """Past "of the ministry", "for the city", "in Kyiv": what belongs to a common noun."""
        shape = self.shape
        for _ in range(4):
            if end >= high:
                break
            name = shape[end - 1] == "E"
            if shape[end] == "F" or (shape[end] == "I" and self.lower[end] in self.attaching and not name):
                match = BASE.match(shape, end + 1, high)
                if match is None or match.end() == end + 1 or self.lower[match.end() - 1] in self.times:
                    break
                end = match.end()
            elif end + 1 < high and (
                (shape[end] in "nA" and shape[end + 1] in "IY")
                or (shape[end] == "I" and shape[end + 1] == "Y" and shape[end - 1] in "nV")
                or (shape[end] == "Y" and shape[end - 1] in "IVn" and shape[end + 1] == "I")
                or (shape[end] == "V" and shape[end + 1] == "I" and self.lower[end].endswith("ed"))
            ):
                end += 1
            else:
                break
        return end

    def _with_appositive(self, end: int, high: int) -> int:
        """Over ", 65, the committee's chairman, who ..." after a source, piece by piece, each to the next comma."""
        kept = end
        for _ in range(APPOSITIVES):
            stop = self._appositive(end, high)
            if stop == end:
                break
            if self.shape[end + 1 : stop] != "#":
                kept = stop
            end = stop
        return kept

    def _appositive(self, end: int, high: int) -> int:
        """One past an appositive or relative clause that begins with the comma at ``end``; ``end`` where there is none."""
        shape = self.shape
        if end + 1 >= high or shape[end] != "," or shape[end + 1] in "po":
            return end
        relative = shape[end + 1] == "W" or self.lower[end + 1] == "whose"
        stop = end + 2
        if not relative:
            match = BASE.match(shape, end + 1, high)
            if match is None or match.end() == end + 1 or shape[end + 1] in "Gn" or self.lower[match.end() - 1] in self.times:
                return end
            stop = match.end()
        while stop < high and shape[stop] not in ",.;:-“”":
            if shape[stop] in "WT":
                relative = True
            elif not relative and (shape[stop] in "sw" or shape[stop] in FINITE):
                return end
            stop += 1
        return stop
