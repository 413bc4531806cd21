"""Rules made of functions."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from newsclaims import RuleError, rule
from newsclaims.layers import Layers
from newsclaims.rules.base import Outcome


@rule("none-of-these", anchor="cue")
def none_of_these(layers: Layers, cue: Any) -> Outcome:
    """Nothing at all.

    A second line.
    """
    return "no"


def test_a_function_becomes_a_rule() -> None:
    assert none_of_these.name == "none-of-these"
    assert none_of_these.anchor == "cue"
    assert none_of_these.doc == "Nothing at all."


def test_a_rule_without_a_docstring_has_an_empty_line() -> None:
    assert rule("bare")(lambda layers, quotation: None).doc == ""


@pytest.mark.parametrize("name", ["", "two words", "a\tb", None, 3])
def test_names_are_one_word(name: Any) -> None:
    with pytest.raises(RuleError, match="one word"):
        rule(name)


def test_anchors_are_quotations_or_cues() -> None:
    with pytest.raises(RuleError, match=r"one of 'quotation', 'cue', 'verb', .*, not 'sentence'"):
        rule("sentences", anchor="sentence")  # type: ignore[arg-type]  # the mistake under test


def test_a_decorated_function_is_pickled_by_its_name() -> None:
    assert pickle.loads(pickle.dumps(none_of_these)) is none_of_these  # noqa: S301 - our own bytes
