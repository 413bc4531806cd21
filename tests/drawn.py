"""The one way in which expected spans are drawn on a text: ``<s>Vane</s> <c>said</c> <q>it rained</q>``.

A tag is what the span is: ``s`` a source, ``c`` a cue, ``q`` what is said, ``claim`` a claim, ``n`` a quantity or a date, ``w`` a word
whose class is asked for; a figure behind it tells several apart ("s1", "s2"). :func:`newsclaims.testing.read_marked` reads the first
three for everybody's cases and is stricter.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TAG = re.compile(r"<(/?)([a-z]+[0-9]?)>")


class Mark(NamedTuple):
    """A span with its tag; ``words`` are those of the text."""

    tag: str
    start: int
    end: int
    words: str


def read(drawn: str) -> tuple[str, list[Mark]]:
    """The bare text, and what is drawn on it in the order in which the spans end."""
    text, marks, opened = "", [], dict[str, int]()
    at = 0
    for found in TAG.finditer(drawn):
        text += drawn[at : found.start()]
        at = found.end()
        if found[1]:
            start = opened.pop(found[2])
            marks.append(Mark(found[2], start, len(text), text[start:]))
        else:
            opened[found[2]] = len(text)
    assert not opened, f"never closed: {opened}"
    return text + drawn[at:], marks


def words(drawn: str) -> tuple[str, list[str]]:
    """The bare text, and the words of what is drawn on it."""
    text, marks = read(drawn)
    return text, [mark.words for mark in marks]
