from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow
import pytest
from pyarrow import parquet

from newsclaims import Extractor
from newsclaims.formats.records import COLUMNS, RECORDS
from newsclaims.integrations import arrow
from newsclaims.integrations.pandas import to_dataframe
from newsclaims.model import Document, What

TEXTS = ("“It rained,” said Orla Vane. “All day,” she said.", "Ivo Karr said that the quay lost 40 ships. “It hurts,” he said.", "")


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [Extractor().extract(text, id=f"{number}.txt") for number, text in enumerate(TEXTS)]


@pytest.mark.parametrize("what", RECORDS)
def test_parquet_holds_the_records(what: What, documents: list[Document], tmp_path: Path) -> None:
    arrow.write_parquet(iter(documents), tmp_path / "a.parquet", what)
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.schema.equals(arrow.schema(what))
    assert table.to_pylist() == [record for document in documents for record in document.to_records(what)]


def test_the_same_as_pandas(documents: list[Document], tmp_path: Path) -> None:
    arrow.write_parquet(documents, tmp_path / "a.parquet")
    frame = to_dataframe(documents)
    read = pd.read_parquet(tmp_path / "a.parquet").astype(frame.dtypes.to_dict())
    pd.testing.assert_frame_equal(read, frame)


def test_nothing_is_a_file_with_columns(tmp_path: Path) -> None:
    arrow.write_parquet([], tmp_path / "a.parquet", "claims")
    table = parquet.read_table(tmp_path / "a.parquet")
    assert (table.num_rows, table.column_names) == (0, list(COLUMNS["claims"]))


def test_a_column_without_a_value_keeps_its_type() -> None:
    table = arrow.to_table([Document("", speakers=())], "speakers")
    assert table.schema.field("first_start").type == pyarrow.int64()


def test_documents_are_written_as_they_come(documents: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "AT_ONCE", 1)
    written: list[int] = []

    def some() -> Iterator[Document]:
        for document in documents[:2]:
            written.append((tmp_path / "a.parquet").stat().st_size)
            yield document

    arrow.write_parquet(some(), tmp_path / "a.parquet")
    assert written[1] > written[0]
    assert parquet.ParquetFile(tmp_path / "a.parquet").num_row_groups == 2


def test_half_a_character_is_a_question_mark(tmp_path: Path) -> None:
    document = Extractor().extract("“Ra\ud800in,” said Orla Vane.", id="\udc80.txt")
    assert arrow.to_table([document]).to_pylist()[0]["text"] == "Ra?in,"
    arrow.write_parquet([document], tmp_path / "a.parquet")
    frame = to_dataframe(document)
    assert (frame.loc[0, "text"], frame.loc[0, "document"], frame.loc[0, "speaker"]) == ("Ra?in,", "?.txt", "Orla Vane")


def test_unknown_tables_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no records named 'verbs'"):
        arrow.write_parquet([], tmp_path / "a.parquet", "verbs")  # type: ignore[arg-type]  # it is wrong


def test_parquet_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    command = [sys.executable, "-m", "newsclaims", "extract", "a.txt", "--format", "parquet", "--what", "speakers", "-o", "a.parquet"]
    subprocess.run(command, cwd=tmp_path, check=True)  # noqa: S603 - our own command
    assert parquet.read_table(tmp_path / "a.parquet").column("name").to_pylist() == ["Orla Vane"]
