"""Sources: the words that name a source, taken apart: pronoun, name, noun, or several in a row."""

from __future__ import annotations

import bisect
from typing import Literal, TypeAlias

from newsclaims.grammar.walking import past, until
from newsclaims.grammar.word_classes import (
    AND,
    ANY_PREPOSITION,
    APPOSED_STOP,
    ASIDE_OPENING,
    CLOSE_QUOTE,
    COMMA,
    COUNTED_START,
    DESCRIBING,
    DETERMINERS,
    GENITIVE,
    MODIFIER,
    NAME,
    NOUN,
    NOUN_OR_NAME,
    NUMBER,
    OTHER_MARK,
    PARTICIPLES,
    POSSESSIVE,
    SOURCE_LEAD,
    SOURCE_TAIL,
)
from newsclaims.layers import Layers
from newsclaims.speakers.name import Name
from newsclaims.speakers.source_classes import CORE_STOP, SOURCE_HEAD
from newsclaims.speakers.words import SpeakerWords

MOST_MEMBERS = 12
LONGEST_LIST = 120
LONGEST_AFTER_MARKS = 24
MOST_BEFORE_NAME = 6  # tokens of a title
TITLES_BEFORE = 3  # names that a title joined by “and” is looked for in

SourceForm: TypeAlias = Literal["pronoun", "name", "noun", "several", "other"]
"""What the words of a source are built on."""


class Source:
    """The words of one source, tokens ``first`` to ``last``.

    ``form`` is "pronoun", "name", "noun", "several" or "other"; ``head`` the token the phrase is built on; ``name``
    the name it holds as its head or its appositive; ``members`` the parts of "Vane and Kell"; ``owner`` the name or
    pronoun token before a possessive ("Vane's lawyer").
    """

    __slots__ = ("first", "form", "head", "last", "members", "name", "plural", "word")

    def __init__(
        self, first: int, last: int, head: int, form: SourceForm, word: str, name: Name | None = None, *, plural: bool = False
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.form = form
        self.word = word
        self.name = name
        self.plural = plural
        self.members: tuple[Source, ...] = ()


class SourceReader:
    """Takes the sources of one text apart."""

    def __init__(self, layers: Layers, words: SpeakerWords, names: list[Name]) -> None:
        self.words = words
        self.shape = layers.shape
        self.lower = layers.tokens.lower
        self.raw = layers.tokens.words
        self.names = names
        self.starts = [name.start for name in names]

    def read(self, first: int, last: int) -> Source:
        """The source in tokens ``first`` to ``last`` (inclusive)."""
        lower, shape = self.lower, self.shape
        first = past(shape, first, last, SOURCE_LEAD)
        while last > first and (shape[last] in SOURCE_TAIL or lower[last] in self.words.endings):
            last -= 1
        first = self._after_marks(first, last)
        word = lower[first]
        if first == last and word in self.words.pronouns and (shape[first] != NAME or is_pronoun(self.raw[first])):
            return Source(first, last, first, "pronoun", word)
        several = self._several(first, last)
        if several is not None:
            return several
        return self._single(first, last)

    def _after_marks(self, first: int, last: int) -> int:
        """Past a title in quotation marks that belongs to the words before: “Face to Face,” Orla Vane."""
        for k in range(last - 1, max(first, last - LONGEST_AFTER_MARKS), -1):
            if (self.shape[k] == CLOSE_QUOTE or self.raw[k] in ("''", '"')) and any(
                name.end == last for name in self.names_in(k + 1, last)
            ):
                return first if self._inside_name(k) else k + 1
        return first

    def names_in(self, first: int, last: int) -> list[Name]:
        """The names that begin in tokens ``first`` to ``last``."""
        return self.names[bisect.bisect_left(self.starts, first) : bisect.bisect_right(self.starts, last)]

    # ------------------------------------------------------------------ one source

    def _parts(self, first: int, last: int, cuts: list[int]) -> list[Source]:
        """The parts of a list between its joints and commas."""
        stretches = zip([first, *(k + 1 for k in cuts)], [*cuts, last + 1], strict=True)
        return [self._single(begin, end) for at, k in stretches for begin, end in self._by_comma(at, k - 1)]

    def _is_member(self, part: Source) -> bool:
        """Whether a part of a list is one of several: a name, or a noun that is no appositive."""
        return part.form == "name" or (part.form == "noun" and self.shape[part.first - 1] != COMMA)

    def _single(self, first: int, last: int) -> Source:
        end = self._core_end(first, last)
        inside = self.names_in(first, last)
        name = next((name for name in inside if self._ends_in(name, end)), None)
        if name is not None and len(name.parts) == 1 and self.words.is_people(name.parts[0]):
            return Source(first, last, name.last, "noun", self.lower[name.last], plural=True)
        if name is not None and name.parts:
            return Source(first, last, name.last, "name", self.lower[name.last], name)
        head = self._head(first, end)
        owned = is_owned(self.shape, first, head) and self.lower[head] in self.words.people
        apposed = self._apposed(end + 1, last, inside, owned=owned)
        if apposed is None and self.lower[head] in self.words.bodies:
            apposed = self._body_apposed(end + 1, last)
        if apposed is not None and self.shape[head] in SOURCE_HEAD:
            return Source(first, last, head, "name", self.lower[head], apposed)
        if self.shape[head] not in SOURCE_HEAD:
            return Source(first, last, head, "other", self.lower[head])
        return Source(first, last, head, "noun", self.lower[head], plural=self._is_plural(first, head))

    def _head(self, first: int, end: int) -> int:
        """The noun of a phrase, without what stands behind it: "general" of "the attorney general designate"."""
        head = end
        while (
            head > first
            and self.shape[head] in MODIFIER
            and self.shape[head - 1] in DESCRIBING
            and self.lower[head] not in self.words.people
        ):
            head -= 1
        return head

    def _ends_in(self, name: Name, end: int) -> bool:
        """Whether the phrase that ends at a token ends in a name, or in words that describe one."""
        if name.last < end:
            return all(self.shape[k] in MODIFIER for k in range(name.last + 1, end + 1))
        return name.last == end or name.start <= end

    def _core_end(self, first: int, last: int) -> int:
        """The last token of the phrase without what is attached to it."""
        shape = self.shape
        names = self.names_in(first, min(last, first + 16))
        k = first
        while k <= last:
            k = max((name.last for name in names if name.first <= k < name.last), default=k)
            if k < last and shape[k + 1] in CORE_STOP and k >= first:
                return k
            if k < last and shape[k + 1] in PARTICIPLES and shape[k] in NOUN_OR_NAME:
                return k
            k += 1
        return last

    def _apposed(self, at: int, last: int, names: list[Name], *, owned: bool) -> Name | None:
        """The name after the noun: "his lawyer, Orla Vane,", "the minister (Orla Vane)"; nothing but a title may stand between."""
        shape = self.shape
        while at <= last:
            comma = until(shape, at, last + 1, ASIDE_OPENING)
            if comma >= last:
                return None
            for name in names:
                if (
                    name.parts
                    and (owned or len(name.parts) > 1 or name.title is not None)
                    and name.first <= comma + 1 <= name.start
                    and not name.body
                ):
                    closed = name.last >= last or shape[name.last + 1] in APPOSED_STOP
                    return name if closed else None
            at = comma + 1
        return None

    def _body_apposed(self, comma: int, last: int) -> Name | None:
        """The body named after a noun for it: "The growers' union, the OFU"."""
        if comma + 2 > last or self.shape[comma] != COMMA or self.lower[comma + 1] not in self.words.definite:
            return None
        return next((name for name in self.names_in(comma + 2, comma + 2) if name.parts and name.last >= last), None)

    def _is_plural(self, first: int, head: int) -> bool:
        word = self.lower[head]
        if self.shape[first] == NUMBER and self.lower[first] not in self.words.ones and head > first and self.shape[head] == NOUN:
            return True
        return self.words.is_plural(word)

    # ------------------------------------------------------------------ several

    def _several(self, first: int, last: int) -> Source | None:
        """ "Vane and Kell", "Mr. Vane, Ms. Kell and the ministry": parts that each end in a name, one of them at least."""
        limit = min(last, first + LONGEST_LIST)
        cuts = [k for k in range(first + 1, limit) if self._joins(k) and not self._inside_name(k)]
        if not cuts or self._is_apposed_to_the_end(first, cuts):
            return None
        parts = self._parts(first, last, cuts)
        if len(parts) < 2 or not self._is_list(parts) or self._is_one(parts) or self._is_work_of_several(parts):
            return None
        members = [part for part in parts if self._is_member(part)]
        if len(members) < 2 or not any(part.form == "name" for part in members):
            return None
        source = Source(first, last, last, "several", "", plural=True)
        source.members = tuple(members[:MOST_MEMBERS])
        return source

    def _is_apposed_to_the_end(self, first: int, cuts: list[int]) -> bool:
        """Whether the "and" stands in what a name is: "Vane, a fellow at the institute and a co-founder of the centre"."""
        name = next((name for name in self.names_in(first, cuts[0]) if name.first <= first or name.start == first), None)
        after = cuts[-1] + 1
        if name is None or not name.parts or self.shape[name.last + 1] != COMMA or self.shape[cuts[-1] - 1] == COMMA:
            return False
        if not any(self.lower[k] in self.words.people for k in range(name.last + 2, cuts[0])):
            return False
        following = next((other for other in self.names_in(after, after + MOST_BEFORE_NAME) if other.first <= after), None)
        return following is None or not self._is_persons(following)

    def _is_persons(self, name: Name) -> bool:
        """Whether a name is likely a person's."""
        return not name.body and bool(name.parts) and (name.title is not None or name.parts[0] in self.words.given)

    def _is_one(self, parts: list[Source]) -> bool:
        """Whether two roles are of one: "Nimbi founder and chief executive Orla Vane", not "the founder and Orla Vane"."""
        role, named = parts[0], parts[-1]
        if len(parts) != 2 or role.form != "noun" or role.plural or role.word not in self.words.people:
            return False
        return self.shape[role.first] not in COUNTED_START and named.name is not None and named.name.title is not None

    def _is_work_of_several(self, parts: list[Source]) -> bool:
        """Whether the names are of whom one thing or person is of: "a survey by Tarn and Orrel", not "a survey and Orrel".

        So of a body, too: "a spokesman for the Mills and Quays Association", not "a spokesman for the mill and Tom Kell".
        """
        first = parts[0]
        if self.shape[first.head + 1] not in ANY_PREPOSITION or first.head >= first.last:
            return False
        if first.word in self.words.spokes and not first.plural:
            return not any(part.form == "noun" or (part.name is not None and self._is_persons(part.name)) for part in parts[1:])
        return first.word in self.words.papers and not any(part.form == "noun" and part.word in self.words.papers for part in parts[1:])

    def _joins(self, k: int) -> bool:
        return self.shape[k] == AND or (self.shape[k] == OTHER_MARK and self.lower[k] in self.words.joints)

    def _is_list(self, parts: list[Source]) -> bool:
        """No relative clause, no "a poet and critic" between: the last part is a name or has its own article."""
        if parts[0].form not in ("name", "noun") or any(part.form == "other" or self._is_joined_bare(part) for part in parts):
            return False
        tail = parts[-1]
        return tail.form == "name" or self.shape[tail.first] in DETERMINERS

    def _is_joined_bare(self, part: Source) -> bool:
        """Whether a noun goes on after "and" without an article, in a phrase: "the head of search | and rescue agency"."""
        return part.form == "noun" and not part.plural and self.shape[part.first - 1] == AND and self.shape[part.first] not in COUNTED_START

    def _by_comma(self, first: int, last: int) -> list[tuple[int, int]]:
        out = []
        at = first
        for k in range(first, last + 1):
            if self.shape[k] == COMMA:
                if k > at:
                    out.append((at, k - 1))
                at = k + 1
        if at <= last:
            out.append((at, last))
        return out

    def _inside_name(self, k: int) -> bool:
        after = bisect.bisect_right(self.starts, k)
        titled = any(name.held is not None and name.first < k for name in self.names[after : after + TITLES_BEFORE])
        return titled or any(name.start < k < name.last for name in self.names[max(0, after - 1) : after])


def is_owned(shape: str, first: int, head: int) -> bool:
    """Whether a phrase has an owner before its noun, so that a given name will do to tell who it is: "her mother, Fiona"."""
    return shape[first] == POSSESSIVE or GENITIVE in shape[first:head]


def is_pronoun(word: str) -> bool:
    """Whether a pronoun with a capital is written as one, and not as letters: "He", not "IT"."""
    return word[1:].islower() or word == "I"
