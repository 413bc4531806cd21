"""Features: the few named things a piece of text is weighed by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from newsclaims.claims.passage import Passage
from newsclaims.claims.pieces import OWN, Piece
from newsclaims.find.inflection import forms
from newsclaims.language import Language
from newsclaims.model import Date, Quantity, QuantityKind

if TYPE_CHECKING:
    from newsclaims.spans import Span

WEAK = frozenset((QuantityKind.ORDINAL, QuantityKind.AGE, QuantityKind.NUMBER))
LENGTHS = ((6, "up to 6 words"), (11, "7 to 11 words"), (20, "12 to 20 words"), (30, "21 to 30 words"))
LONGEST = "over 30 words"
PERFECT = regex.compile("H[RXp]{0,3}n")
PASSIVE = regex.compile("B[RXp]{0,3}n")


class FeatureReader:
    """Reads the features of pieces with the words of a language."""

    def __init__(self, language: Language) -> None:
        self._names = {word: tuple(value.split(" | ")) for word, value in language.table("claim_words").items()}
        irregular, doubling = language.table("irregular_verbs"), language.words("doubling_verbs")
        listed = [word for word in self._names if word in language.words("verbs") or word in irregular]
        for base in listed:
            for form in forms(base, irregular, doubling):
                self._names.setdefault(form, self._names[base])
        self._past = frozenset(value.split()[0] for value in irregular.values()) | {"was", "were", "had", "did"}

    def read(
        self, passage: Passage, piece: Piece, quantities: Sequence[Quantity], dates: Sequence[Date], topics: Sequence[Span]
    ) -> frozenset[str]:
        """The names of the features that a piece has."""
        words, classes = passage.words(piece), passage.classes(piece)
        found: set[str] = set()
        names = self._names
        for word in words:
            for name in names.get(word, ()):
                found.add(name)
        self._count(found, quantities, dates, topics)
        self._shape(found, words, classes)
        found.add(_length(words))
        found.add(f"form: {piece.form}")
        if piece.owner != OWN:
            found.add("said by a source")
            quote = passage.quotes[piece.owner]
            if passage.layers.quoted[piece.first]:
                found.add("in quotation marks")
            if quote.cue is not None:
                found.add(f"after {quote.cue.category}")
        return frozenset(found)

    @staticmethod
    def _count(found: set[str], quantities: Sequence[Quantity], dates: Sequence[Date], topics: Sequence[Span]) -> None:
        for quantity in quantities:
            found.add(f"{quantity.kind.value}")
            if quantity.kind not in WEAK:
                found.add("a quantity")
        for date in dates:
            found.add("a date" if not date.relative else "a day named from the day of the report")
        if topics:
            found.add("a topic")
            if len(topics) > 1:
                found.add("several words of a topic")

    def _shape(self, found: set[str], words: list[str], classes: str) -> None:
        if "E" in classes[1:]:
            found.add("a name")
            if "EE" in classes:
                found.add("a full name")
        if any(code in "VBHO" and (word in self._past or word.endswith("ed")) for code, word in zip(classes, words, strict=True)):
            found.add("past")
        if PERFECT.search(classes):
            found.add("present perfect")
        if PASSIVE.search(classes):
            found.add("passive")
        if "B" in classes:
            found.add("is")
        if "“" in classes:
            found.add("words in quotation marks")
        if not any(code in "VBHMO" for code in classes):
            found.add("no verb")
        if classes[0] == "p" or classes[0] == "T":
            found.add("begins with a pronoun")
        elif classes[0] in "VBHMO":
            found.add("begins with a verb")
        elif classes[0] in "Isfaw":
            found.add("begins with a subordinate clause")


def _length(words: list[str]) -> str:
    count = sum(word[0].isalnum() for word in words)
    for most, name in LENGTHS:
        if count <= most:
            return name
    return LONGEST
