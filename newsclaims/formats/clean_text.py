"""The words of a quote as a reader would write them down: halves joined, the comma before the speech tag gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

OPENING, CLOSING = "“\"'‘«„‚‹»", "”\"'’»“‘›«"
ENDS = ".!?…"
TAG_COMMA = ","


def clean_text(quote: Any) -> str:
    """What was said, for a table or a page.

    A comma that stands there only because a speech tag follows is left out at the end; between two halves it becomes a full stop
    where the second half is a new sentence. White space becomes a single space. The words are those of the text.

    >>> from newsclaims import extract
    >>> [clean_text(quote) for quote in extract("“It rained,” said Vane. “It is late,” Kell said. “We go.”").quotes]
    ['It rained', 'It is late. We go.']
    """
    pieces = list(_pieces(quote))
    gaps = list(_gaps(quote))
    words = pieces[0] if pieces else ""
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        if words.endswith(TAG_COMMA) and gap.rstrip().endswith(tuple(ENDS)):
            words = words[: -len(TAG_COMMA)] + "."
        words = f"{words} {piece}"
    return words.removesuffix(TAG_COMMA)


def _pieces(quote: Any) -> Iterator[str]:
    """The stretches of what was said, each without its marks; all in one where the quote's text is made of others."""
    bare = [_bare(content.text) if quote.kind == "direct" else content.text for content in quote.contents]
    if " ".join(bare) != quote.text or not bare:
        bare = [quote.text, *[""] * (len(quote.contents) - 1)]
    yield from (" ".join(piece.split()) for piece in bare)


def _gaps(quote: Any) -> Iterator[str]:
    """What stands in the text between two stretches."""
    for one, other in zip(quote.contents, quote.contents[1:], strict=False):
        yield quote.span.text[one.end - quote.span.start : other.start - quote.span.start]


def _bare(words: str) -> str:
    """Without the outer marks; a paragraph that is not closed has only the first."""
    if words[:1] in OPENING:
        words = words[1:]
    return words[:-1] if words[-1:] in CLOSING else words
