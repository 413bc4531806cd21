"""A word that can be of two classes, and the steps that decide which: named questions to its neighbours, asked in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsclaims.grammar.word_classes import (
    ADVERB,
    CLOSE_QUOTE,
    NOT,
    OPEN_QUOTE,
    words_of_class,
)
from newsclaims.language import Language

PASSED_OVER = ADVERB + CLOSE_QUOTE + OPEN_QUOTE
"""A neighbour is looked for past these."""
PASSED_OVER_AFTER = PASSED_OVER + NOT


class ChoiceWords:
    """The words of a language that steps ask for."""

    def __init__(
        self,
        language: Language,
        *,
        lemmas: dict[str, str],
        invariant: frozenset[str],
        telling: frozenset[str],
        tag_cues: frozenset[str],
        that_cues: frozenset[str],
        clause_cues: frozenset[str],
    ) -> None:
        self.articles = language.words("articles")
        self.indefinite_articles = language.words("indefinite_articles")
        self.ages = tuple(language.words("age_endings"))
        self.standing = language.words("standing_determiners")
        self.before_be = language.words("words_before_contracted_be")
        self.channels = language.words("speech_channels")
        self.focus_adverbs = language.words("focus_adverbs")
        self.phrases = frozenset(tuple(lemma.split()) for lemma in language.table("cues") if " " in lemma)
        self.agents = words_of_class(language, "by")
        self.under = words_of_class(language, "under")
        self.whose = words_of_class(language, "possessive-relative")
        self.invariant = invariant
        self.telling = telling
        self.lemmas = lemmas
        self.tag_cues = tag_cues
        self.that_cues = that_cues
        self.clause_cues = clause_cues


class Word:
    """A word that can be of two classes, with what stands around it in its sentence.

    ``before`` is the class, already chosen, of the nearest token before it that is no adverb and no quotation mark; ``after``
    the raw class of the next such token.
    """

    __slots__ = ("after", "before", "first", "i", "lower", "raw", "stop", "words")

    def __init__(self, lower: list[str], raw: list[str], words: ChoiceWords) -> None:
        self.lower = lower
        self.raw = raw
        self.words = words
        self.first = self.stop = self.i = 0
        self.before = self.after = ""

    @property
    def next(self) -> str:
        """The raw class of the token right after; nothing at the end of the sentence."""
        return self.raw[self.i + 1] if self.i + 1 < self.stop else ""

    def lemma(self, shift: int = 0) -> str | None:
        """The base form of the word, or of one near it, where it is a form of a known verb."""
        return self.words.lemmas.get(self.lower[self.i + shift])

    def is_any(self, words: frozenset[str], shift: int = 0) -> bool:
        """Whether the word, or one near it in the sentence, is one of these."""
        return self.i + shift < self.stop and self.lower[self.i + shift] in words


class Step(NamedTuple):
    """A named question to the neighbours of a word, with the class where the answer is yes, or the steps that decide then.

    ``where`` are the only classes before the word after which it is asked, ``then`` the only ones after it; any where there are none.
    """

    name: str
    holds: Callable[[Word], bool]
    gives: str = ""
    steps: tuple[Step, ...] = ()
    where: str = ""
    then: str = ""


def asked_between(steps: tuple[Step, ...], class_before: str, class_after: str) -> tuple[tuple[Step, ...], Step]:
    """The steps that can decide a word between two classes, in order, and the one that does if none of them holds."""
    asked: list[Step] = []
    for step in steps:
        if (step.where and class_before not in step.where) or (step.then and class_after not in step.then):
            continue
        if step.steps:
            more, last = asked_between(step.steps, class_before, class_after)
            return (*asked, *more), last
        if step.holds is always:
            return tuple(asked), step
        asked.append(step)
    raise AssertionError("the last step always holds")


def always(word: Word) -> bool:
    """The question of a step that decides wherever it is asked."""
    return True
