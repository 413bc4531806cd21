"""Rules that are a template: words in their order around a quotation."""

from __future__ import annotations

from newsclaims.rules.pattern import PatternRule

quote_was_how = PatternRule(
    "quote-was-how",
    "{quote} [, | . | — | – | -]? [that | this | which]? [is | was] [how {source} {cue} | what {source} {cue} it]",
    "A quotation, and who put it so: “...” is how one pilot put it; “...” — that was what Vane called it.",
)

TEMPLATE_RULES = (quote_was_how,)
