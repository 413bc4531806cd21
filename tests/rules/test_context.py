"""Quotations that a sentence before introduces; the rule that needs earlier finds is in test_carry_over.py."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = ("sentence-colon-quote", "introducing-sentence")


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
