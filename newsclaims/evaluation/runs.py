"""Which document of a run belongs to which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclaims.evaluation.gold import GoldArticle
from newsclaims.model import Document


class Run:
    """The documents of one run, to be had by text, because offsets mean nothing in another one.

    Where two documents have the same text, the first counts.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_text: dict[str, Document] = {}
        for document in documents:
            self._by_text.setdefault(document.text, document)

    def of(self, text: str) -> Document | None:
        """The document with exactly this text."""
        return self._by_text.get(text)


def with_gold(gold: Iterable[GoldArticle], predictions: Iterable[Document]) -> Iterator[tuple[GoldArticle, Document | None]]:
    """Each article with the document that has its text, or ``None``."""
    run = Run(predictions)
    for article in gold:
        yield article, run.of(article.text)
