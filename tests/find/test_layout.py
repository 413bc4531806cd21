"""The layout of a text as values: made when somebody asks, and the same whoever asks, and when."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from newsclaims import Document, Extractor, extract

TEXT = "Orrel port shuts\n\nORREL (Pell News) - “It rained,” said Orla Vane. She said 40 boats sank.\n\nPhotograph: Ivo Karr"


def test_what_stands_where() -> None:
    document = extract(TEXT)
    assert [(sentence.text[:8], sentence.paragraph) for sentence in document.sentences] == [
        ("Orrel po", 0),
        ("ORREL (P", 1),
        ("She said", 1),
        ("Photogra", 2),
    ]
    assert [region.kind.value for region in document.regions] == ["headline", "text", "credit"]


def test_it_is_made_once_and_reads_no_claims() -> None:
    document = extract(TEXT)
    assert document.sentences is document.sentences
    assert document.regions is document.regions
    assert document._claims_if_read() is None


@pytest.mark.parametrize("ask", [lambda document: document.claims, lambda document: document.sentences, repr, hash])
def test_it_is_the_same_whatever_was_asked_before(ask: Callable[[Document], object]) -> None:
    document, whole = extract(TEXT), Extractor().explain(TEXT).document
    ask(document)
    assert (document.sentences, document.regions, document.claims) == (whole.sentences, whole.regions, whole.claims)
    assert document == whole


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_it_goes_with_a_copy(copied: Callable[[Document], Document]) -> None:
    document, whole = copied(extract(TEXT)), extract(TEXT)
    assert (document.sentences, document.regions, document.claims) == (whole.sentences, whole.regions, whole.claims)
