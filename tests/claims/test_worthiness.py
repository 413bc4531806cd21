"""ClaimWeights: scores, reasons, and the file they are read from."""

from __future__ import annotations

import pytest

from newsclaims import RuleError, extract_claims
from newsclaims.claims.choosing import Chances
from newsclaims.claims.weighing import Weigher
from newsclaims.claims.worthiness import FILE, ClaimWeights, read_weights, shipped_weights, write_weights

WEIGHTS = ClaimWeights({"*": (-1.0, -1.5), "money": (1.0, 2.0), "opinion": (-1.0, -3.0), "nothing": (0.0, 0.0)}, 0.3, 0.4)


def test_the_threshold_of_a_check_lies_at_one_half() -> None:
    score = Weigher(WEIGHTS).check_worthiness
    assert score(Chances(0.9, 0.4, 0.9)) == pytest.approx(0.5)
    assert score(Chances(0.9, 0.3, 0.9)) < 0.5 < score(Chances(0.9, 0.5, 0.9))
    assert score(Chances(0.0, 0.0, 0.0)) == 0.0
    assert score(Chances(1.0, 1.0, 1.0)) == 1.0


def test_weights_come_back_from_a_file() -> None:
    again = read_weights(write_weights(WEIGHTS))
    assert again.of == WEIGHTS.of
    assert (again.least_claim, again.least_worth) == (0.3, 0.4)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "money\t1\t2\n",
        "*\t1\t2\n",
        "* thresholds\t0.3\t0.3\nmoney\t1\t2\n",
        "* thresholds\t0\t1\n*\t1\t2\n",
        "* thresholds\t0.3\t0.3\n*\t1\t2\nmoney\t1\n",
        "* thresholds\t0.3\t0.3\n*\t1\t2\nmoney\tmuch\tmore\n",
    ],
)
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
