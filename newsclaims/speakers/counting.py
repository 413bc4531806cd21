"""How many words a quote has, as a reader would count them."""

from __future__ import annotations

from newsclaims.model import Quote


def words_said(quote: Quote) -> int:
    """The stretches between spaces, in all contents of a quote, that have a letter or digit."""
    return sum(_is_word(word) for content in quote.contents for word in content.text.split())


def _is_word(word: str) -> bool:
    return word[0].isalnum() or word[-1].isalnum() or any(char.isalnum() for char in word)
