"""Quotes, speakers and claims as data frames of any kind, and texts out of one: pandas, polars, Arrow, and what comes of DuckDB.

Through narwhals, which gives all of them one face. A frame comes back of the kind that went in; for a query of DuckDB an Arrow table,
for a lazy frame of polars one that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsclaims.errors import MissingExtraError
from newsclaims.extractor import Extractor
from newsclaims.formats.records import BOOLEAN, COLUMNS, INTEGER, NUMBER, RECORDS, STRING, checked, rows_of
from newsclaims.model import Document, What

try:
    import narwhals
except ImportError as error:
    raise MissingExtraError("narwhals", "frames") from error

TYPES = {STRING: narwhals.String, INTEGER: narwhals.Int64, NUMBER: narwhals.Float64, BOOLEAN: narwhals.Boolean}
KEY = "document"


def to_frame(documents: Document | Iterable[Document], what: What = "quotes", *, backend: str = "pandas") -> Any:
    """A row for each quote, speaker or claim of one or more documents; ``backend`` is ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

    Raises:
        ValueError: there are no records or no backend of that name.
        ModuleNotFoundError: the library is not installed.
    """
    rows = list(rows_of([documents] if isinstance(documents, Document) else documents, what))
    if backend == "pandas":
        from newsclaims.formats.dataframe import frame_of

        return frame_of(rows, what)
    return _frame(rows, what, backend).to_native()


def extract_frame(
    df: Any,
    text: str = "text",
    id: str | None = "id",
    *,
    metadata: Sequence[str] = (),
    what: What = "quotes",
    extractor: Extractor | None = None,
    workers: int = 1,
    progress: bool = False,
) -> Any:
    """A row for each quote (or speaker, or claim) in a column of texts, in a frame of the kind that went in.

    ``text`` is the name of the column, ``id`` that of the column whose values stand in ``document``, with its type; with ``id=None``
    those are the numbers of the rows. ``metadata`` names columns that are known of each text: of them ``date`` is the day from which
    "last week" counts. A text that is null has no rows. ``workers`` and ``progress`` are as in :meth:`newsclaims.Extractor.pipe`.

    Raises:
        KeyError: no such column.
        TypeError: ``df`` is no frame, or a value of the column is neither a text nor null; the message has the row.
        ValueError: there are no records of that name.
    """
    checked(what)
    frame = _read(df)
    missing = [name for name in (text, *([id] if id else []), *metadata) if name not in frame.columns]
    if missing:
        hint = "; id=None takes the number of the row" if missing == [id] else ""
        raise KeyError(f"no column {missing[0]!r}; there are: {', '.join(frame.columns)}{hint}")
    texts = list(_texts(frame[text].to_list(), text))
    known = [dict(zip(metadata, values, strict=True)) for values in zip(*(frame[name].to_list() for name in metadata), strict=True)]
    about = (known[place] for place, _ in texts) if metadata else None
    documents = (extractor or Extractor()).pipe([each for _, each in texts], metadata=about, workers=workers, progress=progress)
    places: list[int] = []
    rows: list[dict[str, Any]] = []
    for (place, _), document in zip(texts, documents, strict=True):
        found = list(RECORDS[what](document))
        places.extend([place] * len(found))
        rows.extend(found)
    return _with_keys(frame, rows, what, id, places)


def _read(df: Any) -> Any:
    """The frame as narwhals sees it, with its rows.

    Raises:
        TypeError: it is no frame.
    """
    try:
        frame = narwhals.from_native(df)
    except TypeError:
        wrong = f"df must be a data frame with a column of texts, not {type(df).__name__}: pass the frame and name the column"
        raise TypeError(wrong) from None
    if isinstance(frame, narwhals.LazyFrame):
        if frame.implementation.is_pyspark():
            raise TypeError("df is a frame of Spark: use newsclaims.integrations.spark.extract, which reads it on the cluster")
        return frame.collect()
    return frame


def _texts(values: Iterable[Any], column: str) -> Iterator[tuple[int, str]]:
    for place, value in enumerate(values):
        if isinstance(value, str):
            yield place, value
        elif value is not None and value == value and type(value).__name__ not in ("NAType", "NaTType"):
            raise TypeError(f"column {column!r} holds a {type(value).__name__}, no text, in row {place}")


def _with_keys(frame: Any, rows: list[dict[str, Any]], what: What, id: str | None, places: list[int]) -> Any:
    """The rows as a frame of the same kind, with the keys of their texts."""
    if frame.implementation.is_pandas():
        from newsclaims.formats.dataframe import frame_of

        made = frame_of(rows, what)
        made[KEY] = places if id is None else frame[id].to_native().iloc[places].reset_index(drop=True)
        return made
    backend = frame.implementation
    made = _frame(rows, what, backend)
    keys = narwhals.new_series(KEY, places, narwhals.Int64, backend=backend) if id is None else frame[id][places].alias(KEY)
    return made.with_columns(keys).select(list(COLUMNS[what])).to_native()


def _frame(rows: list[dict[str, Any]], what: What, backend: Any) -> Any:
    columns = COLUMNS[what]
    values = {name: [row[name] for row in rows] for name in columns}
    return narwhals.from_dict(values, {name: TYPES[kind]() for name, kind in columns.items()}, backend=backend)
