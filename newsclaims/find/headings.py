"""Quotations that are all there is on their line: headings in single marks in a text that quotes in double ones, and titles of works."""

from __future__ import annotations

MOST_WORDS = 7
LONGEST = 15 * MOST_WORDS
"""Characters."""
REACH = 1000
"""So many characters before and after a line are looked through for double marks."""
SINGLE_MARKS = "'‘`"
DOUBLE_MARKS = ('"', "“", "''")
BRACKETED = 24
"""So many characters a price or a year in brackets behind a title has."""
DASHES = tuple("-–—―")
STOPS = tuple(".,!?;:…")


def is_title_line(text: str, start: int, inner_end: int, end: int) -> bool:
    """Whether a quotation is all there is on its line, but for a bracket, and ends without a stop: “Salt Road” ($20)"""
    if text[start - 1 : start] != "\n" or text[inner_end - 1] in STOPS:
        return False
    stop = text.find("\n", end, end + BRACKETED)
    rest = text[end : stop if stop >= 0 else end + BRACKETED].strip()
    alone = not rest or (rest[0] == "(" and rest[-1] == ")")
    return alone and stop >= 0 and not text[stop : stop + BRACKETED].strip().startswith(DASHES)


def is_heading(text: str, start: int, inner_start: int, inner_end: int, end: int) -> bool:
    """Whether the quotation ``text[start:end]`` is such a line: ‘A Heap of Planks.’"""
    alone = inner_start == start + 1 and text[start - 1 : start] == "\n" and text[end : end + 1] in ("\n", "\r")
    if not alone or inner_end - inner_start > LONGEST or len(text[inner_start:inner_end].split(None, MOST_WORDS)) > MOST_WORDS:
        return False
    before = max(0, start - REACH)
    return any(text.find(mark, before, start) >= 0 or text.find(mark, end, end + REACH) >= 0 for mark in DOUBLE_MARKS)
