"""Labels of transcripts: "VANE: We will rebuild.", "Q: And then?"."""

from __future__ import annotations

import itertools

from newsclaims.grammar.cues import CueMatch, Form
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import has_finite
from newsclaims.grammar.word_classes import COLON, LABEL_PART, OPEN_QUOTE
from newsclaims.language import Language

LABEL_TOKENS = 5
FEWEST = 2  # one label alone is more often a heading ("UPDATE: ...") than a speaker


class LabelFinder:
    """Finds words in capitals, or names that come again, before a colon at the beginning of a sentence."""

    def __init__(self, language: Language) -> None:
        self.headings = language.words("heading_labels")

    def find(self, tokens: Tokens, shape: str) -> list[CueMatch]:
        """A cue for each label; its head is the colon, and the label itself is the source."""
        sentences = itertools.pairwise(tokens.sentence_starts)
        labels = [label for start, stop in sentences if (label := self._at(tokens, shape, start, stop)) is not None]
        capitals = [(first, colon) for first, colon in labels if all(_is_in_capitals(word) for word in tokens.words[first:colon])]
        found = capitals if len(capitals) >= FEWEST else self._names(tokens, shape, labels)
        return [self._cue(tokens, colon) for _, colon in found]

    def _at(self, tokens: Tokens, shape: str, start: int, stop: int) -> tuple[int, int] | None:
        """The first token of a label and its colon, where a sentence begins with them."""
        first = start + 1 if shape[start : start + 1] == OPEN_QUOTE else start
        colon = shape.find(COLON, first + 1, min(first + LABEL_TOKENS, stop))
        return (first, colon) if colon >= 0 and self._is_label(tokens.words[first:colon]) else None

    def _is_label(self, words: list[str]) -> bool:
        in_capitals = words[0][0].isupper() and all(word[0].isupper() or word in ".," for word in words[1:])
        return in_capitals and not any(word.lower() in self.headings for word in words)

    def _names(self, tokens: Tokens, shape: str, labels: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Names before a sentence, one of which comes again, as in an interview (Orla Vane: We will rebuild)."""
        named = [label for label in labels if shape[slice(*label)].strip(LABEL_PART) == ""]
        speaking = [tokens.words[first:colon] for first, colon in named if self._sentence_follows(tokens, shape, colon)]
        speakers = {" ".join(words) for words in speaking}
        return named if len(named) > FEWEST and 0 < len(speakers) < len(speaking) else []

    @staticmethod
    def _sentence_follows(tokens: Tokens, shape: str, colon: int) -> bool:
        stop = tokens.sentence_starts[tokens.sentence_at(colon) + 1]
        return has_finite(shape, colon, stop)

    @staticmethod
    def _cue(tokens: Tokens, colon: int) -> CueMatch:
        match = CueMatch(colon, colon, colon, ":", "say", frozenset(("label",)), Form.LABEL)
        match.sentence = tokens.sentence_at(colon)
        return match


def _is_in_capitals(word: str) -> bool:
    return word.isupper() or word in ".,"
