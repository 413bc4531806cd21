"""Writes docs/list-index.md from newsclaims/language/schema.tsv: `make rules-doc`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsclaims.language.schema import Entry, entries

PAGE = Path(__file__).parent / "list-index.md"
HEAD = """\
# Index of word lists

Every list and table of a language, with what stands in it and which part of the package reads it. A language has all of
them, and may have others for rules of your own. [Word lists](word-lists.md) tells how to add words.
This page is written by `make rules-doc` from `newsclaims/language/schema.tsv`, not by hand.

*Small* words are looked up in small letters, *written* ones as they stand in a text; *endings* are compared with the ends of words.

| list | what it is | words | values | read by |
|---|---|---|---|---|
"""


def index() -> str:
    """The whole page."""
    return HEAD + "".join(rows())


def rows() -> Iterator[str]:
    """A row for each list."""
    for entry in entries().values():
        yield f"| `{entry.name}` | {cell(entry.what)} | {entry.words} | {values(entry)} | {', '.join(entry.rooms)} |\n"


def values(entry: Entry) -> str:
    """The cell of what values a table holds; empty for a list."""
    return "" if entry.kind == "list" else cell(entry.values)


def cell(text: str) -> str:
    """Words that break no table and are no markup."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")


if __name__ == "__main__":
    PAGE.write_text(index(), encoding="utf-8")
