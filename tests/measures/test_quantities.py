"""Quantities: what is drawn in the case is found, with its kind and value, and nothing else."""

from __future__ import annotations

import datetime
import itertools
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.language import load_language
from newsclaims.measures.quantities import QuantityFinder
from newsclaims.model import Quantity, QuantityKind
from tests.drawn import read

FINDER = QuantityFinder(load_language("en"))


def found(text: str) -> list[Quantity]:
    return list(FINDER.find(text, 0, len(text)))


NUMBER, PERCENT, FRACTION, MULTIPLE = QuantityKind.NUMBER, QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MULTIPLE
MONEY, MEASURE, COUNT, AGE, ORDINAL = QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.ORDINAL

CASES = [
    # large, small and below nothing
    ("Exports fell to <n>816\u2009000 tonnes</n>.", MEASURE, 816_000.0, None, "tonne"),
    ("Some <n>1.5m voters</n> stayed at home.", COUNT, 1_500_000.0, None, "voters"),
    ("The loss was <n>-$3 million</n>.", MONEY, -3_000_000.0, None, "USD"),
    # feet and inches are one
    ("He is <n>5 feet 11 inches</n> tall.", MEASURE, 5.9167, None, "foot"),
    ("The mast is <n>6 feet, 4 inches</n> high.", MEASURE, 6.3333, None, "foot"),
    # shares
    ("Turnout fell to <n>12 percent</n>.", PERCENT, 12.0, None, "%"),
    ("Turnout fell to <n>12.5%</n>.", PERCENT, 12.5, None, "%"),
    ("Turnout fell by <n>3½ per cent</n> in Ostrava Bay.", PERCENT, 3.5, None, "%"),
    ("Support rose <n>0.3 percentage points</n>.", MEASURE, 0.3, None, "percentage point"),
    ("Turnout fell by <n>3 1/2 percent</n> in Orrel.", PERCENT, 3.5, None, "%"),
    ("The yield was <n>-0.5 percent</n>.", PERCENT, -0.5, None, "%"),
    ("<n>Half</n> of the voters stayed at home.", FRACTION, 0.5, None, None),
    ("<n>Two thirds</n> of the voters stayed at home.", FRACTION, 2 / 3, None, None),
    ("<n>Three-quarters</n> of homes lost power.", FRACTION, 0.75, None, None),
    ("Nearly <n>a third</n> of homes lost power.", FRACTION, 1 / 3, None, None),
    ("<n>One in five</n> children went hungry.", FRACTION, 0.2, None, None),
    ("<n>Three out of ten</n> schools are shut.", FRACTION, 0.3, None, None),
    ("<n>Six of the ten</n> bridges are shut.", FRACTION, 0.6, None, None),
    ("Less than <n>a third</n> agreed with her.", FRACTION, 1 / 3, None, None),
    # money
    ("The firm paid <n>$3.4 million</n> to settle.", MONEY, 3.4e6, None, "USD"),
    ("The firm paid <n>€20bn</n> to settle.", MONEY, 2e10, None, "EUR"),
    ("The firm paid <n>US$5m</n> to settle.", MONEY, 5e6, None, "USD"),
    ("A fine of <n>200,000 pounds</n> was paid.", MONEY, 200000.0, None, "GBP"),
    ("Each stamp costs <n>50 cents</n> now.", MONEY, 0.5, None, "USD"),
    ("They lost <n>half a million dollars</n> there.", MONEY, 500000.0, None, "USD"),
    ("They lost <n>a quarter of a million dollars</n> there.", MONEY, 250000.0, None, "USD"),
    ("A <n>$5-million</n> fine was paid.", MONEY, 5e6, None, "USD"),
    # counts
    ("Norland sent <n>130,000 troops</n> south.", COUNT, 130000.0, None, "troops"),
    ("<n>Six people</n> were hurt.", COUNT, 6.0, None, "people"),
    ("<n>Six young Norland soldiers</n> were hurt.", COUNT, 6.0, None, "soldiers"),
    ("<n>Three of the judges</n> left early.", COUNT, 3.0, None, "judges"),
    ("A <n>19-member</n> council met.", COUNT, 19.0, None, "member"),
    ("<n>Twenty-five cows</n> escaped.", COUNT, 25.0, None, "cows"),
    ("<n>A dozen men</n> ran off.", COUNT, 12.0, None, "men"),
    ("<n>One man</n> ran off.", COUNT, 1.0, None, "man"),
    ("<n>One hundred and five homes</n> burned.", COUNT, 105.0, None, "homes"),
    ("<n>Two hundred and five thousand homes</n> burned.", COUNT, 205000.0, None, "homes"),
    ("About <n>2000 troops</n> marched.", COUNT, 2000.0, None, "troops"),
    # measures and ages
    ("It fell <n>2.5 km</n> from the coast.", MEASURE, 2.5, None, "km"),
    ("It was <n>minus 5 degrees</n> there.", MEASURE, -5.0, None, "degree"),
    ("It was <n>7.5 °C</n> there.", MEASURE, 7.5, None, "degree Celsius"),
    ("A <n>six-month</n> truce began.", MEASURE, 6.0, None, "month"),
    ("He was held for <n>5 ½ years</n> there.", MEASURE, 5.5, None, "year"),
    ("It may be off by plus or minus <n>three percentage points</n>.", MEASURE, 3.0, None, "percentage point"),
    ("They walked <n>half a mile</n> home.", MEASURE, 0.5, None, "mile"),
    ("They waited <n>two and a half hours</n>.", MEASURE, 2.5, None, "hour"),
    ("A <n>33-year-old</n> baker won.", AGE, 33.0, None, "year"),
    ("Ann Lee, <n>34</n>, won.", AGE, 34.0, None, "year"),
    ("Children aged <n>5</n> may go.", AGE, 5.0, None, "year"),
    # ranges
    ("It will take between <n>5 and 7 percent</n> of the crop.", PERCENT, 5.0, 7.0, "%"),
    ("It will cost from <n>3 to 5 million</n> in all.", NUMBER, 3e6, 5e6, None),
    ("It will cost <n>$3 to $5 million</n> in all.", MONEY, 3e6, 5e6, "USD"),
    ("It will cost <n>£10-12m</n> in all.", MONEY, 1e7, 1.2e7, "GBP"),
    ("<n>10–12 boats</n> were seen.", COUNT, 10.0, 12.0, "boats"),
    ("It takes <n>two or three days</n>.", MEASURE, 2.0, 3.0, "day"),
    ("Men <n>18- to 24-years-old</n> may join.", AGE, 18.0, 24.0, "year"),
    # order and multiples
    ("She came <n>third</n>.", ORDINAL, 3.0, None, None),
    ("It is the <n>21st</n> such case.", ORDINAL, 21.0, None, None),
    ("It is the <n>twenty-first</n> such case.", ORDINAL, 21.0, None, None),
    ("Prices have <n>doubled</n> there.", MULTIPLE, 2.0, None, None),
    ("The river is <n>twice</n> as wide.", MULTIPLE, 2.0, None, None),
    ("Fish cost <n>$4.50 a kilo</n> there.", MONEY, 4.5, None, "USD/kg"),
    ("They paid <n>20 euros per hour</n> there.", MONEY, 20.0, None, "EUR/hour"),
    ("They paid <n>$40</n> a head.", MONEY, 40.0, None, "USD"),
    # numbers that are not told
    ("<n>Hundreds of people</n> fled.", COUNT, None, None, "people"),
    ("<n>Tens of thousands of homes</n> burned.", COUNT, None, None, "homes"),
    ("<n>Several hundred people</n> fled.", COUNT, None, None, "people"),
    ("They lost <n>millions of dollars</n>.", MONEY, None, None, "USD"),
    ("The motion passed <n>52-48</n>.", NUMBER, None, None, None),
]


@pytest.mark.parametrize("case, kind, value, high, unit", CASES)
def test_found(case: str, kind: QuantityKind, value: float | None, high: float | None, unit: str | None) -> None:
    text, marks = read(case)
    quantities = found(text)
    assert [(q.span.start, q.span.end) for q in quantities] == [(mark.start, mark.end) for mark in marks]
    (quantity,) = quantities
    assert (quantity.kind, quantity.high, quantity.unit) == (kind, high, unit)
    assert quantity.value == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    "text",
    [
        "The law of 2016 was read on Sept. 11, 2001 and in the 1990s.",  # dates
        "They met two years ago, and in the past three months.",
        "They met at 5 p.m. and left at 10:30 or at 6 o'clock.",
        "It breaks Article 5, said No. 10 after Flight 212 landed.",
        "One of them said no one knew which one it was.",
        "They fly an F-16 and an A320 at COVID-19 sites.",
        "The half-finished road pleased that quarter of Norland.",
        "Serial 78349163054000128078 was stamped on it.",
        "A man came, and one said so.",
        "The vet doubled as a judge and doubled down on it.",
        "Nobody was hurt when the roof fell.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text, bound, approximate",
    [
        ("More than 900 flights were late.", "at least", True),
        ("At least a dozen men were late.", "at least", True),
        ("It holds up to 40 boats.", "at most", True),
        ("Fewer than 40 boats came.", "at most", True),
        ("About 40 boats came.", None, True),
        ("Nearly $4 million was lost.", None, True),
        ("Exactly 40 boats came.", None, False),
        ("Then 40 boats came.", None, False),
    ],
)
def test_bounds(text: str, bound: str | None, approximate: bool) -> None:
    (quantity,) = found(text)
    assert (quantity.bound, quantity.approximate) == (bound, approximate)


def test_several_in_one_sentence_keep_their_order() -> None:
    text, marks = read("Of <n>300 families</n>, <n>12 percent</n> paid <n>$40</n>, the <n>second</n> such case.")
    assert [(q.span.start, q.span.end) for q in found(text)] == [(mark.start, mark.end) for mark in marks]


def test_only_the_stretch_is_read() -> None:
    text = "Ten cows and six goats and 40 hens."
    assert [q.span.text for q in FINDER.find(text, 9, 22)] == ["six goats"]
    assert FINDER.find(text, 4, 8) == ()


def test_words_are_added_by_value() -> None:
    ours = load_language("en").extend(units={"furlongs": "furlong"}, currencies={"thalers": "XTH"})
    text = "Nine furlongs for 30 thalers."
    assert [(q.kind, q.unit) for q in QuantityFinder(ours).find(text, 0, len(text))] == [(MEASURE, "furlong"), (MONEY, "XTH")]


@pytest.mark.xfail(strict=True, reason='a noun behind two modifiers joined by "and" is not found')
def test_noun_behind_a_list_of_modifiers() -> None:
    assert [q.unit for q in found("The levy fell for 9 million small- and middle-sized farms.")] == ["farms"]


@pytest.mark.xfail(strict=True, reason="a change from one figure to another is read as a range")
def test_change_is_no_range() -> None:
    assert [q.high for q in found("The rate rose from 5 to 7 percent.")] == [None, None]


WORDS = """
5 3.4 1,200 2016 two twenty hundred million half a third of to - – $ € % percent and between in one first st bn m year
old dozens several about minus Article , . ' people Ann
"""
PIECES = st.sampled_from(WORDS.split())


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=16).map(
            lambda parts: "".join(word + space for word, space in parts)
        ),
    )
)
def test_what_always_holds(text: str) -> None:
    quantities = FINDER.find(text, 0, len(text), reference=datetime.date(2016, 5, 4))
    for quantity in quantities:
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text != ""
        assert quantity.value is None or math.isfinite(quantity.value)
        assert quantity.high is None or (quantity.value is not None and quantity.value < quantity.high)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(quantities))
    assert pickle.loads(pickle.dumps(quantities)) == quantities  # noqa: S301  # our own bytes, made on this line
