"""Tokens: bars drawn where one ends and the next begins, and what holds for every text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.grammar.tokens import Spellings, Tokens
from newsclaims.readable import FILLER

GLUED = {".", ",", "’s", "'s", "'", "’ll", "’re", "”", "?", "!", "''", ")", "..."}
OPENING = {"“", "``", "(", "$"}


def words(text: str) -> list[str]:
    return Tokens(text, [(0, len(text), 0)]).words


def check(drawn: str) -> None:
    parts = drawn.split("|")
    text = parts[0]
    for before, part in itertools.pairwise(parts):
        text += part if part in GLUED or before in OPENING else f" {part}"
    assert words(text) == parts


@pytest.mark.parametrize(
    "drawn",
    [
        # possessives and contractions are tokens of their own, negated auxiliaries are not
        "Vane|’s|ship|sank|.",
        "the|crews|'|boats",
        "She|'s|late|and|he|didn't|come|.",
        "They|’ll|say|we|’re|lost|.",
        # the period belongs to an abbreviation, but not to the last word of a sentence
        "Maj.|Gen.|Kolbe|left|Feb.|5|.",
        "The|E.U.|met|.",
        "It|is|5|p.m.|now|.",
        "They|left|the|U.S.|in|May|.",
        "J.|R.|Ansel|came|.",
        # hyphens, figures, money and percentages
        "a|34-year-old|nurse",
        "The|12–9|win|cost|$|1,200.50|or|3.5%|.",
        "and/or",
        # addresses and names of accounts are whole
        "See|https://vesk.example/a?b=1|now|.",
        "@dunmarsh_roads|wrote|#closed|.",
        # marks
        "“|It|rained|,|”|she|said|.",
        "``|No|,|''|he|said|.",
        "Well|...|no|--|yes|—|no|.",
        "Garrow|(|D-Ore.|)|left|.",
        "Why|?|!",
        # other scripts
        "Zoë|O’Dray|und|Ström|.",
        "Київ|мовчить|.",
    ],
)
def test_tokens_end_at_the_bars(drawn: str) -> None:
    check(drawn)


def test_a_sentence_has_its_own_tokens() -> None:
    text = "It rained. She left."
    tokens = Tokens(text, [(0, 10, 0), (11, 20, 0)])
    assert tokens.sentence_starts == [0, 3, 6]
    assert [tokens.sentence_at(index) for index in range(len(tokens))] == [0, 0, 0, 1, 1, 1]


def test_the_first_token_at_an_offset() -> None:
    tokens = Tokens("It rained.", [(0, 10, 0)])
    assert [tokens.first_at(offset) for offset in (0, 1, 3, 9, 10)] == [0, 1, 1, 2, 3]


@given(st.lists(st.integers(0, 900), max_size=8))
def test_a_token_is_found_from_any_token_not_behind_it(offsets: list[int]) -> None:
    text = "a bc " * 200
    tokens = Tokens(text, [(0, len(text), 0)])
    token = 0
    for offset in sorted(offsets):
        token = tokens.first_at(offset, token)
        assert token == tokens.first_at(offset)


@given(st.text())
def test_tokens_are_in_order_and_leave_nothing_out(text: str) -> None:
    tokens = Tokens(text, [(0, len(text), 0)])
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert [text[start:end] for start, end in spans] == tokens.words
    assert "".join(tokens.words) == "".join(text.split())
    assert len(tokens.lower) == len(tokens)


@given(st.text(max_size=80))
def test_spellings_tell_the_class_of_each_token(text: str) -> None:
    tokens = Tokens(text, [(0, len(text), 0)], Spellings(str.upper))
    assert tokens.words == Tokens(text, [(0, len(text), 0)]).words
    assert tokens.alone in ([word.upper() for word in tokens.words], [])
    assert tokens.alone != [] or not tokens.words or FILLER in text


@given(st.text(max_size=80))
def test_tokens_are_made_again_from_their_columns(text: str) -> None:
    middle = len(text) // 2
    tokens = Tokens(text, [(0, middle, 0), (middle, len(text), 0)])
    again = Tokens.of_columns(text, tokens.columns())
    names = ("words", "lower", "starts", "ends", "sentence_starts")
    assert [getattr(again, name) for name in names] == [getattr(tokens, name) for name in names]
    assert [again.sentence_at(at) for at in range(len(again))] == [tokens.sentence_at(at) for at in range(len(tokens))]
