"""``newsclaims extract``: what it reads and writes beside plain files and tables, and how a run goes on."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims import Extractor
from newsclaims.cli.articles import Article
from newsclaims.cli.resume import _begins, remaining
from newsclaims.errors import ResumeError
from newsclaims.evaluation import evaluate, read_gold
from newsclaims.formats.records import COLUMNS, RECORDS
from newsclaims.model import Document, What

COMMAND = (sys.executable, "-m", "newsclaims", "extract")
TEXTS = ("“It rained,” said Orla Vane.\r\n", "Ivo Karr said that the quay lost 40 ships.", "Nothing was said.", "“=Yes,” she said.")


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, "--quiet", *map(str, args)], input=stdin, capture_output=True, check=False)  # noqa: S603 - our own command


def lines(*values: Any) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def ids(output: bytes) -> list[str]:
    return [json.loads(line)["id"] for line in output.splitlines()]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    path.write_bytes(lines(*({"nr": number, "body": text, "page": 1} for number, text in enumerate(TEXTS))))
    return path


FIELDS = ("--input", "jsonl", "--text-field", "body", "--id-field", "nr")

# ------------------------------------------------------------------------------------------------ JSON lines in


def test_json_lines_are_articles(archive: Path) -> None:
    done = run(archive, *FIELDS, "--format", "jsonl")
    documents = [Document.from_json(line) for line in done.stdout.decode().splitlines()]
    assert documents == [Extractor().extract(text, id=str(number), metadata={"page": 1}) for number, text in enumerate(TEXTS)]
    assert (done.returncode, done.stderr) == (0, b"")


def test_two_processes_give_the_same(archive: Path) -> None:
    assert run(archive, *FIELDS, "--format", "jsonl", "--workers", "2").stdout == run(archive, *FIELDS, "--format", "jsonl").stdout


def test_a_folder_is_read_whole(archive: Path, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXTS[0], encoding="utf-8")
    assert ids(run(tmp_path, "--format", "jsonl").stdout) == [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    assert ids(run(tmp_path, *FIELDS, "--format", "jsonl").stdout) == ["0", "1", "2", "3"]


def test_the_output_is_no_file_of_the_folder_that_is_read(archive: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    done = run(tmp_path, *FIELDS, "--format", "jsonl", "-o", archive)
    assert (done.returncode, archive.read_bytes()) == (2, before)
    assert b"is one of the files to read" in done.stderr


def test_json_lines_from_standard_input_and_without_an_id() -> None:
    done = run(
        "-", "--input", "jsonl", "--format", "jsonl", stdin=b"\xef\xbb\xbf" + lines({"text": "Rain."}) + b"\n" + lines({"text": "Ice."})
    )
    assert ids(done.stdout) == ["stdin:1", "stdin:3"]


def test_a_line_that_is_no_article_is_named_and_the_others_done(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    deep = b"[" * 200_000 + b"\n"
    path.write_bytes(
        lines({"id": "a", "text": "Rain."}, [1], {"id": 1}, {"id": 1, "text": None}, {"id": 1.5, "text": "a"}, {"id": True, "text": "a"})
        + b'{"text": \n\xff\n'
        + deep
        + lines({"id": "b", "text": "Ice."})
    )
    done = run(path, tmp_path / "missing.jsonl", "--input", "jsonl", "--format", "jsonl")
    assert ids(done.stdout) == ["a", "b"]
    assert done.returncode == 1
    told = [line.removeprefix(f"newsclaims: {path}: ") for line in done.stderr.decode().splitlines()]
    assert told[:5] == [
        "line 2: no JSON object",
        "line 3: no field 'text'",
        "line 4: no text in the field 'text'",
        "line 5: the field 'id' is neither a string nor an integer",
        "line 6: the field 'id' is neither a string nor an integer",
    ]
    assert told[5].startswith("line 7: not JSON: ")
    assert told[6] == "line 8: not UTF-8: byte 0 is 0xff"
    assert told[7].startswith("line 9: not JSON")
    assert told[8].endswith("missing.jsonl: No such file or directory")
    assert len(told) == 9


def test_with_fail_fast_the_first_of_them_ends_it(archive: Path, tmp_path: Path) -> None:
    done = run(archive, tmp_path / "missing.jsonl", archive, *FIELDS, "--format", "jsonl", "--fail-fast")
    assert done.returncode == 1
    assert ids(done.stdout) == ["0", "1", "2", "3"]
    assert len(done.stderr.decode().splitlines()) == 1


# ------------------------------------------------------------------------------------------------ what is written


@pytest.mark.parametrize("what", RECORDS)
def test_csv(archive: Path, what: What) -> None:
    done = run(archive, *FIELDS, "--format", "csv", "--what", what)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    documents = [Extractor().extract(text, id=str(number)) for number, text in enumerate(TEXTS)]
    assert len(rows) == sum(len(document.to_records(what)) for document in documents)
    assert set(rows[0]) == set(COLUMNS[what])


def test_a_page(archive: Path, tmp_path: Path) -> None:
    done = run(archive, *FIELDS, "--format", "html", "-o", tmp_path / "report.html")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count('<section class="document">') == len(TEXTS)


def test_a_folder_with_annotations_that_the_evaluation_reads(archive: Path, tmp_path: Path) -> None:
    done = run(archive, *FIELDS, "--format", "brat", "-o", tmp_path / "gold")
    assert (done.returncode, done.stderr) == (0, b"")
    gold = read_gold(tmp_path / "gold")
    assert [article.text for article in gold] == list(TEXTS)
    score = evaluate(gold, [Extractor().extract(text) for text in TEXTS]).kind("all")
    assert score.content.precision == score.content.recall == 1


@pytest.mark.parametrize(
    "args, told",
    [
        (["a.txt", "--format", "brat"], "--format brat needs -o"),
        (["a.txt", "--format", "parquet"], "--format parquet needs -o"),
        (["a.txt", "--what", "claims", "--format", "html"], "--what goes with --format table or json or jsonl or csv or parquet"),
        (["a.txt", "--what", "claims", "--no-claims"], "--no-claims does not go with --what claims"),
        (["a.txt", "--metadata-fields", "a,,b"], "must be fields with commas between them"),
        (["a.txt", "--config", "none.toml"], "none.toml: No such file or directory"),
        (["a.txt", "--resume", "--format", "jsonl"], "--resume goes with --format jsonl and -o"),
        (["a.txt", "--resume", "-o", "x.csv", "--format", "csv"], "--resume goes with --format jsonl and -o"),
        (["a.txt", "--workers", "0"], "--workers"),
    ],
)
def test_options_that_do_not_go_together(args: list[str], told: str) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()


def test_a_folder_with_an_input_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfRain.")
    assert run(path, "--format", "brat", "-o", tmp_path).returncode == 2
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = run("-", "--format", "brat", "-o", tmp_path / "file" / "gold", stdin=b"Rain.")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"Error: {tmp_path / 'file' / 'gold'}: ")


# ------------------------------------------------------------------------------------------------ going on


def test_resumed_after_any_byte_it_is_the_same(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    whole = run(archive, *FIELDS, "--format", "jsonl").stdout
    ends = [position for position, byte in enumerate(whole) if byte == ord("\n")]
    for cut in (0, 5, ends[0], ends[0] + 1, ends[1] - 7, len(whole) - 1, len(whole)):
        out.write_bytes(whole[:cut])
        done = run(archive, *FIELDS, "--format", "jsonl", "-o", out, "--resume")
        assert (done.returncode, done.stderr) == (0, b"")
        assert out.read_bytes() == whole


def test_resumed_where_nothing_was_begun(archive: Path, tmp_path: Path) -> None:
    run(archive, *FIELDS, "--format", "jsonl", "-o", tmp_path / "new.jsonl", "--resume")
    assert ids((tmp_path / "new.jsonl").read_bytes()) == ["0", "1", "2", "3"]


def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    article = "“It rained,” said Orla Vane. The quay lost 40 ships, Ivo Karr said. " * 20
    archive, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    articles = [lines({"id": f"{number}", "text": f"{article}{number}"}) for number in range(12)]
    archive.write_bytes(b"".join(articles))
    whole = run(archive, "--input", "jsonl", "--format", "jsonl").stdout
    with subprocess.Popen([*COMMAND, "-", "--input", "jsonl", "--format", "jsonl", "-o", out], stdin=subprocess.PIPE) as process:  # noqa: S603 - our own command
        assert process.stdin is not None
        process.stdin.write(b"".join(articles[:6]))
        process.stdin.flush()
        while not (out.exists() and out.stat().st_size):
            assert process.poll() is None
            os.sched_yield() if hasattr(os, "sched_yield") else None
        process.kill()
    begun = out.read_bytes()
    assert 0 < len(begun) < len(whole)
    assert run(archive, "--input", "jsonl", "--format", "jsonl", "-o", out, "--resume").returncode == 0
    assert out.read_bytes() == whole


@pytest.mark.parametrize(
    "begun, line",
    [
        (lines({"id": "0", "text": TEXTS[0]}, {"id": "1", "text": "another"}), 2),
        (lines({"id": "7", "text": TEXTS[0]}), 1),
        (b"nothing of the kind\n", 1),
        (lines([1]), 1),
        (lines(*({"id": str(number), "text": text} for number, text in enumerate(TEXTS)), {"id": "4", "text": "more"}), 5),
    ],
)
def test_an_output_of_another_input_is_left_alone(archive: Path, tmp_path: Path, begun: bytes, line: int) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(begun)
    done = run(archive, *FIELDS, "--format", "jsonl", "-o", out, "--resume")
    assert done.returncode == 1
    assert f"out.jsonl, line {line}: " in done.stderr.decode()
    assert out.read_bytes() == begun


@pytest.mark.parametrize("begun", [b"my notes", b"{", b'{"schema_version": 1, "text": "another', b"\xff"])
def test_a_line_without_an_end_is_cut_only_where_it_is_the_next_document(archive: Path, tmp_path: Path, begun: bytes) -> None:
    out = tmp_path / "out.jsonl"
    whole = run(archive, *FIELDS, "--format", "jsonl").stdout
    for before in (b"", whole[: whole.index(b"\n") + 1], whole):
        out.write_bytes(before + begun)
        done = run(archive, *FIELDS, "--format", "jsonl", "-o", out, "--resume")
        is_next = begun == b"{" and before != whole
        assert (done.returncode, out.read_bytes()) == ((0, whole) if is_next else (1, before + begun))
        assert is_next or f"out.jsonl, line {before.count(10) + 1}: " in done.stderr.decode()


@given(st.text(), st.integers(0, 60))
def test_every_beginning_of_a_document_is_one(text: str, length: int) -> None:
    article = Article("a", text)
    line = Extractor().extract(text, id="a").to_json().encode("utf-8", "replace")
    assert _begins(line[:length], article)
    assert not _begins(b"x" + line[:length], article)


def test_two_runs_do_not_write_to_one_file(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with open(out, "ab") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = run(archive, *FIELDS, "--format", "jsonl", "-o", out, "--resume")
    assert (done.returncode, done.stderr.decode()) == (1, f"Error: {out}: another run is writing to it\n")
    assert out.read_bytes() == b""


def test_what_remains(tmp_path: Path) -> None:
    articles = [Article("a", "Rain."), Article("b", "Ice."), Article("b", "Ice.")]
    out = tmp_path / "out.jsonl"
    out.write_bytes(lines({"id": "a", "text": "Rain."}, {"id": "b", "text": "Ice."}))
    with open(out, "ab+") as handle:
        assert list(remaining(articles, handle, str(out))) == articles[2:]
        with pytest.raises(ResumeError):
            remaining(articles[1:], handle, str(out))


@pytest.mark.parametrize("workers", [1, 2])
def test_min_confidence_leaves_open_who_said_what_is_less_sure(tmp_path: Path, workers: int) -> None:
    text, config = tmp_path / "a.txt", tmp_path / "ours.toml"
    text.write_text("“It rained,” Vane said. When a plan that they say the port was shut for fails, it rains.", encoding="utf-8")
    config.write_text("min_confidence = 1", encoding="utf-8")
    arguments = (text, "--what", "quotes", "--format", "json", "--workers", str(workers))

    def sources(*more: str | Path) -> list[str | None]:
        return [row["source"] for row in json.loads(run(*arguments, *more).stdout)]

    everybody, sure = sources(), sources("--min-confidence", "0.8")
    assert None not in everybody
    assert sure[0] == "Vane"
    assert None in sure
    assert sources("--config", config) == [None] * len(everybody)
    assert sources("--config", config, "--min-confidence", "0") == everybody


def test_min_confidence_is_a_share(tmp_path: Path) -> None:
    done = run(tmp_path / "a.txt", "--min-confidence", "2")
    assert done.returncode == 2
    assert b"2.0 is not in the range 0<=x<=1" in done.stderr
