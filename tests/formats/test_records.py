from __future__ import annotations

import csv
import io
from typing import Any

import attrs
import pytest

from newsclaims import extract
from newsclaims.formats.records import COLUMNS, RECORDS, to_csv
from newsclaims.model import Claim, Date, Document, Quote, QuoteKind, Speaker, SpeakerKind, Stance, What
from newsclaims.spans import Span

TEXT = "“The quay lost 40 ships in 2019,” said Orla Vane. It may rain. “Nobody asked us.” Ivo Karr and Orla Vane said that it was cold."
PYTHON = {"string": str, "integer": int, "number": float, "boolean": bool}


def small() -> Document:
    text = "Rain may fall in May, she said."
    she = Span.of(text, 22, 25)
    speaker = Speaker("Orla Vane", SpeakerKind.PERSON, "mayor", "Arden", None, (Span.of(text, 0, 4), she), named=True, resolved=True)
    pair = Speaker("they", SpeakerKind.GROUP, members=(speaker, Speaker("Ivo Karr")))
    content = Span.of(text, 0, 20)
    quotes = (Quote(QuoteKind.INDIRECT, (content,), content, content.text, she, speaker),) * 2
    claim = Claim(
        content,
        0,
        speaker,
        0,
        Stance.DENY,
        hedges=(Span.of(text, 5, 8), she),
        dates=(Date(Span.of(text, 17, 20), "2019-05", False),),
        same_as=0,
    )
    return Document(text, "a.txt", quotes=quotes, speakers=(speaker, pair), claims=(claim,))


def test_speakers_with_their_counts() -> None:
    first, second = small().to_records("speakers")
    assert first == {
        "document": "a.txt",
        "speaker_id": 0,
        "name": "Orla Vane",
        "kind": "person",
        "role": "mayor",
        "affiliation": "Arden",
        "on_behalf_of": None,
        "external_id": None,
        "gender": None,
        "named": True,
        "resolved": True,
        "members": None,
        "mentions": 2,
        "first_start": 0,
        "first_end": 4,
        "quotes": 2,
        "made_by": None,
    }
    assert (second["members"], second["mentions"], second["first_start"], second["quotes"]) == ("Orla Vane; Ivo Karr", 0, None, 0)


def test_claims() -> None:
    [record] = small().to_records("claims")
    assert (record["text"], record["start"], record["end"]) == ("Rain may fall in May", 0, 20)
    assert (record["claimer"], record["claimer_kind"], record["stance"]) == ("Orla Vane", "person", "deny")
    assert (record["hedges"], record["dates"], record["quantities"], record["same_as"]) == ("may; she", "2019-05", None, 0)


@pytest.mark.parametrize("what", RECORDS)
def test_every_record_has_every_column_and_its_type(what: What) -> None:
    records = [*extract(f"{TEXT} The mill lost 300 jobs in 2015.").to_records(what), *small().to_records(what)]
    assert len(records) > 2
    for record in records:
        assert list(record) == list(COLUMNS[what])
        for name, value in record.items():
            assert value is None or type(value) is PYTHON[COLUMNS[what][name]], name


def read(pieces: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(pieces), newline="")))


def test_csv_reads_back() -> None:
    rows = read(to_csv([extract(TEXT), small()]))
    records = [record for document in (extract(TEXT), small()) for record in document.to_records()]
    assert rows == [{name: "" if value is None else str(value) for name, value in record.items()} for record in records]


@pytest.mark.parametrize("words", ["a,b", 'a"b', "a\r\nb", "a\nb", ""])
def test_csv_keeps_any_words(words: str) -> None:
    document = attrs.evolve(small(), id=words)
    assert [row["document"] for row in read(to_csv([document], "claims"))] == [words]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"])
def test_csv_gives_a_spreadsheet_no_formula(words: str) -> None:
    assert [row["document"] for row in read(to_csv([attrs.evolve(small(), id=words)], "claims"))] == [f"'{words}"]


def test_csv_of_nothing_is_the_header() -> None:
    assert "".join(to_csv([], "claims")).split("\r\n")[0].split(",") == list(COLUMNS["claims"])


def test_unknown_tables_are_an_error() -> None:
    with pytest.raises(ValueError, match="no records named 'verbs'; there are: quotes, speakers, claims"):
        to_csv([], "verbs")  # type: ignore[arg-type]  # it is wrong
