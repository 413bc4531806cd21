"""Atoms: the smallest pieces that numbers and dates are read from, one cheap scan of a stretch of text."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsclaims.grammar.remembered import Remembered
from newsclaims.readable import FILLER, readable

if TYPE_CHECKING:
    from newsclaims.grammar.tokens import Tokens

FIGURE = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
Parts = tuple[list[str], list[int], list[int]]
"""Atoms in lower case, and where each begins and ends."""
NO_PARTS: Parts = ([], [], [])
PATTERN = rf"({FIGURE}|[^\W\d_]+|\S)"


class Atoms:
    """A stretch of a text as figures, words and single marks, in parallel columns: each in lower case, where it begins and ends.

    Finer than the tokens of the attribution: "33-year-old" is five atoms, "20bn" two, "Sept." two, so that
    a grammar of numbers needs no case for each way of writing them together. Offsets are those of the text.

    >>> scan = AtomScanner()
    >>> scan.read("A 33-year-old won $3.4m.", 0, 24).lower
    ['a', '33', '-', 'year', '-', 'old', 'won', '$', '3.4', 'm', '.']
    """

    __slots__ = ("_count", "ends", "figures", "lower", "starts", "text")

    def __init__(self, text: str, lower: list[str], starts: Sequence[int], ends: Sequence[int], figures: list[int]) -> None:
        self.text = text
        self.lower = lower
        self.starts = starts
        self.ends = ends
        self.figures = figures  # the indices of the atoms in figures
        self._count = len(lower)  # asked for some forty times for each figure

    def __len__(self) -> int:
        return self._count

    def at(self, i: int) -> str:
        """The atom in lower case; the empty string before the first and after the last."""
        return self.lower[i] if 0 <= i < self._count else ""

    def written(self, i: int) -> str:
        """The atom as the text has it; the empty string outside."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self._count else ""

    def glued(self, i: int) -> bool:
        """Whether atom ``i`` follows the one before it without a space."""
        return 0 < i < self._count and self.starts[i] == self.ends[i - 1]

    def places(self, cues: frozenset[str]) -> list[int]:
        """The indices of these words (small letters)."""
        return [] if cues.isdisjoint(self.lower) else [i for i, word in enumerate(self.lower) if word in cues]

    def figures_and(self, cues: frozenset[str]) -> list[int]:
        """The indices of the figures and of these words, in text order."""
        figures, places = self.figures, self.places(cues)
        return sorted((*figures, *places)) if figures and places else figures or places

    def is_figure(self, i: int) -> bool:
        """Whether the atom is written in figures."""
        return 0 <= i < self._count and self.lower[i][0].isdecimal()

    def is_capitalised(self, i: int) -> bool:
        """Whether the atom begins with a capital letter."""
        return 0 <= i < self._count and self.text[self.starts[i]].isupper()


class AtomScanner:
    """Reads atoms; holds the compiled patterns."""

    def __init__(self) -> None:
        self._split = re.compile(PATTERN).split
        self._figures = re.compile(FIGURE).finditer
        self.several = Remembered(self._several)

    def read(self, text: str, start: int, end: int) -> Atoms:
        """The atoms of ``text[start:end]``; nothing outside is looked at."""
        lower, starts, ends = self.parts(text[start:end])
        figures = [at for at, word in enumerate(lower) if word[0].isdecimal()]
        return Atoms(text, lower, [start + at for at in starts], [start + at for at in ends], figures)

    def parts(self, words: str) -> Parts:
        """The atoms of some words in lower case, and where in the words each begins and ends."""
        pieces = self._split(words)  # what lies between, atom, what lies between, atom, ...
        edges = list(itertools.accumulate(map(len, pieces), initial=0))
        return [atom.lower() for atom in pieces[1::2]], edges[1:-1:2], edges[2::2]

    def _several(self, word: str) -> Parts | None:
        """The atoms of a token that may be more than one."""
        return self.parts(word) if _is_wide(word) else None

    def figures(self, text: str, starts: Sequence[int]) -> Iterator[int]:
        """Which atoms are in figures, of those that begin at these offsets; quicker than a look at each."""
        for figure in self._figures(text):
            at = bisect.bisect_left(starts, figure.start())
            if at < len(starts) and starts[at] == figure.start():
                yield at


class AtomsOfTokens:
    """The atoms of a whole text, made from its tokens: most tokens are one atom, and only the others have to be scanned."""

    __slots__ = ("_ends", "_figures", "_lower", "_more", "_starts", "_text", "_wide")

    def __init__(self, text: str, tokens: Tokens, scanner: AtomScanner) -> None:
        self._text = text
        self._lower: list[str] = []
        self._starts, self._ends = list[int](), list[int]()
        parts = list(map(scanner.several.__getitem__, tokens.words))
        self._wide = [at for at, part in enumerate(parts) if part is not None]  # the tokens of several atoms,
        self._more = [0]  # and how many more atoms than tokens there are before and after each
        done, plain = 0, ""
        for at in self._wide:
            self._take(tokens, done, at)
            start, (lower, starts, ends) = tokens.starts[at], parts[at] or NO_PARTS
            if len(tokens.words[at]) < tokens.ends[at] - start:  # signs nobody sees stand in the token
                plain = plain or readable(text)
                seen = [place for place, sign in enumerate(plain[start : tokens.ends[at]]) if sign != FILLER]
                starts, ends = [seen[each] for each in starts], [seen[each - 1] + 1 for each in ends]
            self._lower += lower
            self._starts.extend([start + each for each in starts])
            self._ends.extend([start + each for each in ends])
            done = at + 1
            self._more.append(len(self._lower) - done)
        self._take(tokens, done, len(tokens))
        self._figures = list(scanner.figures(text, self._starts))

    def _take(self, tokens: Tokens, first: int, stop: int) -> None:
        self._lower += tokens.lower[first:stop]
        self._starts += tokens.starts[first:stop]
        self._ends += tokens.ends[first:stop]

    def between(self, first: int, stop: int) -> Atoms:
        """The atoms of the tokens ``first`` up to ``stop``."""
        first, stop = self._at(first), self._at(stop)
        low, high = bisect.bisect_left(self._figures, first), bisect.bisect_left(self._figures, stop)
        figures = [at - first for at in self._figures[low:high]]
        return Atoms(self._text, self._lower[first:stop], self._starts[first:stop], self._ends[first:stop], figures)

    def words(self, first: int, stop: int) -> list[str]:
        """The same, of which only the words are wanted, in lower case."""
        return self._lower[self._at(first) : self._at(stop)]

    def bounds(self, first: int, stop: int) -> tuple[int, int]:
        """The same as the places of the atoms in the text: first, and one past the last."""
        return self._at(first), self._at(stop)

    def places(self, cues: frozenset[str]) -> list[int]:
        """Where in the text these words (small letters) stand."""
        return [at for at, word in enumerate(self._lower) if word in cues]

    def figures_and(self, cues: frozenset[str]) -> list[int]:
        """Where in the text figures and these words stand, in order."""
        return sorted((*self._figures, *self.places(cues)))

    def _at(self, token: int) -> int:
        """The first atom of a token."""
        return token + self._more[bisect.bisect_left(self._wide, token)]


def _is_wide(word: str) -> bool:
    """Whether a token may be more than one atom: neither letters alone nor figures alone nor a single mark."""
    return not (word.isalpha() or len(word) == 1 or word.isdecimal())


class Phrases:
    """Phrases of a table, found by their atoms: the longest that begins (or ends) at a place."""

    def __init__(self, table: Mapping[str, str]) -> None:
        scanner = AtomScanner()
        self._values = {tuple(scanner.read(words, 0, len(words)).lower): value for words, value in table.items()}
        self._rests: dict[str, list[tuple[list[str], str]]] = {}
        for (first, *rest), value in sorted(self._values.items(), key=lambda item: -len(item[0])):
            self._rests.setdefault(first, []).append((rest, value))
        self.firsts = frozenset(self._rests)
        self._longest = max(map(len, self._values), default=0)
        self._lasts = frozenset(words[-1] for words in self._values)

    def at(self, atoms: Atoms, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase that begins at atom ``i``, and the atom behind it."""
        lower = atoms.lower
        for rest, value in self._rests.get(lower[i], ()) if 0 <= i < len(lower) else ():
            end = i + 1 + len(rest)
            if not rest or lower[i + 1 : end] == rest:
                return value, end
        return None

    def before(self, atoms: Atoms, i: int) -> tuple[str, int] | None:
        """The value of the longest phrase that ends right before atom ``i``, and its first atom."""
        if not 0 < i <= len(atoms) or atoms.lower[i - 1] not in self._lasts:
            return None
        for length in range(min(self._longest, i), 0, -1):
            value = self._values.get(tuple(atoms.lower[i - length : i]))
            if value is not None:
                return value, i - length
        return None
