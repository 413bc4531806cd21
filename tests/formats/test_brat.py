from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import extract
from newsclaims.evaluation import evaluate, gold_from_document, read_gold
from newsclaims.evaluation.brat import parse_brat
from newsclaims.formats.brat import write_folder
from newsclaims.model import Document, Quote, QuoteKind, Speaker
from newsclaims.spans import Span

TEXT = "“The quay is shut,” said Orla Vane. “It stays shut.”\n\nIvo Karr said that the ice was “thin as paper”.\n\n“Nobody asked us.”\n"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def quote(text: str, *stretches: tuple[int, int], **more: object) -> Quote:
    spans = tuple(Span.of(text, start, end) for start, end in stretches)
    whole = Span.of(text, stretches[0][0], stretches[-1][1])
    return Quote(QuoteKind.INDIRECT, spans, whole, whole.text, **more)  # type: ignore[arg-type]  # whatever a quote has


def lines(document: Document) -> list[str]:
    return document.to_brat().splitlines()


def test_marks_events_kind_and_note() -> None:
    text = "Rain fell, she said, all day."
    found = quote(text, (0, 9), (21, 28), source=Span.of(text, 11, 14), speaker=Speaker("Orla Vane"), rule="tag", confidence=0.75)
    assert lines(Document(text, quotes=(found,))) == [
        "T1\tContent 0 9;21 28\tRain fell all day",
        "T2\tSource 11 14\tshe",
        "E1\tContent:T1 Source:T2",
        "A1\tKind E1 indirect",
        "#1\tAnnotatorNotes E1\tOrla Vane | tag | 0.750",
    ]


def test_words_over_a_line_break_are_one_mark_with_a_piece_for_each_line() -> None:
    text = "Rain\r\n  fell\n\n all day."
    assert lines(Document(text, quotes=(quote(text, (0, 22)),)))[0] == "T1\tContent 0 4;8 12;15 22\tRain fell all day"


def test_a_tab_or_another_line_end_does_not_break_a_line() -> None:
    text = "Rain\tfell\u2028all\x0bday"
    written = Document(text, quotes=(quote(text, (0, len(text)), speaker=Speaker("Orla\tVane\nJr."), rule="a\nb"),)).to_brat()
    assert written.count("\n") == 4
    assert "T1\tContent 0 17\tRain fell all day\n" in written
    assert "Orla Vane Jr. | a b" in written


def test_nothing_said_is_nothing_written() -> None:
    assert Document("Rain.").to_brat() == ""
    assert Document("a", quotes=(quote("a", (0, 0)),)).to_brat() == ""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_read_back_it_is_the_same(path: Path) -> None:
    document = extract(path.read_text(encoding="utf-8"))
    gold = parse_brat(document.text, document.to_brat(), id="one")
    assert sorted(gold.quotes, key=str) == sorted(gold_from_document(document, "one").quotes, key=str)


@given(
    st.lists(
        st.sampled_from(["“", "”", " said ", "Orla Vane", "\n", "\r\n", "\n\n", " that ", "rain fell", ", ", ". ", "\t"]), max_size=30
    ).map("".join)
)
def test_every_text_reads_back_with_the_same_scores(text: str) -> None:
    document = extract(text)
    gold = parse_brat(text, document.to_brat(), id="one")
    told = gold_from_document(document, "one")
    # a quote of spaces alone is no mark, and counts for no score either
    assert [len(quote.contents) > 0 for quote in gold.quotes] == [True] * sum(
        any(span.text.strip() for span in q.contents) for q in told.quotes
    )
    assert evaluate([gold], [document]) == evaluate([told], [document])


@pytest.mark.parametrize("text", ["” that \n”", "Letters\n\nThe port has to stay.\nOrla Vane, Orrel\n"])
def test_the_kind_of_a_quote_is_read_back(text: str) -> None:
    document = extract(text)
    gold = parse_brat(text, document.to_brat(), id="one")
    assert [quote.kind for quote in gold.quotes] == [quote.kind for quote in document.quotes]


def test_a_folder_is_read_by_the_evaluation(tmp_path: Path) -> None:
    documents = [extract(TEXT), extract("Ivo Karr said that it rained.\r\n")]
    write_folder(documents, tmp_path / "gold")
    gold = read_gold(tmp_path / "gold")
    assert {article.text: len(article.quotes) for article in gold} == {document.text: len(document.quotes) for document in documents}
    assert evaluate(gold, documents) == evaluate([gold_from_document(document, "one") for document in documents], documents)


def test_names_of_files(tmp_path: Path) -> None:
    ids = ["a/quay.txt", "b/Quay.txt", "", None, "..", "x\ny:z.html", "quay"]
    write_folder([Document("a", id) for id in ids], tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.ann")) == sorted(
        f"{name}.ann" for name in ("quay", "Quay-2", "document", "document-2", "document-3", "x_y_z.html", "quay-3")
    )
    assert len(list(tmp_path.iterdir())) == 2 * len(ids)


def test_a_long_name_fits_the_file_system_whatever_it_is_written_in(tmp_path: Path) -> None:
    ids = ["漢" * 100, "漢" * 100, "é" * 90, "x" * 300, "\udc80odd"]
    write_folder([Document("a", id) for id in ids], tmp_path)
    names = sorted(path.stem for path in tmp_path.glob("*.txt"))
    assert names == sorted(["漢" * 33, f"{'漢' * 33}-2", "é" * 50, "x" * 100, "_odd"])
