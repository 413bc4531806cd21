"""Reading: one text as the readers of clauses see it, with the small steps that all of them take."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from newsclaims.grammar.cues import CueMatch
from newsclaims.grammar.mentions import MentionReader
from newsclaims.grammar.phrase_words import phrase_words
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import ADVERB, BE_OR_HAVE, CLOSE_QUOTE, COMMA, FINITE, TO, VERB_GROUP, words_of_class
from newsclaims.language import Language
from newsclaims.language.inflection import forms, with_plurals


class ClauseWords:
    """The word lists of one language that clauses are read by."""

    def __init__(self, language: Language) -> None:
        nouns = language.table("cue_nouns").keys() | language.words("speech_nouns")
        self.saying_nouns = with_plurals(nouns)
        self.reaching = language.words("reaching_nouns")
        self.settings = language.words("speech_settings")
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        self.present = language.words("present_auxiliaries")
        self.bases = phrase_words(language).bases
        self.causing = frozenset(form for base in language.words("causing_verbs") for form in forms(base, irregular, doubling))
        self.infinitive_subjects = language.words("infinitive_subject_prepositions")
        faulting = language.table("faulting_verbs").items()
        self.times = language.words("time_nouns")
        self.when_or_where = self.settings | self.times
        self.people = language.words("person_pronouns")
        self.agents = words_of_class(language, "by")
        self.within = language.words("setting_prepositions")
        self.papers = language.words("document_nouns")
        self.having = words_of_class(language, "having") | words_of_class(language, "being")
        self.clause_openers = language.words("clause_prepositions")
        self.asking = words_of_class(language, "when")
        self.faulting = {
            preposition: frozenset(form for base, own in faulting if own == preposition for form in forms(base, irregular, doubling))
            for preposition in {own for _, own in faulting}
        }
        self.accompanying = words_of_class(language, "with")
        self.documents = language.words("document_nouns")
        self.lettered = language.words("lettered_nouns")
        self.recordings = language.words("recording_nouns")
        self.including = words_of_class(language, "including")
        self.finite = re.compile(f"[{FINITE}]")


@functools.lru_cache(maxsize=8)
def clause_words(language: Language) -> ClauseWords:
    """The word lists of a language, put together at first use."""
    return ClauseWords(language)


class Reading:
    """A text's tokens, shape and cues; ``quoted[k]`` says whether token ``k`` stands inside a quotation of speech."""

    __slots__ = ("_bounds", "_finite", "_sentence_of", "cues", "lower", "mentions", "quoted", "shape", "tokens", "words")

    def __init__(
        self, tokens: Tokens, shape: str, mentions: MentionReader, quoted: bytes, cues: Sequence[CueMatch], language: Language
    ) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.shape = shape
        self.mentions = mentions
        self.quoted = quoted
        self.cues = {cue.head: cue for cue in cues}
        self.words = clause_words(language)
        self._finite = self.words.finite.search
        self._bounds = list(itertools.pairwise(tokens.sentence_starts))
        self._sentence_of = tokens.sentence_of

    def bounds(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that holds token ``index``: first, and one past the last."""
        return self._bounds[self._sentence_of[index]]

    def has_finite(self, start: int, high: int) -> bool:
        """Whether a finite verb or an auxiliary stands between two tokens."""
        return self._finite(self.shape, start, high) is not None

    def finite_before(self, k: int, low: int) -> int:
        """The nearest finite verb before token ``k`` outside quotations; less than ``low`` where there is none."""
        shape, quoted = self.shape, self.quoted
        k -= 1
        while k >= low and (shape[k] not in FINITE or quoted[k] or self._is_having(k)):
            k -= 1
        return k

    def _is_having(self, k: int) -> bool:
        """Whether an auxiliary is no finite one: "denied having left", "accused of being late"."""
        return self.shape[k] in BE_OR_HAVE and self.lower[k] in self.words.having and self.shape[k + 1] != TO

    def group_start(self, verb: int, low: int) -> int:
        """The first token of a verb with its auxiliaries, negation and adverbs: of "has not yet said" for "said"."""
        return back_over(self.shape, verb, low, VERB_GROUP)

    def past_adverbs(self, k: int, limit: int) -> int:
        """The first token from ``k`` on that is no adverb."""
        return past(self.shape, k, limit, ADVERB)

    def has_verb_next(self, k: int, limit: int) -> bool:
        """Whether a finite verb stands at token ``k``, or after adverbs there, before ``limit``."""
        k = self.past_adverbs(k, limit)
        return k < limit and self.shape[k] in FINITE

    def mark(self, k: int) -> str:
        """What token ``k`` is as a break: the comma before a closing mark counts as if it came after it."""
        code = self.shape[k]
        return COMMA if code == CLOSE_QUOTE and self.shape[k - 1] == COMMA and k else code
