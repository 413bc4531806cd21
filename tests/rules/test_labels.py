"""Labels of transcripts; a case shows one of the labels of its text."""

from __future__ import annotations

from newsclaims import DEFAULT_RULES, Extractor
from newsclaims.testing import read_marked

RULES = ("speaker-label",)


def test_a_rule_finds_what_is_drawn(name: str, marked: str) -> None:
    drawn = read_marked(marked)
    quotes = [quote for quote in Extractor(rules=DEFAULT_RULES.only(name)).extract(drawn.text).quotes if quote.rule == name]
    found = [(quote.source, quote.cue and quote.cue.span, quote.contents) for quote in quotes]
    if any(drawn.spans.values()):
        assert (*drawn.spans["s"], *(drawn.spans["c"] or (None,)), drawn.spans["q"]) in found
    else:
        assert found == []
