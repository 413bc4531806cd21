"""The article's own words, with what was found in them marked. Its text stays exactly the document's."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.formats.html.cast import Cast
from newsclaims.formats.html.lines import claim_line, quote_line
from newsclaims.formats.html.markup import Markup, join, tag
from newsclaims.formats.html.segments import Segment, paragraphs_of
from newsclaims.model.document import Document

NOBODY = "s0"
NOBODY_NUMBER = "?"


class ArticleWriter:
    """Writes the paragraphs of one document; ``prefix`` begins the ids of its elements."""

    def __init__(self, document: Document, cast: Cast, prefix: str) -> None:
        self.document = document
        self.cast = cast
        self.prefix = prefix
        self.seen_quotes: set[int] = set()
        self.seen_claims: set[int] = set()

    def paragraphs(self) -> Iterator[Markup]:
        """A paragraph of HTML for each of the text."""
        for segments in paragraphs_of(self.document):
            yield tag("p", *map(self._segment, segments), dir="auto")

    def _segment(self, segment: Segment) -> Markup:
        words = self.document.text[segment.start : segment.end]
        told = segment.content or segment.source or segment.cue
        if not told and not segment.claim:
            return join(words)
        first = [index for index in segment.content if index not in self.seen_quotes]
        self.seen_quotes.update(first)
        marked = tag(
            _element(segment),
            words,
            class_=self._classes(segment),
            data_q=_indices(segment.content),
            data_s=_indices(segment.source),
            data_k=_indices(segment.cue),
            data_c=_indices(segment.claim),
            data_n=" ".join(self._number(index) for index in first) or None,
            data_tip=self._tip(segment),
            tabindex=0 if first else -1,
            aria_describedby=f"{self.prefix}about{first[-1]}" if first else None,
        )
        return join(*self._anchors(segment, first), marked)

    def _classes(self, segment: Segment) -> str:
        told = segment.content or segment.source or segment.cue
        classes = ["nc"]
        if told:
            part = self.cast.part(self.document.quotes[told[-1]].speaker)
            classes.append(NOBODY if part is None else part.colour)
        if segment.content:
            classes.append(self.document.quotes[segment.content[-1]].kind.value)
        named = (("source", segment.source), ("cue", segment.cue), ("claim", segment.claim))
        return " ".join([*classes, *(name for name, held in named if held)])

    def _number(self, quote: int) -> str:
        part = self.cast.part(self.document.quotes[quote].speaker)
        return NOBODY_NUMBER if part is None else str(part.number)

    def _tip(self, segment: Segment) -> str:
        told = segment.content or segment.source or segment.cue
        if told:
            return quote_line(self.document.quotes[told[-1]])
        return f"claim · {claim_line(self.document.claims[segment.claim[-1]])}"

    def _anchors(self, segment: Segment, first: list[int]) -> Iterator[Markup]:
        """Where links from the lists lead: an element has only one id, and several quotes or claims may begin here."""
        yield from (tag("span", id=f"{self.prefix}quote{index}") for index in first)
        fresh = [index for index in segment.claim if index not in self.seen_claims]
        self.seen_claims.update(fresh)
        yield from (tag("span", id=f"{self.prefix}claim{index}") for index in fresh)


def _element(segment: Segment) -> str:
    """The element that marks some words: those said before those that name the source, and these before the cue."""
    marked = (("mark", segment.content), ("b", segment.source), ("i", segment.cue))
    return next((name for name, indices in marked if indices), "span")


def _indices(held: tuple[int, ...]) -> str | None:
    return " ".join(map(str, held)) or None
