"""Quotations after a colon, a label, or as a few words of a sentence."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = (
    "cue-source-quote",
    "source-colon-quote",
    "source-verb-comma-quote",
    "subject-verb-fragment",
)


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
