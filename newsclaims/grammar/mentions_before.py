"""Reading a mention towards the cue: "Orla Vane, the harbor master of Orrel, on Tuesday" before "said"."""

from __future__ import annotations

from newsclaims.grammar.appositives import AppositiveChains
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ADVERB,
    ADVERBIAL,
    AFTER_REDUCED,
    AND,
    ANY_PREPOSITION,
    APPENDED,
    ASIDE_MARK,
    ASIDE_START,
    AUXILIARY,
    BEFORE_APPOSITIVE,
    BEFORE_DAY,
    BEFORE_NAME,
    BEFORE_NEW_CLAUSE,
    BEFORE_NEXT_PHRASE,
    BEFORE_NONFINITE,
    BEFORE_OBJECT,
    BEFORE_PHRASE,
    BEFORE_RELATIVE,
    BEFORE_RELATIVE_ASIDE,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    CLOSING,
    COMMA,
    COMMON_WORD,
    COUNTED_BY_ALL,
    COUNTED_START,
    COUNTED_TIME,
    DATE_PART,
    DETERMINER,
    DETERMINERS,
    ED_FORM,
    FINITE,
    ING,
    JOINT,
    NAME,
    NAME_START,
    NAMED_END,
    NO_LISTED_NAME,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    PHRASE_END,
    PHRASE_INSIDE,
    PREPOSITION,
    PRONOUN,
    REDUCED_INSIDE,
    RELATIVE,
    RELATIVE_OR_THAT,
    RELATIVE_STOP,
    ROLE_START,
    SETTING_LEAD,
    SUBJECT_END,
    SUBJECT_LEAD,
    SUBORDINATOR,
    THAT,
    THAT_OR_OF,
    TIED_START,
    TIES_ON,
    TIME,
    TIME_MODIFIER,
    TIME_OR_ADVERB,
    TO,
    VERB,
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
        if code == RELATIVE or (code == THAT and j > low and shape[j - 1] in NAMED_END):
            return Mention(j, j, j, j, "relative")
        pronoun = self._relative_with_aside(j, low)
        if pronoun >= 0:
            return Mention(pronoun, pronoun, pronoun, pronoun, "relative")
        if code in ASIDE_MARK:
            return self._before_comma(j, low)
        if code == CLOSE_QUOTE:
            return self._before_title(j, low)
        if code in ED_FORM:
            return self._reduced_relative(end, low) or self._with_relative_clause(end, low)
        if code not in PHRASE_END and code not in THAT_OR_OF:
            return self._with_relative_clause(end, low)
        found = self._phrase_before(j + 1, low, inside=inside)
        if found is None or (found.first > low and shape[found.first - 1] in BEFORE_OBJECT):  # "a man who gave his name as Vane said"
            return self._with_relative_clause(end, low) or found or self._chains.unclosed(j + 1, low)
        return found

    def _relative_with_aside(self, j: int, low: int) -> int:
        """The relative pronoun before a phrase of time or place that ends at ``j``: "who in 2010", "who, on a call on Friday,"; or -1."""
        shape = self._shape
        k = shape.rfind(RELATIVE, max(low + 1, j - ASIDE_REACH), j)
        commas = shape[j] == COMMA
        if k < 0 or shape[k - 1] not in BEFORE_RELATIVE_ASIDE or (shape[k + 1] == COMMA) != commas:
            return -1
        after, end = k + 1 + commas, j + (not commas)
        if shape[after] != PREPOSITION or (shape[end - 1] == NAME and shape[end - 2] in DATE_PART):  # "who in 2010 Vane said"
            return -1
        while after < end and shape[after] in SETTING_LEAD:
            after = self._past_prepositional(after, end) if shape[after] == PREPOSITION else after + 1
        return k if after == end else -1

    def _past_adverbials(self, j: int, low: int) -> int:
        """Left over "on Tuesday" and adverbs that stand between a subject and its verb."""
        shape = self._shape
        while j >= low and shape[j] in ADVERBIAL:
            j -= 1
            if j > low and shape[j] == PREPOSITION and shape[j + 1] == TIME and shape[j - 1] in BEFORE_DAY:
                j -= 1
        return self._past_span_of_time(j, low)

    def _past_floating(self, j: int, low: int) -> int:
        """Left over "both" or "all" after the phrase that it counts: "Vane and Holt both said"."""
        return j - 1 if j > low and self._lower[j] in self._floating and self._shape[j - 1] in COUNTED_BY_ALL else j

    def _past_span_of_time(self, j: int, low: int) -> int:
        """Left over "this week", "two weeks" before "ago" and "early" before a day: "the board two weeks ago said"."""
        k = j
        if k > low and (self._lower[k] in self._times or (self._shape[k] == ADJECTIVE and self._shape[k + 1] == TIME)):
            k -= self._shape[k] != ADJECTIVE
            while k > low and self._shape[k] in COUNTED_TIME:
                k -= 1
        return k if k < j and self._shape[k] in SUBJECT_END else j

    # ------------------------------------------------------------------ a phrase

    def _phrase_before(self, end: int, low: int, *, inside: bool = False) -> Mention | None:
        """The noun phrase that ends before token ``end``: "the head of the port"."""
        first = self._leftmost(end, low)
        if inside and first < end and self._shape[first] in ANY_PREPOSITION:
            first += 1
        first = self._trim(first, end)
        if first >= end:
            return self._reduced_relative(end, low)
        first = self._over_list_and_appositive(first, end, low)
        return self._mention(first, end, end - 1, low)

    def _mention(self, first: int, end: int, last: int, low: int) -> Mention:
        """The mention ``first`` to ``last`` whose core is looked for up to ``end``."""
        rough = self._rough.before(first, low)
        if self._shape[rough] == ADVERB or self._opens_clause(rough, low):  # "more than half of those asked said"
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
            if code in CLOSING:
                opening = self._bracket(k, low)
                if opening < 0 or (code == CLOSE_QUOTE and (k == end or shape[k - 2] == COMMA)):  # "on “Pier Live,” | the mayor said"
                    break
                k = opening
                continue
            if code not in PHRASE_INSIDE and not self._ties(k - 1, end, low):
                return joint if joint > 0 and code in BEFORE_NEW_CLAUSE else k
            if self._closes_phrase(k, end):
                break
            if code == AND:
                joint = k
            k -= 1
            if code == PRONOUN or (code in DETERMINERS and k > low and shape[k - 1] in BEFORE_NEXT_PHRASE):
                break
        return k

    def _ties(self, k: int, end: int, low: int) -> bool:
        """Whether "to" at ``k`` ties two parts of a phrase: "a man close to the talks", "an aide to the mayor", "a man talking to Vane"."""
        shape = self._shape
        return shape[k] == TO and low < k < end - 1 and shape[k - 1] in COMMON_WORD and shape[k + 1] in TIED_START

    def _bracket(self, k: int, low: int) -> int:
        """Where the bracket or quotation that ends before ``k`` opens, if that is near; else -1."""
        if self._shape[k - 1] == CLOSE_BRACKET:
            return self._shape.rfind(OPEN_BRACKET, max(low, k - BRACKET_REACH), k)
        return self._shape.rfind(OPEN_QUOTE, max(low, k - QUOTED_REACH), k)

    def _closes_phrase(self, k: int, end: int) -> bool:
        """Whether a time word or a word such as "after" stands before ``k``, so that the phrase begins there."""
        code = self._shape[k - 1]
        if k == end:
            return False
        return (code == TIME and self._shape[k] not in ANY_PREPOSITION) or (
            code == PREPOSITION and self._lower[k - 1] in self._clause_openers
        )

    # ------------------------------------------------------------------ where a phrase begins

    def _trim(self, first: int, end: int) -> int:
        """Past a leading adverbial ("In Kyiv ", "Last week ") to where the phrase itself begins; ``end`` for nowhere."""
        shape = self._shape
        first = self._past_time(first, end)
        while first < end and shape[first] in ANY_PREPOSITION and self._rough.past(first, end) == first:
            after = self._past_prepositional(first, end)
            if after >= end:
                return first + 1 if self._lower[first] in self._clause_openers else self._last_name(first + 1, end)
            first = after
            while first < end and shape[first] in TIME_OR_ADVERB and self._rough.past(first, end) == first:
                first += 1
        if first + 1 < end and shape[first] == ING and shape[first + 1] in DETERMINERS:
            return end
        return first

    def _past_time(self, first: int, end: int) -> int:
        """Past "last week", "on Tuesday", "however" before a phrase, but not past "nearly" in "nearly 300 miners"."""
        shape = self._shape
        if end - first > 2 and shape[first] in TIME_MODIFIER and self._lower[first + 1] in self._times and shape[first + 2] not in TIES_ON:
            first += 2
        while first < end and shape[first] in BEFORE_PHRASE:
            if shape[first] == ADVERB and shape[first + 1 : first + 2] in (DETERMINER, NUMBER, ADVERB):
                break
            if shape[first] == TIME and first + 2 < end and self._lower[first + 1] in self._times:
                first += 1
            first += 1
        return first

    def _past_prepositional(self, first: int, end: int) -> int:
        """One past "in Kyiv" or "at the gates of the port"; ``end`` where the phrase is all that there is."""
        match = self._phrase(self._shape, first + 1, end)
        after = match.end() if match else first + 1
        while after < end and self._shape[after] == OF:
            more = self._phrase(self._shape, after + 1, end)
            after = more.end() if more else end
        return after

    def _last_name(self, first: int, end: int) -> int:
        """Where the name at the end of a run of names and nouns begins: "at the party's convention Sen. Orla Vane"."""
        shape = self._shape
        start = shape.rfind(OPEN_BRACKET, first, end) if shape[end - 1] == CLOSE_BRACKET else end
        if start < 0 or shape[start - 1] != NAME:
            return end
        while start > first and shape[start - 1] == NAME:
            start -= 1
        return start if start > first and shape[start - 1] in BEFORE_NAME else end

    def _over_list_and_appositive(self, first: int, end: int, low: int) -> int:
        """Left over "Vane, Orrin and " and over a name to its appositive ("Vane, the minister")."""
        shape = self._shape
        if first - 3 > low and shape[first - 2 : first] == COMMA + AND and shape[first - 3] in NAMED_END:
            return self._over_list(first - 2, first, low)
        if first - 2 < low or shape[first - 1] != COMMA or shape[first - 2] not in NAMED_END:
            return first
        start = self._leftmost(first - 1, low)
        if any(shape[k] == TIME or self._lower[k] in self._times for k in range(start, first - 1)):
            return first
        if start >= first - 1 or shape[start] in NO_LISTED_NAME:
            return first
        listed = AND in shape[first : min(end, first + LIST_REACH)]
        goes_on = listed or shape[first] in COUNTED_START or (shape[first] in ROLE_START and shape[first - 2] == NAME)
        return start if goes_on and self._opens_clause(start, low) else first

    def _over_list(self, comma: int, first: int, low: int) -> int:
        """Left over the items of a list with a comma before its "and": "Vane, Orrin, and " before "Ruhl said"."""
        shape, start = self._shape, first
        for _ in range(LIST_ITEMS):
            if comma <= low or shape[comma] != COMMA or shape[comma - 1] not in NAMED_END:
                break
            item = self._leftmost(comma, low)
            if item >= comma or shape[item] in NO_LISTED_NAME:
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
            if shape[k] in RELATIVE_STOP:
                return None
            if (shape[k] == RELATIVE or (shape[k] == THAT and shape[k + 1] in FINITE)) and shape[k - 1] in BEFORE_RELATIVE:
                verbs = sum(shape[v] in FINITE and shape[v - 1] not in BEFORE_NONFINITE for v in range(k + 1, end))
                reasons = shape.count(SUBORDINATOR, k + 1, end)  # "who spoke anonymously because he was not authorized to speak"
                found = self._phrase_before(k, low) if 1 <= verbs <= 1 + reasons else None
                return found.up_to(end - 1) if found is not None else None
        return None

    def _reduced_relative(self, end: int, low: int) -> Mention | None:
        """A participle that looks like a verb between a noun and its cue: "the man arrested in Orrel said"."""
        shape = self._shape
        k = end
        while k > low and shape[k - 1] in REDUCED_INSIDE:
            k -= 1
        if k > low + 1 and shape[k - 1] in ED_FORM and is_regular_past(self._lower[k - 1]) and shape[k - 2] in BEFORE_RELATIVE:
            first = self._trim(self._leftmost(k - 1, low), k - 1)
            if first < k - 1:
                return self._mention(first, k - 1, end - 1, low)
        return None

    def _before_comma(self, comma: int, low: int) -> Mention | None:
        """``NP, something, cue``: the phrase before the first comma, with the something where it identifies it."""
        shape = self._shape
        mark, opening = shape[comma], comma
        if mark == COMMA and (subject := self._chains.subject(comma, low)) is not None:
            return subject
        for _ in range(COMMAS):
            opening = shape.rfind(mark, low, opening)
            if opening <= low:
                return self._phrase_before(comma, low) if shape[comma - 1] == CLOSE_BRACKET else None
            if shape[opening - 1] in BEFORE_APPOSITIVE and (found := self._set_off(opening, comma, low)) is not None:
                return found
            if shape[comma - 1] == CLOSE_BRACKET and self._is_name(opening + 1, comma):  # "after the vote, Gov. Orla Vane (D-Vesk), said"
                return self._phrase_before(comma, low)
        return None

    def _before_title(self, close: int, low: int) -> Mention | None:
        """The phrase before an appositive that ends in a title, whose marks hold the comma: "Vane, star of “Pier,” said"."""
        shape = self._shape
        if close - 1 <= low or shape[close - 1] != COMMA:
            return None
        found = self._before_comma(close - 1, low)
        return found if found is not None and shape.find(CLOSE_QUOTE, found.first, close) < 0 else None

    def _set_off(self, opening: int, comma: int, low: int) -> Mention | None:
        """The phrase before the comma at ``opening``, where what stands between the two commas is set off from it."""
        shape = self._shape
        inner, middle = shape[opening + 1], shape[opening + 1 : comma]
        relative = inner in APPENDED and any(code in FINITE for code in middle)
        if not relative and inner not in ASIDE_START and self._has_main_verb(opening + 1, comma):
            return None
        if inner == SUBORDINATOR and COMMA in middle:  # "Last month, when it rained, she left, ..."
            return None
        found = self._phrase_before(opening, low)
        if found is None or (found.first > low and shape[found.first - 1] in ANY_PREPOSITION) or self._is_age_or_state(found, low):
            return None
        if inner in NAME_START and not self._opens_clause(found.first, low) and self._is_name(opening + 1, comma):
            return self._phrase_before(comma, low)
        if not relative and inner in NOUN_PHRASE_START and middle != NUMBER and OPEN_QUOTE not in middle:
            return found.up_to(comma - 1)
        return found

    def _is_age_or_state(self, found: Mention, low: int) -> bool:
        """Whether a single word between commas says how old somebody is or in which state: "Vane, 71, of Orrel, Md., who"."""
        shape, first = self._shape, found.first
        if first != found.last or first - 2 <= low or shape[first - 1] != COMMA:
            return False
        if shape[first] == NUMBER:
            return True
        k = first - 2
        while k > low and shape[k] == NAME:
            k -= 1
        return shape[first] == NAME and k < first - 2 and shape[k] in ANY_PREPOSITION and shape[k - 1] == COMMA

    def _opens_clause(self, first: int, low: int) -> bool:
        """Whether a phrase stands where a clause begins, so that it can be a subject."""
        return first == low or self._shape[first - 1] in SUBJECT_LEAD

    def _is_name(self, first: int, end: int) -> bool:
        """Whether a stretch is a name of two words or more, with its title and party tag."""
        match = self._phrase(self._shape, first, end)
        return match is not None and match.end() == end and self._shape[first:end].count(NAME) > 1

    def _has_main_verb(self, first: int, end: int) -> bool:
        """Whether a stretch has a finite verb of its own: not in a relative clause, not "a shop pitched as a club"."""
        shape = self._shape
        for k in range(first, end):
            code = shape[k]
            if code in RELATIVE_OR_THAT or self._lower[k] in self._whose:
                return False
            if code in AUXILIARY or (code == VERB and not self._is_reduced(k)):
                return True
        return False

    def _is_reduced(self, verb: int) -> bool:
        """Whether a form in -ed is a participle between a noun and its complement: "a shop pitched as a club"."""
        shape = self._shape
        return is_regular_past(self._lower[verb]) and shape[verb - 1] in NOUN_OR_NAME and shape[verb + 1] in AFTER_REDUCED
