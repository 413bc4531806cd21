"""The claim rules in order. First what cuts, then what refuses; what is left is weighed (worthiness.py)."""

from __future__ import annotations

from newsclaims.claims.cuts import (
    colon,
    comma_splice,
    contrast,
    coordinate_clause,
    denied_clause,
    relative_clause,
    semicolon,
    stance_frame,
)
from newsclaims.claims.refusals import imperative, no_verb, question, telling_only, too_short
from newsclaims.rulebook.ruleset import RuleSet

RULES = (
    question,
    semicolon,
    colon,
    stance_frame,
    denied_clause,
    coordinate_clause,
    comma_splice,
    contrast,
    relative_clause,
    too_short,
    no_verb,
    imperative,
    telling_only,
)
CLAIM_RULES = RuleSet(RULES, home=("newsclaims.claims.rules", "CLAIM_RULES"))
