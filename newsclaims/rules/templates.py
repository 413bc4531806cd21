"""Rules that are a template: words in their order around a quotation."""

from __future__ import annotations

from newsclaims.rules.pattern import PatternRule

TEMPLATE_RULES: tuple[PatternRule, ...] = ()
