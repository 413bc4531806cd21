"""Empty "it": the pronoun that stands for nothing, and is read as it stands ("it is hard to say", "it took four hours to sail there")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaims.grammar.walking import past
from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    ADVERB,
    ADVERB_OR_NOT,
    BASE,
    BE,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NOUN,
    NUMBER,
    OF,
    PARTICIPLE,
    PERSONAL,
    PRONOUN,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
)

if TYPE_CHECKING:
    from newsclaims.claims.passage import Passage

VERB_OF_IT = re.compile(f"{PRONOUN}(?:[{MODAL}{DO}{HAVE}{ADVERB_OR_NOT}]{{0,4}})(?=[{VERB}{BASE}{PARTICIPLE}])")
EMPTY = re.compile(
    f"[{PERSONAL}](?:(?:{MODAL}?[{ADVERB_OR_NOT}]{{0,2}}{BE})?[{ADVERB_OR_NOT}]{{0,2}}{ADJECTIVE}[{TO}{THAT}{WH}]"
    f"|[{MODAL}{HAVE}{ADVERB_OR_NOT}]{{0,3}}{BE}[{BE}{ADVERB_OR_NOT}]{{0,2}}{PARTICIPLE}{THAT})"
)
IS = re.compile(f"{PRONOUN}[{MODAL}{HAVE}{ADVERB_OR_NOT}]{{0,3}}{BE}[{BE}{ADVERB_OR_NOT}]{{0,2}}")
SPENT = re.compile(
    f"[{DETERMINER}{ADVERB}{ADJECTIVE}]{{0,3}}(?:[{NUMBER}{TIME}]{{1,3}}|{NOUN}{OF})[{NOUN}{TIME}{ADJECTIVE}{DETERMINER}]{{0,4}}{TO}{BASE}"
)
"""What it takes to do something: "four hours to sail there", "a lot of work to"."""


class EmptyIt:
    """Tells, in one text, where "it" stands for nothing."""

    def __init__(self, passage: Passage) -> None:
        self._layers = passage.layers
        self._lower = passage.lower
        self._verbs = passage.language.words("empty_it_verbs")
        self._spending = passage.language.words("empty_it_spending")
        self._predicates = [tuple(words.split()) for words in passage.language.words("empty_it_predicates")]

    def at(self, token: int) -> bool:
        """Whether the "it" at a token stands for nothing."""
        shape = self._layers.shape
        if EMPTY.match(shape, token) is not None:
            return True
        is_so = IS.match(shape, token)
        if is_so is not None and any(self._says(words, is_so.end()) for words in self._predicates):
            return True
        verb = VERB_OF_IT.match(shape, token)
        if verb is None:
            return False
        lemma = self._layers.lemma(verb.end())
        return lemma in self._verbs or (lemma in self._spending and SPENT.match(shape, verb.end() + 1) is not None)

    def _says(self, words: tuple[str, ...], at: int) -> bool:
        at = past(self._layers.shape, at, len(self._lower), DETERMINER)
        return tuple(self._lower[at : at + len(words)]) == words
