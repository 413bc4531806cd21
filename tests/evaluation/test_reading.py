from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsclaims import Document, NewsclaimsError, extract
from newsclaims.errors import GoldError
from newsclaims.evaluation import read_documents, read_gold

PORT = "<q1>“The port is shut,”</q1> <s1>Orla Vane</s1> <c1>said</c1>."
SNOW = "<s1>Ada Holt</s1> <c1>said</c1> <q1>it would snow</q1>."

Write = Callable[[Path, Path, str], str]


def summary(path: Path) -> list[tuple[str, int]]:
    return [(article.id, len(article.quotes)) for article in read_gold(path)]


def test_annotations_beside_their_texts(tmp_path: Path, write_standoff: Write) -> None:
    write_standoff(tmp_path / "snow.txt", tmp_path / "snow.ann", SNOW)
    write_standoff(tmp_path / "port.txt", tmp_path / "port.ann", PORT)
    (tmp_path / "notes.txt").write_text("Not an article.")
    assert summary(tmp_path) == [("port", 1), ("snow", 1)]


def test_texts_and_attributions_apart_where_the_first_annotator_counts(tmp_path: Path, write_standoff: Write) -> None:
    write_standoff(tmp_path / "text" / "port.txt", tmp_path / "attributions" / "port_a1b2.ann", PORT)
    (tmp_path / "attributions" / "port_c3d4.ann").write_text("wrong")
    (tmp_path / "text" / "alone.txt").write_text("Nobody read this.")
    assert summary(tmp_path) == [("port", 1)]


def test_offsets_count_line_ends_as_they_are(tmp_path: Path, write_standoff: Write) -> None:
    text = write_standoff(tmp_path / "port.txt", tmp_path / "port.ann", f"Headline\r\n\r\n{PORT}\r\n")
    [article] = read_gold(tmp_path)
    assert article.text == text
    assert article.quotes[0].source[0].text == "Orla Vane"


DOCUMENTS = [extract("“The port is shut,” Orla Vane said."), extract("Ada Holt said it would snow.")]


@pytest.mark.parametrize("name", ["run.jsonl", "run.json", "one.json"])
def test_our_own_json(tmp_path: Path, name: str) -> None:
    documents = DOCUMENTS[:1] if name == "one.json" else DOCUMENTS
    lines = [document.to_json() for document in documents]
    content = {"run.jsonl": "\n\n".join(lines) + "\n", "run.json": f"[{', '.join(lines)}]", "one.json": documents[0].to_json(indent=1)}
    (tmp_path / name).write_text(content[name], encoding="utf-8-sig")
    assert read_documents(tmp_path / name) == tuple(documents)
    for path in (tmp_path, tmp_path / name):
        gold = read_gold(path)
        assert [article.text for article in gold] == [document.text for document in documents]
        assert [article.id for article in gold] == [f"{name.partition('.')[0]}-{number + 1}" for number in range(len(documents))]
        assert [[quote.contents for quote in article.quotes] for article in gold] == [
            [quote.contents for quote in document.quotes] for document in documents
        ]


def test_gold_from_json_has_the_source_and_cue_of_the_quotes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(DOCUMENTS[0].to_json(), encoding="utf-8")
    [quote] = read_gold(tmp_path)[0].quotes
    assert (quote.kind.value, quote.source[0].text, quote.cue[0].text) == ("direct", "Orla Vane", "said")


# ------------------------------------------------------------------------------------------------ what goes wrong


def refused(path: Path, wrong: Path, line: int | None, message: str) -> None:
    with pytest.raises(GoldError) as raised:
        read_gold(path)
    assert isinstance(raised.value, NewsclaimsError)
    assert (raised.value.path, raised.value.line) == (str(wrong), line)
    assert message in str(raised.value)


def test_nothing_there(tmp_path: Path) -> None:
    refused(tmp_path / "gone", tmp_path / "gone", None, "cannot be read: No such file or directory")
    refused(tmp_path / "a\0b", tmp_path / "a\0b", None, "cannot be read")
    refused(tmp_path, tmp_path, None, "holds no annotated article")
    (tmp_path / "empty.jsonl").touch()
    refused(tmp_path, tmp_path, None, "holds no annotated article")


def test_annotations_without_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.ann").touch()
    refused(tmp_path, tmp_path / "a.txt", None, "No such file")
    (tmp_path / "attributions").mkdir()
    (tmp_path / "attributions" / "b_1234.ann").touch()
    refused(tmp_path, tmp_path / "text" / "b.txt", None, "No such file")


@pytest.mark.parametrize("name", ["port.ann", "port12345.ann", "_1234.ann"])
def test_annotations_apart_without_an_annotator_in_their_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "attributions").mkdir()
    (tmp_path / "attributions" / name).touch()
    refused(tmp_path, tmp_path / "attributions" / name, None, "NAME_WHO1.ann for NAME.txt")


def test_errors_in_a_file_are_named_with_it(tmp_path: Path, write_standoff: Write) -> None:
    write_standoff(tmp_path / "port.txt", tmp_path / "port.ann", PORT)
    (tmp_path / "port.ann").write_text("T1\tContent 0 5\twrong\n")
    refused(tmp_path, tmp_path / "port.ann", 1, "says 'wrong'")
    (tmp_path / "port.txt").write_bytes(b"Gr\xfc\xdfe")
    refused(tmp_path, tmp_path / "port.txt", None, "is not UTF-8 at byte 2")


@pytest.mark.parametrize(
    "name, content, line, message",
    [
        ("a.jsonl", f"{Document('Rain.').to_json()}\n{{\n", 2, "cannot be read as JSON"),
        ("a.jsonl", '\n{"schema_version": 1, "text": 5}\n', 2, "text: must be a string"),
        ("a.json", '[\n{"text": }]', 2, "cannot be read as JSON"),
        ("a.json", '[{"schema_version": 1, "text": 5}]', None, "document 1: text: must be a string"),
        ("a.json", "[5]", None, "document 1"),
        ("a.json", "[" * 100_000, None, "cannot be read as JSON"),
        ("a.json", "9" * 5_000, None, ""),
    ],
)
def test_json_that_holds_no_documents(tmp_path: Path, name: str, content: str, line: int | None, message: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    refused(tmp_path, tmp_path / name, line, message)
