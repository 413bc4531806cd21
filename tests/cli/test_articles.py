"""What the command line is told to read: files, and folders of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims.cli.articles import files_of

TEXT, JSON_LINES = ".txt", ".jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "notes.md", "old/c.txt", "old/d.jsonl", ".hidden/e.txt", ".f.txt"):
        path = tmp_path / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")
    return tmp_path / "archive"


def found(folder: Path, ending: str, *names: str) -> tuple[list[str], list[tuple[str, str]]]:
    failed: list[tuple[str, str]] = []
    files = files_of([str(folder / name) for name in names], ending, lambda file, problem: failed.append((file, problem)))
    return [Path(file).relative_to(folder).as_posix() for file in files], failed


def test_a_folder_is_all_its_files_with_the_ending(folder: Path) -> None:
    assert found(folder, TEXT, "") == (["a.txt", "b.txt", "old/c.txt"], [])
    assert found(folder, JSON_LINES, "") == (["old/d.jsonl"], [])


def test_files_stay_as_they_are_named(folder: Path) -> None:
    assert found(folder, TEXT, "notes.md", "none.txt", "old") == (["notes.md", "none.txt", "old/c.txt"], [])


def test_a_folder_without_such_a_file_is_said(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert found(folder, TEXT, "empty", "a.txt") == (["a.txt"], [(str(folder / "empty"), "no file in this folder ends in .txt")])


def test_folders_that_are_linked_to_are_passed_over(folder: Path) -> None:
    (folder / "old" / "round").symlink_to(folder)
    assert found(folder, TEXT, "old") == (["old/c.txt"], [])
