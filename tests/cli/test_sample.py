"""``newsclaims sample``: quotes to check by hand, and what comes of it; ``audit --by``."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "newsclaims", *arguments], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own command


@pytest.fixture
def archive(tmp_path: Path) -> str:
    rows = [{"id": str(at), "outlet": "Post" if at % 2 else "Echo", "text": "“It rained,” said Orla Vane."} for at in range(6)]
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_a_sample_is_drawn_and_counted_when_it_is_checked(archive: str, tmp_path: Path) -> None:
    sample = tmp_path / "sample.csv"
    done = run("sample", archive, "-n", "4", "-o", str(sample))
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(sample.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 4
    with sample.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows({**row, "right": mark} for row, mark in zip(rows, ("y", "y", "n", "y"), strict=True))
    done = run("sample", "--checked", str(sample))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "all           3 of     4 right:  75.0% (30.1% to 95.4%)")


def test_what_is_no_sample_is_one_line(archive: str) -> None:
    done = run("sample", "--checked", archive)
    assert done.returncode == 1
    assert "no column 'right'" in done.stderr
    assert run("sample").returncode == 2
    assert run("sample", archive, "--checked", archive).returncode == 2


def test_an_audit_counts_groups_by_themselves(archive: str) -> None:
    done = run("audit", archive, "--by", "outlet", "--quiet")
    assert done.returncode == 0
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(row["group"], row["name"], row["quotes"]) for row in rows[:-1]] == [("Echo", "Orla Vane", "3"), ("Post", "Orla Vane", "3")]
    none = run("audit", archive, "--by", "paper", "--quiet")
    assert "no article has a field 'paper'" in none.stderr
