"""Block quotes: paragraphs set apart from the text as someone else's words."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.find.quotation_tree import Piece

BLOCK = "block"
MIN_INDENT = 4
"""In characters; a tab counts for four."""
MIN_WORDS = 6
"""An indented block that starts with fewer words may be a heading, a list item or a signature."""
MAX_PARAGRAPHS = 5
"""A longer run of indented paragraphs is the layout of the text."""


def find_block_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, list[Piece]]:
    """The pieces of block quotes by the index of their paragraph; the pieces of one quote share their chain.

    Paragraphs whose lines all start with ``>`` are one; so are a few indented ones between one that ends
    with a colon and another, neither of them indented.
    """
    found: dict[int, list[Piece]] = {}
    at = 0
    while at < len(paragraphs):
        start = paragraphs[at][0]
        if text[start] != ">" and text[start - 1] not in " \t":
            at += 1
            continue
        stop = at
        while stop < len(paragraphs) and text[paragraphs[stop][0]] == ">":
            stop += 1
        pieces = [_marked(text, start, end) for start, end in paragraphs[at:stop]]
        if stop == at:
            stop = _indented_run(text, paragraphs, at)
            pieces = [[_piece(start, start, end)] for start, end in paragraphs[at:stop]]
        if all(pieces):
            _chain([piece for group in pieces for piece in group])
            found.update(enumerate(pieces, at))
        at = max(stop, at + 1)
    return found


def _chain(pieces: Sequence[Piece]) -> None:
    for piece in pieces[1:]:
        piece.carries_on(pieces[0])


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
        if text[start] != ">" or not any(char.isalpha() for char in text[inner : min(stop, inner + 9)]):
            return []
        pieces.append(_piece(start, inner, stop))
        start = stop + 1
    return pieces


def _indented_run(text: str, paragraphs: Sequence[tuple[int, int]], first: int) -> int:
    """Where the block of indented paragraphs that starts at ``first`` stops; ``first`` itself where none does."""
    if not first or text[paragraphs[first][0] - 1] not in " \t" or not _introduces(text, *paragraphs[first - 1]):
        return first
    stop = first
    while stop < len(paragraphs) and stop - first <= MAX_PARAGRAPHS and _indent(text, paragraphs[stop][0]) >= MIN_INDENT:
        stop += 1
    certain = first < stop < len(paragraphs) and stop - first <= MAX_PARAGRAPHS and _is_prose(text, *paragraphs[first])
    return stop if certain else first


def _introduces(text: str, start: int, end: int) -> bool:
    return text[end - 1] == ":" and not _indent(text, start)


def _indent(text: str, start: int) -> int:
    """By how many characters the line of ``start`` is indented; 0 if something else precedes on it."""
    width, at = 0, start - 1
    while at >= 0 and text[at] in " \t" and width < 10 * MIN_INDENT:
        width += MIN_INDENT if text[at] == "\t" else 1
        at -= 1
    return width if at < 0 or text[at] in "\r\n" else 0


def _is_prose(text: str, start: int, end: int) -> bool:
    """No list item and no heading, but sentences: starts with a capital, ends with a stop."""
    if not text[start].isupper() or text[end - 1] not in ".!?…":
        return False
    return len(text[start : min(end, start + 400)].split(None, MIN_WORDS)) >= MIN_WORDS
