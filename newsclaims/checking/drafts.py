"""What of a draft is held against sources: for each quote its words in quotation marks, with the editor's signs taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from newsclaims.checking.owners import Bounds, innermost, parents
from newsclaims.checking.words import ELLIPSIS, Words, is_word
from newsclaims.model import Document, Quotation, QuoteKind
from newsclaims.spans import Span

NO_WORDS_OF_ANYBODY = frozenset({"title of a work", "nickname", "markup", "table"})
"""Reasons for which a quotation inside a quote is the reporter's mark and not the speaker's words."""
LONGEST_BRACKET = 16
"""Tokens in a bracket that an editor put in; a longer one is part of the text."""

SIGNS = frozenset({ELLIPSIS, "[", "]"})


@attrs.frozen
class Break:
    """A sign of an editor: an ellipsis, or a bracket with the editor's ``words``."""

    kind: Literal["ellipsis", "bracket"]
    words: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Stretch:
    """One stretch in quotation marks: ``words`` has all its tokens, ``kept`` the numbers of those that have to stand in the source.

    ``breaks`` are the editor's signs by the place (in ``kept``) they stand before; ``edges`` the punctuation left out at either end, as
    tokens. ``free`` are the places whose first letter may have either case.
    """

    span: Span
    words: Words
    kept: tuple[int, ...]
    breaks: dict[int, Break]
    free: frozenset[int]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    fragment: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """The tokens that have to stand in the source."""
        return tuple(self.words.forms[at] for at in self.kept)

    def span_of(self, first: int, stop: int) -> Span | None:
        """The span of some of the kept tokens in the draft."""
        if first >= stop:
            return None
        return Span.of(self.words.text, self.words.starts[self.kept[first]], self.words.ends[self.kept[stop - 1]])


def stretches_of(document: Document) -> Iterator[tuple[int, tuple[tuple[Span, tuple[Bounds, ...]], ...]]]:
    """For each quote (its index) the stretches of its words in marks: the span, and the pieces of the text without the marks."""
    owned, inner = _owned(document), parents(document.quotes)
    for index, quote in enumerate(document.quotes):
        found = owned.get(index, [])
        if found:
            yield index, tuple((_around(document.text, each), _bounds(each.contents)) for each in found)
        elif quote.kind is QuoteKind.DIRECT and index not in inner:  # what stands in others' marks is looked for with these
            yield index, tuple((content, ((content.start, content.end),)) for content in quote.contents)


def _owned(document: Document) -> dict[int, list[Quotation]]:
    """The quotations by the innermost quote they belong to; words in marks inside such of the same quote are looked for with these."""
    owned: dict[int, list[Quotation]] = {}
    read = sorted(
        (quotation for quotation in document.quotations if quotation.contents and quotation.reason not in NO_WORDS_OF_ANYBODY),
        key=lambda quotation: quotation.contents[0].start,
    )
    owners = innermost(document.quotes, [(quotation.contents[0].start, quotation.contents[0].end) for quotation in read])
    home = {quotation.span: owner for quotation, owner in zip(read, owners, strict=True)}
    for quotation, owner in zip(read, owners, strict=True):
        around = None if quotation.parent is None else document.quotations[quotation.parent]
        if owner is not None and (around is None or home.get(around.span) != owner):
            owned.setdefault(owner, []).append(quotation)
    return owned


def _around(text: str, quotation: Quotation) -> Span:
    return Span.of(text, quotation.contents[0].start, quotation.contents[-1].end)


def _bounds(contents: Sequence[Span]) -> tuple[Bounds, ...]:
    return tuple((content.start, content.end) for content in contents)


def read_stretch(text: str, span: Span, pieces: Sequence[Bounds], *, fragment: bool, literal: bool = False) -> Stretch:
    """The tokens of a stretch, with the editor's signs taken out of them; ``literal`` leaves these where they are."""
    words = Words.of(text, pieces)
    breaks: dict[int, Break] = {}
    segments: list[list[int]] = [[]]
    at = 0
    while at < len(words.forms):
        sign, stop = (None, at) if literal else _sign(words, at)
        if sign is None:
            segments[-1].append(at)
            at += 1
            continue
        at = stop
        place = sum(len(_trimmed(words, segment)) for segment in segments)
        breaks[place] = _both(breaks.get(place), sign)
        segments.append([])
    trimmed = [_trimmed(words, segment, SIGNS if literal else frozenset()) for segment in segments]
    kept = tuple(number for segment in trimmed for number in segment)
    free, place = set(), 0
    for segment in trimmed:
        free.add(place)
        place += len(segment)
    head, tail = _edges(words, segments[0]), _edges(words, segments[-1])
    return Stretch(span, words, kept, breaks, frozenset(free), head[0], tail[1], fragment)


def _sign(words: Words, at: int) -> tuple[Break | None, int]:
    """The editor's sign that begins at a token, and where it ends."""
    form = words.forms[at]
    if form == ELLIPSIS:
        return Break("ellipsis"), at + 1
    if form not in ("[", "("):
        return None, at
    close = "]" if form == "[" else ")"
    stop = next((k for k in range(at + 1, min(len(words.forms), at + LONGEST_BRACKET)) if words.forms[k] == close), -1)
    inside = words.forms[at + 1 : stop] if stop > 0 else ()
    if stop < 0 or (form == "(" and inside != (ELLIPSIS,)):
        return None, at
    if inside == (ELLIPSIS,):
        return Break("ellipsis"), stop + 1
    glued = stop + 1 < len(words.forms) and words.starts[stop + 1] == words.ends[stop] and is_word(words.forms[stop + 1])
    return Break("bracket", (*inside, words.forms[stop + 1]) if glued else tuple(inside)), stop + 1 + glued


def _both(one: Break | None, other: Break) -> Break:
    """Two signs at one place: an ellipsis allows for more than a bracket."""
    if one is None:
        return other
    return Break("ellipsis" if "ellipsis" in (one.kind, other.kind) else "bracket", one.words + other.words)


def _trimmed(words: Words, segment: list[int], signs: frozenset[str] = frozenset()) -> list[int]:
    """Without the punctuation at the edges; ``signs`` stay."""
    first, stop = 0, len(segment)
    while first < stop and not _stays(words.forms[segment[first]], signs):
        first += 1
    while stop > first and not _stays(words.forms[segment[stop - 1]], signs):
        stop -= 1
    return segment[first:stop]


def _stays(form: str, signs: frozenset[str]) -> bool:
    return form in signs or is_word(form)


def _edges(words: Words, segment: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kept = _trimmed(words, segment)
    if not kept:
        return (), tuple(words.forms[at] for at in segment)
    first, last = segment.index(kept[0]), segment.index(kept[-1])
    return tuple(words.forms[at] for at in segment[:first]), tuple(words.forms[at] for at in segment[last + 1 :])
