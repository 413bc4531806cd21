"""Quotes and claims of several documents in nearly the same words."""

from __future__ import annotations

import pytest

from newsclaims import Document, extract
from newsclaims.claims import Change, cluster


def documents() -> list[Document]:
    texts = (
        "“We will never sell the old harbour to anybody,” Orla Vane said. “It rained,” she added.",
        "Nobody spoke on Monday.",
        "Vane said: “We will not sell the old harbour to anybody.”",
        "“The mill has no roof and no door,” Penn said.",
    )
    return [extract(text) for text in texts]


def test_quotes_in_nearly_the_same_words_are_one_cluster() -> None:
    [found] = cluster(documents())
    assert [(member.document, member.index, member.kind) for member in found.members] == [(0, 0, "quote"), (2, 0, "quote")]
    assert found.changes(0) == ()
    assert found.changes(1) == (Change("never", "not"),)


def test_words_left_out_and_put_in() -> None:
    short = extract("“The mill has no roof,” Penn said.")
    long = extract("“The old mill has no roof,” Penn said.")
    [found] = cluster([short, long])
    assert found.changes(1) == (Change("", "old"),)
    [found] = cluster([long, short])
    assert found.changes(1) == (Change("old", ""),)


def test_claims_are_grouped_too() -> None:
    one, other = (extract(f"The port lost 300 jobs in May of 2015, {who} said.") for who in ("Vane", "Penn"))
    [found] = cluster([one, other], what="claims")
    assert [member.text for member in found.members] == ["The port lost 300 jobs in May of 2015"] * 2
    assert cluster([one], what="claims") == ()


def test_a_higher_share_keeps_them_apart() -> None:
    assert cluster(documents(), share=0.95) == ()


def test_few_words_are_no_evidence() -> None:
    assert cluster([extract("“It rained,” Vane said.")] * 2) == ()


def test_many_copies_are_one_cluster() -> None:
    [found] = cluster(documents()[:1] * 500)
    assert len(found.members) == 500


@pytest.mark.parametrize("more, message", [({"what": "words"}, "'words'"), ({"share": 0}, "over 0"), ({"share": 1.5}, "at most 1")])
def test_what_cannot_be(more: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cluster([], **more)  # type: ignore[arg-type]  # wrong on purpose
