"""How many words quotes have, as a reader would count them."""

from __future__ import annotations

from newsclaims.model import Quote


def words_said(*quotes: Quote) -> int:
    """The stretches between spaces, in all contents of quotes, that have a letter or digit."""
    stretches = " ".join([content.text for quote in quotes for content in quote.contents]).split()
    marked = [stretch for stretch in stretches if not (stretch[0].isalnum() or stretch[-1].isalnum())]
    return len(stretches) - sum([not any(map(str.isalnum, stretch)) for stretch in marked])
