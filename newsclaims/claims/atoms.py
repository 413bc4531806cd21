"""Atoms: the smallest pieces that numbers and dates are read from, one cheap scan of a stretch of text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

PATTERN = r"(\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|[^\W\d_]+|\S)"


class Atoms:
    """A stretch of a text as figures, words and single marks, in parallel columns.

    Finer than the tokens of the attribution: "33-year-old" is five atoms, "20bn" two, "Sept." two, so that
    a grammar of numbers needs no case for each way of writing them together.

    >>> scan = AtomScanner()
    >>> scan.read("A 33-year-old won $3.4m.", 0, 24).lower
    ['a', '33', '-', 'year', '-', 'old', 'won', '$', '3.4', 'm', '.']
    """

    __slots__ = ("_ends", "_figures", "_pieces", "_start", "_starts", "lower", "text")

    def __init__(self, text: str, start: int, pieces: list[str], lower: list[str], *, has_figures: bool = True) -> None:
        self.text = text
        self._start = start
        self._pieces = pieces  # what lies between, atom, what lies between, atom, ...
        self.lower: list[str] = lower
        # by far most stretches hold nothing to be read, and are never asked for their offsets
        self._starts: list[int] | None = None
        self._ends: list[int] = []
        self._figures: list[int] | None = None if has_figures else []

    @property
    def starts(self) -> list[int]:
        """Where each atom begins (offset in the text)."""
        if self._starts is None:
            offsets = list(itertools.accumulate(map(len, self._pieces), initial=self._start))
            self._starts, self._ends = offsets[1:-1:2], offsets[2::2]
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each atom ends (offset in the text, exclusive)."""
        return self._ends if self.starts else []

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, i: int) -> str:
        """The atom in lower case; the empty string before the first and after the last."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def written(self, i: int) -> str:
        """The atom as the text has it; the empty string outside."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.lower) else ""

    def glued(self, i: int) -> bool:
        """Whether atom ``i`` follows the one before it without a space."""
        return 0 < i < len(self.lower) and self.starts[i] == self.ends[i - 1]

    @property
    def figures(self) -> list[int]:
        """The indices of the atoms in figures."""
        if self._figures is None:
            self._figures = [i for i, word in enumerate(self.lower) if word[0].isdecimal()]
        return self._figures

    def places(self, cues: frozenset[str]) -> list[int]:
        """The indices of these words (small letters)."""
        return [] if cues.isdisjoint(self.lower) else [i for i, word in enumerate(self.lower) if word in cues]

    def figures_and(self, cues: frozenset[str]) -> list[int]:
        """The indices of the figures and of these words, in text order."""
        figures, places = self.figures, self.places(cues)
        return sorted((*figures, *places)) if figures and places else figures or places

    def is_figure(self, i: int) -> bool:
        """Whether the atom is written in figures."""
        return 0 <= i < len(self.lower) and self.lower[i][0].isdecimal()

    def is_capitalised(self, i: int) -> bool:
        """Whether the atom begins with a capital letter."""
        return 0 <= i < len(self.lower) and self.text[self.starts[i]].isupper()


class AtomScanner:
    """Reads atoms; holds the compiled pattern."""

    def __init__(self) -> None:
        self._split = re.compile(PATTERN).split
        self._figure = re.compile(r"\d").search

    def read(self, text: str, start: int, end: int) -> Atoms:
        """The atoms of ``text[start:end]``; nothing outside is looked at."""
        words = text[start:end]
        small = words.lower()
        pieces = self._split(words if len(small) != len(words) else small)  # a few letters are longer in lower case
        lower = pieces[1::2] if len(small) == len(words) else [word.lower() for word in pieces[1::2]]
        return Atoms(text, start, pieces, lower, has_figures=self._figure(words) is not None)


class Phrases:
    """Phrases of a table, found by their atoms: the longest that begins (or ends) at a place."""

    def __init__(self, table: Mapping[str, str]) -> None:
        scanner = AtomScanner()
        self._values = {tuple(scanner.read(words, 0, len(words)).lower): value for words, value in table.items()}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for length in sorted({len(words) for words in self._values}):
            for first in {words[0] for words in self._values if len(words) == length}:
                self._lengths[first] = (length, *self._lengths.get(first, ()))
        self.firsts = frozenset(self._lengths)
        self._longest = max(map(len, self._values), default=0)

    def at(self, atoms: Atoms, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase that begins at atom ``i``, and the atom behind it."""
        lower = atoms.lower
        for length in self._lengths.get(lower[i] if 0 <= i < len(lower) else "", ()):
            value = self._values.get(tuple(lower[i : i + length]))
            if value is not None and i + length <= len(lower):
                return value, i + length
        return None

    def before(self, atoms: Atoms, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase that ends right before atom ``i``, and its first atom."""
        for length in range(min(self._longest, i), 0, -1):
            value = self._values.get(tuple(atoms.lower[i - length : i]))
            if value is not None:
                return value, i - length
        return None
