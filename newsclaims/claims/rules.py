"""The claim rules in order. First what cuts and refuses, then what proposes; among what is left the weights choose (choosing.py)."""

from __future__ import annotations

from newsclaims.claims.cuts import but_not_so, denied_clause, semicolon, stance_frame, verdict
from newsclaims.claims.proposals import spans
from newsclaims.claims.refusals import imperative, question, telling_only, too_short
from newsclaims.rulebook.ruleset import RuleSet

RULES = (question, semicolon, stance_frame, but_not_so, denied_clause, verdict, too_short, telling_only, imperative, spans)
CLAIM_RULES = RuleSet(RULES, home=("newsclaims.claims.rules", "CLAIM_RULES"))
