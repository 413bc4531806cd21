"""Documents as columns: all comes back, and what was one object is one again."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Document, Extractor, Quote, QuoteKind, Span, Speaker
from newsclaims.model import Claim, Sentence
from newsclaims.workers.columns import from_columns, to_columns
from tests.formats.test_json import documents, small_document

TEXT = "“It rained,” said Gen. Orla Vane. She said the mill had lost 300 jobs."
EXTRACTOR = Extractor()


def never(document: Document) -> Any:
    """Reads claims where none are left to be read."""
    raise AssertionError


def sent(*sent: Document) -> list[Document]:
    """Documents after they have been columns in another process."""
    columns = to_columns(sent)
    assert columns is not None
    return from_columns(type(columns)(*pickle.loads(pickle.dumps(tuple(columns)))), never)  # noqa: S301 - our own bytes


@given(st.lists(documents(), max_size=3))
def test_every_document_comes_back_the_same(some: list[Document]) -> None:
    assert sent(*some) == some


def test_a_document_with_all_fields_comes_back_the_same_and_hashes_alike() -> None:
    [again] = sent(small_document())
    assert again == small_document()
    assert hash(again.quotes) == hash(small_document().quotes)
    assert again.to_json() == small_document().to_json()


def test_the_same_document_twice_is_two() -> None:
    first, second = sent(small_document(), small_document())
    assert first == second
    document = small_document()
    assert sent(document, document) == [document, document]


def test_what_was_one_object_is_one_again() -> None:
    [document] = sent(EXTRACTOR.extract(TEXT))
    first, second = document.quotes
    assert first.contents[0] is first.span
    assert first.speaker is second.speaker is document.speakers[0]


def test_members_of_members_come_along() -> None:
    inner = Speaker("Ada Brenn", mentions=(Span(0, 2, "It"),))
    outer = Speaker("they", members=(inner, Speaker("the board", members=(inner, Speaker("Ivo Karr")))))
    [document] = sent(Document("It rained.", speakers=(outer,)))
    assert document.speakers == (outer,)
    assert document.speakers[0].members[0] is document.speakers[0].members[1].members[0]


def test_claims_stay_behind_until_somebody_asks() -> None:
    columns = to_columns([EXTRACTOR.extract(TEXT), Document("It rained."), EXTRACTOR.extract(TEXT)])
    assert columns is not None
    asked: list[Document] = []

    def read(document: Document) -> tuple[Claim, ...]:
        asked.append(document)
        return EXTRACTOR.read_claims(document)

    first, empty, last = from_columns(columns, read)
    assert (asked, empty.claims) == ([], ())
    assert first.claims == EXTRACTOR.extract(TEXT).claims
    assert len(asked) == 1
    assert last == EXTRACTOR.extract(TEXT)


def test_making_columns_reads_no_claims() -> None:
    document = Document(TEXT)
    document._leave_to(never)
    assert to_columns([document]) is not None


def test_claims_that_were_read_come_along() -> None:
    document = EXTRACTOR.extract(TEXT)
    assert document.claims
    [again] = sent(document)
    assert again.claims == document.claims
    assert again.claims[-1].claimer is again.speakers[0]


class Part(Span):
    """Somebody's own kind of span."""


@pytest.mark.parametrize(
    "strange",
    [
        Document("It rained.", sentences=(Sentence(Part(0, 10, "It rained."), 0),)),
        Document("It rained.", sentences=[]),  # type: ignore[arg-type]  # the mistake under test
        Document("It rained.", quotes=(Quote(QuoteKind.DIRECT, (), "It", "It"),)),  # type: ignore[arg-type]  # the same
    ],
)
def test_what_is_not_of_the_very_class_makes_no_columns(strange: Document) -> None:
    assert to_columns([strange]) is None
    assert to_columns([small_document(), strange]) is None


def test_frozen_as_before() -> None:
    [document] = sent(small_document())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        document.quotes[0].span.start = 1  # type: ignore[misc]  # the mistake under test
