"""Stage 2: attribution by an ordered set of named rules; ``DEFAULT_RULES`` is the list."""

from __future__ import annotations

from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.rules.announced_lists import announced_list
from newsclaims.rules.base import Attribution, FunctionRule, Rule, rule
from newsclaims.rules.clause_tags import TAG_RULES
from newsclaims.rules.complements import COMPLEMENT_RULES
from newsclaims.rules.context import CONTEXT_RULES
from newsclaims.rules.excerpts import excerpt
from newsclaims.rules.fragments import cue_source_quote, source_colon_quote, source_verb_comma_quote, subject_verb_fragment
from newsclaims.rules.hearing import clause_hearer_heard, quote_hearer_heard
from newsclaims.rules.inner import inner_source_cue
from newsclaims.rules.labels import headline_label, mail_header, speaker_label
from newsclaims.rules.letters import signed_below
from newsclaims.rules.nouns import NOUN_RULES
from newsclaims.rules.outcries import OUTCRY_RULES
from newsclaims.rules.pointing import quote_pointed_at
from newsclaims.rules.pull_quotes import same_words
from newsclaims.rules.pulled import pull_quote_name
from newsclaims.rules.quoted import clause_quoted_saying, quote_quoted_saying
from newsclaims.rules.signatures import quote_bracket_source, quote_line_source
from newsclaims.rules.speech import SpeechRule
from newsclaims.rules.subjects import subject_cue_passive
from newsclaims.rules.tags import quote_comma_source_verb, quote_cue_source, quote_dash_source, quote_signature, quote_source_cue
from newsclaims.rules.templates import TEMPLATE_RULES
from newsclaims.rules.viewpoints import viewpoint

DEFAULT_RULES: RuleSet[Rule] = RuleSet(
    (
        speaker_label,
        headline_label,
        mail_header,
        signed_below,
        pull_quote_name,
        *OUTCRY_RULES,
        *TEMPLATE_RULES,
        quote_quoted_saying,
        quote_hearer_heard,
        quote_cue_source,
        quote_source_cue,
        quote_comma_source_verb,
        quote_pointed_at,
        cue_source_quote,
        clause_quoted_saying,
        clause_hearer_heard,
        announced_list,
        *TAG_RULES,
        *COMPLEMENT_RULES,
        subject_cue_passive,
        *NOUN_RULES,
        source_colon_quote,
        source_verb_comma_quote,
        quote_dash_source,
        quote_signature,
        quote_bracket_source,
        quote_line_source,
        viewpoint,
        subject_verb_fragment,
        excerpt,
        *CONTEXT_RULES,
        same_words,
        inner_source_cue,
    ),
    home=("newsclaims.rules", "DEFAULT_RULES"),
)
"""The rules in order of priority."""

SPEECH_RULES: RuleSet[Rule] = RuleSet(map(SpeechRule, DEFAULT_RULES), home=("newsclaims.rules", "SPEECH_RULES"))
"""The same rules for what was said or written alone; ``DEFAULT_RULES`` also find beliefs, plans and acts."""

__all__ = ["DEFAULT_RULES", "SPEECH_RULES", "Attribution", "FunctionRule", "Rule", "RuleSet", "rule"]
