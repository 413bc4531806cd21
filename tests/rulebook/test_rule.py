"""Rules of every stage: one class, pickled by name."""

from __future__ import annotations

import pickle

import pytest

from newsclaims import CLAIM_RULES, DEFAULT_RULES, RuleError, RuleSet
from newsclaims.rulebook.rule import Named, check_name
from newsclaims.speakers import SPEAKER_RULES


@pytest.mark.parametrize("rules", [DEFAULT_RULES, SPEAKER_RULES, CLAIM_RULES], ids=["attribution", "speakers", "claims"])
def test_a_shipped_set_and_each_of_its_rules_is_itself_after_pickling(rules: RuleSet[Named]) -> None:
    assert pickle.loads(pickle.dumps(rules)) is rules  # noqa: S301 - our own bytes
    for each in rules:
        assert pickle.loads(pickle.dumps(each)) == each  # noqa: S301 - our own bytes


@pytest.mark.parametrize("name", ["", "two words", "tab\t", 3, None])
def test_a_name_is_one_word(name: object) -> None:
    with pytest.raises(RuleError, match="one word with hyphens"):
        check_name(name)
