"""Dates counted from the day of the report: "Tuesday", "yesterday", "last March", "the past two years", "two weeks ago"."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from newsclaims.language import Language
from newsclaims.measures import calendar
from newsclaims.measures.atoms import Atoms
from newsclaims.measures.calendar_dates import CalendarDateReader, bare_month
from newsclaims.measures.date_words import DateWords, Reading, as_numbers
from newsclaims.measures.numbers import NumberReader

Reader = Callable[[Atoms, int, "datetime.date | None"], "Reading | None"]

NUMBER_LENGTH = 8  # atoms of the longest number before "years ago"
MOST_UNITS = 1000  # "ten thousand years ago" is no date of the calendar


class RelativeDateReader:
    """Reads the date that begins at a weekday, a word for a day, or "last"; or that ends in "ago"."""

    def __init__(self, language: Language, words: DateWords, calendar_dates: CalendarDateReader) -> None:
        self._words = words
        self._calendar_dates = calendar_dates
        self._numbers = NumberReader(language)
        self.shifts = language.table("date_shifts")
        self.day_words = as_numbers(language.table("day_words"))

    def read_weekday(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "Tuesday", "Tuesday night", "Tuesday, Sept. 11"."""
        if not atoms.is_capitalised(i):
            return None
        end = self._words.behind_name(atoms, i)
        dated = self._calendar_dates.read_month_and_day(atoms, end + 1 if atoms.at(end) == "," else end, reference)
        if dated is not None:
            return dated._replace(first=i)
        return self._weekday(atoms, i, i, reference, 1 if self._words.is_to_come(atoms, i) else 0)

    def _weekday(self, atoms: Atoms, first: int, i: int, reference: datetime.date | None, direction: int) -> Reading:
        end = self._words.behind_part(atoms, self._words.behind_name(atoms, i))
        iso = None if reference is None else calendar.weekday(reference, self._words.weekdays[atoms.at(i)], direction)
        return Reading(first, end, iso, True)

    def read_day_word(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "yesterday", "tomorrow morning"."""
        iso = None if reference is None else calendar.shifted(reference, "day", self.day_words[atoms.at(i)])
        return Reading(i, self._words.behind_part(atoms, i + 1), iso, True)

    def read_shift(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "last week", "this March", "the past two years", "next Tuesday night", "last night", "recent months"."""
        shift, word, at = self.shifts[atoms.at(i)], atoms.at(i + 1), i + 1
        if word in self._words.units:
            return self._unit(atoms, i, shift, reference)
        if self._words.role(atoms, at) == "part":
            return Reading(i, at + 1, _resolved(reference, "day", _direction(shift)), True)
        if word in self._words.seasons:
            return self._season(i, at, self._words.seasons[word], _direction(shift), reference)
        direction = _direction(shift)
        if direction is None:
            return None
        if word in self._words.months and atoms.is_capitalised(at):
            return self._month(atoms, i, direction, reference)
        if word in self._words.weekdays:
            return self._weekday(atoms, i, at, reference, direction)
        return self._counted(atoms, i, direction, reference)

    def _unit(self, atoms: Atoms, i: int, shift: str, reference: datetime.date | None) -> Reading:
        """ "last week" is the one before this; "the last week" and "the past week" are the seven days up to the report."""
        unit, direction = self._words.units[atoms.at(i + 1)], _direction(shift)
        plural = unit != atoms.at(i + 1)
        up_to_now = shift == "past" or (direction in (-1, 1) and self._words.role(atoms, i - 1) == "article")
        if plural or direction is None or reference is None:
            return Reading(i, i + 2, None, True)
        iso = calendar.stretch(reference, unit, direction) if up_to_now else calendar.shifted(reference, unit, direction)
        return Reading(i, i + 2, iso, True)

    def _counted(self, atoms: Atoms, i: int, direction: int, reference: datetime.date | None) -> Reading | None:
        """ "the past two years", "the next six months"."""
        number = self._numbers.read(atoms, i + 1) if direction else None
        if number is None or atoms.at(number.end) not in self._words.units:
            return None
        unit, count = self._words.units[atoms.at(number.end)], number.value
        known = reference is not None and count.is_integer() and 0 < count < MOST_UNITS
        iso = calendar.stretch(reference, unit, direction * int(count)) if reference and known else None
        return Reading(i, number.end + 1, iso, True)

    def _month(self, atoms: Atoms, i: int, direction: int, reference: datetime.date | None) -> Reading:
        """ "last March", "this May 3"."""
        end = self._words.behind_name(atoms, i + 1)
        month, day = self._words.months[atoms.at(i + 1)], self._words.day(atoms, end)
        if day is None:
            return bare_month(i, end, month, reference, direction)
        if reference is None:
            return Reading(i, day[1], None, True)
        year = calendar.year_nearest(reference, month, day[0], direction)
        return Reading(i, day[1], calendar.day(year, month, day[0]), True)

    @staticmethod
    def _season(first: int, at: int, month: int, direction: int | None, reference: datetime.date | None) -> Reading:
        """ "last summer" is the last that is over, "next summer" the first to begin."""
        if reference is None or direction is None:
            return Reading(first, at + 1, None, True)
        return Reading(first, at + 1, calendar.season(reference, month, direction), True)

    def read_ago(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "two years ago"; "a year earlier" hangs on a date the text tells elsewhere."""
        unit = self._words.units.get(atoms.at(i - 1))
        if unit is None:
            return None
        for first in range(max(0, i - 1 - NUMBER_LENGTH), i - 1):
            count = self._count(atoms, first, i - 1)
            if count is not None:
                known = self._words.role(atoms, i) == "ago" and count.is_integer() and count < MOST_UNITS
                return Reading(first, i + 1, _resolved(reference, unit, -int(count)) if known else None, True)
        return None

    def read_beside(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "the day before", "the night after": it hangs on a date the text tells elsewhere; "the day before the vote" names none."""
        unit = atoms.at(i - 1) in self._words.units or self._words.role(atoms, i - 1) == "part"
        if not unit or self._words.role(atoms, i - 2) != "article" or atoms.at(i + 1)[:1].isalnum():
            return None
        return Reading(i - 1, i + 1, None, True)

    def _count(self, atoms: Atoms, first: int, end: int) -> float | None:
        """The number that fills the atoms from ``first`` up to ``end``; an article counts as one."""
        if end == first + 1 and self._words.role(atoms, first) == "article":
            return 1.0
        number = self._numbers.read(atoms, first)
        return number.value if number is not None and number.end == end else None


def _direction(shift: str) -> int | None:
    """-1, 0 or 1; ``None`` where it counts from a time that is not the report's."""
    if shift == "?":
        return None
    return -1 if shift == "past" else int(shift)


def _resolved(reference: datetime.date | None, unit: str, count: int | None) -> str | None:
    return None if reference is None or count is None else calendar.shifted(reference, unit, count)
