"""Dates in running text: "Sept. 11, 2001", "last March", "two years ago", as ISO 8601.

The notation is that of ISO 8601-1:2019: a day ``2001-09-11``, a month ``2022-02``, a year ``2016``, an interval
``1990/1999``. What "Tuesday" means in a report is news convention: the last one, the day of the report included,
unless the words before say it is to come.
"""

from __future__ import annotations

import datetime

from newsclaims.language import Language
from newsclaims.measures.atoms import Atoms, AtomScanner
from newsclaims.measures.calendar_dates import CalendarDateReader
from newsclaims.measures.date_words import DateWords, Reading
from newsclaims.measures.relative_dates import Reader, RelativeDateReader
from newsclaims.model import Date
from newsclaims.spans import Span


class DateFinder:
    """Finds dates with the words of a language."""

    def __init__(self, language: Language) -> None:
        self._scanner = AtomScanner()
        self._words = DateWords(language)
        self._calendar_dates = CalendarDateReader(language, self._words)
        self._relative_dates = RelativeDateReader(language, self._words, self._calendar_dates)
        self._beside = language.words("beside_days")
        self._readers = self._by_word()
        self.cues = frozenset(word for word in self._readers if not word[0].isdecimal())

    def _by_word(self) -> dict[str, Reader]:
        """The reader for each word that a date begins with (or, "ago", ends with)."""
        fixed, counted = self._calendar_dates, self._relative_dates
        readers: dict[str, Reader] = dict.fromkeys(fixed.named, fixed.read_named)
        readers.update(dict.fromkeys(self._words.months, fixed.read_month))
        readers.update(dict.fromkeys(self._words.seasons, fixed.read_season))
        readers.update(dict.fromkeys(self._words.weekdays, counted.read_weekday))
        readers.update(dict.fromkeys(counted.day_words, counted.read_day_word))
        readers.update(dict.fromkeys(counted.shifts, counted.read_shift))
        readers.update(dict.fromkeys(self._words.with_role("ago", "earlier"), counted.read_ago))
        readers.update(dict.fromkeys(self._beside, counted.read_beside))
        return readers

    def find(self, text: str, start: int, end: int, reference: datetime.date | None = None) -> tuple[Date, ...]:
        """The dates in ``text[start:end]``, in text order, none overlapping another.

        ``reference`` is the day of the report; without it a relative date has no ``iso``.

        >>> from newsclaims.language import load_language
        >>> text = "The bridge, closed since Sept. 3, 2015, opened on Tuesday."
        >>> found = DateFinder(load_language("en")).find(text, 0, len(text), datetime.date(2016, 6, 9))
        >>> [(date.span.text, date.iso) for date in found]
        [('Sept. 3, 2015', '2015-09-03'), ('Tuesday', '2016-06-07')]
        """
        return self.find_in(self._scanner.read(text, start, end), reference)

    def find_in(self, atoms: Atoms, reference: datetime.date | None = None) -> tuple[Date, ...]:
        """The same on atoms already read."""
        found: list[Date] = []
        readers, free = self._readers, 0
        for i in atoms.figures_and(self.cues):
            if i < free:
                continue
            read = self._calendar_dates.read_figure if atoms.is_figure(i) else readers[atoms.lower[i]]
            reading = read(atoms, i, reference)
            if reading is not None and reading.first >= free:
                found.append(self._date(atoms, reading, free))
                free = reading.end
        return tuple(found)

    def _date(self, atoms: Atoms, reading: Reading, free: int) -> Date:
        first = self._with_edge(atoms, reading.first, free)
        span = Span.of(atoms.text, atoms.starts[first], atoms.ends[reading.end - 1])
        return Date(span, reading.iso, reading.relative)

    def _with_edge(self, atoms: Atoms, first: int, free: int) -> int:
        """Take in "early", "mid-", "later" before the date; they make it no other date."""
        at = first - 1
        if atoms.at(at) in ("-", "–") and atoms.glued(first):
            at -= 1
        return at if at >= free and self._words.role(atoms, at) in ("edge", "earlier") else first
