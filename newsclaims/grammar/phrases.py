"""Cue phrases without a verb: "in the words of", "in the view of", "per"."""

from __future__ import annotations

from typing import cast

from newsclaims.grammar.category import Category
from newsclaims.grammar.cues import TAG_FRAMES, CueMatch, Form
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.word_classes import VERB_FORM
from newsclaims.language import Language


class PhraseFinder:
    """Finds the phrases of ``cue_phrases.tsv`` by their longest word, which is the rarest."""

    def __init__(self, language: Language) -> None:
        self.phrases: dict[str, list[tuple[int, list[str], Category]]] = {}
        for phrase, category in language.table("cue_phrases").items():
            words = phrase.split()
            longest = max(words, key=len)
            self.phrases.setdefault(longest, []).append((words.index(longest), words, cast("Category", category)))

    def find(self, tokens: Tokens, shape: str) -> list[CueMatch]:
        """A cue for each phrase, in text order; its head is its first word, which must be no verb."""
        found: dict[int, CueMatch] = {}
        for at in tokens.places(self.phrases.keys()):
            match = self._around(tokens, at)
            if match is not None and shape[match.head] not in VERB_FORM:
                found.setdefault(match.head, match)
        return [found[i] for i in sorted(found)]

    def _around(self, tokens: Tokens, at: int) -> CueMatch | None:
        """The cue of the first phrase that has the word at a token in it."""
        for before, words, category in self.phrases[tokens.lower[at]]:
            i = at - before
            if i >= 0 and tokens.lower[i : i + len(words)] == words:
                match = CueMatch(i, i + len(words) - 1, i, " ".join(words), category, TAG_FRAMES, Form.PHRASE)
                match.sentence = tokens.sentence_at(i)
                return match
        return None
