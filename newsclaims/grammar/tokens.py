"""Tokens: one scan of the text into words, numbers and marks, each with its offsets.

A possessive or contracted ``'s`` is a token of its own ("Kuleba" + "’s"), a negated auxiliary is not
("didn't"); the period of an abbreviation belongs to its word ("Gen."), that of a sentence does not.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from array import array
from collections.abc import Sequence, Set

from newsclaims.grammar.remembered import Remembered
from newsclaims.readable import FILLER

Columns = tuple["array[int]", "array[int]", "array[int]"]
"""Where each token begins and ends, and the first token of each sentence."""

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
    ``sentence_of[i]`` is the sentence that holds token ``i``.
    """

    __slots__ = ("_columns", "_distinct", "ends", "lower", "sentence_of", "sentence_starts", "starts", "words")

    def __init__(self, text: str, sentences: Sequence[tuple[int, int, int]]) -> None:
        inside, at_end = (remembered.__getitem__ for remembered in _between_spaces())
        pieces: list[str] = []  # what stands before a token, and the token, by turns
        counts: list[int] = []
        done = last = 0
        for start, end, _ in sentences:
            sentence = text[start:end]
            between = sentence.split()  # no token has a space in it: each of these is read by itself, and only where it is new
            if between and " ".join(between) == sentence:
                final = between.pop()
                pieces += itertools.chain.from_iterable(map(inside, between))
                pieces += at_end(final)
            elif between:
                pieces += _widely_set(sentence)
                start, end = start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
            if len(pieces) > done:
                pieces[done] = text[last:start]
                last = end
            counts.append((len(pieces) - done) // 2)
            done = len(pieces)
        edges = list(itertools.accumulate(map(len, pieces)))
        self.starts, self.ends, self.words = edges[::2], edges[1::2], pieces[1::2]
        if FILLER in text:
            self.words = [word.replace(FILLER, "") or word for word in self.words]
        self._columns: Columns | None = None
        self._set_sentences(list(itertools.accumulate(counts, initial=0)))
        self._lower_words()

    def _set_sentences(self, sentence_starts: list[int]) -> None:
        self.sentence_starts, self.sentence_of = sentence_starts, list[int]()
        for number, (first, stop) in enumerate(itertools.pairwise(sentence_starts)):
            self.sentence_of += [number] * (stop - first)

    def _lower_words(self) -> None:
        self.lower: list[str] = list(map(_lower().__getitem__, self.words))
        self._distinct = frozenset(self.lower)

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
        tokens.starts, tokens.ends, tokens._columns = list(starts), list(ends), columns
        words = [text[start:end].replace(FILLER, "") or FILLER for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        tokens.words = list(map(kept.setdefault, words, words))  # a word that comes often is one object
        tokens._set_sentences(list(sentence_starts))
        tokens._lower_words()
        return tokens

    def __len__(self) -> int:
        return len(self.words)

    def first_at(self, offset: int, after: int = 0) -> int:
        """The index of the first token that starts at or after a character offset; it is ``after`` or a later one, most likely near it."""
        near = after + NEAR
        if near < len(self.starts) and self.starts[near] >= offset:
            return bisect.bisect_left(self.starts, offset, after, near)
        return bisect.bisect_left(self.starts, offset, after)

    def places(self, words: Set[str]) -> list[int]:
        """The indices of the tokens that are one of some words in lower case, of which a text has few or none."""
        here = self._distinct & words
        return list(itertools.compress(range(len(self.lower)), map(here.__contains__, self.lower))) if here else []

    def sentence_at(self, index: int) -> int:
        """The index of the sentence that holds the token."""
        return self.sentence_of[index]


def _widely_set(sentence: str) -> list[str]:
    """What stands before each token of a sentence, and the token, by turns, where not just one space stands between words."""
    inside, at_end = _between_spaces()
    parts, pieces = _gaps().split(sentence), list[str]()
    final = len(parts) - 1 if parts[-1] else len(parts) - 3
    for at in range(0, final + 1, 2):
        if parts[at]:
            first = len(pieces)
            pieces += inside[parts[at]] if at < final else at_end[parts[at]]
            pieces[first] = parts[at - 1] if at else ""
    return pieces


@functools.cache
def _gaps() -> re.Pattern[str]:
    return re.compile(r"(\s+)")


@functools.cache
def _between_spaces() -> tuple[Remembered[tuple[str, ...]], Remembered[tuple[str, ...]]]:
    """The pieces of what stands between two spaces, with the space before it: inside a sentence, and at its end."""
    split = token_pattern().split
    return (
        Remembered(lambda between: (" ", *_with_abbreviations(split(between)[1:-1], full_stop=False))),
        Remembered(lambda between: (" ", *_with_abbreviations(split(between)[1:-1], full_stop=True))),
    )


@functools.cache
def _lower() -> Remembered[str]:
    return Remembered(lambda word: word if (low := word.lower()) == word else low)


def _with_abbreviations(pieces: list[str], *, full_stop: bool) -> list[str]:
    """The tokens between two spaces by turns with nothing, each period given to the word before it ("Gen" + "."), but no full stop."""
    at, final = 0, _full_stop(pieces) if full_stop else -1
    while at < len(pieces):
        if pieces[at] == "." and at > 1 and at != final and pieces[at - 2][-1].isalnum():
            pieces[at - 2] += "."
            del pieces[at - 1 : at + 1]
            final -= 2
        else:
            at += 2
    return pieces


def _full_stop(pieces: list[str]) -> int:
    """The token that ends a sentence, which closing marks can follow."""
    at = len(pieces) - 1
    while at > 0 and not pieces[at].strip(CLOSERS):
        at -= 2
    return at
