"""Marks that are missing, mended where a speech tag shows where they would stand: "We lost, said Vane. / We lost," said Vane."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from newsclaims.find.quotation_marks import SINGLE, Mark
from newsclaims.find.quotation_tree import ParagraphTree, Piece
from newsclaims.language import Language

NAME = r"[^\W\d_a-z][\w.'’-]{0,30}(?:\s[^\W\d_a-z][\w.'’-]{0,30}){0,3}"
BEFORE_TAG = ",?!"


class MarkMender:
    """Finds where a quotation ends that is never closed, and where one begins that was never opened, within their paragraph."""

    def __init__(self, language: Language) -> None:
        self._language = language

    @functools.cached_property
    def _tag(self) -> re.Pattern[str]:
        """A speech tag: "said Tom Abney", "she added", "the mayor said"."""
        verbs = "|".join(sorted(self._language.words("speech_tag_verbs")))
        pronouns = "|".join(sorted(self._language.words("person_pronouns")))
        articles = "|".join(sorted(self._language.words("articles")))
        return re.compile(
            rf"\s(?:(?:{verbs})\s(?:{NAME}|{articles})|(?:{pronouns}|{NAME}|(?:{articles})\s\w{{1,20}}(?:\s\w{{1,20}})?)\s(?:{verbs}))\b"
        )

    def mend(self, text: str, tree: ParagraphTree, marks: Sequence[Mark], *, goes_on: bool) -> None:
        """Mends the pieces of a paragraph; ``goes_on``: what is left open at its end is carried on in the next one."""
        for piece in tree.pieces:
            if not piece.closed and piece.family != SINGLE and not (goes_on and piece in tree.left_open):
                self._close(text, tree, piece)
        first = marks[0]
        if first.closes < first.opens and first.family != SINGLE and not (tree.pieces and tree.pieces[0].start <= first.start):
            self._open(text, tree, first)

    def _close(self, text: str, tree: ParagraphTree, piece: Piece) -> None:
        """Ends a piece at the comma before the first tag in it."""
        at = piece.inner_start
        while True:
            at = min((found for mark in BEFORE_TAG if (found := text.find(mark, at, piece.inner_end)) > 0), default=-1) + 1
            if not at:
                return
            if self._tag.match(text, at, piece.inner_end):
                break
        piece.ends_at(at, at, closed=False)
        if piece in tree.left_open:
            tree.left_open.remove(piece)

    def _open(self, text: str, tree: ParagraphTree, mark: Mark) -> None:
        """Begins a piece at the head of the paragraph whose first mark closes it, with a tag after it."""
        if text[mark.start - 1] in BEFORE_TAG and self._tag.match(text, mark.end):
            piece = Piece(mark.family, tree.start, tree.start, None)
            piece.ends_at(mark.start, mark.end, closed=True)
            tree.pieces.insert(0, piece)
