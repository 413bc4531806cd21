"""Quotes and claims of several documents in nearly the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, Extractor, extract
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


def told(outlet: str | None, date: str | None, words: str) -> Document:
    metadata = {name: value for name, value in (("outlet", outlet), ("date", date)) if value is not None}
    return Extractor().extract(f"“{words},” said Orla Vane.", metadata=metadata or None)


def reports() -> list[Document]:
    return [
        told("The Orrel Post", "2024-05-03", "We will not sell the old harbour to anybody"),
        told("Harbour Radio", None, "We will sell the old harbour to nobody"),
        told("The Quay", "2024-05-01", "We will never sell the old harbour to anybody at all"),
        told("The Lantern", "2024-05-04", "We will never sell the old harbour, to anybody at all"),
    ]


def test_the_earliest_comes_first_and_who_changed_it_follows() -> None:
    [found] = cluster(reports())
    assert [member.origin for member in found.members] == ["The Quay", "The Orrel Post", "The Lantern", "Harbour Radio"]
    assert {member.speaker for member in found.members} == {"Orla Vane"}
    assert [[member.origin for member in variant.members] for variant in found.variants] == [
        ["The Quay", "The Lantern"],
        ["The Orrel Post"],
        ["Harbour Radio"],
    ]
    assert found.variants[0].changes == ()
    assert found.variants[1].changes == (Change("never", "not"), Change("at all", ""))


def test_wordings_stand_below_one_another() -> None:
    [found] = cluster(reports())
    assert [" ".join(filter(None, row)) for row in found.aligned] == [
        "We will never sell the old harbour to anybody at all",
        "We will not sell the old harbour to anybody",
        "We will sell the old harbour to nobody",
    ]
    assert len({len(row) for row in found.aligned}) == 1
    columns = list(zip(*found.aligned, strict=True))
    assert ("never", "not", "") in columns
    assert ("harbour", "harbour", "harbour") in columns


WORDS = st.lists(st.sampled_from("we will not never sell the old harbour to anybody now".split()), min_size=6, max_size=20).map(" ".join)  # noqa: SIM905


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_every_word_of_every_wording_has_its_cell(texts: list[str]) -> None:
    for found in cluster([extract(f"“{text},” said Orla Vane.") for text in texts], share=0.3):
        assert len({len(row) for row in found.aligned}) == 1
        for row, variant in zip(found.aligned, found.variants, strict=True):
            assert " ".join(filter(None, row)).casefold() == variant.text.rstrip(",").casefold()


def test_a_page_shows_who_changed_what() -> None:
    [found] = cluster([*reports(), told("<b>x</b>", None, "We will <i>not</i> sell the old harbour to anybody")])
    page = found.to_html()
    assert "<ins>not</ins>" in page
    assert '<del title="left out">never</del>' in page
    assert "The Orrel Post" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert found._repr_html_().startswith('<div class="newsclaims">')


def test_a_bar_shows_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    documents = [extract("“We will not sell the old harbour,” said Vane.")] * 2
    assert cluster(documents, progress=True) == cluster(documents)
    assert "2/2" in capsys.readouterr().err
