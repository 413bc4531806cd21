"""The README and the pages in docs/ say what is true: what stands in their blocks runs and gives what they show."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from _pytest.mark import ParameterSet

from newsclaims import Extractor
from newsclaims.cli import main
from newsclaims.cli.options import Reading
from newsclaims.formats.brat import write_folder
from tests.docs.pages import PAGES, ROOT, SYNOPSIS, Block, agrees, blocks, links, name

NEEDS = {
    "frames.md": ("narwhals", "polars", "duckdb", "pyarrow"),
    "web-pages.md": ("trafilatura",),
    "integrations.md": ("matplotlib", "spacy"),
    "spark.md": ("pyspark",),
}
"""Libraries that only `make test-all` installs."""
GENERATED = "rule-catalogue.md"  # its texts are cases of the tests of rules
PYTHON = Path(sys.executable).parent
CLOSING = re.compile(r"newsclaims: \d+ articles?, \d+ quotes?, \d+\.\d s")  # how much was read


def can_run(page: Path) -> bool:
    return all(importlib.util.find_spec(library) is not None for library in NEEDS.get(page.name, ()))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder of somebody who follows a page: examples, articles that people annotated, the command at hand."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    write_folder([Extractor().extract("“The port is shut,” said Orla Vane.", id="port")], tmp_path / "GOLD_DIR")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{PYTHON}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for key, module in list(sys.modules.items()):
        if Path(getattr(module, "__file__", None) or "/").parent == tmp_path:
            del sys.modules[key]  # a file that the page says to save


def run(block: Block, namespace: dict[str, object]) -> str:
    """What a block prints; a file is saved and prints nothing."""
    if block.file is not None:
        Path(block.file).parent.mkdir(parents=True, exist_ok=True)
        Path(block.file).write_text(block.code, encoding="utf-8")
        return ""
    if block.language == "python":
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block.code, "<page>", "exec"), namespace)  # noqa: S102 - our own pages
        return printed.getvalue()
    done = subprocess.run(["/bin/sh", "-ec", block.script()], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - likewise
    told = [line for line in done.stderr.splitlines() if CLOSING.fullmatch(line) is None]
    assert (done.returncode, told) == (0, []), block.code
    return done.stdout


def marked(page: Path) -> ParameterSet:
    return pytest.param(page, id=name(page), marks=[pytest.mark.spark] if page.name == "spark.md" else [])


@pytest.mark.parametrize("page", [marked(page) for page in PAGES if can_run(page)])
@pytest.mark.usefixtures("reader")
def test_what_a_page_shows_is_what_its_blocks_print(page: Path) -> None:
    namespace: dict[str, object] = {"__name__": "page"}
    for block in blocks(page):
        if block.language in ("python", "console") or block.file is not None:
            printed = run(block, namespace)
            if block.language == "console" and block.shown is None:
                continue  # what it prints is not shown in full
            assert agrees(printed, block.shown or ""), f"{block.code}printed\n{printed}"


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != GENERATED], ids=name)
def test_every_block_is_run_shown_or_saved(page: Path) -> None:
    for block in blocks(page):
        known = block.language in ("python", "console") or block.file is not None or block.code.startswith(SYNOPSIS)
        assert known, block.code


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_installed_and_made_exists(page: Path) -> None:
    extras = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.optional-dependencies]")[2]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    for installed in re.findall(r"pip install [^`\n]*\[([\w,-]+)\]", text):
        for extra in installed.split(","):
            assert re.search(rf"^{extra} = \[", extras, re.MULTILINE), extra
    for target in re.findall(r"^make ([\w-]+)|`make ([\w-]+)", text, re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_links_on_a_page_lead_somewhere(page: Path) -> None:
    for target in links(page):
        assert (page.parent / target).exists(), target


def test_the_list_of_commands_has_every_command_and_option() -> None:
    [synopsis] = [block.code for block in blocks(ROOT / "docs" / "command-line.md") if block.code.startswith(SYNOPSIS)]
    written = {part.split()[0]: part for part in re.split(r"^newsclaims ", synopsis, flags=re.MULTILINE) if part}
    assert set(written) == set(main.commands)
    for command, line in written.items():
        options = {each.opts[0]: each for each in main.commands[command].params if isinstance(each, click.Option)}
        named = set(re.findall(r"(?<!\w)--?[a-z][a-z-]*", line))
        assert named <= set(options), command
        reading = {option.opts[0] for option in options.values() if option.name in Reading._fields} if "[READING]" in line else set()
        assert named | reading == set(options) or "OPTIONS" in line, command
        for option, choices in re.findall(r"(--[a-z-]+) ([a-z-]+(?:\|[a-z-]+)+)", line):
            kind = options[option].type
            assert isinstance(kind, click.Choice)
            assert choices.split("|") == list(kind.choices)


def test_the_readme_begins_with_how_to_get_and_use_it() -> None:
    first, program, setting_up = blocks(ROOT / "README.md")[:3]
    assert first.code.startswith("pip install")
    assert len(program.code.splitlines()) <= 5
    assert program.shown
    assert [line.split("#")[0].strip() for line in setting_up.commands()] == ["make demo", "make test"]


def test_the_figures_of_the_readme_are_those_of_the_page_about_accuracy() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## How accurate it is")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ") and any(map(str.isdecimal, line))]
    assert len(rows) >= 4
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if row not in page] == []
