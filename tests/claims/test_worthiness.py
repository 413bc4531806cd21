"""Weights: scores, reasons, and the file they are read from."""

from __future__ import annotations

import pytest

from newsclaims import Reason, RuleError, extract_claims
from newsclaims.claims.worthiness import FILE, Weights, read_weights, shipped_weights, write_weights

WEIGHTS = Weights({"*": 0.0, "money": 1.0}, {"*": -1.0, "money": 2.0, "opinion": -3.0, "nothing": 0.0})


def test_scores_lie_between_0_and_1() -> None:
    assert WEIGHTS.is_claim(set()) == 0.5
    assert WEIGHTS.check_worthiness({"opinion"}) < WEIGHTS.check_worthiness(set()) < 0.5 < WEIGHTS.check_worthiness({"money"})
    assert Weights({"*": -10_000.0}, {"*": 10_000.0}).is_claim(set()) == 0.0
    assert Weights({"*": -10_000.0}, {"*": 10_000.0}).check_worthiness(set()) == 1.0


def test_reasons_are_what_counted_the_weightiest_first() -> None:
    features = frozenset(("money", "opinion", "nothing", "unheard of"))
    assert WEIGHTS.reasons(features) == (Reason("opinion", -3.0), Reason("money", 2.0))


def test_weights_come_back_from_a_file() -> None:
    again = read_weights(write_weights(WEIGHTS))
    assert {**again.claim} == {"*": 0.0, "money": 1.0, "opinion": 0.0, "nothing": 0.0}
    assert {**again.worth} == {**WEIGHTS.worth}


@pytest.mark.parametrize("content", ["", "money\t1\t2\n", "*\t1\t2\nmoney\t1\n", "*\t1\t2\nmoney\tmuch\tmore\n"])
def test_what_is_no_file_of_weights(content: str) -> None:
    with pytest.raises(RuleError):
        read_weights(content)


def test_the_shipped_file_is_as_it_would_be_written() -> None:
    assert FILE.read_text(encoding="utf-8") == write_weights(shipped_weights())


WORTH = (
    ("The fund lost 12 percent of its value in 2015.", "The museum is a wonderful place of hope."),
    ("Vane said unemployment had doubled to 8 percent since May.", "“I think we have to love our families,” Vane said."),
    ("The council voted against the tax in 2012, the ministry said.", "Maybe something good will happen to all of us."),
)


@pytest.mark.parametrize("more, less", WORTH)
def test_figures_and_acts_are_worth_more_than_taste_and_hope(more: str, less: str) -> None:
    highest = max((claim.check_worthiness for claim in extract_claims(less)), default=0.0)
    [claim] = extract_claims(more)
    assert claim.check_worthiness > 0.5 > highest
    assert claim.reasons[0].weight > 0
