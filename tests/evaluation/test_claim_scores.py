from __future__ import annotations

import json

import pytest

from newsclaims import Claim, Document, Span, Speaker, Stance
from newsclaims.evaluation import Counts, GoldArticle, GoldClaim, evaluate
from newsclaims.evaluation.claim_scores import average_precision
from newsclaims.evaluation.tables import report_table

TEXT = "The port is closed, Orla Vane said. Moss denied that he had taken money. It was late."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words), words)


GOLD = GoldArticle(
    TEXT,
    "port",
    claims=(
        GoldClaim(span("The port is closed"), 2, Stance.AFFIRM, "Orla Vane", "the port"),
        GoldClaim(span("he had taken money"), 2, Stance.DENY, "Moss", "Moss"),
        GoldClaim(span("It was late"), 1),
    ),
)
PORT = Claim(span("The port is closed"), 0, Speaker("Vane"), object=span("The port"), check_worthiness=0.8)
MONEY = Claim(span("he had taken money"), 1, Speaker("Ivo Karr"), stance=Stance.AFFIRM, check_worthiness=0.2)
OTHER = Claim(span("Orla Vane said"), 0, check_worthiness=0.6)


def test_claims_are_counted_one_with_one() -> None:
    score = evaluate([GOLD], [Document(TEXT, claims=(PORT, MONEY, OTHER))]).claims
    assert score is not None
    assert score.found == Counts(gold=3, gold_hit=2, predicted=3, predicted_hit=2)
    assert score.worthy == Counts(gold=2, gold_hit=1, predicted=2, predicted_hit=1)
    assert (score.matched, score.claimer, score.stance, score.objects) == (2, 1, 1, 1)
    assert (score.reported, score.reported_claimer, score.denied, score.denied_found) == (2, 1, 1, 0)
    assert score.shares() == {"claimer": 0.5, "reported": 0.5, "stance": 0.5, "object": 0.5, "denied": 0.0}
    assert score.average_precision == pytest.approx((1 + 2 / 3) / 2)


@pytest.mark.parametrize(
    "claimer, given, right",
    [
        (None, None, True),
        (None, "Vane", False),
        ("Vane", None, False),
        ("Orla Vane", "Vane", True),
        ("a clerk", "clerk", True),
    ],
)
def test_whose_claim_it_is(claimer: str | None, given: str | None, right: bool) -> None:
    gold = GoldArticle(TEXT, "port", claims=(GoldClaim(span("The port is closed"), 2, claimer=claimer),))
    claim = Claim(span("The port is closed"), 0, None if given is None else Speaker(given))
    score = evaluate([gold], [Document(TEXT, claims=(claim,))]).claims
    assert score is not None
    assert bool(score.claimer) == right


def test_articles_without_annotated_claims_do_not_count() -> None:
    assert evaluate([GoldArticle(TEXT, "port")], [Document(TEXT, claims=(PORT,))]).claims is None
    both = evaluate([GoldArticle("Rain fell.", "rain"), GOLD], [Document(TEXT, claims=(PORT,)), Document("Rain fell.")])
    assert both.claims is not None
    assert both.claims.found.gold == 3


def test_an_article_without_a_document_has_found_none() -> None:
    score = evaluate([GOLD], []).claims
    assert score is not None
    assert score.found == Counts(3, 0, 0, 0)


def test_equal_values_share_a_rank() -> None:
    assert average_precision([(0.5, True), (0.5, False)], 1) == average_precision([(0.5, False), (0.5, True)], 1) == 0.5
    assert average_precision([], 0) == 0.0


def test_figures_of_claims_are_printed_where_there_are_any() -> None:
    report = evaluate([GOLD], [Document(TEXT, claims=(PORT, MONEY, OTHER))])
    assert "worth checking          2      2  50.0" in report_table(report)
    assert json.loads(json.dumps(report.to_dict()))["claims"]["shares"]["claimer"] == 0.5
    assert "claims" not in report_table(evaluate([GoldArticle(TEXT, "port")], []))
