"""Brings newsclaims/language/schema.tsv up to the lists there are and writes docs/list-index.md from it: `make rules-doc`.

A list without a line in the schema gets one from its opening comment; what its words are and what reads it is looked up. For a
table, what values it holds is to be seen to by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclaims.language import HERE, load_language
from newsclaims.language.schema import FILE, Entry, entries

PAGE = Path(__file__).parent / "list-index.md"
PACKAGE = HERE.parent
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


def complete() -> str:
    """The text of the schema with a line for each list there is, and for no other."""
    english = load_language("en")
    names = {*english.lists, *english.tables}
    lines = FILE.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.partition("\t")[0] in entries())
    lines[:first] = [known(line) for line in lines[:first]]
    kept = {line.partition("\t")[0]: with_rooms(line) for line in lines[first:] if line.partition("\t")[0] in names}
    made = {name: line_of(name, english.lists.get(name) or english.table(name)) for name in names - kept.keys()}
    return "\n".join([*lines[:first], *(line for _, line in sorted({**kept, **made}.items())), ""])


def known(line: str) -> str:
    """A line with a set of values, with all that are in use now."""
    english = load_language("en")
    cues = [value.split() for value in english.table("cues").values()]
    frames = [value.split() for value in english.table("cue_frames").values()]
    used = {
        "@category": {*english.table("cue_frames"), *english.table("cue_nouns").values(), *(category for category, *_ in cues)},
        "@frame": {frame for row in (*(row[1:] for row in cues), *frames) for frame in row},
        "@feature": {part.strip() for value in english.table("claim_words").values() for part in value.split("|")},
    }
    name = line.partition("\t")[0]
    return f"{name}\t{', '.join(sorted(used[name]))}" if name in used else line


def with_rooms(line: str) -> str:
    """A line with who reads its list, looked up again where that is no longer so."""
    cells = line.split("\t")
    readers = rooms_of(cells[0])
    if not set(cells[4].split()) <= set(readers):
        cells[4] = " ".join(readers) or cells[4]
    return "\t".join(cells)


def line_of(name: str, words: Iterable[str]) -> str:
    """A new line: what can be told of a list by looking at it."""
    [path] = (HERE / "en").rglob(f"{name}.t[xs][tv]")
    comment = path.read_text(encoding="utf-8").partition("\n")[0].strip("# ")
    kind = "endings" if name.endswith("_endings") else "small" if all(word == word.lower() for word in words) else "written"
    table = path.suffix == ".tsv"
    return "\t".join((name, "table" if table else "list", kind, "words" if table else "-", " ".join(rooms_of(name)) or "?", comment))


def rooms_of(name: str) -> list[str]:
    """The folders and files of the package that read a list."""
    quoted = re.compile(rf"""["']{name}["']""")
    found = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py") if quoted.search(path.read_text(encoding="utf-8"))}
    return sorted(room.removesuffix(".py") for room in found)


if __name__ == "__main__":
    FILE.write_text(complete(), encoding="utf-8")
    entries.cache_clear()
    PAGE.write_text(index(), encoding="utf-8")
