"""The ``newsclaims`` command, run as people run it: as a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import newsclaims
from newsclaims.cli.tables import FORMATS, NARROWEST, table
from newsclaims.model import Cue, Document, Quote, QuoteKind, Speaker
from newsclaims.spans import Span

COMMAND = (sys.executable, "-m", "newsclaims")
ARTICLE = "“The bridge is closed,” said Mayor Ada Brenn of Arden.\r\n\r\nShe said that it would open in May.\r\n"


def run(*args: str | Path, stdin: bytes = b"", columns: int = 80) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": str(columns)}
    return subprocess.run([*COMMAND, *map(str, args)], input=stdin, capture_output=True, check=False, env=environment)  # noqa: S603 - our own command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(ARTICLE.encode())
    return path


# ------------------------------------------------------------------------------------------------ extract


def test_the_table_says_who_how_what_and_by_which_rule(article: Path) -> None:
    done = run("extract", article)
    assert done.returncode == 0
    assert done.stderr == b""
    shown = done.stdout.decode()
    assert re.search(r"bridge\.txt: 2\s+quotes", shown)
    for words in ("Mayor Ada Brenn", "said", "[quote-cue-source]", "“The bridge is closed,”", "She"):
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_jsonl_holds_the_documents_with_exact_offsets(article: Path) -> None:
    done = run("extract", "--format", "jsonl", article, article)
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 2
    document = Document.from_json(lines[0])
    assert document.text == ARTICLE
    assert document.id == str(article)
    assert [quote.text for quote in document.quotes] == [quote.text for quote in newsclaims.extract(ARTICLE).quotes]


def test_json_is_one_list(article: Path) -> None:
    for files in ([article], [article, article]):
        documents = json.loads(run("extract", "--format", "json", *files).stdout)
        assert [document["text"] for document in documents] == [ARTICLE] * len(files)


def test_standard_input(article: Path) -> None:
    document = json.loads(run("extract", "--format", "jsonl", "-", stdin=ARTICLE.encode()).stdout)
    assert document["text"] == ARTICLE
    assert document["id"] == "stdin"


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    document = json.loads(run("extract", "--format", "jsonl", path).stdout)
    assert document["text"] == ARTICLE


def test_output_into_a_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("extract", article, "--format", "jsonl", "-o", out)
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads(out.read_bytes())["text"] == ARTICLE


# ------------------------------------------------------------------------------------------------ what goes wrong


def test_files_that_cannot_be_read_are_named_and_the_others_done(article: Path, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Grüße".encode("latin-1"))
    missing = tmp_path / "missing.txt"
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("extract", "--format", "jsonl", missing, latin, empty, article)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"newsclaims: {empty}: no file in this folder ends in .txt, .txt.gz, .html, .html.gz, .htm, .htm.gz (JSON lines: --input jsonl)",
        f"newsclaims: {missing}: No such file or directory",
        f"newsclaims: {latin}: not UTF-8: byte 2 is 0xfc",
    ]
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [str(article)]


def test_only_files_that_cannot_be_read_still_give_valid_json(tmp_path: Path) -> None:
    done = run("extract", "--format", "json", tmp_path / "missing.txt")
    assert (done.returncode, json.loads(done.stdout)) == (1, [])


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_file_that_is_there_and_cannot_be_opened(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    done = run("extract", loop)
    assert (done.returncode, done.stderr.decode()) == (1, f"newsclaims: {loop}: Too many levels of symbolic links\n")


def test_standard_input_that_is_not_utf8() -> None:
    done = run("extract", "-", stdin=b"abc\xff")
    assert (done.returncode, done.stderr) == (1, b"newsclaims: standard input: not UTF-8: byte 3 is 0xff\n")


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "two\nlines.txt")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert b"two\\nlines.txt" in done.stderr


@pytest.mark.parametrize(
    "args", [["extract"], ["extract", "a.txt", "--format", "xml"], ["extract", "--loud", "a.txt"], ["explain"], ["shout"], ["rules", "x"]]
)
def test_wrong_options_exit_with_2(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"Usage: ")


@pytest.mark.parametrize("command", ["extract", "claims", "audit"])
def test_an_input_is_never_written_over(article: Path, command: str) -> None:
    done = run(command, article, "-o", article)
    assert done.returncode == 2
    assert article.read_bytes() == ARTICLE.encode()


def test_output_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "no" / "folder.txt"
    done = run("extract", article, "-o", out)
    assert (done.returncode, done.stderr.decode()) == (1, f"Error: {out}: No such file or directory\n")


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    for command in (["extract", "--format", "jsonl", *[str(article)] * 300], ["rules"]):
        with subprocess.Popen([*COMMAND, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own command
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_an_interrupt_ends_quietly(article: Path) -> None:
    command = [*COMMAND, "extract", "--format", "jsonl", str(article), "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, preexec_fn=_heed_interrupts) as process:  # noqa: S603 - our own command
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"The rain")
        _wait_until_it_reads(process)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        process.stdin.close()
    assert process.returncode == 130


AT_AN_IMPORT = """
import os, signal, sys
class Hook:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            {act}
sys.meta_path.insert(0, Hook())
class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
from newsclaims.__main__ import run
sys.argv[1:] = {arguments!r}
run()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    "name, act, statuses",
    [
        ("click", "os.kill(os.getpid(), signal.SIGINT)", {130}),  # before there is a command
        ("newsclaims.extractor", "os.kill(os.getpid(), signal.SIGINT)", {130}),  # in the command
        ("newsclaims.extractor", "Dying()", {0, 130}),  # where Python swallows the exception and says so: it comes again, if there is time
        ("newsclaims.extractor", "import atexit; atexit.register(os.kill, os.getpid(), signal.SIGINT)", {130}),  # after it
    ],
)
def test_an_interrupt_is_quiet_at_any_moment(article: Path, name: str, act: str, statuses: set[int]) -> None:
    code = AT_AN_IMPORT.format(name=name, act=act, arguments=["extract", str(article)])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, preexec_fn=_heed_interrupts)  # noqa: S603 - our own command
    assert done.stderr == b""
    assert done.returncode in statuses


def _heed_interrupts() -> None:
    """What is started in the background of a shell ignores them, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _wait_until_it_reads(process: subprocess.Popen[bytes]) -> None:
    """Until the process has taken what is in its standard input and waits for more."""
    import array
    import fcntl
    import termios

    assert process.stdin is not None
    waiting = array.array("i", [1])
    while waiting[0]:
        assert process.poll() is None
        fcntl.ioctl(process.stdin.fileno(), termios.FIONREAD, waiting)


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_progress_on_a_terminal_only(article: Path, tmp_path: Path) -> None:
    assert b"B/s" not in run("extract", article, article, "-o", tmp_path / "out.txt").stderr
    command = [*COMMAND, "extract", str(article), str(article), str(tmp_path / "missing.txt"), "-o", str(tmp_path / "out.txt")]
    shown = _on_a_terminal(command)
    assert "B/s" in shown
    assert re.search(r"(^|[\r\n])newsclaims: \S+missing.txt: No such file", shown)


def _on_a_terminal(command: list[str]) -> str:
    """What a command writes on standard error where that is a terminal of 80 columns."""
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    subprocess.run(command, stderr=theirs, check=False)  # noqa: S603 - our own command
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal says that the other side has gone
        while piece := os.read(ours, 4096):
            shown += piece
    os.close(ours)
    return shown.decode()


# ------------------------------------------------------------------------------------------------ the other commands


def test_rules_lists_them_in_order() -> None:
    done = run("rules")
    assert [line.split()[0] for line in done.stdout.decode().splitlines()] == list(newsclaims.DEFAULT_RULES.names)


def test_explain_shows_the_rules_tried(article: Path) -> None:
    done = run("explain", article)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "quote-cue-source" in done.stdout.decode()


def test_explain_shows_the_class_of_each_word() -> None:
    done = run("explain", "--classes", "-", stdin=b"The mayor claims it leaks. It rained.")
    lines = [" ".join(line.split()) for line in done.stdout.decode().splitlines()]
    assert lines[1:3] == ["mayor noun", "claims verb third or noun: the mayor claims that"]
    assert lines[5:8] == [". end mark", "", "It pronoun"]


def test_explain_shows_one_thing_at_a_time() -> None:
    done = run("explain", "--classes", "--claims", "-", stdin=b"It rained.")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"give one of them" in done.stderr


def test_explain_cannot_steer_the_terminal() -> None:
    done = run("explain", "-", stdin="“Rain\x1b[2J\u202e,” she said.".encode())
    assert "“Rain\ufffd[2J\ufffd,”" in done.stdout.decode()


def test_audit_counts_whom_files_quote(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.csv"
    assert run("audit", article, article, "-o", out).returncode == 0
    header, brenn, total = out.read_text(encoding="utf-8").splitlines()
    assert header.startswith("name,kind,role,")
    assert brenn.startswith("Ada Brenn,person,Mayor,")
    assert total.startswith("(total),")
    assert run("audit", article, article).stdout.decode().splitlines() == [header, brenn, total]


def test_audit_names_files_it_cannot_read(article: Path, tmp_path: Path) -> None:
    done = run("audit", article, tmp_path / "none.txt")
    assert done.returncode == 1
    assert b"none.txt" in done.stderr
    assert b"Ada Brenn" in done.stdout


def test_explain_of_a_missing_file(tmp_path: Path) -> None:
    done = run("explain", tmp_path / "missing.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"newsclaims: {tmp_path / 'missing.txt'}: No such file or directory\n"


def test_help_and_version() -> None:
    assert b"extract" in run("--help").stdout
    assert run("--version").stdout.startswith(b"newsclaims, version ")


# ------------------------------------------------------------------------------------------------ formats


def quote(text: str, **more: object) -> Quote:
    span = Span.of(text, 0, len(text))
    return Quote(QuoteKind.DIRECT, (span,), span, text, **more)  # type: ignore[arg-type]  # whatever a quote has


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_the_table_keeps_to_the_width(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = "word " * 60 + "w" * 300
    found = quote(text, source=Span.of(text, 0, len(text)), cue=Cue(Span.of(text, 0, 90), "say", "say"), rule="a-rule-of-" + "b" * 50)
    shown = "".join(table([Document(text, "name " * 30, quotes=(found,))]))
    assert max(map(len, shown.splitlines())) <= max(columns, NARROWEST)
    assert shown.count("w" * 5) > 10


def test_the_table_shows_who_a_pronoun_is() -> None:
    text = "he"
    source = Span.of(text, 0, 2)
    shown = "".join(table([Document(text, quotes=(quote(text, source=source, speaker=Speaker("Ivo Karr")),))]))
    assert "he = Ivo Karr" in shown


def test_the_table_says_why_there_is_no_source() -> None:
    shown = "".join(table([Document("“Rain”", quotes=(quote("“Rain”", reason="nobody is named"),))]))
    assert "[nobody is named]" in shown.replace("\n", " ")


def test_a_text_cannot_steer_the_terminal() -> None:
    shown = "".join(table([Document("", "\x1b[2J", quotes=(quote("“\x1b]0;title\x07\u202e”\n\n“b”"),))]))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_no_quotes() -> None:
    assert "".join(table([Document("Rain.", "a.txt")])).startswith("a.txt: no quotes\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_piece_by_piece(name: str) -> None:
    taken: list[str] = []

    def documents() -> list[Document]:
        taken.append("a")
        return [Document("Rain.", "a"), Document("Sun.", "b")]

    pieces = FORMATS[name](iter(documents()))
    first = next(pieces)
    assert first
    assert (first + "".join(pieces)).endswith("\n")
