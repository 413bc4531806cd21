"""Dates with a place in the calendar of their own: "Sept. 11, 2001", "March 5-7", "2015-16", "the 1990s", "Christmas Eve"."""

from __future__ import annotations

import datetime

from newsclaims.language import Language
from newsclaims.measures import calendar
from newsclaims.measures.atoms import Atoms, Phrases
from newsclaims.measures.date_words import LAST_YEAR, DateWords, Reading, is_year

PLAIN_YEARS = range(1900, LAST_YEAR)  # read as a year without a word that says so
SHORT_YEARS_TURN = 70  # "9/17/16" is in this century, "9/17/85" in the last
FIRST_SHORT_DECADE = 30  # "the 80s" are the 1980s, "the 20s" may be either
YEAR_FIGURES = 4
NOT_BEFORE_DATES = "-–.,#@/:_"  # glued marks that make the figures part of another thing


class CalendarDateReader:
    """Reads the date that begins at a figure, a month, a season or the name of a day."""

    def __init__(self, language: Language, words: DateWords) -> None:
        self._words = words
        self._counted = language.words("plural_nouns") | frozenset(language.table("magnitudes"))
        self._measures = Phrases({**language.table("units"), **language.table("currencies")})
        self._currencies = frozenset(language.table("currencies"))
        self._named = Phrases(language.table("named_days"))
        self.named = self._named.firsts
        self._behind_figures = frozenset(("-", "/", "'", "’", "s", *words.months, *words.behind_days()))

    # --- figures first

    def read_figure(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """The date that begins with the figures at atom ``i``."""
        before = atoms.at(i - 1)
        if before in self._currencies or (atoms.glued(i) and not self._parts_words(atoms, i - 1)):
            return None
        if atoms.lower[i] in self.named and (named := self.read_named(atoms, i, reference)) is not None:
            return named
        if len(atoms.lower[i]) != YEAR_FIGURES and atoms.at(i + 1) not in self._behind_figures:  # as by far most
            return None
        return self._numeric(atoms, i) or self.read_day_first(atoms, i, reference) or self._short_decade(atoms, i) or self._years(atoms, i)

    def _parts_words(self, atoms: Atoms, i: int) -> bool:
        """Whether a figure glued behind this mark stands for itself: after a bracket or "mid-", not after "F-" or a period."""
        mark = atoms.at(i)
        if mark == "-" and self._words.role(atoms, i - 1) == "edge":
            return True
        return not mark.isalnum() and mark not in NOT_BEFORE_DATES

    @staticmethod
    def _numeric(atoms: Atoms, i: int) -> Reading | None:
        """ "2016-02-03", "25/02/2016", "9/17/16"; where it may be day or month first, only the year is sure."""
        mark = atoms.at(i + 1)
        if mark not in ("-", "/") or atoms.at(i + 3) != mark or not all(atoms.glued(i + k) for k in range(1, 5)):
            return None
        figures = [atoms.at(i), atoms.at(i + 2), atoms.at(i + 4)]
        if not all(word.isdecimal() and len(word) <= 4 for word in figures):
            return None
        if is_year(figures[0]):
            iso = calendar.day(int(figures[0]), int(figures[1]), int(figures[2]))
        elif is_year(figures[2]) or (mark == "/" and len(figures[2]) == 2):
            iso = _in_either_order(int(figures[0]), int(figures[1]), _full_year(figures[2]))
        else:
            return None
        return Reading(i, i + 5, iso, False) if iso else None

    def read_day_first(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "11 September 2001", "the 3rd of March"."""
        day = self._words.day(atoms, i)
        if day is None:
            return None
        at = day[1] + 1 if self._words.role(atoms, day[1]) == "of" else day[1]
        month = self._words.months.get(atoms.at(at))
        if month is None or not atoms.is_capitalised(at):
            return None
        return self._dated(atoms, i, self._words.behind_name(atoms, at), (month, day[0]), reference)

    def _dated(self, atoms: Atoms, first: int, end: int, month_and_day: tuple[int, int], reference: datetime.date | None) -> Reading | None:
        """A month and day with the year behind them, or the year closest to the reference."""
        year = self._words.year(atoms, end)
        if year is not None:
            iso = calendar.day(year[0], *month_and_day)
            return Reading(first, year[1], iso, False) if iso else None
        if reference is None:
            return Reading(first, end, None, True)
        nearest = calendar.year_nearest(reference, *month_and_day, 1 if self._words.is_to_come(atoms, first) else 0)
        return Reading(first, end, calendar.day(nearest, *month_and_day), True)

    def _short_decade(self, atoms: Atoms, i: int) -> Reading | None:
        """ "the 80s", "the '80s", "the 80’s"."""
        word = atoms.at(i)
        at = i + 2 if atoms.at(i + 1) in ("'", "’") and atoms.glued(i + 1) else i + 1
        if not (len(word) == 2 and word.isdecimal() and word[1] == "0" and atoms.at(at) == "s" and atoms.glued(at)):
            return None
        before = i - 2 if atoms.at(i - 1) in ("'", "’", "‘") else i - 1
        if int(word) < FIRST_SHORT_DECADE or self._words.role(atoms, before) not in ("article", "edge"):
            return None
        return Reading(i, at + 1, calendar.years(1900 + int(word), 1909 + int(word)), False)

    def _years(self, atoms: Atoms, i: int) -> Reading | None:
        """ "2016", "2015-16", "the 1990s"."""
        word, end = atoms.at(i), i + 1
        if not is_year(word):
            return None
        year = int(word)
        if atoms.glued(end) and atoms.at(end) == "s":
            return Reading(i, end + 1, calendar.years(year, year + (99 if year % 100 == 0 and year < 2000 else 9)), False)
        if atoms.at(end) in ("-", "–", "/") and atoms.glued(end) and atoms.glued(end + 1):
            return self._span_of_years(atoms, i, year)
        if atoms.glued(end) and atoms.at(end)[0].isalpha():
            return None
        if year not in PLAIN_YEARS and self._words.role(atoms, i - 1) not in ("opener", "edge", "of"):
            return None
        return None if atoms.at(end) in self._counted or self._measures.at(atoms, end) else Reading(i, end, word, False)

    @staticmethod
    def _span_of_years(atoms: Atoms, i: int, year: int) -> Reading | None:
        last = atoms.at(i + 2)
        if not last.isdecimal() or len(last) not in (2, 4):
            return None
        final = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        return Reading(i, i + 3, calendar.years(year, final), False) if year < final <= LAST_YEAR else None

    # --- words first

    def read_month(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "Sept. 11, 2001", "March 5-7", "March 2016", "in March"."""
        if not atoms.is_capitalised(i):
            return None
        month, end = self._words.months[atoms.at(i)], self._words.behind_name(atoms, i)
        if self._words.day(atoms, end) is not None:
            return self._days(atoms, i, end, reference)
        year = self._words.year(atoms, end + 1 if self._words.role(atoms, end) == "of" else end)
        if year is not None:
            return Reading(i, year[1], calendar.month(year[0], month), False)
        before = self._words.role(atoms, i - 1)
        if before not in ("opener", "edge", "of") and not (before == "article" and atoms.at(end).isalpha()):
            return None
        if self._words.is_to_come(atoms, i):
            return bare_month(i, end, month, reference, 1)
        over = reference is not None and month != reference.month and self._words.is_past(atoms, i)  # "fell in December"
        return bare_month(i, end, month, reference, -1 if over else 0)

    def _days(self, atoms: Atoms, i: int, at: int, reference: datetime.date | None) -> Reading | None:
        """The days of the month at atom ``i``, from atom ``at`` on: "5", "5-7", "5 to 7", each with or without a year."""
        month, day = self._words.months[atoms.at(i)], self._words.day(atoms, at)
        if day is None:
            return None
        last = self._last_day(atoms, *day)
        if last is None:
            return self._dated(atoms, i, day[1], (month, day[0]), reference)
        first = self._dated(atoms, i, last[1], (month, day[0]), reference)
        final = self._dated(atoms, i, last[1], (month, last[0]), reference)
        if first is None or final is None:
            return None
        return final._replace(iso=f"{first.iso}/{final.iso}" if first.iso and final.iso else None)

    def _last_day(self, atoms: Atoms, day: int, at: int) -> tuple[int, int] | None:
        """The last of several days: "-7", "to 7" behind the first; "to 7 people" is none."""
        joined = atoms.at(at) in ("-", "–")
        if not joined and self._words.role(atoms, at) != "opener":
            return None
        last = self._words.day(atoms, at + 1)
        if last is None or last[0] <= day:
            return None
        closed = joined or last[1] == len(atoms) or not atoms.at(last[1]).isalnum()
        return last if closed else None

    def read_month_and_day(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """What may follow a weekday: "Sept. 11", "11 September"."""
        if atoms.at(i) in self._words.months:
            has_day = self._words.day(atoms, self._words.behind_name(atoms, i)) is not None
            return self.read_month(atoms, i, reference) if has_day else None
        return self.read_day_first(atoms, i, reference) if atoms.is_figure(i) else None

    def read_season(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "the summer of 2016", "summer 2016"; a season alone is too often a word of another sense."""
        if atoms.at(i + 1) == ",":
            return None
        year = self._words.year(atoms, i + 2 if self._words.role(atoms, i + 1) == "of" else i + 1)
        if year is None:
            return None
        return Reading(i, year[1], calendar.months(year[0], self._words.seasons[atoms.at(i)], 3), False)

    def read_named(self, atoms: Atoms, i: int, reference: datetime.date | None) -> Reading | None:
        """ "9/11", "Christmas Eve"; the table has a month and day, or a whole date."""
        named = self._named.at(atoms, i)
        if named is None or not (atoms.is_figure(i) or atoms.is_capitalised(i)):
            return None
        value, end = named
        *year, month, day = (int(part) for part in value.split("-"))
        if year:
            follows = atoms.at(end) in ("/", "-") and atoms.glued(end)
            return None if follows else Reading(i, end, value, False)
        return self._dated(atoms, i, end, (month, day), reference)


def bare_month(first: int, end: int, month: int, reference: datetime.date | None, direction: int) -> Reading:
    """A month without year or day: the closest to the reference, or the last before (-1) or first after (1) it."""
    if reference is None:
        return Reading(first, end, None, True)
    if direction == 0:
        year = calendar.year_nearest(reference, month, reference.day, 0)
    else:
        step = month >= reference.month if direction < 0 else month <= reference.month
        year = reference.year + direction * step
    return Reading(first, end, calendar.month(year, month), True)


def _full_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (2000 if year < SHORT_YEARS_TURN else 1900)


def _in_either_order(a: int, b: int, year: int) -> str | None:
    """The day where only one order of day and month is possible, else the year."""
    if a > calendar.MONTHS or a == b:
        return calendar.day(year, b, a)
    return calendar.day(year, a, b) if b > calendar.MONTHS else f"{year:04d}"
