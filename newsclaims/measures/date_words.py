"""The words of dates and the small pieces that more than one reader of dates needs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import NamedTuple

from newsclaims.language import Language
from newsclaims.language.inflection import is_regular_past
from newsclaims.measures.atoms import Atoms

FIRST_YEAR, LAST_YEAR = 1000, 2100
LOOK_BACK = 12  # atoms: how far before a weekday a "will" still makes it one to come
SHORTEST_PAST = 4  # letters
LONGEST_SHORT_NAME = 5  # letters: "Thurs."


class Reading(NamedTuple):
    """Atoms ``first`` up to ``end`` read as a date; ``relative`` where it hangs on the day of the report."""

    first: int
    end: int
    iso: str | None
    relative: bool


class DateWords:
    """The tables of a language that dates are read with, and look-ups in them."""

    def __init__(self, language: Language) -> None:
        self.months = as_numbers(language.table("month_numbers"))
        self.weekdays = as_numbers(language.table("weekday_numbers"))
        self.seasons = as_numbers(language.table("seasons"))
        self.units = language.table("calendar_units")
        self._ordinals = as_numbers(language.table("ordinals"))
        self._roles = language.table("date_grammar")
        self._future = language.words("future_auxiliaries")
        self._planned = language.words("planned_words")
        self._past = {value.split()[0] for value in language.table("irregular_verbs").values()} | language.words("past_auxiliaries")

    def role(self, atoms: Atoms, i: int) -> str | None:
        """What the small word at atom ``i`` does in a date."""
        return self._roles.get(atoms.at(i))

    def with_role(self, *roles: str) -> list[str]:
        """The words that have one of these roles."""
        return [word for word, role in self._roles.items() if role in roles]

    def behind_days(self) -> list[str]:
        """The words that can stand between the figures of a day and its month: "3rd", "3 of"."""
        return [*self.with_role("of"), *(word for word, value in self._ordinals.items() if value == 0)]

    def day(self, atoms: Atoms, i: int) -> tuple[int, int] | None:
        """A day of a month at atom ``i`` ("3", "3rd") and the atom behind it."""
        word = atoms.at(i)
        if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
            return None
        return int(word), i + 2 if atoms.glued(i + 1) and self._ordinals.get(atoms.at(i + 1)) == 0 else i + 1

    @staticmethod
    def year(atoms: Atoms, i: int) -> tuple[int, int] | None:
        """A year at atom ``i``, with or without a comma before it, and the atom behind it."""
        at = i + 1 if atoms.at(i) == "," and not atoms.glued(i + 1) else i
        word = atoms.at(at)
        return (int(word), at + 1) if is_year(word) else None

    @staticmethod
    def behind_name(atoms: Atoms, i: int) -> int:
        """The atom behind a name that may be shortened ("Sept."); a period that ends the stretch is no part of it."""
        short = atoms.at(i + 1) == "." and atoms.glued(i + 1) and len(atoms.at(i)) <= LONGEST_SHORT_NAME
        return i + 2 if short and i + 2 < len(atoms) else i + 1

    def behind_part(self, atoms: Atoms, i: int) -> int:
        """The atom behind a part of the day ("night") at atom ``i``, or ``i``."""
        return i + 1 if self.role(atoms, i) == "part" else i

    def is_past(self, atoms: Atoms, i: int) -> bool:
        """Whether a verb in the past stands before atom ``i`` in the same clause, and nothing that is planned."""
        clause = list(itertools.takewhile(_is_word, reversed(atoms.lower[max(0, i - LOOK_BACK) : i])))
        if not self._future.isdisjoint(clause) or not self._planned.isdisjoint(clause):
            return False
        return any(word in self._past or (is_regular_past(word) and len(word) > SHORTEST_PAST) for word in clause)

    def is_to_come(self, atoms: Atoms, i: int) -> bool:
        """Whether a "will" stands before atom ``i`` in the same clause."""
        for k in range(i - 1, max(-1, i - 1 - LOOK_BACK), -1):
            word = atoms.lower[k]
            if word in self._future:
                return True
            if not _is_word(word):
                return False
        return False


def _is_word(atom: str) -> bool:
    return atom[0].isalnum() or atom in "-’'"


def is_year(word: str) -> bool:
    """Whether four figures can be a year."""
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def as_numbers(table: Mapping[str, str]) -> dict[str, int]:
    """A table whose values are whole numbers."""
    return {word: int(value) for word, value in table.items()}
