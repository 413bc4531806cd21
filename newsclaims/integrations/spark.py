"""Quotes, speakers and claims of texts in a Spark data frame, read on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from newsclaims.errors import MissingExtraError
from newsclaims.extractor import Extractor
from newsclaims.formats.records import BOOLEAN, COLUMNS, INTEGER, NUMBER, RECORDS, STRING, checked
from newsclaims.model import What
from newsclaims.workers.batches import in_words, is_record
from newsclaims.workers.parcels import Parcel, pack

try:
    import pyarrow
    from pyspark.sql import DataFrame
    from pyspark.sql.types import BooleanType, DataType, DoubleType, LongType, StringType, StructField, StructType

    from newsclaims.integrations import arrow
except ImportError as error:
    raise MissingExtraError("pyspark", "spark") from error

TYPES = {STRING: StringType(), INTEGER: LongType(), NUMBER: DoubleType(), BOOLEAN: BooleanType()}
ERROR = "error"
"""The column that says why a text could not be read."""

Reading = Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]


def extract(
    df: DataFrame,
    text: str = "text",
    id: str = "id",
    *,
    what: What = "quotes",
    extractor: Extractor | None = None,
    on_error: Literal["raise", "record"] = "record",
) -> DataFrame:
    """A row for each quote (or speaker, or claim) in a column of texts; nothing is read before the rows are asked for.

    ``text`` and ``id`` are names of columns. The values of ``id``, of whatever type, stand in ``document``, so that the rows can
    be joined to ``df``; the other columns are those of ``to_records(what)``. Offsets count characters, as Spark's ``substring`` does.
    ``extractor`` is built once in each process of a worker; rules whose functions stand in a notebook or in the script that was
    started travel there by value, those of a module must be importable there.

    A text that is null has no rows. One that cannot be read, because a rule of your own fails or because it is no
    UTF-8, has a single row with ``document`` and ``error``, a last column that is null everywhere else. With
    ``on_error="raise"`` it fails its task, and in the end the job, and there is no such column.

    Raises:
        KeyError: no such column.
        TypeError: the column of texts holds no strings.
        ValueError: there are no records of that name, or ``on_error`` is neither of the two.
    """
    record = is_record(on_error)
    key = _type(df, id)
    if not isinstance(_type(df, text), StringType):
        raise TypeError(f"column {text!r} holds {_type(df, text).simpleString()}, no text")
    columns = schema(what, key, on_error=on_error)
    reading = _reading(pack(extractor or Extractor()), what, record)
    return df.select(_quoted(id), _quoted(text)).toDF("id", "text").mapInArrow(reading, columns)


def schema(what: What = "quotes", id: DataType | None = None, *, on_error: Literal["raise", "record"] = "record") -> StructType:
    """The columns that :func:`extract` gives, with their types; ``id`` is the type of the column it is given (a string).

    >>> schema("claims", LongType())["document"].dataType.simpleString()
    'bigint'

    Raises:
        ValueError: there are no records of that name, or ``on_error`` is neither of the two.
    """
    fields = {name: TYPES[kind] for name, kind in COLUMNS[checked(what)].items()}
    if id is not None:
        fields["document"] = id
    if is_record(on_error):
        fields[ERROR] = StringType()
    return StructType([StructField(name, kind) for name, kind in fields.items()])


def _type(df: DataFrame, column: str) -> DataType:
    for field in df.schema.fields:
        if field.name == column:
            return field.dataType
    raise KeyError(f"no column {column!r}; there are: {', '.join(df.columns)}")


def _quoted(column: str) -> str:
    """A name as Spark takes it for one, also with a dot in it."""
    return "`" + column.replace("`", "``") + "`"


def _reading(parcel: Parcel, what: What, record: bool) -> Reading:
    """What runs on the workers, once for each partition."""

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        extractor = parcel.extractor()
        for batch in batches:
            for start in range(0, batch.num_rows, arrow.AT_ONCE):
                yield _rows(extractor, batch.slice(start, arrow.AT_ONCE), what, record)

    return read


def _rows(extractor: Extractor, batch: pyarrow.RecordBatch, what: What, record: bool) -> pyarrow.RecordBatch:
    """The rows of some texts; the keys are taken as they came, whatever their type."""
    keys, texts = batch.columns
    places: list[int] = []
    records: list[dict[str, Any]] = []
    for place, text in enumerate(texts):
        found = _records(extractor, text, what, record)
        places.extend([place] * len(found))
        records.extend(found)
    columns = arrow.schema(what)
    if record:
        columns = columns.append(pyarrow.field(ERROR, pyarrow.string()))
    rows = pyarrow.RecordBatch.from_pylist(records, schema=columns)
    return pyarrow.RecordBatch.from_arrays([keys.take(pyarrow.array(places, pyarrow.int64())), *rows.columns[1:]], names=columns.names)


def _records(extractor: Extractor, text: pyarrow.Scalar, what: What, record: bool) -> list[dict[str, Any]]:
    if not text.is_valid:
        return []
    try:
        return list(RECORDS[what](extractor.extract(text.as_py())))
    except Exception as error:
        if not record:
            raise
        return [{ERROR: in_words(error)}]
