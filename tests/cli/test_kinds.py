"""What a file holds is told by its beginning; nothing that is data, a page or a program is read as prose unless somebody says so."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newsclaims import Document, Extractor
from newsclaims.cli import main
from newsclaims.cli.kinds import kind_of

TEXT = "“It rained,” said Orla Vane."
DOCUMENT = Extractor().extract(TEXT, id="a")
PAGE = f"<!DOCTYPE html>\n<html><head><title>Rain</title></head><body><article><p>{TEXT}</p></article></body></html>"


class Done(NamedTuple):
    """What came of a command."""

    exit_code: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run(*args: object) -> Done:
        with pytest.raises(SystemExit) as ended:
            main([str(arg) for arg in args])
        return Done(int(ended.value.code or 0), *capfd.readouterr())

    return run


@pytest.mark.parametrize(
    "name, start, kind",
    [
        ("a.txt", TEXT, "text"),
        ("a", "", "text"),
        ("a.txt", "{Editor's note: it rained.}", "text"),
        ("a.txt", "[Correction: it rained.] It did.", "text"),
        ("a.txt", "<b>bold</b> words", "text"),
        ("a.txt", '{"id": "a", "text": "It rained."}', "jsonl"),
        ("a.jsonl", '\ufeff\n  {"text": "It rained."}', "jsonl"),
        ("stdin", '[{"text": "It rained."}]', "jsonl"),
        ("a.json", "[\n]", "jsonl"),
        ("a.ndjson.gz", "", "jsonl"),
        ("a", DOCUMENT.to_json(), "documents"),
        ("a.json", "[\n  " + DOCUMENT.to_json(indent=2), "jsonl"),
        ("a.txt", PAGE, "html"),
        ("a", "<?xml version='1.0'?><!DOCTYPE html><html>", "html"),
        ("a", "<!-- a comment --><HTML>", "html"),
        ("a.html", "<div>Rain</div>", "html"),
    ],
)
def test_a_kind_is_told(name: str, start: str, kind: str) -> None:
    assert kind_of(name, start.encode()) == kind


@pytest.mark.parametrize(
    "start, words",
    [
        (b"%PDF-1.7", "a PDF file, which is not read: save it as text first"),
        (b"PK\x03\x04abc", "a ZIP file"),
        (b"\xff\xfeR\x00", "a text in UTF-16"),
        (b"Rain\x00fell", "it holds zero bytes, so it is no text"),
        (b"<?xml version='1.0'?><rss>", "XML, which is not read"),
        (b"{\\rtf1 Rain", "an RTF file"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "claims", "audit", "explain"])
def test_what_is_not_read_is_named_on_a_line(command: str, start: bytes, words: str, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(start)
    done = run(command, file, *(["--format", "jsonl"] if command in ("extract", "claims") else []))
    assert done.exit_code == 1
    assert [line.partition(": ")[2].partition(": ")[2][: len(words)] for line in done.stderr.splitlines()] == [words]
    assert "rained" not in done.stdout


def written(tmp_path: Path, name: str, *values: Any) -> Path:
    path = tmp_path / name
    data = "".join(json.dumps(value) + "\n" for value in values).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def documents(done: Done) -> list[Document]:
    assert (done.exit_code, done.stderr) == (0, "")
    return [Document.from_json(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.txt"])
def test_articles_bring_what_else_stands_on_their_lines(name: str, tmp_path: Path, run: Run) -> None:
    article = {"id": 7, "text": TEXT, "published": "2024-05-03", "outlet": "Courier", "metadata": {"page": 1}}
    path = written(tmp_path, name, article)
    [document] = documents(run("extract", path, "--format", "jsonl", "--quiet"))
    assert (document.id, document.metadata) == ("7", {"page": 1, "published": "2024-05-03", "outlet": "Courier"})
    [document] = documents(run("extract", path, "--format", "jsonl", "--quiet", "--metadata-fields", "published:date"))
    assert document.metadata == {"page": 1, "date": "2024-05-03"}
    [document] = documents(run("extract", path, "--format", "jsonl", "--quiet", "--metadata-fields", "none"))
    assert document.metadata == {"page": 1}


def test_a_list_over_many_lines_is_read(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": "a", "text": TEXT}, {"id": "b", "text": "Rain."}], indent=2), encoding="utf-8")
    assert [each.id for each in documents(run("extract", path, "--format", "jsonl", "--quiet"))] == ["a", "b"]


def test_documents_are_extracted_once_and_used_again(tmp_path: Path, run: Run) -> None:
    texts = [TEXT, "Ivo Karr said that the port had lost 300 jobs in May."]
    archive = written(tmp_path, "in.jsonl", *({"id": str(at), "text": text} for at, text in enumerate(texts)))
    out = tmp_path / "out.jsonl"
    assert run("extract", archive, "--format", "jsonl", "-o", out, "--quiet").exit_code == 0
    for command in (["audit"], ["claims", "--format", "csv"], ["extract", "--format", "csv"], ["extract", "--what", "speakers"]):
        assert run(*command, out, "--quiet").stdout == run(*command, archive, "--quiet").stdout != ""


def test_documents_without_claims_get_them_when_they_are_asked_for(tmp_path: Path, run: Run) -> None:
    archive = written(tmp_path, "in.jsonl", {"id": "a", "text": "Ivo Karr said that the port had lost 300 jobs in May."})
    bare = tmp_path / "bare.jsonl"
    assert run("extract", archive, "--format", "jsonl", "--no-claims", "-o", bare, "--quiet").exit_code == 0
    assert json.loads(bare.read_bytes())["claims"] == []
    assert run("claims", bare).stdout == run("claims", archive).stdout
    assert "300 jobs" in run("claims", bare).stdout


@pytest.mark.parametrize("what", ["quotes", "speakers", "claims"])
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_rows_in_every_format(form: str, what: str, tmp_path: Path, run: Run) -> None:
    archive = written(tmp_path, "in.jsonl", {"id": "a", "text": "Ivo Karr said that the port had lost 300 jobs in May."})
    done = run("extract", archive, "--what", what, "--format", form)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Ivo Karr" in done.stdout
    if form == "jsonl":
        [row] = [json.loads(line) for line in done.stdout.splitlines()]
        assert row["document"] == "a"


def test_ids_that_come_again_are_numbered(tmp_path: Path, run: Run) -> None:
    archive = written(tmp_path, "in.jsonl", *({"id": "a", "text": text} for text in ("Rain.", "Ice.", "Fog.")))
    assert [each.id for each in documents(run("extract", archive, "--format", "jsonl", "--quiet"))] == ["a", "a#2", "a#3"]


def test_another_name_of_the_text_is_offered(tmp_path: Path, run: Run) -> None:
    done = run("extract", written(tmp_path, "in.jsonl", {"id": "a", "body": TEXT}))
    assert "line 1: no field 'text'; --text-field names another (id, body)" in done.stderr


def test_what_is_said_to_be_text_is_read_as_text(tmp_path: Path, run: Run) -> None:
    path = written(tmp_path, "a.jsonl", {"text": TEXT})
    [document] = documents(run("extract", path, "--input", "text", "--format", "jsonl", "--quiet"))
    assert document.text == path.read_text(encoding="utf-8")


def test_a_broken_gzip_is_named(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode() * 500)[:-20])
    done = run("extract", path)
    assert done.exit_code == 1
    assert "cannot be unpacked" in done.stderr


def test_a_page_is_an_article(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    [document] = documents(run("extract", path, "--format", "jsonl", "--quiet"))
    assert (document.id, document.text) == (str(path), TEXT)
    assert (document.metadata or {})["title"] == "Rain"
    assert "quotation “It rained,”" in run("explain", path).stdout


def test_warnings_and_a_closing_line_unless_it_is_quiet(tmp_path: Path, run: Run) -> None:
    archive = written(tmp_path, "in.jsonl", {"id": "a", "text": TEXT, "date": "3 May"}, {"id": "b", "text": "Rain."}, {"id": "c"})
    done = run("extract", archive, "--format", "jsonl")
    told = done.stderr.splitlines()
    assert any("a: warning: metadata 'date': '3 May' is no date" in line for line in told)
    assert told[-1].startswith("newsclaims: 2 articles, 1 quote, 1 not read, ")
    assert told[-1].endswith(" s")
    assert [line for line in run("extract", archive, "--format", "jsonl", "--quiet").stderr.splitlines() if "line 3" not in line] == []


def test_explain_shows_one_quote_or_one_place(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n\n“No,” said Ivo Karr.", encoding="utf-8")
    first = run("explain", path, "--quote", "0").stdout
    assert "    confidence 0." in first
    assert "“It rained,”" in first
    assert "Karr" not in first
    assert run("explain", path, "--at", "31").stdout.startswith("quotation “No,” at ")
    assert "there is no quote 2; the last is 1" in run("explain", path, "--quote", "2").stderr


CONFIG = """[aliases]
Vane = "Orla B. Vane"
[rules]
without = ["carry-over"]
[[rules.add]]
name = "live-blog"
line = "{time} {source}: {content}"
"""


def test_every_command_reads_by_a_configuration(tmp_path: Path, run: Run) -> None:
    config, article = tmp_path / "newsclaims.toml", tmp_path / "a.txt"
    config.write_text(CONFIG, encoding="utf-8")
    article.write_text("14:05 Jane Roe: The port lost 300 jobs in May.", encoding="utf-8")
    assert "Jane Roe" in run("extract", article, "--config", config).stdout
    assert "Jane Roe" not in run("extract", article).stdout.partition("---")[2]
    assert "Jane Roe" in run("audit", article, "--config", config).stdout
    assert "Jane Roe" in run("claims", article, "--config", config).stdout
    assert "live-blog: fired" in run("explain", article, "--config", config).stdout
    assert run("rules", "--config", config).stdout.startswith("live-blog ")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[rules]\nwithout = ['carryover']", encoding="utf-8")
    done = run("extract", article, "--config", wrong)
    assert done.exit_code == 2
    assert "rules.without: no rule is named 'carryover'; did you mean 'carry-over'?" in done.stderr


def test_workers_read_by_the_configuration_too(tmp_path: Path, run: Run) -> None:
    config = tmp_path / "newsclaims.toml"
    config.write_text(CONFIG, encoding="utf-8")
    archive = written(tmp_path, "in.jsonl", *({"text": f"14:05 Jane Roe: The port lost {number} jobs."} for number in range(4)))
    more = ("--config", config, "--format", "csv", "--quiet")
    assert run("extract", archive, *more, "--workers", "2").stdout == run("extract", archive, *more).stdout
