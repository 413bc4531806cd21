"""Sentences: exact, ordered, never across paragraphs.

One scan finds the marks that may end a sentence. An ordinary word before the full stop and a capital after it
settle most of them here; :mod:`newsclaims.find.sentence_ends` settles the rest with nltk's Punkt engine.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from newsclaims.find import signs
from newsclaims.find.list_items import ListItems, Lists
from newsclaims.find.sentence_ends import DASHES, QUOTE_MARKS, Mark, SentenceEnds
from newsclaims.language import Language
from newsclaims.model import Quotation, Sentence
from newsclaims.readable import FILLER
from newsclaims.spans import Bounds, Span

FINAL = ".!?…‽。．？！｡—―-"
MARKS = rf"""([{FINAL}]+(?:[ \xa0]\.(?!\.))*)((?:["'”’»›〉」』)\]}}{FILLER}]|[«‹“‘](?=[\s,;]|\Z))*)(?:\[\d{{1,3}}\])*"""
FOOTNOTE = r"\d{1,3}(?:[ ,–-]\d{1,3}){0,9}(?=\s{1,20}[^\W\d_a-z])"
PLAIN_MARKS = ".?!"
WIDE_MARKS = "。．？！｡"  # written without a space after them
BRACKETS = (("(", ")"), ("[", "]"))
BRACKET_REACH = 400  # characters a parenthesis may hold before it stops binding
CAPTION_LENGTH = 300  # characters
CREDIT_LENGTH = 80  # characters from the label to the end of the caption
LETTERS_BEFORE = 4  # of a name before a full stop without a space: enough to be no initial and no title
ORDINARY_REACH = 24  # characters looked at for an ordinary word


class SentenceFinder:
    """Splits paragraphs into sentences.

    The engine is Punkt (Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection") with the
    parameters of ``language``. Safe to share between threads.
    """

    def __init__(self, language: Language) -> None:
        self._ends = SentenceEnds(language)
        self._special = self._ends.special
        self._items = ListItems()
        self._marks = re.compile(MARKS)
        self._footnote = re.compile(FOOTNOTE)
        labels = "|".join(sorted(map(re.escape, language.words("credit_labels"))))
        self._credits = re.compile(rf"\s({labels}):\s")

    def find(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        quotations: Sequence[Quotation],
        *,
        quotes: Literal["split", "keep"] = "split",
    ) -> list[Bounds]:
        """The sentences as (start, end, index of the paragraph), trimmed, in text order.

        ``quotes="keep"`` leaves a quotation of several sentences in one piece, ``"split"`` cuts inside it.

        >>> from newsclaims.language import load_language
        >>> text = "Gov. Lee left. He came back."
        >>> SentenceFinder(load_language("en")).find(text, [(0, len(text))], ())
        [(0, 14, 0), (15, 28, 0)]

        Raises:
            ValueError: ``quotes`` is neither of the two.
        """
        if quotes not in ("split", "keep"):
            raise ValueError(f"quotes must be 'split' or 'keep', not {quotes!r}")
        kept = _kept(quotations) if quotes == "keep" else ([], [])
        sentences: list[Bounds] = []
        marks = signs.by_stretch(signs.places(text, FINAL), paragraphs)
        for index, (start, end) in enumerate(paragraphs):
            begin = start
            for stop, following in self._cuts(text, start, end, marks[index]):
                if kept[0] and (_is_inside(kept, stop) or _is_aside(text, stop, following)):
                    continue
                sentences.append((begin, stop, index))
                begin = following
            sentences.append((begin, end, index))
        return sentences

    def _cuts(self, text: str, begin: int, end: int, marks: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Where a sentence of the paragraph ends and where the next one begins, pair by pair; ``marks`` are those that may end one."""
        done = begin
        lists: Lists | None = None  # read once it is asked for
        items: list[int] = []
        if self._items.may_start(text, begin, end):
            lists = self._items.read(text, begin, end)
            items = lists.find(begin)[::-1]  # the last one first
        items = items or self._credit(text, begin, end)
        for mark in marks:
            if mark < done or (text[mark] in DASHES and text[mark + 1 : mark + 2].isalnum()):  # "long-standing"
                continue
            while items and items[-1] <= mark:
                item = items.pop()
                if item > begin:
                    begin = item
                    yield _trimmed(text, item), item
            cut, done = self._cut_at(text, begin, mark, end)
            if done >= end:
                break
            if cut is None:
                continue
            begin = _past_space(text, cut)
            yield cut, begin
            if not items and self._items.may_start(text, begin, end):
                lists = lists or self._items.read(text, begin, end)
                items = lists.find(begin)[::-1]
        for item in reversed(items):
            if item > begin:
                yield _trimmed(text, item), item

    def _credit(self, text: str, begin: int, end: int) -> list[int]:
        """Where the credit of a caption starts: "A bridge at dawn Photo: A. Lee"."""
        if end - begin > CAPTION_LENGTH or text.find(":", max(begin, end - CREDIT_LENGTH), end) < 0:
            return []
        match = self._credits.search(text, max(begin + 1, end - CREDIT_LENGTH), end)
        return [match.start(1)] if match else []

    def _cut_at(self, text: str, begin: int, mark: int, end: int) -> tuple[int | None, int]:
        """Where the sentence ends that began at ``begin``, if it ends at the marks that begin at ``mark``, and where these end."""
        if mark + 1 >= end:
            return None, end
        if self._is_plain(text, begin, mark, end):
            return None if _is_bracketed(text, begin, mark, end, "") else mark + 1, mark + 1
        match = self._marks.match(text, mark, end)
        if match is None or match.end() >= end:
            return None, end
        return self._cut(text, begin, end, match), match.end()

    def _cut(self, text: str, begin: int, end: int, match: re.Match[str]) -> int | None:
        """Where the sentence ends that began at ``begin``, if it ends at the marks of ``match``."""
        start, stop = match.span()
        if text[start] in DASHES and not match[2]:
            return None
        if not text[stop].isspace():
            return self._cut_without_space(text, begin, end, match)
        following = _past_space(text, stop + 1)
        if stop == start + 1 and text[following].isupper() and self._is_ordinary(text, begin, start):
            cut: int | None = stop
        else:
            cut = self._ends.at(text, Mark(begin, start, stop, following, match[1], match[2]), end)
        return None if cut is None or _is_bracketed(text, begin, start, end, match[2]) else cut

    def _is_plain(self, text: str, begin: int, mark: int, end: int) -> bool:
        """Whether just one mark stands between an ordinary word and a space with a capital, as most do."""
        if mark + 2 >= end or text[mark + 1] != " " or text[mark] not in PLAIN_MARKS or not text[mark + 2].isupper():
            return False
        return self._is_ordinary(text, begin, mark)

    def _is_ordinary(self, text: str, begin: int, at: int) -> bool:
        """Whether a word in small letters, no abbreviation, stands before the mark."""
        near = text[max(begin, at - ORDINARY_REACH) : at]
        word = near[near.rfind(" ") + 1 :]
        return len(word) > 1 and word.isalpha() and word.islower() and f"{word}." not in self._special

    def _after_footnote(self, text: str, start: int, stop: int, end: int) -> int | None:
        """Past the number of a note that stands right after the full stop: "spoke.2 Then"."""
        note = self._footnote.match(text, stop, end)
        return note.end() if note and (text[start - 1].islower() or text[start - 1] in ')]”"') else None

    def _cut_without_space(self, text: str, begin: int, end: int, match: re.Match[str]) -> int | None:
        """A sentence may end without a space after it: "spoke.Then", "spoke.2 Then", wide marks."""
        start, stop = match.span()
        following = text[stop]
        if text[match.end(1) - 1] in WIDE_MARKS:
            return stop
        if text[start] == "." and following.isdigit():
            return self._after_footnote(text, start, stop, end)
        begins = following in "“‘«" or (following.isupper() and text[stop + 1 : stop + 2].islower())
        if start == begin or text[start] in DASHES or not begins:
            return None
        ordinary = self._is_ordinary(text, begin, start) or text[start - 1].isdigit()
        named = text[max(begin, start - LETTERS_BEFORE) : start].isalpha() and self._ends.between_words(text, stop, end)
        return stop if ordinary or named else None


def _trimmed(text: str, at: int) -> int:
    """The end of the visible text before an offset."""
    while text[at - 1].isspace():
        at -= 1
    return at


def _past_space(text: str, at: int) -> int:
    """The next visible character; a paragraph ends in one."""
    while text[at].isspace():
        at += 1
    return at


def _is_bracketed(text: str, begin: int, at: int, end: int, closing: str) -> bool:
    """Whether the mark stands in a bracket that opened inside the sentence and does not close with it."""
    low = max(begin + 1, at - BRACKET_REACH)
    if text.rfind("(", low, at) < 0 and text.rfind("[", low, at) < 0:  # as nearly always
        return False
    for opening, close in BRACKETS:
        opened = -1 if close in closing else text.rfind(opening, low, at)
        if opened >= 0 and text.find(close, opened, at) < 0:
            return text.find(close, at, min(end, at + BRACKET_REACH)) >= 0  # a stray one binds nothing
    return False


def _kept(quotations: Sequence[Quotation]) -> tuple[list[int], list[int]]:
    """Starts and ends of the stretches that are not cut: those of outermost quotations that close."""
    stretches = sorted((s.start, s.end) for q in quotations if q.depth == 0 and q.closed for s in q.stretches)
    return [start for start, _ in stretches], [end for _, end in stretches]


def _is_aside(text: str, stop: int, following: int) -> bool:
    """Whether a remark in brackets comes after a quotation: “Onward!” (No reply came.)"""
    return text[following] == "(" and text[stop - 1] in QUOTE_MARKS


def _is_inside(kept: tuple[list[int], list[int]], at: int) -> bool:
    starts, ends = kept
    near = bisect.bisect_left(starts, at) - 1
    return near >= 0 and at < ends[near]


def public(text: str, sentences: Iterable[Bounds]) -> tuple[Sentence, ...]:
    """The sentences as they are handed out."""
    return tuple(Sentence(Span.of(text, start, end), paragraph) for start, end, paragraph in sentences)
