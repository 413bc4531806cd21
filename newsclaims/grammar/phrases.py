"""Cue phrases without a verb: "in the words of", "in the view of", "per"."""

from __future__ import annotations

import itertools
from typing import cast

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import TAG_FRAMES, CueMatch, Form
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import VERB_FORM
from newsclaims.language import Language


class PhraseFinder:
    """Finds the phrases of ``cue_phrases.tsv`` by their first word."""

    def __init__(self, language: Language) -> None:
        self.phrases: dict[str, list[tuple[list[str], Category]]] = {}
        for phrase, category in language.table("cue_phrases").items():
            words = phrase.split()
            self.phrases.setdefault(words[0], []).append((words, cast("Category", category)))

    def find(self, tokens: Tokens, shape: str) -> list[CueMatch]:
        """A cue for each phrase, in text order; its head is its first word, which must be no verb."""
        firsts = itertools.compress(range(len(tokens)), map(self.phrases.__contains__, tokens.lower))
        return [match for i in firsts if shape[i] not in VERB_FORM and (match := self._at(tokens, i)) is not None]

    def _at(self, tokens: Tokens, i: int) -> CueMatch | None:
        for words, category in self.phrases[tokens.lower[i]]:
            if tokens.lower[i : i + len(words)] == words:
                match = CueMatch(i, i + len(words) - 1, i, " ".join(words), category, TAG_FRAMES, Form.PHRASE)
                match.sentence = tokens.sentence_at(i)
                return match
        return None
