"""Affiliations: the body that a role is held in, named after the noun of the role or before it."""

from __future__ import annotations

from newsclaims.grammar.word_classes import (
    ADJECTIVE,
    AND,
    DETERMINER,
    DETERMINERS,
    GENITIVE,
    NAME,
    NAME_JOINT,
    NAME_START,
    NOUN_OR_NAME,
    OF,
)
from newsclaims.layers import Layers
from newsclaims.speakers.source_classes import BODY_INSIDE, NUMBER_OR_ADVERB, ROLE_PHRASE_INSIDE
from newsclaims.speakers.words import SpeakerWords

Tokens = tuple[int, int]


class AffiliationReader:
    """Reads where a role is held off the words of one text."""

    def __init__(self, layers: Layers, words: SpeakerWords) -> None:
        self.words = words
        self.layers = layers
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.raw = layers.tokens.words

    def of_role(self, first: int, head: int, last: int) -> Tokens | None:
        """The phrase after "of", "for", "at" that follows the noun of a role, else the body named before it."""
        after = head + 1
        if after < last and self.lower[after] in self.words.affiliating:
            found = self.layers.mentions.after(after + 1, last + 1, attach=False)
            if found is not None and self._is_place(after, found.first, found.head):
                return self.past_article(found.first), self._without_next_role(found.first, found.last)
        return self.before(first, head)

    def _without_next_role(self, first: int, last: int) -> int:
        """The last token of a body before another role: "Orrel University | and an expert in tides", "the Port | and author"."""
        joint = self.shape.find(AND, first + 1, last)
        if joint < 0:
            return last
        other = self.shape[joint + 1] == DETERMINER or self.lower[joint + 1] in self.words.people
        return joint - 1 if other and any(word in self.words.people for word in self.lower[joint + 1 : last + 1]) else last

    def body_after(self, joint: int, high: int) -> Tokens | None:
        """The body named after "of", "from", "at": its last word is a noun for a body or letters, and it has a capital."""
        found = self.layers.mentions.after(joint + 1, high, attach=False)
        if found is None or found.first > joint + 1 or self.shape[found.head] not in NOUN_OR_NAME:
            return None
        first = self.past_article(found.first)
        letters = first == found.head and self.raw[first].isupper() and len(self.raw[first]) > 1
        named = self.raw[first][0].isupper() and self.lower[found.head] in self.words.bodies and first < found.head
        return (first, found.head) if letters or named else None

    def may_be_held(self, first: int, last: int, title: str | None) -> bool:
        """Whether the words before a name are a body: not "Foreign Affairs", not "Veteran Street Seller"; after a title more may be."""
        words = self.lower[first : last + 1]
        if self.words.portfolios.issuperset(words) or words[-1].endswith(self.words.age_ending):
            return False
        return title is not None or (words[-1] not in self.words.people and not self.words.bodies.isdisjoint(words))

    def before(self, first: int, last: int) -> Tokens | None:
        """The body named in a role that ends at token ``last``: "Orrel Port" of "the Orrel Port spokesman"."""
        lower, words = self.lower, self.words
        first = self._past_modifiers(first, last)
        stop = first
        while stop < last and self._goes_on(stop, last):
            stop += 1
            if self.shape[stop - 1] == GENITIVE:
                break
        end = stop - 1
        while end >= first and (self.shape[end] == GENITIVE or self._is_no_body(end, first)):
            end -= 1
        if end < first or not (self._is_capital(first, end) or (end > first and lower[end] in words.bodies)):
            return None
        return first, end

    def _is_capital(self, first: int, end: int) -> bool:
        """Whether a body is written with a capital of its own: "Orrel", not "Box cutter" where a sentence begins."""
        opens = first in (0, self.layers.tokens.sentence_starts[self.layers.tokens.sentence_at(first)])
        if opens and end == first and (self.shape[first] != NAME or self.lower[first] in self.words.bodies):
            return False  # “Fire ecologist”, “Bakery owner”
        return self.raw[first][0].isupper() and not (opens and end > first and self.raw[end].islower())

    def _past_modifiers(self, first: int, last: int) -> int:
        lower, shape, words = self.lower, self.shape, self.words
        first = self.past_article(first)
        while first < last and not self._opens_body(first, last):
            is_word = shape[first] == ADJECTIVE and lower[first] not in words.bodies
            if not (is_word or lower[first] in words.former or shape[first] in NUMBER_OR_ADVERB or self._is_former(first)):
                break
            first += 1
        return first

    def _opens_body(self, k: int, last: int) -> bool:
        """Whether a people's adjective or "State" opens the name of a body: "Velmian Foreign Ministry", "State Department"."""
        if not self.raw[k][0].isupper() or (self.lower[k] not in self.words.demonyms and self.lower[k] not in self.words.former):
            return False
        stop = k + 1
        while stop < last and self.raw[stop][0].isupper() and stop - k < 4:
            if self.lower[stop] in self.words.bodies:
                return True
            stop += 1
        return False

    def _is_former(self, k: int) -> bool:
        """Whether a word is hyphened to "ex" or "then": "Ex-Welsh"."""
        return "-" in self.lower[k] and self.lower[k].split("-", 1)[0] in self.words.former

    def _goes_on(self, k: int, last: int) -> bool:
        lower, words = self.lower, self.words
        if self.shape[k] in NAME_JOINT:
            return k + 1 < last and self.shape[k + 1] == NAME and lower[k + 1] not in words.title_heads
        capital = self.raw[k][0].isupper()
        return lower[k] not in words.title_heads and (self.shape[k] in BODY_INSIDE or capital)

    def _is_no_body(self, k: int, first: int) -> bool:
        """Whether a word at the end is what the office is for, or a common noun that names no body of its own."""
        if self.lower[k] in self.words.portfolios and (k == first or self.lower[k] not in self.words.bodies):
            return True
        if k > first:
            return False
        if self.lower[k].endswith(self.words.age_ending):
            return True
        owned = self.shape[k + 1] == GENITIVE
        common = self.lower[k] in self.words.bodies or self.lower[k] in self.words.demonyms
        return not self.raw[k][0].isupper() or (common and not owned)

    def _is_place(self, joint: int, first: int, head: int) -> bool:
        """Whether a role is held there: not "a professor of economics"."""
        if self.shape[joint] == OF and self.shape[first] not in NAME_START:
            return NAME in self.shape[first : head + 1] or self.lower[head] in self.words.bodies
        named = NAME in self.shape[first : head + 1] or self.lower[first] in self.words.definite
        return self.shape[head] in NOUN_OR_NAME and (named or self.lower[head] in self.words.bodies)

    def past_article(self, first: int) -> int:
        """Past the articles and owners at the head of a phrase."""
        while self.shape[first] in DETERMINERS and self.shape[first + 1] in ROLE_PHRASE_INSIDE:
            first += 1
        return first
