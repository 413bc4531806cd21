"""Headings between paragraphs that are a few quoted words: a line of its own in single marks, in a text that quotes in double ones."""

from __future__ import annotations

MOST_WORDS = 7
LONGEST = 15 * MOST_WORDS
"""Characters."""
REACH = 1000
"""So many characters before and after a line are looked through for double marks."""
SINGLE_MARKS = "'‘`"
DOUBLE_MARKS = ('"', "“", "''")


def is_heading(text: str, start: int, inner_start: int, inner_end: int, end: int) -> bool:
    """Whether the quotation ``text[start:end]`` is such a line: ‘A Heap of Planks.’"""
    alone = inner_start == start + 1 and text[start - 1 : start] == "\n" and text[end : end + 1] in ("\n", "\r")
    if not alone or inner_end - inner_start > LONGEST or len(text[inner_start:inner_end].split(None, MOST_WORDS)) > MOST_WORDS:
        return False
    before = max(0, start - REACH)
    return any(text.find(mark, before, start) >= 0 or text.find(mark, end, end + REACH) >= 0 for mark in DOUBLE_MARKS)
