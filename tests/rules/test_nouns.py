"""Nouns that name an act of saying."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = ("source-noun-that", "source-noun-to", "owner-quote-noun", "quote-was-noun", "noun-question-quote")


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
