from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES, Document, Extractor
from newsclaims.confidence.weights import FILE, read_weights
from newsclaims.evaluation import read_documents

Write = Callable[[Path, Path, str], str]
DRAWN = "<q1>“The port is shut,”</q1> <s1>Orla Vane</s1> <c1>said</c1>. <s2>Ada Holt</s2> <c2>said</c2> <q2>it would snow</q2>."


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsclaims", "evaluate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own command


@pytest.fixture
def gold(tmp_path: Path, write_standoff: Write) -> Path:
    folder = tmp_path / "gold"
    write_standoff(folder / "port.txt", folder / "port.ann", DRAWN)
    return folder


def text_of(gold: Path) -> str:
    return (gold / "port.txt").read_text(encoding="utf-8")


def test_scores_of_the_rules(gold: Path) -> None:
    done = run(gold)
    assert (done.returncode, done.stderr) == (0, "")
    assert "all               2      2  100.0  100.0  100.0     100.0     100.0      100.0" in done.stdout.splitlines()
    data = json.loads(run(gold, "--format", "json").stdout)
    assert data["kinds"]["all"]["attributed"]["f1"] == 1
    assert {row["rule"] for row in data["rules"]} <= set(DEFAULT_RULES.names)


def test_predictions_are_written_and_read(gold: Path, tmp_path: Path) -> None:
    written = tmp_path / "run.jsonl"
    first = run(gold, "--write-predictions", written)
    [document] = read_documents(written)
    assert (document, document.id) == (Extractor().extract(document.text, id="port"), "port")
    assert run(gold, "--predictions", written).stdout == first.stdout
    assert run(written, "--predictions", written).returncode == 0


def test_an_article_without_a_prediction_is_named_and_counts_as_empty(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(Document("Rain.").to_json())
    done = run(gold, "--predictions", other, "--format", "json")
    assert "1 articles have no prediction, counted as empty: 'port'" in done.stderr
    assert json.loads(done.stdout)["kinds"]["all"]["content"]["recall"] == 0


def test_changes_against_an_earlier_run(gold: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text(Document(text_of(gold)).to_json(), encoding="utf-8")
    done = run(gold, "--compare", old)
    assert done.stdout.endswith("gained: 2, of which right: 2\nlost: 0, of which right: 0\nre-attributed: 0, of which right: 0\n")
    assert "    “The port is shut,”\n" in done.stdout
    changes = json.loads(run(gold, "--compare", old, "--format", "json").stdout)["changes"]
    assert [(change["change"], change["new"]["source"]) for change in changes] == [("gained", "Orla Vane"), ("gained", "Ada Holt")]


def test_calibration_writes_a_weight_for_every_rule(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "weights.tsv"
    done = run(gold, "--calibrate", "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Cross-validated (each article measured with weights fitted on others):" in done.stdout
    assert "confidence of at least   kept  right" in done.stdout.splitlines()
    weights = read_weights(out.read_text(encoding="utf-8"))
    assert set(weights.rules()) == set(DEFAULT_RULES.names)
    assert weights.of["*"].found == 2


def test_several_folders_are_taken_together_and_a_small_one_counts_more(gold: Path, tmp_path: Path, write_standoff: Write) -> None:
    other = tmp_path / "other"
    for number in range(4):
        write_standoff(other / f"{number}.txt", other / f"{number}.ann", DRAWN.replace("snow", f"snow {number}"))
    assert json.loads(run(gold, other, "--format", "json").stdout)["articles"] == 5
    written = []
    for name, folders in (("together", (gold, other)), ("other", (other, gold)), ("alone", (gold,))):
        done = run(*folders, "--calibrate", "-o", tmp_path / f"{name}.tsv")
        assert (done.returncode, done.stderr) == (0, "")
        written.append((tmp_path / f"{name}.tsv").read_text(encoding="utf-8"))
    assert written[0] == written[1] != written[2]


def test_rules_as_a_table(gold: Path) -> None:
    lines = run(gold, "--rules-table").stdout.splitlines()
    assert lines[0].startswith("| rule | what it matches |")
    assert len(lines) == 2 + len(DEFAULT_RULES)


# ------------------------------------------------------------------------------------------------ what goes wrong


def test_wrong_gold_is_one_line_with_file_and_line(gold: Path) -> None:
    (gold / "port.ann").write_text("T1\tContent 0 5\twrong\n")
    done = run(gold)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {gold / 'port.ann'}, line 1: T1 says 'wrong'")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--predictions", "--compare"])
def test_wrong_documents_are_one_line_with_file_and_line(gold: Path, tmp_path: Path, option: str) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"text": 5}\n')
    done = run(gold, option, wrong)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {wrong}, line 1: ")


def test_a_file_that_cannot_be_written(gold: Path, tmp_path: Path) -> None:
    for options in (["--calibrate", "-o", tmp_path / "no" / "file"], ["--write-predictions", tmp_path / "no" / "file"]):
        done = run(gold, *options)
        assert (done.returncode, done.stdout) == (1, "")
        assert "No such file or directory" in done.stderr


@pytest.mark.parametrize("options", [["-o", "file"], ["--calibrate"]])
def test_options_that_do_not_go_together(gold: Path, options: list[str]) -> None:
    before = FILE.read_bytes()
    done = run(gold, *options)
    assert (done.returncode, FILE.read_bytes()) == (2, before)
    assert "--calibrate and --fit-claims need -o FILE" in done.stderr
