"""Reckoning with the calendar: from "two units back" to ISO 8601. Knows no words."""

from __future__ import annotations

import datetime

ONE_DAY = datetime.timedelta(days=1)
WEEK = 7
MONTHS = 12
YEARS = {"year": 1, "decade": 10, "century": 100}


def interval(first: datetime.date, last: datetime.date) -> str:
    """An ISO interval of days, both ends included: ``2022-03-01/2022-03-07``."""
    return f"{first.isoformat()}/{last.isoformat()}"


def month(year: int, number: int) -> str | None:
    """A month: ``2022-02``; ``None`` outside the years 1 to 9999, as for all of these."""
    return f"{year:04d}-{number:02d}" if datetime.MINYEAR <= year <= datetime.MAXYEAR else None


def months(year: int, first: int, count: int) -> str | None:
    """Several months in a row, also over a new year: ``2016-12/2017-02``."""
    last = year * MONTHS + first - 1 + count - 1
    begin, end = month(year, first), month(last // MONTHS, last % MONTHS + 1)
    return f"{begin}/{end}" if begin is not None and end is not None else None


def years(first: int, last: int) -> str | None:
    """Several years in a row: ``1990/1999``."""
    return f"{first:04d}/{last:04d}" if datetime.MINYEAR <= first <= last <= datetime.MAXYEAR else None


def day(year: int, number: int, of_month: int) -> str | None:
    """A day: ``2001-09-11``; ``None`` where the calendar has no such day."""
    try:
        return datetime.date(year, number, of_month).isoformat()
    except ValueError:
        return None


def year_nearest(reference: datetime.date, number: int, of_month: int, direction: int) -> int:
    """The year that brings a month and day closest to the reference; or closest before (-1) or after (1) it."""
    offset = (number, of_month) > (reference.month, reference.day)
    if direction < 0:
        return reference.year - 1 if offset else reference.year
    if direction > 0:
        return reference.year if offset else reference.year + 1
    distance = (number - reference.month) * 30 + of_month - reference.day
    if abs(distance) <= 180:
        return reference.year
    return reference.year + 1 if distance < 0 else reference.year - 1


def weekday(reference: datetime.date, number: int, direction: int) -> str | None:
    """The day with that weekday (Monday 0): the reference or the last before it (0), strictly before (-1), after (1)."""
    back = (reference.weekday() - number) % WEEK
    if direction > 0:
        return shifted(reference, "day", WEEK - back)
    return shifted(reference, "day", -(back or WEEK) if direction < 0 else -back)


def shifted(reference: datetime.date, unit: str, count: int) -> str | None:
    """The day, week, month, ... that lies ``count`` of them after (before, where negative) that of the reference."""
    try:
        return _shifted(reference, unit, count)
    except (OverflowError, ValueError):  # outside the years 1 to 9999
        return None


def _shifted(reference: datetime.date, unit: str, count: int) -> str | None:
    if unit in ("minute", "hour"):
        return reference.isoformat() if abs(count) < 24 else None
    if unit == "day":
        return (reference + count * ONE_DAY).isoformat()
    if unit in ("week", "weekend"):
        monday = reference + (count * WEEK - reference.weekday()) * ONE_DAY
        return interval(monday + (5 if unit == "weekend" else 0) * ONE_DAY, monday + 6 * ONE_DAY)
    if unit in ("month", "quarter"):
        return _shifted_months(reference, unit, count)
    length = YEARS[unit]
    start = 1 if unit == "century" else 0  # the 21st century begins with 2001
    first = (reference.year - start) // length * length + count * length + start
    if not 1 <= first <= 9999 - length:
        return None
    return f"{first:04d}" if length == 1 else years(first, first + length - 1)


def _shifted_months(reference: datetime.date, unit: str, count: int) -> str | None:
    length = 3 if unit == "quarter" else 1
    at = (reference.year * MONTHS + reference.month - 1) // length * length + count * length
    if not MONTHS <= at < 9999 * MONTHS:
        return None
    year, number = at // MONTHS, at % MONTHS + 1
    return month(year, number) if length == 1 else months(year, number, length)


def stretch(reference: datetime.date, unit: str, count: int) -> str | None:
    """The ``count`` units that end (or, where positive, begin) with the reference, as an interval of that precision."""
    if unit in ("weekend", "week"):
        unit, count = "day", count * WEEK
    elif unit in YEARS:
        unit, count = "year", count * YEARS[unit]
    far, near = shifted(reference, unit, count), shifted(reference, unit, 0)
    if far is None or near is None:
        return None
    ends = sorted([far.split("/")[0], near.split("/")[0]])
    return "/".join(ends)


def season(reference: datetime.date, first_month: int, direction: int) -> str | None:
    """Three months of a season: of the reference's year (0), or the last that is over (-1) or first to begin (1)."""
    at = reference.year * MONTHS + reference.month - 1
    begin = reference.year * MONTHS + first_month - 1
    if direction < 0 and begin + 2 >= at:
        begin -= MONTHS
    if direction > 0 and begin <= at:
        begin += MONTHS
    return months(begin // MONTHS, begin % MONTHS + 1, 3)
