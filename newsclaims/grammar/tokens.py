"""Tokens: one scan of the text into words, numbers and marks, each with its offsets.

A possessive or contracted ``'s`` is a token of its own ("Kuleba" + "’s"), a negated auxiliary is not
("didn't"); the period of an abbreviation belongs to its word ("Gen."), that of a sentence does not.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import operator
import re
from array import array
from collections.abc import Callable, Collection, Sequence
from typing import Any

from newsclaims.grammar.remembered import Remembered
from newsclaims.readable import FILLER

Columns = tuple["array[int]", "array[int]", "array[int]"]
"""Where each token begins and ends, and the first token of each sentence."""

PARTS = 4
"""So many things are told of each token by :class:`Spellings`."""
NEAR = 64  # tokens
CLOSERS = "”’\"')]»›"
CLITIC = "(?:[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM])"
PATTERN = rf"""(
    (?! [hHwW] (?:[tT][tT][pP][sS]?://|[wW][wW]\.) )
    [^\W_]+
    (?: (?: [-&/_{FILLER}] | \.-? | ['’](?!{FILLER}{{0,9}}{CLITIC}\b){FILLER}{{0,9}} | (?<=\d),(?=\d) | (?<=\d)–(?=\d) ) [^\W_]+ )* %*
  | ['’]{FILLER}{{0,9}}{CLITIC}\b
  | [@\#]\w+
  | \.{{2,}} | -{{2,}} | `` | ''
  | (?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.) [^\s<>"“”]+
  | \S{FILLER}{{0,9}}
)"""
# Every repeat is over a class that the next part cannot begin with, so nothing is ever read twice. Words come first,
# and letters are spelled in both cases: a fifth faster than with the flag for it.


@functools.cache
def token_pattern() -> re.Pattern[str]:
    """The compiled pattern of one token, which is its only group; compiled at first use."""
    return re.compile(PATTERN, re.VERBOSE)


class Tokens:
    """The tokens of a text as parallel columns: offsets, the word, and the word in lower case.

    The text is read as ``readable`` gives it; the words have no ``FILLER`` in them.

    ``sentence_starts[k]`` is the index of the first token of sentence ``k``; a last entry closes the
    list, so the tokens of sentence ``k`` are ``range(sentence_starts[k], sentence_starts[k + 1])``.
    ``sentence_of[i]`` is the sentence that holds token ``i``. ``alone[i]`` is what ``spellings`` tell of the class of token ``i``;
    there is nothing in it where they were not given, or do not know the words.
    """

    __slots__ = ("_columns", "_distinct", "alone", "ends", "lower", "sentence_of", "sentence_starts", "starts", "words")

    def __init__(self, text: str, sentences: Sequence[tuple[int, int, int]], spellings: Spellings | None = None) -> None:
        known = spellings or _plain_spellings()
        inside, at_end = known.inside.__getitem__, known.at_end.__getitem__
        parts: list[Any] = []  # the width of a token, the word, the word in lower case, and its class by turns
        counts: list[int] = []
        done = last = 0
        for start, end, _ in sentences:
            sentence = text[start:end]
            between = sentence.split()  # no token has a space in it: each of these is read by itself, and only where it is new
            if between and " ".join(between) == sentence:
                final = between.pop()
                for token_parts in map(inside, between):
                    parts += token_parts
                parts += at_end(final)
            elif between:
                parts += known.of_widely_set(sentence)
                start, end = start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
            if len(parts) > done:
                parts[done] = start - last + len(parts[done + 1])
                last = end
            counts.append((len(parts) - done) // PARTS)
            done = len(parts)
        self.words, self.lower, self.alone = parts[1::PARTS], parts[2::PARTS], parts[3::PARTS] if spellings else []
        self.ends = list(itertools.accumulate(parts[::PARTS]))
        self.starts = list(map(operator.sub, self.ends, map(len, self.words)))
        if FILLER in text:
            self.alone = []
            self.words = [word.replace(FILLER, "") or word for word in self.words]
            self.lower = [word.replace(FILLER, "") or word for word in self.lower]
        self._distinct = frozenset(self.lower)
        self._columns: Columns | None = None
        self._set_sentences(list(itertools.accumulate(counts, initial=0)))

    def _set_sentences(self, sentence_starts: list[int]) -> None:
        self.sentence_starts, self.sentence_of = sentence_starts, list[int]()
        for number, (first, stop) in enumerate(itertools.pairwise(sentence_starts)):
            self.sentence_of += [number] * (stop - first)

    def columns(self) -> Columns:
        """All that is needed to make these tokens again with :meth:`of_columns`, without the words; the same arrays for all who ask."""
        if self._columns is None:
            self._columns = array("I", self.starts), array("I", self.ends), array("I", self.sentence_starts)
        return self._columns

    @classmethod
    def of_columns(cls, text: str, columns: Columns) -> Tokens:
        """The tokens of a text that were read before."""
        tokens, kept = cls.__new__(cls), dict[str, str]()
        starts, ends, sentence_starts = columns
        tokens.starts, tokens.ends, tokens.alone, tokens._columns = list(starts), list(ends), [], columns
        words = [text[start:end].replace(FILLER, "") or FILLER for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        tokens.words = list(map(kept.setdefault, words, words))  # a word that comes often is one object
        tokens._set_sentences(list(sentence_starts))
        tokens.lower = [kept.setdefault(word.lower(), word.lower()) for word in tokens.words]
        tokens._distinct = frozenset(tokens.lower)
        return tokens

    def __len__(self) -> int:
        return len(self.words)

    def first_at(self, offset: int, after: int = 0) -> int:
        """The index of the first token that starts at or after a character offset; it is ``after`` or a later one, most likely near it."""
        near = after + NEAR
        if near < len(self.starts) and self.starts[near] >= offset:
            return bisect.bisect_left(self.starts, offset, after, near)
        return bisect.bisect_left(self.starts, offset, after)

    def places(self, words: Collection[str]) -> list[int]:
        """The indices of the tokens that are one of some words in lower case, of which a text has few or none."""
        here = self._distinct.intersection(words)  # with "&" the keys of a dict would take twenty times as long
        return list(itertools.compress(range(len(self.lower)), map(here.__contains__, self.lower))) if here else []

    def sentence_at(self, index: int) -> int:
        """The index of the sentence that holds the token."""
        return self.sentence_of[index]


class Spellings:
    """What stands between two spaces, taken apart once: its tokens, with what each is by itself.

    Of each token there are its width, with the space before the first one, the word, the word in lower case, and its class.
    """

    __slots__ = ("_class_of", "at_end", "inside")

    def __init__(self, class_of: Callable[[str], str]) -> None:
        self._class_of = class_of
        split = token_pattern().split
        self.inside = Remembered(lambda between: self._parts(_with_abbreviations(split(between)[1::2], full_stop=False)))
        self.at_end = Remembered(lambda between: self._parts(_with_abbreviations(split(between)[1::2], full_stop=True)))

    def _parts(self, tokens: list[str]) -> tuple[Any, ...]:
        parts = list[Any]()
        for token in tokens:
            lower = token.lower()
            parts += (len(token), token, token if lower == token else lower, self._class_of(token))
        parts[0] += 1
        return tuple(parts)

    def of_widely_set(self, sentence: str) -> list[Any]:
        """The parts of the tokens of a sentence in which not just one space stands between words."""
        pieces, parts = _gaps().split(sentence), list[Any]()
        final = len(pieces) - 1 if pieces[-1] else len(pieces) - 3
        for at in range(0, final + 1, 2):
            if pieces[at]:
                first = len(parts)
                parts += self.inside[pieces[at]] if at < final else self.at_end[pieces[at]]
                parts[first] += len(pieces[at - 1]) - 1 if at else -1
        return parts


@functools.cache
def _plain_spellings() -> Spellings:
    return Spellings(lambda word: "")


@functools.cache
def _gaps() -> re.Pattern[str]:
    return re.compile(r"(\s+)")


def _with_abbreviations(tokens: list[str], *, full_stop: bool) -> list[str]:
    """The tokens between two spaces, each period given to the word before it ("Gen" + "."), but no full stop."""
    at, final = 0, _full_stop(tokens) if full_stop else -1
    while at < len(tokens):
        if tokens[at] == "." and at > 0 and at != final and tokens[at - 1][-1].isalnum():
            tokens[at - 1] += "."
            del tokens[at]
            final -= 1
        else:
            at += 1
    return tokens


def _full_stop(tokens: list[str]) -> int:
    """The token that ends a sentence, which closing marks can follow."""
    at = len(tokens) - 1
    while at > 0 and not tokens[at].strip(CLOSERS):
        at -= 1
    return at
