"""Quotation marks of a text, each with how well its surroundings suit an opening and a closing one."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from newsclaims.language import Language
from newsclaims.readable import FILLER

NEVER = 99.0
"""The cost of a reading that is ruled out."""
STRAY = 1.2
"""What it costs to leave a mark unpaired; every other cost is set against this one."""
INCHES = 0.3
"""The same for a straight mark after a digit: 5" may be a measure, unless a quotation is open."""
AGAINST_SHAPE = 1.0
NEVER_CLOSES = 2.2
"""A straight mark between a space and a capital closes nothing."""
AGAINST_GLYPH = 0.9
POSSESSIVE = 0.5

SINGLE = "single"
_FAMILIES = {
    "double": '"“”„‟',
    "guillemet": "«»",
    "angle": "‹›",
    "corner": "「」",
    "white corner": "『』",
    SINGLE: "'‘’‚‛`",
}
_FAMILY = {glyph: family for family, glyphs in _FAMILIES.items() for glyph in glyphs}
GLYPHS = "".join(_FAMILY)
_STYLE = {"“": "curly", "”": "curly", "„": "curly", "‟": "curly"}
_SINGLES = frozenset(_FAMILIES[SINGLE])
_GUILLEMETS = frozenset("«»‹›")
_OPENERS = frozenset("“„«‹「『")
_CLOSERS = frozenset("”»›」』")
_SINGLE_OPENERS = frozenset("'‘‚‛`")
_SINGLE_CLOSERS = frozenset("'’‘")

_NEUTRAL = frozenset(f"-–—―*_…{FILLER}") | frozenset(_FAMILY)
Side: TypeAlias = Literal["boundary", "word", "neither"]
"""What stands on a side of a mark: a space, the end or a bracket; a word or its punctuation; a dash or another mark."""
BOUNDARY: Final = "boundary"
WORD: Final = "word"
NEITHER: Final = "neither"
_BEFORE = frozenset("([{<=>/")
_AFTER = frozenset(".,;:!?)]}></")
_STOPS = frozenset(".,;:!?…)]")

MOST_NEIGHBOURS = 1024
"""So many marks between two characters are kept with what they can be; few come often."""
EDGE = "\n"
"""Stands for what is beyond a paragraph."""
LONGEST_CLIPPED = 4
"""Letters that are left of a clipped word."""
_SPEECH_LEAD = frozenset(".,:;!?)\"'”’")
_LONGEST_RUN = 3
"""More of the same mark in a row is an ornament."""


class Mark(NamedTuple):
    """One quotation mark: ``text[start:end]``, its family, and the cost of each reading (0: fits).

    ``style`` tells straight marks from curly ones, which may stand inside each other.
    """

    start: int
    end: int
    family: str
    opens: float
    closes: float
    stray: float = STRAY
    style: str = ""


class MarkScanner:
    """Finds the quotation marks of a paragraph and leaves out what only looks like one.

    Apostrophes, decades ('90s), clipped words ('em), feet and inches, minutes and seconds of arc,
    and ornaments (rows of marks) are no quotation marks.
    """

    def __init__(self, language: Language) -> None:
        self._elisions = language.words("quotation_elisions")
        self._endings = tuple(language.words("quotation_apostrophe_endings"))
        self._doubtful = language.words("quotation_doubtful_elisions")
        self._clipped = language.words("quotation_clipped_words")
        self._measure = re.compile(r"\d[′'’][ \u00a0]?[\d.,/]{1,5}\Z")
        self._word = re.compile(r"\w{1,9}")
        self._decade = re.compile(r"\d\d(?:s|\b)")

    def scan(self, text: str, start: int, end: int, glyphs: Sequence[int]) -> list[Mark]:
        """The marks of ``text[start:end]`` in order; nothing outside is looked at. ``glyphs`` tells where one of ``GLYPHS`` stands."""
        found: list[Mark] = []
        done = start
        for at in glyphs:
            if at < done:
                continue
            done = at + 1
            glyph = text[at]
            if glyph in _SINGLES and start < at < end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum():
                continue  # the apostrophe of "don't"
            if glyph == text[at + 1 : at + 2] and done < end:
                done = self._run_end(text, at, end)
                found += self._run(text, at, done, start, end)
            elif glyph in _SINGLES:
                done = self._single(found, text, at, start, end)
            else:
                mark = self._double(text, at, _past_filler(text, at + 1, end), start, end)
                if mark is not None:
                    found.append(mark)
        return found

    def _run_end(self, text: str, at: int, end: int) -> int:
        stop = at + 1
        while stop < end and text[stop] == text[at]:
            stop += 1
        return stop

    def _run(self, text: str, at: int, stop: int, start: int, end: int) -> list[Mark]:
        """The marks of a row of equal glyphs: '' and `` are one double mark, ''' a double and a single one."""
        if stop - at > _LONGEST_RUN:
            return []
        if text[at] not in "'`’‘":
            marks = [self._double(text, i, i + 1, start, end) for i in range(at, stop)]
            return [mark for mark in marks if mark is not None]
        if stop - at == 2 and not self._opens_elision(text, at, stop, end):
            return [self._priced(text, at, stop, start, end)]
        found: list[Mark] = []
        opening = _before(text, at, start) == BOUNDARY
        if stop - at == 2:
            found.append(Mark(at, at + 1, SINGLE, 0.0, NEVER))
        elif opening:
            found.append(self._priced(text, at, at + 2, start, end))
            self._single(found, text, at + 2, start, end)
        else:
            self._single(found, text, at, start, end)
            found.append(self._priced(text, at + 1, stop, start, end))
        return found

    def _opens_elision(self, text: str, at: int, stop: int, end: int) -> bool:
        """Whether a row of two is an opening mark and an apostrophe, and no double mark closes again: ''Tis late,' she said."""
        word = self._word.match(text, stop, end)
        return word is not None and word.group().lower() in self._elisions and text[at] * 2 not in text[stop:end]

    def _double(self, text: str, at: int, stop: int, start: int, end: int) -> Mark | None:
        before = text[at - 1] if at > start else EDGE if at else ""
        after = text[stop] if stop < end else EDGE
        if after == "." and text.startswith("..", stop):
            after = "…"
        mark = Mark(at, stop, *_reading_between(before + text[at] + after))
        if text[at] not in '"”' or not before.isdecimal():
            return mark
        if self._measure.search(text, max(start, at - 8), at):
            return None
        return mark._replace(stray=INCHES) if text[at] == '"' else mark

    def _priced(self, text: str, at: int, stop: int, start: int, end: int) -> Mark:
        return Mark(at, stop, *_reading(text[at], _before(text, at, start), _after(text, stop, end)))

    def _single(self, found: list[Mark], text: str, at: int, start: int, end: int) -> int:
        """Adds the single mark at ``at`` unless it is an apostrophe; returns where to read on."""
        glyph = text[at]
        before, after = _before(text, at, start), _after(text, at + 1, end)
        if before == WORD and after == WORD:
            return at + 1
        if before != WORD and after != BOUNDARY:
            return self._single_opener(found, text, at, end)
        if before != BOUNDARY and glyph in _SINGLE_CLOSERS and not self._is_foot_mark(text, at, end):
            found.append(Mark(at, at + 1, SINGLE, NEVER, self._closing_cost(text, at, start, end)))
        return at + 1

    def _single_opener(self, found: list[Mark], text: str, at: int, end: int) -> int:
        glyph = text[at]
        word = self._word.match(text, at + 1, end)
        if word and word.group().lower() in self._elisions:
            apostrophe = len(word.group()) == 1 and text[word.end() : word.end() + 1] in _SINGLE_CLOSERS
            return word.end() + 1 if apostrophe and word.end() < end else at + 1  # the second of rock 'n' roll
        decade = self._decade.match(text, at + 1, end)
        dated = decade is not None and (decade.group().endswith("s") or (glyph == "'" and not _begins_speech(text, at)))
        if glyph in _SINGLE_OPENERS and not dated:
            doubtful = word is not None and word.group() in self._doubtful
            found.append(Mark(at, at + 1, SINGLE, POSSESSIVE if doubtful else 0.0, NEVER))
        return at + 1

    def _is_foot_mark(self, text: str, at: int, end: int) -> bool:
        follows = text[at + 1 : min(at + 3, end)].lstrip()[:1]
        return text[at - 1].isdecimal() and follows.isdecimal()

    def _closing_cost(self, text: str, at: int, start: int, end: int) -> float:
        """0 for a sure closing mark, more where it may be the apostrophe of a possessive (the voters' choice)."""
        if at + 1 >= end or text[at - 1] in _STOPS or not text[at + 1].isspace():
            return 0.0
        if text[max(start, at - 2) : at].endswith(self._endings):
            return POSSESSIVE
        near = text[max(start, at - LONGEST_CLIPPED - 1) : at]
        return POSSESSIVE if near[near.rfind(" ") + 1 :].lower() in self._clipped else 0.0


def _begins_speech(text: str, at: int) -> bool:
    """Whether words in marks can begin at ``at``: at the head of a line, or after a stop: said: '90 per cent"""
    before = text[max(0, at - 3) : at].rstrip(" ")
    return at == 0 or before.endswith("\n") or before[-1:] in _SPEECH_LEAD


def _past_filler(text: str, at: int, end: int) -> int:
    """Past what a mark is written with beside its first character: ``&ldquo;``."""
    while at < end and text[at] == FILLER:
        at += 1
    return at


def _before(text: str, at: int, start: int) -> Side:
    """What stands before a mark."""
    if at <= start:
        return BOUNDARY
    char = text[at - 1]
    if char.isalnum():
        return WORD
    if char.isspace() or char in _BEFORE:
        return BOUNDARY
    return NEITHER if char in _NEUTRAL and char != "…" else WORD


def _after(text: str, at: int, end: int) -> Side:
    """What stands after a mark, in the terms of :func:`_before`."""
    if at >= end:
        return BOUNDARY
    char = text[at]
    if char.isalnum():
        return WORD
    if char == "." and text.startswith("..", at):
        return NEITHER
    if char.isspace() or char in _AFTER:
        return BOUNDARY
    return NEITHER if char in _NEUTRAL else WORD


@functools.cache
def _reading(glyph: str, before: Side, after: Side) -> tuple[str, float, float, float, str]:
    """The family of a double mark between two neighbours, the cost of each reading, and the style."""
    family = "double" if glyph in "'’‘`" else _FAMILY[glyph]
    shape = _shape(before, after)
    if glyph in _OPENERS or glyph == "`":
        opens, closes = (0.4, AGAINST_GLYPH) if shape == "closes" else (0.0, 2.0)
        if glyph in _GUILLEMETS and shape == "closes":  # »It rained,« as some print them
            opens, closes = closes, opens
    elif glyph in _CLOSERS:
        opens, closes = (AGAINST_GLYPH, 0.4) if shape == "opens" else (2.0, 0.0)
        if glyph in _GUILLEMETS and shape == "opens":
            opens, closes = closes, opens
    else:
        opens, closes = (AGAINST_SHAPE if shape == other else 0.0 for other in ("closes", "opens"))
    return family, opens, closes, STRAY, _STYLE.get(glyph, "")


@functools.lru_cache(MOST_NEIGHBOURS)
def _reading_between(signs: str) -> tuple[str, float, float, float, str]:
    """The same for a double mark with the character after it and the one before it, where there is any."""
    before, glyph, after = signs[:-2], signs[-2], signs[-1]
    family, opens, closes, stray, style = _reading(glyph, _before(before, len(before), 0), _after(after, 0, 1))
    if glyph == '"' and closes == AGAINST_SHAPE and after.isupper() and before.isspace():  # It rained. "It poured.
        closes = NEVER_CLOSES
    return family, opens, closes, stray, style


def _shape(before: Side, after: Side) -> str:
    """Whether a mark with these neighbours "opens", "closes" or could do "either"."""
    if before == after:
        return "either"
    if before == BOUNDARY or after == WORD:
        return "opens"
    return "closes"
