"""Features: the words and how a span is built, that it is weighed by."""

from __future__ import annotations

import pytest

from newsclaims import Extractor
from newsclaims.claims.features import span_features
from newsclaims.claims.weighing import Weigher
from newsclaims.claims.worthiness import shipped_weights

CASES = (
    ("trouble", "The dam of Orrel has a problem.", True),
    ("trouble", "The ferry lacked life vests in May.", True),
    ("trouble", "The ferry carried 40 guests in May.", False),
    ("occasion", "Vane met the owners of the mill on Monday.", True),
    ("occasion", "The owners hosted 40 guests in Orrel.", True),
    ("occasion", "The owners sold 40 barges in Orrel.", False),
    ("policy", "The council raised the tax on barges.", True),
    ("policy", "The pension of a miller is 300 crowns.", True),
    ("policy", "The barge of a miller is 30 meters long.", False),
    ("first verb: be", "The dam was sold, and had lost 300 tons of stone.", True),
    ("first verb: have", "The dam has lost 300 tons of stone.", True),
    ("first verb: a modal", "The dam could lose 300 tons of stone.", True),
    ("first verb: do", "The dam did not lose 300 tons of stone.", True),
    ("first verb: in the present or past", "The dam lost 300 tons of stone.", True),
    ("first verb: be", "The dam lost what was left of its stone.", False),
    ("first verb is lose", "The dam has never lost a ton of stone.", True),
    ("several quantities", "The dam lost 300 tons of stone in May and 40 trees in June.", True),
    ("several quantities", "The dam lost 300 tons of stone in May.", False),
    ("begins after sentence edge", "The dam lost 300 tons of stone.", True),
    ("ends before comma and + verb", "The dam lost 300 tons of stone, and was sold.", False),
    ("uncut: comma and + verb", "The dam lost 300 tons of stone, and was sold.", True),
)


@pytest.mark.parametrize("feature, text, there", CASES)
def test_a_feature_is_there_or_not(feature: str, text: str, there: bool) -> None:
    first = Extractor().claim_proposals(text)[0]
    whole = max(first.spans, key=lambda span: span[1] - span[0])
    assert (feature in span_features(first.signs, *whole)) is there


TEXT = (
    "The mill in Orrel lost 300 jobs in May and 40 in June, and was sold to a rival, which had paid 9 million crowns in 2015, because "
    "“its owners”, the Vane family, could not repay what they owed. If it rains, Orla Vane said, the dam that broke in May may break "
    "again, costing nine lives. Sold."
)


def test_the_score_of_a_span_is_the_sum_of_its_features() -> None:
    weights = shipped_weights()
    weigher = Weigher(weights)
    for proposal in Extractor().claim_proposals(TEXT):
        for span, (claim, worth) in zip(
            proposal.spans, weigher.scores(proposal.signs, proposal.spans, weigher.words(proposal.signs.events)), strict=True
        ):
            pairs = [weights.of.get(name, (0.0, 0.0)) for name in ("*", *span_features(proposal.signs, *span))]
            assert claim == pytest.approx(sum(pair[0] for pair in pairs))
            assert worth == pytest.approx(sum(pair[1] for pair in pairs))
