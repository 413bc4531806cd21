"""Rule sets: order, names, new sets from old ones, errors that list what there is."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from newsclaims import DEFAULT_RULES, DuplicateRuleError, PatternRule, Rule, RuleError, RuleSet, UnknownRuleError, rule
from newsclaims.layers import Layers
from newsclaims.rules.base import Outcome


@rule("one")
def one(layers: Layers, quotation: Any) -> Outcome:
    return "no"


@rule("two", anchor="cue")
def two(layers: Layers, cue: Any) -> Outcome:
    return "no"


@rule("three")
def three(layers: Layers, quotation: Any) -> Outcome:
    return "no"


LETTER = PatternRule("letter", "{source} : {quote}")
SET = RuleSet((one, two))


def test_which_sets_are_shipped() -> None:
    assert DEFAULT_RULES.is_shipped
    assert pickle.loads(pickle.dumps(DEFAULT_RULES)).is_shipped  # noqa: S301 - our own bytes
    others = (SET, RuleSet(DEFAULT_RULES), DEFAULT_RULES.without("carry-over"), RuleSet((one,), home=("newsclaims_rules", "MINE")))
    assert [rules.is_shipped for rules in others] == [False, False, False, False]


def test_order_is_kept() -> None:
    assert SET.names == ("one", "two")
    assert list(SET) == [one, two]
    assert len(SET) == 2
    assert "one" in SET
    assert "three" not in SET
    assert SET["two"] is two


@pytest.mark.parametrize(
    "change, names",
    [
        (lambda rules: rules.before("one", three), ("three", "one", "two")),
        (lambda rules: rules.before("two", three, LETTER), ("one", "three", "letter", "two")),
        (lambda rules: rules.after("one", three), ("one", "three", "two")),
        (lambda rules: rules.after("two", three), ("one", "two", "three")),
        (lambda rules: rules.replace("one", three), ("three", "two")),
        (lambda rules: rules.replace("one", one), ("one", "two")),
        (lambda rules: rules.without("one"), ("two",)),
        (lambda rules: rules.without("two", "one"), ()),
        (lambda rules: rules.without(), ("one", "two")),
        (lambda rules: rules.only("two"), ("two",)),
        (lambda rules: rules.only("two", "one"), ("one", "two")),
    ],
)
def test_changes_give_a_new_set(change: Callable[[RuleSet[Rule]], RuleSet[Rule]], names: tuple[str, ...]) -> None:
    assert change(SET).names == names
    assert SET.names == ("one", "two")


@pytest.mark.parametrize("method", ["before", "after", "replace", "without", "only", "__getitem__"])
def test_an_unknown_name_lists_the_known_ones(method: str) -> None:
    with pytest.raises(UnknownRuleError, match=r"'onw'.*one, two") as caught:
        getattr(SET, method)("onw")
    assert caught.value.known == ("one", "two")
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("method", ["before", "after"])
def test_a_name_that_is_taken_lists_the_known_ones(method: str) -> None:
    with pytest.raises(DuplicateRuleError, match=r"'three' is already.*replace\(\)") as caught:
        getattr(SET.after("two", three), method)("two", three)
    assert set(caught.value.known) == {"one", "two", "three"}


@pytest.mark.parametrize("thing", [None, "one", print, object()])
def test_what_is_no_rule_is_refused(thing: Any) -> None:
    with pytest.raises(RuleError, match="not a rule"):
        RuleSet((thing,))


def test_equal_by_value() -> None:
    assert RuleSet((one, two)) == SET
    assert hash(RuleSet((one, two))) == hash(SET)
    assert RuleSet((two, one)) != SET
    assert SET != "one"


@pytest.mark.parametrize("rules", [RuleSet(), SET, DEFAULT_RULES, DEFAULT_RULES.before("carry-over", one, LETTER).without("according-to")])
def test_pickled_by_value(rules: RuleSet[Rule]) -> None:
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - our own bytes


def test_the_default_rules_have_a_name_and_a_line_each() -> None:
    assert len(set(DEFAULT_RULES.names)) == len(DEFAULT_RULES)
    for each in DEFAULT_RULES:
        assert each.doc, each.name
        assert "\n" not in each.doc
