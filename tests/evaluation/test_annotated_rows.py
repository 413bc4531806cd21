from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims import SpeakerKind, Stance
from newsclaims.errors import GoldError
from newsclaims.evaluation import GoldSpeaker, read_gold
from newsclaims.evaluation.annotated_rows import parse_claims, parse_speakers

TEXT = "The port is closed, Orla Vane said. The port is closed on Sundays too."


def test_who_sources_are() -> None:
    rows = "0\tperson\tOrla Vane\n1\tgroup\t-\tspeech\n2\tperson\t?\n\n3\tperson\tAUTHOR\n4\tship\tIvo & Ada\r\n"
    assert parse_speakers(rows) == {
        0: GoldSpeaker(SpeakerKind.PERSON, ("Orla Vane",)),
        1: GoldSpeaker(SpeakerKind.GROUP),
        2: None,
        3: None,
        4: GoldSpeaker(SpeakerKind.UNKNOWN, ("Ivo", "Ada")),
    }


@pytest.mark.parametrize("row", ["0\tperson", "one\tperson\tAda", "-1\tperson\tAda", "0\tperson\t", "0 person Vane", "²\tperson\tA"])
def test_a_wrong_row_of_a_source_is_named(row: str) -> None:
    with pytest.raises(GoldError) as caught:
        parse_speakers(f"1\tperson\tAda\n{row}\n", path="who.tsv")
    assert (caught.value.path, caught.value.line) == ("who.tsv", 2)


def test_two_rows_about_one_source_are_one_too_many() -> None:
    with pytest.raises(GoldError, match="a second row is about attribution 0"):
        parse_speakers("0\tperson\tAda\n0\tperson\tIvo\n")


def test_claims_stand_where_the_text_has_their_words() -> None:
    rows = "2\taffirm\tOrla Vane\tthe port\tThe port is closed\n1\trefute\tAUTHOR\tthe port\tThe port is closed\textra\n"
    one, other = parse_claims(TEXT, rows)
    assert (one.span.start, one.worth, one.stance, one.claimer, one.about) == (0, 2, Stance.AFFIRM, "Orla Vane", "the port")
    assert (other.span.start, other.worth, other.stance, other.claimer) == (36, 1, Stance.DENY, None)


@pytest.mark.parametrize(
    "row",
    ["3\taffirm\tA\tB\tThe", "2\tdoubt\tA\tB\tThe", "2\taffirm\tA\tThe port", "2\taffirm\tA\tB\t", "2\taffirm\tA\tB\tThe ship"],
)
def test_a_wrong_row_of_a_claim_is_named(row: str) -> None:
    with pytest.raises(GoldError) as caught:
        parse_claims(TEXT, f"{row}\n", path="claims.tsv")
    assert (caught.value.path, caught.value.line) == ("claims.tsv", 1)


def test_tables_beside_the_texts_are_read(tmp_path: Path) -> None:
    for name, content in {
        "text/port.txt": TEXT,
        "attributions/port_vane.ann": "T1\tSource 20 29\tOrla Vane\nT2\tContent 0 18\tThe port is closed\nE1\tContent:T2 Source:T1\n",
        "speakers/port.tsv": "0\tperson\tOrla Vane\n",
        "claims/port.tsv": "2\taffirm\tOrla Vane\tthe port\tThe port is closed\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read_gold(tmp_path)
    assert article.quotes[0].speaker == GoldSpeaker(SpeakerKind.PERSON, ("Orla Vane",))
    assert article.claims is not None
    assert [claim.span.text for claim in article.claims] == ["The port is closed"]
    (tmp_path / "speakers/port.tsv").unlink()
    (tmp_path / "claims/port.tsv").unlink()
    (article,) = read_gold(tmp_path)
    assert (article.quotes[0].speaker, article.claims) == (None, None)


def test_the_number_of_a_source_counts_in_the_order_of_the_file(tmp_path: Path) -> None:
    marks = "T1\tContent 20 34\tOrla Vane said\nT2\tContent 0 18\tThe port is closed\nE1\tContent:T1\nE2\tContent:T2\n"
    for name, content in {"text/a.txt": TEXT, "attributions/a_vane.ann": marks, "speakers/a.tsv": "1\tperson\tAda\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    (article,) = read_gold(tmp_path)
    assert [(quote.contents[0].start, quote.speaker and quote.speaker.names) for quote in article.quotes] == [(0, ("Ada",)), (20, None)]
