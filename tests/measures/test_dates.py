"""Dates: what is drawn in the case is found, with its ISO 8601 value, and nothing else."""

from __future__ import annotations

import datetime
import itertools
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.language import load_language
from newsclaims.measures import calendar
from newsclaims.measures.dates import DateFinder
from newsclaims.model import Date
from tests.drawn import read

FINDER = DateFinder(load_language("en"))
REFERENCE = datetime.date(2017, 4, 13)  # a Thursday


def found(text: str, reference: datetime.date | None = REFERENCE) -> list[Date]:
    return list(FINDER.find(text, 0, len(text), reference))


ABSOLUTE = [
    ("It fell on <n>Sept. 11, 2001</n>, they said.", "2001-09-11"),
    ("It fell on <n>September 11th, 2001</n>.", "2001-09-11"),
    ("It fell on <n>11 September 2001</n>.", "2001-09-11"),
    ("It fell on the <n>3rd of March 2015</n>.", "2015-03-03"),
    ("It fell on <n>Tuesday, Sept. 6, 2016</n>.", "2016-09-06"),
    ("They met on <n>March 5-7, 2015</n>.", "2015-03-05/2015-03-07"),
    ("They met in <n>March 2015</n>.", "2015-03"),
    ("They met in <n>2016</n>.", "2016"),
    ("They met in <n>early 2016</n>.", "2016"),
    ("They met in <n>mid-2016</n>.", "2016"),
    ("Since <n>1865</n> it has stood.", "1865"),
    ("Prices rose in the <n>1990s</n>.", "1990/1999"),
    ("Prices rose in the <n>mid-1990s</n>.", "1990/1999"),
    ("Prices rose in the '<n>80s</n>.", "1980/1989"),
    ("Prices rose in <n>2015-16</n>.", "2015/2016"),
    ("They met in the <n>summer of 2016</n>.", "2016-06/2016-08"),
    ("They met on <n>2016-02-03</n>.", "2016-02-03"),
    ("They met on <n>25/12/2016</n>.", "2016-12-25"),
    ("They met on <n>9/17/16</n>.", "2016-09-17"),
    ("They met on <n>03/04/2016</n>.", "2016"),  # day or month first: only the year is sure
    ("Since <n>9/11</n> it has stood.", "2001-09-11"),
]

RELATIVE = [
    ("She left on <n>Tuesday</n>.", "2017-04-11"),
    ("She left <n>Thursday</n>.", "2017-04-13"),
    ("She left <n>Friday night</n>.", "2017-04-07"),
    ("She will leave on <n>Friday</n>.", "2017-04-14"),
    ("She left <n>last Thursday</n>.", "2017-04-06"),
    ("She leaves <n>next Tuesday</n>.", "2017-04-18"),
    ("She left <n>yesterday</n>.", "2017-04-12"),
    ("She leaves <n>tomorrow morning</n>.", "2017-04-14"),
    ("She left <n>last night</n>.", "2017-04-12"),
    ("She left <n>last March</n>.", "2017-03"),
    ("She left <n>last May</n>.", "2016-05"),
    ("She leaves <n>next March</n>.", "2018-03"),
    ("She left in <n>March</n>.", "2017-03"),
    ("She left after a <n>March</n> vote.", "2017-03"),
    ("She left on <n>March 3</n>.", "2017-03-03"),
    ("She left on <n>Dec. 31</n> at noon.", "2016-12-31"),
    ("She will leave on <n>Feb. 1</n> at noon.", "2018-02-01"),
    ("She left <n>this week</n>.", "2017-04-10/2017-04-16"),
    ("She left <n>last weekend</n>.", "2017-04-08/2017-04-09"),
    ("She leaves <n>next month</n>.", "2017-05"),
    ("She left <n>last year</n>.", "2016"),
    ("She left <n>earlier this month</n>.", "2017-04"),
    ("She left <n>last quarter</n>.", "2017-01/2017-03"),
    ("She left <n>last summer</n>.", "2016-06/2016-08"),
    ("She left <n>two years ago</n>.", "2015"),
    ("She left <n>a month ago</n>.", "2017-03"),
    ("She left <n>twenty-five days ago</n>.", "2017-03-19"),
    ("She left <n>three weeks ago</n>.", "2017-03-20/2017-03-26"),
    ("It rained in the <n>past week</n>.", "2017-04-06/2017-04-13"),
    ("It rained in the <n>past two years</n>.", "2015/2017"),
    ("It rained over the <n>past decade</n>.", "2007/2017"),
    ("She left on <n>Christmas Eve</n>.", "2016-12-24"),
    ("The bridge fell in <n>September</n>, killing two.", "2016-09"),
    ("The fair is in <n>September</n>.", "2017-09"),
    ("The fair was scheduled for <n>September</n>.", "2017-09"),
    ("She left on <n>Tuesday, Sept. 6</n>.", "2017-09-06"),
]

UNKNOWN = [
    "She had left <n>a year earlier</n>.",
    "She left the <n>following day</n>.",
    "She left <n>two and a half years ago</n>.",
    "It rained in <n>recent weeks</n>.",
]


@pytest.mark.parametrize("case, iso", ABSOLUTE)
def test_absolute(case: str, iso: str) -> None:
    text, marks = read(case)
    for reference in (REFERENCE, None):
        dates = found(text, reference)
        assert [(d.span.start, d.span.end) for d in dates] == [(mark.start, mark.end) for mark in marks]
        assert [(d.iso, d.relative) for d in dates] == [(iso, False)]


@pytest.mark.parametrize("case, iso", RELATIVE)
def test_relative(case: str, iso: str) -> None:
    text, marks = read(case)
    dates = found(text)
    assert [(d.span.start, d.span.end) for d in dates] == [(mark.start, mark.end) for mark in marks]
    assert [(d.iso, d.relative) for d in dates] == [(iso, True)]
    assert [(d.span, d.iso, d.relative) for d in found(text, None)] == [(dates[0].span, None, True)]


@pytest.mark.parametrize("case", UNKNOWN)
def test_hangs_on_an_unknown_date(case: str) -> None:
    text, marks = read(case)
    dates = found(text)
    assert [(d.span.start, d.span.end) for d in dates] == [(mark.start, mark.end) for mark in marks]
    assert [(d.iso, d.relative) for d in dates] == [(None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "May said she may march with them.",
        "They will march in a second, said April Omar.",
        "It took two years and 2,016 people.",
        "About 1500 people and 2000 troops marched for $2016 and 2016 dollars.",
        "The last four of them sat at the spring.",
        "He was in his 80s and flew an F-1995.",
        "It fell on 31 of 35 days.",
        "Nobody was hurt when the roof fell.",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_several_in_one_sentence_keep_their_order() -> None:
    text, marks = read("She will resign on <n>Friday</n>, he said <n>Tuesday</n>; she came in <n>2012</n>.")
    dates = found(text)
    assert [(d.span.start, d.span.end) for d in dates] == [(mark.start, mark.end) for mark in marks]
    assert [d.iso for d in dates] == ["2017-04-14", "2017-04-11", "2012"]


def test_only_the_stretch_is_read() -> None:
    text = "On Tuesday, in 2016, or last week."
    assert [d.span.text for d in FINDER.find(text, 11, 20, REFERENCE)] == ["2016"]


@pytest.mark.parametrize("reference", [datetime.date.min, datetime.date.max, datetime.date(2016, 2, 29)])
def test_the_ends_of_the_calendar_raise_nothing(reference: datetime.date) -> None:
    text = "On Friday, last week, next week, next decade, in December, on Feb. 29, last winter, 900 years ago, he will go Friday."
    assert found(text, reference)


@pytest.mark.parametrize(
    "month, day, direction, year",
    [(3, 3, 0, 2017), (12, 31, 0, 2016), (4, 13, -1, 2017), (4, 14, -1, 2016), (4, 13, 1, 2018), (4, 14, 1, 2017)],
)
def test_nearest_year(month: int, day: int, direction: int, year: int) -> None:
    assert calendar.year_nearest(REFERENCE, month, day, direction) == year


@given(st.dates(), st.integers(0, 6), st.sampled_from([-1, 0, 1]))
def test_weekday_is_that_weekday_and_near(reference: datetime.date, number: int, direction: int) -> None:
    iso = calendar.weekday(reference, number, direction)
    if iso is None:
        assert not 7 < reference.toordinal() < datetime.date.max.toordinal() - 7
        return
    distance = (datetime.date.fromisoformat(iso) - reference).days
    assert (reference.weekday() + distance) % 7 == number
    assert {-1: range(-7, 0), 0: range(-6, 1), 1: range(1, 8)}[direction].count(distance) == 1


POINT = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
WORDS = """
5 11 3rd 2016 1990s 80s Sept. March May Tuesday last next this the past two twenty years year ago earlier weeks of - / ,
. ' in on early mid summer will 9/11 Christmas Eve night yesterday half and a
"""
PIECES = st.sampled_from(WORDS.split())


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=16).map(
            lambda parts: "".join(word + space for word, space in parts)
        ),
    ),
    st.one_of(st.none(), st.dates()),
)
def test_what_always_holds(text: str, reference: datetime.date | None) -> None:
    dates = FINDER.find(text, 0, len(text), reference)
    for date in dates:
        assert text[date.span.start : date.span.end] == date.span.text != ""
        assert date.iso is None or re.fullmatch(f"{POINT}(?:/{POINT})?", date.iso)
        assert date.iso is not None or date.relative
        assert reference is not None or not date.relative or date.iso is None
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(dates))
    assert pickle.loads(pickle.dumps(dates)) == dates  # noqa: S301  # our own bytes, made on this line


@pytest.mark.parametrize(
    "reference", [datetime.date.min, datetime.date.min.replace(month=12), datetime.date.max, datetime.date.max.replace(month=1)]
)
def test_at_the_edges_of_the_calendar_a_date_is_iso_or_none(reference: datetime.date) -> None:
    words = ("summer", "winter", "year", "month", "quarter", "decade", "century", "week", "weekend", "Monday", "March", "May 3")
    cases = [f"She left {which} {word}." for which in ("last", "this", "next") for word in words]
    cases += ["She left two years ago.", "She left in December.", "She left on Jan. 1.", "It rained in the past two years."]
    for text in cases:
        for date in found(text, reference):
            assert date.iso is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?", date.iso), (text, date)
            assert date.iso is None or "0000" not in date.iso


@pytest.mark.parametrize("text, words", [("The day before, it rained.", "day before"), ("It rained the night after.", "night after")])
def test_a_day_beside_another_hangs_on_it(text: str, words: str) -> None:
    [date] = found(text, REFERENCE)
    assert (date.span.text, date.iso, date.relative) == (words, None, True)


@pytest.mark.parametrize("text", ["It rained the day before the vote.", "It rained a day or so after.", "It rained before."])
def test_before_something_else_is_no_date(text: str) -> None:
    assert found(text, REFERENCE) == []
