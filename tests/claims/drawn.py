"""Texts with spans drawn on them: ``<c>`` ... ``</c>`` for claims, square brackets for quantities and dates."""

from __future__ import annotations

import re


def read(drawn: str) -> tuple[str, list[str]]:
    """The text without the marks, and the words between them."""
    return re.sub(r"</?\w>", "", drawn), re.findall(r"<c>(.*?)</c>", drawn, re.DOTALL)


def bracketed(drawn: str) -> tuple[str, list[tuple[int, str]]]:
    """The bare text, and where what stands in square brackets begins, with its words."""
    text, spans, begin = "", [], 0
    for char in drawn:
        if char == "[":
            begin = len(text)
        elif char == "]":
            spans.append((begin, text[begin:]))
        else:
            text += char
    return text, spans
