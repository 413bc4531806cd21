from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import DEFAULT_RULES, Document, Quote, QuoteKind, RuleError, RuleSet, Span, rule
from newsclaims.evaluation import Calibration, GoldArticle, GoldQuote, calibrate
from newsclaims.evaluation.tables import rules_table
from newsclaims.rules.confidence import ANY_RULE, read_entries, write_entries

Outcomes = list[tuple[str | None, QuoteKind, bool]]


def corpus(outcomes: Outcomes) -> tuple[list[GoldArticle], list[Document]]:
    """An article for each outcome: the kind of quote a rule found, and whether that was right."""
    gold, documents = [], []
    for number, (name, kind, right) in enumerate(outcomes):
        text = f"Ship {number} had left. Vane wept."
        said, elsewhere = Span.of(text, 0, text.index(".")), Span.of(text, text.index("wept"), len(text) - 1)
        gold.append(GoldArticle(text, str(number), (GoldQuote(kind, (said,)),)))
        content = said if right else elsewhere
        documents.append(Document(text, quotes=(Quote(kind, (content,), content, content.text, rule=name),)))
    return gold, documents


def calibrated(outcomes: Outcomes, rules: tuple[str, ...] = (), strength: float = 10.0) -> Calibration:
    return calibrate(*corpus(outcomes), rules, strength=strength)


def confidence(result: Calibration, rule: str, kind: str) -> float:
    measured = result.confidence(rule, kind)
    assert measured is not None
    return measured


DIRECT, INDIRECT = QuoteKind.DIRECT, QuoteKind.INDIRECT
OFTEN: Outcomes = [("often", DIRECT, step % 4 > 0) for step in range(400)]


def test_a_rule_often_seen_has_its_own_precision() -> None:
    assert calibrated(OFTEN).confidence("often", "direct") == pytest.approx(0.75, abs=0.01)


@pytest.mark.parametrize("right", [True, False])
def test_a_rule_seldom_seen_is_drawn_to_the_others(right: bool) -> None:
    drawn = confidence(calibrated([*OFTEN, ("seldom", DIRECT, right)]), "seldom", "direct")
    assert 0.05 < abs(drawn - 0.75) < 0.2 if not right else 0.75 < drawn < 0.85


def test_a_kind_in_which_a_rule_was_never_seen_has_that_of_the_rule() -> None:
    other: Outcomes = [("other", INDIRECT, False)] * 100
    result = calibrated([*OFTEN, *other])
    assert confidence(result, "other", "direct") < 0.15
    assert confidence(result, "often", "indirect") > 0.7


def test_without_strength_it_is_the_share_itself() -> None:
    result = calibrated([("a", DIRECT, True), ("a", DIRECT, False), ("b", DIRECT, True)], strength=0)
    assert (result.confidence("a", "direct"), result.confidence("b", "direct")) == (0.5, 1.0)


def test_rules_that_never_fired_have_entries_with_the_precision_of_the_kind() -> None:
    result = calibrated(OFTEN, ("silent",))
    assert {entry.kind for entry in result.entries if entry.rule == "silent"} == {"direct", "mixed", "indirect"}
    for kind in QuoteKind:
        assert result.confidence("silent", kind) == result.confidence(ANY_RULE, kind)
        assert result.confidence("unknown", kind) is None


def test_what_no_rule_found_is_left_out_of_the_entries_and_is_in_the_bins() -> None:
    result = calibrated([*OFTEN, *[(None, DIRECT, False)] * 400])
    assert result.confidence(ANY_RULE, "direct") == calibrated(OFTEN).confidence(ANY_RULE, "direct")
    assert (result.bins[0].confidence, result.bins[0].right) == (0, 0)
    assert sum(each.quotes for each in result.bins) == 800


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="shouted"):
        calibrated(OFTEN).confidence("often", "shouted")


outcomes = st.lists(st.tuples(st.sampled_from(["a", "b", None]), st.sampled_from(list(QuoteKind)), st.booleans()), max_size=12)


@given(outcomes=outcomes)
def test_confidence_is_a_share_and_survives_the_file(outcomes: Outcomes) -> None:
    entries = calibrated(outcomes, ("a", "c")).entries
    assert all(0 < entry.confidence < 1 and 0 <= entry.right <= entry.found for entry in entries)
    assert read_entries(write_entries(entries)) == entries


def test_a_name_that_would_break_the_file_is_refused() -> None:
    for name in ("two words", "tab\tbed", "line\nend", "#comment", ""):
        with pytest.raises(RuleError, match="one word with hyphens"):
            write_entries(calibrated([], (name,)).entries)


def test_rules_as_a_table() -> None:
    @rule("often")
    def often(layers: object, quotation: object) -> None:
        """Finds <a lot> | of it."""

    lines = rules_table(RuleSet([often]), calibrated(OFTEN, ("often",))).splitlines()
    assert lines[0] == "| rule | what it matches | found | precision | direct | mixed | indirect |"
    assert lines[2] == "| `often` | Finds &lt;a lot> \\| of it. | 400 | 75.0 | 75.0 (400) | – | – |"


def test_every_default_rule_stands_in_the_table() -> None:
    lines = rules_table(DEFAULT_RULES, calibrated([], DEFAULT_RULES.names)).splitlines()
    assert [line.split("`")[1] for line in lines[2:]] == list(DEFAULT_RULES.names)
