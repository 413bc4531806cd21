from __future__ import annotations

import json
from collections.abc import Callable

import attrs
import pytest

from newsclaims import Document, Quote, QuoteKind, Span
from newsclaims.evaluation import Bin, Counts, GoldArticle, RuleScore, evaluate
from newsclaims.evaluation.report import bins_of, calibration_error
from newsclaims.evaluation.tables import report_table

Read = Callable[..., GoldArticle]

DRAWN = (
    "<s1>Vane</s1> <c1>said</c1> <q1>the port had closed</q1>. <q2>“It was late,”</q2> <s2>Holt</s2> <c2>said</c2>. "
    "<s3>Moss</s3> <c3>believes</c3> <q3>that ships wait</q3>. Rain fell on the coast."
)


def quote(text: str, kind: QuoteKind, content: str, source: str | None, rule: str | None, confidence: float) -> Quote:
    span = Span.of(text, text.index(content), text.index(content) + len(content))
    who = None if source is None else Span.of(text, text.index(source), text.index(source) + len(source))
    return Quote(kind, (span,), span, content, who, rule=rule, confidence=confidence)


@pytest.fixture
def gold(annotated: Read) -> GoldArticle:
    return annotated(DRAWN)


@pytest.fixture
def document(gold: GoldArticle) -> Document:
    text = gold.text
    quotes = (
        quote(text, QuoteKind.INDIRECT, "the port had closed", "Vane", "that-rule", 0.5),
        quote(text, QuoteKind.DIRECT, "“It was late,”", "Moss", "tag-rule", 0.9),
        quote(text, QuoteKind.INDIRECT, "Rain fell on the coast", "Moss", "that-rule", 0.5),
        quote(text, QuoteKind.DIRECT, "coast", None, None, 0.0),
    )
    return Document(text, quotes=quotes)


def test_counts_by_kind(gold: GoldArticle, document: Document) -> None:
    report = evaluate([gold], [document])
    assert report.articles == 1
    assert report.kind("all").content == Counts(gold=3, gold_hit=2, predicted=4, predicted_hit=2)
    assert report.kind("all").attributed == Counts(gold=3, gold_hit=1, predicted=4, predicted_hit=1)
    assert report.kind("direct").content == Counts(gold=1, gold_hit=1, predicted=2, predicted_hit=1)
    assert report.kind("indirect").attributed == Counts(gold=2, gold_hit=1, predicted=2, predicted_hit=1)
    assert report.kind("mixed").content == Counts(0, 0, 0, 0)
    with pytest.raises(KeyError):
        report.kind("shouted")


def test_a_kind_that_is_told_apart_otherwise_is_a_hit_in_both(gold: GoldArticle, document: Document) -> None:
    mixed = attrs.evolve(document, quotes=(attrs.evolve(document.quotes[0], kind=QuoteKind.MIXED),))
    report = evaluate([gold], [mixed])
    assert report.kind("mixed").content == Counts(gold=0, gold_hit=0, predicted=1, predicted_hit=1)
    assert report.kind("indirect").content == Counts(gold=2, gold_hit=1, predicted=0, predicted_hit=0)


def test_shares() -> None:
    counts = Counts(gold=4, gold_hit=1, predicted=2, predicted_hit=1)
    assert (counts.precision, counts.recall) == (0.5, 0.25)
    assert counts.f1 == pytest.approx(1 / 3)
    assert Counts(0, 0, 0, 0).f1 == 0


def test_rules(gold: GoldArticle, document: Document) -> None:
    rules = evaluate([gold], [document]).rules
    assert rules == (RuleScore("that-rule", 2, 1, 1), RuleScore(None, 1, 0, 0), RuleScore("tag-rule", 1, 1, 0))
    assert [(score.wrong, score.precision) for score in rules] == [(1, 0.5), (1, 0.0), (1, 0.0)]


def test_articles_and_documents_go_together_by_their_text(annotated: Read, gold: GoldArticle, document: Document) -> None:
    other = annotated("<s1>Vane</s1> <c1>said</c1> <q1>it snowed</q1>.", id="snow")
    report = evaluate([other, gold], [Document("Something else."), document])
    assert report.missing == ("snow",)
    assert report.kind("all").content == Counts(gold=4, gold_hit=2, predicted=4, predicted_hit=2)


def test_bins_hold_as_many_quotes_each() -> None:
    judged = [(step / 10, step >= 5) for step in range(10)]
    bins = bins_of(judged)
    assert [each.quotes for each in bins] == [2] * 5
    assert [each.right for each in bins] == [0, 0, 0.5, 1, 1]
    assert bins[0].confidence == pytest.approx(0.05)
    assert bins_of([(0.5, True)]) == (Bin(1, 0.5, 1.0),)
    assert bins_of([]) == ()


def test_calibration_error() -> None:
    assert calibration_error([Bin(3, 0.5, 0.75), Bin(3, 0.9, 0.8)]) == pytest.approx(0.175)
    assert calibration_error([]) == 0


def test_the_table_and_the_data(gold: GoldArticle, document: Document) -> None:
    report = evaluate([gold], [document])
    lines = report_table(report).splitlines()
    rows = [line.split() for line in lines]
    assert lines[0] == "1 article"
    assert ["all", "3", "4", "50.0", "66.7", "57.1", "25.0", "33.3", "28.6"] in rows
    assert ["that-rule", "2", "1", "1", "1", "50.0"] in rows
    assert any(line.startswith("(no rule)") for line in lines)
    assert f"calibration error: {report.calibration_error:.3f}" in lines
    data = json.loads(json.dumps(report.to_dict()))
    assert data["kinds"]["all"]["content"]["recall"] == pytest.approx(2 / 3)
    assert data["rules"][0] == {"rule": "that-rule", "found": 2, "right_content": 1, "right_source": 1, "wrong": 1, "precision": 0.5}
