"""Names: every stretch of capitals that names somebody or something, with the title before it.

One pass over the shape. "Russian Foreign Minister Sergey Kell" is one mention whose name begins at
"Sergey"; a stretch that is all title ("the Foreign Minister") names nobody and has no parts.
"""

from __future__ import annotations

import re

from newsclaims.layers import Layers
from newsclaims.speakers.words import SpeakerWords

LONGEST_ROLE = 8
LONGEST_NAME = 8
HEADLINE_WORDS = 4


class Name:
    """One mention by name, as tokens: ``first`` to ``last`` with its title, ``start`` to ``last`` the bare name.

    ``parts`` are the words of the name in lower case, without suffix. ``title`` is the last word of the title
    before it ("minister"), ``role`` the tokens of the whole title. ``body`` says that it names an organisation,
    ``definite`` that it has an article, ``headline`` that it stands among words that are capitalised anyway.
    """

    __slots__ = ("body", "definite", "entity", "first", "headline", "last", "parts", "role", "sentence", "start", "tag", "title")

    def __init__(self, first: int, start: int, last: int, parts: tuple[str, ...], sentence: int, *, headline: bool) -> None:
        self.first = first
        self.start = start
        self.last = last
        self.parts = parts
        self.sentence = sentence
        self.headline = headline
        self.title: str | None = None
        self.role: tuple[int, int] | None = None
        self.tag: tuple[int, int] | None = None
        self.body = False
        self.definite = False
        self.entity = -1

    @property
    def end(self) -> int:
        """The last token of the name with the bracket after it."""
        return self.last if self.tag is None else self.tag[1] + 1


class NameReader:
    """Reads the names of one text."""

    def __init__(self, layers: Layers, words: SpeakerWords) -> None:
        self.words = words
        self.shape = layers.shape
        self.tokens = layers.tokens
        self.lower = layers.tokens.lower
        self.paragraphs = [paragraph for _, _, paragraph in layers.sentence_bounds]
        self.runs = re.compile("E+(?:“E{1,3}”E+)?")

    def read(self) -> list[Name]:
        """All names in text order."""
        out: list[Name] = []
        starts = self.tokens.sentence_starts
        scan, shape = self.runs.finditer, self.shape
        for sentence in range(len(starts) - 1):
            low, high = starts[sentence], starts[sentence + 1]
            if shape.find("E", low, high) < 0:
                continue
            headline = self._is_alone(sentence) and self._is_headline(low, high)
            done = low
            for run in scan(shape, low, high):
                if run.start() >= done:
                    name = self._name(run.start(), run.end(), low, high, sentence, headline=headline)
                    if name is not None:
                        out.append(name)
                        done = name.last + 1
        return out

    def _is_headline(self, low: int, high: int) -> bool:
        if high - low > 40:
            return False
        longer = [word for word in self.tokens.words[low:high] if len(word) > 3 and word[0].isalpha()]
        return len(longer) >= HEADLINE_WORDS and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)

    def _is_alone(self, sentence: int) -> bool:
        """Whether a sentence is a paragraph of its own, as headlines are."""
        paragraphs = self.paragraphs
        before = paragraphs[sentence - 1] if sentence else -1
        after = paragraphs[sentence + 1] if sentence + 1 < len(paragraphs) else -1
        return paragraphs[sentence] not in (before, after)

    def _name(self, first: int, end: int, low: int, high: int, sentence: int, *, headline: bool) -> Name | None:
        if end == first + 1 and first == low and self._is_common(self.lower[first]):
            return None
        end = self._whole(first, end, low, high)
        body = self._body_end(first, end, low, high) if end + 1 < high and self.shape[end] in "FI|" else 0
        end = max(end, body)
        start = self._after_title(first, end, low)
        parts = self._parts(start, end)
        name = Name(first, start, end - 1, parts, sentence, headline=headline)
        definite = start > low and self.shape[start - 1] == "D" and self.lower[start - 1] in self.words.definite
        name.definite = definite and (end >= high or self.shape[end] not in "NAG")
        bodies = self.words.bodies
        name.body = bool(body) or (bool(parts) and (parts[-1] in bodies or parts[0] in bodies))
        self._add_title(name, low)
        self._add_tag(name, high)
        return name

    def _is_common(self, word: str) -> bool:
        """A noun for people that has its capital from the head of the sentence: "Critics said"."""
        return word not in self.words.title_surnames and self.words.kind_of_noun(word) in ("person", "group")

    def _whole(self, first: int, end: int, low: int, high: int) -> int:
        """On over particles inside the name ("Ann de la Cruz", "Bashar al-Kell")."""
        lower, shape, particles = self.lower, self.shape, self.words.particles
        while end < high:
            word = lower[end]
            if word in particles and shape[end] != "E":
                after = end + 1
                while after < high and after < end + 3 and lower[after] in particles:
                    after += 1
                if after >= high or shape[after] != "E" or not self.tokens.words[end][0].islower():
                    break
                end = after
            elif shape[end] in "NY" and self._goes_on(end):
                end += 1
            elif shape[end] != "E":
                break
            while end < high and shape[end] == "E":
                end += 1
        return end

    def _goes_on(self, k: int) -> bool:
        """Whether a token that is no name by itself ends one: "al-Kell", "Theresa May"."""
        word, shape = self.lower[k], self.shape
        if shape[k] == "N" and self.words.begins_with_particle(word):
            return True
        return shape[k] == "Y" and word in self.words.calendar and self.tokens.words[k][0].isupper() and shape[k + 1 : k + 2] != "#"

    def _body_end(self, first: int, end: int, low: int, high: int) -> int:
        """The end of a body's name that goes on after "of", "on", "for", "&": "Commission on Public Debates"; 0 where it does not."""
        lower, shape, bodies, joints = self.lower, self.shape, self.words.bodies, self.words.joints
        out = 0
        while end + 1 < high:
            ampersand = shape[end] == "|" and lower[end] in joints
            if not ampersand and not (shape[end] in "FI" and lower[end] in joints and lower[end - 1] in bodies):
                break
            joint = end + 1
            if shape[joint] == "D":
                joint += 1
            stop = joint
            while stop < high and (
                shape[stop] == "E" or (shape[stop] in "&|" and lower[stop] in joints and shape[stop + 1 : stop + 2] == "E")
            ):
                if shape[stop] == "&" and lower[stop + 1] in self.words.title_heads:
                    break
                stop += 1
            if stop == joint:
                break
            end = out = stop
        return out

    def _after_title(self, first: int, end: int, low: int) -> int:
        """The first token of the bare name; ``end`` where the stretch is all title."""
        lower, words = self.lower, self.words
        last = end - 1
        while last > first and lower[last] in words.suffixes:
            last -= 1
        for k in range(min(last, first + LONGEST_NAME), first - 1, -1):
            if lower[k] not in words.title_heads:
                continue
            if k < last and lower[last] in words.bodies and lower[last] not in words.title_surnames:
                break
            if k == last and k > first and lower[k - 1] in words.address:
                continue
            if k < last and not self._is_given_name(first, k):
                return k + 1
            if k < last:
                continue
            if lower[k] in words.title_surnames and k > first and not self._is_title_before(first, k, low):
                continue
            if k == first and (lower[k] in words.title_surnames or lower[k] not in words.people) and not self._article(first, low):
                continue
            return end
        if (
            first > low + 1
            and self.shape[first - 1] == "F"
            and " ".join(lower[first - 2 : first + 1]) in words.titles_of
            and end > first + 1
        ):
            return first + 1
        return self._after_adjectives(first, end, low)

    def _is_given_name(self, first: int, k: int) -> bool:
        """Whether a title in front is a given name: "Don Vane", "Gov. Earl Vane"."""
        return self.lower[k] in self.words.title_given and (k == first or self.lower[k - 1].endswith("."))

    def _is_title_before(self, first: int, k: int, low: int) -> bool:
        """Whether a title that is a family name too is the title here: "the Roman Church Bishop"."""
        return self._article(first, low) or any(
            self.lower[j] in self.words.bodies or self.lower[j] in self.words.former for j in range(first, k)
        )

    def _article(self, first: int, low: int) -> bool:
        return first > low and self.shape[first - 1] in "DP"

    def _after_adjectives(self, first: int, end: int, low: int) -> int:
        """Past "Former" at the head of a sentence and past "Russian" before a whole name."""
        lower, words = self.lower, self.words
        start = first
        while end - start > 1 and (lower[start] in words.former or (start == low and lower[start] in words.plain)):
            start += 1
        if end - start > 2 and lower[start] in words.demonyms and lower[end - 1] not in words.bodies:
            start += 1
        return start

    def _parts(self, start: int, end: int) -> tuple[str, ...]:
        lower, shape, suffixes = self.lower, self.shape, self.words.suffixes
        out = [lower[k].replace("’", "'") for k in range(start, end) if shape[k] != "“" and shape[k] != "”" and lower[k] not in suffixes]
        return tuple(out)

    def _add_title(self, name: Name, low: int) -> None:
        """The title in capitals before the bare name, and the words before that: "former Orrel Mayor", "pollster"."""
        lower, shape, words = self.lower, self.shape, self.words
        k = self._title_head(name.start - 1, low)
        if k < low or not name.parts:
            return
        name.title = lower[k]
        first = name.start - 1
        while first > low and first > name.start - LONGEST_ROLE and (shape[first - 1] in "AEN#'F|n" or first - 1 >= k):
            first -= 1
        while first < name.start - 1 and shape[first] in "'F|n":
            first += 1
        name.first = min(name.first, first)
        if name.title not in words.address:
            while first < k and lower[first] in words.address:
                first += 1
            name.role = (first, name.start - 1)

    def _title_head(self, k: int, low: int) -> int:
        """The noun of the title that ends at token ``k``: "Secretary" of "Secretary of State"; -1 where there is no title."""
        lower, words = self.lower, self.words
        if k < low:
            return -1
        if lower[k] in words.title_heads:
            return -1 if self.shape[k] in "VvGn" else k
        if k > low + 1 and self.shape[k - 1] == "F":
            head = lower[k - 2]
            if " ".join(lower[k - 2 : k + 1]) in words.titles_of or (head in words.title_heads and self.shape[k] == "N"):
                return k - 2
        return -1

    def _add_tag(self, name: Name, high: int) -> None:
        """The bracket after a name: "(D-Ohio)", "(CPD)"."""
        at, shape = name.last + 1, self.shape
        if at + 2 < high and shape[at] == "(":
            stop = shape.find(")", at + 1, min(high, at + 6))
            if stop > at + 1:
                name.tag = (at + 1, stop - 1)
