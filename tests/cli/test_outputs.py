"""What becomes of outputs, inputs and processes, however a command ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclaims.cli.articles import Article
from newsclaims.cli.outputs import Failures, opened
from newsclaims.model import Document

NEWSCLAIMS = (sys.executable, "-m", "newsclaims")
TEXT = "“It rained,” said Orla Vane.\n"
FORMATS = ("table", "json", "jsonl", "csv", "html")
COMMANDS = [("extract", "--format", form) for form in FORMATS] + [("claims",), ("audit",), ("explain",)]
MANY = 800
OLD = "what was there before"


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*NEWSCLAIMS, *args], capture_output=True, text=True, check=False, timeout=120)  # noqa: S603 - our own command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    words = "“The quay lost 40 ships,” said Orla Vane. She said that it rained. " * 10
    path.write_text("".join(json.dumps({"id": str(number), "text": f"{words}{number}"}) + "\n" for number in range(MANY)), encoding="utf-8")
    return path


# ------------------------------------------------------------------------------------------------ inputs


@pytest.mark.parametrize("how", ["standard input", "its descriptor", "a link to it"])
@pytest.mark.parametrize("command", [("extract", "--format", "jsonl"), ("claims",), ("audit",)])
def test_an_input_is_never_written_over(article: Path, tmp_path: Path, command: tuple[str, ...], how: str) -> None:
    (tmp_path / "link").symlink_to(article)
    file = {"standard input": "-", "its descriptor": "/dev/stdin", "a link to it": str(article)}[how]
    output = tmp_path / "link" if how == "a link to it" else article
    with open(article, "rb") as handle:
        done = subprocess.run([*NEWSCLAIMS, *command, file, "-o", output], stdin=handle, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert (done.returncode, article.read_text(encoding="utf-8")) == (2, TEXT)
    assert "is one of the files to read" in done.stderr


def test_standard_output_that_is_an_input(article: Path) -> None:
    with open(article, "ab") as handle:
        done = subprocess.run([*NEWSCLAIMS, "extract", article], stdout=handle, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own command
    assert (done.returncode, article.read_text(encoding="utf-8")) == (2, TEXT)
    assert "standard output is one of the files to read" in done.stderr


def test_what_is_no_file_in_a_folder_is_passed_over_with_a_word(article: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket.txt"))
        done = run("extract", tmp_path, "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [str(article)]
    assert sorted(line.rsplit("/", 1)[1] for line in done.stderr.splitlines()) == [
        f"{name}.txt: passed over: it is no regular file" for name in ("pipe", "socket")
    ]


# ------------------------------------------------------------------------------------------------ outputs


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", [*COMMANDS, ("rules",)])
def test_a_full_disk_is_one_line(article: Path, command: tuple[str, ...]) -> None:
    files = () if command == ("rules",) else (article,)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*NEWSCLAIMS, *command, *files], stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own command
    assert (done.returncode, done.stderr) == (1, "Error: standard output: No space left on device\n")
    if command[0] in ("extract", "claims", "audit"):
        named = run(*command, article, "-o", "/dev/full")
        assert (named.returncode, named.stderr) == (1, "Error: /dev/full: No space left on device\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_standard_output_that_is_closed(article: Path, command: tuple[str, ...]) -> None:
    shell = f'exec "$0" -m newsclaims {" ".join(command)} "$1" >&-'
    done = subprocess.run(["/bin/sh", "-c", shell, sys.executable, str(article)], capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert (done.returncode, done.stderr) == (1, "Error: standard output: Bad file descriptor\n")


@pytest.mark.parametrize("output, told", [("", "''"), (".", ".: Is a directory"), ("no/where", "no/where: No such file")])
def test_an_output_that_cannot_be_is_named(output: str, told: str) -> None:
    from click.testing import CliRunner

    from newsclaims.cli import main

    done = CliRunner().invoke(main, ["extract", "-", "--format", "csv", "-o", output], input=TEXT)
    assert done.exit_code == 1
    assert told in done.output


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text(OLD, encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with opened(str(link)) as out:
        out.write("new")
        assert real.read_text(encoding="utf-8") == OLD
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"real", "link"}


def test_a_file_that_may_not_be_written_stays(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_text(OLD, encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "new"
        raise KeyError("no more")

    with pytest.raises(KeyError), opened(str(real)) as out:
        out.writelines(pieces())
    assert real.read_text(encoding="utf-8") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["real"]


def test_pipes_and_devices_are_written_as_they_are(article: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([*NEWSCLAIMS, "extract", article, "--format", "csv", "-o", pipe]) as process:  # noqa: S603 - our own command
        assert pipe.read_text(encoding="utf-8").startswith("document,")
    assert process.returncode == 0
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert run("extract", article, "-o", "/dev/null").returncode == 0
    assert run("extract", article, "--format", "csv", "-o", "/dev/stdout").stdout.startswith("document,")


# ------------------------------------------------------------------------------------------------ ends


@pytest.mark.parametrize(
    "form, number, workers",
    [
        ("csv", signal.SIGKILL, "2"),
        ("parquet", signal.SIGTERM, "2"),
        ("html", signal.SIGINT, "2"),
        ("brat", signal.SIGTERM, "1"),
        ("json", signal.SIGKILL, "1"),
        ("jsonl", signal.SIGTERM, "2"),
    ],
)
def test_killed_it_leaves_no_process_and_the_old_output(archive: Path, tmp_path: Path, form: str, number: int, workers: str) -> None:
    """Standard error is open in every process that the command has begun: when it ends, all have ended."""
    if form == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / ("out" if form != "brat" else "folder")
    old = out / "0.txt" if form == "brat" else out
    old.parent.mkdir(exist_ok=True)
    old.write_text(OLD, encoding="utf-8")
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = [*NEWSCLAIMS, "extract", str(fifo), "--input", "jsonl", "--format", form, "-o", str(out), "--workers", workers]
    content = archive.read_bytes()
    half = content.index(b"\n", len(content) // 2) + 1
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,  # noqa: S603 - our own command
        open(fifo, "wb", buffering=0) as into,
    ):
        into.write(content[:half])  # returns when all but what a pipe holds has been read: the workers are at work
        process.send_signal(number)
        _, told = process.communicate(timeout=120)
    assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    assert told == "" or number == signal.SIGKILL  # of a killed parent the rest is tidied up by a process that says so
    assert old.read_text(encoding="utf-8") == OLD
    left = {path.name for path in tmp_path.iterdir()} - {"in.jsonl", "fifo", out.name}
    assert not left or number == signal.SIGKILL


def test_a_killed_run_of_json_lines_goes_on(archive: Path, tmp_path: Path) -> None:
    archive.write_bytes(b"".join(archive.read_bytes().splitlines(keepends=True)[:300]))
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    options = ("--input", "jsonl", "--format", "jsonl", "--workers", "2", "-o")
    assert run("extract", archive, *options, whole).returncode == 0
    for number in (signal.SIGKILL, signal.SIGTERM):
        with subprocess.Popen([*NEWSCLAIMS, "extract", archive, *options, out, "--resume"], stderr=subprocess.PIPE) as process:  # noqa: S603 - our own command
            before = out.stat().st_size if out.exists() else 0
            while process.poll() is None and (not out.exists() or out.stat().st_size <= before):
                os.sched_yield()
            process.send_signal(number)
            process.communicate(timeout=60)
    assert run("extract", archive, *options, out, "--resume").returncode == 0
    assert out.read_bytes() == whole.read_bytes()


def test_an_article_that_there_is_no_memory_for_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsclaims.cli import extract

    def document(article: Article, config: str | None, claims: bool | None) -> Document:
        if article.id == "huge":
            raise MemoryError
        return Document(article.text, id=article.id)

    monkeypatch.setattr(extract, "_document", document)
    failures = Failures(quiet=True)
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(failures, "add", lambda *problem: told.append(problem))
    articles = [Article(name, "Rain fell.") for name in ("a", "huge", "b")]
    documents = list(extract.documents_of(articles, failures))
    assert [document.id for document in documents] == ["a", "huge", "b"]
    assert told == [("huge", "not read: there is not enough memory")]
    assert documents[1].warnings == ("not read: there is not enough memory",)
