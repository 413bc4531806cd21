"""Labels of transcripts: "VANE: We will rebuild.", "Q: And then?"."""

from __future__ import annotations

from newsclaims.find.cues import CueMatch, Form
from newsclaims.find.tokens import Tokens
from newsclaims.language import Language

LABEL_TOKENS = 5
FEWEST = 2  # one label alone is more often a heading ("UPDATE: ...") than a speaker


class LabelFinder:
    """Finds words in capitals before a colon, at the beginning of a sentence, where a text has several."""

    def __init__(self, language: Language) -> None:
        self.headings = language.words("heading_labels")

    def find(self, tokens: Tokens, shape: str) -> list[CueMatch]:
        """A cue for each label; its head is the colon, and the label itself is the source."""
        found = [match for start in tokens.sentence_starts[:-1] if (match := self._at(tokens, shape, start)) is not None]
        return found if len(found) >= FEWEST else []

    def _at(self, tokens: Tokens, shape: str, start: int) -> CueMatch | None:
        first = start + 1 if shape[start : start + 1] == "“" else start
        for colon in range(first + 1, min(first + LABEL_TOKENS, len(shape))):
            if shape[colon] == ":":
                return self._label(tokens, first, colon)
            if not tokens.words[colon].isupper() and tokens.words[colon] not in ".,":
                return None
        return None

    def _label(self, tokens: Tokens, first: int, colon: int) -> CueMatch | None:
        words = tokens.words[first:colon]
        if not words[0].isupper() or not words[0][0].isalpha() or any(word.lower() in self.headings for word in words):
            return None
        match = CueMatch(colon, colon, colon, ":", "say", frozenset(("label",)), Form.PHRASE)
        match.sentence = tokens.sentence_at(colon)
        return match
