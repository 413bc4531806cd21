"""Speech tags after a quotation."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = (
    "quote-cue-source",
    "quote-source-cue",
    "quote-comma-source-verb",
    "quote-dash-source",
    "quote-signature",
)


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
