"""Documents as rows: flat dicts with stable columns and types, for tables and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from newsclaims.formats.rows import claim_records, quote_records, speaker_records
from newsclaims.model.document import Document, What

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
        "made_by": STRING,
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
        "made_by": STRING,
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
        "made_by": STRING,
    },
}
"""The tables, their columns in order, and the type of each column; any but ``document`` and an index may be ``None``.

``document`` is the id of the document or, where it has none, its position; ``speaker_id`` the index in ``Document.speakers``, ``quote``
that in ``Document.quotes``: the three tables join by ``document`` with one of these.
"""

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


RECORDS: Mapping[What, Callable[..., Iterator[dict[str, Any]]]] = {
    "quotes": quote_records,
    "speakers": speaker_records,
    "claims": claim_records,
}
