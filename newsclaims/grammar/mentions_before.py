"""Reading a mention towards the cue: "Orla Vane, the harbor master of Orrel, on Tuesday" before "said"."""

from __future__ import annotations

from newsclaims.grammar.appositives import AppositiveChains
from newsclaims.grammar.mention import Mention
from newsclaims.grammar.phrases_before import PhraseBefore
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.walking import back_over, has_finite
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
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
    BEFORE_NONFINITE,
    BEFORE_OBJECT,
    BEFORE_RELATIVE,
    BEFORE_RELATIVE_ASIDE,
    CLOSE_BRACKET,
    CLOSE_QUOTE,
    COMMA,
    COUNTED_BY_ALL,
    COUNTED_TIME,
    DASH,
    DATE_PART,
    ED_FORM,
    FINITE,
    ING,
    JOINT,
    NAME,
    NAME_START,
    NAMED_END,
    NOUN_OR_NAME,
    NOUN_PHRASE_START,
    NUMBER,
    OPEN_QUOTE,
    PHRASE_END,
    PREPOSITION,
    PREPOSITION_OR_TO,
    RELATIVE,
    RELATIVE_OR_THAT,
    RELATIVE_STOP,
    SETTING_LEAD,
    SUBJECT_END,
    SUBORDINATOR,
    THAT,
    THAT_OR_OF,
    TIME,
    TO,
    VERB,
    words_of_class,
)
from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past

RELATIVE_REACH = 24  # tokens
ASIDE_REACH = 9  # tokens
COMMAS = 4


class ReaderBefore:
    """Reads the mention that ends before a token, right to left."""

    __slots__ = ("_chains", "_floating", "_lower", "_phrases", "_shape", "_times", "_whose")

    def __init__(self, lower: list[str], shape: str, language: Language, rough: RoughNumbers) -> None:
        self._lower = lower
        self._shape = shape
        self._floating = language.words("floating_quantifiers")
        self._times = language.words("time_nouns")
        self._whose = words_of_class(language, "possessive-relative")
        self._phrases = PhraseBefore(lower, shape, language, rough)
        self._chains = AppositiveChains(lower, shape, language, self._phrases.read)

    def read(self, end: int, low: int, *, inside: bool) -> Mention | None:
        """The mention that ends before token ``end``: of "Vane, who leads the port, on Tuesday" all but "on Tuesday"."""
        shape = self._shape
        j = self._past_adverbials(end - 1, low)
        if j < low:
            return None
        if self._lower[j] in self._floating and shape[j - 1] in COUNTED_BY_ALL and j > low:  # "Vane and Holt both said"
            j -= 1
        code = shape[j]
        pronoun = self._relative_pronoun(j, low)
        if pronoun >= 0:
            return Mention(pronoun, pronoun, pronoun, pronoun, "relative")
        if code in ASIDE_MARK:
            return self._before_comma(j, low)
        if code == CLOSE_QUOTE:
            return self._before_title(j, low)
        if code in ED_FORM:
            return self._phrases.reduced_relative(end, low) or self._with_relative_clause(end, low)
        if code not in PHRASE_END and code not in THAT_OR_OF and not self._is_department(j, low):
            return self._with_relative_clause(end, low) or (self._chains.unclosed(j + 1, low) if code == CLOSE_BRACKET else None)
        return self._phrase(end, j, low, inside=inside)

    def _phrase(self, end: int, j: int, low: int, *, inside: bool) -> Mention | None:
        """The noun phrase that ends at token ``j``, with what stands behind it before token ``end``."""
        found = self._phrases.read(j + 1, low, inside=inside)
        if found is not None and not inside and self._is_governed_by_any(found, low):  # "a letter sent on Tuesday to the council said"
            found = self._phrases.reduced_relative(end, low) or self._after_joint(found, j, low) or found
        return found if found is not None and self._is_no_object(found, low) else self._of_object(found, j, end, low)

    def _is_no_object(self, found: Mention, low: int) -> bool:
        """Whether no verb or the like stands before a phrase that takes it as its object."""
        return found.first <= low or self._shape[found.first - 1] not in BEFORE_OBJECT

    def _of_object(self, found: Mention | None, j: int, end: int, low: int) -> Mention | None:
        """The phrase whose relative clause ends in an object: "a man who gave his name as Vane said"; or an aside that is not closed."""
        return self._with_relative_clause(end, low) or found or self._chains.unclosed(j + 1, low)

    def _is_governed_by_any(self, found: Mention, low: int) -> bool:
        """Whether a phrase is that of a preposition or of "to"."""
        return self._shape[found.first] == TO or (found.first > low and self._shape[found.first - 1] in PREPOSITION_OR_TO)

    def _after_joint(self, found: Mention, j: int, low: int) -> Mention | None:
        """The last part of what is no list, since a clause ends with its first: "She went to the clinic and | a nurse said"."""
        shape = self._shape
        joint = shape.rfind(AND, found.first, j)
        if joint < 0 or not has_finite(shape, low, found.first) or self._phrases.opens_subordinate(found.first - 1):
            return None
        return self._phrases.read(j + 1, joint + 1)

    def _is_department(self, j: int, low: int) -> bool:
        """Whether an -ing form is a noun: "the department for planning"."""
        return self._shape[j] == ING and self._shape[j - 1] in ANY_PREPOSITION and j > low + 1

    def _relative_pronoun(self, j: int, low: int) -> int:
        """The relative pronoun that ends at ``j``, with what may stand after it; or -1."""
        shape = self._shape
        if shape[j] == RELATIVE or (shape[j] == THAT and j > low and shape[j - 1] in NAMED_END):
            return j
        if shape[j] == ADJECTIVE and j > low and shape[j - 1] == RELATIVE:  # "who first told them"
            return j - 1
        return self._relative_with_aside(j, low)

    def _relative_with_aside(self, j: int, low: int) -> int:
        """The relative pronoun before a phrase of time or place that ends at ``j``: "who in 2010", "who, on a call on Friday,"; or -1."""
        shape = self._shape
        k = shape.rfind(RELATIVE, low + 1, j)
        if k < 0 or k < j - ASIDE_REACH:
            return -1
        commas = shape[j] == COMMA
        if shape[k - 1] not in BEFORE_RELATIVE_ASIDE or (shape[k + 1] == COMMA) != commas:
            return -1
        after, end = (k + 2, j) if commas else (k + 1, j + 1)
        if shape[after] != PREPOSITION or (shape[end - 1] == NAME and shape[end - 2] in DATE_PART):  # "who in 2010 Vane said"
            return -1
        while after < end and shape[after] in SETTING_LEAD:
            after = self._phrases.past_prepositional(after, end) if shape[after] == PREPOSITION else after + 1
        return k if after == end else -1

    def _past_adverbials(self, j: int, low: int) -> int:
        """Left over "on Tuesday" and adverbs that stand between a subject and its verb."""
        shape = self._shape
        while j >= low and shape[j] in ADVERBIAL:
            j -= 1
            if j > low and shape[j] == PREPOSITION and shape[j + 1] == TIME and shape[j - 1] in BEFORE_DAY:
                j -= 1
        if j > low + 1 and shape[j - 1] == PREPOSITION and self._phrases.is_adverb(j - 1):  # "Vane at first said"
            j -= 2
        return self._past_span_of_time(j, low)

    def _past_span_of_time(self, j: int, low: int) -> int:
        """Left over "this week", "two weeks" before "ago" and "early" before a day: "the board two weeks ago said"."""
        shape = self._shape
        if j <= low or not (self._lower[j] in self._times or (shape[j] == ADJECTIVE and shape[j + 1] == TIME)):
            return j
        k = back_over(shape, j + (shape[j] == ADJECTIVE), low + 1, COUNTED_TIME) - 1
        return k if k < j and shape[k] in SUBJECT_END else j

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
                caused = self._caused(k + 1, end)
                if caused is not None:
                    return caused
                verbs = sum(shape[v] in FINITE and shape[v - 1] not in BEFORE_NONFINITE for v in range(k + 1, end))
                reasons = shape.count(SUBORDINATOR, k + 1, end)  # "who spoke anonymously because he was not authorized to speak"
                found = self._phrases.read(k, low) if 1 <= verbs <= 1 + reasons else None
                return found.up_to(end - 1) if found is not None else None
        return None

    def _caused(self, verb: int, end: int) -> Mention | None:
        """Who does what a clause tells: "a plan that makes | purists complain"."""
        lower, words = self._lower, self._phrases.words
        made = lower[verb] in words.making and verb + 1 < end < len(lower) and lower[end] in words.bases
        return self._phrases.read(end, verb + 1) if made else None

    def _before_comma(self, comma: int, low: int) -> Mention | None:
        """``NP, something, cue``: the phrase before the first comma, with the something where it identifies it."""
        shape = self._shape
        mark, opening = shape[comma], comma
        if mark == COMMA and (subject := self._chains.subject(comma, low)) is not None:
            return subject
        for _ in range(COMMAS):
            opening = shape.rfind(mark, low, opening)
            if opening <= low:
                return self._phrases.read(comma, low) if shape[comma - 1] == CLOSE_BRACKET else None
            if shape[opening - 1] in BEFORE_APPOSITIVE and (found := self._set_off(opening, comma, low)) is not None:
                return found
            if shape[comma - 1] == CLOSE_BRACKET and self._phrases.is_name(
                opening + 1, comma
            ):  # "after the vote, Gov. Orla Vane (D-Vesk), said"
                return self._phrases.read(comma, low)
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
        inner = shape[opening + 1]
        relative = inner in APPENDED and has_finite(shape, opening + 1, comma)
        if not relative and self._is_clause(opening + 1, comma):
            return None
        found = self._phrases.read(opening, low)
        if found is None or self._is_governed(found, low):  # "Ada Brenn KC, for Mr Quill - who lives there - said"
            return self._chains.unclosed(opening, low) if relative and shape[opening] == DASH else None
        if self._is_age_or_state(found, low):
            return None
        if inner in NAME_START and not self._phrases.opens_clause(found.first, low) and self._phrases.is_name(opening + 1, comma):
            return self._phrases.read(comma, low)
        return found.up_to(comma - 1) if not relative and self._is_appositive(opening + 1, comma) else found

    def _is_appositive(self, first: int, comma: int) -> bool:
        """Whether a noun phrase stands between two commas, not an age or a nickname."""
        middle = self._shape[first:comma]
        return self._shape[first] in NOUN_PHRASE_START and middle != NUMBER and OPEN_QUOTE not in middle

    def _is_clause(self, first: int, comma: int) -> bool:
        """Whether what stands between two commas is a clause of its own: ", she left,"; "Last month, when it rained, she left, ..."."""
        inner = self._shape[first]
        if inner == SUBORDINATOR:
            return COMMA in self._shape[first:comma]
        return inner not in ASIDE_START and self._has_main_verb(first, comma)

    def _is_governed(self, found: Mention, low: int) -> bool:
        """Whether a phrase is that of a preposition, not of "since" or the like before a clause."""
        governed = found.first > low and self._shape[found.first - 1] in ANY_PREPOSITION
        dated = any(code in DATE_PART for code in self._shape[found.first : found.last + 1])
        return governed and (dated or not self._phrases.opens_subordinate(found.first - 1))

    def _is_age_or_state(self, found: Mention, low: int) -> bool:
        """Whether a single word between commas says how old somebody is or in which state: "Vane, 71, of Orrel, Md., who"."""
        shape, first = self._shape, found.first
        if first != found.last or first - 2 <= low or shape[first - 1] != COMMA:
            return False
        if shape[first] == NUMBER:
            return True
        k = back_over(shape, first - 1, low + 1, NAME) - 1
        return shape[first] == NAME and k < first - 2 and shape[k] in ANY_PREPOSITION and shape[k - 1] == COMMA

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
