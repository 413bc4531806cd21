"""A text as words and marks that can be compared, each with its place in the text.

What never counts is folded here: the shapes of apostrophes, dashes and dots, white space, characters that are written in two ways
(Unicode's NFC) or cannot be seen. Quotation marks are no tokens at all.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Sequence

import attrs
import regex

ELLIPSIS, DASH, APOSTROPHE = "…", "-", "'"
APOSTROPHES = "'’ʼ＇´`"
QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』＂`´"
COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Accents that stand after their letter (ranges of a pattern)."""
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DASHES = "-‐‑‒–—―−"
BEARING = "%&@#§*"
"""Marks that are read aloud, so that they count as words."""
SENTENCE_ENDS = frozenset(".!?…")


@attrs.frozen(eq=False)
class Words:
    """The tokens of stretches of a text: ``forms`` to compare, and where each begins and ends in the text."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, stretches: Iterable[tuple[int, int]] | None = None) -> Words:
        """The tokens of a text, or of some stretches of it one after the other."""
        forms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in [(0, len(text))] if stretches is None else stretches:
            for token in _token().finditer(text, start, end):
                form = folded(token[0])
                if form:
                    forms.append(form)
                    starts.append(token.start())
                    ends.append(token.end())
        return cls(text, tuple(forms), tuple(starts), tuple(ends))

    def raw(self, first: int, stop: int) -> str:
        """The text from one token to before another, as it is written."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""


@functools.cache
def _token() -> regex.Pattern[str]:
    inner = rf"[\w{COMBINING}{UNSEEN}]"
    return regex.compile(
        rf"\d++(?:[.,]\d++)*+{inner}*+(?:[{APOSTROPHES}]{inner}++)*+"  # numbers, with what hangs on them
        rf"|{inner}++(?:[{APOSTROPHES}]{inner}++)*+"
        r"|\.(?:\s?\.){2,}+|…++"
        rf"|[{DASHES}]++"
        r"|\S"
    )


def folded(token: str) -> str:
    """The form of a token that is compared; nothing for a quotation mark.

    >>> [folded(token) for token in ("don’t", "—", ". . .", "“")]
    ["don't", '-', '…', '']
    """
    if token.isalnum() and token.isascii():
        return token
    if (token[0] in ".…" and len(token) > 1) or token == ELLIPSIS:
        return ELLIPSIS
    if token[0] in DASHES:
        return DASH
    if token in QUOTATION_MARKS:
        return ""
    for apostrophe in APOSTROPHES[1:]:
        token = token.replace(apostrophe, APOSTROPHE)
    for unseen in UNSEEN:
        token = token.replace(unseen, "")
    return unicodedata.normalize("NFC", token)


@functools.lru_cache(maxsize=65536)
def is_word(form: str) -> bool:
    """Whether a token is read aloud; others are punctuation."""
    return not all(unicodedata.category(char)[0] == "P" and char not in BEARING for char in form)


def swapped(form: str) -> str:
    """The token with its first letter in the other case.

    >>> swapped("The"), swapped("the")
    ('the', 'The')
    """
    return form[:1].swapcase() + form[1:]


def count(forms: Sequence[str]) -> int:
    """How many of the tokens are words."""
    return sum(map(is_word, forms))
