"""What follows a cue."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES
from newsclaims.testing import check_rule

RULES = (
    "source-cue-quote",
    "source-cue-that",
    "source-cue-clause",
    "source-cue-question",
    "source-cue-infinitive",
    "source-cue-object",
)


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    check_rule(DEFAULT_RULES[name], marked)
