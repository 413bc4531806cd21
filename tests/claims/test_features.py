"""Features: the words and the shape that a piece is weighed by."""

from __future__ import annotations

import pytest

from newsclaims import Extractor

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
)


@pytest.mark.parametrize("feature, text, there", CASES)
def test_a_feature_is_there_or_not(feature: str, text: str, there: bool) -> None:
    first = Extractor().claim_candidates(text)[0]
    assert (feature in first.features) is there
