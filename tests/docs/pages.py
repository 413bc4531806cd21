"""The pages that people read, and the blocks of code on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVE = re.compile(r"\bSave .*\bas `([^`]+)`.*:$")
SYNOPSIS = "newsclaims extract FILE..."  # how the list of commands begins, which is no output
ELSEWHERE = ("pip", "make", "cd", ".", "python3", "apt-get", "spark-submit")  # commands that set up a machine: not for a test to run


@attrs.frozen
class Block:
    """A block of code; ``shown`` is the output below it, ``file`` the name that the line above says to save it as."""

    language: str
    code: str
    shown: str | None = None
    file: str | None = None

    def commands(self) -> list[str]:
        """The lines of a ``console`` block; one that ends in a backslash goes on."""
        return [line for line in self.code.replace("\\\n", " ").splitlines() if line.strip()]

    def script(self) -> str:
        """Those that are run."""
        return "\n".join(line for line in self.commands() if line.split()[0] not in ELSEWHERE)


def blocks(page: Path) -> list[Block]:
    """The blocks of a page in order, each output with the block it belongs to."""
    text = page.read_text(encoding="utf-8")
    fences = list(FENCE.finditer(text))
    found: list[Block] = []
    for at, fence in enumerate(fences):
        before = text[fences[at - 1].end() if at else 0 : fence.start()].strip()
        language, code = fence.groups()
        if language == "text" and found and not before:
            found[-1] = attrs.evolve(found[-1], shown=code)
        elif not language.startswith("{"):  # a directive of the site
            saved = SAVE.search(before)
            found.append(Block(language, code, None, saved[1] if saved else None))
    return found


def agrees(printed: str, shown: str) -> bool:
    """Whether an output is what a page shows, where a line of three dots stands for any lines."""
    parts = (re.escape(line) if line != "...\n" else "(?:.*\n)*?" for line in shown.splitlines(keepends=True))
    return re.fullmatch("".join(parts), printed) is not None


def links(page: Path) -> Iterator[str]:
    """What the page links to in this repository."""
    return (match[1] for match in re.finditer(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")))


def name(page: Path) -> str:
    """As it is said in the list of tests."""
    return str(page.relative_to(ROOT))
