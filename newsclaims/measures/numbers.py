"""Numbers in figures and words: "200,000", "3.4 million", "two and a half", "twenty-five thousand"."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.language import Language
from newsclaims.measures.atoms import Atoms

LONGEST_FIGURE = 24  # characters; what is longer is a key or a serial number,
GROUP, GROUP_SPACES, THOUSAND, LARGEST_GROUP = 3, ("\u2009", "\u202f", "\u00a0"), 1000, 1e12
LARGEST_PART = 16  # of a fraction written out: "3 1/2"
LONGEST_UNGROUPED = 12  # and so are that many digits without a comma


class Number(NamedTuple):
    """A number that was read: its value, the atom behind it, and whether a magnitude word was part of it."""

    value: float
    end: int
    scaled: bool = False


class NumberReader:
    """Reads the number that begins at an atom, with the words of a language."""

    def __init__(self, language: Language) -> None:
        self.ones = {word: float(value) for word, value in language.table("numbers").items()}
        self.magnitudes = {word: float(value) for word, value in language.table("magnitudes").items()}
        self.signs = {sign: float(value) for sign, value in language.table("fraction_signs").items()}
        self.halves = frozenset(word for word, parts in language.table("fractions").items() if parts == "2")
        self.grammar = language.table("number_grammar")
        self.starters = frozenset(self.ones) | frozenset(self.signs)
        self._going_on = frozenset((*self.signs, *self.magnitudes, "-", *(word for word, role in self.grammar.items() if role == "and")))

    def read(self, atoms: Atoms, i: int) -> Number | None:
        """The longest number that begins at atom ``i``, or ``None``.

        >>> from newsclaims.measures.atoms import AtomScanner
        >>> from newsclaims.language import load_language
        >>> atoms = AtomScanner().read("two hundred and five thousand", 0, 29)
        >>> NumberReader(load_language("en")).read(atoms, 0).value
        205000.0
        """
        if atoms.is_figure(i):
            return self._in_figures(atoms, i)
        return self._in_words(atoms, i)

    def _in_figures(self, atoms: Atoms, i: int) -> Number | None:
        word = atoms.lower[i]
        if len(word) > LONGEST_FIGURE or (len(word) > LONGEST_UNGROUPED and word.isdecimal()):
            return None
        value, end = float(word.replace(",", "")), i + 1
        if not self._goes_on(atoms, end):  # as by far most
            return Number(value, end)
        value, end = self._grouped(atoms, value, end)
        value, end = _with_fraction(atoms, value, end)
        if atoms.at(end) in self.signs:
            value, end = value + self.signs[atoms.at(end)], end + 1
        return self._scaled(atoms, *self._with_half(atoms, value, end))

    def _goes_on(self, atoms: Atoms, end: int) -> bool:
        """Whether what stands behind figures may belong to the number."""
        after = atoms.at(end)
        if after[:1].isdecimal():
            return len(after) == GROUP or atoms.at(end + 1) == "/"
        return after in self._going_on

    @staticmethod
    def _grouped(atoms: Atoms, value: float, end: int) -> tuple[float, int]:
        """ "816 000": groups of three figures parted by a space that does not break a line, or by any before a 0."""
        while value < LARGEST_GROUP and value % 1 == 0 and len(atoms.at(end)) == GROUP and atoms.lower[end].isdecimal():
            space = atoms.text[atoms.ends[end - 1] : atoms.starts[end]]
            if space not in GROUP_SPACES and not (space == " " and atoms.lower[end].startswith("0")):
                break
            value, end = value * THOUSAND + float(atoms.lower[end]), end + 1
        return value, end

    def _scaled(self, atoms: Atoms, value: float, end: int) -> Number:
        """The number with the magnitude behind it: "3.4 million", "20bn", "5-million"."""
        at = end + 1 if atoms.at(end) == "-" and atoms.glued(end) and atoms.glued(end + 1) else end
        magnitude = self.magnitudes.get(atoms.at(at))
        if magnitude is None or (magnitude < 100 and value >= 100):
            return Number(value, end)
        return Number(value * magnitude, at + 1, scaled=True)

    def _with_half(self, atoms: Atoms, value: float, end: int) -> tuple[float, int]:
        """ "two and a half"."""
        roles = self.grammar.get
        if roles(atoms.at(end)) == "and" and roles(atoms.at(end + 1)) == "article" and atoms.at(end + 2) in self.halves:
            return value + 0.5, end + 3
        return value, end

    def _in_words(self, atoms: Atoms, i: int) -> Number | None:
        first = atoms.at(i)
        if first in self.signs:
            return self._scaled(atoms, self.signs[first], i + 1)
        if first not in self.ones and first not in self.magnitudes:
            return None
        total, current, room, end, scaled = 0.0, 0.0, float("inf"), i, False
        while True:
            at = self._next_word(atoms, i, end, current, total)
            word = atoms.at(at)
            if word in self.ones and 0 <= self.ones[word] < room:
                current += self.ones[word]
                room = 10 if self.ones[word] >= 20 and room > 10 else 0
            elif word in self.magnitudes and self._multiplies(self.magnitudes[word], current, total, at == i):
                current, total, scaled = *self._multiplied(self.magnitudes[word], current, total), True
                room = min(100.0, self.magnitudes[word]) if self.magnitudes[word] == 100 else self.magnitudes[word]
            else:
                break
            end = at + 1
        value, end = self._with_half(atoms, total + current, end)
        return self._scaled(atoms, value, end) if not scaled else Number(value, end, scaled)

    def _next_word(self, atoms: Atoms, first: int, end: int, current: float, total: float) -> int:
        """Where the next word of the number stands: behind a hyphen ("twenty-five"), or "and" ("a hundred and five")."""
        if end == first:
            return end
        if atoms.at(end) == "-" and atoms.glued(end) and atoms.glued(end + 1):
            return end + 1
        if self.grammar.get(atoms.at(end)) == "and" and (current >= 100 or total) and atoms.at(end + 1) in self.ones:
            return end + 1
        return end

    @staticmethod
    def _multiplies(magnitude: float, current: float, total: float, first: bool) -> bool:
        return first or (0 < current < magnitude and (not total or total > magnitude))

    @staticmethod
    def _multiplied(magnitude: float, current: float, total: float) -> tuple[float, float]:
        """``current`` and ``total`` after a magnitude: "hundred" may still be multiplied, "thousand" closes a group."""
        product = (current or 1.0) * magnitude
        return (product, total) if magnitude <= 100 else (0.0, total + product)


def _with_fraction(atoms: Atoms, value: float, end: int) -> tuple[float, int]:
    """ "3 1/2"."""
    figures = atoms.is_figure(end) and atoms.is_figure(end + 2)
    if not figures or atoms.at(end + 1) != "/" or not (atoms.glued(end + 1) and atoms.glued(end + 2)) or atoms.glued(end + 3):
        return value, end
    part, whole = atoms.lower[end], atoms.lower[end + 2]
    if not (part.isdecimal() and whole.isdecimal()) or not 0 < int(part) < int(whole) <= LARGEST_PART:
        return value, end
    return value + int(part) / int(whole), end + 3
