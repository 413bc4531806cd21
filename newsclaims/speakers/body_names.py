"""Names of bodies: where one goes on after "of", "for", "&", "and"."""

from __future__ import annotations

from newsclaims.grammar.walking import past, past_one
from newsclaims.grammar.word_classes import AND, ANY_PREPOSITION, DETERMINER, DETERMINERS, GENITIVE, NAME, NAME_JOINT, OF, OTHER_MARK
from newsclaims.layers import Layers
from newsclaims.speakers.titles import TitleReader
from newsclaims.speakers.words import SpeakerWords

BEFORE_ONE_BODY = DETERMINERS + GENITIVE
"""Before these words with "and" between them are one body's name: "the World Ferry and Harbour Council"; people have no article."""
SHORTEST_PART = 2  # words before "and": of "the Kremlin and Foreign Ministry" each is a body


class BodyReader:
    """Finds the end of a body's name in one text."""

    def __init__(self, layers: Layers, words: SpeakerWords, titles: TitleReader) -> None:
        self.words = words
        self.titles = titles
        self.shape = layers.shape
        self.lower = layers.tokens.lower

    def end(self, first: int, end: int, low: int, high: int) -> int:
        """Where the body's name ends that begins with a stretch of capitals and goes on after it; 0 where it does not."""
        return self._of_two(first, end, low, high) if self.shape[end] == AND else self._with_parts(end, high)

    def _with_parts(self, end: int, high: int) -> int:
        """The end of a name that goes on after "of", "on", "for", "&": "Commission on Public Debates"."""
        lower, shape, bodies, joints = self.lower, self.shape, self.words.bodies, self.words.joints
        out = 0
        while end + 1 < high:
            ampersand = shape[end] == OTHER_MARK and lower[end] in joints
            goes_on = lower[end - 1] in bodies or (out > 0 and shape[end] == OF)  # "Office for the Coordination | of Harbour Affairs"
            if not ampersand and not (shape[end] in ANY_PREPOSITION and lower[end] in joints and goes_on):
                break
            joint = past_one(shape, end + 1, high, DETERMINER)
            stop = joint
            while stop < high and self._is_inside(stop):
                stop += 1
            if stop == joint:
                break
            end = out = stop
        return out

    def _is_inside(self, k: int) -> bool:
        """Whether a token belongs to the name of a body: a name, or the "and", "&" before one that is no title."""
        shape, lower = self.shape, self.lower
        if shape[k] == NAME:
            return True
        joins = shape[k] in NAME_JOINT and lower[k] in self.words.joints and shape[k + 1 : k + 2] == NAME
        return joins and not (shape[k] == AND and lower[k + 1] in self.words.title_heads)

    def _of_two(self, first: int, end: int, low: int, high: int) -> int:
        """The end of a name with an "and": "the World Ferry and Harbour Council", "Velmia's Arden Rope and Cable Co."."""
        lower, bodies = self.lower, self.words.bodies
        stop = past(self.shape, end + 1, high, NAME)
        if end - first < SHORTEST_PART or stop == end + 1 or lower[stop - 1] not in bodies or lower[end - 1] in bodies:
            return 0
        one = first > low and self.shape[first - 1] in BEFORE_ONE_BODY
        return stop if one and not any(map(self._is_of_person, range(first, end))) else 0

    def _is_of_person(self, k: int) -> bool:
        """Whether a word of a name is a person's: a given name, a title."""
        return self.lower[k] in self.words.given or self.titles.is_title(k)
