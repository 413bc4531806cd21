"""Records as pandas data frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsclaims.errors import MissingExtraError
from newsclaims.formats.records import BOOLEAN, COLUMNS, INTEGER, NUMBER, STRING, rows_of, whole
from newsclaims.model.document import Document, What

try:
    import pandas
except ImportError as error:
    raise MissingExtraError("pandas", "pandas") from error

TYPES = {STRING: "string", INTEGER: "Int64", NUMBER: "float64", BOOLEAN: "boolean"}
"""The dtype of each type of column; what is not there is ``pandas.NA``."""


def to_dataframe(documents: Document | Iterable[Document], what: What = "quotes") -> pandas.DataFrame:
    """A row for each quote, speaker or claim of one or more documents; columns and dtypes are the same for every document.

    >>> from newsclaims import extract
    >>> frame = to_dataframe(extract("“It rained,” said Orla Vane."))
    >>> frame.loc[0, "speaker"], str(frame["start"].dtype)
    ('Orla Vane', 'Int64')

    Raises:
        ValueError: there are no records of that name.
    """
    return frame_of(rows_of([documents] if isinstance(documents, Document) else documents, what), what)


def frame_of(records: Iterable[dict[str, Any]], what: What) -> pandas.DataFrame:
    """The frame of some records, with the columns and dtypes of their kind."""
    columns = COLUMNS[what]
    frame = pandas.DataFrame(list(map(whole, records)), columns=list(columns))
    return frame.astype({name: TYPES[kind] for name, kind in columns.items()})
