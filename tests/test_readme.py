"""The README and the pages in docs/ say what is true: their Python runs and prints what they show, their links lead somewhere."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
NEEDS = {"integrations.md": ("matplotlib", "spacy")}  # libraries that only `make test-all` installs
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def can_run(page: Path) -> bool:
    return all(importlib.util.find_spec(library) is not None for library in NEEDS.get(page.name, ()))


@pytest.mark.parametrize("page", [page for page in PAGES if can_run(page)], ids=name)
def test_the_python_on_a_page_prints_what_the_page_shows(page: Path) -> None:
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    namespace: dict[str, object] = {}
    for (language, code), (following, shown) in zip(blocks, [*blocks[1:], ("", "")], strict=False):
        if language != "python":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, str(page), "exec"), namespace)  # noqa: S102 - our own pages
        assert printed.getvalue() == (shown if following == "text" else "")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_links_on_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_begins_with_how_to_get_and_use_it() -> None:
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [language for language, _ in blocks[:4]] == ["console", "python", "text", "console"]
    assert blocks[0][1].startswith("pip install")
    assert len(blocks[1][1].splitlines()) <= 5
    assert [line.split("#")[0].strip() for line in blocks[3][1].splitlines()] == ["make demo", "make test"]
