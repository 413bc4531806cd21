"""Outcries: what a crowd calls."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = ("outcry-of-quote", "quote-outcry-source")


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
