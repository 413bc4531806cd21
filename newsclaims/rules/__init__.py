"""Stage 2: attribution by an ordered set of named rules; ``DEFAULT_RULES`` is the list."""

from __future__ import annotations

from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.rules.base import Attribution, FunctionRule, Rule, rule
from newsclaims.rules.clause_tags import TAG_RULES
from newsclaims.rules.complements import COMPLEMENT_RULES
from newsclaims.rules.context import carry_over, introducing_sentence, same_speaker, sentence_colon_quote
from newsclaims.rules.fragments import cue_source_quote, source_colon_quote, source_verb_comma_quote, subject_verb_fragment
from newsclaims.rules.labels import speaker_label
from newsclaims.rules.nouns import noun_question_quote, owner_quote_noun, quote_was_noun, source_noun_that, source_noun_to
from newsclaims.rules.outcries import outcry_of_quote, quote_outcry_source
from newsclaims.rules.quoted import clause_quoted_saying, quote_quoted_saying
from newsclaims.rules.subjects import subject_cue_passive
from newsclaims.rules.tags import quote_comma_source_verb, quote_cue_source, quote_dash_source, quote_signature, quote_source_cue
from newsclaims.rules.viewpoints import viewpoint

DEFAULT_RULES: RuleSet[Rule] = RuleSet(
    (
        speaker_label,
        outcry_of_quote,
        quote_outcry_source,
        quote_quoted_saying,
        quote_cue_source,
        quote_source_cue,
        quote_comma_source_verb,
        cue_source_quote,
        clause_quoted_saying,
        *TAG_RULES,
        *COMPLEMENT_RULES,
        subject_cue_passive,
        source_noun_that,
        source_noun_to,
        owner_quote_noun,
        quote_was_noun,
        noun_question_quote,
        source_colon_quote,
        source_verb_comma_quote,
        quote_dash_source,
        quote_signature,
        viewpoint,
        subject_verb_fragment,
        sentence_colon_quote,
        introducing_sentence,
        carry_over,
        same_speaker,
    ),
    home=("newsclaims.rules", "DEFAULT_RULES"),
)
"""The rules in order of priority."""

__all__ = ["DEFAULT_RULES", "Attribution", "FunctionRule", "Rule", "RuleSet", "rule"]
