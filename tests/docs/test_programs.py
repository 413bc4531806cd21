"""What the pages show as Python is right for a strict type checker, and their first loops go through any article."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclaims import extract
from tests.docs.pages import PAGES, ROOT, blocks, name

UNSOURCED = """“Nobody told us anything.”

“We were asleep,” said Orla Vane, 43, of Orrel. “It was dark.”

It was said that the dam had held. The mayor, critics say, knew. “Why?”

According to a report, the wall was new; prosecutors would not say who built it.
"""
ARTICLES = [UNSOURCED, "", "It rained.", "“No.”", "It is believed that nobody was hurt.", "VANE: No.\n\nQ: Why?\n\n" + UNSOURCED]
LOOP = "for quote in "
STRICT = ("--strict", "--follow-imports=silent", "--ignore-missing-imports", "--no-error-summary", "--hide-error-context")


def loops() -> list[tuple[str, str]]:
    """The loops over quotes on the pages and in the notebooks that are not about a text of their own, with where they stand."""
    found = [(name(page), block.code) for page in PAGES for block in blocks(page) if block.language == "python" and block.file is None]
    for path in sorted((ROOT / "examples" / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found += [(path.stem, "".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    return [(where, loop) for where, code in found for loop in loops_in(code)]


def loops_in(code: str) -> list[str]:
    """Each loop over quotes, with the lines inside it."""
    lines = code.splitlines()
    found = []
    for at, line in enumerate(lines):
        if line.startswith(LOOP):
            inside = next((end for end in range(at + 1, len(lines)) if lines[end][:1].strip()), len(lines))
            found.append("\n".join(lines[at:inside]))
    return found


def test_the_first_loops_are_found() -> None:
    assert {"README.md", "docs/index.md", "docs/tutorial.md", "first-steps"} <= {where for where, _ in loops()}


@pytest.mark.parametrize("text", ARTICLES)
@pytest.mark.parametrize("loop", [pytest.param(loop, id=where) for where, loop in loops()])
def test_a_loop_goes_through_any_article(loop: str, text: str) -> None:
    import newsclaims

    namespace: dict[str, Any] = {"newsclaims": newsclaims, "text": text, "document": extract(text)}
    iterable = loop.removeprefix(LOOP).partition(":\n")[0]
    if iterable.startswith("extractor"):  # a rule of a page, tried on the page's own text
        loop = loop.replace(iterable, "document.quotes")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(loop, "<loop>", "exec"), namespace)  # noqa: S102 - our own pages
    assert bool(printed.getvalue()) == bool(extract(text).quotes)


def programs(page: Path) -> dict[str, str]:
    """The files that a page says to save, and its other blocks as one program, by their names."""
    code = [block for block in blocks(page) if block.language == "python"]
    files = {Path(block.file).name: block.code for block in code if block.file is not None}
    session = "\n".join(block.code for block in code if block.file is None)
    return {**files, "page.py": session} if session else files


def test_the_programs_of_the_pages_satisfy_a_strict_type_checker(tmp_path: Path) -> None:
    for page in PAGES:
        home = tmp_path / name(page).replace("/", "_").removesuffix(".md").replace("-", "_")
        for file, code in programs(page).items():
            home.mkdir(exist_ok=True)
            (home / "__init__.py").touch()
            (home / file).write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", *STRICT, "--cache-dir", str(ROOT / ".mypy_cache" / "pages"), str(tmp_path)]
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path, env=environment)  # noqa: S603 - our own pages
    errors = [line for line in done.stdout.splitlines() if "error:" in line]
    assert (errors, done.stderr) == ([], "")
