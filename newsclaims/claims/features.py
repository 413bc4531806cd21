"""Features: the few named things a piece of text is weighed by."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece
from newsclaims.grammar.word_classes import (
    ADVERB_OR_NOT,
    BE,
    CLAUSE_OPENER,
    DO,
    FINITE,
    HAVE,
    MODAL,
    NAME,
    OPEN_QUOTE,
    PARTICIPLE,
    PRONOUN,
    THAT,
    VERB,
    WH,
)
from newsclaims.language import Language
from newsclaims.language.inflection import forms
from newsclaims.model import Date, Quantity, QuantityKind

if TYPE_CHECKING:
    from newsclaims.spans import Span

WEAK = frozenset((QuantityKind.ORDINAL, QuantityKind.AGE, QuantityKind.NUMBER))
PAST = "past"
REGULAR_PAST = "ed"
LENGTHS = ["up to 6 words"] * 7 + ["7 to 11 words"] * 5 + ["12 to 20 words"] * 9 + ["21 to 30 words"] * 10
LONGEST = "over 30 words"
BETWEEN = f"[{ADVERB_OR_NOT}{PRONOUN}]{{0,3}}"
PERFECT = f"{HAVE}{BETWEEN}{PARTICIPLE}"
PASSIVE = f"{BE}{BETWEEN}{PARTICIPLE}"
FIRST_VERBS = {
    VERB: "first verb: in the present or past",
    BE: "first verb: be",
    HAVE: "first verb: have",
    MODAL: "first verb: a modal",
    DO: "first verb: do",
}
BEGINNINGS = {
    **dict.fromkeys(PRONOUN + THAT, "begins with a pronoun"),
    **dict.fromkeys(FINITE, "begins with a verb"),
    **dict.fromkeys(CLAUSE_OPENER + WH, "begins with a subordinate clause"),
}


class FeatureReader:
    """Reads the features of pieces with the words of a language."""

    def __init__(self, language: Language) -> None:
        table = {word: tuple(value.split(" | ")) for word, value in language.table("claim_words").items()}
        self._names = {word: names for word, names in table.items() if " " not in word}
        self._pairs = {tuple(words.split()): names for words, names in table.items() if " " in words}
        self._perfect, self._passive = re.compile(PERFECT).search, re.compile(PASSIVE).search
        self._first_verb = re.compile(f"[{''.join(FIRST_VERBS)}]").search
        self._heads = frozenset(first for first, _ in self._pairs)
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        listed = [word for word in self._names if word in language.words("verbs") or word in irregular]
        for base in listed:
            for form in forms(base, irregular, doubling):
                self._names.setdefault(form, self._names[base])
        regular = {word for word in self._names.keys() - language.words("verbs") if word.endswith(REGULAR_PAST)}
        for word in ({value.split()[0] for value in irregular.values()} - set(irregular)) | regular:
            self._names[word] = (*self._names.get(word, ()), PAST)

    def read(
        self, passage: Passage, piece: Piece, quantities: Sequence[Quantity], dates: Sequence[Date], topics: Sequence[Span]
    ) -> frozenset[str]:
        """The names of the features that a piece has."""
        words, classes = passage.words(piece), passage.classes(piece)
        found: set[str] = set()
        names = self._names
        for word in words:
            if word in names:
                found.update(names[word])
            elif word.endswith(REGULAR_PAST):
                found.add(PAST)
        if not self._heads.isdisjoint(words):
            self._add_pairs(found, words)
        self._count(found, quantities, dates, topics)
        self._add_shape(found, classes)
        found.add(LENGTHS[len(words)] if len(words) < len(LENGTHS) else LONGEST)
        found.add(f"form: {piece.form}")
        if piece.owner != OWN:
            found.update(passage.source_features(piece.owner))
            if passage.layers.quoted[piece.first]:
                found.add("in quotation marks")
        return frozenset(found)

    def _add_pairs(self, found: set[str], words: list[str]) -> None:
        for pair in itertools.pairwise(words):
            if pair in self._pairs:
                found.update(self._pairs[pair])

    @staticmethod
    def _count(found: set[str], quantities: Sequence[Quantity], dates: Sequence[Date], topics: Sequence[Span]) -> None:
        for quantity in quantities:
            found.add(f"{quantity.kind.value}")
            if quantity.kind not in WEAK:
                found.add("several quantities" if "a quantity" in found else "a quantity")
        for date in dates:
            found.add("a date" if not date.relative else "a day named from the day of the report")
        if topics:
            found.add("a topic")
            if len(topics) > 1:
                found.add("several words of a topic")

    def _add_shape(self, found: set[str], classes: str) -> None:
        if "E" in classes[1:]:
            found.add("a name")
            if NAME + NAME in classes:
                found.add("a full name")
        if HAVE in classes and self._perfect(classes):
            found.add("present perfect")
        if BE in classes:
            found.add("is")
            if self._passive(classes):
                found.add("passive")
        if OPEN_QUOTE in classes:
            found.add("words in quotation marks")
        verb = self._first_verb(classes)
        found.add("no verb" if verb is None else FIRST_VERBS[verb[0]])
        if classes[0] in BEGINNINGS:
            found.add(BEGINNINGS[classes[0]])
