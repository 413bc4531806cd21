"""Quotes, speakers and claims as pandas data frames, and texts out of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsclaims.errors import MissingExtraError
from newsclaims.extractor import Extractor
from newsclaims.formats.dataframe import frame_of, to_dataframe
from newsclaims.formats.records import RECORDS, checked
from newsclaims.model import What

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
    metadata: Sequence[str] = (),
    what: What = "quotes",
    extractor: Extractor | None = None,
    workers: int = 1,
    progress: bool = False,
) -> pandas.DataFrame:
    """A row for each quote (or speaker, or claim) in a column of texts.

    ``text`` is the name of the column, ``id`` that of the column whose values stand in ``document``, with its dtype;
    without it those are the values of the index. ``metadata`` names columns that are known of each text: of them ``date`` is the day
    from which "last week" counts. ``workers`` and ``progress`` are as in :meth:`newsclaims.Extractor.pipe`. A text
    that is missing (``None``, ``NaN``) has no rows.

    >>> news = pandas.DataFrame({"id": [7, 9], "text": ["“It rained,” said Orla Vane.", None]})
    >>> extract_frame(news, id="id")[["document", "speaker"]].values.tolist()
    [[7, 'Orla Vane']]

    Raises:
        KeyError: no such column.
        TypeError: ``df`` is no data frame, or a value of the column is neither a text nor missing.
        ValueError: there are no records of that name.
    """
    checked(what)
    if not isinstance(df, pandas.DataFrame):
        raise TypeError(f"df must be a data frame with a column of texts, not a {type(df).__name__}: pass the frame and name the column")
    missing = [name for name in (text, *([] if id is None else [id]), *metadata) if name not in df.columns]
    if missing:
        raise KeyError(f"no column {missing[0]!r}; there are: {', '.join(map(str, df.columns))}")
    texts = list(_texts(df, text))
    places: list[int] = []
    records: list[dict[str, Any]] = []
    known = [dict(zip(metadata, row, strict=True)) for row in df[list(metadata)].itertuples(index=False, name=None)]
    about = (known[place] for place, _ in texts) if metadata else None
    documents = (extractor or Extractor()).pipe([each for _, each in texts], metadata=about, workers=workers, progress=progress)
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
