"""Texts as tokens to compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.checking.words import Words, is_word


@pytest.mark.parametrize(
    "one, other",
    [
        ("It’s “over”", "It's 'over'"),
        ("no — no", "no–no"),
        ("wait ...", "wait…"),
        ("wait . . . there", "wait… there"),
        ("cafe\u0301", "café"),
        ("co\u00adoperate", "cooperate"),
        ("1,000  ships", "1,000\nships"),
    ],
)
def test_what_is_the_same(one: str, other: str) -> None:
    assert Words.of(one).forms == Words.of(other).forms


@pytest.mark.parametrize(
    "one, other",
    [
        ("would", "wouldn't"),
        ("re-sign", "resign"),
        ("3.5", "35"),
        ("Port", "port"),
        ("a, b", "a b"),
        ("it's", "its"),
        ("5%", "5"),
        ("$5", "5"),
    ],
)
def test_what_is_not(one: str, other: str) -> None:
    assert Words.of(one).forms != Words.of(other).forms


@given(st.text())
def test_tokens_have_their_places(text: str) -> None:
    words = Words.of(text)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    assert all(any(map(str.isalnum, form)) or not form.isalnum() for form in words.forms if is_word(form))
