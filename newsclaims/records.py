"""Documents as rows: flat dicts with stable columns, for tables and data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newsclaims.model import Cue, Document
from newsclaims.spans import Span


def to_records(document: Document, what: str = "quotes") -> list[dict[str, Any]]:
    """One flat dict a quote, in text order; every one has every column.

    Raises:
        ValueError: there are no records of that name.
    """
    if what not in RECORDS:
        raise ValueError(f"no records named {what!r}; there are: {', '.join(RECORDS)}")
    return list(RECORDS[what](document))


def quote_records(document: Document) -> Iterator[dict[str, Any]]:
    """The rows for ``"quotes"``; the columns are described in :meth:`newsclaims.model.Document.to_records`."""
    for index, quote in enumerate(document.quotes):
        speaker = quote.speaker
        yield {
            "document": document.id,
            "quote": index,
            "kind": quote.kind.value,
            "text": quote.text,
            "start": quote.span.start,
            "end": quote.span.end,
            **_span("source", quote.source),
            "speaker": None if speaker is None else speaker.name,
            "speaker_kind": None if speaker is None else speaker.kind.value,
            **_cue(quote.cue),
            **_span("addressee", quote.addressee),
            "rule": quote.rule,
            "confidence": quote.confidence,
            "reason": quote.reason,
        }


def _span(name: str, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: span.text, f"{name}_start": span.start, f"{name}_end": span.end}


def _cue(cue: Cue | None) -> dict[str, Any]:
    return {
        **_span("cue", None if cue is None else cue.span),
        "cue_lemma": None if cue is None else cue.lemma,
        "cue_category": None if cue is None else cue.category,
        "negated": None if cue is None else cue.negated,
        "modality": None if cue is None else cue.modality.value,
    }


RECORDS: Mapping[str, Callable[[Document], Iterator[dict[str, Any]]]] = {"quotes": quote_records}
