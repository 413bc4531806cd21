"""Names: every stretch of capitals that names somebody or something, with the title before it.

One pass over the shape. "Russian Foreign Minister Sergey Kell" is one mention whose name begins at
"Sergey"; a stretch that is all title ("the Foreign Minister") names nobody and has no parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from newsclaims.grammar.labels import LETTERS
from newsclaims.grammar.walking import back_over, past
from newsclaims.grammar.word_classes import (
    AND,
    CLOSE_BRACKET,
    COMMON_WORD,
    DETERMINER,
    NAME,
    NOUN,
    NUMBER,
    OF,
    OPEN_BRACKET,
    OPEN_QUOTE,
    QUOTE_MARKS,
    TIME,
    TITLE_ENDS_IN,
)
from newsclaims.layers import Layers
from newsclaims.speakers.bearers import BearerReader
from newsclaims.speakers.body_names import BodyReader
from newsclaims.speakers.headlines import Headlines
from newsclaims.speakers.name import Name
from newsclaims.speakers.source_classes import BEFORE_MORE_THAN_NAME, BODY_GOES_ON, MORE_THAN_NAME, NO_ROLE_START, ROLE_INSIDE
from newsclaims.speakers.titles import TitleReader, learn_titles
from newsclaims.speakers.words import SpeakerWords, folded

LONGEST_ROLE = 8


class NameReader:
    """Reads the names of one text."""

    def __init__(self, layers: Layers, words: SpeakerWords) -> None:
        self.words = words
        self.layers = layers
        self.titles = TitleReader(layers, words)
        self.bearers = BearerReader(layers, words, self.titles)
        self.shape = layers.shape
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.headlines = Headlines(layers)
        self.bodies = BodyReader(layers, words, self.titles)
        self._inner: frozenset[str] | None = None
        self._marked: Set[str] = words.no_bare_names
        self.runs = re.compile("EE*(?:“E{1,3}”E+)?")  # it begins with one letter, for which re looks fast

    def read(self) -> list[Name]:
        """All names in text order; sentences with titles that no list has, but the text shows, are read a second time."""
        names = self._read(range(len(self.tokens.sentence_starts) - 1))
        learnt = learn_titles(names, self.layers, self.words)
        if not learnt:
            return names
        self.titles = TitleReader(self.layers, self.words, learnt)
        self._marked = self._marked | {title.lower() for title in learnt}
        self.bearers = BearerReader(self.layers, self.words, self.titles)
        self.bodies = BodyReader(self.layers, self.words, self.titles)
        titled = {self.tokens.sentence_at(k) for k in self.tokens.places({word.lower() for word in learnt})}
        kept = [name for name in names if name.sentence not in titled]
        return sorted([*kept, *self._read(sorted(titled))], key=lambda name: name.first)

    def _read(self, sentences: Iterable[int]) -> list[Name]:
        out: list[Name] = []
        starts, labels = self.tokens.sentence_starts, self.layers.label_sentences
        scan, shape = self.runs.finditer, self.shape
        for sentence in sentences:
            low, high = starts[sentence], starts[sentence + 1]
            done = shape.find(NAME, low, high)
            if done < 0:
                continue
            if done == low and sentence in labels and self.lower[low] in LETTERS:  # "Q. Did it hold?"
                done += 1
            headline = self.headlines.has(sentence)
            for run in scan(shape, done, high):
                first, end = run.span()
                if first >= done:
                    name = self._name(first, end, low, high, sentence, headline=headline)
                    if name is not None:
                        out.append(name)
                        done = name.last + 1
        return out

    def _name(self, first: int, end: int, low: int, high: int, sentence: int, *, headline: bool) -> Name | None:
        words = self.lower[first:end]
        bare = end - first < 3 and self._marked.isdisjoint(words) and words[0].isascii() and words[-1].isascii()
        if bare and self._stands_alone(first, end, low, high):  # as most do
            return Name(first, first, end - 1, tuple(words), sentence, headline=headline)
        if end == first + 1 and self._is_no_name(first, low):
            return None
        whole, body = self._end(first, end, low, high)
        if bare and whole == end:
            start = self.titles.after_joint(first, end, low)
            name = Name(first, start, end - 1, tuple(self.lower[start:end]), sentence, headline=headline)
            self._add_title(name, low)
        else:
            name = self._with_more(first, whole, low, sentence, body=body, headline=headline)
        if name.start > low and self.shape[name.start - 1] == DETERMINER:
            name.definite = self._is_definite(name.start, whole, high)
        if whole + 2 < high and self.shape[whole] == OPEN_BRACKET:
            self._add_tag(name, high)
        return name

    def _with_more(self, first: int, end: int, low: int, sentence: int, *, body: bool, headline: bool) -> Name:
        """The name in a stretch that may begin with a title or end in letters; ``body`` says that it goes on as that of a body."""
        inside = self.bearers.within(first, end, low) if end - first > 2 else 0
        start = inside or self.titles.after_title(first, end, low)
        bare = self._without_honours(start, end, low)
        parts = self._parts(start, bare)
        name = Name(first, start, end - 1, parts, sentence, headline=headline)
        name.bare = bare - 1
        name.body = (body and not inside) or not self.words.bodies.isdisjoint((*parts[:1], *parts[-1:]))
        if inside and not self.titles.is_title(inside - 1):
            self._add_held_title(name, low)
        else:
            self._add_title(name, low)
        return name

    def _without_honours(self, start: int, end: int, low: int) -> int:
        """The end of a name without letters after it: "Orla Vane KC"."""
        honoured = start < end and self.tokens.words[end - 1] in self.words.letters
        return self.titles.without_honours(start, end, low) if honoured else end

    def _stands_alone(self, first: int, end: int, low: int, high: int) -> bool:
        """Whether one word or two are a name and nothing more: no title before them, nothing that goes on with them."""
        shape, lower = self.shape, self.lower
        if first > low and (shape[first - 1] in BEFORE_MORE_THAN_NAME or lower[first - 1] in self._marked):
            return False
        if end < high:
            after = lower[end]
            if shape[end] in MORE_THAN_NAME or after in self.words.particles or (shape[end] == NOUN and "-" in after):
                return False
        return first > low or end > first + 1 or not self._is_common(lower[first])

    def _end(self, first: int, end: int, low: int, high: int) -> tuple[int, bool]:
        """Where the name ends that begins with a stretch of capitals, and whether it goes on as that of a body."""
        if end < high and (self.shape[end] in TITLE_ENDS_IN or self.lower[end] in self.words.particles):
            end = self._whole(first, end, high)
        body = self.bodies.end(first, end, low, high) if end + 1 < high and self.shape[end] in BODY_GOES_ON else 0
        return (body, True) if body else (end, False)

    def _is_definite(self, start: int, end: int, high: int) -> bool:
        """Whether "the" stands before a name that is the whole phrase: not "the Vane campaign"."""
        return self.lower[start - 1] in self.words.definite and (end >= high or self.shape[end] not in COMMON_WORD)

    def _is_no_name(self, k: int, low: int) -> bool:
        """Whether a single word with a capital is none: a pronoun after a missing stop, a common word that begins its sentence."""
        word, raw = self.lower[k], self.tokens.words[k]
        if word in self.words.pronouns and (raw[1:].islower() or raw == "I"):
            return True
        return k == low and self._is_common(word)

    def _is_common(self, word: str) -> bool:
        """A noun for people, or an adverb, that has its capital from the head of the sentence: "Critics said", "Newly built"."""
        if word in self.words.title_surnames:
            return False
        if self.words.kind_of_noun(word) in ("person", "group"):
            return True
        return word.endswith(self.words.adverb_endings) and word not in self.words.given and word.capitalize() not in self._inner_capitals()

    def _inner_capitals(self) -> frozenset[str]:
        """The words that have a capital within a sentence."""
        if self._inner is None:
            starts = set(self.tokens.sentence_starts)
            self._inner = frozenset(word for k, word in enumerate(self.tokens.words) if word[0].isupper() and k not in starts)
        return self._inner

    def _whole(self, first: int, end: int, high: int) -> int:
        """On over particles inside the name ("Ann de la Cruz", "Bashar al-Kell")."""
        lower, shape, particles = self.lower, self.shape, self.words.particles
        while end < high:
            word = lower[end]
            if word in particles and shape[end] != NAME:
                after = end + 1
                while after < high and after < end + 3 and lower[after] in particles:
                    after += 1
                if after >= high or shape[after] != NAME or not self.tokens.words[end][0].islower():
                    break
                end = after
            elif shape[end] in TITLE_ENDS_IN and self._goes_on(end):
                end += 1
            elif shape[end] != NAME:
                break
            end = past(shape, end, high, NAME)
        return end

    def _goes_on(self, k: int) -> bool:
        """Whether a token that is no name by itself ends one: "al-Kell", "Theresa May"."""
        word, shape = self.lower[k], self.shape
        if shape[k] == NOUN and self.words.begins_with_particle(word):
            return True
        return shape[k] == TIME and word in self.words.calendar and self.tokens.words[k][0].isupper() and shape[k + 1 : k + 2] != NUMBER

    def _parts(self, start: int, end: int) -> tuple[str, ...]:
        lower, shape, suffixes = self.lower, self.shape, self.words.suffixes
        parts = lower[start:end]
        if not suffixes.isdisjoint(parts) or shape.find(OPEN_QUOTE, start, end) >= 0:
            parts = [lower[k] for k in range(start, end) if shape[k] not in QUOTE_MARKS and lower[k] not in suffixes]
        return tuple([part if part.isascii() else folded(part) for part in parts])

    def _add_title(self, name: Name, low: int) -> None:
        """The title in capitals before the bare name, and the words before that: "former Orrel Mayor", "pollster"."""
        lower, words = self.lower, self.words
        k = self.titles.head_before(name.start - 1, low)
        if k < low or not name.parts:
            return
        name.title = lower[k]
        first = self._role_start(name.start, k, low)
        name.first = min(name.first, first)
        last = name.start - 1
        if lower[last] in words.courtesy:
            if last > first and self.titles.is_title(last - 1):
                name.office, name.role = last - 1, (first, last - 1)
        elif words.noun_of(name.title) not in words.address:
            while first < k and lower[first] in words.address:
                first += 1
            name.role = (first, last)
        if name.first - 2 > low:
            self._add_office(name, low)

    def _role_start(self, start: int, head: int, low: int) -> int:
        """Where the role begins whose noun is token ``head``: "Orrel Port founder and chief"; "the feet of | captain" is none."""
        shape, first = self.shape, start - 1
        while first > low and first > start - LONGEST_ROLE and (shape[first - 1] in ROLE_INSIDE or first - 1 >= head):
            first -= 1
        joint = shape.rfind(OF, first, head)
        if joint > first and not self.titles.is_title(joint - 1):
            first = joint + 1
        elif first - 2 > low and shape[first - 1] == AND and self.titles.is_title(first - 2):
            first = self.bearers.title_start(first - 2, low)
        while first < start - 1 and (shape[first] in NO_ROLE_START or self.lower[first] in self.words.joints):
            first += 1
        return first

    def _add_office(self, name: Name, low: int) -> None:
        """The office with its body before another title: "Leader of the Opposition Dr Ell", "Minister of Health Senator Ell"."""
        shape, first = self.shape, name.first
        if shape[first - 1] == DETERMINER and name.title in self.words.address and self.titles.is_title(first - 2):
            first = back_over(shape, first - 2, low, NAME)
        head = self.bearers.title_before(first, low)
        stop = next((k for k in range(first, name.start) if self.titles.is_title(k)), first)
        if head >= 0 and stop > first:
            name.office, name.held = head, (first, stop - 1)
            name.first = self.bearers.title_start(head, low)
            name.role = (name.first, stop - 1)

    def _add_held_title(self, name: Name, low: int) -> None:
        """The title before a body before the bare name: "Director of the Orrel Port"."""
        if name.first == name.start - 1 and self.lower[name.first] in self.words.kin:  # "Mum Orla Vane"
            name.title, name.role = self.lower[name.first], (name.first, name.first)
            return
        name.held = (name.first, name.start - 1)
        head = self.bearers.title_before(name.first, low)
        if head >= 0:
            name.title = self.lower[head]
            name.first = self.bearers.title_start(head, low)
            name.role = (name.first, head)

    def _add_tag(self, name: Name, high: int) -> None:
        """The bracket after a name: "(D-Ohio)", "(CPD)"."""
        at = name.last + 1
        stop = self.shape.find(CLOSE_BRACKET, at + 1, min(high, at + 6))
        if stop > at + 1:
            name.tag = (at + 1, stop - 1)
