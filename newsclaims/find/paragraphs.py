"""Paragraphs: where the text breaks off and starts anew, told from lines that were only wrapped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from newsclaims.language import Language

WRAP_WIDTHS = range(40, 121)  # characters; nobody wraps narrower, and nobody calls wider lines wrapped
MIN_WORDS_TO_GO_ON = 3  # a line of fewer words is an item of a list, not a sentence broken in two
ENDS = tuple('.!?:;…"”’»)')
CLOSERS = tuple("”\"’'»")
TAG_WORDS = 4  # of an unfinished tag after a quotation: “...,” said the mayor of | Orrel
BULLETS = tuple("•⁃▪●◦‣*-–—")

Range = tuple[int, int]


def find_paragraphs(text: str, language: Language | None = None) -> list[Range]:
    r"""The paragraphs that are not blank, as trimmed half-open character ranges in text order.

    A blank line always ends a paragraph. A single line break ends one too, unless the text is
    hard-wrapped there: the lines are filled up to one width, a sentence goes on in lower case, or, as far as the words
    of ``language`` tell, a line stops amid a speech tag, a name or a phrase.

    >>> find_paragraphs("Rain fell.\nIt fell all day.\n\n  Then came sun.\n")
    [(0, 10), (11, 27), (31, 45)]
    """
    paragraphs: list[Range] = []
    for lines in _blocks(text):
        paragraphs += lines if len(lines) == 1 else _joined(text, lines, language)
    return paragraphs


def _blocks(text: str) -> Iterator[list[Range]]:
    """Runs of lines without a blank line among them; each line trimmed."""
    lines: list[Range] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words[0])
            gap = text[lines[-1][1] : start] if lines else "\n"
            if gap != "\n" and (gap == "\n\n" or _has_blank_line(gap)):
                yield lines
                lines = []
            lines.append((start, start + len(words)))
        at += len(line)
    if lines:
        yield lines


def _has_blank_line(gap: str) -> bool:
    return len(f"{gap}.".splitlines()) > 2  # the dot stands for the line after; \r\n is one break


def _joined(text: str, lines: list[Range], language: Language | None) -> Iterator[Range]:
    width = _wrap_width(text, lines)
    start = lines[0][0]
    for line, following in itertools.pairwise(lines):
        if not (_goes_on(text, line, following, width) or (language is not None and _stops_amid(text, line, following, language))):
            yield start, line[1]
            start = following[0]
    yield start, lines[-1][1]


def _goes_on(text: str, line: Range, following: Range, width: int | None) -> bool:
    """Whether the line break between the two lines is no end of a paragraph."""
    if text.startswith(BULLETS, following[0]):
        return False
    if width is not None:
        return _is_full(text, line, following, width)
    if not text[following[0]].islower() or text.endswith(ENDS, *line):
        return False
    return len(text[line[0] : line[1]].split(None, MIN_WORDS_TO_GO_ON)) >= MIN_WORDS_TO_GO_ON


def _wrap_width(text: str, lines: list[Range]) -> int | None:
    """The width the lines were wrapped to, in characters, or ``None`` where they were not wrapped.

    A wrapped line has no room left for the first word of the next one, and a wrapped text
    goes on in lower case now and then, which a list of headlines does not.
    """
    width = max(end - start for start, end in lines)
    breaks = list(itertools.pairwise(lines))
    if len(breaks) < 2 or width not in WRAP_WIDTHS:
        return None
    full = sum(_is_full(text, line, following, width) for line, following in breaks)
    lower = sum(text[start].islower() for start, _ in lines[1:])
    return width if 3 * full >= 2 * len(breaks) and 3 * lower >= len(breaks) else None


def _is_full(text: str, line: Range, following: Range, width: int) -> bool:
    room = width - (line[1] - line[0])
    first_word = text[following[0] : min(following[1], following[0] + room + 1)].split(None, 1)[0]
    return len(first_word) >= room


def _stops_amid(text: str, line: Range, following: Range, language: Language) -> bool:
    """Whether a line stops amid a speech tag (“...,” said | Ada Venn), a name (Ada | Venn said) or a phrase (said of | Orrel)."""
    start, end = line
    last = text[end - 1]
    if last in ".:;" or text.startswith(BULLETS, following[0]):
        return False
    if last in CLOSERS or (last == "," and text[end - 2] in CLOSERS):
        inner = text[end - 2] if last in CLOSERS else last
        return inner == "," or (inner in "?!" and text[following[0]].islower())
    if not last.isalnum():
        return False
    word = text[max(start, text.rfind(" ", start, end) + 1) : end]
    if word in language.words("words_before_more") or _stops_in_tag(text, start, end):
        return True
    return _stops_in_name(text, line, following, word, language)


def _stops_in_tag(text: str, start: int, end: int) -> bool:
    """Whether no more than a few words, without an end, follow a quotation that ends as before a tag."""
    close = max(text.rfind(mark + " ", start, end) for mark in CLOSERS)
    return close > start and text[close - 1] in ",?!" and len(text[close + 1 : end].split(None, TAG_WORDS)) <= TAG_WORDS


def _stops_in_name(text: str, line: Range, following: Range, word: str, language: Language) -> bool:
    """Whether a name goes on in the next line, or a line that is just a name goes on with its verb: Ada Venn | said it rained."""
    after = text[following[0] : following[1]].split(None, MIN_WORDS_TO_GO_ON)
    if len(after) < 2 or not text.endswith(ENDS, *following):
        return False
    if after[0][0].islower() and len(after) >= MIN_WORDS_TO_GO_ON:
        words = text[line[0] : line[1]].split(None, MIN_WORDS_TO_GO_ON)
        return len(words) < MIN_WORDS_TO_GO_ON and all(each[0].isupper() for each in words)
    return (
        after[0][0].isupper()
        and after[0].istitle()
        and after[1].islower()
        and word.istitle()
        and word.lower() in language.words("given_names")
    )
