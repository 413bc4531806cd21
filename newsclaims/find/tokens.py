"""Tokens: one scan of the text into words, numbers and marks, each with its offsets.

A possessive or contracted ``'s`` is a token of its own ("Kuleba" + "’s"), a negated auxiliary is not
("didn't"); the period of an abbreviation belongs to its word ("Gen."), that of a sentence does not.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

CLOSERS = "”’\"')]»›"
PATTERN = r"""
    (?:https?://|www\.)[^\s<>"“”]+
  | [@\#]\w+
  | [^\W_]+ (?: (?: [-&/_] | (?<=\d)–(?=\d) | ['’](?!(?:s|re|ve|ll|d|m)\b) | \. | (?<=\d),(?=\d) ) [^\W_]+ )* %*
  | ['’](?:s|re|ve|ll|d|m)\b
  | \.{2,} | -{2,} | `` | ''
  | \S
"""
# Every repeat is over a class that the next part cannot begin with, so nothing is ever read twice.


@functools.cache
def token_pattern() -> re.Pattern[str]:
    """The compiled pattern of one token; compiled at first use."""
    return re.compile(PATTERN, re.VERBOSE | re.IGNORECASE)


class Tokens:
    """The tokens of a text as parallel columns: offsets, the word, and the word in lower case.

    ``sentence_starts[k]`` is the index of the first token of sentence ``k``; a last entry closes the
    list, so the tokens of sentence ``k`` are ``range(sentence_starts[k], sentence_starts[k + 1])``.
    """

    __slots__ = ("ends", "lower", "sentence_starts", "starts", "words")

    def __init__(self, text: str, sentences: Sequence[tuple[int, int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.sentence_starts: list[int] = []
        scan = token_pattern().finditer
        for start, end, _ in sentences:
            self.sentence_starts.append(len(self.starts))
            self._read(text, scan(text, start, end), end)
        self.sentence_starts.append(len(self.starts))
        self.lower = [word.lower() for word in self.words]

    def _read(self, text: str, matches: Iterator[re.Match[str]], end: int) -> None:
        starts, ends, words = self.starts, self.ends, self.words
        last_full_stop = end
        while last_full_stop > 0 and text[last_full_stop - 1] in CLOSERS:
            last_full_stop -= 1
        for match in matches:
            at, to = match.span()
            word = match.group()
            if word == "." and ends and ends[-1] == at and to != last_full_stop and words[-1][-1].isalnum():
                ends[-1] = to
                words[-1] += "."
            else:
                starts.append(at)
                ends.append(to)
                words.append(word)

    def __len__(self) -> int:
        return len(self.starts)

    def first_at(self, offset: int) -> int:
        """The index of the first token that starts at or after a character offset."""
        return bisect.bisect_left(self.starts, offset)

    def sentence_at(self, index: int) -> int:
        """The index of the sentence that holds the token."""
        return bisect.bisect_right(self.sentence_starts, index) - 1
