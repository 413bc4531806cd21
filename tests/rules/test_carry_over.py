"""Quotations that go on with who was quoted before: the rule needs what the others have found."""

from __future__ import annotations

from newsclaims import Extractor, Quote, extract
from newsclaims.spans import Span
from newsclaims.testing import read_marked

RULES = ("carry-over", "same-speaker")


def parts(quote: Quote) -> tuple[Span | None, Span | None, tuple[Span, ...]]:
    return quote.source, None if quote.cue is None else quote.cue.span, quote.contents


def test_the_rule_carries_on_what_is_drawn(name: str, marked: str) -> None:
    drawn = read_marked(marked)
    carried = name in {item.rule for item in Extractor().explain(drawn.text)}
    assert carried == bool(drawn.spans["q"])
    if carried:
        assert (*drawn.spans["s"], *drawn.spans["c"], drawn.spans["q"]) in [parts(quote) for quote in extract(drawn.text).quotes]


def test_what_is_carried_on_is_one_quote_with_the_rule_that_named_the_speaker() -> None:
    (quote,) = extract("“The port is dead,” Vane said. “Nobody will come back.”").quotes
    assert (quote.rule, len(quote.contents)) == ("quote-source-cue", 2)
