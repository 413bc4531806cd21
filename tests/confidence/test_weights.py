"""The file of weights, and what it makes of a quote's features."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import DEFAULT_RULES, RuleError
from newsclaims.confidence.weights import FILE, HEADER, Weight, Weights, read_weights, shipped_weights, write_weights

SHIPPED = shipped_weights()


def test_the_file_is_as_the_command_writes_it() -> None:
    assert FILE.read_text(encoding="utf-8") == write_weights(SHIPPED)
    assert "newsclaims evaluate GOLD_DIR... --calibrate" in HEADER
    assert "not to be edited" in HEADER


def test_the_file_holds_no_rule_that_is_gone() -> None:
    assert set(SHIPPED.rules()) <= set(DEFAULT_RULES.names)
    assert len(SHIPPED.rules()) > len(DEFAULT_RULES) / 2


def test_counts_of_a_rule_add_up_to_those_of_its_kinds() -> None:
    for rule in SHIPPED.rules():
        kinds = [SHIPPED.counts(rule, kind) for kind in ("direct", "mixed", "indirect")]
        row = SHIPPED.of[f"rule {rule}"]
        assert (row.right, row.found) == (sum(right for right, _ in kinds), sum(found for _, found in kinds))


def test_counts_of_all_rules_and_of_what_was_never_seen() -> None:
    weights = Weights({"*": Weight(1.0, 3, 4), "kind direct": Weight(0.1, 2, 2), "rule tag: direct": Weight(0.0, 1, 1)})
    assert weights.counts(None, "direct") == (2, 2)
    assert weights.counts("tag", "direct") == (1, 1)
    assert weights.counts("tag", "mixed") == (0, 0)
    with pytest.raises(ValueError, match="shouted"):
        weights.counts("tag", "shouted")


def test_what_counted_comes_with_the_weightiest_first() -> None:
    weights = Weights({"*": Weight(1.0), "a": Weight(0.2), "b": Weight(-0.5), "c": Weight(0.2), "none": Weight(0.0)})
    assert [(each.feature, each.weight) for each in weights.counted(["c", "a", "b", "none", "unknown"])] == [
        ("b", -0.5),
        ("a", 0.2),
        ("c", 0.2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "kind direct\t0.5\t1",
        "kind direct\thigh\t1\t2",
        "kind direct 0.5 1 2",
        "kind direct\t0.5\t1.5\t2",
        "\t0.5\t1\t2",
        *(f"kind direct\t{value}\t1\t2" for value in ("nan", "inf", "-inf")),
        "kind direct\t0.5\t3\t2",
        "kind direct\t0.5\t-1\t2",
        "*\t0.5\t1\t2",
    ],
)
def test_a_wrong_line_is_named(line: str) -> None:
    with pytest.raises(RuleError, match=r"^ours\.tsv, line 3: "):
        read_weights(f"# comment\n*\t+1.00\t1\t2\n{line}\n", "ours.tsv")


def test_a_file_without_a_start_is_refused() -> None:
    for content in ("", "# feature\n", "kind direct\t0.5\t1\t2\n"):
        with pytest.raises(RuleError, match=r"^ours\.tsv: there is no line for '\*'"):
            read_weights(content, "ours.tsv")


names = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r", exclude_categories=("Cc", "Cs")), min_size=1).filter(
    lambda name: not name.startswith("#") and name != "*"
)
values = st.integers(-900, 900).map(lambda number: number / 100)
rows = st.builds(lambda value, right, more: Weight(value, right, right + more), values, st.integers(0, 99), st.integers(0, 99))


@given(table=st.dictionaries(names, rows, max_size=6), start=rows, having=st.lists(names, max_size=6))
def test_any_weights_survive_the_file_and_give_a_share(table: dict[str, Weight], start: Weight, having: list[str]) -> None:
    weights = Weights({"*": start, **table})
    assert read_weights(write_weights(weights)) == weights
    assert pickle.loads(pickle.dumps(weights)) == weights  # noqa: S301 - our own pickle
    features = [*table, *having]
    assert 0 < weights.estimate(features) < 1
    assert weights.estimate(features) == weights.estimate(list(reversed(features)))


def test_shipped_weights_travel_by_name() -> None:
    assert pickle.loads(pickle.dumps(SHIPPED)) is SHIPPED  # noqa: S301 - our own pickle
    assert len(pickle.dumps(SHIPPED)) < 200


@given(share=st.floats(-50, 50), more=st.floats(0, 5))
def test_what_speaks_for_a_quote_makes_it_no_less_sure(share: float, more: float) -> None:
    weights = Weights({"*": Weight(share), "for": Weight(more)})
    assert weights.estimate(["for"]) >= weights.estimate([])
