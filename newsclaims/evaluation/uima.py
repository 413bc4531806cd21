"""Files in XMI with ``newsclaims.Quote`` annotations, as :mod:`newsclaims.formats.uima` writes them and people correct them."""

from __future__ import annotations

from typing import Any

import cassis

from newsclaims.errors import GoldError
from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.marked import MarkedQuote, marked_article
from newsclaims.formats.uima import NAMESPACE, type_system_xml
from newsclaims.spans import Span


def parse_xmi(xmi: str, *, id: str, path: str = "<xmi>") -> GoldArticle:
    """The article of a file, with its quotes.

    Raises:
        GoldError: it is no XMI, has no text, or an annotation lies outside it.
    """
    try:
        cas = cassis.load_cas_from_xmi(xmi, typesystem=cassis.load_typesystem(type_system_xml()), lenient=True)
    except Exception as error:  # noqa: BLE001 - the reader lets the errors of its parser through, and its own
        raise GoldError(f"cannot be read as XMI: {' '.join(str(error).split())[:200]}", path) from None
    text = cas.sofa_string
    if not isinstance(text, str):
        raise GoldError("has no text", path)
    quotes = []
    for annotation in cas.select(f"{NAMESPACE}.Quote"):
        quote = MarkedQuote()
        for held, name in ((quote.contents, "contents"), (quote.source, "sources"), (quote.cue, "cues")):
            held.extend(_span(text, mark, path) for mark in _elements(annotation, name))
        quotes.append(quote)
    named = next((about.articleId for about in cas.select(f"{NAMESPACE}.Article")), None)
    return marked_article(text, named or id, quotes)


def _elements(annotation: Any, name: str) -> list[Any]:
    array = getattr(annotation, name, None)
    return [] if array is None else list(getattr(array, "elements", array) or [])


def _span(text: str, mark: Any, path: str) -> Span:
    start, end = mark.begin, mark.end
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise GoldError(f"an annotation from {start} to {end} lies outside the text of {len(text)} characters", path)
    return Span.of(text, start, end)
