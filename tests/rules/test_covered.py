"""The words that stand in quotes, asked whether a span shares one with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.rules.quotes import Covered
from newsclaims.spans import Span

TEXT = "The mill closed in May, and nobody in Orrel was told."
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(lambda at: Span.of(TEXT, at[0], min(at[0] + at[1], len(TEXT))))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_it_is_true_where_any_of_them_overlaps(spans: list[Span], asked: Span) -> None:
    assert Covered(spans).touch(asked) == any(asked.overlaps(span) for span in spans)


def test_spans_that_meet_share_no_word() -> None:
    assert not Covered([Span.of(TEXT, 0, 3)]).touch(Span.of(TEXT, 3, 8))
    assert not Covered([]).touch(Span.of(TEXT, 3, 8))
