"""What a text is made of: sentences, regions, its dateline, quotations."""

from __future__ import annotations

import attrs

from newsclaims.model.kinds import RegionKind
from newsclaims.model.values import ByValues
from newsclaims.spans import Span


@attrs.frozen(repr=False)
class Sentence(ByValues):
    """One sentence; ``paragraph`` counts the paragraphs of the text from 0."""

    _shows = ("span", "paragraph")

    span: Span
    paragraph: int

    def __str__(self) -> str:
        return self.span.text

    @property
    def text(self) -> str:
        """The sentence's own words."""
        return self.span.text

    @property
    def start(self) -> int:
        """Where the sentence begins (character offset)."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the sentence ends (character offset, exclusive)."""
        return self.span.end


@attrs.frozen(repr=False)
class Region(ByValues):
    """A paragraph and what it is.

    Running text, a headline or subhead, a caption, a credit, a label ("From: Grandpa"), an item of a list, a byline, a promotion of
    something else, a line of buttons.
    """

    _shows = ("span", "kind")

    span: Span
    kind: RegionKind


@attrs.frozen(repr=False)
class Dateline(ByValues):
    """Where, and where given when, a report was filed: ``KYIV, Ukraine (AP) —``.

    ``place`` is the span of the place, ``date`` that of the date or ``None``, ``span`` the whole
    dateline with its agency and dash.
    """

    _shows = ("span", "place", "date")

    span: Span
    place: Span | None
    date: Span | None = None


@attrs.frozen(repr=False)
class Quotation(ByValues):
    """A stretch in quotation marks (or a block quote), be it speech or not.

    ``stretches`` are the pieces with their marks: one, or one a paragraph for a quotation that is
    reopened at each paragraph and closed at the last. ``contents`` are the same without the marks.
    ``parent`` is the index (in ``Document.quotations``) of the quotation around this one, ``depth`` how many
    are around it. ``closed`` is false where the text never closes it. ``reason`` says why it is no
    quote ("title", "nickname", "scare quotes", "table", ...), and is ``None`` for speech.
    """

    _shows = ("span", "reason")

    span: Span
    stretches: tuple[Span, ...]
    contents: tuple[Span, ...]
    parent: int | None = None
    depth: int = 0
    closed: bool = True
    reason: str | None = None
