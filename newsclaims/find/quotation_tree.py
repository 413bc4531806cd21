"""From marks with roles to the pieces of quotations, paragraph by paragraph, one inside another."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from newsclaims.find.quotation_marks import NEVER, SINGLE, Mark
from newsclaims.find.quotation_roles import Role, are_plain, read_roles

STOPS = ".!?…'’"
MAX_DEPTH = 8
"""Quotations nested deeper than this are left out."""
MAX_SINGLES = 2
"""So many single quotations, one right inside another, are kept open; an older one was an apostrophe."""


@attrs.define(eq=False)
class Piece:
    """What one pair of marks holds: ``start:end`` with the marks, ``inner_start:inner_end`` without.

    ``chain`` is the whole quotation that the piece belongs to: one piece, or one a paragraph. All pieces of it
    share the same list. ``reason`` says why it is no speech, where that needs no look at its words.
    """

    family: str
    start: int
    inner_start: int
    parent: Piece | None
    inner_end: int = -1
    end: int = -1
    closed: bool = False
    chain: list[Piece] = attrs.field(factory=list, repr=False)
    reason: str | None = None

    def __attrs_post_init__(self) -> None:
        self.chain.append(self)

    def ends_at(self, inner_end: int, end: int, *, closed: bool) -> None:
        """Sets where the piece ends."""
        self.inner_end, self.end, self.closed = inner_end, end, closed

    def carries_on(self, earlier: Piece) -> None:
        """Makes this piece the next stretch of the quotation that ``earlier`` left open."""
        self.chain = earlier.chain
        self.chain.append(self)

    @property
    def is_apostrophe(self) -> bool:
        """A single mark that is never closed opens nothing."""
        return self.family == SINGLE and not self.chain[-1].closed


class ParagraphTree:
    """The pieces of one paragraph, ``text[start:end]``, in text order; ``left_open`` those still open at its end."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.pieces: list[Piece] = []
        self.left_open: list[Piece] = []
        self.start = start
        self._text, self._end = text, end

    def read(self, marks: Sequence[Mark], reopened: frozenset[str]) -> ParagraphTree:
        """Pairs ``marks``; ``reopened`` are the families of marks that the next paragraph opens with."""
        if marks and marks[0].family != SINGLE and are_plain(marks):
            for opening, closing in zip(marks[::2], marks[1::2], strict=True):
                self.pieces.append(Piece(opening.family, opening.start, opening.end, None, closing.start, closing.end, closed=True))
            return self
        roles = _roles(marks, reopened)
        surer = _surer_ahead(marks, roles)
        for mark, role, wait in zip(marks, roles, surer, strict=True):
            if role == "stray" or (mark.family == SINGLE and self._is_apostrophe(mark, role, wait)):
                continue
            if role != "open":
                self._close(mark, closed=role == "close")
            if role != "close":
                self._open(mark)
        for piece in self.left_open:
            piece.ends_at(self._end, self._end, closed=False)
        return self

    def starts_speech(self, piece: Piece) -> bool:
        """Whether ``piece`` starts the paragraph, follows a comma or colon, or begins a sentence; elsewhere no speech is left open."""
        start = self.start if piece.parent is None else piece.parent.inner_start
        before = self._trimmed(start, piece.start)
        begins = self._text[piece.inner_start : piece.inner_start + 1].isupper()
        return before == start or self._text[before - 1] in (",:.!?" if begins else ",:")

    def _is_apostrophe(self, mark: Mark, role: Role, wait: bool) -> bool:
        """Whether a single mark neither opens nor closes: one that is doubtful opens nothing inside single marks ('cause)."""
        if role == "close":
            return not self._closes_single(mark, wait)
        return bool(mark.opens and self.left_open) and self.left_open[-1].family == SINGLE

    def _closes_single(self, mark: Mark, wait: bool) -> bool:
        """A single mark closes only what is innermost, and a doubtful one only if no surer one follows."""
        return bool(self.left_open) and self.left_open[-1].family == SINGLE and not (mark.closes and wait)

    def _open(self, mark: Mark) -> None:
        stack = self.left_open
        if mark.family == SINGLE and [piece.family for piece in stack[-MAX_SINGLES:]] == [SINGLE] * MAX_SINGLES:
            dropped = stack.pop(-MAX_SINGLES)
            stack[-1].parent = dropped.parent
            dropped.ends_at(mark.start, mark.start, closed=False)
        if len(stack) < MAX_DEPTH:
            stack.append(Piece(mark.family, mark.start, mark.end, stack[-1] if stack else None))
            self.pieces.append(stack[-1])

    def _close(self, mark: Mark, *, closed: bool) -> None:
        """Ends the innermost piece of the mark's family and all inside it; ``closed`` false: just before the mark."""
        stack = self.left_open
        level = next((at for at in reversed(range(len(stack))) if stack[at].family == mark.family), None)
        if level is None:
            return
        for piece in stack[level + 1 if closed else level :]:
            end = self._trimmed(piece.inner_start, mark.start)
            piece.ends_at(end, end, closed=False)
        if closed:
            stack[level].ends_at(mark.start, mark.end, closed=True)
        del stack[level:]

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return end


def in_pairs(marks: Sequence[Mark], reason: str) -> list[Piece]:
    """The pieces of a paragraph that is no prose: each mark with the next of its family, what is between them unread."""
    pieces: list[Piece] = []
    for mark in marks:
        if not pieces or pieces[-1].closed:
            pieces.append(Piece(mark.family, mark.start, mark.end, None, reason=reason))
        elif pieces[-1].family == mark.family:
            pieces[-1].ends_at(mark.start, mark.end, closed=True)
    return [piece for piece in pieces if piece.closed]


def carry_on(earlier: ParagraphTree, tree: ParagraphTree) -> None:
    """Joins what ``earlier`` leaves open with what ``tree``, the next paragraph, opens with: “‘ goes on with “‘."""
    still_open = [piece for piece in earlier.left_open if piece.family != SINGLE or earlier.starts_speech(piece)]
    at, outer = tree.start, None
    for before, piece in zip(still_open, tree.pieces, strict=False):
        if piece.start != at or piece.family != before.family or piece.parent is not outer:
            return
        piece.carries_on(before)
        at, outer = piece.inner_start, piece


def join_reopened(tree: ParagraphTree, text: str) -> None:
    """Joins what is left open where the same mark opens again with what that opens: "It rained. "It poured," she said."""
    for before, piece in itertools.pairwise(tree.pieces):
        apart = before.closed or before.family != piece.family or before.parent is not piece.parent or len(piece.chain) > 1
        if not apart and before.end <= piece.start and text[before.end : piece.start].isspace() and text[before.end - 1] in STOPS:
            piece.carries_on(before)


def _roles(marks: Sequence[Mark], reopened: frozenset[str]) -> list[Role]:
    """The role of each mark: singles by their shape, each other family by its cheapest reading."""
    roles: list[Role] = ["close" if mark.opens == NEVER else "open" for mark in marks]
    for family in {mark.family for mark in marks} - {SINGLE}:
        places = [at for at, mark in enumerate(marks) if mark.family == family]
        for at, role in zip(places, read_roles([marks[at] for at in places], continued=family in reopened), strict=True):
            roles[at] = role
    return roles


def _surer_ahead(marks: Sequence[Mark], roles: Sequence[Role]) -> list[bool]:
    """For each mark, whether a sure closing single mark follows before anything opens or another family closes."""
    ahead, surer = False, list[bool]()
    for mark, role in zip(reversed(marks), reversed(roles), strict=True):
        surer.append(ahead)
        if role == "stray":
            continue
        if role != "close" or mark.family != SINGLE:
            ahead = False
        elif not mark.closes:
            ahead = True
    surer.reverse()
    return surer
