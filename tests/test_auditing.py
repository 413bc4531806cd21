"""Whom a collection quotes, and how much."""

from __future__ import annotations

import csv
import io
import sys

import attrs
import pytest

from newsclaims import extract
from newsclaims.auditing import COLUMNS, Audit, AuditRow, audit
from newsclaims.model import Document


@pytest.fixture
def table() -> Audit:
    texts = (
        "Mayor Orla Vane said that it was very late. “We have no money,” she said. Tom Kell said that it rained.",
        "It rained. “We will pay,” said Orla Vane. A spokeswoman for the port said that it would close.",
    )
    return audit(extract(text) for text in texts)


def test_rows_stand_by_number_of_quotes(table: Audit) -> None:
    assert [(row.name, row.quotes, row.documents) for row in table] == [
        ("Orla Vane", 3, 2),
        ("A spokeswoman for the port", 1, 1),
        ("Tom Kell", 1, 1),
    ]


def test_words_and_shares_add_up(table: Audit) -> None:
    assert table.total.quotes == sum(row.quotes for row in table) == 5
    assert table.total.words == sum(row.words for row in table)
    assert sum(row.quote_share for row in table) == pytest.approx(1, abs=0.001)
    assert sum(row.word_share for row in table) == pytest.approx(1, abs=0.001)


def test_what_is_known_of_a_speaker(table: Audit) -> None:
    vane, spokeswoman, _ = table.rows
    assert (vane.kind, vane.role, vane.gender, vane.named) == ("person", "Mayor", "female", True)
    assert (vane.first_document, vane.first_position) == (0, 0.0)
    assert (spokeswoman.named, spokeswoman.affiliation, spokeswoman.gender) == (False, "port", "female")
    assert spokeswoman.first_document == 1
    assert 0 < (spokeswoman.first_position or 0) < 1


def test_quotes_without_a_source_have_a_row_of_their_own() -> None:
    quoted = extract("“We will pay,” said Orla Vane.")
    bare = attrs.evolve(quoted.quotes[0], source=None, speaker=None, cue=None, reason="no source")
    table = audit([attrs.evolve(quoted, quotes=(*quoted.quotes, bare))])
    assert [(row.name, row.quotes, row.quote_share) for row in table] == [("Orla Vane", 1, 0.5), ("(no source)", 1, 0.5)]


@pytest.mark.parametrize("docs", [[], [Document("It rained.")]])
def test_nothing_quoted(docs: list[Document]) -> None:
    table = audit(docs)
    assert len(table) == 0
    assert (table.total.quotes, table.total.quote_share, table.total.documents) == (0, 0.0, len(docs))


def test_a_document_read_from_json_counts_the_same(table: Audit) -> None:
    document = extract("Orla Vane said that it was late. “We have no money,” she said.")
    assert audit([Document.from_json(document.to_json())]) == audit([document])


def test_aliases() -> None:
    docs = [extract("Orla Vane said that it rained."), extract("Ironside said that it was late.")]
    assert [row.name for row in audit(docs, aliases={"Ironside": "Orla Vane"})] == ["Orla Vane"]


def test_records_end_with_the_total(table: Audit) -> None:
    records = table.to_records()
    assert [tuple(record) for record in records] == [COLUMNS] * (len(table) + 1)
    assert tuple(field.name for field in attrs.fields(AuditRow)) == COLUMNS
    assert records[-1]["name"] == "(total)"


def test_csv_can_be_read_back(table: Audit) -> None:
    rows = list(csv.DictReader(io.StringIO(table.to_csv())))
    assert [row["name"] for row in rows] == [*(row.name for row in table), "(total)"]
    assert rows[0]["quotes"] == "3"
    assert rows[1]["role"] == "spokeswoman"
    assert rows[2]["role"] == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@vane"])
def test_no_cell_of_the_csv_is_a_formula(name: str, table: Audit) -> None:
    poisoned = Audit((attrs.evolve(table.rows[0], name=name),), table.total)
    assert next(csv.DictReader(io.StringIO(poisoned.to_csv())))["name"] == f"'{name}"


def test_a_data_frame_needs_pandas(table: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'newsclaims\[pandas\]'"):
        table.to_dataframe()


def test_a_data_frame_has_a_row_a_speaker(table: Audit) -> None:
    frame = table.to_dataframe()
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["name"]) == [row.name for row in table]
