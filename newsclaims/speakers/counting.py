"""How many words a quote has, as a reader would count them."""

from __future__ import annotations

from newsclaims.model import Quote


def words_said(quote: Quote) -> int:
    """The stretches between spaces, in all contents of a quote, that have a letter or digit."""
    return sum(_count(content.text.split()) for content in quote.contents)


def _count(stretches: list[str]) -> int:
    marked = [stretch for stretch in stretches if not (stretch[0].isalnum() or stretch[-1].isalnum())]
    return len(stretches) - sum(not any(map(str.isalnum, stretch)) for stretch in marked)
