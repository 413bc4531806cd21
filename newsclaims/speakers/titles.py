"""Titles: which words before a name are its title, by the lists and by what the text itself shows.

A rank or a trade that no list has ("Supt Farrow", "Volcanologist Lund") looks like a given name. The text gives it away:
somebody of that family name has another given name, and the word is short for the title of that one or stands in the text
as a common noun. :func:`learn_titles` collects such words; the names are then read again with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from newsclaims.grammar.word_classes import DETERMINERS, NOUN, OF, VERB_FORM
from newsclaims.layers import Layers
from newsclaims.speakers.words import SpeakerWords

if TYPE_CHECKING:
    from newsclaims.speakers.name import Name

LONGEST_NAME = 8
MOST_NAMESAKES = 12  # names of one family name that are compared
SHORTEST_NAME_WITH_LETTERS = 2  # words; "Vane MP" may as well be a member for Vane


class TitleReader:
    """Tells the words of titles from those of names in one text; ``learnt`` are titles that only this text shows."""

    def __init__(self, layers: Layers, words: SpeakerWords, learnt: Set[str] = frozenset()) -> None:
        self.words = words
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.raw = layers.tokens.words
        self.learnt = learnt
        self._kin = words.kin_capitals
        self._heads = words.title_heads
        self._exact = words.abbreviations.keys() | learnt if learnt else words.abbreviations.keys()

    def is_title(self, k: int) -> bool:
        """Whether a token is a title, or the last word of one."""
        word = self.raw[k]
        if word in self._kin:
            return k > 0 and self.shape[k - 1] in DETERMINERS
        return self.lower[k] in self._heads or word in self._exact

    def without_letters(self, first: int, end: int, low: int) -> int:
        """The end of a stretch without the letters after a name: "Orla Vane KC", "Orla Vane MP"."""
        last = end - 1
        while last > first and (self.lower[last] in self.words.suffixes or self._is_honour(first, last, low)):
            last -= 1
        return last + 1

    def without_honours(self, first: int, end: int, low: int) -> int:
        """The same, but "Jr." and "III", which tell one from another, stay."""
        last = end - 1
        while last > first and self._is_honour(first, last, low):
            last -= 1
        return last + 1

    def _is_honour(self, first: int, last: int, low: int) -> bool:
        if self.raw[last] not in self.words.letters or self._article(first, low):
            return False
        named = sum(not self.is_title(k) and self.raw[k] not in self.words.letters for k in range(first, last))
        return named >= SHORTEST_NAME_WITH_LETTERS or (named > 0 and last - first > named)

    def after_title(self, first: int, end: int, low: int) -> int:
        """The first token of the bare name in a stretch; ``end`` where the stretch is all title."""
        last = self.without_letters(first, end, low) - 1 if end - first > 1 else first
        raw, lower, heads, exact, kin = self.raw, self.lower, self._heads, self._exact, self._kin
        for k in range(min(last, first + LONGEST_NAME), first - 1, -1):
            if (lower[k] not in heads and raw[k] not in exact and raw[k] not in kin) or not self.is_title(k):
                continue
            start = self._last_title(k, first, last, end, low)
            if start is None:
                break
            if start >= 0:
                return start
        start = self.after_joint(first, end, low)
        return self._after_adjectives(first, end, low) if end - first > 1 and start == first else start

    def after_joint(self, first: int, end: int, low: int) -> int:
        """Past the first word of a stretch where that ends a title with "of": "Secretary of State | Orla Vane"."""
        joint = first > low + 1 and self.shape[first - 1] == OF and self._is_jointed(first, end)
        return first + 1 if joint else first

    def _last_title(self, k: int, first: int, last: int, end: int, low: int) -> int | None:
        """Where the bare name begins if token ``k`` ends the title; -1 if it does not end one; ``None`` if there is no title at all."""
        lower, words = self.lower, self.words
        if k < last:
            if lower[last] in words.bodies and lower[last] not in words.title_surnames:
                return None
            return -1 if self._is_given_name(first, k) else k + 1
        surname = lower[k] in words.title_surnames
        if lower[k] in words.callings and self._ends_name(k, first):
            return -1
        if k == first:
            return -1 if (surname or lower[k] not in words.people) and not self._article(first, low) else end
        if lower[k - 1] in words.address:
            return -1
        return -1 if surname and (self._is_given(k - 1) or not self._is_title_before(first, k, low)) else end

    def _ends_name(self, k: int, first: int) -> bool:
        """Whether a noun for people is a family name after a given one: "Orla Hunter", not "Former Orla Hunter"."""
        return k > first and self._is_given(k - 1) and (k - 1 == first or self._is_given(k - 2) or self.is_title(k - 2))

    def _is_given(self, k: int) -> bool:
        return self.lower[k] in self.words.given and not self.is_title(k)

    def _is_jointed(self, first: int, end: int) -> bool:
        """Whether the first word of a stretch ends a title with "of": "Secretary of State Orla Vane"."""
        return end > first + 1 and " ".join(self.lower[first - 2 : first + 1]) in self.words.titles_of

    def _is_given_name(self, first: int, k: int) -> bool:
        """Whether a title in front is a given name: "Don Vane", "Gov. Earl Vane"."""
        return self.lower[k] in self.words.title_given and (k == first or self.lower[k - 1].endswith("."))

    def _is_title_before(self, first: int, k: int, low: int) -> bool:
        """Whether a title that is a family name too is the title here: "the Roman Church Bishop"."""
        return self._article(first, low) or any(
            self.lower[j] in self.words.bodies or self.lower[j] in self.words.former for j in range(first, k)
        )

    def _article(self, first: int, low: int) -> bool:
        return first > low and self.shape[first - 1] in DETERMINERS

    def _after_adjectives(self, first: int, end: int, low: int) -> int:
        """Past "Former" at the head of a sentence and past "Russian" before a whole name."""
        lower, words = self.lower, self.words
        start = first
        while end - start > 1 and (lower[start] in words.former or (start == low and lower[start] in words.plain)):
            start += 1
        if end - start > 2 and lower[start] in words.demonyms and lower[end - 1] not in words.bodies:
            start += 1
        return start

    def head_before(self, k: int, low: int) -> int:
        """The noun of the title that ends at token ``k``: "Secretary" of "Secretary of State"; -1 where there is no title."""
        lower, words = self.lower, self.words
        if k < low:
            return -1
        if self.is_title(k):
            return -1 if self.shape[k] in VERB_FORM else k
        if k > low + 1 and self.shape[k - 1] == OF:
            head = lower[k - 2]
            if " ".join(lower[k - 2 : k + 1]) in words.titles_of or (head in words.title_heads and self.shape[k] == NOUN):
                return k - 2
        return -1


def learn_titles(names: Iterable[Name], layers: Layers, words: SpeakerWords) -> frozenset[str]:
    """The first words of names that are titles, as written."""
    names = [name for name in names if len(name.parts) > 1 and not name.body]
    bearers = _by_family_name(names)
    raw, lower = layers.tokens.words, layers.tokens.lower
    common: set[str] = set()
    learnt: set[str] = set()
    for name in names:
        word, first = raw[name.start], lower[name.start]
        if word in learnt or len(name.parts) > 2 or _is_of_a_name(word, first, words):
            continue
        others = [other for other in bearers[name.parts[-1]].values() if _is_whole(other, name, words)]
        if not others:
            continue
        common = common or _common_nouns(layers)
        if first in common or any(_is_short_for(word, other, lower) for other in others):
            learnt.add(word)
    return frozenset(learnt)


def _is_of_a_name(word: str, lower: str, words: SpeakerWords) -> bool:
    """Whether a word that begins a name is known to belong to it: "de", "Orla", not "DI"."""
    return lower in words.particles or (lower in words.given and not word.isupper())


def _by_family_name(names: Iterable[Name]) -> dict[str, dict[tuple[str, str | None], Name]]:
    """A bounded number of names of each family name, one for each first word and title."""
    bearers: dict[str, dict[tuple[str, str | None], Name]] = {}
    for name in names:
        namesakes = bearers.setdefault(name.parts[-1], {})
        if len(namesakes) < MOST_NAMESAKES:
            namesakes.setdefault((name.parts[0], name.title), name)
    return bearers


def _common_nouns(layers: Layers) -> set[str]:
    """The nouns of a text that stand there in small letters."""
    raw, lower = layers.tokens.words, layers.tokens.lower
    return {lower[k] for k, code in enumerate(layers.shape[: len(raw)]) if code == NOUN and raw[k].islower()}


def _is_whole(other: Name, name: Name, words: SpeakerWords) -> bool:
    """Whether another name of the same family has a given name of its own."""
    first, own = other.parts[0], name.parts[0]
    return first != own and len(first.rstrip(".")) > 1 and len(own.rstrip(".")) > 1 and (first in words.given or other.title is not None)


def _is_short_for(word: str, other: Name, lower: list[str]) -> bool:
    """Whether a word is short for the title of a name: "Supt" for "Superintendent", "DI" for "Detective Inspector"."""
    if other.role is None:
        return False
    role = lower[other.role[0] : other.role[1] + 1]
    short = word.lower().rstrip(".")
    if len(short) < 2 or not role:
        return False
    initials = "".join(part[0] for part in role)
    return initials.endswith(short) or any(part != short and is_abbreviation(short, part) for part in role)


def is_abbreviation(short: str, word: str) -> bool:
    """Whether the letters of a short form stand in a longer word in their order, and its first letter is the first there."""
    letters = iter(word)
    return len(short) < len(word) and short[:1] == word[:1] and all(letter in letters for letter in short)
