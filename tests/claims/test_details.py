"""Details: what is told of a claim besides its words, whose they are and what they are worth, read when it is first asked for."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

from newsclaims import Claim, extract
from newsclaims.claims.details import Details

TEXT = (
    "Orla Vane owns a mill in Orrel. It lost 300 jobs in May, she said. “I paid 9 million crowns for it,” Vane said. "
    "The mayor denied that the dam had cost 3 million crowns."
)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one entry each time that details are read."""
    found: list[str] = []
    read = Details.read

    def noted(self: Details) -> None:
        found.append("read")
        read(self)

    monkeypatch.setattr(Details, "read", noted)
    return found


def test_what_claims_are_found_by_needs_no_details(readings: list[str]) -> None:
    claims = extract(TEXT).claims
    assert [(claim.text, claim.claimer, claim.stance, claim.same_as, claim.negated) for claim in claims]
    assert all(claim.probability and claim.check_worthiness for claim in claims)
    assert str(claims[0]) in repr(claims)
    assert readings == []


def test_details_of_all_claims_are_read_at_once(readings: list[str]) -> None:
    document = extract(TEXT)
    assert document.claims[-1].object is not None
    assert [claim.kind for claim in document.claims]
    assert document.to_dict()
    assert readings == ["read"]


def test_a_claim_is_the_same_however_it_is_asked_for() -> None:
    read, unread = extract(TEXT).claims, extract(TEXT).claims
    assert all(claim.reasons for claim in read)
    assert read == unread
    assert hash(read) == hash(extract(TEXT).claims)
    assert pickle.loads(pickle.dumps(extract(TEXT).claims)) == read  # noqa: S301  # our own
    assert copy.copy(extract(TEXT).claims[0]) == read[0]
    assert attrs.evolve(extract(TEXT).claims[0], topic="sport").reasons == read[0].reasons


def test_threads_read_the_same() -> None:
    expected = [claim.object_name for claim in extract(TEXT).claims]
    for _ in range(5):
        claims = extract(TEXT).claims
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(lambda _, read=claims: [claim.object_name for claim in read], range(8))) == [expected] * 8


def test_what_a_claim_has_not_is_said() -> None:
    claim = extract(TEXT).claims[0]
    with pytest.raises(AttributeError, match="'Claim' object has no attribute 'colour'"):
        getattr(claim, "colour")  # noqa: B009  # a type checker knows that too
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        claim.topic = "sport"  # type: ignore[misc]
    assert Claim(claim.span, 0).reasons == ()
