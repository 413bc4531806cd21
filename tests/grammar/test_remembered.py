"""Remembered: what is kept, what is asked again, and that neither changes an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.grammar import remembered
from newsclaims.grammar.remembered import LONGEST_WORD, Remembered
from newsclaims.grammar.tokens import Tokens


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(remembered, "MOST_WORDS", 3)
    return 3


def test_a_word_is_read_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [lengths[word] for word in ("port", "quay", "port")] == [4, 4, 4]
    assert asked == ["port", "quay"]


def test_a_long_word_is_not_kept() -> None:
    lengths = Remembered(len)
    assert lengths["a" * (LONGEST_WORD + 1)] == LONGEST_WORD + 1
    assert not lengths


def test_no_more_than_so_many_are_kept(few: int) -> None:
    lengths = Remembered(len)
    for word in ("a", "bb", "ccc", "dddd", "a"):
        assert lengths[word] == len(word)
        assert len(lengths) <= few
    assert sorted(lengths) == ["a", "dddd"]


@given(st.lists(st.text(alphabet="Ab9’s.,-“%", min_size=1, max_size=12), max_size=6))
def test_words_between_spaces_are_read_as_in_their_sentence(between: list[str]) -> None:
    """With two spaces between them nothing is looked up."""
    near, far = " ".join(between), "  ".join(between)
    assert Tokens(near, [(0, len(near), 0)]).words == Tokens(far, [(0, len(far), 0)]).words
