"""The shape of a text: one character a token that says what class of word it is.

Every later stage reads phrases off this string with small patterns instead of looking at words
again. Classes come from look-up in the word lists (``grammar/lexicon.py``); a word with a
capital is a name or not by where it stands (``grammar/capitals.py``); a word that can be of
two classes ("claims", "plan", "that") is decided by its neighbours, by named steps
(``grammar/class_choices.py``). This is a tagger of some seventy rules, not a parser: it
is right where attribution needs it (verb or noun, name or word, where a clause can begin). The classes
are listed in :mod:`newsclaims.grammar.word_classes`.
"""

from __future__ import annotations

import bisect
import itertools
import operator
from typing import TypeAlias

from newsclaims.grammar.bare_clauses import CLAUSE, BareClauses, clause_cues, frames_of_cues, tag_cues
from newsclaims.grammar.capitals import CapitalReader
from newsclaims.grammar.class_choices import CHOICES
from newsclaims.grammar.lexicon import APOSTROPHES, Lexicon
from newsclaims.grammar.remembered import Remembered
from newsclaims.grammar.tokens import Spellings, Tokens
from newsclaims.grammar.undecided import PASSED_OVER, PASSED_OVER_AFTER, ChoiceWords, Word, asked_between
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    ADVERB,
    CLOSE_QUOTE,
    DETERMINERS,
    END_MARK,
    GENITIVE,
    NAME,
    NUMBER,
    OPEN_QUOTE,
    OTHER_MARK,
    THAT,
)
from newsclaims.language import Language

BEFORE_ADVERB = DETERMINERS + THAT
"""An adverb is left alone where none of these stands before it."""
Steps: TypeAlias = dict[int, tuple[str, str]]
"""For each token that could be of two classes, of which kind it was and the name of the step that decided."""
CURRENCIES = "$€£¥"
ACCOUNT_MARKS = "@#"
PLAIN_MARKS = ".-"
"""A run of these is of the class that has the mark itself as its letter."""


class ShapeReader:
    """Gives every token of a text its class."""

    def __init__(self, language: Language) -> None:
        irregular = language.table("irregular_verbs")
        invariant = frozenset(base for base, past in irregular.items() if past.split()[0] == base)
        telling = frozenset(irregular[base].split()[0] for base in clause_cues(language) if base in irregular)
        self.lexicon = Lexicon(language)
        self.spellings = Spellings(self.lexicon.alone)
        self.lemmas = self.lexicon.lemmas
        self._capitals = CapitalReader(language, self.lexicon)
        frames = frames_of_cues(language).items()
        self._words = ChoiceWords(
            language,
            lemmas=self.lemmas,
            invariant=invariant,
            telling=telling,
            tag_cues=tag_cues(language),
            that_cues=frozenset(lemma for lemma, taken in frames if "that" in taken),
            clause_cues=frozenset(lemma for lemma, taken in frames if CLAUSE in taken),
        )
        self._bare_clauses = BareClauses(language, self.lexicon.classes, invariant)
        self._asked = Remembered(lambda classes: asked_between(CHOICES[classes[0]], *classes[1:]))

    def read(self, tokens: Tokens, opening: frozenset[int], closing: frozenset[int], steps: Steps | None = None) -> str:
        """The shape of all tokens; ``opening`` and ``closing`` are the offsets of the quotation marks.

        ``steps`` takes for each token that could be of two classes how that was decided.
        """
        codes = list(tokens.alone or map(self.lexicon.alone, tokens.words))
        _set_quotation_marks(tokens, codes, closing, CLOSE_QUOTE)
        _set_quotation_marks(tokens, codes, opening, OPEN_QUOTE)
        self._capitals.read(tokens, codes, self._set_unknown(tokens, codes))
        self._choose(tokens, codes, steps)
        return self._bare_clauses.mend(tokens.lower, codes, tokens.sentence_starts)

    def _choose(self, tokens: Tokens, codes: list[str], steps: Steps | None) -> None:
        """Decides the words that can be of two classes, from left to right."""
        word, asked = Word(tokens.lower, codes, self._words), self._asked
        bounds = itertools.pairwise(tokens.sentence_starts)
        first = stop = 0
        for i in itertools.compress(range(len(codes)), map(CHOICES.__contains__, codes)):  # those behind ``i`` are as they were
            kind = codes[i]
            if kind == ADVERB and (i == 0 or codes[i - 1] not in BEFORE_ADVERB):
                continue
            while i >= stop:
                first, stop = word.first, word.stop = next(bounds)
            before, after = codes[i - 1] if i > first else END_MARK, codes[i + 1] if i + 1 < stop else END_MARK
            if before in PASSED_OVER:
                k = back_over(codes, i - 1, first, PASSED_OVER)
                before = codes[k - 1] if k > first else END_MARK
            if after in PASSED_OVER_AFTER:
                k = past(codes, i + 2, stop, PASSED_OVER_AFTER)
                after = codes[k] if k < stop else END_MARK
            questions, decided = asked[kind + before + after]
            if questions:
                word.i, word.before, word.after = i, before, after
                for step in questions:
                    if step.holds(word):
                        decided = step
                        break
            codes[i] = decided.gives
            if steps is not None:
                steps[i] = kind, decided.name

    def _set_unknown(self, tokens: Tokens, codes: list[str]) -> list[int]:
        """Sets the classes of marks that are in no list; returns which tokens begin with a capital."""
        words, capitals = tokens.words, list[int]()
        for i in itertools.compress(range(len(codes)), map(operator.not_, codes)):
            if words[i][0].isupper():
                capitals.append(i)
            else:
                codes[i] = self._mark(tokens, i, words[i])
        return capitals

    def _mark(self, tokens: Tokens, i: int, word: str) -> str:
        """The class of a mark, or of a word that begins with one."""
        first = word[0]
        if first in APOSTROPHES:
            known = self.lexicon.classes.get(tokens.lower[i])
            if known:
                return known
            if i and tokens.lower[i - 1].endswith("s") and tokens.ends[i - 1] == tokens.starts[i]:
                return GENITIVE
        if first in ACCOUNT_MARKS and len(word) > 1:
            return NAME
        if first in PLAIN_MARKS:
            return first
        return NUMBER if word in CURRENCIES else OTHER_MARK


def _set_quotation_marks(tokens: Tokens, codes: list[str], offsets: frozenset[int], code: str) -> None:
    """Quotation marks are what the finder of quotations has found to be such."""
    token, starts = 0, tokens.starts
    for offset in sorted(offsets):
        token = bisect.bisect_left(starts, offset, token)
        if token < len(codes) and starts[token] == offset and not tokens.words[token][0].isalnum():
            codes[token] = code
