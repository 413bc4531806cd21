"""The ``newsclaims claims`` command and what ``explain --claims`` shows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from newsclaims import Extractor
from newsclaims.cli import main

TEXT = "Vane said the port had lost 300 jobs since May. “Maybe it will be wonderful,” Penn said. Orrel is a town."


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


class Run:
    """Runs the command and takes what it writes, which does not go through ``sys.stdout``."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self.capfd = capfd

    def __call__(self, *arguments: str, status: int = 0) -> tuple[str, str]:
        with pytest.raises(SystemExit) as done:
            main(list(arguments))
        assert (done.value.code or 0) == status
        out, problems = self.capfd.readouterr()
        return out, problems


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    return Run(capfd)


def test_the_table_shows_who_claims_what(file: str, run: Run) -> None:
    out, _ = run("claims", file)
    assert out.splitlines()[0] == f"{file}: 1 claim"
    assert "the port had lost 300 jobs since May" in out
    assert "- Vane; affirm" in out
    assert "wonderful" not in out


@pytest.mark.parametrize("command, said", [("claims", "1 claim"), ("extract", "2 quotes")])
def test_a_document_without_an_id_is_called_one(command: str, said: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{Extractor().extract(TEXT).to_json()}\n", encoding="utf-8")
    out, _ = run(command, "--input", "documents", str(path))
    assert out.splitlines()[0] == f"a document without an id: {said}"


def test_a_lower_score_shows_more_the_highest_first(file: str, run: Run) -> None:
    out, _ = run("claims", file, "--min-score", "0")
    scores = [float(line[:4]) for line in out.splitlines() if line[:4].strip() and line[0] == "0"]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
    assert "- the article; affirm" in out


def test_json_lines_and_csv_have_the_same_claims(file: str, run: Run) -> None:
    lines = [json.loads(line) for line in run("claims", file, "--format", "jsonl")[0].splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("claims", file, "--format", "csv")[0])))
    assert [line["text"] for line in lines] == [row["text"] for row in rows] == ["the port had lost 300 jobs since May"]
    assert lines[0]["claimer"] == rows[0]["claimer"] == "Vane"
    assert TEXT[lines[0]["start"] : lines[0]["end"]] == lines[0]["text"]


def test_a_file_that_cannot_be_read_is_named(file: str, tmp_path: Path, run: Run) -> None:
    out, problems = run("claims", str(tmp_path / "none.txt"), file, status=1)
    assert "none.txt" in problems
    assert "1 claim" in out


def test_an_input_is_not_written_over(file: str, run: Run) -> None:
    run("claims", file, "-o", file, status=2)


def test_results_go_to_a_file(file: str, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "out.csv"
    assert run("claims", file, "--format", "csv", "--quiet", "-o", str(target)) == ("", "")
    assert target.read_text(encoding="utf-8").startswith("document,claim,text")


def test_explain_tells_why_a_piece_is_a_claim_or_none(file: str, run: Run) -> None:
    out, _ = run("explain", "--claims", file)
    assert "piece the port had lost 300 jobs since May at 10-46: no rule" in out
    assert "a claim (" in out
    assert "not chosen (" in out


def test_a_piece_tells_which_rule_cut_or_refused_it() -> None:
    pieces = Extractor().explain("Prices rose by 4 percent in May; wages fell by 2 percent. Did they?").pieces
    assert (pieces[0].rule, pieces[0].note) == ("semicolon", "read on as 2 pieces")
    assert ("question", "no claim: it asks") in [(piece.rule, piece.note) for piece in pieces]
    assert [trial.failed for trial in pieces[0].trials] == ["it does not apply", None]
