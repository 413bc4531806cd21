"""Block quotes: paragraphs set apart from the text as someone else's words."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.find.quotation_tree import Piece

BLOCK = "block"
MIN_WORDS = 6
"""An indented block with fewer words may be a heading, a list item or a signature."""


def find_block_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, list[Piece]]:
    """The pieces of block quotes by the index of their paragraph; the pieces of one quote share their chain.

    Paragraphs whose lines start with ``>`` are one; so are indented paragraphs after a line that is not and ends with a colon.
    """
    found: dict[int, list[Piece]] = {}
    colon = False
    for at, (start, end) in enumerate(paragraphs):
        pieces: list[Piece] = []
        if text[start] == ">":
            pieces = _marked(text, start, end)
        elif start and text[start - 1] in " \t" and (colon or at - 1 in found) and _is_indented_prose(text, start, end):
            pieces = [_piece(start, start, end)]
        if pieces:
            first = found[at - 1][0] if at - 1 in found and not colon else None
            for piece in pieces if first else pieces[1:]:
                piece.carries_on(first or pieces[0])
            found[at] = pieces
        colon = text[end - 1] == ":" and not pieces and not _indent(text, start)
    return found


def _piece(start: int, inner_start: int, end: int) -> Piece:
    piece = Piece(BLOCK, start, inner_start, None)
    piece.ends_at(end, end, closed=True)
    return piece


def _marked(text: str, start: int, end: int) -> list[Piece]:
    """One piece a line; none unless every line is marked and followed by words."""
    pieces: list[Piece] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        inner = start
        while inner < stop and text[inner] in "> \t":
            inner += 1
        if inner == start or text[start] != ">" or not any(char.isalpha() for char in text[inner : inner + 9]):
            return []
        pieces.append(_piece(start, inner, stop))
        start = stop + 1
    return pieces


def _indent(text: str, start: int) -> int:
    """By how many characters the line of ``start`` is indented; 0 if something else precedes on it. A tab counts four."""
    width, at = 0, start - 1
    while at >= 0 and text[at] in " \t" and width < 40:
        width += 4 if text[at] == "\t" else 1
        at -= 1
    return width if at < 0 or text[at] in "\r\n" else 0


def _is_indented_prose(text: str, start: int, end: int) -> bool:
    """Deep enough, no list item, and sentences: starts with a capital, ends with a stop."""
    if _indent(text, start) < 4 or not text[start].isupper() or text[end - 1] not in ".!?…":
        return False
    return len(text[start : min(end, start + 400)].split(None, MIN_WORDS)) >= MIN_WORDS
