"""The noun phrase that ends before a token: "the head of the port" before "said"."""

from __future__ import annotations

from newsclaims.grammar.mention import Mention
from newsclaims.grammar.phrase_words import phrase_words
from newsclaims.grammar.rough_numbers import RoughNumbers
from newsclaims.grammar.stamps import past_figures
from newsclaims.grammar.walking import back_over, past, says_when
from newsclaims.grammar.word_classes import (
    ADVERB,
    AND,
    ANY_PREPOSITION,
    BEFORE_NAME,
    BEFORE_NEW_CLAUSE,
    BEFORE_NEXT_PHRASE,
    BEFORE_PHRASE,
    BEFORE_RELATIVE,
    CLOSE_BRACKET,
    CLOSING,
    COMMA,
    COMMON_WORD,
    COUNTED_START,
    DATE_PART,
    DESCRIBING,
    DETERMINER,
    DETERMINERS,
    ED_FORM,
    ING,
    NAME,
    NAMED_END,
    NO_LISTED_NAME,
    NUMBER,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    PHRASE_INSIDE,
    PREPOSITION,
    PRONOUN,
    REDUCED_INSIDE,
    REDUCED_LEAD,
    ROLE_START,
    SUBJECT_LEAD,
    TIED_START,
    TIES_ON,
    TIME,
    TIME_AFTER,
    TIME_MODIFIER,
    TIME_OR_ADVERB,
    TO,
    phrase_pattern,
)
from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past

BRACKET_REACH = 16  # tokens
QUOTED_REACH = 8  # tokens
LIST_REACH = 12  # tokens
LIST_ITEMS = 4
PHRASE_OPENER = DETERMINERS + PRONOUN  # nothing of a phrase stands before these


class PhraseBefore:
    """Reads the noun phrase that ends before a token, right to left."""

    __slots__ = ("_adverbs", "_bodies", "_clause_openers", "_given", "_lower", "_phrase", "_rough", "_shape", "_times", "words")

    def __init__(self, lower: list[str], shape: str, language: Language, rough: RoughNumbers) -> None:
        self._lower = lower
        self._shape = shape
        self._phrase = phrase_pattern().match
        self.words = phrase_words(language)
        self._adverbs = language.words("two_word_adverbs")
        self._clause_openers = language.words("clause_prepositions")
        self._times = language.words("time_nouns")
        self._bodies = language.words("organization_nouns")
        self._given = language.words("given_names")
        self._rough = rough

    def read(self, end: int, low: int, *, inside: bool = False) -> Mention | None:
        """The noun phrase that ends before token ``end``: "the head of the port"."""
        first = self._leftmost(end, low)
        if inside and first < end and self._shape[first] in ANY_PREPOSITION:
            first += 1
        first = self._trim(first, end)
        if first >= end:
            return self.reduced_relative(end, low)
        first = self._over_list_and_appositive(first, end, low)
        return self.mention(first, end, end - 1, low)

    def mention(self, first: int, end: int, last: int, low: int) -> Mention:
        """The mention ``first`` to ``last`` whose core is looked for up to ``end``."""
        if self._rough.is_number(first):
            first = self._with_rough(first, low)
        core = self._rough.past(first, end)
        match = self._phrase(self._shape, core, end)
        head = end - 1 if match is None or match.end() == core else match.end() - 1
        return Mention(first, last, core, head, "before")

    def _with_rough(self, first: int, low: int) -> int:
        """Where a phrase begins with the words that make its number rough: "more than half of those asked said"."""
        first = past_figures(self._shape, self._lower, first, low)
        rough = self._rough.before(first, low)
        return rough if self._shape[rough] == ADVERB or self.opens_clause(rough, low) else first

    def reduced_relative(self, end: int, low: int) -> Mention | None:
        """A participle that looks like a verb between a noun and its cue: "the man arrested in Orrel said"."""
        shape = self._shape
        k = back_over(shape, end, low, REDUCED_INSIDE)
        if k > low + 1 and shape[k - 1] in ED_FORM and shape[k - 2] in BEFORE_RELATIVE and self._is_participle(k - 1):
            first = self._trim(self._leftmost(k - 1, low), k - 1)
            if first < k - 1:
                return self.mention(first, k - 1, end - 1, low)
        return None

    def _is_participle(self, verb: int) -> bool:
        """Whether a form between a noun and its cue is a participle: "the man arrested in Orrel", "a letter sent to Orrel"."""
        form = self._lower[verb]
        if self.opens_subordinate(verb + 1) and self._lower[verb - 1] not in self.words.people:  # "the bill passed after Vane said so"
            return False
        return is_regular_past(form) or (form not in self.words.pasts and self._shape[verb + 1] in REDUCED_LEAD)

    def opens_clause(self, first: int, low: int) -> bool:
        """Whether a phrase stands where a clause begins, so that it can be a subject."""
        return first == low or self._shape[first - 1] in SUBJECT_LEAD

    def opens_subordinate(self, k: int) -> bool:
        """Whether a preposition can open a clause: "since"."""
        return self._lower[k] in self._clause_openers

    def is_name(self, first: int, end: int) -> bool:
        """Whether a stretch is a name of two words or more, with its title and party tag."""
        match = self._phrase(self._shape, first, end)
        return match is not None and match.end() == end and self._shape[first:end].count(NAME) > 1

    def is_adverb(self, first: int) -> bool:
        """Whether two words are one adverb: "at first"."""
        return " ".join(self._lower[first : first + 2]) in self._adverbs

    def past_prepositional(self, first: int, end: int) -> int:
        """One past "in Kyiv" or "at the gates of the port"; ``end`` where the phrase is all that there is."""
        if self.is_adverb(first):
            return first + 2
        match = self._phrase(self._shape, self._past_dated(first + 1, end), end)
        after = match.end() if match else first + 1
        while after < end and self._shape[after] == OF:
            more = self._phrase(self._shape, after + 1, end)
            after = more.end() if more else end
        return after

    def _past_dated(self, first: int, end: int) -> int:
        """Past an article and a date that stand before a noun: "a March 2016 | interview"; ``first`` where there is none."""
        shape = self._shape
        after = past(shape, first + 1, end, DATE_PART) if shape[first : first + 2] == DETERMINER + TIME else first
        return after if after < end and shape[after] in COMMON_WORD else first

    # ------------------------------------------------------------------ how far a phrase reaches

    def _leftmost(self, end: int, low: int) -> int:
        """The start of the stretch of phrase words that ends at ``end``; cut where a new phrase must begin."""
        shape = self._shape
        k, joint = end, -1
        while k > low:
            code = shape[k - 1]
            if code in DESCRIBING:  # as most are
                k -= 1
                continue
            if code in CLOSING:
                opening = self._bracket(k, end, low)
                if opening < 0:
                    break
                k = opening
                continue
            if code not in PHRASE_INSIDE and not self._ties(k - 1, end, low):
                return joint if joint > 0 and code in BEFORE_NEW_CLAUSE else k
            if code in TIME_AFTER and self._closes_phrase(k, end):
                break
            if code == AND:
                joint = k
            k -= 1
            if code in PHRASE_OPENER and self._begins_phrase(k, low):
                break
        return k

    def _begins_phrase(self, k: int, low: int) -> bool:
        """Whether a phrase can only begin at ``k``: with a pronoun, or a determiner that goes on with nothing before it."""
        shape = self._shape
        return shape[k] == PRONOUN or (k > low and shape[k - 1] in BEFORE_NEXT_PHRASE)

    def _ties(self, k: int, end: int, low: int) -> bool:
        """Whether "to" at ``k`` ties two parts of a phrase: "a man close to the talks", "an aide to the mayor", "a man talking to Vane"."""
        shape = self._shape
        return shape[k] == TO and low < k < end - 1 and shape[k - 1] in COMMON_WORD and shape[k + 1] in TIED_START

    def _bracket(self, k: int, end: int, low: int) -> int:
        """Where the bracket or quotation that ends before ``k`` opens, if that is near and belongs to the phrase; else -1."""
        shape = self._shape
        if shape[k - 1] == CLOSE_BRACKET:
            return shape.rfind(OPEN_BRACKET, max(low, k - BRACKET_REACH), k)
        if k == end or shape[k - 2] == COMMA:  # "on “Pier Live,” | the mayor said"
            return -1
        return shape.rfind(OPEN_QUOTE, max(low, k - QUOTED_REACH), k)

    def _closes_phrase(self, k: int, end: int) -> bool:
        """Whether a time word or a word such as "after" stands before ``k``, so that the phrase begins there."""
        code = self._shape[k - 1]
        if k == end:
            return False
        if code == TIME:
            dated = k - 2 >= 0 and self._shape[k - 2] == DETERMINER  # "a May interview"
            return not dated and self._shape[k] not in ANY_PREPOSITION
        return code == PREPOSITION and self._lower[k - 1] in self._clause_openers

    # ------------------------------------------------------------------ where a phrase begins

    def _trim(self, first: int, end: int) -> int:
        """Past a leading adverbial ("In Kyiv ", "Last week ") to where the phrase itself begins; ``end`` for nowhere."""
        shape = self._shape
        if first >= end:
            return first
        first = self._past_time(first, end)
        while first < end and shape[first] in ANY_PREPOSITION and self._rough.past(first, end) == first:
            after = self.past_prepositional(first, end)
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
        if shape[first - 1] == TIME and self._lower[first] in self._times and first > 0:  # "On Monday evening Vane"
            return first + 1
        if shape[first] in TIME_MODIFIER and end - first > 2 and self._lower[first + 1] in self._times and shape[first + 2] not in TIES_ON:
            first += 2
        while first < end and shape[first] in BEFORE_PHRASE:
            if shape[first] == ADVERB and shape[first + 1 : first + 2] in (DETERMINER, NUMBER, ADVERB):
                break
            if shape[first] == TIME and first + 2 < end and self._lower[first + 1] in self._times:
                first += 1
            first += 1
        return first

    def _last_name(self, first: int, end: int) -> int:
        """Where the name at the end of a run of names and nouns begins: "at the party's convention Sen. Orla Vane"."""
        shape = self._shape
        start = shape.rfind(OPEN_BRACKET, first, end) if shape[end - 1] == CLOSE_BRACKET else end
        if start < 0 or shape[start - 1] != NAME:
            return end
        stop, start = start, back_over(shape, start, first, NAME)
        if start > first and shape[start - 1] in DETERMINERS:  # "with the Orrel Post | Tom Vane"
            start = next((k for k in range(stop - 1, start, -1) if self._lower[k - 1] in self._bodies), start)
            person = start == stop - 1 or self._lower[start] in self._given
            return start if shape[start - 1] == NAME and person else end
        return start if start > first and shape[start - 1] in BEFORE_NAME else end

    def _over_list_and_appositive(self, first: int, end: int, low: int) -> int:
        """Left over "Vane, Orrin and " and over a name to its appositive ("Vane, the minister")."""
        shape = self._shape
        if shape[first - 1] == AND and first - 3 > low and shape[first - 2] == COMMA and shape[first - 3] in NAMED_END:
            return self._over_list(first - 2, first, low)
        if shape[first - 1] != COMMA or first - 2 < low or shape[first - 2] not in NAMED_END:
            return first
        start = self._leftmost(first - 1, low)
        if start >= first - 1 or shape[start] in NO_LISTED_NAME or says_when(shape, self._lower, start, first - 1, self._times):
            return first
        if self._is_lead(start, first, end, low):
            return first
        return start if self._is_appositive(first, end) and self.opens_clause(start, low) else first

    def _is_lead(self, start: int, first: int, end: int, low: int) -> bool:
        """Whether one word with a capital and a comma lead into a sentence: "Overall, | the port said". Nobody need know the word."""
        alone = start == low == first - 2 and self._lower[start] not in self._given
        return alone and self._shape[first] in DETERMINERS and AND not in self._shape[first:end]

    def _is_appositive(self, first: int, end: int) -> bool:
        """Whether a phrase after a name and a comma belongs to it: a list with "and", "the minister", "mayor of Orrel"."""
        shape = self._shape
        if AND in shape[first : min(end, first + LIST_REACH)] or shape[first] in COUNTED_START:
            return True
        role = shape[first] in ROLE_START or (shape[first] == NAME and self._lower[end - 1] in self.words.persons)
        return role and shape[first - 2] == NAME

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
        return start if self.opens_clause(start, low) else first
