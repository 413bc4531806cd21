"""What a cue says of itself where a rule makes it: cases draw only where it stands."""

from __future__ import annotations

import pytest

from newsclaims import Modality, extract


@pytest.mark.parametrize(
    "text, rule, cue, lemma, category",
    [
        ("To her critics, the port is “dead”.", "viewpoint", "To", "to", "believe"),
        ("In Vane's view, the port is “dead”.", "viewpoint", "In", "in", "believe"),
        ("“It rained,” Vane mouthed.", "quote-comma-source-verb", "mouthed", "mouthed", "say"),
        ("“It rained all day.” — Orla Vane, harbor master", "quote-dash-source", "—", "—", "say"),
        ("Her verdict? “It was dreadful.”", "noun-question-quote", "verdict", "verdict", "say"),
    ],
)
def test_a_cue_has_lemma_and_category(text: str, rule: str, cue: str, lemma: str, category: str) -> None:
    (quote,) = extract(text).quotes
    assert quote.rule == rule
    assert quote.cue is not None
    assert (quote.cue.span.text, quote.cue.lemma, quote.cue.category) == (cue, lemma, category)


@pytest.mark.parametrize(
    "text, modality",
    [
        ("Suppose Vane says that the dam fails.", Modality.CONDITIONAL),
        ("If Vane says the dam fails, it fails.", Modality.CONDITIONAL),
        ("Had Vane said that the dam was safe, he would have lied.", Modality.CONDITIONAL),
        ("Nobody said that the dam failed.", Modality.DENIED),
        ("No official has said that the dam failed.", Modality.DENIED),
        ("Vane said that nobody failed.", Modality.ASSERTED),
    ],
)
def test_a_supposition_is_marked(text: str, modality: Modality) -> None:
    [quote] = extract(text).quotes
    assert quote.cue is not None
    assert quote.cue.modality is modality
