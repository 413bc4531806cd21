"""Documents as rows: flat dicts with stable columns and types, for tables and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from newsclaims.formats.clean_text import clean_text
from newsclaims.model import Cue, Document, Speaker, What
from newsclaims.spans import Span

STRING, INTEGER, NUMBER, BOOLEAN = "string", "integer", "number", "boolean"


def _span_columns(name: str) -> dict[str, str]:
    return {name: STRING, f"{name}_start": INTEGER, f"{name}_end": INTEGER}


COLUMNS: Mapping[What, Mapping[str, str]] = {
    "quotes": {
        "document": STRING,
        "quote": INTEGER,
        "kind": STRING,
        "text": STRING,
        "clean_text": STRING,
        "start": INTEGER,
        "end": INTEGER,
        **_span_columns("source"),
        "speaker": STRING,
        "speaker_id": INTEGER,
        "speaker_kind": STRING,
        "speaker_named": BOOLEAN,
        "speaker_resolved": BOOLEAN,
        "speaker_gender": STRING,
        "speaker_role": STRING,
        "speaker_on_behalf_of": STRING,
        **_span_columns("cue"),
        "cue_lemma": STRING,
        "cue_category": STRING,
        "negated": BOOLEAN,
        "modality": STRING,
        **_span_columns("addressee"),
        "rule": STRING,
        "confidence": NUMBER,
        "reason": STRING,
        "within": INTEGER,
    },
    "speakers": {
        "document": STRING,
        "speaker_id": INTEGER,
        "name": STRING,
        "kind": STRING,
        "role": STRING,
        "affiliation": STRING,
        "on_behalf_of": STRING,
        "external_id": STRING,
        "gender": STRING,
        "named": BOOLEAN,
        "resolved": BOOLEAN,
        "members": STRING,
        "mentions": INTEGER,
        "first_start": INTEGER,
        "first_end": INTEGER,
        "quotes": INTEGER,
    },
    "claims": {
        "document": STRING,
        "claim": INTEGER,
        "text": STRING,
        "start": INTEGER,
        "end": INTEGER,
        "sentence": INTEGER,
        "claimer": STRING,
        "claimer_kind": STRING,
        "speaker_id": INTEGER,
        "quote": INTEGER,
        "stance": STRING,
        "modality": STRING,
        "negated": BOOLEAN,
        "hedges": STRING,
        "quantities": STRING,
        "dates": STRING,
        **_span_columns("object"),
        "topic": STRING,
        "check_worthiness": NUMBER,
        "decontextualized": STRING,
        "same_as": INTEGER,
        "probability": NUMBER,
        "kind": STRING,
        "object_name": STRING,
        "reported_by": STRING,
        "denied_by": STRING,
        "unresolved": STRING,
        "context": STRING,
        "reasons": STRING,
    },
}
"""The tables, their columns in order, and the type of each column; any but ``document`` and an index may be ``None``.

``document`` is the id of the document or, where it has none, its position; ``speaker_id`` the index in ``Document.speakers``, ``quote``
that in ``Document.quotes``: the three tables join by ``document`` with one of these.
"""

SPEAKER = tuple(name for name in COLUMNS["quotes"] if name.startswith("speaker"))
FIRST = "0"  # what stands in "document" where there is one document without an id
OWN_VOICE = "the article"
SEVERAL = "; "  # between the names or words of a list in one cell
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # how a cell begins that a spreadsheet would compute


def to_records(document: Document, what: What = "quotes") -> list[dict[str, Any]]:
    """One flat dict a quote, speaker or claim, in the document's order; every one has every column.

    Raises:
        ValueError: there are no records of that name.
    """
    return list(rows_of([document], what))


def rows_of(documents: Iterable[Document], what: What = "quotes") -> Iterator[dict[str, Any]]:
    """The rows of many documents; ``document`` is the id of each or, without one, its position among them.

    Raises:
        ValueError: there are no records of that name.
    """
    records = RECORDS[checked(what)]
    return (record for position, document in enumerate(documents) for record in records(document, key_of(document, position)))


def key_of(document: Document, position: int) -> str:
    """What stands in the column ``document``."""
    return str(position) if document.id is None else document.id


def checked(what: str) -> What:
    """The name of a table, if there is one.

    Raises:
        ValueError: there are no records of that name.
    """
    for name in RECORDS:
        if name == what:
            return name
    raise ValueError(f"no records named {what!r}; there are: {', '.join(RECORDS)}")


def to_csv(documents: Iterable[Document], what: What = "quotes") -> Iterator[str]:
    r"""The rows of documents as CSV (RFC 4180), piece by piece, after a line with the columns; ``None`` is an empty cell.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.

    >>> print("".join(to_csv([], "speakers"))[:30])
    document,speaker_id,name,kind,

    Raises:
        ValueError: there are no records of that name.
    """
    columns = COLUMNS[checked(what)]
    return _csv(documents, what, list(columns))


def _csv(documents: Iterable[Document], what: What, columns: list[str]) -> Iterator[str]:
    yield csv_lines([columns])
    for position, document in enumerate(documents):
        yield csv_lines(record.values() for record in RECORDS[what](document, key_of(document, position)))


def csv_lines(rows: Iterable[Iterable[Any]]) -> str:
    """Rows of cells as lines of CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(csv_cell, row) for row in rows)
    return out.getvalue()


def whole(record: dict[str, Any]) -> dict[str, Any]:
    """A record with "?" for halves of characters, which a ``str`` may hold and a table or a file in UTF-8 cannot."""
    return {
        name: value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) and not value.isascii() else value
        for name, value in record.items()
    }


def csv_cell(value: Any) -> Any:
    """A value as it is written: what a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def quote_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"quotes"``; the columns are described in :meth:`newsclaims.Document.to_records`."""
    places = _places(document)
    for index, quote in enumerate(document.quotes):
        yield {
            "document": key,
            "quote": index,
            "kind": quote.kind.value,
            "text": quote.text,
            "clean_text": clean_text(quote),
            "start": quote.span.start,
            "end": quote.span.end,
            **_span("source", quote.source),
            **_speaker(quote.speaker, places),
            **_cue(quote.cue),
            **_span("addressee", quote.addressee),
            "rule": quote.rule,
            "confidence": quote.confidence,
            "reason": quote.reason,
            "within": quote.within,
        }


def speaker_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"speakers"``: one for each of ``Document.speakers``, with how many quotes they have."""
    counts: dict[object, int] = {}
    for quote in document.quotes:
        if quote.speaker is not None:
            counts[_key(quote.speaker)] = counts.get(_key(quote.speaker), 0) + 1
    for index, speaker in enumerate(document.speakers):
        first = speaker.mentions[0] if speaker.mentions else None
        yield {
            "document": key,
            "speaker_id": index,
            "name": speaker.name,
            "kind": speaker.kind.value,
            "role": speaker.role,
            "affiliation": speaker.affiliation,
            "on_behalf_of": speaker.on_behalf_of,
            "external_id": speaker.external_id,
            "gender": speaker.gender,
            "named": speaker.named,
            "resolved": speaker.resolved,
            "members": _listed(member.name for member in speaker.members),
            "mentions": len(speaker.mentions),
            "first_start": None if first is None else first.start,
            "first_end": None if first is None else first.end,
            "quotes": counts.get(_key(speaker), 0),
        }


def claim_records(document: Document, key: str = FIRST) -> Iterator[dict[str, Any]]:
    """The rows for ``"claims"``: one for each of ``Document.claims``."""
    places = _places(document)
    for index, claim in enumerate(document.claims):
        yield {
            "document": key,
            "claim": index,
            "text": claim.text,
            "start": claim.span.start,
            "end": claim.span.end,
            "sentence": claim.sentence,
            "claimer": None if claim.claimer is None else claim.claimer.name,
            "claimer_kind": None if claim.claimer is None else claim.claimer.kind.value,
            "speaker_id": _place(claim.claimer, places),
            "quote": claim.quote,
            "stance": claim.stance.value,
            "modality": claim.modality.value,
            "negated": claim.negated,
            "hedges": _listed(span.text for span in claim.hedges),
            "quantities": _listed(quantity.span.text for quantity in claim.quantities),
            "dates": _listed(date.iso or date.span.text for date in claim.dates),
            **_span("object", claim.object),
            "topic": claim.topic,
            "check_worthiness": claim.check_worthiness,
            "decontextualized": claim.decontextualized,
            "same_as": claim.same_as,
            "probability": claim.probability,
            "kind": claim.kind.value,
            "object_name": claim.object_name,
            "reported_by": _listed(speaker.name for speaker in claim.reported_by),
            "denied_by": _listed(OWN_VOICE if speaker is None else speaker.name for speaker in claim.denied_by),
            "unresolved": _listed(span.text for span in claim.unresolved),
            "context": _listed(map(str, claim.context)),
            "reasons": _listed(reason.feature for reason in claim.reasons if reason.weight > 0),
        }


def _key(speaker: Speaker) -> object:
    """Tells a document's speakers apart without comparing all their mentions."""
    return speaker.name, speaker.kind, speaker.mentions[:1]


def _listed(words: Iterable[str]) -> str | None:
    return SEVERAL.join(words) or None


def _places(document: Document) -> dict[object, int]:
    """Where each speaker stands among those of the document; the first of two that cannot be told apart."""
    return {_key(speaker): at for at, speaker in reversed(list(enumerate(document.speakers)))}


def _place(speaker: Speaker | None, places: Mapping[object, int]) -> int | None:
    return None if speaker is None else places.get(_key(speaker))


def _speaker(speaker: Speaker | None, places: Mapping[object, int]) -> dict[str, Any]:
    if speaker is None:
        return dict.fromkeys(SPEAKER)
    return {
        "speaker": speaker.name,
        "speaker_id": _place(speaker, places),
        "speaker_kind": speaker.kind.value,
        "speaker_named": speaker.named,
        "speaker_resolved": speaker.resolved,
        "speaker_gender": speaker.gender,
        "speaker_role": speaker.role,
        "speaker_on_behalf_of": speaker.on_behalf_of,
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


RECORDS: Mapping[What, Callable[..., Iterator[dict[str, Any]]]] = {
    "quotes": quote_records,
    "speakers": speaker_records,
    "claims": claim_records,
}
