"""Quotes that are less sure than wanted: their words stay, who said them goes, and what refers to them stays right."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from newsclaims import DEFAULT_RULES, Document, Extractor, PatternRule

TEXT = """“It rained,” said Orla Vane. Vane said that the port had lost 300 jobs. Ivo Karr and Orla Vane agreed that it was late.

Kell approved the sale. “Nobody asked.”"""
EVERY = 1.0


def test_nothing_changes_where_all_are_sure_enough() -> None:
    assert Extractor(min_confidence=0).extract(TEXT) == Extractor().extract(TEXT)


def test_words_stay_and_who_said_them_goes() -> None:
    before, after = Extractor().extract(TEXT), Extractor(min_confidence=EVERY).extract(TEXT)
    assert [(quote.contents, quote.rule, quote.confidence) for quote in before.quotes] == [
        (quote.contents, quote.rule, quote.confidence) for quote in after.quotes
    ]
    assert {(quote.source, quote.speaker, quote.cue, quote.addressee) for quote in after.quotes} == {(None, None, None, None)}
    assert all(quote.reason for quote in after.quotes)
    assert "is below 1.00" in str(after.quotes[0].reason)


@pytest.mark.parametrize("least", [0.0, 0.6, 0.9, 0.97, EVERY])
def test_speakers_count_what_is_left(least: float) -> None:
    document = Extractor(min_confidence=least).extract(TEXT)
    assert len(document.speakers) == len(Extractor().extract(TEXT).speakers)
    for index, quote in enumerate(document.quotes):
        assert quote.speaker is None or quote.speaker in document.speakers
        assert [speaker for speaker in document.speakers if index in speaker.quotes] == ([quote.speaker] if quote.speaker else [])
    assert sum(speaker.words for speaker in document.speakers) <= sum(speaker.words for speaker in Extractor().extract(TEXT).speakers)
    assert Document.from_json(document.to_json()) == document


def test_claims_of_a_quote_left_open_have_no_claimer() -> None:
    claims = Extractor(min_confidence=EVERY).extract(TEXT).claims
    said = [claim for claim in claims if claim.quote is not None]
    assert said
    assert all(claim.claimer is None for claim in said)
    assert any(claim.claimer for claim in Extractor().extract(TEXT).claims)


def test_a_rule_that_nobody_has_measured_is_not_doubted() -> None:
    label = PatternRule("label", "{source} - {quote}")
    [quote] = Extractor(rules=DEFAULT_RULES.before("quote-cue-source", label), min_confidence=EVERY).extract("Vane - “It rained.”").quotes
    assert (quote.rule, str(quote.source), quote.confidence) == ("label", "Vane", None)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, "0.5", None, True])
def test_what_is_no_share_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="min_confidence must be a number from 0 to 1"):
        Extractor(min_confidence=wrong)


def test_it_goes_with_the_extractor() -> None:
    extractor = Extractor(min_confidence=0.9)
    assert pickle.loads(pickle.dumps(extractor)) == extractor  # noqa: S301 - our own
    assert list(extractor.pipe([TEXT] * 2, workers=2, batch_size=1)) == [extractor.extract(TEXT)] * 2
