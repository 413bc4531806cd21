"""Reading a mention towards the cue: "Orla Vane, the harbor master of Orrel, on Tuesday" before "said"."""

from __future__ import annotations

from newsclaims.grammar.appositives import AppositiveChains
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.word_classes import (
    ADVERBIAL,
    FINITE,
    JOINT,
    PHRASE_END,
    PHRASE_INSIDE,
    PREPOSITION,
    phrase_pattern,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past

RELATIVE_REACH = 24
ASIDE_REACH = 9
BRACKET_REACH = 16
QUOTED_REACH = 8
LIST_REACH = 12
LIST_ITEMS = 4
COMMAS = 4


class ReaderBefore:
    """Reads the mention that ends before a token, right to left."""

    __slots__ = ("_chains", "_clause_openers", "_floating", "_lower", "_phrase", "_rough", "_shape", "_times", "_whose")

    def __init__(self, lower: list[str], shape: str, language: Language, rough: RoughNumbers) -> None:
        self._lower = lower
        self._shape = shape
        self._phrase = phrase_pattern().match
        self._clause_openers = language.words("clause_prepositions")
        self._floating = language.words("floating_quantifiers")
        self._times = language.words("time_nouns")
        self._rough = rough
        self._whose = words_of_class(language, "possessive-relative")
        self._chains = AppositiveChains(lower, shape, language, self._phrase_before)

    def read(self, end: int, low: int, *, inside: bool) -> Mention | None:
        """The mention that ends before token ``end``: of "Vane, who leads the port, on Tuesday" all but "on Tuesday"."""
        shape = self._shape
        j = self._past_floating(self._past_adverbials(end - 1, low), low)
        if j < low:
            return None
        code = shape[j]
        if code == "W" or (code == "T" and j > low and shape[j - 1] in "NE)"):
            return Mention(j, j, j, j, "relative")
        pronoun = self._relative_with_aside(j, low)
        if pronoun >= 0:
            return Mention(pronoun, pronoun, pronoun, pronoun, "relative")
        if code in ",-":
            return self._before_comma(j, low)
        if code == "”":
            return self._before_title(j, low)
        if code in "Vn":
            return self._reduced_relative(end, low) or self._with_relative_clause(end, low)
        if code not in PHRASE_END and code not in "TF":
            return self._with_relative_clause(end, low)
        found = self._phrase_before(j + 1, low, inside=inside)
        if found is None or (found.first > low and shape[found.first - 1] in "VHBMvan"):  # "a man who gave his name as Vane said"
            return self._with_relative_clause(end, low) or found or self._chains.unclosed(j + 1, low)
        return found

    def _relative_with_aside(self, j: int, low: int) -> int:
        """The relative pronoun before a phrase of time or place that ends at ``j``: "who in 2010", "who, on a call on Friday,"; or -1."""
        shape = self._shape
        k = shape.rfind("W", max(low + 1, j - ASIDE_REACH), j)
        commas = shape[j] == ","
        if k < 0 or shape[k - 1] not in "NE)," or (shape[k + 1] == ",") != commas:
            return -1
        after, end = k + 1 + commas, j + (not commas)
        if shape[after] != "I" or (shape[end - 1] == "E" and shape[end - 2] in "#Y"):  # "who in 2010 Vane said"
            return -1
        while after < end and shape[after] in "IYR":
            after = self._past_prepositional(after, end) if shape[after] == "I" else after + 1
        return k if after == end else -1

    def _past_adverbials(self, j: int, low: int) -> int:
        """Left over "on Tuesday" and adverbs that stand between a subject and its verb."""
        shape = self._shape
        while j >= low and shape[j] in ADVERBIAL:
            j -= 1
            if j > low and shape[j] == "I" and shape[j + 1] == "Y" and shape[j - 1] in "NE)Vn,":
                j -= 1
        return self._past_span_of_time(j, low)

    def _past_floating(self, j: int, low: int) -> int:
        """Left over "both" or "all" after the phrase that it counts: "Vane and Holt both said"."""
        return j - 1 if j > low and self._lower[j] in self._floating and self._shape[j - 1] in "NEp" else j

    def _past_span_of_time(self, j: int, low: int) -> int:
        """Left over "this week", "two weeks" before "ago" and "early" before a day: "the board two weeks ago said"."""
        k = j
        if k > low and (self._lower[k] in self._times or (self._shape[k] == "A" and self._shape[k + 1] == "Y")):
            k -= self._shape[k] != "A"
            while k > low and self._shape[k] in "#AD":
                k -= 1
        return k if k < j and self._shape[k] in "NE)p" else j

    # ------------------------------------------------------------------ a phrase

    def _phrase_before(self, end: int, low: int, *, inside: bool = False) -> Mention | None:
        """The noun phrase that ends before token ``end``: "the head of the port"."""
        first = self._leftmost(end, low)
        if inside and first < end and self._shape[first] in PREPOSITION:
            first += 1
        first = self._trim(first, end)
        if first >= end:
            return self._reduced_relative(end, low)
        first = self._over_list_and_appositive(first, end, low)
        return self._mention(first, end, end - 1, low)

    def _mention(self, first: int, end: int, last: int, low: int) -> Mention:
        """The mention ``first`` to ``last`` whose core is looked for up to ``end``."""
        rough = self._rough.before(first, low)
        if self._shape[rough] == "R" or self._opens_clause(rough, low):  # "more than half of those asked said"
            first = rough
        core = self._rough.past(first, end)
        match = self._phrase(self._shape, core, end)
        head = end - 1 if match is None or match.end() == core else match.end() - 1
        return Mention(first, last, core, head, "before")

    def _leftmost(self, end: int, low: int) -> int:
        """The start of the stretch of phrase words that ends at ``end``; cut where a new phrase must begin."""
        shape = self._shape
        k, joint = end, -1
        while k > low:
            code = shape[k - 1]
            if code in ")”":
                opening = self._bracket(k, low)
                if opening < 0 or (code == "”" and (k == end or shape[k - 2] == ",")):  # "on “Pier Live,” | the mayor said"
                    break
                k = opening
                continue
            if code not in PHRASE_INSIDE and not self._ties(k - 1, end, low):
                return joint if joint > 0 and code in "VvBMHOT" else k
            if self._closes_phrase(k, end):
                break
            if code == "&":
                joint = k
            k -= 1
            if code == "p" or (code in "DP" and k > low and shape[k - 1] in "NEY#Ro"):
                break
        return k

    def _ties(self, k: int, end: int, low: int) -> bool:
        """Whether "to" at ``k`` ties two parts of a phrase: "a man close to the talks", "an aide to the mayor", "a man talking to Vane"."""
        shape = self._shape
        return shape[k] == "t" and low < k < end - 1 and shape[k - 1] in "NAG" and shape[k + 1] in "DPNE"

    def _bracket(self, k: int, low: int) -> int:
        """Where the bracket or quotation that ends before ``k`` opens, if that is near; else -1."""
        if self._shape[k - 1] == ")":
            return self._shape.rfind("(", max(low, k - BRACKET_REACH), k)
        return self._shape.rfind("“", max(low, k - QUOTED_REACH), k)

    def _closes_phrase(self, k: int, end: int) -> bool:
        """Whether a time word or a word such as "after" stands before ``k``, so that the phrase begins there."""
        code = self._shape[k - 1]
        if k == end:
            return False
        return (code == "Y" and self._shape[k] not in "FI") or (code == "I" and self._lower[k - 1] in self._clause_openers)

    # ------------------------------------------------------------------ where a phrase begins

    def _trim(self, first: int, end: int) -> int:
        """Past a leading adverbial ("In Kyiv ", "Last week ") to where the phrase itself begins; ``end`` for nowhere."""
        shape = self._shape
        first = self._past_time(first, end)
        while first < end and shape[first] in PREPOSITION and self._rough.past(first, end) == first:
            after = self._past_prepositional(first, end)
            if after >= end:
                return first + 1 if self._lower[first] in self._clause_openers else self._last_name(first + 1, end)
            first = after
            while first < end and shape[first] in "RY" and self._rough.past(first, end) == first:
                first += 1
        if first + 1 < end and shape[first] == "G" and shape[first + 1] in "DP":
            return end
        return first

    def _past_time(self, first: int, end: int) -> int:
        """Past "last week", "on Tuesday", "however" before a phrase, but not past "nearly" in "nearly 300 miners"."""
        shape = self._shape
        if end - first > 2 and shape[first] in "AD" and self._lower[first + 1] in self._times and shape[first + 2] not in "F'&":
            first += 2
        while first < end and shape[first] in "RY&rn":
            if shape[first] == "R" and shape[first + 1 : first + 2] in ("D", "#", "R"):
                break
            if shape[first] == "Y" and first + 2 < end and self._lower[first + 1] in self._times:
                first += 1
            first += 1
        return first

    def _past_prepositional(self, first: int, end: int) -> int:
        """One past "in Kyiv" or "at the gates of the port"; ``end`` where the phrase is all that there is."""
        match = self._phrase(self._shape, first + 1, end)
        after = match.end() if match else first + 1
        while after < end and self._shape[after] == "F":
            more = self._phrase(self._shape, after + 1, end)
            after = more.end() if more else end
        return after

    def _last_name(self, first: int, end: int) -> int:
        """Where the name at the end of a run of names and nouns begins: "at the party's convention Sen. Orla Vane"."""
        shape = self._shape
        start = shape.rfind("(", first, end) if shape[end - 1] == ")" else end
        if start < 0 or shape[start - 1] != "E":
            return end
        while start > first and shape[start - 1] == "E":
            start -= 1
        return start if start > first and shape[start - 1] in "NY#" else end

    def _over_list_and_appositive(self, first: int, end: int, low: int) -> int:
        """Left over "Vane, Orrin and " and over a name to its appositive ("Vane, the minister")."""
        shape = self._shape
        if first - 3 > low and shape[first - 2 : first] == ",&" and shape[first - 3] in "NE)":
            return self._over_list(first - 2, first, low)
        if first - 2 < low or shape[first - 1] != "," or shape[first - 2] not in "NE)":
            return first
        start = self._leftmost(first - 1, low)
        if any(shape[k] == "Y" or self._lower[k] in self._times for k in range(start, first - 1)):
            return first
        if start >= first - 1 or shape[start] in "IFRYn&G":
            return first
        listed = "&" in shape[first : min(end, first + LIST_REACH)]
        goes_on = listed or shape[first] in "DP#" or (shape[first] in "NA" and shape[first - 2] == "E")
        return start if goes_on and self._opens_clause(start, low) else first

    def _over_list(self, comma: int, first: int, low: int) -> int:
        """Left over the items of a list with a comma before its "and": "Vane, Orrin, and " before "Ruhl said"."""
        shape, start = self._shape, first
        for _ in range(LIST_ITEMS):
            if comma <= low or shape[comma] != "," or shape[comma - 1] not in "NE)":
                break
            item = self._leftmost(comma, low)
            if item >= comma or shape[item] in "IFRYn&G":
                break
            start, comma = item, item - 1
        return start if self._opens_clause(start, low) else first

    # ------------------------------------------------------------------ clauses and appositives on a phrase

    def _with_relative_clause(self, end: int, low: int) -> Mention | None:
        """A phrase with a relative clause that runs up to the verb: "economists who favor such taxes agree"."""
        shape = self._shape
        if shape[end - 1] in JOINT:  # "thanked those who helped but said"
            return None
        for k in range(end - 1, max(low, end - RELATIVE_REACH), -1):
            if shape[k] in ",;:“”-(":
                return None
            if (shape[k] == "W" or (shape[k] == "T" and shape[k + 1] in FINITE)) and shape[k - 1] in "NE)D":
                verbs = sum(shape[v] in FINITE and shape[v - 1] not in "BHMOt" for v in range(k + 1, end))
                reasons = shape.count("s", k + 1, end)  # "who spoke anonymously because he was not authorized to speak"
                found = self._phrase_before(k, low) if 1 <= verbs <= 1 + reasons else None
                return found.up_to(end - 1) if found is not None else None
        return None

    def _reduced_relative(self, end: int, low: int) -> Mention | None:
        """A participle that looks like a verb between a noun and its cue: "the man arrested in Orrel said"."""
        shape = self._shape
        k = end
        while k > low and shape[k - 1] in "INEDA#'YRF":
            k -= 1
        if k > low + 1 and shape[k - 1] in "Vn" and is_regular_past(self._lower[k - 1]) and shape[k - 2] in "NED":
            first = self._trim(self._leftmost(k - 1, low), k - 1)
            if first < k - 1:
                return self._mention(first, k - 1, end - 1, low)
        return None

    def _before_comma(self, comma: int, low: int) -> Mention | None:
        """``NP, something, cue``: the phrase before the first comma, with the something where it identifies it."""
        shape = self._shape
        mark, opening = shape[comma], comma
        if mark == "," and (subject := self._chains.subject(comma, low)) is not None:
            return subject
        for _ in range(COMMAS):
            opening = shape.rfind(mark, low, opening)
            if opening <= low:
                return self._phrase_before(comma, low) if shape[comma - 1] == ")" else None
            if shape[opening - 1] in "NE)#op”DA" and (found := self._set_off(opening, comma, low)) is not None:
                return found
            if shape[comma - 1] == ")" and self._is_name(opening + 1, comma):  # "after the vote, Gov. Orla Vane (D-Vesk), said"
                return self._phrase_before(comma, low)
        return None

    def _before_title(self, close: int, low: int) -> Mention | None:
        """The phrase before an appositive that ends in a title, whose marks hold the comma: "Vane, star of “Pier,” said"."""
        shape = self._shape
        if close - 1 <= low or shape[close - 1] != ",":
            return None
        found = self._before_comma(close - 1, low)
        return found if found is not None and shape.find("”", found.first, close) < 0 else None

    def _set_off(self, opening: int, comma: int, low: int) -> Mention | None:
        """The phrase before the comma at ``opening``, where what stands between the two commas is set off from it."""
        shape = self._shape
        inner, middle = shape[opening + 1], shape[opening + 1 : comma]
        relative = inner in "WP" and any(code in FINITE for code in middle)
        if not relative and inner not in "aIRGnsV" and self._has_main_verb(opening + 1, comma):
            return None
        if inner == "s" and "," in middle:  # "Last month, when it rained, she left, ..."
            return None
        found = self._phrase_before(opening, low)
        if found is None or (found.first > low and shape[found.first - 1] in PREPOSITION) or self._is_age_or_state(found, low):
            return None
        if inner in "ED" and not self._opens_clause(found.first, low) and self._is_name(opening + 1, comma):
            return self._phrase_before(comma, low)
        if not relative and inner in "DPNEA#" and middle != "#" and "“" not in middle:
            return found.up_to(comma - 1)
        return found

    def _is_age_or_state(self, found: Mention, low: int) -> bool:
        """Whether a single word between commas says how old somebody is or in which state: "Vane, 71, of Orrel, Md., who"."""
        shape, first = self._shape, found.first
        if first != found.last or first - 2 <= low or shape[first - 1] != ",":
            return False
        if shape[first] == "#":
            return True
        k = first - 2
        while k > low and shape[k] == "E":
            k -= 1
        return shape[first] == "E" and k < first - 2 and shape[k] in PREPOSITION and shape[k - 1] == ","

    def _opens_clause(self, first: int, low: int) -> bool:
        """Whether a phrase stands where a clause begins, so that it can be a subject."""
        return first == low or self._shape[first - 1] in ":“”(-b&TsaR;"

    def _is_name(self, first: int, end: int) -> bool:
        """Whether a stretch is a name of two words or more, with its title and party tag."""
        match = self._phrase(self._shape, first, end)
        return match is not None and match.end() == end and self._shape[first:end].count("E") > 1

    def _has_main_verb(self, first: int, end: int) -> bool:
        """Whether a stretch has a finite verb of its own: not in a relative clause, not "a shop pitched as a club"."""
        shape = self._shape
        for k in range(first, end):
            code = shape[k]
            if code in "TW" or self._lower[k] in self._whose:
                return False
            if code in "BHM" or (code == "V" and not self._is_reduced(k)):
                return True
        return False

    def _is_reduced(self, verb: int) -> bool:
        """Whether a form in -ed is a participle between a noun and its complement: "a shop pitched as a club"."""
        shape = self._shape
        return is_regular_past(self._lower[verb]) and shape[verb - 1] in "NE" and shape[verb + 1] in "IaF"
