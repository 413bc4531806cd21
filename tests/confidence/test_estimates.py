"""The confidence of quotes: worked out when asked for, the same however it is asked."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import DEFAULT_RULES, Document, Extractor, PatternRule, Quote, QuoteKind, RuleSet, Span, extract
from newsclaims.confidence import estimates
from newsclaims.confidence.weights import shipped_weights

TEXT = (
    "“The port is shut,” Orla Vane said. Ada Holt said that it would snow. “It is late,” she said, “and cold.” "
    "Vane told reporters that Holt had told her the pier was closed. Critics called it “a mess”. “Nobody came.”"
)
OWN = PatternRule("my-own", "{source} : {quote}")


def sure(document: Document) -> list[float | None]:
    return [quote.confidence for quote in document.quotes]


def counting(monkeypatch: pytest.MonkeyPatch) -> list[Quote]:
    asked: list[Quote] = []
    plain = estimates.Estimates.of

    def of(self: estimates.Estimates, quote: Quote) -> float:
        asked.append(quote)
        return plain(self, quote)

    monkeypatch.setattr(estimates.Estimates, "of", of)
    return asked


def test_confidence_is_worked_out_when_it_is_first_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counting(monkeypatch)
    document = extract(TEXT)
    str(document), repr(document.quotes)
    assert asked == []
    first = document.quotes[0]
    seen = first.confidence
    assert seen is not None
    assert first.confidence == seen
    assert [each is first for each in asked] == [True]


def test_the_order_in_which_it_is_asked_does_not_matter() -> None:
    forwards, backwards = extract(TEXT), extract(TEXT)
    there = [quote.confidence for quote in reversed(backwards.quotes)]
    assert sure(forwards) == there[::-1]
    assert len(set(there)) > 2


def test_a_quote_of_a_clear_sentence_is_surer() -> None:
    [clear] = extract("“The port is shut,” Orla Vane said.").quotes
    unclear = extract("It was when the plan that critics seem to like, a plan for a port that Vane wants, failed.").quotes
    assert clear.confidence is not None
    assert all(quote.confidence is not None and quote.confidence < clear.confidence for quote in unclear)
    assert unclear


def test_two_quotes_of_one_rule_and_kind_differ() -> None:
    one, other = (
        extract(text).quotes[0]
        for text in ("Vane said the port was shut.", "When a plan that they say the port was shut for fails, it rains.")
    )
    assert (one.rule, one.kind) == (other.rule, other.kind)
    assert one.confidence != other.confidence


def test_an_unmeasured_rule_has_none_and_what_no_rule_found_has_nothing() -> None:
    [own] = Extractor(rules=RuleSet([OWN])).extract("Vane: “It rained.”").quotes
    assert (own.rule, own.confidence) == ("my-own", None)
    [left] = Extractor(rules=RuleSet([])).extract("“It rained all day.” That was it.").quotes
    assert (left.rule, left.confidence) == (None, 0.0)


def test_none_only_for_rules_that_were_never_measured() -> None:
    text = f"{TEXT}\n\nVane: “It rained.”"
    for quote in Extractor(rules=RuleSet([OWN, *DEFAULT_RULES])).extract(text).quotes:
        assert (quote.confidence is None) == (quote.rule is not None and not shipped_weights().knows(quote.rule))


@given(st.lists(st.sampled_from(TEXT.split(". ")), max_size=5), st.floats(0, 1))
def test_a_share_the_same_with_any_least_confidence(sentences: list[str], least: float) -> None:
    text = ". ".join(sentences)
    found = extract(text)
    assert all(confidence is None or 0 <= confidence <= 1 for confidence in sure(found))
    assert sure(Extractor(min_confidence=least).extract(text)) == sure(found)


def test_whatever_is_made_of_a_quote_has_its_confidence() -> None:
    known = sure(extract(TEXT))
    document = extract(TEXT)
    assert sure(pickle.loads(pickle.dumps(document))) == known  # noqa: S301 - our own pickle
    assert sure(copy.deepcopy(extract(TEXT))) == known
    assert sure(Document.from_json(extract(TEXT).to_json())) == known
    assert [attrs.evolve(quote, within=None).confidence for quote in extract(TEXT).quotes] == known
    assert [row["confidence"] for row in extract(TEXT).to_records()] == known
    assert [sure(each) for each in Extractor().pipe([TEXT, TEXT], workers=2)] == [known, known]


def test_quotes_are_equal_and_hash_alike_asked_or_not() -> None:
    asked, unasked = extract(TEXT), extract(TEXT)
    sure(asked)
    assert asked.quotes == unasked.quotes
    assert list(map(hash, extract(TEXT).quotes)) == list(map(hash, asked.quotes))


def test_a_quote_without_another_field_says_so() -> None:
    span = Span(0, 2, "ab")
    quote = Quote(QuoteKind.DIRECT, (span,), span, "ab")
    with pytest.raises(AttributeError, match="'Quote' object has no attribute 'sureness'"):
        quote.sureness  # type: ignore[attr-defined]  # noqa: B018 - reading it is the test
    assert quote.confidence == 0.0


def test_explain_says_what_counted() -> None:
    explanation = Extractor().explain(TEXT)
    told = {item.span.text: item for item in explanation if item.sure is not None}
    by_cue = next(item for item in told.values() if item.kind == "quotation")
    assert by_cue.sure is not None
    quote = explanation.document.quotes[0]
    assert by_cue.sure.confidence == quote.confidence
    assert any(each.feature == f"rule {quote.rule}: direct" for each in by_cue.sure.counted)
    assert [abs(each.weight) for each in by_cue.sure.counted] == sorted((abs(each.weight) for each in by_cue.sure.counted), reverse=True)
    assert f"    confidence {quote.confidence:.2f}: " in str(by_cue)


def test_explain_tells_of_a_quote_that_is_left_open_how_sure_it_was() -> None:
    left, plain = Extractor(min_confidence=1).explain(TEXT), Extractor().explain(TEXT)
    assert [item.sure for item in left] == [item.sure for item in plain]
    assert all(quote.source is None for quote in left.document.quotes)
