"""Changes: words of a text that are read as others, for a claim that is read alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of the text that are read as ``words``."""

    start: int
    end: int
    words: str


def changed(text: str, start: int, end: int, changes: Iterable[Change]) -> str:
    """The words with the changes made, on one line."""
    out: list[str] = []
    at = start
    for change in sorted(changes):
        if change.start >= at:
            out += (text[at : change.start], change.words)
            at = change.end
    out.append(text[at:end])
    return on_one_line("".join(out))


def on_one_line(words: str) -> str:
    """The words without line breaks and runs of spaces."""
    return " ".join(words.split()) if "\n" in words or "  " in words else words
