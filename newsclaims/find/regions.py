"""Regions: what each paragraph of an article is: running text, or a headline, a caption, a credit, a label, a button.

Pages bring more than the report: captions, credits, share lines, links to other articles. People named there are not being
spoken of, and nobody there is quoted. What tells them is their form (no final stop, no verb of their own, capitals, a bar, an
at-sign, a year of copyright), the words they begin with, and what stands next to them. Each paragraph is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from newsclaims.find.list_items import ENUMERATOR, SIGN
from newsclaims.language import Language
from newsclaims.model import RegionKind

ENDS = ".?!…"
CLOSERS = "”’\"')]»"
STOPPED = ENDS + CLOSERS
QUOTES = '“”"«»'
BULLETS = "•⁃▪●◦‣*-–—·"
LONGEST_LINE = 200  # characters; furniture is short
LONGEST_CAPTION = 320
MOST_NAMES = 5
FEW_WORDS, SOME_WORDS, MANY_WORDS = 6, 12, 25
FEWEST_IN_TITLE_CASE = 4
TITLE_CASE = 0.8  # of the longer words
LONG_WORD = 3  # letters; shorter ones have no capital in a title
OPENING = 2  # paragraphs that may be the headline and the line below it
LONGEST_OPENER = 4  # words
LONGEST_CREDIT = 80  # characters
CAPITAL_WORD = r"[A-Z][\w.'’-]{0,30}"

# What is matched at the beginning of a line
SLASHED = r"[A-Z][^/\n]{1,40}/\s?[A-Z][^/\n]{1,40}(?:/[^/\n]{1,40})?$"
ADDRESS = r"[^\s@]{1,60}@[^\s@]{1,60}$"
SIGNED = rf"[-–—]\s?{CAPITAL_WORD}(?:\s{CAPITAL_WORD}){{0,3}}(?:\s\(@\w{{1,40}}\).{{0,40}})?$"
ITEM = rf"{SIGN}|(?:{ENUMERATOR})\s"

# A member of an enum takes long to come by.
BYLINE: Final = RegionKind.BYLINE
CAPTION: Final = RegionKind.CAPTION
CREDIT: Final = RegionKind.CREDIT
HEADLINE: Final = RegionKind.HEADLINE
LABEL: Final = RegionKind.LABEL
LIST_ITEM: Final = RegionKind.LIST_ITEM
PROMOTION: Final = RegionKind.PROMOTION
SHARE_LINE: Final = RegionKind.SHARE_LINE
TEXT: Final = RegionKind.TEXT

Paragraph = tuple[int, int]


class Clauses(Protocol):
    """What is asked about the words of the paragraph with an index."""

    def has_verb(self, paragraph: int) -> bool:
        """Whether it has a finite verb in a main clause."""

    def is_told(self, paragraph: int) -> bool:
        """Whether something is said in it."""

    def is_scene(self, paragraph: int) -> bool:
        """Whether it tells what is to be seen, in the present tense, as captions do."""


class Line:
    """A short paragraph with its words, and what stands before it."""

    __slots__ = ("alone", "at", "bare", "before", "introduced", "stopped", "text", "words")

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], at: int, kinds: Sequence[RegionKind]) -> None:
        self.text = text[slice(*paragraphs[at])]
        self.words = self.text.split()
        self.at = at
        self.alone = len(paragraphs) == 1
        self.bare = self.text.strip("()[] ").lower()
        self.stopped = _is_stopped(self.text)
        self.before = kinds[-1] if kinds else None
        above = text[slice(*paragraphs[at - 1])] if at else ""
        listed = self.before is LIST_ITEM and above[0].isupper()
        self.introduced = self.text[0].isupper() and (listed or (self.before is TEXT and above.endswith(":")))

    @property
    def is_cut(self) -> bool:
        """Whether it goes on elsewhere, or is too long for a line of its own."""
        if len(self.words) > SOME_WORDS and any(end in self.text for end in (". ", "” ", "? ")):
            return True
        return (
            self.text.endswith((":", ",", ";", "—", "–"))
            or self.text[0] in QUOTES
            or self.text[0].islower()
            or len(self.text) > LONGEST_LINE
        )


class RegionFinder:
    """Tells what each paragraph is, with the words of a language."""

    def __init__(self, language: Language) -> None:
        self._promotion = language.words("promotion_openers")
        self._share = language.words("share_words")
        self._byline = language.words("byline_openers")
        self._writers = language.words("byline_nouns")
        self._credit = language.words("credit_openers")
        self._given = language.words("given_names")
        self._prepositions = language.words("label_prepositions")
        self._people = language.words("person_nouns")
        self._credits = tuple(sorted(word.capitalize() for word in language.words("credit_endings")))
        months = sorted((re.escape(month) for month in language.words("months")), key=len, reverse=True)
        month = f"(?:{'|'.join(months)})"
        self._date = re.compile(
            rf"(?:{month}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{month},?\s\d{{4}}|\d{{1,2}}[:.]\d{{2}}(?:\s?[AaPp]\.?[Mm]\.?)?)(?!\w)"
        )
        self._slashed = re.compile(SLASHED)
        self._address = re.compile(ADDRESS)
        self._signed = re.compile(SIGNED)
        self._item = re.compile(ITEM)

    def find(self, text: str, paragraphs: Sequence[Paragraph], clauses: Clauses) -> tuple[RegionKind, ...]:
        """The kind of each paragraph.

        ``clauses`` is asked about the words of a paragraph only where the form does not decide.
        """
        kinds: list[RegionKind] = []
        for at, (start, end) in enumerate(paragraphs):
            if end - start > LONGEST_CAPTION:
                kinds.append(TEXT)
            elif text[end - 1] in STOPPED and text[start] not in "([" and _is_stopped(text[start:end]):
                kinds.append(self._stopped(text[start:end], at))
            else:
                kinds.append(self._kind(Line(text, paragraphs, at, kinds), clauses))
        for at in range(1, len(kinds) - 1):
            credited = kinds[at + 1] is CREDIT and text[paragraphs[at + 1][0]] not in "(["
            if credited and self._is_scene(kinds[at], text[slice(*paragraphs[at])], at, clauses):
                kinds[at] = CAPTION
        return tuple(kinds)

    def _stopped(self, line: str, at: int) -> RegionKind:
        """What a line with a final stop is: a caption with its credit, an item of a list, else running text."""
        if at and (line[-1] in ")]" or ": " in line[-LONGEST_CREDIT:]) and self._is_credited(line):
            return CAPTION
        return LIST_ITEM if not line[0].isupper() and self._item.match(line) else TEXT

    def _kind(self, line: Line, clauses: Clauses) -> RegionKind:
        furniture = self._furniture(line)
        if furniture is not None:
            return furniture
        return TEXT if line.stopped else self._line(line, clauses)

    @staticmethod
    def _is_scene(kind: RegionKind, line: str, at: int, clauses: Clauses) -> bool:
        """Whether a line above a credit tells what is to be seen: one plain sentence in the present tense, or a line without a stop."""
        plain = ". " not in line and ";" not in line and "—" not in line and not any(mark in line for mark in QUOTES)
        if not plain or len(line.split()) > MANY_WORDS:
            return False
        return kind is HEADLINE or (kind is TEXT and clauses.is_scene(at))

    def _furniture(self, line: Line) -> RegionKind | None:
        """What has the words of a button, a link, a byline, a credit."""
        words = line.words
        if not any(map(str.isalpha, line.text)):
            return PROMOTION
        if len(words) <= FEW_WORDS and all(word.strip(":|,•").lower() in self._share for word in words if word.strip(":|,•")):
            return SHARE_LINE
        if (len(words) <= SOME_WORDS and self._opens(line.bare, self._credit)) or self._slashed.match(line.text.strip("()[] ")):
            return CREDIT
        if self._is_byline(line):
            return BYLINE
        if len(words) <= MANY_WORDS and self._opens(line.bare, self._promotion):
            return PROMOTION
        return CAPTION if self._is_credited(line.text) else None

    def _is_credited(self, line: str) -> bool:
        """Whether a line ends with who made the picture: "(Picture by A. Lee)", "[Wire]", "Photo: A. Lee/Wire"."""
        if line[-1] in ")]":
            inner = line[max(line.rfind("("), line.rfind("[")) + 1 : -1]
            named = any(word.strip(":").capitalize() in self._credits for word in inner.replace("/", " ").split())
            return len(inner) <= LONGEST_CREDIT and (named or (line[-1] == "]" and inner[:1].isupper() and len(inner.split()) <= 2))
        for word in self._credits:
            at = line.rfind(word, max(0, len(line) - LONGEST_CREDIT))
            after = line[at + len(word) : at + len(word) + 1]
            if at > 0 and line[at - 1] in ". )" and (after in (":", "/") or after.isupper()):
                return True
        return False

    def _opens(self, line: str, openers: frozenset[str]) -> bool:
        """Whether a line is one of the openers, or begins with one and a mark, or with one of several words."""
        words = line.split(None, LONGEST_OPENER)
        for count in range(min(LONGEST_OPENER, len(words)), 0, -1):
            opener = " ".join(words[:count])
            bare = opener.rstrip(":|,—–")
            if bare in openers:
                return count > 1 or opener != bare or len(words) == 1 or words[1][:1] in ":|—–/" or not bare.isalpha()
        return False

    def _is_byline(self, line: Line) -> bool:
        words = line.words
        if len(words) > MANY_WORDS or self._address.match(line.text):
            return len(words) <= MANY_WORDS
        if len(words) <= FEW_WORDS and self._date.match(line.text):
            return True
        if self._opens_byline(line):
            named = [word for word in words[1:] if word[0].isalpha() and len(word) > LONG_WORD]
            return all(word[0].isupper() for word in named[:2])
        below = line.before is BYLINE and len(words) <= FEW_WORDS
        return below and any(word.strip(",").lower() in self._writers for word in words)

    def _opens_byline(self, line: Line) -> bool:
        """Whether a line begins as one of a writer does: "By Orla Vane"."""
        head = line.bare.split(None, 1)[0] if line.bare else ""
        return (head in self._byline and len(line.words) > 1) or self._opens(line.bare, self._byline)

    def _line(self, line: Line, clauses: Clauses) -> RegionKind:
        """What a line without a final stop is: a label, an item, a headline, a caption, or text that has lost its stop."""
        words, at = line.words, line.at
        if self._signed.match(line.text) or self._is_label(line.text, words):
            return LABEL
        if self._item.match(line.text) or line.introduced:
            return LIST_ITEM
        if line.is_cut:
            return TEXT
        if self._is_name_in_capitals(words, at):
            return CREDIT
        if _is_set_as_headline(line):
            return HEADLINE
        if clauses.is_told(at) or (clauses.has_verb(at) and len(words) > SOME_WORDS):
            return TEXT
        return HEADLINE if len(words) < FEW_WORDS or clauses.has_verb(at) else CAPTION

    def _is_label(self, line: str, words: list[str]) -> bool:
        """ "From: Grandpa", "Noa Lind, 24", "Rita Okoro, nurse:"."""
        head = words[0].rstrip(":").lower()
        if head in self._prepositions and 1 < len(words) <= FEW_WORDS:
            return words[0].endswith(":") or line.endswith(":")
        name, comma, told = line.rstrip(":").partition(", ")
        named = name.split()
        if not comma or len(words) > FEW_WORDS or not (1 < len(named) <= MOST_NAMES) or not all(word[0].isupper() for word in named):
            return False
        return told.isdigit() or ("," not in told and "".join(told.split()[-1:]).lower() in self._people)

    def _is_name_in_capitals(self, words: list[str], at: int) -> bool:
        """Whether a line is a photographer's name: "STACY-ANN DOE"."""
        if at < OPENING or not 1 < len(words) <= 3:
            return False
        first = words[0].lower()
        return all(word.isupper() for word in words) and (first in self._given or first.split("-")[0] in self._given)


def _is_stopped(line: str) -> bool:
    return line[-1] in ENDS or line.rstrip(CLOSERS)[-1:] in tuple(ENDS)


def _is_set_as_headline(line: Line) -> bool:
    """Whether a line stands or is written as a headline: at the top, with capitals at its words, or in capitals."""
    return (line.at < OPENING and not line.alone) or is_title_case(line.words) or line.text.isupper()


def is_title_case(words: Sequence[str]) -> bool:
    """Whether nearly every longer word has a capital, as in a headline."""
    longer = [word for word in words if len(word) > LONG_WORD and word[0].isalpha()]
    return len(longer) >= FEWEST_IN_TITLE_CASE and sum(word[0].isupper() for word in longer) >= TITLE_CASE * len(longer)
