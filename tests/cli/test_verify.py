"""The ``newsclaims verify`` command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = "“We will not sell it,” said Mayor Orla Vane. “It is not ours.”"
WRONG, RIGHT = "“We will sell it,” said Vane.", "“It is not ours,” Vane said.\n\nShe said that it had rained."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("source.txt", SOURCE), ("wrong.txt", f"It rained.\n\n{WRONG}"), ("right.txt", RIGHT)):
        Path(name).write_text(text, encoding="utf-8")


class Done(NamedTuple):
    exit_code: int
    output: str
    errors: str


def run(*arguments: str, input: str = "") -> Done:
    command = [sys.executable, "-m", "newsclaims", "verify", *arguments]
    done = subprocess.run(command, input=input, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own command
    return Done(done.returncode, done.stdout, done.stderr)


def test_a_configuration_says_who_is_who() -> None:
    Path("aliases.toml").write_text('[aliases]\n"the Iron Mayor" = "Orla Vane"\n', encoding="utf-8")
    Path("draft.txt").write_text("“It is not ours,” the Iron Mayor said.", encoding="utf-8")
    assert run("draft.txt", "--against", "source.txt", "--format", "json").exit_code == 0
    told = run("draft.txt", "--against", "source.txt", "--config", "aliases.toml", "--format", "json")
    assert (told.exit_code, json.loads(told.output)[0]["speaker"]) == (0, "Orla Vane")
    wrong = run("draft.txt", "--against", "source.txt", "--config", "none.toml")
    assert (wrong.exit_code, wrong.output) == (2, "")
    assert "none.toml" in wrong.errors


def test_a_draft_is_one_article() -> None:
    Path("drafts.jsonl").write_text('{"text": "“It is ours,” Vane said."}\n{"text": "It rained."}\n', encoding="utf-8")
    told = run("drafts.jsonl", "--against", "source.txt")
    assert (told.exit_code, told.output) == (2, "")
    assert "drafts.jsonl holds several articles" in told.errors


def test_the_exit_status_tells_whether_all_hold() -> None:
    assert run("right.txt", "--against", "source.txt").exit_code == 0
    assert run("wrong.txt", "--against", "source.txt").exit_code == 1


def test_the_table_says_what_differs() -> None:
    shown = run("wrong.txt", "--against", "source.txt").output
    assert shown.split()[0] == "cut"
    assert "- Vane; source.txt: Orla Vane" in shown
    assert "- not -> nothing (negation)" in shown
    assert "1 without words in quotation marks" in run("right.txt", "--against", "source.txt").output


def test_more_sources_may_follow_the_first() -> None:
    Path("more").mkdir()
    Path("more/one.txt").write_text(WRONG, encoding="utf-8")
    for sources in (["--against", "source.txt", "more"], ["--against", "source.txt", "--against", "more/one.txt"]):
        found = run("wrong.txt", *sources, "--format", "json")
        assert (found.exit_code, json.loads(found.output)[0]["source_id"]) == (0, "more/one.txt")


def test_errors_for_github() -> None:
    shown = run("wrong.txt", "--against", "source.txt", "--format", "github").output
    told = "We will sell it,; Vane; source.txt: Orla Vane; not -> nothing (negation)"
    assert shown == f"::error file=wrong.txt,line=3,col=2,title=Quote cut::{told}\n"
    assert run("right.txt", "--against", "source.txt", "--format", "github").output == ""


def test_a_draft_cannot_end_a_workflow_command() -> None:
    Path("odd,file:1.txt").write_text("“We will sell 5% of it ::stop-commands::x,” said Vane.", encoding="utf-8")
    shown = run("odd,file:1.txt", "--against", "source.txt", "--format", "github").output
    assert shown.startswith("::error file=odd%2Cfile%3A1.txt,line=1,")
    assert shown.count("\n") == 1
    assert "5%25" in shown


def test_the_page_shows_both_sides() -> None:
    shown = run("wrong.txt", "--against", "source.txt", "--format", "html", "-o", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")
    assert (shown.exit_code, shown.output) == (1, "")
    assert "<mark>We will</mark> <del>not</del> <mark>sell it</mark>" in page
    assert "<script" not in page


def test_nothing_of_a_draft_becomes_markup() -> None:
    Path("wrong.txt").write_text("“<script>alert(1)</script> sell it,” said <b>Vane</b>.", encoding="utf-8")
    page = run("wrong.txt", "--against", "source.txt", "--format", "html").output
    assert "<script" not in page
    assert "<b>" not in page


def test_standard_input_is_a_draft() -> None:
    assert run("-", "--against", "source.txt", input=WRONG).exit_code == 1


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["nothing.txt", "--against", "source.txt"], "nothing.txt: No such file"),
        (["right.txt", "--against", "nothing.txt"], "nothing.txt: No such file"),
        (["right.txt"], "Missing option '--against'"),
        (["right.txt", "--against", "right.txt"], "the draft right.txt is one of the sources"),
        (["right.txt", "--against", "source.txt", "-o", "source.txt"], "the output source.txt is one of the files to read"),
    ],
)
def test_what_cannot_be_done_is_status_two(arguments: list[str], said: str) -> None:
    shown = run(*arguments)
    assert shown.exit_code == 2
    assert said in shown.errors
    assert shown.output == ""


def test_a_draft_in_a_folder_of_sources_is_no_source() -> None:
    found = run("wrong.txt", "--against", ".", "--format", "json")
    assert (found.exit_code, json.loads(found.output)[0]["source_id"]) == (1, "./source.txt")
