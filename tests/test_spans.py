"""Spans: half-open stretches of the caller's own text."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.spans import Span, around

TEXT = "Ada Brenn spoke."


def test_a_span_holds_its_characters() -> None:
    span = Span.of(TEXT, 4, 9)
    assert span == Span(4, 9, "Brenn")
    assert TEXT[span.start : span.end] == span.text
    assert len(span) == 5


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Span.of(TEXT, 0, 3).start = 1  # type: ignore[misc]  # the mistake under test


@pytest.mark.parametrize(
    "inner, covered, overlapping",
    [
        ((4, 9), True, True),  # the same
        ((5, 8), True, True),
        ((3, 9), False, True),
        ((4, 10), False, True),
        ((0, 4), False, False),  # ends where the other begins
        ((9, 15), False, False),
        ((6, 6), True, True),  # an empty one inside
    ],
)
def test_covers_and_overlaps(inner: tuple[int, int], covered: bool, overlapping: bool) -> None:
    span, other = Span.of(TEXT, 4, 9), Span.of(TEXT, *inner)
    assert span.covers(other) is covered
    assert span.overlaps(other) is overlapping
    assert other.overlaps(span) is overlapping


def test_spans_are_ordered_as_in_the_text() -> None:
    spans = [Span.of(TEXT, 4, 9), Span.of(TEXT, 0, 9), Span.of(TEXT, 0, 3)]
    assert sorted(spans) == [spans[2], spans[1], spans[0]]


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_spans_are_values(text: str, start: int, end: int) -> None:
    span = Span.of(text, start, end)
    assert span.text == text[start:end]
    assert hash(span) == hash(Span.of(text, start, end))
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - our own bytes


def test_the_span_around_several_is_made_and_around_one_is_itself() -> None:
    first, last = Span.of(TEXT, 0, 3), Span.of(TEXT, 4, 9)
    assert around(TEXT, (first, last)) == Span.of(TEXT, 0, 9)
    assert around(TEXT, (last,)) is last
