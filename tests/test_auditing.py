"""Whom a collection quotes, and how much."""

from __future__ import annotations

import csv
import io
import sys
from typing import Any

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
    assert (vane.first_document, vane.first_position) == ("0", 0.0)
    assert (spokeswoman.named, spokeswoman.affiliation, spokeswoman.gender) == (False, "port", "female")
    assert spokeswoman.first_document == "1"
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


GROUPS = [
    ("“It rained,” said Mayor Orla Vane. She left. “We lost,” she said.", {"outlet": "Courier", "date": "2024-05-03"}),
    ("“No,” said Professor Ivo Karr. A resident said that it was late.", {"outlet": "Courier", "date": "2024-06-03"}),
    ("Orla Vane said that it was cold.", {"outlet": "Herald", "date": "2024-05-09"}),
]


def by(field: Any) -> Audit:
    return audit([extract(text, id=f"a{at}", metadata=known) for at, (text, known) in enumerate(GROUPS)], by=field)


def test_groups_are_counted_by_themselves_and_speakers_joined_over_them() -> None:
    table = by("outlet")
    assert [(row.group, row.name, row.quotes, row.quote_share) for row in table] == [
        ("Courier", "Orla Vane", 2, 0.5),
        ("Courier", "A resident", 1, 0.25),
        ("Courier", "Ivo Karr", 1, 0.25),
        ("Herald", "Orla Vane", 1, 1.0),
    ]
    assert (table.total.quotes, table.total.documents) == (5, 3)
    assert {row.first_document for row in table} == {"a0", "a1"}


@pytest.mark.parametrize(
    "field, groups",
    [
        ("month", ["2024-05", "2024-06"]),
        ("year", ["2024"]),
        (lambda document: len(document.quotes) > 1, ["False", "True"]),
        ("no such field", [None]),
    ],
)
def test_what_it_is_counted_by(field: Any, groups: list[str | None]) -> None:
    assert list(dict.fromkeys(row.group for row in by(field))) == groups


def test_a_row_tells_what_sort_of_source_it_is_and_what_says_so() -> None:
    told = {row.name: (row.type, row.type_because, row.pronouns) for row in by(None)}
    assert told == {
        "Orla Vane": ("official", "Mayor", "she"),
        "Ivo Karr": ("expert", "Professor", None),
        "A resident": ("citizen", "resident", None),
    }


def test_the_reason_for_naming_nobody_is_the_one_the_text_gives() -> None:
    text = "An aide, who spoke on condition of anonymity because she was not authorised to speak, said that it rained."
    [row] = audit([extract(text)])
    assert (row.type, row.type_because, row.anonymity) == (
        "anonymous",
        "condition of anonymity",
        "because she was not authorised to speak",
    )


def test_groups_are_compared_with_bounds() -> None:
    shares = by("outlet").shares("type")
    assert [(each.group, each.value, each.quotes, each.of) for each in shares] == [
        ("Courier", "official", 2, 4),
        ("Courier", "citizen", 1, 4),
        ("Courier", "expert", 1, 4),
        ("Herald", "official", 1, 1),
    ]
    assert all(0 <= each.low <= each.share <= each.high <= 1 for each in shares)
    with pytest.raises(ValueError, match="no column 'typ' to share by; did you mean 'type'"):
        by(None).shares("typ")


def test_a_text_is_no_document() -> None:
    with pytest.raises(TypeError, match="document 1 is a str: audit counts documents"):
        audit([extract("Rain."), "Rain."])  # type: ignore[list-item]  # it is wrong


def test_a_data_frame_has_the_same_dtypes_with_rows_and_without() -> None:
    pytest.importorskip("pandas")
    full, empty = by("outlet").to_dataframe(), audit([]).to_dataframe()
    assert dict(full.dtypes) == dict(empty.dtypes)
    assert str(full["named"].dtype) == "boolean"
    assert full["first_document"].tolist() == ["a0", "a1", "a1", "a0"]
