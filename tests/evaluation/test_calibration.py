"""Calibration: weights fitted on annotated articles, measured on articles they were not fitted on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims import DEFAULT_RULES, Document, Extractor, Quote, QuoteKind, RuleSet, Span, rule
from newsclaims.confidence.features import features
from newsclaims.confidence.surroundings import Surroundings
from newsclaims.confidence.weights import ALL, Weights, read_weights, write_weights
from newsclaims.evaluation import Calibration, GoldArticle, GoldQuote, calibrate
from newsclaims.evaluation.matching import judge
from newsclaims.evaluation.tables import rules_table

Outcomes = list[tuple[str | None, QuoteKind, bool]]


def corpus(outcomes: Outcomes) -> tuple[list[GoldArticle], list[Document]]:
    """An article for each outcome: the kind of quote a rule found, and whether that was right."""
    gold, documents = [], []
    for number, (name, kind, right) in enumerate(outcomes):
        text = f"Ship {number} had left. Vane wept."
        said, elsewhere = Span.of(text, 0, text.index(".")), Span.of(text, text.index("wept"), len(text) - 1)
        gold.append(GoldArticle(text, str(number), (GoldQuote(kind, (said if right else elsewhere,)),)))
        documents.append(Document(text, quotes=(Quote(kind, (said,), said, said.text, rule=name),)))
    return gold, documents


def calibrated(outcomes: Outcomes, rules: tuple[str, ...] = ()) -> Calibration:
    return calibrate(*corpus(outcomes), rules)


def share(weights: Weights, name: str) -> float:
    _, [document] = corpus([(name, QuoteKind.DIRECT, True)])
    return weights.estimate(features(Surroundings(Extractor().layers(document.text)), document.quotes[0]))


DIRECT, INDIRECT = QuoteKind.DIRECT, QuoteKind.INDIRECT
OFTEN: Outcomes = [("often", DIRECT, step % 4 > 0) for step in range(400)]
BAD: Outcomes = [("bad", DIRECT, step % 4 == 0) for step in range(400)]


def test_a_rule_often_seen_has_about_its_own_precision() -> None:
    weights = calibrated(OFTEN + BAD).weights
    assert share(weights, "often") == pytest.approx(0.75, abs=0.03)
    assert share(weights, "bad") == pytest.approx(0.25, abs=0.03)
    assert weights.of["rule often"].value > 0 > weights.of["rule bad"].value


@pytest.mark.parametrize("right", [True, False])
def test_a_rule_seldom_seen_is_drawn_to_the_others(right: bool) -> None:
    drawn = share(calibrated([*OFTEN, ("seldom", DIRECT, right)]).weights, "seldom")
    assert 0.74 < drawn < 0.8 if right else 0.6 < drawn < 0.75


def test_counts_stand_beside_the_weights() -> None:
    weights = calibrated([*OFTEN, *[("other", INDIRECT, False)] * 30]).weights
    assert (weights.counts("often", "direct"), weights.counts("other", "indirect")) == ((300, 400), (0, 30))
    assert (weights.counts(None, "direct"), weights.counts(None, "mixed")) == ((300, 400), (0, 0))
    assert (weights.of[ALL].right, weights.of[ALL].found) == (300, 430)


def test_a_rule_that_never_fired_has_a_row_and_another_none() -> None:
    weights = calibrated(OFTEN, ("silent",)).weights
    assert weights.knows("silent")
    assert (weights.of["rule silent"].value, weights.counts("silent", "direct")) == (0, (0, 0))
    assert not weights.knows("unknown")


def test_a_feature_of_few_quotes_has_no_row() -> None:
    few = calibrated([("rare", DIRECT, True)] * 24).weights
    assert {name for name in few.of if not name.startswith("rule ")} == {ALL}
    assert "kind direct" in calibrated([("rare", DIRECT, True)] * 25).weights.of


def test_what_no_rule_found_is_measured_with_a_confidence_of_nothing() -> None:
    result = calibrated([*OFTEN, *[(None, DIRECT, False)] * 400])
    assert result.weights == calibrated(OFTEN).weights
    assert (result.bins[0].confidence, result.bins[0].right) == (0, 0)
    assert sum(each.quotes for each in result.bins) == 800
    assert result.sorting > 0.8


def test_it_is_measured_on_articles_that_the_weights_do_not_know() -> None:
    alone: Outcomes = [(f"rule-{step}", DIRECT, step % 2 == 0) for step in range(200)]  # each rule stands in one article: nothing to learn
    assert calibrated(alone).sorting == pytest.approx(0.5, abs=0.08)
    assert calibrated(OFTEN + BAD).sorting == pytest.approx(0.75, abs=0.03)


def test_articles_that_count_more_pull_more() -> None:
    gold, documents = corpus([*[("tag", DIRECT, True)] * 40, *[("tag", DIRECT, False)] * 40])
    counts = {article.text: 4.0 for article in gold[:40]}
    assert share(calibrate(gold, documents, counts=counts).weights, "tag") == pytest.approx(0.8, abs=0.03)
    assert share(calibrate(gold, documents).weights, "tag") == pytest.approx(0.5, abs=0.03)


def test_nothing_to_learn_from() -> None:
    result = calibrate([], [], ("tag",))
    assert (result.bins, result.kept, result.sorting) == ((), (), 0.5)
    assert share(result.weights, "tag") == 0.5


outcomes = st.lists(st.tuples(st.sampled_from(["a", "b", None]), st.sampled_from(list(QuoteKind)), st.booleans()), max_size=12)


@settings(deadline=None)
@given(outcomes=outcomes)
def test_weights_survive_the_file_and_give_a_share(outcomes: Outcomes) -> None:
    weights = calibrated(outcomes, ("a", "c")).weights
    assert read_weights(write_weights(weights)) == weights
    assert all(0 < share(weights, name) < 1 for name in ("a", "c"))


def test_rules_as_a_table() -> None:
    @rule("often")
    def often(layers: object, quotation: object) -> None:
        """Finds <a lot> | of it."""

    gold, documents = corpus(OFTEN)
    verdicts = [each for article, document in zip(gold, documents, strict=True) for each in judge(article, document).verdicts]
    lines = rules_table(RuleSet([often]), verdicts).splitlines()
    assert lines[0] == "| rule | what it matches | found | precision | direct | mixed | indirect |"
    assert lines[2] == "| `often` | Finds &lt;a lot> \\| of it. | 400 | 75.0 | 75.0 (400) | – | – |"


def test_every_default_rule_stands_in_the_table() -> None:
    lines = rules_table(DEFAULT_RULES, []).splitlines()
    assert [line.split("`")[1] for line in lines[2:]] == list(DEFAULT_RULES.names)
