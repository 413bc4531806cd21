"""Quotes, speakers and claims as pandas data frames, and texts out of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclaims.errors import MissingExtraError
from newsclaims.extractor import Extractor
from newsclaims.formats.dataframe import frame_of, to_dataframe
from newsclaims.formats.records import RECORDS, checked

try:
    import pandas
except ImportError as error:
    raise MissingExtraError("pandas", "pandas") from error

__all__ = ["extract_frame", "to_dataframe"]


def extract_frame(
    df: pandas.DataFrame,
    text: str = "text",
    id: str | None = None,
    *,
    what: str = "quotes",
    extractor: Extractor | None = None,
    workers: int = 1,
) -> pandas.DataFrame:
    """A row for each quote (or speaker, or claim) in a column of texts.

    ``text`` is the name of the column, ``id`` that of the column whose values stand in ``document``, with its dtype;
    without it those are the values of the index. A text that is missing (``None``, ``NaN``) has no rows.

    >>> news = pandas.DataFrame({"id": [7, 9], "text": ["“It rained,” said Orla Vane.", None]})
    >>> extract_frame(news, id="id")[["document", "speaker"]].values.tolist()
    [[7, 'Orla Vane']]

    Raises:
        KeyError: no such column.
        TypeError: a value of the column is neither a text nor missing.
        ValueError: there are no records of that name.
    """
    checked(what)
    texts = list(_texts(df, text))
    places: list[int] = []
    records: list[dict[str, Any]] = []
    documents = (extractor or Extractor()).pipe((each for _, each in texts), workers=workers)
    for (place, _), document in zip(texts, documents, strict=True):
        found = list(RECORDS[what](document))
        places.extend([place] * len(found))
        records.extend(found)
    frame = frame_of(records, what)
    keys = df.index.to_series() if id is None else df[id]
    frame["document"] = keys.iloc[places].reset_index(drop=True)
    return frame


def _texts(df: pandas.DataFrame, column: str) -> Iterator[tuple[int, str]]:
    for place, value in enumerate(df[column]):
        if isinstance(value, str):
            yield place, value
        elif not pandas.isna(value):
            raise TypeError(f"column {column!r} holds a {type(value).__name__}, no text, in row {df.index[place]!r}")
