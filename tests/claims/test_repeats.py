"""The same claim said again in one document."""

from __future__ import annotations

from newsclaims import extract

FIRST = "The port lost 300 jobs in May, Vane said."


def same_as(text: str) -> list[int | None]:
    return [claim.same_as for claim in extract(text).claims]


def test_a_claim_said_again_leads_to_the_first() -> None:
    assert same_as(f"{FIRST} The mill was sold in 2012. Penn agreed that the port lost 300 jobs in May.") == [None, None, 0]
    assert same_as(f"{FIRST} {FIRST} {FIRST}") == [None, 0, 0]


def test_other_claims_are_not_linked() -> None:
    assert same_as(f"{FIRST} The port lost 40 ships in June, Vane said.") == [None, None]
    assert same_as("It was. It was.") == [None] * len(same_as("It was. It was."))


def test_what_is_denied_is_not_the_same() -> None:
    assert same_as(f"{FIRST} Penn denied that the port lost 300 jobs in May.") == [None, None]
    assert same_as(f"{FIRST} Penn said the port had not lost 300 jobs in May.") == [None, None]
