"""What is read in one call, in English and with the default rules: a document, its quotes, its claims; and the sentences of a text."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Literal

from newsclaims.articles import Article
from newsclaims.extractor import Extractor
from newsclaims.find.paragraphs import find_paragraphs
from newsclaims.find.sentences import public
from newsclaims.finders import finders
from newsclaims.language import load_language
from newsclaims.model import Claim, Document, Quote, Sentence
from newsclaims.readable import readable


@functools.cache
def _shipped() -> Extractor:
    """The extractor of the English language and the default rules; nothing in it changes."""
    return Extractor()


def extract(text: str | Article, *, id: str | None = None, metadata: Mapping[str, Any] | None = None) -> Document:
    """Everything found in a text, with the English language and the default rules; ``id`` and ``metadata`` as in :meth:`Extractor.extract`.

    Raises:
        TypeError: ``text`` is no ``str``. Any ``str`` will do.
    """
    return _shipped().extract(text, id=id, metadata=metadata)


def extract_quotes(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, in text order; see :func:`extract`.

    >>> [quote.source.text for quote in extract_quotes("Vane said the port would close.")]
    ['Vane']
    """
    return extract(text).quotes


def extract_claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text, in text order; see :func:`extract`.

    >>> [claim.text for claim in extract_claims("Vane said the port had lost 300 jobs.")]
    ['the port had lost 300 jobs']
    """
    return extract(text).claims


def split_sentences(text: str, *, quotes: Literal["split", "keep"] = "split") -> tuple[Sentence, ...]:
    """The sentences of an English text; ``quotes="keep"`` leaves a quotation of several sentences in one.

    >>> [sentence.text for sentence in split_sentences("Dr. Vane left. It rained.")]
    ['Dr. Vane left.', 'It rained.']

    Raises:
        TypeError: ``text`` is no ``str``.
        ValueError: ``quotes`` is neither of the two.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    english = finders(load_language("en"))
    seen = readable(text)
    paragraphs = find_paragraphs(seen, english.language)
    return public(text, english.sentences.find(seen, paragraphs, english.quotations.find(seen, paragraphs), quotes=quotes))
