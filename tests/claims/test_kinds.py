"""What sort of thing a claim says."""

from __future__ import annotations

import pytest

from newsclaims import extract_claims
from newsclaims.model import ClaimKind

KINDS = {
    "The port lost 300 jobs in May.": ClaimKind.QUANTITY,
    "The dam is twice as long as the quay of Orrel.": ClaimKind.COMPARISON,
    "The flood caused a loss of 3 million crowns.": ClaimKind.CAUSE,
    "Vane voted against the dam in 2012.": ClaimKind.VOTE,
    "The port will lose 300 jobs in May.": ClaimKind.PREDICTION,
    "The mill was sold to a rival in May.": ClaimKind.EVENT,
}


@pytest.mark.parametrize("text, kind", KINDS.items())
def test_the_kind_of_a_claim(text: str, kind: ClaimKind) -> None:
    assert [claim.kind for claim in extract_claims(text)] == [kind]
