"""How many words a quote has, as a reader would count them."""

from __future__ import annotations

import functools
import re

from newsclaims.model import Quote

WORD = r"[^\W_]\S*"
"""From the first letter or digit to the next space."""


def words_said(quote: Quote) -> int:
    """The stretches between spaces, in all contents of a quote, that have a letter or digit."""
    words = _words()
    return sum(len(words.findall(content.text)) for content in quote.contents)


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(WORD)
