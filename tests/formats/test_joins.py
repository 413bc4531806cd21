"""The three tables join: no row is lost and none is doubled, with ids or without."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import Any

import pytest

from newsclaims import Document, Extractor
from newsclaims.formats.records import rows_of

SOMEBODY = ("said Mayor Orla Vane", "he said", "they said", "officials said", "Vane and Kell said", "said Ivo Karr, the harbour's clerk")
WORDS = ("“It rained for 3 days", "“We lost 40 jobs in May", "“Nobody asked us")


def articles() -> list[str]:
    """A hundred short articles in which names, pronouns and descriptions come again."""
    pairs = itertools.product(SOMEBODY, WORDS, SOMEBODY, WORDS)
    return [
        f"{said},” {one}. {other} that the port was shut.\n\n{again}.”" for one, said, other, again in itertools.islice(pairs, 0, 300, 3)
    ]


@pytest.fixture(scope="module", params=[True, False], ids=["ids", "no ids"])
def documents(request: pytest.FixtureRequest) -> list[Document]:
    texts = articles()
    assert len(texts) == 100
    return list(Extractor().pipe(texts, ids=[f"a{at}" for at in range(100)] if request.param else None))


def keys(rows: list[dict[str, Any]], *columns: str) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row[column] for column in columns) for row in rows)


def test_keys_are_unique_and_every_reference_leads_somewhere(documents: list[Document]) -> None:
    quotes, speakers, claims = (list(rows_of(documents, what)) for what in ("quotes", "speakers", "claims"))
    for rows, key in ((quotes, "quote"), (speakers, "speaker_id"), (claims, "claim")):
        assert rows
        assert set(keys(rows, "document", key).values()) == {1}
    known = keys(speakers, "document", "speaker_id")
    for row in (*quotes, *claims):
        who = row.get("speaker", row.get("claimer"))
        assert (row["speaker_id"] is None) == (who is None)
        assert who is None or (row["document"], row["speaker_id"]) in known
    asked = keys(quotes, "document", "quote")
    assert all(row["quote"] is None or (row["document"], row["quote"]) in asked for row in claims)


def test_a_row_says_of_its_speaker_what_the_table_of_speakers_says(documents: list[Document]) -> None:
    speakers = {(row["document"], row["speaker_id"]): row for row in rows_of(documents, "speakers")}
    for row in rows_of(documents):
        if row["speaker_id"] is not None:
            speaker = speakers[row["document"], row["speaker_id"]]
            assert row["speaker"] == speaker["name"]
            for column in ("kind", "named", "resolved", "gender", "role", "on_behalf_of"):
                assert row[f"speaker_{column}"] == speaker[column]


def test_a_join_in_pandas_has_as_many_rows_as_before(documents: list[Document]) -> None:
    pytest.importorskip("pandas")
    from newsclaims.integrations.pandas import to_dataframe

    quotes, speakers, claims = (to_dataframe(documents, what) for what in ("quotes", "speakers", "claims"))
    assert len(quotes.merge(speakers, on=["document", "speaker_id"], how="left", suffixes=("", "_of_speaker"))) == len(quotes)
    assert len(claims.merge(speakers, on=["document", "speaker_id"], how="left", suffixes=("", "_of_speaker"))) == len(claims)
    assert len(claims.merge(quotes, on=["document", "quote"], how="left", suffixes=("", "_of_quote"))) == len(claims)


@pytest.mark.parametrize(
    "text, clean",
    [
        ("“It rained,” said Orla Vane.", ["It rained"]),
        ("“If it rains,” said Orla Vane, “we go.”", ["If it rains, we go."]),
        ("“It is late,” said Orla Vane. “We go.”", ["It is late. We go."]),
        ("“If it rains,” said Orla Vane, “I go.”", ["If it rains, I go."]),
        ("“Is it late?” asked Orla Vane. “No.”", ["Is it late? No."]),
        ("“It rained  all\nday,” said Orla Vane.", ["It rained all day"]),
        ("Orla Vane said that it was “late,” and left.", None),
        ("“‘No,’ he told me,” said Orla Vane.", ["‘No,’ he told me"]),
        ("“It rained.\n\n“It snowed,” said Orla Vane.", ["It rained. It snowed"]),
    ],
)
def test_clean_text(text: str, clean: list[str] | None) -> None:
    document = Extractor().extract(text)
    said = [quote.clean_text for quote in document.quotes]
    assert clean is None or said == clean
    assert [row["clean_text"] for row in document.to_records()] == said
    assert not [words for words in said if words.endswith(",") or "  " in words]
