"""What people marked in a text, as an annotated article: the same for every format."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from newsclaims.evaluation.gold import GoldArticle, GoldQuote
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.quotations import QuotationFinder
from newsclaims.language import load_language
from newsclaims.rules.quotes import Marks
from newsclaims.spans import Span


@attrs.define
class MarkedQuote:
    """The marks of one attribution."""

    contents: list[Span] = attrs.Factory(list)
    source: list[Span] = attrs.Factory(list)
    cue: list[Span] = attrs.Factory(list)


def marked_article(text: str, id: str, quotes: Sequence[MarkedQuote]) -> GoldArticle:
    """The article; which quotes are direct is read off the quotation marks of the text, since the formats do not say it."""
    marks = marks_of(text)
    made = []
    for quote in quotes:
        contents = tuple(sorted(quote.contents))
        if contents:
            made.append(GoldQuote(marks.kind(text, contents), contents, tuple(sorted(quote.source)), tuple(sorted(quote.cue))))
    return GoldArticle(text, id, tuple(sorted(made, key=lambda quote: (quote.contents[0].start, -quote.contents[-1].end))))


def marks_of(text: str) -> Marks:
    """The quotation marks of a text, which show what is direct."""
    return Marks(_quotations().find(text, find_paragraphs(text)))


@functools.cache
def _quotations() -> QuotationFinder:
    return QuotationFinder(load_language("en"))
