"""Quotes, speakers and claims as Arrow tables and Parquet files."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from newsclaims.errors import MissingExtraError
from newsclaims.formats.records import BOOLEAN, COLUMNS, INTEGER, NUMBER, STRING, checked, rows_of, whole
from newsclaims.model import Document, What

try:
    import pyarrow
    from pyarrow import parquet
except ImportError as error:
    raise MissingExtraError("pyarrow", "arrow") from error

TYPES = {STRING: pyarrow.string(), INTEGER: pyarrow.int64(), NUMBER: pyarrow.float64(), BOOLEAN: pyarrow.bool_()}
AT_ONCE = 500  # documents whose rows are held in memory and written as one row group


def schema(what: What = "quotes") -> pyarrow.Schema:
    """The columns of a table and their types.

    >>> schema("quotes").field("start").type
    DataType(int64)

    Raises:
        ValueError: there are no records of that name.
    """
    return pyarrow.schema([(name, TYPES[kind]) for name, kind in COLUMNS[checked(what)].items()])


def to_table(documents: Iterable[Document], what: What = "quotes") -> pyarrow.Table:
    """A row for each quote, speaker or claim of the documents.

    Raises:
        ValueError: there are no records of that name.
    """
    columns = schema(what)
    return pyarrow.Table.from_pylist(list(map(whole, rows_of(documents, what))), schema=columns)


def write_parquet(documents: Iterable[Document], path: str | Path, what: What = "quotes") -> None:
    """The same as a Parquet file; only some hundred documents are held in memory at a time.

    Raises:
        OSError: the file cannot be written.
        ValueError: there are no records of that name.
    """
    documents = iter(documents)
    with parquet.ParquetWriter(str(path), schema(what)) as writer:
        while some := list(itertools.islice(documents, AT_ONCE)):
            writer.write_table(to_table(some, what))
