"""Texts with spans drawn on them: ``<c>`` ... ``</c>`` for claims."""

from __future__ import annotations

import re


def read(drawn: str) -> tuple[str, list[str]]:
    """The text without the marks, and the words between them."""
    return re.sub(r"</?\w>", "", drawn), re.findall(r"<c>(.*?)</c>", drawn, re.DOTALL)
