"""Quotations: everything in quotation marks, as a tree, each with the reason where it is no speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsclaims.find import signs
from newsclaims.find.block_quotes import BLOCK, find_block_quotes
from newsclaims.find.mended_marks import MarkMender
from newsclaims.find.quotation_marks import GLYPHS, Mark, MarkScanner
from newsclaims.find.quotation_tree import ParagraphTree, Piece, carry_on, in_pairs, join_reopened
from newsclaims.find.quotation_uses import TITLE, QuotationUses, Use
from newsclaims.language import Language
from newsclaims.model import Quotation
from newsclaims.spans import Span, around

TABLE = "table"
LOOSE = " ,.;:!?"
MANY_MARKS = 100
NO_FAMILIES = frozenset[str]()
CROWDED = 5
"""Characters to a mark: a paragraph, or a text, of many marks with fewer is no prose."""


class QuotationFinder:
    """Finds the quotations of a text.

    Marks are paired by kind within their paragraph by the cheapest reading (``quotation_roles``). A
    quotation left open is carried on where the next paragraph reopens it; where none does, it ends with its
    paragraph and ``closed`` is false.

    >>> from newsclaims.language import load_language
    >>> text = 'The mayor of Orrel called it “a ‘bad’ week”.'
    >>> [q.span.text for q in QuotationFinder(load_language("en")).find(text, [(0, len(text))])]
    ['“a ‘bad’ week”', '‘bad’']
    """

    def __init__(self, language: Language) -> None:
        self._scanner = MarkScanner(language)
        self._uses = QuotationUses(language)
        self._mender = MarkMender(language)
        self._visible = re.compile(rf"[^\s{re.escape(GLYPHS)}]")

    def find(
        self, text: str, paragraphs: Sequence[tuple[int, int]], crowded: list[int] | None = None, seen: str | None = None
    ) -> tuple[Quotation, ...]:
        """The quotations of ``text`` by start, outer ones first; ``paragraphs`` are trimmed half-open ranges in order.

        In a paragraph with a mark every few characters the marks are paired as they come and nobody is quoted; the indices
        of such paragraphs are added to ``crowded``. ``seen`` is the text as :func:`~newsclaims.readable.readable` gives it.
        """
        seen = text if seen is None else seen
        pieces = self._pieces(seen, paragraphs, [] if crowded is None else crowded)
        firsts = [piece for piece in pieces if self._is_quotation(seen, piece)]
        firsts.sort(key=lambda piece: (piece.start, -piece.chain[-1].end))
        index = {id(piece.chain): at for at, piece in enumerate(firsts)}
        found: list[Quotation] = []
        use: Use | None = None
        for piece in firsts:
            around = _index_around(piece, index)
            depth = 0 if around is None else found[around].depth + 1
            use = None if piece.reason else self._use(seen, piece.chain, use)
            chain = piece.chain if len(piece.chain) == 1 else [part for part in piece.chain if self._holds_words(seen, part)]
            reason = piece.reason if use is None else use.reason
            found.append(_quotation(text, chain, around, depth, reason, closed=piece.chain[-1].closed))
        return tuple(_with_titles(found))

    def _pieces(self, text: str, paragraphs: Sequence[tuple[int, int]], crowded: list[int]) -> list[Piece]:
        marks = self._marks(text, paragraphs)
        found: list[Piece] = []
        total = sum(map(len, marks))
        few = 0 if total > MANY_MARKS and len(text) < CROWDED * total else MANY_MARKS  # in a table of many lines each has few marks
        for at in [at for at, here in enumerate(marks) if len(here) > few and _is_crowded(here, *paragraphs[at])]:
            found += in_pairs(marks[at], TABLE)
            marks[at] = []
            crowded.append(at)
        blocks = find_block_quotes(text, paragraphs)
        earlier: ParagraphTree | None = None
        for at, (start, end) in enumerate(paragraphs):
            if not marks[at] and at not in blocks:
                earlier = None
                continue
            reopened = _opened_after(marks, paragraphs, at)
            tree = ParagraphTree(text, start, end).read(marks[at], reopened)
            if marks[at]:
                self._mender.mend(text, tree, marks[at], goes_on=bool(reopened))
            if earlier is not None and _same_block(blocks.get(at - 1), blocks.get(at)):
                carry_on(earlier, tree)
            join_reopened(tree, text)
            earlier = tree
            found += _inside_block(tree.pieces, blocks[at]) if at in blocks else tree.pieces
        return found

    def _marks(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> list[list[Mark]]:
        """The quotation marks of each paragraph."""
        glyphs = signs.by_stretch(signs.places(text, GLYPHS), paragraphs)
        return [self._scanner.scan(text, *bounds, here) if here else [] for bounds, here in zip(paragraphs, glyphs, strict=True)]

    def _is_quotation(self, text: str, piece: Piece) -> bool:
        """Not an apostrophe, and not empty; asked of the first piece of each chain."""
        if piece is not piece.chain[0] or piece.is_apostrophe:
            return False
        return self._holds_words(text, piece) or any(self._holds_words(text, part) for part in piece.chain)

    def _holds_words(self, text: str, piece: Piece) -> bool:
        begins = piece.inner_start < piece.inner_end and text[piece.inner_start].isalnum()  # nearly all do
        return begins or self._visible.search(text, piece.inner_start, piece.inner_end) is not None

    def _use(self, text: str, chain: Sequence[Piece], previous: Use | None) -> Use | None:
        first = chain[0]
        if len(chain) > 1 or first.family == BLOCK or not first.closed:
            return None
        return self._uses.find(text, first.start, first.inner_start, first.inner_end, first.end, previous)


def _with_titles(found: list[Quotation]) -> list[Quotation]:
    """The same, where the title of a work that one place shows is a title in every other."""
    titles = {_bare(each) for each in found if each.reason == TITLE}
    titles = {title for title in titles if " " in title}
    if not titles:
        return found
    return [attrs.evolve(each, reason=TITLE) if each.reason is None and _bare(each) in titles else each for each in found]


def _bare(quotation: Quotation) -> str:
    """What stands in the marks, without what closes a clause."""
    return quotation.contents[0].text.strip(LOOSE) if len(quotation.contents) == 1 else ""


def _index_around(piece: Piece, index: dict[int, int]) -> int | None:
    """The index of the quotation that a piece stands in."""
    parent = piece.parent
    while parent is not None and id(parent.chain) not in index:
        parent = parent.parent
    return None if parent is None else index[id(parent.chain)]


def _is_crowded(marks: list[Mark], start: int, end: int) -> bool:
    """Whether a paragraph has a mark every few characters, as tables and code have, which quote nobody."""
    return end - start < CROWDED * len(marks)


def _quotation(text: str, chain: Sequence[Piece], parent: int | None, depth: int, reason: str | None, *, closed: bool) -> Quotation:
    if len(chain) == 1:
        (piece,) = chain
        span = Span.of(text, piece.start, piece.end)
        return Quotation(span, (span,), (Span.of(text, piece.inner_start, piece.inner_end),), parent, depth, closed, reason)
    stretches = tuple([Span.of(text, piece.start, piece.end) for piece in chain])
    contents = tuple([Span.of(text, piece.inner_start, piece.inner_end) for piece in chain])
    return Quotation(around(text, stretches), stretches, contents, parent, depth, closed, reason)


def _opened_after(marks: Sequence[Sequence[Mark]], paragraphs: Sequence[tuple[int, int]], at: int) -> frozenset[str]:
    """The families of the opening marks that the paragraph after one starts with."""
    if at + 1 == len(paragraphs) or not marks[at + 1]:
        return NO_FAMILIES
    families, start = set(), paragraphs[at + 1][0]
    for mark in marks[at + 1]:
        if mark.start != start or mark.opens >= mark.closes:
            break
        families.add(mark.family)
        start = mark.end
    return frozenset(families)


def _same_block(earlier: list[Piece] | None, block: list[Piece] | None) -> bool:
    """Whether two paragraphs stand in the same block quote or in none; one of several lines is left to itself."""
    if earlier is None or block is None:
        return earlier is block
    return earlier[0].chain is block[0].chain and len(block) == 1


def _inside_block(pieces: list[Piece], block: list[Piece]) -> list[Piece]:
    """The pieces of a paragraph under the block quote they stand in, and the block itself."""
    for piece in pieces:
        if piece.parent is None:
            piece.parent = next((line for line in block if line.inner_start <= piece.start and piece.end <= line.end), None)
    return sorted([*block, *pieces], key=lambda piece: (piece.start, -piece.end))
