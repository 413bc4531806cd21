"""Agreement: which pronouns can stand for a phrase ("she" for a woman, "they" for several, "it" for one thing)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsclaims.claims.clause_classes import DESCRIBED_STOP
from newsclaims.claims.passage import Passage
from newsclaims.grammar.walking import until
from newsclaims.grammar.word_classes import AND, NAME, NOUN, NUMBER
from newsclaims.model import Speaker, SpeakerKind
from newsclaims.speakers.words import speaker_words

PHRASES = re.compile(f"[{NOUN}{NAME}]+")
PEOPLE = frozenset(("male", "female"))
ANYTHING = frozenset(("male", "female", "thing", "things"))
SEVERAL = frozenset(("things",))
BODY = frozenset(("thing", "things"))
ONE_THING = frozenset(("thing",))


class Agreement:
    """Reads off one text which pronouns can stand for its phrases; ``named`` are the speakers by the last word of their mentions."""

    def __init__(self, passage: Passage, named: Mapping[str, Speaker]) -> None:
        self._passage = passage
        self._named = named
        self._words = speaker_words(passage.language)

    def pronouns(self, first: int, last: int) -> frozenset[str]:
        """The kinds of pronouns ("male", "female", "thing", "things") that can stand for the phrase of the tokens first to last."""
        shape, lower = self._passage.shape, self._passage.lower
        head = self._head(first, last)
        if AND in shape[first:head]:
            return SEVERAL
        if shape[head] == NAME:
            return self._of_name(first, head)
        word = lower[head]
        gender = self._words.genders.get(word)
        if gender is not None:
            return frozenset((gender,))
        kind = self._words.kind_of_noun(word)
        if kind == "person":
            return PEOPLE
        if kind == "organization":
            return BODY
        return SEVERAL if kind == "group" or self._words.is_plural(word) or shape[first] == NUMBER else ONE_THING

    def any(self, first: int, stop: int, kind: str) -> bool:
        """Whether a pronoun of a kind can stand for a noun among some tokens."""
        found = PHRASES.finditer(self._passage.shape, first, stop)
        return any(kind in self.pronouns(other.start(), other.end() - 1) for other in found)

    def _head(self, first: int, last: int) -> int:
        """The last token of a phrase before what is tied to it: "mayor" of "the mayor of Orrel"."""
        return max(first, until(self._passage.shape, first + 1, last + 1, DESCRIBED_STOP) - 1)

    def _of_name(self, first: int, head: int) -> frozenset[str]:
        lower = self._passage.lower
        speaker = self._named.get(lower[head])
        if speaker is not None:
            if speaker.kind is SpeakerKind.PERSON:
                return PEOPLE if speaker.gender is None else frozenset((speaker.gender,))
            return BODY
        genders = [self._words.genders[word] for word in lower[first:head] if word in self._words.genders]
        if genders:
            return frozenset(genders[:1])
        if not self._words.title_heads.isdisjoint(lower[first:head]):
            return PEOPLE
        kind = self._words.kind_of_noun(lower[head])
        if kind == "group" or self._words.is_people(lower[head]):
            return SEVERAL
        return ANYTHING if kind is None and lower[head] not in self._words.places else BODY
