"""The resolution rules in order; the first that knows who a source is decides, and what none decides stays open."""

from __future__ import annotations

from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.speakers.aliases import by_alias
from newsclaims.speakers.coordination import by_name, several_sources
from newsclaims.speakers.ellipsis import one
from newsclaims.speakers.nominals import noun
from newsclaims.speakers.pronouns import he_she, it, relative, they

RULES = (by_alias, several_sources, by_name, relative, he_she, it, they, one, noun)
SPEAKER_RULES = RuleSet(RULES, home=("newsclaims.speakers.rules", "SPEAKER_RULES"))
