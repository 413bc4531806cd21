"""Frames of several kinds in and out, all with the same rows."""

from __future__ import annotations

import datetime
import importlib
import os
from collections.abc import Callable
from typing import Any

import pytest

from newsclaims import Extractor
from newsclaims.formats.records import COLUMNS, RECORDS

if os.environ.get("NEWSCLAIMS_TEST_ALL"):
    importlib.import_module("narwhals")
pytest.importorskip("narwhals")

from newsclaims.integrations.frames import extract_frame, to_frame

TEXTS = ["“It rained last week,” said Orla Vane.", None, "Ivo Karr denied that it was cold.", "Nothing."]
DATA: dict[str, list[Any]] = {"n": [7, 8, 9, 10], "body": TEXTS, "date": [datetime.date(2024, 5, 10)] * 4}


def of_pandas(data: dict[str, list[Any]]) -> Any:
    return pytest.importorskip("pandas").DataFrame(data, index=[4, 4, 1, 0])


def of_polars(data: dict[str, list[Any]]) -> Any:
    return pytest.importorskip("polars").DataFrame(data)


def of_polars_lazy(data: dict[str, list[Any]]) -> Any:
    return of_polars(data).lazy()


def of_arrow(data: dict[str, list[Any]]) -> Any:
    return pytest.importorskip("pyarrow").table(data)


def of_duckdb(data: dict[str, list[Any]]) -> Any:
    duckdb = pytest.importorskip("duckdb")
    return duckdb.from_arrow(of_arrow(data))


KINDS = [of_pandas, of_polars, of_polars_lazy, of_arrow, of_duckdb]
OUT: dict[Any, str] = {of_polars_lazy: "polars", of_duckdb: "pyarrow", of_pandas: "pandas", of_polars: "polars", of_arrow: "pyarrow"}


def rows(frame: Any) -> list[dict[str, Any]]:
    import narwhals

    columns = narwhals.from_native(frame).to_dict(as_series=False)
    missing = {"NAType", "NaTType"}
    return [
        {name: None if type(value).__name__ in missing or value != value else value for name, value in zip(columns, row, strict=True)}
        for row in zip(*columns.values(), strict=True)
    ]


@pytest.mark.parametrize("what", RECORDS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rows_of_every_kind(kind: Callable[[dict[str, list[Any]]], Any], what: Any) -> None:
    frame = extract_frame(kind(DATA), "body", "n", what=what, metadata=["date"])
    assert type(frame).__module__.partition(".")[0] == OUT[kind]
    expected = [
        {**row, "document": number}
        for number, text in zip(DATA["n"], TEXTS, strict=True)
        if text is not None
        for row in Extractor().extract(text, metadata={"date": "2024-05-10"}).to_records(what)
    ]
    assert rows(frame) == expected
    assert list(rows(frame)[0]) == list(COLUMNS[what])


@pytest.mark.parametrize("kind", KINDS)
def test_columns_and_types_are_there_where_nothing_is_found(kind: Callable[[dict[str, list[Any]]], Any]) -> None:
    import narwhals

    full = narwhals.from_native(extract_frame(kind(DATA), "body", "n"))
    empty = narwhals.from_native(extract_frame(kind({**DATA, "body": ["Rain."] * 4}), "body", "n"))
    assert len(empty) == 0
    assert dict(empty.schema) == dict(full.schema)


@pytest.mark.parametrize("kind", KINDS)
def test_without_ids_the_rows_are_counted(kind: Callable[[dict[str, list[Any]]], Any]) -> None:
    assert [row["document"] for row in rows(extract_frame(kind(DATA), "body", None))] == [0, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_dates_reach_the_claims(kind: Callable[[dict[str, list[Any]]], Any]) -> None:
    claims = rows(extract_frame(kind(DATA), "body", "n", what="claims", metadata=["date"]))
    assert [row["dates"] for row in claims if row["dates"]] == ["2024-04-29/2024-05-05"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_an_error(kind: Callable[[dict[str, list[Any]]], Any]) -> None:
    with pytest.raises(KeyError, match="no column 'id'; there are: n, body, date; id=None takes the number of the row"):
        extract_frame(kind(DATA), "body")
    with pytest.raises(KeyError, match="no column 'outlet'"):
        extract_frame(kind(DATA), "body", "n", metadata=["outlet"])
    with pytest.raises(TypeError, match="column 'n' holds a int, no text, in row 0"):
        extract_frame(kind(DATA), "n", None)
    with pytest.raises(ValueError, match="no records named 'verbs'"):
        extract_frame(kind(DATA), "body", "n", what="verbs")  # type: ignore[arg-type]  # it is wrong


def test_a_column_is_no_frame() -> None:
    polars = pytest.importorskip("polars")
    for wrong in (polars.Series(["a"]), ["a"], None):
        with pytest.raises(TypeError, match="df must be a data frame with a column of texts, not"):
            extract_frame(wrong)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_documents_as_a_frame(backend: str) -> None:
    pytest.importorskip(backend)
    document = Extractor().extract("“It rained,” said Orla Vane.", id="a")
    assert rows(to_frame(document, backend=backend)) == document.to_records()
